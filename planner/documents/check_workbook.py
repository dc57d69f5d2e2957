"""The checks of an Excel file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planner.documents.checking import Fault, beginning, is_too_weak, says_nothing
from planner.documents.parts import Link, Parts

Checks = tuple[tuple[str, Callable[[], Iterator[Fault]]], ...]
SMALLEST = 11  # points; Excel's own
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NO_NAME = re.compile(r"(sheet|tabelle|feuil|hoja|blad)\s*\d*", re.IGNORECASE)
_ERRORS = re.compile(r"#(REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)")
_A_WORD = re.compile(r'"[^"]*[^\W\d_][^"]*"')
_BY_COLOUR = {"colorScale", "iconSet"}


def workbook_checks(parts: Parts, main: str) -> Checks:
    """Every check by its name, to be made when it is called."""
    it = _Workbook(parts, main)
    return (
        ("It has a title", it.title),
        ("It says its language", it.language),
        ("Each sheet has a name that says what is on it", it.sheet_names),
        ("Each sheet says what it is in its first cell", it.first_cells),
        ("Headings stay in sight", it.frozen),
        ("Headings are printed on each page", it.printed),
        ("Rows and columns are tables with headings", it.tables),
        ("No cells are merged", it.merged),
        ("Nothing is told by colour alone", it.colour_alone),
        ("No formula fails", it.errors),
        ("Colours have contrast", it.contrast),
        (f"No words are smaller than {SMALLEST} points", it.sizes),
        ("Links say where they lead", it.links),
        ("Each picture and chart has words", it.pictures),
    )


@dataclass(frozen=True)
class _Page:
    """A sheet that people see; ``index`` is its place among all sheets."""

    name: str
    index: int
    root: Any
    links: dict[str, Link]

    def words(self, cell: Any, shared: list[str]) -> str:
        """What a cell shows, as far as it is words."""
        if cell.get("t") == "s":
            number = cell.findtext(f"{_X}v") or ""
            return shared[int(number)] if number.isdigit() and int(number) < len(shared) else ""
        if cell.get("t") == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(f"{_X}t"))
        return cell.findtext(f"{_X}v") or ""


@dataclass(frozen=True)
class _Workbook:
    parts: Parts
    main: str

    @cached_property
    def book(self) -> Any:
        return self.parts.root(self.main)

    @cached_property
    def pages(self) -> list[_Page]:
        where = self.parts.links(self.main)
        found = []
        for index, sheet in enumerate(self.book.iter(f"{_X}sheet")):
            target = where.get(sheet.get(_LINK_ID))
            root = self.parts.root(target.target) if target else None
            if (
                target
                and root is not None
                and sheet.get("state", "visible") == "visible"
                and root.tag == f"{_X}worksheet"
            ):
                found.append(_Page(sheet.get("name", ""), index, root, self.parts.links(target.target)))
        return found

    @cached_property
    def shared(self) -> list[str]:
        root = self._related("sharedStrings")
        if root is None:
            return []
        return ["".join(text.text or "" for text in one.iter(f"{_X}t")) for one in root.iter(f"{_X}si")]

    @cached_property
    def styles(self) -> "_Styles":
        return _Styles(self._related("styles"))

    @cached_property
    def cells(self) -> list[tuple[_Page, Any, str]]:
        """Every cell that shows something, with its sheet and its words."""
        return [
            (page, cell, words)
            for page in self.pages
            for cell in page.root.iter(f"{_X}c")
            if (words := page.words(cell, self.shared)).strip()
        ]

    def title(self) -> Iterator[Fault]:
        if not self._about("title"):
            yield Fault(
                "The file has no title.",
                "its properties",
                "Open File, then Info, and write what it is as the Title.",
            )

    def language(self) -> Iterator[Fault]:
        if not self._about("language"):
            yield Fault(
                "The file does not say its language.",
                "its properties",
                "Open File, then Info, then Advanced Properties, and write the language, such as en-GB.",
            )

    def sheet_names(self) -> Iterator[Fault]:
        for page in self.pages:
            if _NO_NAME.fullmatch(page.name.strip()):
                yield Fault(
                    "A sheet has no name of its own.",
                    f"the sheet {beginning(page.name)}",
                    "Double-click its tab and write what is on it.",
                )

    def first_cells(self) -> Iterator[Fault]:
        shown = {page.index for page, cell, _ in self.cells if cell.get("r") == "A1"}
        for page in self.pages:
            if page.index not in shown:
                yield Fault(
                    "The first cell is empty, and that is where a screen reader begins.",
                    f"the sheet {beginning(page.name)}, cell A1",
                    "Write there what the sheet is; delete a sheet with nothing on it.",
                )

    def frozen(self) -> Iterator[Fault]:
        for page in self._with_rows():
            panes = page.root.iter(f"{_X}pane")
            if not any(
                one.get("state", "").startswith("frozen") and _number(one.get("ySplit")) for one in panes
            ):
                yield Fault(
                    "Headings scroll out of sight.",
                    f"the sheet {beginning(page.name)}",
                    "Stand below the headings, open View, and choose Freeze Panes.",
                )

    def printed(self) -> Iterator[Fault]:
        named = self.book.iter(f"{_X}definedName")
        repeated = {one.get("localSheetId") for one in named if one.get("name") == "_xlnm.Print_Titles"}
        for page in self._with_rows():
            if str(page.index) not in repeated:
                yield Fault(
                    "Headings are printed on the first page only.",
                    f"the sheet {beginning(page.name)}",
                    "Open Page Layout, then Print Titles, and choose the row of headings.",
                )

    def tables(self) -> Iterator[Fault]:
        for page in self._with_rows():
            tables = [
                table
                for part in page.root.iter(f"{_X}tablePart")
                if (link := page.links.get(part.get(_LINK_ID)))
                and (table := self.parts.root(link.target)) is not None
            ]
            if not tables:
                yield Fault(
                    "Rows and columns are not a table, so nobody hears the heading of a cell.",
                    f"the sheet {beginning(page.name)}",
                    "Choose the rows with their headings, open Insert, and choose Table.",
                )
            for table in tables:
                headings = [one.get("name", "") for one in table.iter(f"{_X}tableColumn")]
                if table.get("headerRowCount") == "0" or any(
                    re.fullmatch(r"(Column\d+)?\s*", one) for one in headings
                ):
                    yield Fault(
                        "A table has a column without a heading.",
                        f"the sheet {beginning(page.name)}, {table.get('ref')}",
                        "Open Table Design, choose Header Row, and write a heading for each column.",
                    )

    def merged(self) -> Iterator[Fault]:
        for page in self.pages:
            for area in page.root.iter(f"{_X}mergeCell"):
                yield Fault(
                    "Cells are merged, so a screen reader loses the row or the column.",
                    f"the sheet {beginning(page.name)}, {area.get('ref')}",
                    "Choose them, and choose Unmerge Cells.",
                )

    def colour_alone(self) -> Iterator[Fault]:
        """A colour that a rule brings about must follow a word in a cell, or a number that is shown."""
        for page in self.pages:
            for area in page.root.iter(f"{_X}conditionalFormatting"):
                for rule in area.iter(f"{_X}cfRule"):
                    if _is_colour_alone(rule):
                        yield Fault(
                            "A colour says what no word says.",
                            f"the sheet {beginning(page.name)}, {area.get('sqref')}",
                            "Put the word in a cell, such as Late, and let the colour follow the word.",
                        )

    def errors(self) -> Iterator[Fault]:
        for page, cell, words in self.cells:
            if cell.get("t") == "e" or _ERRORS.search(cell.findtext(f"{_X}f") or ""):
                yield Fault(
                    f"A formula fails: {words}.",
                    f"the sheet {beginning(page.name)}, cell {cell.get('r')}",
                    "Look at what the formula refers to, and put it right.",
                )

    def contrast(self) -> Iterator[Fault]:
        for page, cell, words in self._one_of_each_style():
            look = self.styles.look(cell)
            if is_too_weak(look.ink, look.paper, look.points, bold=look.bold):
                yield Fault(
                    "The colour of words is too close to the colour behind them.",
                    f"the sheet {beginning(page.name)}, cell {cell.get('r')}, {beginning(words)}",
                    "Make the words darker, or the colour behind them lighter.",
                )
        for ink, paper in self.styles.painted:
            if is_too_weak(ink, paper, SMALLEST, bold=False):
                yield Fault(
                    "A rule gives words a colour that is too close to the colour behind them.",
                    f"conditional formatting, {ink} on {paper}",
                    "Make the words of the rule darker, or the colour behind them lighter.",
                )

    def sizes(self) -> Iterator[Fault]:
        for page, cell, words in self._one_of_each_style():
            points = self.styles.look(cell).points
            if points < SMALLEST:
                yield Fault(
                    f"Words are {points:g} points small.",
                    f"the sheet {beginning(page.name)}, cell {cell.get('r')}, {beginning(words)}",
                    f"Make them {SMALLEST} points or more.",
                )

    def links(self) -> Iterator[Fault]:
        shown = {(page.index, cell.get("r")): words for page, cell, words in self.cells}
        for page in self.pages:
            for link in page.root.iter(f"{_X}hyperlink"):
                words = shown.get((page.index, link.get("ref", "").partition(":")[0]), "")
                if says_nothing(words):
                    yield Fault(
                        "A link does not say where it leads.",
                        f"the sheet {beginning(page.name)}, cell {link.get('ref')}",
                        "Write the name of the page or the sheet in the cell.",
                    )

    def pictures(self) -> Iterator[Fault]:
        for page in self.pages:
            for name in [one.target for one in page.links.values() if one.kind == "drawing"]:
                root = self.parts.root(name)
                for picture in () if root is None else root.iter(f"{_XDR}cNvPr"):
                    if not (picture.get("descr") or "").strip():
                        yield Fault(
                            "A picture or a chart has no words for people who do not see it.",
                            f"the sheet {beginning(page.name)}, {beginning(picture.get('name') or 'a picture')}",
                            "Choose it, then Alt Text, and write what it shows.",
                        )

    def _with_rows(self) -> list[_Page]:
        """Sheets with more than a title: something in a second row and a second column."""
        wide = {page.index for page, cell, _ in self.cells if not cell.get("r", "A").startswith("A")}
        tall = {
            page.index for page, cell, _ in self.cells if not re.fullmatch("[A-Z]+1", cell.get("r", "A1"))
        }
        return [page for page in self.pages if page.index in wide & tall]

    def _one_of_each_style(self) -> Iterator[tuple[_Page, Any, str]]:
        """The first cell of each sheet that wears a style: the others look the same."""
        seen = set()
        for page, cell, words in self.cells:
            worn = (page.index, cell.get("s"))
            if worn not in seen:
                seen.add(worn)
                yield page, cell, words

    def _related(self, kind: str) -> Any:
        found = next((one.target for one in self.parts.links(self.main).values() if one.kind == kind), "")
        return self.parts.root(found) if found else None

    def _about(self, name: str) -> str:
        core = next(
            (one.target for one in self.parts.links("").values() if one.kind == "core-properties"), ""
        )
        root = self.parts.root(core) if core else None
        return "" if root is None else (root.findtext(f"{_DC}{name}") or "").strip()


@dataclass(frozen=True)
class _Looks:
    ink: str
    paper: str
    points: float
    bold: bool


class _Styles:
    """What cells wear, by the number under which they name it."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.worn = self._all("cellXfs", "xf")
        self.fonts = self._all("fonts", "font")
        self.fills = self._all("fills", "fill")

    def look(self, cell: Any) -> _Looks:
        worn = _at(self.worn, cell.get("s", "0"))
        font = _at(self.fonts, "0" if worn is None else worn.get("fontId", "0"))
        fill = _at(self.fills, "0" if worn is None else worn.get("fillId", "0"))
        size = None if font is None else font.find(f"{_X}sz")
        bold = None if font is None else font.find(f"{_X}b")
        return _Looks(
            ink=_colour(font, f"{_X}color") or "000000",
            paper=self._paper(fill),
            points=_number(None if size is None else size.get("val")) or SMALLEST,
            bold=bold is not None and bold.get("val", "1") not in {"0", "false"},
        )

    @property
    def painted(self) -> Iterator[tuple[str, str]]:
        """The colours that rules bring about, words and paper."""
        for one in self._all("dxfs", "dxf"):
            ink = _colour(one, f"{_X}font/{_X}color")
            paper = _colour(one, f"{_X}fill/{_X}patternFill/{_X}bgColor")
            if ink or paper:
                yield ink or "000000", paper or "FFFFFF"

    def _paper(self, fill: Any) -> str:
        pattern = None if fill is None else fill.find(f"{_X}patternFill")
        if pattern is None or pattern.get("patternType") != "solid":
            return "FFFFFF"
        return _colour(pattern, f"{_X}fgColor") or "FFFFFF"

    def _all(self, group: str, each: str) -> list[Any]:
        return [] if self.root is None else self.root.findall(f"{_X}{group}/{_X}{each}")


def _is_colour_alone(rule: Any) -> bool:
    if rule.get("type") in _BY_COLOUR:
        values = rule.find(f"{_X}{rule.get('type')}")
        return rule.get("type") == "colorScale" or (values is not None and values.get("showValue") == "0")
    if rule.get("type") != "expression":
        return False
    return not any(_A_WORD.search(formula.text or "") for formula in rule.iter(f"{_X}formula"))


def _at(things: list[Any], number: str) -> Any:
    return things[int(number)] if number.isdigit() and int(number) < len(things) else None


def _colour(place: Any, path: str) -> str:
    """A colour that is given as such; one of the theme is left to Excel."""
    found = None if place is None else place.find(path)
    colour = "" if found is None else found.get("rgb", "")
    return colour[-6:].upper() if re.fullmatch("[0-9A-Fa-f]{6,8}", colour) else ""


def _number(written: str | None) -> float:
    try:
        return float(written or 0)
    except ValueError:
        return 0.0
