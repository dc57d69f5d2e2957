"""What is wrong with an answer, in one sentence that says what to do."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planner.answers.asked import Asked

_SENTENCES = {
    "string_too_long": "{name} is too long. Keep it to {max_length:,} letters.",
    "greater_than_equal": "{name} must be {ge:,} or more.",
    "less_than_equal": "{name} must be {le:,} or less.",
    "greater_than": "{name} must be a day between 2000 and 2099.",
    "less_than": "{name} must be a day between 2000 and 2099.",
    "too_long": "{name} has too many lines. Keep it to {max_length}.",
    "int_type": "{name} must be a whole number, such as 12.",
    "int_from_float": "{name} must be a whole number, such as 12.",
    "date_from_datetime_parsing": "{name} must be a day, such as 18 March 2027.",
    "date_from_datetime_inexact": "{name} must be a day, such as 18 March 2027.",
    "date_type": "{name} must be a day, such as 18 March 2027.",
    "time_parsing": "{name} must be a time of day, such as 10:30.",
    "time_type": "{name} must be a time of day, such as 10:30.",
    "string_type": "{name} must be words.",
    "literal_error": "{name} must be one of the choices.",
    "enum": "{name} must be one of the choices.",
}


def what_is_wrong(one: Asked, error: ValidationError) -> str:
    """The most telling mistake in an answer, in words."""
    details = max(error.errors(), key=_telling)
    return sentence(one.question.short, details)


def sentence(name: str, details: ErrorDetails) -> str:
    """One mistake in words, with the name of the answer it is about."""
    template = _SENTENCES.get(details["type"], "{name} does not fit. Please give it again.")
    return template.format(name=name, **(details.get("ctx") or {}))


def _telling(details: ErrorDetails) -> int:
    """A choice of types gives a mistake for each; the one about the value says most, "not one of" the least."""
    kind = details["type"]
    if kind in {"literal_error", "none_required"}:
        return 0
    return 1 if kind.endswith("_type") else 2
