"""Somebody walks through the planner, answers what every page asks, and compares what is kept with what they said."""

import re
from datetime import date, time, timedelta
from typing import Any

from planner.answers import QUESTIONS, STEPS, Kind, Plan, asked, clock_words
from tests.servers.visitor import Field, Visitor

MARK = re.compile(rb"Kestrel\d{4}")
MOST_TICKS = 4  # of one question
AFTERWARDS = ("barriers", "check", "advice", "documents", "")  # the last one is the first page
NOT_OURS = ("unsure", "not_sure", "count")


def mark(number: int) -> str:
    """A word that nobody else types."""
    return f"Kestrel{number:04}"


async def walk(
    visitor: Visitor, number: int, steps: tuple[str, ...] = STEPS, then: tuple[str, ...] = AFTERWARDS
) -> list[str]:
    """Answer all that those steps ask, look at the pages after them, and give back what went wrong, in words."""
    said: dict[str, Any] = {}
    wrong: list[str] = []
    await visitor.press("start-full")
    for step in steps:
        if visitor.here != visitor.pages[step]:  # who starts a plan stands on the first
            await visitor.go(step)
        answers = _answers(visitor, step, number)
        await visitor.say(answers)
        said |= answers
        wrong += _others(visitor, number, step)
    for page in then:
        await visitor.go(page)
        wrong += _others(visitor, number, page or "home")
        if mark(number).encode() not in visitor.heard:
            wrong.append(f"{mark(number)} is not on {page or 'home'}")
    wrong += [f"{mark(number)}: {fault}" for fault in visitor.faults]
    return wrong + [f"{mark(number)} lost {path}" for path in lost(said, visitor.kept)]


def lost(said: dict[str, Any], kept: dict[str, Any] | None) -> list[str]:
    """The answers that the plan kept by the browser does not hold."""
    if kept is None:
        return list(said)
    plan = Plan.model_validate(kept)
    return [key for key, value in said.items() if not _holds(plan, key, value)]


def _answers(visitor: Visitor, step: str, number: int) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for one in QUESTIONS:
        fields = {
            key: field
            for key, field in visitor.fields.items()
            if (key == one.path or key.startswith(f"{one.path}.")) and not key.endswith(NOT_OURS)
        }
        if one.step == step and one.kind is not Kind.ACTIVITIES:
            answers |= {
                key: _answer(one.kind, field, number) for key, field in list(fields.items())[:MOST_TICKS]
            }
    return answers


def _answer(kind: Kind, field: Field, number: int) -> Any:
    match field.kind:
        case "checkbox":
            return True
        case "number_input":
            return float(number % 40 + 3)
        case "date_input":
            return (date.today() + timedelta(days=90 + number)).isoformat()  # noqa: DTZ011  what a calendar shows
        case "radio" | "selectbox":
            return field.options[(0, 8)[kind is Kind.CLOCK] % len(field.options)]
        case _:
            return f"{mark(number)} meets in the library"


def _holds(plan: Plan, key: str, value: Any) -> bool:
    step, field, *part = key.split(".")
    answer = plan.answer(f"{step}.{field}")
    if part:
        held = answer[part[0]].label if isinstance(value, str) else part[0] in answer
        return bool(held == value)
    match asked(f"{step}.{field}").kind:
        case Kind.CHOICE:
            return answer is not None and bool(answer.label == value)
        case Kind.CLOCK:
            return isinstance(answer, time) and clock_words(answer) == value
        case Kind.DAY:
            return isinstance(answer, date) and answer.isoformat() == value
        case Kind.ONE_OF:
            return bool(answer)  # words of the catalogue, not of the person
        case _:
            return bool(answer == value)


def _others(visitor: Visitor, number: int, page: str) -> list[str]:
    """Words of somebody else on this page."""
    strangers = set(MARK.findall(visitor.heard)) - {mark(number).encode()}
    return [f"{mark(number)} saw {word.decode()} on {page}" for word in sorted(strangers)]
