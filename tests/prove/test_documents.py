"""Programs that we did not write open every document of every example, and find nothing wrong."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.answers import QUESTIONS, Kind
from planner.documents import DOCUMENTS, make, open_plan
from planner.pack import prepare
from tests.prove.conftest import EXAMPLES, TODAY
from tests.prove.recalculate import recalculated
from tests.prove.witnesses import FAULTS, page_counts, sdk_errors


def test_an_example_makes_word_and_excel_files(pack: Path) -> None:
    kinds = {path.suffix for path in pack.rglob("*")}

    assert {".docx", ".xlsx"} <= kinds


def test_microsofts_own_reader_finds_no_error(pack: Path) -> None:
    errors = {path.name: sdk_errors(path) for kind in ("docx", "xlsx") for path in pack.rglob(f"*.{kind}")}

    assert not {name: found for name, found in errors.items() if found}


def test_libreoffice_lays_out_every_word_file(pack: Path, tmp_path: Path) -> None:
    documents = sorted(pack.rglob("*.docx"))

    counts = page_counts(documents, tmp_path)

    assert len(counts) == len(documents)
    assert all(counts.values()), counts


def test_the_plan_on_two_pages_has_two_pages(pack: Path, tmp_path: Path) -> None:
    (document,) = pack.glob("*-talk-over.docx")

    counts = page_counts([document], tmp_path)

    assert counts == {document.name: 2}


def test_the_plan_on_two_pages_has_two_pages_whatever_was_typed(tmp_path: Path) -> None:
    plan = open_plan(EXAMPLES[0].read_bytes())
    for one in QUESTIONS:
        if one.kind is Kind.TEXT:
            plan = plan.with_answer(one.path, "Wonderful workshops make many meetings memorable. " * 20)
    document = tmp_path / "longest.docx"
    document.write_bytes(make(DOCUMENTS["talk-over"], prepare(plan, today=date.fromisoformat(TODAY))).data)

    counts = page_counts([document], tmp_path)

    assert counts == {document.name: 2}


def test_libreoffice_works_out_every_formula(pack: Path, tmp_path: Path) -> None:
    workbooks = sorted(pack.rglob("*.xlsx"))

    cells = [
        f"{path.name}, {sheet}: {cell}"
        for path in workbooks
        for sheet, rows in recalculated(path, tmp_path / path.stem).items()
        for row in rows
        for cell in row
    ]

    assert cells
    assert not [cell for cell in cells if FAULTS.search(cell)]


def test_the_spreadsheet_and_the_planner_agree_on_every_total(pack: Path, tmp_path: Path) -> None:
    plan = open_plan(next(pack.rglob("*.json")).read_bytes())
    budget = prepare(plan, today=date.fromisoformat(TODAY)).arranged.budget
    total = budget.total
    expected = {
        "Lowest total": total.low,
        "Expected total": total.expected,
        "Highest total": total.high,
        **{group.words: budget.group(group).expected for group in budget.groups},
    }

    sheets = recalculated(next(pack.rglob("*.xlsx")), tmp_path)

    found = {row[0]: _pounds(row[1]) for row in sheets["Summary"] if row[0] in expected}
    assert found == expected


def _pounds(cell: str) -> Decimal:
    return Decimal(cell.replace("£", "").replace(",", ""))
