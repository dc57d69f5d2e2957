"""What the workshop is for, and what can still change because of it."""

from typing import Annotated

from planner.answers.question import NOT_SURE, Choice, Question, Step, Text


class CanChange(Choice):
    """How much is still open."""

    EVERYTHING = "everything", "Everything, even the question"
    MOST = "most", "Most of it"
    SOME = "some", "Some parts"
    NOTHING = "nothing", "Nothing, it is decided"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Decides(Choice):
    """Who decides in the end."""

    TOGETHER = "together", "We decide together"
    GROUP = "group", "The group decides"
    AFTER_LISTENING = "after_listening", "We decide after listening"
    SOMEBODY_ELSE = "somebody_else", "Somebody else decides"
    NOT_SURE = NOT_SURE, "Not sure yet"


class WorkStage(Choice):
    """Where the work stands."""

    PLANNING = "planning", "Planning: what should we do?"
    DEVELOPMENT = "development", "Development: how should it work?"
    DELIVERY = "delivery", "Delivery: doing it together"
    REVIEW = "review", "Review: how is it going?"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Purpose(Step):
    """What the workshop is for, and what can still change because of it."""

    title: Annotated[
        Text,
        Question(
            "What is the workshop called?",
            short="Name of the workshop",
            why="The name is the first thing people see. A plain one tells them it is for them.",
            example="Better changing rooms: plan them with us",
            quick=True,
        ),
    ] = ""
    organiser: Annotated[
        Text,
        Question(
            "Which organisation is running it?",
            short="Organisation",
            why="People want to know who is asking before they say yes.",
            example="Northfield Leisure and Northfield Access Forum",
            quick=True,
        ),
    ] = ""
    question: Annotated[
        Text,
        Question(
            "What do you want to work out together?",
            short="What we work out together",
            why="One clear question helps people decide whether to come, and helps you keep to it.",
            example="What should the new changing rooms have, so that everybody can use the pool?",
            quick=True,
            long=True,
        ),
    ] = ""
    can_change: Annotated[
        CanChange | None,
        Question(
            "How much can people still change?",
            short="What can still change",
            why="Co-production needs something real to decide. If nothing can change, say so and do something else.",
            find_out="Find out how much people can still change",
            quick=True,
        ),
    ] = None
    fixed: Annotated[
        Text,
        Question(
            "What is already fixed, and why?",
            short="What is fixed",
            why="People forgive limits that they hear about first. They do not forgive finding out later.",
            example="The pool stays open in the summer. The building cannot get bigger.",
            long=True,
        ),
    ] = ""
    decides: Annotated[
        Decides | None,
        Question(
            "Who decides in the end?",
            short="Who decides",
            why="Sharing power means saying who has it. We put the true answer in the invitation.",
            find_out="Agree who decides in the end",
        ),
    ] = None
    stage: Annotated[
        WorkStage | None,
        Question(
            "Where does the work stand?",
            short="Stage of the work",
            why="People should be part of planning, making and running it, not only of looking back.",
            find_out="Agree which stage of the work this is",
        ),
    ] = None
