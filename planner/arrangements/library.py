"""Which methods fit this workshop, why, and what to adapt for the people who are coming."""

import math
from dataclasses import dataclass

from planner.answers import Plan, known
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import place_of
from planner.catalogue import Catalogue
from planner.catalogue.entries import Demand, Method, WorkshopStage


@dataclass(frozen=True)
class Wish:
    """What somebody looks for. Whatever is left open does not narrow the choice."""

    stage: WorkshopStage | None = None
    most_minutes: int | None = None
    informal: bool = False
    enjoyable: bool = False
    suits_everybody: bool = False
    one_group: bool = False  # everybody who is expected fits into one group


@dataclass(frozen=True)
class Fit:
    """A method that can be used here: in how many groups, and what to adapt for whom."""

    key: str
    method: Method
    groups: int  # small groups for the people who are expected; 0 while their number is not known
    is_for_stage: bool
    adapt: tuple[tuple[Demand, tuple[str, ...], str], ...]  # the demand, for whom it is hard, what to do

    @property
    def asks_a_lot(self) -> bool:
        """Whether it demands a lot of something that people who are coming find hard."""
        return any(getattr(self.method.demands, demand) == A_LOT for demand, _, _ in self.adapt)


A_LOT = 2  # the top of the scale of demands


def fitting(plan: Plan, facts: Catalogue, wish: Wish) -> tuple[Fit, ...]:
    """Methods for this place and this wish: those made for the stage of the work first, then the easiest."""
    place = place_of(plan)
    found = [
        _fit(key, method, plan, facts)
        for key, method in facts.methods.items()
        if (place is None or place in method.where) and _grants(method, wish)
    ]
    if wish.suits_everybody:
        found = [fit for fit in found if not fit.asks_a_lot]
    if wish.one_group:
        found = [fit for fit in found if fit.groups <= 1]
    return tuple(sorted(found, key=lambda fit: (not fit.is_for_stage, fit.asks_a_lot, len(fit.adapt))))


def time_for_one(plan: Plan, facts: Catalogue) -> int | None:
    """Minutes that one activity can take at most: the time there is without welcome and close."""
    there_is = minutes_between(plan) - facts.pace.welcome.value - facts.pace.close.value
    return there_is if there_is > 0 else None


def _grants(method: Method, wish: Wish) -> bool:
    formal = wish.informal and method.formality > INFORMAL
    too_long = wish.most_minutes is not None and method.on_the_day and method.minutes[0] > wish.most_minutes
    other_stage = wish.stage is not None and wish.stage not in method.stages
    return not (formal or too_long or other_stage or (wish.enjoyable and not method.enjoyable))


INFORMAL = 2  # on the scale of formality from 1 to 5


def _fit(key: str, method: Method, plan: Plan, facts: Catalogue) -> Fit:
    people, stage = plan.audience.people, plan.purpose.stage
    groups = math.ceil(people / method.size[1]) if isinstance(people, int) else 0
    for_stage = stage is not None and known(stage) and stage.value in {one.value for one in method.stages}
    return Fit(key, method, groups, for_stage, tuple(_adapt(method, plan, facts)))


def _adapt(method: Method, plan: Plan, facts: Catalogue) -> list[tuple[Demand, tuple[str, ...], str]]:
    """Each demand that is hard for somebody who is expected, with what to do about it."""
    coming = [facts.needs[key] for key in plan.audience.needs]
    return [
        (demand, who, words)
        for demand, words in method.adapt.items()
        for who in [tuple(need.label for need in coming if demand in need.finds_hard)]
        if who
    ]
