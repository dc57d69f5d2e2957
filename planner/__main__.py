"""The planner without its pages: python -m planner pack, advise, check, questions or facts."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from planner.advice import Advice
from planner.answers import QUESTIONS, Asked, Plan, asked
from planner.catalogue import catalogue
from planner.catalogue.entries import Evidence, checked_words
from planner.documents import DOCUMENTS, CannotOpen, Document, MadeFile, chosen, fitting, make, open_file
from planner.documents.opening import Opened
from planner.pack import Pack, prepare

FAILED = 2


class CannotDo(Exception):  # noqa: N818  a sentence for people, not a fault in the program
    """What was asked for cannot be done; the text is the one line that people see."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says: 0 when it is done, 2 with one line on stderr when it cannot be."""
    asked_for = _parser().parse_args(arguments)
    try:
        asked_for.do(asked_for)
    except CannotDo as problem:
        print(f"planner: {problem}", file=sys.stderr)
        return FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="planner", description="Plan a workshop with disabled people.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    pack = commands.add_parser("pack", help="make the documents of a plan")
    _add_plan(pack)
    pack.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="the folder to put them in")
    only = "only these documents, also where the plan leaves them out"
    pack.add_argument("--only", default="", metavar="plan,checklist", help=only)
    pack.set_defaults(do=_pack)

    advise = commands.add_parser("advise", help="say what an experienced access lead would say about a plan")
    _add_plan(advise)
    advise.add_argument("--json", action="store_true", help="for other programs")
    advise.set_defaults(do=_advise)

    questions = commands.add_parser("questions", help="list every question")
    questions.add_argument(
        "--json", action="store_true", help="for other programs, with the schema of a plan"
    )
    questions.set_defaults(do=_questions)

    look = commands.add_parser(
        "check", help="look at a Word, Excel or web file, and say what to put right for access"
    )
    look.add_argument("file", type=Path, metavar="FILE", help="a .docx, .xlsx or .html")
    look.set_defaults(do=_check)

    facts = commands.add_parser("facts", help="list every fact, who says so and when to check it again")
    facts.add_argument("--due", action="store_true", help="only those past their day to be checked again")
    _add_today(facts)
    facts.add_argument("--json", action="store_true", help="for other programs")
    facts.set_defaults(do=_facts)
    return parser


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "plan",
        type=Path,
        metavar="PLAN",
        help="a saved plan: .json, or a Word plan or workbook with the plan inside",
    )
    _add_today(parser)


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", default="", metavar="YYYY-MM-DD", help="the day to count from")


def _pack(asked_for: argparse.Namespace) -> None:
    documents = _named(asked_for.only)
    prepared = _prepared(asked_for)
    wanted = [one for one in fitting(prepared) if one in documents] if asked_for.only else chosen(prepared)
    made = [make(one, prepared, form) for one in wanted for form in one.forms]
    if not made:
        raise CannotDo("This plan does not call for any of these documents.")
    _write(made, asked_for.out)


def _advise(asked_for: argparse.Namespace) -> None:
    prepared = _prepared(asked_for)
    given = [_as_record(advice, prepared) for advice in prepared.advice]
    if asked_for.json:
        print(json.dumps(given, ensure_ascii=False, indent=2))
        return
    for one in given:
        print(f"{one['level']}: {one['headline']} [{one['id']}]")
        print(f"  About: {one['question']}")
        print(f"  What to do: {one['what_to_do']}")
        checked = f"; {one['checked']}" if one["checked"] else ""
        print(f"  Says who: {', '.join(one['sources']) or 'no publication'} ({one['how_sure']}{checked})\n")
    if not given:
        print("Nothing to change, as far as we can see from the answers.")


def _questions(asked_for: argparse.Namespace) -> None:
    if asked_for.json:
        listed = [_as_question(one) for one in QUESTIONS]
        print(
            json.dumps(
                {"questions": listed, "schema": Plan.model_json_schema()}, ensure_ascii=False, indent=2
            )
        )
        return
    for one in QUESTIONS:
        print(f"{one.path}: {one.question.words}")


def _facts(asked_for: argparse.Namespace) -> None:
    today = _day(asked_for.today)
    listed = [
        _as_fact(name, evidence, today)
        for name, evidence in catalogue().evidence()
        if evidence.is_stale(today) or not asked_for.due
    ]
    if asked_for.json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in listed:
        print(f"{one['fact']}: {one['how_sure']}")
        print(f"  Says who: {', '.join(one['sources']) or 'no publication'}")
        late = " (that day has passed)" if one["due"] else ""
        print(f"  Checked on {one['checked_on']}, check again by {one['check_again_by']}{late}\n")
    if not listed:
        print("No fact is due to be checked again.")


