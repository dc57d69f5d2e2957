"""The plan between reruns: the only session state, and the only clock.

Streamlit keeps what people typed under the key of each widget. At the start of every run those answers are folded
into the plan. Keys carry a generation: when another plan is opened, all widgets get new keys and start from it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import streamlit as st
from pydantic import ValidationError

from pages.shared.widgets import by_question, said, turns
from planner.answers import QUESTIONS, Length, Plan
from planner.answers.mistakes import what_is_wrong
from planner.documents.opening import Opened
from planner.pack import Pack, prepare

state = st.session_state
UK = ZoneInfo("Europe/London")
BY_PATH = {one.path: one for one in QUESTIONS}


@dataclass(frozen=True)
class PutRight:
    """An answer that a button gave: what it was before, what it is now, and the question the advice was about."""

    path: str
    before: Any
    now: Any
    words: str
    about: str


def today() -> date:
    """The day it is in the UK."""
    return datetime.now(UK).date()


def plan() -> Plan:
    """The plan that is open; an empty one at first."""
    # Asked for a hundred times in a run; an empty plan takes a while to make.
    held = state.get("plan")
    if held is None:
        held = state["plan"] = Plan()
    if not isinstance(held, Plan):
        # The server took up a newer version of our files in the middle of a session, as Community Cloud does.
        held = state["plan"] = Plan.model_validate(held.model_dump(mode="json"))
    return held


def pack() -> Pack:
    """Everything that follows from the open plan, worked out once in each run."""
    held, day = plan(), today()
    ready = state.get("pack")
    if not isinstance(ready, Pack) or ready.plan is not held or ready.today != day:
        ready = prepare(held, today=day)
        state["pack"] = ready
    return ready


def put_down() -> None:
    """Hold only the answers until the next run. What follows from them is quickly worked out again, and is large.

    Files and texts stay as long as the page that shows them does.
    """
    state.pop("pack", None)
    made = state.get("made")
    if made and not made.in_use:
        del state["made"]
    elif made:
        made.in_use = False


@dataclass
class _Made:
    """What was made for this person from one plan on one day, and whether this run has looked at it."""

    plan: Plan
    day: date
    things: dict[str, Any]
    in_use: bool = True


def kept(name: str) -> Any:
    """What was made for this person from the open plan as it is now; None where it has to be made."""
    return _made().things.get(name)


def keep_made(name: str, thing: Any) -> Any:
    """Keep something made from the open plan while its page is open and neither plan nor day changes."""
    _made().things[name] = thing
    return thing


def _made() -> _Made:
    held, day = plan(), today()
    made = state.get("made")
    if not isinstance(made, _Made) or made.plan is not held or made.day != day:
        made = state["made"] = _Made(held, day, {})
    made.in_use = True
    return made


def is_open() -> bool:
    """Whether somebody has started, opened or changed a plan."""
    return bool(state.get("started")) or plan().revision > 0


def start(length: Length) -> None:
    """Begin, or go on with as many questions as people want. Nothing that was answered is lost."""
    state["started"] = True
    if plan().length is not length:
        keep(plan().model_copy(update={"length": length}))


def open_plan(other: Plan) -> None:
    """Put another plan in the place of this one; the one before can be brought back.

    A plan that was only looked at, such as an example, never pushes out somebody's own.
    """
    if plan() is not state.get("only_opened"):
        state["before"] = plan()
    state["started"] = True
    state["only_opened"] = other
    _replace(other)


def open_file_plan(other: Plan, *, is_changed: bool) -> None:
    """Open the plan of a file, and with it what people changed in the document."""
    leave_file(afresh=True)
    open_plan(other)
    if is_changed:
        keep(other)
    state["has_just_opened"] = True


def has_just_opened() -> bool:
    """Whether the plan of a file was opened since this was last asked."""
    return bool(state.pop("has_just_opened", False))


def file_key() -> str:
    """The key of the field for a file; a new one after each choice, so that the field is empty again."""
    return key("open-file", str(state.get("files", 0)))


def wait_with(opened: Opened, file_id: str) -> None:
    """Hold what was read from a file until people choose. The open plan is not touched."""
    state["waiting"], state["read_file"] = opened, file_id


def waiting() -> Opened | None:
    """What was read from a file and waits for a choice."""
    held = state.get("waiting")
    return held if isinstance(held, Opened) else None


def is_file_read(file_id: str) -> bool:
    """Whether this file is the one that waits."""
    return bool(state.get("read_file") == file_id)


def leave_file(*, afresh: bool = False) -> None:
    """Let go of what was read from a file; ``afresh`` empties its field, too."""
    for name in ("waiting", "read_file"):
        state.pop(name, None)
    if afresh:
        state["files"] = state.get("files", 0) + 1


def restore(held: Plan, before_it: Plan | None = None) -> None:
    """Go on with the plan that this device kept, and with the one before it."""
    state["before"] = before_it
    state["started"] = True
    _replace(held)


def forget() -> None:
    """Start again from nothing. No plan can be brought back."""
    for name in ("before", "pack", "started", "waiting", "read_file"):
        state.pop(name, None)
    _replace(Plan())


def before() -> Plan | None:
    """The plan that was open before this one."""
    held = state.get("before")
    return held if isinstance(held, Plan) else None


def can_undo() -> bool:
    """Whether there is a plan to bring back."""
    return before() is not None


def undo() -> None:
    """Bring back the plan that was open before."""
    held = before()
    assert held is not None
    del state["before"]
    _replace(held)


def answer(path: str, value: Any) -> None:
    """Give an answer in the place of the person, when they press a button that says so."""
    keep(plan().with_answer(path, value))
    _forget_widgets(path)


def put_answer_right(path: str, value: Any, words: str, about: str) -> None:
    """Give the answer that a piece of advice offers, and remember how to take it back."""
    state["put_right"] = PutRight(path, plan().answer(path), value, words, about)
    answer(path, value)


def put_right() -> PutRight | None:
    """What was last put right, while the answer still is that one."""
    done = state.get("put_right")
    if not isinstance(done, PutRight) or plan().answer(done.path) != plan().with_answer(
        done.path, done.now
    ).answer(done.path):
        return None
    return done


def take_back() -> None:
    """Give the answer from before something was put right."""
    done = put_right()
    if done is not None:
        answer(done.path, done.before)
        del state["put_right"]


def keep(changed: Plan) -> None:
    """Hold a changed plan, and remember when it was changed. The first change gives it an id for good."""
    state["plan"] = changed.model_copy(
        update={
            "id": changed.id or uuid4().hex,
            "revision": plan().revision + 1,
            "saved": datetime.now(UTC).replace(microsecond=0),
        }
    )


def mistakes() -> dict[str, str]:
    """What is wrong with answers that could not be taken in, by the path of their question."""
    found = state.setdefault("mistakes", {})
    assert isinstance(found, dict)
    return found


def mistakes_of(step: str) -> dict[str, str]:
    """The mistakes on the page of a step."""
    return {path: words for path, words in mistakes().items() if path.startswith(f"{step}.")}


def take_in_answers() -> None:
    """Fold what the widgets hold into the plan. What does not fit stays in its widget and is explained."""
    changed = held = plan()
    wrong: dict[str, str] = {}
    for path, widgets in by_question(state.items(), state.get("generation", 0)).items():
        if path not in BY_PATH:
            continue
        one, before = BY_PATH[path], held.answer(path)
        answer = said(one, held, widgets)
        if answer == before:
            continue
        try:
            changed = changed.with_answer(path, answer)
        except ValidationError as error:
            wrong[path] = what_is_wrong(one, error)
        else:
            if turns(one, answer, before):
                _forget_widgets(path)
    state["mistakes"] = wrong
    if changed is not held and changed != held:
        keep(changed)


def key(path: str, *part: str) -> str:
    """The key of the widget that asks for an answer, or for a part of it."""
    return ".".join((f"w{state.get('generation', 0)}", path, *part))


def seed(widget: str, value: Any) -> None:
    """What a widget shows when it is first drawn."""
    if widget not in state:
        state[widget] = value


def app_has_run() -> None:
    """Mark that app.py registered the pages; a page that Streamlit opened by itself finds no mark."""
    state["pages_are_known"] = True


def pages_are_known() -> bool:
    """Whether app.py has run in this session."""
    return bool(state.get("pages_are_known"))


def _replace(other: Plan) -> None:
    generation = state.get("generation", 0)
    for name in [name for name in state if str(name).startswith(f"w{generation}.")]:
        del state[name]
    state["generation"] = generation + 1
    state["mistakes"] = {}
    state.pop("put_right", None)
    state["plan"] = other


def _forget_widgets(path: str) -> None:
    """Let the widgets of one question start again from the plan."""
    stem = key(path)
    for name in [name for name in state if str(name) == stem or str(name).startswith(f"{stem}.")]:
        del state[name]
