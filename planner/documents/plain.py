"""The text file: our Markdown as plain words that any device, screen reader or message can take."""

import textwrap
from collections.abc import Iterator

from planner.documents.markup import (
    Block,
    Callout,
    Contents,
    Cover,
    Heading,
    Image,
    Inline,
    LineBreak,
    ListBlock,
    ListKind,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Words,
    read,
)

COLUMNS = 76
TO_FILL_IN = "______________________________"
MARKS = {ListKind.BULLETS: "- ", ListKind.TICKS: "[ ] "}


def plain_text(text: Words, reading: str = "") -> bytes:
    """Make a text file (UTF-8) of our Markdown. Tables become records; no words are lost, no long word is cut.

    `reading` stands below the title: how long it takes and how hard it is. Raises MarkupError for Markdown that
    is not ours.
    """
    pieces = [piece for block in read(text) for piece in _block(block, reading)]
    return ("\n\n".join(piece for piece in pieces if piece.strip()) + "\n").encode()


def _block(block: Block, reading: str) -> Iterator[str]:
    """The pieces of a block, with an empty line between them."""
    match block:
        case Cover(label, title, subtitle):
            yield _wrapped(label)
            yield _underlined(title, "=")
            yield _wrapped(subtitle)
            yield reading
        case Heading(level, inline):
            yield "\n" + (_underlined(inline, "-") if level == 1 else _wrapped(inline))
        case Paragraph(inline):
            yield _wrapped(inline)
        case ListBlock():
            yield "\n".join(_items(block, ""))
        case Callout(paragraphs=paragraphs):
            yield "\n\n".join(_wrapped(paragraph.inline, "| ", "| ") for paragraph in paragraphs)
        case Table():
            yield from _records(block)
        case PageBreak() | Contents():
            pass  # a text has no pages


def _items(block: ListBlock, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        mark = indent + MARKS.get(block.kind, f"{number}. ")
        for part in item:
            if isinstance(part, ListBlock):
                yield from _items(part, " " * len(mark))
            else:
                yield _wrapped(part.inline, mark, " " * len(mark))
                mark = " " * len(mark)


def _records(table: Table) -> Iterator[str]:
    """Each row as a few lines: its first cell, then every other cell after the name of its column."""
    if table.caption:
        yield _filled(table.caption if table.caption[-1] in ".:?!" else f"{table.caption}:")
    for row in table.rows:
        first, *others = row
        names = table.head[1:]
        lines = [_wrapped(first) or _named(table.head[0], first, to_fill_in=table.fill_in)]
        lines += [
            _named(name, cell, to_fill_in=table.fill_in) for name, cell in zip(names, others, strict=True)
        ]
        yield "\n".join(line for line in lines if line)


def _named(name: Inline, cell: Inline, *, to_fill_in: bool) -> str:
    """A cell after the name of its column; nothing where it is empty and nobody is to write there."""
    words = _words(cell).replace("\u00a0", " ").strip()
    if words or to_fill_in:
        return _filled(f"{_words(name)}: {_words(cell) if words else TO_FILL_IN}", "  ", "    ")
    return ""


def _underlined(inline: Inline, line: str) -> str:
    words = _wrapped(inline)
    longest = max(map(len, words.split("\n")))
    return f"{words}\n{line * min(longest, COLUMNS)}" if words else ""


def _wrapped(inline: Inline, first: str = "", rest: str = "") -> str:
    """The words of a line, wrapped; `first` stands before the first line, `rest` before the others."""
    return _filled(_words(inline), first, rest)


def _filled(words: str, first: str = "", rest: str = "") -> str:
    lines = [
        textwrap.fill(
            line,
            COLUMNS,
            initial_indent=rest if number else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(words.split("\n"))
    ]
    return "\n".join(lines)


def _words(inline: Inline) -> str:
    """The bare words; the address of a link follows it."""
    return "".join(map(_piece, inline))


def _piece(piece: Text | Image | LineBreak) -> str:
    match piece:
        case Text(words, _, link):
            return f"{words} ({link.removeprefix('mailto:')})" if link and link not in words else words
        case Image(_, alt):
            return alt
        case LineBreak():
            return "\n"
