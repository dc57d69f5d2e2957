"""Makes the workbook to keep working in: checklists that count themselves and a budget that adds itself up.

How its text is written is in ``sheets.py``.  Formulas come only from a sheet's comment; whatever people
wrote arrives letter for letter as words, even when it looks like a formula.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from planner.documents.cells import INK, MARIGOLD, PLUM, SOFT, TYPE_SIZE, WHITE, Wardrobe, clean
from planner.documents.package import in_utc, printable, same_bytes
from planner.documents.rows import (
    HEADER_ROW,
    full_rows,
    kind_and_formula,
    letters,
    links,
    quoted,
    rows,
    structured,
)
from planner.documents.sheets import Column, Kind, Look, Paint, Sheet, list_table, sheets


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
    wardrobe = Wardrobe(book.worksheets[0])
    written = [(rows(sheet, wardrobe), links(sheet)) for sheet in described]
    return same_bytes(_packed(book, written), saved)


RED, AMBER, TEAL = "A3231A", "7A4B00", "0B6156"
RED_TINT, AMBER_TINT, TEAL_TINT = "FCEBE7", "FDF1D8", "E2F3EF"
SPARE_ROWS = 200  # rows below the table that already have its drop-downs and colours
PORTRAIT_WIDTH = 76  # characters of 12 point between the margins of A4


def _empty_book(title: str, description: str, saved: datetime) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    usual = Font(name="Arial", size=TYPE_SIZE, family=2, color="FF" + INK)
    # The type of rows people add; openpyxl has no public way to change it.
    book._fonts[0] = usual  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = usual  # type: ignore[attr-defined]  # noqa: SLF001
    about = book.properties
    about.title, about.description = clean(title), clean(description) or None
    about.creator, about.lastModifiedBy, about.language = "Doing With", "Doing With", "en-GB"
    about.created = in_utc(saved).replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True
    return book


def _add_sheet(book: Workbook, sheet: Sheet, title: str) -> None:
    """Everything of a sheet but its rows."""
    page = book.create_sheet(sheet.name)
    _set_up_page(page, sheet, title)
    _measure(page, sheet)
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
    for letter, column in zip(letters(sheet), sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width


def _running_title(title: str) -> str:
    """The title above each printed page, where ``&`` starts a code and Excel allows 255 letters in all."""
    return " ".join(printable(title).split())[:100].replace("&", "&&")


def _margin(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text, font="Arial,Regular", size=11, color=SOFT)


def _measure(page: Worksheet, sheet: Sheet) -> None:
    """A bar behind each share of progress."""
    for letter, column in zip(letters(sheet), sheet.columns, strict=True):
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
            if column.kind is Kind.BY_ROW and kind_and_formula(sheet, column, row[0])[0] is Kind.PROGRESS:
                page.conditional_formatting.add(f"{letter}{number}", _bar())


def _tables(sheet: Sheet) -> Iterator[Table]:
    """The sheet's table; or, on a sheet of lists, one table for each list, so that each can grow."""
    last = HEADER_ROW + len(full_rows(sheet))
    names = letters(sheet)
    if not sheet.is_lists:
        yield _table(sheet.table, f"A{HEADER_ROW}:{names[-1]}{last}", sheet.columns, filters=sheet.filters)
        return
    for place, (letter, column) in enumerate(zip(names, sheet.columns, strict=True)):
        area = f"{letter}{HEADER_ROW}:{letter}{HEADER_ROW + _length(sheet, place)}"
        yield _table(list_table(column.heading), area, (column,))


def _table(name: str, area: str, columns: tuple[Column, ...], *, filters: bool = False) -> Table:
    table = Table(name=name, displayName=name, ref=area)
    table.tableStyleInfo = TableStyleInfo(showRowStripes=False)
    table.autoFilter = AutoFilter(ref=area) if filters else None
    for number, column in enumerate(columns, 1):
        entry = TableColumn(id=number, name=column.heading)
        if column.formula:  # so that a row added later works itself out
            formula = structured(name, column.formula)
            entry.calculatedColumnFormula = TableFormula(attr_text=formula)
        table.tableColumns.append(entry)
    return table


