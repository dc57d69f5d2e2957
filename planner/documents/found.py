"""Finds the copies of a plan inside a Word or Excel file, whatever other programs did to the file since."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from planner.answers.read_back import folded
from planner.documents.answers_table import BOOKMARK, CODE
from planner.documents.save_file import CannotOpen
from planner.documents.sealed import Damaged, unsealed
from planner.documents.untrusted import Harmful, Package

NAMESPACE = "urn:doing-with:plan:1"
PROPERTY = "DoingWithPlan"
WORDS_PROPERTY = "DoingWithWords"
SHEET = "Doing With plan"
DOCUMENT, WORKBOOK = "word/document.xml", "xl/workbook.xml"
PROPERTIES = "docProps/custom.xml"

_ITEM = re.compile(r"customXml/item\d{1,6}\.xml")
_MOST_ITEMS = 50
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXCEL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_T = TypeVar("_T")


class Place(StrEnum):
    """Where in a file a copy of the plan was, in the order in which we believe them."""

    XML = "xml"
    PROPERTIES = "properties"
    SHEET = "sheet"


@dataclass(frozen=True)
class Found:
    """What a file holds of a plan: whole copies by their place, and what people see and can change."""

    copies: Mapping[Place, bytes]
    damaged: tuple[Place, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    elsewhere_changed: bool = False
    words_unread: bool = False
    trouble: CannotOpen | None = None


def found_in(package: Package) -> Found:
    """Every copy in the file. Raises CannotOpen where the file could do harm or a newer planner made the plan."""
    look = _Look(package)
    is_word = package.has(DOCUMENT)
    if is_word:
        look.take(Place.XML, look.in_xml)
    properties = look.quietly(look.properties) or {}
    look.take(Place.PROPERTIES, lambda: _in_properties(properties))
    if package.has(WORKBOOK):
        look.take(Place.SHEET, look.in_sheet)
    seen = look.quietly(look.document) if is_word else None
    mark = properties.get(WORDS_PROPERTY, look.words_mark)
    return Found(
        look.copies,
        tuple(look.damaged),
        seen.answers if seen else {},
        seen.marks if seen else {},
        elsewhere_changed=bool(seen and mark and mark != seen.mark),
        words_unread=is_word and seen is None,
        trouble=look.trouble,
    )


def words_mark(lines: list[str]) -> str:
    """A fingerprint of the words of a document, that stays the same through other programs and changes with a word."""
    return hashlib.sha256("\n".join(line for line in map(folded, lines) if line).encode()).hexdigest()


Copy = tuple[str, list[str]]


class _Look:
    """Looks in one place after another, and remembers what went wrong."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.copies: dict[Place, bytes] = {}
        self.damaged: list[Place] = []
        self.trouble: CannotOpen | None = None
        self.words_mark = ""

    def take(self, place: Place, look: Callable[[], "Copy | None"]) -> None:
        """Take the copy of one place, where there is one and it is whole."""
        copy = self.quietly(look)
        if copy is None:
            return
        try:
            self.copies[place] = unsealed(*copy)
        except Damaged:
            self.damaged.append(place)

    def quietly(self, look: Callable[[], _T | None]) -> _T | None:
        """What was found, or nothing where that part of the file cannot be read. Harm is never passed over."""
        try:
            return look()
        except Harmful:
            raise
        except CannotOpen as trouble:
            self.trouble = self.trouble or trouble
            return None

    def in_xml(self) -> Copy | None:
        """The copy in a part of XML of our own."""
        for name in [name for name in self._package.names if _ITEM.fullmatch(name)][:_MOST_ITEMS]:
            item = _Item()
            self._package.hear(name, item)
            if item.is_ours:
                self.words_mark = item.attributes.get("words", "")
                return item.attributes.get("label", ""), item.letters
        return None

    def properties(self) -> dict[str, str]:
        """The custom properties of the file that are ours."""
        if not self._package.has(PROPERTIES):
            return {}
        heard = _Properties()
        self._package.hear(PROPERTIES, heard)
        return heard.found

    def in_sheet(self) -> Copy | None:
        """The copy in a sheet that is hidden."""
        sheets = _Sheets()
        self._package.hear(WORKBOOK, sheets)
        links = _Links()
        self._package.hear("xl/_rels/workbook.xml.rels", links)
        target = links.targets.get(sheets.ours)
        part = posixpath.normpath(posixpath.join("/xl", target)).removeprefix("/") if target else ""
        if not self._package.has(part):
            return None
        cells = _Cells()
        self._package.hear(part, cells)
        shared = _Shared({number for number in cells.found if isinstance(number, int)})
        if shared.wanted:
            self._package.hear("xl/sharedStrings.xml", shared)
        words = [shared.found.get(cell, "") if isinstance(cell, int) else cell for cell in cells.found]
        start = next(
            (at for at, text in enumerate(words) if text.startswith("Doing With plan, version")), None
        )
        return None if start is None else (words[start], words[start + 1 :])

    def document(self) -> "_Document":
        """What people see in a Word file."""
        heard = _Document()
        self._package.hear(DOCUMENT, heard)
        return heard


def _in_properties(properties: Mapping[str, str]) -> Copy | None:
    label = properties.get(PROPERTY)
    pieces = sorted(name for name in properties if name.startswith(f"{PROPERTY}."))
    return None if label is None else (label, [properties[name] for name in pieces])


class _Quiet:
    """Hears nothing; each listener below says what it wants to hear."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Words."""

    def close(self) -> None:
        """The part ends."""


