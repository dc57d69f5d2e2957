"""Everything people take away: the list of documents, and how each is made from a pack."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum

from planner.documents.save_file import CannotOpen, open_plan, save
from planner.documents.views import View
from planner.documents.writing import write
from planner.pack import Pack

__all__ = [
    "DOCUMENTS",
    "CannotOpen",
    "Document",
    "Form",
    "MadeFile",
    "make",
    "open_plan",
    "save",
    "text_of",
]

LONGEST_FILE_NAME = 80


class Form(StrEnum):
    """The kinds of file that people get."""

    WORD = "word"
    WORKBOOK = "workbook"
    SAVED = "saved"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return {Form.WORD: ".docx", Form.WORKBOOK: ".xlsx", Form.SAVED: ".json"}[self]

    @property
    def mime(self) -> str:
        """What a browser calls such a file."""
        office = "application/vnd.openxmlformats-officedocument"
        return {
            Form.WORD: f"{office}.wordprocessingml.document",
            Form.WORKBOOK: f"{office}.spreadsheetml.sheet",
            Form.SAVED: "application/json",
        }[self]


@dataclass(frozen=True)
class Document:
    """A document that can be made from any pack. ``template`` is empty where the plan itself is the document."""

    key: str
    name: str
    for_whom: str
    template: str
    form: Form


@dataclass(frozen=True)
class MadeFile:
    """A file ready to be handed over."""

    name: str
    mime: str
    data: bytes


_EVERY = (
    Document(
        "plan", "Workshop plan", "Everybody who plans, pays for or signs it off", "plan.md.j2", Form.WORD
    ),
    Document(
        "checklist", "Checklist and budget", "Everybody who gets it ready", "workbook.md.j2", Form.WORKBOOK
    ),
    Document("saved", "Your answers, to open again", "You, to go on later or elsewhere", "", Form.SAVED),
)
DOCUMENTS: dict[str, Document] = {document.key: document for document in _EVERY}


def make(document: Document, pack: Pack) -> MadeFile:
    """Make a document. The same pack always gives the same bytes."""
    return MadeFile(file_name(document, pack), document.form.mime, _data(document, pack))


def text_of(document: Document, pack: Pack) -> str:
    """The words of a document: Markdown as in `markup`, or the saved plan's JSON."""
    if document.form is Form.SAVED:
        return save(pack.plan).decode()
    return write(document.template, pack=pack, plan=pack.plan, view=View(pack))


def file_name(document: Document, pack: Pack) -> str:
    """A name any computer can keep: the workshop's title, its day where known, and which document it is."""
    day = View(pack).day
    end = f"{f'-{day.isoformat()}' if day else ''}-{document.key}{document.form.suffix}"
    return f"{_slug(pack.plan.purpose.title, LONGEST_FILE_NAME - len(end))}{end}"


def _data(document: Document, pack: Pack) -> bytes:
    """The bytes. Word and Excel are only loaded for those who ask for them, so that the app starts quickly."""
    text = text_of(document, pack)
    title = f"{View(pack).title or 'Workshop'}: {document.name.lower()}"
    match document.form:
        case Form.WORD:
            from planner.documents.word import word  # noqa: PLC0415  see above

            return word(text, title=title, saved=_stamp(pack), description=f"For: {document.for_whom}")
        case Form.WORKBOOK:
            from planner.documents.workbook import workbook  # noqa: PLC0415  see above

            return workbook(text, title=title, saved=_stamp(pack), description=f"For: {document.for_whom}")
        case Form.SAVED:
            return text.encode()


def _stamp(pack: Pack) -> datetime:
    """When the file says it was made: the plan's last change, or the start of the day, never the clock."""
    return pack.plan.saved or datetime.combine(pack.today, time(), UTC)


def _slug(title: str, longest: int) -> str:
    """A title in small plain letters, cut between words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return words or "workshop"
