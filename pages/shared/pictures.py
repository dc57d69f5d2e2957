"""Pictures beside tables: the day, the money, the barrier map and the weeks to go, drawn with words and boxes.

They are plain HTML, so that they grow with the letters, turn dark with the page, print, and fit a phone. Each says in
words what it shows; the numbers stand in the table beside it.
"""

import html
from collections.abc import Iterable, Sequence
from datetime import time
from decimal import Decimal

import streamlit as st

from planner.answers import clock_words
from planner.arrangements.agenda import Agenda, Item
from planner.arrangements.barriers import Row, State
from planner.arrangements.budget import Budget, Range
from planner.arrangements.first_things import Week
from planner.catalogue.entries import Stage

SIGNS = {
    State.READY: "✓",
    State.NOT_KNOWN: "?",
    State.LOOK_AGAIN: "!",
    State.SHUT_OUT: "✕",
    State.NOTHING_SPECIAL: "–",
}
AMOUNTS = ("low", "expected", "high")


def day(found: Agenda) -> None:
    """The day from left to right, one bar for each part."""
    first, last = _minutes(found.items[0].starts), _minutes(found.items[-1].ends)
    whole = max(last - first, 1)
    hours = list(range(-(-first // 60) * 60, last + 1, 60))
    lines = "".join(f"<i style='left:{_percent(hour - first, whole)}'></i>" for hour in hours)
    rows = "".join(
        _row(item.title, lines + _bar(_kind(item), _minutes(item.starts) - first, item.minutes, whole))
        for item in found.items
    )
    clock = "".join(
        f"<b style='left:{_percent(hour - first, whole)}'>{hour // 60}:00</b>"
        for hour in hours[:: 1 + len(hours) // 4]
    )
    rests = sum(item.part.is_rest for item in found.items)
    _picture(
        f"The day as bars, from {clock_words(found.items[0].starts)} to {clock_words(found.items[-1].ends)}: "
        f"{len(found.items)} parts, {rests} of them rest. The table has the same times.",
        f"{rows}<div class='dw-bar-row'><span></span><span class='dw-clock'>{clock}</span></div>"
        + _legend((("talk", "Mostly talk"), ("doing", "Something else"), ("rest", "Rest"))),
    )


def money(found: Budget) -> None:
    """Low, expected and high for each group of costs, one below the other."""
    lines = [(group.words, found.group(group)) for group in found.groups]
    if found.contingency.high:
        lines.append(("For surprises", found.contingency))
    most = max((amount.high for _, amount in lines), default=Decimal(0))
    if not most:
        return
    rows = "".join(_row(words, _three_bars(amount, most)) for words, amount in lines)
    _picture(
        f"Costs as bars, three for each of {len(lines)} groups: low, expected and high. The longest is "
        f"£{most:,.0f}. The table has the same sums.",
        rows + _legend([(amount, amount.capitalize()) for amount in AMOUNTS]),
    )


def barrier_map(rows: Sequence[Row]) -> None:
    """A box for each group of people at each stage, with a sign in it."""
    states = [row.cells[stage].state for row in rows for stage in Stage]
    head = "".join(f"<b><span>{html.escape(stage.words)}</span></b>" for stage in Stage)
    body = "".join(
        f"<em>{html.escape(row.in_short)}</em>" + "".join(_box(row.cells[stage].state) for stage in Stage)
        for row in rows
    )
    counts = ", ".join(
        f"{states.count(state)} {state.words.lower()}" for state in State if states.count(state)
    )
    legend = "".join(f"<span>{_box(state)} {state.words}</span>" for state in State)
    _picture(
        f"The map as {len(states)} boxes: {counts}. The table says the same in words.",
        f"<div class='dw-map'><span></span>{head}{body}</div><div class='dw-legend dw-signs'>{legend}</div>",
    )


def weeks(found: Sequence[Week]) -> None:
    """How many things are to be started in each week, the earliest at the top."""
    most = max(len(week.to_dos) for week in found)
    rows = "".join(
        _row(
            weeks_words(week.to_go),
            _bar("expected", 0, len(week.to_dos), most, f" {len(week.to_dos)}"),
        )
        for week in found
    )
    busiest = max(found, key=lambda week: len(week.to_dos))
    _picture(
        f"Things to start as bars, one for each of {len(found)} weeks. The longest bar is "
        f"{weeks_words(busiest.to_go)} before the day, with {most}. The table has the same numbers.",
        rows,
    )


def weeks_words(number: int) -> str:
    """So many weeks, in words."""
    match number:
        case 0:
            return "Last week"
        case 1:
            return "1 week"
        case _:
            return f"{number} weeks"


def _picture(alt: str, body: str) -> None:
    st.html(f"<div class='dw-picture' role='img' aria-label='{html.escape(alt)}'>{body}</div>")


def _row(name: str, bars: str) -> str:
    return (
        f"<div class='dw-bar-row'><span>{html.escape(name)}</span><span class='dw-track'>{bars}</span></div>"
    )


def _bar(kind: str, left: float, length: float, whole: float, words: str = "") -> str:
    place = f"margin-left:{_percent(left, whole)};width:{_percent(length, whole)}"
    return f"<span class='dw-bar dw-{kind}' style='{place}'></span>" + (
        f"<small style='left:{_percent(length, whole)}'>{words}</small>" if words else ""
    )


def _three_bars(amount: Range, most: Decimal) -> str:
    return "".join(_bar(name, 0, float(getattr(amount, name)), float(most)) for name in AMOUNTS)


def _box(state: State) -> str:
    return f"<i class='dw-box dw-{state.value.replace('_', '-')}'>{SIGNS[state]}</i>"


def _legend(kinds: Iterable[tuple[str, str]]) -> str:
    words = "".join(f"<span><i class='dw-bar dw-{kind}'></i>{name}</span>" for kind, name in kinds)
    return f"<div class='dw-legend'>{words}</div>"


def _kind(item: Item) -> str:
    if item.part.is_rest:
        return "rest"
    return "talk" if item.talk else "doing"


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _percent(part: float, whole: float) -> str:
    return f"{part * 100 / whole:.2f}%"
