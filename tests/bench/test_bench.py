"""The bench runs and says what it measured; how long things take is for `make bench` alone."""

from pathlib import Path

import pytest

from planner.answers import NOT_SURE, QUESTIONS, Plan
from planner.documents import fitting, open_plan
from planner.pack import prepare
from tests.bench.bench import GROWING, KINDS, RICHEST, TIMES, TODAY, grown, main


def test_it_writes_and_prints_a_page_with_every_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "benchmarks.md"
    pack = prepare(open_plan(RICHEST.read_bytes()), today=TODAY)

    code = main(["--rounds", "1", "--fresh", "1", "--documents", "1", "--out", str(out)])

    page = out.read_text(encoding="utf-8")
    assert code == 0
    assert capsys.readouterr().out == page
    assert page.count(" ms | ") == 3 * 2
    assert "| Opening any hostile file (the slowest run) |" in page
    assert "| Opening plan.docx |" in page
    assert all(f"| Ten times as much: {name} |" in page for name in GROWING)
    assert all(f"| {name}, {times} × |" in page for name in GROWING for times in TIMES)
    assert all(f"| {document.name} (" in page for document in fitting(pack))


@pytest.mark.parametrize("name", KINDS)
def test_ten_times_is_about_ten_times_as_much_of_what_it_says_alone(name: str) -> None:
    few, many = (grown(Plan(), KINDS[name], times) for times in (1, 10))

    sizes = [(_size(few, one.path), _size(many, one.path)) for one in QUESTIONS if one.kind in KINDS[name]]
    others = [one.path for one in QUESTIONS if one.kind not in KINDS[name]]

    assert sum(many for _, many in sizes) >= 9 * sum(few for few, _ in sizes)
    assert all(many.answer(path) == Plan().answer(path) for path in others)


def _size(plan: Plan, path: str) -> int:
    answer = plan.answer(path)
    assert answer != NOT_SURE
    return len(answer)
