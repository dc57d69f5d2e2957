"""The list of documents: what each is called, for whom it is, in which forms, and when a plan calls for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.answers import Sure
from planner.answers.budget import Pay, Travel
from planner.answers.follow_up import FirstUpdate, UpdateEvery
from planner.arrangements.days import workshop_day
from planner.arrangements.follows import in_a_room
from planner.documents.for_people import ForPeople
from planner.documents.views import View
from planner.pack import Pack


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
    def easy_template(self) -> str:
        """The template of its Easy Read form."""
        return self.template.replace(".md.j2", "_easy.md.j2")

    @property
    def form(self) -> Form:
        """The form that most people want."""
        return self.forms[0]


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
_CARRIERS = {Form.WORD, Form.LARGE_PRINT, Form.WORKBOOK}
NOT_READ = {Form.WORKBOOK, Form.CALENDAR, Form.SAVED}
_READ = (Form.WORD, Form.LARGE_PRINT, Form.TEXT, Form.PAGE)
_ALL = (Form.WORD, Form.LARGE_PRINT, Form.EASY_READ, Form.TEXT, Form.PAGE)
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


def carries_plan(document: Document, form: Form | None = None) -> bool:
    """Whether the plan is inside such a file, so that there is a copy to share as well."""
    return document.carries_plan and (form or document.form) in _CARRIERS
