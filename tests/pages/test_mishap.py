"""What fails leaves the page there, says so in our own words, and hands people their answers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import mishap, store
from planner.answers import Plan
from tests.pages.wizard import APP, found, opened, plan_of, visit

PAGES = Path(__file__).parents[2] / "pages"
TITLED = Plan().with_answer("purpose.title", "Mill Lane")


def fails(*_: object, **__: object) -> None:
    """As a mistake of ours would."""
    raise ValueError


def test_when_a_button_fails_the_page_is_there_and_says_that_nothing_was_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = opened(TITLED)
    held = plan_of(at)
    monkeypatch.setattr(store, "start", fails)
    at.run()

    found(at, "length").click().run()

    assert told(at) == [mishap.NOT_DONE]
    assert at.get_by_key("download-after-not-done")
    assert at.get_by_key("length")
    assert plan_of(at) == held
    assert not told(at.run())


def test_when_answers_cannot_be_taken_in_the_page_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(TITLED)
    monkeypatch.setattr(store, "take_in_answers", fails)

    at.run()

    assert told(at) == [mishap.WORDS]
    assert at.get_by_key("length")


def test_nobody_meets_words_of_a_mishap_without_one() -> None:
    assert not told(visit())


def test_whatever_a_button_does_is_done_safely() -> None:
    unsafe = [
        f"{path.name}:{given.value.lineno}"
        for path in (APP, *PAGES.rglob("*.py"))
        for given in callbacks(ast.parse(path.read_text(encoding="utf-8")))
        if not is_safe(given.value)
    ]

    assert not unsafe


def callbacks(tree: ast.AST) -> Iterator[ast.keyword]:
    """What is given to be called before the page is drawn again."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            yield from (one for one in call.keywords if one.arg in {"on_click", "on_change"})


def is_safe(given: ast.expr) -> bool:
    """Whether it is a word for Streamlit, or one of our functions that cannot leave people without a page."""
    return isinstance(given, ast.Constant) or (
        isinstance(given, ast.Call) and isinstance(given.func, ast.Name) and given.func.id == "safely"
    )


def told(at: AppTest) -> list[str]:
    """The errors that people read; Streamlit's own words would be an exception."""
    assert not at.exception
    return [error.value for error in at.error]
