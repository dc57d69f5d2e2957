"""The money: what there is, who is paid and how people get their costs back."""

from typing import Annotated

from pydantic import Field

from planner.answers.question import (
    NOT_SURE,
    Choice,
    NotSure,
    Pounds,
    Question,
    Step,
    Sure,
    TravelBy,
    When,
)
from planner.answers.venue import NOBODY_COMES


class Pay(Choice):
    """Whether people are paid for their time."""

    MONEY = "money", "Yes, with money"
    VOUCHER = "voucher", "Yes, with a voucher"
    CHOICE = "choice", "Yes, people choose how"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Travel(Choice):
    """How travel costs are covered."""

    AHEAD = "ahead", "Paid ahead, or in cash on the day"
    LATER = "later", "Paid back later"
    NO = "no", "Not paid"
    NOT_SURE = NOT_SURE, "Not sure yet"


class HeldBy(Choice):
    """Who decides what the money is spent on."""

    TOGETHER = "together", "We decide with disabled people"
    GROUP = "group", "The group decides"
    US = "us", "Our team decides"
    SOMEBODY_ELSE = "somebody_else", "Somebody else decides"
    NOT_SURE = NOT_SURE, "Not sure yet"


PAID = (When("budget.pay", ("money", "voucher", "choice")),)
FARES_PAID = (When("budget.travel", ("ahead", "later")),)


class Budget(Step):
    """The money: what there is, who is paid and how people get their costs back."""

    money: Annotated[
        Pounds | NotSure | None,
        Question(
            "How much money is there?",
            short="Money there is",
            why="We compare it with what things cost, and say how to save without cutting access.",
            find_out="Find out how much money there is",
            unit="pounds",
            quick=True,
        ),
    ] = None
    pay: Annotated[
        Pay | None,
        Question(
            "Are people paid for their time?",
            short="Pay for people's time",
            why="You are paid to be there. Equal means that others are, too.",
            find_out="Decide whether people are paid for their time",
            quick=True,
        ),
    ] = None
    fee: Annotated[
        Annotated[int, Field(ge=0, le=1000, strict=True)] | NotSure | None,
        Question(
            "How much does each person get?",
            short="Fee for each person",
            why="The same for everybody, said in the invitation.",
            hint="Leave it open and we use the usual fee for half a day, or for a whole one.",
            find_out="Decide how much each person gets",
            unit="pounds",
            when=PAID,
        ),
    ] = None
    benefits_told: Annotated[
        Sure | None,
        Question(
            "Will you tell people that pay can change their benefits?",
            short="Told about benefits",
            why="A fee can stop a benefit. People need to hear it early, and may say no to the fee.",
            find_out="Write down what you tell people about pay and benefits",
            when=PAID,
        ),
    ] = None
    travel: Annotated[
        Travel | None,
        Question(
            "How are travel costs paid?",
            short="Travel costs",
            why="Many people cannot lend you a taxi fare until next month.",
            find_out="Decide how travel costs are paid",
            unless=NOBODY_COMES,
            quick=True,
        ),
    ] = None
    travel_by: Annotated[
        TravelBy,
        Question(
            "How will people travel?",
            short="How people travel",
            why="A bus costs little and a taxi a lot. A taxi that somebody needs is money for access.",
            hint="Count the people taking part. We add those who come with them. For everybody whom you do not "
            "count here, we allow about the same.",
            find_out="Ask people how they will travel",
            fold=True,
            when=FARES_PAID,
            unless=NOBODY_COMES,
        ),
    ] = {}
    miles: Annotated[
        Annotated[int, Field(ge=0, le=500, strict=True)] | NotSure | None,
        Question(
            "How far do people come, there and back?",
            short="Miles there and back",
            why="Cars and taxis are paid by the mile.",
            hint="A rough figure for one person is enough. Leave it open and we count ten miles.",
            find_out="Ask people how far they come",
            fold=True,
            unit="miles",
            when=FARES_PAID,
            unless=NOBODY_COMES,
        ),
    ] = None
    access_line: Annotated[
        Sure | None,
        Question(
            "Is money set aside for access that nobody may use for anything else?",
            short="Money kept for access",
            why="When money gets short, access is what gets cut first, unless it has its own line.",
            find_out="Set aside money for access",
        ),
    ] = None
    contingency: Annotated[
        Annotated[int, Field(ge=0, le=50, strict=True)] | NotSure | None,
        Question(
            "How much do you keep for what you cannot foresee?",
            short="Reserve for surprises",
            why="A late request, a taxi that does not come: a small reserve lets you say yes.",
            hint="If you leave it open, we use the usual share.",
            find_out="Decide how much to keep for surprises",
            unit="percent",
        ),
    ] = None
    held_by: Annotated[
        HeldBy | None,
        Question(
            "Who decides what the money is spent on?",
            short="Who holds the money",
            why="Money is power. When people share in it, they know that the rest is meant.",
            find_out="Find out who decides about the money, and what you can share",
            fold=True,
        ),
    ] = None
