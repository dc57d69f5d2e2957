"""How much room words need in a cell, so that every row is as tall as its words and no taller."""

from unicodedata import combining, east_asian_width

# Arial's letters as shares of the type size; of those not here, capitals are 0.722 and the rest like digits.
DIGIT = 0.556
"""A column's width is counted in these."""
_CAPITAL = 0.722
_WIDEST = 1.3
"""A picture."""
_BOLD = 1.08
_EDGES = 2
"""Digits' worth of a column that stay empty, left and right."""


class _Widths(dict[str, float]):
    """The width of each letter, worked out when it is met for the first time."""

    def __missing__(self, letter: str) -> float:
        if combining(letter):
            width = 0.0
        elif east_asian_width(letter) in {"W", "F"} or letter > "\uffff":
            width = _WIDEST
        else:
            width = _CAPITAL if letter.isupper() else DIGIT
        self[letter] = width
        return width


_WIDTHS = _Widths(
    {
        **dict.fromkeys("ijl'", 0.222),
        **dict.fromkeys(" !,./:;I[]\\ft|", 0.278),
        **dict.fromkeys('()-`r"*{}', 0.36),
        **dict.fromkeys("ckvxyzsJ", 0.5),
        **dict.fromkeys("ABEFKLPSTVXYZ", 0.667),
        **dict.fromkeys("GOQ", 0.778),
        **dict.fromkeys("mM", 0.833),
        **dict.fromkeys("%@W", 0.98),
        "w": _CAPITAL,
    }
)
_SPACE = _WIDTHS[" "]


def height(lines: int) -> float:
    """The points a row of 12 point needs for so many lines, with a little air."""
    return 11 + 15.0 * lines


def lines_of(text: str, width: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a column, breaking between words and inside those too long for one."""
    room = (width - _EDGES) * DIGIT / (_BOLD if bold else 1.0)
    if "\n" not in text:
        return 1 if len(text) * _WIDEST <= room or length_of(text) <= room else wrapped(text, room)
    return sum(wrapped(line, room) for line in text.split("\n"))


def wrapped(line: str, room: float) -> int:
    """How many lines one line becomes in this room, which is counted in sizes of the type."""
    lines, used = 1, 0.0
    for word in line.split():
        needed = length_of(word)
        if used and used + needed > room:
            lines, used = lines + 1, 0.0
        if needed > room:
            lines += int(needed // room)
            needed %= room
        used += needed + _SPACE
    return lines


def length_of(words: str) -> float:
    """How wide the words are on one line, in sizes of the type."""
    return sum(map(_WIDTHS.__getitem__, words))
