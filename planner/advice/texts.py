"""What the organiser wrote, and how it reads: the words that people will see, and all that was typed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from planner.advice.local_words import in_local_words, other_words
from planner.answers import QUESTIONS, Kind, Plan
from planner.answers.settings import LocalWords
from planner.catalogue import Catalogue
from planner.reading import (
    Abbreviation,
    Hit,
    Plainer,
    Reading,
    before_and_after,
    read,
    sentences_of,
    unexplained,
)

ACTIVITIES = "methods.activities"
PEOPLE_READ_IT = (
    "purpose.title", "purpose.question", "purpose.fixed", ACTIVITIES, "methods.enjoyable", "follow_up.what_happens",
)  # fmt: skip
NAMES = ("purpose.organiser", "venue.name", "venue.platform", "welcome.contact")  # nobody can reword a name


@dataclass(frozen=True)
class ReadingHelp:
    """How a text reads and what could be plainer. All of it are suggestions, worked out when they are asked for."""

    text: str
    local: LocalWords | None
    facts: Catalogue = field(repr=False)

    @cached_property
    def reading(self) -> Reading:
        """Level, minutes, long sentences, double questions, and words that are hard or hurt."""
        facts = self.facts
        longest = facts.pace.long_sentence.value
        return read(self.text, jargon=facts.jargon, respectful=facts.respectful, long_sentence=longest)

    @property
    def short_forms(self) -> tuple[Abbreviation, ...]:
        """Short forms that are not explained; those that count as jargon are found there."""
        known = self.facts.abbreviations
        found = unexplained(self.text, everybody_knows=known.everybody_knows, stands_for=known.stands_for)
        return tuple(one for one in found if one.found not in self.facts.jargon.words)

    @property
    def changed(self) -> tuple[Plainer, ...]:
        """Sentences before and after, with plainer words put in."""
        local = partial(in_local_words, chosen=self.local)
        found = _in_order(self.reading)
        return before_and_after(sentences_of(self.text), found, local) if found else ()

    @property
    def others_say(self) -> tuple[tuple[str, str], ...]:
        """Words of the text with what people near by say instead."""
        return other_words(self.text, self.local)

    @property
    def has_suggestions(self) -> bool:
        """Whether there is anything to change."""
        reading = self.reading
        return bool(
            reading.jargon
            or reading.respectful
            or reading.long_sentences
            or reading.double_questions
            or self.short_forms
            or self.others_say
        )


def text_at(path: str, plan: Plan) -> str:
    """The words typed at a path; the names of activities one to a line."""
    if path == ACTIVITIES:
        return "\n".join(activity.title for activity in plan.methods.activities if activity.title)
    return str(plan.answer(path))


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Everything people typed in their own words, with its path; names of places and organisations left out."""
    for one in QUESTIONS:
        if one.kind is Kind.TEXT and one.path not in NAMES:
            yield one.path, text_at(one.path, plan)
    yield ACTIVITIES, text_at(ACTIVITIES, plan)


def reading_help(path: str, plan: Plan, facts: Catalogue) -> ReadingHelp:
    """Help with the text at a path. Raises KeyError for a path that no question has."""
    return ReadingHelp(text_at(path, plan), plan.local_words, facts)


def once_each(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Each phrase once, however often it was used."""
    return tuple({hit.phrase: hit for hit in reversed(found)}.values())[::-1]


def instead(hit: Hit, plan: Plan) -> str:
    """One line for a word: what could be said instead, and why where there is a reason."""
    why = f" {hit.why}" if hit.why else ""
    return f"For ‘{hit.found}’, you could say: {in_local_words(hit.say, plan.local_words)}.{why}"


def spelled_out(short: Abbreviation) -> str:
    """One line for a short form: how to spell it out the first time."""
    if short.stands_for:
        return f"Write ‘{short.stands_for} ({short.found})’ the first time."
    return f"Say what ‘{short.found}’ stands for the first time."


def _in_order(reading: Reading) -> tuple[Hit, ...]:
    """Words that are hard and words that hurt, without those that lie in one another."""
    kept: list[Hit] = []
    for hit in (*reading.respectful, *reading.jargon):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return tuple(kept)
