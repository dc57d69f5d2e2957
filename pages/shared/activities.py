"""What people do together: the activities in their order, and two ways to add one."""

import streamlit as st

from pages.shared import announce, store
from pages.shared.frame import plain
from pages.shared.library import library
from pages.shared.mishap import safely
from planner.answers import Activity, Asked
from planner.answers.question import MOST_ACTIVITIES
from planner.catalogue import catalogue
from planner.catalogue.entries import Method


def activities(one: Asked) -> None:
    """The activities, each with its name, minutes and place in the order, and what could be added."""
    chosen: tuple[Activity, ...] = store.plan().answer(one.path)
    for place, activity in enumerate(chosen):
        _activity(one, place, activity, last=len(chosen) - 1)
    if len(chosen) < MOST_ACTIVITIES:
        _add_activity()
    else:
        st.caption(f"A plan holds {MOST_ACTIVITIES} activities at most. Take one out to add another.")


def _activity(one: Asked, place: int, activity: Activity, last: int) -> None:
    method = catalogue().methods[activity.method] if activity.method else None
    name = activity.title or (method.label if method else "An activity of your own")
    with st.container(key=f"row-activity-{place}", gap="small"):
        st.markdown(f"### {place + 1}. {plain(name)}", anchors=False)
        if method:
            st.caption(plain(method.explain))
            if not method.on_the_day:
                st.caption("It happens before, after or beside the day, so it takes no time in the agenda.")
        for field, draw in (("title", _activity_title), ("minutes", _activity_minutes)):
            draw(store.key(one.path, str(place), field), activity, method)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            if place > 0:
                _arrow(name, "up", place, place - 1)
            if place < last:
                _arrow(name, "down", place, place + 1)
            st.button(
                f"Take out:small[ {plain(name)}]",
                key=f"take-out-{place}",
                on_click=safely(_take_out),
                args=(place, name),
            )


def _arrow(name: str, way: str, place: int, to: int) -> None:
    """The eye sees an arrow, the ear hears the words. Focus goes with the activity to its new place."""
    words = f":small[Move {plain(name)} {'earlier' if way == 'up' else 'later'}]"
    icon = f":material/arrow_{way}ward:"
    st.button(words, key=f"{way}_{place}", icon=icon, on_click=safely(_move), args=(place, to, name, way))


def _activity_title(widget: str, activity: Activity, _method: Method | None) -> None:
    store.seed(widget, activity.title)
    st.text_input("Your own name for it, if you like", key=widget, persist_state="session")


def _activity_minutes(widget: str, activity: Activity, method: Method | None) -> None:
    store.seed(widget, activity.minutes)
    usual = f"Usually {method.minutes[1]}" if method else "How long?"
    st.number_input(
        "Minutes, if you want to set them",
        min_value=5,
        value=None,
        step=5,
        placeholder=usual,
        key=widget,
        persist_state="session",
        width=260,
    )


def _add_activity() -> None:
    methods = catalogue().methods
    chosen = "choose-activity"
    st.selectbox(
        "Something to do together",
        [*methods, ""],
        index=None,
        format_func=lambda key: _method_line(methods[key]) if key else "Something of your own",
        placeholder="Choose what to add",
        key=chosen,
    )
    st.button(
        "Add it", key="add-activity", on_click=safely(_add_chosen), args=(chosen,), icon=":material/add:"
    )
    library(_add)


def _method_line(method: Method) -> str:
    return f"{method.label}: {method.size[0]} to {method.size[1]} people, about {method.minutes[1]} minutes"


def _add_chosen(chosen: str) -> None:
    method = st.session_state.get(chosen)
    if method is not None:
        _add(method)
        st.session_state[chosen] = None


def _add(method: str) -> None:
    store.take_in_answers()
    added = Activity(method=method or None)
    store.answer("methods.activities", (*store.plan().methods.activities, added))
    name = catalogue().methods[method].label if method else "Something of your own"
    announce.once(f"{name} is added at the end.")


def _move(place: int, to: int, name: str, way: str) -> None:
    store.take_in_answers()
    activities = list(store.plan().methods.activities)
    activities.insert(to, activities.pop(place))
    store.answer("methods.activities", tuple(activities))
    other = "down" if way == "up" else "up"
    announce.once(
        f"{name} is now number {to + 1} of {len(activities)}.",
        f".st-key-{way}_{to} button",
        f".st-key-{other}_{to} button",
    )


def _take_out(place: int, name: str) -> None:
    store.take_in_answers()
    activities = list(store.plan().methods.activities)
    del activities[place]
    store.answer("methods.activities", tuple(activities))
    announce.once(f"{name} is taken out.", ".st-key-q-methods-activities h2")
