"""What we would say: every rule looks at the plan, and most stay silent."""

from datetime import date

from planner.advice import rules
from planner.advice.rule import RULES, Advice, Case, Fix, Level, Rule, Worry
from planner.answers import QUESTIONS, Plan, asked, is_shown
from planner.arrangements import Arrangements
from planner.catalogue import Catalogue

__all__ = ["RULES", "Advice", "Case", "Fix", "Level", "Rule", "Worry", "advise", "rules"]

_PLACE = {one.path: place for place, one in enumerate(QUESTIONS)}
_WEIGHT = {Level.SHUT_OUT: 0, Level.LOOK_AGAIN: 1, Level.GOOD_IDEA: 2}


def advise(plan: Plan, arranged: Arrangements, facts: Catalogue, today: date) -> tuple[Advice, ...]:
    """All advice about a plan: who would be shut out first, then in the order of the questions.

    Advice about a question that does not apply is left out.
    """
    case = Case(plan, arranged, facts, today)
    found = dict.fromkeys(advice for one in RULES.values() for advice in one(case))
    shown = (advice for advice in found if is_shown(asked(advice.about), plan))
    return tuple(sorted(shown, key=lambda advice: (_WEIGHT[advice.level], _PLACE[advice.about])))
