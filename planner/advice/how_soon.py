"""How soon a piece of advice must be begun, where anybody can know."""

from datetime import date, timedelta

from planner.advice.rule import Advice, Case, Fix
from planner.answers import Kind, asked
from planner.arrangements.days import workshop_day
from planner.catalogue.entries import Entry, Task


def begin_by(advice: Advice, case: Case) -> date | None:
    """The day to begin: with the booking that the button adds, or with finding out what is not sure yet.

    None where the advice leads to neither, or the day of the workshop is not known.
    """
    day = workshop_day(case.plan)
    if day is None:
        return None
    if advice.fix is not None:
        return min((day - _ahead(task) for task in _new_tasks(advice.fix, case)), default=None)
    if advice.unsure:
        return _find_out_by(advice.about, case)
    return None


def _new_tasks(fix: Fix, case: Case) -> list[Task]:
    """What there is to do before the day for everything that the button ticks."""
    one = asked(fix.path)
    if one.kind is not Kind.TICKS:
        return []
    table: dict[str, Entry] = getattr(case.facts, one.table)
    ticked = set(fix.answer) - set(case.plan.answer(fix.path))
    return [task for key in ticked for task in table[key].tasks.values() if task.days_after is None]


def _ahead(task: Task) -> timedelta:
    return timedelta(weeks=task.weeks_before or 0, days=task.days_before or 0)


def _find_out_by(path: str, case: Case) -> date | None:
    to_dos = case.arranged.to_dos
    return next((do.start_by for do in to_dos if do.is_question and do.because.path == path), None)
