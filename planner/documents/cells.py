"""What a cell of the workbook holds and wears, written as Excel stores it.

openpyxl makes the book, its styles, tables and rules.  It would also make an object of every cell and compare
its clothes with all others': nine tenths of the time a workbook took.  So the rows are written here as text, and
`workbook` puts them into their sheets.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from xml.sax.saxutils import escape

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from planner.documents.package import printable
from planner.documents.sheets import Kind, Value

# Excel's own order; openpyxl's is refused by Microsoft's validator in every workbook it writes.
Font.__elements__ = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)

INK, SOFT, PLUM, MARIGOLD = "2A1B2E", "5E4F61", "6E2A62", "F2A93B"
PANEL, HAIR, WHITE = "F5EFE6", "E2D8CF", "FFFFFF"
TYPE_SIZE = 12  # points; the smallest anywhere in the workbook is 11, in the margins of the printed page
LONGEST_TEXT = 32_767  # letters a cell can hold, counted as Excel does
NUMBERS = {Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.PROGRESS, Kind.TIME, Kind.BY_ROW}
WORDS = {Kind.TEXT, Kind.LIST, Kind.SUGGEST, Kind.SHEET}
_FORMATS = {
    Kind.MONEY: "£#,##0.00;-£#,##0.00",
    Kind.PERCENT: "0%",
    Kind.PROGRESS: "0%",
    Kind.DATE: "d mmm yyyy",
    Kind.TIME: "hh:mm",
}


@dataclass(frozen=True)
class Wear:
    """What a cell wears; equal clothes are tailored once for each book."""

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
    quoted: bool = False
    """Excel keeps a quote mark before words that look like a formula, also when somebody edits the cell."""

    def around(self, words: str) -> "Wear":
        """The same for these words."""
        return replace(self, quoted=True) if looks_like_a_formula(words) else self


@dataclass
class Wardrobe:
    """The clothes of one book, by the number under which its cells name them."""

    page: Worksheet
    numbers: dict[Wear, int] = field(default_factory=dict)

    def number(self, wear: Wear) -> int:
        """The number of these clothes, tailored when they are first worn."""
        found = self.numbers.get(wear)
        if found is None:
            found = self.numbers[wear] = _tailored(self.page, wear)
        return found


def row(number: int, height: float, cells: Iterable[str]) -> str:
    """A row that is this many points tall and grows when somebody writes more in it."""
    return f'<row r="{number}" ht="{height:g}">{"".join(cells)}</row>'


def cell(place: str, style: int, value: Value) -> str:
    """A cell with a value; words are words, whatever they look like."""
    if isinstance(value, str):
        if not value:
            return f'<c r="{place}" s="{style}"/>'
        space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{_spelt(value)}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{_counted(value)}</v></c>'


def formula_cell(place: str, style: int, formula: str, answer: Value | None) -> str:
    """A cell that works itself out; the answer is shown until a program calculates."""
    if isinstance(answer, str) and answer:
        shown, kind = f"<v>{_spelt(answer)}</v>", ' t="str"'
    else:
        shown = "" if answer in {None, ""} else f"<v>{_counted(answer)}</v>"
        kind = ""
    return f'<c r="{place}" s="{style}"{kind}><f>{escape(formula)}</f>{shown}</c>'


def looks_like_a_formula(words: str) -> bool:
    """Whether a spreadsheet might take the words for something to work out."""
    return words.startswith(("=", "+", "-", "@"))


def clean(text: str) -> str:
    """The text without what a spreadsheet file cannot hold, and no longer than a cell."""
    allowed = printable(text)
    if "\r" in allowed:
        allowed = allowed.replace("\r\n", "\n").replace("\r", "\n")
    if len(allowed) * 2 <= LONGEST_TEXT:
        return allowed
    return allowed.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", errors="ignore")


_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def _spelt(words: str) -> str:
    """Excel reads ``_x0041_`` as the letter A, so the line before it is written as a code of its own."""
    return escape(_CODE.sub("_x005F_", words) if "_x" in words else words)


def _counted(value: Value | None) -> str:
    """Numbers as they are, times as a share of a day, dates as days since 1899."""
    match value:
        case time():
            return str((value.hour * 60 + value.minute) / (24 * 60))
        case date():
            return str((value - date(1899, 12, 30)).days)
        case Decimal():
            return str(value)
    raise TypeError(f"A cell cannot hold {value!r}.")


def _tailored(page: Worksheet, wear: Wear) -> int:
    dressed = WriteOnlyCell(page)
    dressed.font = Font(
        name="Arial",
        size=wear.size,
        family=2,
        bold=wear.bold or None,
        underline="single" if wear.underline else None,
        color="FF" + wear.colour,
    )
    if wear.fill:
        dressed.fill = PatternFill("solid", fgColor="FF" + wear.fill)
    dressed.border = Border(
        top=Side("thick", color="FF" + wear.above) if wear.above else Side(),
        bottom=Side("thin", color="FF" + wear.below) if wear.below else Side(),
    )
    dressed.alignment = Alignment(
        horizontal="right" if wear.right else "left",
        vertical="top" if wear.top else "center",
        indent=1,
        wrap_text=wear.wrap or None,
    )
    dressed.number_format = _FORMATS.get(wear.kind, "General")
    if wear.quoted:
        dressed.quotePrefix = True
    return int(dressed.style_id)
