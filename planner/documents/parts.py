"""Opens a Word or Excel file that anybody may have made, without trusting it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

MOST_BYTES = 50 * 1024 * 1024
MOST_PARTS = 2_000
LARGEST_PART = 32 * 1024 * 1024  # unpacked
LARGEST_IN_ALL = 128 * 1024 * 1024
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class CannotRead(ValueError):  # noqa: N818  a sentence for people, not a fault in the program
    """A file cannot be looked into; the text says in one sentence what is wrong and what to do."""


@dataclass(frozen=True)
class Link:
    """What a part refers to: another part by its name, or an address outside the file."""

    kind: str
    """The last word of its type, such as "hyperlink" or "image"."""
    target: str
    is_outside: bool


@dataclass
class Parts:
    """The parts of a file, read when they are asked for; raises CannotRead for one that is broken or huge."""

    package: zipfile.ZipFile
    _left: int = LARGEST_IN_ALL
    _roots: dict[str, Any] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.package.NameToInfo

    def root(self, name: str) -> Any:
        """The root of a part that is XML; None where there is no such part."""
        if name not in self:
            return None
        if name not in self._roots:
            self._roots[name] = _parsed(name, self._read(name))
        return self._roots[name]

    def links(self, name: str) -> dict[str, Link]:
        """What a part refers to, by the number it uses for it; "" is the file as a whole."""
        path = PurePosixPath(name or "x")
        root = self.root(str(path.parent / "_rels" / f"{path.name if name else ''}.rels"))
        return {} if root is None else dict(_links(root, path.parent))

    def _read(self, name: str) -> bytes:
        try:
            with self.package.open(name) as part:
                data = part.read(min(LARGEST_PART, self._left) + 1)
        except _BROKEN:
            raise CannotRead(
                "The file is damaged: open it where it was made, save it again, and try that."
            ) from None
        self._left -= len(data)
        if len(data) > LARGEST_PART or self._left < 0:
            raise CannotRead("The file unpacks to far more than a document holds, so it was not read.")
        return data


def opened(data: bytes) -> Parts:
    """The parts of a docx or xlsx; raises CannotRead."""
    if len(data) > MOST_BYTES:
        raise CannotRead("The file is too big to look into: more than 50 MB.")
    if data.startswith(_OLD_OR_LOCKED):
        raise CannotRead("The file is an old kind or has a password: save it as .docx or .xlsx without one.")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise CannotRead("This is no Word, Excel or web file that can be read: choose another one.") from None
    names = [info.filename.casefold() for info in package.infolist()]
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        raise CannotRead("The file is not put together like a document, so it was not read.")
    if any(info.flag_bits & 1 for info in package.infolist()):
        raise CannotRead("The file has a password: save it without one.")
    return Parts(package)


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def _parsed(name: str, data: bytes) -> Any:
    """The XML of a part; one that declares entities is refused, and nothing is ever fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise CannotRead(
            f"A part of the file is damaged ({name}): open it where it was made and save it again."
        ) from None
    if root.getroottree().docinfo.doctype:
        raise CannotRead("The file holds declarations that no document needs, so it was not read.")
    return root


def _links(root: Any, folder: PurePosixPath) -> Iterator[tuple[str, Link]]:
    for link in root.iter(_LINKS):
        target, outside = link.get("Target", ""), link.get("TargetMode") == "External"
        if not outside:
            target = _inside(target, folder)
        yield link.get("Id", ""), Link(link.get("Type", "").rpartition("/")[2], target, outside)


def _inside(target: str, folder: PurePosixPath) -> str:
    steps: list[str] = [] if target.startswith("/") else list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
