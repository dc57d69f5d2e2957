"""Which methods fit this workshop, why, and what to adapt for the people who are coming."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.answers import Plan, known
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import place_of
from planner.catalogue import Catalogue
from planner.catalogue.entries import Aim, Demand, Method, Where, WorkshopStage


@dataclass(frozen=True)
class Wish:
    """What somebody looks for. Whatever is left open does not narrow the choice.

    ``people``, ``place`` and ``needs`` stand in for the answers of the plan; None means what the plan says.
    """

    aim: Aim | None = None
    stage: WorkshopStage | None = None
    most_minutes: int | None = None
    group_of: int | None = None  # people in one group
    people: int | None = None
    place: Where | None = None
    needs: tuple[str, ...] | None = None
    informal: bool = False
    enjoyable: bool = False
    suits_everybody: bool = False
    one_group: bool = False  # everybody who is expected fits into one group


@dataclass(frozen=True)
class Fit:
    """A method that can be used here: in how many groups, why it fits, and what to adapt for whom."""

    key: str
    method: Method
    groups: int  # small groups for the people who are expected; 0 while their number is not known
    is_for_stage: bool
    adapt: tuple[tuple[Demand, tuple[str, ...], str], ...]  # the demand, for whom it is hard, what to do
    nobody_in_mind: bool = False
    why: tuple[str, ...] = ()

    @property
    def asks_a_lot(self) -> bool:
        """Whether it demands a lot of something that people who are coming find hard."""
        return any(getattr(self.method.demands, demand) == A_LOT for demand, _, _ in self.adapt)


A_LOT = 2  # the top of the scale of demands


def fitting(plan: Plan, facts: Catalogue, wish: Wish) -> tuple[Fit, ...]:
    """Methods for this place and this wish: those made for the aim and the stage first, then the easiest."""
    place = wish.place or place_of(plan)
    found = [
        _fit(key, method, plan, facts, wish)
        for key, method in facts.methods.items()
        if (place is None or place in method.where) and _grants(method, wish)
    ]
    if wish.suits_everybody:
        found = [fit for fit in found if not fit.asks_a_lot]
    if wish.one_group:
        found = [fit for fit in found if fit.groups <= 1]
    return tuple(sorted(found, key=lambda fit: _rank(fit, wish)))


def _rank(fit: Fit, wish: Wish) -> tuple[bool, bool, bool, int]:
    best_for_aim = wish.aim is None or fit.method.aims[0] is wish.aim
    return not best_for_aim, not fit.is_for_stage, fit.asks_a_lot, len(fit.adapt)


def time_for_one(plan: Plan, facts: Catalogue) -> int | None:
    """Minutes that one activity can take at most: the time there is without welcome and close."""
    there_is = minutes_between(plan) - facts.pace.welcome.value - facts.pace.close.value
    return there_is if there_is > 0 else None


def _grants(method: Method, wish: Wish) -> bool:
    formal = wish.informal and method.formality > INFORMAL
    too_long = wish.most_minutes is not None and method.on_the_day and method.minutes[0] > wish.most_minutes
    other_stage = wish.stage is not None and wish.stage not in method.stages
    other_aim = wish.aim is not None and wish.aim not in method.aims
    least, most = method.size
    other_size = wish.group_of is not None and not least <= wish.group_of <= most
    too_few = wish.people is not None and wish.people < least
    dull = wish.enjoyable and not method.enjoyable
    return not (formal or too_long or other_stage or other_aim or other_size or too_few or dull)


INFORMAL = 2  # on the scale of formality from 1 to 5


def _fit(key: str, method: Method, plan: Plan, facts: Catalogue, wish: Wish) -> Fit:
    people = wish.people if wish.people is not None else plan.audience.people
    stage = plan.purpose.stage
    groups = math.ceil(people / method.size[1]) if isinstance(people, int) else 0
    for_stage = stage is not None and known(stage) and stage.value in {one.value for one in method.stages}
    coming = wish.needs if wish.needs is not None else tuple(plan.audience.needs)
    adapt = tuple(_adapt(method, coming, facts))
    fit = Fit(key, method, groups, for_stage, adapt, nobody_in_mind=not coming)
    return replace(fit, why=tuple(_why(fit, wish)))


def _why(fit: Fit, wish: Wish) -> Iterator[str]:
    """Why it fits, each reason in a few words: what it is for, the size, the time and the people."""
    method = fit.method
    yield method.aims[0].words if wish.aim is None else wish.aim.words
    yield f"{method.size[0]} to {method.size[1]} people in a group"
    yield f"Usually {method.minutes[1]} minutes" if method.on_the_day else "Before, after or beside the day"
    if fit.groups > 1:
        yield f"You need {fit.groups} groups"
    if fit.is_for_stage:
        yield "Made for your stage of the work"
    if method.enjoyable:
        yield "People usually enjoy it"
    if not fit.adapt and not fit.nobody_in_mind:
        yield "Nothing to adapt for the people you expect"


def _adapt(
    method: Method, coming: tuple[str, ...], facts: Catalogue
) -> list[tuple[Demand, tuple[str, ...], str]]:
    """Each demand that is hard for somebody who is expected, with what to do about it."""
    needs = [facts.needs[key] for key in coming]
    return [
        (demand, who, words)
        for demand, words in method.adapt.items()
        for who in [tuple(need.label for need in needs if demand in need.finds_hard)]
        if who
    ]
