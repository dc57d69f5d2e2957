"""Finds the faults Excel repairs ("We found a problem with some content") and no validator here sees."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import get_column_letter
from openpyxl.xml.functions import fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LONGEST_LIST = 255
_LONGEST_CELL = 32_767
_LONGEST_FORMULA = 8_192
_LONGEST_SHEET_NAME = 31


def faults(data: bytes) -> list[str]:
    """Everything Excel would repair in the workbook, in words; none for a sound one."""
    package = _opened(data)
    return [
        *_bad_sheet_names(package),
        *_bad_names(package),
        *(fault for page in package.pages for fault in _bad_tables(page)),
        *(fault for page in package.pages for fault in _bad_lists(page, package)),
        *(fault for page in package.pages for fault in _bad_cells(page)),
        *(fault for page in package.pages for fault in _bad_links(page, package)),
    ]


@dataclass(frozen=True)
class _Page:
    name: str
    root: Any
    tables: tuple[Any, ...]
    words: dict[str, str]


@dataclass(frozen=True)
class _Package:
    pages: tuple[_Page, ...]
    names: dict[str, str]

    @property
    def sheet_names(self) -> set[str]:
        return {page.name.casefold() for page in self.pages}


def _bad_sheet_names(package: _Package) -> Iterator[str]:
    names = [page.name for page in package.pages]
    yield from (f"two sheets are called {name!r}" for name in _repeated(names))
    for name in names:
        if not 0 < len(name) <= _LONGEST_SHEET_NAME or re.search(r"[\[\]:*?/\\]|^'|'$", name):
            yield f"no sheet can be called {name!r}"


def _bad_names(package: _Package) -> Iterator[str]:
    tables = [table.get("displayName") for page in package.pages for table in page.tables]
    yield from (f"two tables or lists are called {name!r}" for name in _repeated([*tables, *package.names]))
    numbers = [table.get("id") for page in package.pages for table in page.tables]
    yield from (f"two tables have the number {number}" for number in _repeated(numbers))
    for name, meaning in package.names.items():
        for sheet in _sheets_in(meaning):
            if sheet.casefold() not in package.sheet_names:
                yield f"the name {name!r} is for a sheet that is not there: {sheet!r}"


def _bad_tables(page: _Page) -> Iterator[str]:
    for table in page.tables:
        first, top, last, bottom = _corners(table.get("ref"))
        columns = [column.get("name") for column in table.iter(f"{_MAIN}tableColumn")]
        yield from (f"{page.name}: two headings {name!r}" for name in _repeated(columns))
        if len(columns) != last - first + 1:
            yield f"{page.name}: the table has {len(columns)} columns and room for {last - first + 1}"
        if bottom <= top:
            yield f"{page.name}: the table has no row below its headings"
        for place, name in enumerate(columns, first):
            shown = page.words.get(f"{get_column_letter(place)}{top}")
            if shown != name:
                yield f"{page.name}: the heading is {name!r} in the table and {shown!r} in the cell"


def _bad_lists(page: _Page, package: _Package) -> Iterator[str]:
    known = {name.casefold() for name in package.names}
    for rule in page.root.iter(f"{_MAIN}dataValidation"):
        choices = rule.findtext(f"{_MAIN}formula1") or ""
        if rule.get("type") != "list":
            continue
        if choices.startswith('"') and len(choices) - 2 > _LONGEST_LIST:
            yield f"{page.name}: a list has more than {_LONGEST_LIST} letters"
        if re.fullmatch(r"\w+", choices) and choices.casefold() not in known:
            yield f"{page.name}: there is no list called {choices!r}"


def _bad_cells(page: _Page) -> Iterator[str]:
    for place, words in page.words.items():
        if len(words.encode("utf-16-le")) // 2 > _LONGEST_CELL:
            yield f"{page.name}: {place} has more than {_LONGEST_CELL} letters"
    for formula in page.root.iter(f"{_MAIN}f"):
        if len(formula.text or "") > _LONGEST_FORMULA:
            yield f"{page.name}: a formula has more than {_LONGEST_FORMULA} letters"


def _bad_links(page: _Page, package: _Package) -> Iterator[str]:
    for link in page.root.iter(f"{_MAIN}hyperlink"):
        for sheet in _sheets_in(link.get("location") or ""):
            if sheet.casefold() not in package.sheet_names:
                yield f"{page.name}: a link to a sheet that is not there: {sheet!r}"


def _corners(area: str) -> tuple[int, int, int, int]:
    first, top, last, bottom = (corner or 0 for corner in range_boundaries(area))
    return first, top, last, bottom


def _repeated(names: list[str]) -> list[str]:
    folded = [name.casefold() for name in names]
    return sorted({name for name in folded if folded.count(name) > 1})


def _sheets_in(formula: str) -> list[str]:
    quoted = [name.replace("''", "'") for name in re.findall(r"'((?:[^']|'')*)'!", formula)]
    return quoted + re.findall(r"(?<![\w'])(\w+)!", formula)


def _opened(data: bytes) -> _Package:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        book = _root(parts, "xl/workbook.xml")
        where = _related(parts, "xl/workbook.xml")
        pages = tuple(
            _page(parts, sheet.get("name"), where[sheet.get(_LINK)]) for sheet in book.iter(f"{_MAIN}sheet")
        )
        names = {name.get("name"): name.text or "" for name in book.iter(f"{_MAIN}definedName")}
    return _Package(pages, {name: meaning for name, meaning in names.items() if not name.startswith("_xlnm")})


def _page(parts: zipfile.ZipFile, name: str, part: str) -> _Page:
    root = _root(parts, part)
    where = _related(parts, part)
    tables = tuple(_root(parts, where[link.get(_LINK)]) for link in root.iter(f"{_MAIN}tablePart"))
    return _Page(name, root, tables, dict(_words(root)))


def _words(root: Any) -> Iterator[tuple[str, str]]:
    for cell in root.iter(f"{_MAIN}c"):
        if cell.get("t") == "inlineStr":
            yield cell.get("r"), "".join(text.text or "" for text in cell.iter(f"{_MAIN}t"))


def _related(parts: zipfile.ZipFile, part: str) -> dict[str, str]:
    path = PurePosixPath(part)
    links = str(path.parent / "_rels" / f"{path.name}.rels")
    if links not in parts.namelist():
        return {}
    found = {link.get("Id"): link.get("Target") for link in _root(parts, links)}
    return {
        number: target.lstrip("/") if target.startswith("/") else str(path.parent / target)
        for number, target in found.items()
    }


def _root(parts: zipfile.ZipFile, part: str) -> Any:
    return fromstring(parts.read(part))
