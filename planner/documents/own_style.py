"""Somebody's own look: their Word file, taken apart and checked, as the paper that our words are put on."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, NoReturn

from docx.oxml.ns import nsmap, qn
from lxml import etree

from planner.documents.own_package import PICTURES, Link, put_together
from planner.documents.own_styles import fitted
from planner.documents.reference import A4_WIDTH, LOOKS, Paper, Print
from planner.documents.untrusted import Limits, Package, Refused, Why, unpacked

__all__ = ["CannotUse", "OwnStyle", "own_style"]

MOST_BYTES = 10 * 1024 * 1024
A_STYLE = Limits(
    MOST_BYTES,
    part=16 * 1024 * 1024,  # the words of a long report, of which we take the last page's size
    whole=60 * 1024 * 1024,
    read=32 * 1024 * 1024,
    markup=2_000_000,
)

SAVE_AS = "Open it in Word, choose Save As and Word Document (.docx), and try that file."
_FIRST_PICTURE = 1_000_000
"""The number of the first picture in a header: far from those of our own, for no two may be the same."""
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_KEPT_PARTS = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml")
_KEPT_OF_A_PAGE = ("headerReference", "footerReference", "pgSz", "pgMar", "titlePg")
_RUNS_OR_FETCHES = {"object", "control", "altChunk", "subDoc", "OLEObject", "oleObject", "attachedSchema"}
_FETCHING_FIELDS = ("INCLUDE", "DDE", "LINK", "IMPORT", "DATABASE", "RD ", "AUTOTEXT", "MERGE")
_OPENS_WHEN_PRESSED = ("http://", "https://", "mailto:")


class CannotUse(ValueError):  # noqa: N818  says what happened, as CannotOpen does
    """A file that cannot be the style; the message is one sentence or two for whoever chose it."""


@dataclass(frozen=True)
class OwnStyle:
    """What is kept of somebody's Word file: its styles, its page, its header and footer. None of its words.

    Made by `own_style`, which checks it.
    """

    parts: Mapping[str, bytes]
    """Styles, numbering and theme by their usual names; headers, footers and their pictures."""
    page: bytes
    """The section properties: size, margins, and which header and footer stand where."""
    links: tuple[Link, ...]
    """The headers and footers."""
    odd_and_even: bool

    def paper(self, size: Print) -> Paper:
        """The paper for letters of one size: their styles win, what is missing is added, no letter is too small."""
        brand = fitted(self.parts["word/styles.xml"], self.parts.get("word/numbering.xml"), size)
        parts = {**self.parts, "word/styles.xml": brand.styles, "word/numbering.xml": brand.numbering}
        return Paper(
            put_together(parts, self.page.decode(), self.links, odd_and_even=self.odd_and_even),
            replace(LOOKS[size], margin=(A4_WIDTH - _text_width(etree.fromstring(self.page))) // 2),
            fill=brand.fill,
            names=brand.names,
            lists=brand.lists,
            has_footer=any(kind == "footer" for _, kind, _ in self.links),
        )


def own_style(data: bytes) -> OwnStyle:
    """Check a Word file and keep its look. Raises CannotUse for a file with macros, a template, or anything unsafe."""
    try:
        return _checked(unpacked(data, A_STYLE))
    except Refused as refused:
        raise CannotUse(_SAID[refused.why]) from None


def _checked(parts: Package) -> OwnStyle:
    if not (parts.has(_TYPES) and parts.has(_DOCUMENT)):
        _refuse(f"This is not a Word file (.docx). {SAVE_AS}")
    _refuse_macros_and_templates(parts)
    kept_links = _refuse_what_fetches(parts)
    body = parts.tree(_DOCUMENT)
    pages = body.findall(f".//{qn('w:sectPr')}")
    page = pages[-1] if pages else etree.SubElement(body, qn("w:sectPr"))
    _inherit(page, pages[:-1])
    links = tuple(_headers_and_footers(page, kept_links.get(_DOCUMENT, {}), parts))
    if not parts.has("word/styles.xml"):
        _refuse(f"This Word file has no styles to take over. {SAVE_AS}")
    held: dict[str, bytes] = {
        name: etree.tostring(parts.tree(name)) for name in _KEPT_PARTS if parts.has(name)
    }
    numbers = itertools.count(_FIRST_PICTURE)
    for name in sorted({name for _, _, name in links}):
        held |= _header_with_pictures(name, parts, kept_links.get(name, {}), numbers)
    _strip_page(page, {identity for identity, _, _ in links})
    chosen = parts.tree("word/settings.xml") if parts.has("word/settings.xml") else None
    odd_and_even = chosen is not None and chosen.find(qn("w:evenAndOddHeaders")) is not None
    own = OwnStyle(held, etree.tostring(page), links, odd_and_even)
    _try(own)
    return own


# --- the file as a whole ------------------------------------------------------------------------------------


_NOT_WHOLE = f"This is not a whole Word file. {SAVE_AS}"
_NOT_WELL_MADE = f"This Word file is not put together as it should be. {SAVE_AS}"
_SWOLLEN = "This file is far larger inside than outside, so we do not open it. Please choose another one."
_SAID = {
    Why.TOO_BIG: f"This file has more than {MOST_BYTES // 1024 // 1024} megabytes. "
    "Take big pictures out of a copy of it, and try that.",
    Why.OLD_OR_LOCKED: f"This file has a password, or comes from an old Word. {SAVE_AS}",
    Why.NO_END: _NOT_WHOLE,
    Why.CUT_OFF: _NOT_WHOLE,
    Why.DAMAGED: f"This Word file is damaged. {SAVE_AS}",
    Why.MANY_PARTS: _NOT_WELL_MADE,
    Why.SAME_NAME: _NOT_WELL_MADE,
    Why.LEADS_OUT: _NOT_WELL_MADE,
    Why.LOCKED: f"This file has a password. {SAVE_AS}",
    Why.PACKING: _NOT_WELL_MADE,
    Why.MACROS: f"This file holds macros, which are small programs. We use no file with macros. {SAVE_AS}",
    Why.SWOLLEN: _SWOLLEN,
    Why.LARGE_PART: _SWOLLEN,
    Why.MUCH_MARKUP: _SWOLLEN,
    Why.DECLARES: _NOT_WELL_MADE,
}


def _refuse_macros_and_templates(parts: Package) -> None:
    types = parts.tree(_TYPES)
    kinds = {str(one.get("ContentType", "")) for one in types}
    if any("vba" in name.lower() for name in parts.names) or any(
        "macroenabled" in kind.lower() for kind in kinds
    ):
        _refuse(_SAID[Why.MACROS])
    main = {str(one.get("ContentType")) for one in types if one.get("PartName") == f"/{_DOCUMENT}"}
    if any("template" in kind for kind in main):
        _refuse(f"This is a Word template, not a document. {SAVE_AS}")
    if main != {_MAIN_TYPE}:
        _refuse(f"This is not a Word file (.docx). {SAVE_AS}")


def _refuse_what_fetches(parts: Package) -> dict[str, dict[str, tuple[str, str]]]:
    """The relationships of each part by their ids, as kind and target, where none of them fetches anything.

    A link that opens when somebody presses it is no harm; a template on somebody's own disk is left behind.
    """
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for name in parts.names:
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.partition("_rels/")
        owner = f"{folder}{file.removesuffix('.rels')}"
        for link in parts.tree(name):
            kind = str(link.get("Type", "")).rpartition("/")[2]
            target = str(link.get("Target", ""))
            if link.get("TargetMode") == "External":
                _refuse_if_it_fetches(kind, target)
            found.setdefault(owner, {})[str(link.get("Id"))] = (kind, target)
    return found


def _refuse_if_it_fetches(kind: str, target: str) -> None:
    address = target.strip().lower()
    if kind == "hyperlink" and (address.startswith(_OPENS_WHEN_PRESSED) or ":" not in address):
        return
    on_a_disk = address.startswith("file:///") or not (":" in address or address.startswith(("\\", "//")))
    if kind == "attachedTemplate" and on_a_disk:
        return
    _refuse(
        "This file fetches something from another place when it is opened, such as a picture or a template. "
        "Put it into the file itself, or take it out, and try again."
    )


# --- the page, its header and its footer --------------------------------------------------------------------


def _inherit(page: Any, before: Sequence[Any]) -> None:
    """A section without a header of its own has that of the one before it."""
    for earlier in reversed(before):
        held = {(one.tag, one.get(qn("w:type"))) for one in page}
        for one in earlier:
            is_reference = one.tag in {qn("w:headerReference"), qn("w:footerReference")}
            if is_reference and (one.tag, one.get(qn("w:type"))) not in held:
                page.insert(0, one)


def _headers_and_footers(page: Any, links: Mapping[str, tuple[str, str]], parts: Package) -> Iterator[Link]:
    for reference in page:
        kind = etree.QName(reference).localname.removesuffix("Reference")
        identity = str(reference.get(qn("r:id"), ""))
        if kind in {"header", "footer"} and identity in links:
            name = _part_name(_DOCUMENT, links[identity][1])
            if parts.has(name):
                yield identity, kind, name


def _strip_page(page: Any, used: set[str]) -> None:
    """What is left is the size of the page, its margins, and the headers and footers that we keep."""
    for element in list(page):
        is_lost = qn("r:id") in element.attrib and element.get(qn("r:id")) not in used
        if etree.QName(element).localname not in _KEPT_OF_A_PAGE or is_lost:
            page.remove(element)
    page.attrib.clear()
    page.tail = None
    for name, default in (
        ("pgSz", {"w": "11906", "h": "16838"}),
        ("pgMar", {"top": "1247", "right": "1247", "bottom": "1247", "left": "1247", "header": "567",
                   "footer": "567", "gutter": "0"}),
    ):  # fmt: skip
        if page.find(qn(f"w:{name}")) is None:
            made = etree.Element(qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in default.items()})
            page.append(made)
    page[:] = sorted(page, key=lambda one: _KEPT_OF_A_PAGE.index(etree.QName(one).localname))


def _text_width(page: Any) -> int:
    size, edges = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    taken = sum(int(float(edges.get(qn(f"w:{side}"), 0))) for side in ("left", "right", "gutter"))
    return int(float(size.get(qn("w:w"), A4_WIDTH))) - taken


def _header_with_pictures(
    name: str, parts: Package, links: Mapping[str, tuple[str, str]], numbers: Iterator[int]
) -> dict[str, bytes]:
    """A header or footer with the pictures in it; words, pictures and links, and nothing else."""
    header = parts.tree(name)
    for element in header.iter(etree.Element):
        local = etree.QName(element).localname
        fetches = (
            local in {"instrText", "fldSimple"} and (element.text or element.get(qn("w:instr"), "")).strip()
        )
        if local in _RUNS_OR_FETCHES or (fetches and fetches.upper().startswith(_FETCHING_FIELDS)):
            _refuse(
                "The header or footer of this file holds more than words and pictures. Take that out, and try again."
            )
        if local == "docPr":
            element.set("id", str(next(numbers)))
            if not str(element.get("descr") or "").strip():
                element.set("descr", "Logo")  # or somebody who does not see it hears a file's name
    held = {name: etree.tostring(header, xml_declaration=True, encoding="UTF-8", standalone=True)}
    lines = []
    for identity, (kind, target) in links.items():
        is_picture = kind == "image"
        if is_picture:
            picture = _part_name(name, target)
            if not parts.has(picture) or picture.rpartition(".")[2].lower() not in PICTURES:
                _refuse(
                    "The header or footer of this file has a picture that we do not know. Use a PNG or JPEG."
                )
            held[picture] = parts.read(picture)
        elif kind != "hyperlink":
            _refuse(
                "The header or footer of this file holds more than words and pictures. Take that out, and try again."
            )
        lines.append(_link(identity, kind, f"/{picture}" if is_picture else target, outside=not is_picture))
    if lines:
        folder, _, file = name.rpartition("/")
        held[f"{folder}/_rels/{file}.rels"] = _links_file(lines).encode()
    return held


def _link(identity: str, kind: str, target: str, *, outside: bool) -> str:
    made = etree.Element("Relationship", Id=identity, Type=f"{nsmap['r']}/{kind}", Target=target)
    if outside:
        made.set("TargetMode", "External")
    return str(etree.tostring(made, encoding="unicode"))


def _links_file(lines: list[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(lines)}</Relationships>"
    )


def _part_name(owner: str, target: str) -> str:
    """The name of a part in the file that another part points to."""
    if target.startswith("/"):
        return target.removeprefix("/")
    steps: list[str] = list(PurePosixPath(owner).parent.parts)
    for step in PurePosixPath(target).parts:
        if step == "..":
            steps = steps[:-1]
        else:
            steps.append(step)
    return "/".join(steps)


def _try(own: OwnStyle) -> None:
    """Whether it works is known before anybody relies on it."""
    try:
        for size in Print:
            own.paper(size)
    except CannotUse:
        raise
    except Exception as error:
        raise CannotUse(f"We cannot use the styles of this file. {SAVE_AS}") from error


def _refuse(sentence: str) -> NoReturn:
    raise CannotUse(sentence)
