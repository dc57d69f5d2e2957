"""The check passes what is sound, names each fault in plain words, and trusts no file."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.__main__ import main
from planner.documents import Document, Form, fitting
from planner.documents.check import CannotRead, Report, check
from planner.documents.web_page import web_page
from planner.documents.word import word
from planner.documents.workbook import workbook
from tests.documents.everything import NAMES, files_of, pack_of

SAVED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LOOKED_AT = {Form.SAVED: False, Form.TEXT: False, Form.WORD: True, Form.LARGE_PRINT: True} | {
    Form.PAGE: True,
    Form.WORKBOOK: True,
}
CHECKS = {"Word": 14, "Excel": 14, "Web page": 8}

LETTER = """<!-- cover -->
An invitation

# Better changing rooms

## When and where

- Thursday 18 March 2027
- Northfield Leisure Centre

<!-- table: What happens | 2 6 -->
| Time | What |
|---|---|
| 10:30 | Tea |
| 11:00 | [The guide we follow](https://www.example.org/guide) |

### What helps you

![A clock](clock.png)

Tell us what works for you.
"""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


CLOCK = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\x00\x00\xff" * 2)),
        _chunk(b"IEND", b""),
    )
)
SHEETS = """## Checklist

Choose a Status.

<!-- sheet: Checklist_table
column: What to do | 40 | text
column: Sheet | 15 | sheet
column: How many | 12 | number
column: Twice | 12 | number | = N({How many}) * 2
column: Status | 14 | list Status
paint: done | {Status} = "Done"
-->

| What to do | Sheet | How many | Twice | Status |
|---|---|---|---|---|
| Book the hall | Lists | 2 | 4 | To do |

## Lists

The words in the lists.

<!-- lists
column: Status | 20 | text
-->

| Status |
|---|
| To do |
| Done |
"""


@pytest.mark.parametrize(
    ("example", "document", "form"),
    [
        pytest.param(name, document, form, id=f"{name}-{document.key}-{form}")
        for name in NAMES
        for document in fitting(pack_of(name))
        for form in document.forms
        if LOOKED_AT.get(form, form.suffix.endswith((".docx", ".xlsx", ".html")))
    ],
)
def test_everything_we_hand_over_passes_every_check(example: str, document: Document, form: Form) -> None:
    made = files_of(example, document.key)[form]

    report = check(made.data)

    assert [str(fault) for fault in report.faults] == []
    assert report.words == f"{CHECKS[report.kind]} of {CHECKS[report.kind]} checks passed"


# ---- One bad file for each check -----------------------------------------------------------------------------


W_BODY, W_STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
IN_WORD = [
    ("It has a title", CORE, r"<dc:title\b[^>]*>[^<]*</dc:title>", ""),
    ("It says its language", W_STYLES, r"<w:lang [^>]*/>", ""),
    ("It begins with one main heading", W_BODY, r'w:val="CoverLabel"', 'w:val="Title"'),
    ("No level of heading is left out", W_BODY, r'w:val="Heading2"', 'w:val="Heading3"'),
    ("Each table has a header row", W_BODY, r"<w:tblHeader/>", ""),
    ("No cells are merged", W_BODY, r"(<w:tcW [^>]*/>)", r'\1<w:gridSpan w:val="2"/>'),
    ("Each picture has words", W_BODY, r'descr="[^"]*"', 'descr=" "'),
    ("Colours have contrast", W_BODY, r"<w:r><w:t", '<w:r><w:rPr><w:color w:val="DDDDDD"/></w:rPr><w:t'),
    (
        "No words are smaller than 12 points",
        W_BODY,
        r"<w:r><w:t",
        '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t',
    ),
    ("Links say where they lead", W_BODY, "The guide we follow", "Click here"),
    ("Links say where they lead", W_BODY, "The guide we follow", "https://www.example.org/guide"),
    ("No empty paragraphs make room", W_BODY, r"<w:tbl\b[^>]*>", r"<w:p/>\g<0>"),
    (
        "Lists are real lists",
        W_BODY,
        r"<w:tbl\b[^>]*>",
        "<w:p><w:r><w:t>- Tea</w:t></w:r></w:p>" * 2 + r"\g<0>",
    ),
    ("Nothing floats", W_BODY, "wp:inline", "wp:anchor"),
    ("Lines begin at the left", W_BODY, r"<w:p><w:r>", '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r>'),
]
X_SHEET, X_LISTS, X_STYLES = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"
IN_EXCEL = [
    ("It has a title", CORE, r"<dc:title\b[^>]*>[^<]*</dc:title>", ""),
    ("It says its language", CORE, r"<dc:language\b[^>]*>[^<]*</dc:language>", ""),
    ("Each sheet has a name that says what is on it", "xl/workbook.xml", 'name="Checklist"', 'name="Sheet1"'),
    ("Each sheet says what it is in its first cell", X_SHEET, "<t>Checklist</t>", "<t></t>"),
    ("Headings stay in sight", X_SHEET, r"<pane [^>]*/>", ""),
    ("Headings are printed on each page", "xl/workbook.xml", r"_xlnm\.Print_Titles", "_xlnm.Print_Area"),
    ("Rows and columns are tables with headings", X_SHEET, r"<tablePart [^>]*/>", ""),
    (
        "Rows and columns are tables with headings",
        "xl/tables/table1.xml",
        'name="How many"',
        'name="Column3"',
    ),
    (
        "No cells are merged",
        X_SHEET,
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    ),
    ("Nothing is told by colour alone", X_SHEET, r'\$E5 = "Done"', "$C5 &gt; 3"),
    ("No formula fails", X_SHEET, r"<f>[^<]*</f><v>4</v>", "<f>#REF!*2</f><v>#REF!</v>"),
    ("Colours have contrast", X_STYLES, "FF2A1B2E", "FFD0D0D0"),
    ("No words are smaller than 11 points", X_STYLES, '<sz val="12"/>', '<sz val="9"/>'),
    ("Links say where they lead", X_SHEET, "<t>Lists</t>", "<t>here</t>"),
]
IN_PAGE = [
    ("It has a title", r"<title>.*?</title>", ""),
    ("It says its language", r'lang="[^"]*"', ""),
    ("It has one main heading", "</main>", "<h1>Again</h1></main>"),
    ("No level of heading is left out", "h3", "h4"),
    ("Each table has headings", r'scope="[^"]*"', ""),
    ("Each picture has words", "</main>", '<img src="data:,"></main>'),
    ("Links say where they lead", "The guide we follow", "more"),
    ("It stands alone", "</main>", '<img alt="" src="https://www.example.org/a.png"></main>'),
]


def test_the_sound_files_pass() -> None:
    reports = [check(data) for data in (letter(), book(), page())]

    assert [report.words for report in reports] == [
        "14 of 14 checks passed",
        "14 of 14 checks passed",
        "8 of 8 checks passed",
    ]


@pytest.mark.parametrize(("name", "part", "before", "after"), IN_WORD)
def test_a_fault_in_a_word_file_is_found_and_no_other(name: str, part: str, before: str, after: str) -> None:
    report = check(changed(letter(), part, before, after))

    assert failed(report) == [name]
    assert_plain(report)


@pytest.mark.parametrize(("name", "part", "before", "after"), IN_EXCEL)
def test_a_fault_in_an_excel_file_is_found_and_no_other(
    name: str, part: str, before: str, after: str
) -> None:
    report = check(changed(book(), part, before, after))

    assert failed(report) == [name]
    assert_plain(report)


@pytest.mark.parametrize(("name", "before", "after"), IN_PAGE)
def test_a_fault_in_a_web_page_is_found_and_no_other(name: str, before: str, after: str) -> None:
    text, count = re.subn(before, after, page().decode())

    report = check(text.encode())

    assert count
    assert failed(report) == [name]
    assert_plain(report)


def test_a_chart_without_words_is_found() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
        '<xdr:cNvPr id="1" name="Chart 1"/></xdr:wsDr>'
    )
    links = (
        '<Relationship Id="rId9" Target="/xl/drawings/drawing1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"/></Relationships>'
    )
    data = changed(book(), "xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>", links)

    report = check(with_part(data, "xl/drawings/drawing1.xml", drawing.encode()))

    assert failed(report) == ["Each picture and chart has words"]


def test_every_check_has_a_file_that_fails_it() -> None:
    tried = {
        "Word": {one[0] for one in IN_WORD},
        "Excel": {one[0] for one in IN_EXCEL} | {"Each picture and chart has words"},
        "Web page": {one[0] for one in IN_PAGE},
    }

    names = {
        report.kind: {one.name for one in report.checks}
        for report in (check(letter()), check(book()), check(page()))
    }

    assert tried == names


# ---- Files that we did not make ------------------------------------------------------------------------------


def test_a_file_that_somebody_typed_in_word_is_told_what_it_lacks() -> None:
    typed = WordFile()
    typed.add_paragraph("Minutes of the meeting")
    typed.add_paragraph("")
    typed.add_table(2, 2).cell(0, 0).text = "Who"
    saved = io.BytesIO()
    typed.save(saved)

    names = failed(check(saved.getvalue()))

    assert {
        "It begins with one main heading",
        "Each table has a header row",
        "No empty paragraphs make room",
    } <= set(names)


def test_a_file_that_somebody_typed_in_excel_is_told_what_it_lacks() -> None:
    typed = openpyxl.Workbook()
    typed["Sheet"].append(["Who", "When"])
    typed["Sheet"].append(["Asha", "Monday"])
    saved = io.BytesIO()
    typed.save(saved)

    names = failed(check(saved.getvalue()))

    assert names == [
        "It has a title",
        "It says its language",
        "Each sheet has a name that says what is on it",
        "Headings stay in sight",
        "Headings are printed on each page",
        "Rows and columns are tables with headings",
    ]


def test_many_faults_of_one_kind_are_counted_not_listed() -> None:
    many = changed(letter(), W_BODY, r"<w:tbl\b[^>]*>", "<w:p/>" * 50 + r"\g<0>")

    faults = check(many).faults

    assert len(faults) == 21
    assert faults[-1].what == "The same 30 more times."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word, Excel or web file"),
        (b"Dear Amina,", "no Word, Excel or web file"),
        (b"PK\x03\x04 and then the line went dead", "no Word, Excel or web file"),
        (b"\xd0\xcf\x11\xe0 an old letter", "old kind or has a password"),
        (b" " * (50 * 1024 * 1024 + 1), "too big"),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        check(data)


def test_a_file_that_unpacks_to_gigabytes_is_refused_before_it_does() -> None:
    bomb = with_part(letter(), W_STYLES, b" " * (33 * 1024 * 1024))

    with pytest.raises(CannotRead, match="far more than a document holds"):
        check(bomb)


def test_a_file_that_declares_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "cccc">]><w:document xmlns:w="w">&b;</w:document>'

    with pytest.raises(CannotRead, match="declarations"):
        check(with_part(letter(), W_BODY, bomb))


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = with_part(letter(), W_BODY.upper(), b"<a/>", twice=True)

    with pytest.raises(CannotRead, match="not put together"):
        check(data)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_damaged_file_is_looked_at_or_refused_and_never_a_surprise(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([letter(), book(), page()])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    assert _outcome(bytes(whole)).endswith(".")


def _outcome(data: bytes) -> str:
    try:
        return f"{check(data).words}."
    except CannotRead as problem:
        return str(problem)


# ---- The command ---------------------------------------------------------------------------------------------


def test_the_command_says_what_is_good_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, bad = tmp_path / "sound.docx", tmp_path / "bad.docx"
    sound.write_bytes(letter())
    bad.write_bytes(changed(letter(), W_BODY, "<w:tblHeader/>", ""))

    codes = [main(["check", str(path)]) for path in (sound, bad, tmp_path / "none.docx")]

    said = capsys.readouterr()
    assert codes == [0, 2, 2]
    assert "Word: 14 of 14 checks passed." in said.out
    assert (
        "To do: Each table has a header row\n  A table has no header row. Where: the table that" in said.out
    )
    assert "bad.docx has something to put right." in said.err
    assert "none.docx cannot be read" in said.err


# ---- How these tests make files ------------------------------------------------------------------------------


def letter() -> bytes:
    return word(LETTER, title="Better changing rooms: invitation", saved=SAVED, pictures={"clock.png": CLOCK})


def book() -> bytes:
    return workbook(SHEETS, title="Better changing rooms: checklist", saved=SAVED)


def page() -> bytes:
    return web_page(
        LETTER.replace("![A clock](clock.png)\n\n", ""), title="Better changing rooms: invitation"
    )


def failed(report: Report) -> list[str]:
    return [one.name for one in report.checks if one.faults]


def assert_plain(report: Report) -> None:
    """Each fault is a sentence, a place and something to do, without the words of a format."""
    for fault in report.faults:
        assert fault.what.endswith(".")
        assert fault.do.endswith((".", ">"))
        assert fault.where
        assert report.kind == "Web page" or not re.search("[<>]|XML|tbl|docPr", fault.what + fault.do)


def changed(data: bytes, part: str, before: str, after: str) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        text, count = re.subn(before, after, content.decode(), flags=re.DOTALL)
        assert count, f"{before} is not in {part}"
        return text.encode()

    return _packed(data, change)


def with_part(data: bytes, part: str, content: bytes, *, twice: bool = False) -> bytes:
    packed = io.BytesIO(_packed(data, lambda name, old: content if name == part else old))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as parts:
        if part not in parts.namelist() or twice:
            parts.writestr(part, content)
        if twice:
            parts.writestr(part, content)
    return packed.getvalue()


def _packed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return packed.getvalue()
