"""Keeping in touch: people hear soon, in a way that reaches them, and go on hearing."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.answers import Sure, given
from planner.answers.follow_up import Channel, FirstUpdate, UpdateEvery


@rule(
    Level.LOOK_AGAIN,
    about="follow_up.first_update",
    source=("co_produce_well", "health_care_guidance_researchers"),
)
def never_hear_again(case: Case) -> Iterator[Worry]:
    """People give their time and never hear from you again.

    Silence tells people that what they said did not matter. Many do not come a second time.
    """
    first = case.plan.follow_up.first_update
    if first is FirstUpdate.NOT_SURE:
        yield Worry(
            f"Choose a day for the first update, at most {case.pace.first_update_days.value} days after the workshop.",
            headline="You are not sure yet when people first hear from you.",
            unsure=True,
        )
    elif first is FirstUpdate.NONE:
        best = _soon_enough(case)
        yield Worry(
            "Promise a first update, and put its day into your diary now.",
            fix=Fix(f"Write {best.label.lower()}", "follow_up.first_update", best) if best else None,
        )


@rule(Level.LOOK_AGAIN, about="follow_up.first_update", fact="pace.first_update_days")
def first_news_too_late(case: Case) -> Iterator[Worry]:
    """People wait too long for the first news.

    After some weeks people have stopped waiting, and have forgotten what they said.
    """
    first, at_most = case.plan.follow_up.first_update, case.pace.first_update_days.value
    if first and first.days and first.days > at_most:
        best = _soon_enough(case)
        yield Worry(
            f"Write at most {at_most} days after the workshop, even if little has happened.",
            fix=Fix(f"Write {best.label.lower()}", "follow_up.first_update", best) if best else None,
        )


@rule(Level.LOOK_AGAIN, about="follow_up.channel", source="co_produce_well")
def news_only_on_a_website(case: Case) -> Iterator[Worry]:
    """People have to go and look for the news.

    Few people visit your website. Some are not online, and some cannot use it.
    """
    channel = case.plan.follow_up.channel
    fix = Fix("Send it in the way each person chose", "follow_up.channel", Channel.CHOSEN)
    if channel is Channel.NOT_SURE:
        yield Worry(
            "Ask people how they want to hear from you: by post, text, phone, email or video.",
            headline="You are not sure yet how the news reaches people.",
            unsure=True,
        )
    elif channel is Channel.WEBSITE:
        yield Worry("Ask each person how they want to hear from you, and send it that way too.", fix=fix)


@rule(Level.GOOD_IDEA, about="follow_up.channel")
def news_only_by_email(case: Case) -> Iterator[Worry]:
    """The news only comes by email.

    Some people do not use email, and some would rather see it signed or hear it.
    """
    if case.plan.follow_up.channel is Channel.EMAIL:
        yield Worry(
            "Ask each person how they want to hear from you. Some will want a letter, a text or a call.",
            fix=Fix("Send it in the way each person chose", "follow_up.channel", Channel.CHOSEN),
        )


@rule(Level.GOOD_IDEA, about="follow_up.every", source="co_produce_well")
def one_update_and_then_silence(case: Case) -> Iterator[Worry]:
    """People hear once, and then no more.

    Most things take months. People want to know how it went on, and whether they made a difference.
    """
    every = case.plan.follow_up.every
    if every is UpdateEvery.NOT_SURE:
        yield Worry(
            "Agree with people how often they want to hear from you.",
            headline="You are not sure yet how often people hear from you.",
            unsure=True,
        )
    elif every is UpdateEvery.ONCE:
        yield Worry(
            "Go on writing until the work is finished, even if each update is short.",
            fix=Fix(
                f"Write {UpdateEvery.TWO_MONTHS.label.lower()}", "follow_up.every", UpdateEvery.TWO_MONTHS
            ),
        )


@rule(Level.LOOK_AGAIN, about="follow_up.no_news", source="co_produce_well")
def silence_when_nothing_is_new(case: Case) -> Iterator[Worry]:
    """People hear nothing while nothing is new.

    They cannot tell a slow project from a forgotten promise. Silence can feel like disrespect.
    """
    no_news = case.plan.follow_up.no_news
    if no_news is Sure.NOT_SURE:
        yield Worry(
            "Agree to write on the day you promised, even if the news is that there is none.",
            headline="You are not sure yet whether you write when nothing is new.",
            unsure=True,
        )
    elif no_news is Sure.NO:
        yield Worry(
            "Write on the day you promised, and say that there is no news yet and why.",
            fix=Fix("Write even with no news", "follow_up.no_news", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="follow_up.who_writes")
def nobody_writes_the_updates(case: Case) -> Iterator[Worry]:
    """It is nobody's job to write to people.

    A promise that belongs to nobody is soon forgotten, and people wait in vain.
    """
    said = case.plan.follow_up
    # Only the full plan asks who writes. An answer to another of its questions shows that they were asked.
    asked_for_more = any(
        given(answer) for answer in (said.channel, said.every, said.no_news, said.notes_shared)
    )
    if not said.who_writes and asked_for_more and said.first_update and said.first_update.days:
        yield Worry("Give the job to one person by their role, with the days in their diary.")


@rule(Level.LOOK_AGAIN, about="follow_up.what_happens", source="arc_kss_feedback")
def nothing_said_about_what_happens(case: Case) -> Iterator[Worry]:
    """Nobody is told what happens with what they say.

    People decide whether to come by what may come of it. Vague promises have let them down before.
    """
    said = case.plan.follow_up
    if not said.what_happens and given(said.notes_shared):
        yield Worry("Write two or three sentences: who writes it up, who decides, and by when.")


def _soon_enough(case: Case) -> FirstUpdate | None:
    """The latest choice that is still soon enough."""
    at_most = case.pace.first_update_days.value
    fitting = [choice for choice in FirstUpdate if choice.days and choice.days <= at_most]
    return max(fitting, key=lambda choice: choice.days or 0, default=None)
