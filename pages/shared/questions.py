"""A question drawn as words, a widget and the advice beside it."""

import html
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Any

import streamlit as st

from pages.shared import store
from pages.shared.activities import activities
from pages.shared.frame import advice_beside, plain, question_key
from pages.shared.mishap import safely
from pages.shared.widgets import UNSURE
from pages.shared.wording import how_it_reads
from planner.answers import (
    NOT_SURE,
    QUESTIONS,
    Asked,
    Kind,
    Length,
    Sure,
    clock_words,
    day_words,
    given,
    is_shown,
)
from planner.arrangements.follows import likely_for, place_of
from planner.catalogue import catalogue
from planner.catalogue.entries import Entry, Mode, Need, Provision, VenueArea, VenueFeature

MORE = "More questions, for a closer look"
NOT_SURE_YET = "Not sure yet"
SHORT_LIST = 6  # so many short answers are tiles in a row
TILE_LETTERS = 26
FIRST_CLOCK, LAST_CLOCK, CLOCK_STEP = 7 * 60, 22 * 60, 15  # minutes after midnight
YEARS_AHEAD = 3
FIRST_OF_GROUP = 3
ARRANGED = ("outreach", "roles")  # nobody books a friend


def ask(step: str, beside: Mapping[str, Callable[[], None]] = MappingProxyType({})) -> None:
    """Every question of a step that applies, each with its advice beside it.

    ``beside`` draws something more next to the question of that path.
    """
    with st.container():  # with or without mistakes in it, all questions stay where they are
        _mistakes_first(step)
    _each_in_its_place(step, beside, folded=False)
    if folded := [one for one in questions_of(step) if one.question.fold]:
        names = ", ".join(one.question.short.lower() for one in folded)
        said = any(given(store.plan().answer(one.path)) for one in folded)  # then there is something to see
        with st.expander(f"{MORE}: {names}", key=f"fold-{step}", expanded=said):
            _each_in_its_place(step, beside, folded=True)


def _each_in_its_place(step: str, beside: Mapping[str, Callable[[], None]], *, folded: bool) -> None:
    """The questions that apply, and nothing in the place of each other one.

    The browser makes anew all that moves to another place, so a question that comes or goes moves no other.
    """
    applying = {one.path for one in questions_of(step)}
    for one in QUESTIONS:
        if one.step == step and one.question.fold is folded:
            if one.path in applying:
                _question(one, beside.get(one.path))
            else:
                st.container()


def questions_of(step: str) -> list[Asked]:
    """The questions of a step that apply, in a quick plan only the quick ones."""
    held = store.plan()
    quick = held.length is Length.QUICK
    return [
        one
        for one in QUESTIONS
        if one.step == step and is_shown(one, held) and (one.question.quick or not quick)
    ]


def _mistakes_first(step: str) -> None:
    """What could not be taken in, at the top of the page, in the words that stand at the field, each a link to it."""
    wrong = store.mistakes_of(step)
    if wrong:
        links = "".join(
            f"<li><a href='#{question_key(path)}'>{html.escape(words)}</a></li>"
            for path, words in wrong.items()
        )
        st.html(f"<div class='dw-mistakes' role='alert'><h2>There is a problem</h2><ul>{links}</ul></div>")


def _question(one: Asked, beside: Callable[[], None] | None) -> None:
    """The words, the widget and what there is to say. The style sheet puts what is said beside it where there is room.

    Each element costs time on the server, so the words are one, and there is no column for nothing to say.
    """
    name = question_key(one.path)
    with st.container(key=name):
        st.markdown(_words(one), anchors=False)
        if wrong := store.mistakes().get(one.path):
            st.html(f"<p class='dw-mistake' id='wrong-{name}'>{html.escape(wrong)}</p>")
        _WIDGETS[one.kind](one)
        pack = store.pack()
        about = [advice for advice in pack.advice if advice.about == one.path]
        if beside or about or store.put_right():
            with st.container(key=f"beside-{name}"):
                if beside:
                    beside()
                advice_beside(about, pack.facts, one.path)


