"""Everything people take away: the list of documents, and how each is made from a pack."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.answers import Sure
from planner.answers.budget import Pay, Travel
from planner.answers.follow_up import FirstUpdate, UpdateEvery
from planner.arrangements.days import workshop_day
from planner.arrangements.follows import in_a_room
from planner.documents.easy_read import EasyRead
from planner.documents.for_people import ForPeople
from planner.documents.markup import Words, read
from planner.documents.plain import plain_text
from planner.documents.reading_time import reading_time
from planner.documents.save_file import CannotOpen, open_plan, save
from planner.documents.views import View
from planner.documents.web_page import web_page
from planner.documents.writing import write
from planner.pack import Pack

if TYPE_CHECKING:
    from planner.documents.own_style import OwnStyle  # only a file of somebody's needs it

__all__ = [
    "DOCUMENTS",
    "CannotOpen",
    "Document",
    "Form",
    "MadeFile",
    "Readers",
    "chosen",
    "file_name",
    "fitting",
    "make",
    "make_each",
    "named",
    "open_plan",
    "save",
    "stamp",
    "text_of",
]

LONGEST_FILE_NAME = 80


class Form(StrEnum):
    """The kinds of file that people get."""

    WORD = "word"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
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
            Form.EASY_READ: "Easy Read draft",
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
            Form.EASY_READ: "-easy-read.docx",
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
            Form.EASY_READ: f"{office}.wordprocessingml.document",
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

    Its Easy Read form has a template of its own, beside the other, because every word in it is another.
    ``fits`` says whether a plan calls for it; a document that does not fit is neither offered nor packed.
    """

    key: str
    name: str
    for_whom: str
    template: str
    forms: tuple[Form, ...]
    readers: Readers
    fits: Callable[[Pack], bool] = _always

    @property
    def easy_template(self) -> str:
        """The template of its Easy Read form."""
        return self.template.replace(".md.j2", "_easy.md.j2")

    @property
    def form(self) -> Form:
        """The form that most people want."""
        return self.forms[0]


