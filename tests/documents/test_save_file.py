"""A saved plan opens as it was; every other file is refused with a sentence, quickly and as a whole."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.answers import Plan
from planner.documents.save_file import CannotOpen, open_plan, save
from tests.plans.strategies import plans


@given(plans())
def test_a_saved_plan_opens_as_it_was(plan: Plan) -> None:
    data = save(plan)

    opened = open_plan(data)

    assert opened == plan
    assert save(opened) == data


def test_a_mark_at_the_start_that_windows_leaves_does_no_harm() -> None:
    plan = Plan().with_answer("purpose.title", "Better parks")

    opened = open_plan(b"\xef\xbb\xbf" + save(plan))

    assert opened == plan


GOOD = Plan().with_answer("purpose.title", "Better parks").to_json()


def _with(**answers: Any) -> bytes:
    return json.dumps({"version": 1, **answers}).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n ", "is empty", id="nothing but spaces"),
        pytest.param(GOOD[:200].encode(), "end of this file is missing", id="cut short"),
        pytest.param(GOOD[:40].encode(), "end of this file is missing", id="cut short inside words"),
        pytest.param(b"Dear Asha, here is the plan.", "not a saved plan", id="a letter"),
        pytest.param(b"PK\x03\x04\xff\xfe", "not a saved plan", id="a Word file"),
        pytest.param(GOOD.encode("utf-16"), "UTF-8", id="other letters"),
        pytest.param(b"[1, 2]", "something else than a plan", id="a list"),
        pytest.param(b"null", "something else than a plan", id="nothing at all"),
        pytest.param(b"{}", "not a plan from this planner", id="no version"),
        pytest.param(
            b'{"version": true}', "not a plan from this planner", id="a version that is not a number"
        ),
        pytest.param(b'{"version": 2, "news": 1}', "made by a newer planner", id="a later version"),
        pytest.param(b'{"version": 1, "version": 1}', "the same thing twice (version)", id="repeated keys"),
        pytest.param(b'{"version": NaN}', "no question asks for (NaN)", id="not a number"),
        pytest.param(b'{"version": -Infinity}', "no question asks for (-Infinity)", id="infinity"),
        pytest.param(b'{"version": 1e999}', "no question asks for (1e999)", id="a huge fraction"),
        pytest.param(b'{"version": ' + b"9" * 5000 + b"}", "more than 15 digits", id="a huge number"),
        pytest.param(b'{"version": 1, "purpose": {"title": "\\ud800"}}', "half a letter", id="half a letter"),
        pytest.param(b"[" * 200_000, "too many brackets", id="very deep"),
        pytest.param(b'{"a":' * 21 + b"1" + b"}" * 21, "too many brackets", id="a little too deep"),
        pytest.param(_with(timing={"day": "soon"}), "fit their questions: Day;", id="a day that is none"),
        pytest.param(
            _with(timing={"starts": 36000}), "fit their questions: Start time;", id="a number for a time"
        ),
        pytest.param(_with(timing={"mood": 1}), "fit their questions: timing.mood;", id="an unknown answer"),
        pytest.param(_with(mood="good"), "fit their questions: mood;", id="an unknown step"),
        pytest.param(_with(timing=[]), "fit their questions: timing;", id="a step that is a list"),
        pytest.param(
            _with(
                purpose={"title": 1, "question": 2},
                audience={"people": "many", "needs": {"giants": 2}},
                venue={"place": "moon"},
            ),
            "Name of the workshop, What we work out together, People taking part and 2 more;",
            id="five wrong answers",
        ),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(CannotOpen) as refused:
        open_plan(data)

    said = str(refused.value)
    assert sentence in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 300


@pytest.mark.parametrize("data", [b"[" * 50_000_000, b" " * 50_000_000, b'{"version": 1}' + b" " * 2_100_000])
def test_a_huge_file_is_refused_before_it_is_read(data: bytes) -> None:
    began = time.perf_counter()

    with pytest.raises(CannotOpen, match="too big"):
        open_plan(data)

    assert time.perf_counter() - began < 0.1


def test_two_megabytes_of_quotes_are_refused_quickly() -> None:
    began = time.perf_counter()

    with pytest.raises(CannotOpen):
        open_plan(b'"\\' * 1_000_000)

    assert time.perf_counter() - began < 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode(errors="surrogatepass")))
def test_whatever_the_bytes_nothing_but_a_sentence_comes_back(data: bytes) -> None:
    try:
        open_plan(data)
    except CannotOpen as refused:
        said = str(refused)
    else:
        said = "opened."

    assert said.endswith(".")


@given(st.data())
def test_a_damaged_plan_opens_whole_or_not_at_all(data: st.DataObject) -> None:
    whole = bytearray(GOOD.encode())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))

    try:
        opened = open_plan(bytes(whole))
    except CannotOpen:
        opened = None

    assert opened is None or open_plan(save(opened)) == opened
