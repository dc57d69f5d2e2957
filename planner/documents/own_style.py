"""Somebody's own look: their Word file, taken apart and checked, as the paper that our words are put on."""

import io
import itertools
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, NoReturn

from docx.oxml.ns import nsmap, qn
from lxml import etree

from planner.documents.own_package import PICTURES, Link, put_together
from planner.documents.own_styles import fitted
from planner.documents.reference import A4_WIDTH, LOOKS, Paper, Print

__all__ = ["CannotUse", "OwnStyle", "own_style"]

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2000
MOST_TIMES_SMALLER = 200
"""A part that shrank more than this is no drawing and no text: a bomb."""
WORTH_A_LOOK = 1024 * 1024
"""Bytes; a smaller part may shrink as it likes."""

SAVE_AS = "Open it in Word, choose Save As and Word Document (.docx), and try that file."
_FIRST_PICTURE = 1_000_000
"""The number of the first picture in a header: far from those of our own, for no two may be the same."""
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
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
            replace(LOOKS[size], margin=(A4_WIDTH - _text_width(_parsed(self.page))) // 2),
            fill=brand.fill,
            names=brand.names,
            lists=brand.lists,
            has_footer=any(kind == "footer" for _, kind, _ in self.links),
        )


def own_style(data: bytes) -> OwnStyle:
    """Check a Word file and keep its look. Raises CannotUse for a file with macros, a template, or anything unsafe."""
    parts = _unpacked(data)
    _refuse_macros_and_templates(parts)
    kept_links = _refuse_what_fetches(parts)
    body = _parsed(parts["word/document.xml"])
    pages = body.findall(f".//{qn('w:sectPr')}")
    page = pages[-1] if pages else etree.SubElement(body, qn("w:sectPr"))
    _inherit(page, pages[:-1])
    links = tuple(_headers_and_footers(page, kept_links.get("word/document.xml", {}), parts))
    if "word/styles.xml" not in parts:
        _refuse(f"This Word file has no styles to take over. {SAVE_AS}")
    held: dict[str, bytes] = {
        name: etree.tostring(_parsed(parts[name])) for name in _KEPT_PARTS if name in parts
    }
    numbers = itertools.count(_FIRST_PICTURE)
    for name in sorted({name for _, _, name in links}):
        held |= _header_with_pictures(name, parts, kept_links.get(name, {}), numbers)
    _strip_page(page, {identity for identity, _, _ in links})
    chosen = _parsed(parts["word/settings.xml"]) if "word/settings.xml" in parts else None
    odd_and_even = chosen is not None and chosen.find(qn("w:evenAndOddHeaders")) is not None
    own = OwnStyle(held, etree.tostring(page), links, odd_and_even)
    _try(own)
    return own


# --- the file as a whole ------------------------------------------------------------------------------------


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > MOST_BYTES:
        _refuse(
            f"This file has more than {MOST_BYTES // 1024 // 1024} megabytes. "
            "Take big pictures out of a copy of it, and try that."
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse(f"This file has a password, or comes from an old Word. {SAVE_AS}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError) as error:
        raise CannotUse(f"This is not a whole Word file. {SAVE_AS}") from error
    except RuntimeError as error:  # zipfile's word for a password
        raise CannotUse(f"This file has a password. {SAVE_AS}") from error
    except Exception as error:
        if isinstance(error, CannotUse):
            raise
        # zlib and lzma have errors of their own for a damaged part.
        raise CannotUse(f"This Word file is damaged. {SAVE_AS}") from error


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = [entry.filename for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > max(WORTH_A_LOOK, MOST_TIMES_SMALLER * entry.compress_size) for entry in entries
    )
    if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED or swollen:
        _refuse(
            "This file is far larger inside than outside, so we do not open it. Please choose another one."
        )
    if len({name.lower() for name in names}) != len(names) or any(
        ".." in PurePosixPath(name).parts or name.startswith("/") for name in names
    ):
        _refuse(f"This Word file is not put together as it should be. {SAVE_AS}")
    parts: dict[str, bytes] = {}
    for entry in entries:
        with archive.open(entry) as part:
            # Not trusting the size that the file states of itself.
            content = part.read(entry.file_size + 1)
        if len(content) > entry.file_size:
            _refuse("This file is not what it says it is, so we do not open it. Please choose another one.")
        parts[entry.filename] = content
    if not {"[Content_Types].xml", "word/document.xml"} <= set(parts):
        _refuse(f"This is not a Word file (.docx). {SAVE_AS}")
    return parts


def _refuse_macros_and_templates(parts: Mapping[str, bytes]) -> None:
    types = _parsed(parts["[Content_Types].xml"])
    kinds = {str(one.get("ContentType", "")) for one in types}
    if any("vba" in name.lower() for name in parts) or any("macroenabled" in kind.lower() for kind in kinds):
        _refuse(f"This file holds macros, which are small programs. We use no file with macros. {SAVE_AS}")
    main = {str(one.get("ContentType")) for one in types if one.get("PartName") == "/word/document.xml"}
    if any("template" in kind for kind in main):
        _refuse(f"This is a Word template, not a document. {SAVE_AS}")
    if main != {_MAIN_TYPE}:
        _refuse(f"This is not a Word file (.docx). {SAVE_AS}")


def _refuse_what_fetches(parts: Mapping[str, bytes]) -> dict[str, dict[str, tuple[str, str]]]:
    """The relationships of each part by their ids, as kind and target, where none of them fetches anything.

    A link that opens when somebody presses it is no harm; a template on somebody's own disk is left behind.
    """
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.partition("_rels/")
        owner = f"{folder}{file.removesuffix('.rels')}"
        for link in _parsed(parts[name]):
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


def _headers_and_footers(
    page: Any, links: Mapping[str, tuple[str, str]], parts: Mapping[str, bytes]
) -> Iterator[Link]:
    for reference in page:
        kind = etree.QName(reference).localname.removesuffix("Reference")
        identity = str(reference.get(qn("r:id"), ""))
        if kind in {"header", "footer"} and identity in links:
            name = _part_name("word/document.xml", links[identity][1])
            if name in parts:
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
    name: str, parts: Mapping[str, bytes], links: Mapping[str, tuple[str, str]], numbers: Iterator[int]
) -> dict[str, bytes]:
    """A header or footer with the pictures in it; words, pictures and links, and nothing else."""
    header = _parsed(parts[name])
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
            if picture not in parts or picture.rpartition(".")[2].lower() not in PICTURES:
                _refuse(
                    "The header or footer of this file has a picture that we do not know. Use a PNG or JPEG."
                )
            held[picture] = parts[picture]
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


# --- reading ------------------------------------------------------------------------------------------------


def _parsed(content: bytes) -> Any:
    """XML that can fetch nothing and grow into nothing."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        _refuse(f"This Word file is not put together as it should be. {SAVE_AS}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise CannotUse(f"This Word file is damaged. {SAVE_AS}") from error


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
