"""Every document of every example, made once by the command an organiser can type."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
from tests.prove.witnesses import AT_ONCE, LONGEST_WAIT

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
TODAY = "2026-11-23"
RICHEST = "changing-rooms"


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder with all documents of each example."""
    folders = {example: tmp_path_factory.mktemp(example.stem) for example in EXAMPLES}
    with ThreadPoolExecutor(AT_ONCE) as hands:
        for _ in hands.map(make_pack, folders, folders.values()):
            pass
    return {example.stem: folder for example, folder in folders.items()}


@pytest.fixture(params=[path.stem for path in EXAMPLES])
def pack(request: pytest.FixtureRequest, packs: dict[str, Path]) -> Path:
    """A folder with all documents of one example."""
    return packs[request.param]


def make_pack(example: Path, folder: Path) -> None:
    """Every document, in every form."""
    made = subprocess.run(
        [sys.executable, "-m", "planner", "pack", str(example), "--out", str(folder), "--today", TODAY],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST_WAIT,
    )
    assert made.returncode == 0, made.stderr


def word_files(packs: dict[str, Path]) -> list[Path]:
    """Every document of every example as a Word file, in standard, in large print, and as an Easy Read draft."""
    return [file for folder in packs.values() for file in sorted(folder.rglob("*.docx"))]
