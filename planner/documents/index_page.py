"""The page to open first in the ZIP: each document with whom it is for, how hard and long it is, and its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from planner.documents import Document, Form, MadeFile, Readers
from planner.documents.web_page import framed


@dataclass(frozen=True)
class Listed:
    """A file in the ZIP, with its address from the page."""

    document: Document
    form: Form
    file: MadeFile
    address: str


def index_page(files: Sequence[Listed], title: str) -> bytes:
    """The page (UTF-8) that leads to these files, in the order in which they are given."""
    heading = title or "Our workshop"
    count = len(files)
    body = (
        f'<header><p class="label">Everything for your workshop</p><h1>{escape(heading)}</h1></header>'
        f"<p>{count} {'file' if count == 1 else 'files'}. "
        "Unpack the ZIP first. Then the links on this page open the files.</p>"
        "<p>The papers for the people you invite hold nothing that is only for your team.</p>"
        + "".join(_group(readers, files) for readers in Readers)
    )
    return framed(body, title=f"{heading}: everything", description="Every document of a workshop plan")


def _group(readers: Readers, files: Sequence[Listed]) -> str:
    """One group of documents under its heading; nothing where there are none."""
    inside = [one for one in files if one.document.readers is readers]
    documents = groupby(inside, lambda one: one.document)
    items = "".join(_document(document, tuple(made)) for document, made in documents)
    return f"<h2>{escape(readers.words)}</h2>{items}" if items else ""


def _document(document: Document, files: Sequence[Listed]) -> str:
    for_whom = f"{document.for_whom[0].lower()}{document.for_whom[1:]}"
    about = f"For: {for_whom}. {_reading(files)}".strip()
    links = "".join(f"<li>{_link(one)}</li>" for one in files)
    return f"<h3>{escape(document.name)}</h3><p>{escape(about)}</p><ul>{links}</ul>"


def _reading(files: Sequence[Listed]) -> str:
    """How long it takes and how hard it is, where there is a text to be read."""
    return next((one.file.reading for one in files if one.form is Form.TEXT), "")


def _link(one: Listed) -> str:
    """Words that make sense alone: which document, in which form, what kind of file and how big."""
    kind = one.file.name.rpartition(".")[2]
    form = f"{one.form.words[0].upper()}{one.form.words[1:]}"
    words = f"{one.document.name}: {form} ({kind}, {one.file.size})"
    return f'<a href="{escape(one.address, quote=True)}">{escape(words)}</a>'
