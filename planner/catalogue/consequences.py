"""A fact with its evidence and everything that follows from it: tasks, costs, people, pace and words."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Words = Annotated[str, Field(min_length=2, max_length=600)]
Pounds = Annotated[Decimal, Field(ge=0, le=100_000)]
Weeks = Annotated[int, Field(ge=0, le=52)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]

# Not strftime: it would speak the language of the server.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Shape(BaseModel):
    """A frozen table of the catalogue that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Basis(StrEnum):
    """How sure we are of a fact, from the surest to the least sure."""

    LAW = "law"
    VERIFIED = "verified"
    SECOND_HAND = "second_hand"
    WIDELY_KNOWN = "widely_known"
    OUR_JUDGEMENT = "our_judgement"

    @property
    def words(self) -> str:
        """How the documents and pages say it."""
        return {
            Basis.LAW: "the law",
            Basis.VERIFIED: "checked with the source",
            Basis.SECOND_HAND: "reported by somebody else",
            Basis.WIDELY_KNOWN: "widely known, not checked by us",
            Basis.OUR_JUDGEMENT: "our own judgement",
        }[self]


class Evidence(Shape):
    """Who says so, how sure we are, when it was checked and when to check again."""

    basis: Basis
    sources: tuple[Key, ...] = ()
    as_of: date
    review_by: date

    @model_validator(mode="after")
    def _stands_up(self) -> "Evidence":
        if self.basis in {Basis.LAW, Basis.VERIFIED, Basis.SECOND_HAND} and not self.sources:
            raise ValueError(f"A fact that is '{self.basis.words}' needs at least one source.")
        if self.review_by <= self.as_of:
            raise ValueError("The day to check again must come after the day it was checked.")
        return self

    def is_stale(self, today: date) -> bool:
        """Whether the day to check the fact again has passed."""
        return today > self.review_by

    def checked_words(self, today: date) -> str:
        """When it was checked, and whether that was too long ago."""
        return checked_words(self.as_of, self.review_by, today)


def checked_words(as_of: date, review_by: date, today: date) -> str:
    """When a fact was checked, with a mark where the day to check it again has passed.

    >>> checked_words(date(2026, 11, 23), date(2027, 11, 1), today=date(2027, 11, 2))
    'checked November 2026, check again'
    """
    checked = f"checked {MONTHS[as_of.month - 1]} {as_of.year}"
    return f"{checked}, check again" if today > review_by else checked


class Source(Shape):
    """A publication that facts rest on."""

    title: Words
    publisher: Words
    address: Annotated[str, Field(min_length=4, max_length=300)]
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    note: Words | None = None


