"""What to do first, how much there is in each week, and who does it."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from planner.answers.who import LONGEST_ROLE
from tests.pages.filled import examples
from tests.pages.wizard import do, found, markdown_on, opened, pack_of, plan_of, press

POOL = examples()["changing-rooms"]
TASK = "chores.plan_together.ask"


def kept(role: str | None) -> AppTest:
    """The page on which somebody gave a thing to do to a role."""
    at = opened(POOL, "tasks")
    found(at, "who-task").set_value(TASK)
    if role is not None:
        found(at, "who-role").set_value(role)
    return press(at, "who-keep")


@pytest.mark.parametrize("page", ["home", "tasks"])
def test_the_first_five_things_stand_on_the_way(page: str) -> None:
    at = opened(POOL, page)

    (panel,) = [words for words in markdown_on(at) if words.startswith("1. ")]

    assert len(panel.splitlines()) == 5


def test_another_role_is_kept_with_the_plan_and_shown() -> None:
    at = kept("Money person")

    assert plan_of(at).who == {TASK: "Money person"}
    assert any("Roles that you chose" in html.value and "Money person" in html.value for html in at.html)


def test_as_we_suggest_takes_it_back() -> None:
    at = kept("Money person")

    found(at, "who-task").set_value(TASK)
    found(at, "who-role").set_value("As we suggest")
    press(at, "who-keep")

    assert plan_of(at).who == {}


def test_without_a_role_nothing_is_kept_and_the_page_says_so_once() -> None:
    at = kept(None)
    told = [error.value for error in at.error]

    do(at)

    assert told == [f"Choose a thing and a role. A role has at most {LONGEST_ROLE} letters."]
    assert not at.error
    assert plan_of(at) == POOL


def test_the_table_and_the_picture_of_the_weeks_say_the_same() -> None:
    at = opened(POOL, "tasks")

    weeks = pack_of(at).arranged.weeks
    (picture,) = [
        html.value for html in at.html if "dw-picture" in html.value and "<style>" not in html.value
    ]
    (table,) = [html.value for html in at.html if "Things to start in each week" in html.value]
    assert f"one for each of {len(weeks)} weeks" in picture
    assert [table.count(f"<td class='dw-n'>{len(week.to_dos)}</td>") > 0 for week in weeks] == [True] * len(
        weeks
    )


def test_without_a_day_the_page_says_what_to_do() -> None:
    at = opened(Plan().with_answer("access.provisions", ("bsl_interpreters",)), "tasks")

    assert "Choose a day, and each thing gets a date." in markdown_on(at)
