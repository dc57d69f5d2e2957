"""Asks two readers of PDF/UA, the standard for accessible PDF, about our Word files as LibreOffice exports them."""

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
from page import validate_pdf

from tests.prove.witnesses import OFFICE

_EXPORT = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def failures(documents: list[Path], folder: Path) -> dict[str, list[str]]:
    """What is wrong with each Word file once it is a PDF/UA; an empty list for a sound one.

    LibreOffice 7.4 makes two mistakes in every file, whatever is in it. They are put right on a copy: it leaves
    out the order of tabs on pages with links, and paints the rules of paragraphs as if they were words.
    """
    copies = [_without_rules(document, folder) for document in documents]
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", _EXPORT, "--outdir", str(folder), *map(str, copies)),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return {copy.name: _failures(copy.with_suffix(".pdf")) for copy in copies}


def _failures(exported: Path) -> list[str]:
    assert exported.exists(), f"LibreOffice made no PDF of {exported.stem}"
    with pikepdf.open(exported, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.Tabs = pikepdf.Name("/S")
        pdf.save(exported)
    return [*_page_validation(exported), *_outloud(exported)]


def _page_validation(exported: Path) -> list[str]:
    return [str(failure.rule_id) for failure in validate_pdf(str(exported), profile="ua1").failures]


def _outloud(exported: Path) -> list[str]:
    said = subprocess.run(
        [Path(sys.executable).with_name("outloud"), str(exported), "--no-info", "--json", "-"],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert said.stdout.strip(), said.stderr
    return [str(one) for one in _errors(json.loads(said.stdout))]


def _errors(said: object) -> list[object]:
    """Everything that calls itself an error, however deep it lies."""
    if isinstance(said, list):
        return [error for one in said for error in _errors(one)]
    if isinstance(said, dict):
        if str(said.get("severity", "")).lower() == "error":
            return [said]
        return [error for one in said.values() for error in _errors(one)]
    return []


def _without_rules(document: Path, folder: Path) -> Path:
    copy, packed = folder / document.name, io.BytesIO()
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:pBdr>.*?</w:pBdr>", b"", old.read(name), flags=re.DOTALL))
    copy.write_bytes(packed.getvalue())
    return copy
