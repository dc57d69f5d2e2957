"""What is set besides the answers is kept with the plan, and an older plan opens without it."""

import json

import pytest
from pydantic import ValidationError

from planner.answers import Plan, asked, in_words
from planner.answers.settings import LocalWords
from planner.catalogue import catalogue

INTERPRETERS = "provisions.bsl_interpreters"


def test_a_plan_without_settings_is_saved_without_their_names() -> None:
    saved = json.loads(Plan().to_json())

    assert "booked" not in saved
    assert "local_words" not in saved


def test_settings_come_back_as_they_were() -> None:
    plan = Plan().with_booked(INTERPRETERS, booked=True).with_local_words(LocalWords.PEOPLE_WITH_DISABILITIES)

    again = Plan.model_validate_json(plan.to_json())

    assert again == plan
    assert again.booked == (INTERPRETERS,)


def test_a_booking_is_kept_once_and_can_be_taken_back() -> None:
    twice = Plan().with_booked(INTERPRETERS, booked=True).with_booked(INTERPRETERS, booked=True)

    assert twice.booked == (INTERPRETERS,)
    assert twice.with_booked(INTERPRETERS, booked=False) == Plan()


@pytest.mark.parametrize("name", ["purpose.title", "bsl_interpreters", "provisions.", "provisions.<b>"])
def test_only_provisions_and_formats_can_be_booked(name: str) -> None:
    with pytest.raises(ValidationError):
        Plan().with_booked(name, booked=True)


def test_what_is_booked_is_said_with_the_answer() -> None:
    plan = (
        Plan()
        .with_answer("access.provisions", ["bsl_interpreters", "quiet_room"])
        .with_booked(INTERPRETERS, booked=True)
    )

    said = in_words(asked("access.provisions"), plan, catalogue())

    assert said == ("British Sign Language (BSL) interpreters, booked already", "A quiet room")
