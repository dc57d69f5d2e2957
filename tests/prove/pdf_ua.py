"""Asks two readers of PDF/UA, the standard for accessible PDF, about our Word files as LibreOffice exports them."""

import io
import re
import zipfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import outloud
import pikepdf
from lxml import etree
from page import validate_pdf

from tests.prove.witnesses import AT_ONCE, converted

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT, _FOOT = "TAG-002", re.compile(r"Page \d+ of \d+$")
_EXPORT = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def failures(documents: Sequence[Path], folder: Path) -> dict[str, list[str]]:
    """What is wrong with each Word file once it is a PDF/UA; an empty list for a sound one.

    LibreOffice 7.4 makes two mistakes in every file, whatever is in it. They are put right on a copy: it leaves
    out the order of tabs on pages with links, and paints the rules of paragraphs as if they were words.
    """
    (folder / "copies").mkdir(parents=True)
    copies = [_without_rules(document, folder / "copies") for document in documents]
    exported = converted(copies, _EXPORT, folder / "pdf")
    # Not forked: these tests have threads of their own.
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as readers:
        found = readers.map(_failures, exported, map(_said_again, copies))
        return dict(zip([document.name for document in documents], found, strict=True))


def _said_again(document: Path) -> frozenset[str]:
    """The words of every head of a table. Where a table goes on, they stand on the next page once more."""
    with zipfile.ZipFile(document) as parts:
        rows = etree.fromstring(parts.read("word/document.xml")).iterfind(f".//{_W}tblHeader/../..")
        return frozenset(" ".join("".join(text.itertext()) for text in row.iter(f"{_W}p")) for row in rows)


def _failures(exported: Path, said_again: frozenset[str]) -> list[str]:
    if not exported.exists():
        return [f"LibreOffice made no PDF of {exported.stem}"]
    with pikepdf.open(exported, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.Tabs = pikepdf.Name("/S")
        pdf.save(exported)
    return [*_page_validation(exported), *_outloud(exported, said_again)]


def _page_validation(exported: Path) -> list[str]:
    return [str(failure.rule_id) for failure in validate_pdf(str(exported), profile="ua1").failures]


def _outloud(exported: Path, said_again: frozenset[str]) -> list[str]:
    """What outloud calls an error.

    It takes two things for prose that are rightly left out of what is read aloud: the foot of a file that has only
    one page, and the head of a table that goes on from the page before.
    """
    read = outloud.check(str(exported))
    if read.error:
        return [f"outloud could not read it: {read.error}"]
    errors = [
        f"{one.rule}: {one.message} ({one.evidence})"
        for one in read.findings
        if one.severity == "error"
        and not (
            one.rule == _LEFT_OUT and (_FOOT.search(one.evidence) or _is_said_again(one.evidence, said_again))
        )
    ]
    return errors + [f"{run.rule} did not run: {run.reason}" for run in read.runs if run.status == "crashed"]


def _is_said_again(line: str, heads: frozenset[str]) -> bool:
    """Whether it is a head, or the first or last line of one: in large print "Start by" takes two."""
    return any(head.startswith(line) or head.endswith(line) for head in heads if line)


def _without_rules(document: Path, folder: Path) -> Path:
    copy, packed = folder / document.name, io.BytesIO()
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:pBdr>.*?</w:pBdr>", b"", old.read(name), flags=re.DOTALL))
    copy.write_bytes(packed.getvalue())
    return copy
