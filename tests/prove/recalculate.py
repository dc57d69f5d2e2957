"""Asks LibreOffice to work a workbook out afresh, to compare with what the planner worked out in Python."""

import csv
import subprocess
from pathlib import Path

from tests.prove.witnesses import LONGEST_WAIT, OFFICE

_ALWAYS_WORK_OUT = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def recalculated(xlsx_path: Path, folder: Path) -> dict[str, list[list[str]]]:
    """Every sheet's rows once LibreOffice has worked each formula out anew, whatever answer the file held.

    Money comes as ``4542`` and ``4087.8``, percentages as ``25%``, dates as ``03/18/2027``; a formula that
    fails comes as ``#NAME?`` or ``Err:508``.  ``folder`` holds LibreOffice's settings and the .csv files, and
    may be new.  Raises subprocess.CalledProcessError when LibreOffice cannot open the file and
    FileNotFoundError when it is not installed.
    """
    profile, rows = folder / "profile", folder / "sheets"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    rows.mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_WORK_OUT, encoding="utf-8")
    prefix = f"{xlsx_path.stem}-"
    for old in rows.glob(f"{prefix}*.csv"):
        old.unlink()
    asked = [OFFICE, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless"]
    subprocess.run(
        [*asked, "--convert-to", _EVERY_SHEET, "--outdir", str(rows), str(xlsx_path)],
        check=True,
        capture_output=True,
        timeout=LONGEST_WAIT,
    )
    return {file.stem.removeprefix(prefix): _read(file) for file in sorted(rows.glob(f"{prefix}*.csv"))}


def _read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))
