r"""Our small Markdown, read into blocks that every renderer turns into its own kind of file.

What a template may use, each with an empty line around it:

- `# Title` once; `##`, `###`, `####` for headings of level 1, 2, 3, none left out on the way down
- paragraphs, `**bold**`, `[words](https://…)`, `![what it shows](name.png)`,
  a line broken by `\` at its end
- `- ` and `1. ` lists, one in another if need be
- tables; `---:` aligns a column of numbers to the right; the first column names the row
- `> ` a callout: paragraphs, no lists
- directives, alone on their line:
  - `<!-- cover -->` the next paragraph, `# Title` and paragraph are the cover
  - `<!-- table: Caption | 1 3 2 | total -->` caption, widths and options of the next table, all but the first
    optional; options: `total` (last row), `plain` (first column does not name the row), `fill-in` (room to
    write), `easy` (Easy Read: picture, words and perhaps a box to tick, one idea in a row)
  - `<!-- callout: shut-out -->` kind of the next callout: `note`, `good-idea`, `look-again`, `shut-out`
  - `<!-- ticks -->` the next list has boxes to tick
  - `<!-- toc: Contents -->` the headings of level 1 and, unless they fill more than a page, 2, under this heading
  - `<!-- page-break -->` the next block starts a page

Anything else raises MarkupError: templates are ours, so it is our mistake. Headings, items and paragraphs
without words, and tables without rows, are left out: their words may be an organiser's, who gave none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NoReturn

from markdown_it.tree import SyntaxTreeNode

from planner.documents.markdown import RawTable, markdown, plain_words


class MarkupError(ValueError):
    """A template uses something our Markdown does not have."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one manner; `link` is an http, https or mailto address, or empty."""

    words: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by name, with the words for people who do not see it."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The line ends here, the paragraph does not."""


