"""What the papers for the people invited, the team and those who are booked ask of a pack, but no sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.answers import QUESTIONS, STEPS, Asked, Kind, known
from planner.answers.access import BringSomeone
from planner.answers.together import PlannedWith
from planner.arrangements.agenda import Item, Part
from planner.arrangements.follows import Line, in_a_room, place_of
from planner.arrangements.headcount import CrewLine
from planner.catalogue.entries import Method, Provision, VenueArea, VenueFeature
from planner.documents.diary import Entry, entries
from planner.documents.package import one_line
from planner.documents.shown import Adapting
from planner.documents.views import View

BOOKED_BY = {
    "interpreters": ("provisions", (
        "bsl_interpreters", "deaf_relay_interpreter", "deafblind_interpreters", "lipspeaker",
        "spoken_language_interpreter",
    )),
    "captioner": ("provisions", ("live_captions", "remote_captions")),
    "notetaker": ("provisions", ("electronic_notetaker",)),
    "facilitator": ("roles", ("facilitator",)),
    "caterer": ("refreshments", ("tea_and_coffee", "cake_and_fruit", "sandwich_lunch", "hot_lunch")),
    "transport": ("provisions", ("taxis", "shuttle")),
}  # fmt: skip
"""What somebody must have chosen before there is anybody to brief."""

LEADS = {
    Part.ARRIVAL: ("greeter", "tech_host"),
    Part.WELCOME: ("co_host", "facilitator"),
    Part.ICEBREAKER: ("facilitator", "co_host"),
    Part.ACTIVITY: ("facilitator",),
    Part.BREAK: ("drinks_host", "timekeeper"),
    Part.LUNCH: ("drinks_host",),
    Part.IN_HAND: ("facilitator", "timekeeper"),
    Part.CLOSE: ("co_host", "facilitator"),
}
"""The jobs that lead each part of the day, the likeliest first."""

CARDS = {
    "chores": "day",
    "needs": "access",
    "provisions": "access",
    "formats": "access",
    "venue": "place",
    "roles": "jobs",
    "refreshments": "food",
    "methods": "activities",
    "icebreakers": "activities",
}
"""What the cards for what may go wrong are about, by table of the catalogue."""

OFTEN_NEEDED = (
    ("bsl_interpreters",),
    ("live_captions", "remote_captions"),
    ("hearing_loop", "portable_loop"),
    ("quiet_room",),
)
"""What people most often ask about, and so should read when it is not there; one of each is enough."""

TWO_LINES = 75  # letters, in the widest column of the plan on two pages


@dataclass(frozen=True)
class Lead:
    """A part of the day with who leads it and what to do in it for access. ``who`` may be nobody yet."""

    item: Item
    who: str
    adapting: tuple[Adapting, ...]
    goes_on: bool  # more of the activity before


@dataclass(frozen=True)
class Looked:
    """A feature of the venue with what was found, in a word or not at all."""

    feature: VenueFeature
    found: str


@dataclass(frozen=True)
class ForPeople:
    """A pack as the templates for people look at it."""

    view: View

    # What the invitation promises

    def says(self, *tables: str) -> tuple[Line, ...]:
        """What can be promised because of these tables of the catalogue."""
        return tuple(line for line in self._says if line.id.split(".")[0] in tables)

    def is_only_for_you(self, line: Line) -> bool:
        """Whether it is a lunch that is not paid for those who come along."""
        unpaid = self.view.plan.access.bring_someone in {BringSomeone.UNPAID, BringSomeone.NO}
        return unpaid and line.id.split(".")[1].endswith("_lunch")

    @property
    def promised(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """Everything in place for access under the name of a heading: the place, people, and groups of provisions."""
        grouped: dict[str, list[Line]] = {}
        for line in self._says:
            if heading := self._heading(line):
                grouped.setdefault(heading, []).append(line)
        return tuple((heading, tuple(lines)) for heading, lines in grouped.items())

    def _heading(self, line: Line) -> str:
        table, key, _ = line.id.split(".")
        match table:
            case "venue":
                return "place"
            case "provisions":
                return self.view.facts.provisions[key].group.value
            case "needs" | "roles" | "outreach" | "chores":
                return "people"
            case _:
                return ""

    @property
    def _says(self) -> tuple[Line, ...]:
        return tuple(line for line in self.view.arranged.follows.says if not self._is_contradicted(line))

    def _is_contradicted(self, line: Line) -> bool:
        """Whether another answer says more truly how it is: who may come along, and who plans it."""
        plan = self.view.plan
        match line.id.split("."):
            case ["outreach", "bring_a_friend", _]:
                return plan.access.bring_someone is not BringSomeone.PAID
            case ["outreach", "dpulo", _]:
                return plan.together.planned_with is PlannedWith.NOBODY
            case _:
                return False

    @property
    def not_there(self) -> tuple[str, ...]:
        """What somebody may count on and will not find: at the venue, or among what is booked."""
        missing = [row.label for row in self.view.venue if row.is_missing]
        return (*missing, *(self.view.facts.provisions[keys[0]].label for keys in self._not_booked))

    @property
    def not_known(self) -> tuple[str, ...]:
        """What nobody is sure of yet at the venue."""
        return tuple(row.label for row in self.view.venue if row.is_open)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not there, by its name in the catalogue."""
        found = self.view.plan.venue.features if self.view.venue else {}
        absent = [f"venue.{key}" for key, answer in found.items() if answer.value == "no"]
        return (*absent, *(f"provisions.{keys[0]}" for keys in self._not_booked))

    @property
    def _not_booked(self) -> Iterator[tuple[str, ...]]:
        if not known(self.view.plan.access.provisions):
            return
        said = {line.words for line in self._says}
        for keys in OFTEN_NEEDED:
            entries = [self.view.facts.provisions[key] for key in keys]
            offered = self.has("provisions", *keys) or any(entry.says in said for entry in entries)
            place = place_of(self.view.plan)
            if not offered and (place is None or place in entries[0].where):
                yield keys

    def has(self, table: str, *keys: str) -> bool:
        """Whether one of these entries applies to the plan."""
        chosen = {one.name for one in self.view.arranged.follows.chosen}
        return any(f"{table}.{key}" in chosen for key in keys)

    def venue_has(self, key: str) -> str:
        """What was found of one feature: yes, no, not_sure, or nothing where nobody looked."""
        return str(self.view.plan.venue.features.get(key, "")) if in_a_room(self.view.plan) else ""

    @property
    def requests_by(self) -> date | None:
        """The last day for requests, where it is known and has not passed."""
        limit = self.view.arranged.deadlines.requests
        return limit if limit is not None and limit >= self.view.pack.today else None

    @property
    def delete_by(self) -> date | None:
        """The day by which what people told about access is deleted."""
        day = self.view.day
        return day + timedelta(days=self.view.facts.pace.needs_kept_days.value) if day else None

    @property
    def offered(self) -> tuple[str, ...]:
        """What people can tick on the reply form: what has to be brought or paid for those who want it."""
        return tuple(self.view.facts.provisions[key].label for key in self.offered_keys)

    @property
    def offered_keys(self) -> tuple[str, ...]:
        """The same by their keys."""
        return tuple(
            one.name.removeprefix("provisions.")
            for one in self.view.arranged.follows.chosen
            if type(one.entry) is Provision and (one.entry.people or one.entry.costs)
        )

    @property
    def formats(self) -> tuple[str, ...]:
        """The forms in which papers are offered."""
        return tuple(one.label for one in self.view.formats)

    @property
    def to_ask(self) -> tuple[str, ...]:
        """What to ask the people who are expected; what they need, never what is wrong."""
        return tuple(dict.fromkeys(self.view.facts.needs[key].ask for key in self.view.plan.audience.needs))

    # The day

    @property
    def doors(self) -> Item | None:
        """The part in which people arrive."""
        return next((item for item in self._items if item.part is Part.ARRIVAL), None)

    @property
    def _items(self) -> tuple[Item, ...]:
        return self.view.arranged.agenda.items

    @property
    def leads(self) -> tuple[Lead, ...]:
        """Each part of the day with who leads it and how it is adapted for those who come."""
        begun: set[str] = set()
        leads = []
        for item in self._items:
            goes_on = item.method is not None and item.method in begun
            leads.append(Lead(item, self._leader(item.part), self._adapting(item), goes_on))
            begun |= {item.method} if item.method else set()
        return tuple(leads)

    def _leader(self, part: Part) -> str:
        names = (self.view.facts.roles[key].label for key in LEADS[part] if self.has("roles", key))
        return next(names, "")

    def _adapting(self, item: Item) -> tuple[Adapting, ...]:
        method = self.view.facts.methods[item.method] if item.method else None
        return next((row.adapting for row in self.view.activities if method and row.method is method), ())

    @property
    def who_is_who(self) -> tuple[tuple[str, str], ...]:
        """Each job on the day with the first sentence of what it is."""
        return tuple(
            (role.label, f"{role.job.partition('. ')[0].rstrip('.')}.") for role, _ in self.view.roles
        )

    @property
    def elsewhere(self) -> tuple[Method, ...]:
        """The methods that are used before, after or beside the day."""
        rows = {row.method.label: row.method for row in self.view.activities if row.method}
        return tuple(method for method in rows.values() if not method.on_the_day)

    @property
    def hands(self) -> tuple[CrewLine, ...]:
        """Everybody who is there to work and is not named among the jobs."""
        return tuple(line for line in self.view.arranged.heads.crew if not line.entry.startswith("roles."))

    def part(self, name: str) -> tuple[Item, ...]:
        """The parts of the day of one kind, named as it is kept."""
        return tuple(item for item in self._items if item.part.value == name)

    @property
    def cards(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """What to do when something fails on the day, under the name of what it is about."""
        grouped: dict[str, list[Line]] = {name: [] for name in dict.fromkeys(CARDS.values())}
        for line in self.view.arranged.follows.plan_bs:
            if self._is_for_the_day(line):
                grouped[CARDS[line.id.split(".")[0]]].append(line)
        return tuple((name, tuple(lines)) for name, lines in grouped.items() if lines)

    def _is_for_the_day(self, line: Line) -> bool:
        """Of the place, only what shuts somebody out; of what every workshop needs, only what is done on the day."""
        table, key, _ = line.id.split(".")
        match table:
            case "venue":
                return self.view.facts.venue[key].vital
            case "chores":
                return any(task.days_before == 0 for task in self.view.facts.chores[key].tasks.values())
            case _:
                return table in CARDS

    @property
    def diary(self) -> tuple[Entry, ...]:
        """Everything that has a day, as the calendar file holds it."""
        return entries(self.view)

    # The plan on two pages

    def in_brief(self, words: str, letters: int = TWO_LINES) -> str:
        """Words on one line, cut after a whole word where there are more letters than that."""
        line = one_line(words)
        if len(line) <= letters:
            return line
        return f"{line[:letters].rpartition(' ')[0] or line[:letters]}…"

    def some(self, names: Iterable[str], letters: int = TWO_LINES) -> str:
        """As many of these names as there is room for, the first at least, and how many more there are."""
        listed = [one_line(name) for name in names if one_line(name)]
        for count in range(len(listed), 1, -1):
            words = _first_of(listed, count)
            if len(words) <= letters:
                return words
        return _first_of([self.in_brief(name, letters) for name in listed], 1)

    @property
    def worries(self) -> tuple[str, ...]:
        """What matters most of all that we would look at again, the heaviest first."""
        return tuple(
            dict.fromkeys(one.headline for level in ("shut", "look") for one in self.view.at_level(level))
        )

    # Afterwards

    def due(self, task: str) -> date | None:
        """The day on which something is to be done, by its id; None where it is not to be done or has no day yet."""
        return next((one.start_by for one in self.view.arranged.to_dos if one.id == task), None)

    @property
    def news(self) -> tuple[date, ...]:
        """The days on which people were promised to hear more."""
        return tuple(one.on for one in self.view.promised if one.on is not None)

    def news_after(self, on: date | None) -> date | None:
        """The first of those days after this one, or of all where none is given; None where there is none."""
        return next((day for day in self.news if on is None or day > on), None)

    # Those who are booked

    def is_booked(self, supplier: str) -> bool:
        """Whether there is really somebody to brief, and something to tell them."""
        if supplier == "venue":
            booked = known(self.view.plan.venue.place) and in_a_room(self.view.plan)
        else:
            table, keys = BOOKED_BY[supplier]
            booked = self.has(table, *keys)
        return booked and bool(self.brief(supplier))

    def brief(self, supplier: str) -> tuple[Line, ...]:
        """What one supplier has to know."""
        return self.view.arranged.follows.briefs(supplier)

    def booked(self, supplier: str) -> tuple[str, ...]:
        """What was chosen that this supplier brings, by its label."""
        table, keys = BOOKED_BY[supplier]
        entries = getattr(self.view.facts, table)
        return tuple(entries[key].label for key in keys if self.has(table, key))

    def crew_for(self, supplier: str) -> tuple[CrewLine, ...]:
        """The people whom this supplier sends."""
        table, keys = BOOKED_BY[supplier]
        wanted = {f"{table}.{key}" for key in keys}
        return tuple(line for line in self.view.arranged.heads.crew if line.entry in wanted)

    # The venue visit

    @property
    def areas(self) -> tuple[tuple[VenueArea, tuple[Looked, ...]], ...]:
        """Every feature to look at, in the order in which one walks."""
        found = self.view.plan.venue.features
        looked = [
            Looked(feature, found[key].label if key in found and known(found[key]) else "")
            for key, feature in self.view.facts.venue.items()
        ]
        return tuple((area, tuple(one for one in looked if one.feature.area is area)) for area in VenueArea)

    # Questions to prepare

    @property
    def questions(self) -> tuple[tuple[str, tuple[Asked, ...]], ...]:
        """Every question by step."""
        return tuple((step, tuple(one for one in QUESTIONS if one.step == step)) for step in STEPS)

    def choices(self, one: Asked) -> tuple[str, ...]:
        """The answers to choose from; none where people write their own or there are too many to print."""
        if one.choices is not None:
            return tuple(choice.label for choice in one.choices)
        if one.table and one.kind in {Kind.TICKS, Kind.ONE_OF, Kind.COUNTS}:
            return tuple(entry.label for entry in getattr(self.view.facts, one.table).values())
        return ()


def _first_of(names: list[str], count: int) -> str:
    more = len(names) - count
    return "; ".join(names[:count]) + (f"; and {more} more" if more > 0 else "")
