"""The comparison with bare pages runs and says what it measured; how long things take is for `make bench` alone."""

from pathlib import Path

import pytest

from planner.answers import STEPS
from tests.bench.page import AT_MOST, put, sections
from tests.bench.side_by_side import main


def test_it_writes_a_section_with_every_page_and_leaves_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    out.write_text("# How long\n", encoding="utf-8")

    code = main(["--changes", "1", "--tenth", "1", "--browser", "1", "--starts", "1", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert page.startswith("# How long\n")
    assert capsys.readouterr().out.strip() in page
    assert all(page.count(f"| {step} | ") == 2 for step in STEPS)
    assert page.count(" × | ") + page.count(" s | ") == 2 * len(AT_MOST)


def test_a_section_takes_the_place_of_the_one_of_its_name() -> None:
    page = put(
        "many people",
        "## New\n",
        put("side by side", "## Beside\n", put("many people", "## Old\n", "# How long\n")),
    )

    kept = sections(page)

    assert "Old" not in page
    assert page.startswith("# How long\n")
    assert kept.index("## New") < kept.index("## Beside")
