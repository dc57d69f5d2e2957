"""Informality: a day that people enjoy, and that does not feel like an official meeting."""

from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.rules.methods import another_method, chosen_methods
from planner.answers import NOT_SURE, known
from planner.answers.audience import KnowsUs
from planner.arrangements.follows import place_of

SOMETHING_NICE = ("shared_meal", "treat_by_post")


@rule(Level.LOOK_AGAIN, about="methods.activities", source="co_produce_well", fact="pace.formal")
def feels_like_a_meeting(case: Case) -> Iterator[Worry]:
    """Everything you do together feels like an official meeting.

    Formal meetings can frighten, bore or put people off. Those with most to say may say least.
    """
    methods, formal = chosen_methods(case), case.pace.formal.value
    if methods and all(one.formality >= formal for one in methods):
        better = another_method(case, lambda one: one.enjoyable)
        yield Worry(f"Put something informal first, such as ‘{better}’.")


@rule(Level.GOOD_IDEA, about="methods.enjoyable", source="co_produce_well")
def nothing_to_enjoy(case: Case) -> Iterator[Worry]:
    """There is nothing in it that people will simply enjoy.

    Doing something pleasant together builds trust, and helps people say what they think.
    """
    methods = chosen_methods(case)
    nice = case.plan.methods.enjoyable or any(key in SOMETHING_NICE for key in case.plan.welcome.refreshments)
    if methods and not nice and not any(one.enjoyable for one in methods):
        better = another_method(case, lambda one: one.enjoyable)
        yield Worry(f"Add something that is fun in itself: music, cake, a try-out, or ‘{better}’.")


@rule(Level.GOOD_IDEA, about="methods.icebreaker", source="co_produce_well")
def strangers_with_no_start(case: Case) -> Iterator[Worry]:
    """New people come, and nothing helps them to start talking.

    The first words are the hardest. A short, easy start helps people find their voice.
    """
    methods = case.plan.methods
    if case.plan.audience.knows_us not in (KnowsUs.NEW, KnowsUs.MIXED):
        return
    if methods.icebreaker == NOT_SURE:
        yield Worry(
            "Choose a short, easy start that nobody has to join.",
            headline="You are not sure yet how new people start to talk.",
            unsure=True,
        )
    elif methods.activities and methods.icebreaker is None:
        yield Worry("Start with something short and easy. Say that nobody has to join in.")


@rule(Level.LOOK_AGAIN, about="methods.icebreaker")
def a_start_that_leaves_some_out(case: Case) -> Iterator[Worry]:
    """The ice-breaker leaves some people out.

    If the first thing you do is not for somebody, they know it for the rest of the day.
    """
    key = case.plan.methods.icebreaker
    if not key or not known(key):
        return
    start = case.facts.icebreakers[key]
    if left_out := [case.facts.needs[need].who for need in start.hard_for if case.has_need(need)]:
        better = _another_start(case)
        yield Worry(f"Take another one, such as ‘{better}’. You expect people who {'; who '.join(left_out)}.")


def _another_start(case: Case) -> str:
    """A start that suits the place and everybody who is expected."""
    place = place_of(case.plan)
    return next(
        one.label
        for one in case.facts.icebreakers.values()
        if (place is None or place in one.where) and not any(case.has_need(need) for need in one.hard_for)
    )
