"""The library on the page about methods: narrowed down by what people want, and added from."""

from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from planner.catalogue import catalogue
from planner.catalogue.entries import Aim
from tests.pages.wizard import do, markdown_on, opened, plan_of, widget

PLAN = Plan.model_validate(
    {"audience": {"people": 12, "needs": {"bsl_users": 2}}, "venue": {"place": "in_person"}}
)


def library(plan: Plan = PLAN) -> AppTest:
    """The page with the library open."""
    at = opened(plan, "methods")
    at.session_state["library"] = True
    return do(at)


def count(at: AppTest) -> int:
    (line,) = [words for words in markdown_on(at) if "ways** fit" in words]
    return int(line.removeprefix("**").split()[0])


def test_it_starts_from_what_the_plan_says() -> None:
    at = library()

    assert widget(at, "library-people").value == 12
    assert widget(at, "library-who").value == ["bsl_users"]
    assert widget(at, "library-place").value == "in_person"


def test_each_wish_narrows_it() -> None:
    at = library()
    everything = count(at)

    widget(at, "library-aim").set_value(Aim.CHOOSE)
    for_choosing = count(do(at))
    widget(at, "library-group").set_value(6)
    in_sixes = count(do(at))

    assert 0 < in_sixes < for_choosing < everything <= len(catalogue().methods)


def test_each_says_why_it_fits_and_can_be_added() -> None:
    at = library()

    shown = [words for words in markdown_on(at) if words.startswith("Why it fits")]
    (first, *_) = [
        button for button in at.button if str(button.key).startswith("add-") and button.key != "add-activity"
    ]
    first.click()
    do(at)

    assert shown
    assert [one.method for one in plan_of(at).methods.activities] == [str(first.key).removeprefix("add-")]
