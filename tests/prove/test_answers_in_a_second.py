"""The bench counts answers in a second: ours, a bare page's, and those of two planners behind nginx."""

import re
from pathlib import Path

from tests.bench.many_people import main


def test_each_answers_somebody(tmp_path: Path) -> None:
    out = tmp_path / "benchmarks.md"

    code = main(["--people", "1", "--at-once", "2", "--seconds", "0.5", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert re.search(r"^\| 2 \| [1-9][\d.]* \| [1-9][\d.]* \| [1-9][\d.]* \|$", page, re.MULTILINE)
