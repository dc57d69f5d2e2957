"""Any organisation's Word file as the style: its look wins, our words stay readable, and nothing harmful comes in."""

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

from planner.documents import DOCUMENTS, Form, make, open_plan
from planner.documents.own_colours import contrast
from planner.documents.own_style import MOST_BYTES, CannotUse, OwnStyle, own_style
from planner.documents.reference import INK, PLUM, Print
from planner.pack import prepare
from tests.documents.brands import (
    MACROS,
    TEMPLATE,
    bare,
    brand,
    changed,
    linked,
    of_type,
    part,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "changing-rooms.json"
PACK = prepare(open_plan(EXAMPLE.read_bytes()), today=date(2026, 11, 23))
NAVY, LIME = "0B4F6C", "A6CE39"
FILES = {
    "coloured headings": brand(NAVY),
    "a colour too pale to read": brand(LIME, "Verdana", 10),
    "no styles": bare(),
    "no header and no footer": brand("0B6156", logo=False, foot=""),
}
FORMS = (Form.WORD, Form.LARGE_PRINT, Form.EASY_READ)
SIZES = {Form.WORD: 12, Form.LARGE_PRINT: 18, Form.EASY_READ: 16}
BOMB = b"<w:p/>" + b" " * (40 * 1024 * 1024)
HARMFUL = {
    "macros": (changed(brand(), {"word/vbaProject.bin": b"Sub AutoOpen"}), "macros"),
    "said to have macros": (of_type(brand(), MACROS), "macros"),
    "a template": (of_type(brand(), TEMPLATE), "template"),
    "a picture on the web": (
        linked(brand(), "word/header1.xml", "image", "https://example.org/who-reads.png"),
        "fetches",
    ),
    "a template on the web": (
        linked(brand(), "word/settings.xml", "attachedTemplate", "https://example.org/t.dotm"),
        "fetches",
    ),
    "a template on another computer": (
        linked(brand(), "word/settings.xml", "attachedTemplate", r"\\server\share\t.dotm"),
        "fetches",
    ),
    "too big": (b"PK" + bytes(MOST_BYTES), "megabytes"),
    "a bomb": (changed(brand(), {"word/styles.xml": BOMB}), "far larger inside"),
    "a hundred thousand laughs": (
        changed(brand(), {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'}),
        "not put together",
    ),
    "broken xml": (changed(brand(), {"word/styles.xml": b"<w:styles"}), "damaged"),
    "another kind of zip": (changed(brand(), {"word/document.xml": b""})[:200], "not a whole Word file"),
    "words, not a file": (b"Dear all,", "not a whole Word file"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(600), "password, or comes from an old Word"),
    "a field that fetches": (
        changed(
            brand(),
            {
                "word/footer1.xml": part(brand(), "word/footer1.xml")
                .replace("<w:t>Northfield Leisure</w:t>", "<w:instrText> INCLUDEPICTURE x </w:instrText>")
                .encode()
            },
        ),
        "more than words and pictures",
    ),
}

brands = pytest.mark.parametrize("file", FILES.values(), ids=FILES)
forms = pytest.mark.parametrize("form", FORMS, ids=[form.value for form in FORMS])


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


@brands
@forms
def test_every_form_in_a_brand_is_sound(
    file: bytes, form: Form, validator: OpenXmlValidator, tmp_path: Path
) -> None:
    made = tmp_path / "invitation.docx"
    made.write_bytes(_made(file, form))

    found = validator.validate(made)

    assert found.errors == []


@forms
def test_their_header_footer_font_and_colour_win(form: Form) -> None:
    document = _opened(FILES["coloured headings"], form)

    header, footer = document.sections[0].header, document.sections[0].footer
    assert header._element.xpath(".//pic:pic")  # noqa: SLF001  python-docx has no other door
    assert header._element.xpath(".//wp:docPr/@descr") == ["Logo"]  # noqa: SLF001
    assert [paragraph.text for paragraph in footer.paragraphs] == ["Northfield Leisure"]
    assert document.styles["Normal"].font.name == "Georgia"
    assert str(document.styles["Heading 1"].font.color.rgb) == NAVY


def test_their_words_are_left_out_and_ours_are_in() -> None:
    words = [paragraph.text for paragraph in _opened(FILES["coloured headings"]).paragraphs]

    assert not [line for line in words if "Their own words" in line]
    assert "Who we are, and why we ask you" in words


def test_our_footer_is_there_where_they_have_none() -> None:
    footer = _opened(FILES["no header and no footer"]).sections[0].footer

    assert "Page" in footer.paragraphs[-1].text


@pytest.mark.parametrize(
    ("file", "fill"),
    [("coloured headings", NAVY), ("a colour too pale to read", PLUM), ("no styles", PLUM)],
)
def test_headers_of_tables_have_their_colour_where_white_can_be_read_on_it(file: str, fill: str) -> None:
    document = _opened(FILES[file])

    fills = set(document.element.body.xpath(".//w:tr[1]/w:tc/w:tcPr/w:shd/@w:fill"))

    assert fills == {fill}
    assert contrast(fill, "FFFFFF") >= 4.5
    assert str(document.styles["Table Heading"].font.color.rgb) == "FFFFFF"


def test_a_heading_too_pale_to_read_is_printed_dark() -> None:
    styles = _opened(FILES["a colour too pale to read"]).styles

    assert {str(styles[f"Heading {level}"].font.color.rgb) for level in (1, 2, 3)} == {INK}


@brands
@forms
def test_no_letter_is_smaller_than_the_form_promises(file: bytes, form: Form) -> None:
    document = _opened(file, form)

    sizes = [
        int(size) / 2
        for style in document.styles.element.xpath("w:style[@w:type='paragraph' or @w:type='character']")
        if style.xpath("w:name/@w:val")[0].lower() not in {"header", "footer", "easy heading", "reading time"}
        for size in style.xpath("w:rPr/w:sz/@w:val")
    ]
    (default,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")

    assert min([*sizes, int(default) / 2]) >= SIZES[form]


@brands
def test_every_style_that_we_use_is_there(file: bytes) -> None:
    for form in FORMS:
        document = _opened(file, form)

        used = set(
            document.element.body.xpath(".//w:pStyle/@w:val | .//w:tblStyle/@w:val | .//w:rStyle/@w:val")
        )
        there = set(document.styles.element.xpath("w:style/@w:styleId"))

        assert used <= there
        assert document.styles.element.xpath("count(w:style)") == len(there)


def test_lists_are_ours_beside_theirs() -> None:
    document = _opened(FILES["coloured headings"])

    used = set(document.element.body.xpath(".//w:numId/@w:val"))
    numbers = document.part.numbering_part.element

    assert used <= set(numbers.xpath("w:num/@w:numId"))
    assert len(numbers.xpath("w:abstractNum")) == len(set(numbers.xpath("w:abstractNum/@w:abstractNumId")))


def test_nothing_of_the_file_but_its_look_comes_along() -> None:
    told = changed(brand(), {"customXml/item1.xml": b"<secret/>", "word/comments.xml": b"<secret/>"})

    with zipfile.ZipFile(io.BytesIO(_made(told))) as parts:
        assert not [name for name in parts.namelist() if b"secret" in parts.read(name)]
        assert not [name for name in parts.namelist() if "custom" in name.lower() or "comments" in name]


def test_a_template_on_their_own_disk_is_left_behind() -> None:
    file = linked(brand(), "word/settings.xml", "attachedTemplate", "file:///C:/Templates/Letter.dotx")

    made = _made(file)

    assert b"attachedTemplate" not in made
    assert "Letter.dotx" not in part(made, "word/settings.xml")


@pytest.mark.parametrize(("file", "said"), HARMFUL.values(), ids=HARMFUL)
def test_what_could_do_harm_is_refused_in_plain_words(file: bytes, said: str) -> None:
    with pytest.raises(CannotUse) as refused:
        own_style(file)

    sentence = str(refused.value)
    assert said in sentence
    assert sentence.endswith(".")
    assert len(sentence.split()) < 45


@brands
def test_the_same_style_gives_the_same_bytes(file: bytes) -> None:
    again = make(DOCUMENTS["invitation"], PACK, Form.EASY_READ, style=own_style(file)).data

    assert again == _made(file, Form.EASY_READ)


@pytest.mark.parametrize("size", Print)
def test_a_landscape_page_stays_one(size: Print) -> None:
    document = part(brand(), "word/document.xml")
    wide = document.replace('w:w="12240" w:h="15840"', 'w:w="15840" w:h="12240"')
    assert wide != document

    paper = own_style(changed(brand(), {"word/document.xml": wide.encode()})).paper(size)

    assert paper.look.text_width == 15840 - 2 * 1800


@cache
def _style(file: bytes) -> OwnStyle:
    return own_style(file)


@cache
def _made(file: bytes, form: Form = Form.WORD) -> bytes:
    return make(DOCUMENTS["invitation"], PACK, form, style=_style(file)).data


def _opened(file: bytes, form: Form = Form.WORD) -> Any:
    document = Document(io.BytesIO(_made(file, form)))
    assert document.element.body.find(qn("w:sectPr")) is not None
    return document
