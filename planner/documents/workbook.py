"""Makes the workbook to keep working in: checklists that count themselves and a budget that adds itself up.

How its text is written is in ``sheets.py``.  Formulas come only from a sheet's comment; whatever people
wrote arrives letter for letter as words, even when it looks like a formula.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from unicodedata import combining, east_asian_width
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from planner.documents.package import in_utc, printable, same_bytes
from planner.documents.sheets import (
    Column,
    Kind,
    Look,
    Paint,
    RowFormula,
    Sheet,
    Value,
    list_table,
    sheets,
    value_of,
)


def workbook(text: str, *, title: str, saved: datetime, description: str = "") -> bytes:
    """The .xlsx file the text describes; equal text and an equal ``saved`` give equal bytes.

    ``title`` and ``description`` are plain words for the file's properties, and the title is printed above
    each page.  Raises ValueError, in words, when the text is not what ``sheets.py`` describes.
    """
    described = sheets(text)
    book = _empty_book(title, description, saved)
    for sheet in described:
        _add_sheet(book, sheet, title)
    for sheet in described:
        if sheet.is_lists:
            _name_lists(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    answers = [_answers(sheet) for sheet in described]
    return same_bytes(_finished(stream.getvalue(), answers), saved)


# Excel's own order; openpyxl's is refused by Microsoft's validator in every workbook it writes.
Font.__elements__ = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)

INK, SOFT, PLUM, MARIGOLD = "2A1B2E", "5E4F61", "6E2A62", "F2A93B"
PANEL, HAIR, WHITE = "F5EFE6", "E2D8CF", "FFFFFF"
RED, AMBER, TEAL = "A3231A", "7A4B00", "0B6156"
RED_TINT, AMBER_TINT, TEAL_TINT = "FCEBE7", "FDF1D8", "E2F3EF"
TYPE_SIZE = 12  # points; the smallest anywhere in the workbook is 11, in the margins of the printed page
HEADER_ROW = 4
SPARE_ROWS = 200  # rows below the table that already have its drop-downs and colours
PORTRAIT_WIDTH = 76  # characters of 12 point between the margins of A4
LONGEST_TEXT = 32_767  # letters a cell can hold, counted as Excel does
TALLEST_ROW = 409  # points


@dataclass(frozen=True)
class _Wear:
    """What a cell wears; equal clothes are tailored once."""

    kind: Kind = Kind.TEXT
    size: float = TYPE_SIZE
    bold: bool = False
    colour: str = INK
    fill: str = ""
    above: str = ""
    below: str = ""
    right: bool = False
    wrap: bool = True
    top: bool = False
    underline: bool = False


_TITLE = _Wear(size=22, bold=True, colour=PLUM, fill=PANEL, above=MARIGOLD, wrap=False)
_PURPOSE = _Wear(fill=PANEL, wrap=False)
_TOTAL = _Wear(bold=True, wrap=False)
_NUMBERS = {Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.PROGRESS, Kind.TIME, Kind.BY_ROW}
_FORMATS = {
    Kind.MONEY: "£#,##0.00;-£#,##0.00",
    Kind.PERCENT: "0%",
    Kind.PROGRESS: "0%",
    Kind.DATE: "d mmm yyyy",
    Kind.TIME: "hh:mm",
}


def _empty_book(title: str, description: str, saved: datetime) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    usual = Font(name="Arial", size=TYPE_SIZE, family=2, color="FF" + INK)
    # The type of rows people add; openpyxl has no public way to change it.
    book._fonts[0] = usual  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = usual  # type: ignore[attr-defined]  # noqa: SLF001
    about = book.properties
    about.title, about.description = _clean(title), _clean(description) or None
    about.creator, about.lastModifiedBy, about.language = "Doing With", "Doing With", "en-GB"
    about.created = in_utc(saved).replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True
    return book


def _add_sheet(book: Workbook, sheet: Sheet, title: str) -> None:
    page = book.create_sheet(sheet.name)
    _set_up_page(page, sheet, title)
    _write_top(page, sheet)
    _write_headings(page, sheet)
    for number, row in enumerate(_full_rows(sheet), HEADER_ROW + 1):
        _write_row(page, sheet, number, row)
    for table in _tables(sheet):
        page.add_table(table)
    _offer_choices(page, sheet)
    _paint(page, sheet)


def _set_up_page(page: Worksheet, sheet: Sheet, title: str) -> None:
    page.sheet_view.showGridLines = False
    page.sheet_properties.tabColor = Color(rgb="FF" + PLUM)
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    page.page_setup.paperSize = 9  # A4
    wide = sum(column.width for column in sheet.columns) > PORTRAIT_WIDTH
    page.page_setup.orientation = "landscape" if wide else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top = page.page_margins.bottom = 0.9
    page.oddHeader = HeaderFooterItem(left=_margin(_running_title(title)))
    page.oddFooter = HeaderFooterItem(left=_margin("&[Tab]"), right=_margin("Page &[Page] of &[Pages]"))
    for letter, column in zip(_letters(sheet), sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width


def _running_title(title: str) -> str:
    """The title above each printed page, where ``&`` starts a code and Excel allows 255 letters in all."""
    return " ".join(printable(title).split())[:100].replace("&", "&&")


def _margin(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text, font="Arial,Regular", size=11, color=SOFT)


def _write_top(page: Worksheet, sheet: Sheet) -> None:
    first, second = _purpose_lines(sheet)
    for place in range(1, len(sheet.columns) + 1):
        _wear(_cell(page, 1, place), _TITLE)
        _wear(_cell(page, 2, place), _PURPOSE)
        _wear(_cell(page, 3, place), _PURPOSE if second else _TOTAL)
    _write_words(_cell(page, 1, 1), sheet.name)
    _write_words(_cell(page, 2, 1), first)
    if second:
        _write_words(_cell(page, 3, 1), second)
    elif sheet.totals:
        _write_words(_cell(page, 3, 1), "Total")
    for heading in sheet.totals:
        column = sheet.columns[sheet.position(heading)]
        cell = _cell(page, 3, sheet.position(heading) + 1)
        _wear(cell, _Wear(column.kind, bold=True, right=True, wrap=False))
        _write_formula(cell, _structured(sheet, f"SUM({sheet.table}[{heading}])"))
    page.row_dimensions[1].height = 40
    page.row_dimensions[2].height = 28
    page.row_dimensions[3].height = 28 if sheet.totals or second else 12


def _write_headings(page: Worksheet, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, 1):
        cell = _cell(page, HEADER_ROW, place)
        _wear(cell, _Wear(bold=True, colour=WHITE, fill=PLUM, right=column.kind in _NUMBERS))
        _write_words(cell, column.heading)
    room = [column.width - (2 if sheet.filters else 0) for column in sheet.columns]
    lines = [
        _lines(column.heading, width, bold=True) for column, width in zip(sheet.columns, room, strict=True)
    ]
    page.row_dimensions[HEADER_ROW].height = _height(max(lines)) + 4


def _write_row(page: Worksheet, sheet: Sheet, number: int, row: tuple[str, ...]) -> None:
    lines = max(_lines(text, column.width) for column, text in zip(sheet.columns, row, strict=True))
    height = min(_height(lines), TALLEST_ROW)
    page.row_dimensions[number].height = height
    for place, (column, text) in enumerate(zip(sheet.columns, row, strict=True), 1):
        cell = _cell(page, number, place)
        kind, formula = _kind_and_formula(sheet, column, row)
        value = value_of(text, kind)
        _wear(cell, replace(_body(sheet, column, kind, value), top=height == TALLEST_ROW))
        if formula:
            _write_formula(cell, _structured(sheet, formula))
        else:
            _write_value(cell, value)
        if kind is Kind.SHEET and text:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{_quoted(text)}!A1")
        if kind is Kind.PROGRESS:
            page.conditional_formatting.add(cell.coordinate, _bar())


def _body(sheet: Sheet, column: Column, kind: Kind, value: Value) -> _Wear:
    counted = column.kind is Kind.BY_ROW
    listed = sheet.is_lists and value != ""
    number = kind in _NUMBERS and not (isinstance(value, str) and value)
    return _Wear(
        kind,
        bold=counted,
        colour=PLUM if counted or kind is Kind.SHEET else INK,
        fill=PANEL if listed or column.heading in sheet.fill_in else "",
        below=HAIR if listed or not sheet.is_lists else "",
        right=number,
        wrap=not number,  # LibreOffice forgets the indent of numbers that wrap
        underline=kind is Kind.SHEET,
    )


def _tables(sheet: Sheet) -> Iterator[Table]:
    """The sheet's table; or, on a sheet of lists, one table for each list, so that each can grow."""
    last = HEADER_ROW + len(_full_rows(sheet))
    letters = _letters(sheet)
    if not sheet.is_lists:
        yield _table(sheet.table, f"A{HEADER_ROW}:{letters[-1]}{last}", sheet.columns, filters=sheet.filters)
        return
    for place, (letter, column) in enumerate(zip(letters, sheet.columns, strict=True)):
        area = f"{letter}{HEADER_ROW}:{letter}{HEADER_ROW + _length(sheet, place)}"
        yield _table(list_table(column.heading), area, (column,))


