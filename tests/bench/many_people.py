"""How one server, and two behind nginx, bear many people at once, written into docs/benchmarks.md: `make bench`."""

import argparse
import asyncio
import os
import platform
import re
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.answers import STEPS
from tests.bench.page import AT_MOST, PAGE, put, target
from tests.bench.reruns import RICHEST, Looker, bare_folder, drawn_by
from tests.prove.nginx import nginx_before
from tests.servers.running import Running, free_port, on_community_cloud, on_our_own, running
from tests.servers.visitor import Visitor
from tests.servers.walk import walk

NAME = "many people"
HOW = (
    "{people} people arrive at one server and walk through all ten sections at the same time, as fast as it answers. "
    "Each answers what every page asks, looks at the barrier map, the check, the advice and the documents, and "
    "compares what the browser was given to keep with what they said. A bare page has a title and one field. Both "
    "run as on Streamlit Community Cloud. Each number of people has a server of its own, where one person was before."
)
HOW_OFTEN = (
    "Everybody has the richest example open, each on one of the ten sections, and changes an answer again and again, "
    "as fast as the server answers. The bare pages have the same widgets. What they ask is counted here, on the same "
    "processors, so that the servers have a little less than the whole machine."
)
BARE = 'import streamlit as st\n\nst.title("Hello")\nst.text_input("What is your name?")\n'


@dataclass(frozen=True)
class Borne:
    """What happened, in numbers. Memory is in MB, as the system counts what the process holds."""

    people: int
    wrong: tuple[str, ...]
    seconds: float
    pages: int
    idle: float
    """With nobody there yet."""
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
    with TemporaryDirectory() as folder:
        room = Path(folder)
        walked = {people: (_ours(people, room), _bare(people, room)) for people in asked_for.people}
        often = _how_often(asked_for.at_once, asked_for.seconds, room) if asked_for.at_once else []
    section = _section(walked, often, _command(asked_for))
    held = asked_for.out.read_text(encoding="utf-8") if asked_for.out.exists() else ""
    asked_for.out.write_text(put(NAME, section, held), encoding="utf-8")
    sys.stdout.write(section)
    wrong = [words for ours, _ in walked.values() for words in ours.wrong]
    sys.stderr.writelines(f"{words}\n" for words in wrong)
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="many_people", description="Let many people walk through one planner."
    )
    parser.add_argument(
        "--people", type=int, nargs="+", default=[1, 20, 100], help="how many walk, each by turns"
    )
    parser.add_argument(
        "--at-once",
        type=int,
        nargs="*",
        default=[8, 20],
        help="how many answer again and again; none: nobody",
    )
    parser.add_argument("--seconds", type=float, default=10, help="for how long they do")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser


def _command(asked_for: argparse.Namespace) -> str:
    people, at_once = (" ".join(map(str, numbers)) for numbers in (asked_for.people, asked_for.at_once))
    options = f"--people {people} --at-once {at_once} --seconds {asked_for.seconds:g}"
    return f"python -m tests.bench.many_people {options}"


# ---- Memory, and nothing lost ------------------------------------------------------------------------------


def _ours(people: int, folder: Path) -> Borne:
    port = free_port()
    with running(on_community_cloud(port), port, folder / "ours.log") as server:
        idle = memory(server)
        asyncio.run(_walks(server, 1, idle))  # what is loaded once is not what a session costs
        return asyncio.run(_walks(server, people, idle))


async def _walks(server: Running, people: int, idle: float) -> Borne:
    """All arrive, and then all walk through every page at the same time."""
    before, started = memory(server), time.perf_counter()
    async with AsyncExitStack() as here:
        visitors = [await here.enter_async_context(Visitor.arrives(server.address)) for _ in range(people)]
        found = await asyncio.gather(*(walk(one, number) for number, one in enumerate(visitors)))
        wrong = tuple(words for faults in found for words in faults)
        seconds, runs = time.perf_counter() - started, sum(one.runs for one in visitors)
        return Borne(people, wrong, seconds, runs, idle, before, memory(server), memory(server, "VmHWM"))


def _bare(people: int, folder: Path) -> Borne:
    """The same number of people on a page with a title and one field."""
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    port = free_port()
    with running(on_community_cloud(port, str(folder / "bare.py")), port, folder / "bare.log") as server:
        idle = memory(server)
        asyncio.run(_look(server, 1, idle))
        return asyncio.run(_look(server, people, idle))


async def _look(server: Running, people: int, idle: float) -> Borne:
    before, started = memory(server), time.perf_counter()
    async with AsyncExitStack() as here:
        for _ in range(people):
            await here.enter_async_context(Visitor.arrives(server.address))
        seconds = time.perf_counter() - started
        return Borne(people, (), seconds, people, idle, before, memory(server), memory(server, "VmHWM"))


