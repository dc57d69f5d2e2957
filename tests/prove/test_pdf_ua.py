"""As PDF/UA, no Word file of ours has a failure; files with faults do, so the witnesses are worth asking."""

from pathlib import Path

import pytest
from docx import Document

from tests.prove.pdf_ua import failures


def test_no_word_file_fails_as_an_accessible_pdf(pack: Path, tmp_path: Path) -> None:
    documents = sorted(pack.rglob("*.docx"))

    found = failures(documents, tmp_path)

    assert len(found) == len(documents)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "fault", ["no title", "a heading left out", "a picture without words", "empty lines"]
)
def test_a_fault_is_seen(fault: str, tmp_path: Path) -> None:
    bad = Document()
    bad.core_properties.title = "" if fault == "no title" else "Minutes"
    bad.add_heading("Minutes", 1)
    bad.add_heading("Who came", 3 if fault == "a heading left out" else 2)
    bad.add_paragraph("Asha, Leo and Marta.")
    if fault == "a picture without words":
        bad.add_picture(str(PICTURE))
    if fault == "empty lines":
        for _ in range(9):
            bad.add_paragraph("")
    (tmp_path / "in").mkdir()
    bad.save(str(tmp_path / "in" / "bad.docx"))

    found = failures([tmp_path / "in" / "bad.docx"], tmp_path)

    assert found["bad.docx"]


PICTURE = Path(__file__).parents[2] / "docs" / "plan.png"
