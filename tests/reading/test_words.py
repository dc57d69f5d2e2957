"""Jargon and hurtful phrases are found in every form, and left alone where they are harmless."""

import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.catalogue.entries import Basis, Evidence, Glossary, Wording
from planner.reading.words import hits


def phrases(text: str, glossary: Glossary) -> list[str]:
    return [hit.phrase for hit in hits(text, glossary)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We ask service users.", "service user"),
        ("The Service User's view counts.", "service user"),
        ("the service users’ views", "service user"),
        ("our service-users", "service user"),
        ("our service\u00a0users", "service user"),
        ("co-production", "co-production"),
        ("co production", "co-production"),
        ("coproduction", "co-production"),
        ("Co\u2011production works.", "co-production"),
        ("CO–PRODUCTION", "co-production"),
        ("We are co-producing it.", "co-produce"),
        ("needs assessments", "needs assessment"),
        ("your strategies", "strategy"),
        ("utilised", "utilise"),
        ("facilitating", "facilitate"),
        ("It was rolled out.", "roll-out"),
        ("complying with it", "comply with"),
        ("Tell the KPIs.", "KPI"),
        ("key stakeholders", "key stakeholder"),
        ("Empower Anna to speak.", "empower"),
    ],
)
def test_jargon_is_found_in_every_form(text: str, phrase: str, jargon: Glossary) -> None:
    assert phrases(text, jargon) == [phrase]


@pytest.mark.parametrize(
    "harmless",
    [
        "A determined person is determined to swim.",
        "Clip on the safety harness.",
        "The airline pilot waited.",
        "Volunteers deliver the leaflets.",
        "Get a take-away meal.",
        "We set the table and reached the hall.",
        "The risk assessment is done.",
        "The Charity Commission wrote to us.",
        "Anna works for the Greenfield Social Prescribing Project.",
        "“Stakeholders” is what they called us.",
        "See www.service-user.org or mail pilot@outcome.org.uk.",
        "Robustness and pathwaysigns are no words of ours.",
    ],
)
def test_jargon_is_left_alone_where_it_is_plain(harmless: str, jargon: Glossary) -> None:
    assert phrases(harmless, jargon) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A day for the disabled.", "the disabled"),
        ("The disabled and their families", "the disabled"),
        ("lifts for the disabled, toilets for all", "the disabled"),
        ("Is there a disabled toilet?", "disabled toilet"),
        ("Where are the disabled toilets?", "disabled toilet"),
        ("two disabled bays", "disabled bay"),
        ("She suffers from epilepsy.", "suffer from"),
        ("people suffering from severe chronic pain", "suffer from"),
        ("He suffered with his mental health.", "suffer with"),
        ("a victim of cerebral palsy", "victim of"),
        ("dementia sufferers", "sufferer"),
        ("wheelchair-bound people", "wheelchair-bound"),
        ("wheelchair bound people", "wheelchair-bound"),
        ("confined to a wheelchair", "confined to a wheelchair"),
        ("children with special needs", "special need"),
        ("ABLE BODIED swimmers", "able-bodied"),
        ("Ask an autistic who likes trains.", "an autistic"),
        ("It is open to the Deaf.", "the deaf"),
        ("The handicapped can use the lift.", "the handicapped"),
        ("mentally handicapped people", "mentally handicapped"),
        ("She is inspirational.", "inspirational"),
        ("They overcame it despite their disability.", "despite their disability"),
    ],
)
def test_hurtful_phrases_are_found(text: str, phrase: str, respectful: Glossary) -> None:
    assert phrases(text, respectful) == [phrase]


@pytest.mark.parametrize(
    "harmless",
    [
        "The disabled people we work with said yes.",
        "The disabled artist is here, and the disabled swimmers too.",
        "Disabled people, autistic people and Deaf people came.",
        "It is a blind spot. Keep to the blind side. The blind date went well.",
        "The blinds are down. Please close the blind.",
        "The deaf community and the Deaf choir met.",
        "The room suffers from noise and the roof from damp.",
        "They suffer from.",
        "She was a victim of fraud.",
        "sufferance, keyboard, blinded, deafening, invalidate",
        "an autistic person, a diabetic option, an epileptic seizure",
        "Anna works for The Special Needs Trust in Leeds.",
        "Handicapped Children's Action Group met on Monday.",
        "The Royal Society for the Blind wrote.",
        "Mo said “I am a wheelchair-bound old goat”.",
        'Mo said "call me handicapped".',
        "Mo said ‘I’m a cripple and that’s my word’.",
        "Flame-retardant curtains, crippling debts and an inspirational quote.",
        "His golf handicap is 12.",
    ],
)
def test_phrases_are_left_alone_where_they_hurt_nobody(harmless: str, respectful: Glossary) -> None:
    assert phrases(harmless, respectful) == []


def test_the_longest_phrase_wins() -> None:
    glossary = glossary_of(need={}, assessment={}, **{"needs assessment": {}, "needs assessment form": {}})

    found = phrases("A needs assessment form, a needs assessment, a need.", glossary)

    assert found == ["needs assessment form", "needs assessment", "need"]


