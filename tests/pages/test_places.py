"""What comes or goes on a page moves nothing else, as the browser makes anew all that moves."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.autosave import Trouble
from planner.answers import Plan
from planner.answers.question import LONGEST_TEXT
from tests.pages.wizard import do, found, opened, widget


@pytest.mark.parametrize(
    ("page", "path", "part", "comes"),
    [
        ("access", "access.provisions", "bsl_interpreters", "w0.access.interpreters"),
        ("access", "access.provisions", "quiet_room", "w0.booked.provisions.quiet_room"),
    ],
)
def test_a_tick_moves_nothing_outside_its_own_group(page: str, path: str, part: str, comes: str) -> None:
    at = opened(Plan(), page)
    before = _places(at)

    widget(at, path, part).check()
    after = _places(do(at))

    assert found(at, comes)
    group = before[f"w0.{path}.{part}"][:-1]
    others = {key: place for key, place in before.items() if place[: len(group)] != group}
    assert len(others) > 20
    assert {key: after[key] for key in others} == others


def test_a_question_that_goes_leaves_its_place_empty() -> None:
    at = opened(Plan().with_answer("access.provisions", ("bsl_interpreters",)), "access")
    before = _places(at)

    widget(at, "access.provisions", "bsl_interpreters").uncheck()
    after = _places(do(at))

    assert "w0.access.interpreters" in before.keys() - after.keys()
    assert after["w0.access.formats.large_print"] == before["w0.access.formats.large_print"]


def test_a_mistake_that_is_said_at_the_top_moves_no_question() -> None:
    at = opened(Plan(), "purpose")
    before = _places(at)

    widget(at, "purpose.title").set_value("x" * (LONGEST_TEXT + 1))
    after = _places(do(at))

    its_own = before["w0.purpose.title"][:-1]
    others = {key: place for key, place in before.items() if place[: len(its_own)] != its_own}
    assert any("There is a problem" in one.proto.body for one in at.get("html"))
    assert len(others) > 5
    assert {key: after[key] for key in others} == others


def test_what_is_said_about_saving_moves_nothing() -> None:
    at = opened(Plan(), "purpose")
    before = _places(at)

    at.session_state["kept"].trouble = Trouble.FULL
    after = _places(do(at))

    assert any("role='alert'" in one.proto.body for one in at.get("html"))
    assert len(before) > 5
    assert {key: after[key] for key in before} == before


def _places(at: AppTest) -> dict[str, tuple[int, ...]]:
    """Where each widget stands, by its key: which child of which child of the page."""
    return dict(_below(at.main, ()))


def _below(block: Any, place: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for number, child in block.children.items():
        here = (*place, number)
        if key := getattr(child, "key", None):
            yield key, here
        if hasattr(child, "children"):
            yield from _below(child, here)
