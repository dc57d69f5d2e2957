"""What the organiser sets besides the answers: the words people near them use, and what is booked already."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from planner.answers.question import Choice

MOST_BOOKED = 200


class LocalWords(Choice):
    """What disabled people are called by the people who are invited. Communities differ, and choose themselves."""

    DISABLED_PEOPLE = "disabled_people", "disabled people"
    PEOPLE_WITH_DISABILITIES = "people_with_disabilities", "people with disabilities"


def _once_each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


EntryName = Annotated[str, Field(pattern=r"^(?:provisions|formats)\.[a-z][a-z0-9_]*$", max_length=100)]
Booked = Annotated[tuple[EntryName, ...], Field(max_length=MOST_BOOKED), AfterValidator(_once_each)]
