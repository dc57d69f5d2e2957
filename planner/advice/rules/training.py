"""Training: point 5 of the guide. Nobody is silent because nobody showed them how."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import tick
from planner.answers.access import Training
from planner.answers.venue import Place

TECHNICAL = (
    "online_whiteboard",
    "live_poll",
    "digital_story",
    "photovoice",
    "group_chat_diary",
)  # need a device
SHOWN_HOW = ("training_session", "test_call", "preparation_call")

OFFER_IT = Fix("Offer a short training before", "access.training", Training.OFFERED)


@rule(Level.LOOK_AGAIN, about="access.training", source="co_produce_well", fact="provisions.training_session")
def nobody_is_shown_how(case: Case) -> Iterator[Worry]:
    """There is no training for what is technical.

    Budgets, plans, voting rules and new software keep people silent when nobody has shown them how.
    """
    answer = case.plan.access.training
    if answer is Training.NO:
        yield Worry(
            "Offer a short training before the day. Pay people for it, and let them skip it.", fix=OFFER_IT
        )
    elif answer is Training.NOT_SURE:
        yield Worry(
            "Go through the day: is there a budget, a plan, a vote or software in it? Then offer a short training.",
            headline="You are not sure yet whether people need training.",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="access.training", clash=True)
def technical_after_all(case: Case) -> Iterator[Worry]:
    """Something in it is technical for people who have not done it before.

    Joining online, or making something on a phone, is easy when you do it often.
    """
    if case.plan.access.training is not Training.NOTHING_TECHNICAL or case.provides(*SHOWN_HOW):
        return
    if case.plan.venue.place in (Place.ONLINE, Place.HYBRID):
        yield Worry(
            "Offer everybody a test call, and help by phone while they join.",
            fix=tick(case, "access.provisions", "test_call"),
        )
    elif any(one.method in TECHNICAL for one in case.plan.methods.activities):
        yield Worry("Show people before the day what they will use, and let them try it.", fix=OFFER_IT)


@rule(Level.GOOD_IDEA, about="access.provisions", fact="provisions.training_session")
def training_without_a_time(case: Case) -> Iterator[Worry]:
    """The training you offer is not planned yet.

    Without a time, a person and money, a training is soon forgotten.
    """
    planned = not case.plan.access.provisions or case.provides("training_session", "test_call")
    if case.plan.access.training is Training.OFFERED and not planned:
        yield Worry(
            "Put the training in your plan, so that it gets its dates and its costs.",
            fix=tick(case, "access.provisions", "training_session"),
        )
