"""Sharing power: who picks the topic, plans, runs and decides, and who may correct the notes."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.rules.methods import another_method, chosen_methods
from planner.answers import Sure
from planner.answers.purpose import CanChange, Decides, WorkStage
from planner.answers.together import ChoseTopic, PlannedWith, RunWith

PEOPLE_DECIDE = (Decides.TOGETHER, Decides.GROUP)


@rule(Level.LOOK_AGAIN, about="purpose.can_change", source="co_produce_well")
def nothing_left_to_decide(case: Case) -> Iterator[Worry]:
    """Nothing is left to decide together.

    People give their time because they hope to change something. Finding out later breaks trust.
    """
    purpose = case.plan.purpose
    if purpose.can_change is CanChange.NOT_SURE:
        yield Worry(
            "Ask whoever holds the money what people can still change, before you invite anybody.",
            headline="You are not sure yet what people can change.",
            unsure=True,
        )
    elif purpose.can_change is CanChange.NOTHING:
        says_together = purpose.decides in PEOPLE_DECIDE
        yield Worry(
            "Find one real choice that you can share. If there is none, say so, and only tell people the news.",
            headline="You say that people decide, but it is decided already." if says_together else "",
        )


@rule(Level.LOOK_AGAIN, about="purpose.decides", source="think_local_co_production_ladder")
def somebody_else_decides(case: Case) -> Iterator[Worry]:
    """The person who decides is not part of it.

    People can agree on something together and still hear a no from somebody they never met.
    """
    decides, said = case.plan.purpose.decides, case.plan.follow_up.what_happens
    if decides is Decides.NOT_SURE:
        yield Worry(
            "Agree who decides, and say so in the invitation.",
            headline="You are not sure yet who decides in the end.",
            unsure=True,
        )
    elif decides is Decides.SOMEBODY_ELSE and not said:
        yield Worry("Ask whoever decides to come and listen. Tell people when and how they decide.")


@rule(Level.LOOK_AGAIN, about="methods.activities", fact="pace.shares_power")
def asked_but_not_deciding(case: Case) -> Iterator[Worry]:
    """What you do together only collects opinions.

    You promise that people decide. For that they need time to weigh things up and choose.
    """
    methods = chosen_methods(case)
    enough = case.pace.shares_power.value
    if case.plan.purpose.decides in PEOPLE_DECIDE and methods and all(one.power < enough for one in methods):
        most = max(one.power for one in case.facts.methods.values())
        better = another_method(case, lambda one: one.power == most)
        yield Worry(f"Add something in which people choose, such as ‘{better}’.")


@rule(Level.LOOK_AGAIN, about="together.chose_topic", source="co_produce_well")
def topic_chosen_for_people(case: Case) -> Iterator[Worry]:
    """Disabled people had no say in the topic.

    What matters to you may not be what matters most to them. Then few come, and fewer stay.
    """
    chose = case.plan.together.chose_topic
    if chose is ChoseTopic.NOT_SURE:
        yield Worry(
            "Ask some disabled people whether this topic matters to them.",
            headline="You are not sure yet who chose the topic.",
            unsure=True,
        )
    elif chose is ChoseTopic.US and case.plan.purpose.can_change is not CanChange.EVERYTHING:
        yield Worry("Ask some disabled people what they would put first, and let them change the question.")


@rule(Level.LOOK_AGAIN, about="together.planned_with", source="co_produce_well")
def nobody_plans_with_you(case: Case) -> Iterator[Worry]:
    """No disabled people plan it with you.

    People who know the barriers see them months before you would. You cannot get it right without them.
    """
    planned = case.plan.together.planned_with
    if planned is PlannedWith.NOT_SURE:
        yield Worry(
            "Find out who would like to plan it with you, and how you will pay them.",
            headline="You are not sure yet who plans it with you.",
            unsure=True,
        )
    elif planned is PlannedWith.NOBODY:
        yield Worry("Ask a few disabled people to plan it with you, and pay them for their time.")


@rule(Level.GOOD_IDEA, about="purpose.stage", source="co_produce_well")
def only_looking_back(case: Case) -> Iterator[Worry]:
    """People are only asked when it is finished.

    People should be part of planning, making and running something, not only of looking back.
    """
    together = case.plan.together
    if case.plan.purpose.stage is WorkStage.REVIEW and together.planned_with is not PlannedWith.TEAM:
        yield Worry("Use what you hear to plan the next thing, and ask people now to plan it with you.")


@rule(Level.LOOK_AGAIN, about="together.run_with", source="co_produce_well")
def only_your_team_runs_it(case: Case) -> Iterator[Worry]:
    """Only your own team runs the day.

    Everybody sees at once who stands in front. When disabled people lead, power is seen to be shared.
    """
    run = case.plan.together.run_with
    if run is RunWith.NOT_SURE:
        yield Worry(
            "Ask disabled people which part of the day they would like to lead, for pay.",
            headline="You are not sure yet who runs the day.",
            unsure=True,
        )
    elif run is RunWith.NO:
        yield Worry("Ask a disabled person to welcome people or to lead one activity, and pay them for it.")


@rule(Level.LOOK_AGAIN, about="follow_up.notes_shared", source="arc_kss_feedback")
def notes_kept_to_yourselves(case: Case) -> Iterator[Worry]:
    """People cannot see or correct the notes.

    Whoever writes the notes decides what was said. People may not find their own words in them.
    """
    shared = case.plan.follow_up.notes_shared
    if shared is Sure.NOT_SURE:
        yield Worry(
            "Decide how people see the notes, and until when they can change them.",
            headline="You are not sure yet whether people see the notes.",
            unsure=True,
        )
    elif shared is Sure.NO:
        yield Worry(
            "Send the notes to everybody in plain words, and ask whether you got it right.",
            fix=Fix("Share the notes", "follow_up.notes_shared", Sure.YES),
        )
