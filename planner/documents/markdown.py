r"""Reads Markdown with markdown-it, but takes the short way through what our documents are full of.

Most of a document is tables, and most lines hold plain words with a backslash before each sign.  For those, the
general reader makes a dozen objects for each cell.  Here a table is one token, whose ``meta`` is a `RawTable`, and
a line of plain words is one piece.  Whatever else a line holds is read by markdown-it as always.
"""

import re
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it is written: every row has as many cells as the head, and a cell is a line of Markdown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


@cache
def markdown() -> MarkdownIt:
    """The reader, made once: CommonMark and our tables."""
    reader = MarkdownIt("commonmark", {"html": True})
    # Which addresses are good is decided by whoever makes links of them: words with a bad one stay words.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  its name for it
    reader.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    reader.core.ruler.at("inline", _lines)
    return reader.enable("table")


def plain_words(line: str) -> str | None:
    r"""The words of a line that is nothing but words, or None where markdown-it must look at it.

    >>> plain_words(r"R\&D\: tea &#124; coffee")
    'R&D: tea | coffee'
    >>> plain_words("**R&D**") is None
    True
    """
    if not _MEANS_SOMETHING.search(line):
        return line
    if _MEANS_SOMETHING.search(_ESCAPED.sub("", line)):
        return None
    return _ESCAPED.sub(_sign, line)


# "\n" too: a line break, and what stands around it, is for markdown-it.
_MEANS_SOMETHING = re.compile(r"[\\&*_\[<`\n]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#(92|124);")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_RULE_BELOW_HEAD = re.compile(r"\|(?: *:?-+:? *\|)+")


def _sign(escaped: re.Match[str]) -> str:
    return escaped[1] or chr(int(escaped[2]))


def _lines(state: StateCore) -> None:
    """In the place of markdown-it's own step: the same pieces, sooner where a line is plain words."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        words = plain_words(token.content)
        if words is None:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif words:
            token.children.append(Token("text", "", 0, content=words))


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls it so
    if start + 1 >= end or not _row(state, start) or not _RULE_BELOW_HEAD.fullmatch(_row(state, start + 1)):
        return False
    head, below = _cells(_row(state, start)), _cells(_row(state, start + 1))
    if len(head) != len(below):
        return False
    if silent:
        return True
    last = start + 2
    while last < end and _row(state, last):
        last += 1
    rows = (_cells(_row(state, line)) for line in range(start + 2, last))
    token = state.push("table", "table", 0)
    token.map = [start, last]
    token.meta["table"] = RawTable(
        tuple(head),
        tuple(tuple((*row, *[""] * (len(head) - len(row)))[: len(head)]) for row in rows),
        tuple(cell.endswith(":") and not cell.startswith(":") for cell in below),
    )
    state.line = last
    return True


def _row(state: StateBlock, number: int) -> str:
    """The line, where it is one of a table in this block; otherwise nothing."""
    start, stop = state.bMarks[number] + state.tShift[number], state.eMarks[number]
    is_row = state.sCount[number] >= state.blkIndent and state.src.startswith("|", start, stop)
    return state.src[start:stop].rstrip() if is_row and not state.is_code_block(number) else ""


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BETWEEN_CELLS.split(row.removeprefix("|").removesuffix("|"))]
