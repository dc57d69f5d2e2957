"""Everything in one file: each document that is wanted in each of its forms, with a page that says what is what."""

from collections.abc import Callable

from planner.documents import MadeFile, Readers, chosen, file_name, make_each, named, stamp
from planner.documents.index_page import Listed, index_page
from planner.documents.own_style import OwnStyle
from planner.documents.package import one_line, packed
from planner.pack import Pack

MIME = "application/zip"
INDEX = "index.html"
FOLDERS = {
    Readers.TEAM: "for-your-team",
    Readers.INVITED: "for-the-people-you-invite",
    Readers.BOOKED: "for-those-you-book",
}

Progress = Callable[[int, int, str], object]
"""Told how many files are done, how many there are in all, and the name of the one that is being made."""


def _nobody_watches(_done: int, _in_all: int, _name: str) -> None:
    pass


def bundle(pack: Pack, progress: Progress = _nobody_watches, style: OwnStyle | None = None) -> MadeFile:
    """Make a ZIP of every document that is wanted. The same pack always gives the same bytes.

    ``progress`` hears before each file, and at the end when all are done. What it raises ends the work. ``style`` is
    somebody's own look for the Word files.
    """
    wanted = chosen(pack)
    files_in_all = sum(len(document.forms) for document in wanted)
    in_all = files_in_all + 1  # the page that says what is what
    made: list[Listed] = []
    for document in wanted:
        each = make_each(document, pack, style=style)
        for form in document.forms:
            progress(len(made), in_all, file_name(document, pack, form))
            file = next(each)
            made.append(Listed(document, form, file, f"{FOLDERS[document.readers]}/{file.name}"))
    progress(files_in_all, in_all, INDEX)
    files = {one.address: one.file.data for one in made}
    files[INDEX] = index_page(made, one_line(pack.plan.purpose.title))
    whole = MadeFile(bundle_name(pack), MIME, packed(files, stamp(pack)))
    progress(in_all, in_all, whole.name)
    return whole


def bundle_name(pack: Pack) -> str:
    """What the ZIP is called."""
    return named(pack, "everything.zip")
