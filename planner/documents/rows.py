"""The rows of a sheet, written as Excel stores them: title, purpose, totals, headings, and everything below."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from planner.documents.cells import (
    HAIR,
    INK,
    MARIGOLD,
    NUMBERS,
    PANEL,
    PLUM,
    WHITE,
    WORDS,
    Wardrobe,
    Wear,
    cell,
    clean,
    formula_cell,
    looks_like_a_formula,
    row,
)
from planner.documents.room import DIGIT, height, length_of, lines_of, wrapped
from planner.documents.sheets import Column, Kind, RowFormula, Sheet, Value, value_of

HEADER_ROW = 4
TALLEST_ROW = 409  # points

_TITLE = Wear(size=22, bold=True, colour=PLUM, fill=PANEL, above=MARIGOLD, wrap=False)
_PURPOSE = Wear(fill=PANEL, wrap=False)
_TOTAL = Wear(bold=True, wrap=False)


def rows(sheet: Sheet, wardrobe: Wardrobe) -> str:
    """Every row of the sheet."""
    return f"<sheetData>{''.join((*_top(sheet, wardrobe), *_body(sheet, wardrobe)))}</sheetData>"


def links(sheet: Sheet) -> str:
    """Every link of the sheet to another one; nothing where it has none."""
    found = [
        f'<hyperlink ref="{letter}{number}" location={quoteattr(f"{quoted(row[place])}!A1")}/>'
        for place, (letter, column) in enumerate(zip(letters(sheet), sheet.columns, strict=True))
        if column.kind is Kind.SHEET
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1)
        if row[place]
    ]
    return f"<hyperlinks>{''.join(found)}</hyperlinks>" if found else ""


def full_rows(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The rows, or one empty one: a table must have something below its headings."""
    return sheet.rows or (("",) * len(sheet.columns),)


def letters(sheet: Sheet) -> list[str]:
    """What a spreadsheet calls its columns."""
    return [get_column_letter(place) for place in range(1, len(sheet.columns) + 1)]


def quoted(name: str) -> str:
    """The name of a sheet as formulas and links write it."""
    return "'" + name.replace("'", "''") + "'"


def kind_and_formula(sheet: Sheet, column: Column, first: str) -> tuple[Kind, str]:
    """What the cell of a column holds in the row that begins with these words."""
    if column.kind is Kind.BY_ROW:
        found = dict(sheet.row_formulas).get(first, RowFormula(Kind.TEXT, ""))
        return found.kind, found.formula
    return column.kind, column.formula


def structured(table: str, formula: str) -> str:
    """The formula in Excel's own words for tables, which wants odd headings in brackets of their own."""
    own_row = re.sub(r"{([^{}]*)}", lambda found: f"{table}[[#This Row],[{found[1]}]]", formula)
    return re.sub(r"(?<=\w)\[([^\[\]#]*[?()£][^\[\]#]*)\]", r"[[\1]]", own_row)


# ---- The four rows that stay in sight ----------------------------------------------------------------------


def _top(sheet: Sheet, wardrobe: Wardrobe) -> Iterator[str]:
    first, second = _purpose_lines(sheet)
    yield row(1, 40, _line(1, sheet, wardrobe, _TITLE, sheet.name))
    yield row(2, 28, _line(2, sheet, wardrobe, _PURPOSE, first))
    if second:
        yield row(3, 28, _line(3, sheet, wardrobe, _PURPOSE, second))
    else:
        yield row(3, 28 if sheet.totals else 12, _totals(sheet, wardrobe))
    yield row(HEADER_ROW, _heading_height(sheet), _headings(sheet, wardrobe))


def _line(number: int, sheet: Sheet, wardrobe: Wardrobe, wear: Wear, words: str) -> Iterator[str]:
    """Words in the first cell, which run on over the empty ones beside it."""
    for letter in letters(sheet):
        yield _words(f"{letter}{number}", wardrobe, wear, words if letter == "A" else "")


def _words(place: str, wardrobe: Wardrobe, wear: Wear, text: str) -> str:
    words = clean(text)
    return cell(place, wardrobe.number(wear.around(words)), words)


def _totals(sheet: Sheet, wardrobe: Wardrobe) -> Iterator[str]:
    for letter, column in zip(letters(sheet), sheet.columns, strict=True):
        place = f"{letter}3"
        if column.heading in sheet.totals:
            wear = Wear(column.kind, bold=True, right=True, wrap=False)
            formula = structured(sheet.table, f"SUM({sheet.table}[{column.heading}])")
            yield formula_cell(place, wardrobe.number(wear), formula, _total(sheet, column))
        else:
            yield _words(place, wardrobe, _TOTAL, "Total" if sheet.totals and letter == "A" else "")


