"""One answer, everything that follows: gathers the consequences of each answer from the catalogue."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from planner.answers import Plan, Sure, known
from planner.answers.access import BringSomeone
from planner.answers.budget import Travel
from planner.answers.venue import Place
from planner.catalogue import Catalogue
from planner.catalogue.entries import Entry, Evidence, Provision, Task, VenueFeature, Where

ROOM_SUPPLIERS = ("venue", "caterer", "transport")


@dataclass(frozen=True)
class Because:
    """The answer that something follows from: where it was given, and in words after "because"."""

    path: str
    words: str


@dataclass(frozen=True)
class Chosen:
    """An entry of the catalogue that applies to this plan, and why."""

    name: str
    entry: Entry
    because: Because
    how_many: int = 0  # people known to have the need, or to be served by the provision


@dataclass(frozen=True)
class Line:
    """Something that follows from an answer, with the reason and the evidence."""

    id: str
    words: str
    because: Because
    evidence: Evidence
    label: str  # of the entry that it comes from


@dataclass(frozen=True)
class TaskLine(Line):
    """Something to do that follows from an answer, before it has a date."""

    task: Task


@dataclass(frozen=True)
class Follows:
    """Everything that follows from the answers of a plan."""

    chosen: tuple[Chosen, ...]
    settled: frozenset[str] = frozenset()  # questions for the venue that are answered already

    @cached_property
    def tasks(self) -> tuple[TaskLine, ...]:
        """What has to be done."""
        return tuple(
            TaskLine(f"{one.name}.{key}", task.do, one.because, one.entry.evidence, one.entry.label, task)
            for one in self.chosen
            for key, task in one.entry.tasks.items()
        )

    @cached_property
    def says(self) -> tuple[Line, ...]:
        """What the invitation can promise."""
        return self._lines(lambda entry: (entry.says,) if entry.says else ())

    @cached_property
    def asks(self) -> tuple[Line, ...]:
        """What to ask the venue."""
        return tuple(line for line in self._lines(lambda entry: entry.asks) if line.words not in self.settled)

    @cached_property
    def checks(self) -> tuple[Line, ...]:
        """What to look at on the day."""
        return self._lines(lambda entry: entry.checks)

    @cached_property
    def plan_bs(self) -> tuple[Line, ...]:
        """What to do when something fails on the day."""
        return self._lines(lambda entry: (entry.plan_b,) if entry.plan_b else ())

    def briefs(self, supplier: str) -> tuple[Line, ...]:
        """What one supplier has to know, such as ``interpreters``."""
        return self._lines(
            lambda entry: tuple(words for who, words in entry.briefs.items() if who == supplier)
        )

    @property
    def suppliers(self) -> tuple[str, ...]:
        """Everybody who gets a brief, in the order in which they are first named."""
        return tuple(dict.fromkeys(who for one in self.chosen for who in one.entry.briefs))

    def _lines(self, words: Callable[[Entry], tuple[str, ...]]) -> tuple[Line, ...]:
        """Lines of one sort, each sentence once, however many answers it follows from."""
        found: dict[str, Line] = {}
        for one in self.chosen:
            for number, sentence in enumerate(words(one.entry), start=1):
                line = Line(
                    f"{one.name}.{number}", sentence, one.because, one.entry.evidence, one.entry.label
                )
                found.setdefault(sentence, line)
        return tuple(found.values())


def follows(plan: Plan, facts: Catalogue) -> Follows:
    """Everything that follows from the answers, in the order of the questions; chores come last."""
    fitting = (one for one in _chosen(plan, facts) if _fits(one.entry, plan))
    settled = frozenset(_settled(plan, facts))
    return Follows(tuple(fitting if in_a_room(plan) else map(_without_room, fitting)), settled)


def place_of(plan: Plan) -> Where | None:
    """In a room, online or both; None while that is not known."""
    return Where(plan.venue.place.value) if known(plan.venue.place) and plan.venue.place else None


def in_a_room(plan: Plan) -> bool:
    """Whether people come to a room, or may do so as far as we know."""
    return plan.venue.place is not Place.ONLINE


def pays_travel(plan: Plan) -> bool:
    """Whether people come to a room and their travel costs are paid."""
    return in_a_room(plan) and plan.budget.travel in (Travel.AHEAD, Travel.LATER)


def people_served(entry: Provision, plan: Plan) -> int:
    """How many people are known to have one of the needs that the entry meets."""
    return sum(
        count for need, count in plan.audience.needs.items() if need in entry.meets and isinstance(count, int)
    )


def likely_for(plan: Plan, facts: Catalogue) -> list[str]:
    """The provisions and formats that usually serve the people who are expected."""
    return list(dict.fromkeys(key for need in plan.audience.needs for key in facts.needs[need].likely))


def _chosen(plan: Plan, facts: Catalogue) -> Iterator[Chosen]:
    for key, count in plan.audience.needs.items():
        need = facts.needs[key]
        because = Because("audience.needs", f"some people {need.who}")
        yield Chosen(f"needs.{key}", need, because, count if isinstance(count, int) else 1)
    for key in _ticks(plan.audience.routes):
        yield Chosen(f"outreach.{key}", facts.outreach[key], _ticked("audience.routes", facts.outreach[key]))
    yield from _venue(plan, facts)
    for key in _ticks(plan.access.provisions):
        provision = facts.provisions[key]
        because = _ticked("access.provisions", provision)
        arranged = _unless_there(provision, plan)
        yield Chosen(f"provisions.{key}", arranged, because, people_served(provision, plan))
    for key in _ticks(plan.access.formats):
        offered = facts.formats[key]
        yield Chosen(
            f"formats.{key}", offered, _ticked("access.formats", offered), people_served(offered, plan)
        )
    for key in dict.fromkeys(one.method for one in plan.methods.activities if one.method):
        yield Chosen(f"methods.{key}", facts.methods[key], _ticked("methods.activities", facts.methods[key]))
    if known(plan.methods.icebreaker) and plan.methods.icebreaker:
        start = facts.icebreakers[plan.methods.icebreaker]
        yield Chosen(f"icebreakers.{plan.methods.icebreaker}", start, _ticked("methods.icebreaker", start))
    for key in _ticks(plan.welcome.roles):
        yield Chosen(f"roles.{key}", facts.roles[key], _ticked("welcome.roles", facts.roles[key]))
    for key in _ticks(plan.welcome.refreshments):
        food = facts.refreshments[key]
        yield Chosen(f"refreshments.{key}", food, _ticked("welcome.refreshments", food))
    yield from _travel(plan, facts)
    for key, chore in facts.chores.items():
        yield Chosen(f"chores.{key}", chore, Because("purpose.title", "every workshop needs it"))


def _venue(plan: Plan, facts: Catalogue) -> Iterator[Chosen]:
    """What is there has its checks; what is not known yet has its questions; what is missing is for the advice."""
    if not in_a_room(plan):
        return
    for key, feature in facts.venue.items():
        match plan.venue.features.get(key):
            case Sure.YES:
                because = Because("venue.features", f"the venue has this: {feature.label}")
                yield Chosen(f"venue.{key}", _for_those_who_come(feature, plan), because)
            case Sure.NO:
                continue
            case Sure.NOT_SURE | None:
                because = Because("venue.features", f"you do not know yet: {feature.label}")
                yield Chosen(f"venue.{key}", _only_asks(feature), because)


def _travel(plan: Plan, facts: Catalogue) -> Iterator[Chosen]:
    """The ways in which people come, where their travel is paid."""
    if not pays_travel(plan):
        return
    for key, count in plan.budget.travel_by.items():
        mode = facts.travel[key]
        because = Because("budget.travel_by", f"this is how some people travel: {mode.label}")
        yield Chosen(f"travel.{key}", mode, because, count if isinstance(count, int) else 1)


def _settled(plan: Plan, facts: Catalogue) -> Iterator[str]:
    for key, said in plan.venue.features.items():
        if known(said):
            yield from facts.venue[key].asks


def _unless_there(entry: Provision, plan: Plan) -> Entry:
    """The provision without what has to be arranged, where the venue has it already."""
    there = entry.unless_venue_has
    if there is None or plan.venue.features.get(there) is not Sure.YES:
        return entry
    return entry.model_copy(update={"tasks": {}, "costs": {}, "asks": ()})


def _for_those_who_come(feature: VenueFeature, plan: Plan) -> Entry:
    """A feature that is there. Its checks matter where it is vital, or where somebody is expected who needs it."""
    expected = plan.audience.needs
    matters = feature.vital or not expected or any(need in expected for need in feature.serves)
    return feature if matters else feature.model_copy(update={"checks": (), "tasks": {}, "plan_b": None})


def _only_asks(entry: Entry) -> Entry:
    nothing: dict[str, object] = {
        "tasks": {}, "costs": {}, "people": None, "pace": None, "says": None, "briefs": {},
        "checks": (), "plan_b": None,
    }  # fmt: skip
    return entry.model_copy(update=nothing)


def _without_room(one: Chosen) -> Chosen:
    """The same entry for a workshop online: there is no venue to ask and nobody who cooks or drives."""
    briefs = {who: words for who, words in one.entry.briefs.items() if who not in ROOM_SUPPLIERS}
    return replace(one, entry=one.entry.model_copy(update={"asks": (), "briefs": briefs}))


def _ticks(ticked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in ticked if known(key))


def _ticked(path: str, entry: Entry) -> Because:
    return Because(path, f"you chose this: {entry.label}")


def _fits(entry: Entry, plan: Plan) -> bool:
    place = place_of(plan)
    return place is None or place in entry.where


def companions_welcome(plan: Plan) -> bool:
    """Whether people may bring somebody, whoever pays."""
    return plan.access.bring_someone in (BringSomeone.PAID, BringSomeone.UNPAID)
