"""What the organiser has seen and goes ahead with all the same: a reason in their words for each piece of advice."""

from typing import Annotated

from pydantic import AfterValidator, Field

from planner.answers.question import Text

LONGEST_REASON = 500  # letters; enough for why, too few for a story about somebody
MOST_SEEN = 200

RuleId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=100)]
Reason = Annotated[Text, AfterValidator(str.strip), Field(min_length=1, max_length=LONGEST_REASON)]


def _by_id(seen: dict[str, str]) -> dict[str, str]:
    return dict(sorted(seen.items()))


Seen = Annotated[dict[RuleId, Reason], Field(max_length=MOST_SEEN), AfterValidator(_by_id)]
