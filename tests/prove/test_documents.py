"""Programs that we did not write open every document of every example, and find nothing wrong."""

from pathlib import Path

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


# Here belongs: test_the_spreadsheet_and_the_planner_agree_on_every_total, which compares the totals of
# recalculated(…) with those of the budget that planner.arrangements works out from the same example.
