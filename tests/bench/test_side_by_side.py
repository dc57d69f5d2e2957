"""The comparison with bare pages runs and says what it measured; how long things take is for `make bench` alone."""

from pathlib import Path

import pytest

from tests.bench.page import missed, put, sections, target
from tests.bench.side_by_side import main

TARGETS = (
    "A page on the server, median",
    "The slowest page on the server",
    "A page in the browser, median",
    "The slowest page in the browser",
    "First question, cold",
    "Starting a server",
    "An answer on a tenth of a processor, median",
)


def test_it_writes_a_section_with_every_page_and_leaves_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    out.write_text("# How long\n", encoding="utf-8")
    once = ["--changes", "1", "--tenth", "1", "--browser", "1", "--starts", "1"]

    code = main([*once, "--steps", "purpose", "access", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert page.startswith("# How long\n")
    assert capsys.readouterr().out.strip() in page
    assert all(f"| {what} | " in page for what in TARGETS)
    for step in ("purpose", "access"):
        assert page.count(f"| {step} | ") == 2  # on the server, and on a tenth of a processor
        assert f"| From key to settled: {step} | " in page


def test_what_is_over_its_budget_is_said() -> None:
    page = "\n".join(
        (target("Workbook", 90, 80, "ms"), target("Plan", 20, 25, "ms"), target("Growth", 1.3, 1.1, ""))
    )

    assert missed(page) == ["Workbook: 90.0 ms, at most 80 ms", "Growth: 1.3, at most 1.1"]


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
