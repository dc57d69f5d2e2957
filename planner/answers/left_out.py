"""What the organiser chose not to have made: the keys of documents, whether this planner knows them or not."""

from typing import Annotated

from pydantic import AfterValidator, Field

MOST_LEFT_OUT = 200

# A newer planner may know documents that this one does not: a key must only look like one.
DocumentKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=100)]


def _sorted(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(keys)))


LeftOut = Annotated[tuple[DocumentKey, ...], Field(max_length=MOST_LEFT_OUT), AfterValidator(_sorted)]
