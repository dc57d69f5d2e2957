"""What people do together, and the ways in which they can take part."""

from typing import Annotated

from planner.answers.question import (
    NOT_SURE,
    Activities,
    Choice,
    IcebreakerKey,
    NotSure,
    Question,
    Step,
    Sure,
    Text,
)


class OtherWays(Choice):
    """Whether people can take part without speaking up in the room."""

    SEVERAL = "several", "Yes, in several ways"
    ONE = "one", "Yes, in one way"
    NO = "no", "No, only by speaking"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Later(Choice):
    """Whether people can add something before or after the day."""

    BOTH = "both", "Yes, before and after"
    AFTER = "after", "Yes, after the day"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Methods(Step):
    """What people do together, and the ways in which they can take part."""

    activities: Annotated[
        Activities,
        Question(
            "What will you do together?",
            short="Activities",
            why="Formal meetings put people off. Things to do together build trust, and better answers.",
            hint="Two are enough for half a day. We add the welcome, the breaks and the end.",
            find_out="Choose the activities with the people who plan with you",
            quick=True,
        ),
    ] = ()
    icebreaker: Annotated[
        IcebreakerKey | NotSure | None,
        Question(
            "How will you break the ice?",
            short="Ice-breaker",
            why="A short, easy start helps people find their voice. Nobody should have to join in.",
            find_out="Choose an ice-breaker that nobody has to join",
        ),
    ] = None
    other_ways: Annotated[
        OtherWays | None,
        Question(
            "Can people take part without speaking to the group?",
            short="Ways to take part without speaking",
            why="Writing, drawing, pointing, signing or telling one person are as good as speaking up.",
            find_out="Plan a way to take part without speaking to the group",
        ),
    ] = None
    later: Annotated[
        Later | None,
        Question(
            "Can people add something before or after the day?",
            short="Taking part at another time",
            why="Some people need time to think, cannot come, or say more the next morning.",
            find_out="Plan how people can add something before or after the day",
        ),
    ] = None
    part_of_it: Annotated[
        Sure | None,
        Question(
            "Can people come for only part of it?",
            short="Coming for part of it",
            why="Some people cannot promise a whole session. Saying so in the invitation lets them come.",
            find_out="Decide whether people can come for only part of it",
        ),
    ] = None
    questions_ahead: Annotated[
        Sure | None,
        Question(
            "Will you send the questions ahead?",
            short="Questions sent ahead",
            why="Time to prepare helps people who use communication aids, and anybody who thinks before they talk.",
            find_out="Decide whether to send the questions ahead",
        ),
    ] = None
    enjoyable: Annotated[
        Text,
        Question(
            "What will people enjoy?",
            short="What people will enjoy",
            why="Fun builds trust. It is often the reason to come back.",
            example="Cake, a try of the pool hoist, and an artist who draws what we say.",
            long=True,
        ),
    ] = ""