def _table(name: str, area: str, columns: tuple[Column, ...], *, filters: bool = False) -> Table:
    table = Table(name=name, displayName=name, ref=area)
    table.tableStyleInfo = TableStyleInfo(showRowStripes=False)
    table.autoFilter = AutoFilter(ref=area) if filters else None
    for number, column in enumerate(columns, 1):
        entry = TableColumn(id=number, name=column.heading)
        if column.formula:  # so that a row added later works itself out
            formula = _structured(Sheet("", table=name, columns=columns), column.formula)
            entry.calculatedColumnFormula = TableFormula(attr_text=formula)
        table.tableColumns.append(entry)
    return table


def _offer_choices(page: Worksheet, sheet: Sheet) -> None:
    for letter, column in zip(_letters(sheet), sheet.columns, strict=True):
        rule = None if column.formula else _validation(column)
        if rule and not sheet.is_lists:
            rule.add(_down(sheet, letter))
            page.add_data_validation(rule)


def _validation(column: Column) -> DataValidation | None:
    match column.kind:
        case Kind.LIST | Kind.SUGGEST:
            rule = DataValidation(type="list", formula1=column.choices, allow_blank=True)
            rule.showErrorMessage = column.kind is Kind.LIST
            rule.error = (
                f"Choose one from the list. To change the list, open the sheet that has {column.choices}."
            )
        case Kind.DATE:
            rule = DataValidation(type="date", operator="greaterThan", formula1="367", allow_blank=True)
            rule.error, rule.errorStyle = "Write a date like 18 Mar 2027.", "warning"
            rule.showErrorMessage = True
        case Kind.NUMBER | Kind.MONEY:
            rule = DataValidation(
                type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True
            )
            rule.error, rule.errorStyle = "Write a number, like 12 or 37.50.", "warning"
            rule.showErrorMessage = True
        case _:
            return None
    rule.errorTitle = column.heading
    return rule


