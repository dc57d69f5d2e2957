"""What a view hands to templates: rows that stand together on paper, each with a name."""

from dataclasses import dataclass
from enum import StrEnum

from planner.arrangements.budget import BudgetLine, Range
from planner.arrangements.tasks import ToDo
from planner.catalogue.entries import Evidence, Group, Method, PaceChange, VenueArea


@dataclass(frozen=True)
class Answer:
    """A question by its short name, with what was answered; ``typed`` is a text too long for a table."""

    short: str
    said: str
    typed: str = ""


@dataclass(frozen=True)
class StepAnswers:
    """The answers of one step, and the short names of what is still open."""

    step: str
    answers: tuple[Answer, ...]
    still_open: tuple[str, ...]


@dataclass(frozen=True)
class NeedRow:
    """Some of the people who come, and what usually helps them. ``how_many`` is None where it is not sure."""

    label: str
    how_many: int | None
    in_place: tuple[str, ...]
    could_add: tuple[str, ...]
    ask: str


@dataclass(frozen=True)
class Provided:
    """Something put in place for access, for whom, and everything that follows from it."""

    id: str
    label: str
    explain: str
    for_whom: tuple[str, ...]
    people: int
    role: str
    first: ToDo | None
    to_dos: int
    cost: Range | None
    is_our_guess: bool
    pace: PaceChange | None
    plan_b: str | None
    evidence: Evidence


@dataclass(frozen=True)
class Adapting:
    """How to adapt one demand of a method, and the people who are coming for whom it matters."""

    for_whom: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class ActivityRow:
    """Something people do together, with its method where it has one."""

    title: str
    method: Method | None
    adapting: tuple[Adapting, ...]


class Span(StrEnum):
    """The stretches of time that tasks are printed in, in their order."""

    TOO_LATE = "too_late"
    NOW = "now"
    EARLY = "early"
    TWO_MONTHS = "two_months"
    ONE_MONTH = "one_month"
    TWO_WEEKS = "two_weeks"
    LAST_DAYS = "last_days"
    NO_DATE = "no_date"
    ON_THE_DAY = "on_the_day"
    AFTER = "after"


@dataclass(frozen=True)
class Period:
    """What is to be started in one stretch of time."""

    span: Span
    to_dos: tuple[ToDo, ...]


@dataclass(frozen=True)
class BudgetGroup:
    """The lines of one group of the budget, and what they come to."""

    group: Group
    lines: tuple[BudgetLine, ...]
    total: Range


@dataclass(frozen=True)
class VenueRow:
    """One feature of the venue with what was found."""

    area: VenueArea
    label: str
    found: str
    without_it: str
    is_missing: bool
    is_open: bool
