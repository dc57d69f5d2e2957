"""Reads the workbook's text, in Markdown, into sheets whose columns know what kind of thing they hold.

A sheet is four things, in this order::

    ## Budget

    Change the cream cells: How many and Price each. The costs work themselves out.

    <!-- sheet: Budget_table
    column: Item          | 40 | text
    column: How many      | 10 | number
    column: Price each    | 13 | money
    column: Expected cost | 15 | money | = N({How many}) * N({Price each})
    fill in: How many, Price each
    total: Expected cost
    -->

    | Item | How many | Price each | Expected cost |
    |---|---|---|---|
    | {{ line.item }} | {{ line.how_many }} | {{ line.price }} | {{ line.cost }} |

The heading is the name of the sheet, the paragraph is what it is for, the comment says how the table
behaves, and the table holds the words.  The lines a comment may have:

``sheet: Budget_table``
    First line.  The name formulas call the table by: letters, digits and underlines, no other the same.
``lists``
    First line instead of ``sheet:``.  Each column is a drop-down list, called by its heading: one word.
``column: Heading | width | kind`` or ``column: Heading | width | kind | = formula``
    One for each column of the table, in its order.  Widths are in characters of 12 point; a portrait page
    holds 76 and a landscape page 112, which is chosen by itself.  Headings may have letters, digits, spaces
    and ``? ( ) £``.  Kinds: ``text``; ``number``; ``money``; ``percent``; ``date``; ``time``;
    ``list Status`` (one of that list); ``suggest Who`` (that list, or anything else); ``sheet`` (the name of
    a sheet, as a link to it); ``by row`` (each row's kind and formula are in a ``row:`` line).
``row: First cell | kind | = formula``
    What a row's ``by row`` cell holds.  One more kind, ``progress``: a percentage with a bar behind it.
``total: Heading, Heading``
    Sums above these columns, which stay in sight and count rows added later.
``fill in: Heading, Heading``
    The columns that are the reader's to change.  They are cream; say so in the paragraph too.
``paint: look | test`` or ``paint: look | test | Heading, Heading``
    Colours the row, or these columns of it, where the test is true: ``late``, ``soon``, ``done`` or
    ``quiet``.  A word in the table must say the same.
``filters``
    Gives the headings buttons to sort and choose rows by.

A line that begins with a space carries on the line before it.

In a formula ``{Heading}`` is this row's cell of that column, and ``Budget_table[Expected cost]`` is the whole
column of a table.  ``N()`` makes words count as 0, so that one "ask Asha" does not spoil every total.  A cell
under a formula may be empty or hold the answer the planner worked out: people see it until their program has
calculated.

Dates are ``2027-03-18`` or ``18 March 2027``, times ``09:30``, money ``£1,250.00`` or ``1250``, percentages
``7.5%``.  Anything else in such a column stays as words.  Put a space on both sides of every ``|``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from markdown_it.token import Token

from planner.documents.markdown import RawTable, markdown, plain_words

Value = str | Decimal | date | time


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    PROGRESS = "progress"
    DATE = "date"
    TIME = "time"
    LIST = "list"
    SUGGEST = "suggest"
    SHEET = "sheet"
    BY_ROW = "by row"


class Look(StrEnum):
    """How a row stands out; a word in it always says the same."""

    LATE = "late"
    SOON = "soon"
    DONE = "done"
    QUIET = "quiet"


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in characters, and a formula if it works itself out."""

    heading: str
    width: float
    kind: Kind
    choices: str = ""
    formula: str = ""


@dataclass(frozen=True)
class RowFormula:
    """The kind and the formula of one row's answer."""

    kind: Kind
    formula: str


