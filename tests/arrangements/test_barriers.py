"""Who could be shut out, and where."""

from planner.answers import Plan
from planner.arrangements.barriers import Cell, State, barrier_map
from planner.catalogue import catalogue
from planner.catalogue.entries import Stage, VenueArea

FACTS = catalogue()
NO_WAY_IN = {key: "no" for key, feature in FACTS.venue.items() if feature.area is VenueArea.GETTING_IN}


def cell(need: str, stage: Stage, **answers: object) -> Cell:
    plan = Plan.model_validate({"audience": {"needs": {need: 1}}, "venue": {"place": "in_person"}, **answers})
    return barrier_map(plan, FACTS)[0].cells[stage]


def test_nobody_expected_is_an_empty_map() -> None:
    assert barrier_map(Plan(), FACTS) == ()


def test_people_who_sign_are_shut_out_while_nothing_serves_them() -> None:
    found = cell("bsl_users", Stage.TAKE_PART)

    assert found.state is State.SHUT_OUT
    assert FACTS.provisions["bsl_interpreters"].label in found.missing


def test_interpreters_let_them_take_part() -> None:
    found = cell("bsl_users", Stage.TAKE_PART, access={"provisions": ["bsl_interpreters"]})

    assert found.state is not State.SHUT_OUT
    assert FACTS.provisions["bsl_interpreters"].label in found.in_place


def test_a_step_at_the_door_shuts_out_wheelchair_users() -> None:
    found = cell(
        "wheelchair_users",
        Stage.GET_IN,
        venue={"place": "in_person", "features": {"step_free_entrance": "no"}},
    )

    assert found.state is State.SHUT_OUT
    assert FACTS.venue["step_free_entrance"].label in found.missing


def test_what_nobody_has_looked_at_is_not_known() -> None:
    found = cell("wheelchair_users", Stage.GET_IN)

    assert FACTS.venue["step_free_entrance"].label in found.not_known
    assert found.state in {State.NOT_KNOWN, State.LOOK_AGAIN}


def test_online_there_is_no_door_to_get_in_by() -> None:
    found = cell("blind_low_vision", Stage.GET_IN, venue={"place": "online"})

    assert found.not_known == ()


def test_what_is_missing_names_the_question_that_puts_it_right() -> None:
    missing_steps = cell(
        "wheelchair_users", Stage.GET_IN, venue={"place": "in_person", "features": NO_WAY_IN}
    )
    nobody_signs = cell("bsl_users", Stage.TAKE_PART)
    somebody_signs = cell("bsl_users", Stage.TAKE_PART, access={"provisions": ["bsl_interpreters"]})

    assert missing_steps.put_right == "venue.features"
    assert nobody_signs.put_right == "access.provisions"
    assert somebody_signs.put_right == ""
