"""Opens the plan in a file we handed over, saved plan, Word plan or workbook, from whichever copy is whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.answers import QUESTIONS, Plan, clock_words, day_words, given
from planner.answers.taking_in import LeftOut
from planner.catalogue import catalogue
from planner.documents.answers_table import Change, changes
from planner.documents.found import DOCUMENT, WORKBOOK, Found, Place, found_in
from planner.documents.save_file import CannotOpen, open_kept
from planner.documents.untrusted import AS_WORD, MOST_BYTES, OLD_OFFICE, Package, unpacked

_A_ZIP = b"PK"


class Source(StrEnum):
    """Which copy of the plan was opened."""

    SAVED = "saved"
    XML = "xml"
    PROPERTIES = "properties"
    SHEET = "sheet"
    TABLE = "table"

    @property
    def words(self) -> str:
        """What we call it."""
        return {
            Source.SAVED: "your saved answers (JSON)",
            Source.XML: "the copy inside the Word file",
            Source.PROPERTIES: "the copy in the properties of the file",
            Source.SHEET: "the copy on a hidden sheet of the workbook",
            Source.TABLE: "the table of answers that you see in the Word file",
        }[self]


@dataclass(frozen=True)
class Opened:
    """A plan from a file, with everything that people should know before they go on with it.

    ``changes`` are answers that read differently in the table of a Word plan: none of them is in the plan yet.
    ``other`` is an older copy in the same file, where there is one that differs.
    """

    plan: Plan
    source: Source
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    other: Plan | None = None

    def with_changes(self, paths: frozenset[str]) -> Plan:
        """The plan with those of the changed answers that people chose, where we understood them."""
        plan = self.plan
        for change in self.changes:
            if change.understood and change.path in paths:
                plan = plan.with_answer(change.path, change.answer)
        return plan


def open_file(data: bytes) -> Opened:
    """The plan in a file of any of our kinds. Raises CannotOpen, in one sentence, where there is none.

    Whatever the file is called: what it holds decides.
    """
    if data.startswith((_A_ZIP, OLD_OFFICE)) or len(data) > MOST_BYTES:
        package = unpacked(data)
        _check_kind(package)
        return _from_document(found_in(package), is_workbook=package.has(WORKBOOK))
    plan, left_out = open_kept(data)
    return Opened(plan, Source.SAVED, left_out)


def _check_kind(package: Package) -> None:
    """Say what to do with files that nearly hold a plan."""
    if package.has(DOCUMENT) or package.has(WORKBOOK):
        return
    if package.has("content.xml"):
        raise CannotOpen("This is a LibreOffice file; save it as .docx or .xlsx, then choose it.")
    if package.has("index.html"):
        raise CannotOpen("This is a ZIP of several files; unpack it, and choose the .json file in it.")
    raise CannotOpen(f"This is neither a Word file nor a workbook; {AS_WORD}")


def _from_document(found: Found, *, is_workbook: bool) -> Opened:
    whole = dict(_whole(found.copies))
    if not whole:
        return _from_table(found, is_workbook=is_workbook)
    place = max(whole, key=lambda one: (whole[one].plan.revision, -list(Place).index(one)))
    opened = whole[place]
    others = [one.plan for one in whole.values() if one.plan != opened.plan]
    return Opened(
        opened.plan,
        Source(place.value),
        opened.left_out,
        tuple(_notes(found, opened.plan, others)),
        changes(opened.plan, found.answers, found.marks, catalogue()),
        others[0] if others else None,
    )


def _whole(copies: Mapping[Place, bytes]) -> Iterator[tuple[Place, Opened]]:
    """The copies that hold a plan; a fingerprint is no proof that what it belongs to is one."""
    for place, data in copies.items():
        try:
            plan, left_out = open_kept(data)
        except CannotOpen:
            continue
        yield place, Opened(plan, Source(place.value), left_out)


def _notes(found: Found, plan: Plan, others: list[Plan]) -> Iterator[str]:
    if others:
        yield (
            f"Two copies of the plan in this file differ. This is the newer one, {_when(plan)}. "
            f"The other one was {_when(others[0])}."
        )
    if found.damaged:
        yield "One copy of the plan in this file is damaged. This one is whole."
    if found.words_unread:
        yield "We cannot read the words of this document, so we cannot say whether an answer was changed there."
    if found.elsewhere_changed:
        yield (
            "Other words in the document were changed, too. "
            "They stay in the document; they cannot come back into the plan."
        )


def _when(plan: Plan) -> str:
    if plan.saved is None:
        return f"never saved, with {plan.revision} changes"
    return f"saved on {day_words(plan.saved.date())} at {clock_words(plan.saved.time())} (UTC)"


def _from_table(found: Found, *, is_workbook: bool) -> Opened:
    """What the words of a document still say, where no program left us a copy."""
    seen = changes(Plan(), found.answers, {}, catalogue())
    if not seen:
        raise found.trouble or CannotOpen(_NO_PLAN_IN_WORKBOOK if is_workbook else _NO_PLAN)
    plan = Opened(Plan(), Source.TABLE, changes=seen).with_changes(frozenset(one.path for one in seen))
    left_out = tuple(LeftOut(one.short, "choose it again") for one in seen if not one.understood)
    return Opened(plan, Source.TABLE, left_out, (_REBUILT,))


_REBUILT = (
    "Rebuilt from the document: no stored copy of the plan was left in this file, "
    "so we read the answers in its table. Please look through them."
)
_WHY_GONE = (
    "it may be a copy to share, or an online editor or a privacy tool took the plan out; "
    "choose the .json file you saved here."
)
_NO_PLAN = f"We could not find a plan in this file: {_WHY_GONE}"
_NO_PLAN_IN_WORKBOOK = f"We could not find a plan in this workbook: {_WHY_GONE}"


def answered(plan: Plan) -> int:
    """How many questions have an answer, "not sure yet" included."""
    return sum(given(plan.answer(one.path)) for one in QUESTIONS)