def test_an_excused_phrase_does_not_hide_one_inside_it() -> None:
    glossary = glossary_of(**{"the disabled": {"unless_before": "toilets?"}, "disabled toilet": {}})

    assert phrases("the disabled toilets", glossary) == ["disabled toilet"]


def test_an_excuse_holds_only_right_beside_the_phrase() -> None:
    glossary = glossary_of(harness={"unless_after": "safety", "unless_before": "straps?"})

    assert phrases("safety harness, harness strap", glossary) == []
    assert phrases("safety first: harness it all, straps too, unsafety harness", glossary) == ["harness"] * 2


def test_a_word_that_opens_a_sentence_is_not_a_name_for_that() -> None:
    glossary = glossary_of(**{"stakeholder": {}, "service user": {}})

    assert phrases("Stakeholders met. The stakeholders left.", glossary) == ["stakeholder"] * 2
    assert phrases("Service users Anna and Mo met. The Service Users Forum met.", glossary) == [
        "service user"
    ]


def test_an_apostrophe_opens_no_quotation(jargon: Glossary) -> None:
    assert phrases("the users' outcomes and the carers' outcomes", jargon) == ["outcome", "outcome"]


def test_a_quotation_that_is_never_closed_hides_nothing(jargon: Glossary) -> None:
    assert phrases("She said “our outcomes\nare good", jargon) == ["outcome"]


def test_a_hit_tells_what_to_say_and_why(respectful: Glossary) -> None:
    text = "Ask the\nDisabled!"

    (hit,) = hits(text, respectful)

    assert (hit.start, hit.end, hit.found) == (4, 16, "the\nDisabled")
    assert hit.say == "disabled people"
    assert hit.why == respectful.words["the disabled"].why


def test_an_empty_list_finds_nothing() -> None:
    assert hits("Anything at all.", glossary_of()) == ()


def test_there_are_enough_words(jargon: Glossary, respectful: Glossary) -> None:
    assert len(jargon.words) >= 120
    assert len(respectful.words) >= 25


def test_every_respectful_word_says_why_in_one_line(respectful: Glossary) -> None:
    assert [
        phrase for phrase, wording in respectful.words.items() if not wording.why or "\n" in wording.why
    ] == []


def test_every_phrase_of_both_lists_finds_itself(jargon: Glossary, respectful: Glossary) -> None:
    lost = [
        phrase
        for glossary in (jargon, respectful)
        for phrase in glossary.words
        if phrases(f"So {phrase}.", glossary) != [phrase]
    ]

    # These hurt, or not, by the words that follow.
    assert lost == ["suffer from", "suffer with", "victim of"]


def test_every_excuse_is_a_pattern(jargon: Glossary, respectful: Glossary) -> None:
    for glossary in (jargon, respectful):
        for wording in glossary.words.values():
            assert all(
                re.compile(excuse) for excuse in (wording.unless_before, wording.unless_after) if excuse
            )


def test_we_do_not_suggest_jargon_or_hurtful_words(jargon: Glossary, respectful: Glossary) -> None:
    suggestions = [w.say for glossary in (jargon, respectful) for w in glossary.words.values()]

    hurtful = [say for say in suggestions if hits(say, respectful)]
    heavy = [say for say in suggestions if hits(say, jargon)]

    assert (hurtful, heavy) == ([], [])


PIECES = [
    "the",
    "disabled",
    "toilets",
    "suffers",
    "from",
    "MS",
    "service",
    "User's",
    "KPI",
    "İn\u017fure",
    "en\u017fure",
]
MARKS = ["“", "”", '"', "'", "‘", "’", ".", "\n", "-", "\u2011", "x@y.uk"]


@given(st.text() | st.lists(st.sampled_from(PIECES + MARKS)).map(" ".join))
def test_any_text_is_read_and_quoted_exactly(jargon: Glossary, respectful: Glossary, text: str) -> None:
    for glossary in (jargon, respectful):
        found = hits(text, glossary)

        assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
        assert all(hit.found == text[hit.start : hit.end] for hit in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        "the disabled ",
        "“",
        "'a ",
        "'a'",
        ".",
        "- ",
        "service ",
        "a-",
        "A-",
        "Trust ",
        "\n",
        "@",
        "www.",
        "a.",
    ],
)
def test_no_text_takes_for_ever(piece: str, respectful: Glossary) -> None:
    text = piece * (40_000 // len(piece))

    started = perf_counter()
    hits(text, respectful)

    assert perf_counter() - started < 2


def glossary_of(**words: dict[str, str]) -> Glossary:
    evidence = Evidence(basis=Basis.OUR_JUDGEMENT, as_of="2026-11-23", review_by="2027-11-30")
    return Glossary(
        evidence=evidence, words={phrase: Wording(say="ok", **more) for phrase, more in words.items()}
    )
