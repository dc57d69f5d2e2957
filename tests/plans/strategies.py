"""Made-up plans: any answer that fits its question, with words nobody should type and somebody will."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from hypothesis import strategies as st

from planner.answers import NOT_SURE, QUESTIONS, STEPS, Asked, Kind, Length, Plan, Sure
from planner.answers.question import LONGEST_TEXT
from planner.catalogue import catalogue
from tests.documents.hostile import HOSTILE

HIGHEST = {"budget.contingency": 50, "budget.fee": 1000, "access.interpreters": 20}
FEW = 6  # ticks, needs or activities in one answer
EARLIEST = datetime(2020, 1, 1)  # noqa: DTZ001  hypothesis adds the zone itself
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))

texts = st.one_of(
    st.text(max_size=40),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), max_size=3).map(lambda lines: "\n".join(lines)[:LONGEST_TEXT]),
    st.text(alphabet="Tea and talk.\n\t |#*<>&{}%=", min_size=200, max_size=700),
)


neat_texts = st.sampled_from(
    ["", "Tea and talk", "Ring the bell.\nWait outside.", "A walk in the park. " * 20]
)


@st.composite
def plans(draw: st.DrawFn, typed: st.SearchStrategy[str] = texts) -> Plan:
    """Any plan that our questions allow: some of them answered, some not sure, some with hostile words."""
    return Plan.model_validate(draw(_saved(typed)))


@cache
def _saved(typed: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "length": st.sampled_from([length.value for length in Length]),
            "revision": st.integers(0, 10**6),
            "saved": st.none() | st.datetimes(EARLIEST, timezones=st.just(UTC)),
            **{step: _step(step, typed) for step in STEPS},
        }
    )


def _step(step: str, typed: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    questions = [one for one in QUESTIONS if one.step == step]
    return st.fixed_dictionaries({}, optional={one.field: answers(one, typed) for one in questions})


def answers(one: Asked, typed: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Any]:
    """Any answer to a question, as it is saved."""
    match one.kind:
        case Kind.TEXT:
            return typed
        case Kind.CHOICE:
            assert one.choices is not None
            return st.none() | st.sampled_from([choice.value for choice in one.choices])
        case Kind.DAY:
            return st.none() | st.just(NOT_SURE) | DAYS.map(date.isoformat)
        case Kind.CLOCK:
            return st.none() | st.just(NOT_SURE) | st.times().map(_to_the_minute)
        case Kind.NUMBER:
            least = 1 if one.field == "room_area" else 0
            return st.none() | st.just(NOT_SURE) | st.integers(least, HIGHEST.get(one.path, 500))
        case Kind.TICKS:
            return st.just([NOT_SURE]) | st.lists(_keys(one.table), max_size=FEW)
        case Kind.ONE_OF:
            return st.none() | st.just(NOT_SURE) | _keys(one.table)
        case Kind.COUNTS:
            return st.dictionaries(_keys(one.table), st.integers(1, 500) | st.just(NOT_SURE), max_size=FEW)
        case Kind.FEATURES:
            said = st.sampled_from([choice.value for choice in Sure])
            return st.dictionaries(_keys(one.table), said, max_size=FEW)
        case Kind.ACTIVITIES:
            return st.lists(_activities(one.table, typed), max_size=FEW)


def _activities(table: str, typed: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            "method": st.none() | _keys(table),
            "title": typed,
            "minutes": st.none() | st.integers(5, 240),
        },
    )


def _keys(table: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(getattr(catalogue(), table)))


def _to_the_minute(clock: time) -> str:
    return clock.isoformat(timespec="minutes")
