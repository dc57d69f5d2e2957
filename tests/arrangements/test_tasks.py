"""What to do has a working day in time, says when it is too late, and "not sure yet" is part of it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.answers import QUESTIONS, Asked, Kind, Plan, asked, is_shown
from planner.arrangements.days import nation_of, workshop_day
from planner.arrangements.deadlines import deadlines
from planner.arrangements.tasks import Notice, ToDo, When, is_not_sure, to_dos
from planner.catalogue.notice import is_working_day
from tests.arrangements.workshops import (
    DAY,
    FACTS,
    TODAY,
    any_plans,
    arranged,
    not_sure,
    piano,
    planned,
    something,
)

CAN_BE_UNSURE = [
    pytest.param(one, id=one.path) for one in QUESTIONS if one.kind not in {Kind.TEXT, Kind.ACTIVITIES}
]


def tuning(plan: Plan, *, today: date = TODAY, **task: Any) -> ToDo:
    """The to-do for a piano that has to be tuned at this time."""
    gathered = piano(tasks={"tune": {"do": "Tune the piano", **task}})
    return next(
        one
        for one in to_dos(plan, FACTS, gathered, deadlines(plan, FACTS, gathered), today)
        if one.id == "provisions.piano.tune"
    )


def on(day: date, nation: str | None = "england") -> Plan:
    return planned(timing={"day": day, "nation": nation})


@pytest.mark.parametrize(
    ("day", "nation", "task", "start"),
    [
        pytest.param(DAY, "england", {"weeks_before": 6}, date(2027, 2, 4), id="six weeks"),
        pytest.param(DAY, "england", {"days_before": 3}, date(2027, 3, 15), id="three days"),
        pytest.param(DAY, "england", {"weeks_before": 0}, date(2027, 3, 17), id="no weeks is the day before"),
        pytest.param(DAY, "northern_ireland", {"days_before": 1}, date(2027, 3, 16), id="St Patrick's Day"),
        pytest.param(
            date(2027, 5, 10), "england", {"weeks_before": 6}, date(2027, 3, 25), id="Easter in England"
        ),
        pytest.param(
            date(2027, 5, 10), "scotland", {"weeks_before": 6}, date(2027, 3, 29), id="Easter in Scotland"
        ),
        pytest.param(date(2027, 5, 10), None, {"weeks_before": 6}, date(2027, 3, 25), id="Easter somewhere"),
        pytest.param(
            date(2027, 5, 10), "not_sure", {"weeks_before": 6}, date(2027, 3, 25), id="Easter anywhere"
        ),
        pytest.param(date(2027, 3, 20), "england", {"weeks_before": 1}, date(2027, 3, 12), id="a Saturday"),
        pytest.param(DAY, "england", {"days_before": 0}, DAY, id="on the day"),
        pytest.param(DAY, "england", {"days_after": 2}, date(2027, 3, 22), id="after a weekend"),
        pytest.param(DAY, "england", {"days_after": 8}, date(2027, 3, 30), id="after Easter"),
    ],
)
def test_a_task_has_a_working_day(day: date, nation: str | None, task: dict[str, Any], start: date) -> None:
    found = tuning(on(day, nation), **task)

    assert found.start_by == start
    assert found.finish_by == start


@pytest.mark.parametrize(
    ("today", "notice", "if_late"),
    [
        (date(2027, 2, 4), Notice.FINE, ""),
        (date(2027, 2, 5), Notice.TIGHT, ""),
        (date(2027, 2, 18), Notice.TIGHT, ""),
        (date(2027, 2, 19), Notice.TOO_LATE, "Sing without one."),
        (date(2028, 1, 1), Notice.TOO_LATE, "Sing without one."),
    ],
)
def test_below_the_least_notice_it_says_what_to_do_instead(today: date, notice: Notice, if_late: str) -> None:
    found = tuning(on(DAY), today=today, weeks_before=6, least_weeks=4, if_late="Sing without one.")

    assert (found.start_by, found.finish_by) == (date(2027, 2, 4), date(2027, 2, 18))
    assert (found.notice, found.if_late) == (notice, if_late)


def test_a_task_without_a_least_notice_is_never_too_late() -> None:
    found = tuning(on(DAY), today=date(2027, 3, 30), weeks_before=6)

    assert found.notice is Notice.TIGHT


def test_a_task_has_no_date_while_the_day_is_not_known() -> None:
    found = tuning(
        planned(timing={"day": "not_sure"}), weeks_before=6, least_weeks=4, if_late="Sing without one."
    )

    assert (found.start_by, found.finish_by, found.notice) == (None, None, Notice.NO_DATE)


@pytest.mark.parametrize(
    ("task", "when"),
    [
        ({"weeks_before": 1}, When.BEFORE),
        ({"days_before": 0}, When.ON_THE_DAY),
        ({"days_after": 0}, When.AFTER),
    ],
)
def test_a_task_is_before_on_or_after_the_day(task: dict[str, Any], when: When) -> None:
    assert tuning(on(DAY), **task).when is when


@pytest.mark.parametrize("one", CAN_BE_UNSURE)
def test_each_not_sure_is_something_to_find_out(one: Asked) -> None:
    plan = Plan()
    for when in one.question.when:
        ticked = asked(when.path).kind is Kind.TICKS
        plan = plan.with_answer(when.path, when.answers[:1] if ticked else when.answers[0])
    plan = plan.with_answer(one.path, not_sure(one))

    found = {todo.id: todo for todo in arranged(plan).to_dos if todo.is_question}

    assert set(found) == {f"find_out.{one.path}"}
    assert found[f"find_out.{one.path}"].do == one.question.find_out
    assert found[f"find_out.{one.path}"].because.path == one.path


def test_nothing_has_to_be_found_out_about_a_question_that_is_not_asked() -> None:
    plan = planned(venue={"place": "online", "visited": "not_sure"})

    assert [todo.id for todo in arranged(plan).to_dos if todo.is_question] == []


def test_an_empty_answer_is_not_something_to_find_out() -> None:
    assert [todo.id for todo in arranged(Plan()).to_dos if todo.is_question] == []


@settings(max_examples=60)
@given(any_plans(), st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_nothing_before_the_day_falls_on_a_day_off_or_on_the_day(plan: Plan, today: date) -> None:
    day, nation = workshop_day(plan), nation_of(plan)

    for todo in arranged(plan, today).to_dos:
        assert (todo.start_by is None) == (todo.finish_by is None) == (day is None)
        if day is None or todo.start_by is None or todo.finish_by is None:
            assert todo.notice is Notice.NO_DATE
        elif todo.when is When.BEFORE:
            assert is_working_day(todo.start_by, nation)
            assert is_working_day(todo.finish_by, nation)
            assert todo.start_by <= todo.finish_by < day
        elif todo.when is When.AFTER:
            assert is_working_day(todo.start_by, nation)
            assert day <= todo.start_by == todo.finish_by
        else:
            assert todo.start_by == todo.finish_by == day


@settings(max_examples=50)
@given(any_plans())
def test_to_dos_stand_in_order_and_each_has_an_id_of_its_own(plan: Plan) -> None:
    found = arranged(plan).to_dos

    order = [(list(When).index(todo.when), todo.start_by or date.max) for todo in found]
    assert order == sorted(order)
    assert len({todo.id for todo in found}) == len(found)


@settings(max_examples=60)
@given(any_plans(), st.data())
def test_answering_a_not_sure_never_adds_something_to_find_out(plan: Plan, data: st.DataObject) -> None:
    unsure = [one for one in QUESTIONS if is_shown(one, plan) and is_not_sure(one, plan)]
    if not unsure:
        return
    one = data.draw(st.sampled_from(unsure))
    answered = plan.with_answer(one.path, data.draw(something(one)))

    before, after = (
        {todo.id for todo in arranged(said).to_dos if todo.is_question} for said in (plan, answered)
    )

    brought_back = {f"find_out.{other.path}" for other in QUESTIONS if not is_shown(other, plan)}
    assert after - before <= brought_back
