"""What goes wrong is written into the server's log without a word that anybody typed.

An error often says what it choked on, and that may be somebody's answer. The log keeps where it happened and the kind
of error; those come from our own files.
"""

import logging
import traceback
from collections.abc import Iterator
from functools import cache
from typing import Any


@cache
def keep_answers_out() -> None:
    """Let no log of this process say more about an error than its kind and its place."""
    make = logging.getLogRecordFactory()

    def discreet(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make(*args, **kwargs)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.exc_text = "\n".join(_chain(error))
            record.exc_info = None
        return record

    logging.setLogRecordFactory(discreet)


def _chain(error: BaseException) -> Iterator[str]:
    """The error and those it came from, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _chain(before)
        yield "which led to"
    yield "Traceback (most recent call last):"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    yield f"{type(error).__module__}.{type(error).__qualname__} (its words may hold answers, so they are left out)"
