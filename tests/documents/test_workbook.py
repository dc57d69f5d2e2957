"""The workbook counts, adds up and opens without complaint, and nothing people write in it can do harm."""

import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from planner.documents.package import printable
from planner.documents.sheets import Kind, sheets, value_of
from planner.documents.workbook import workbook
from planner.documents.writing import escape
from tests.documents.lint_workbook import faults

SAVED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TITLE = "Shaping the new library: a workshop"

SAMPLE = """## Summary

The numbers that tell you where you are. They change when you change the other sheets.

<!-- sheet: Summary_table
column: What we count | 32 | text
column: Now           | 15 | by row
column: What it means | 46 | text
column: Sheet         | 13 | sheet
row: Things to do     | number   | = COUNTA(Checklist_table[What to do])
row: Done or not needed | number | = COUNTIF(Checklist_table[Status], "Done")
  + COUNTIF(Checklist_table[Status], "Not needed")
row: Progress         | progress | = IF(COUNTA(Checklist_table[What to do]) = 0, 0,
  (COUNTIF(Checklist_table[Status], "Done") + COUNTIF(Checklist_table[Status], "Not needed"))
  / COUNTA(Checklist_table[What to do]))
row: Late             | number   | = COUNTIF(Checklist_table[Late?], "Late")
row: Lowest cost      | money    | = SUM(Budget_table[Low])
row: Expected cost    | money    | = SUM(Budget_table[Expected cost])
row: Highest cost     | money    | = SUM(Budget_table[High])
row: Access           | money    | = SUMIFS(Budget_table[Expected cost], Budget_table[For], "Access")
-->

| What we count | Now | What it means | Sheet |
|---|---|---|---|
| Things to do | 12 | Everything on the checklist. | Checklist |
| Done or not needed | 3 | Nothing more to do about these. | Checklist |
| Progress | 25% | The share of the checklist that is finished. | Checklist |
| Late | 3 | The date has passed and it is not finished. Start here. | Checklist |
| Lowest cost | £4,087.80 | If every line comes in at its lowest. | Budget |
| Expected cost | £4,542.00 | What to ask for. | Budget |
| Highest cost | £5,223.30 | Keep the difference in reserve until people have told you what they need. | Budget |
| Access | £2,215.00 | The part of the expected cost that is for access. | Budget |

## Checklist

Choose a Status, write who and by when: the cream columns are yours. The Summary counts for you.

<!-- sheet: Checklist_table
filters
column: What to do | 42 | text
column: List       | 14 | text
column: Who        | 13 | suggest Who
column: By         | 14 | date
column: Status     | 14 | list Status
column: Late?      | 11 | text | = IF(AND(ISNUMBER({By}), {By} < TODAY(),
  {Status} <> "Done", {Status} <> "Not needed"), "Late", "")
fill in: Who, By, Status
paint: late  | {Late?} = "Late" | By, Late?
paint: done  | {Status} = "Done"
paint: quiet | {Status} = "Not needed"
paint: soon  | {Status} = "In progress" | Status
-->

| What to do | List | Who | By | Status | Late? |
|---|---|---|---|---|---|
| Step\\-free route from the bus and the car park\\: walk the route with a wheelchair user, and send the photo guide | Access | Sam | 2027-03-02 | Done | |
| BSL interpreters \\(2\\)\\: book, send the agenda and word list 5 days before | Access | Asha | 2026-02-12 | To do | Late |
| Live captions\\: test with the room microphone the day before | Access | Leo | 2027-03-10 | To do | |
| Quiet room\\: reserve room 3, low light, sign on the door | Access | Sam | 2026-03-01 | Done | |
| Hearing loop\\: switch on, test with a hearing aid user | Access | Venue team | 2027-03-11 | In progress | |
| Easy Read invitation and agenda\\: make, and check with two people who use Easy Read | Access | Marta | 2027-02-20 | In progress | |
| Personal assistants\\: free place, lunch and a seat beside the person | Access | Asha | 2027-03-01 | Not needed | |
| Agree the question with the disabled people's organisation | Before the day | Asha | 2026-01-15 | To do | Late |
| Visit the venue with a disabled colleague | Before the day | Sam | 2026-01-22 | In progress | Late |
| Pay people within five working days | After the day | Priya | 2027-03-25 | To do | |
| Ask everyone what they need, in the way they prefer, and write the answer down once so that nobody has to tell it again to every supplier | Before the day | | to agree | To do | |
| \\=HYPERLINK\\(\\"http\\:\\/\\/evil\\.example\\"\\,\\"Lunch\\"\\) | On the day | | | To do | |

## Budget

Change For, How many and Price each: the cream columns. The costs work themselves out.

<!-- sheet: Budget_table
column: Item          | 34 | text
column: For           | 10 | list Group
column: How many      |  9 | number
column: Unit          | 13 | text
column: Price each    | 11 | money
column: Low           | 11 | money | = {Expected cost} * 0.9
column: Expected cost | 13 | money | = N({How many}) * N({Price each})
column: High          | 11 | money | = {Expected cost} * 1.15
fill in: For, How many, Price each
total: Low, Expected cost, High
-->

| Item | For | How many | Unit | Price each | Low | Expected cost | High |
|---|---|---|---|---|---|---|---|
| Payment for people with lived experience | People | 12 | people | £75.00 | £810.00 | £900.00 | £1,035.00 |
| Travel and taxis | People | 12 | people | £22.00 | £237.60 | £264.00 | £303.60 |
| BSL interpreters \\(2, full day\\) | Access | 2 | interpreters | £420.00 | £756.00 | £840.00 | £966.00 |
| Live captioner | Access | 1 | day | £380.00 | £342.00 | £380.00 | £437.00 |
| Venue hire | Event | 1 | day | £310.00 | £279.00 | £310.00 | £356.50 |
| Lunch and drinks | Event | 22 | people | £11.50 | £227.70 | £253.00 | £290.95 |
| Easy Read design and checking | Access | 1 | job | £350.00 | £315.00 | £350.00 | £402.50 |
| Personal assistants' lunch and travel | Access | 4 | people | £25.00 | £90.00 | £100.00 | £115.00 |
| Printing \\(large print, tactile map\\) | Access | 1 | set | £145.00 | £130.50 | £145.00 | £166.75 |
| Facilitator | Event | 2 | days | £300.00 | £540.00 | £600.00 | £690.00 |
| Contingency for access requests | Access | 1 | sum | £400.00 | £360.00 | £400.00 | £460.00 |

## Run sheet

Who does what, minute by minute, on the day.

<!-- sheet: Run_sheet_table
column: Starts  |  9 | time
column: Minutes | 10 | number
column: What    | 34 | text
column: Who     | 13 | suggest Who
column: Notes   | 30 | text
fill in: Notes
-->

| Starts | Minutes | What | Who | Notes |
|---|---|---|---|---|
| 09:30 | 30 | Arriving, drinks, and finding the quiet room | Venue team | |
| 10:00 | 20 | Welcome and how we will work together | Asha | Say your name each time you speak |
| 10:20 | 15 | Break | Everyone | |

## Lists

The words in the drop-down lists. Write under a list to add to it.

<!-- lists
column: Status | 24 | text
column: Who    | 24 | text
column: Group  | 24 | text
-->

| Status | Who | Group |
|---|---|---|
| To do | Asha | People |
| In progress | Leo | Access |
| Done | Marta | Event |
| Not needed | Priya | |
| | Sam | |
| | Venue team | |
"""  # noqa: E501 (a row of a table is one line)