def _words(one: Asked) -> str:
    """The question, why we ask it, and an example."""
    question = one.question
    lines = [f"## {question.words}", " ".join(part for part in (question.why, question.hint) if part)]
    if question.example:
        lines.append(f"For example: {plain(question.example)}")
    return "\n\n".join(lines)


def _text(one: Asked) -> None:
    widget = store.key(one.path)
    store.seed(widget, store.plan().answer(one.path))
    draw = st.text_area if one.question.long else st.text_input
    draw(one.question.words, key=widget, label_visibility="collapsed", persist_state="session")
    how_it_reads(one)


def _choice(one: Asked) -> None:
    assert one.choices is not None
    widget = store.key(one.path)
    store.seed(widget, store.plan().answer(one.path))
    options = list(one.choices)
    tiles = len(options) <= SHORT_LIST and all(len(option.label) <= TILE_LETTERS for option in options)
    st.radio(
        one.question.words,
        options,
        index=None,
        format_func=lambda option: option.label,
        key=widget,
        horizontal=tiles,
        label_visibility="collapsed",
        persist_state="session",
    )


def _day(one: Asked) -> None:
    widget, answer = store.key(one.path), store.plan().answer(one.path)
    store.seed(widget, answer if isinstance(answer, date) else None)
    today = store.today()
    earliest = min(today, answer) if isinstance(answer, date) else today
    st.date_input(
        one.question.words,
        key=widget,
        format="DD/MM/YYYY",
        min_value=earliest - timedelta(days=365),
        max_value=today + timedelta(days=365 * YEARS_AHEAD),
        label_visibility="collapsed",
        persist_state="session",
        width=260,
    )
    if isinstance(answer, date):
        st.caption(day_words(answer))
    _unsure_tick(one)


