"""The bench runs and says what it measured; how long things take is for `make bench` alone."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planner.answers import NOT_SURE, QUESTIONS, Plan
from planner.documents import DOCUMENTS, fitting, open_plan, text_of
from planner.documents.rows import HEADER_ROW
from planner.documents.sheets import sheets
from planner.documents.workbook import workbook
from planner.pack import prepare
from tests.bench.bench import RICHEST, TODAY, main
from tests.bench.beside import SAVED, by_docxtpl, by_python_docx, by_us, by_xlsxwriter, lines_of
from tests.bench.documents import (
    DOCXTPL,
    OURS,
    PYTHON_DOCX,
    WORKBOOK,
    XLSXWRITER,
    ZIP,
    more_rows,
    twelve_pages,
)
from tests.bench.growth import GROWING, KINDS, MOST, TIMES, case, grown, slope


def test_it_writes_and_prints_a_page_with_every_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    pack = prepare(open_plan(RICHEST.read_bytes()), today=TODAY)

    code = main(["--rounds", "1", "--fresh", "1", "--documents", "1", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert capsys.readouterr().out == page
    assert page.count(" ms | ") == 2 * 5  # found and at most of catalogue, prepare, advice, ZIP, harm
    assert "| Memory for the whole ZIP |" in page
    assert all(f"| {name} |" in page for name in (OURS, DOCXTPL, PYTHON_DOCX, WORKBOOK, XLSXWRITER, ZIP))
    assert "| Opening any hostile file (the slowest run) |" in page
    assert "| Opening plan.docx |" in page
    assert all(f"| Ten times as much: {name} |" in page for name in GROWING)
    assert all(f"| Growth at its steepest, 1 to 30: {name} |" in page for name in GROWING)
    assert all(f"| {case(name, times)} |" in page for name in GROWING for times in TIMES)
    assert all(f"| {document.name} (" in page for document in fitting(pack))


def test_the_three_ways_write_the_same_words() -> None:
    text = twelve_pages(text_of(DOCUMENTS["plan"], prepare(open_plan(RICHEST.read_bytes()), today=TODAY)))
    lines = lines_of(text)

    ours, docxtpl, python_docx = (
        _words(data) for data in (by_us(text), by_docxtpl(lines), by_python_docx(lines))
    )

    assert docxtpl == python_docx
    assert set(python_docx) <= set(ours)


def test_more_rows_are_more_rows() -> None:
    text = text_of(DOCUMENTS["checklist"], prepare(open_plan(RICHEST.read_bytes()), today=TODAY))

    few, many = (
        {sheet.name: len(sheet.rows) for sheet in sheets(one)} for one in (text, more_rows(text, 10))
    )

    assert many["Checklist"] == 10 * few["Checklist"]
    assert many["Lists"] == few["Lists"]


def _words(data: bytes) -> list[str]:
    """Every paragraph that has words, in and out of tables."""
    found = (
        "".join(text.text or "" for text in one.iter(qn("w:t")))
        for one in Document(io.BytesIO(data)).element.body.iter(qn("w:p"))
    )
    return [" ".join(words.split()) for words in found if words.strip()]


def test_the_other_workbook_has_the_same_cells() -> None:
    text = text_of(DOCUMENTS["checklist"], prepare(open_plan(RICHEST.read_bytes()), today=TODAY))

    ours, theirs = (
        load_workbook(io.BytesIO(data))
        for data in (workbook(text, title="A", saved=SAVED), by_xlsxwriter(sheets(text)))
    )

    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        mine, other = (_cells(book[name]) for book in (ours, theirs))
        assert mine.items() <= other.items()


def _cells(page: Worksheet) -> dict[tuple[int, int], object]:
    """What people see in the rows below the headings, without what a program works out."""
    return {
        (cell.row, cell.column): cell.value
        for row in page.iter_rows(min_row=HEADER_ROW)
        for cell in row
        if cell.value is not None and cell.data_type != "f"
    }


@pytest.mark.parametrize("name", KINDS)
def test_thirty_times_is_about_thirty_times_as_much_of_what_it_says_alone(name: str) -> None:
    few, many = (grown(Plan(), KINDS[name], times) for times in (1, MOST))

    sizes = [(_size(few, one.path), _size(many, one.path)) for one in QUESTIONS if one.kind in KINDS[name]]
    others = [one.path for one in QUESTIONS if one.kind not in KINDS[name]]

    assert sum(many for _, many in sizes) >= 0.5 * MOST * sum(few for few, _ in sizes)
    assert all(many.answer(path) == Plan().answer(path) for path in others)


def test_growth_is_that_of_its_steepest_part() -> None:
    assert slope([1, 3, 10, 30], [10, 10, 10, 90]) == pytest.approx(2)
    assert slope([1, 10], [1, 10]) == pytest.approx(1)


def _size(plan: Plan, path: str) -> int:
    answer = plan.answer(path)
    assert answer != NOT_SURE
    return len(answer)
