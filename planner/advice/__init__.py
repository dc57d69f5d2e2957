"""What we would say: every rule looks at the plan, and most stay silent."""

from collections.abc import Iterable
from datetime import date

from planner.advice import rules
from planner.advice.how_soon import begin_by
from planner.advice.rule import RULES, Advice, Case, Fix, Level, Rule, Worry
from planner.answers import QUESTIONS, Plan, asked, is_shown
from planner.arrangements import Arrangements
from planner.arrangements.days import workshop_day
from planner.catalogue import Catalogue

__all__ = ["RULES", "Advice", "Case", "Fix", "Level", "Rule", "Worry", "advise", "rules"]

_PLACE = {one.path: place for place, one in enumerate(QUESTIONS)}
AFTER_THE_DAY = ("budget", "follow_up", "together")  # steps that still matter when the day is over
_WEIGHT = {Level.SHUT_OUT: 0, Level.LOOK_AGAIN: 1, Level.GOOD_IDEA: 2}


def advise(plan: Plan, arranged: Arrangements, facts: Catalogue, today: date) -> tuple[Advice, ...]:
    """All advice about a plan: who would be shut out first, then what must be begun soonest, each thing once.

    Answers that do not fit together come first within their level, as all dates and sums are counted from them.
    Where nobody can know how soon, the order is that of the questions. What the organiser has seen and goes ahead
    with comes last. Advice about a question that does not apply is left out, and so is what could still be found
    out before a day that has passed.
    """
    case = Case(plan, arranged, facts, today)
    found = (advice for one in RULES.values() for advice in one(case))
    shown = (
        advice for advice in found if is_shown(asked(advice.about), plan) and not _is_too_late(advice, case)
    )
    return _once_each(sorted(shown, key=lambda advice: _urgency(advice, case)))


def _is_too_late(advice: Advice, case: Case) -> bool:
    """Whether it asks to find out, before a day that has passed, what only mattered before it."""
    day = workshop_day(case.plan)
    passed = day is not None and day < case.today
    return passed and advice.unsure and advice.about.split(".")[0] not in AFTER_THE_DAY


def _urgency(advice: Advice, case: Case) -> tuple[bool, int, date, int]:
    begin = date.min if advice.is_clash else begin_by(advice, case) or date.max
    return bool(advice.seen), _WEIGHT[advice.level], begin, _PLACE[advice.about]


def _once_each(ordered: Iterable[Advice]) -> tuple[Advice, ...]:
    """Where two rules ask for the same thing about the same answer, the weightier speaks for both."""
    first: dict[tuple[str, str], Advice] = {}
    for advice in ordered:
        first.setdefault((advice.about, advice.do), advice)
    return tuple(first.values())
