"""The Word file is designed, accessible, valid, and holds every letter that was typed."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so
from PIL import Image as Drawing

from planner.documents.markup import MarkupError
from planner.documents.package import same_bytes
from planner.documents.reference import CALLOUT_COLOURS, LOOKS, PLUM
from planner.documents.word import Print, word
from planner.documents.writing import escape
from tests.documents.hostile import HOSTILE, on_one_line

SAVED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PLAN = """\
<!-- cover -->
Northfield Access Forum

# Better bus stops

Friday 12 March 2027

<!-- toc: Contents -->

<!-- page-break -->

## Why we are meeting

Disabled people use these stops every day. Read [the guide](https://www.example.org/guide?a=1&b=2).

<!-- callout: shut-out -->
> **Someone will be shut out:** the lift is not working.
>
> Move the date.

### Before

1. Ask everyone
   - by post
2. Send the papers

Then:

1. Ring everyone
2. Check the loop

<!-- ticks -->
- Signs at eye level

#### If the lift fails

![A map of the library](map.png)

## Money

<!-- table: What it costs | 4 1 1 1.5 | total -->

| Item | How many | Price | Cost |
|---|---:|---:|---:|
| Payment for people with lived experience | 12 | £75.00 | £900 |
| Interpreters | 2 | £420.00 | £840 |
| Tea | 22 | £1.50 | £33 |
| Travel | 12 | £22.00 | £264 |
| Total | | | £2,037 |

Prices are from three quotes.

| What | Details |
|---|---|
| When | Friday 12 March 2027 |
"""


def picture() -> bytes:
    drawn = io.BytesIO()
    Drawing.new("RGB", (400, 200), "white").save(drawn, "PNG")
    return drawn.getvalue()


PICTURES = {"map.png": picture()}


def made(text: str = PLAN, size: Print = Print.STANDARD, *, title: str = "Better bus stops") -> bytes:
    return word(text, title=title, saved=SAVED, size=size, description="A plan", pictures=PICTURES)


def opened(text: str = PLAN, size: Print = Print.STANDARD) -> Any:
    return Document(io.BytesIO(made(text, size)))


def paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph, of tables and footers too."""
    yield from document.element.body.iter(qn("w:p"))
    for section in document.sections:
        yield from section.footer._element.iter(qn("w:p"))  # noqa: SLF001  python-docx has no other door


def words_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def lines(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


@pytest.mark.parametrize("size", Print)
@pytest.mark.parametrize("place", ["{}", "## {}", "- {}", "> {}", "**{}**", "| What |\n|---|\n| {} |"])
def test_every_letter_comes_out(place: str, size: Print) -> None:
    text = "\n\n".join(place.replace("{}", str(escape(f"start {typed} end"))) for typed in HOSTILE)

    document = opened(text, size)

    found = {words_of(paragraph) for paragraph in document.element.body.iter(qn("w:p"))}
    assert [typed for typed in HOSTILE if on_one_line(f"start {typed} end") not in found] == []


@pytest.mark.parametrize("typed", HOSTILE)
def test_every_letter_of_a_title_comes_out(typed: str) -> None:
    document = opened(f"# {escape(f'start {typed} end')}")

    assert lines(document, "Title") == [on_one_line(f"start {typed} end")]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_wide_table_of_typed_words_keeps_them_in_large_print(typed: str) -> None:
    cell = escape(f"a{typed}b")
    text = (
        f"<!-- table: {cell} -->\n| {cell} | B | C | {cell} |\n|---|---|---|---|\n| {cell} | 1 | 2 | {cell} |"
    )

    document = opened(text, Print.LARGE)

    line = on_one_line(f"a{typed}b")
    assert [paragraph.text for paragraph in document.paragraphs] == [
        line,
        line,
        "B: 1",
        "C: 2",
        f"{line}: {line}",
    ]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_typed_title_is_kept_in_the_properties(typed: str) -> None:
    document = Document(io.BytesIO(made("Hello", title=f"a{typed}b")))

    assert document.core_properties.title == on_one_line(f"a{typed}b")[:255]


def test_the_file_says_who_what_and_which_language() -> None:
    properties = opened().core_properties

    assert properties.title == "Better bus stops"
    assert properties.author == properties.last_modified_by == "Doing With"
    assert properties.language == "en-GB"
    assert properties.comments == "A plan"
    assert properties.created == properties.modified == SAVED


def test_headings_are_real_and_none_is_left_out() -> None:
    styles = [paragraph.style.name for paragraph in opened().paragraphs]

    levels = [int(style[-1]) for style in styles if re.fullmatch(r"Heading \d", style)]
    assert levels == [1, 2, 3, 1]
    assert styles[:3] == ["Cover Label", "Title", "Subtitle"]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("size", Print)
def test_no_paragraph_is_empty(size: Print) -> None:
    document = opened(size=size)

    empty = [p for p in paragraphs(document) if not words_of(p) and not list(p.iter(qn("w:drawing")))]
    assert empty == []


@pytest.mark.parametrize("size", Print)
def test_every_table_has_a_header_row_and_rows_that_stay_whole(size: Print) -> None:
    tables = opened(size=size).tables

    assert len(tables) == (2 if size is Print.STANDARD else 1)
    for table in tables:
        rows = [row._tr.trPr for row in table.rows]  # noqa: SLF001  python-docx has no other door
        assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_no_page_holds_one_row_of_a_table_alone() -> None:
    first_table = opened().tables[0]

    kept = [
        all(
            p.style.name == "Table Heading" or p.paragraph_format.keep_with_next
            for p in row.cells[0].paragraphs
        )
        for row in first_table.rows
    ]
    assert kept == [True, True, False, True, True, False]


def test_numbers_stand_on_the_right_below_their_heading() -> None:
    row = opened().tables[0].rows[1]

    assert [cell.paragraphs[0].style.name for cell in row.cells] == ["Table Words", *["Table Number"] * 3]


def test_a_table_is_named_for_people_who_do_not_see_it() -> None:
    captions = [caption.get(qn("w:val")) for caption in opened().element.body.iter(qn("w:tblCaption"))]

    assert captions == ["What it costs"]


def test_large_print_makes_a_wide_table_into_short_lists() -> None:
    document = opened(size=Print.LARGE)

    assert lines(document, "Record Name") == [
        "Payment for people with lived experience",
        "Interpreters",
        "Tea",
        "Travel",
        "Total",
    ]
    assert lines(document, "Record Words")[:3] == ["How many: 12", "Price: £75.00", "Cost: £900"]
    assert lines(document, "Record Words")[-1] == "Cost: £2,037"


@pytest.mark.parametrize(("size", "points"), [(Print.STANDARD, 12), (Print.LARGE, 18)])
def test_no_letter_is_too_small(size: Print, points: int) -> None:
    sizes = [
        int(found)
        for found in re.findall(rb'<w:sz w:val="(\d+)"/>', part(made(size=size), "word/styles.xml"))
    ]

    assert sizes
    assert min(sizes) == points * 2


def test_each_numbered_list_starts_again() -> None:
    document = opened()
    numbering = document.part.numbering_part.element

    ids = [
        number.get(qn("w:val"))
        for paragraph in document.paragraphs
        if paragraph.style.name == "List Paragraph"
        for number in paragraph._p.iter(qn("w:numId"))  # noqa: SLF001  python-docx has no other door
    ]
    started = {
        number.get(qn("w:numId")): [start.get(qn("w:val")) for start in number.iter(qn("w:startOverride"))]
        for number in numbering.iter(qn("w:num"))
    }
    assert ids == ["1", "2", "1", "3", "3", "4"]
    assert started == {"1": ["1"], "2": [], "3": ["1"], "4": []}


def test_no_page_holds_one_item_of_a_list_alone() -> None:
    items = opened("- Tea\n- Water\n- Juice\n- Coffee\n").paragraphs

    assert [bool(item.paragraph_format.keep_with_next) for item in items] == [True, False, True, False]


def test_a_list_may_start_at_another_number() -> None:
    numbering = opened("4. Four\n5. Five").part.numbering_part.element

    assert [start.get(qn("w:val")) for start in numbering.iter(qn("w:startOverride"))] == ["4"]


def test_contents_link_to_the_headings_and_ask_nothing_on_opening() -> None:
    document = opened()

    links = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    entries = lines(document, "toc 1") + lines(document, "toc 2")
    assert entries == ["Why we are meeting", "Money", "Before"]
    assert set(filter(None, links)) <= set(marks)
    assert len(list(filter(None, links))) == len(entries)
    assert b"updateFields" not in part(made(), "word/settings.xml")


def test_a_page_break_is_a_setting_of_what_follows() -> None:
    broken = [
        paragraph.text for paragraph in opened().paragraphs if paragraph.paragraph_format.page_break_before
    ]

    assert broken == ["Why we are meeting"]


def test_links_go_to_the_web_and_nowhere_else() -> None:
    document = opened("[a](https://example.org) [b](mailto:asha@example.org) [c](javascript:alert(1))")

    targets = [link.target_ref for link in document.part.rels.values() if link.is_external]
    assert targets == ["https://example.org", "mailto:asha@example.org"]
    assert document.paragraphs[0].text == "a b c"


def test_pictures_have_words_and_numbers_of_their_own() -> None:
    text = "![A map](map.png) and ![The same map](map.png)\n\n"
    text += "| Picture | Words |\n|---|---|\n| ![Map](map.png) | A |"

    described = list(opened(text).element.body.iter(qn("wp:docPr")))

    assert [picture.get("descr") for picture in described] == ["A map", "The same map", "Map"]
    assert len({picture.get("id") for picture in described}) == 3


def test_a_picture_fits_its_column() -> None:
    text = "<!-- table: Signs | 1 9 -->\n| Picture | Words |\n|---|---|\n| ![Map](map.png) | Here |"

    (extent,) = opened(text).element.body.iter(qn("wp:extent"))

    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert width < LOOKS[Print.STANDARD].text_width * 635 / 4
    assert width == pytest.approx(2 * height, abs=2)


def test_a_missing_picture_is_named() -> None:
    with pytest.raises(KeyError, match=r"no-such\.png"):
        made("![A bus](no-such.png)")


def test_every_page_has_its_number_and_title() -> None:
    (footer,) = opened().sections[0].footer.paragraphs

    instructions = [field.text.strip() for field in footer._p.iter(qn("w:instrText"))]  # noqa: SLF001
    assert footer.text == "Better bus stops\tPage 1 of 1"
    assert instructions == ["PAGE", "NUMPAGES"]


def test_a_long_title_leaves_room_for_the_number_of_the_page() -> None:
    document = Document(io.BytesIO(made("Hello", Print.LARGE, title="Better bus stops for all of us " * 9)))

    assert document.sections[0].footer.paragraphs[0].text == "Better bus stops for all of…\tPage 1 of 1"


@pytest.mark.parametrize("size", Print)
def test_the_package_is_british_and_modern_with_no_leftovers(size: Print) -> None:
    package = zipfile.ZipFile(io.BytesIO(made(size=size)))

    everything = b"".join(
        package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))
    )
    assert not {name for name in package.namelist() if "stylesWithEffects" in name or "customXml" in name}
    assert set(re.findall(rb'<w:lang w:val="([^"]*)"', everything)) == {b"en-GB"}
    assert not re.findall(rb"ja-JP|zh-CN|en-US|MS Mincho|MS Gothic", everything)
    assert b'"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in everything


