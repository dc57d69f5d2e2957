"""Times things by turns, so that a busy minute hits them all alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

WARM_UP = 3  # rounds that are not counted
HEAD = ("| What | Median | Middle half | Slowest |", "|---|---:|---:|---:|")


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


@dataclass(frozen=True)
class Section:
    """A table of things timed together, under a heading; ``how`` says what they are."""

    heading: str
    timed: tuple[Timed, ...]
    how: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The section in Markdown."""
        how = (self.how, "") if self.how else ()
        return (f"## {self.heading}", "", *how, *HEAD, *(one.row for one in self.timed), "")

    def median(self, name: str) -> float:
        """The median of the thing with that name."""
        return next(one.median for one in self.timed if one.name == name)


def timed(cases: Mapping[str, Callable[[], object]], rounds: int) -> tuple[Timed, ...]:
    """Each case so many times, in turns."""
    return by_turns({name: partial(_milliseconds, work) for name, work in cases.items()}, rounds, WARM_UP)


def by_turns(cases: Mapping[str, Callable[[], float]], rounds: int, warm_up: int) -> tuple[Timed, ...]:
    """Every case once in each round, forwards and then backwards; a case says how many milliseconds it took."""
    runs: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    for number in range(warm_up + rounds):
        for name in names if number % 2 else reversed(names):
            took = cases[name]()
            if number >= warm_up:
                runs[name].append(took)
    return tuple(Timed(name, tuple(found)) for name, found in runs.items())


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _middle_half(runs: tuple[float, ...]) -> tuple[float, float]:
    if len(runs) == 1:
        return runs[0], runs[0]
    low, _, high = statistics.quantiles(runs, n=4, method="inclusive")
    return low, high
