"""The only list of pages: their files, names and addresses, in the order in which people walk."""

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from planner.answers import STEPS


@dataclass(frozen=True)
class Page:
    """A page of the wizard. ``why`` are the two sentences under the title of a step."""

    name: str
    title: str
    why: str = ""
    in_menu: bool = False

    @property
    def file(self) -> str:
        """Where Streamlit finds it, from the folder of app.py."""
        return f"pages/{self.name}.py"

    @property
    def is_step(self) -> bool:
        """Whether it asks questions."""
        return self.name in STEPS


PAGES = (
    Page("home", "Your plan", in_menu=True),
    Page(
        "purpose",
        "Purpose",
        "People come when they know what it is for and what they can change. "
        "Say it plainly, also where the limits are.",
    ),
    Page(
        "audience",
        "Who is coming",
        "Plan for disabled people in general, not only for those who have told you. "
        "We ask how many people need something, never who they are.",
    ),
    Page(
        "timing",
        "Timing",
        "People are at their best when the hour suits their lives and nobody sits too long. "
        "The day also decides what can still be booked.",
    ),
    Page(
        "venue",
        "Venue",
        "The place says who is welcome before anybody speaks. "
        "Look for yourself, best of all with a disabled person.",
    ),
    Page(
        "access",
        "Access",
        "Tick what you will put in place. "
        "What follows from it, in dates, people and money, appears under each tick.",
    ),
    Page(
        "methods",
        "Ways to take part",
        "People have good ideas in different ways: talking, drawing, trying things, thinking later. "
        "Choose things that people enjoy.",
    ),
    Page(
        "welcome",
        "Welcome",
        "A name badge, a friendly face and a cup of tea go a long way. "
        "Think of the first ten minutes of somebody who knows nobody.",
    ),
    Page(
        "budget",
        "Money",
        "Access is a cost like any other, and it belongs in the budget from the start. "
        "We add up what follows from your answers.",
    ),
    Page(
        "follow_up",
        "Keeping in touch",
        "People give their time and their story. "
        "They should hear what came of it, even when the news is that there is no news.",
    ),
    Page(
        "together",
        "Doing it together",
        "Doing with, not doing to: share the planning, the day and the decisions. "
        "Sharing power is a risk, and it is worth it.",
    ),
    Page(
        "barriers",
        "Barrier map",
        "Where along the way could someone be shut out? "
        "Read a row to follow one person from the first word to the last.",
        in_menu=True,
    ),
    Page("check", "Check your answers", in_menu=True),
    Page("advice", "Advice", in_menu=True),
    Page("documents", "Documents", in_menu=True),
    Page("about", "About", in_menu=True),
    Page(
        "judge",
        "How we judge",
        "Here is every rule behind our advice, with its reason, who says so and how sure we are. "
        "If you know better, trust the people you plan with.",
    ),
    Page(
        "privacy",
        "Privacy",
        "Your plan stays with you. "
        "Here is what is kept where, for how long, and what to do with what people tell you.",
    ),
)
BY_NAME = {page.name: page for page in PAGES}


def page(name: str) -> Page:
    """The page of that name. Raises KeyError where there is none."""
    return BY_NAME[name]


def title_of(step: str) -> str:
    """The title of a step, as people know it."""
    return BY_NAME[step].title


def neighbours(name: str) -> tuple[Page | None, Page | None]:
    """The pages before and after, on the main road."""
    place = PAGES.index(BY_NAME[name])
    before = PAGES[place - 1] if place else None
    after = PAGES[place + 1] if place + 1 < len(PAGES) else None
    return before, after


def navigation() -> StreamlitPage:
    """Tell Streamlit which pages there are; the steps have addresses but no place in the menu."""
    return st.navigation(
        [
            st.Page(
                one.file,
                title=one.title,
                url_path=None if one.name == "home" else one.name,
                default=one.name == "home",
                visibility="visible" if one.in_menu else "hidden",
            )
            for one in PAGES
        ],
        position="top",
    )
