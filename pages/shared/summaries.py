"""What follows from the answers, in tables: the people in all, the agenda, the budget and the updates owed."""

from decimal import Decimal

import streamlit as st

from pages.shared import pictures, store
from pages.shared.frame import plain, table
from planner.answers import clock_words, day_words
from planner.arrangements.budget import Range

MOST_SAVINGS = 6


def in_all() -> None:
    """Everybody who will be there, and what access costs."""
    pack = store.pack()
    heads, money = pack.arranged.heads, pack.arranged.budget
    bookings = [do for do in pack.arranged.to_dos if do.id.startswith("provisions.") and do.start_by]
    with st.container(key="panel-in-all"):
        lines = [f"**{heads.in_all} people** with companions and everybody who works on the day"]
        if bookings and bookings[0].start_by:
            lines.append(
                f"**{len(bookings)} things to arrange** for access, the first by {day_words(bookings[0].start_by)}"
            )
        lines.append(
            f"**{_pounds(money.access.low)} to {_pounds(money.access.high)}** for access and formats, without travel"
        )
        st.markdown("\n".join(["## In all", "", *(f"- {line}" for line in lines)]), anchors=False)


def agenda() -> None:
    """The day as it stands, and what does not fit."""
    found = store.pack().arranged.agenda
    st.markdown("## The day, as it stands", anchors=False)
    if not found.items:
        st.markdown("Give a start and an end under **Timing**, and the agenda appears here.")
        return
    rows = [
        (f"{clock_words(item.starts)}\u00a0to\u00a0{clock_words(item.ends)}", item.title, f"{item.minutes}")
        for item in found.items
    ]
    pictures.day(found)
    table("From the doors to the goodbye", ("Time", "What happens", "Minutes"), rows, numbers=(2,))
    air = store.pack().arranged.airtime
    if air:
        st.markdown(
            f"When people talk, each has about **{_minutes(air.together)}** if all {air.people} sit together, "
            f"and about **{_minutes(air.in_groups)}** in {air.groups} groups."
        )
    if found.no_time_for:
        names = ", ".join(item.title for item in found.no_time_for)
        st.markdown(f"**There is no time for:** {names}. The workshop is too short for it.")
    if found.too_much:
        names = ", ".join(plain(item.title) for item in found.too_much)
        ways = [
            "take something out",
            f"make the day {found.longer} minutes longer",
            "meet twice",
            "ask for answers in people's own time, before or after the day",
        ]
        st.markdown(f"**This does not fit:** {names}. You can {'; '.join(ways)}. Do not cut the breaks.")


def two_dates() -> None:
    """When to invite, and the last day for requests, where the day is known."""
    limits = store.pack().arranged.deadlines
    if limits.invitation is None or limits.requests is None:
        return
    with st.container(key="panel-two-dates"):
        lines = [
            f"**{day_words(limits.invitation)}:** send the invitation",
            f"**{day_words(limits.requests)}:** requests for access close; late ones are still welcome",
        ]
        st.markdown("\n".join(["## Two dates to keep", "", *(f"- {line}" for line in lines)]), anchors=False)
        if limits.longest:
            st.caption(f"What needs the longest notice: {plain(limits.longest.words)}.")


def budget() -> None:
    """Low, expected and high for each group of costs."""
    found = store.pack().arranged.budget
    st.markdown("## What it costs, as it stands", anchors=False)
    rows = [(group.words, *_row(found.group(group))) for group in found.groups]
    rows.append((f"For surprises, {found.contingency_percent}%", *_row(found.contingency)))
    rows.append(("In all", *_row(found.total)))
    if found.left is not None:
        rows.append(("Money there is", "–", f"£{found.money:,}", "–"))
    head = ("For", "Low", "Expected", "High")
    picture, sums = st.columns(2, gap="medium")
    with picture:
        pictures.money(found)
    with sums:
        table("Low, expected and high, in pounds", head, rows, numbers=(1, 2, 3))
    _shortfall()


def _shortfall() -> None:
    """Where money could be found without cutting access, and who would lose what if access were cut."""
    short = store.pack().arranged.shortfall
    if short is None:
        return
    st.markdown(f"### {_pounds(short.short)} short of what we expect it to cost", anchors=False)
    st.markdown("Ask for more before you cut anything for access, people's pay or travel.")
    if short.savings:
        rows = [(one.line.item, _pounds(one.saves)) for one in short.savings[:MOST_SAVINGS]]
        table("Where cheaper ways could save money", ("Item", "Could save up to"), rows, numbers=(1,))
    if short.losses:
        lost = [
            (loss.line.item, _pounds(loss.line.cost.expected), "; ".join(loss.who)) for loss in short.losses
        ]
        table(
            "Who would be shut out if access is cut",
            ("If this is cut", "Expected", "Who loses it"),
            lost,
            (1,),
        )


def promises() -> None:
    """The updates that are owed."""
    owed = store.pack().arranged.promises
    if not owed:
        return
    st.markdown("## What people will hear from you", anchors=False)
    rows = [(day_words(one.on) if one.on else "When the day is known", one.what) for one in owed]
    table("Updates you promise", ("When", "What"), rows)


def _minutes(number: float) -> str:
    whole = round(number)
    return "1 minute" if whole == 1 else f"{whole} minutes"


def _row(amount: Range) -> tuple[str, str, str]:
    return _pounds(amount.low), _pounds(amount.expected), _pounds(amount.high)


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.0f}"