LIST = """## Shopping

What to buy.

<!-- sheet: Shopping_table
column: What  | 30 | text
column: Price | 12 | money
-->

| What | Price |
|---|---|
| {what} | {price} |
"""

HOSTILE = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","Lunch")',
    "@SUM(1+1)*cmd",
    "-2",
    "+1",
    "=1+1",
    "{=SUM(A1:A9)}",
    "{How many}",
    "Tea | coffee || juice |",
    "\\ \\\\ \\| C:\\lunch\\",
    "<!-- sheet: Evil_table -->",
    "## Evil",
    "<b>R&D</b> &amp; &#x41; ]]>",
    "_x0041_ and _x005F_x0041_",
    "👩🏽‍🦽 tea 🫖",
    "שלום, مرحبا",
    "*one* _two_ `three` [four](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "#REF!",
    "1E5",
    "TRUE",
    "2027-03-18",
]


# ---- How a sheet is laid out -------------------------------------------------------------------------------


def test_every_sheet_has_its_title_purpose_and_headings_where_people_look_for_them() -> None:
    book = opened(SAMPLE)

    found = {page.title: (page["A1"].value, page["A2"].value, page["A4"].value) for page in book.worksheets}

    assert found == {
        sheet.name: (sheet.name, sheet.purpose, sheet.columns[0].heading) for sheet in sheets(SAMPLE)
    }


