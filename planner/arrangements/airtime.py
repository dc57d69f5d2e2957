"""How many minutes each person has to say something, and what would give them more."""

import math
from dataclasses import dataclass

from planner.arrangements.agenda import Agenda, Part
from planner.arrangements.headcount import HeadCount
from planner.catalogue import Catalogue


@dataclass(frozen=True)
class Airtime:
    """Minutes for each person in the activities that are mostly talk.

    ``together`` is when everybody sits in one group, ``in_groups`` in groups of the size we advise.
    """

    talk_minutes: int
    people: int
    groups: int
    together: float
    in_groups: float


def airtime(facts: Catalogue, day: Agenda, heads: HeadCount) -> Airtime | None:
    """The minutes; None while there is no agenda with talk in it, or nobody knows how many people come.

    Interpreting and communication aids take their share: so many percent more minutes for the same words.
    """
    talk = sum(item.minutes for item in day.items if item.part is Part.ACTIVITY and item.talk)
    if not talk or not heads.participants:
        return None
    spoken = talk * 100 / (100 + day.clock.talk_percent_more)
    size = min(facts.pace.group_size.value, heads.participants)
    groups = math.ceil(heads.participants / size)
    return Airtime(
        talk_minutes=talk,
        people=heads.participants,
        groups=groups,
        together=round(spoken / heads.participants, 1),
        in_groups=round(spoken * groups / heads.participants, 1),
    )
