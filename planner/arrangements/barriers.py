"""Who could be shut out, and where: each need at each stage from hearing about it to hearing back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.answers import Plan, Sure, known
from planner.arrangements.follows import in_a_room, place_of
from planner.catalogue import Catalogue
from planner.catalogue.entries import Need, Provision, Stage, VenueArea, VenueFeature


class State(StrEnum):
    """What meets somebody at a stage."""

    READY = "ready"
    NOT_KNOWN = "not_known"
    LOOK_AGAIN = "look_again"
    SHUT_OUT = "shut_out"
    NOTHING_SPECIAL = "nothing_special"

    @property
    def words(self) -> str:
        """How a table says it; never by colour alone."""
        return {
            State.READY: "Ready",
            State.NOT_KNOWN: "Not known yet",
            State.LOOK_AGAIN: "Look again",
            State.SHUT_OUT: "Shut out",
            State.NOTHING_SPECIAL: "Nothing special",
        }[self]


@dataclass(frozen=True)
class Cell:
    """One need at one stage: what is in place, what is missing, and what nobody has looked at yet."""

    state: State
    in_place: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    put_right: str = ""  # the question whose answer would change it, where something is missing


@dataclass(frozen=True)
class Row:
    """A group of people who are expected, with what meets them at each stage."""

    need: str
    label: str
    in_short: str
    cells: dict[Stage, Cell]


# Where in the journey each part of a venue is met.
_STAGE_OF = {
    VenueArea.GETTING_THERE: Stage.GET_THERE,
    VenueArea.GETTING_IN: Stage.GET_IN,
    VenueArea.THE_ROOM: Stage.TAKE_PART,
    VenueArea.TOILETS_AND_REST: Stage.REST_AND_EAT,
    VenueArea.SAFETY: Stage.GET_HOME,
}


def barrier_map(plan: Plan, facts: Catalogue) -> tuple[Row, ...]:
    """A row for each need that is expected, in the order of the catalogue."""
    return tuple(_row(key, facts.needs[key], plan, facts) for key in plan.audience.needs)


def _row(key: str, need: Need, plan: Plan, facts: Catalogue) -> Row:
    serving, features = _serving(key, plan, facts), list(_features(key, plan, facts))
    chosen = {*plan.access.provisions, *plan.access.formats}
    cells = {}
    for stage in Stage:
        helps = {name: entry.label for name, entry in serving.items() if stage in entry.stages}
        ticked = [label for name, label in helps.items() if name in chosen]
        usual = {name: label for name, label in helps.items() if name in need.likely and name not in chosen}
        here = [(name, feature) for name, feature in features if _STAGE_OF[feature.area] is stage]
        cell = _cell(stage, ticked, list(usual.values()), here, plan.venue.features)
        lacking = [feature for name, feature in here if plan.venue.features.get(name) is Sure.NO]
        cells[stage] = replace(cell, put_right=_put_right(lacking, list(usual), ticked, facts))
    return Row(key, need.label, need.in_short, cells)


def _cell(
    stage: Stage,
    ticked: list[str],
    open_still: list[str],
    features: list[tuple[str, VenueFeature]],
    said: dict[str, Sure],
) -> Cell:
    """What is ticked, what usually helps and is not, and the venue features that matter at this stage."""
    there = [feature.label for name, feature in features if said.get(name) is Sure.YES]
    lacking = [feature for name, feature in features if said.get(name) is Sure.NO]
    unknown = [feature.label for name, feature in features if not known(said.get(name))]
    return Cell(
        state=_state(stage, ticked, open_still, there, lacking, unknown),
        in_place=(*ticked, *there),
        missing=(*(feature.label for feature in lacking), *(() if ticked else open_still)),
        not_known=tuple(unknown),
    )


def _put_right(lacking: list[VenueFeature], usual: list[str], ticked: list[str], facts: Catalogue) -> str:
    """The path of the question that would change what is missing; ``usual`` are keys, the first one decides."""
    if lacking:
        return "venue.features"
    if not usual or ticked:
        return ""
    return "access.formats" if usual[0] in facts.formats else "access.provisions"


def _state(
    stage: Stage,
    ticked: list[str],
    open_still: list[str],
    there: list[str],
    lacking: list[VenueFeature],
    unknown: list[str],
) -> State:
    """The worst that meets somebody: what is missing for certain comes before what nobody has looked at."""
    nothing_helps = bool(open_still) and not ticked
    if any(feature.vital for feature in lacking) or (nothing_helps and stage is Stage.TAKE_PART):
        return State.SHUT_OUT
    if lacking or nothing_helps:
        return State.LOOK_AGAIN
    if unknown:
        return State.NOT_KNOWN
    return State.READY if ticked or there else State.NOTHING_SPECIAL


def _serving(key: str, plan: Plan, facts: Catalogue) -> dict[str, Provision]:
    """Everything that serves the need in this kind of workshop."""
    place = place_of(plan)
    return {
        name: entry
        for table in (facts.provisions, facts.formats)
        for name, entry in table.items()
        if key in entry.meets and (place is None or place in entry.where)
    }


def _features(key: str, plan: Plan, facts: Catalogue) -> Iterator[tuple[str, VenueFeature]]:
    if not in_a_room(plan):
        return
    for name, feature in facts.venue.items():
        if key in feature.serves:
            yield name, feature
