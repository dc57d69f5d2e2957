"""What every test may use: documents compared with those we agreed on, and settings for made-up plans."""

import os
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "documents" / "golden"

# Building Word files trips the 200 ms default; a build on a server must give the same answer each time.
settings.register_profile("planner", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("planner")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--agree`, which is what `make agree` uses."""
    parser.addoption("--agree", action="store_true", help="accept today's documents as the golden ones")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden("plan.md", text)` fails unless the text is the one we agreed on."""
    agreed = request.config.getoption("--agree")

    def compare(name: str, text: str) -> None:
        held = GOLDEN / name
        if agreed:
            held.parent.mkdir(parents=True, exist_ok=True)
            held.write_bytes(text.encode())
        elif not held.exists():
            pytest.fail(f"There is no golden {name} yet. To accept today's: make agree", pytrace=False)
        elif (before := held.read_bytes().decode()) != text:
            pytest.fail(f"{difference(name, before, text)}\nTo accept today's: make agree", pytrace=False)

    return compare


def difference(name: str, before: str, after: str) -> str:
    """What changed, in the form that a review shows; a lost line end counts."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"agreed/{name}", f"today/{name}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n(no line end)\n" for line in lines)
