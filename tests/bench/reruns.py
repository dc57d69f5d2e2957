"""A changed answer until the page has settled: each page of the wizard beside a bare page with the same widgets."""

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from planner.answers import STEPS
from tests.bench.a_tenth import held_to
from tests.bench.bare import DRAWN, bare_page
from tests.servers.running import Running, free_port, on_community_cloud, running
from tests.servers.visitor import KINDS, Visitor

RICHEST = "example-changing-rooms"
A_TENTH = 0.1
WARM_UP = 2  # changes that are not counted
A_FINISH_IS_SHORT = 64  # bytes; a longer message need not be read to know that the page goes on
TICKS = os.sysconf("SC_CLK_TCK")
CHOICES = ("radio", "checkbox", "selectbox", "text_input")
BARE_APP = """import streamlit as st

st.navigation([st.Page(f"steps/{name}.py", title=name, url_path=name) for name in %r]).run()
"""


@dataclass
class Settled:
    """Milliseconds of each change on one page, and milliseconds of processor time for each."""

    runs: list[float] = field(default_factory=list)
    processor: float = 0.0


class Looker(Visitor):
    """Somebody who notes every widget on the page, and how long the page takes to settle."""

    drawn: list[tuple[str, Any]]

    async def _rerun(self, triggers: Any) -> None:
        self.drawn = []
        await super()._rerun(triggers)

    def _take_in(self, element: Any) -> None:
        super()._take_in(element)
        kind = element.WhichOneof("type")
        if kind in DRAWN:
            self.drawn.append((kind, getattr(element, kind)))

    def change(self) -> tuple[WidgetState, WidgetState]:
        """Two answers to a question of the page: one to give and one to go back to."""
        kind, shown = min(
            ((kind, shown) for kind, shown in self.drawn if kind in CHOICES),
            key=lambda one: CHOICES.index(one[0]),
        )
        values = {"checkbox": (True, False), "text_input": ("The library", "The town hall")}.get(kind)
        first, second = values or tuple(shown.options[:2])
        return _state(kind, shown.id, first), _state(kind, shown.id, second)

    async def settle(self, answer: WidgetState) -> float:
        """Give an answer; the milliseconds from sending it to the word that the page is finished."""
        self._values[answer.id] = answer
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.here
        asked.rerun_script.widget_states.widgets.extend(self._values.values())
        message = asked.SerializeToString()
        start = time.perf_counter()
        await self.line.send(message)
        while not _is_finish(bytes(await self.line.recv(decode=False))):
            pass
        return (time.perf_counter() - start) * 1000


def _state(kind: str, id_: str, value: object) -> WidgetState:
    state = WidgetState(id=id_)
    setattr(state, KINDS[kind], value)
    return state


def _is_finish(words: bytes) -> bool:
    if len(words) > A_FINISH_IS_SHORT:
        return False
    message = ForwardMsg.FromString(words)
    is_finish: bool = message.WhichOneof("type") == "script_finished"
    return is_finish and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def measure(steps: Sequence[str], changes: int) -> dict[str, tuple[Settled, Settled]]:
    """These steps of the wizard with the richest example: ours, and the bare page with the same widgets."""
    with TemporaryDirectory() as folder, ExitStack() as servers:
        room = Path(folder)
        port = free_port()
        ours = servers.enter_context(running(on_community_cloud(port), port, room / "ours.log"))
        bare_folder(room, asyncio.run(drawn_by(ours.address)))
        port = free_port()
        bare = servers.enter_context(running(on_community_cloud(port), port, room / "bare.log", room))
        return asyncio.run(_side_by_side(ours, bare, steps, changes))


def on_a_tenth(steps: Sequence[str], changes: int) -> dict[str, list[float]]:
    """Milliseconds of each change on these steps, on a server that may run for a tenth of the time."""
    with TemporaryDirectory() as folder:
        port = free_port()
        with running(on_community_cloud(port), port, Path(folder) / "log") as ours:
            return asyncio.run(_slowly(ours, steps, changes))


async def _slowly(ours: Running, steps: Sequence[str], changes: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    async with Looker.arrives(ours.address) as visitor:
        await visitor.press(RICHEST)
        for step in steps:
            await visitor.go(step)
            answers = visitor.change()
            await visitor.settle(answers[1])
            with held_to(A_TENTH, ours.process.pid):
                found[step] = [await visitor.settle(answers[number % 2]) for number in range(changes)]
    return found


async def drawn_by(address: str) -> dict[str, str]:
    """A bare page for each step, made from what our page really draws."""
    pages = {}
    async with Looker.arrives(address) as visitor:
        await visitor.press(RICHEST)
        for step in STEPS:
            await visitor.go(step)
            pages[step] = bare_page(visitor.drawn)
    return pages


def bare_folder(room: Path, pages: Mapping[str, str]) -> None:
    """An app of bare pages, as anybody would write one."""
    (room / "app.py").write_text(BARE_APP % (list(pages),), encoding="utf-8")
    (room / "steps").mkdir()
    for name, script in pages.items():
        (room / "steps" / f"{name}.py").write_text(script, encoding="utf-8")


async def _side_by_side(
    ours: Running, bare: Running, steps: Sequence[str], changes: int
) -> dict[str, tuple[Settled, Settled]]:
    found: dict[str, tuple[Settled, Settled]] = {}
    async with AsyncExitStack() as open_:
        here = await open_.enter_async_context(Looker.arrives(ours.address))
        there = await open_.enter_async_context(Looker.arrives(bare.address))
        await here.press(RICHEST)
        for step in steps:
            await here.go(step)
            await there.go(step if step in there.pages else "")
            found[step] = await _one_page(((here, ours), (there, bare)), changes)
        assert not here.faults + there.faults, here.faults + there.faults
    return found


async def _one_page(pairs: Sequence[tuple[Looker, Running]], changes: int) -> tuple[Settled, Settled]:
    """In turn, and in alternating order."""
    answers = [visitor.change() for visitor, _ in pairs]
    found = (Settled(), Settled())
    for number in range(WARM_UP + changes):
        for place in (0, 1) if number % 2 else (1, 0):
            visitor, server = pairs[place]
            worked = _processor(server)
            took = await visitor.settle(answers[place][number % 2])
            await asyncio.sleep(0.02)  # what the server does after the last word belongs to it
            if number >= WARM_UP:
                found[place].runs.append(took)
                found[place].processor += (_processor(server) - worked) / changes
    return found


def _processor(server: Running) -> float:
    """Milliseconds of processor time that a server has used so far; needs Linux."""
    words = Path(f"/proc/{server.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) * 1000 / TICKS
