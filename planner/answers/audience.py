"""Who is coming, what they need and how they hear about it."""

from typing import Annotated

from planner.answers.question import (
    NOT_SURE,
    Choice,
    Needs,
    NotSure,
    People,
    Question,
    Routes,
    Step,
    Sure,
    Text,
)


class AskedNeeds(Choice):
    """Whether people have been asked what they need."""

    ASKED = "asked", "Yes, we have asked"
    IN_INVITATION = "in_invitation", "We ask in the invitation"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class KnowsUs(Choice):
    """How many of the people already come to what the organiser does."""

    NEW = "new", "Most are new to us"
    MIXED = "mixed", "Some are new, some come already"
    KNOWN = "known", "All of them come already"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Audience(Step):
    """Who is coming, what they need and how they hear about it."""

    people: Annotated[
        People | NotSure | None,
        Question(
            "How many people do you hope will come?",
            short="People taking part",
            why="Seats, lunch, room and money all follow from it. Do not count your own team or supporters.",
            find_out="Decide how many people to invite",
            unit="people",
            quick=True,
        ),
    ] = None
    needs: Annotated[
        Needs,
        Question(
            "Who might be among them?",
            short="What people need",
            why="Each tick brings what usually helps, with its dates and costs. Tick those you expect, too.",
            hint="Say how many if you know. Never write names or health conditions.",
            find_out="Find out how many people have this need",
            quick=True,
        ),
    ] = {}
    young: Annotated[
        Sure | None,
        Question(
            "Will anybody under 18 take part?",
            short="Young people under 18",
            why="Then a parent or guardian agrees too, and somebody is trained to keep young people safe.",
            find_out="Find out whether anybody under 18 will take part",
        ),
    ] = None
    asked_needs: Annotated[
        AskedNeeds | None,
        Question(
            "Have you asked people what they need?",
            short="Asked what people need",
            why="People know best what works for them. Ask what they need, never what is wrong.",
            find_out="Agree how you will ask people what they need",
        ),
    ] = None
    knows_us: Annotated[
        KnowsUs | None,
        Question(
            "Do these people already come to what you do?",
            short="New people or known people",
            why="People who do not come to you can tell you why. That is often what you most need to hear.",
            find_out="Find out who is missing from your usual groups",
        ),
    ] = None
    routes: Annotated[
        Routes,
        Question(
            "How will people hear about it?",
            short="How people hear about it",
            why="No single way reaches everybody. Groups that people trust reach further than posters.",
            find_out="Choose how people will hear about it",
            quick=True,
        ),
    ] = ()
    brings: Annotated[
        Text,
        Question(
            "What might bring people here, and what do they get out of it?",
            short="What brings people here",
            why="When you know what matters to people, you can start there. Who is who comes next.",
            example="Many gave up swimming because of the changing rooms. They want their pool back.",
            long=True,
        ),
    ] = ""
