"""What we tried to lose and how: docs/reliability.md, put together from the tests and the benchmarks themselves."""

import re
import sys
from dataclasses import dataclass

from tests.bench.many_people import BEGINS, ENDS
from tests.documents.hostile_files import HOSTILE_FILES
from tests.hostile.corpus import BY_AIM, CORPUS, DOORS
from tests.servers.running import ROOT
from tests.servers.test_isolation import AT_ONCE

PAGE = ROOT / "docs" / "reliability.md"
BENCHMARKS = ROOT / "docs" / "benchmarks.md"


NOT_MEASURED = "not measured yet"
HOW = (
    "Put together by `python -m tests.servers.reliability` from the tests themselves; a test compares. "
    "Each figure stands with the command that makes it."
)
HOSTILE_WORDS = (
    "Each stands alone behind one door and with the others behind every door, in every document in every form. The "
    "doors are the answers in words, the names of activities, why people go ahead, and the roles they chose. A name "
    "that only a file can give, as of a price or a booking, is letters, digits and dots, or it is left out. In "
    "Chromium, those that are made for a page stand behind every door, and all of them behind one, on every page and "
    "in every preview. No script runs, nothing outside is loaded, no formula begins, no template is worked out, no "
    "header and no file name is changed."
)
LIMITS = (
    "The limits of keeping a plan in a browser are in `docs/decisions/0005`. The container and Kubernetes files have "
    "not been run. Safari and Firefox have not been tried by machine."
)


@dataclass(frozen=True)
class Fault:
    """Something that happens to people, and the test in which it happens."""

    what: str
    then: str
    file: str
    test: str


_UNTRUSTED = "tests/documents/test_untrusted.py"
_AUTOSAVE, _TWO, _ERRORS = (
    "tests/browser/test_autosave.py",
    "tests/prove/test_two_planners.py",
    "tests/servers/test_errors.py",
)
FAULTS = (
    Fault("The page is loaded again", "every answer is back", _AUTOSAVE, "a_reload_restores_every_answer"),
    Fault("The line is lost for a while", "nothing is lost", _AUTOSAVE, "a_lost_connection_loses_nothing"),
    Fault(
        "The server is killed and comes back",
        "the page goes on by itself, with the latest plan",
        _AUTOSAVE,
        "a_restarted_planner_goes_on_with_the_latest_plan",
    ),
    Fault("… twice", "the same", _AUTOSAVE, "a_planner_that_restarts_twice_still_has_the_plan"),
    Fault(
        "The server is killed for good while somebody types",
        "the page goes on at another server, with every answer",
        _TWO,
        "when_a_planner_dies_while_somebody_types_they_go_on_at_the_other",
    ),
    Fault(
        "Somebody types and does not leave the field",
        "it is kept after three seconds without a key",
        _AUTOSAVE,
        "what_stands_in_a_field_is_kept_before_the_field_is_left",
    ),
    Fault(
        "Two tabs change the plan",
        "the slower one is told and writes nothing until somebody chooses",
        _AUTOSAVE,
        "a_tab_is_told_and_does_not_overwrite_what_another_saved",
    ),
    Fault(
        "… and the slower one was not told",
        "it still writes nothing",
        _AUTOSAVE,
        "a_stale_tab_cannot_write_even_when_it_was_not_told",
    ),
    Fault(
        "Another tab forgets the plan",
        "this one is told and may keep it",
        _AUTOSAVE,
        "a_tab_is_told_when_another_forgot_the_plan",
    ),
    Fault(
        "The browser forbids storing",
        "people are told to download a copy",
        _AUTOSAVE,
        "a_browser_that_forbids_it_is_told_and_the_planner_works",
    ),
    Fault(
        "The device is full",
        "people are told until there is room again",
        _AUTOSAVE,
        "a_full_device_is_told_until_there_is_room_again",
    ),
    Fault(
        "What the device holds cannot be read",
        "it stays until somebody says to forget it",
        _AUTOSAVE,
        "what_cannot_be_opened_stays_until_somebody_forgets_it",
    ),
    Fault(
        "The browser is slow to say what it holds",
        "nothing is written before it has",
        _AUTOSAVE,
        "nothing_is_written_before_the_browser_said_what_it_holds",
    ),
    Fault(
        "Somebody looks at an example",
        "their own plan can be brought back",
        _AUTOSAVE,
        "looking_at_an_example_does_not_lose_the_plan_that_was_open",
    ),
    Fault(
        "The planner itself has a fault",
        "people are told calmly and get their answers; the log holds none of them",
        _ERRORS,
        "an_error_shows_no_trace_and_the_log_holds_no_answer",
    ),
)


def page() -> str:
    """The whole page."""
    found = figures()
    lines = [
        "# How much it bears",
        "",
        HOW,
        "",
        "| What | Figure | Command |",
        "|---|---:|---|",
        f"| Sessions held at once, each walking through every page | {found['people']} | `make bench` |",
        f"| … answers lost, errors met and words of others seen | {found['lost']} | `make bench` |",
        f"| … memory of that server at most | {found['memory']} | `make bench` |",
        f"| … memory for each session, over a bare page's | {found['session']} | `make bench` |",
        f"| People at once who found only their own words | {AT_ONCE} | `pytest tests/servers/test_isolation.py` |",
        f"| Kinds of fault survived | {len(FAULTS)} | see below |",
        f"| Hostile words tried | {len(CORPUS)} | `pytest tests/hostile` |",
        f"| … doors that they come through | {DOORS} | `pytest tests/hostile` |",
        f"| Hostile files, each refused in one sentence | {len(HOSTILE_FILES)} | `pytest {_UNTRUSTED}` |",
        "",
        "## Faults survived",
        "",
        "| What happens | What comes of it | Command |",
        "|---|---|---|",
        *(f"| {one.what} | {one.then} | `pytest {one.file} -k {one.test}` |" for one in FAULTS),
        "",
        "Those of `tests/prove` need nginx; `make prove` installs it and runs them.",
        "",
        "## Hostile words",
        "",
        HOSTILE_WORDS,
        "",
        "| Aim | How many |",
        "|---|---:|",
        *(f"| {aim.capitalize()} | {len(words)} |" for aim, words in BY_AIM.items()),
        f"| Everything else | {len(set(CORPUS) - {words for group in BY_AIM.values() for words in group})} |",
        "",
        "## What we cannot promise",
        "",
        LIMITS,
        "",
    ]
    return "\n".join(lines)


def figures() -> dict[str, str]:
    """What the bench with many people wrote last."""
    section = BENCHMARKS.read_text(encoding="utf-8").partition(BEGINS)[2].partition(ENDS)[0]
    found = {
        "lost": r"lost answers \| (\d+) \|",
        "people": r"^(\d+) people arrive",
        "memory": r"Memory in all, at most \| ([^|]+) \|",
        "session": r"over a bare page's \| ([^|]+) \|",
    }
    return {name: _one(pattern, section) for name, pattern in found.items()}


def _one(pattern: str, section: str) -> str:
    if not section:
        return NOT_MEASURED
    match = re.search(pattern, section, re.MULTILINE)
    assert match, f"docs/benchmarks.md has no {pattern}: make bench"
    return match[1]


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
