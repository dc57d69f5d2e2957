"""How people are met, fed and made to feel that they belong."""

from typing import Annotated

from planner.answers.question import (
    NOT_SURE,
    Choice,
    Question,
    Refreshments,
    Roles,
    Step,
    Sure,
    Text,
    When,
)
from planner.answers.venue import NOBODY_COMES


class DoorsOpen(Choice):
    """How long before the start people can arrive."""

    HALF_HOUR = "30", "30 minutes before"
    QUARTER = "15", "15 minutes before"
    AT_START = "0", "At the start"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def minutes(self) -> int | None:
        """Minutes before the start; None where it is not sure."""
        return int(self.value) if self.value.isdigit() else None


class Photos(Choice):
    """Whether anybody takes photos, films or records, and of whom."""

    NONE = "none", "No photos, films or recordings"
    WITH_A_YES = "with_a_yes", "Only of people who say yes"
    EVERYBODY = "everybody", "Yes, of everybody"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Welcome(Step):
    """How people are met, fed and made to feel that they belong."""

    contact: Annotated[
        Text,
        Question(
            "Who can people ask before the day?",
            short="Contact",
            why="One name, with a phone number and an e-mail, opens more doors than any form.",
            hint="Your own team's contact, not a person who is coming.",
            example="Asha in the parks team, 01632 960123 (call or text), parks@example.org",
            quick=True,
        ),
    ] = ""
    doors: Annotated[
        DoorsOpen | None,
        Question(
            "When can people arrive?",
            short="Doors open",
            why="Time for a drink, the toilet and a quiet look round makes a calm start.",
            find_out="Agree with the venue when the doors open",
        ),
    ] = None
    roles: Annotated[
        Roles,
        Question(
            "Who does what on the day?",
            short="Jobs on the day",
            why="When a job is nobody's, it is not done. One person can have two small ones.",
            find_out="Agree who does what on the day",
        ),
    ] = ()
    badges: Annotated[
        Sure | None,
        Question(
            "Will there be name badges?",
            short="Name badges",
            why="Badges with first names in big letters help everybody know who is who.",
            find_out="Decide about name badges",
            unless=NOBODY_COMES,
        ),
    ] = None
    refreshments: Annotated[
        Refreshments,
        Question(
            "What is there to eat and drink?",
            short="Food and drink",
            why="The best talk often comes over a cup of tea. Free for everybody, supporters too.",
            find_out="Decide what there is to eat and drink",
            quick=True,
        ),
    ] = ()
    asked_diets: Annotated[
        Sure | None,
        Question(
            "Will you ask what people can and cannot eat?",
            short="Food needs asked",
            why="Allergies, swallowing, faith and blood sugar all decide what people can eat.",
            find_out="Ask what people can and cannot eat",
            unless=NOBODY_COMES,
            when=(
                When(
                    "welcome.refreshments",
                    ("tea_and_coffee", "sandwich_lunch", "hot_lunch", "cake_and_fruit"),
                ),
            ),
        ),
    ] = None
    agreed_rules: Annotated[
        Sure | None,
        Question(
            "Will you agree together how to treat each other?",
            short="Agreement with each other",
            why="One at a time, no jargon, a pass is fine: it works when people made it themselves.",
            find_out="Plan five minutes to agree how you treat each other",
        ),
    ] = None
    photos: Annotated[
        Photos | None,
        Question(
            "Will you take photos, film or record?",
            short="Photos and recordings",
            why="Some people fear that a picture is used against them, at home or at a benefits office.",
            find_out="Decide about photos, and how people say yes or no",
            fold=True,
        ),
    ] = None
    in_danger: Annotated[
        Sure | None,
        Question(
            "Do all who work on the day know whom to tell when somebody is in danger?",
            short="Whom to tell in danger",
            why="Stories bring things up. Whoever hears that somebody is hurt must know what to do next.",
            find_out="Agree whom to tell when somebody is in danger",
            fold=True,
        ),
    ] = None
