"""What to do and by when, counted back from the day on working days of the nation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.answers import NOT_SURE, QUESTIONS, Asked, Kind, Plan, Sure, is_shown
from planner.arrangements.days import nation_of, workshop_day
from planner.arrangements.deadlines import Deadlines
from planner.arrangements.follows import Because, Follows, TaskLine
from planner.catalogue import Catalogue
from planner.catalogue.entries import Basis, Evidence, Task
from planner.catalogue.notice import Nation, working_day_on_or_after, working_day_on_or_before


class Notice(StrEnum):
    """Whether there is still time."""

    FINE = "fine"
    TIGHT = "tight"
    TOO_LATE = "too_late"
    NO_DATE = "no_date"

    @property
    def words(self) -> str:
        """How a document says it."""
        return {
            Notice.FINE: "In time",
            Notice.TIGHT: "Do it now",
            Notice.TOO_LATE: "Too late for the usual way",
            Notice.NO_DATE: "No date yet",
        }[self]


class When(StrEnum):
    """Before, on or after the day."""

    BEFORE = "before"
    ON_THE_DAY = "on_the_day"
    AFTER = "after"


@dataclass(frozen=True)
class ToDo:
    """One thing to do. ``start_by`` leaves good time; after ``finish_by`` it usually no longer works."""

    id: str
    do: str
    who: str
    when: When
    start_by: date | None
    finish_by: date | None
    notice: Notice
    if_late: str
    because: Because
    evidence: Evidence
    is_question: bool = False


def to_dos(
    plan: Plan, facts: Catalogue, gathered: Follows, limits: Deadlines, today: date
) -> tuple[ToDo, ...]:
    """Everything to do, the earliest first; each "not sure yet" is one of them."""
    dated = [_dated(line, plan, limits, today) for line in gathered.tasks]
    dated += list(_find_out(plan, limits, facts, today))
    order = {When.BEFORE: 0, When.ON_THE_DAY: 1, When.AFTER: 2}
    return tuple(sorted(dated, key=lambda one: (order[one.when], one.start_by or date.max)))


def _dated(line: TaskLine, plan: Plan, limits: Deadlines, today: date) -> ToDo:
    task, day, nation = _with_deadline(line.task, limits), workshop_day(plan), nation_of(plan)
    when = _when(task)
    start, finish = (None, None) if day is None else _dates(task, day, nation)
    notice = _notice(start, finish, today, has_limit=task.least_weeks is not None)
    late = task.if_late if notice is Notice.TOO_LATE and task.if_late else ""
    who = plan.who.get(line.id) or task.who or ""
    return ToDo(
        line.id, line.words, who, when, start, finish, notice, late, line.because, line.evidence
    )  # fmt: skip


def _with_deadline(task: Task, limits: Deadlines) -> Task:
    """A task that hangs on the invitation or on the last day for requests moves with it, never to a later day."""
    if task.moves_with is None or task.weeks_before is None:
        return task
    weeks = limits.invitation_weeks if task.moves_with == "invitation" else limits.requests_weeks
    return task.model_copy(update={"weeks_before": max(weeks, task.weeks_before)})


def _when(task: Task) -> When:
    if task.days_after is not None:
        return When.AFTER
    return When.ON_THE_DAY if task.days_before == 0 else When.BEFORE


def _dates(task: Task, day: date, nation: Nation | None) -> tuple[date, date]:
    """When to start so that there is good time, and the last day on which it usually still works."""
    if task.days_after is not None:
        after = working_day_on_or_after(day + timedelta(days=task.days_after), nation)
        return after, after
    if task.days_before == 0:
        return day, day
    before = (
        timedelta(weeks=task.weeks_before)
        if task.weeks_before is not None
        else timedelta(task.days_before or 1)
    )
    start = working_day_on_or_before(day - max(before, timedelta(days=1)), nation)
    if task.least_weeks is None:
        return start, start
    least = max(timedelta(weeks=task.least_weeks), timedelta(days=1))
    return start, max(start, working_day_on_or_before(day - least, nation))


def _notice(start: date | None, finish: date | None, today: date, *, has_limit: bool) -> Notice:
    if start is None or finish is None:
        return Notice.NO_DATE
    if today <= start:
        return Notice.FINE
    return Notice.TOO_LATE if has_limit and today > finish else Notice.TIGHT


def _find_out(plan: Plan, limits: Deadlines, facts: Catalogue, today: date) -> Iterator[ToDo]:
    """A to-do for each question that was answered "not sure yet"; in time for the invitation."""
    day, nation = workshop_day(plan), nation_of(plan)
    start = limits.invitation
    finish = None if day is None else working_day_on_or_before(day - timedelta(days=1), nation)
    for one in QUESTIONS:
        if not (is_shown(one, plan) and is_not_sure(one, plan)):
            continue
        identity = f"find_out.{one.path}"
        yield ToDo(
            id=identity,
            do=one.question.find_out or f"Find out: {one.question.short}",
            who=plan.who.get(identity, ""),
            when=When.BEFORE,
            start_by=start,
            finish_by=finish,
            notice=_notice(start, finish, today, has_limit=False),
            if_late="",
            because=Because(one.path, "you are not sure yet"),
            evidence=_own(facts),
            is_question=True,
        )


def is_not_sure(one: Asked, plan: Plan) -> bool:
    """Whether the answer is, or holds, a "not sure yet"."""
    answer = plan.answer(one.path)
    match one.kind:
        case Kind.TICKS:
            return bool(answer == (NOT_SURE,))
        case Kind.COUNTS:
            return bool(NOT_SURE in answer.values())
        case Kind.FEATURES:
            return bool(Sure.NOT_SURE in answer.values())
        case _:
            return bool(answer == NOT_SURE)


def _own(facts: Catalogue) -> Evidence:
    """Evidence for what we ask the organiser to find out: our own judgement, as old as the pace of the catalogue."""
    ours = facts.pace.invitation_weeks.evidence
    return Evidence(basis=Basis.OUR_JUDGEMENT, as_of=ours.as_of, review_by=ours.review_by)
