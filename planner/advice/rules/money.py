"""Money: people are paid in time, nobody lends you a fare, and access is never what gets cut."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.answers import NOT_SURE, Sure, known
from planner.answers.budget import HeldBy, Pay, Travel
from planner.answers.purpose import Decides
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import in_a_room

MINUTES_IN_AN_HOUR = 60
HUNDRED = 100
POUND = Decimal(1)
COUNTS_AS_EARNINGS = ("swru_payment_involvement_benefits", "city_doncaster_co_production_guide_2")


@rule(Level.LOOK_AGAIN, about="budget.money")
def not_enough_money(case: Case) -> Iterator[Worry]:
    """The plan costs more than the money there is.

    When money gets short late, access is cut first. Better to see it now and choose what else can go.
    """
    money, costs = case.plan.budget.money, case.arranged.budget
    if money == NOT_SURE and costs.total.expected:
        yield Worry(
            f"Ask who can pay. This plan costs about {_pounds(costs.total.expected)} so far.",
            headline="You do not know yet how much money there is.",
            unsure=True,
        )
    elif costs.left is not None and costs.left < 0:
        access_alone = costs.money is not None and costs.access.expected > costs.money
        yield Worry(
            f"You are about {_pounds(-costs.left)} short. Ask for more, or choose a cheaper room or food. "
            "Never cut access, or people's pay.",
            headline="Access alone costs more than the money there is." if access_alone else "",
        )


@rule(Level.LOOK_AGAIN, about="budget.access_line", source="shape_arts_access_riders_budgets")
def access_money_can_be_spent_elsewhere(case: Case) -> Iterator[Worry]:
    """No money is kept for access alone.

    When money gets short, access goes first. Then the person who needs it cannot come.
    """
    said, access = case.plan.budget.access_line, case.arranged.budget.access.expected
    how_much = f"Keep about {_pounds(access)} for access" if access else "Keep some money for access"
    if said is Sure.NOT_SURE:
        yield Worry(
            f"Find out whether you can. {how_much}.",
            headline="You are not sure yet whether money is kept for access.",
            unsure=True,
        )
    elif said is Sure.NO:
        yield Worry(
            f"{how_much}, on a line of its own that nobody may use for anything else.",
            fix=Fix("Keep money for access", "budget.access_line", Sure.YES),
        )


@rule(Level.GOOD_IDEA, about="budget.access_line", fact="pace.access_share")
def access_seems_forgotten(case: Case) -> Iterator[Worry]:
    """Access is a very small part of the money.

    Something has probably been left out. It is usually found when somebody asks, and then it is late.
    """
    costs, share = case.arranged.budget, case.pace.access_share.value
    decided = case.plan.audience.needs and known(case.plan.access.provisions)
    all_of_it = costs.subtotal.expected
    if (
        decided
        and case.arranged.heads.participants_known
        and costs.access.expected * HUNDRED < all_of_it * share
    ):
        yield Worry(
            f"Go through ‘What will you put in place?’ again. Below {share}%, something is usually missing."
        )


@rule(Level.LOOK_AGAIN, about="budget.contingency", fact="prices.contingency")
def nothing_kept_for_surprises(case: Case) -> Iterator[Worry]:
    """Too little is kept for what nobody can foresee.

    A late request or a taxi that does not come needs money on that day. Without it you have to say no.
    """
    percent, costs = case.plan.budget.contingency, case.arranged.budget
    least, usual = case.facts.prices["contingency"].low, case.pace.contingency.value
    if isinstance(percent, int) and percent < least:
        amount = costs.subtotal.percent(usual).expected
        so_much = f", about {_pounds(amount)}" if amount else ""
        yield Worry(
            f"Keep {usual}% for surprises{so_much}.",
            fix=Fix(f"Keep {usual}%", "budget.contingency", usual),
        )
    elif percent == NOT_SURE:
        yield Worry(
            f"Ask whether you may keep {usual}% for surprises.",
            headline="You are not sure yet how much to keep for surprises.",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="budget.pay", fact="prices.participant_fee_half_day")
def people_work_for_nothing(case: Case) -> Iterator[Worry]:
    """People are not paid for their time.

    You are paid to be there. People who give knowledge that nobody else has should be, too.
    """
    pay, fee = case.plan.budget.pay, case.facts.prices["participant_fee_half_day"]
    if pay is Pay.NOT_SURE:
        yield Worry(
            f"Find out whether you can pay people. About {_pounds(fee.usual)} is usual for half a day.",
            headline="You are not sure yet whether people are paid.",
            unsure=True,
        )
    elif pay is Pay.NO:
        yield Worry(
            f"Offer a fee, about {_pounds(fee.usual)} for half a day. Let people choose how, or say no to it.",
            fix=Fix("Pay people as they choose", "budget.pay", Pay.CHOICE),
        )


@rule(
    Level.LOOK_AGAIN,
    about="budget.pay",
    source=COUNTS_AS_EARNINGS,
)
def voucher_counts_as_pay(case: Case) -> Iterator[Worry]:
    """A voucher counts as pay, just like money.

    Many believe that vouchers are safe for benefits. They are not, and they cannot pay the rent.
    """
    if case.plan.budget.pay is Pay.VOUCHER and case.plan.budget.benefits_told is not Sure.YES:
        yield Worry(
            "Let people choose between money, a voucher and no pay. Tell them that vouchers count for benefits.",
            fix=Fix("Let people choose how", "budget.pay", Pay.CHOICE),
        )


@rule(
    Level.LOOK_AGAIN,
    about="budget.benefits_told",
    source=("scie_paying_people_who", *COUNTS_AS_EARNINGS),
)
def benefits_not_mentioned(case: Case) -> Iterator[Worry]:
    """Nobody tells people that pay can change their benefits.

    One fee too many can stop a benefit for weeks. People need to know before they say yes.
    """
    told = case.plan.budget.benefits_told
    if told is Sure.NOT_SURE:
        yield Worry(
            "Agree what you say about benefits, and who gives free advice near you.",
            headline="You are not sure yet what people hear about benefits.",
            unsure=True,
        )
    elif told is Sure.NO:
        yield Worry(
            "Say in the invitation: pay can affect benefits, get advice first, and you may say no to pay.",
            fix=Fix("Tell people about benefits", "budget.benefits_told", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="budget.fee", fact="pace.fee_floor")
def fee_below_the_least(case: Case) -> Iterator[Worry]:
    """The fee is lower than anybody should be paid.

    People also read, travel and prepare. A low fee tells them what you think their time is worth.
    """
    fee, floor = case.plan.budget.fee, case.pace.fee_floor.value
    least = -(-minutes_between(case.plan) * floor // MINUTES_IN_AN_HOUR)
    if isinstance(fee, int) and fee < least:
        yield Worry(
            f"Pay at least £{least}: £{floor} for each hour of the workshop. Add time for reading and travel.",
            fix=Fix(f"Pay £{least}", "budget.fee", least),
        )


@rule(Level.LOOK_AGAIN, about="budget.travel", source="university_nottingham_money")
def people_lend_you_their_fare(case: Case) -> Iterator[Worry]:
    """People have to lend you their fare.

    Many people cannot wait weeks for a taxi fare. They do not say so; they stay at home.
    """
    travel = case.plan.budget.travel
    if not in_a_room(case.plan):
        return
    if travel is Travel.NOT_SURE:
        yield Worry(
            "Find out how you can book travel for people, or bring cash on the day.",
            headline="You are not sure yet how travel is paid.",
            unsure=True,
        )
    elif travel is Travel.LATER:
        yield Worry(
            "Book and pay tickets and taxis yourselves, or pay people back in cash on the day.",
            fix=Fix("Pay ahead, or in cash on the day", "budget.travel", Travel.AHEAD),
        )


@rule(Level.LOOK_AGAIN, about="budget.travel", source=("co_produce_well", "university_nottingham_money"))
def people_pay_their_own_way(case: Case) -> Iterator[Worry]:
    """Travel is not paid.

    Disabled people often need a taxi where others take a bus. Some cannot come without that money.
    """
    if in_a_room(case.plan) and case.plan.budget.travel is Travel.NO:
        yield Worry(
            "Pay all travel, whichever way people need to come, ahead or in cash on the day.",
            fix=Fix("Pay ahead, or in cash on the day", "budget.travel", Travel.AHEAD),
        )


@rule(Level.GOOD_IDEA, about="budget.held_by", source="think_local_co_production_ladder")
def money_is_held_elsewhere(case: Case) -> Iterator[Worry]:
    """People have no say in the money.

    Whoever holds the money can undo what people decide. Sharing a small part of it shows that you mean it.
    """
    held, together = case.plan.budget.held_by, case.plan.purpose.decides in (Decides.TOGETHER, Decides.GROUP)
    if held is HeldBy.NOT_SURE:
        yield Worry(
            "Find out who can say yes to a cost, and which part you can share.",
            headline="You are not sure yet who decides about the money.",
            unsure=True,
        )
    elif held in (HeldBy.US, HeldBy.SOMEBODY_ELSE):
        yield Worry(
            "Show people the sums. Choose one part, such as food or what is bought first, and decide it together.",
            headline="You decide together, but not about the money." if together else "",
        )


def _pounds(amount: Decimal) -> str:
    return f"£{amount.quantize(POUND, ROUND_CEILING):,}"