def _check(asked_for: argparse.Namespace) -> None:
    """Every check by its name, and what to put right; a file with faults is not a success."""
    from planner.documents.check import CannotRead, check  # noqa: PLC0415  only for those who ask for it

    try:
        report = check(_bytes(asked_for.file))
    except CannotRead as problem:
        raise CannotDo(f"{asked_for.file}: {problem}") from None
    print(f"{report.kind}: {report.words}.")
    for one in report.checks:
        print(f"{'To do' if one.faults else 'Good'}: {one.name}")
        for fault in one.faults:
            print(f"  {fault}")
    if report.faults:
        raise CannotDo(f"{asked_for.file} has something to put right.")


def _named(only: str) -> list[Document]:
    """The documents named, in their usual order; all of them where none is named."""
    names = list(dict.fromkeys(name.strip() for name in only.split(",") if name.strip()))
    wrong = [name for name in names if name not in DOCUMENTS]
    if wrong:
        raise CannotDo(f"There is no document called {', '.join(wrong)}. There are: {', '.join(DOCUMENTS)}.")
    return [document for key, document in DOCUMENTS.items() if not names or key in names]


def _prepared(asked_for: argparse.Namespace) -> Pack:
    today = _day(asked_for.today)
    return prepare(_opened(asked_for.plan), today=today)


def _day(written: str) -> date:
    """The day somebody wrote, or today: this is the one place below the pages that looks at the clock."""
    try:
        return date.fromisoformat(written) if written else datetime.now(UTC).date()
    except ValueError:
        raise CannotDo(f"{written} is not a day. Write it like 2026-11-23.") from None


def _opened(path: Path) -> Plan:
    try:
        opened = open_file(_bytes(path))
    except CannotOpen as problem:
        raise CannotDo(f"{path}: {problem}") from None
    for line in _to_know(opened):
        print(f"planner: {line}", file=sys.stderr)
    return opened.plan


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise CannotDo(f"{path} cannot be read: {problem.strerror}.") from None


def _to_know(opened: Opened) -> Iterator[str]:
    """What is different from the plan that was saved; a document that was changed is not taken in unasked."""
    yield from opened.notes
    yield from (f"Left out: {one.words}." for one in opened.left_out)
    for one in opened.changes:
        yield f"Changed in the document, and not taken in: {one.short}. To choose, open the file in the planner."


def _write(files: list[MadeFile], folder: Path) -> None:
    """All of the files or none: they are written beside the folder first, then moved into it."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".planner-", dir=folder.parent) as waiting:
            for file in files:
                (Path(waiting) / file.name).write_bytes(file.data)
            folder.mkdir(exist_ok=True)
            for file in files:
                (Path(waiting) / file.name).replace(folder / file.name)
                print(folder / file.name)
    except OSError as problem:
        raise CannotDo(f"The files cannot be written to {folder}: {problem.strerror}.") from None


def _as_record(advice: Advice, prepared: Pack) -> dict[str, Any]:
    return {
        "id": advice.rule,
        "level": advice.level.words,
        "about": advice.about,
        "question": asked(advice.about).question.words,
        "headline": advice.headline,
        "why": advice.why,
        "what_to_do": advice.do,
        "sources": [prepared.facts.sources[key].title for key in advice.grounds.sources],
        "how_sure": advice.grounds.basis.words,
        "checked": _checked(advice, prepared.today),
    }


def _checked(advice: Advice, today: date) -> str:
    """When the fact behind it was checked; nothing where it rests on no fact of the catalogue."""
    grounds = advice.grounds
    if grounds.as_of is None or grounds.review_by is None:
        return ""
    return checked_words(grounds.as_of, grounds.review_by, today)


def _as_fact(name: str, evidence: Evidence, today: date) -> dict[str, Any]:
    return {
        "fact": name,
        "how_sure": evidence.basis.words,
        "sources": [catalogue().sources[key].title for key in evidence.sources],
        "checked_on": evidence.as_of.isoformat(),
        "check_again_by": evidence.review_by.isoformat(),
        "due": evidence.is_stale(today),
    }


def _as_question(one: Asked) -> dict[str, Any]:
    return {
        "path": one.path,
        "words": one.question.words,
        "why": one.question.why,
        "hint": one.question.hint,
        "kind": one.kind.value,
        "quick": one.question.quick,
        "choices": _choices(one),
        "asked_when": [{"path": when.path, "answers": list(when.answers)} for when in one.question.when],
    }


def _choices(one: Asked) -> dict[str, str]:
    """The answers to choose from, with their words; empty where people write their own."""
    if one.choices is not None:
        return {choice.value: choice.label for choice in one.choices}
    return {key: entry.label for key, entry in getattr(catalogue(), one.table).items()} if one.table else {}


if __name__ == "__main__":
    sys.exit(main())
