"""The calendar file: read back by two programs, the same entry under the same name for ever, private and harmless."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import ics
import pytest
from hypothesis import given, settings
from icalendar import Calendar, Event

from planner.answers import Plan
from planner.arrangements.tasks import When
from planner.documents import DOCUMENTS, fitting, make, open_plan
from planner.documents.package import one_line
from planner.pack import Pack, prepare
from tests.documents.hostile import HOSTILE
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
CALENDAR = DOCUMENTS["calendar"]
CHANGING_ROOMS = EXAMPLES[1]
DAY = date(2027, 3, 18)

examples = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in EXAMPLES])


@examples
def test_two_readers_find_the_same_entries(path: Path) -> None:
    pack = prepare(open_plan(path.read_bytes()), today=TODAY)
    data = make(CALENDAR, pack).data

    events = _events(data)
    others = ics.Calendar(data.decode()).events

    assert {str(one["uid"]): str(one["summary"]) for one in events} == {one.uid: one.name for one in others}
    assert {str(one["uid"]): _first_moment(one) for one in events} == {
        one.uid: one.begin.datetime for one in others
    }
    assert len(events) == len(others) == len({str(one["uid"]) for one in events})


@settings(max_examples=25)
@given(plan=plans())
def test_any_plan_with_a_day_makes_a_file_that_both_can_read(plan: Plan) -> None:
    pack = prepare(plan.with_answer("timing.day", DAY), today=TODAY)

    made = make(CALENDAR, pack)
    lines = made.data.decode().split("\r\n")

    assert made.data == make(CALENDAR, pack).data
    assert len(ics.Calendar(made.data.decode()).events) == len(_events(made.data)) > 0
    assert max(len(line.encode()) for line in lines) <= 75
    assert not [sign for sign in made.data.decode() if sign < " " and sign not in "\r\n"]
    assert "\n" not in made.data.decode().replace("\r\n", "")


def test_it_holds_the_workshop_every_task_but_those_of_the_day_and_every_promise() -> None:
    pack = _pack()

    events = _events(make(CALENDAR, pack).data)

    tasks = [one for one in pack.arranged.to_dos if one.when is not When.ON_THE_DAY]
    assert len(events) == 1 + len(tasks) + len(pack.arranged.promises)
    assert {one.do for one in tasks} <= {str(event["summary"]) for event in events}


def test_the_workshop_has_its_hours_in_uk_time_and_the_rest_leaves_people_free() -> None:
    workshop, *others = sorted(_events(make(CALENDAR, _pack()).data), key=lambda one: str(one["transp"]))

    assert workshop.decoded("dtstart").isoformat() == "2027-03-18T11:00:00+00:00"
    assert workshop.decoded("dtend").isoformat() == "2027-03-18T15:00:00+00:00"
    assert str(workshop["transp"]) == "OPAQUE"
    assert "Community Room" in str(workshop["location"])
    assert {str(one["transp"]) for one in others} == {"TRANSPARENT"}
    assert all(one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1) for one in others)


@pytest.mark.parametrize(
    ("day", "in_utc"),
    [
        (date(2027, 3, 26), 11),
        (date(2027, 3, 29), 10),
        (date(2027, 10, 29), 10),
        (date(2027, 11, 1), 11),
    ],
)
def test_eleven_o_clock_stays_eleven_when_the_clocks_change(day: date, in_utc: int) -> None:
    plan = _pack().plan.with_answer("timing.day", day)

    data = make(CALENDAR, prepare(plan, today=TODAY)).data

    starts = {
        one.begin.datetime.astimezone(UTC) for one in ics.Calendar(data.decode()).events if not one.all_day
    }
    assert starts == {datetime(day.year, day.month, day.day, in_utc, tzinfo=UTC)}


def test_without_hours_the_workshop_takes_the_whole_day() -> None:
    plan = Plan().with_answer("timing.day", DAY)

    events = _events(make(CALENDAR, prepare(plan, today=TODAY)).data)

    (workshop,) = [one for one in events if list(one.categories) == ["Workshop"]]
    assert workshop.decoded("dtstart") == DAY


def test_without_a_day_there_is_no_calendar() -> None:
    offered = fitting(prepare(Plan(), today=TODAY))

    assert CALENDAR not in offered


def test_an_entry_keeps_its_name_when_the_plan_changes_and_says_which_copy_is_newer() -> None:
    plan = _pack().plan.model_copy(update={"id": "0123456789abcdef" * 2})
    changed = plan.with_answer("purpose.title", "Another name").with_answer("timing.day", date(2027, 4, 15))
    later = changed.model_copy(update={"revision": 9, "saved": datetime(2026, 11, 24, 8, tzinfo=UTC)})

    before, after = (
        {str(e["uid"]): e for e in _events(make(CALENDAR, prepare(one, today=TODAY)).data)}
        for one in (plan, later)
    )

    assert set(before) == set(after)
    assert {str(one["sequence"]) for one in after.values()} == {"9"}
    assert {one.decoded("dtstamp") for one in after.values()} == {later.saved}


def test_two_plans_never_share_an_entry() -> None:
    plan = _pack().plan

    names = [
        {str(event["uid"]) for event in _events(make(CALENDAR, prepare(one, today=TODAY)).data)}
        for one in (
            plan,
            plan.model_copy(update={"id": "0" * 32}),
            plan.with_answer("purpose.title", "Tea and talk"),
        )
    ]

    assert not any(one & other for one, other in pairwise([*names, names[0]]))


def test_it_is_private_and_names_nobody_who_comes() -> None:
    data = make(CALENDAR, _pack()).data

    events = _events(data)

    assert {str(one["class"]) for one in events} == {"PRIVATE"}
    assert not [one for one in events if "attendee" in one or "organizer" in one or "valarm" in one]
    assert b"METHOD:PUBLISH\r\n" in data
    assert data.count(b"RRULE:") == 2


@pytest.mark.parametrize("typed", [one for one in HOSTILE if one_line(one)])
def test_what_somebody_typed_stays_words(typed: str) -> None:
    plan = Plan().with_answer("timing.day", DAY).with_answer("purpose.title", typed)

    data = make(CALENDAR, prepare(plan, today=TODAY)).data

    (workshop,) = [one for one in _events(data) if list(one.categories) == ["Workshop"]]
    assert "".join(str(workshop["summary"]).split()) == "".join(_kept(typed).split())


def test_what_is_late_stands_on_the_last_safe_day_or_on_today() -> None:
    plan = Plan.model_validate(
        {"timing": {"day": "2026-12-17", "nation": "england"}, "access": {"provisions": ["bsl_interpreters"]}}
    )
    pack = prepare(plan, today=TODAY)

    events = {str(one["summary"]): one for one in _events(make(CALENDAR, pack).data)}

    late = next(one for one in pack.arranged.to_dos if one.if_late)
    assert events[late.do].decoded("dtstart") == TODAY
    assert late.if_late in str(events[late.do]["description"])
    assert min(one.decoded("dtstart") for one in events.values()) == TODAY


def _kept(typed: str) -> str:
    return "".join(sign for sign in one_line(typed) if not 0x7F <= ord(sign) <= 0x9F)


def _pack() -> Pack:
    return prepare(open_plan(CHANGING_ROOMS.read_bytes()), today=TODAY)


def _events(data: bytes) -> list[Event]:
    return [one for one in Calendar.from_ical(data).walk("VEVENT") if isinstance(one, Event)]


def _first_moment(event: Event) -> datetime:
    starts = event.decoded("dtstart")
    assert isinstance(starts, date)
    return (
        starts
        if isinstance(starts, datetime)
        else datetime(starts.year, starts.month, starts.day, tzinfo=UTC)
    )
