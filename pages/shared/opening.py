"""Opening a plan from a file: what is in it beside what is open now, and nothing changes before people choose."""

from datetime import datetime

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain, table
from pages.shared.mishap import safely
from planner.answers import QUESTIONS, Plan, clock_words, day_words, given, is_shown
from planner.documents import CannotOpen, open_file
from planner.documents.answers_table import Change
from planner.documents.opening import Opened, Source

MEGABYTES = 10
LONGEST_SHOWN = 600  # letters of one answer, old or new

WHAT_THE_FILES_HOLD = (
    "A Word plan and an Excel checklist hold **every** answer, also those that are not printed. "
    "Word, Excel and LibreOffice usually keep your answers inside. Online editors, and tools that take out "
    "personal information, may not. So keep the .json file beside them.\n\n"
    "For other people, download the copy to share. It looks the same, and the plan is not inside. "
    "What you make for the people you invite and for those you book never holds the plan."
)


def a_saved_plan() -> None:
    """The field for a file and, below it, what is in the file that was chosen."""
    _choose_a_file()
    if store.has_just_opened():
        st.success("This plan is open now. The one from before can be brought back at the top of this page.")
    opened = store.waiting()
    if opened is not None:
        _what_is_in_it(opened)


def _choose_a_file() -> None:
    st.markdown("## Go on with a saved plan", anchors=False)
    uploaded = st.file_uploader(
        "Your plan file (JSON, Word or Excel)",
        type=["json", "docx", "xlsx"],
        key=store.file_key(),
        max_upload_size=MEGABYTES,
    )
    st.caption("Up to 10 MB. We read it here and send it nowhere else. We ask before anything changes.")
    with st.expander("What these files hold", key="what-files-hold", type="compact"):
        st.markdown(WHAT_THE_FILES_HOLD)
    if uploaded is None:
        store.leave_file()
        return
    if store.is_file_read(uploaded.file_id):
        return
    try:
        opened = open_file(uploaded.getvalue())
    except CannotOpen as problem:
        store.leave_file()
        st.error(f"{plain(str(problem))} {_untouched()}")
        return
    store.wait_with(opened, uploaded.file_id)


def _what_is_in_it(opened: Opened) -> None:
    """The plan of a file beside the one that is open, with the choice between them."""
    with st.container(key="panel-opening", gap="small"):
        st.markdown("### Open the plan in this file?", anchors=False)
        st.html("<p role='alert' class='dw-ear'>We have read your file. Choose whether to open its plan.</p>")
        _side_by_side(opened)
        for note in opened.notes:
            st.markdown(plain(note))
        _left_out(opened)
        _changes(opened)
        _choice(opened)


def _side_by_side(opened: Opened) -> None:
    now = store.plan() if _is_something_open() else None
    inside = _facts(opened.plan)
    rows = [(name, words, _facts(now)[name]) if now else (name, words) for name, words in inside.items()]
    source = f"{opened.source.words[0].upper()}{opened.source.words[1:]}"
    rows.append(("Read from", source, "–") if now else ("Read from", source))
    head = ("What", "In this file", "Open now") if now else ("What", "In this file")
    table("The plan in the file, and the plan that is open" if now else "The plan in the file", head, rows)


def _facts(plan: Plan) -> dict[str, str]:
    """What tells two plans apart."""
    shown = [one for one in QUESTIONS if is_shown(one, plan)]
    answered = sum(given(plan.answer(one.path)) for one in shown)
    day = plan.timing.day
    return {
        "Name of the workshop": plan.purpose.title.strip() or "No name yet",
        "Day": "Not sure yet" if isinstance(day, str) else day_words(day) if day else "No day yet",
        "Answers": f"{answered} of {len(shown)} questions",
        "Last change": _moment(plan.saved) if plan.saved else "Not known",
    }


def _moment(moment: datetime) -> str:
    at = moment.astimezone(store.UK) if moment.tzinfo else moment
    return f"{day_words(at.date())} at {clock_words(at.time())}"


def _left_out(opened: Opened) -> None:
    if not opened.left_out:
        return
    lines = "\n".join(f"- {plain(one.words)}" for one in opened.left_out)
    st.markdown(
        f"**These could not be taken in.** Everything else is kept; the file itself stays as it is.\n\n{lines}"
    )


def _changes(opened: Opened) -> None:
    """Answers that read differently in the document: each with the old and the new words, to choose from."""
    taken = [change for change in opened.changes if change.understood]
    others = [change for change in opened.changes if not change.understood]
    if taken:
        many = "1 answer was" if len(taken) == 1 else f"{len(taken)} answers were"
        st.markdown(f"**{many} changed in the document.** Tick what you want to take in.")
    for change in taken:
        widget = _take_key(change)
        store.seed(widget, value=True)
        st.checkbox(f"Take in: {plain(change.short)}", key=widget)
        st.markdown(f"Before: {_shown(change.before)}\n\nIn the document: {_shown(change.after)}")
    for change in others:
        st.markdown(
            f"**{plain(change.short)}** reads “{_shown(change.after)}” in the document. "
            "That is not one of our options, so it stays as it was. You can choose it on the page."
        )


def _choice(opened: Opened) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button("Open this plan", type="primary", key="open-this", on_click=safely(_open), args=(opened,))
        keep = "Keep the one that is open" if _is_something_open() else "Do not open it"
        st.button(keep, key="keep-open", on_click=safely(store.leave_file), kwargs={"afresh": True})
        if opened.other is not None:
            st.button(
                "Open the older copy", key="open-other", on_click=safely(_open_other), args=(opened.other,)
            )
    if _is_something_open():
        st.caption("The plan that is open now can be brought back afterwards.")


def _open(opened: Opened) -> None:
    wanted = frozenset(
        change.path for change in opened.changes if st.session_state.get(_take_key(change), True)
    )
    store.open_file_plan(
        opened.with_changes(wanted), is_changed=bool(wanted) or opened.source is Source.TABLE
    )


def _open_other(plan: Plan) -> None:
    store.open_file_plan(plan, is_changed=False)


def _take_key(change: Change) -> str:
    return store.key("take", change.path)


def _is_something_open() -> bool:
    return store.is_open() and store.plan() != Plan(length=store.plan().length)


def _untouched() -> str:
    return "The plan that was open is untouched."


def _shown(words: str) -> str:
    """Some words of an answer on one line."""
    line = " ".join(words.split())
    if not line:
        return "no answer"
    return plain(line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…")