class Where(StrEnum):
    """The kinds of workshop that an entry makes sense in."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


EVERYWHERE = (Where.IN_PERSON, Where.ONLINE, Where.HYBRID)


class Task(Shape):
    """Something to do, so many weeks or days before the workshop, or days after it.

    ``least_weeks`` is the shortest notice at which it usually still works; below it, do ``if_late``.
    """

    do: Words
    weeks_before: Weeks | None = None
    days_before: Annotated[int, Field(ge=0, le=365)] | None = None
    days_after: Annotated[int, Field(ge=0, le=365)] | None = None
    least_weeks: Weeks | None = None
    if_late: Words | None = None
    who: Words | None = None
    moves_with: Literal["invitation", "requests"] | None = None  # earlier where a booking needs longer notice

    @model_validator(mode="after")
    def _has_one_time(self) -> "Task":
        if sum(t is not None for t in (self.weeks_before, self.days_before, self.days_after)) != 1:
            raise ValueError("Give exactly one of weeks_before, days_before and days_after.")
        if self.least_weeks is not None and not self.if_late:
            raise ValueError("A task with a least notice says what to do if it is too late.")
        return self


class Per(StrEnum):
    """What a price is multiplied by. The head-count and the day supply the numbers."""

    WORKSHOP = "workshop"
    PARTICIPANT = "participant"
    COMPANION = "companion"
    TRAVELLER = "traveller"  # participants and companions who come to the room
    MOUTH = "mouth"  # everybody who eats and drinks: participants, companions, crew
    WITH_NEED = "with_need"  # people counted under the needs that the entry meets
    CREW = "crew"  # the people that this entry itself brings
    RIDER = "rider"  # people who travel this way, and those with them who need a ticket of their own
    MILE = "mile"  # the miles there and back of everybody who travels this way
    VENUE_HOUR = "venue_hour"  # the workshop, setting up and clearing away, in hours
    WORKSHOP_HOUR = "workshop_hour"


class Group(StrEnum):
    """The lines of the budget, in the order in which they are printed."""

    PAY = "pay"
    ACCESS = "access"
    TRAVEL = "travel"
    FORMATS = "formats"
    REFRESHMENTS = "refreshments"
    VENUE = "venue"
    MATERIALS = "materials"
    PEOPLE = "people"
    FOLLOW_UP = "follow_up"
    CONTINGENCY = "contingency"

    @property
    def words(self) -> str:
        """How the budget names the group."""
        return {
            Group.PAY: "Paying people for their time",
            Group.ACCESS: "Access",
            Group.TRAVEL: "Travel",
            Group.FORMATS: "Formats",
            Group.REFRESHMENTS: "Refreshments",
            Group.VENUE: "Venue",
            Group.MATERIALS: "Materials",
            Group.PEOPLE: "People who run it",
            Group.FOLLOW_UP: "Keeping in touch",
            Group.CONTINGENCY: "For what we cannot foresee",
        }[self]


class Rate(Shape):
    """What something is called on a bill, and its price from low to high, in pounds."""

    item: Words
    low: Pounds
    high: Pounds

    @model_validator(mode="after")
    def _low_is_low(self) -> "Rate":
        if self.low > self.high:
            raise ValueError("The low price is higher than the high price.")
        return self


class Cost(Rate):
    """A price and what it is counted by.

    Prices move faster than facts, so a price has a basis of its own; most are our judgement ("allow about").
    ``whole_day`` takes its place where the workshop is longer than half a day, as people sell their time by halves.
    """

    group: Group
    per: Per = Per.WORKSHOP
    basis: Basis = Basis.OUR_JUDGEMENT
    whole_day: Rate | None = None
    unless_travel: tuple[
        Key, ...
    ] = ()  # nothing more to pay where somebody is counted under these ways to travel


class Crew(Shape):
    """People whom an entry brings to the workshop, and who need a seat and lunch."""

    role: Words
    count: Annotated[int, Field(ge=1, le=20)]
    alone_up_to_minutes: Minutes | None = None  # one person is enough for a workshop no longer than this
    per_people: Annotated[int, Field(ge=1, le=500)] | None = None  # count for each so many participants


class PaceChange(Shape):
    """How an entry changes the clock: the longest stretch without a break, the shortest break, slower talk."""

    stretch_at_most: Minutes | None = None
    alone_stretch_at_most: Minutes | None = None  # where only one of the people it brings does the work
    break_at_least: Minutes | None = None
    talk_takes_percent_more: Annotated[int, Field(ge=0, le=200)] | None = None
    from_how_many: Annotated[int, Field(ge=1, le=100)] = 1  # applies from so many people with the need


class Entry(Shape):
    """A fact with everything that follows from it, and the evidence for both."""

    label: Words
    where: tuple[Where, ...] = EVERYWHERE
    tasks: dict[Key, Task] = {}
    costs: dict[Key, Cost] = {}
    people: Crew | None = None
    pace: PaceChange | None = None
    says: Words | None = None  # a sentence for the invitation
    asks: tuple[Words, ...] = ()  # questions to send to the venue
    briefs: dict[
        Literal["interpreters", "captioner", "notetaker", "facilitator", "caterer", "venue", "transport"],
        Words,
    ] = {}
    checks: tuple[Words, ...] = ()  # what to look at on the day
    plan_b: Words | None = None  # what to do when it fails on the day
    evidence: Evidence

    @property
    def has_consequence(self) -> bool:
        """Whether anything at all follows from the entry."""
        return bool(
            self.tasks or self.costs or self.people or self.pace or self.says or self.asks or self.briefs
            or self.checks or self.plan_b
        )  # fmt: skip
