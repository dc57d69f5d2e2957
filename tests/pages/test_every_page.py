"""Every page shows itself, whatever is in the plan."""

from pathlib import Path

import pytest

from pages.shared.steps import PAGES
from planner.answers import QUESTIONS, STEPS, Length, Plan
from tests.pages.filled import examples, filled, hostile
from tests.pages.wizard import go, markdown_on, opened, press, visit, widget

PLANS = {
    "empty": Plan(),
    "quick": Plan(length=Length.QUICK),
    "filled": filled(),
    "hostile": hostile(),
    **examples(),
}
ROAD = [page for page in PAGES if page.name not in {"home", "accessibility", "about", "judge", "privacy"}]
MARKUP = ("![x](http://evil.example/x.png)", "<script>alert(1)</script>", ":red[hi]", "$x$", "**R&D**")


def test_the_list_of_pages_is_the_folder() -> None:
    folder = Path(__file__).parents[2] / "pages"

    files = {file.stem for file in folder.glob("*.py")}

    assert files == {page.name for page in PAGES}


def test_the_steps_are_pages_in_the_order_in_which_they_are_asked() -> None:
    names = tuple(page.name for page in PAGES if page.is_step)

    assert names == STEPS


def test_a_first_visitor_can_see_every_page() -> None:
    at = visit()

    titles = {page.name: len(go(at, page.name).title) for page in PAGES}

    assert titles == {page.name: 1 for page in PAGES}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_every_page_shows_any_plan(plan: Plan) -> None:
    at = opened(plan)

    shown = {page.name: go(at, page.name).title[0].value for page in PAGES if page.name != "home"}

    assert shown == {page.name: page.title for page in PAGES if page.name != "home"}


def test_what_somebody_typed_is_never_markup_on_a_page() -> None:
    at = opened(filled([" ".join(MARKUP)]))
    found: dict[str, list[str]] = {}

    for page in PAGES:
        go(at, page.name)
        found[page.name] = [words for words in markdown_on(at) if any(typed in words for typed in MARKUP)]
        found[page.name] += [html.value for html in at.html if "<script" in html.value]

    assert found == {page.name: [] for page in PAGES}


def test_every_question_of_a_step_has_a_heading_and_a_widget() -> None:
    at = opened(filled())
    missing: list[str] = []

    for step in STEPS:
        go(at, step)
        headings = [markdown.value.partition("\n")[0] for markdown in at.markdown]
        keys = [str(getattr(node, "key", "")) for node in at]
        missing += [
            one.path
            for one in QUESTIONS
            if one.step == step
            and (
                f"## {one.question.words}" not in headings or not any(f"w0.{one.path}" in key for key in keys)
            )
        ]

    assert missing == []


def test_continue_leads_over_all_pages_in_order() -> None:
    at = press(opened(Plan()), "go-on")
    seen = [at.title[0].value]

    for _ in ROAD[1:]:
        press(at, "way_on")
        seen.append(at.title[0].value)

    assert seen == [page.title for page in ROAD]


def test_back_leads_to_the_page_before() -> None:
    at = opened(Plan(), "venue")

    press(at, "way_back")

    assert at.title[0].value == "Timing"


@pytest.mark.parametrize("length", Length)
def test_starting_asks_the_first_question(length: Length) -> None:
    at = visit()

    press(at, f"start-{length.value}")

    assert at.title[0].value == "Purpose"
    assert widget(at, "purpose.title").value == ""
    assert at.session_state["plan"].length is length
