"""The invitation and the last day for requests hang on what needs the longest notice."""

from datetime import date, timedelta

from planner.answers import Plan
from planner.arrangements.deadlines import Deadlines, deadlines
from planner.arrangements.follows import follows
from planner.catalogue import catalogue

FACTS = catalogue()
DAY = date(2027, 3, 18)


def limits(**access: object) -> Deadlines:
    plan = Plan.model_validate({"timing": {"day": DAY, "nation": "england"}, "access": access})
    return deadlines(plan, FACTS, follows(plan, FACTS))


def test_interpreters_close_requests_a_week_before_they_are_booked() -> None:
    booked = FACTS.provisions["bsl_interpreters"].tasks["book"].weeks_before

    found = limits(provisions=["bsl_interpreters"])

    assert booked is not None
    assert found.requests_weeks == booked + FACTS.pace.request_margin_weeks.value
    assert found.requests == DAY - timedelta(weeks=found.requests_weeks)
    assert found.longest is not None
    assert found.longest.id == "provisions.bsl_interpreters.book"


def test_people_have_time_to_reply_before_requests_close() -> None:
    found = limits(provisions=["bsl_interpreters", "deaf_relay_interpreter"])

    assert found.invitation_weeks >= found.requests_weeks + FACTS.pace.reply_weeks.value


def test_an_invitation_is_never_later_than_we_advise() -> None:
    found = limits()

    assert found.longest is None
    assert found.invitation_weeks == FACTS.pace.invitation_weeks.value


def test_what_is_made_before_anybody_is_invited_does_not_wait_for_requests() -> None:
    found = limits(formats=["bsl_video"])

    assert found.invitation_weeks == limits().invitation_weeks


def test_without_a_day_there_are_weeks_but_no_dates() -> None:
    found = deadlines(Plan(), FACTS, follows(Plan(), FACTS))

    assert found.invitation is None
    assert found.requests is None
    assert found.invitation_weeks > 0
