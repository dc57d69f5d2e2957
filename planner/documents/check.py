"""Looks at a finished Word, Excel or web file as somebody who relies on access would, and says what to put right.

Any such file can be looked at, whoever made it.  A check that passes is no promise that people can use the file:
only people can say that.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from planner.documents.check_page import page_checks
from planner.documents.check_word import word_checks
from planner.documents.check_workbook import workbook_checks
from planner.documents.checking import Fault
from planner.documents.parts import NO_DOCUMENT, CannotRead, opened

__all__ = ["CannotRead", "Check", "Fault", "Report", "check"]

MOST_FAULTS = 20
"""Faults of one check that are written out; more of the same help nobody."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at, and what is wrong with it; nothing where it is right."""

    name: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Report:
    """What was found in a file."""

    kind: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> int:
        """How many checks found nothing."""
        return sum(not one.faults for one in self.checks)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that was found, in the order of the checks."""
        return tuple(fault for one in self.checks for fault in one.faults)

    @property
    def words(self) -> str:
        """The outcome in a few words, such as "14 of 14 checks passed"."""
        return f"{self.passed} of {len(self.checks)} checks passed"


def check(data: bytes) -> Report:
    """What is right and wrong in a docx, xlsx or html file. Raises CannotRead for anything else."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _report("Web page", page_checks(data))
    parts = opened(data)
    main = next((link.target for link in parts.links("").values() if link.kind == "officeDocument"), "")
    match main.partition("/")[0]:
        case "word":
            return _report("Word", word_checks(parts, main))
        case "xl":
            return _report("Excel", workbook_checks(parts, main))
    raise CannotRead(NO_DOCUMENT)


def _report(kind: str, checks: Iterable[tuple[str, Callable[[], Iterator[Fault]]]]) -> Report:
    return Report(kind, tuple(Check(name, tuple(_first(look()))) for name, look in checks))


def _first(faults: Iterator[Fault]) -> Iterator[Fault]:
    """The first faults, and a last one that counts the others."""
    found = list(faults)
    yield from found[:MOST_FAULTS]
    if len(found) > MOST_FAULTS:
        more = len(found) - MOST_FAULTS
        yield Fault(f"The same {more} more times.", "elsewhere in the file", found[-1].do)
