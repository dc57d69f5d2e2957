"""Somebody's styles made ready for our words: theirs win, ours fill the gaps, and every letter can be read."""

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from planner.documents.own_colours import WHITE, readable
from planner.documents.reference import INK, LOOKS, PLUM, Look, Print, reference

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_ON_A_BAND = {"Cover Label", "Subtitle"}
"""What stands with the title on our coloured band, and must not where the title is theirs."""
_BORDERS_AND_FILL = ("w:pBdr", "w:shd", "w:ind")


@dataclass(frozen=True)
class Brand:
    """Styles and lists for our words, the colour of table headers, and what our styles are called there."""

    styles: bytes
    numbering: bytes
    fill: str
    names: Mapping[str, str]
    lists: int


def fitted(styles: bytes, numbering: bytes | None, size: Print) -> Brand:
    """Somebody's styles and numbering with ours added where they have none, for letters of one size."""
    theirs = _Styles(etree.fromstring(styles))
    look = LOOKS[size]
    fill = theirs.heading_colour() or PLUM
    ours = _ours(size, "word/styles.xml", fill)
    # Before ours come in, which can be read already.
    theirs.make_readable(look)
    names = theirs.take_in(ours)
    theirs.say_british()
    lists, numbered = _lists(numbering, _ours(size, "word/numbering.xml", fill))
    return Brand(_whole(theirs.root), numbered, fill, names, lists)


@dataclass(frozen=True)
class _Styles:
    """A styles part."""

    root: Any

    def _named(self) -> dict[tuple[str, str], Any]:
        return {
            (str(style.get(qn("w:type"))), str(name.get(qn("w:val"))).lower()): style
            for style in self.root.findall(qn("w:style"))
            for name in style.findall(qn("w:name"))
        }

    def heading_colour(self) -> str:
        """The colour of their Heading 1 where white can be read on it, otherwise nothing."""
        heading = self._named().get(("paragraph", "heading 1"))
        colour = self._colour(heading) if heading is not None else ""
        return colour if colour and readable(WHITE, colour) else ""

    def _lineage(self, style: Any) -> Iterator[Any]:
        """A style and those that it is based on, the nearest first."""
        by_id = {one.get(qn("w:styleId")): one for one in self.root.findall(qn("w:style"))}
        seen: set[int] = set()
        while style is not None and id(style) not in seen:
            seen.add(id(style))
            yield style
            based_on = style.find(qn("w:basedOn"))
            style = by_id.get(based_on.get(qn("w:val"))) if based_on is not None else None

    def _colour(self, style: Any) -> str:
        """The colour of the letters of a style, where it or one that it is based on has one."""
        for one in self._lineage(style):
            colour = one.find(f"{qn('w:rPr')}/{qn('w:color')}")
            if colour is not None and _HEX.fullmatch(colour.get(qn("w:val"), "")):
                return str(colour.get(qn("w:val"))).upper()
        return ""

    def _behind(self, style: Any) -> str:
        """What lies behind the words of a style."""
        for one in self._lineage(style):
            fill = one.find(f"{qn('w:pPr')}/{qn('w:shd')}")
            if fill is not None and _HEX.fullmatch(fill.get(qn("w:fill"), "")):
                return str(fill.get(qn("w:fill"))).upper()
        return WHITE

    def take_in(self, ours: Any) -> dict[str, str]:
        """Add our styles that they lack; what ours are called here where they have the style under another id."""
        named = self._named()
        taken = {str(style.get(qn("w:styleId"))) for style in self.root.findall(qn("w:style"))}
        has_title = ("paragraph", "title") in named
        names: dict[str, str] = {}
        added = []
        for style in ours.findall(qn("w:style")):
            identity, name = str(style.get(qn("w:styleId"))), str(style.find(qn("w:name")).get(qn("w:val")))
            theirs = named.get((str(style.get(qn("w:type"))), name.lower()))
            if theirs is None:
                names[identity] = identity if identity not in taken else f"DoingWith{identity}"
                added.append(style)
            else:
                names[identity] = str(theirs.get(qn("w:styleId")))
            if theirs is not None and name == "Title" and not _has(theirs, "w:pPr/w:outlineLvl"):
                # Without it nobody who jumps from heading to heading finds the title.
                _put(theirs, "w:pPr", "w:outlineLvl", {"w:val": "0"})
        for style in added:
            self.root.append(_adapted(style, names, on_a_band=not has_title))
        return {ours: theirs for ours, theirs in names.items() if ours != theirs}

    def make_readable(self, look: Look) -> None:
        """No letter smaller than the size that was asked for, and none in a colour that cannot be read."""
        self._default(look.words)
        floors = {
            "heading 1": look.heading_1, "heading 2": look.heading_2, "heading 3": look.heading_3,
            "title": look.title, "subtitle": look.subtitle,
        }  # fmt: skip
        is_large = look is not LOOKS[Print.STANDARD]
        for (_, name), style in self._named().items():
            floor = floors.get(name, look.words) if is_large else look.words
            if name not in {"header", "footer"}:
                self._grow(style, floor, must=is_large and name in floors)
            colour = self._colour(style)
            behind = self._behind(style)
            if colour and not readable(colour, behind):
                _put(style, "w:rPr", "w:color", {"w:val": INK if readable(INK, behind) else WHITE})

    def _default(self, points: float) -> None:
        defaults = self.root.find(qn("w:docDefaults"))
        if defaults is None:
            defaults = etree.Element(qn("w:docDefaults"))
            self.root.insert(0, defaults)
        letters = defaults.find(qn("w:rPrDefault"))
        if letters is None:
            letters = etree.Element(qn("w:rPrDefault"))
            defaults.insert(0, letters)
        self._grow(letters, points, must=True)

    def _grow(self, owner: Any, points: float, *, must: bool) -> None:
        """Letters of at least so many points; `must` where no size at all would mean smaller ones."""
        least = round(points * 2)
        for kind in ("w:sz", "w:szCs"):
            held = owner.find(f"{qn('w:rPr')}/{qn(kind)}")
            if held is None and not must:
                continue
            if held is None or int(float(held.get(qn("w:val"), 0))) < least:
                _put(owner, "w:rPr", kind, {"w:val": str(least)})

    def say_british(self) -> None:
        """Our words are British English, whatever the language of the file was."""
        letters = self.root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
        _put(letters, "w:rPr", "w:lang", {"w:val": "en-GB"})
        for style in self.root.findall(qn("w:style")):
            for language in style.findall(f"{qn('w:rPr')}/{qn('w:lang')}"):
                language.getparent().remove(language)


