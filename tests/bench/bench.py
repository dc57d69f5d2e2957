"""How long the planner takes on this machine, written down as it was: `make bench`."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from planner.advice import advise
from planner.answers import QUESTIONS, Asked, Kind, Plan
from planner.catalogue import catalogue
from planner.documents import CannotOpen, Document, carries_plan, fitting, make, open_file, open_plan
from planner.pack import Pack, prepare
from tests.bench import documents as papers
from tests.bench.page import PAGE, sections, target
from tests.documents.hostile_files import HOSTILE_FILES, hostile

ROOT = Path(__file__).parents[2]
RICHEST = ROOT / "examples" / "changing-rooms.json"
TODAY = date(2026, 11, 23)
TIMES = (1, 3, 10)
KINDS = {
    "activities": frozenset({Kind.ACTIVITIES}),
    "ticks": frozenset({Kind.TICKS, Kind.COUNTS, Kind.FEATURES}),
    "texts": frozenset({Kind.TEXT}),
}
GROWING = {**KINDS, "all three": frozenset().union(*KINDS.values())}
FEW_ACTIVITIES = 3
PARAGRAPH = "We meet in the library. There is tea, and there are breaks. Tell us what would help you. " * 14
LIBRARIES = ("pydantic", "jinja2", "python-docx", "openpyxl", "lxml", "markdown-it-py", "docxtpl")
WARM_UP = 3
PREPARE_AT_MOST, CATALOGUE_AT_MOST, GROWTH_AT_MOST = 25.0, 150.0, 12.0  # ms, ms, times
ADVICE_AT_MOST = 10.0  # ms
MOST_HOSTILE_SHOWN = 5
HOSTILE_AT_MOST = 1000.0  # ms, the slowest of all

# What a new process does; it prints milliseconds. Imports are paid for before the first clock starts or after.
FRESH = {
    "Reading and checking the whole catalogue": (
        "from time import perf_counter as now\n"
        "from planner.catalogue import catalogue\n"
        "start = now(); catalogue(); print((now() - start) * 1000)"
    ),
    "From nothing to a planner that is ready (imports and catalogue)": (
        "from time import perf_counter as now\n"
        "start = now(); import planner.documents; print((now() - start) * 1000)"
    ),
}
CATALOGUE = next(iter(FRESH))


@dataclass(frozen=True)
class Timed:
    """What was timed, and the milliseconds of each run."""

    name: str
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the runs were faster."""
        return statistics.median(self.runs)

    @property
    def row(self) -> str:
        """A row of a table: name, median, the middle half, the slowest."""
        low, high = _middle_half(self.runs)
        return f"| {self.name} | {self.median:.1f} | {low:.1f} to {high:.1f} | {max(self.runs):.1f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the page and print it."""
    asked_for = _parser().parse_args(arguments)
    before = os.getloadavg()[0]
    plan = open_plan(RICHEST.read_bytes())
    pack = prepare(plan, today=TODAY)
    fresh = [Timed(name, runs) for name, runs in _alternating(_fresh_cases(), asked_for.fresh, 1).items()]
    core = _timed(
        {
            "prepare() of the richest example": partial(prepare, plan, today=TODAY),
            "of this, all advice": partial(advise, plan, pack.arranged, pack.facts, TODAY),
        },
        asked_for.rounds,
    )
    growing = _timed(_growing_cases(plan), asked_for.rounds)
    documents = _timed(_document_cases(pack), asked_for.documents)
    beside = _timed(papers.word_cases(pack), asked_for.documents)
    whole = _timed(papers.whole_cases(pack), asked_for.documents)
    peak = papers.peak_memory(RICHEST, TODAY.isoformat())
    opening = _timed(_opening_cases(pack), asked_for.documents)
    harm = _timed({name: partial(_refused, name) for name in HOSTILE_FILES}, asked_for.documents)
    page = _page(fresh, core, growing, documents, beside, whole, peak, opening, harm, asked_for, before)
    others = sections(asked_for.out.read_text(encoding="utf-8")) if asked_for.out.exists() else ""
    asked_for.out.write_text(f"{page}\n{others}" if others else page, encoding="utf-8")
    sys.stdout.write(page)
    return 0


