"""What to do: the first five, the weeks that are left, who does what, and everything by its week."""

import streamlit as st
from pydantic import ValidationError

from pages.shared import announce, pictures, store
from pages.shared.frame import change, plain, table
from pages.shared.mishap import safely
from pages.shared.pictures import weeks_words
from planner.answers import day_words
from planner.answers.who import LONGEST_ROLE
from planner.arrangements.first_things import Week
from planner.arrangements.tasks import Notice, ToDo, When

AS_SUGGESTED = "As we suggest"


def all_of_them() -> None:
    """The whole page; while there is nothing to do, a word about where it comes from."""
    arranged = store.pack().arranged
    first_five()
    if arranged.weeks:
        _weeks(arranged.weeks)
    else:
        st.markdown("Choose a day, and each thing gets a date.")
        change("timing.day", "Choose the day", "tasks")
    _who_does_what(arranged.to_dos)
    _by_week(arranged.to_dos, arranged.weeks)


def first_five() -> None:
    """The first five things, in a panel."""
    first = store.pack().arranged.first
    if not first:
        return
    with st.container(key="panel-first"):
        st.markdown("## The first five things", anchors=False)
        st.markdown("\n".join(f"1. {_line(one)}" for one in first))


def _line(one: ToDo) -> str:
    by = f"**{_by(one)}:** " if one.start_by else ""
    who = f" ({plain(one.who)})" if one.who else ""
    return f"{by}{plain(one.if_late or one.do)}{who}"


def _by(one: ToDo) -> str:
    if one.notice in {Notice.TIGHT, Notice.TOO_LATE}:
        return "Now"
    return day_words(one.start_by) if one.start_by else "No date yet"


def _weeks(found: tuple[Week, ...]) -> None:
    st.markdown("## The weeks that are left", anchors=False)
    picture, numbers = st.columns(2, gap="medium")
    with picture:
        pictures.weeks(found)
    with numbers:
        rows = [(weeks_words(one.to_go), day_words(one.begins), f"{len(one.to_dos)}") for one in found]
        table("Things to start in each week", ("To go", "Week from", "To start"), rows, numbers=(2,))


def _who_does_what(to_dos: tuple[ToDo, ...]) -> None:
    """Three widgets for all things to do, however many there are."""
    by_id = {one.id: one for one in to_dos}
    if not by_id:
        return
    st.markdown("## Who does what", anchors=False)
    st.caption(
        "We suggest a role for each. Give it to another role, if you like. A role, please, not a name."
    )
    st.selectbox(
        "What is to be done?",
        list(by_id),
        index=None,
        format_func=lambda key: by_id[key].do if key in by_id else "",
        placeholder="Choose one thing",
        key="who-task",
    )
    roles = list(dict.fromkeys(one.who for one in to_dos if one.who))
    st.selectbox(
        "Which role does it?",
        [AS_SUGGESTED, *roles],
        index=None,
        placeholder="Choose a role, or type one of your own",
        accept_new_options=True,
        key="who-role",
    )
    st.button("Keep this role", key="who-keep", on_click=safely(_keep_role))
    if store.state.pop("who-missing", False):
        st.error(f"Choose a thing and a role. A role has at most {LONGEST_ROLE} letters.")
    decided = [(one.do, one.who) for one in to_dos if one.id in store.plan().who]
    if decided:
        table("Roles that you chose", ("What to do", "Who"), decided)


def _keep_role() -> None:
    store.take_in_answers()
    task, role = store.state.get("who-task"), store.state.get("who-role")
    if task is None or role is None:
        store.state["who-missing"] = True
        return
    try:
        store.keep(store.plan().with_who(task, "" if role == AS_SUGGESTED else role))
    except ValidationError:
        store.state["who-missing"] = True
        return
    store.state["who-task"] = None
    announce.once(f"Kept: {role}.", ".st-key-who-task input")


def _by_week(to_dos: tuple[ToDo, ...], found: tuple[Week, ...]) -> None:
    """Everything, a table for each week, drawn when somebody opens it."""
    if not to_dos:
        return
    st.markdown(f"## All {len(to_dos)} things to do", anchors=False)
    groups = {f"{weeks_words(one.to_go)}{'' if one.to_go == 0 else ' before'}": one.to_dos for one in found}
    if not found:
        groups["Before the day"] = tuple(one for one in to_dos if one.when is When.BEFORE)
    groups["On the day"] = tuple(one for one in to_dos if one.when is When.ON_THE_DAY)
    groups["After the day"] = tuple(one for one in to_dos if one.when is When.AFTER)
    for words, inside in groups.items():
        if not inside:
            continue
        name = f"{words} ({len(inside)})"
        with st.expander(name, key=f"tasks-{words}", on_change="rerun", type="compact") as opened:
            if opened.open:
                rows = [(one.do, one.who or "Not decided", _by(one)) for one in inside]
                table(words, ("What to do", "Who", "Start by"), rows)