def _clock(one: Asked) -> None:
    widget, answer = store.key(one.path), store.plan().answer(one.path)
    store.seed(widget, answer)
    times: list[Any] = [time(m // 60, m % 60) for m in range(FIRST_CLOCK, LAST_CLOCK + 1, CLOCK_STEP)]
    if isinstance(answer, time) and answer not in times:
        times = sorted([*times, answer])
    st.selectbox(
        one.question.words,
        [*times, NOT_SURE],
        index=None,
        format_func=lambda at: clock_words(at) if isinstance(at, time) else NOT_SURE_YET,
        placeholder="Choose a time",
        key=widget,
        label_visibility="collapsed",
        persist_state="session",
        width=260,
    )


def _number(one: Asked) -> None:
    widget, answer = store.key(one.path), store.plan().answer(one.path)
    store.seed(widget, answer if isinstance(answer, int) else None)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.number_input(
            one.question.words,
            min_value=0,
            value=None,
            step=1,
            placeholder="How many?",
            key=widget,
            label_visibility="collapsed",
            persist_state="session",
            width=200,
        )
        st.markdown(one.question.unit)
    _unsure_tick(one)


def _unsure_tick(one: Asked) -> None:
    widget = store.key(one.path, UNSURE)
    store.seed(widget, store.plan().answer(one.path) == NOT_SURE)
    st.checkbox(f"Not sure yet about the {one.question.short.lower()}", key=widget, persist_state="session")


def _ticks(one: Asked) -> None:
    entries = _that_fit(one, getattr(catalogue(), one.table))
    for heading, group in groupby(_sorted_by_group(entries), key=lambda pair: _group(pair[1])):
        with st.container(
            key=f"list-{one.field}-{heading[:12]}", gap=None
        ):  # a tick moves its own group only
            if heading:
                st.markdown(f"### {heading}", anchors=False)
            first, more = _likely_first(one, dict(group), heading)
            for key, entry in first.items():
                _tick(one, key, entry)
            if more:
                _more_ticks(one, heading, more)
    _tick_box(one, NOT_SURE, NOT_SURE_YET)


def _that_fit(one: Asked, entries: dict[str, Entry]) -> dict[str, Entry]:
    """The entries that make sense in this place, and whatever is ticked already."""
    place, ticked = place_of(store.plan()), store.plan().answer(one.path)
    return {
        key: entry for key, entry in entries.items() if place is None or place in entry.where or key in ticked
    }


def _likely_first(
    one: Asked, group: dict[str, Entry], heading: str
) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """What is ticked or usually serves the people who are coming, and the rest, in the order of the catalogue.

    A list without headings is short enough to be shown whole.
    """
    if not heading:
        return group, {}
    ticked = store.plan().answer(one.path)
    likely = likely_for(store.plan(), catalogue()) or list(group)[:FIRST_OF_GROUP]
    first = {key: entry for key, entry in group.items() if key in ticked or key in likely}
    return first, {key: entry for key, entry in group.items() if key not in first}


def _more_ticks(one: Asked, heading: str, more: dict[str, Entry]) -> None:
    """The rest of a group, drawn only when somebody opens it."""
    name = f"More for this group ({len(more)})"
    with st.expander(
        name, key=f"more-{one.field}-{heading[:12]}", on_change="rerun", type="compact"
    ) as opened:
        if opened.open:
            for key, entry in more.items():
                _tick(one, key, entry)


def _tick(one: Asked, key: str, entry: Entry) -> None:
    """A box to tick, with what it is, or what follows from it. No container: there are dozens of these.

    Those words are part of the label, on a line of their own: an element for each would double the browser's work.
    """
    widget = _seeded(one, key)
    lines = what_follows(f"{one.table}.{key}") if st.session_state[widget] else []
    words = f"What follows: {'; '.join(lines)}." if lines else _explanation(entry)
    # No Markdown: a label is read aloud as it stands here.
    st.checkbox(f"{entry.label}\n{words}".strip(), key=widget, persist_state="session")
    if lines:
        _booked(one, key, entry)


def _booked(one: Asked, key: str, entry: Entry) -> None:
    """Whether it is ordered already; then nobody is told any more that it is getting late."""
    name = f"{one.table}.{key}"
    if any(task.least_weeks is not None for task in entry.tasks.values()):
        widget = store.key("booked", name)
        store.seed(widget, name in store.plan().booked)
        st.checkbox(
            # Plain words, as they are the name for the ear; the style sheet hides what stands one line above.
            f"{'Arranged' if one.table in ARRANGED else 'Booked'} already: {entry.label}",
            key=widget,
            persist_state="session",
            on_change=safely(_book),
            args=(name, widget),
        )


def _book(name: str, widget: str) -> None:
    store.keep(store.plan().with_booked(name, booked=st.session_state[widget]))


def _tick_box(one: Asked, key: str, label: str) -> bool:
    return st.checkbox(label, key=_seeded(one, key), persist_state="session")


def _seeded(one: Asked, key: str) -> str:
    """The widget of a box to tick, which shows the answer of the plan at first."""
    widget = store.key(one.path, key)
    store.seed(widget, key in store.plan().answer(one.path))
    return widget


def what_follows(name: str) -> list[str]:
    """People, the first date, minutes and money that follow from a tick, such as ``provisions.quiet_room``."""
    pack = store.pack()
    found = pack.arranged.by_entry.get(name)
    if found is None:
        return []
    lines = [f"{line.count} × {line.role}" for line in found.crew]
    if found.first and found.first.start_by:
        lines.append(f"start by {day_words(found.first.start_by)}")
    if found.entry.pace and found.entry.pace.talk_takes_percent_more:
        lines.append(f"{found.entry.pace.talk_takes_percent_more}% more minutes for every talk")
    if found.entry.evidence.is_stale(pack.today):
        lines.append(found.entry.evidence.checked_words(pack.today))
    costs = [line.cost for line in found.costs]
    if costs:
        lines.append(f"£{sum(cost.low for cost in costs):,.0f} to £{sum(cost.high for cost in costs):,.0f}")
    return lines


def _sorted_by_group(entries: dict[str, Entry]) -> list[tuple[str, Entry]]:
    """The entries under their headings; the order of the catalogue within each."""
    order = list(dict.fromkeys(_group(entry) for entry in entries.values()))
    return sorted(entries.items(), key=lambda pair: order.index(_group(pair[1])))


def _group(entry: Entry) -> str:
    return entry.group.words if isinstance(entry, Provision) else ""


def _explanation(entry: Entry) -> str:
    return str(getattr(entry, "explain", "") or getattr(entry, "reaches", "") or getattr(entry, "job", ""))


def _one_of(one: Asked) -> None:
    widget, entries = store.key(one.path), getattr(catalogue(), one.table)
    store.seed(widget, store.plan().answer(one.path))
    st.selectbox(
        one.question.words,
        [*entries, NOT_SURE],
        index=None,
        format_func=lambda key: entries[key].label if key in entries else NOT_SURE_YET,
        placeholder="Choose one",
        key=widget,
        label_visibility="collapsed",
        persist_state="session",
    )
    chosen = store.plan().answer(one.path)
    if chosen in entries:
        st.caption(plain(entries[chosen].explain))


def _counts(one: Asked) -> None:
    counts: dict[str, Any] = store.plan().answer(one.path)
    entries: dict[str, Need | Mode] = getattr(catalogue(), one.table)
    for key, entry in entries.items():
        widget = store.key(one.path, key)
        store.seed(widget, key in counts)
        if st.checkbox(entry.label, key=widget, persist_state="session"):
            _count(one, key, entry, counts.get(key))
        elif words := _explanation(entry):
            st.caption(plain(words))


def _count(one: Asked, key: str, entry: Need | Mode, known: object) -> None:
    widget = store.key(one.path, key, "count")
    store.seed(widget, known if isinstance(known, int) else None)
    st.number_input(
        f"How many, if you know? ({entry.in_short})",
        min_value=1,
        value=None,
        step=1,
        placeholder="Not sure yet",
        key=widget,
        persist_state="session",
        width=400,
    )


def _features(one: Asked) -> None:
    """One part of the venue at a time, so that nobody meets sixty lines at once."""
    length = store.plan().length
    asked_here = features_asked(length)
    with_lines = {feature.area for feature in asked_here.values()}
    names = {area: f"{area.words} ({_looked_at(area)})" for area in VenueArea if area in with_lines}
    area = st.radio(
        "Part of the venue",
        list(names),
        format_func=names.__getitem__,
        key="part-of-venue" if length is Length.FULL else "part-of-venue-quick",
        horizontal=True,
        persist_state="session",
    )
    for key, feature in asked_here.items():
        if feature.area is area:
            with st.container(key=f"row-{key}", gap="xsmall"):
                widget = store.key(one.path, key)
                store.seed(widget, store.plan().venue.features.get(key))
                st.radio(
                    feature.label,
                    list(Sure),
                    index=None,
                    format_func=lambda said: said.label,
                    key=widget,
                    horizontal=True,
                    persist_state="session",
                )
                st.caption(plain(feature.measure or feature.explain))


def features_asked(length: Length) -> dict[str, VenueFeature]:
    """What is asked about a venue: in a quick plan only that without which somebody is shut out."""
    everything = catalogue().venue
    if length is Length.FULL:
        return everything
    return {key: feature for key, feature in everything.items() if feature.vital}


def _looked_at(area: VenueArea) -> str:
    asked_here = features_asked(store.plan().length)
    keys = [key for key, feature in asked_here.items() if feature.area is area]
    answered = sum(key in store.plan().venue.features for key in keys)
    return f"{answered} of {len(keys)}"


_WIDGETS: dict[Kind, Callable[[Asked], None]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.DAY: _day,
    Kind.CLOCK: _clock,
    Kind.NUMBER: _number,
    Kind.TICKS: _ticks,
    Kind.ONE_OF: _one_of,
    Kind.COUNTS: _counts,
    Kind.FEATURES: _features,
    Kind.ACTIVITIES: activities,
}
