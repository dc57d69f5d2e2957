"""The open plan kept in the browser of the person whose plan it is, so that closing the page loses nothing.

The browser says once in a session what it holds, and nothing is written before that. Then every run hands it the plan
as text. It writes only what differs, and never over something that this tab has not seen. The browser's half is in
`autosave.js`.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shared import store
from pages.shared.mishap import safely
from pages.shared.steps import page
from planner.answers import Plan, clock_words, day_words
from planner.documents.save_file import MOST_BYTES, CannotOpen, open_plan

REST = 3_000  # milliseconds without a key, after which what stands in a field is taken in
_KEY = "autosave"
_CSS = f".st-key-{_KEY} {{ position: absolute }}"  # it shows nothing, so it takes no room
_SCRIPT = Path(__file__).with_name("autosave.js").read_text(encoding="utf-8")

_mount = st.components.v2.component("doing_with_autosave", css=_CSS, js=_SCRIPT, isolate_styles=False)


class Trouble(StrEnum):
    """Why the plan is not saved on this device."""

    DENIED = "denied"
    FULL = "full"
    CHANGED = "changed"
    GONE = "gone"
    OTHER = "other"
    BROKEN = "broken"

    @property
    def words(self) -> str:
        """What has happened, in plain words."""
        match self:
            case Trouble.DENIED:
                return "This browser does not let us save on this device. Download a copy before you close."
            case Trouble.FULL:
                return "This device has no room to save your plan. Download a copy before you close."
            case Trouble.CHANGED:
                return (
                    "This plan was changed in another tab. Show the other one, or keep this one. "
                    "Until you choose, nothing more is saved from here."
                )
            case Trouble.GONE:
                return "This plan was forgotten in another tab. Forget it here too, or keep this one."
            case Trouble.OTHER:
                return (
                    "Another plan is saved on this device. Show the other one, or keep this one in its place. "
                    "Until you choose, this one is not saved."
                )
            case Trouble.BROKEN:
                return "We cannot open the plan that is saved on this device, so we save nothing over it."

    @property
    def waits(self) -> bool:
        """Whether somebody has to choose before anything is written again."""
        return self in {Trouble.CHANGED, Trouble.GONE, Trouble.OTHER, Trouble.BROKEN}


@dataclass
class _Kept:
    """What this session knows of the browser."""

    session: str = field(default_factory=lambda: secrets.token_hex(8))
    runs: int = 0
    answered: bool = False
    shows_other: bool = False
    trouble: Trouble | None = None
    order: str = ""
    asks_to_forget: bool = False
    has_forgotten: bool = False
    plan: Plan | None = None
    text: str = ""
    at: datetime | None = None


def keep_on_this_device() -> None:
    """Restore what the browser holds, hand it what has changed, and say what went wrong. Once in every run."""
    kept = _kept()
    said = heard()
    _hear_first(kept, said.get("boot"))
    _hear_later(kept, said.get("told"))
    _mount(key=_KEY, data=_for_browser(kept), on_boot_change=_only_listen, on_told_change=_only_listen)
    with st.container():  # what is said comes and goes, and moves nothing on the page below
        _say(kept)


def heard() -> Mapping[str, Any]:
    """What the browser said since the last run; nothing where no browser runs scripts."""
    said = store.state.get(_KEY)
    return said if isinstance(said, Mapping) else {}


def where_it_is_kept() -> str:
    """The words at the top of every page: saved on this device and when, or not saved."""
    kept = _kept()
    if not kept.answered or kept.trouble:
        return "Not saved on this device. Download a copy before you close."
    if kept.at is None:
        return "Saved on this device as you answer"
    zone = _zone()
    at, today = kept.at.astimezone(zone), datetime.now(zone).date()
    on = "" if at.date() == today else f" on {day_words(at.date())}"
    return f"Saved on this device{on} at {clock_words(at.time())}"


def on_this_device() -> None:
    """For the home page: where the plan is kept, and the way to have it forgotten."""
    kept = _kept()
    if kept.trouble is Trouble.DENIED:
        st.caption(Trouble.DENIED.words)
    else:
        st.caption(
            "Your plan is saved in this browser, on this device. "
            "On a shared computer, forget it when you have finished."
        )
    if store.is_open() and kept.trouble is not Trouble.BROKEN:
        _forget_buttons(
            kept,
            "Forget this plan on this device",
            "This cannot be undone. All answers go, here and on this device. Download a copy if you need one.",
        )


def _kept() -> _Kept:
    kept = store.state.get("kept")
    if not isinstance(kept, _Kept):
        kept = store.state["kept"] = _Kept()
    return kept


def _hear_first(kept: _Kept, boot: Any) -> None:
    """The browser's answer to what it holds, taken in once."""
    if kept.answered or not isinstance(boot, Mapping):
        return
    if not str(boot.get("ask")).startswith(f"{kept.session}."):
        return  # it was said to an earlier session
    kept.answered = True
    match boot.get("found"):
        case "plan":
            _take_in(kept, boot)
        case "nothing" if kept.shows_other:
            store.forget()
        case "broken":
            kept.trouble = Trouble.BROKEN
        case "denied":
            kept.trouble = Trouble.DENIED
    kept.shows_other = False


