"""Plans with every question answered: a full one to look at, and a hostile one."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from itertools import cycle
from pathlib import Path
from typing import Any

from planner.answers import QUESTIONS, STEPS, Asked, Kind, Plan, Sure
from planner.answers.question import LONGEST_TEXT
from planner.catalogue import catalogue
from tests.documents.hostile import HOSTILE

EXAMPLES = Path(__file__).parents[2] / "examples"

WORDS = (
    "Better changing rooms: plan them with us",
    "Northfield Leisure and Northfield Access Forum",
    "What should the new changing rooms have, so that everybody can use the pool?",
    "The pool stays open in the summer. The building cannot get bigger.",
    "Northfield Library, 14 Mill Lane, Northfield NF1 2AB",
    "Many gave up swimming because of the changing rooms.\n\nThey want their pool back.",
    "Asha in the parks team, 01632 960123, parks@example.org",
)

# Answers that let every other question apply, and a day that a workshop could have.
TELLING: dict[str, Any] = {
    "audience.people": 24,
    "timing.day": date(2027, 3, 18),
    "timing.starts": time(10, 30),
    "timing.ends": time(15, 30),
    "venue.place": "hybrid",
    "budget.money": 6_000,
    "budget.pay": "choice",
    "budget.fee": 60,
}


def filled(words: Iterable[str] = WORDS) -> Plan:
    """Every question answered and everything ticked; ``words`` are typed in turn wherever words are asked for."""
    typed = cycle(words)
    steps = {
        step: {one.field: TELLING.get(one.path, _answer(one, typed)) for one in QUESTIONS if one.step == step}
        for step in STEPS
    }
    return Plan.model_validate(steps)


def hostile() -> Plan:
    """Every hostile thing is typed somewhere: several in a row wherever words are asked for, the longest last."""
    slots = sum(one.kind is Kind.TEXT for one in QUESTIONS)
    rows = (" ".join(sorted(HOSTILE[place::slots], key=len)) for place in range(slots))
    return filled(row[:LONGEST_TEXT] for row in rows)


def examples() -> dict[str, Plan]:
    """The plans of examples/."""
    return {
        file.stem: Plan.model_validate_json(file.read_bytes()) for file in sorted(EXAMPLES.glob("*.json"))
    }


def _answer(one: Asked, typed: Iterator[str]) -> Any:
    keys = list(getattr(catalogue(), one.table)) if one.table else []
    match one.kind:
        case Kind.TEXT:
            return next(typed)
        case Kind.CHOICE:
            assert one.choices is not None
            return next(iter(one.choices))
        case Kind.DAY:
            return date(2027, 3, 18)
        case Kind.CLOCK:
            return time(10, 30)
        case Kind.NUMBER:
            return 3
        case Kind.TICKS:
            return tuple(keys)
        case Kind.ONE_OF:
            return keys[0]
        case Kind.COUNTS:
            return dict.fromkeys(keys, 2)
        case Kind.FEATURES:
            return dict(zip(keys, cycle(Sure)))
        case Kind.ACTIVITIES:
            return [
                {"method": keys[0]},
                {"method": None, "title": next(typed)},
                {"title": next(typed), "minutes": 40},
            ]
