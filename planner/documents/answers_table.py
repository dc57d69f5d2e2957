"""The answers as people see them at the end of a Word plan: a code, the question, and the answer they may change.

It is what is left of a plan when a program keeps nothing but the words of a document.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from planner.answers import QUESTIONS, STEPS, Asked, Kind, Plan, in_words, is_shown
from planner.answers.read_back import NotUnderstood, folded, from_words
from planner.answers.versions import NEWEST
from planner.answers.words import BETWEEN, LISTED, by_how_sure
from planner.catalogue import Catalogue

CODE = re.compile(r"A(\d{1,3})\.(\d{5})")
BOOKMARK = re.compile(r"dw_(A\d{1,3})_(\d{5})_([0-9a-f]{8})")
LONG_ANSWER = 400  # letters; from here on a row may go on at the next page


@dataclass(frozen=True)
class Row:
    """One answer as it stands in the table, beside the short name of its question."""

    code: str
    question: str
    said: str

    @property
    def bookmark(self) -> str:
        """The name of the bookmark around the answer. It outlives the table, and says what the answer was."""
        return f"dw_{self.code.replace('.', '_')}_{mark_of(self.said)}"


@dataclass(frozen=True)
class Part:
    """The answers of one step; no step where the questions no longer apply."""

    step: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Change:
    """An answer that reads differently in the document. ``answer`` counts only where the words were ``understood``."""

    path: str
    short: str
    before: str
    after: str
    answer: Any = None
    understood: bool = True


def code_of(one: Asked) -> str:
    """A short code of a question: the version of plans, and five digits that never change while its path does not."""
    return f"A{NEWEST}.{crc32(one.path.encode()) % 100_000:05}"


def mark_of(said: str) -> str:
    """A short fingerprint of an answer as it was printed: our own words for it may be others by now."""
    return f"{crc32(folded(said).encode()):08x}"


def parts(plan: Plan, facts: Catalogue) -> tuple[Part, ...]:
    """Every question that applies, answered or not, and what was answered although it does not apply any more."""
    shown = [one for one in QUESTIONS if is_shown(one, plan)]
    hidden = [one for one in QUESTIONS if one not in shown and in_words(one, plan, facts)]
    by_step = (Part(step, _rows([one for one in shown if one.step == step], plan, facts)) for step in STEPS)
    return tuple(part for part in (*by_step, Part("", _rows(hidden, plan, facts))) if part.rows)


def changes(
    plan: Plan, seen: Mapping[str, str], marks: Mapping[str, str], facts: Catalogue
) -> tuple[Change, ...]:
    """The answers that read differently in the document, in the order of the questions.

    ``seen`` are the answers of the table by their code, ``marks`` the fingerprints of what was printed. An answer
    whose row is gone has not changed.
    """
    changed = {code: said for code, said in seen.items() if mark_of(said) != marks.get(code)}
    return tuple(_changes(plan, changed, facts))


def _rows(questions: list[Asked], plan: Plan, facts: Catalogue) -> tuple[Row, ...]:
    return tuple(Row(code_of(one), one.question.short, _said(one, plan, facts)) for one in questions)


def _said(one: Asked, plan: Plan, facts: Catalogue) -> str:
    """The answer in as few lines as it can be read back from: a list of sixty things is no column of sixty lines."""
    lines = in_words(one, plan, facts)
    if one.kind is Kind.FEATURES:
        return "\n".join(by_how_sure(lines))
    return (f"{BETWEEN} " if one.kind in LISTED else "\n").join(lines)


def _changes(plan: Plan, seen: Mapping[str, str], facts: Catalogue) -> Iterator[Change]:
    for one in QUESTIONS:
        after = seen.get(code_of(one))
        before = _said(one, plan, facts)
        if after is None or folded(after) == folded(before):
            continue
        short = one.question.short
        try:
            answer = from_words(one, after, facts)
        except NotUnderstood:
            yield Change(one.path, short, before, after, understood=False)
        else:
            yield Change(one.path, short, before, after, answer)