def _adapted(style: Any, names: Mapping[str, str], *, on_a_band: bool) -> Any:
    """A style of ours with the names that it refers to as they are here."""
    style = copy.deepcopy(style)
    style.set(qn("w:styleId"), names[str(style.get(qn("w:styleId")))])
    # Only one style of a kind can be the default, and theirs is.
    style.attrib.pop(qn("w:default"), None)
    for kind in ("w:basedOn", "w:next"):
        for reference_ in style.findall(qn(kind)):
            reference_.set(qn("w:val"), names.get(reference_.get(qn("w:val")), reference_.get(qn("w:val"))))
    if not on_a_band and style.find(qn("w:name")).get(qn("w:val")) in _ON_A_BAND:
        for kind in _BORDERS_AND_FILL:
            for held in style.findall(f"{qn('w:pPr')}/{qn(kind)}"):
                held.getparent().remove(held)
        for colour in style.findall(f"{qn('w:rPr')}/{qn('w:color')}"):
            colour.getparent().remove(colour)
    return style


def _lists(numbering: bytes | None, ours: Any) -> tuple[int, bytes]:
    """Our three kinds of list behind theirs, and how many numbers theirs take up."""
    if numbering is None:
        return 0, _whole(ours)
    theirs = etree.fromstring(numbering)
    for kind in ("w:numPicBullet", "w:numIdMacAtCleanup"):
        for element in theirs.findall(qn(kind)):
            theirs.remove(element)
    for bullet in list(theirs.iter(qn("w:lvlPicBulletId"))):
        bullet.getparent().remove(bullet)
    taken = [
        int(element.get(qn(number)))
        for kind, number in (("w:abstractNum", "w:abstractNumId"), ("w:num", "w:numId"))
        for element in theirs.findall(qn(kind))
    ]
    before = max(taken, default=-1) + 1
    place = len(theirs.findall(qn("w:abstractNum")))
    for offset, kind_of_list in enumerate(ours.findall(qn("w:abstractNum"))):
        kind_of_list.set(qn("w:abstractNumId"), str(int(kind_of_list.get(qn("w:abstractNumId"))) + before))
        theirs.insert(place + offset, kind_of_list)
    return before, _whole(theirs)


def _ours(size: Print, name: str, colour: str) -> Any:
    """A part of our own empty document, in their colour."""
    with zipfile.ZipFile(io.BytesIO(reference(size))) as parts:
        return etree.fromstring(parts.read(name).replace(PLUM.encode(), colour.encode()))


def _has(element: Any, path: str) -> bool:
    return element.find("/".join(map(qn, path.split("/")))) is not None


def _put(owner: Any, group: str, kind: str, values: Mapping[str, str]) -> None:
    """One property in its place among the others, in which Word insists."""
    held = owner.find(qn(group))
    if held is None:
        held = etree.Element(qn(group))
        _place(owner, held, _IN_A_STYLE)
    for old in held.findall(qn(kind)):
        held.remove(old)
    made = etree.Element(qn(kind), {qn(name): value for name, value in values.items()})
    _place(held, made, _OF_LETTERS if group == "w:rPr" else _OF_A_PARAGRAPH)


def _place(owner: Any, made: Any, order: tuple[str, ...]) -> None:
    own = etree.QName(made).localname
    later = set(order[order.index(own) + 1 :])
    for place, element in enumerate(owner):
        if etree.QName(element).localname in later:
            owner.insert(place, made)
            return
    owner.append(made)


def _whole(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


_IN_A_STYLE = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
_OF_LETTERS = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em",
    "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_OF_A_PARAGRAPH = (
    "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
