"""What the organiser wrote, and how it reads: the words that people will see, and all that was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from planner.advice.local_words import in_local_words, other_words
from planner.answers import QUESTIONS, Kind, Plan
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
    """How the text at a path reads and what could be plainer. All of it are suggestions.

    ``others_say`` are words of the text with what people near by say instead.
    """

    path: str
    reading: Reading
    short_forms: tuple[Abbreviation, ...]
    changed: tuple[Plainer, ...]
    others_say: tuple[tuple[str, str], ...]

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
    """How the text at a path reads, with every suggestion. Raises KeyError for a path that no question has."""
    text, longest = text_at(path, plan), facts.pace.long_sentence.value
    reading = read(text, jargon=facts.jargon, respectful=facts.respectful, long_sentence=longest)
    known = facts.abbreviations
    short = unexplained(text, everybody_knows=known.everybody_knows, stands_for=known.stands_for)
    local = partial(in_local_words, chosen=plan.local_words)
    return ReadingHelp(
        path,
        reading,
        tuple(one for one in short if one.found not in facts.jargon.words),
        before_and_after(sentences_of(text), _in_order(reading), local) if text else (),
        other_words(text, plan.local_words),
    )


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
