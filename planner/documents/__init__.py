"""Everything people take away: the list of documents, and how each is made from a pack."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum

from planner.answers import Sure
from planner.answers.budget import Pay, Travel
from planner.answers.follow_up import FirstUpdate, UpdateEvery
from planner.arrangements.days import workshop_day
from planner.arrangements.follows import in_a_room
from planner.documents.answers_table import parts
from planner.documents.for_people import ForPeople
from planner.documents.opening import open_file
from planner.documents.plain import plain_text
from planner.documents.save_file import CannotOpen, open_plan, save
from planner.documents.sealed import seal
from planner.documents.views import View
from planner.documents.web_page import web_page
from planner.documents.writing import write
from planner.pack import Pack

__all__ = [
    "DOCUMENTS",
    "CannotOpen",
    "Document",
    "Form",
    "MadeFile",
    "Readers",
    "carries_plan",
    "chosen",
    "file_name",
    "fitting",
    "make",
    "named",
    "open_file",
    "open_plan",
    "save",
    "stamp",
    "text_of",
]

LONGEST_FILE_NAME = 80
TO_SHARE = "-to-share"


class Form(StrEnum):
    """The kinds of file that people get."""

    WORD = "word"
    LARGE_PRINT = "large-print"
    TEXT = "text"
    PAGE = "page"
    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    SAVED = "saved"

    @property
    def words(self) -> str:
        """What a button calls it."""
        return {
            Form.WORD: "Word",
            Form.LARGE_PRINT: "large print",
            Form.TEXT: "plain text",
            Form.PAGE: "web page",
            Form.WORKBOOK: "Excel",
            Form.CALENDAR: "calendar file",
            Form.SAVED: "your answers",
        }[self]

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return {
            Form.WORD: ".docx",
            Form.LARGE_PRINT: "-large-print.docx",
            Form.TEXT: ".txt",
            Form.PAGE: ".html",
            Form.WORKBOOK: ".xlsx",
            Form.CALENDAR: ".ics",
            Form.SAVED: ".json",
        }[self]

    @property
    def mime(self) -> str:
        """What a browser calls such a file."""
        office = "application/vnd.openxmlformats-officedocument"
        return {
            Form.WORD: f"{office}.wordprocessingml.document",
            Form.LARGE_PRINT: f"{office}.wordprocessingml.document",
            Form.TEXT: "text/plain",
            Form.PAGE: "text/html",
            Form.WORKBOOK: f"{office}.spreadsheetml.sheet",
            Form.CALENDAR: "text/calendar; charset=utf-8",
            Form.SAVED: "application/json",
        }[self]


class Readers(StrEnum):
    """The people a document is written for, in the order in which the page lists them."""

    TEAM = "team"
    INVITED = "invited"
    BOOKED = "booked"

    @property
    def words(self) -> str:
        """The heading of the group."""
        return {
            Readers.TEAM: "For your team",
            Readers.INVITED: "For the people you invite",
            Readers.BOOKED: "For those you book",
        }[self]


def _always(_pack: Pack) -> bool:
    return True


@dataclass(frozen=True)
class Document:
    """A document that can be made from any pack. ``template`` is empty where the plan itself is the document.

    ``fits`` says whether a plan calls for it; a document that does not fit is neither offered nor packed.
    ``carries_plan`` says that its Word and Excel files hold the whole plan and open again here. That is never so
    for a document that leaves the team.
    """

    key: str
    name: str
    for_whom: str
    template: str
    forms: tuple[Form, ...]
    readers: Readers
    fits: Callable[[Pack], bool] = _always
    carries_plan: bool = False

    @property
    def form(self) -> Form:
        """The form that most people want."""
        return self.forms[0]


@dataclass(frozen=True)
class MadeFile:
    """A file ready to be handed over."""

    name: str
    mime: str
    data: bytes


def _has_agenda(pack: Pack) -> bool:
    return bool(pack.arranged.agenda.items)


def _has_day(pack: Pack) -> bool:
    return workshop_day(pack.plan) is not None


def _has_venue(pack: Pack) -> bool:
    return in_a_room(pack.plan)


def _pays(pack: Pack) -> bool:
    money = pack.plan.budget
    travel = money.travel in {Travel.AHEAD, Travel.LATER} and in_a_room(pack.plan)
    return travel or money.pay in {Pay.MONEY, Pay.VOUCHER, Pay.CHOICE}


def _shares_notes(pack: Pack) -> bool:
    return pack.plan.follow_up.notes_shared is not Sure.NO


def _writes(pack: Pack) -> bool:
    return pack.plan.follow_up.first_update is not FirstUpdate.NONE


def _writes_again(pack: Pack) -> bool:
    told = pack.plan.follow_up
    return _writes(pack) and told.every is not UpdateEvery.ONCE and told.no_news is not Sure.NO


def _booked(supplier: str) -> Callable[[Pack], bool]:
    return lambda pack: ForPeople(View(pack)).is_booked(supplier)


def _brief(supplier: str, name: str, for_whom: str) -> Document:
    """The brief for one supplier, who gets a Word file or the words for an e-mail."""
    forms = (Form.WORD, Form.TEXT, Form.PAGE)
    return Document(
        f"brief-{supplier}",
        name,
        for_whom,
        f"brief_{supplier}.md.j2",
        forms,
        Readers.BOOKED,
        _booked(supplier),
    )


_TEAM, _INVITED = Readers.TEAM, Readers.INVITED
_READ = (Form.WORD, Form.LARGE_PRINT, Form.TEXT, Form.PAGE)
_BOOK = (Form.WORKBOOK,)
_EVERY = (
    Document(
        "plan",
        "Workshop plan",
        "Everybody who plans, pays for or signs it off",
        "plan.md.j2",
        _READ,
        _TEAM,
        carries_plan=True,
    ),
    Document(
        "checklist",
        "Checklist and budget",
        "Everybody who gets it ready",
        "workbook.md.j2",
        _BOOK,
        _TEAM,
        carries_plan=True,
    ),
    Document("run-sheet", "Run sheet", "Everybody who works on the day", "run_sheet.md.j2", _READ, _TEAM),
    Document(
        "venue-visit",
        "Venue visit sheet",
        "Whoever goes to look at the venue",
        "venue_visit.md.j2",
        _READ,
        _TEAM,
        _has_venue,
    ),
    Document(
        "talk-over",
        "The plan on two pages",
        "The disabled people who plan it with you",
        "talk_over.md.j2",
        _READ,
        _TEAM,
    ),
    Document(
        "reflection",
        "Look back together",
        "Everybody who planned it and worked on the day",
        "reflection.md.j2",
        _READ,
        _TEAM,
    ),
    Document(
        "questions",
        "Questions to prepare",
        "Everybody who helps to answer them",
        "questions.md.j2",
        _READ,
        _TEAM,
    ),
    Document(
        "calendar",
        "Calendar",
        "Everybody who gets it ready",
        "calendar.md.j2",
        (Form.CALENDAR,),
        _TEAM,
        _has_day,
    ),
    Document(
        "saved", "Your answers, to open again", "You, to go on later or elsewhere", "", (Form.SAVED,), _TEAM
    ),
    Document(
        "invitation", "Invitation", "Everybody you would like to come", "invitation.md.j2", _READ, _INVITED
    ),
    Document("reply", "Reply form", "Everybody who gets the invitation", "reply.md.j2", _READ, _INVITED),
    Document(
        "what-to-expect", "What to expect", "Everybody who is coming", "what_to_expect.md.j2", _READ, _INVITED
    ),
    Document("agenda", "Agenda", "Everybody who is coming", "agenda.md.j2", _READ, _INVITED, _has_agenda),
    Document("feedback", "Feedback form", "Everybody who came", "feedback.md.j2", _READ, _INVITED),
    Document("expenses", "Pay and expenses", "Everybody who comes", "expenses.md.j2", _READ, _INVITED, _pays),
    Document("thanks", "Thank you", "Everybody who came", "thanks.md.j2", _READ, _INVITED),
    Document("notes", "Notes to check", "Everybody who came", "notes.md.j2", _READ, _INVITED, _shares_notes),
    Document(
        "first-decision",
        "The first decision",
        "Everybody who came",
        "first_decision.md.j2",
        _READ,
        _INVITED,
        _writes,
    ),
    Document(
        "no-news", "Nothing new yet", "Everybody who came", "no_news.md.j2", _READ, _INVITED, _writes_again
    ),
    Document(
        "said-and-done",
        "We asked, you said, we did",
        "Everybody who came",
        "said_and_done.md.j2",
        _READ,
        _INVITED,
    ),
    _brief("interpreters", "Brief for interpreters", "The interpreters you book"),
    _brief("captioner", "Brief for the captioner", "Whoever types captions"),
    _brief("notetaker", "Brief for the notetaker", "Whoever types a summary"),
    _brief("facilitator", "Brief for facilitators", "Whoever leads a group"),
    _brief("caterer", "Brief for the caterer", "Whoever brings food and drink"),
    _brief("venue", "Brief for the venue", "Whoever looks after the building"),
    _brief("transport", "Brief for transport", "The taxi or minibus firm"),
)
DOCUMENTS: dict[str, Document] = {document.key: document for document in _EVERY}


def fitting(pack: Pack) -> tuple[Document, ...]:
    """The documents that the plan calls for, in their usual order."""
    return tuple(document for document in _EVERY if document.fits(pack))


def chosen(pack: Pack) -> tuple[Document, ...]:
    """Those of them that the organiser wants."""
    return tuple(document for document in fitting(pack) if document.key not in pack.plan.left_out)


def make(document: Document, pack: Pack, form: Form | None = None, *, share: bool = False) -> MadeFile:
    """Make a document in one of its forms, the first unless another is named. The same pack gives the same bytes.

    ``share`` makes the copy for other people: of a file that carries the plan, one that does not. All other files
    are the same either way.
    """
    chosen = form or document.form
    inside = carries_plan(document, chosen) and not share
    name = file_name(document, pack, chosen, share=share)
    return MadeFile(name, chosen.mime, _data(document, pack, chosen, inside=inside))


def carries_plan(document: Document, form: Form | None = None) -> bool:
    """Whether the plan is inside such a file, so that there is a copy to share as well."""
    return document.carries_plan and (form or document.form) in _CARRIERS


_CARRIERS = {Form.WORD, Form.LARGE_PRINT, Form.WORKBOOK}


def text_of(document: Document, pack: Pack) -> str:
    """The words of a document: Markdown as in `markup`, or the saved plan's JSON."""
    return _text(document, pack, inside=False)


