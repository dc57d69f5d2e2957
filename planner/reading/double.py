"""Questions that ask two things at once, so that one answer cannot fit both."""

import re
from collections.abc import Iterable

from planner.reading.sentences import Sentence

ASKING = r"what|which|who|whom|whose|where|when|why|how"
HELPING = r"do|does|did|is|are|was|were|has|have|can|could|would|will|should"

# A second question behind a joining word: "What helps, and what gets in the way?"
SECOND_QUESTION = re.compile(
    rf"\w[,;]? (?:and|or) (?:if |also )?(?:(?:{ASKING})\b(?! ever)|(?:{HELPING}) (?:you|they|we|it|he|she|people)\b)",
    re.IGNORECASE,
)
# Two things in a question that is answered with yes or no: "Was the room warm and easy to find?"
YES_OR_NO = re.compile(rf"[\"'“‘(\[]*(?:{HELPING})\b", re.IGNORECASE)
JOINED = re.compile(r"(\w+),? and (\w+)", re.IGNORECASE)

# What people say together and mean as one; either word before, either word after.
ONE_THING = frozenset(
    frozenset(pair.split())
    for pair in (
        "tea coffee", "food drink", "day time", "time place", "date time", "there back", "before after", "pen paper",
        "health safety", "family friends", "friends relatives", "questions answers", "words pictures", "mum dad",
        "men women", "black white", "in out", "up down", "here there", "again again", "more more", "with without",
    )
)  # fmt: skip
PEOPLE = {"i", "me", "we", "us", "you", "they", "them", "he", "she"}


def double_questions(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The questions that ask two things at once, in order.

    We know the shape of a sentence and not its sense: some are missed, and some that are found are one question
    after all. Never more than a suggestion.
    """
    return tuple(one for one in sentences if _ends_with_a_question_mark(one) and _is_double(one.text))


def _ends_with_a_question_mark(one: Sentence) -> bool:
    return one.text.rstrip("\"'”’)] ").endswith("?")


def _is_double(text: str) -> bool:
    if SECOND_QUESTION.search(text):
        return True
    return bool(YES_OR_NO.match(text)) and any(_are_two_things(pair) for pair in JOINED.finditer(text))


def _are_two_things(pair: re.Match[str]) -> bool:
    before, after = pair[1].lower(), pair[2].lower()
    return frozenset((before, after)) not in ONE_THING and not {before, after} & PEOPLE
