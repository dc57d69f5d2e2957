"""Bringing somebody: point 4 of the guide. A friend, a supporter or an assistant is welcome and expected."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import tick
from planner.answers import NOT_SURE
from planner.answers.access import BringSomeone
from planner.arrangements.follows import companions_welcome, in_a_room

COME_WITH_SOMEBODY = ("personal_care", "deafblind")  # people who often cannot come at all on their own
OFTEN_WITH_SOMEBODY = (
    "learning_disability",
    "memory",
    "blind_low_vision",
    "mental_health",
    *COME_WITH_SOMEBODY,
)

PAY_FOR_THEM = Fix("Say yes, and pay for their travel and food", "access.bring_someone", BringSomeone.PAID)


@rule(Level.SHUT_OUT, about="access.bring_someone", source="co_produce_well")
def assistants_are_turned_away(case: Case) -> Iterator[Worry]:
    """People who need an assistant could not come.

    You expect people who cannot eat, move about or follow the talk without somebody beside them.
    """
    if case.has_need(*COME_WITH_SOMEBODY) and case.plan.access.bring_someone is BringSomeone.NO:
        yield Worry("Say in the invitation that assistants are welcome and free.", fix=PAY_FOR_THEM)


@rule(Level.LOOK_AGAIN, about="access.bring_someone", source="co_produce_well")
def nobody_may_come_along(case: Case) -> Iterator[Worry]:
    """People may not bring anybody.

    A friend can be what makes a first visit or the journey possible.
    """
    answer = case.plan.access.bring_someone
    if answer is BringSomeone.NO and not case.has_need(*COME_WITH_SOMEBODY):
        yield Worry("Say in the invitation that people can bring somebody.", fix=PAY_FOR_THEM)
    elif answer is BringSomeone.NOT_SURE:
        yield Worry(
            "Find out how many seats and lunches you can add, then say yes.",
            headline="You are not sure yet whether people can bring somebody.",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="access.bring_someone", fact="prices.companion_travel")
def companions_pay_for_themselves(case: Case) -> Iterator[Worry]:
    """Coming with somebody costs people money.

    Whoever needs company pays two fares. People who go alone pay one, or none.
    """
    if case.plan.access.bring_someone is BringSomeone.UNPAID and in_a_room(case.plan):
        price = case.facts.prices["companion_travel"]
        yield Worry(
            f"Pay travel and food for companions. Allow £{price.low:.0f} to £{price.high:.0f} for each companion.",
            fix=PAY_FOR_THEM,
        )


@rule(Level.GOOD_IDEA, about="access.companions", fact="pace.people_per_companion")
def companions_not_counted(case: Case) -> Iterator[Worry]:
    """Nobody knows yet how many companions will come.

    You expect people who often bring somebody. Companions need a seat, a lunch and a place at the table.
    """
    if not (companions_welcome(case.plan) and in_a_room(case.plan) and case.has_need(*OFTEN_WITH_SOMEBODY)):
        return
    answer, guess = case.plan.access.companions, case.arranged.heads.companions
    so_far = f" Until then we count {guess}." if guess else ""
    if answer is None or answer == NOT_SURE:
        yield Worry(f"Ask in the reply form who brings somebody.{so_far}", unsure=answer == NOT_SURE)


@rule(Level.LOOK_AGAIN, about="access.companions", clash=True)
def too_few_companions_counted(case: Case) -> Iterator[Worry]:
    """There are fewer seats for assistants than people who need one.

    Whoever has help with personal care usually comes with an assistant, and some come with two.
    """
    expected = case.plan.audience.needs.get("personal_care")
    counted = case.plan.access.companions
    if (
        not isinstance(expected, int)
        or not isinstance(counted, int)
        or case.provides("personal_care_support")
    ):
        return
    if counted < expected and in_a_room(case.plan):
        yield Worry(
            f"Count on {expected} or more. Now it is {counted}.",
            fix=Fix(f"Count {expected}", "access.companions", expected),
        )


@rule(Level.GOOD_IDEA, about="access.provisions", fact="provisions.supporter_briefing")
def supporters_speak_for_people(case: Case) -> Iterator[Worry]:
    """Supporters may answer for the people they come with.

    They mean well. But then you hear the supporter and not the person.
    """
    if not (case.has_need("learning_disability") and companions_welcome(case.plan)):
        return
    if case.plan.access.provisions and not case.provides("supporter_briefing"):
        yield Worry(
            "Tell supporters before the day what they are there for. Talk to the person.",
            fix=tick(case, "access.provisions", "supporter_briefing"),
        )