def grown(plan: Plan, kinds: frozenset[Kind], times: int) -> Plan:
    """The plan with so many times the answers of these kinds; ten times is nearly all that can be said."""
    for one in QUESTIONS:
        if one.kind in kinds:
            plan = plan.with_answer(one.path, _answer(one, times))
    return plan


def _answer(one: Asked, times: int) -> Any:
    if one.kind is Kind.TEXT:
        return PARAGRAPH * times
    keys = list(getattr(catalogue(), one.table))
    if one.kind is Kind.ACTIVITIES:
        return [{"method": key} for key in islice(cycle(keys), FEW_ACTIVITIES * times)]
    some = keys[: max(1, len(keys) * times // max(TIMES))]
    match one.kind:
        case Kind.COUNTS:
            return dict.fromkeys(some, 1)
        case Kind.FEATURES:
            return dict.fromkeys(some, "yes")
        case _:
            return some


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Time the planner on this machine.")
    parser.add_argument("--rounds", type=int, default=40, help="how often each thing is timed")
    parser.add_argument("--fresh", type=int, default=15, help="how many new processes for each start")
    parser.add_argument("--documents", type=int, default=10, help="how often each document is made")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser


def _fresh_cases() -> dict[str, Callable[[], float]]:
    return {name: partial(_in_a_new_process, code) for name, code in FRESH.items()}


def _in_a_new_process(code: str) -> float:
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(said.stdout)


def _growing_cases(plan: Plan) -> dict[str, Callable[[], object]]:
    return {
        _growing_name(name, times): partial(prepare, grown(plan, kinds, times), today=TODAY)
        for name, kinds in GROWING.items()
        for times in TIMES
    }


def _growing_name(name: str, times: int) -> str:
    return f"{name}, {times} ×"


def _document_cases(pack: Pack) -> dict[str, Callable[[], object]]:
    return {_document_name(document): partial(make, document, pack) for document in fitting(pack)}


def _document_name(document: Document) -> str:
    return f"{document.name} ({document.form.suffix.removeprefix('.')})"


def _opening_cases(pack: Pack) -> dict[str, Callable[[], object]]:
    """Every file that opens again."""
    return {
        f"Opening {one.key}{form.suffix}": partial(open_file, make(one, pack, form).data)
        for one in fitting(pack)
        for form in one.forms
        if carries_plan(one, form)
    }


def _refused(name: str) -> None:
    try:
        open_file(hostile(name))
    except CannotOpen:
        return
    raise AssertionError(f"{name} was opened")


def _timed(cases: Mapping[str, Callable[[], object]], rounds: int) -> list[Timed]:
    clocks = {name: partial(_milliseconds, work) for name, work in cases.items()}
    return [Timed(name, runs) for name, runs in _alternating(clocks, rounds, WARM_UP).items()]


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _alternating(
    cases: Mapping[str, Callable[[], float]], rounds: int, warm_up: int
) -> dict[str, tuple[float, ...]]:
    """Every case once in each round, forwards and then backwards, so that a busy minute hits them all alike."""
    runs: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    for number in range(warm_up + rounds):
        for name in names if number % 2 else reversed(names):
            took = cases[name]()
            if number >= warm_up:
                runs[name].append(took)
    return {name: tuple(found) for name, found in runs.items()}


def _middle_half(runs: tuple[float, ...]) -> tuple[float, float]:
    if len(runs) == 1:
        return runs[0], runs[0]
    low, _, high = statistics.quantiles(runs, n=4, method="inclusive")
    return low, high


def _page(
    fresh: list[Timed],
    core: list[Timed],
    growing: list[Timed],
    documents: list[Timed],
    beside: list[Timed],
    whole: list[Timed],
    peak: float,
    opening: list[Timed],
    harm: list[Timed],
    asked_for: argparse.Namespace,
    load_before: float,
) -> str:
    medians = {one.name: one.median for one in (*fresh, *core, *growing)}
    growth = {
        name: medians[_growing_name(name, max(TIMES))] / medians[_growing_name(name, 1)] for name in GROWING
    }
    targets = [
        target("Reading and checking the catalogue", medians[CATALOGUE], CATALOGUE_AT_MOST, "ms"),
        target("prepare(), once the catalogue is read", core[0].median, PREPARE_AT_MOST, "ms"),
        target("All advice about the richest example", core[1].median, ADVICE_AT_MOST, "ms"),
        *(target(f"Ten times as much: {name}", found, GROWTH_AT_MOST, "×") for name, found in growth.items()),
        *_targets_of_documents({one.name: one.median for one in (*beside, *whole)}, peak),
        target(
            "Opening any hostile file (the slowest run)",
            max(max(one.runs) for one in harm),
            HOSTILE_AT_MOST,
            "ms",
        ),
    ]
    head = ["| What | Median | Middle half | Slowest |", "|---|---:|---:|---:|"]
    how = (
        f"{WARM_UP} rounds to warm up (one for new processes), then {asked_for.rounds} rounds "
        f"({asked_for.fresh} new processes, each document {asked_for.documents} times) in alternating order"
    )
    command = (
        f"python -m tests.bench.bench --rounds {asked_for.rounds} --fresh {asked_for.fresh} "
        f"--documents {asked_for.documents}"
    )
    grows = (
        f"The same example with {FEW_ACTIVITIES} activities, a tenth of all ticks or "
        f"{len(PARAGRAPH):,} letters in each text, then with three and ten times as much of it."
    )
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    lines = [
        "# How long the planner takes",
        "",
        "Written by `make bench`; every figure is what this machine did that day, in milliseconds.",
        "",
        f"- **Day:** {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"- **Machine:** {os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        f"- **How busy:** load average {load_before:.1f} before and {os.getloadavg()[0]:.1f} after",
        f"- **Python:** {platform.python_version()}",
        f"- **Libraries:** {libraries}",
        f"- **Command:** `{command}`",
        f"- **How:** {how}",
        "",
        "## Targets",
        "",
        "| What | Median | At most | Met |",
        "|---|---:|---:|---|",
        *targets,
        "",
        "## Starting, in a new process each time",
        "",
        *head,
        *(one.row for one in fresh),
        "",
        "## Working everything out",
        "",
        *head,
        *(one.row for one in core),
        "",
        "## prepare() with more and more answers",
        "",
        grows,
        "",
        *head,
        *(one.row for one in growing),
        "",
        "## A Word plan of about 12 pages, beside other ways to make it",
        "",
        "The same words in turns. The other two get each line ready made; ours reads its Markdown first.",
        "",
        *head,
        *(one.row for one in beside),
        "",
        "## The workbook and the whole ZIP",
        "",
        f"A new process that makes the ZIP needs {peak:.0f} MB at its peak, Python and libraries included.",
        "",
        *head,
        *(one.row for one in whole),
        "",
        "## Making each document of the richest example",
        "",
        *head,
        *(one.row for one in documents),
        "",
        "## Opening a plan",
        "",
        *head,
        *(one.row for one in opening),
        "",
        f"## Refusing a hostile file: the slowest five of {len(harm)}",
        "",
        *head,
        *(one.row for one in sorted(harm, key=lambda one: -one.median)[:MOST_HOSTILE_SHOWN]),
        "",
    ]
    return "\n".join(lines)


def _targets_of_documents(medians: Mapping[str, float], peak: float) -> list[str]:
    ours = medians[papers.OURS]
    return [
        target("Word, 12 pages: ours beside docxtpl", ours / medians[papers.DOCXTPL], 1, "×", ".2f"),
        target(
            "Word, 12 pages: ours beside python-docx's API",
            ours / medians[papers.PYTHON_DOCX],
            papers.API_SHARE,
            "×",
            ".2f",
        ),
        *(target(name, medians[name], at_most, "ms") for name, at_most in papers.AT_MOST.items()),
        target(papers.PLAN_10, medians[papers.PLAN_10] / ours, papers.GROWTH, "×"),
        target(
            papers.WORKBOOK_10, medians[papers.WORKBOOK_10] / medians[papers.WORKBOOK], papers.GROWTH, "×"
        ),
        target("Memory for the whole ZIP", peak, papers.MEMORY, "MB"),
    ]


if __name__ == "__main__":
    sys.exit(main())