Inline = tuple[Text | Image | LineBreak, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    inline: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; level 1, 2 or 3, below the title of the document."""

    level: int
    inline: Inline


@dataclass(frozen=True, slots=True)
class Cover:
    """The title of the document, with a line above and a line below it, either of which may have no words."""

    label: Inline
    title: Inline
    subtitle: Inline


class ListKind(StrEnum):
    """What stands before each item."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is its words and any lists inside it. Numbers start at `start`."""

    kind: ListKind
    items: tuple[tuple["Paragraph | ListBlock", ...], ...]
    start: int = 1


class CalloutKind(StrEnum):
    """How much a callout matters, in the order of our three levels of advice."""

    NOTE = "note"
    GOOD_IDEA = "good-idea"
    LOOK_AGAIN = "look-again"
    SHUT_OUT = "shut-out"


@dataclass(frozen=True, slots=True)
class Callout:
    """Words set apart."""

    kind: CalloutKind
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; every row has as many cells as the head.

    `widths` are weights, one for each column, or none at all; `numeric` says which columns hold numbers.
    """

    caption: str
    widths: tuple[float, ...]
    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    numeric: tuple[bool, ...]
    names_rows: bool = True
    total: bool = False
    fill_in: bool = False
    easy: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The place for a list of the headings of level 1 and 2."""

    heading: str


Block = Cover | Heading | Paragraph | ListBlock | Callout | Table | PageBreak | Contents
Words = str | tuple[Block, ...]
"""Our Markdown, or what was read of it already: whoever makes several kinds of file of one text reads it once."""


def read(text: Words) -> tuple[Block, ...]:
    """Read our Markdown into blocks; raises MarkupError for anything that is not in it."""
    if not isinstance(text, str):
        return text
    blocks = _without_directives(list(_parts(SyntaxTreeNode(markdown().parse(text)))))
    _check_headings(blocks)
    return tuple(block for block in blocks if not _is_empty(block))


def plain(inline: Inline) -> str:
    """The bare words of a line; a picture counts with the words that stand for it."""
    return "".join(map(_plain_piece, inline))


def preview(text: str, pictures: Mapping[str, str] | None = None) -> str:
    """Make of our Markdown what st.markdown shows well, every letter an organiser typed as typed.

    Captions become bold lines, other directives vanish. `pictures` gives an address (such as a data: address)
    for names of pictures; a picture with no address is replaced by its words.
    """
    addresses = pictures or {}
    shown = _IMAGE.sub(lambda image: _addressed(image[1], addresses.get(image[2])), text)
    shown = _DIRECTIVE_LINE.sub(_preview_of_directive, shown)
    return _TURNED_INTO_SIGNS.sub(lambda typed: typed[0][:2] + _NOTHING + typed[0][2:], shown)


# --- blocks -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Directive:
    """What a comment of ours asks of the block after it."""

    name: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        return f"<!-- {self.name} -->"


@dataclass(frozen=True, slots=True)
class _Title:
    inline: Inline


_Part = Block | _Directive | _Title

_DIRECTIVE = re.compile(r"<!-- ([a-z-]+)(?:: (.*?))? -->", re.DOTALL)
_NAMES = {"cover", "table", "callout", "ticks", "toc", "page-break"}
_DEEPEST_HEADING = 4


def _parts(parent: SyntaxTreeNode) -> Iterator[_Part]:
    for node in parent.children:
        match node.type:
            case "heading":
                yield _heading(node)
            case "paragraph":
                yield Paragraph(_inline(node))
            case "bullet_list" | "ordered_list":
                yield _list(node)
            case "blockquote":
                yield _callout(node)
            case "table":
                yield _table(node)
            case "html_block":
                yield _directive(node.content.strip())
            case _:
                _refuse(node.type, node.content or node.markup)


def _heading(node: SyntaxTreeNode) -> Heading | _Title:
    level = int(node.tag[1:])
    if level == 1:
        return _Title(_inline(node))
    if level > _DEEPEST_HEADING:
        _refuse("heading", node.tag)
    return Heading(level - 1, _inline(node))


def _list(node: SyntaxTreeNode) -> ListBlock:
    items = (_words_and_lists(item) for item in node.children)
    return ListBlock(
        ListKind.NUMBERS if node.type == "ordered_list" else ListKind.BULLETS,
        tuple(item for item in items if item),
        int(node.attrs.get("start", 1)),
    )


def _callout(node: SyntaxTreeNode) -> Callout:
    """Paragraphs only: Word draws a box of its own around each indent."""
    blocks = _words_and_lists(node)
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    if paragraphs != blocks:
        _refuse("list in a callout", "put it below")
    return Callout(CalloutKind.NOTE, paragraphs)


def _words_and_lists(node: SyntaxTreeNode) -> tuple[Paragraph | ListBlock, ...]:
    blocks = []
    for block in _without_directives(list(_parts(node))):
        if not isinstance(block, Paragraph | ListBlock):
            _refuse(type(block).__name__, "inside a list or callout")
        if not _is_empty(block):
            blocks.append(block)
    return tuple(blocks)


def _table(node: SyntaxTreeNode) -> Table:
    raw: RawTable = node.meta["table"]
    return Table(
        caption="",
        widths=(),
        head=tuple(map(_line, raw.head)),
        rows=tuple(tuple(map(_line, row)) for row in raw.rows),
        numeric=raw.right,
    )


def _directive(comment: str) -> _Directive | PageBreak | Contents:
    found = _DIRECTIVE.fullmatch(comment)
    if not found or found[1] not in _NAMES:
        _refuse("directive", comment)
    name = found[1]
    fields = tuple(field.strip() for field in (found[2] or "").split("|"))
    match name:
        case "page-break":
            return PageBreak()
        case "toc":
            return Contents(_words(fields[0]) or _refuse("toc without a heading", comment))
        case _:
            return _Directive(name, fields)


def _without_directives(parts: list[_Part]) -> list[Block]:
    """Give each directive to the block it belongs to."""
    blocks: list[Block] = []
    while parts:
        match parts:
            case [_Directive("cover"), Paragraph(label), _Title(title), *_]:
                del parts[:3]
                blocks.append(Cover(label, title, _subtitle(parts)))
            case [_Directive("cover"), _Title(title), *_]:
                del parts[:2]
                blocks.append(Cover((), title, _subtitle(parts)))
            case [_Title(title), *_]:
                blocks.append(Cover((), title, ()))
                del parts[:1]
            case [_Directive("table", fields), Table() as table, *_]:
                blocks.append(_described(table, *fields))
                del parts[:2]
            case [_Directive("callout", (kind,)), Callout(_, inside), *_] if kind in set(CalloutKind):
                blocks.append(Callout(CalloutKind(kind), inside))
                del parts[:2]
            case [_Directive("ticks"), ListBlock(ListKind.BULLETS) as bullets, *_]:
                blocks.append(replace(bullets, kind=ListKind.TICKS))
                del parts[:2]
            case [_Directive() as directive, *_]:
                _refuse("directive before the wrong block", str(directive))
            case _:
                block = parts.pop(0)
                assert not isinstance(block, _Directive | _Title)
                blocks.append(block)
    return blocks


def _subtitle(parts: list[_Part]) -> Inline:
    """Take the words below a title, if there are any."""
    match parts:
        case [Paragraph(words), *_]:
            del parts[:1]
            return words
        case _:
            return ()


def _described(table: Table, caption: str, widths: str = "", options: str = "", *more: str) -> Table:
    weights = tuple(map(float, widths.split()))
    chosen = set(options.split())
    if (
        more
        or (weights and len(weights) != len(table.head))
        or chosen - {"total", "plain", "fill-in", "easy"}
    ):
        _refuse("table", f"{caption} | {widths} | {options}: {len(table.head)} columns")
    return replace(
        table,
        caption=_words(caption),
        widths=weights,
        names_rows=not chosen & {"plain", "easy"},
        total="total" in chosen,
        fill_in="fill-in" in chosen,
        easy="easy" in chosen,
    )


def _check_headings(blocks: list[Block]) -> None:
    """Readers who jump from heading to heading get lost where a level is missing."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                _refuse("heading without the level above it", plain(block.inline))
            above = block.level
    if sum(isinstance(block, Cover) for block in blocks) > 1:
        _refuse("second title", "a document has one")


def _is_empty(block: Block) -> bool:
    match block:
        case Paragraph(inline) | Heading(inline=inline) | Cover(title=inline):
            return not plain(inline).strip()
        case ListBlock(items=inside) | Callout(paragraphs=inside) | Table(rows=inside):
            return not inside
        case _:
            return False


def _refuse(what: str, where: str) -> NoReturn:
    raise MarkupError(f"Our Markdown has no such thing: {what.replace('_', ' ')}: {where[:200]}")


# --- lines --------------------------------------------------------------------------------------------------


def _inline(node: SyntaxTreeNode) -> Inline:
    pieces = [piece for line in node.children for child in line.children for piece in _pieces(child)]
    return tuple(_joined(pieces))


def _line(line: str) -> Inline:
    """A line that stands alone: a cell of a table, or the field of a directive."""
    words = plain_words(line)
    if words is None:
        return _inline(SyntaxTreeNode(markdown().parseInline(line)))
    return (Text(words),) if words else ()


def _pieces(
    node: SyntaxTreeNode, *, bold: bool = False, link: str = ""
) -> Iterator[Text | Image | LineBreak]:
    match node.type:
        case "text":
            yield Text(node.content, bold, link)
        case "softbreak":
            yield Text(" ", bold, link)
        case "hardbreak":
            yield LineBreak()
        case "image":
            yield _image(node)
        case "strong":
            for child in node.children:
                yield from _pieces(child, bold=True, link=link)
        case "link":
            for child in node.children:
                yield from _pieces(child, bold=bold, link=_address(node))
        case _:
            _refuse(node.type, node.content or node.markup)


def _image(node: SyntaxTreeNode) -> Image:
    alt = "".join(child.content for child in node.children)
    if not alt.strip():
        _refuse("picture without words", str(node.attrs["src"]))
    return Image(str(node.attrs["src"]), alt)


def _address(node: SyntaxTreeNode) -> str:
    """Anything but the web and mail stays words without a link."""
    address = str(node.attrs["href"])
    return address if re.match(r"(https?://|mailto:)\S", address, re.IGNORECASE) else ""


def _joined(pieces: list[Text | Image | LineBreak]) -> Iterator[Text | Image | LineBreak]:
    """Neighbours in the same manner are one."""
    so_far: Text | None = None
    for piece in pieces:
        if isinstance(piece, Text) and so_far and (piece.bold, piece.link) == (so_far.bold, so_far.link):
            so_far = replace(so_far, words=so_far.words + piece.words)
            continue
        if so_far and so_far.words:
            yield so_far
        so_far = piece if isinstance(piece, Text) else None
        if not so_far:
            yield piece
    if so_far and so_far.words:
        yield so_far


def _words(line: str) -> str:
    """The bare words of a line that stands in a directive."""
    return plain(_line(line))


def _plain_piece(piece: Text | Image | LineBreak) -> str:
    match piece:
        case Text(words):
            return words
        case Image(_, alt):
            return alt
        case LineBreak():
            return "\n"


# --- preview ------------------------------------------------------------------------------------------------

# Everything an organiser typed is escaped, so a bare "![" or "<!--" is a template's.
_IMAGE = re.compile(r"(?<!\\)!\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)")
_DIRECTIVE_LINE = re.compile(r"<!-- ([a-z-]+)(?:: (.*?))? -->[ ]*(?=\n|$)", re.DOTALL)
# Streamlit turns these into →, ≥, — and emoji even where they are escaped; an invisible word joiner between
# their halves keeps them as typed.
_TURNED_INTO_SIGNS = re.compile(r"\\<\\-\\>|\\-\\[>-]|\\<\\-|\\[<>~]\\=|\\:(?=[\w/+\\-]+\\:)")
_NOTHING = "\u2060"


def _preview_of_directive(directive: re.Match[str]) -> str:
    caption = (directive[2] or "").split("|")[0].strip() if directive[1] == "table" else ""
    return f"**{caption}**\n" if caption else ""


def _addressed(alt: str, address: str | None) -> str:
    return f"![{alt}]({address})" if address else alt