def test_every_sheet_can_be_read_printed_and_scrolled() -> None:
    for page in opened(SAMPLE).worksheets:
        assert page.freeze_panes == "A5"
        assert page.print_title_rows == "$4:$4"
        assert not page.sheet_view.showGridLines
        assert page.page_setup.paperSize == 9
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert not page.merged_cells.ranges


def test_every_printed_page_says_the_plan_the_sheet_and_its_number() -> None:
    xml = part(written(SAMPLE), "xl/worksheets/sheet1.xml").decode()

    assert f"{TITLE}</oddHeader>" in xml
    assert re.search("<oddFooter>.*&amp;A.*Page &amp;P of &amp;N</oddFooter>", xml)


def test_wide_sheets_lie_down_and_narrow_ones_stand_up() -> None:
    book = opened(SAMPLE)

    assert book["Checklist"].page_setup.orientation == "landscape"
    assert book["Lists"].page_setup.orientation == "portrait"


def test_the_first_sheet_opens_at_its_first_cell() -> None:
    book = opened(SAMPLE)

    assert book.active is book["Summary"]
    assert all(page.sheet_view.selection[0].activeCell == "A1" for page in book.worksheets)


def test_no_type_is_smaller_than_eleven_points() -> None:
    book = opened(SAMPLE)

    sizes = {cell.font.sz for page in book.worksheets for row in page.iter_rows() for cell in row}

    assert min(sizes) >= 11


def test_the_file_says_what_it_is_who_made_it_and_in_which_language() -> None:
    about = opened(SAMPLE).properties

    assert (about.title, about.creator, about.language) == (TITLE, "Doing With", "en-GB")
    assert about.created == about.modified == SAVED.replace(tzinfo=None)


def test_rows_are_tall_enough_for_their_words_and_may_grow() -> None:
    words = "Ask everyone what they need, in the way they prefer, and write the answer down once. " * 2

    short, long = (written(LIST.format(what=what, price="£2.00")) for what in ("Tea", words))

    assert height_of_row(long, 5) >= height_of_row(short, 5) + 4 * 15
    assert b"customHeight" not in part(long, "xl/worksheets/sheet1.xml")


def test_a_purpose_wider_than_its_sheet_takes_a_second_line() -> None:
    purpose = "What to buy, from whom, and when it has to be in the kitchen at the library."

    page = opened(LIST.format(what="Tea", price="2").replace("What to buy.", purpose)).worksheets[0]

    assert page["A3"].value
    assert f"{page['A2'].value} {page['A3'].value}" == purpose


# ---- Tables, lists and colours -----------------------------------------------------------------------------


def test_every_table_has_a_name_of_its_own_and_covers_its_rows() -> None:
    book = opened(SAMPLE)

    tables = {table.name: table.ref for page in book.worksheets for table in page.tables.values()}

    assert tables == {
        "Summary_table": "A4:D12",
        "Checklist_table": "A4:F16",
        "Budget_table": "A4:H15",
        "Run_sheet_table": "A4:E7",
        "Status_list": "A4:A8",
        "Who_list": "B4:B10",
        "Group_list": "C4:C7",
    }


def test_only_a_sheet_that_asks_has_buttons_to_sort_by() -> None:
    book = opened(SAMPLE)

    assert book["Checklist"].tables["Checklist_table"].autoFilter is not None
    assert book["Budget"].tables["Budget_table"].autoFilter is None


def test_a_table_with_nothing_in_it_has_one_empty_row() -> None:
    text = LIST.format(what="Tea", price="2").replace("| Tea | 2 |\n", "")

    page = opened(text).worksheets[0]

    assert page.tables["Shopping_table"].ref == "A4:B5"
    assert page["A5"].value is None


