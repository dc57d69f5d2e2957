"""One answer is followed by everything that it means, everywhere, and the same answers by the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.answers import Plan
from planner.arrangements.budget import ZERO
from planner.arrangements.follows import companions_welcome, follows, in_a_room, place_of
from planner.catalogue.entries import Where
from planner.pack import prepare
from tests.arrangements.workshops import DAY, FACTS, TODAY, any_plans, arranged, planned, rich_plans

BSL = FACTS.provisions["bsl_interpreters"]
NAME = "provisions.bsl_interpreters"
MORNING = planned(
    timing={"day": DAY, "nation": "england", "starts": "10:30", "ends": "12:30"},
    venue={"place": "in_person"},
    audience={"people": 10},
    methods={"activities": [{"method": "sticky_wall"}]},
)


def test_one_tick_for_interpreters_is_followed_by_everything_it_means() -> None:
    before, after = (
        arranged(MORNING),
        arranged(MORNING.with_answer("access.provisions", ["bsl_interpreters"])),
    )

    new_to_dos = {todo.id: todo for todo in after.to_dos if todo.because.path == "access.provisions"}
    assert set(new_to_dos) == {f"{NAME}.{key}" for key in BSL.tasks}
    assert new_to_dos[f"{NAME}.book"].start_by == DAY - timedelta(weeks=6)
    assert new_to_dos[f"{NAME}.book"].finish_by == DAY - timedelta(weeks=4)

    assert after.heads.crew_count == before.heads.crew_count + 2
    assert after.heads.in_all == before.heads.in_all + 2

    new_lines = [line for line in after.budget.lines if line.id.startswith(NAME)]
    assert {line.id for line in new_lines} == {f"{NAME}.{key}" for key in BSL.costs}
    assert sum((line.cost for line in new_lines), ZERO) + before.budget.subtotal == after.budget.subtotal
    assert after.budget.access.expected > before.budget.access.expected

    assert before.agenda.clock.talk_percent_more == 0
    assert after.agenda.clock.talk_percent_more == 25
    talk_before, talk_after = (
        sum(item.minutes for item in found.agenda.items if item.method) for found in (before, after)
    )
    assert talk_after > talk_before

    new = {
        part: [
            line.words for line in getattr(after.follows, part) if line not in getattr(before.follows, part)
        ]
        for part in ("says", "checks", "plan_bs")
    }
    assert new == {"says": [BSL.says], "checks": [*BSL.checks], "plan_bs": [BSL.plan_b]}
    assert set(BSL.asks) <= {line.words for line in after.follows.asks}

    briefed_before, briefed_after = (
        [line.words for line in found.follows.briefs("interpreters")] for found in (before, after)
    )
    assert set(briefed_after) - set(briefed_before) == {BSL.briefs["interpreters"]}
    assert "interpreters" in after.follows.suppliers


def test_everything_says_which_answer_it_follows_from() -> None:
    found = arranged(MORNING.with_answer("access.provisions", ["bsl_interpreters"]))

    (invited,) = [line for line in found.follows.says if line.words == BSL.says]

    assert invited.because.path == "access.provisions"
    assert invited.because.words == f"you chose this: {BSL.label}"
    assert invited.evidence == BSL.evidence
    assert invited.label == BSL.label


@pytest.mark.parametrize(
    ("place", "there"), [(None, True), ("not_sure", True), ("in_person", True), ("online", False)]
)
def test_what_only_makes_sense_in_a_room_is_left_out_online(place: str | None, *, there: bool) -> None:
    key = next(key for key, entry in FACTS.provisions.items() if Where.ONLINE not in entry.where)
    plan = planned(venue={"place": place}, access={"provisions": [key]})

    names = [one.name for one in follows(plan, FACTS).chosen]

    assert (f"provisions.{key}" in names) == there


@pytest.mark.parametrize(
    ("place", "where", "room"),
    [
        (None, None, True),
        ("not_sure", None, True),
        ("in_person", Where.IN_PERSON, True),
        ("online", Where.ONLINE, False),
        ("hybrid", Where.HYBRID, True),
    ],
)
def test_a_room_is_expected_unless_it_is_online(
    place: str | None, where: Where | None, *, room: bool
) -> None:
    plan = planned(venue={"place": place})

    assert place_of(plan) == where
    assert in_a_room(plan) == room


@pytest.mark.parametrize(
    ("said", "asks", "checks"),
    [("yes", False, True), ("no", False, False), ("not_sure", True, False), (None, True, False)],
)
def test_the_venue_is_asked_what_is_not_known_and_checked_for_what_is(
    said: str | None, *, asks: bool, checks: bool
) -> None:
    key, feature = next((key, one) for key, one in FACTS.venue.items() if one.asks and one.checks)
    plan = planned(venue={"place": "in_person", "features": {key: said} if said else {}})

    found = follows(plan, FACTS)

    assert (f"venue.{key}.1" in [line.id for line in found.asks]) == asks
    assert (f"venue.{key}.1" in [line.id for line in found.checks]) == checks
    assert feature.label


def test_the_venue_is_never_asked_what_somebody_has_seen_there() -> None:
    wanted = MORNING.with_answer("access.provisions", ["bsl_interpreters"])
    seen = [key for key, feature in FACTS.venue.items() if set(feature.asks) & set(BSL.asks)]

    asked = follows(wanted.with_answer("venue.features", dict.fromkeys(seen, "yes")), FACTS).asks

    assert seen
    assert not set(BSL.asks) & {line.words for line in asked}


def test_nothing_has_to_be_brought_that_the_venue_has() -> None:
    key, there = next(
        (key, one.unless_venue_has) for key, one in FACTS.provisions.items() if one.unless_venue_has
    )
    wanted = MORNING.with_answer("access.provisions", [key])

    brought, found_there = (
        arranged(plan) for plan in (wanted, wanted.with_answer("venue.features", {there: "yes"}))
    )

    entry = FACTS.provisions[key]
    assert entry.tasks
    assert {f"provisions.{key}.{task}" for task in entry.tasks} <= {todo.id for todo in brought.to_dos}
    assert not [todo for todo in found_there.to_dos if todo.id.startswith(f"provisions.{key}.")]
    assert not [line for line in found_there.budget.lines if line.id.startswith(f"provisions.{key}.")]


def test_online_there_is_no_venue_to_ask_and_nobody_who_cooks() -> None:
    everything = {"provisions": list(FACTS.provisions), "formats": list(FACTS.formats)}
    needs = dict.fromkeys(FACTS.needs, 2)

    found = follows(planned(venue={"place": "online"}, access=everything, audience={"needs": needs}), FACTS)

    assert found.asks == ()
    assert not {"caterer", "venue", "transport"} & set(found.suppliers)


def test_a_sentence_that_follows_from_two_answers_is_said_once() -> None:
    plan = planned(
        venue={"place": "in_person"},
        access={"provisions": list(FACTS.provisions), "formats": list(FACTS.formats)},
        audience={"needs": dict.fromkeys(FACTS.needs, 2)},
    )

    found = follows(plan, FACTS)

    for lines in (found.says, found.asks, found.checks, found.plan_bs):
        sentences = [line.words for line in lines]
        assert len(set(sentences)) == len(sentences)


def test_not_sure_about_what_is_put_in_place_puts_nothing_in_place() -> None:
    plan = planned(
        access={"provisions": ["not_sure"], "formats": ["not_sure"]}, welcome={"roles": ["not_sure"]}
    )

    assert follows(plan, FACTS) == follows(Plan(), FACTS)


def test_chores_follow_from_every_plan() -> None:
    names = [one.name for one in follows(planned(venue={"place": "in_person"}), FACTS).chosen]

    assert {f"chores.{key}" for key, one in FACTS.chores.items() if Where.IN_PERSON in one.where} <= set(
        names
    )


@pytest.mark.parametrize(
    ("said", "welcome"), [("paid", True), ("unpaid", True), ("no", False), ("not_sure", False), (None, False)]
)
def test_companions_are_welcome_only_where_somebody_said_so(said: str | None, *, welcome: bool) -> None:
    assert companions_welcome(planned(access={"bring_someone": said})) == welcome


@settings(max_examples=50)
@given(any_plans(), st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_the_same_plan_on_the_same_day_is_always_the_same_pack(plan: Plan, today: date) -> None:
    first = prepare(plan, today=today)

    again = prepare(Plan.model_validate_json(plan.to_json()), today=today)

    assert again == first


@settings(max_examples=50)
@given(rich_plans())
def test_another_day_changes_nothing_but_what_is_still_in_time(plan: Plan) -> None:
    before, after = arranged(plan, TODAY), arranged(plan, TODAY + timedelta(days=400))

    assert after.agenda == before.agenda
    assert after.budget == before.budget
    assert after.heads == before.heads
    assert [(todo.id, todo.start_by, todo.finish_by) for todo in after.to_dos] == [
        (todo.id, todo.start_by, todo.finish_by) for todo in before.to_dos
    ]


@settings(max_examples=50)
@given(rich_plans())
def test_every_line_has_words_a_reason_and_an_id_of_its_own(plan: Plan) -> None:
    found = arranged(plan).follows

    for lines in (found.tasks, found.says, found.asks, found.checks, found.plan_bs):
        assert len({line.id for line in lines}) == len(lines)
        assert all(line.words and line.because.words and line.label for line in lines)
    assert all(found.briefs(supplier) for supplier in found.suppliers)
