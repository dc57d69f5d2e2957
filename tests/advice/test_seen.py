"""Seen, and here is why we go ahead: a reason is kept with the plan, comes last and hides nothing else."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.advice import RULES, Advice, Level
from planner.advice import advise as advise_all
from planner.answers import QUESTIONS, Plan
from planner.answers.seen import LONGEST_REASON, MOST_SEEN
from planner.arrangements import arrange
from planner.catalogue import catalogue
from tests.plans.strategies import plans, texts

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[2] / "examples" / "unboxed-gloucester.json"
WITH_ADVICE = Plan.model_validate_json(EXAMPLE.read_bytes())
WHY = "We asked the four people who plan with us, and they prefer it so."
WEIGHT = list(Level)


def advise(plan: Plan) -> tuple[Advice, ...]:
    return advise_all(plan, arrange(plan, catalogue(), TODAY), catalogue(), TODAY)


def test_what_is_seen_comes_last_with_its_reason() -> None:
    first = advise(WITH_ADVICE)[0]

    after = advise(WITH_ADVICE.with_seen(first.rule, WHY))

    assert first.seen == ""
    assert {one.rule for one in after if one.seen} == {first.rule}
    assert [bool(one.seen) for one in after] == sorted(bool(one.seen) for one in after)
    assert after[-1].seen == WHY


def test_seeing_one_thing_leaves_the_rest_as_it_was() -> None:
    before = advise(WITH_ADVICE)
    rule = before[0].rule

    after = advise(WITH_ADVICE.with_seen(rule, WHY))

    assert [one for one in after if one.rule != rule] == [one for one in before if one.rule != rule]


def test_taking_it_back_is_as_if_it_was_never_seen() -> None:
    rule = advise(WITH_ADVICE)[0].rule

    plan = WITH_ADVICE.with_seen(rule, WHY).without_seen(rule)

    assert plan == WITH_ADVICE
    assert plan.to_json() == WITH_ADVICE.to_json()


def test_a_plan_in_which_nothing_was_seen_is_saved_as_before() -> None:
    saved = json.loads(WITH_ADVICE.to_json())

    assert "seen" not in saved
    assert saved["version"] == 1


@given(st.dictionaries(st.sampled_from(sorted(RULES)), texts, max_size=5))
def test_reasons_survive_saving_letter_for_letter_and_in_order(reasons: dict[str, str]) -> None:
    plan = Plan()
    for rule, reason in reasons.items():
        try:
            plan = plan.with_seen(rule, reason)
        except ValidationError:
            continue

    opened = Plan.model_validate_json(plan.to_json())

    assert opened == plan
    assert list(opened.seen) == sorted(plan.seen)


@pytest.mark.parametrize(
    "rule", ["venue", "venue.", ".stairs", "Venue.stairs", "a.b.c", "venue.stairs\n", ""]
)
def test_what_cannot_be_the_name_of_a_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValidationError):
        Plan().with_seen(rule, WHY)


@pytest.mark.parametrize("reason", ["", "   ", "\n", "\x00", "x" * (LONGEST_REASON + 1)])
def test_a_reason_is_given_and_short(reason: str) -> None:
    with pytest.raises(ValidationError):
        Plan().with_seen("venue.cannot_get_in", reason)


def test_a_rule_that_is_no_longer_there_keeps_its_reason_and_does_no_harm() -> None:
    plan = WITH_ADVICE.with_seen("venue.no_moat", WHY)

    assert plan.seen == {"venue.no_moat": WHY}
    assert advise(plan) == advise(WITH_ADVICE)


def test_two_hundred_reasons_are_enough() -> None:
    full = Plan.model_validate({"seen": {f"venue.rule_{number}": WHY for number in range(MOST_SEEN)}})

    assert len(RULES) <= MOST_SEEN
    with pytest.raises(ValidationError):
        full.with_seen("venue.one_more", WHY)


@given(plans())
def test_nothing_is_said_twice_and_who_is_shut_out_comes_first(plan: Plan) -> None:
    found = advise(plan)

    said = [(one.about, one.do) for one in found]
    weights = [WEIGHT.index(one.level) for one in found]
    assert len(set(said)) == len(said)
    assert weights == sorted(weights)


def test_within_a_level_what_must_be_begun_soonest_comes_first() -> None:
    plan = (
        Plan()
        .with_answer("timing.day", date(2027, 3, 18))
        .with_answer("venue.place", "in_person")
        .with_answer("audience.needs", {"bsl_users": 2, "blind_low_vision": 1, "learning_disability": 3})
        .with_answer("access.provisions", ["quiet_room"])
    )

    found = advise(plan)

    urgent = [one for one in found if one.level is Level.SHUT_OUT]
    with_booking = [
        one for one in urgent if one.fix and one.fix.path in {"access.provisions", "access.formats"}
    ]
    assert "bsl_interpreters" in with_booking[0].fix.answer  # type: ignore[union-attr]
    assert urgent[: len(with_booking)] == with_booking


def test_without_a_day_the_order_is_that_of_the_questions() -> None:
    places = {one.path: place for place, one in enumerate(QUESTIONS)}
    plan = WITH_ADVICE.with_answer("timing.day", None)

    found = advise(plan)

    order = [(WEIGHT.index(one.level), not one.is_clash, places[one.about]) for one in found]
    assert order == sorted(order)


def test_answers_that_do_not_fit_together_come_first_in_their_level() -> None:
    plan = WITH_ADVICE.with_answer("audience.needs", {"wheelchair_users": 99})

    found = [one for one in advise(plan) if one.level is Level.LOOK_AGAIN]

    assert "fits_together.more_with_a_need_than_people" in {one.rule for one in found[:3]}
    assert [one.is_clash for one in found] == sorted((one.is_clash for one in found), reverse=True)


def test_after_the_day_nobody_is_asked_to_find_out_what_mattered_before_it() -> None:
    before = advise(WITH_ADVICE.with_answer("timing.day", date(2027, 3, 18)))
    after = advise(WITH_ADVICE.with_answer("timing.day", date(2023, 11, 30)))

    still_open = {one.about.split(".")[0] for one in after if one.unsure}
    assert after[0].rule == "timing.already_past"
    assert still_open == {"budget", "follow_up", "together"}
    assert still_open < {one.about.split(".")[0] for one in before if one.unsure}