@pytest.mark.parametrize("size", Print)
def test_the_same_plan_gives_the_same_bytes(size: Print) -> None:
    assert made(size=size) == made(size=size)


def test_the_stamp_is_when_the_plan_was_saved_wherever_that_was() -> None:
    in_paris = SAVED.astimezone(timezone(timedelta(hours=1)))
    package = zipfile.ZipFile(io.BytesIO(made()))

    again = same_bytes(made(), in_paris)

    assert again == made() == same_bytes(made(), SAVED.replace(tzinfo=None))
    assert package.read("docProps/core.xml").count(b">2026-11-23T09:00:00Z<") == 2
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_moment_gives_other_bytes() -> None:
    assert same_bytes(made(), SAVED + timedelta(seconds=1)) != made()


# The Python port of Microsoft's validator has nothing to say about our files: no known noise to leave out.
@pytest.mark.parametrize("size", Print)
@pytest.mark.parametrize(
    "text", [PLAN, "\n\n".join(f"## {escape(typed)}\n\n{escape(typed)}" for typed in HOSTILE)]
)
def test_word_has_nothing_to_repair(tmp_path: Path, text: str, size: Print) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(made(text, size))

    found = OpenXmlValidator().validate(file)

    assert [f"{error.part_uri}: {error.description}" for error in found.errors] == []


