"""Every document of every example, made once by the command an organiser can type."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import (  # noqa: F401  for the proof with two planners
    browser,
    complaints,
    context,
    page,
    pytest_runtest_makereport,
    servers,
)

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
TODAY = "2026-11-23"


@pytest.fixture(scope="session", params=EXAMPLES, ids=lambda path: path.stem)
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all documents of one example."""
    example: Path = request.param
    folder = tmp_path_factory.mktemp(example.stem)
    made = subprocess.run(
        [sys.executable, "-m", "planner", "pack", str(example), "--out", str(folder), "--today", TODAY],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    return folder
