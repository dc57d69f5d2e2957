"""Whether words can be read on what lies behind them."""

LEAST_CONTRAST = 4.5
"""To one; what WCAG 2 asks for words of the usual size (success criterion 1.4.3, level AA)."""
WHITE = "FFFFFF"


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21; colours are six hexadecimal digits.

    >>> round(contrast("6E2A62", "FFFFFF"), 2), round(contrast("ffffff", "FFFFFF"), 2)
    (9.67, 1.0)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(words: str, behind: str = WHITE) -> bool:
    """Whether words of this colour can be read on that one."""
    return contrast(words, behind) >= LEAST_CONTRAST


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  the formula's
