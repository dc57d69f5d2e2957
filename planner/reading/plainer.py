"""Before and after: a sentence as it stands, and the same sentence with plainer words in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planner.reading.sentences import Sentence
from planner.reading.words import GAPS, Hit

# A suggestion that begins with one of these explains a word. It cannot stand in its place.
EXPLAINS = {
    "a", "an", "the", "what", "who", "how", "where", "to", "not", "in", "at", "with", "from", "for", "by", "every",
    "little", "say", "leave", "has", "lives", "living", "uses", "stays", "spends", "cannot", "being", "facing",
    "looking", "acting", "working", "having", "taking", "shaped", "able", "everyone", "people", "person", "ways",
}  # fmt: skip
NEEDS_ANOTHER_ORDER = {"together", "everywhere", "simpler", "with", "from"}  # "make the room together"
LONGEST = 3  # words; more than that is an explanation
NO_PLAIN_S = ("s", "y", "ing", "sh", "ch", "x")
NO_ENDING = {"of", "to", "in", "on", "for", "up", "out", "back", "away", "over", "down", "do", "part"}


@dataclass(frozen=True)
class Plainer:
    """A sentence at ``start`` to ``end`` of what was read, before and after."""

    start: int
    end: int
    before: str
    after: str


def before_and_after(
    sentences: Iterable[Sentence], found: Iterable[Hit], local: Callable[[str], str] = str
) -> tuple[Plainer, ...]:
    """Each sentence in which a word can be changed for a plainer one, just as it stands.

    Words that need more than that are left as they are: the list beside the text has a suggestion for them.
    ``local`` turns a suggestion into the words that people near by use.
    """
    swaps = [(hit, local(words)) for hit in found if (words := stand_in(hit))]
    changed = []
    for one in sentences:
        inside = [(hit, words) for hit, words in swaps if one.start <= hit.start and hit.end <= one.end]
        if inside:
            changed.append(Plainer(one.start, one.end, one.text, _with(one, inside)))
    return tuple(changed)


def stand_in(hit: Hit) -> str:
    """Words that can stand in the place of what was found; empty where it takes a new sentence."""
    words = hit.say.split(",")[0].strip()
    parts = words.lower().replace("-", " ").split()
    if parts[0] in EXPLAINS or len(parts) > LONGEST or NEEDS_ANOTHER_ORDER & set(parts):
        return ""
    found, phrase = GAPS.sub(" ", hit.found.lower()), GAPS.sub(" ", hit.phrase.lower())
    if found == phrase:
        ending = ""
    elif found == f"{phrase}s" and not NO_ENDING & set(parts) and not words.endswith(NO_PLAIN_S):
        ending = "s"
    else:
        return ""
    opens = hit.found[:1].isupper() and not hit.found.isupper()
    return f"{words[:1].upper() if opens else words[:1]}{words[1:]}{ending}"


def _with(one: Sentence, swaps: list[tuple[Hit, str]]) -> str:
    text = one.text
    for hit, words in sorted(swaps, key=lambda swap: swap[0].start, reverse=True):
        start, end = hit.start - one.start, hit.end - one.start
        text = f"{text[:start]}{words}{text[end:]}"
    return text
