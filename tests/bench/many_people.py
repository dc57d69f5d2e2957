"""How one server bears many people at once, written into docs/benchmarks.md: `make bench`."""

import argparse
import asyncio
import contextlib
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.page import PAGE, put
from tests.servers.running import Running, free_port, on_community_cloud, on_our_own, running
from tests.servers.visitor import Visitor
from tests.servers.walk import walk

NAME = "many people"
MOST_MEMORY, MOST_A_SESSION = 690.0, 1.0  # MB: the smallest Community Cloud, and over a bare page's
HOW = (
    "{people} people arrive at one server and walk through all ten sections at the same time, as fast as it answers. "
    "Each answers what every page asks, looks at the barrier map, the check, the advice and the documents, and "
    "compares what the browser was given to keep with what they said. A bare page has a title and one field."
)
BARE = 'import streamlit as st\n\nst.title("Hello")\nst.text_input("What is your name?")\n'


@dataclass(frozen=True)
class Borne:
    """What happened, in numbers. Memory is in MB, as the system counts what the process holds."""

    people: int
    wrong: tuple[str, ...]
    seconds: float
    pages: int
    before: float
    after: float
    most: float

    @property
    def a_session(self) -> float:
        """What one session added."""
        return (self.after - self.before) / self.people


def main(arguments: Sequence[str] | None = None) -> int:
    """Let them all walk, write the section, and fail when an answer was lost or something went wrong."""
    asked_for = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare(asked_for.people, Path(folder))
        ours = _ours(asked_for.people, Path(folder))
    section = _section(ours, bare, asked_for.people)
    held = asked_for.out.read_text(encoding="utf-8") if asked_for.out.exists() else ""
    asked_for.out.write_text(put(NAME, section, held), encoding="utf-8")
    sys.stdout.write(section)
    sys.stderr.writelines(f"{words}\n" for words in ours.wrong)
    return 1 if ours.wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="many_people", description="Let many people walk through one planner."
    )
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser


def _ours(people: int, folder: Path) -> Borne:
    port = free_port()
    with running(on_our_own(port), port, folder / "ours.log") as server:
        asyncio.run(_walks(server, 1))  # what is loaded once is not what a session costs
        return asyncio.run(_walks(server, people))


async def _walks(server: Running, people: int) -> Borne:
    """All arrive, and then all walk through every page at the same time."""
    before, started = memory(server), time.perf_counter()
    async with contextlib.AsyncExitStack() as here:
        visitors = [await here.enter_async_context(Visitor.arrives(server.address)) for _ in range(people)]
        found = await asyncio.gather(*(walk(one, number) for number, one in enumerate(visitors)))
        wrong = tuple(words for faults in found for words in faults)
        seconds, runs = time.perf_counter() - started, sum(one.runs for one in visitors)
        return Borne(people, wrong, seconds, runs, before, memory(server), memory(server, "VmHWM"))


def _bare(people: int, folder: Path) -> Borne:
    """The same number of people on a page with a title and one field."""
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    port = free_port()
    with running(on_community_cloud(port, str(folder / "bare.py")), port, folder / "bare.log") as server:
        asyncio.run(_look(server, 1))
        return asyncio.run(_look(server, people))


async def _look(server: Running, people: int) -> Borne:
    before, started = memory(server), time.perf_counter()
    async with contextlib.AsyncExitStack() as here:
        for _ in range(people):
            await here.enter_async_context(Visitor.arrives(server.address))
        seconds = time.perf_counter() - started
        return Borne(people, (), seconds, people, before, memory(server), memory(server, "VmHWM"))


def memory(server: Running, what: str = "VmRSS") -> float:
    """What the server holds in memory, in MB; needs Linux."""
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8")
    found = re.search(rf"^{what}:\s+(\d+) kB", status, re.MULTILINE)
    assert found
    return int(found[1]) / 1024


def _section(ours: Borne, bare: Borne, people: int) -> str:
    over = ours.a_session - bare.a_session
    rows = (
        _row("Errors, strangers' words and lost answers", f"{len(ours.wrong)}", "0", met=not ours.wrong),
        _row(
            "Memory in all, at most",
            f"{ours.most:.0f} MB",
            f"{MOST_MEMORY:.0f} MB",
            met=ours.most <= MOST_MEMORY,
        ),
        _row(
            "Memory for each session, over a bare page's",
            f"{over:.2f} MB",
            f"{MOST_A_SESSION:.0f} MB",
            met=over <= MOST_A_SESSION,
        ),
    )
    lines = (
        "## Many people at once",
        "",
        HOW.format(people=people),
        "",
        f"- **Day:** {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"- **Machine:** {os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        f"- **How busy:** load average {os.getloadavg()[0]:.1f} at the end",
        f"- **Python:** {platform.python_version()}, Streamlit {version('streamlit')}",
        f"- **Command:** `python -m tests.bench.many_people --people {people}`",
        "",
        "| What | Found | At most | Met |",
        "|---|---:|---:|---|",
        *rows,
        "",
        "| What else | Found |",
        "|---|---:|",
        f"| Pages worked out and sent | {ours.pages:,} |",
        f"| How long they took together | {ours.seconds:.0f} s |",
        f"| Pages in a second | {ours.pages / ours.seconds:.1f} |",
        f"| Memory of the server before they came | {ours.before:.0f} MB |",
        f"| Memory for each session | {ours.a_session:.2f} MB |",
        f"| Memory for each session of a bare page | {bare.a_session:.2f} MB |",
        "",
    )
    return "\n".join(lines)


def _row(what: str, found: str, at_most: str, *, met: bool) -> str:
    return f"| {what} | {found} | {at_most} | {'yes' if met else '**no**'} |"


if __name__ == "__main__":
    sys.exit(main())