def test_drop_downs_offer_the_lists_people_can_edit() -> None:
    book = opened(SAMPLE)

    rules = {str(rule.sqref): rule for rule in book["Checklist"].data_validations.dataValidation}
    names = {name: found.attr_text for name, found in book.defined_names.items()}

    assert names == {"Status": "'Lists'!$A$5:$A$8", "Who": "'Lists'!$B$5:$B$10", "Group": "'Lists'!$C$5:$C$7"}
    assert {rule.formula1 for rule in rules.values() if rule.type == "list"} == {"Status", "Who"}
    assert next(rule for rule in rules.values() if rule.formula1 == "Status").showErrorMessage
    assert not next(rule for rule in rules.values() if rule.formula1 == "Who").showErrorMessage


def test_every_colour_that_tells_something_follows_a_word() -> None:
    painted = opened(SAMPLE)["Checklist"].conditional_formatting

    tests = {formula for area in painted for rule in area.rules for formula in rule.formula}

    assert tests == {'$F5 = "Late"', '$E5 = "Done"', '$E5 = "Not needed"', '$E5 = "In progress"'}


def test_progress_has_a_bar_behind_its_number() -> None:
    (area,) = opened(SAMPLE)["Summary"].conditional_formatting

    assert str(area.sqref) == "B7"
    assert area.rules[0].type == "dataBar"


def test_a_sheet_named_in_the_summary_is_a_link_to_it() -> None:
    link = opened(SAMPLE)["Summary"]["D5"].hyperlink

    assert link is not None
    assert link.location == "'Checklist'!A1"


# ---- What the cells hold -----------------------------------------------------------------------------------


def test_dates_are_dates_money_is_money_and_times_are_times() -> None:
    book = opened(SAMPLE)

    day, price, starts = book["Checklist"]["D5"], book["Budget"]["E5"], book["Run sheet"]["A5"]

    assert (day.value, day.number_format) == (datetime(2027, 3, 2), "d mmm yyyy")  # noqa: DTZ001
    assert (price.value, price.number_format) == (75, "£#,##0.00;-£#,##0.00")
    assert (starts.value, starts.number_format) == (time(9, 30), "hh:mm")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2027-03-18", Kind.DATE, date(2027, 3, 18)),
        ("Thursday 18 March 2027", Kind.DATE, date(2027, 3, 18)),
        ("18 Mar 2027", Kind.DATE, date(2027, 3, 18)),
        ("2027-02-30", Kind.DATE, "2027-02-30"),
        ("to agree", Kind.DATE, "to agree"),
        ("£1,250.00", Kind.MONEY, 1250),
        ("-£20", Kind.MONEY, -20),
        ("\N{MINUS SIGN}£20", Kind.MONEY, -20),
        ("about £20", Kind.MONEY, "about £20"),
        ("1.5", Kind.NUMBER, 1.5),
        ("0044 1234 567890", Kind.NUMBER, "0044 1234 567890"),
        ("1234567890123456", Kind.NUMBER, "1234567890123456"),
        ("25%", Kind.PERCENT, 0.25),
        ("9:05", Kind.TIME, time(9, 5)),
        ("25:00", Kind.TIME, "25:00"),
        ("2027-03-18", Kind.TEXT, "2027-03-18"),
    ],
)
def test_a_cell_becomes_what_its_column_holds_or_stays_as_words(text: str, kind: Kind, value: object) -> None:
    assert value_of(text, kind) == value


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("field", ["what", "price"])
def test_whatever_people_write_arrives_letter_for_letter(words: str, field: str) -> None:
    cells = {"what": "Tea", "price": "£2.00"} | {field: escape(words)}

    cell = opened(LIST.format(**cells)).worksheets[0]["A5" if field == "what" else "B5"]

    if field == "price" and words in {"-2", "+1"}:
        assert cell.value in {-2, "+1"}
    else:
        assert (cell.data_type, read(cell)) == ("s", words)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-2", "@SUM"])
def test_words_that_look_like_a_formula_stay_words_when_edited(words: str) -> None:
    page = opened(LIST.format(what=escape(words), price="")).worksheets[0]

    assert page["A5"].quotePrefix
    assert not page["B5"].quotePrefix


