"""What is put in place so that people can take part."""

from typing import Annotated

from pydantic import Field

from planner.answers.question import (
    NOT_SURE,
    Choice,
    Formats,
    NotSure,
    Provisions,
    Question,
    Step,
    Sure,
    When,
)


class BringSomeone(Choice):
    """Whether people may bring a companion, and who pays."""

    PAID = "paid", "Yes, and we pay their travel and food"
    UNPAID = "unpaid", "Yes, but they pay for themselves"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Training(Choice):
    """What happens about anything technical."""

    OFFERED = "offered", "Yes, we offer training before"
    NOTHING_TECHNICAL = "nothing_technical", "Nothing in it is technical"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Access(Step):
    """What is put in place so that people can take part."""

    provisions: Annotated[
        Provisions,
        Question(
            "What will you put in place?",
            short="What is put in place",
            why="You do not need to know who needs it. Some people will only come because they see it is there.",
            find_out="Decide what you will put in place, with disabled people",
            quick=True,
        ),
    ] = ()
    interpreters: Annotated[
        Annotated[int, Field(ge=0, le=20, strict=True)] | NotSure | None,
        Question(
            "How many interpreters will you book?",
            short="Number of interpreters",
            why="Two share the work for anything over an hour. Groups that split need more.",
            hint="Leave it open and we count two, or one for a short meeting.",
            find_out="Ask the interpreters how many are needed",
            unit="interpreters",
            when=(When("access.provisions", ("bsl_interpreters",)),),
        ),
    ] = None
    formats: Annotated[
        Formats,
        Question(
            "Which formats will you offer?",
            short="Formats offered",
            why="Papers only help people who can read them. Large print takes a minute, braille three weeks.",
            find_out="Decide which formats you will offer",
            quick=True,
        ),
    ] = ()
    bring_someone: Annotated[
        BringSomeone | None,
        Question(
            "Can people bring someone with them?",
            short="Bringing someone",
            why="A friend or assistant can be what makes a first visit, or the journey, possible.",
            find_out="Decide whether people can bring someone, and who pays",
            quick=True,
        ),
    ] = None
    companions: Annotated[
        Annotated[int, Field(ge=0, le=500, strict=True)] | NotSure | None,
        Question(
            "How many companions do you expect?",
            short="Companions expected",
            why="They need seats and lunch too.",
            hint="If you do not know, we count one for every five people.",
            find_out="Ask who is bringing someone",
            unit="people",
            when=(When("access.bring_someone", ("paid", "unpaid")),),
        ),
    ] = None
    training: Annotated[
        Training | None,
        Question(
            "Is there training for anything technical?",
            short="Training before",
            why="Budgets, plans and new software keep people silent when nobody has shown them how.",
            find_out="Check what might be technical, and offer a short training",
        ),
    ] = None
    plain_words: Annotated[
        Sure | None,
        Question(
            "Will somebody outside your team check that the words are plain?",
            short="Plain words checked",
            why="We stop hearing our own jargon. Somebody from outside hears it at once.",
            find_out="Find somebody outside your team to check the words",
        ),
    ] = None
