"""Plans with more and more in them: what they cost must grow no faster than they do."""

import math
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import cycle, islice, pairwise
from typing import Any

from planner.answers import QUESTIONS, Asked, Kind, Plan
from planner.answers.question import LONGEST_TEXT, MOST_ACTIVITIES
from planner.catalogue import catalogue
from planner.pack import prepare
from tests.bench.timing import Section

TIMES = (1, 3, 10, 30)
MOST = max(TIMES)
KINDS = {
    "activities": frozenset({Kind.ACTIVITIES}),
    "ticks": frozenset({Kind.TICKS, Kind.COUNTS, Kind.FEATURES}),
    "texts": frozenset({Kind.TEXT}),
}
GROWING = {**KINDS, "all three": frozenset().union(*KINDS.values())}
SENTENCES = "We meet in the library. There is tea, and there are breaks. Tell us what would help you. "
PARAGRAPH = SENTENCES * (LONGEST_TEXT // MOST // len(SENTENCES))
FEW_ACTIVITIES = MOST_ACTIVITIES // MOST
HOW = (
    f"The same example with {FEW_ACTIVITIES} activity, a thirtieth of all ticks or {len(PARAGRAPH)} letters in each "
    "text, then with three, ten and thirty times as much of it, which is nearly all that a plan can hold."
)


def growing_cases(plan: Plan, today: date) -> dict[str, Callable[[], object]]:
    """prepare() of the plan with more and more of each kind of answer."""
    return {
        case(name, times): partial(prepare, grown(plan, kinds, times), today=today)
        for name, kinds in GROWING.items()
        for times in TIMES
    }


def case(name: str, times: int) -> str:
    """What a page of figures calls it."""
    return f"{name}, {times} ×"


def grown(plan: Plan, kinds: frozenset[Kind], times: int) -> Plan:
    """The plan with so many times the answers of these kinds; thirty times is nearly all that can be said."""
    for one in QUESTIONS:
        if one.kind in kinds:
            plan = plan.with_answer(one.path, _answer(one, times))
    return plan


def times_as_long(section: Section, name: str, less: int = 1, more: int = 10) -> float:
    """How many times as long more of it takes."""
    return section.median(case(name, more)) / section.median(case(name, less))


def exponent(section: Section, name: str) -> float:
    """The power of the size with which the time grows: 1 is in step with it, 2 is with its square."""
    return slope(TIMES, [section.median(case(name, times)) for times in TIMES])


def slope(sizes: Sequence[float], took: Sequence[float]) -> float:
    """The steepest part of the line through times against sizes, both as logarithms.

    A part, because what every plan costs would hide how much the last third of a large one adds.

    >>> round(slope([1, 10, 100], [5, 5, 50]), 2)
    1.0
    """
    points = [(math.log(size), math.log(ms)) for size, ms in zip(sizes, took, strict=True)]
    return max((later - earlier) / (more - less) for (less, earlier), (more, later) in pairwise(points))


def _answer(one: Asked, times: int) -> Any:
    if one.kind is Kind.TEXT:
        return PARAGRAPH * times
    keys = list(getattr(catalogue(), one.table))
    if one.kind is Kind.ACTIVITIES:
        return [{"method": key} for key in islice(cycle(keys), FEW_ACTIVITIES * times)]
    some = keys[: max(1, len(keys) * times // MOST)]
    match one.kind:
        case Kind.COUNTS:
            return dict.fromkeys(some, 1)
        case Kind.FEATURES:
            return dict.fromkeys(some, "yes")
        case _:
            return some
