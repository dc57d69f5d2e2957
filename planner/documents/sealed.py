"""A saved plan as letters that any file can carry, with its version, length and fingerprint; and back again."""

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from planner.answers import Plan
from planner.answers.versions import NEWEST
from planner.documents.save_file import CannotOpen, save

MOST_CARRIED = 512 * 1024  # bytes of JSON; a plan longer than that stays in its own file
LONGEST_PROPERTY = 240  # letters; Office keeps 255
MOST_PROPERTIES = 200


@dataclass(frozen=True)
class Sealed:
    """A plan ready to be carried. ``label`` says what it must be once it is open again."""

    label: str
    letters: str

    def pieces(self, length: int) -> tuple[str, ...]:
        """The letters in pieces of at most that length."""
        return tuple(self.letters[start : start + length] for start in range(0, len(self.letters), length))


class Damaged(ValueError):  # noqa: N818  a copy that nobody can use, which is nobody's fault in the program
    """A copy that does not say what it was sealed with."""


def seal(plan: Plan) -> Sealed | None:
    """The plan as it is carried; nothing where it is too long for that. The same plan gives the same letters."""
    whole = save(plan)
    if len(whole) > MOST_CARRIED:
        return None
    letters = base64.b64encode(zlib.compress(whole, 9)).decode()
    mark = hashlib.sha256(whole).hexdigest()
    return Sealed(f"Doing With plan, version {NEWEST}, {len(whole)} bytes, SHA-256 {mark}", letters)


def unsealed(label: str, letters: Sequence[str]) -> bytes:
    """The saved plan, exactly as it was sealed, of any version.

    Raises Damaged where it is not what the label says, and CannotOpen where a newer planner made it. Damage is
    found, forgery is not: whoever calls checks the answers.
    """
    found = _LABEL.fullmatch(label.strip())
    if found is None:
        raise Damaged("no label")
    version, length, mark = int(found["version"]), int(found["length"]), found["mark"]
    if version > NEWEST:
        raise CannotOpen(
            "This plan was made by a newer planner; open it there, or bring this one up to date."
        )
    if length > MOST_CARRIED:
        raise Damaged("too long")
    whole = _unpacked("".join(letters), length)
    if len(whole) != length or hashlib.sha256(whole).hexdigest() != mark:
        raise Damaged("not what was sealed")
    return whole


_LABEL = re.compile(
    r"Doing With plan, version (?P<version>\d{1,6}), (?P<length>\d{1,9}) bytes, SHA-256 (?P<mark>[0-9a-f]{64})"
)


def _unpacked(letters: str, length: int) -> bytes:
    """At most one byte more than was promised, whatever the letters would grow to."""
    opened = zlib.decompressobj()
    try:
        packed = base64.b64decode("".join(letters.split()), validate=True)
        whole = opened.decompress(packed, length + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise Damaged("not readable") from None
    if not opened.eof:
        raise Damaged("longer than it says")
    return whole