def test_twenty_thousand_letters_fit_and_more_than_a_cell_holds_are_cut() -> None:
    fits, too_many = (
        opened(LIST.format(what=what, price="")).worksheets[0] for what in ("a" * 20_000, "👋" * 20_000)
    )

    assert fits["A5"].value == "a" * 20_000
    assert too_many["A5"].value == "👋" * (32_767 // 2)


def test_an_answer_under_a_formula_is_words_too() -> None:
    text = LIST.format(what="Tea", price=escape("_x0041_ & <b>"))
    text = text.replace("| 12 | money", "| 12 | text | = {What}")

    data = written(text.replace("Tea", "T\x07ea"))

    assert load_workbook(io.BytesIO(data)).worksheets[0]["B5"].value == "=Shopping_table[[#This Row],[What]]"
    assert b't="str"><f>' in part(data, "xl/worksheets/sheet1.xml")
    assert b"<v>_x005F_x0041_ &amp; &lt;b&gt;</v>" in part(data, "xl/worksheets/sheet1.xml")


def test_a_title_may_have_anything_in_it() -> None:
    data = workbook(SAMPLE, title="Tea & \x00talk\n" + "&" * 300, saved=SAVED)

    xml = part(data, "xl/worksheets/sheet1.xml").decode()
    header = unescape(re.findall("<oddHeader>(.*)</oddHeader>", xml)[0])

    assert "Tea && talk &&" in header
    assert len(header) <= 255


def test_formulas_come_only_from_the_comments() -> None:
    book = opened(SAMPLE)

    columns = {
        (page.title, cell.coordinate[0])
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }

    assert columns == {("Summary", "B"), ("Checklist", "F"), *(("Budget", letter) for letter in "FGH")}


def test_totals_and_costs_include_the_rows_people_add() -> None:
    page = opened(SAMPLE)["Budget"]

    column = page.tables["Budget_table"].tableColumns[6]

    assert page["G3"].value == "=SUM(Budget_table[Expected cost])"
    assert column.calculatedColumnFormula is not None
    assert column.calculatedColumnFormula.attr_text == (
        "N(Budget_table[[#This Row],[How many]]) * N(Budget_table[[#This Row],[Price each]])"
    )


def test_answers_show_before_any_program_has_calculated() -> None:
    book = load_workbook(io.BytesIO(written(SAMPLE)), data_only=True)

    summary = [row[1].value for row in book["Summary"].iter_rows(min_row=5)]

    assert summary == [12, 3, 0.25, 3, 4087.8, 4542, 5223.3, 2215]
    assert [book["Budget"][place].value for place in ("F3", "G3", "H3")] == [4087.8, 4542, 5223.3]
    assert book["Checklist"]["F6"].value == "Late"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_text_survives_writing_and_reading(words: str) -> None:
    expected = re.sub("[ \t\n\r\v\f\x85\u2028\u2029]+", " ", printable(words)).strip()

    page = opened(LIST.format(what=f"“{escape(words)}”", price="")).worksheets[0]

    assert read(page["A5"]) == f"“{expected}”"


# ---- The whole file ----------------------------------------------------------------------------------------


def test_the_same_answers_give_the_same_bytes() -> None:
    assert written(SAMPLE) == written(SAMPLE)


def test_the_file_is_what_excel_can_open_without_repair() -> None:
    hostile = "\n".join(f"| {escape(words)} | {escape(words)} |" for words in HOSTILE)

    assert faults(written(SAMPLE)) == []
    assert faults(written(LIST.format(what="Tea", price="2 |\n" + hostile.removesuffix(" |")))) == []


def test_openxml_audit_finds_nothing_new(tmp_path: Path) -> None:
    file = tmp_path / "workbook.xlsx"
    file.write_bytes(written(SAMPLE))

    asked = [sys.executable, "-m", "openxml_audit", str(file), "--output", "json"]
    found = json.loads(subprocess.run(asked, check=False, capture_output=True, text=True).stdout)[0]["errors"]

    assert [fault for fault in found if not any(known in fault["description"] for known in KNOWN_NOISE)] == []


KNOWN_NOISE = {
    # openpyxl writes words in the cell, not in a shared list.  The format allows both; Excel only moves them.
    "inline-string cell(s)",
}


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (("xl/tables/table1.xml", 'name="What"', 'name="Thing"'), "the heading is 'Thing'"),
        (("xl/tables/table1.xml", 'name="Price"', 'name="what"'), "two headings 'what'"),
        (("xl/tables/table1.xml", 'ref="A4:B5"', 'ref="A4:C5"'), "2 columns and room for 3"),
        (("xl/tables/table1.xml", 'ref="A4:B5"', 'ref="A4:B4"'), "no row below"),
        (("xl/workbook.xml", 'name="Shopping"', 'name="Shop/ping"'), "no sheet can be called"),
        (("xl/workbook.xml", 'name="Shopping"', f'name="{"x" * 32}"'), "no sheet can be called"),
        (("xl/worksheets/sheet1.xml", "Tea", "a" * 32_768), "more than 32767 letters"),
    ],
)
def test_the_lint_sees_what_excel_would_repair(broken: tuple[str, str, str], fault: str) -> None:
    found = faults(with_change(written(LIST.format(what="Tea", price="2")), *broken))

    assert any(fault in each for each in found), found


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (("xl/tables/table2.xml", '"Checklist_table"', '"summary_table"'), "two tables or lists"),
        (("xl/tables/table2.xml", 'id="2" name="Checklist', 'id="1" name="Checklist'), "have the number 1"),
        (("xl/workbook.xml", "'Lists'!$A$5:$A$8", "'Gone'!$A$5:$A$8"), "sheet that is not there: 'Gone'"),
        (("xl/worksheets/sheet1.xml", "'Checklist'!A1", "'Gone'!A1"), "a link to a sheet that is not there"),
        (("xl/worksheets/sheet2.xml", "<formula1>Who", "<formula1>Whom"), "no list called 'Whom'"),
        (("xl/worksheets/sheet2.xml", "<formula1>Who", f'<formula1>"{"a," * 130}"'), "more than 255 letters"),
    ],
)
def test_the_lint_sees_what_goes_wrong_between_sheets(broken: tuple[str, str, str], fault: str) -> None:
    found = faults(with_change(written(SAMPLE), *broken))

    assert any(fault in each for each in found), found


