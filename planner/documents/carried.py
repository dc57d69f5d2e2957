"""Puts the plan inside the files that carry it, so that a Word plan or a workbook opens again here.

In Word: a part of XML of our own, custom properties, and the table of answers that people see. In a workbook:
custom properties and a sheet that stays hidden. `found` is the way back.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from planner.answers.read_back import folded
from planner.documents.answers_table import CODE, LONG_ANSWER, Row
from planner.documents.found import (
    DOCUMENT,
    NAMESPACE,
    PROPERTIES,
    PROPERTY,
    SHEET,
    WORDS_PROPERTY,
    WORKBOOK,
    words_mark,
)
from planner.documents.package import packed, printable, unpacked
from planner.documents.sealed import LONGEST_PROPERTY, MOST_PROPERTIES, Sealed

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_ID = "{6B0D4A5E-2C7F-4E53-9B1A-D01764D01764}"  # always the same, or no two files would be
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what Office gives every custom property
_CELL = 30_000  # letters; Excel keeps 32,767
_FIRST_BOOKMARK = 100_000  # headings count from one
_LEAVE_IT = "This sheet lets Doing With open your plan again. Please leave it as it is."

Parts = dict[str, bytes]


def in_word(package: bytes, sealed: Sealed, rows: Iterable[Row], saved: datetime) -> bytes:
    """The Word file with the plan inside, and every answer of ``rows`` exact and marked in the table that shows it.

    The table is known by the codes in its first column. The same plan always gives the same bytes.
    """
    parts = unpacked(package)
    body = parse_xml(parts[DOCUMENT])
    words = _write_answers(body, {row.code: row for row in rows})
    parts[DOCUMENT] = serialize_part_xml(body)
    _add_item(parts, sealed, words)
    if len(sealed.pieces(LONGEST_PROPERTY)) <= MOST_PROPERTIES:
        _add_properties(parts, {**_properties(sealed), WORDS_PROPERTY: words})
    return packed(parts, saved)


def in_workbook(package: bytes, sealed: Sealed, saved: datetime) -> bytes:
    """The workbook with the plan inside; the same plan always gives the same bytes."""
    parts = unpacked(package)
    _add_sheet(parts, sealed)
    if len(sealed.pieces(LONGEST_PROPERTY)) <= MOST_PROPERTIES:
        _add_properties(parts, _properties(sealed))
    return packed(parts, saved)


def carries(package: bytes) -> bool:
    """Whether one of our own Word or Excel files has a plan inside."""
    parts = unpacked(package)
    ours = (NAMESPACE.encode(), f'"{PROPERTY}'.encode(), f'name="{SHEET}"'.encode())
    return any(mark in content for content in parts.values() for mark in ours)


# ---- Word: a part of XML -----------------------------------------------------------------------------------


def _add_item(parts: Parts, sealed: Sealed, words: str) -> None:
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in parts)
    item, about = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[item] = _xml(
        f'<plan xmlns="{NAMESPACE}" label={quoteattr(sealed.label)} words="{words}">{sealed.letters}</plan>'
    )
    parts[about] = _xml(
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    _relate(parts, "word/_rels/document.xml.rels", f"{_OFFICE}/relationships/customXml", f"../{item}")
    _relate(
        parts,
        f"customXml/_rels/item{number}.xml.rels",
        f"{_OFFICE}/relationships/customXmlProps",
        f"itemProps{number}.xml",
    )
    _declare(parts, about, f"{_TYPES}.customXmlProperties+xml")


# ---- Word: the table that people see -----------------------------------------------------------------------


def _write_answers(body: Any, rows: dict[str, Row]) -> str:
    """Make every answer exact and put a bookmark around it; the fingerprint of all other words."""
    answers = set[Any]()
    for number, (row, cell) in enumerate(_answer_cells(body, rows), start=_FIRST_BOOKMARK):
        _write_answer(cell, row, number)
        answers.add(cell)
    return words_mark(list(_lines(body, answers)))


def _answer_cells(body: Any, rows: dict[str, Row]) -> Iterator[tuple[Row, Any]]:
    for line in body.iter(f"{_W}tr"):
        cells = line.findall(f"{_W}tc")
        code = "".join(text.text or "" for text in cells[0].iter(f"{_W}t")) if len(cells) > _ANSWER else ""
        if CODE.fullmatch(folded(code)) and code in rows:
            if len(rows[code].said) > LONG_ANSWER:
                for whole in [*line.iter(f"{_W}cantSplit", f"{_W}keepNext")]:
                    whole.getparent().remove(whole)
            yield rows[code], cells[_ANSWER]


def _write_answer(cell: Any, row: Row, number: int) -> None:
    paragraph = cell.find(f"{_W}p")
    for old in [child for child in paragraph if child.tag != f"{_W}pPr"]:
        paragraph.remove(old)
    # A cell with nothing in it looks like a mistake to a program that checks; a space that holds shows room.
    said = printable(row.said) or "\u00a0"
    runs = "".join(
        f"<w:r>{'<w:br/>' if place else ''}{_line(line)}</w:r>" for place, line in enumerate(said.split("\n"))
    )
    marked = parse_xml(
        f'<w:p xmlns:w="{_MAIN}"><w:bookmarkStart w:id="{number}" w:name="{row.bookmark}"/>{runs}'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )
    paragraph.extend(list(marked))


def _line(words: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in words.split("\t")
    )


def _lines(body: Any, answers: set[Any]) -> Iterator[str]:
    """The words of each paragraph but those of answers, as `found` hears them."""
    for paragraph in body.iter(f"{_W}p"):
        if paragraph.getparent() not in answers:
            yield "".join(_words(paragraph))


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab"):
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.getparent().tag == f"{_W}r":
            yield " "


_ANSWER = 2  # the third column


# ---- Excel: a hidden sheet ---------------------------------------------------------------------------------


def _add_sheet(parts: Parts, sealed: Sealed) -> None:
    number = next(n for n in range(1, 10_000) if f"xl/worksheets/sheet{n}.xml" not in parts)
    part = f"xl/worksheets/sheet{number}.xml"
    lines = (_LEAVE_IT, sealed.label, *sealed.pieces(_CELL))
    rows = "".join(
        f'<row r="{place}"><c r="A{place}" t="inlineStr"><is><t>{escape(line)}</t></is></c></row>'
        for place, line in enumerate(lines, start=1)
    )
    parts[part] = _xml(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<cols><col min="1" max="1" width="80" customWidth="1"/></cols><sheetData>{rows}</sheetData></worksheet>'
    )
    link = _relate(
        parts,
        "xl/_rels/workbook.xml.rels",
        f"{_OFFICE}/relationships/worksheet",
        f"worksheets/sheet{number}.xml",
    )
    _declare(parts, part, f"{_TYPES}.spreadsheetml.worksheet+xml")
    book = parts[WORKBOOK].decode()
    ids = [int(found) for found in re.findall(r'sheetId="(\d+)"', book)]
    sheet = (
        f'<sheet xmlns:r="{_OFFICE}/relationships" name="{SHEET}" sheetId="{max(ids) + 1}" '
        f'state="veryHidden" r:id="{link}"/>'
    )
    parts[WORKBOOK] = book.replace("</sheets>", f"{sheet}</sheets>", 1).encode()


# ---- Both: custom properties -------------------------------------------------------------------------------


def _properties(sealed: Sealed) -> dict[str, str]:
    pieces = sealed.pieces(LONGEST_PROPERTY)
    return {
        PROPERTY: sealed.label,
        **{f"{PROPERTY}.{number:04}": piece for number, piece in enumerate(pieces, start=1)},
    }


def _add_properties(parts: Parts, properties: dict[str, str]) -> None:
    """Add custom properties to those that the file has, and to no plan of another file."""
    if PROPERTIES not in parts:
        parts[PROPERTIES] = _xml(
            f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"></Properties>'
        )
        _relate(parts, "_rels/.rels", f"{_OFFICE}/relationships/custom-properties", PROPERTIES)
        _declare(parts, PROPERTIES, f"{_TYPES}.custom-properties+xml")
    held = parse_xml(parts[PROPERTIES])
    for old in [one for one in held if one.get("name", "").startswith((PROPERTY, WORDS_PROPERTY))]:
        held.remove(old)
    first = max((int(one.get("pid", "1")) for one in held), default=1) + 1
    added = parse_xml(
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        + "".join(
            f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(properties.items(), start=first)
        )
        + "</Properties>"
    )
    held.extend(list(added))
    parts[PROPERTIES] = serialize_part_xml(held)


# ---- The package -------------------------------------------------------------------------------------------


def _relate(parts: Parts, links: str, kind: str, target: str) -> str:
    """Say in a list of links that there is a part; the name of the link."""
    held = parts.get(
        links, _xml(f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>')
    ).decode()
    names = set(re.findall(r'\bId="([^"]*)"', held))
    link = next(name for name in _names() if name not in names)
    line = f'<Relationship Id="{link}" Type="{kind}" Target="{target}"/>'
    parts[links] = _before_end(held, "Relationships", line)
    return link


def _names() -> Iterator[str]:
    yield from (f"rIdPlan{number}" for number in range(1, 10_000))


def _declare(parts: Parts, part: str, kind: str) -> None:
    """Say what kind of part it is."""
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = _before_end(
        types, "Types", f'<Override PartName="/{part}" ContentType="{kind}"/>'
    )


def _before_end(held: str, element: str, line: str) -> bytes:
    start, end, after = held.rpartition(f"</{element}>")
    if not end:
        raise ValueError(f"no end of {element}")
    return f"{start}{line}{end}{after}".encode()


def _xml(words: str) -> bytes:
    return f"{_HEAD}{words}".encode()
