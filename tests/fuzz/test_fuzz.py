"""What `make fuzz` throws at the openers is what it says, and a few of each are thrown here, too."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.documents import open_file
from tests.fuzz.fuzz import as_file, one_file, seeds


@pytest.mark.parametrize("name", seeds())
def test_a_seed_is_a_sound_plan(name: str) -> None:
    opened = open_file(as_file(seeds()[name]))

    assert opened.plan.purpose.title
    assert opened.notes == ()


@settings(max_examples=60)
@given(st.data())
def test_a_spoilt_seed_is_a_plan_or_a_sentence(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(sorted(seeds().values()))))
    start = data.draw(st.integers(0, len(seed)))
    seed[start : start + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))

    one_file(bytes(seed))
