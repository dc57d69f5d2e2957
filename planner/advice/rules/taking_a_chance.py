"""Taking a chance: things go wrong, so agree beforehand when you stop, change and look back."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.answers import Sure, given


@rule(Level.GOOD_IDEA, about="together.stop_point", source="co_produce_well")
def no_point_to_stop(case: Case) -> Iterator[Worry]:
    """You have not said when you would stop or change it.

    On a bad day nobody likes to be the one who says stop. A sign agreed before makes it easy.
    """
    together = case.plan.together
    if not together.stop_point and not together.worries and given(together.look_back):
        yield Worry(
            "Agree one clear sign with a date, such as an interpreter not booked, and what you do then."
        )


@rule(Level.LOOK_AGAIN, about="together.stop_point", source="co_produce_well")
def worries_without_a_plan(case: Case) -> Iterator[Worry]:
    """You name what might go wrong, but not what you do then.

    When it happens, people need an answer within minutes, and somebody may have to go home.
    """
    together = case.plan.together
    if together.worries and not together.stop_point:
        yield Worry("For each worry, write down the sign, what you change then, and who decides it.")


@rule(Level.LOOK_AGAIN, about="together.look_back", source="co_produce_well")
def no_time_to_look_back(case: Case) -> Iterator[Worry]:
    """No time is planned to look back together.

    There is always something to do differently next time. People who were there know what.
    """
    look_back = case.plan.together.look_back
    if look_back is Sure.NOT_SURE:
        yield Worry(
            "Choose a time soon after the day to talk with people about how it went.",
            headline="You are not sure yet whether you look back together.",
            unsure=True,
        )
    elif look_back is Sure.NO:
        yield Worry(
            "Plan a short talk soon after the day: what worked, what did not, and what changes.",
            fix=Fix("Plan time to look back", "together.look_back", Sure.YES),
        )
