"""docs/reliability.md says what the tests say."""

import re

import pytest

from tests.servers.reliability import FAULTS, NOT_MEASURED, PAGE, Fault, figures, page
from tests.servers.running import ROOT


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == page(), "python -m tests.servers.reliability"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.test)
def test_every_fault_has_its_test(fault: Fault) -> None:
    text = (ROOT / fault.file).read_text(encoding="utf-8")

    assert re.search(rf"^def test_{fault.test}\(", text, re.MULTILINE)


def test_no_answer_was_lost() -> None:
    assert figures()["lost"] in {"0", NOT_MEASURED}