def test_what_is_not_ours_is_refused() -> None:
    with pytest.raises(MarkupError, match="tabel"):
        made("<!-- tabel: Money -->")


def test_no_column_is_narrower_than_its_words() -> None:
    text = (
        "<!-- table: Squeezed | 1 30 30 -->\n| Time | What | When |\n|---|---|---|\n"
        "| 10:35 | Interpreters | 12 February 2027 |"
    )

    first, *others = (column.width for column in opened(text).tables[0].columns)

    five_bold_digits = 12 * 12700 * 0.556 * 5
    assert first > five_bold_digits
    assert first + sum(others) == LOOKS[Print.STANDARD].text_width * 635


def test_columns_nobody_measured_fill_the_page_by_their_words() -> None:
    text = f"| No. | What |\n|---|---|\n| 1 | {'many words ' * 9} |"

    narrow, wide = (column.width for column in opened(text).tables[0].columns)

    assert narrow * 3 < wide


@pytest.mark.parametrize(("fill", "colour"), [("FFFFFF", PLUM), *CALLOUT_COLOURS.values()])
def test_colours_can_be_told_apart(fill: str, colour: str) -> None:
    lighter, darker = sorted((luminance(fill), luminance(colour)), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Of WCAG 2."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def part(package: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(package)).read(name)
