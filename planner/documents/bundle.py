"""Everything in one file: each document in each of its forms, with a page that says what is what."""

import io
import zipfile
from collections.abc import Iterator
from html import escape

from planner.documents import Document, MadeFile, Readers, file_name, fitting, make, named, stamp
from planner.documents.package import one_line, same_bytes
from planner.documents.web_page import framed
from planner.pack import Pack

MIME = "application/zip"
INDEX = "index.html"
FOLDERS = {
    Readers.TEAM: "for-your-team",
    Readers.INVITED: "for-the-people-you-invite",
    Readers.BOOKED: "for-those-you-book",
}


def bundle(pack: Pack) -> MadeFile:
    """Make a ZIP of every document that the plan calls for. The same pack always gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        files.writestr(INDEX, _index(pack))
        for document in fitting(pack):
            for form in document.forms:
                made = make(document, pack, form)
                files.writestr(f"{FOLDERS[document.readers]}/{made.name}", made.data)
    return MadeFile(bundle_name(pack), MIME, same_bytes(packed.getvalue(), stamp(pack)))


def bundle_name(pack: Pack) -> str:
    """What the ZIP is called."""
    return named(pack, "everything.zip")


def _index(pack: Pack) -> bytes:
    """The page to open first: every file by name, for whom it is, and a link to it."""
    title = one_line(pack.plan.purpose.title) or "Our workshop"
    groups = "".join(_group(readers, pack) for readers in Readers)
    body = (
        f'<header><p class="label">Everything for your workshop</p><h1>{escape(title)}</h1></header>'
        "<p>Unpack the ZIP first. Then the links on this page open the files.</p>"
        "<p>The papers for the people you invite hold nothing that is only for your team.</p>"
        f"{groups}"
    )
    return framed(body, title=f"{title}: everything", description="Every document of a workshop plan")


def _group(readers: Readers, pack: Pack) -> str:
    """One group of documents as a heading and a list; nothing where there are none."""
    items = "".join(_item(document, pack) for document in fitting(pack) if document.readers is readers)
    return f"<h2>{escape(readers.words)}</h2><ul>{items}</ul>" if items else ""


def _item(document: Document, pack: Pack) -> str:
    links = ", ".join(_links(document, pack))
    name, for_whom = escape(document.name), escape(document.for_whom)
    return f"<li><p><strong>{name}</strong></p><p>For: {for_whom[0].lower()}{for_whom[1:]}.</p><p>{links}</p></li>"


def _links(document: Document, pack: Pack) -> Iterator[str]:
    for form in document.forms:
        address = f"{FOLDERS[document.readers]}/{file_name(document, pack, form)}"
        words = f"{form.words[0].upper()}{form.words[1:]}"
        yield f'<a href="{escape(address, quote=True)}">{escape(words)}: {escape(document.name.lower())}</a>'
