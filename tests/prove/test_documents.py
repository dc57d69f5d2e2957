"""Programs that we did not write open every document of every example, and find nothing wrong."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.answers import QUESTIONS, Kind
from planner.documents import DOCUMENTS, make, open_plan
from planner.pack import prepare
from tests.prove.conftest import EXAMPLES, TODAY, word_files
from tests.prove.recalculate import recalculated
from tests.prove.witnesses import FAULTS, page_counts, sdk_errors_in


def test_an_example_makes_word_and_excel_files(pack: Path) -> None:
    kinds = {path.suffix for path in pack.rglob("*")}

    assert {".docx", ".xlsx"} <= kinds


def test_microsofts_own_reader_finds_no_error(packs: dict[str, Path]) -> None:
    workbooks = [file for folder in packs.values() for file in folder.rglob("*.xlsx")]

    errors = sdk_errors_in([*word_files(packs), *workbooks])

    assert errors == {}


def test_the_plan_on_two_pages_has_two_pages(packs: dict[str, Path], tmp_path: Path) -> None:
    documents = [file for folder in packs.values() for file in folder.rglob("*-talk-over.docx")]

    counts = page_counts([*documents, _longest(tmp_path)], tmp_path)

    assert len(counts) == len(packs) + 1
    assert set(counts.values()) == {2}, counts


def _longest(folder: Path) -> Path:
    """The plan on two pages, with much typed wherever something can be typed."""
    plan = open_plan(EXAMPLES[0].read_bytes())
    for one in QUESTIONS:
        if one.kind is Kind.TEXT:
            plan = plan.with_answer(one.path, "Wonderful workshops make many meetings memorable. " * 20)
    document = folder / "longest.docx"
    document.write_bytes(make(DOCUMENTS["talk-over"], prepare(plan, today=date.fromisoformat(TODAY))).data)
    return document


def test_libreoffice_works_out_every_formula_and_agrees_on_every_total(pack: Path, tmp_path: Path) -> None:
    (workbook,) = pack.rglob("*.xlsx")

    sheets = recalculated(workbook, tmp_path)

    cells = [f"{sheet}: {cell}" for sheet, rows in sheets.items() for row in rows for cell in row]
    assert cells
    assert not [cell for cell in cells if FAULTS.search(cell)]
    expected = _totals(pack)
    found = {row[0]: _pounds(row[1]) for row in sheets["Summary"] if row[0] in expected}
    assert found == expected


def _totals(pack: Path) -> dict[str, Decimal]:
    """What the planner works out itself."""
    plan = open_plan(next(pack.rglob("*.json")).read_bytes())
    budget = prepare(plan, today=date.fromisoformat(TODAY)).arranged.budget
    total = budget.total
    return {
        "Lowest total": total.low,
        "Expected total": total.expected,
        "Highest total": total.high,
        **{group.words: budget.group(group).expected for group in budget.groups},
    }


def _pounds(cell: str) -> Decimal:
    return Decimal(cell.replace("£", "").replace(",", ""))
