"""The plan as a file to keep, and back: exactly, or with a list of what could not be taken in."""

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from pydantic import ValidationError

from planner.answers import QUESTIONS, STEPS, Kind, Plan, asked
from planner.answers.taking_in import LeftOut, taken_in
from planner.answers.versions import NEWEST, up_to_date
from planner.documents.package import one_line

MOST_BYTES = 2 * 1024 * 1024
DEEPEST = 20
MOST_DIGITS = 15  # a browser and a spreadsheet keep no more
NAMED_AT_MOST = 3
LONGEST_NAME = 40


class CannotOpen(ValueError):  # noqa: N818  a sentence for people, not a fault in the program
    """A file is not a plan we can open; the text says in one sentence what is wrong and what to do."""


def save(plan: Plan) -> bytes:
    """The file to keep: the same answers always give the same bytes."""
    return plan.to_json().encode()


def open_kept(data: bytes) -> tuple[Plan, tuple[LeftOut, ...]]:
    """The plan in a saved file, and what could not be taken in. Raises CannotOpen where nothing can be."""
    answers = _read(_text(data))
    _check_version(answers)
    answers = up_to_date(answers)
    if not any(key in Plan.model_fields for key in answers if key != "version"):
        raise CannotOpen("This file is not a plan from this planner; choose the .json file you saved here.")
    return taken_in(answers)


def open_plan(data: bytes) -> Plan:
    """The plan in a file that `save` made, exactly and as a whole. Raises CannotOpen where one answer does not fit."""
    answers = _read(_text(data))
    _check_version(answers)
    answers = up_to_date(answers)
    misplaced = list(_numbers_for_times(answers))
    try:
        plan = Plan.model_validate(answers)
    except ValidationError as error:
        misplaced += [_name(detail["loc"]) for detail in error.errors(include_input=False)]
    else:
        if not misplaced:
            return plan
    raise CannotOpen(
        f"These answers do not fit their questions: {_some(misplaced)}; "
        "put them right in the file, or choose another file."
    )


def _text(data: bytes) -> str:
    """The letters of the file; refuses by size first, so that nothing large is ever read."""
    if len(data) > MOST_BYTES:
        raise CannotOpen("This file is too big to be a saved plan; choose the .json file you saved here.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotOpen(
            "This file is not a saved plan, or it was saved with other letters than UTF-8; "
            "choose the .json file you saved here."
        ) from None
    if not text.strip():
        raise CannotOpen("This file is empty; choose the .json file you saved here.")
    return text


def _read(text: str) -> dict[str, Any]:
    _check_depth(text)
    try:
        answers = json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_int=_whole_number,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except json.JSONDecodeError as error:
        _refuse(text, error)
    _check_letters(text, answers)
    if not isinstance(answers, dict):
        raise CannotOpen("This file holds something else than a plan; choose the .json file you saved here.")
    return answers


def _check_depth(text: str) -> None:
    """Before json.loads, because brackets in brackets in brackets would exhaust it."""
    depth = 0
    for sign in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if sign in "[{" else -1
        if depth > DEEPEST:
            raise CannotOpen(
                "This file has too many brackets inside each other to be a plan; "
                "choose the .json file you saved here."
            )


_STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)  # matches from any quote: no second try


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise CannotOpen(
                f"This file answers the same thing twice ({_short(key)}); take one out, or choose another file."
            )
        found[key] = value
    return found


def _whole_number(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise CannotOpen(
            f"This file holds a number of more than {MOST_DIGITS} digits; put it right, or choose another file."
        )
    return int(digits)


def _no_fraction(number: str) -> NoReturn:
    raise CannotOpen(
        f"This file holds a number that no question asks for ({_short(number)}); "
        "use whole numbers, or choose another file."
    )


def _refuse(text: str, error: json.JSONDecodeError) -> NoReturn:
    """Says whether the file ends too early or never was a plan."""
    words = text.strip()
    is_cut = not words.endswith("}") or error.pos >= len(text.rstrip())
    if words.startswith("{") and is_cut:
        raise CannotOpen(
            "The end of this file is missing; save it or send it again, then choose it."
        ) from None
    raise CannotOpen("This file is not a saved plan; choose the .json file you saved here.") from None


def _check_letters(text: str, answers: Any) -> None:
    """Halves of a letter (lone surrogates) hide behind escapes and break every file we would make."""
    if "\\u" not in text:
        return
    try:
        json.dumps(answers, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise CannotOpen(
            "This file holds half a letter that no document can show; take it out, or choose another file."
        ) from None


def _check_version(answers: dict[str, Any]) -> None:
    version = answers.get("version")
    if type(version) is not int or version < 1:
        raise CannotOpen("This file is not a plan from this planner; choose the .json file you saved here.")
    if version > NEWEST:
        raise CannotOpen(
            "This file was made by a newer planner; open it there, or bring this one up to date."
        )


def _numbers_for_times(answers: dict[str, Any]) -> Iterable[str]:
    """Names of days and times given as numbers, which pydantic would count from 1970."""
    for one in QUESTIONS:
        step = answers.get(one.step)
        answer = step.get(one.field) if isinstance(step, dict) else None
        if one.kind in {Kind.DAY, Kind.CLOCK} and isinstance(answer, int):
            yield one.question.short


def _name(place: tuple[int | str, ...]) -> str:
    """What people call an answer: the short name of its question, or the key nobody knows."""
    path = ".".join(str(part) for part in place[:2])
    if len(place) > 1 and place[0] in STEPS:
        try:
            return asked(path).question.short
        except KeyError:
            pass
    return _short(path)


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME]}…"


def _some(names: list[str]) -> str:
    """At most three names, each once, and how many more there are."""
    once = list(dict.fromkeys(names))
    more = len(once) - NAMED_AT_MOST
    return ", ".join(once[:NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