def _total(sheet: Sheet, column: Column) -> Value | None:
    """What the planner works out for a column; None where a cell of it is words."""
    place = sheet.position(column.heading)
    values = [value_of(row[place], column.kind) for row in sheet.rows]
    numbers = [value for value in values if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if len(numbers) == len(values) else None


def _headings(sheet: Sheet, wardrobe: Wardrobe) -> Iterator[str]:
    for letter, column in zip(letters(sheet), sheet.columns, strict=True):
        wear = Wear(bold=True, colour=WHITE, fill=PLUM, right=column.kind in NUMBERS)
        yield _words(f"{letter}{HEADER_ROW}", wardrobe, wear, column.heading)


def _heading_height(sheet: Sheet) -> float:
    button = 2 if sheet.filters else 0
    return 4 + height(
        max(lines_of(column.heading, column.width - button, bold=True) for column in sheet.columns)
    )


def _purpose_lines(sheet: Sheet) -> tuple[str, str]:
    """The purpose in one line, or two where it is wider than the sheet and nothing is added up in row 3."""
    room = max(sum(column.width for column in sheet.columns) - 2, 20) * DIGIT
    if sheet.totals or wrapped(sheet.purpose, room) == 1:
        return sheet.purpose, ""
    words = sheet.purpose.split()
    fits = next(
        count
        for count in range(len(words), 0, -1)
        if count == 1 or length_of(" ".join(words[:count])) <= room
    )
    return " ".join(words[:fits]), " ".join(words[fits:])


# ---- The rows below ----------------------------------------------------------------------------------------


def _body(sheet: Sheet, wardrobe: Wardrobe) -> Iterator[str]:
    writers = [
        _writer(sheet, column, letter, wardrobe)
        for letter, column in zip(letters(sheet), sheet.columns, strict=True)
    ]
    tall = [_Lines(column.width) for column in sheet.columns]
    for number, texts in enumerate(full_rows(sheet), HEADER_ROW + 1):
        cleaned = [clean(text) for text in texts]
        points = min(
            height(max([lines[text] for lines, text in zip(tall, cleaned, strict=True)])), TALLEST_ROW
        )
        top = points == TALLEST_ROW
        cells = [write(number, text, cleaned[0], top) for write, text in zip(writers, cleaned, strict=True)]
        yield row(number, points, cells)


class _Lines(dict[str, int]):
    """How many lines words take in one column; many cells of a column hold the same words."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width = width

    def __missing__(self, text: str) -> int:
        self[text] = found = lines_of(text, self.width)
        return found


def _writer(sheet: Sheet, column: Column, letter: str, wardrobe: Wardrobe) -> Callable[..., str]:
    """Writes the cells of one column; what depends on the column alone is worked out once."""
    styles: dict[tuple[Kind, str, bool], int] = {}
    by_row = column.kind is Kind.BY_ROW
    usual = (column.kind, structured(sheet.table, column.formula))

    def write(number: int, text: str, first: str, top: bool) -> str:  # noqa: FBT001  many thousand calls
        kind, formula = usual
        if by_row:
            kind, formula = kind_and_formula(sheet, column, first)
            formula = structured(sheet.table, formula)
        value = text if kind in WORDS else value_of(text, kind)
        nature = _nature(value)
        style = styles.get((kind, nature, top))
        if style is None:
            style = styles[kind, nature, top] = wardrobe.number(_dressed(sheet, column, kind, value, top=top))
        place = f"{letter}{number}"
        return formula_cell(place, style, formula, value) if formula else cell(place, style, value)

    return write


def _nature(value: Value) -> str:
    if not isinstance(value, str):
        return "number"
    return "nothing" if not value else "formula" if looks_like_a_formula(value) else "words"


def _dressed(sheet: Sheet, column: Column, kind: Kind, value: Value, *, top: bool) -> Wear:
    counted = column.kind is Kind.BY_ROW
    listed = sheet.is_lists and value != ""
    number = kind in NUMBERS and not (isinstance(value, str) and value)
    wear = Wear(
        kind,
        bold=counted,
        colour=PLUM if counted or kind is Kind.SHEET else INK,
        fill=PANEL if listed or column.heading in sheet.fill_in else "",
        below=HAIR if listed or not sheet.is_lists else "",
        right=number,
        wrap=not number,  # LibreOffice forgets the indent of numbers that wrap
        top=top,
        underline=kind is Kind.SHEET,
    )
    return wear.around(value) if isinstance(value, str) else wear
