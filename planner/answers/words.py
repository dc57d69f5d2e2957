"""Answers in words, as people gave them: for the plan, for "check your answers" and for messages."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from planner.answers.asked import Asked, Kind
from planner.answers.plan import Plan
from planner.answers.question import NOT_SURE, Activity, Choice, given
from planner.catalogue import Catalogue

NOT_SURE_WORDS = "Not sure yet"
BOOKED_WORDS = ", booked already"
OWN_ACTIVITY = "An activity of your own"
BETWEEN = ";"  # between the things of a list that stands on one line; no name of ours has one in it
LISTED = (Kind.TICKS, Kind.COUNTS)


def in_words(one: Asked, plan: Plan, facts: Catalogue) -> tuple[str, ...]:
    """The answer to a question, one line for each thing said; empty where nothing was said.

    Hidden answers are given, too: whoever calls decides whether the question applies.
    """
    answer = plan.answer(one.path)
    if not given(answer):
        return ()
    if answer in (NOT_SURE, (NOT_SURE,)):
        return (NOT_SURE_WORDS,)
    return tuple(_lines(one, answer, plan, facts))


def by_how_sure(lines: Iterable[str]) -> list[str]:
    """What was found at a venue, a line for each degree of sureness in place of a line for each thing.

    >>> by_how_sure(["The way in has no steps: Yes", "The room is quiet: No", "There is a loop: Yes"])
    ['Yes: The way in has no steps; There is a loop', 'No: The room is quiet']
    """
    things: dict[str, list[str]] = {}
    for line in lines:
        thing, _, sure = line.rpartition(": ")
        things.setdefault(sure, []).append(thing)
    return [f"{sure}: {f'{BETWEEN} '.join(found)}" for sure, found in things.items()]


def day_words(day: date) -> str:
    """A day as we write it.

    >>> day_words(date(2027, 3, 18))
    'Thursday 18 March 2027'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def clock_words(clock: time) -> str:
    """A time of day as we write it.

    >>> clock_words(time(9, 5)), clock_words(time(14, 0))
    ('9:05', '14:00')
    """
    return f"{clock.hour}:{clock.minute:02}"


def _lines(one: Asked, answer: Any, plan: Plan, facts: Catalogue) -> list[str]:
    match one.kind:
        case Kind.TEXT:
            return [answer]
        case Kind.CHOICE:
            assert isinstance(answer, Choice)
            return [answer.label]
        case Kind.DAY:
            return [day_words(answer)]
        case Kind.CLOCK:
            return [clock_words(answer)]
        case Kind.NUMBER:
            return [_number(answer, one.question.unit)]
        case Kind.TICKS:
            table = getattr(facts, one.table)
            return [f"{table[key].label}{_booked(one.table, key, plan)}" for key in answer]
        case Kind.ONE_OF:
            return [getattr(facts, one.table)[answer].label]
        case Kind.COUNTS:
            table = getattr(facts, one.table)
            return [f"{table[key].label}: {_how_many(count)}" for key, count in answer.items()]
        case Kind.FEATURES:
            return [f"{facts.venue[key].label}: {said.label}" for key, said in answer.items()]
        case Kind.ACTIVITIES:
            return [_activity(activity, facts) for activity in answer]


def _booked(table: str, key: str, plan: Plan) -> str:
    return BOOKED_WORDS if f"{table}.{key}" in plan.booked else ""


def _number(number: int, unit: str) -> str:
    if unit == "pounds":
        return f"£{number:,}"
    if unit == "percent":
        return f"{number}%"
    one = {
        "people": "person",
        "metres": "metre",
        "miles": "mile",
        "interpreters": "interpreter",
        "square metres": "square metre",
    }
    return f"{number:,} {one.get(unit, unit) if number == 1 else unit}".strip()


def _how_many(count: int | str) -> str:
    return "not sure how many" if count == NOT_SURE else _number(int(count), "people")


def _activity(one: Activity, facts: Catalogue) -> str:
    method = facts.methods[one.method].label if one.method else ""
    name = f"{one.title} ({method})" if one.title and method else one.title or method or OWN_ACTIVITY
    return f"{name}, {one.minutes} minutes" if one.minutes else name
