"""How long a paper takes to read and how hard it is, said on the paper itself."""

from collections.abc import Iterator

from planner.documents.markup import (
    Block,
    Callout,
    Cover,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Table,
    Words,
    plain,
    read,
)
from planner.reading.level import Label, grade_of, label_of, minutes_aloud, minutes_to_read
from planner.reading.sentences import sentences_of


def reading_time(text: Words, *, aloud: bool = False) -> str:
    """One line for people, such as "About 4 minutes to read. Easy to read."; nothing where there are no words.

    `aloud` counts the minutes of reading aloud, as people who use Easy Read often do with somebody. A text too
    short to judge has no level.
    """
    sentences = sentences_of(words_to_read(text))
    words = sum(len(sentence.words) for sentence in sentences)
    minutes = minutes_aloud(words) if aloud else minutes_to_read(words)
    if not minutes:
        return ""
    counted = f"{minutes} {'minute' if minutes == 1 else 'minutes'}"
    grade = grade_of(sentences)
    level = _LEVELS[label_of(grade)] if grade is not None else ""
    return f"About {counted} to read{' aloud' if aloud else ''}.{level}"


def words_to_read(text: Words) -> str:
    """The words of a document as a reader meets them, a line for each piece; what a picture shows is not counted."""
    return "\n".join(line for block in read(text) for line in _lines(block))


_LEVELS = {
    Label.EASY: " Easy to read.",
    Label.MEDIUM: " Reading level: medium.",
    Label.HARD: " Reading level: hard.",
}


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Cover(label, title, subtitle):
            yield from map(_words, (label, title, subtitle))
        case Paragraph(inline) | Heading(inline=inline):
            yield _words(inline)
        case ListBlock(items=items):
            for item in items:
                for inside in item:
                    yield from _lines(inside)
        case Callout(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield _words(paragraph.inline)
        case Table():
            if not block.easy:
                yield block.caption
                yield from map(_words, block.head)
            yield from (_words(cell) for row in block.rows for cell in row)
        case _:
            pass


def _words(inline: Inline) -> str:
    return plain(tuple(piece for piece in inline if not isinstance(piece, Image)))
