"""The web page: our Markdown as one self-contained, accessible file that opens in any browser, even offline."""

from collections.abc import Iterator, Sequence
from html import escape

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
    plain,
    read,
)

_BOX = '<span class="box" aria-hidden="true">☐</span> '


def web_page(text: Words, *, title: str, description: str = "", reading: str = "") -> bytes:
    """Make a page (UTF-8) of our Markdown: no scripts, nothing fetched, every word of it escaped.

    `reading` stands below the title: how long it takes and how hard it is. Raises MarkupError for Markdown that
    is not ours.
    """
    blocks = read(text)
    has_title = any(isinstance(block, Cover) for block in blocks)
    titled = () if has_title else (Cover((), (Text(title),), ()),)
    below = f'<p class="reading">{escape(reading)}</p>' if reading else ""
    return framed(
        "\n".join(_blocks((*titled, *blocks), below)),
        title=title,
        description=description,
    )


def framed(body: str, *, title: str, description: str = "") -> bytes:
    """A whole page round markup of ours that has its own `h1`."""
    return _PAGE.format(
        title=escape(title), description=escape(description, quote=True), style=_STYLE, body=body
    ).encode()


def _blocks(blocks: Sequence[Block], below_title: str) -> Iterator[str]:
    headings = [block for block in blocks if isinstance(block, Heading)]
    numbers = iter(range(1, len(headings) + 1))
    for block in blocks:
        match block:
            case Cover():
                yield _cover(block) + below_title
            case Heading(level, inline):
                yield f'<h{level + 1} id="part-{next(numbers)}">{_inline(inline)}</h{level + 1}>'
            case Paragraph(inline):
                yield f"<p>{_inline(inline)}</p>"
            case ListBlock():
                yield _list(block)
            case Callout(kind, paragraphs):
                words = "".join(f"<p>{_inline(paragraph.inline)}</p>" for paragraph in paragraphs)
                yield f'<div class="callout {kind.value}">{words}</div>'
            case Table():
                yield _table(block)
            case Contents(heading):
                yield _contents(heading, headings)
            case PageBreak():
                yield '<div class="page-break"></div>'


def _cover(cover: Cover) -> str:
    label = f'<p class="label">{_inline(cover.label)}</p>' if plain(cover.label).strip() else ""
    below = f'<p class="below">{_inline(cover.subtitle)}</p>' if plain(cover.subtitle).strip() else ""
    return f"<header>{label}<h1>{_inline(cover.title)}</h1>{below}</header>"


def _contents(heading: str, headings: Sequence[Heading]) -> str:
    """Links to the headings of the first level: enough to jump, few enough to read."""
    links = "".join(
        f'<li><a href="#part-{number}">{escape(plain(one.inline))}</a></li>'
        for number, one in enumerate(headings, 1)
        if one.level == 1
    )
    return (
        f'<nav aria-label="{escape(heading)}"><p class="label">{escape(heading)}</p><ul>{links}</ul></nav>'
        if links
        else ""
    )


def _list(block: ListBlock) -> str:
    items = "".join(f"<li>{_item(item, block.kind)}</li>" for item in block.items)
    match block.kind:
        case ListKind.NUMBERS:
            return f'<ol start="{block.start}">{items}</ol>'
        case ListKind.TICKS:
            return f'<ul class="ticks">{items}</ul>'
        case ListKind.BULLETS:
            return f"<ul>{items}</ul>"


def _item(item: tuple[Paragraph | ListBlock, ...], kind: ListKind) -> str:
    words = "".join(
        _list(part) if isinstance(part, ListBlock) else f"<p>{_inline(part.inline)}</p>" for part in item
    )
    return f"{_BOX}<div>{words}</div>" if kind is ListKind.TICKS else words


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = "".join(
        f'<th scope="col"{_number(numeric)}>{_inline(cell)}</th>'
        for cell, numeric in zip(table.head, table.numeric, strict=True)
    )
    rows = "".join(
        f"<tr{_total(table, number)}>{_row(table, row)}</tr>" for number, row in enumerate(table.rows, 1)
    )
    kind = ' class="fill-in"' if table.fill_in else ""
    return f"<table{kind}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(table: Table, row: tuple[Inline, ...]) -> str:
    """A row; its first cell names it, unless that is still to be filled in: an empty heading would say nothing."""
    return "".join(
        f'<th scope="row">{_cell(cell, table)}</th>'
        if table.names_rows and column == 0 and plain(cell).strip()
        else f"<td{_number(table.numeric[column])}>{_cell(cell, table)}</td>"
        for column, cell in enumerate(row)
    )


def _cell(cell: Inline, table: Table) -> str:
    """An empty cell shows a dash, unless there is room to write."""
    return _inline(cell) if cell or table.fill_in else "–"


def _number(numeric: object) -> str:
    return ' class="number"' if numeric else ""


def _total(table: Table, number: int) -> str:
    return ' class="total"' if table.total and number == len(table.rows) else ""


def _inline(inline: Inline) -> str:
    return "".join(map(_piece, inline))


def _piece(piece: Text | Image | LineBreak) -> str:
    match piece:
        case Text(words, bold, link):
            shown = f"<strong>{escape(words)}</strong>" if bold else escape(words)
            return f'<a href="{escape(link, quote=True)}">{shown}</a>' if link else shown
        case Image(_, alt):
            return escape(alt)
        case LineBreak():
            return "<br>"


_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""

_STYLE = """:root {
  --paper: #fcf9f4; --panel: #f5efe6; --ink: #2a1b2e; --soft: #5e4f61; --line: #8a7a8c; --link: #6e2a62;
  --good: #0b6156; --good-under: #e2f3ef; --look: #7a4b00; --look-under: #fdf1d8;
  --shut: #a3231a; --shut-under: #fcebe7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1520; --panel: #272030; --ink: #f4ede6; --soft: #c9bcc6; --line: #9a8b9c; --link: #eba6dc;
    --good: #7fd6c5; --good-under: #12352f; --look: #f7c56b; --look-under: #3b2b12;
    --shut: #ffa99b; --shut-under: #43201f;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: "Source Sans 3", "Source Sans Pro", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
header { border-left: 0.5rem solid var(--link); background: var(--panel); padding: 1rem 1.25rem; }
header p { margin: 0; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 0.5rem; }
h1 { margin: 0.25rem 0; font-size: 1.9rem; }
h2 { font-size: 1.45rem; color: var(--link); }
h3 { font-size: 1.2rem; }
h4 { font-size: 1rem; }
.label, caption { font-weight: 700; }
.reading { color: var(--soft); margin: 0.75rem 0 1.5rem; }
.below { color: var(--soft); }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
li p { margin: 0; }
li { margin: 0.3rem 0; }
.ticks { list-style: none; padding-left: 0; }
.ticks > li { display: flex; gap: 0.6rem; }
.box { font-size: 1.2rem; line-height: 1.4; }
.callout { border-left: 0.4rem solid var(--link); background: var(--panel); padding: 0.25rem 1rem; margin: 1rem 0; }
.good-idea { border-color: var(--good); background: var(--good-under); }
.look-again { border-color: var(--look); background: var(--look-under); }
.shut-out { border-color: var(--shut); background: var(--shut-under); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--panel); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.total > * { border-top: 2px solid var(--ink); font-weight: 700; }
.fill-in th, .fill-in td { border: 1px solid var(--line); }
.fill-in tbody tr { height: 3rem; }
@media print {
  body { background: #fff; color: #000; }
  main { max-width: none; }
  .page-break { break-after: page; }
  tr, .callout { break-inside: avoid; }
}"""
