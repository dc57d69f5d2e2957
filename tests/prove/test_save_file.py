"""The plan inside a document survives LibreOffice, which opens and saves it as anybody would."""

import io
import subprocess
from pathlib import Path

import pytest
from docx import Document

from planner.answers import asked
from planner.documents import open_file, open_plan
from planner.documents.answers_table import code_of
from planner.documents.opening import Source
from tests.prove.witnesses import OFFICE, sdk_errors

# How the file travels: each kind is saved from the one before.
JOURNEYS = {
    "Word, once": ("docx", ["docx"]),
    "Word, twice": ("docx", ["docx", "docx"]),
    "Word, by way of ODT": ("docx", ["odt", "docx"]),
    "workbook, once": ("xlsx", ["xlsx"]),
    "workbook, twice": ("xlsx", ["xlsx", "xlsx"]),
    "workbook, by way of ODS": ("xlsx", ["ods", "xlsx"]),
}
CARRIERS = {"docx": "-plan.docx", "xlsx": "-checklist.xlsx"}


def saved_as(document: Path, kinds: list[str], folder: Path) -> Path:
    """The file after LibreOffice opened it and saved it as each of these kinds in turn."""
    profile = (folder / "profile").resolve().as_uri()
    for number, kind in enumerate(kinds):
        out = folder / str(number)
        subprocess.run(
            [
                *(OFFICE, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(out), str(document)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        document = out / f"{document.stem}.{kind}"
    return document


def _carrier(pack: Path, kind: str) -> Path:
    return next(pack.rglob(f"*{CARRIERS[kind]}"))


@pytest.mark.parametrize("journey", JOURNEYS)
def test_it_opens_again_exactly(pack: Path, tmp_path: Path, journey: str) -> None:
    kind, kinds = JOURNEYS[journey]
    plan = open_plan(next(pack.rglob("*.json")).read_bytes())

    opened = open_file(saved_as(_carrier(pack, kind), kinds, tmp_path).read_bytes())

    assert opened.plan == plan
    assert (opened.left_out, opened.changes, opened.other) == ((), (), None)
    assert opened.source is not Source.TABLE
    assert opened.notes == ()


def test_an_answer_changed_in_libreoffice_is_offered(pack: Path, tmp_path: Path) -> None:
    code = code_of(asked("purpose.title"))
    document = Document(str(_carrier(pack, "docx")))
    row = next(row for table in document.tables for row in table.rows if row.cells[0].text == code)
    row.cells[2].text = "A better name"
    typed = io.BytesIO()
    document.save(typed)
    (tmp_path / "typed.docx").write_bytes(typed.getvalue())

    opened = open_file(saved_as(tmp_path / "typed.docx", ["docx"], tmp_path).read_bytes())

    assert [(one.path, one.after) for one in opened.changes] == [("purpose.title", "A better name")]


@pytest.mark.parametrize("kind", CARRIERS)
def test_microsofts_own_reader_finds_no_error_in_a_carrier(pack: Path, kind: str) -> None:
    assert not sdk_errors(_carrier(pack, kind))
