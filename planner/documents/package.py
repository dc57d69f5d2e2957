"""What every file we hand over has in common: letters it can hold, and the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_EARLIEST_A_ZIP_CAN_HOLD = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GAP = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
_PRESSED = (".docx", ".xlsx", ".png")
_STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def printable(text: str) -> str:
    r"""Leave out the characters no Word or Excel file can hold: control characters and halves of pairs.

    >>> printable("Mill\x00 Lane\ud800")
    'Mill Lane'
    """
    return text if text.isascii() and text.isprintable() else _NOT_IN_XML.sub("", text)


def one_line(text: str) -> str:
    r"""What a file can hold of something typed, on one line: line breaks and tabs become single spaces.

    >>> one_line(" Mill Lane\r\n\tNorthfield ")
    'Mill Lane Northfield'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most of what people type, and nothing to look for in it
    return _GAP.sub(" ", printable(text)).strip()


def packed(parts: Mapping[str, bytes], saved: datetime) -> bytes:
    """Pack the parts of a docx or xlsx, or files for a ZIP, so that the same plan always gives the same bytes.

    `saved` is when the plan was last changed (UTC if it names no zone); a docx or xlsx says it was made then.
    """
    stamp = in_utc(saved).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(parts, key=_reading_order):
            content = parts[name]
            if name == "docProps/core.xml":
                content = _STAMPED.sub(lambda tag: tag[1] + stamp, content)
            written.writestr(_entry(name), content, compresslevel=6)
    return package.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package of our own by their names, in the order in which they stand in it."""
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def same_bytes(package: bytes, saved: datetime) -> bytes:
    """Pack a docx or xlsx of our own again, as `packed` does."""
    return packed(unpacked(package), saved)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; a moment that names no zone is taken to be UTC already."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _reading_order(name: str) -> tuple[bool, bool, str]:
    """What a reader of the package needs first comes first."""
    return (name != "[Content_Types].xml", not name.startswith("_rels/"), name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST_A_ZIP_CAN_HOLD)
    # What is pressed already gets no smaller.
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PRESSED) else zipfile.ZIP_DEFLATED
    # Linux and Windows would each write their own mark here.
    entry.create_system = 0
    entry.external_attr = 0
    return entry
