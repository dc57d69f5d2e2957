"""The bench with many people runs, says what it found, and keeps the rest of the page."""

from pathlib import Path

import pytest

from tests.bench.many_people import main

BEGINS, ENDS = "<!-- many people: begins -->", "<!-- many people: ends -->"


@pytest.mark.parametrize("held", ["", "# How long\n\n| a | 1 |\n", f"# How long\n\n{BEGINS}\nold\n{ENDS}\n"])
def test_it_writes_its_section_and_keeps_the_rest(
    tmp_path: Path, held: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    out.write_text(held, encoding="utf-8")

    code = main(["--people", "1", "--at-once", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert capsys.readouterr().out in page
    assert "| Errors, strangers' words and lost answers | 0 | 0 | yes |" in page
    assert "| Memory for each session, over a bare page's |" in page
    assert page.count(BEGINS) == page.count(ENDS) == 1
    assert "old" not in page
    assert page.startswith(held[:10])