def _text(document: Document, pack: Pack, *, inside: bool) -> str:
    """The words; with a table of answers that can be read back, where the plan is inside."""
    if document.form is Form.SAVED:
        return save(pack.plan).decode()
    view = View(pack)
    to_open = parts(pack.plan, pack.facts) if inside else ()
    return write(
        document.template, pack=pack, plan=pack.plan, view=view, people=ForPeople(view), to_open=to_open
    )


def file_name(document: Document, pack: Pack, form: Form | None = None, *, share: bool = False) -> str:
    """A name any computer can keep: the workshop's title, its day where known, which document and which form."""
    chosen = form or document.form
    to_share = TO_SHARE if share and carries_plan(document, chosen) else ""
    return named(pack, f"{document.key}{to_share}{chosen.suffix}")


def named(pack: Pack, end: str) -> str:
    """A name any computer can keep, that ends like this."""
    day = View(pack).day
    ending = f"{f'-{day.isoformat()}' if day else ''}-{end}"
    return f"{_slug(pack.plan.purpose.title, LONGEST_FILE_NAME - len(ending))}{ending}"


def _title(document: Document, pack: Pack) -> str:
    """What a file says it is, for a window's title or the foot of a page."""
    return f"{View(pack).title or 'Workshop'}: {document.name[0].lower()}{document.name[1:]}"


