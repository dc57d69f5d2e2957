"""The plan inside a document survives LibreOffice, which opens and saves it as anybody would."""

from pathlib import Path
from shutil import copyfile

import pytest
from docx import Document

from planner.answers import asked
from planner.documents import open_file, open_plan
from planner.documents.answers_table import code_of
from planner.documents.opening import Source
from tests.prove.conftest import EXAMPLES, RICHEST
from tests.prove.witnesses import converted

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


@pytest.fixture(scope="module")
def travelled(packs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each journey, with the files of all examples after LibreOffice saved them again and again."""
    folder = tmp_path_factory.mktemp("journeys")
    for kind in CARRIERS:
        (folder / kind).mkdir()
        for name, pack in packs.items():
            copyfile(_carrier(pack, kind), folder / kind / f"{name}.{kind}")
    _type_in(folder / "docx" / f"{RICHEST}.docx", folder / "docx" / "typed.docx")
    for kind, kinds in JOURNEYS.values():
        for step in range(1, len(kinds) + 1):
            before, after = "-".join([kind, *kinds[: step - 1]]), "-".join([kind, *kinds[:step]])
            if not (folder / after).exists():
                converted(sorted((folder / before).iterdir()), kinds[step - 1], folder / after)
    return folder


def _type_in(document: Path, changed: Path) -> None:
    """Somebody gives the workshop another name in the table of the Word plan."""
    words = Document(str(document))
    code = code_of(asked("purpose.title"))
    row = next(row for table in words.tables for row in table.rows if row.cells[0].text == code)
    row.cells[2].text = "A better name"
    words.save(str(changed))


def _carrier(pack: Path, kind: str) -> Path:
    return next(pack.rglob(f"*{CARRIERS[kind]}"))


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_it_opens_again_exactly(packs: dict[str, Path], travelled: Path, journey: str, name: str) -> None:
    kind, kinds = JOURNEYS[journey]
    plan = open_plan(next(packs[name].rglob("*.json")).read_bytes())

    opened = open_file((travelled / "-".join([kind, *kinds]) / f"{name}.{kind}").read_bytes())

    assert opened.plan == plan
    assert (opened.left_out, opened.changes, opened.other) == ((), (), None)
    assert opened.source is not Source.TABLE
    assert opened.notes == ()


def test_an_answer_changed_before_libreoffice_saved_it_is_offered(travelled: Path) -> None:
    opened = open_file((travelled / "docx-docx" / "typed.docx").read_bytes())

    assert [(one.path, one.after) for one in opened.changes] == [("purpose.title", "A better name")]
