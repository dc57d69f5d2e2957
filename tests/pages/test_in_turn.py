"""One page at a time, whoever makes files steps aside, and nothing that fails or hangs holds up the others."""

import ast
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from threading import Barrier, Event, Lock, Thread
from time import sleep

import pytest

from pages.shared import downloads
from pages.shared.in_turn import files_of_one_person, one_page
from planner.answers import Plan
from planner.documents import DOCUMENTS, Form, MadeFile
from planner.pack import prepare

APP = Path(__file__).parents[2] / "app.py"
PATIENCE = 30  # seconds, for a worker that shares its processor
Turn = Callable[[], AbstractContextManager[None]]


@pytest.mark.parametrize("turn", [one_page, files_of_one_person])
def test_one_has_its_turn_and_then_the_next(turn: Turn) -> None:
    together, most, lock, all_here = 0, 0, Lock(), Barrier(8)

    def somebody() -> None:
        nonlocal together, most
        all_here.wait(PATIENCE)
        for _ in range(5):
            with turn():
                with lock:
                    together += 1
                    most = max(most, together)
                sleep(0.001)  # long enough for another one to come in, if it could
                with lock:
                    together -= 1

    at_once(somebody, 8)

    assert (most, together) == (1, 0)


def test_pages_go_on_while_somebody_makes_files() -> None:
    is_making, is_shown = Event(), Event()

    def makes_files() -> None:
        with one_page(), files_of_one_person():
            is_making.set()
            assert is_shown.wait(PATIENCE)

    maker = Thread(target=makes_files)
    maker.start()
    assert is_making.wait(PATIENCE)
    with one_page():
        is_shown.set()
    maker.join(PATIENCE)

    assert not maker.is_alive()


def test_after_the_files_a_page_goes_on_in_its_own_turn() -> None:
    is_back, may_end = Event(), Event()

    def makes_files() -> None:
        with one_page():
            with files_of_one_person():
                pass
            is_back.set()
            assert may_end.wait(PATIENCE)

    maker = Thread(target=makes_files)
    maker.start()
    assert is_back.wait(PATIENCE)

    assert not has_turn_within(0.2)
    may_end.set()
    maker.join(PATIENCE)
    assert has_turn_within(PATIENCE)


def test_a_main_file_is_made_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    may_others_begin: list[bool] = []

    def make(*_: object, **__: object) -> MadeFile:
        may_others_begin.append(has_turn_within(0.2, files_of_one_person))
        return MadeFile("plan.docx", Form.WORD.mime, b"plan")

    monkeypatch.setattr(downloads, "make", make)
    made = downloads._bytes(DOCUMENTS["plan"], prepare(Plan(), today=date(2026, 11, 26)), None)  # noqa: SLF001

    assert (made, may_others_begin) == (b"plan", [False])


@pytest.mark.parametrize("inside", [nullcontext, files_of_one_person])
def test_what_fails_gives_its_turn_to_the_next_one(inside: Turn) -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), one_page(), inside():
            _ = 1 / 0

    assert has_turn_within(PATIENCE)


def test_whoever_has_waited_long_goes_on_and_takes_no_turn_from_others() -> None:
    with one_page():
        at_once(lambda: waits_in_vain(one_page), 3)
        with files_of_one_person():
            at_once(lambda: waits_in_vain(files_of_one_person), 3)

        assert not has_turn_within(0.2)


def test_everything_that_the_app_does_is_done_in_its_turn() -> None:
    *loading, last = ast.parse(APP.read_text(encoding="utf-8")).body

    assert isinstance(last, ast.With)
    assert ast.unparse(last.items[0]) == "in_turn.one_page()"
    assert all(isinstance(one, ast.Expr | ast.ImportFrom) for one in loading)


def waits_in_vain(turn: Callable[[float], AbstractContextManager[None]]) -> None:
    """Come, wait for a moment, and go on."""
    with turn(0.01):
        pass


def has_turn_within(seconds: float, turn: Turn = one_page) -> bool:
    """Whether somebody else gets a turn in that time."""
    ends = Event()

    def somebody() -> None:
        with turn():
            ends.set()

    Thread(target=somebody, daemon=True).start()
    return ends.wait(seconds)


def at_once(does: Callable[[], None], people: int) -> None:
    """Let so many do it at the same time, and wait for all."""
    threads = [Thread(target=does) for _ in range(people)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(PATIENCE)
    assert not any(one.is_alive() for one in threads)
