"""Whoever is expected, something changes: what to do, what it costs, what we promise and who would be shut out."""

import pytest

from planner.answers import Plan
from planner.arrangements.barriers import Cell, State
from planner.catalogue import catalogue
from planner.catalogue.entries import Stage
from planner.pack import Pack, prepare
from tests.arrangements.workshops import DAY, TODAY, planned

FACTS = catalogue()
NEEDS = [pytest.param(key, id=key) for key in FACTS.needs]
FREE = {"faith"}  # a prayer space and a word with the caterer cost time, not money
# In a room we advise about fares whoever comes, so people with little money show where everybody needs a screen.
ELSEWHERE = {"low_income": "online"}
BAD = {State.SHUT_OUT, State.LOOK_AGAIN}
BASE = planned(
    timing={"day": DAY, "nation": "england", "starts": "10:30", "ends": "14:30"},
    audience={"people": 12},
    venue={"place": "in_person"},
    methods={"activities": [{"method": "open_discussion"}, {"method": "sticky_wall"}]},
)


def test_there_are_as_many_needs_as_we_promise() -> None:
    assert len(FACTS.needs) == 21


@pytest.mark.parametrize("need", NEEDS)
def test_expecting_people_changes_the_work_or_the_clock_and_gives_advice(need: str) -> None:
    without = BASE.with_answer("venue.place", ELSEWHERE.get(need, "in_person"))

    before, after = _prepared(without), _prepared(_expecting(without, need))

    assert (
        _tasks(after) > _tasks(before)
        or _checks(after) > _checks(before)
        or after.arranged.agenda.clock != before.arranged.agenda.clock
    )
    assert [row.need for row in after.arranged.barriers] == [need]
    assert {(one.rule, one.headline, one.do) for one in after.advice} - {
        (one.rule, one.headline, one.do) for one in before.advice
    }


@pytest.mark.parametrize("need", NEEDS)
def test_what_usually_serves_people_is_work_that_costs_money_or_time(need: str) -> None:
    before, after = _prepared(BASE), _prepared(_serving(_expecting(BASE, need), need))

    costs = after.arranged.budget.total.expected > before.arranged.budget.total.expected
    slower = after.arranged.agenda.clock != before.arranged.agenda.clock

    assert len(_tasks(after) - _tasks(before)) > len(FACTS.needs[need].tasks)
    assert costs or slower or need in FREE


@pytest.mark.parametrize("need", NEEDS)
def test_what_usually_serves_people_is_promised_in_the_invitation(need: str) -> None:
    before, after = _prepared(_expecting(BASE, need)), _prepared(_serving(_expecting(BASE, need), need))

    promised = {line.words: line for line in after.arranged.follows.says}
    new = promised.keys() - {line.words for line in before.arranged.follows.says}

    assert new
    assert {promised[words].because.path for words in new} <= {"access.provisions", "access.formats"}


@pytest.mark.parametrize("need", NEEDS)
def test_what_usually_serves_people_opens_a_stage_that_shut_them_out(need: str) -> None:
    before, after = _stages(_expecting(BASE, need)), _stages(_serving(_expecting(BASE, need), need))

    opened = [stage for stage, cell in before.items() if cell.state in BAD and after[stage].state not in BAD]

    assert opened
    assert all(set(after[stage].in_place) > set(before[stage].in_place) for stage in opened)


def _prepared(plan: Plan) -> Pack:
    return prepare(plan, today=TODAY)


def _expecting(plan: Plan, need: str) -> Plan:
    return plan.with_answer("audience.needs", {need: 2})


def _serving(plan: Plan, need: str) -> Plan:
    """The plan with the provisions and formats that usually serve people with this need."""
    likely = FACTS.needs[need].likely
    return plan.with_answer(
        "access.provisions", [key for key in likely if key in FACTS.provisions]
    ).with_answer("access.formats", [key for key in likely if key in FACTS.formats])


def _tasks(pack: Pack) -> set[str]:
    return {one.id for one in pack.arranged.to_dos}


def _checks(pack: Pack) -> set[str]:
    return {line.words for line in pack.arranged.follows.checks}


def _stages(plan: Plan) -> dict[Stage, Cell]:
    (row,) = _prepared(plan).arranged.barriers
    return row.cells
