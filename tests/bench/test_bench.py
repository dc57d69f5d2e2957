"""The bench runs and says what it measured; how long things take is for `make bench` alone."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from planner.answers import NOT_SURE, QUESTIONS, Plan
from planner.documents import DOCUMENTS, fitting, open_plan, text_of
from planner.documents.sheets import sheets
from planner.pack import prepare
from tests.bench.bench import GROWING, KINDS, RICHEST, TIMES, TODAY, grown, main
from tests.bench.beside import by_docxtpl, by_python_docx, by_us, lines_of
from tests.bench.documents import DOCXTPL, OURS, PYTHON_DOCX, WORKBOOK, ZIP, more_rows, twelve_pages


def test_it_writes_and_prints_a_page_with_every_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    pack = prepare(open_plan(RICHEST.read_bytes()), today=TODAY)

    code = main(["--rounds", "1", "--fresh", "1", "--documents", "1", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert capsys.readouterr().out == page
    assert page.count(" ms | ") == 2 * 6
    assert "| Memory for the whole ZIP |" in page
    assert all(f"| {name} |" in page for name in (OURS, DOCXTPL, PYTHON_DOCX, WORKBOOK, ZIP))
    assert "| Opening any hostile file (the slowest run) |" in page
    assert "| Opening plan.docx |" in page
    assert all(f"| Ten times as much: {name} |" in page for name in GROWING)
    assert all(f"| {name}, {times} × |" in page for name in GROWING for times in TIMES)
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


@pytest.mark.parametrize("name", KINDS)
def test_ten_times_is_about_ten_times_as_much_of_what_it_says_alone(name: str) -> None:
    few, many = (grown(Plan(), KINDS[name], times) for times in (1, 10))

    sizes = [(_size(few, one.path), _size(many, one.path)) for one in QUESTIONS if one.kind in KINDS[name]]
    others = [one.path for one in QUESTIONS if one.kind not in KINDS[name]]

    assert sum(many for _, many in sizes) >= 9 * sum(few for few, _ in sizes)
    assert all(many.answer(path) == Plan().answer(path) for path in others)


def _size(plan: Plan, path: str) -> int:
    answer = plan.answer(path)
    assert answer != NOT_SURE
    return len(answer)