def _data(document: Document, pack: Pack, form: Form, *, inside: bool) -> bytes:
    """The bytes. Word and Excel are only loaded for those who ask for them, so that the app starts quickly."""
    title, described = _title(document, pack), f"For: {document.for_whom}"
    sealed = seal(pack.plan) if inside else None
    text = _text(document, pack, inside=sealed is not None)
    match form:
        case Form.WORD | Form.LARGE_PRINT:
            from planner.documents.carried import in_word  # noqa: PLC0415  see above
            from planner.documents.word import Print, word  # noqa: PLC0415  see above

            size = Print.LARGE if form is Form.LARGE_PRINT else Print.STANDARD
            made = word(text, title=title, saved=stamp(pack), size=size, description=described)
            rows = (row for part in parts(pack.plan, pack.facts) for row in part.rows)
            return in_word(made, sealed, rows, stamp(pack)) if sealed else made
        case Form.TEXT:
            return plain_text(text)
        case Form.PAGE:
            return web_page(text, title=title, description=described)
        case Form.WORKBOOK:
            from planner.documents.carried import in_workbook  # noqa: PLC0415  see above
            from planner.documents.workbook import workbook  # noqa: PLC0415  see above

            made = workbook(text, title=title, saved=stamp(pack), description=described)
            return in_workbook(made, sealed, stamp(pack)) if sealed else made
        case Form.CALENDAR:
            from planner.documents.calendar_file import calendar_file  # noqa: PLC0415  see above

            return calendar_file(pack, title=View(pack).title or "Our workshop", saved=stamp(pack))
        case Form.SAVED:
            return text.encode()


def stamp(pack: Pack) -> datetime:
    """When the file says it was made: the plan's last change, or the start of the day, never the clock."""
    return pack.plan.saved or datetime.combine(pack.today, time(), UTC)


def _slug(title: str, longest: int) -> str:
    """A title in small plain letters, cut between words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return words or "workshop"
