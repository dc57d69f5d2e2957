"""Opens a Word or Excel file that anybody may have made, without trusting it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from planner.documents.untrusted import Limits, Package, Refused, Why, unpacked

MOST_BYTES = 50 * 1024 * 1024
TO_LOOK_AT = Limits(
    MOST_BYTES,
    part=32 * 1024 * 1024,
    whole=256 * 1024 * 1024,  # pictures, which are not read
    read=128 * 1024 * 1024,
    markup=4_000_000,
    macros=True,
)
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

    package: Package
    _roots: dict[str, Any] = field(default_factory=dict)

    def root(self, name: str) -> Any:
        """The root of a part that is XML; None where there is no such part."""
        if not self.package.has(name):
            return None
        if name not in self._roots:
            try:
                self._roots[name] = self.package.tree(name)
            except Refused as refused:
                raise CannotRead(_SAID[refused.why]) from None
        return self._roots[name]

    def links(self, name: str) -> dict[str, Link]:
        """What a part refers to, by the number it uses for it; "" is the file as a whole."""
        path = PurePosixPath(name or "x")
        root = self.root(str(path.parent / "_rels" / f"{path.name if name else ''}.rels"))
        return {} if root is None else dict(_links(root, path.parent))


def opened(data: bytes) -> Parts:
    """The parts of a docx or xlsx; raises CannotRead."""
    try:
        return Parts(unpacked(data, TO_LOOK_AT))
    except Refused as refused:
        raise CannotRead(_SAID[refused.why]) from None


NO_DOCUMENT = "This is no Word, Excel or web file that can be read: choose another one."
TOO_BIG = "The file is too big to look into: more than 50 MB."
_DAMAGED = "The file is damaged: open it where it was made, save it again, and try that."
_ODD = "The file is not put together like a document, so it was not read."
_TOO_MUCH = "The file unpacks to far more than a document holds, so it was not read."
_SAID = {
    Why.TOO_BIG: TOO_BIG,
    Why.OLD_OR_LOCKED: "The file is an old kind or has a password: save it as .docx or .xlsx without one.",
    Why.NO_END: NO_DOCUMENT,
    Why.CUT_OFF: NO_DOCUMENT,
    Why.DAMAGED: _DAMAGED,
    Why.MANY_PARTS: _ODD,
    Why.SAME_NAME: _ODD,
    Why.LEADS_OUT: _ODD,
    Why.LOCKED: "The file has a password: save it without one.",
    Why.PACKING: _ODD,
    Why.SWOLLEN: _TOO_MUCH,
    Why.LARGE_PART: _TOO_MUCH,
    Why.MUCH_MARKUP: _TOO_MUCH,
    Why.DECLARES: "The file holds declarations that no document needs, so it was not read.",
}


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
