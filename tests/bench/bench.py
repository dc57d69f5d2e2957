"""How long the planner takes on this machine, written down as it was: `make bench`."""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from pages.shared.loaded import once_for_everybody
from planner.advice import advise
from planner.documents import CannotOpen, Document, carries_plan, fitting, make, open_file, open_plan
from planner.pack import Pack, prepare
from tests.bench import documents as papers
from tests.bench import growth
from tests.bench.page import AT_MOST, PAGE, sections, target
from tests.bench.timing import WARM_UP, Section, by_turns, timed
from tests.documents.hostile_files import HOSTILE_FILES, hostile

ROOT = Path(__file__).parents[2]
RICHEST = ROOT / "examples" / "changing-rooms.json"
TODAY = date(2026, 11, 23)
LIBRARIES = (
    *("pydantic", "jinja2", "python-docx", "openpyxl", "lxml", "markdown-it-py"),
    *("docxtpl", "xlsxwriter"),
)
MOST_HOSTILE_SHOWN = 5
CATALOGUE, PREPARE, ADVICE = (
    "Reading and checking the whole catalogue",
    "prepare() of the richest example",
    "of this, all advice",
)

# What a new process does; it prints milliseconds. Imports are paid for before the first clock starts or after.
FRESH = {
    CATALOGUE: (
        "from time import perf_counter as now\n"
        "from planner.catalogue import catalogue\n"
        "start = now(); catalogue(); print((now() - start) * 1000)"
    ),
    "From nothing to a planner that is ready (imports and catalogue)": (
        "from time import perf_counter as now\n"
        "start = now(); import planner.documents; print((now() - start) * 1000)"
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the page and print it."""
    asked_for = _parser().parse_args(arguments)
    before = os.getloadavg()[0]
    once_for_everybody()
    page = "\n".join([*_head(asked_for), "", *_measured(asked_for, before)])
    others = sections(asked_for.out.read_text(encoding="utf-8")) if asked_for.out.exists() else ""
    asked_for.out.write_text(f"{page}\n{others}" if others else page, encoding="utf-8")
    sys.stdout.write(page)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Time the planner on this machine.")
    parser.add_argument("--rounds", type=int, default=40, help="how often each thing is timed")
    parser.add_argument("--fresh", type=int, default=15, help="how many new processes for each start")
    parser.add_argument("--documents", type=int, default=10, help="how often each document is made")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser


def _head(asked_for: argparse.Namespace) -> Iterator[str]:
    yield "# How long the planner takes"
    yield ""
    yield "Written by `make bench`; every figure is what this machine did that day, in milliseconds."
    yield ""
    yield f"- **Day:** {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    yield f"- **Machine:** {os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    yield f"- **Python:** {platform.python_version()}"
    yield f"- **Libraries:** {', '.join(f'{name} {version(name)}' for name in LIBRARIES)}"
    yield (
        f"- **Command:** `python -m tests.bench.bench --rounds {asked_for.rounds} --fresh {asked_for.fresh} "
        f"--documents {asked_for.documents}`"
    )
    yield (
        f"- **How:** {WARM_UP} rounds to warm up (one for new processes), then {asked_for.rounds} rounds "
        f"({asked_for.fresh} new processes, each document {asked_for.documents} times) in alternating order; "
        "what is loaded for everybody is kept out of searches for rubbish, as it is in the planner"
    )


def _measured(asked_for: argparse.Namespace, before: float) -> Iterator[str]:
    plan = open_plan(RICHEST.read_bytes())
    pack = prepare(plan, today=TODAY)
    rounds, documents = asked_for.rounds, asked_for.documents
    core: dict[str, Callable[[], object]] = {
        PREPARE: partial(prepare, plan, today=TODAY),
        ADVICE: partial(advise, plan, pack.arranged, pack.facts, TODAY),
    }
    fresh = Section("Starting, in a new process each time", by_turns(_fresh_cases(), asked_for.fresh, 1))
    work = Section("Working everything out", timed(core, rounds))
    growing = Section(
        "prepare() with more and more answers",
        timed(growth.growing_cases(plan, TODAY), rounds),
        growth.HOW,
    )
    words = Section(
        "A Word plan of about 12 pages, beside other ways to make it",
        timed(papers.word_cases(pack), documents),
        papers.HOW_WORD,
    )
    books = Section(
        "The workbook, beside XlsxWriter", timed(papers.workbook_cases(pack), documents), papers.HOW_WORKBOOK
    )
    peak = papers.peak_memory(RICHEST, TODAY.isoformat())
    whole = Section(
        "The whole ZIP",
        timed(papers.whole_cases(pack), documents),
        f"A new process that makes it needs {peak:.0f} MB at its peak, Python and libraries included.",
    )
    each = Section("Making each document of the richest example", timed(_document_cases(pack), documents))
    opening = Section("Opening a plan", timed(_opening_cases(pack), documents))
    harm = timed({name: partial(_refused, name) for name in HOSTILE_FILES}, documents)
    slowest = sorted(harm, key=lambda one: -one.median)[:MOST_HOSTILE_SHOWN]
    refusing = Section(f"Refusing a hostile file: the slowest five of {len(harm)}", tuple(slowest))

    yield f"- **How busy:** load average {before:.1f} before and {os.getloadavg()[0]:.1f} after"
    yield from ("", "## Targets", "", "| What | Median | At most | Met |", "|---|---:|---:|---|")
    yield target("Reading and checking the catalogue", fresh.median(CATALOGUE), AT_MOST["catalogue"], "ms")
    yield target("prepare(), once the catalogue is read", work.median(PREPARE), AT_MOST["prepare"], "ms")
    yield target("All advice about the richest example", work.median(ADVICE), AT_MOST["advice"], "ms")
    for name in growth.GROWING:
        times = growth.times_as_long(growing, name)
        yield target(f"Ten times as much: {name}", times, AT_MOST["ten_times"], "×")
    for name in growth.GROWING:
        power = growth.exponent(growing, name)
        yield target(f"Growth at its steepest, 1 to 30: {name}", power, AT_MOST["growth"], "", ".2f")
    yield from papers.targets(words, books, whole, peak)
    slow = max(max(one.runs) for one in harm)
    yield target("Opening any hostile file (the slowest run)", slow, AT_MOST["hostile_file"], "ms")
    yield ""
    for section in (fresh, work, growing, words, books, whole, each, opening, refusing):
        yield from section.lines


def _fresh_cases() -> dict[str, Callable[[], float]]:
    return {name: partial(_in_a_new_process, code) for name, code in FRESH.items()}


def _in_a_new_process(code: str) -> float:
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(said.stdout)


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


if __name__ == "__main__":
    sys.exit(main())