_LOOKS = {
    Look.LATE: (RED, RED_TINT),
    Look.SOON: (AMBER, AMBER_TINT),
    Look.DONE: (TEAL, TEAL_TINT),
    Look.QUIET: (SOFT, WHITE),
}


def _paint(page: Worksheet, sheet: Sheet) -> None:
    letters = _letters(sheet)
    for paint in sheet.paints:
        colour, fill = _LOOKS[paint.look]
        worn = DifferentialStyle(
            font=Font(color="FF" + colour, bold=paint.look is Look.LATE or None),
            fill=PatternFill("solid", bgColor="FF" + fill),
        )
        rule = Rule(type="expression", formula=[_as_addresses(sheet, paint.test)], dxf=worn)
        page.conditional_formatting.add(_painted_area(sheet, paint, letters), rule)


def _painted_area(sheet: Sheet, paint: Paint, letters: list[str]) -> str:
    if paint.headings:
        return " ".join(_down(sheet, letters[sheet.position(heading)]) for heading in paint.headings)
    return _down(sheet, "A", letters[-1])


def _bar() -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=1)]
    bar = DataBar(cfvo=ends, color=Color(rgb="FF" + MARIGOLD), minLength=0, maxLength=100)
    return Rule(type="dataBar", dataBar=bar)


def _name_lists(book: Workbook, sheet: Sheet) -> None:
    for place, (letter, column) in enumerate(zip(_letters(sheet), sheet.columns, strict=True)):
        area = f"${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + _length(sheet, place)}"
        book.defined_names[column.heading] = DefinedName(
            column.heading, attr_text=f"{_quoted(sheet.name)}!{area}"
        )


# ---- The parts of a sheet ----------------------------------------------------------------------------------