@dataclass(frozen=True)
class MadeFile:
    """A file ready to be handed over. ``reading`` says how long it takes to read; empty for what is worked in."""

    name: str
    mime: str
    data: bytes
    reading: str = ""

    @property
    def size(self) -> str:
        """How big it is, in words."""
        kilobytes = len(self.data) / 1000
        return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} KB"  # noqa: PLR2004


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
_NOT_READ = {Form.WORKBOOK, Form.CALENDAR, Form.SAVED}
_READ = (Form.WORD, Form.LARGE_PRINT, Form.TEXT, Form.PAGE)
_ALL = (Form.WORD, Form.LARGE_PRINT, Form.EASY_READ, Form.TEXT, Form.PAGE)
_BOOK = (Form.WORKBOOK,)
_EVERY = (
    Document(
        "plan", "Workshop plan", "Everybody who plans, pays for or signs it off", "plan.md.j2", _READ, _TEAM
    ),
    Document(
        "checklist", "Checklist and budget", "Everybody who gets it ready", "workbook.md.j2", _BOOK, _TEAM
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
        "invitation", "Invitation", "Everybody you would like to come", "invitation.md.j2", _ALL, _INVITED
    ),
    Document("reply", "Reply form", "Everybody who gets the invitation", "reply.md.j2", _ALL, _INVITED),
    Document(
        "what-to-expect", "What to expect", "Everybody who is coming", "what_to_expect.md.j2", _ALL, _INVITED
    ),
    Document("agenda", "Agenda", "Everybody who is coming", "agenda.md.j2", _ALL, _INVITED, _has_agenda),
    Document("feedback", "Feedback form", "Everybody who came", "feedback.md.j2", _ALL, _INVITED),
    Document("expenses", "Pay and expenses", "Everybody who comes", "expenses.md.j2", _ALL, _INVITED, _pays),
    Document("thanks", "Thank you", "Everybody who came", "thanks.md.j2", _ALL, _INVITED),
    Document("notes", "Notes to check", "Everybody who came", "notes.md.j2", _ALL, _INVITED, _shares_notes),
    Document(
        "first-decision",
        "The first decision",
        "Everybody who came",
        "first_decision.md.j2",
        _ALL,
        _INVITED,
        _writes,
    ),
    Document(
        "no-news", "Nothing new yet", "Everybody who came", "no_news.md.j2", _ALL, _INVITED, _writes_again
    ),
    Document(
        "said-and-done",
        "We asked, you said, we did",
        "Everybody who came",
        "said_and_done.md.j2",
        _ALL,
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


def make(
    document: Document, pack: Pack, form: Form | None = None, *, style: "OwnStyle | None" = None
) -> MadeFile:
    """Make a document in one of its forms, the first unless another is named. The same pack gives the same bytes.

    ``style`` is somebody's own look for the Word files, as `own_style` takes it from a file of theirs.
    """
    return next(_made(document, pack, (form or document.form,), style))


def make_each(document: Document, pack: Pack, *, style: "OwnStyle | None" = None) -> Iterator[MadeFile]:
    """Every form of a document, in its order. Words that several forms share are worked out and read once."""
    return _made(document, pack, document.forms, style)


def _made(
    document: Document, pack: Pack, forms: Iterable[Form], style: "OwnStyle | None"
) -> Iterator[MadeFile]:
    written: dict[bool, _Written] = {}
    for form in forms:
        is_easy = form is Form.EASY_READ
        if is_easy not in written:
            written[is_easy] = _written(document, pack, form)
        words = written[is_easy]
        data = _data(document, pack, form, words, style)
        yield MadeFile(file_name(document, pack, form), form.mime, data, words.reading)


@dataclass(frozen=True)
class _Written:
    """The words of a document, read into blocks where they are to be read, and how long that takes."""

    words: Words
    reading: str = ""


def _written(document: Document, pack: Pack, form: Form) -> _Written:
    text = text_of(document, pack, form)
    if form in _NOT_READ:
        return _Written(text)
    blocks = read(text)
    return _Written(blocks, reading_time(blocks, aloud=form is Form.EASY_READ))


def text_of(document: Document, pack: Pack, form: Form | None = None) -> str:
    """The words of a document: Markdown as in `markup`, or the saved plan's JSON. Easy Read has words of its own."""
    if document.form is Form.SAVED:
        return save(pack.plan).decode()
    people = ForPeople(View(pack))
    template = document.easy_template if form is Form.EASY_READ else document.template
    return write(template, pack=pack, plan=pack.plan, view=people.view, people=people, easy=EasyRead(people))


def file_name(document: Document, pack: Pack, form: Form | None = None) -> str:
    """A name any computer can keep: the workshop's title, its day where known, which document and which form."""
    return named(pack, f"{document.key}{(form or document.form).suffix}")


def named(pack: Pack, end: str) -> str:
    """A name any computer can keep, that ends like this."""
    day = View(pack).day
    ending = f"{f'-{day.isoformat()}' if day else ''}-{end}"
    return f"{_slug(pack.plan.purpose.title, LONGEST_FILE_NAME - len(ending))}{ending}"


def _title(document: Document, pack: Pack) -> str:
    """What a file says it is, for a window's title or the foot of a page."""
    return f"{View(pack).title or 'Workshop'}: {document.name[0].lower()}{document.name[1:]}"


def _data(document: Document, pack: Pack, form: Form, written: _Written, style: "OwnStyle | None") -> bytes:
    """The bytes. Word and Excel are only loaded for those who ask for them, so that the app starts quickly."""
    text, title, described = written.words, _title(document, pack), f"For: {document.for_whom}"
    match form:
        case Form.WORD | Form.LARGE_PRINT | Form.EASY_READ:
            from planner.documents.word import Print, word  # noqa: PLC0415  see above

            size = {Form.LARGE_PRINT: Print.LARGE, Form.EASY_READ: Print.EASY}.get(form, Print.STANDARD)
            return word(
                text,
                title=f"{title}, Easy Read draft" if form is Form.EASY_READ else title,
                saved=stamp(pack),
                size=size,
                description=described,
                pictures=_pictures(form),
                reading=written.reading,
                paper=style.paper(size) if style else None,
            )
        case Form.TEXT:
            return plain_text(text, written.reading)
        case Form.PAGE:
            return web_page(text, title=title, description=described, reading=written.reading)
        case Form.WORKBOOK:
            from planner.documents.workbook import workbook  # noqa: PLC0415  see above

            assert isinstance(text, str), "sheets have a Markdown of their own"
            return workbook(text, title=title, saved=stamp(pack), description=described)
        case Form.CALENDAR:
            from planner.documents.calendar_file import calendar_file  # noqa: PLC0415  see above

            return calendar_file(pack, title=View(pack).title or "Our workshop", saved=stamp(pack))
        case Form.SAVED:
            return save(pack.plan)


def _pictures(form: Form) -> Mapping[str, bytes]:
    if form is not Form.EASY_READ:
        return {}
    from planner.documents.pictures import PICTURES  # noqa: PLC0415  see above

    return PICTURES


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
