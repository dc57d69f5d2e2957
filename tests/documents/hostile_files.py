"""Files that somebody might send to do harm, each with a word that the refusal must say."""

import base64
import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from planner.answers import Plan
from planner.documents.found import NAMESPACE
from planner.documents.save_file import save

WORD, BOOK = "word/document.xml", "xl/workbook.xml"
TYPES = "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAN = Plan().with_answer("purpose.title", "Better parks")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """A file, made when it is wanted, and what the refusal is about."""

    make: Callable[[], bytes]
    refusal: str


def package(**parts: bytes | str) -> bytes:
    """A ZIP with these parts; two underscores in a name stand for a slash and one for a full stop."""
    names = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    return zipped([(TYPES, b"<Types/>"), *names.items()])


def zipped(parts: Sequence[tuple[str, bytes | str]]) -> bytes:
    """A ZIP with parts of any name, also of the same."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            files.writestr(entry, content)
    return packed.getvalue()


def item(label: str, letters: str) -> bytes:
    """A Word file with a copy of a plan in its own part, whatever that copy is."""
    return package(
        word__document_xml=document(""),
        customXml__item1_xml=f'<plan xmlns="{NAMESPACE}" label="{label}">{letters}</plan>',
    )


def sealed_as(whole: bytes, *, length: int | None = None, mark: str = "", version: int = 1) -> bytes:
    """A Word file with a copy of anything, sealed as if it were a plan."""
    mark = mark or hashlib.sha256(whole).hexdigest()
    size = len(whole) if length is None else length
    label = f"Doing With plan, version {version}, {size} bytes, SHA-256 {mark}"
    return item(label, base64.b64encode(zlib.compress(whole, 9)).decode())


def document(inside: str) -> str:
    """The words of a Word file."""
    return f'<w:document xmlns:w="{MAIN}"><w:body>{inside}</w:body></w:document>'


def _bomb() -> bytes:
    """A part of 100 MB in a file of 100 kB, that says so."""
    return package(word__document_xml=b" " * (100 * MEGABYTE))


def _many_large_parts() -> bytes:
    return zipped(
        [(TYPES, ""), (WORD, document("")), *((f"word/{n}.xml", b" " * (7 * MEGABYTE)) for n in range(12))]
    )


def _forged_size() -> bytes:
    """A part of 40 MB that says it has ten bytes."""
    data = bytearray(package(word__document_xml=b" " * (40 * MEGABYTE)))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(WORD.encode(), data.rindex(mark) if mark == b"PK\x01\x02" else 0)
        start = data.rindex(mark, 0, at)
        data[start + place : start + place + 4] = struct.pack("<L", 10)
    return bytes(data)


def _many_parts(count: int) -> bytes:
    return zipped([(TYPES, ""), *((f"word/{n}.xml", b"") for n in range(count))])


def _forged_count() -> bytes:
    """Thousands of parts, and an end that says there are two."""
    data = bytearray(_many_parts(9_000))
    at = data.rindex(b"PK\x05\x06")
    data[at + 8 : at + 12] = struct.pack("<HH", 2, 2)
    return bytes(data)


def _many_attributes() -> str:
    return f"<a {' '.join(f'b{n}={chr(34)}{chr(34)}' for n in range(500_000))}/>"


def _locked() -> bytes:
    data = bytearray(package(word__document_xml=document("")))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.rindex(mark)
        data[start + place] |= 1
    return bytes(data)


def _strange_packing() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as files:
        files.writestr(WORD, document("words" * 100))
    return packed.getvalue()


def _flipped() -> bytes:
    data = bytearray(package(word__document_xml=document("words" * 500)))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


