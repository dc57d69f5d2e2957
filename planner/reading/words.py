"""Words in a text that many readers stumble over, or that hurt, each with what could be said instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from planner.catalogue.entries import Glossary, Wording
from planner.reading.sentences import addresses, blanked, opens_a_sentence

GAP = r"[\s\u00a0\u2010-\u2015-]"  # a space that breaks or not, and every hyphen and dash
GAPS = re.compile(rf"{GAP}+")
POSSESSIVE = re.compile(r"['’]s?$")
SMALL_WORDS = {"about", "at", "by", "for", "from", "in", "of", "off", "on", "out", "that", "to", "up", "with"}

# Bounded, and never across a line: an opening mark that nobody closes quotes nothing.
QUOTED = re.compile(
    r"\"[^\"\n]{1,600}\""
    r"|“[^“”\n]{1,600}”"
    r"|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){1,600}’(?!\w)"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,600}'(?!\w)"
)
NAME = r"[A-ZÀ-Þ][\w'’]*"
LINK = r"[ \u00a0-](?:(?:of|for|the|and|with)[ \u00a0])*"
TWO_NAMES_AFTER = re.compile(rf"(?:{LINK}({NAME}))?(?:{LINK}({NAME}))?")
NAME_BEFORE = re.compile(rf"(?<!\w)({NAME}){LINK}\Z")
LOOK_BACK = 60  # characters; more than any exception or name needs


@dataclass(frozen=True)
class Hit:
    """A phrase of a glossary as it was ``found`` at ``start`` to ``end``: a suggestion, never an error."""

    start: int
    end: int
    found: str
    phrase: str  # as the glossary has it
    say: str
    why: str | None


def hits(text: str, glossary: Glossary) -> tuple[Hit, ...]:
    """Every phrase of the glossary in the text, in order, the longest where several fit, in any case.

    Left alone: what somebody is quoted as saying, names such as "Special Needs Trust", web addresses, and
    whatever the glossary excuses beside the phrase. Raises re.error where an excuse is not a pattern.
    """
    plain = blanked(blanked(text, addresses(text), "\0"), (m.span() for m in QUOTED.finditer(text)), "\0")
    return tuple(
        Hit(start, end, text[start:end], phrase, glossary.words[phrase].say, glossary.words[phrase].why)
        for start, end, phrase in _phrases(plain, glossary)
    )


def _phrases(plain: str, glossary: Glossary) -> Iterator[tuple[int, int, str]]:
    pattern, named = _finder(tuple(glossary.words))
    match = pattern.search(plain)
    while match:
        start, end = match.span()
        phrase = named.get(
            _squashed(match[0])
        )  # none where a letter only looks like one of ours, such as a long s
        counts = phrase and not _is_excused(plain, start, end, glossary.words[phrase])
        if phrase and counts and not _is_part_of_a_name(plain, start, end):
            yield start, end, phrase
        else:
            end = start + 1  # "the disabled" may be excused and the "disabled toilet" inside it not
        match = pattern.search(plain, end)


@lru_cache(8)
def _finder(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all phrases, and the phrase behind each spelling once its gaps are taken out."""
    alternatives: dict[str, list[str]] = {}
    named: dict[str, str] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        before, forms, after = _forms(phrase)
        gap = GAP + ("*" if "-" in phrase else "+")
        pattern = gap.join(
            [*map(re.escape, before), f"(?:{'|'.join(map(re.escape, forms))})", *map(re.escape, after)]
        )
        alternatives.setdefault(phrase[0].lower(), []).append(pattern)
        for form in forms:
            named.setdefault(_squashed("".join([*before, form, *after])), phrase)
    # Sorting by first letter spares the search most of the list at every word.
    choice = "|".join(
        f"(?={re.escape(letter)})(?:{'|'.join(group)})" for letter, group in alternatives.items()
    )
    return re.compile(rf"(?<!\w)(?:{choice or '(?!)'})(?:['’]s|['’])?(?!\w)", re.IGNORECASE), named


def _forms(phrase: str) -> tuple[list[str], list[str], list[str]]:
    """The words before the one that takes endings, that word with each ending, and the words after it."""
    words = re.split(r"[\s-]+", phrase.lower())
    turning = max((n for n, word in enumerate(words) if word not in SMALL_WORDS), default=0)
    word = words[turning]
    if words[0] == "the":  # "the blind" is many people already, and "the blinds" hang at a window
        forms = [word]
    elif re.search(r"[^aeiou]y$", word):
        forms = [word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    elif word.endswith("e"):
        forms = [word, word + "s", word + "d", word[:-1] + "ing"]
    else:
        forms = [word, word + "s", word + "es", word + "ed", word + "ing"]
    return words[:turning], forms, words[turning + 1 :]


def _squashed(phrase: str) -> str:
    return GAPS.sub("", POSSESSIVE.sub("", phrase.lower()))


def _is_excused(plain: str, start: int, end: int, wording: Wording) -> bool:
    before, after = wording.unless_after, wording.unless_before
    return bool(
        (after and _following(after).match(plain, end))
        or (before and _preceding(before).search(plain, max(0, start - LOOK_BACK), start))
    )


@lru_cache(512)
def _following(pattern: str) -> re.Pattern[str]:
    # The gap gives nothing back, so that "not followed by" cannot be met by the space itself.
    return re.compile(rf"[\s\u00a0\u2010\u2011-]*+(?:{pattern})(?!\w)", re.IGNORECASE)


@lru_cache(512)
def _preceding(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})[\s\u00a0\u2010\u2011-]*\Z", re.IGNORECASE)


def _is_part_of_a_name(plain: str, start: int, end: int) -> bool:
    """Whether the phrase belongs to a longer run of capitals, other than the one that opens a sentence."""
    hit = plain[start:end]
    words = [word for word in GAPS.split(hit) if word.lower() not in {"the", *SMALL_WORDS}]
    if hit.isupper() or not all(word[0].isupper() for word in words):
        return False
    after = TWO_NAMES_AFTER.match(plain, end)
    before = NAME_BEFORE.search(plain, max(0, start - LOOK_BACK), start)
    neighbours = sum(name is not None for name in after.groups()) if after else 0
    neighbours += before is not None and not opens_a_sentence(plain, before.start(1))
    # "Empower Anna to speak" is an order; "Handicapped Children's Action Group" is a name.
    return neighbours > (len(words) == 1 and opens_a_sentence(plain, start))
