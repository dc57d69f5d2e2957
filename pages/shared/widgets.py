"""What the widgets of a page say: the answer to each question that people can see, read from what Streamlit holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from planner.answers import NOT_SURE, Asked, Kind, Plan

UNSURE = "unsure"
Said = Mapping[str, Any]
"""What the widgets of one question hold, by the part of it that each asks for; "" where one widget asks for all."""


def by_question(held: Iterable[tuple[Any, Any]], generation: int) -> dict[str, dict[str, Any]]:
    """The widgets of one generation, by the path of their question. Streamlit is asked once for all of them."""
    found: dict[str, dict[str, Any]] = {}
    stem = f"w{generation}"
    for name, value in held:
        kept_by, _, rest = str(name).partition(".")
        if kept_by == stem:
            step, _, rest = rest.partition(".")
            field, _, part = rest.partition(".")
            found.setdefault(f"{step}.{field}", {})[part] = value
    return found


def said(one: Asked, plan: Plan, widgets: Said) -> Any:
    """What the widgets of a question say; the answer in the plan where they are not there."""
    answer_now = plan.answer(one.path)
    match one.kind:
        case Kind.TICKS:
            return _ticks(answer_now, widgets)
        case Kind.COUNTS:
            return _counts(dict(answer_now), widgets)
        case Kind.FEATURES:
            return _features(dict(answer_now), widgets)
        case Kind.ACTIVITIES:
            return _activities(answer_now, widgets)
        case Kind.DAY | Kind.NUMBER:
            typed = widgets.get("")
            if answer_now == NOT_SURE and typed is not None:
                return typed  # typing an answer takes "not sure yet" back
            if widgets.get(UNSURE, answer_now == NOT_SURE):
                return NOT_SURE
            return widgets.get("", None if answer_now == NOT_SURE else answer_now)
        case _:
            return widgets.get("", answer_now)


def turns(one: Asked, answer: Any, before: Any) -> bool:
    """Whether "not sure yet" came or went, which empties the other widgets of the question, or the tick itself."""
    match one.kind:
        case Kind.TICKS:
            return NOT_SURE in {*answer, *before}
        case Kind.DAY | Kind.NUMBER:
            return NOT_SURE in {answer, before}
        case _:
            return False


def _ticks(before: tuple[str, ...], widgets: Said) -> tuple[str, ...]:
    """The ticks, where "not sure yet" unticks the rest when it is ticked last, and gives way to anything else."""
    ticked = {key for key in before if widgets.get(key, True)} | {
        key for key, tick in widgets.items() if tick
    }
    if ticked == set(before):
        return before
    if NOT_SURE in ticked and NOT_SURE not in before:
        return (NOT_SURE,)
    return tuple(ticked - {NOT_SURE}) if len(ticked) > 1 else tuple(ticked)


def _counts(counts: dict[str, Any], widgets: Said) -> dict[str, Any]:
    for part, value in widgets.items():
        need, _, field = part.partition(".")
        if field:
            continue
        if value:
            counts[need] = widgets.get(f"{need}.count", counts.get(need)) or NOT_SURE
        else:
            counts.pop(need, None)
    return counts


def _features(features: dict[str, Any], widgets: Said) -> dict[str, Any]:
    for part, value in widgets.items():
        if value is None:
            features.pop(part, None)
        else:
            features[part] = value
    return features


def _activities(activities: tuple[Any, ...], widgets: Said) -> Any:
    changed = [
        {
            "method": one.method,
            "title": widgets.get(f"{place}.title", one.title),
            "minutes": widgets.get(f"{place}.minutes", one.minutes),
        }
        for place, one in enumerate(activities)
    ]
    before = [one.model_dump() for one in activities]
    return activities if changed == before else changed