class _Item(_Quiet):
    """A part of XML of our own, known by its first element."""

    def __init__(self) -> None:
        self.is_ours: bool | None = None
        self.attributes: dict[str, str] = {}
        self.letters: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.is_ours is None:
            self.is_ours = tag == f"{{{NAMESPACE}}}plan"
            self.attributes = attributes

    def data(self, text: str) -> None:
        if self.is_ours:
            self.letters.append(text)


class _Properties(_Quiet):
    """Custom properties with our names."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name = ""
        self._words: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_CUSTOM}property":
            name = attributes.get("name", "")
            self._name = name if name.startswith((PROPERTY, WORDS_PROPERTY)) else ""
            self._words = []

    def end(self, tag: str) -> None:
        if tag == f"{_CUSTOM}property" and self._name:
            self.found[self._name] = "".join(self._words).strip()
            self._name = ""

    def data(self, text: str) -> None:
        if self._name:
            self._words.append(text)


class _Sheets(_Quiet):
    """The sheet of a workbook with our name."""

    def __init__(self) -> None:
        self.ours = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_EXCEL}sheet" and attributes.get("name") == SHEET:
            self.ours = attributes.get(f"{_OFFICE}id", "")


class _Links(_Quiet):
    """What the parts of a file are called elsewhere in it."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_LINKS}Relationship" and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Cells(_Quiet):
    """The cells of a sheet in their order: words, or the number of words that are kept elsewhere."""

    def __init__(self) -> None:
        self.found: list[str | int] = []
        self._is_shared = False
        self._words: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_EXCEL}c":
            self._is_shared = attributes.get("t") == "s"
            self._words = []

    def end(self, tag: str) -> None:
        if tag != f"{_EXCEL}c" or self._words is None:
            return
        text = "".join(self._words).strip()
        self._words = None
        self.found.append(int(text) if self._is_shared and re.fullmatch(r"\d{1,7}", text) else text)

    def data(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)


class _Shared(_Quiet):
    """Words that a workbook keeps in one place, by their number; only those that are wanted."""

    def __init__(self, wanted: set[int]) -> None:
        self.wanted = wanted
        self.found: dict[int, str] = {}
        self._number = -1
        self._words: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002  the protocol has them
        if tag == f"{_EXCEL}si":
            self._number += 1
            self._words = [] if self._number in self.wanted else None

    def end(self, tag: str) -> None:
        if tag == f"{_EXCEL}si" and self._words is not None:
            self.found[self._number] = "".join(self._words).strip()
            self._words = None

    def data(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)


class _Document(_Quiet):
    """The words of a Word file: the answers by their code, and a fingerprint of all other words."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}
        self.marks: dict[str, str] = {}
        self._lines: list[str] = []
        self._line: list[str] = []
        self._tables = self._runs = self._fallbacks = 0
        self._is_words = False
        self._row: list[list[str]] | None = None
        self._marked: tuple[str, str] | None = (
            None  # number and code of the bookmark that is open; ours never overlap
        )
        self._marked_words: list[str] = []
        self._bookmarks: dict[str, str] = {}

    @property
    def mark(self) -> str:
        """The fingerprint of everything but the answers."""
        return words_mark(self._lines)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.removeprefix(_WORD):
            case "t":
                self._is_words = not self._fallbacks
            case "r":
                self._runs += 1
            case "br" | "cr" if self._runs:
                self._say("\n")
            case "tab" if self._runs:
                self._say("\t")
            case "tbl":
                self._tables += 1
            case "tr" if self._tables == 1:
                self._row = []
            case "tc" if self._tables == 1 and self._row is not None:
                self._row.append([])
            case "bookmarkStart":
                name = attributes.get(f"{_WORD}name", "")
                if ours := BOOKMARK.fullmatch(name):
                    code = f"{ours[1]}.{ours[2]}"
                    self.marks.setdefault(code, ours[3])
                    self._marked, self._marked_words = (attributes.get(f"{_WORD}id", ""), code), []
            case "bookmarkEnd" if self._marked and self._marked[0] == attributes.get(f"{_WORD}id", ""):
                self._bookmarks.setdefault(self._marked[1], "".join(self._marked_words).rstrip("\n"))
                self._marked = None
        self._fallbacks += tag == _FALLBACK

    def end(self, tag: str) -> None:
        match tag.removeprefix(_WORD):
            case "t":
                self._is_words = False
            case "r":
                self._runs -= 1
            case "p":
                self._end_line()
            case "tr" if self._tables == 1 and self._row is not None:
                self._lines += self._without_answer(self._row)
                self._row = None
            case "tbl":
                self._tables -= 1
        self._fallbacks -= tag == _FALLBACK

    def data(self, text: str) -> None:
        if self._is_words:
            self._say(text)

    def close(self) -> None:
        for code, words in self._bookmarks.items():
            self.answers.setdefault(code, words)

    def _say(self, text: str) -> None:
        self._line.append(text)
        if self._marked:
            self._marked_words.append(text)

    def _end_line(self) -> None:
        line = "".join(self._line)
        self._line = []
        if self._marked:
            self._marked_words.append("\n")
        if self._row:
            self._row[-1].append(line)
        else:
            self._lines.append(line)

    def _without_answer(self, row: list[list[str]]) -> Iterator[str]:
        """The lines of a row, and its answer put aside where it has a code."""
        code = folded(" ".join(row[0])) if row else ""
        is_answer = bool(CODE.fullmatch(code)) and len(row) > _ANSWER
        if is_answer:
            self.answers.setdefault(code, "\n".join(row[_ANSWER]))
        for place, lines in enumerate(row):
            if not (is_answer and place == _ANSWER):
                yield from lines


_ANSWER = 2  # the third column
