"""The witnesses are worth asking: each one sees the fault in a file that has one."""

from pathlib import Path

import openpyxl
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.prove.recalculate import recalculated
from tests.prove.witnesses import FAULTS, page_counts, sdk_errors


def test_the_sdk_finds_an_element_that_word_does_not_know(tmp_path: Path) -> None:
    letter = Document()
    letter.add_paragraph("Dear Amina,").runs[0].element.append(parse_xml(f"<w:tea {nsdecls('w')}/>"))
    letter.save(str(tmp_path / "letter.docx"))

    errors = sdk_errors(tmp_path / "letter.docx")

    assert "tea" in str(errors)


def test_the_sdk_finds_nothing_in_a_sound_letter(tmp_path: Path) -> None:
    letter = Document()
    letter.add_paragraph("Dear Amina,")
    letter.save(str(tmp_path / "letter.docx"))

    errors = sdk_errors(tmp_path / "letter.docx")

    assert not errors


def test_the_sdk_refuses_what_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_text("Dear Amina,")

    errors = sdk_errors(tmp_path / "letter.docx")

    assert "corrupted" in str(errors)


def test_libreoffice_lays_no_pages_out_for_what_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04 and then the line went dead")

    counts = page_counts([tmp_path / "letter.docx"], tmp_path)

    assert counts == {"letter.docx": 0}


WRONG = {
    "a share of nothing": ("=1/0", "#DIV/0!"),
    "no such function": ("=NOSUCH(1)", "#NAME?"),
    "a cell that is gone": ("=#REF!", "#REF!"),
    "twice a word": ('="ten"*2', "#VALUE!"),
    "no end": ("=SUM(A1:", "Err:"),
}


def test_libreoffice_finds_each_formula_that_cannot_be_worked_out(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for name, (formula, _) in WRONG.items():
        workbook.create_sheet(name)["B2"] = formula
    workbook.save(tmp_path / "budget.xlsx")

    sheets = recalculated(tmp_path / "budget.xlsx", tmp_path)

    assert not [name for name, (_, fault) in WRONG.items() if fault not in str(sheets[name])]
    assert not [name for name in WRONG if not FAULTS.search(str(sheets[name]))]
