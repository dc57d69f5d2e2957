"""What a workshop truly is: from facts, in kind words, and more shared power never leads down."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.advice.ladder import DECIDES, ENOUGH_KNOWN, HOW, SAYS, Standing, where_it_stands
from planner.answers import Choice, Plan, asked
from planner.catalogue import catalogue
from planner.catalogue.entries import Power
from planner.reading import read

FACTS = catalogue()
ORDER = list(Power)

SHARED_ALL_THE_WAY = {
    "together.chose_topic": "disabled_people",
    "purpose.can_change": "everything",
    "purpose.decides": "group",
    "purpose.stage": "planning",
    "together.planned_with": "team",
    "together.run_with": "lead",
    "follow_up.notes_shared": "yes",
    "budget.held_by": "group",
    "budget.pay": "choice",
}

# Answers, the rung they lead to, and something the reasons must say.
PLANS: dict[str, tuple[dict[str, str], Power, str]] = {
    "decided already": (
        {"purpose.can_change": "nothing", "purpose.decides": "somebody_else", "budget.pay": "no"},
        Power.INFORM,
        "It is decided already.",
    ),
    "decided already, whatever else is shared": (
        {**SHARED_ALL_THE_WAY, "purpose.can_change": "nothing"},
        Power.INFORM,
        "It is decided already.",
    ),
    "asked, and decided alone": (
        {
            "purpose.can_change": "some",
            "purpose.decides": "after_listening",
            "together.planned_with": "nobody",
        },
        Power.CONSULT,
        "Your team decides after listening.",
    ),
    "nobody knows what can change": (
        {"purpose.decides": "together", "together.planned_with": "team", "budget.pay": "money"},
        Power.CONSULT,
        "You decide together.",
    ),
    "a hand in the day": (
        {"purpose.can_change": "some", "purpose.decides": "somebody_else", "together.run_with": "lead"},
        Power.ENGAGE,
        "Disabled people lead parts of the day.",
    ),
    "deciding about what others planned": (
        {"purpose.can_change": "most", "purpose.decides": "together", "together.planned_with": "nobody"},
        Power.ENGAGE,
        "Your team plans it so far.",
    ),
    "shaped and decided together": (
        {"purpose.can_change": "some", "purpose.decides": "group", "together.planned_with": "asked"},
        Power.CO_DESIGN,
        "The group decides.",
    ),
    "everything but the pay": (
        {**SHARED_ALL_THE_WAY, "budget.pay": "no"},
        Power.CO_DESIGN,
        "People give their time without pay.",
    ),
    "everything, but only to look back": (
        {**SHARED_ALL_THE_WAY, "purpose.stage": "review"},
        Power.CO_DESIGN,
        "People come in when it is time to look back.",
    ),
    "from start to end": (SHARED_ALL_THE_WAY, Power.CO_PRODUCE, "Disabled people asked for this topic."),
}

# For each question, the answers from the least shared power to the most; "not sure" and no answer share none.
LADDERS: dict[str, list[str | None]] = {
    "purpose.can_change": ["nothing", None, "not_sure", "some", "most", "everything"],
    "purpose.decides": [None, "not_sure", "somebody_else", "after_listening", "together", "group"],
    "purpose.stage": [None, "not_sure", "review", "delivery", "development", "planning"],
    "together.chose_topic": [None, "not_sure", "us", "together", "disabled_people"],
    "together.planned_with": [None, "not_sure", "nobody", "asked", "team"],
    "together.run_with": [None, "not_sure", "no", "help", "lead"],
    "follow_up.notes_shared": [None, "not_sure", "no", "yes"],
    "budget.held_by": [None, "not_sure", "somebody_else", "us", "together", "group"],
    "budget.pay": [None, "not_sure", "no", "voucher", "money", "choice"],
}
any_answers = st.fixed_dictionaries({path: st.sampled_from(said) for path, said in LADDERS.items()})


def plan_with(answers: dict[str, Any]) -> Plan:
    plan = Plan()
    for path, answer in answers.items():
        plan = plan.with_answer(path, answer)
    return plan


def standing_of(answers: dict[str, Any]) -> Standing:
    standing = where_it_stands(plan_with(answers), FACTS)
    assert standing is not None
    return standing


@pytest.mark.parametrize(("answers", "rung", "reason"), PLANS.values(), ids=PLANS)
def test_it_says_what_it_is_and_why(answers: dict[str, str], rung: Power, reason: str) -> None:
    standing = standing_of(answers)

    assert standing.rung is rung
    assert reason in [one.words for one in standing.reasons]
    assert {one.path for one in standing.reasons} == set(answers)
    assert set(standing.not_known) == set(SAYS) - set(answers)


@pytest.mark.parametrize("known", range(ENOUGH_KNOWN))
def test_it_says_nothing_while_too_little_is_known(known: int) -> None:
    few = dict(list(SHARED_ALL_THE_WAY.items())[:known])
    unsure = dict.fromkeys(list(SHARED_ALL_THE_WAY)[known:], "not_sure")

    standing = where_it_stands(plan_with({**few, **unsure}), FACTS)

    assert standing is None


@given(any_answers, st.sampled_from(sorted(LADDERS)), st.integers(1, 5))
def test_sharing_more_never_leads_down(answers: dict[str, str | None], path: str, more: int) -> None:
    steps = LADDERS[path]
    higher = steps[min(steps.index(answers[path]) + more, len(steps) - 1)]

    before = where_it_stands(plan_with(answers), FACTS)
    after = where_it_stands(plan_with({**answers, path: higher}), FACTS)

    assert before is None or after is None or ORDER.index(after.rung) >= ORDER.index(before.rung)


@given(any_answers)
def test_doing_what_it_says_leads_up(answers: dict[str, str | None]) -> None:
    before = where_it_stands(plan_with(answers), FACTS)

    done = {} if before is None else {one.path: SHARED_ALL_THE_WAY[one.path] for one in before.towards}
    after = where_it_stands(plan_with({**answers, **done}), FACTS)

    assert (before is None) == (after is None)
    assert before is None or before.rung is Power.CO_PRODUCE or before.towards
    assert (
        before is None
        or after is None
        or before.rung is Power.CO_PRODUCE
        or ORDER.index(after.rung) > ORDER.index(before.rung)
    )


def test_the_last_step_is_the_money_and_where_it_is_not_shared_no_rung_is_lost() -> None:
    ours = standing_of({**SHARED_ALL_THE_WAY, "budget.held_by": "us"})
    shared = standing_of(SHARED_ALL_THE_WAY)

    assert ours.rung is shared.rung is Power.CO_PRODUCE
    assert [one.path for one in ours.towards] == ["budget.held_by"]
    assert shared.towards == ()


@given(any_answers)
def test_every_reason_is_an_answer_that_was_given(answers: dict[str, str | None]) -> None:
    plan = plan_with(answers)

    standing = where_it_stands(plan, FACTS)

    said = standing.reasons if standing else ()
    assert all(one.words == SAYS[one.path][plan.answer(one.path)] for one in said)


def test_every_answer_says_something() -> None:
    silent = {
        (path, choice)
        for path in LADDERS
        for choice in asked(path).choices or ()
        if choice != "not_sure" and choice not in SAYS[path]
    }

    assert set(SAYS) == set(LADDERS) == set(HOW)
    assert silent == set()


def test_a_question_without_an_answer_is_something_to_find_out() -> None:
    standing = standing_of({"together.planned_with": "nobody", "together.run_with": "no", "budget.pay": "no"})

    assert [one.words for one in standing.towards] == [
        "Find out how much people can still change.",
        "Ask three to six disabled people to plan it with you, for pay.",
    ]


@pytest.mark.parametrize("decides", DECIDES)
def test_the_invitation_says_who_decides_where_the_rung_leaves_it_open(decides: Choice) -> None:
    standing = standing_of(
        {"purpose.can_change": "some", "purpose.decides": decides, "together.chose_topic": "us"}
    )

    assert standing.sentence.startswith(FACTS.ladder[standing.rung].says)
    assert standing.sentence.endswith(DECIDES[decides])


def test_an_invitation_to_what_is_decided_does_not_speak_of_deciding_together() -> None:
    standing = standing_of({**SHARED_ALL_THE_WAY, "purpose.can_change": "nothing"})

    assert standing.sentence == FACTS.ladder[Power.INFORM].says


def test_every_rung_has_its_words_and_a_source() -> None:
    without_source = [power for power, rung in FACTS.ladder.items() if not rung.evidence.sources]

    assert list(FACTS.ladder) == ORDER
    assert without_source == []


def test_no_word_blames_scores_or_is_hard_to_read() -> None:
    rungs = [
        words
        for rung in FACTS.ladder.values()
        for words in (rung.label, rung.explain, rung.says, rung.step_up)
    ]
    answers = [words for said in SAYS.values() for words in said.values()]
    everything = [*rungs, *answers, *HOW.values(), *DECIDES.values()]
    unkind = re.compile(
        r"\b(only|fail\w*|wrong|bad|should|must|tokenis\w+|fake|poor|score|points?|percent|unfortunately)\b|!",
        re.IGNORECASE,
    )

    blaming = [words for words in everything if unkind.search(words)]
    reading = read(
        " ".join(words if words.endswith(".") else f"{words}." for words in everything),
        jargon=FACTS.jargon,
        respectful=FACTS.respectful,
        long_sentence=FACTS.pace.long_sentence.value,
    )

    assert blaming == []
    assert [hit.found for hit in (*reading.jargon, *reading.respectful)] == []
    assert reading.long_sentences == ()
