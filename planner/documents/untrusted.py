"""A Word or Excel file from anybody, read so that nothing in it can harm: small limits, and no program of its own.

Nothing that people upload reaches python-docx or openpyxl before it has been through here.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError
from lxml import etree

from planner.documents.save_file import CannotOpen

MOST_BYTES = 10 * 1024 * 1024  # of an upload
MOST_PARTS = 2_000
LONGEST_DIRECTORY = 512 * 1024  # bytes; two thousand parts with long names
DEEPEST = 200  # elements inside each other
LONGEST_TAG = 256 * 1024  # bytes; nobody needs a tag, a comment or a name longer than that

AS_WORD = "choose the .docx, .xlsx or .json file you saved here."
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_END, _END_LENGTH, _BIG_END = b"PK\x05\x06", 22, b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_IS_LOCKED = 0x1
_PACKED_IN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_MACROS = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml)$")
_CHUNK = 64 * 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARES = re.compile("<!DOCTYPE|<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True)
class Limits:
    """How much of a file may be read. Bytes, but for ``markup``, which counts elements and attributes."""

    file: int
    part: int
    """Of one part, unpacked."""
    whole: int
    """Of all parts, unpacked, as the file declares it."""
    read: int
    """Of all the parts that we look at, unpacked."""
    markup: int
    """Of all the parts that we look at."""
    macros: bool = False
    """Whether a file may hold them; nothing ever runs them."""


A_PLAN = Limits(
    MOST_BYTES,
    part=8 * 1024 * 1024,
    whole=64 * 1024 * 1024,
    read=24 * 1024 * 1024,
    markup=250_000,  # a plan of 40 pages has 20,000
)


class Why(StrEnum):
    """Why a file is refused, in the words of the door where plans are opened; other doors have their own."""

    TOO_BIG = f"This file is larger than 10 MB, too large for a plan; {AS_WORD}"
    OLD_OR_LOCKED = (
        "This is an old Word or Excel file, or one with a password; "
        "save it as .docx or .xlsx without a password, then choose it."
    )
    NO_END = f"The end of this file is missing; save it or send it again, or {AS_WORD}"
    CUT_OFF = f"This file is damaged or cut off; save it or send it again, or {AS_WORD}"
    DAMAGED = f"This file is damaged; save it or send it again, or {AS_WORD}"
    MANY_PARTS = f"This file has too many parts for a plan; {AS_WORD}"
    SAME_NAME = f"This file holds two parts with one name, as no Word or Excel file does; {AS_WORD}"
    LEADS_OUT = f"A part of this file has a name that leads out of it; {AS_WORD}"
    LOCKED = "This file has a password; save it without one, then choose it."
    PACKING = f"This file is packed in a way that no Word or Excel file is; {AS_WORD}"
    MACROS = "This file holds macros, which are small programs; save it without them, then choose it."
    SWOLLEN = f"This file would be too large once it is unpacked; {AS_WORD}"
    LARGE_PART = f"A part of this file is too large for a plan; {AS_WORD}"
    MUCH_MARKUP = f"This file holds more in one part than any plan does; {AS_WORD}"
    DECLARES = (
        f"This file describes itself in a way that could do harm, as no Word or Excel file does; {AS_WORD}"
    )


class Refused(CannotOpen):
    """A file that is not read, or not read any further; ``why`` says it to the program, the text to people."""

    def __init__(self, why: Why) -> None:
        """The sentence is that of the door where plans are opened."""
        super().__init__(why.value)
        self.why = why


class Harmful(Refused):
    """A file that could do harm if a less careful program read it; nothing of it is taken."""


class Listener(Protocol):
    """Hears a part element by element. Names are in the form ``{namespace}name``."""

    def start(self, tag: str, attributes: dict[str, str]) -> object:
        """An element begins."""

    def end(self, tag: str) -> object:
        """An element ends."""

    def data(self, text: str) -> object:
        """Words between two tags, or a piece of them."""

    def close(self) -> object:
        """Nothing follows."""


class Package:
    """The parts of a Word or Excel file, under the names they have in it. It lets itself be read only so much."""

    def __init__(self, parts: zipfile.ZipFile, limits: Limits) -> None:
        """Nothing is unpacked before it is asked for."""
        self.names = tuple(parts.namelist())
        self._parts, self._limits = parts, limits
        self._bytes_left, self._markup_left = limits.read, limits.markup

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._parts.NameToInfo

    def read(self, name: str) -> bytes:
        """One part, unpacked. Raises Refused where it is missing, damaged or too large."""
        if not self.has(name):
            raise Refused(Why.DAMAGED)
        most = min(self._limits.part, self._bytes_left)
        try:
            with self._parts.open(name) as part:
                content = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
            raise Refused(Why.DAMAGED) from None
        self._bytes_left -= min(len(content), most)
        if len(content) > most:
            raise Refused(Why.LARGE_PART)
        return content

    def hear(self, name: str, listener: Listener) -> None:
        """Let the listener hear a part of XML. Raises Refused where it is not sound, plain and of a fair size."""
        counted = _Counted(listener, self._markup_left)
        try:
            _hear(self.read(name), counted)
        finally:
            self._markup_left = counted.left

    def tree(self, name: str) -> Any:
        """The root of a part of XML, without comments. Raises Refused as `hear` does, before the tree is built."""
        text = _letters(self.read(name))
        # Each element has one of these signs and each attribute the other; words may have more of them.
        self._markup_left -= text.count("<") + text.count("=")
        if self._markup_left < 0:
            raise Refused(Why.MUCH_MARKUP)
        if _DECLARES.search(text):
            raise Harmful(Why.DECLARES)
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(text.encode(), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise Refused(Why.DAMAGED) from None


def unpacked(data: bytes, limits: Limits = A_PLAN) -> Package:
    """The parts of a Word or Excel file. Raises Refused, in one sentence, for anything that could do harm."""
    if len(data) > limits.file:
        raise Refused(Why.TOO_BIG)
    if data.startswith(OLD_OFFICE):
        raise Refused(Why.OLD_OR_LOCKED)
    _check_directory(data)
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        raise Refused(Why.CUT_OFF) from None
    for why in _faults(parts.infolist(), limits):
        raise Refused(why)
    return Package(parts, limits)


def _check_directory(data: bytes) -> None:
    """The length of the list of parts, before anything reads the list."""
    at = data.rfind(_END, max(0, len(data) - _END_LENGTH - _LONGEST_COMMENT))
    if at < 0 or len(data) < at + _END_LENGTH:
        raise Refused(Why.NO_END)
    count, length = struct.unpack("<HL", data[at + 10 : at + 16])
    has_big_end = _BIG_END in data[max(0, at - 20) : at]
    if has_big_end or count > MOST_PARTS or length > LONGEST_DIRECTORY:
        raise Refused(Why.MANY_PARTS)


def _faults(listed: list[zipfile.ZipInfo], limits: Limits) -> Iterator[Why]:
    """What the list of parts says against the file, the worst first."""
    names = [entry.filename.casefold() for entry in listed]
    if len(listed) > MOST_PARTS:
        yield Why.MANY_PARTS
    if len(set(names)) < len(names):
        yield Why.SAME_NAME
    if any(_leads_elsewhere(name) for name in names):
        yield Why.LEADS_OUT
    if any(entry.flag_bits & _IS_LOCKED for entry in listed):
        yield Why.LOCKED
    if any(entry.compress_type not in _PACKED_IN for entry in listed):
        yield Why.PACKING
    if not limits.macros and any(_MACROS.search(name) for name in names):
        yield Why.MACROS
    if sum(entry.file_size for entry in listed) > limits.whole:
        yield Why.SWOLLEN


def _leads_elsewhere(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/")


def _hear(content: bytes, counted: "_Counted") -> None:
    parser: Any = DefusedXMLParser(target=counted, forbid_dtd=True)
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
            _check_progress(start + _CHUNK - parser.parser.CurrentByteIndex)
        parser.close()
    except DefusedXmlException:
        raise Harmful(Why.DECLARES) from None
    except _TooMuch:
        raise Refused(Why.MUCH_MARKUP) from None
    except (ParseError, ValueError, LookupError):
        raise Refused(Why.DAMAGED) from None


def _letters(content: bytes) -> str:
    """The text of a part, which every Word and Excel file writes in one of two ways; so nothing hides in a third."""
    try:
        return content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Why.DAMAGED) from None


def _check_progress(waiting: int) -> None:
    """Bytes that wait for the end of a tag are kept in memory."""
    if waiting > LONGEST_TAG:
        raise _TooMuch


class _TooMuch(Exception):  # noqa: N818  never leaves this file
    """More elements, or deeper ones, than any plan has."""


class _Counted:
    """Passes on what it hears, and stops where there is too much of it."""

    def __init__(self, listener: Listener, left: int) -> None:
        self._listener, self.left, self._depth = listener, left, 0
        self.data = listener.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.left -= 1 + len(attributes)
        self._depth += 1
        if self.left < 0 or self._depth > DEEPEST:
            raise _TooMuch
        self._listener.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._listener.end(tag)

    def close(self) -> None:
        self._listener.close()
