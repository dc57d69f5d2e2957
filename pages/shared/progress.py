"""How far each section is, in words."""

from enum import Enum

from pages.shared import store
from pages.shared.questions import questions_of
from planner.advice import Level
from planner.answers import given


class Status(Enum):
    """The state of a section."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    TO_LOOK_AT = "to look at"

    def badge(self, step: str) -> str:
        """The words of the state; what needs somebody is loudest."""
        match self:
            case Status.DONE:
                return ":gray[Done]"
            case Status.IN_PROGRESS:
                return ":violet-badge[In progress]"
            case Status.TO_LOOK_AT:
                return f":orange-badge[{to_look_at(step)} to look at]"
            case Status.NOT_STARTED:
                return ":gray-badge[Not started]"


def status(step: str) -> Status:
    """The state of a section: to look at where somebody may be shut out, otherwise by what is answered."""
    asked = questions_of(step)
    answered = sum(given(store.plan().answer(one.path)) for one in asked)
    if not answered:
        return Status.NOT_STARTED
    if to_look_at(step):
        return Status.TO_LOOK_AT
    return Status.DONE if answered == len(asked) else Status.IN_PROGRESS


def to_look_at(step: str) -> int:
    """How many pieces of advice about a section say that someone is shut out, or to look again.

    What was seen, with a reason to go ahead, is not counted.
    """
    urgent, here = {Level.SHUT_OUT, Level.LOOK_AGAIN}, {one.path for one in questions_of(step)}
    open_ones = (one for one in store.pack().advice if not one.seen)
    return sum(one.about in here and one.level in urgent for one in open_ones)
