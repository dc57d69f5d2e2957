"""What a question is: words, why we ask, and an answer that may always be "not sure yet"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from planner.catalogue import catalogue

NOT_SURE: Literal["not_sure"] = "not_sure"
NotSure = Literal["not_sure"]

LONGEST_TEXT = 20_000  # letters; an Excel cell holds 32,767
MOST_PEOPLE = 500
MOST_ACTIVITIES = 30


@dataclass(frozen=True)
class When:
    """A question is only asked when another one has one of these answers (or one of them ticked)."""

    path: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """The words of a question, kept on the field that holds its answer.

    ``short`` names the answer in tables and in links ("Change the start time"); ``find_out`` is the to-do that
    "not sure yet" turns into; ``fold`` keeps a question behind a line that people open, so that no page shows more
    than seven at once.
    """

    words: str
    short: str
    why: str
    hint: str = ""
    example: str = ""
    find_out: str = ""
    unit: str = ""
    heading: str = ""
    quick: bool = False
    long: bool = False
    fold: bool = False
    when: tuple[When, ...] = ()
    unless: tuple[When, ...] = ()


class Choice(StrEnum):
    """A closed list of answers, each with the words people see. The last one is always "not sure yet"."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the words beside the value that is saved."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Sure(Choice):
    """Yes, no, or not sure yet."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Step(BaseModel):
    """The answers of one page. Nothing in it changes; a new answer makes a new step."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


def known(answer: object) -> bool:
    """Whether there is an answer to go by: neither missing nor "not sure yet".

    >>> [known(a) for a in (None, "", "not_sure", (), ("not_sure",), {}, 0, "yes", Sure.NOT_SURE)]
    [False, False, False, False, False, False, True, True, False]
    """
    return given(answer) and answer not in (NOT_SURE, (NOT_SURE,))


def given(answer: object) -> bool:
    """Whether people said anything at all, "not sure yet" included."""
    return answer is not None and answer not in ("", (), {})


# Letters that XML 1.0 cannot hold (they would break Word and Excel files), and halves of a broken emoji.
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: object) -> object:
    if not isinstance(text, str):
        return text
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _to_the_minute(clock: time) -> time:
    return clock.replace(second=0, microsecond=0, tzinfo=None)


Text = Annotated[str, Field(max_length=LONGEST_TEXT), BeforeValidator(_clean)]
Day = Annotated[date, Field(gt=date(1999, 12, 31), lt=date(2100, 1, 1))]  # far enough to count weeks from
Clock = Annotated[time, AfterValidator(_to_the_minute)]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE, strict=True)]
Pounds = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


class _FromCatalogue:
    """A key of one table of the catalogue: a closed list, so that the schema can print it."""

    def __init__(self, table: str) -> None:
        self.table = table

    def keys(self) -> list[str]:
        return list(getattr(catalogue(), self.table))

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(self.keys())


class Ticks(_FromCatalogue):
    """Ticked keys, once each, in the order of the catalogue; "not sure yet" only where nothing else is ticked."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a list of known keys and put it in order."""
        keys = self.keys()
        listed = core_schema.tuple_variable_schema(core_schema.literal_schema([*keys, NOT_SURE]))
        return core_schema.no_info_after_validator_function(lambda ticks: in_order(ticks, keys), listed)


def in_order(ticks: Iterable[str], keys: list[str]) -> tuple[str, ...]:
    """The ticked keys once each, in the order of ``keys``; NOT_SURE survives only alone."""
    ticked = set(ticks)
    return tuple(key for key in keys if key in ticked) or ((NOT_SURE,) if NOT_SURE in ticked else ())


NeedKey = Annotated[str, _FromCatalogue("needs")]
ModeKey = Annotated[str, _FromCatalogue("travel")]
FeatureKey = Annotated[str, _FromCatalogue("venue")]
MethodKey = Annotated[str, _FromCatalogue("methods")]
IcebreakerKey = Annotated[str, _FromCatalogue("icebreakers")]
Provisions = Annotated[tuple[str, ...], Ticks("provisions")]
Formats = Annotated[tuple[str, ...], Ticks("formats")]
Routes = Annotated[tuple[str, ...], Ticks("outreach")]
Refreshments = Annotated[tuple[str, ...], Ticks("refreshments")]
Roles = Annotated[tuple[str, ...], Ticks("roles")]


def _in_catalogue_order(table: str) -> AfterValidator:
    def sort(answers: dict[str, Any]) -> dict[str, Any]:
        return {key: answers[key] for key in getattr(catalogue(), table) if key in answers}

    return AfterValidator(sort)


Needs = Annotated[
    dict[NeedKey, Annotated[int, Field(ge=1, le=MOST_PEOPLE, strict=True)] | NotSure],
    _in_catalogue_order("needs"),
]
TravelBy = Annotated[
    dict[ModeKey, Annotated[int, Field(ge=1, le=MOST_PEOPLE, strict=True)] | NotSure],
    _in_catalogue_order("travel"),
]
Features = Annotated[dict[FeatureKey, Sure], _in_catalogue_order("venue")]


class Activity(Step):
    """One thing people do together. ``minutes`` left open means the usual time of the method."""

    method: MethodKey | None = None
    title: Text = ""
    minutes: Annotated[int, Field(ge=5, le=240, strict=True)] | None = None


Activities = Annotated[tuple[Activity, ...], Field(max_length=MOST_ACTIVITIES)]
