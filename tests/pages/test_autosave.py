"""What the planner makes of what the browser says, without a browser."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import autosave, store
from planner.answers import Length, Plan
from tests.pages.wizard import do, go, markdown_on, opened, plan_of, press, visit, widget

PARKS = Plan(revision=3).with_answer("purpose.title", "Parks for everyone")
POOL = Plan(revision=5).with_answer("purpose.title", "Better changing rooms")
NOT_SAVED = "Not saved on this device. Download a copy before you close."
Says = Callable[..., None]


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Says:
    """`says(boot={…})` is what the browser says before the next run, to the session that asked."""

    def say(**said: Mapping[str, Any]) -> None:
        waiting = dict(said)

        def heard() -> Mapping[str, Any]:
            kept = store.state.get("kept")
            session = kept.session if kept else ""
            once = {
                name: {"ask": f"{session}.1", "session": session, **words} for name, words in waiting.items()
            }
            waiting.clear()
            return once

        monkeypatch.setattr(autosave, "heard", heard)

    return say


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Everything that the browser was handed."""
    handed: list[dict[str, Any]] = []
    monkeypatch.setattr(autosave, "_mount", lambda **given: handed.append(given["data"]))
    return handed


def test_without_an_answer_from_the_browser_nothing_is_written(sent: list[dict[str, Any]]) -> None:
    at = opened(PARKS, "purpose")

    assert {data["plan"] for data in sent} == {None}
    assert saved_line(at) == NOT_SAVED


def test_an_untouched_session_takes_in_what_the_browser_holds(says: Says) -> None:
    at = visit()

    says(boot=holds(PARKS))
    do(at)

    assert plan_of(at) == PARKS
    assert widget(go(at, "purpose"), "purpose.title").value == "Parks for everyone"


def test_the_plan_before_comes_back_too(says: Says) -> None:
    at = visit()

    says(boot=holds(PARKS, before=POOL))
    do(at)
    press(at, "undo")

    assert plan_of(at) == POOL


def test_a_plan_that_was_begun_is_kept_and_the_stored_one_is_not_overwritten(
    says: Says, sent: list[dict[str, Any]]
) -> None:
    at = opened(PARKS)

    says(boot=holds(POOL))
    do(at)

    assert plan_of(at) == PARKS
    assert alert(at).startswith("Another plan is saved on this device.")
    assert sent[-1]["plan"] is None


def test_a_page_that_finds_a_new_server_goes_on_with_what_the_browser_holds(says: Says) -> None:
    at = opened(PARKS)

    says(boot={**holds(POOL), "again": True})
    do(at)

    assert plan_of(at) == POOL
    assert alert(at) == ""


def test_the_same_plan_in_both_places_is_no_trouble(says: Says, sent: list[dict[str, Any]]) -> None:
    at = opened(PARKS)

    says(boot=holds(PARKS))
    do(at)

    assert alert(at) == ""
    assert sent[-1]["plan"] == PARKS.to_json()


def test_every_change_is_handed_over_at_once(says: Says, sent: list[dict[str, Any]]) -> None:
    at = go(answered(says, visit()), "purpose")

    widget(at, "purpose.title").input("Parks for everyone")
    do(at)

    assert sent[-1]["plan"] == plan_of(at).to_json()
    assert json.loads(sent[-1]["plan"])["purpose"]["title"] == "Parks for everyone"


def test_a_plan_without_answers_is_not_worth_writing(says: Says, sent: list[dict[str, Any]]) -> None:
    at = answered(says, visit())

    press(at, "start-full")

    assert sent[-1]["plan"] is None
    assert saved_line(at) == "Saved on this device as you answer"


def test_the_line_says_when_it_was_saved_today(says: Says) -> None:
    now = datetime.now(UTC)
    at = visit()

    says(boot=holds(PARKS, at=now))
    do(at)

    here = now.astimezone(store.UK)
    assert saved_line(at) == f"Saved on this device at {here.hour}:{here.minute:02}"


def test_the_line_says_the_day_when_it_was_another(says: Says) -> None:
    at = visit()

    says(boot=holds(PARKS, at=datetime(2026, 7, 1, 13, 32, tzinfo=UTC)))
    do(at)

    assert saved_line(at) == "Saved on this device on Wednesday 1 July 2026 at 14:32"


@pytest.mark.parametrize("plan", ["", "{", '{"version": 2}', "\ud800", 7, None])
def test_what_cannot_be_opened_is_told_and_left_alone(
    says: Says, sent: list[dict[str, Any]], plan: object
) -> None:
    at = visit()

    says(boot={"found": "plan", "plan": plan, "before": 3, "at": []})
    do(at)

    assert alert(at).startswith("We cannot open the plan that is saved on this device")
    press(at, "start-quick")
    assert plan_of(at).length is Length.QUICK
    assert sent[-1]["plan"] is None


