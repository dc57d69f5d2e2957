"""Where one sentence ends and the next begins, also with Dr. Ali, 10.30am, £12.50 and web addresses about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

HIDDEN = "·"  # stands for a full stop that ends nothing
WEB = (
    r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”]+"
    r"|(?<![\w.@-])(?:[\w-]{1,63}\.){1,4}(?:uk|org|com|net|scot|wales|cymru)"
    r"(?!\w)(?:/[^\s<>\"“”]*)?"
)
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?!\w)"
ADDRESS = re.compile(rf"{EMAIL}|{WEB}|(?<!\w)@\w+", re.IGNORECASE)
_MAY_BE_AN_ADDRESS = re.compile(r"@|\.\S|://")
_UNBROKEN = re.compile(r"[^\n]+")
AFTER_AN_ADDRESS = ".,;:!?)]’'"  # belongs to the sentence, not to the address

# "No." is short for number only before one; otherwise it is an answer.
SHORT = re.compile(
    r"(?<!\w)(?:(?:Dr|Mrs?|Ms|Mx|Prof|St|approx|tel)\.|No\.(?=\s?\d)|(?:e\.g|i\.e)\.?|[ap]\.m\.?)",
    re.IGNORECASE,
)
DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")

LINE = re.compile(r"[^\n\r\v\f\u2028\u2029•▪◦]+")
MARKER = re.compile(r"[\s>]*+(?:(?:[-*+–—]|#{1,6}|\d{1,3}[.)]|[a-z][.)])[ \t\u00a0]+)?", re.IGNORECASE)
# Not looking in the middle of a row of dots keeps a page of dots from taking for ever.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+\s++")
OPENING = "\"'“‘(["

WORD = re.compile(r"[^\W_]+(?:(?:['’\u2010\u2011-]|(?<=\d)[.,:/](?=\d))[^\W_]+)*")
SPOKEN = {"e.g": "for example", "i.e": "that is", "a.m": "am", "p.m": "pm"}


@dataclass(frozen=True)
class Sentence:
    """A sentence, heading or item of a list: ``text`` stands at ``start`` to ``end`` of what was read."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]  # as somebody would say them: "e.g." is two words, a web address is one


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Everything with at least one word in it, in order.

    Every line stands alone, as headings and lists do. An abbreviation that really ends a sentence ("12 High
    St. It is easy.") is missed, and the two sentences stay joined.
    """
    masked = _without_false_ends(text)
    spans = (part for line in LINE.finditer(masked) for part in _parts(masked, line.start(), line.end()))
    sentences = (Sentence(a, b, text[a:b], _spoken_words(text[a:b])) for a, b in spans)
    return tuple(sentence for sentence in sentences if sentence.words)


def addresses(text: str) -> Iterator[Span]:
    """Where web addresses, e-mail addresses and @names stand, without the full stop that may follow them."""
    for line in _UNBROKEN.finditer(text):
        if not _MAY_BE_AN_ADDRESS.search(text, line.start(), line.end()):
            continue  # most lines; looking for each kind of address takes ten times as long
        for match in ADDRESS.finditer(text, line.start(), line.end()):
            yield match.start(), match.start() + len(match[0].rstrip(AFTER_AN_ADDRESS))


def blanked(text: str, spans: Iterator[Span], filling: str) -> str:
    """The text with every span, in order, painted over by a single character: places stay what they were."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], filling * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def opens_a_sentence(text: str, place: int) -> bool:
    """Whether a word at this place comes first in its sentence or line."""
    return re.search(r"(?:^|[.!?…:\n\r•])[\s\"'“‘(\[*#–-]*$", text[max(0, place - 12) : place]) is not None


def _without_false_ends(text: str) -> str:
    text = blanked(text, addresses(text), "x")
    text = SHORT.sub(lambda match: match[0].replace(".", HIDDEN), text)
    return DECIMAL.sub(HIDDEN, text)


def _parts(masked: str, start: int, end: int) -> Iterator[Span]:
    marker = MARKER.match(masked, start, end)
    start = marker.end() if marker else start
    for match in END.finditer(masked, start, end):
        if _starts_a_sentence(masked[match.end() : min(match.end() + 3, end)]):
            yield _trimmed(masked, start, match.end())
            start = match.end()
    yield _trimmed(masked, start, end)


def _starts_a_sentence(following: str) -> bool:
    first = following.lstrip(OPENING)[:1]
    return first.isupper() or first.isdigit() or first == "£"


def _trimmed(masked: str, start: int, end: int) -> Span:
    return start, start + len(masked[start:end].rstrip())


def _spoken_words(text: str) -> tuple[str, ...]:
    if "." not in text[:-1] and "@" not in text and "://" not in text:
        return tuple(
            WORD.findall(text)
        )  # most sentences; neither an address nor anything short without one of these
    text = blanked(text, addresses(text), "x")
    text = SHORT.sub(lambda match: SPOKEN.get(match[0].lower().rstrip("."), match[0]), text)
    return tuple("link" if set(word) == {"x"} else word for word in WORD.findall(text))
