"""What Streamlit leaves out for people who hear the page: its language, its new heading, short messages, and focus."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from pages.shared import store

_SCRIPT = """
const FIELD = ":is(input:not([type=file]), textarea, [role=spinbutton])";
const TRIES = 40, PAUSE = 60;  // Streamlit draws a page bit by bit

function focusFirst(selectors, tries, ready = () => true) {
  const found = ready() && selectors.map((one) => document.querySelector(one)).find(Boolean);
  if (found) {
    if (found.matches("h1, h2, .dw-mistakes")) {
      found.tabIndex = -1;
      found.style.outline = "none";
    }
    found.focus({ preventScroll: false });
    if (found.matches("h1")) window.scrollTo(0, 0);
    else found.scrollIntoView({ block: "center" });
  } else if (tries) setTimeout(() => focusFirst(selectors, tries - 1, ready), PAUSE);
}

// A link of the list of mistakes leads to its field.
function follow(event) {
  const link = event.target.closest?.("a[href^='#q-']");
  if (!link) return;
  event.preventDefault();
  focusFirst([`.st-key-${link.hash.slice(1)} ${FIELD}`], 1);
}

// Streamlit has no way to say that an answer was not taken in, and why.
function mark(wrong) {
  for (const was of document.querySelectorAll("[data-doing-with-wrong]")) {
    was.removeAttribute("aria-invalid");
    was.removeAttribute("aria-describedby");
    delete was.dataset.doingWithWrong;
  }
  for (const name of wrong) {
    const here = document.querySelector(`.st-key-${name} ${FIELD}`);
    if (!here) continue;
    here.setAttribute("aria-invalid", "true");
    here.setAttribute("aria-describedby", `wrong-${name}`);
    here.dataset.doingWithWrong = "yes";
  }
}

export default function ({ data, parentElement }) {
  document.documentElement.lang = "en-GB";
  const root = parentElement;
  let live = root.querySelector("[role=status]");
  if (!live) {
    live = document.createElement("p");
    live.setAttribute("role", "status");
    live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
    root.appendChild(live);
  }
  const held = (window.__doingWith ??= { page: undefined, once: "" });
  if (!held.listening) {
    held.listening = true;
    document.addEventListener("click", follow);
  }
  clearTimeout(held.marking);
  held.marking = setTimeout(() => mark(data.wrong), 400);  // when the fields are there
  const came = held.page !== undefined && held.page !== data.page;
  held.page = data.page;
  if (data.once && data.once !== held.once) {
    held.once = data.once;
    live.textContent = "";
    setTimeout(() => { live.textContent = data.message; }, PAUSE);  // a message that comes again is said again
    if (data.focus.length) return focusFirst(data.focus, TRIES);
  }
  if (!came) return;
  const heading = () => document.querySelector("[data-testid=stMain] h1")?.textContent.trim() === data.title;
  focusFirst([data.arrive || "[data-testid=stMain] h1"], TRIES, heading);
}
"""

_mount = st.components.v2.component("doing_with_announce", html="<div></div>", js=_SCRIPT)


@dataclass(frozen=True)
class _Once:
    """Something to say or to move focus to, one time."""

    message: str = ""
    focus: tuple[str, ...] = ()
    name: str = field(default_factory=lambda: secrets.token_hex(4))


def page(title: str, arrive: str = "", wrong: Sequence[str] = ()) -> None:
    """Move focus to the heading when the page has changed, and do what was asked for once.

    ``arrive`` is a selector that gets the focus in place of the heading. ``wrong`` are the keys of questions whose
    answer could not be taken in.
    """
    once = store.state.get("once")
    if not isinstance(once, _Once):
        once = _Once(name="")
    where = f"{title} {arrive}".strip()
    data = {"page": where, "title": title, "arrive": arrive, "wrong": [*wrong]}
    data |= {"once": once.name, "message": once.message, "focus": [*once.focus]}
    _mount(key="announce", data=data)


def once(message: str = "", *focus: str) -> None:
    """In the next run, say a message and move focus to the first of these selectors that is on the page."""
    store.state["once"] = _Once(message, focus)
