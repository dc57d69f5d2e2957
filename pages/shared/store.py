"""The plan between reruns: the only session state, and the only clock.

Streamlit keeps what people typed under the key of each widget. At the start of every run those answers are folded
into the plan. Keys carry a generation: when another plan is opened, all widgets get new keys and start from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import streamlit as st
from pydantic import ValidationError

from planner.answers import NOT_SURE, QUESTIONS, Asked, Kind, Length, Plan
from planner.answers.mistakes import what_is_wrong
from planner.documents.opening import Opened
from planner.pack import Pack, prepare

state = st.session_state
UNSURE = "unsure"
UK = ZoneInfo("Europe/London")


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
    for one in QUESTIONS:
        said = _said(one, held)
        if said == held.answer(one.path):
            continue
        try:
            changed = changed.with_answer(one.path, said)
        except ValidationError as error:
            wrong[one.path] = what_is_wrong(one, error)
        else:
            if _turns(one, said, held.answer(one.path)):
                _forget_widgets(one.path)
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


def _said(one: Asked, held: Plan) -> Any:
    """What the widgets of a question say; the answer in the plan where they are not there."""
    answer_now = held.answer(one.path)
    match one.kind:
        case Kind.TICKS:
            ticked = set(answer_now)
            for part, value in _parts(one.path):
                (ticked.add if value else ticked.discard)(part)
            return answer_now if ticked == set(answer_now) else _one_or_many(ticked, answer_now)
        case Kind.COUNTS:
            return _counts(one.path, dict(answer_now))
        case Kind.FEATURES:
            return _features(one.path, dict(answer_now))
        case Kind.ACTIVITIES:
            return _activities(one.path, answer_now)
        case Kind.DAY | Kind.NUMBER:
            said = state.get(key(one.path))
            if answer_now == NOT_SURE and said is not None:
                return said  # typing an answer takes "not sure yet" back
            if state.get(key(one.path, UNSURE), answer_now == NOT_SURE):
                return NOT_SURE
            return state.get(key(one.path), None if answer_now == NOT_SURE else answer_now)
        case _:
            return state.get(key(one.path), answer_now)


def _turns(one: Asked, said: Any, before: Any) -> bool:
    """Whether "not sure yet" came or went, which empties the other widgets of the question, or the tick itself."""
    match one.kind:
        case Kind.TICKS:
            return NOT_SURE in {*said, *before}
        case Kind.DAY | Kind.NUMBER:
            return NOT_SURE in {said, before}
        case _:
            return False


def _parts(path: str) -> Iterator[tuple[str, Any]]:
    """The parts of a question that have a widget of their own, with what it holds."""
    stem = f"{key(path)}."
    for name, value in state.items():
        if str(name).startswith(stem):
            yield str(name).removeprefix(stem), value


def _one_or_many(ticked: set[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """The ticks, where "not sure yet" unticks the rest when it is ticked last, and gives way to anything else."""
    if NOT_SURE in ticked and NOT_SURE not in before:
        return (NOT_SURE,)
    return tuple(ticked - {NOT_SURE}) if len(ticked) > 1 else tuple(ticked)


def _counts(path: str, counts: dict[str, Any]) -> dict[str, Any]:
    said = dict(_parts(path))
    for part, value in said.items():
        need, _, field = part.partition(".")
        if field:
            continue
        if value:
            counts[need] = said.get(f"{need}.count", counts.get(need)) or NOT_SURE
        else:
            counts.pop(need, None)
    return counts


def _features(path: str, features: dict[str, Any]) -> dict[str, Any]:
    for part, value in _parts(path):
        if value is None:
            features.pop(part, None)
        else:
            features[part] = value
    return features


def _activities(path: str, activities: tuple[Any, ...]) -> Any:
    said = dict(_parts(path))
    changed = [
        {
            "method": one.method,
            "title": said.get(f"{place}.title", one.title),
            "minutes": said.get(f"{place}.minutes", one.minutes),
        }
        for place, one in enumerate(activities)
    ]
    before = [one.model_dump() for one in activities]
    return activities if changed == before else changed