# ---- A template with a fault in it -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("## Shopping", "## Shop/ping"), "cannot be the name of a sheet"),
        (("## Shopping", "### Shopping"), "no '## Sheet'"),
        (("Shopping_table", "Shopping"), "cannot be the name of a table"),
        (("column: Price", "column: Cost"), "the table's headings are"),
        (("| What | Price |", "| Price | What |"), "the table's headings are"),
        (("| 12 | money", "| 12 | pounds"), "pounds"),
        (("| 12 | money", "| money"), "should have 3 or 4 parts"),
        (("| 12 | money", "| 12 | money | {Cost} * 2"), "begins with '='"),
        (("| 12 | money", "| 12 | money | = {Cost} * 2"), "no column called 'Cost'"),
        (("| 12 | money", "| 12 | money | = SUM(Gone_table[Cost])"), "which is nowhere"),
        (("| 12 | money", "| 12 | list Status"), "No sheet of lists has these: Status"),
        (("column: What ", "column: What. "), "A heading may have"),
        (("-->", "colour: red\n-->"), "nobody knows what 'colour' means"),
        (("-->", "row: Milk | money | = 1\n-->"), "no row called Milk"),
        (("-->", "total: Cost\n-->"), "no column called 'Cost'"),
        (("<!-- sheet:", "<!-- lists\n-->\n\n<!-- sheet:"), "one comment"),
        (("<!-- sheet: Shopping_table", "<!-- What we need"), "one comment"),
    ],
)
def test_a_fault_in_the_template_is_said_in_words(change: tuple[str, str], said: str) -> None:
    text = LIST.format(what="Tea", price="2").replace(*change)

    with pytest.raises(ValueError, match=re.escape(said)):
        sheets(text)


def test_two_sheets_cannot_share_a_name() -> None:
    text = LIST.format(what="Tea", price="2")

    with pytest.raises(ValueError, match="Two sheets have the same name"):
        sheets(text + text)


# ---- How these tests write and read ------------------------------------------------------------------------


def written(text: str) -> bytes:
    return workbook(text, title=TITLE, saved=SAVED, description="To keep working in.")


def opened(text: str) -> Workbook:
    return load_workbook(io.BytesIO(written(text)))


def read(cell: Cell) -> str:
    """The words as Excel reads them; openpyxl leaves its codes for odd letters as they are."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), str(cell.value))


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name)


def height_of_row(data: bytes, row: int) -> float:
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    return float(page.row_dimensions[row].height or 0)


def with_change(data: bytes, name: str, before: str, after: str) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(changed, "w") as target:
        for each in parts.namelist():
            content = parts.read(each).decode()
            assert each != name or before in content, f"{before} is not in {name}"
            target.writestr(each, content.replace(before, after) if each == name else content)
    return changed.getvalue()
