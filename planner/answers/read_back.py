"""An answer from its words: what somebody changed in a document, where it can be understood without guessing."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from pydantic import ValidationError

from planner.answers.asked import Asked, Kind
from planner.answers.plan import Plan
from planner.answers.question import NOT_SURE, Sure
from planner.answers.words import BETWEEN, BOOKED_WORDS, NOT_SURE_WORDS, OWN_ACTIVITY
from planner.catalogue import Catalogue

_NUMBER = re.compile(r"£?\s?([\d,]{1,12})\s?(%|[a-z ]{0,20})")
_ACTIVITY = re.compile(r"(?P<name>.*?)(?:, (?P<minutes>\d{1,3}) minutes)?", re.DOTALL)
_WITH_METHOD = re.compile(r"(?P<title>.+) \((?P<method>[^()]+(?:\([^()]*\)[^()]*)?)\)", re.DOTALL)


class NotUnderstood(ValueError):  # noqa: N818  somebody wrote something that is no option, as anybody may
    """Words that are no answer to the question, or not certainly one."""


def folded(words: str) -> str:
    """Words as they compare: whatever a word processor does to spaces and accents, these stay the same."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def from_words(one: Asked, words: str, facts: Catalogue) -> Any:
    """The answer that these words give, as ``Plan.with_answer`` takes it; the reverse of ``in_words``.

    Texts are taken as they are. Choices are only taken where the words are those of an option. Raises
    NotUnderstood for anything else.
    """
    answer = _answer(one, words, facts)
    try:
        return Plan().with_answer(one.path, answer).answer(one.path)
    except ValidationError:
        raise NotUnderstood(words) from None


def _answer(one: Asked, words: str, facts: Catalogue) -> Any:
    said = folded(words)
    if one.kind is Kind.TEXT:
        return words.strip()
    if not said:
        return _nothing(one.kind)
    if said == NOT_SURE_WORDS and one.kind not in {Kind.COUNTS, Kind.FEATURES, Kind.ACTIVITIES}:
        return [NOT_SURE] if one.kind is Kind.TICKS else NOT_SURE
    return _one(one, said, facts) if one.kind in _SINGLE else _several(one, words, facts)


_SINGLE = {Kind.CHOICE, Kind.DAY, Kind.CLOCK, Kind.NUMBER, Kind.ONE_OF}


def _one(one: Asked, said: str, facts: Catalogue) -> Any:
    match one.kind:
        case Kind.DAY:
            return _day(said)
        case Kind.CLOCK:
            return _clock(said)
        case Kind.NUMBER:
            return _number(said)
        case Kind.ONE_OF:
            return _named(said, _labels(one, facts))
        case _:
            return _named(said, {choice.label: choice.value for choice in one.choices or ()})


def _several(one: Asked, words: str, facts: Catalogue) -> Any:
    match one.kind:
        case Kind.TICKS:
            return [_named(line, _labels(one, facts)) for line in _ticked(words)]
        case Kind.COUNTS:
            return dict(_pairs(words, _labels(one, facts), _count))
        case Kind.FEATURES:
            return dict(_found(words, _labels(one, facts)))
        case _:
            return [_activity(line, facts) for line in words.split("\n") if folded(line)]


def _nothing(kind: Kind) -> Any:
    match kind:
        case Kind.TICKS | Kind.ACTIVITIES:
            return ()
        case Kind.COUNTS | Kind.FEATURES:
            return {}
        case _:
            return None


def _labels(one: Asked, facts: Catalogue) -> dict[str, str]:
    """The keys of the table that the answer is chosen from, by their words."""
    return {folded(entry.label): key for key, entry in getattr(facts, one.table).items()}


def _named(said: str, keys: Mapping[str, str]) -> str:
    found = next((key for label, key in keys.items() if folded(label) == said), None)
    if found is None:
        raise NotUnderstood(said)
    return found


def _day(said: str) -> date:
    for shape in ("%A %d %B %Y", "%d %B %Y", "%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(said, shape).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise NotUnderstood(said)


def _clock(said: str) -> time:
    for shape in ("%H:%M", "%H.%M"):
        try:
            return datetime.strptime(said, shape).time()  # noqa: DTZ007  a time on a clock has no zone
        except ValueError:
            continue
    raise NotUnderstood(said)


def _number(said: str) -> int:
    found = _NUMBER.fullmatch(said)
    if found is None:
        raise NotUnderstood(said)
    return int(found[1].replace(",", "") or 0)


def _ticked(words: str) -> list[str]:
    """Each thing, without the remark that it is booked: what is booked is not part of the answer."""
    return [thing.removesuffix(BOOKED_WORDS) for thing in _things(words)]


def _things(words: str) -> list[str]:
    """The things of a list, one a line or several on a line."""
    return [folded(thing) for line in words.split("\n") for thing in line.split(BETWEEN) if folded(thing)]


def _found(words: str, keys: Mapping[str, str]) -> Iterable[tuple[str, Any]]:
    """What was found at a venue: "Yes:" and all that is so, or each thing with how sure it is."""
    for line in (folded(line) for line in words.split("\n")):
        said, _, things = line.partition(":")
        if said in {choice.label for choice in Sure}:
            yield from ((_named(thing, keys), _sure(said)) for thing in _things(things))
        else:
            yield from _pairs(line, keys, _sure)


def _pairs(words: str, keys: Mapping[str, str], said: Callable[[str], Any]) -> Iterable[tuple[str, Any]]:
    for label, rest in _split(words, keys):
        if not rest.startswith(":"):
            raise NotUnderstood(words)
        yield keys[label], said(rest.removeprefix(":").strip())


def _split(words: str, keys: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Each label with what stands behind it."""
    for line in _things(words):
        label = next((one for one in keys if line == one or line.startswith(f"{one}:")), None)
        if label is None:
            raise NotUnderstood(line)
        yield label, line.removeprefix(label)


def _count(said: str) -> int | str:
    return NOT_SURE if said.casefold() in {"not sure how many", NOT_SURE_WORDS.casefold()} else _number(said)


def _sure(said: str) -> str:
    return _named(said, {choice.label: choice.value for choice in Sure})


def _activity(line: str, facts: Catalogue) -> dict[str, Any]:
    found = _ACTIVITY.fullmatch(folded(line))
    assert found is not None, "every line has a name, even an empty one"
    methods = {folded(method.label): key for key, method in facts.methods.items()}
    name, minutes = found["name"], found["minutes"]
    timed = {"minutes": int(minutes)} if minutes else {}
    if name in methods:
        return {"method": methods[name], **timed}
    both = _WITH_METHOD.fullmatch(name)
    if both and both["method"] in methods:
        return {"title": both["title"], "method": methods[both["method"]], **timed}
    return {"title": "" if name == OWN_ACTIVITY else name, **timed}
