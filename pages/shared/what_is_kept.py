"""Privacy in plain words: what the planner keeps, and what organisers do with what people tell them."""

import streamlit as st

from pages.shared import autosave, store
from pages.shared.frame import table
from pages.shared.steps import page
from planner.answers import day_words

WHERE = (
    (
        "Your answers",
        "In this browser, on your device",
        "Until you forget them, or clear what your browser keeps",
    ),
    (
        "The plan you had open before",
        "In this browser, beside your answers",
        "Until you open another, or forget them",
    ),
    (
        "The same, while you work",
        "In the memory of our server",
        "Until you close the page; two minutes more, in case your line was cut",
    ),
    (
        "A file that you open here",
        "In the memory of our server",
        "Until you close the page",
    ),
    (
        "A file that you download",
        "Where you save it",
        "As long as you keep it; your answers are in the Word and Excel files, too",
    ),
    (
        "A mark that links your browser to the server",
        "In a cookie; it says nothing about you",
        "Until you close your browser",
    ),
    (
        "What went wrong on our server",
        "In its log, without a word that you typed",
        "As long as whoever runs the server keeps logs",
    ),
)


def here() -> None:
    """What the planner itself keeps, and the way to have it forgotten."""
    st.markdown(
        """
- You need no account. We do not ask who you are.
- We do not track you. There are no adverts, no counters and nothing from other websites.
- Nothing that you type goes to another company or to an AI service.
- Your answers are in no database. Our server writes them to no disk.
"""
    )
    table("What is kept, where, and for how long", ("What", "Where", "For how long"), WHERE)
    st.markdown(
        "Whoever uses the same browser can read your plan. Download a copy before you forget it here."
    )
    autosave.on_this_device()
    st.markdown(
        "The server itself may stand at a company that runs servers. Ask whoever gave you this address."
    )


def with_you() -> None:
    """What an organiser does with the access needs of people, and by when."""
    st.markdown(
        """
## What people tell you about access

When somebody tells you what they need, they trust you with something private. In law, it is often health information,
and that is protected more than most. This is information, not legal advice.

- **Count, do not name.** This planner asks how many people need something, never who.
  Please type no names or health conditions.
- **Ask only for what you will act on.** Ask what would help somebody to take part. You never need a diagnosis.
- **Say why you ask,** who will see it, and when you delete it. Our reply form says it for you.
- **Ask for a clear yes,** and make it easy to take it back.
- **Keep one list,** locked, that two people at most can open. No copies in emails, none on the welcome desk.
- **Share the need, not the person.** The caterer has to know about two vegan lunches, not whose they are.
- **In a small group, numbers can point at somebody.** Think before you hand your plan on.
"""
    )
    st.markdown("## When you delete it", anchors=False)
    due = [do for do in store.pack().arranged.to_dos if do.id.startswith("chores.delete_requests.")]
    st.markdown("These are in the things to do of every plan.")
    rows = [
        (do.do, (do.start_by and day_words(do.start_by)) or "When the day is known", do.who) for do in due
    ]
    table("Deleting what people told you", ("What to do", "By", "Who"), rows)
    st.page_link(page("documents").file, label="Go to Documents")