def _full_rows(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The rows, or one empty one: a table must have something below its headings."""
    return sheet.rows or (("",) * len(sheet.columns),)


def _letters(sheet: Sheet) -> list[str]:
    return [get_column_letter(place) for place in range(1, len(sheet.columns) + 1)]


def _length(sheet: Sheet, place: int) -> int:
    return max((number for number, row in enumerate(sheet.rows, 1) if row[place]), default=1)


def _down(sheet: Sheet, letter: str, last: str = "") -> str:
    end = HEADER_ROW + len(_full_rows(sheet)) + SPARE_ROWS
    return f"{letter}{HEADER_ROW + 1}:{last or letter}{end}"


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _kind_and_formula(sheet: Sheet, column: Column, row: tuple[str, ...]) -> tuple[Kind, str]:
    if column.kind is Kind.BY_ROW:
        found = dict(sheet.row_formulas).get(row[0], RowFormula(Kind.TEXT, ""))
        return found.kind, found.formula
    return column.kind, column.formula


def _structured(sheet: Sheet, formula: str) -> str:
    """The formula in Excel's own words for tables, which wants odd headings in brackets of their own."""
    own_row = re.sub(r"{([^{}]*)}", lambda found: f"{sheet.table}[[#This Row],[{found[1]}]]", formula)
    return re.sub(r"(?<=\w)\[([^\[\]#]*[?()£][^\[\]#]*)\]", r"[[\1]]", own_row)


def _as_addresses(sheet: Sheet, formula: str) -> str:
    def address(found: re.Match[str]) -> str:
        return f"${get_column_letter(sheet.position(found[1]) + 1)}{HEADER_ROW + 1}"

    return re.sub(r"{([^{}]*)}", address, formula)


# ---- What goes in a cell -----------------------------------------------------------------------------------


def _cell(page: Worksheet, row: int, column: int) -> Cell:
    cell = page.cell(row, column)
    assert isinstance(cell, Cell), "no cells are merged here"
    return cell


def _write_formula(cell: Cell, formula: str) -> None:
    cell.value = "=" + formula
    cell.data_type = "f"


def _write_value(cell: Cell, value: Value) -> None:
    if isinstance(value, str):
        _write_words(cell, value)
    else:
        shown = cell.number_format
        cell.value = value
        cell.number_format = shown  # openpyxl gives every date its own


def _write_words(cell: Cell, text: str) -> None:
    """Words, never a formula; the quote mark Excel keeps for them lasts when somebody edits the cell."""
    words = _clean(text)
    if not words:
        return
    cell.value = _spelt(words)
    cell.data_type = "s"
    if words.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def _clean(text: str) -> str:
    """The text without what a spreadsheet file cannot hold, and no longer than a cell."""
    allowed = printable(text).replace("\r\n", "\n").replace("\r", "\n")
    if len(allowed) * 2 <= LONGEST_TEXT:
        return allowed
    return allowed.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", errors="ignore")


def _spelt(words: str) -> str:
    """Excel reads ``_x0041_`` as the letter A, so the line before it is written as a code of its own."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", words)


def _wear(cell: Cell, wear: _Wear) -> None:
    font, fill, border, alignment = _tailored(wear)
    cell.font, cell.border, cell.alignment = font, border, alignment
    if wear.fill:
        cell.fill = fill
    cell.number_format = _FORMATS.get(wear.kind, "General")


@cache
def _tailored(wear: _Wear) -> tuple[Font, PatternFill, Border, Alignment]:
    above = Side("thick", color="FF" + wear.above) if wear.above else Side()
    below = Side("thin", color="FF" + wear.below) if wear.below else Side()
    return (
        Font(
            name="Arial",
            size=wear.size,
            family=2,
            bold=wear.bold or None,
            underline="single" if wear.underline else None,
            color="FF" + wear.colour,
        ),
        PatternFill("solid", fgColor="FF" + wear.fill) if wear.fill else PatternFill(),
        Border(top=above, bottom=below),
        Alignment(
            horizontal="right" if wear.right else "left",
            vertical="top" if wear.top else "center",
            indent=1,
            wrap_text=wear.wrap or None,
        ),
    )


# ---- How much room words need ------------------------------------------------------------------------------

# Arial's letters as shares of the type size; of those not here, capitals are 0.722 and the rest like digits.
_DIGIT = 0.556  # a column's width is counted in these
_CAPITAL = 0.722
_LETTERS = {
    **dict.fromkeys("ijl'", 0.222),
    **dict.fromkeys(" !,./:;I[]\\ft|", 0.278),
    **dict.fromkeys('()-`r"*{}', 0.36),
    **dict.fromkeys("ckvxyzsJ", 0.5),
    **dict.fromkeys("ABEFKLPSTVXYZ", 0.667),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    **dict.fromkeys("%@W", 0.98),
    "w": _CAPITAL,
}
_PICTURE = 1.3


def _height(lines: int) -> float:
    return 11 + 15.0 * lines


def _lines(text: str, width: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a column, breaking between words and inside those too long for one."""
    room = (width - 2) * _DIGIT / (1.08 if bold else 1.0)
    return sum(_wrapped(line, room) for line in _clean(text).split("\n"))


def _wrapped(line: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in re.findall(r"\S+\s*", line):
        needed = _length_of(word.rstrip())
        if used and used + needed > room:
            lines, used = lines + 1, 0.0
        if needed > room:
            lines += int(needed // room)
            needed %= room
        used += needed + _length_of(" ")
    return lines


def _length_of(word: str) -> float:
    return sum(_letter_width(letter) for letter in word)


@cache
def _letter_width(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in {"W", "F"} or letter > "\uffff":
        return _PICTURE
    return _LETTERS.get(letter, _CAPITAL if letter.isupper() else _DIGIT)


def _purpose_lines(sheet: Sheet) -> tuple[str, str]:
    """The purpose in one line, or two where it is wider than the sheet and nothing is added up in row 3."""
    room = max(sum(column.width for column in sheet.columns) - 2, 20) * _DIGIT
    if sheet.totals or _wrapped(sheet.purpose, room) == 1:
        return sheet.purpose, ""
    words = sheet.purpose.split()
    fits = next(
        count
        for count in range(len(words), 0, -1)
        if count == 1 or _length_of(" ".join(words[:count])) <= room
    )
    return " ".join(words[:fits]), " ".join(words[fits:])


# ---- What openpyxl leaves out ------------------------------------------------------------------------------


def _answers(sheet: Sheet) -> dict[str, Value]:
    """What the planner worked out for each formula, by its cell: shown until a program calculates."""
    answers: dict[str, Value] = {}
    for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
        for letter, column, text in zip(_letters(sheet), sheet.columns, row, strict=True):
            kind, formula = _kind_and_formula(sheet, column, row)
            if formula and text:
                answers[f"{letter}{number}"] = value_of(text, kind)
    return answers | dict(_totals(sheet))


def _totals(sheet: Sheet) -> Iterator[tuple[str, Value]]:
    for heading in sheet.totals:
        place = sheet.position(heading)
        values = [value_of(row[place], sheet.columns[place].kind) for row in sheet.rows]
        numbers = [value for value in values if isinstance(value, Decimal)]
        if len(numbers) == len(values):
            yield f"{get_column_letter(place + 1)}3", sum(numbers, Decimal(0))


def _finished(data: bytes, answers: list[dict[str, Value]]) -> bytes:
    """The file with the answers under its formulas, and rows that grow when somebody writes more in them."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    pages = {f"xl/worksheets/sheet{number}.xml": known for number, known in enumerate(answers, 1)}
    with source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            package.writestr(name, _with_answers(part, pages[name]) if name in pages else part)
    return target.getvalue()


_FORMULA_CELL = re.compile(r'<c r="(\w+)"((?: s="\d+")?)><f>([^<]*)</f><v ?(?:/>|></v>)</c>')
_GROWING_ROW = re.compile(r'(<row [^>]*)(?<= )customHeight="1" ?')


def _with_answers(part: bytes, answers: dict[str, Value]) -> bytes:
    def answered(found: re.Match[str]) -> str:
        place, style, formula = found.groups()
        if place not in answers:
            return found[0]
        kind, answer = _as_stored(answers[place])
        return f'<c r="{place}"{style}{kind}><f>{formula}</f><v>{answer}</v></c>'

    return _FORMULA_CELL.sub(answered, _GROWING_ROW.sub(r"\1", part.decode())).encode()


def _as_stored(value: Value) -> tuple[str, str]:
    """The mark a cell's answer has and the answer: times as a share of a day, dates as days since 1899."""
    match value:
        case str():
            return ' t="str"', escape(_spelt(_clean(value)))
        case time():
            return "", str((value.hour * 60 + value.minute) / (24 * 60))
        case date():
            return "", str((value - date(1899, 12, 30)).days)
        case Decimal():
            return "", str(value)