def memory(server: Running, what: str = "VmRSS") -> float:
    """What the server holds in memory, in MB; needs Linux."""
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8")
    found = re.search(rf"^{what}:\s+(\d+) kB", status, re.MULTILINE)
    assert found
    return int(found[1]) / 1024


# ---- Answers in a second -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Often:
    """How many answers so many people had in a second."""

    people: int
    ours: float
    bare: float
    two: float
    """Ours, two of them behind nginx."""


def _how_often(at_once: Sequence[int], seconds: float, folder: Path) -> list[Often]:
    with ExitStack() as open_:
        ours, second = (_started(open_, folder, None) for _ in range(2))
        bare_folder(folder, asyncio.run(drawn_by(ours.address)))
        bare = _started(open_, folder, folder)
        nginx = open_.enter_context(nginx_before([ours, second], folder))
        return [
            Often(
                people,
                asyncio.run(_answers(ours.address, people, seconds, with_plan=True)),
                asyncio.run(_answers(bare.address, people, seconds, with_plan=False)),
                asyncio.run(_answers(nginx, people, seconds, with_plan=True)),
            )
            for people in at_once
        ]


def _started(open_: ExitStack, folder: Path, bare: Path | None) -> Running:
    port = free_port()
    log = folder / f"{port}.log"
    if bare:
        return open_.enter_context(running(on_community_cloud(port), port, log, bare))
    return open_.enter_context(running(on_our_own(port), port, log))


async def _answers(address: str, people: int, seconds: float, *, with_plan: bool) -> float:
    """Answers in a second, from all of them together."""
    async with AsyncExitStack() as here:
        visitors = [await here.enter_async_context(Looker.arrives(address)) for _ in range(people)]
        for visitor, step in zip(visitors, islice(cycle(STEPS), people), strict=True):
            if with_plan:
                await visitor.press(RICHEST)
            await visitor.go(step if step in visitor.pages else "")
        ends = time.perf_counter() + seconds
        counts = await asyncio.gather(*(_again_and_again(visitor, ends) for visitor in visitors))
        faults = [fault for visitor in visitors for fault in visitor.faults]
        assert not faults, faults
        return sum(counts) / seconds


async def _again_and_again(visitor: Looker, ends: float) -> int:
    answers = visitor.change()
    count = 0
    while time.perf_counter() < ends:
        await visitor.settle(answers[count % 2])
        count += 1
    return count


# ---- The page ----------------------------------------------------------------------------------------------


def _section(walked: dict[int, tuple[Borne, Borne]], often: Sequence[Often], command: str) -> str:
    people = max(walked)
    ours, bare = walked[people]
    wrong = sum(len(one.wrong) for one, _ in walked.values())
    over = ours.a_session - bare.a_session
    lines = (
        "## Many people at once",
        "",
        HOW.format(people=people),
        "",
        f"- **Day:** {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"- **Machine:** {os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        f"- **How busy:** load average {os.getloadavg()[0]:.1f} at the end, and these people are part of it",
        f"- **Python:** {platform.python_version()}, Streamlit {version('streamlit')}",
        f"- **Command:** `{command}`",
        "",
        "| What | Found | At most | Met |",
        "|---|---:|---:|---|",
        f"| Errors, strangers' words and lost answers | {wrong} | 0 | {'**no**' if wrong else 'yes'} |",
        target("Memory of the server with nobody there", ours.idle, AT_MOST["memory_idle"], "MB", ".0f"),
        target("Memory in all, at most", ours.most, AT_MOST["memory_in_all"], "MB", ".0f"),
        target("Memory for each session, over a bare page's", over, AT_MOST["memory_a_session"], "MB", ".2f"),
        "",
        "### Memory, in MB",
        "",
        "| People | With nobody there, ours | bare | With them | bare | For each | bare |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *(_memory_row(*both) for both in walked.values()),
        "",
        "| How fast they walked | Pages worked out and sent | Seconds | Pages in a second |",
        "|---:|---:|---:|---:|",
        *(
            f"| {one.people} | {one.pages:,} | {one.seconds:.0f} | {one.pages / one.seconds:.1f} |"
            for one, _ in walked.values()
        ),
        "",
        *_answers_table(often),
    )
    return "\n".join(lines)


def _answers_table(often: Sequence[Often]) -> tuple[str, ...]:
    if not often:
        return ()
    return (
        "### Answers in a second",
        "",
        HOW_OFTEN,
        "",
        "| People at once | Ours, one process | Bare pages, one process | Ours, two behind nginx |",
        "|---:|---:|---:|---:|",
        *(f"| {one.people} | {one.ours:.1f} | {one.bare:.1f} | {one.two:.1f} |" for one in often),
        "",
    )


def _memory_row(ours: Borne, bare: Borne) -> str:
    return (
        f"| {ours.people} | {ours.idle:.0f} | {bare.idle:.0f} | {ours.after:.0f} | {bare.after:.0f} "
        f"| {ours.a_session:.2f} | {bare.a_session:.2f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
