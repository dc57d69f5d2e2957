"""The fix that most advice ends in: one more thing ticked, and nothing that was ticked before is lost."""

from planner.advice.rule import Case, Fix
from planner.answers import NOT_SURE, asked, known


def tick(case: Case, path: str, key: str) -> Fix:
    """The answer at ``path`` with ``key`` ticked, too. Raises KeyError where the catalogue does not know the key."""
    label = getattr(case.facts, asked(path).table)[key].label
    before = tuple(ticked for ticked in case.plan.answer(path) if known(ticked))
    return Fix(f"Add: {label}", path, (*before, key))


def not_sure(case: Case, path: str) -> bool:
    """Whether the people who plan said "not sure yet" to all that could be ticked there."""
    return bool(case.plan.answer(path) == (NOT_SURE,))