@dataclass(frozen=True)
class Paint:
    """A look, the test that brings it about, and the columns it is for (none means the whole row)."""

    look: Look
    test: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook; ``table`` is empty on the sheet of lists."""

    name: str
    purpose: str = ""
    table: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    row_formulas: tuple[tuple[str, RowFormula], ...] = ()
    totals: tuple[str, ...] = ()
    fill_in: tuple[str, ...] = ()
    paints: tuple[Paint, ...] = ()
    filters: bool = False

    @property
    def is_lists(self) -> bool:
        """Whether each column is a drop-down list of its own."""
        return not self.table

    def position(self, heading: str) -> int:
        """The place of a column, from 0; ValueError when the sheet has none with that heading."""
        for place, column in enumerate(self.columns):
            if column.heading == heading:
                return place
        raise ValueError(f"Sheet {self.name!r} has no column called {heading!r}.")


def sheets(text: str) -> tuple[Sheet, ...]:
    """Every sheet in the text, in order; ValueError, in words, when the template is wrong."""
    found = tuple(_sheet(tokens) for tokens in _by_heading(markdown().parse(text)))
    if not found:
        raise ValueError("The workbook's text has no '## Sheet' in it.")
    _check_workbook(found)
    return found


def value_of(text: str, kind: Kind) -> Value:
    """The cell's text as the kind of thing its column holds, or as it is when it is no such thing.

    >>> value_of("18 March 2027", Kind.DATE)
    datetime.date(2027, 3, 18)
    >>> value_of("£1,250.00", Kind.MONEY)
    Decimal('1250.00')
    >>> value_of("ask Asha", Kind.MONEY)
    'ask Asha'
    """
    match kind:
        case Kind.NUMBER | Kind.MONEY:
            return _number(text)
        case Kind.PERCENT | Kind.PROGRESS:
            return _share(text)
        case Kind.DATE:
            return _date(text)
        case Kind.TIME:
            return _time(text)
        case Kind.TEXT | Kind.LIST | Kind.SUGGEST | Kind.SHEET | Kind.BY_ROW:
            return text


def list_table(name: str) -> str:
    """The name of the table that a drop-down list is."""
    return f"{name}_list"


def _by_heading(tokens: list[Token]) -> Iterator[list[Token]]:
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start:end]


_ABOUT = re.compile(r"<!--\s*(?:sheet:|lists\b)")


def _sheet(tokens: list[Token]) -> Sheet:
    name, *others = [_words(token) for token in tokens if token.type == "inline" and token.level == 1]
    directives = [
        token.content for token in tokens if token.type == "html_block" and _ABOUT.match(token.content)
    ]
    if len(directives) != 1:
        raise ValueError(f"Sheet {name!r} needs one comment that says how its table behaves.")
    sheet = _directed(Sheet(name=name, purpose=" ".join(others)), directives[0])
    raw: RawTable = next(
        (token.meta["table"] for token in tokens if token.type == "table"), RawTable((), (), ())
    )
    headings = _cells(raw.head)
    wanted = tuple(column.heading for column in sheet.columns)
    if headings != wanted:
        raise ValueError(f"Sheet {name!r}: the table's headings are {headings}, its columns are {wanted}.")
    sheet = replace(sheet, rows=tuple(map(_cells, raw.rows)))
    _check_sheet(sheet)
    return sheet


def _words(inline: Token) -> str:
    return "".join(_said(child) for child in inline.children or [])


def _said(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or token.content in {"<br>", "<br/>", "<br />"}:
        return "\n"
    return token.content


def _cells(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_cell, row))


def _cell(line: str) -> str:
    words = plain_words(line)
    return _words(markdown().parseInline(line)[0]) if words is None else words


def _directed(sheet: Sheet, comment: str) -> Sheet:
    body = comment.removeprefix("<!--").strip().removesuffix("-->")
    for line in re.sub(r"\n[ \t]+(?=\S)", " ", body).splitlines():
        key, _, said = line.strip().partition(":")
        if key:
            sheet = _one_line(sheet, key.strip(), said.strip())
    return sheet


def _one_line(sheet: Sheet, key: str, said: str) -> Sheet:
    match key:
        case "sheet":
            told = replace(sheet, table=said)
        case "lists":
            told = replace(sheet, table="")
        case "filters":
            told = replace(sheet, filters=True)
        case "column":
            told = replace(sheet, columns=(*sheet.columns, _column(said)))
        case "row":
            told = replace(sheet, row_formulas=(*sheet.row_formulas, _row_formula(said)))
        case "total":
            told = replace(sheet, totals=_headings(said))
        case "fill in":
            told = replace(sheet, fill_in=_headings(said))
        case "paint":
            told = replace(sheet, paints=(*sheet.paints, _paint(said)))
        case _:
            raise ValueError(f"Sheet {sheet.name!r}: nobody knows what {key!r} means in its comment.")
    return told


def _column(said: str) -> Column:
    heading, width, kind, *formula = _parts(said, 3, 4)
    if not re.fullmatch(r"[\w ?()£]+", heading):  # what Excel needs no brackets around
        raise ValueError(f"A heading may have letters, digits, spaces and ? ( ) £, and {heading!r} has more.")
    word, _, choices = kind.partition(" ")
    if word in {Kind.LIST, Kind.SUGGEST}:
        return Column(heading, float(width), Kind(word), choices.strip())
    return Column(heading, float(width), Kind(kind), formula=_formula(formula[0]) if formula else "")


def _row_formula(said: str) -> tuple[str, RowFormula]:
    label, kind, formula = _parts(said, 3)
    return label, RowFormula(Kind(kind), _formula(formula))


def _paint(said: str) -> Paint:
    look, test, *only = _parts(said, 2, 3)
    return Paint(Look(look), test, _headings(only[0]) if only else ())


def _formula(said: str) -> str:
    if not said.startswith("="):
        raise ValueError(f"A formula begins with '=', and {said!r} does not.")
    return said.removeprefix("=").strip()


def _headings(said: str) -> tuple[str, ...]:
    return tuple(heading.strip() for heading in said.split(","))


def _parts(said: str, *counts: int) -> list[str]:
    parts = [part.strip() for part in said.split("|")]
    if len(parts) not in counts:
        raise ValueError(f"{said!r} should have {' or '.join(map(str, counts))} parts, with | between.")
    return parts


_NUMBER = re.compile(
    r"(?P<minus>[-\u2212]?)£?(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<pence>\.[0-9]+)?"
)
_MOST_DIGITS = 15  # a spreadsheet keeps no more, and a long reference is not a number


def _number(text: str) -> Value:
    found = _NUMBER.fullmatch(text)
    if not found or sum(letter.isdigit() for letter in text) > _MOST_DIGITS:
        return text
    size = Decimal(found["digits"].replace(",", "") + (found["pence"] or ""))
    return -size if found["minus"] else size


def _share(text: str) -> Value:
    number = _number(text.removesuffix("%").rstrip())
    return number / 100 if isinstance(number, Decimal) and text.endswith("%") else text


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SAID = re.compile(r"(?:[A-Z][a-z]+day,? )?([0-9]{1,2}) ([A-Z][a-z]{2,8}) ([0-9]{4})")
_FIRST_YEAR = 1901  # spreadsheets disagree about the days of 1900


def _date(text: str) -> Value:
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif (said := _SAID.fullmatch(text)) and said[2][:3].lower() in _MONTHS:
        year, month, day = int(said[3]), _MONTHS.index(said[2][:3].lower()) + 1, int(said[1])
    else:
        return text
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else text
    except ValueError:
        return text


def _time(text: str) -> Value:
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text)
    return time(int(found[1]), int(found[2])) if found else text


_LONGEST_NAME = 31


def _check_sheet(sheet: Sheet) -> None:
    bad = re.search(r"[\[\]:*?/\\]", sheet.name) or sheet.name[:1] == "'" or sheet.name[-1:] == "'"
    if bad or not 0 < len(sheet.name) <= _LONGEST_NAME or sheet.name.lower() == "history":
        raise ValueError(f"{sheet.name!r} cannot be the name of a sheet.")
    if sheet.table and not re.fullmatch(r"[A-Za-z]\w*_\w+", sheet.table):
        raise ValueError(f"{sheet.table!r} cannot be the name of a table: write it like Budget_table.")
    headings = [column.heading.casefold() for column in sheet.columns]
    if len(set(headings)) < len(headings):
        raise ValueError(f"Sheet {sheet.name!r} has two columns with the same heading.")
    if not sheet.columns:
        raise ValueError(f"Sheet {sheet.name!r} has no columns.")
    if lost := {label for label, _ in sheet.row_formulas} - {row[0] for row in sheet.rows}:
        raise ValueError(f"Sheet {sheet.name!r} has no row called {', '.join(sorted(lost))}.")
    named = [
        *sheet.totals,
        *sheet.fill_in,
        *(heading for paint in sheet.paints for heading in paint.headings),
    ]
    for heading in named + _braced(sheet):
        sheet.position(heading)


def _braced(sheet: Sheet) -> list[str]:
    formulas = [*(column.formula for column in sheet.columns), *(paint.test for paint in sheet.paints)]
    return [name for formula in formulas for name in re.findall(r"{([^{}]*)}", formula)]


def _check_workbook(found: tuple[Sheet, ...]) -> None:
    _check_once("sheet", [sheet.name for sheet in found])
    lists = [column.heading for sheet in found if sheet.is_lists for column in sheet.columns]
    for name in lists:
        if not re.fullmatch(r"[A-Za-z]{2,}", name):
            raise ValueError(f"{name!r} cannot be the name of a list: one word, of letters.")
    tables = [sheet.table for sheet in found if sheet.table]
    _check_once("table", [*tables, *lists, *(list_table(name) for name in lists)])
    wanted = {column.choices for sheet in found for column in sheet.columns if column.choices}
    if missing := wanted - set(lists):
        raise ValueError(f"No sheet of lists has these: {', '.join(sorted(missing))}.")
    if lost := _linked(found) - {sheet.name for sheet in found}:
        raise ValueError(f"There is no sheet to link to called {', '.join(sorted(lost))}.")
    columns = {(sheet.table, column.heading) for sheet in found for column in sheet.columns}
    for sheet in found:
        for table, heading in _referred(sheet):
            if (table, heading) not in columns:
                raise ValueError(f"Sheet {sheet.name!r} asks for {table}[{heading}], which is nowhere.")


def _linked(found: tuple[Sheet, ...]) -> set[str]:
    return {
        text
        for sheet in found
        for row in sheet.rows
        for column, text in zip(sheet.columns, row, strict=True)
        if column.kind is Kind.SHEET and text
    }


def _check_once(what: str, names: list[str]) -> None:
    if len({name.casefold() for name in names}) < len(names):
        raise ValueError(f"Two {what}s have the same name, among {', '.join(sorted(names))}.")


def _referred(sheet: Sheet) -> list[tuple[str, str]]:
    formulas = [column.formula for column in sheet.columns] + [row.formula for _, row in sheet.row_formulas]
    return [pair for formula in formulas for pair in re.findall(r"(\w+)\[([^\[\]#]+)\]", formula)]
