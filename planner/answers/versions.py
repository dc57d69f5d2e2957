"""Plans saved by earlier planners, brought up to the shape that we have today, one version after the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

NEWEST = 1

Lift = Callable[[dict[str, Any]], dict[str, Any]]

# The first brings version 1 to version 2, and so on. A new question needs no lift: a plan without it has not
# answered it. A question that is renamed or means something else does, with a new number in `Plan.version`.
LIFTS: tuple[Lift, ...] = ()


def up_to_date(saved: Mapping[str, Any], lifts: Sequence[Lift] = LIFTS) -> dict[str, Any]:
    """The saved answers in today's shape; what was given stays as it is.

    ``saved`` must say a version from 1 to the newest. Raises LookupError for any other.
    """
    answers, newest = dict(saved), len(lifts) + 1
    version = answers.get("version")
    if type(version) is not int or not 1 <= version <= newest:
        raise LookupError(f"No plan of version {version} is known here.")
    for lift in lifts[version - 1 :]:
        answers = lift(answers)
    return answers | {"version": newest}
