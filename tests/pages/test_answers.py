"""What people answer reaches the plan, stays there, and can be changed, on whatever page it was given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.frame import question_key
from planner.answers import NOT_SURE, QUESTIONS, STEPS, Activity, Length, Plan, Sure, is_shown
from planner.answers.purpose import CanChange
from planner.answers.question import LONGEST_TEXT, MOST_ACTIVITIES
from planner.answers.timing import BreakEvery
from planner.answers.venue import Place
from planner.catalogue.entries import VenueArea
from tests.pages.filled import filled
from tests.pages.wizard import do, found, go, opened, plan_of, press, walk_over_all_pages, widget

IN_A_ROOM = Plan().with_answer("venue.place", "in_person")
WITH_DAY = Plan().with_answer("timing.day", date(2027, 3, 18))
TWO_THINGS = (Activity(method="peer_interview"), Activity(title="Tea"))


@dataclass(frozen=True)
class Said:
    """An answer as somebody gives it, and as the plan then holds it."""

    path: str
    give: Callable[[AppTest], Any]
    held: Any
    before: Plan = Plan()  # noqa: RUF009  it never changes


def _add(method: str) -> Callable[[AppTest], Any]:
    def add(at: AppTest) -> None:
        found(at, "choose-activity").set_value(method)
        press(at, "add-activity")

    return add


def _need(count: int | None) -> Callable[[AppTest], Any]:
    def need(at: AppTest) -> None:
        widget(at, "audience.needs", "bsl_users").check()
        do(at)
        widget(at, "audience.needs", "bsl_users", "count").set_value(count)

    return need


GIVEN = {
    "text": Said(
        "purpose.title", lambda at: widget(at, "purpose.title").set_value("Tea & maps"), "Tea & maps"
    ),
    "long text": Said(
        "purpose.fixed", lambda at: widget(at, "purpose.fixed").set_value("The\nroof"), "The\nroof"
    ),
    "a choice": Said(
        "purpose.can_change", lambda at: widget(at, "purpose.can_change").set_value(CanChange.SOME), "some"
    ),
    "a day": Said(
        "timing.day", lambda at: widget(at, "timing.day").set_value(date(2027, 3, 18)), date(2027, 3, 18)
    ),
    "another day": Said(
        "timing.day",
        lambda at: widget(at, "timing.day").set_value(date(2027, 3, 25)),
        date(2027, 3, 25),
        Plan().with_answer("timing.day", date(2026, 2, 2)),
    ),
    "a day not sure": Said(
        "timing.day", lambda at: widget(at, "timing.day", "unsure").check(), NOT_SURE, WITH_DAY
    ),
    "a clock": Said(
        "timing.starts", lambda at: widget(at, "timing.starts").set_value(time(10, 30)), time(10, 30)
    ),
    "another clock": Said(
        "timing.starts",
        lambda at: widget(at, "timing.starts").set_value(time(10, 30)),
        time(10, 30),
        Plan().with_answer("timing.starts", time(10, 10)),
    ),
    "a clock not sure": Said(
        "timing.ends", lambda at: widget(at, "timing.ends").set_value(NOT_SURE), NOT_SURE
    ),
    "a number": Said("audience.people", lambda at: widget(at, "audience.people").set_value(24), 24),
    "nobody": Said("audience.people", lambda at: widget(at, "audience.people").set_value(0), 0),
    "a number not sure": Said(
        "audience.people", lambda at: widget(at, "audience.people", "unsure").check(), NOT_SURE
    ),
    "a tick": Said(
        "access.formats", lambda at: widget(at, "access.formats", "large_print").check(), ("large_print",)
    ),
    "a tick fewer": Said(
        "access.formats",
        lambda at: widget(at, "access.formats", "easy_read").uncheck(),
        ("large_print",),
        Plan().with_answer("access.formats", ("easy_read", "large_print")),
    ),
    "ticks not sure": Said(
        "access.formats",
        lambda at: widget(at, "access.formats", NOT_SURE).check(),
        (NOT_SURE,),
        Plan().with_answer("access.formats", ("large_print",)),
    ),
    "sure after all": Said(
        "access.formats",
        lambda at: widget(at, "access.formats", "large_print").check(),
        ("large_print",),
        Plan().with_answer("access.formats", (NOT_SURE,)),
    ),
    "one of a list": Said(
        "methods.icebreaker",
        lambda at: widget(at, "methods.icebreaker").set_value("quiet_arrival_table"),
        "quiet_arrival_table",
    ),
    "a need": Said("audience.needs", _need(None), {"bsl_users": NOT_SURE}),
    "a need with a number": Said("audience.needs", _need(2), {"bsl_users": 2}),
    "a need fewer": Said(
        "audience.needs",
        lambda at: widget(at, "audience.needs", "bsl_users").uncheck(),
        {},
        Plan().with_answer("audience.needs", {"bsl_users": 2}),
    ),
    "a part of the venue": Said(
        "venue.features",
        lambda at: widget(at, "venue.features", "near_stop").set_value(Sure.NO),
        {"near_stop": Sure.NO},
        IN_A_ROOM,
    ),
    "an activity": Said("methods.activities", _add("peer_interview"), (Activity(method="peer_interview"),)),
    "an activity of our own": Said("methods.activities", _add(""), (Activity(),)),
    "the name and minutes of an activity": Said(
        "methods.activities",
        lambda at: (
            widget(at, "methods.activities", "0", "title").set_value("Maps"),
            widget(at, "methods.activities", "0", "minutes").set_value(40),
        ),
        (Activity(method="peer_interview", title="Maps", minutes=40), TWO_THINGS[1]),
        Plan().with_answer("methods.activities", TWO_THINGS),
    ),
    "an activity moved": Said(
        "methods.activities",
        lambda at: press(at, "up_1"),
        TWO_THINGS[::-1],
        Plan().with_answer("methods.activities", TWO_THINGS),
    ),
    "an activity taken out": Said(
        "methods.activities",
        lambda at: press(at, "take-out-0"),
        TWO_THINGS[1:],
        Plan().with_answer("methods.activities", TWO_THINGS),
    ),
    "an activity named and moved at once": Said(
        "methods.activities",
        lambda at: (widget(at, "methods.activities", "0", "title").set_value("Maps"), press(at, "down_0")),
        (TWO_THINGS[1], Activity(method="peer_interview", title="Maps")),
        Plan().with_answer("methods.activities", TWO_THINGS),
    ),
}


@pytest.mark.parametrize("said", GIVEN.values(), ids=GIVEN)
def test_an_answer_stays_when_people_leave_the_page_and_come_back(said: Said) -> None:
    step = said.path.split(".")[0]
    at = opened(said.before, step)

    said.give(at)
    go(do(at), "check")
    do(go(at, step))

    assert plan_of(at).answer(said.path) == said.held


def test_answers_of_every_kind_survive_a_walk_over_all_pages() -> None:
    fresh = {said.path: said for said in GIVEN.values() if said.before == Plan()}
    at = opened(Plan())
    for said in fresh.values():
        said.give(go(at, said.path.split(".")[0]))
        do(at)

    walk_over_all_pages(walk_over_all_pages(at))

    assert {path: plan_of(at).answer(path) for path in fresh} == {
        path: said.held for path, said in fresh.items()
    }


@pytest.mark.parametrize("step", STEPS)
def test_looking_at_a_page_changes_no_answer(step: str) -> None:
    plan = filled()

    at = opened(plan, step)
    do(at)

    assert plan_of(at) == plan


def test_not_sure_survives_on_pages_that_nobody_opened() -> None:
    plan = Plan().with_answer("timing.day", NOT_SURE).with_answer("audience.people", NOT_SURE)

    at = walk_over_all_pages(opened(plan))

    assert plan_of(at) == plan


def test_not_sure_unticks_the_rest() -> None:
    at = opened(Plan().with_answer("access.formats", ("large_print",)), "access")

    widget(at, "access.formats", NOT_SURE).check()
    do(do(at))

    assert widget(at, "access.formats", NOT_SURE).value
    assert not widget(at, "access.formats", "large_print").value


def test_a_tick_unticks_not_sure() -> None:
    at = opened(Plan().with_answer("access.formats", (NOT_SURE,)), "access")

    widget(at, "access.formats", "large_print").check()
    do(do(at))

    assert not widget(at, "access.formats", NOT_SURE).value
    assert widget(at, "access.formats", "large_print").value


def test_the_part_of_the_venue_stays_open_while_its_questions_are_answered() -> None:
    at = opened(IN_A_ROOM, "venue")
    parts = found(at, "part-of-venue")
    parts.set_value(VenueArea.THE_ROOM)
    do(at)
    question = next(str(radio.key) for radio in at.radio if str(radio.key).startswith("w0.venue.features."))

    found(at, question).set_value(Sure.YES)
    do(at)

    assert question in {radio.key for radio in at.radio}
    assert plan_of(at).venue.features == {question.rpartition(".")[2]: Sure.YES}


def test_a_plan_full_of_activities_says_so() -> None:
    at = opened(Plan().with_answer("methods.activities", (Activity(),) * MOST_ACTIVITIES), "methods")

    captions = [caption.value for caption in at.caption]

    assert f"A plan holds {MOST_ACTIVITIES} activities at most. Take one out to add another." in captions
    assert "add-activity" not in {button.key for button in at.button}


MISTAKES = {
    "too many letters": ("purpose.title", "x" * (LONGEST_TEXT + 1), "Name of the workshop is too long."),
    "too many people": ("audience.people", 501, "People taking part must be 500 or less."),
}


@pytest.mark.parametrize(("path", "typed", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_explained_and_nothing_is_lost(path: str, typed: Any, sentence: str) -> None:
    plan = filled()
    at = opened(plan, path.split(".", maxsplit=1)[0])

    widget(at, path).set_value(typed)
    do(at)

    at_the_top, at_the_field = told(at)
    assert at_the_top.startswith("<div class='dw-mistakes' role='alert'><h2>There is a problem</h2>")
    assert f"<a href='#{question_key(path)}'>{sentence}" in at_the_top
    assert at_the_field.startswith(f"<p class='dw-mistake' id='wrong-{question_key(path)}'>{sentence}")
    assert widget(at, path).value == typed
    assert plan_of(at) == plan


@pytest.mark.parametrize(("path", "typed", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_waits_where_it_was_made(path: str, typed: Any, sentence: str) -> None:
    at = opened(filled(), path.split(".", maxsplit=1)[0])
    widget(at, path).set_value(typed)

    go(do(at), "check")
    go(at, path.split(".", maxsplit=1)[0])

    assert sentence in told(at)[0]
    assert widget(at, path).value == typed


def test_a_mistake_put_right_is_forgotten() -> None:
    at = opened(Plan(), "audience")
    widget(at, "audience.people").set_value(501)
    do(at)

    widget(at, "audience.people").set_value(50)
    do(at)

    assert not told(at)
    assert plan_of(at).audience.people == 50


def test_the_quick_plan_asks_twenty_five_questions_at_most() -> None:
    at = opened(filled().model_copy(update={"length": Length.QUICK}))

    asked = asked_on_all_steps(at)

    assert len(asked) <= 25
    assert asked == [one.path for one in QUESTIONS if one.question.quick]


def test_the_full_plan_asks_the_rest() -> None:
    at = opened(filled().model_copy(update={"length": Length.QUICK}))

    press(at, "length")

    assert asked_on_all_steps(at) == [one.path for one in QUESTIONS]


def test_the_quick_plan_keeps_what_the_full_one_asked() -> None:
    plan = filled()
    at = opened(plan)

    press(at, "length")
    go(at, "purpose")

    assert plan_of(at).length is Length.QUICK
    assert [one.path for one in QUESTIONS if plan_of(at).answer(one.path) != plan.answer(one.path)] == []


def test_an_answer_that_no_longer_applies_is_kept() -> None:
    at = opened(IN_A_ROOM.with_answer("venue.name", "Northfield Library"), "venue")

    widget(at, "venue.place").set_value(Place.ONLINE)
    do(at)

    assert plan_of(at).venue.name == "Northfield Library"
    assert "venue.name" not in asked_on_all_steps(at)


def test_advice_stands_beside_its_answer_and_its_button_gives_the_answer() -> None:
    at = opened(Plan(), "timing")
    widget(at, "timing.break_every").set_value(BreakEvery.HOUR_AND_A_HALF)
    do(at)
    beside = found(at, "q-timing-break_every")
    fix = next(button for button in beside.get("button") if button.label == "Change to every 45 minutes")

    press(at, fix.key)

    assert plan_of(at).timing.break_every is BreakEvery.THREE_QUARTERS
    assert widget(at, "timing.break_every").value is BreakEvery.THREE_QUARTERS
    assert [button.key for button in found(at, "q-timing-break_every").get("button")] == ["undo-fix"]


@pytest.mark.parametrize("page", ["timing", "advice"])
def test_what_a_button_put_right_can_be_taken_back(page: str) -> None:
    plan = Plan().with_answer("timing.break_every", BreakEvery.HOUR_AND_A_HALF)
    at = opened(plan, page)
    press_named(at, "Change to every 45 minutes")
    changed = plan_of(at).timing.break_every

    press(at, "undo-fix")

    assert changed is BreakEvery.THREE_QUARTERS
    assert plan_of(at).timing.break_every is BreakEvery.HOUR_AND_A_HALF
    assert "undo-fix" not in {button.key for button in at.button}


def test_there_is_nothing_to_take_back_once_people_answer_for_themselves() -> None:
    at = opened(Plan().with_answer("timing.break_every", BreakEvery.HOUR_AND_A_HALF), "timing")
    press_named(at, "Change to every 45 minutes")

    widget(at, "timing.break_every").set_value(BreakEvery.HOUR)
    do(at)

    assert "undo-fix" not in {button.key for button in at.button}


def test_continue_stays_where_something_could_not_be_taken_in() -> None:
    at = opened(Plan(), "audience")
    widget(at, "audience.people").set_value(501)
    do(at)

    press(at, "way_on")

    assert at.title[0].value == "Who is coming"
    assert told(at)


def test_whoever_came_to_change_one_answer_goes_back_to_where_they_came_from() -> None:
    at = opened(Plan(), "check")
    link = found(at, "row-check-timing-starts").get("page_link")[0].proto

    at.query_params["from"], at.query_params["q"] = "check", "timing.starts"
    go(at, "timing")
    labels = {button.key: button.label for button in at.button}

    assert link.query_string == "q=timing.starts&from=check"
    assert labels["way_on"] == "Back to Check your answers"
    assert "way_back" not in labels
    assert press(at, "way_on").title[0].value == "Check your answers"


@pytest.mark.parametrize("plan", [Plan(), filled(), IN_A_ROOM], ids=["empty", "filled", "in a room"])
def test_the_check_page_names_every_question_that_applies(plan: Plan) -> None:
    at = opened(plan, "check")

    named = [markdown.value for markdown in at.markdown if markdown.value.startswith("**")]
    shown = [f"**{one.question.short}**" for one in QUESTIONS if is_shown(one, plan)]
    assert sorted(named) == sorted(shown)


def test_the_check_page_begins_with_what_has_no_answer() -> None:
    at = opened(Plan().with_answer("purpose.title", "A map of our benches"), "check")

    named = [markdown.value for markdown in at.markdown if markdown.value.startswith("**")]

    assert named[-1] == "**Name of the workshop**"
    assert any(markdown.value.startswith("## No answer yet (") for markdown in at.markdown)


def asked_on_all_steps(at: AppTest) -> list[str]:
    """The paths of all questions that stand on a page."""
    headings = [markdown.value.partition("\n")[0] for step in STEPS for markdown in go(at, step).markdown]
    return [one.path for one in QUESTIONS if f"## {one.question.words}" in headings]


def press_named(at: AppTest, words: str) -> AppTest:
    """Press the button with these words, as people do."""
    (key,) = [str(button.key) for button in at.button if button.label == words]
    return press(at, key)


def told(at: AppTest) -> list[str]:
    """What the page says about answers that could not be taken in: at the top, and at the field."""
    return [html.value for html in at.html if "dw-mistake" in html.value and "<style>" not in html.value]
