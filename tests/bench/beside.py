"""The same content made by us and by others, to be timed side by side: Word files, and a workbook.

Others get every line and cell ready made and write bare words; ours reads its Markdown first, and also writes bold
words, links, numbering, bookmarks and widths of columns.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from docx import Document
from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it has no types
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

from planner.documents.markup import Block, Callout, Cover, Heading, ListBlock, Paragraph, Table, plain, read
from planner.documents.reference import Print, reference
from planner.documents.rows import HEADER_ROW
from planner.documents.sheets import Column, Kind, Sheet, Value, value_of
from planner.documents.word import word
from planner.documents.workbook import SPARE_ROWS

SAVED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STYLES = {
    "label": "Cover Label",
    "title": "Title",
    "subtitle": "Subtitle",
    "heading 1": "Heading 1",
    "heading 2": "Heading 2",
    "heading 3": "Heading 3",
    "words": "Normal",
    "item": "List Paragraph",
}


def by_us(text: str) -> bytes:
    """From our Markdown to the file."""
    return word(text, title="Side by side", saved=SAVED)


def by_docxtpl(lines: list[dict[str, Any]]) -> bytes:
    """A template with loops, filled with lines that are ready."""
    template = DocxTemplate(io.BytesIO(_template()))
    template.render({"lines": lines}, autoescape=True)
    return _saved(template)


def by_python_docx(lines: list[dict[str, Any]]) -> bytes:
    """Paragraph by paragraph and cell by cell, as its guide shows, with the cells of a row fetched once."""
    document = _empty()
    for line in lines:
        if line["kind"] == "table":
            table = document.add_table(0, len(line["head"]))
            for row in (line["head"], *line["rows"]):
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        else:
            document.add_paragraph(line["words"], style=STYLES[line["kind"]])
    return _saved(document)


def lines_of(text: str) -> list[dict[str, Any]]:
    """What the other two are given: the same words in the same order."""
    return [line for block in read(text) for line in _lines(block)]


def _lines(block: Block) -> Iterator[dict[str, Any]]:
    match block:
        case Cover(label, title, subtitle):
            for kind, words in (("label", label), ("title", title), ("subtitle", subtitle)):
                if plain(words):
                    yield {"kind": kind, "words": plain(words)}
        case Heading(level, inline):
            yield {"kind": f"heading {level}", "words": plain(inline)}
        case Paragraph(inline):
            yield {"kind": "words", "words": plain(inline)}
        case Callout(paragraphs=inside):
            for one in inside:
                yield from _lines(one)
        case ListBlock(items=items):
            for line in (line for item in items for one in item for line in _lines(one)):
                yield line | ({"kind": "item"} if line["kind"] == "words" else {})
        case Table(head=head, rows=rows):
            yield {
                "kind": "table",
                "head": [plain(cell) for cell in head],
                "rows": [[plain(cell) for cell in row] for row in rows],
            }
        case _:
            pass


def by_xlsxwriter(described: Sequence[Sheet]) -> bytes:
    """The same sheets, with formats, widths, headings that stay in sight, tables and drop-downs."""
    packed = io.BytesIO()
    with Workbook(
        packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        heading = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#6E2A62"})
        formats = {kind: book.add_format(_as_format(kind)) for kind in Kind}
        for sheet in described:
            page = book.add_worksheet(sheet.name)
            page.write_string(0, 0, sheet.name)
            page.write_string(1, 0, sheet.purpose)
            page.freeze_panes(HEADER_ROW, 0)
            for place, column in enumerate(sheet.columns):
                page.set_column(place, place, column.width)
                if column.choices:
                    page.data_validation(
                        HEADER_ROW, place, HEADER_ROW + len(sheet.rows) + SPARE_ROWS, place, _one_of(column)
                    )
            page.add_table(
                HEADER_ROW - 1,
                0,
                HEADER_ROW - 1 + max(len(sheet.rows), 1),
                len(sheet.columns) - 1,
                {
                    "columns": [{"header": one.heading, "header_format": heading} for one in sheet.columns],
                    "autofilter": sheet.filters,
                },
            )
            for number, row in enumerate(sheet.rows, HEADER_ROW):
                for place, column in enumerate(sheet.columns):
                    _write(page, number, place, value_of(row[place], column.kind), formats[column.kind])
    return packed.getvalue()


def _write(page: Any, number: int, place: int, value: Value, worn: Any) -> None:
    match value:
        case str():
            page.write_string(number, place, value, worn)
        case Decimal():
            page.write_number(number, place, float(value), worn)
        case _:
            page.write_datetime(number, place, value, worn)


def _as_format(kind: Kind) -> dict[str, object]:
    shown = {
        Kind.MONEY: "£#,##0.00",
        Kind.PERCENT: "0%",
        Kind.PROGRESS: "0%",
        Kind.DATE: "d mmm yyyy",
        Kind.TIME: "hh:mm",
    }
    return {
        "font_name": "Arial",
        "font_size": 12,
        "text_wrap": True,
        "valign": "vcenter",
        "bottom": 1,
        "num_format": shown.get(kind, "General"),
    }


def _one_of(column: Column) -> dict[str, object]:
    return {"validate": "list", "source": f"={column.choices}"}


@cache
def _template() -> bytes:
    """One paragraph for each kind of line, and a table whose rows and cells are loops."""
    document = _empty()
    document.add_paragraph("{%p for line in lines %}")
    for number, (kind, style) in enumerate(STYLES.items()):
        document.add_paragraph(f"{{%p {'elif' if number else 'if'} line.kind == '{kind}' %}}")
        document.add_paragraph("{{ line.words }}", style=style)
    document.add_paragraph("{%p else %}")
    table = document.add_table(4, 3)
    for row, words in (
        (0, ("{%tc for cell in line.head %}", "{{ cell }}", "{%tc endfor %}")),
        (1, ("{%tr for row in line.rows %}", "", "")),
        (2, ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")),
        (3, ("{%tr endfor %}", "", "")),
    ):
        for place, said in enumerate(words):
            table.cell(row, place).text = said
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    return _saved(document)


def _empty() -> Any:
    return Document(io.BytesIO(reference(Print.STANDARD)))


def _saved(document: Any) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()
