"""Who does what: a role for each thing to do, where the organiser chose another than we would."""

from typing import Annotated

from pydantic import AfterValidator, Field

from planner.answers.question import Text

LONGEST_ROLE = 60  # letters; enough for "Parks engagement officer", too few for a story about somebody
MOST_ROLES = 500

TaskId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.]*$", max_length=120)]
Role = Annotated[Text, AfterValidator(lambda role: " ".join(role.split())), Field(max_length=LONGEST_ROLE)]


def _by_id(who: dict[str, str]) -> dict[str, str]:
    return {task: role for task, role in sorted(who.items()) if role}


Who = Annotated[dict[TaskId, Role], Field(max_length=MOST_ROLES), AfterValidator(_by_id)]