def _offer_choices(page: Worksheet, sheet: Sheet) -> None:
    for letter, column in zip(letters(sheet), sheet.columns, strict=True):
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
    names = letters(sheet)
    for paint in sheet.paints:
        colour, fill = _LOOKS[paint.look]
        worn = DifferentialStyle(
            font=Font(color="FF" + colour, bold=paint.look is Look.LATE or None),
            fill=PatternFill("solid", bgColor="FF" + fill),
        )
        rule = Rule(type="expression", formula=[_as_addresses(sheet, paint.test)], dxf=worn)
        page.conditional_formatting.add(_painted_area(sheet, paint, names), rule)


def _painted_area(sheet: Sheet, paint: Paint, names: list[str]) -> str:
    if paint.headings:
        return " ".join(_down(sheet, names[sheet.position(heading)]) for heading in paint.headings)
    return _down(sheet, "A", names[-1])


def _bar() -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=1)]
    bar = DataBar(cfvo=ends, color=Color(rgb="FF" + MARIGOLD), minLength=0, maxLength=100)
    return Rule(type="dataBar", dataBar=bar)


def _name_lists(book: Workbook, sheet: Sheet) -> None:
    for place, (letter, column) in enumerate(zip(letters(sheet), sheet.columns, strict=True)):
        area = f"${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + _length(sheet, place)}"
        book.defined_names[column.heading] = DefinedName(
            column.heading, attr_text=f"{quoted(sheet.name)}!{area}"
        )


# ---- The parts of a sheet ----------------------------------------------------------------------------------


def _length(sheet: Sheet, place: int) -> int:
    return max((number for number, row in enumerate(sheet.rows, 1) if row[place]), default=1)


def _down(sheet: Sheet, letter: str, last: str = "") -> str:
    end = HEADER_ROW + len(full_rows(sheet)) + SPARE_ROWS
    return f"{letter}{HEADER_ROW + 1}:{last or letter}{end}"


def _as_addresses(sheet: Sheet, formula: str) -> str:
    def address(found: re.Match[str]) -> str:
        return f"${get_column_letter(sheet.position(found[1]) + 1)}{HEADER_ROW + 1}"

    return re.sub(r"{([^{}]*)}", address, formula)


# ---- The file ----------------------------------------------------------------------------------------------


def _packed(book: Workbook, written: Sequence[tuple[str, str]]) -> bytes:
    """The file, not compressed: that is done once, at the end."""
    stream = io.BytesIO()
    book.properties.modified = book.properties.created
    _Writer(book, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED), written).save()
    return stream.getvalue()


class _Writer(ExcelWriter):
    """openpyxl's own, with the rows and the links of each sheet put in, and no files on the way."""

    def __init__(self, book: Workbook, archive: zipfile.ZipFile, written: Sequence[tuple[str, str]]) -> None:
        super().__init__(book, archive)
        self.written = dict(zip(book.sheetnames, written, strict=True))

    def write_worksheet(self, ws: Worksheet) -> None:
        """Everything of the sheet but its rows is openpyxl's."""
        out = io.BytesIO()
        writer = WorksheetWriter(ws, out)
        ws._drawing = None  # type: ignore[attr-defined]  # noqa: SLF001  no charts: they would come without words
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001  what its own does
        page = _with_rows(out.getvalue(), *self.written[ws.title])
        self._archive.writestr(ws.path[1:], page)  # type: ignore[attr-defined]
        self.manifest.append(ws)


_NO_ROWS, _MARGINS = b"<sheetData></sheetData>", b"<pageMargins "
_SIZE = re.compile(rb"<dimension [^>]*/>")


def _with_rows(page: bytes, rows: str, links: str) -> bytes:
    before, no_rows, rest = page.partition(_NO_ROWS)
    rules, margins, end = rest.partition(_MARGINS)
    assert no_rows, "openpyxl wrote rows of its own"
    assert margins, "openpyxl wrote no margins"
    return b"".join((_SIZE.sub(b"", before), rows.encode(), rules, links.encode(), margins, end))
