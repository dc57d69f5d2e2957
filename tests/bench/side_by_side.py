"""Every page beside a bare Streamlit page with the same widgets, in one run, written into docs/benchmarks.md."""

import argparse
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from planner.answers import STEPS
from tests.bench import in_browser, reruns, starting
from tests.bench.page import AT_MOST, PAGE, put, target
from tests.bench.reruns import Settled

NAME = "side by side"
HOW = (
    "The richest example is open, and one answer is changed back and forth. The bare page has the same widgets, made "
    "from what our page draws, and no other word. Both are in the same run, in turns, in alternating order, after "
    "a warm-up. On the server: from the changed answer to Streamlit's word that the page is finished. In the browser: "
    "from the key to the picture of what the last message brought. Streamlit looks for rubbish after each run of a "
    "bare page, as it does by itself; ours leaves that to Python."
)
HEAD = (
    "| Page | Ours | Bare | Times | Ours, slowest | Processor, ours | Processor, bare |",
    "|---|---:|---:|---:|---:|---:|---:|",
)
SHORT_HEAD = ("| What | Ours | Bare | Times |", "|---|---:|---:|---:|")
Both = tuple[list[float], list[float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the section and print it."""
    asked_for = _parser().parse_args(arguments)
    before = os.getloadavg()[0]
    pages = reruns.measure(asked_for.steps, asked_for.changes)
    tenth = reruns.on_a_tenth(asked_for.steps, asked_for.tenth)
    settled, first = in_browser.measure(asked_for.steps, asked_for.browser)
    starts = starting.measure(asked_for.starts)
    section = _section(pages, tenth, settled, first, starts, before, _command(asked_for))
    held = asked_for.out.read_text(encoding="utf-8") if asked_for.out.exists() else ""
    asked_for.out.write_text(put(NAME, section, held), encoding="utf-8")
    sys.stdout.write(section)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="side_by_side", description="Compare our pages with bare ones.")
    parser.add_argument("--changes", type=int, default=30, help="how many answers are changed on each page")
    parser.add_argument(
        "--tenth", type=int, default=6, help="how many on each page with a tenth of a processor"
    )
    parser.add_argument("--browser", type=int, default=12, help="how many in a real browser, and cold visits")
    parser.add_argument("--starts", type=int, default=7, help="how many servers are started")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="only these pages")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser


def _command(asked_for: argparse.Namespace) -> str:
    some = "" if tuple(asked_for.steps) == STEPS else f" --steps {' '.join(asked_for.steps)}"
    return (
        f"python -m tests.bench.side_by_side --changes {asked_for.changes} --tenth {asked_for.tenth} "
        f"--browser {asked_for.browser} --starts {asked_for.starts}{some}"
    )


def _section(
    pages: Mapping[str, tuple[Settled, Settled]],
    tenth: Mapping[str, list[float]],
    settled: Mapping[str, Both],
    first: Both,
    starts: Both,
    load_before: float,
    command: str,
) -> str:
    on_server = [_times((ours.runs, bare.runs)) for ours, bare in pages.values()]
    in_a_browser = [_times(both) for both in settled.values()]
    slow = statistics.median(ms for runs in tenth.values() for ms in runs) / 1000
    found = (
        ("A page on the server, median", statistics.median(on_server), "page_on_the_server", "×"),
        ("The slowest page on the server", max(on_server), "any_page_on_the_server", "×"),
        ("A page in the browser, median", statistics.median(in_a_browser), "page_in_the_browser", "×"),
        ("The slowest page in the browser", max(in_a_browser), "any_page_in_the_browser", "×"),
        ("First question, cold", _times(first), "first_question", "×"),
        ("Starting a server", _times(starts), "server_start", "×"),
        ("An answer on a tenth of a processor, median", slow, "an_answer_on_a_tenth", "s"),
    )
    rows = (target(what, figure, AT_MOST[budget], unit, ".2f") for what, figure, budget, unit in found)
    lines = (
        "## Side by side with a bare page",
        "",
        HOW,
        "",
        f"- **Day:** {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"- **How busy:** load average {load_before:.1f} before and {os.getloadavg()[0]:.1f} after",
        f"- **Streamlit:** {version('streamlit')}",
        f"- **Command:** `{command}`",
        "",
        "| What | Found | At most | Met |",
        "|---|---:|---:|---|",
        *rows,
        "",
        "### On the server, in milliseconds",
        "",
        *HEAD,
        *(_row(name, *both) for name, both in pages.items()),
        "",
        "### In a real browser, and starting, in milliseconds",
        "",
        *SHORT_HEAD,
        *(_short_row(f"From key to settled: {name}", both) for name, both in settled.items()),
        _short_row("From the address to the first question, nothing stored", first),
        _short_row("From the command to a healthy server", starts),
        "",
        "### On a tenth of a processor, in milliseconds",
        "",
        "The server may run ten of every hundred milliseconds.",
        "",
        "| Page | Median | Slowest |",
        "|---|---:|---:|",
        *(f"| {name} | {statistics.median(runs):.0f} | {max(runs):.0f} |" for name, runs in tenth.items()),
        "",
    )
    return "\n".join(lines)


def _times(both: Both) -> float:
    ours, bare = both
    return statistics.median(ours) / statistics.median(bare)


def _row(name: str, ours: Settled, bare: Settled) -> str:
    figures = (statistics.median(ours.runs), statistics.median(bare.runs))
    return (
        f"| {name} | {figures[0]:.1f} | {figures[1]:.1f} | {figures[0] / figures[1]:.2f} | {max(ours.runs):.1f} "
        f"| {ours.processor:.0f} | {bare.processor:.0f} |"
    )


def _short_row(name: str, both: Both) -> str:
    ours, bare = map(statistics.median, both)
    return f"| {name} | {ours:.0f} | {bare:.0f} | {ours / bare:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
