"""How a text reads: how hard it is, how long it takes, and which words could trip or hurt somebody."""

from dataclasses import dataclass

from planner.catalogue.entries import Glossary
from planner.reading.abbreviations import Abbreviation, unexplained
from planner.reading.double import double_questions
from planner.reading.level import Label, grade_of, label_of, minutes_aloud, minutes_to_read
from planner.reading.personal import Detail, Kind, personal_details
from planner.reading.plainer import Plainer, before_and_after
from planner.reading.sentences import Sentence, sentences_of
from planner.reading.words import Hit, hits

__all__ = [
    "Abbreviation",
    "Detail",
    "Hit",
    "Kind",
    "Label",
    "Plainer",
    "Reading",
    "Sentence",
    "before_and_after",
    "hits",
    "personal_details",
    "read",
    "sentences_of",
    "unexplained",
]


@dataclass(frozen=True)
class Reading:
    """What can be said of a text without understanding it. Never a reason to call it Easy Read."""

    words: int
    sentences: int
    grade: float | None  # Flesch-Kincaid, 0 to 18; None where the text is too short to judge
    label: Label | None
    minutes: int  # to read in silence; 0 only where there are no words
    minutes_aloud: int
    long_sentences: tuple[Sentence, ...]
    jargon: tuple[Hit, ...]
    respectful: tuple[Hit, ...]
    double_questions: tuple[Sentence, ...]


def read(text: str, *, jargon: Glossary, respectful: Glossary, long_sentence: int) -> Reading:
    """How any text reads. Raises nothing, keeps nothing.

    ``long_sentence`` is the most words that a sentence may have: ``catalogue().pace.long_sentence.value``.
    Every span in the answer counts characters of ``text`` as it was given.
    """
    sentences = sentences_of(text)
    words = sum(len(sentence.words) for sentence in sentences)
    grade = grade_of(sentences)
    return Reading(
        words=words,
        sentences=len(sentences),
        grade=grade,
        label=None if grade is None else label_of(grade),
        minutes=minutes_to_read(words),
        minutes_aloud=minutes_aloud(words),
        long_sentences=tuple(s for s in sentences if len(s.words) > long_sentence),
        jargon=hits(text, jargon),
        respectful=hits(text, respectful),
        double_questions=double_questions(sentences),
    )
