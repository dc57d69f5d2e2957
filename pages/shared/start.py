"""The first page: a welcome while no plan is open, the list of sections with their state when one is."""

from functools import cache
from pathlib import Path

import streamlit as st

from pages.shared import autosave, opening, store
from pages.shared.frame import STATIC, WELCOME, plain
from pages.shared.mishap import safely
from pages.shared.progress import Status, status
from pages.shared.steps import page, title_of
from pages.shared.things_to_do import first_five
from planner.answers import QUESTIONS, STEPS, Length, Plan
from planner.answers.next_time import asked_again, next_time

EXAMPLES = Path(__file__).parents[2] / "examples"
FINISHED = ("changing-rooms", "bus-stops-online", "young-people-and-sport")
PUBLISHED = ("unboxed-gloucester", "leeds-marketplace-2023")
# Our own judgement, from typing plans ourselves; nobody has been timed yet.
SECONDS_A_QUESTION = 40


def plan_or_welcome() -> None:
    """The welcome or the plan, then the sections, and beside them the ways to go on."""
    if not store.is_open():
        _hero()
    else:
        _plan_so_far()
    sections, others = st.columns([1.55, 1], gap="medium")
    with sections:
        _sections()
        if store.is_open():
            first_five()
            st.page_link(page("tasks").file, label="All things to do")
    with others:
        opening.a_saved_plan()
        autosave.on_this_device()
        if store.is_open():
            _next_time()
        else:
            _have_ready()
        _examples()


def _hero() -> None:
    quick = [one for one in QUESTIONS if one.question.quick]
    with st.container(key="panel-hero"):
        words, picture = st.columns([1.55, 1], gap="medium", vertical_alignment="center")
        with words:
            st.title(WELCOME, anchor=False)
            st.markdown(
                "Answer plain questions. We tell you who would be shut out and what to do about it. "
                "Then we write your plan, with agenda, dates and money, and your checklist."
            )
            _start_buttons()
            st.caption(
                f"Quick: {len(quick)} questions at most, about {_minutes(len(quick))} minutes. "
                f"Full: {len(QUESTIONS)} at most, about {_minutes(len(QUESTIONS))} minutes. "
                "Change from one to the other at any time; nothing is lost."
            )
        with picture:
            st.image(STATIC / "hero.svg", width="stretch", alt="")


def _start_buttons() -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button(
            "Start a quick plan",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            key="start-quick",
        ):
            store.start(Length.QUICK)
            st.switch_page(page(STEPS[0]).file)
        if st.button("Start a full plan", key="start-full"):
            store.start(Length.FULL)
            st.switch_page(page(STEPS[0]).file)


def _plan_so_far() -> None:
    plan = store.plan()
    done = sum(status(step) is Status.DONE for step in STEPS)
    st.markdown(
        f"{done} of {len(STEPS)} sections done. Do them in any order. "
        "You can have your documents at any time, whatever is still open."
    )
    with st.container(horizontal=True, gap="small"):
        following = next((step for step in STEPS if status(step) is not Status.DONE), None)
        to = page(following or "check")
        if st.button(f"Go on with {to.title}", type="primary", key="go-on"):
            st.switch_page(to.file)
        other = Length.FULL if plan.length is Length.QUICK else Length.QUICK
        if st.button("Get the documents", icon=":material/download:", key="get-documents"):
            st.switch_page(page("documents").file)
        st.button(
            f"Change to the {other.label.lower()}", key="length", on_click=safely(store.start), args=(other,)
        )
        if store.can_undo():
            st.button("Bring back the plan from before", key="undo", on_click=safely(store.undo))


def _sections() -> None:
    st.markdown("## Sections", anchors=False)
    for number, step in enumerate(STEPS, start=1):
        with st.container(key=f"row-section-{step}"):
            badge = status(step).badge(step)
            st.page_link(
                page(step).file, label=f":violet[{number}. {title_of(step)}] {badge}", width="stretch"
            )


def _next_time() -> None:
    """The way to the next workshop, once there is something to learn from."""
    again = asked_again(store.plan())
    if not again:
        return
    st.markdown("## Plan the next one", anchors=False)
    st.markdown(
        "Purpose, lessons and the ways in which you work are kept. Dates, bookings, counts, money and what you found "
        "at the venue are asked again. The plan that is open now can be brought back."
    )
    with st.expander(f"{len(again)} answers start again", key="next-time-list", type="compact"):
        st.markdown("\n".join(f"- {one.question.short}" for one in again))
    st.button("Start next time’s plan from this one", key="next-time", on_click=safely(_start_next_time))


def _start_next_time() -> None:
    store.open_plan(next_time(store.plan()))


def _examples() -> None:
    """The finished plans; out of the way once people have a plan of their own."""
    if not store.is_open():
        st.markdown("## See a finished example", anchors=False)
        _finished()
        return
    with st.expander("See a finished example", key="examples", type="compact"):
        _finished()


def _finished() -> None:
    for name in FINISHED:
        _example(name)
    st.markdown("Two real events, typed from what was published. The rest is not sure yet.")
    for name in PUBLISHED:
        _example(name)


def _example(name: str) -> None:
    example = _example_plan(name)
    people = example.audience.people
    words = f"{example.purpose.title}{f', {people} people' if isinstance(people, int) else ''}"
    st.button(
        plain(words),
        key=f"example-{name}",
        type="tertiary",
        on_click=safely(store.open_plan),
        args=(example,),
        wrap=True,
    )


@cache
def _example_plan(name: str) -> Plan:
    return Plan.model_validate_json((EXAMPLES / f"{name}.json").read_bytes())


def _have_ready() -> None:
    with st.container(key="panel-ready"):
        st.markdown(
            "## Have these ready\n\n"
            "- a day in mind, or a month\n"
            "- who you hope will come, and how many\n"
            "- how much money there is, even roughly\n"
            "- one disabled person to plan with you: that is where doing with begins",
            anchors=False,
        )


def _minutes(questions: int) -> int:
    return round(questions * SECONDS_A_QUESTION / 60 / 5) * 5
