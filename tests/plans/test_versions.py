"""Every shape of a plan that we ever handed over opens for ever, with every answer in its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.answers import QUESTIONS, Length, given
from planner.answers.versions import LIFTS, NEWEST, up_to_date
from planner.documents import open_file, open_plan

FOLDER = Path(__file__).parent / "versions"
FILES = sorted(FOLDER.iterdir())
QUESTIONS_THEN, QUICK_QUESTIONS_THEN = 75, 25
SAVED = [path for path in FILES if path.suffix == ".json"]

files = pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FILES])
saved = pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in SAVED])


def test_every_version_has_a_full_and_a_quick_plan_and_its_documents() -> None:
    kinds = {
        f"{version}-{kind}"
        for version in range(1, NEWEST + 1)
        for kind in ("full.json", "quick.json", "full.docx", "full.xlsx")
    }

    assert kinds <= {path.name for path in FILES}
    assert len(LIFTS) == NEWEST - 1


@files
def test_it_opens_and_nothing_is_left_out(path: Path) -> None:
    opened = open_file(path.read_bytes())

    assert opened.left_out == ()
    assert opened.changes == ()
    assert opened.other is None


@saved
def test_every_answer_is_where_it_was(path: Path) -> None:
    before = json.loads(path.read_bytes())

    after = open_file(path.read_bytes()).plan.model_dump(mode="json")

    assert not list(_lost(up_to_date(before), after))


@saved
def test_it_opens_exactly_too(path: Path) -> None:
    plan = open_plan(path.read_bytes())

    assert plan == open_file(path.read_bytes()).plan


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_documents_hold_the_same_plan(kind: str) -> None:
    plan = open_plan((FOLDER / "1-full.json").read_bytes())

    assert open_file((FOLDER / f"1-full.{kind}").read_bytes()).plan == plan


def test_the_full_plan_of_version_1_answers_what_was_asked_then() -> None:
    full = open_plan((FOLDER / "1-full.json").read_bytes())
    quick = open_plan((FOLDER / "1-quick.json").read_bytes())

    assert sum(given(full.answer(one.path)) for one in QUESTIONS) >= QUESTIONS_THEN
    assert sum(given(quick.answer(one.path)) for one in QUESTIONS) == QUICK_QUESTIONS_THEN
    assert quick.length is Length.QUICK
    assert full.seen


def test_each_lift_is_used_once_from_the_version_that_was_saved() -> None:
    def rename(answers: dict[str, Any]) -> dict[str, Any]:
        return answers | {"purpose": {"title": answers["purpose"]["name"]}}

    def add(answers: dict[str, Any]) -> dict[str, Any]:
        return answers | {"purpose": {**answers["purpose"], "organiser": "Northfield Leisure"}}

    first = up_to_date({"version": 1, "purpose": {"name": "Better parks"}}, (rename, add))
    second = up_to_date({"version": 2, "purpose": {"title": "Better parks"}}, (rename, add))

    assert first == second
    assert first == {"version": 3, "purpose": {"title": "Better parks", "organiser": "Northfield Leisure"}}


@pytest.mark.parametrize("version", [0, 2, True, "1", None])
def test_a_version_that_nobody_knows_is_not_guessed(version: object) -> None:
    with pytest.raises(LookupError):
        up_to_date({"version": version}, ())


def _lost(before: Any, after: Any, place: str = "") -> Any:
    """Where something that was saved is not there any more, or is something else."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            yield from _lost(value, after.get(key), f"{place}.{key}")
    elif before != after:
        yield place
