"""How hard a text is and how long it takes, in words that an organiser can use."""

from collections.abc import Sequence
from enum import StrEnum

from planner.reading.sentences import Sentence
from planner.reading.syllables import syllables

LEAST_WORDS = 100  # a grade of less text says more about chance than about the text
EASY_UP_TO, MEDIUM_UP_TO = 6, 10  # reading ages of about 11 and 15
LOWEST, HIGHEST = 0, 18
SILENT, ALOUD = 238, 183  # words a minute, adults reading English: Brysbaert 2019, 190 studies


class Label(StrEnum):
    """How hard a text is, in one word."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    @property
    def words(self) -> str:
        """How the documents and pages say it."""
        return {Label.EASY: "Easy to read", Label.MEDIUM: "Medium", Label.HARD: "Hard"}[self]


def grade_of(sentences: Sequence[Sentence]) -> float | None:
    """The Flesch-Kincaid grade, from 0 to 18 with one decimal; None under 100 words.

    The reading age is about five years more. The formula (Kincaid and others, 1975) knows long words and long
    sentences, and nothing else.
    """
    words = [word for sentence in sentences for word in sentence.words]
    if len(words) < LEAST_WORDS:
        return None
    beats = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * beats / len(words) - 15.59
    return round(min(max(grade, LOWEST), HIGHEST), 1)


def label_of(grade: float) -> Label:
    """Easy up to grade 6, medium up to 10, hard above.

    GOV.UK aims at a reading age of 9, which is easy. A published guide to co-production that calls itself
    Medium has grade 8.
    """
    if grade <= EASY_UP_TO:
        return Label.EASY
    return Label.MEDIUM if grade <= MEDIUM_UP_TO else Label.HARD


def minutes_to_read(words: int) -> int:
    """Minutes of silent reading, to the nearest one; at least 1 where there is a word."""
    return _minutes(words, SILENT)


def minutes_aloud(words: int) -> int:
    """Minutes of reading aloud, to the nearest one; at least 1 where there is a word."""
    return _minutes(words, ALOUD)


def _minutes(words: int, a_minute: int) -> int:
    return max(1, round(words / a_minute)) if words else 0
