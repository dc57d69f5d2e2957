"""The checks of a Word file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from planner.documents.checking import Fault, beginning, is_too_weak, says_nothing, skipped
from planner.documents.parts import Parts

Checks = tuple[tuple[str, Callable[[], Iterator[Fault]]], ...]
SMALLEST = 12  # points
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TYPED_ITEM = re.compile(r"\s*(?:[•·▪●◦–—*-]|\(?[0-9]{1,2}[.)])\s+\S")
_TITLE = 0
_HIDDEN_PARTS = {"header", "footer", "footnotes", "endnotes"}


def word_checks(parts: Parts, main: str) -> Checks:
    """Every check by its name, to be made when it is called."""
    it = _Document(parts, main)
    return (
        ("It has a title", it.title),
        ("It says its language", it.language),
        ("It begins with one main heading", it.main_heading),
        ("No level of heading is left out", it.levels),
        ("Each table has a header row", it.header_rows),
        ("No cells are merged", it.merged),
        ("Each picture has words", it.pictures),
        ("Colours have contrast", it.contrast),
        (f"No words are smaller than {SMALLEST} points", it.sizes),
        ("Links say where they lead", it.links),
        ("No empty paragraphs make room", it.empty),
        ("Lists are real lists", it.typed_lists),
        ("Nothing floats", it.floating),
        ("Lines begin at the left", it.justified),
    )


@dataclass(frozen=True)
class _Document:
    parts: Parts
    main: str

    @cached_property
    def body(self) -> Any:
        root = self.parts.root(self.main)
        return root.find(f"{_W}body")

    @cached_property
    def roots(self) -> list[Any]:
        """Everything that holds words: the document, and what stands above, below and at the foot of it."""
        others = [link.target for link in self.parts.links(self.main).values() if link.kind in _HIDDEN_PARTS]
        return [self.body, *(root for name in others if (root := self.parts.root(name)) is not None)]

    @cached_property
    def styles(self) -> "_Styles":
        found = next(
            (link.target for link in self.parts.links(self.main).values() if link.kind == "styles"), ""
        )
        return _Styles(self.parts.root(found) if found else None)

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """The level and the words of each heading; the title is 0."""
        levels = ((self.styles.heading(_style(one)), _words(one)) for one in self.body.iter(f"{_W}p"))
        return [(level, words) for level, words in levels if level is not None and words.strip()]

    def title(self) -> Iterator[Fault]:
        if not _about(self.parts, "title"):
            yield Fault(
                "The file has no title.",
                "its properties",
                "Open File, then Info, and write what it is as the Title.",
            )

    def language(self) -> Iterator[Fault]:
        if not self.styles.language:
            yield Fault(
                "The file does not say its language, so a screen reader has to guess.",
                "the style of all text",
                "Open Review, then Language, and set the language for the whole text.",
            )

    def main_heading(self) -> Iterator[Fault]:
        titles = [words for level, words in self.headings if level == _TITLE]
        tops = titles or [words for level, words in self.headings if level == 1]
        if not self.headings:
            yield Fault(
                "There is no heading.", "the whole file", "Give the first line the style Title or Heading 1."
            )
        elif len(tops) != 1:
            what = "There are several main headings." if tops else "There is no main heading."
            yield Fault(
                what,
                f"at {beginning(tops[1])}" if tops else "the beginning",
                "Give one line the style Title, and the other headings Heading 1.",
            )
        elif self.headings[0][1] != tops[0]:
            yield Fault(
                "The main heading is not the first.",
                f"at {beginning(self.headings[0][1])}",
                "Move the title to the beginning.",
            )

    def levels(self) -> Iterator[Fault]:
        for above, level, words in skipped([one for one in self.headings if one[0] != _TITLE]):
            yield Fault(
                f"A heading of level {level} follows level {above}."
                if above
                else f"The first heading is of level {level}.",
                f"at {beginning(words)}",
                f"Give it the style Heading {above + 1}.",
            )

    def header_rows(self) -> Iterator[Fault]:
        for table in self.body.iter(f"{_W}tbl"):
            first = table.find(f"{_W}tr")
            if first is None or not _is_on(first.find(f"{_W}trPr/{_W}tblHeader")):
                yield Fault(
                    "A table has no header row.",
                    f"the table that begins with {beginning(_words(table))}",
                    "Stand in the first row, open Table Layout, and choose Repeat Header Rows.",
                )

    def merged(self) -> Iterator[Fault]:
        for cell in self.body.iter(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            if (span is not None and span.get(f"{_W}val") != "1") or cell.find(
                f"{_W}tcPr/{_W}vMerge"
            ) is not None:
                yield Fault(
                    "Cells of a table are merged, so a screen reader loses the row or the column.",
                    f"the cell {beginning(_words(cell))}",
                    "Split the cell, and repeat the words where they are needed.",
                )

    def pictures(self) -> Iterator[Fault]:
        for root in self.roots:
            for picture in root.iter(f"{_WP}docPr"):
                decorative = any(one.get("val") in {"1", "true"} for one in picture.iter(_DECORATIVE))
                if not decorative and not (picture.get("descr") or "").strip():
                    yield Fault(
                        "A picture has no words for people who do not see it.",
                        f"the picture {beginning(picture.get('name') or 'without a name')}",
                        "Choose the picture, then Alt Text, and write what it shows.",
                    )

    def contrast(self) -> Iterator[Fault]:
        for run, paragraph in self._runs():
            look = self.styles.look(run, paragraph)
            if is_too_weak(look.ink, look.paper, look.points, bold=look.bold):
                yield Fault(
                    "The colour of words is too close to the colour behind them.",
                    f"at {beginning(_words(run))}",
                    "Make the words darker, or the colour behind them lighter.",
                )

    def sizes(self) -> Iterator[Fault]:
        for run, paragraph in self._runs():
            points = self.styles.look(run, paragraph).points
            if points < SMALLEST:
                yield Fault(
                    f"Words are {points:g} points small.",
                    f"at {beginning(_words(run))}",
                    f"Make them {SMALLEST} points or more.",
                )

    def links(self) -> Iterator[Fault]:
        for link in self.body.iter(f"{_W}hyperlink"):
            if link.get(_LINK_ID) and says_nothing(_words(link)):
                yield Fault(
                    "A link does not say where it leads.",
                    f"the link {beginning(_words(link))}",
                    "Write the name of the page or the file as the words of the link.",
                )

    def empty(self) -> Iterator[Fault]:
        before = "the beginning"
        for paragraph in self.body.iter(f"{_W}p"):
            if _is_empty(paragraph):
                yield Fault(
                    "An empty paragraph makes room; a screen reader says “blank”.",
                    f"after {before}",
                    "Delete it, and set the space after the paragraph above.",
                )
            elif words := _words(paragraph).strip():
                before = beginning(words)

    def typed_lists(self) -> Iterator[Fault]:
        """Two lines or more that begin like items; one alone may be a sentence."""
        lines = [one for one in self.body.iter(f"{_W}p") if _words(one).strip()]
        for line, below in pairwise(lines):
            if _is_typed_item(line) and _is_typed_item(below):
                yield Fault(
                    "A list is typed by hand, so nobody hears how many items it has.",
                    f"at {beginning(_words(line))}",
                    "Delete the signs, choose the lines, and press the button for bullets or numbers.",
                )

    def floating(self) -> Iterator[Fault]:
        for root in self.roots:
            for thing in (*root.iter(f"{_WP}anchor"), *root.iter(f"{_W}txbxContent")):
                yield Fault(
                    "A picture or a box floats beside the text, so it is read in the wrong place or not at all.",
                    f"the box {beginning(_words(thing))}" if _words(thing).strip() else "a picture",
                    "Choose it, then Layout Options, then In Line with Text.",
                )

    def justified(self) -> Iterator[Fault]:
        for paragraph in self.body.iter(f"{_W}p"):
            if _words(paragraph).strip() and self.styles.alignment(paragraph) in {"both", "distribute"}:
                yield Fault(
                    "Lines are stretched to both sides, which makes gaps that are hard to read over.",
                    f"at {beginning(_words(paragraph))}",
                    "Choose Align Left.",
                )

    def _runs(self) -> Iterator[tuple[Any, Any]]:
        """Every run with words, with its paragraph."""
        for root in self.roots:
            for paragraph in root.iter(f"{_W}p"):
                for run in paragraph.iter(f"{_W}r"):
                    if any((text.text or "").strip() for text in run.iter(f"{_W}t")):
                        yield run, paragraph


@dataclass(frozen=True)
class _Looks:
    ink: str
    paper: str
    points: float
    bold: bool


class _Styles:
    """What a style says, with all that it is based on."""

    def __init__(self, root: Any) -> None:
        self.by_id = {} if root is None else {one.get(f"{_W}styleId"): one for one in root.iter(f"{_W}style")}
        self.defaults = None if root is None else root.find(f"{_W}docDefaults")
        usual = [one for one in self.by_id.values() if one.get(f"{_W}default") in {"1", "true"}]
        self.usual = next(
            (one.get(f"{_W}styleId") for one in usual if one.get(f"{_W}type") == "paragraph"), ""
        )

    @property
    def language(self) -> str:
        places = [self.defaults, *self._chain(self.usual)]
        return next((found for one in places if (found := _value(one, f".//{_W}rPr/{_W}lang"))), "")

    def heading(self, style: str) -> int | None:
        """The level of a heading: 0 for the title, None for what is no heading."""
        for one in self._chain(style):
            name = (_value(one, f"{_W}name") or "").casefold()
            if name == "title":
                return _TITLE
            if found := re.fullmatch(r"heading ([1-9])", name):
                return int(found[1])
        return None

    def alignment(self, paragraph: Any) -> str:
        return self._first(f"{_W}pPr/{_W}jc", paragraph, *self._chain(_style(paragraph) or self.usual)) or ""

    def look(self, run: Any, paragraph: Any) -> _Looks:
        """The colours and the size of words, as near as a reader without a screen can tell."""
        worn = [run, *self._chain(_value(run, f"{_W}rPr/{_W}rStyle") or "")]
        worn += self._chain(_style(paragraph) or self.usual)
        worn += [*self._of_table(paragraph)]
        ink = self._first(f"{_W}rPr/{_W}color", *worn) or "auto"
        halves = self._first(f"{_W}rPr/{_W}sz", *worn) or self._default("sz") or "20"
        paper = self._paper(run, paragraph)
        bold = next(
            (_is_on(one) for one in (worn_by.find(f"{_W}rPr/{_W}b") for worn_by in worn) if one is not None),
            False,
        )
        return _Looks(_colour(ink, _readable_on(paper)), paper, _number(halves) / 2, bold)

    def _paper(self, run: Any, paragraph: Any) -> str:
        """The colour behind words: of the words, the paragraph, the cell, or white."""
        shades = [_shade(run, f"{_W}rPr"), _shade(paragraph, f"{_W}pPr")]
        shades += [_shade(one, f"{_W}pPr") for one in self._chain(_style(paragraph) or self.usual)]
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        shades.append("" if cell is None else _shade(cell, f"{_W}tcPr"))
        return next(filter(None, shades), "FFFFFF")

    def _of_table(self, paragraph: Any) -> list[Any]:
        table = next(paragraph.iterancestors(f"{_W}tbl"), None)
        return [] if table is None else self._chain(_value(table, f"{_W}tblPr/{_W}tblStyle") or "")

    def _default(self, name: str) -> str | None:
        return _value(self.defaults, f"{_W}rPrDefault/{_W}rPr/{_W}{name}")

    def _first(self, path: str, *places: Any) -> str | None:
        return next((found for place in places if (found := _value(place, path))), None)

    def _chain(self, style: str) -> list[Any]:
        chain: list[Any] = []
        while style in self.by_id and self.by_id[style] not in chain:
            chain.append(self.by_id[style])
            style = _value(chain[-1], f"{_W}basedOn") or ""
        return chain


def _about(parts: Parts, name: str) -> str:
    core = next((link.target for link in parts.links("").values() if link.kind == "core-properties"), "")
    root = parts.root(core) if core else None
    return "" if root is None else (root.findtext(f"{_DC}{name}") or "").strip()


def _style(paragraph: Any) -> str:
    return _value(paragraph, f"{_W}pPr/{_W}pStyle") or ""


def _value(place: Any, path: str) -> str | None:
    found = None if place is None else place.find(path)
    return None if found is None else found.get(f"{_W}val")


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _words(place: Any) -> str:
    """The words below a place; a tab or a line break counts as a space."""
    pieces = place.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
    return "".join(piece.text or "" if piece.tag == f"{_W}t" else " " for piece in pieces)


def _is_empty(paragraph: Any) -> bool:
    """No words and nothing to see; a cell must hold one paragraph, and so may hold an empty one."""
    seen = (f"{_W}drawing", f"{_W}pict", f"{_W}object", f"{_W}sectPr", f"{_W}fldChar", f"{_W}sdt", f"{_W}br")
    if _words(paragraph).strip() or any(True for _ in paragraph.iter(*seen)):
        return False
    if "\u00a0" in _words(paragraph):
        return False
    cell = paragraph.getparent()
    return not (cell.tag == f"{_W}tc" and len(cell.findall(f"{_W}p")) == 1)


def _is_typed_item(paragraph: Any) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is None and bool(_TYPED_ITEM.match(_words(paragraph)))


def _shade(place: Any, where: str) -> str:
    found = place.find(f"{where}/{_W}shd")
    fill = "" if found is None else found.get(f"{_W}fill", "")
    return fill.upper() if re.fullmatch("[0-9A-Fa-f]{6}", fill) else ""


def _colour(ink: str, otherwise: str) -> str:
    return ink.upper() if re.fullmatch("[0-9A-Fa-f]{6}", ink) else otherwise


def _readable_on(paper: str) -> str:
    """What Word takes for words without a colour."""
    return "FFFFFF" if is_too_weak("000000", paper, 1, bold=False) else "000000"


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 20.0
