"""How wide the columns of a table are: as asked, but never so narrow that a word is cut."""

from collections.abc import Sequence
from functools import lru_cache

from planner.documents.markup import Inline, Table, plain

_PADDING = 240
"""Left and right of the words of a cell, and a little to spare, in twentieths of a point."""
_LONGEST_TO_KEEP_WHOLE = 24
"""Letters; a longer word is cut, like the web address it mostly is."""
_LONGEST_IN_SHARE = 60
"""Letters of a cell that count when nobody said how wide a column is: more than that wraps anyway."""
_MOST_COLUMNS, _MOST_LINES = 3, 5
"""Columns, and lines in a cell, that a table in large print can have."""
_A_LETTER = 0.55
"""How wide a letter is on the whole, in heights of the letters."""
_NARROW, _WIDE = set("ijltfrI.,:;'|!()[]/-– "), set("mwMWQ@%&")


def widths_of(table: Table, width: int, points: float) -> tuple[int, ...]:
    """Widths that add up to `width`, all in twentieths of a point, for letters of `points`."""
    columns = list(zip(table.head, *table.rows, strict=True))
    floors = [_PADDING + round(20 * points * max(map(_longest_word, column))) for column in columns]
    weights = table.widths or tuple(_weight(column) for column in columns)
    return _fitted(floors, weights, width)


def is_too_wide(table: Table, width: int, points: float) -> bool:
    """Whether large letters would make a ladder of it: many columns, or three with cells of many short lines."""
    if len(table.head) != _MOST_COLUMNS:
        return len(table.head) > _MOST_COLUMNS
    letters = [(room - _PADDING) / (20 * points * _A_LETTER) for room in widths_of(table, width, points)]
    return any(
        len(plain(cell)) > _MOST_LINES * a_line
        for row in table.rows
        for cell, a_line in zip(row, letters, strict=True)
    )


def _fitted(floors: Sequence[int], weights: Sequence[float], width: int) -> tuple[int, ...]:
    """Share `width` by weight; a column below its floor gets its floor, and the others share what is left."""
    if sum(floors) >= width:
        return _rounded([floor * width / sum(floors) for floor in floors], width)
    at_floor: set[int] = set()
    while True:
        left = width - sum(floors[column] for column in at_floor)
        free = sum(weight for column, weight in enumerate(weights) if column not in at_floor)
        shares = [
            floors[column] if column in at_floor else left * weight / free
            for column, weight in enumerate(weights)
        ]
        too_narrow = {column for column, share in enumerate(shares) if share < floors[column]}
        if not too_narrow:
            return _rounded(shares, width)
        at_floor |= too_narrow


def _rounded(shares: Sequence[float], width: int) -> tuple[int, ...]:
    whole = [int(share) for share in shares]
    whole[-1] += width - sum(whole)
    return tuple(whole)


def _weight(column: Sequence[Inline]) -> float:
    return max(4, *(min(len(plain(cell)), _LONGEST_IN_SHARE) for cell in column))


def _longest_word(cell: Inline) -> float:
    """How wide the longest word is, in heights of the letters."""
    words = (word for word in plain(cell).split() if len(word) <= _LONGEST_TO_KEEP_WHOLE)
    return max(map(_word_width, words), default=0)


@lru_cache(8192)  # words come again and again
def _word_width(word: str) -> float:
    """Bold, in the widest font a reader without Arial may get instead."""
    return sum(map(_letter_width, word))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE or ord(letter) > 0x2FFF:  # noqa: PLR2004  from here on letters fill a square
        return 1.0
    return 0.78 if letter.isupper() else 0.7
