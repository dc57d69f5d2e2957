"""Every question in the order in which it is asked, and whether it applies."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from planner.answers.plan import Plan
from planner.answers.question import Choice, Question, Step, Ticks, When

STEPS = (
    "purpose", "audience", "timing", "venue", "access", "methods", "welcome", "budget", "follow_up", "together",
)  # fmt: skip


class Kind(StrEnum):
    """What an answer looks like, and so which widget asks for it."""

    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    CLOCK = "clock"
    NUMBER = "number"
    TICKS = "ticks"
    ONE_OF = "one_of"
    COUNTS = "counts"
    FEATURES = "features"
    ACTIVITIES = "activities"


@dataclass(frozen=True)
class Asked:
    """A question with the place of its answer."""

    step: str
    field: str
    question: Question
    kind: Kind
    choices: type[Choice] | None = None
    table: str = ""  # of the catalogue, where the answer is ticked from there

    @property
    def path(self) -> str:
        """Where the answer is kept, as in ``timing.starts``."""
        return f"{self.step}.{self.field}"


def _questions() -> tuple[Asked, ...]:
    return tuple(
        Asked(step, name, question, *_kind(name, info.annotation), table=_table(name, info.metadata))
        for step in STEPS
        for name, info in _step_class(step).model_fields.items()
        for question in info.metadata
        if isinstance(question, Question)
    )


def asked(path: str) -> Asked:
    """The question at a path. Raises KeyError for a path that no question has."""
    return _BY_PATH[path]


def is_shown(one: Asked, plan: Plan) -> bool:
    """Whether the question applies, given the other answers."""
    question = one.question
    return all(_holds(when, plan) for when in question.when) and not any(
        _holds(unless, plan) for unless in question.unless
    )


def _holds(when: When, plan: Plan) -> bool:
    answer = plan.answer(when.path)
    ticked = answer if isinstance(answer, tuple) else (answer,)
    return any(value in when.answers for value in ticked)


def _step_class(step: str) -> type[Step]:
    annotation = Plan.model_fields[step].annotation
    assert isinstance(annotation, type)
    assert issubclass(annotation, Step)
    return annotation


_BY_NAME = {
    "activities": (Kind.ACTIVITIES, "methods"),
    "needs": (Kind.COUNTS, "needs"),
    "travel_by": (Kind.COUNTS, "travel"),
    "features": (Kind.FEATURES, "venue"),
    "icebreaker": (Kind.ONE_OF, "icebreakers"),
}


def _table(field: str, metadata: list[Any]) -> str:
    """The table of the catalogue that the answer is chosen from, or nothing."""
    if field in _BY_NAME:
        return _BY_NAME[field][1]
    return next((mark.table for mark in metadata if isinstance(mark, Ticks)), "")


def _kind(field: str, annotation: Any) -> tuple[Kind, type[Choice] | None]:
    """The kind of an answer, read from its type; those made of smaller answers are known by name."""
    if field in _BY_NAME:
        return _BY_NAME[field][0], None
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, Choice):
            return Kind.CHOICE, part
        for python, kind in ((date, Kind.DAY), (time, Kind.CLOCK), (int, Kind.NUMBER), (str, Kind.TEXT)):
            if part is python:
                return kind, None
        if get_origin(part) is tuple:
            return Kind.TICKS, None
    raise TypeError(f"No widget asks for {field}: {annotation}")


def _parts(annotation: Any) -> list[Any]:
    """The types in a union, with every Annotated taken off."""
    if hasattr(annotation, "__metadata__"):
        return _parts(annotation.__origin__)
    if get_origin(annotation) in (Union, UnionType):
        return [part for one in get_args(annotation) for part in _parts(one)]
    return [annotation]


QUESTIONS = _questions()
_BY_PATH = {one.path: one for one in QUESTIONS}
