"""One page at a time, and beside it the files of one person; the others wait, in about the order in which they came.

Python works on one thing at a moment. When it begins a hundred pages together, each is ready only when nearly all are,
and all that time each takes up memory for what it is about to show. Nobody waits for ever: what hangs would hang all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore, local

LONGEST = 30  # seconds that somebody waits for others

_pages, _files = Semaphore(), Semaphore()
_mine = local()


@contextmanager
def one_page(longest: float = LONGEST) -> Iterator[None]:
    """Work out one page when it is its turn, or after ``longest`` seconds."""
    _mine.turn = _pages.acquire(timeout=longest)
    try:
        yield
    finally:
        if _mine.turn:
            _mine.turn = False
            _pages.release()


@contextmanager
def files_of_one_person(longest: float = LONGEST) -> Iterator[None]:
    """Step aside while files are made, which takes a second or more, so that the pages of others go on."""
    had_turn = getattr(_mine, "turn", False)
    if had_turn:
        _mine.turn = False
        _pages.release()
    may_begin = _files.acquire(timeout=longest)
    try:
        yield
    finally:
        if may_begin:
            _files.release()
        if had_turn:
            _mine.turn = _pages.acquire(timeout=longest)
