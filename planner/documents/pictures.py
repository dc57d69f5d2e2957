"""Our drawings for Easy Read, as a Word file can hold them; a calendar shows the day that it is about."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import resvg_py

DRAWINGS = Path(__file__).parents[2] / "static" / "pictures"
CALENDAR = "calendar"
WIDE = 340
"""Pixels of a picture: 240 to an inch where it is 3.6 centimetres wide."""

# Numbers in the hand of the drawings: one line each, in a box 20 wide and 32 high.
_DIGITS = (
    "M10 0q10 0 10 16t-10 16q-10 0-10-16t10-16z",
    "M3 7l9-7v32",
    "M1 8q2-8 9-8t9 8q0 5-6 11L1 32h18",
    "M2 0h16l-10 13q11 0 11 9 0 10-10 10-6 0-9-5",
    "M14 32V0L0 22h20",
    "M18 0H3L1 15q4-3 8-3 10 0 10 10 0 10-10 10-6 0-9-5",
    "M16 1Q1 6 1 21q0 11 9 11t9-10q0-9-9-9-7 0-9 8",
    "M1 0h18L7 32",
    "M10 0q8 0 8 7t-8 7q-8 0-8-7t8-7zM10 14q10 0 10 9t-10 9q-10 0-10-9t10-9z",
    "M4 31q15-5 15-20Q19 0 10 0T1 10q0 9 9 9 7 0 9-8",
)
_STEP = 27
"""From the left of one number to the left of the next."""


def calendar_of(day: int) -> str:
    """The name of the picture of a calendar that shows a day of the month."""
    return f"{CALENDAR}_{day}"


class Pictures(Mapping[str, bytes]):
    """Every drawing by its name, as a PNG that is made when somebody first asks for it."""

    def __getitem__(self, name: str) -> bytes:
        """Raises KeyError where there is no such drawing."""
        return _png(name)

    def __iter__(self) -> Iterator[str]:
        """Names of the drawings in the folder; calendars that show a day are not counted."""
        return iter(_names())

    def __len__(self) -> int:
        """How many drawings are in the folder."""
        return len(_names())


PICTURES = Pictures()


def drawing(name: str) -> str:
    """The SVG of a drawing. Raises KeyError where there is none of this name."""
    stem, _, day = name.partition(f"{CALENDAR}_")
    if not stem and day.isdigit():
        return drawing(CALENDAR).replace("</g></svg>", f"{_number(day)}</g></svg>")
    if name not in _names():
        raise KeyError(name)
    return (DRAWINGS / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=128)
def _png(name: str) -> bytes:
    """Kept, because a pack uses a picture many times; a name says what is drawn, and nothing of a person."""
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing(name), width=WIDE, skip_system_fonts=True))


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in DRAWINGS.glob("*.svg")))


def _number(day: str) -> str:
    """The numbers of a day in the middle of the page of the calendar."""
    left = 48 - (20 + _STEP * (len(day) - 1)) / 2
    return "".join(
        f'<g transform="translate({left + _STEP * place:g} 46)">'
        f'<path d="{_DIGITS[int(digit)]}" fill="none" stroke="#2A1B2E" stroke-width="6"/></g>'
        for place, digit in enumerate(day)
    )
