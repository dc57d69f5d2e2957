"""The shapes of everything that is known before anybody answers, table by table."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from planner.catalogue.consequences import (
    Basis,
    Cost,
    Entry,
    Evidence,
    Group,
    Key,
    Minutes,
    PaceChange,
    Per,
    Pounds,
    Shape,
    Source,
    Task,
    Where,
    Words,
    checked_words,
)

# What an entry is made of, for everybody who knows entries.
__all__ = [
    "Basis",
    "Cost",
    "Entry",
    "Evidence",
    "Group",
    "Key",
    "PaceChange",
    "Per",
    "Shape",
    "Source",
    "Task",
    "Where",
    "checked_words",
]

Demand = Literal["reading", "writing", "speaking", "sight", "hearing", "hands", "moving"]


class Stage(StrEnum):
    """Where on the way to and through a workshop somebody may meet a barrier."""

    HEAR = "hear"
    SAY_YES = "say_yes"
    GET_READY = "get_ready"
    GET_THERE = "get_there"
    GET_IN = "get_in"
    TAKE_PART = "take_part"
    REST_AND_EAT = "rest_and_eat"
    GET_HOME = "get_home"
    HEAR_BACK = "hear_back"

    @property
    def words(self) -> str:
        """The heading of its column."""
        return {
            Stage.HEAR: "Hear about it",
            Stage.SAY_YES: "Say yes",
            Stage.GET_READY: "Get ready",
            Stage.GET_THERE: "Get there",
            Stage.GET_IN: "Get in",
            Stage.TAKE_PART: "Take part",
            Stage.REST_AND_EAT: "Rest and eat",
            Stage.GET_HOME: "Get home",
            Stage.HEAR_BACK: "Hear back",
        }[self]


class Need(Entry):
    """A group of people who need something to take part. ``who`` reads on from "People who"."""

    who: Words
    in_short: Words  # for a chart or a column heading
    likely: tuple[Key, ...] = ()  # provisions and formats that usually serve them
    finds_hard: tuple[Demand, ...] = ()  # what a method may demand that shuts them out unless it is adapted
    ask: Words  # what to ask them, never what is wrong


class ProvisionGroup(StrEnum):
    """Headings under which provisions and formats are ticked."""

    HEARING = "hearing"
    SEEING = "seeing"
    MOVING = "moving"
    UNDERSTANDING = "understanding"
    RESTING = "resting"
    COMING = "coming"
    ONLINE = "online"

    @property
    def words(self) -> str:
        """The heading."""
        return {
            ProvisionGroup.HEARING: "Deaf people and people who are hard of hearing",
            ProvisionGroup.SEEING: "Blind people and people with low vision",
            ProvisionGroup.MOVING: "People who find it hard to move around",
            ProvisionGroup.UNDERSTANDING: "People who need plain information and time",
            ProvisionGroup.RESTING: "People who tire easily, are in pain or are anxious",
            ProvisionGroup.COMING: "Coming with somebody, caring for somebody, getting there",
            ProvisionGroup.ONLINE: "People who join from somewhere else",
        }[self]


class Provision(Entry):
    """Something an organiser puts in place so that people can take part."""

    explain: Words  # who it is for, how many, when to book, in one or two sentences
    group: ProvisionGroup
    meets: tuple[Key, ...]
    stages: tuple[Stage, ...] = (Stage.TAKE_PART,)
    unless_venue_has: Key | None = None  # nothing to book or pay where the venue has this already


class Format(Provision):
    """A form in which documents are offered."""


class VenueArea(StrEnum):
    """The parts of a venue visit, in the order in which one walks."""

    GETTING_THERE = "getting_there"
    GETTING_IN = "getting_in"
    THE_ROOM = "the_room"
    TOILETS_AND_REST = "toilets_and_rest"
    SAFETY = "safety"

    @property
    def words(self) -> str:
        """The heading."""
        return {
            VenueArea.GETTING_THERE: "Getting there",
            VenueArea.GETTING_IN: "Getting in and round",
            VenueArea.THE_ROOM: "The room",
            VenueArea.TOILETS_AND_REST: "Toilets and rest",
            VenueArea.SAFETY: "Getting out safely",
        }[self]


class VenueFeature(Entry):
    """Something to look at before a venue is booked. ``label`` is a statement that is true or not."""

    area: VenueArea
    explain: Words
    measure: Words | None = None
    serves: tuple[Key, ...]
    without_it: Words  # what happens to whom where it is missing
    vital: bool = False  # without it somebody is shut out


class Demands(Shape):
    """What a method asks of people before it is adapted: 0 nothing, 1 something, 2 a lot."""

    reading: Annotated[int, Field(ge=0, le=2)] = 0
    writing: Annotated[int, Field(ge=0, le=2)] = 0
    speaking: Annotated[int, Field(ge=0, le=2)] = 0
    sight: Annotated[int, Field(ge=0, le=2)] = 0
    hearing: Annotated[int, Field(ge=0, le=2)] = 0
    hands: Annotated[int, Field(ge=0, le=2)] = 0
    moving: Annotated[int, Field(ge=0, le=2)] = 0


class WorkshopStage(StrEnum):
    """The part of the work that a workshop is for."""

    PLANNING = "planning"
    DEVELOPMENT = "development"
    DELIVERY = "delivery"
    REVIEW = "review"


class Aim(StrEnum):
    """What people want to get done together."""

    REACH = "reach"
    HEAR = "hear"
    LOOK = "look"
    IDEAS = "ideas"
    CHOOSE = "choose"
    TRY = "try"
    LEAD = "lead"

    @property
    def words(self) -> str:
        """How the library names it."""
        return {
            Aim.REACH: "Reach people who do not come to meetings",
            Aim.HEAR: "Hear what people know and have been through",
            Aim.LOOK: "Look at how something works now",
            Aim.IDEAS: "Find ideas",
            Aim.CHOOSE: "Choose and decide",
            Aim.TRY: "Make something and try it",
            Aim.LEAD: "Lead the work together over time",
        }[self]


class Method(Entry):
    """A way to work something out together."""

    explain: Words
    size: tuple[
        Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]
    ]  # people in one group, least and most
    minutes: tuple[Minutes, Minutes]  # least and usual
    formality: Annotated[int, Field(ge=1, le=5)]  # 1 very informal, 5 formal
    aims: Annotated[tuple[Aim, ...], Field(min_length=1)]  # the first is what it is best for
    stages: tuple[WorkshopStage, ...]
    power: Annotated[
        int, Field(ge=1, le=5)
    ]  # the most it can share: inform, consult, engage, co-design, co-produce
    enjoyable: bool = False
    on_the_day: bool = True  # false where it happens before, after or beside the workshop, as a survey does
    mostly_talk: bool = True  # talk is what interpreting and AAC make slower
    demands: Demands
    adapt: dict[Demand, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _adapts_what_it_demands(self) -> "Method":
        missing = [name for name, level in self.demands if level and name not in self.adapt]
        if missing:
            raise ValueError(f"It demands {', '.join(missing)} but does not say how to adapt that.")
        return self


class Icebreaker(Entry):
    """A short start that nobody has to join, and that asks nobody to touch, move or tell a secret."""

    explain: Words
    minutes: Minutes
    hard_for: tuple[Key, ...] = ()  # needs of people who would mostly watch


class Route(Entry):
    """A way to find people."""

    reaches: Words
    how: Words
    already_active: bool = False  # reaches people who already come
    online_only: bool = False


class Chore(Entry):
    """What every workshop needs, whoever comes."""


class Role(Entry):
    """A job on the day."""

    job: Words


class Refreshment(Entry):
    """Something to eat or drink."""


class Mode(Entry):
    """A way to travel there and back."""

    in_short: Words
    explain: Words
    shared: bool = False  # those who come along ride in the same car, at no more cost


class Power(StrEnum):
    """How much a workshop shares, from the least to the most."""

    INFORM = "inform"
    CONSULT = "consult"
    ENGAGE = "engage"
    CO_DESIGN = "co_design"
    CO_PRODUCE = "co_produce"


class Rung(Shape):
    """A rung of the ladder of power in plain words. ``says`` is the sentence for the invitation."""

    label: Words
    explain: Words
    says: Words
    step_up: Words
    evidence: Evidence


class Price(Shape):
    """A rate that a question or an arrangement refers to by name."""

    label: Words
    low: Pounds
    high: Pounds
    unit: Words
    evidence: Evidence

    @property
    def usual(self) -> Decimal:
        """Halfway between low and high."""
        return (self.low + self.high) / 2


class Figure(Shape):
    """A threshold with its unit, so that no rule holds a number."""

    value: int
    unit: Words
    means: Words
    evidence: Evidence


class Pace(Shape):
    """How long, how often and how many: every threshold that the planner works with."""

    stretch: Figure  # minutes together without a break
    stretch_online: Figure
    break_in_person: Figure
    break_online: Figure
    lunch: Figure
    lunch_after: Figure  # a workshop longer than this needs lunch
    arrival: Figure  # minutes between doors and start
    welcome: Figure
    close: Figure
    least_activity: Figure
    shortest_piece: Figure  # minutes of a long activity that are worth beginning before a break
    working_time: Figure  # minutes of working time in one visit that most people can manage
    online_at_most: Figure
    earliest_start: Figure  # minutes after midnight
    latest_finish: Figure
    bus_pass_start: Figure
    school_run_finish: Figure
    invitation_weeks: Figure
    invitation_least_weeks: Figure
    request_margin_weeks: Figure
    reply_weeks: Figure
    first_update_days: Figure
    updates_ahead: Figure  # after the first
    needs_kept_days: Figure  # days after the workshop
    papers_days: Figure
    interpreter_alone: Figure
    stop_near: Figure  # metres
    stop_far: Figure
    area_each: Figure  # tenths of a square metre
    area_wheelchair: Figure
    group_size: Figure
    people_per_companion: Figure
    people_per_facilitator: Figure
    people_per_greeter: Figure
    turnout_low: Figure  # percent of those expected
    turnout_high: Figure
    contingency: Figure  # percent
    access_share: Figure
    set_up: Figure  # minutes the venue is hired for before the doors open
    clear_up: Figure
    miles: Figure  # there and back, for one person
    half_day: Figure  # minutes; a longer workshop is paid as a whole day
    pay_within_days: Figure
    routes: Figure
    fee_floor: Figure  # pounds an hour
    reading_grade: Figure
    long_sentence: Figure
    easy_sentence: Figure  # words, in Easy Read
    easy_grade: Figure  # words
    toilet_shared_by: Figure  # wheelchair users
    area_dog: Figure  # tenths of a square metre
    area_besides: Figure
    formal: Figure  # on the scale of a method's formality
    shares_power: Figure  # on the scale of a method's power
    bus_journey: Figure  # minutes from the first free bus to the start
    school_run_over: Figure
    working_time_tired: Figure  # for people who tire easily or are in pain
    visit_learning_disability: Figure  # breaks included, lunch not
    too_soon_weeks: Figure
    interpreter_alone_online: Figure
    friday_prayer_starts: Figure
    friday_prayer_ends: Figure
    journey_home: Figure
    dark_after_sunset: Figure
    home_before_sabbath: Figure
    home_before_fast_ends: Figure
    prayer: Figure
    sunset_prayer_within: Figure
    last_transport: Figure  # minutes after midnight
    taxis_busy_from: Figure
    taxis_busy_until: Figure
    change_over: Figure  # minutes between two activities
    hybrid_from: Figure  # people


class Wording(Shape):
    """A word that many readers stumble over or that hurts, and what to say instead.

    ``unless_before`` and ``unless_after`` are patterns of the words next to it that make it harmless.
    """

    say: Words
    why: Words | None = None
    unless_before: str | None = None
    unless_after: str | None = None


class Picture(Shape):
    """A drawing of ours: what it shows, for those who do not see it, and the ideas that it stands for."""

    shows: Words
    stands_for: Annotated[tuple[str, ...], Field(min_length=1)]


class Topic(StrEnum):
    """The topics under which Easy Read papers say what is in place, three of the invitation first."""

    BUILDING = "building"
    TAKING_PART = "taking_part"
    COMING = "coming"
    BEFORE_THE_DAY = "before_the_day"
    PEOPLE = "people"
    IN_THE_ROOM = "in_the_room"


class EasyWords(Shape):
    """What Easy Read papers say of an entry, and under which topic; ``if_missing`` where it is not there."""

    words: Words
    topic: Topic | None = None
    if_missing: Words | None = None


class Glossary(Shape):
    """Words of one kind with the evidence that they all share."""

    evidence: Evidence
    words: dict[str, Wording]


class Abbreviations(Shape):
    """Abbreviations that everybody knows, and what others stand for, with the evidence that they share."""

    evidence: Evidence
    everybody_knows: frozenset[str]
    stands_for: dict[str, Words]


DayOfYear = Annotated[str, Field(pattern=r"^\d\d-\d\d$")]  # month-day
NationName = Literal["england", "scotland", "wales", "northern_ireland"]


class Span(Shape):
    """The first and the last day of something."""

    first: date
    last: date

    @model_validator(mode="after")
    def _runs_forward(self) -> "Span":
        if self.last < self.first:
            raise ValueError("The last day comes before the first.")
        return self


class FaithDay(Shape):
    """A day that people of a faith keep, with its dates in the years that the table holds.

    ``certainty`` says how to read a span: ``fixed``; ``about``, the moon decides between first and last;
    ``within_a_day``, some keep the day before or after; ``tradition``, some keep one day and some another.
    """

    name: Words
    community: Words
    certainty: Literal["fixed", "about", "within_a_day", "tradition"]
    weight: Literal["day_off", "ask", "evening", "month", "bank_holiday"]
    begins_evening_before: bool = False
    do: Words
    dates: tuple[Span, ...]
    evidence: Evidence


class FaithDays(Shape):
    """The faith days of some years. For any other year we know nothing, which is not the same as no clash."""

    first_year: int
    last_year: int
    days: dict[Key, FaithDay]

    @model_validator(mode="after")
    def _is_whole(self) -> "FaithDays":
        made_again_by = date(self.last_year - 1, 6, 30)  # 18 months of dates left: people plan a year ahead
        for key, day in self.days.items():
            held = {span.first.year for span in day.dates}
            for year in range(self.first_year, self.last_year + 1):
                if year not in held:
                    raise ValueError(f"days.{key} has no date in {year}.")
            if day.evidence.review_by > made_again_by:
                raise ValueError(
                    f"days.{key} must be checked again by {made_again_by}, before dates run out."
                )
        return self


class Town(Shape):
    """A town by whose sun we reckon. One of each nation stands for the nation."""

    town: Words
    nation: NationName
    latitude: Annotated[float, Field(ge=49, le=61)]
    longitude: Annotated[float, Field(ge=-9, le=2)]
    postcode_areas: Annotated[tuple[Annotated[str, Field(pattern=r"^[A-Z]{1,2}$")], ...], Field(min_length=1)]
    for_its_nation: bool = False


class Places(Shape):
    """Towns of the nations and regions, with the evidence that they share."""

    evidence: Evidence
    towns: dict[Key, Town]
    border_areas: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def _has_one_for_each_nation(self) -> "Places":
        standing = sorted(town.nation for town in self.towns.values() if town.for_its_nation)
        if standing != sorted(get_args(NationName)):
            raise ValueError("Exactly one town of each nation has for_its_nation.")
        areas = [area for town in self.towns.values() for area in town.postcode_areas]
        if twice := sorted({area for area in areas if areas.count(area) > 1}):
            raise ValueError(f"The postcode area {twice[0]} belongs to two towns.")
        return self


class BreakDays(Shape):
    """When a school break is in any year: the same days, so many days round Easter, or days from a Monday."""

    from_day: DayOfYear | None = None
    to_day: DayOfYear | None = None
    easter: tuple[int, int] | None = None
    monday: DayOfYear | None = None  # the first Monday on or after this day
    days: Annotated[int, Field(ge=1, le=14)] | None = None

    @model_validator(mode="after")
    def _is_one_of_three(self) -> "BreakDays":
        given = {name for name in type(self).model_fields if getattr(self, name) is not None}
        if given not in ({"from_day", "to_day"}, {"easter"}, {"monday", "days"}):
            raise ValueError("Give from_day and to_day, or easter, or monday and days.")
        return self


class SchoolBreak(Shape):
    """Days on which most schools (likely) or some schools (possible) of a nation are closed."""

    name: Words
    nations: tuple[NationName, ...]
    likely: BreakDays | None = None
    possible: BreakDays | None = None


class SchoolBreaks(Shape):
    """The breaks of the school year with the evidence that they share."""

    evidence: Evidence
    breaks: dict[Key, SchoolBreak]
