"""As PDF/UA, no Word file of ours has a failure; files with faults do, so the witnesses are worth asking."""

from pathlib import Path

import pytest
from docx import Document

from tests.prove.conftest import word_files
from tests.prove.pdf_ua import failures

PICTURE = Path(__file__).parents[2] / "docs" / "plan.png"
FAULTS = ("no title", "a heading left out", "a picture without words")


def test_no_word_file_fails_as_an_accessible_pdf(packs: dict[str, Path], tmp_path: Path) -> None:
    # The name of a file says which document it is, but not always of which example.
    files = [_named(file, name, tmp_path) for name in packs for file in word_files({name: packs[name]})]

    found = failures(files, tmp_path / "made")

    assert len(found) == len(files)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is found in a sound file, and in one with each fault."""
    folder = tmp_path_factory.mktemp("bad")
    files = [_minutes(fault, folder) for fault in ("none", *FAULTS)]
    return {Path(name).stem: wrong for name, wrong in failures(files, folder / "made").items()}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(fault: str, found: dict[str, list[str]]) -> None:
    assert set(found[fault]) - set(found["none"])


def _minutes(fault: str, folder: Path) -> Path:
    minutes = Document()
    minutes.core_properties.title = "" if fault == "no title" else "Minutes"
    minutes.add_heading("Minutes", 1)
    minutes.add_heading("Who came", 3 if fault == "a heading left out" else 2)
    minutes.add_paragraph("Asha, Leo and Marta.")
    if fault == "a picture without words":
        minutes.add_picture(str(PICTURE))
    minutes.save(str(folder / f"{fault}.docx"))
    return folder / f"{fault}.docx"


def _named(file: Path, example: str, folder: Path) -> Path:
    link = folder / f"{example}--{file.name}"
    link.symlink_to(file)
    return link
