"""What Streamlit leaves out for people who hear the page: its language, its new heading, and short messages."""

import streamlit as st

_SCRIPT = """
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
  if (data.message && live.textContent !== data.message) live.textContent = data.message;
  const seen = window.__doingWithPage;
  window.__doingWithPage = data.page;
  if (seen === undefined || seen === data.page) return;
  const focus = (tries) => {
    const heading = document.querySelector("[data-testid=stMain] h1");
    if (heading && heading.textContent.trim() === data.title) {
      heading.tabIndex = -1;
      heading.style.outline = "none";
      heading.focus({ preventScroll: false });
      window.scrollTo(0, 0);
    } else if (tries) setTimeout(() => focus(tries - 1), 60);
  };
  focus(30);
}
"""

_mount = st.components.v2.component("doing_with_announce", html="<div></div>", js=_SCRIPT)


def page(title: str, message: str = "") -> None:
    """Move focus to the heading when the page has changed, and say a message without moving it."""
    _mount(key="announce", data={"page": title.removeprefix("Error: "), "title": title, "message": message})
