"""Plans to arrange, and entries of our own to arrange them with, so that no price has to stay what it is."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from planner.answers import NOT_SURE, QUESTIONS, STEPS, Asked, Kind, Plan, Sure
from planner.arrangements import Arrangements, arrange
from planner.arrangements.follows import Because, Chosen, Follows
from planner.catalogue import catalogue
from planner.catalogue.entries import Basis, Entry, Evidence
from tests.plans.strategies import answers

FACTS = catalogue()
TURNOUT = FACTS.model_copy(
    update={
        "pace": FACTS.pace.model_copy(
            update={
                "turnout_low": FACTS.pace.turnout_low.model_copy(update={"value": 70}),
                "turnout_high": FACTS.pace.turnout_high.model_copy(update={"value": 130}),
            }
        )
    }
)
TODAY = date(2026, 11, 23)
DAY = date(2027, 3, 18)  # a Thursday
WORDS = ("The lift has broken down twice.", "Asha, 01632 960123", "<b>Tea & talk</b>", "☕ and cake")
OURS = Evidence(basis=Basis.OUR_JUDGEMENT, as_of=TODAY, review_by=date(2027, 11, 1))


def planned(**steps: dict[str, Any]) -> Plan:
    """A plan with these answers, as in ``planned(venue={"place": "online"})``."""
    return Plan.model_validate(steps)


def arranged(plan: Plan, today: date = TODAY) -> Arrangements:
    """What follows from a plan with the catalogue that ships."""
    return arrange(plan, FACTS, today)


def piano(**consequences: Any) -> Follows:
    """What follows where the only thing ever chosen is a piano."""
    entry = Entry.model_validate({"label": "A piano", "evidence": OURS, **consequences})
    return Follows(
        (Chosen("provisions.piano", entry, Because("access.provisions", "you chose this: A piano")),)
    )


def not_sure(one: Asked) -> Any:
    """How "not sure yet" is said to this kind of question."""
    match one.kind:
        case Kind.TICKS:
            return (NOT_SURE,)
        case Kind.COUNTS | Kind.FEATURES:
            return {next(iter(getattr(FACTS, one.table))): NOT_SURE}
        case _:
            return NOT_SURE


def something(one: Asked) -> st.SearchStrategy[Any]:
    """An answer that says something: neither nothing nor "not sure yet"."""
    if one.table:
        keys = list(getattr(FACTS, one.table))
    match one.kind:
        case Kind.TEXT:
            return st.sampled_from(WORDS)
        case Kind.CHOICE:
            return st.sampled_from([choice for choice in one.choices or () if choice != NOT_SURE])
        case Kind.DAY:
            return st.dates(date(2026, 1, 1), date(2028, 12, 31))
        case Kind.CLOCK:
            return st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)) | st.integers(0, 59))
        case Kind.NUMBER:
            return st.integers(1, 20)
        case Kind.TICKS:
            return st.lists(st.sampled_from(keys), min_size=1, max_size=8, unique=True)
        case Kind.ONE_OF:
            return st.sampled_from(keys)
        case Kind.COUNTS:
            return st.dictionaries(st.sampled_from(keys), st.integers(1, 12), min_size=1, max_size=6)
        case Kind.FEATURES:
            return st.dictionaries(st.sampled_from(keys), st.sampled_from(Sure), min_size=1, max_size=8)
        case Kind.ACTIVITIES:
            return st.lists(_activity(one), min_size=1, max_size=5)


def any_plans() -> st.SearchStrategy[Plan]:
    """Empty plans, odd plans and rich ones; what people typed matters little to what must be arranged."""
    return st.one_of(_plans(_any_answer), rich_plans())


def rich_plans() -> st.SearchStrategy[Plan]:
    """Plans with nearly everything answered, and a start that comes well before the end."""
    return _plans(_rich_answer)


def _plans(answer: Callable[[Asked], st.SearchStrategy[Any]]) -> st.SearchStrategy[Plan]:
    steps = {step: {one.field: answer(one) for one in QUESTIONS if one.step == step} for step in STEPS}
    return st.fixed_dictionaries({step: st.fixed_dictionaries(asked) for step, asked in steps.items()}).map(
        Plan.model_validate
    )


def _any_answer(one: Asked) -> st.SearchStrategy[Any]:
    return something(one) if one.kind in {Kind.TEXT, Kind.ACTIVITIES} else answers(one)


def _rich_answer(one: Asked) -> st.SearchStrategy[Any]:
    match one.path:
        case "timing.starts":
            return st.builds(time, st.integers(8, 13), st.sampled_from((0, 15, 30, 42)))
        case "timing.ends":
            return st.builds(time, st.integers(14, 20), st.sampled_from((0, 15, 30, 59)))
        case "timing.day":
            return st.dates(date(2026, 1, 1), date(2028, 12, 31))
        case "audience.people":
            return st.integers(4, 40)
    return st.one_of(something(one), something(one), _any_answer(one))


def _activity(one: Asked) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "method": st.none() | st.sampled_from(list(getattr(FACTS, one.table))),
            "title": st.sampled_from(("", *WORDS)),
            "minutes": st.none() | st.integers(1, 24).map(lambda fives: fives * 5) | st.integers(5, 240),
        }
    )