_LAUGHS = "".join(f'<!ENTITY h{n} "{f"&h{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))
_BILLION = f"<!DOCTYPE a [{_LAUGHS}]><a>&h8;</a>"
_FETCH = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
_REFUSED_MARKUP = "describes itself in a way that could do harm"
_GOOD = json.dumps({"version": 1, "purpose": {"title": "Better parks"}})

HOSTILE_FILES: dict[str, Hostile] = {
    "a part of 100 MB": Hostile(_bomb, "too large once it is unpacked"),
    "many large parts": Hostile(_many_large_parts, "too large once it is unpacked"),
    "a size that is not true": Hostile(_forged_size, "damaged"),
    "thirty thousand parts": Hostile(lambda: _many_parts(30_000), "too many parts"),
    "more parts than it says": Hostile(_forged_count, "too many parts"),
    "entities that grow": Hostile(lambda: package(word__document_xml=_BILLION), _REFUSED_MARKUP),
    "entities in a copy": Hostile(
        lambda: package(word__document_xml=document(""), customXml__item1_xml=_BILLION), _REFUSED_MARKUP
    ),
    "an entity from outside": Hostile(lambda: package(word__document_xml=_FETCH), _REFUSED_MARKUP),
    "a DTD in UTF-16": Hostile(
        lambda: package(word__document_xml=_BILLION.encode("utf-16")), _REFUSED_MARKUP
    ),
    "entities in a workbook": Hostile(lambda: package(xl__workbook_xml=_BILLION), _REFUSED_MARKUP),
    "unknown letters": Hostile(
        lambda: package(word__document_xml=b'<?xml version="1.0" encoding="no-such"?><a/>'), "damaged"
    ),
    "a million elements": Hostile(
        lambda: package(word__document_xml=f"<a>{'<b/>' * 1_000_000}</a>"), "more in one part than any plan"
    ),
    "half a million attributes": Hostile(
        lambda: package(word__document_xml=_many_attributes()),
        "more in one part than any plan",
    ),
    "very deep markup": Hostile(
        lambda: package(word__document_xml="<a>" * 300_000), "more in one part than any plan"
    ),
    "two parts with one name": Hostile(
        lambda: zipped([(WORD, document("")), (WORD.upper(), document(""))]), "two parts with one name"
    ),
    "a way out of the folder": Hostile(
        lambda: zipped([(WORD, document("")), ("../../etc/cron.d/x", "")]), "leads out of it"
    ),
    "a way to the root": Hostile(lambda: zipped([(WORD, document("")), ("/etc/x", "")]), "leads out of it"),
    "a password": Hostile(_locked, "has a password"),
    "an old Word file": Hostile(
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000), "old Word or Excel"
    ),
    "macros": Hostile(
        lambda: package(word__document_xml=document(""), word__vbaProject_bin=b"\x00"), "holds macros"
    ),
    "strange packing": Hostile(_strange_packing, "packed in a way"),
    "cut off": Hostile(lambda: package(word__document_xml=document("words" * 500))[:-30], "end of this file"),
    "a byte in the middle": Hostile(_flipped, "damaged"),
    "the start of a ZIP": Hostile(lambda: b"PK\x03\x04", "end of this file is missing"),
    "nothing": Hostile(lambda: b"", "is empty"),
    "eleven megabytes": Hostile(lambda: b"PK" + bytes(11 * MEGABYTE), "larger than 10 MB"),
    "a ZIP of other things": Hostile(
        lambda: zipped([("holiday.jpg", b"\xff\xd8")]), "neither a Word file nor"
    ),
    "a LibreOffice file": Hostile(lambda: zipped([("content.xml", "<a/>")]), "save it as .docx or .xlsx"),
    "a PDF by another name": Hostile(lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a saved plan"),
    "a program": Hostile(lambda: b"MZ\x90\x00\x03" + bytes(range(256)) * 100, "not a saved plan"),
    "a web page": Hostile(lambda: b"<html><script>alert(1)</script></html>", "not a saved plan"),
    "a Word file without a plan": Hostile(
        lambda: package(word__document_xml=document("<w:p/>")), "could not find a plan"
    ),
    "300 MB in a copy": Hostile(
        lambda: sealed_as(b" " * (300 * MEGABYTE), length=1_000), "could not find a plan"
    ),
    "a copy that says it is huge": Hostile(
        lambda: sealed_as(_GOOD.encode(), length=900_000_000), "could not find a plan"
    ),
    "a copy with another fingerprint": Hostile(
        lambda: sealed_as(_GOOD.encode(), mark="0" * 64), "could not find a plan"
    ),
    "a copy of no plan": Hostile(lambda: sealed_as(b"[1, 2, 3]"), "could not find a plan"),
    "a copy of deep brackets": Hostile(lambda: sealed_as(b"[" * 200_000), "could not find a plan"),
    "a copy that is no letters": Hostile(lambda: item("Doing With plan", "%%%"), "could not find a plan"),
    "a copy by a newer planner": Hostile(lambda: sealed_as(_GOOD.encode(), version=2), "newer planner"),
    "deep JSON": Hostile(lambda: b"[" * 200_000, "too many brackets"),
    "three megabytes of JSON": Hostile(lambda: save(PLAN) + b" " * (3 * MEGABYTE), "too big"),
    "JSON of a newer planner": Hostile(lambda: b'{"version": 2}', "newer planner"),
    "JSON of something else": Hostile(lambda: b'{"version": 1, "dependencies": {}}', "not a plan from"),
}


@cache
def hostile(name: str) -> bytes:
    """One of them, made once."""
    return HOSTILE_FILES[name].make()
