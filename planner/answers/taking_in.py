"""Answers from a file of another day or another hand: what fits is kept, what does not is named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from planner.answers.asked import STEPS, Asked, Kind, asked
from planner.answers.plan import Plan
from planner.answers.question import LONGEST_TEXT, MOST_ACTIVITIES, Activity, Step

MOST_PIECES = 500  # of one answer; more than any question offers
MOST_NAMED = 100
LONGEST_PIECE = 40  # letters of something we do not know, when we name it

_Shape = TypeVar("_Shape", bound=Step)


@dataclass(frozen=True)
class LeftOut:
    """An answer, or a piece of one, that no question of ours takes; ``piece`` is empty where it is all of it."""

    name: str
    piece: str = ""
    was_cut: bool = False
    is_known: bool = True

    @property
    def words(self) -> str:
        """One line that says what is not there any more."""
        if not self.is_known:
            return f"{self.name}: this planner has no such question"
        if self.was_cut:
            return f"{self.name}: only the first {LONGEST_TEXT:,} letters"
        return f"{self.name}: {self.piece}" if self.piece else f"{self.name}: the answer does not fit"


def taken_in(saved: Mapping[str, Any]) -> tuple[Plan, tuple[LeftOut, ...]]:
    """The plan that these answers make, and what was left out of it. ``saved`` is in today's shape."""
    plan, left_out = Plan(), list[LeftOut]()
    for name, value in saved.items():
        if name == "version":
            continue
        if name not in Plan.model_fields:
            left_out.append(LeftOut(_short(name), is_known=False))
        elif name in STEPS:
            plan = _with_step(plan, name, value, left_out)
        else:
            plan = _with_other(plan, name, value, left_out)
    return plan, tuple(dict.fromkeys(left_out))[:MOST_NAMED]


def _with_step(plan: Plan, step: str, said: Any, left_out: list[LeftOut]) -> Plan:
    if not isinstance(said, dict):
        left_out.append(LeftOut(_short(step)))
        return plan
    now: Step = getattr(plan, step)
    for field, value in said.items():
        if field not in type(now).model_fields:
            left_out.append(LeftOut(_short(f"{step}.{field}"), is_known=False))
            continue
        now = _with_field(now, f"{step}.{field}", value, left_out)
    return plan.model_copy(update={step: now})


def _with_field(now: Step, path: str, value: Any, left_out: list[LeftOut]) -> Step:
    field = path.partition(".")[2]

    def fits(candidate: Any) -> bool:
        return _checked(type(now), field, candidate) is not None

    try:
        one = asked(path)
    except KeyError:
        kept, lost = (value, []) if fits(value) else (None, [LeftOut(path)])
    else:
        kept, lost = (value, []) if _is_sound(one, value, fits) else _pieces(one, value, fits)
    left_out += lost
    changed = None if kept is None else _checked(type(now), field, kept)
    return now if changed is None else now.model_copy(update={field: getattr(changed, field)})


def _is_sound(one: Asked, value: Any, fits: Callable[[Any], bool]) -> bool:
    """Whether the answer may be taken as it is. Days and times given as numbers would be counted from 1970."""
    if one.kind in {Kind.DAY, Kind.CLOCK} and not isinstance(value, str | None):
        return False
    return fits(value)


def _pieces(one: Asked, value: Any, fits: Callable[[Any], bool]) -> tuple[Any, list[LeftOut]]:
    """What can be kept of an answer that does not fit as a whole, and what of it is lost."""
    name = one.question.short
    match one.kind, value:
        case Kind.TEXT, str():
            return value[:LONGEST_TEXT], [LeftOut(name, was_cut=True)]
        case Kind.TICKS, list():
            kept = [tick for tick in value[:MOST_PIECES] if fits([tick])]
            return kept, [LeftOut(name, _short(tick)) for tick in value[:MOST_PIECES] if not fits([tick])]
        case ((Kind.COUNTS | Kind.FEATURES), dict()):
            some = list(value.items())[:MOST_PIECES]
            return (
                {key: said for key, said in some if fits({key: said})},
                [LeftOut(name, _short(key)) for key, said in some if not fits({key: said})],
            )
        case Kind.ACTIVITIES, list():
            return _activities(name, value)
        case _:
            return None, [LeftOut(name)]


def _activities(name: str, said: list[Any]) -> tuple[list[Any], list[LeftOut]]:
    kept, lost = list[Any](), list[LeftOut]()
    for number, one in enumerate(said[:MOST_ACTIVITIES], start=1):
        if not isinstance(one, dict):
            lost.append(LeftOut(name, f"number {number}"))
            continue
        whole = {field: value for field, value in one.items() if _checked(Activity, field, value) is not None}
        lost += [LeftOut(name, f"number {number}, {_short(field)}") for field in one if field not in whole]
        if whole:
            kept.append(whole)
    if len(said) > MOST_ACTIVITIES:
        lost.append(LeftOut(name, f"all after number {MOST_ACTIVITIES}"))
    return kept, lost


def _with_other(plan: Plan, name: str, value: Any, left_out: list[LeftOut]) -> Plan:
    """What is not an answer to a question, such as the reasons to go ahead."""
    whole = _checked(Plan, name, value)
    if whole is None and isinstance(value, dict):
        some = dict(_sound_entries(name, value))
        whole = _checked(Plan, name, some)
        left_out += [LeftOut(_OTHERS.get(name, name), _short(key)) for key in value if key not in some]
    elif whole is None and isinstance(value, list):
        some_of_it = [one for one in value[:MOST_PIECES] if _checked(Plan, name, [one]) is not None]
        whole = _checked(Plan, name, some_of_it)
        left_out += [LeftOut(_OTHERS.get(name, name), _short(one)) for one in value if one not in some_of_it]
    elif whole is None:
        left_out.append(LeftOut(_OTHERS.get(name, name)))
    return plan if whole is None else plan.model_copy(update={name: getattr(whole, name)})


_OTHERS = {
    "length": "Quick or full plan",
    "revision": "Number of changes",
    "saved": "When it was saved",
    "seen": "Advice you go ahead with",
    "own_prices": "Prices that you were given",
    "booked": "What is booked",
    "local_words": "What people are called",
}


def _sound_entries(name: str, entries: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in list(entries.items())[:MOST_PIECES]:
        if _checked(Plan, name, {key: value}) is not None:
            yield key, value


def _checked(shape: type[_Shape], field: str, value: Any) -> _Shape | None:
    """A step that holds this one answer, or nothing where it does not fit."""
    try:
        return shape.model_validate({field: value})
    except ValidationError:
        return None


def _short(words: object) -> str:
    line = " ".join(str(words).split())
    return line if len(line) <= LONGEST_PIECE else f"{line[:LONGEST_PIECE]}…"
