"""What the checks of every kind of file share: how a fault is said, and how strong a contrast is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_CONTRAST, LEAST_CONTRAST_LARGE = 4.5, 3.0  # to one; Web Content Accessibility Guidelines 2.2, 1.4.3
LARGE, LARGE_BOLD = 18, 14  # points
FEW_LETTERS = 40
_SAYS_NOTHING = {
    "here",
    "click here",
    "this",
    "link",
    "this link",
    "more",
    "read more",
    "click",
    "go",
    "page",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong, where, and what to do about it, each in plain words."""

    what: str
    where: str
    do: str

    def __str__(self) -> str:
        """All three on one line."""
        return f"{self.what} Where: {self.where}. What to do: {self.do}"


def beginning(words: str) -> str:
    """The first words of a place, to find it by."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= FEW_LETTERS else f"“{line[:FEW_LETTERS].rstrip()}…”"


def skipped(levels: Sequence[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """The headings below a level that is missing: the level before, their own, and their words."""
    return [
        (above, level, words)
        for (above, _), (level, words) in zip([(0, ""), *levels], levels, strict=False)
        if level > above + 1
    ]


def says_nothing(words: str) -> bool:
    """Whether the words of a link tell nobody where it leads."""
    line = " ".join(words.split()).casefold().strip(" .:»>→")
    return not line or line in _SAYS_NOTHING or bool(re.match(r"(https?://|www\.)\S*$", line))


def contrast(ink: str, paper: str) -> float:
    """How much two colours, written like 6E2A62, differ: from 1 (not at all) to 21 (black on white)."""
    light, dark = sorted((_light(ink), _light(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_too_weak(ink: str, paper: str, points: float, *, bold: bool) -> bool:
    """Whether words of this size are hard to read in these colours."""
    large = points >= LARGE or (bold and points >= LARGE_BOLD)
    return contrast(ink, paper) < (LEAST_CONTRAST_LARGE if large else LEAST_CONTRAST)


def _light(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """How bright a share of a colour looks; the numbers are those of sRGB."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