def _take_in(kept: _Kept, boot: Mapping[str, Any]) -> None:
    held = _opened(boot.get("plan"))
    if held is None:
        kept.trouble = Trouble.BROKEN
        return
    if kept.shows_other:
        store.open_plan(held)
    elif not store.is_open() or boot.get("again") is True:
        # A page that finds a new server sends it what its fields show: pieces of the plan that the browser has whole.
        store.restore(held, _opened(boot.get("before")))
    elif held != store.plan():
        kept.trouble = Trouble.OTHER
        return
    kept.plan, kept.text, kept.at = store.plan(), store.plan().to_json(), _moment(boot.get("at"))


def _hear_later(kept: _Kept, told: Any) -> None:
    """What the browser met since: another tab, no room, room again."""
    if not kept.answered or not isinstance(told, Mapping) or told.get("session") != kept.session:
        return
    match told.get("what"):
        case "kept":
            kept.trouble = None
        case "forgotten":
            kept.has_forgotten = True
        case "changed" | "gone" as what if store.is_open():
            kept.trouble = Trouble(what)
        case "full" | "denied" as what:
            kept.trouble = Trouble(what)


def _for_browser(kept: _Kept) -> dict[str, Any]:
    kept.runs += 1
    return {
        "session": kept.session,
        "ask": "" if kept.answered else f"{kept.session}.{kept.runs}",
        "order": kept.order,
        "trouble": kept.trouble or "",
        "plan": _text(kept),
        "before": before.to_json() if (before := store.before()) and before.revision else None,
        "most": MOST_BYTES,
        "rest": REST,
    }


def _text(kept: _Kept) -> str | None:
    """The plan to write; nothing before the browser answered, while somebody has to choose, or when it is empty."""
    held = store.plan()
    if not kept.answered or not store.is_open() or (kept.trouble and kept.trouble.waits):
        return None
    if held == Plan() and not kept.text:
        return None
    if held is not kept.plan:
        kept.plan, kept.text, kept.at = held, held.to_json(), datetime.now(UTC)
    return kept.text


def _say(kept: _Kept) -> None:
    """What people have to know, above every page, with the ways out."""
    if kept.has_forgotten:
        kept.has_forgotten = False
        st.success("The plan on this device is forgotten.")
    if kept.trouble is None or kept.trouble is Trouble.DENIED:
        return
    with st.container(key="look-not-saved", gap="small"):
        _alert(kept.trouble.words)
        if kept.trouble is Trouble.FULL:
            st.page_link(page("documents").file, label="Go to Documents")
        elif kept.trouble is Trouble.BROKEN:
            _forget_buttons(
                kept, "Forget the plan we cannot open", "This cannot be undone. What you answered here stays."
            )
        else:
            other = "Forget it here too" if kept.trouble is Trouble.GONE else "Show the other one"
            with st.container(horizontal=True, gap="small"):
                st.button(other, key="other-plan", on_click=safely(_show_other), args=(kept,))
                st.button("Keep this one", key="this-plan", on_click=safely(_keep_this), args=(kept,))


def _forget_buttons(kept: _Kept, label: str, warning: str) -> None:
    st.button(label, key="forget", on_click=safely(_ask_to_forget), args=(kept, True))
    if kept.asks_to_forget:
        _alert(warning)
        with st.container(horizontal=True, gap="small"):
            st.button("Yes, forget it", key="forget-yes", on_click=safely(_forget), args=(kept,))
            st.button("No, keep it", key="forget-no", on_click=safely(_ask_to_forget), args=(kept, False))


def _alert(words: str) -> None:
    """Our own words, said at once to people who hear the page."""
    st.html(f"<p role='alert' style='margin:0'>{words}</p>")


def _show_other(kept: _Kept) -> None:
    """Ask the browser again, and open what it holds whatever is open here. That can be brought back."""
    store.state["kept"] = _Kept(shows_other=True, order=kept.order)


def _keep_this(kept: _Kept) -> None:
    kept.trouble, kept.plan = None, None
    kept.order = f"keep {secrets.token_hex(8)}"


def _ask_to_forget(kept: _Kept, asks: bool) -> None:  # noqa: FBT001  what a button hands over
    kept.asks_to_forget = asks


def _forget(kept: _Kept) -> None:
    if kept.trouble is not Trouble.BROKEN:
        store.forget()
    kept.order = f"forget {secrets.token_hex(8)}"
    kept.asks_to_forget, kept.trouble = False, None
    kept.plan, kept.text, kept.at = None, "", None


def _opened(text: Any) -> Plan | None:
    try:
        return open_plan(text.encode(errors="surrogatepass")) if isinstance(text, str) else None
    except CannotOpen:
        return None


def _moment(words: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(words))
    except ValueError:
        return None
    return at if at.tzinfo else None


def _zone() -> tzinfo:
    """Where the device is, as far as it says so."""
    try:
        return ZoneInfo(st.context.timezone or store.UK.key)
    except (KeyError, ValueError):
        return store.UK


def _only_listen() -> None:
    """Streamlit passes on only what somebody listens to; we read it at the start of the run."""
