"""Doing it together: who plans, who decides, and what happens when it goes wrong."""

from typing import Annotated

from planner.answers.question import NOT_SURE, Choice, Question, Step, Sure, Text


class PlannedWith(Choice):
    """Who plans the workshop with the organiser."""

    TEAM = "team", "Disabled people plan it with us"
    ASKED = "asked", "We asked some disabled people"
    NOBODY = "nobody", "Nobody yet"
    NOT_SURE = NOT_SURE, "Not sure yet"


class RunWith(Choice):
    """Who runs it on the day."""

    LEAD = "lead", "Disabled people lead parts of it"
    HELP = "help", "Disabled people help"
    NO = "no", "Only our team"
    NOT_SURE = NOT_SURE, "Not sure yet"


class ChoseTopic(Choice):
    """Who picked the topic."""

    DISABLED_PEOPLE = "disabled_people", "Disabled people asked for it"
    TOGETHER = "together", "We chose it together"
    US = "us", "We chose it"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Together(Step):
    """Doing it together: who plans, who decides, and what happens when it goes wrong."""

    planned_with: Annotated[
        PlannedWith | None,
        Question(
            "Who plans it with you?",
            short="Who plans with you",
            why="You cannot get it right without the people it is for. Planning is part of it.",
            find_out="Ask three to six disabled people to plan it with you",
            quick=True,
        ),
    ] = None
    chose_topic: Annotated[
        ChoseTopic | None,
        Question(
            "Who chose the topic?",
            short="Who chose the topic",
            why="Doing things with people starts with what matters to them.",
            find_out="Ask disabled people whether this topic matters to them",
        ),
    ] = None
    run_with: Annotated[
        RunWith | None,
        Question(
            "Who runs it on the day?",
            short="Who runs it",
            why="When disabled people lead a part, everybody can see that power is shared.",
            find_out="Ask disabled people to lead a part of the day",
        ),
    ] = None
    stop_point: Annotated[
        Text,
        Question(
            "When would you stop or change it?",
            short="When we stop or change",
            why="Do not be afraid to stop when it no longer works. Agree the signs before.",
            example="If no interpreter is booked by 20 January, we move the day.",
            long=True,
        ),
    ] = ""
    look_back: Annotated[
        Sure | None,
        Question(
            "Have you planned time to look back together?",
            short="Looking back together",
            why="There is no road map. You find the right way by looking at what you did.",
            find_out="Plan half an hour to look back together",
        ),
    ] = None
    worries: Annotated[
        Text,
        Question(
            "What might go wrong?",
            short="What might go wrong",
            why="Things do go wrong. Said aloud, most worries turn into a plan.",
            example="The lift has broken down twice this year.",
            long=True,
        ),
    ] = ""
    lessons: Annotated[
        Text,
        Question(
            "What did you learn last time?",
            short="Lessons from last time",
            why="Mistakes and successes belong to everybody. Keep them for the next plan.",
            example="Two hours were too long. The drawing was what people remembered.",
            long=True,
        ),
    ] = ""
