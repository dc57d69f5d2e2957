"""Abbreviations that a text uses and never explains."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from planner.reading.sentences import addresses, blanked

LETTERS = r"[A-Z][A-Z0-9&]{1,5}"
ABBREVIATION = re.compile(rf"(?<![\w&-])({LETTERS})(?:s|['’]s)?(?![\w&-])")
SHOUTED = re.compile(r"(?:\b[A-Z]{2,}\b[ ,:!-]*){3,}")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?\b")


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation as it first stands at ``start`` to ``end``; ``stands_for`` is empty where we do not know."""

    start: int
    end: int
    found: str
    stands_for: str = ""


def unexplained(
    text: str, *, everybody_knows: Collection[str], stands_for: Mapping[str, str]
) -> tuple[Abbreviation, ...]:
    """Each abbreviation once, where the text neither spells it out nor says it in brackets.

    Left alone: what everybody knows, web addresses, postcodes, and lines written in capitals.
    """
    plain = blanked(text, addresses(text), "\0")
    for hidden in (SHOUTED, POSTCODE):
        plain = blanked(plain, (match.span() for match in hidden.finditer(plain)), "\0")
    first: dict[str, re.Match[str]] = {}
    for match in ABBREVIATION.finditer(plain):
        first.setdefault(match[1], match)
    return tuple(
        Abbreviation(match.start(1), match.end(1), short, stands_for.get(short, ""))
        for short, match in first.items()
        if short not in everybody_knows
        and not short[1:].isdigit()
        and not _is_explained(short, text, stands_for.get(short, ""))
    )


def _is_explained(short: str, text: str, meaning: str) -> bool:
    """Whether its words stand in the text, or something stands in brackets behind it, or it stands in brackets."""
    if meaning and meaning.casefold() in text.casefold():
        return True
    name = re.escape(short)
    behind = rf"(?<!\w){name}s? ?\((?=[^)]*[a-z])[^)]+\)"
    in_brackets = rf"[a-z’'][\w’'-]* \({name}s?\)"
    return bool(re.search(behind, text) or re.search(in_brackets, text))