def test_what_cannot_be_opened_can_be_forgotten_and_the_answers_stay(
    says: Says, sent: list[dict[str, Any]]
) -> None:
    at = opened(PARKS)
    says(boot={"found": "broken"})
    do(at)

    press(at, "forget")
    press(at, "forget-yes")

    assert sent[-1]["order"].startswith("forget ")
    assert sent[-1]["plan"] == PARKS.to_json()


@pytest.mark.parametrize("boot", [None, "plan", {"found": "plan"}, {"ask": None}])
def test_an_answer_meant_for_an_earlier_session_is_not_heard(
    monkeypatch: pytest.MonkeyPatch, sent: list[dict[str, Any]], boot: object
) -> None:
    at = visit()

    monkeypatch.setattr(autosave, "heard", lambda: {"boot": boot, "told": boot})
    do(at)

    assert sent[-1]["ask"]


def test_a_browser_that_forbids_it_is_told(says: Says) -> None:
    at = visit()

    says(boot={"found": "denied"})
    do(at)

    assert autosave.Trouble.DENIED.words in markdown_on(at)


def test_a_full_device_is_told_until_there_is_room(says: Says, sent: list[dict[str, Any]]) -> None:
    at = answered(says, opened(PARKS))

    says(told={"what": "full"})
    do(at)
    full = alert(at), saved_line(at), sent[-1]["plan"]
    says(told={"what": "kept"})
    do(at)

    assert full == (autosave.Trouble.FULL.words, NOT_SAVED, PARKS.to_json())
    assert alert(at) == ""
    assert saved_line(at).startswith("Saved on this device at ")


def test_a_change_in_another_tab_stops_all_writing_until_somebody_chooses(
    says: Says, sent: list[dict[str, Any]]
) -> None:
    at = answered(says, opened(PARKS))

    says(told={"what": "changed"})
    do(at)
    told = alert(at), sent[-1]["plan"]
    press(at, "this-plan")

    assert told == (autosave.Trouble.CHANGED.words, None)
    assert sent[-1]["order"].startswith("keep ")
    assert sent[-1]["plan"] == PARKS.to_json()


def test_the_other_plan_is_asked_for_again_and_this_one_can_be_brought_back(says: Says) -> None:
    at = answered(says, opened(PARKS))
    says(told={"what": "changed"})
    do(at)

    press(at, "other-plan")
    says(boot=holds(POOL))
    do(at)
    shown = plan_of(at)
    press(at, "undo")

    assert shown == POOL
    assert plan_of(at) == PARKS


def test_another_tab_does_not_disturb_somebody_who_has_not_begun(says: Says) -> None:
    at = answered(says, visit())

    says(told={"what": "changed"})
    do(at)

    assert alert(at) == ""


def test_forgetting_asks_first_and_then_leaves_nothing(says: Says, sent: list[dict[str, Any]]) -> None:
    at = answered(says, opened(PARKS))

    press(at, "forget")
    asked = alert(at), plan_of(at)
    press(at, "forget-yes")

    assert asked[0].startswith("This cannot be undone.")
    assert asked[1] == PARKS
    assert plan_of(at) == Plan()
    assert "before" not in at.session_state
    assert sent[-1]["order"].startswith("forget ")
    assert sent[-1]["plan"] is None


def test_forgetting_is_confirmed_once_the_browser_has_done_it(says: Says) -> None:
    at = answered(says, opened(PARKS))

    says(told={"what": "forgotten"})
    do(at)
    said = [line.value for line in at.success]
    do(at)

    assert said == ["The plan on this device is forgotten."]
    assert not at.success


def test_every_trouble_has_words_that_people_understand() -> None:
    words = [trouble.words for trouble in autosave.Trouble]

    assert len(set(words)) == len(words)
    assert all(len(sentence.split()) <= 20 for line in words for sentence in line.split(". "))


def holds(plan: Plan, before: Plan | None = None, at: datetime | None = None) -> dict[str, Any]:
    """What a browser says when it holds that plan."""
    return {
        "found": "plan",
        "plan": plan.to_json(),
        "before": before.to_json() if before else None,
        "at": (at or datetime.now(UTC)).isoformat().replace("+00:00", "Z"),
    }


def answered(says: Says, at: AppTest) -> AppTest:
    """A page whose browser said that it holds nothing."""
    says(boot={"found": "nothing"})
    return do(at)


def saved_line(at: AppTest) -> str:
    """The words at the top right."""
    return of_our_own(at, "<p class='dw-saved'>")[0]


def alert(at: AppTest) -> str:
    """What the page says at once, if anything."""
    return "".join(of_our_own(at, "<p role='alert' style='margin:0'>"))


def of_our_own(at: AppTest, start: str) -> list[str]:
    """The words in our own HTML that starts like that."""
    bodies = [str(node.proto.body) for node in at.get("html")]
    return [body.removeprefix(start).removesuffix("</p>") for body in bodies if body.startswith(start)]
