"""What it costs, low, expected and high, with access on lines of its own."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from planner.answers import Plan
from planner.answers.access import BringSomeone
from planner.answers.budget import Pay
from planner.answers.venue import Place
from planner.arrangements.days import is_whole_day, minutes_between
from planner.arrangements.follows import Because, Chosen, Follows, in_a_room, pays_travel, people_served
from planner.arrangements.headcount import HeadCount, crew_of, turnout
from planner.arrangements.travel import Travellers, travellers
from planner.catalogue import Catalogue
from planner.catalogue.entries import Basis, Cost, Evidence, Group, Mode, Per, Price, Provision

PENNY = Decimal("0.01")
FEE = "pay.fee"


@dataclass(frozen=True)
class Range:
    """A low, an expected and a high number."""

    low: Decimal
    expected: Decimal
    high: Decimal

    def __add__(self, other: "Range") -> "Range":
        """Low with low, expected with expected, high with high."""
        return Range(self.low + other.low, self.expected + other.expected, self.high + other.high)

    def __mul__(self, other: "Range") -> "Range":
        """Each with its own, to the penny."""
        return Range(
            _penny(self.low * other.low),
            _penny(self.expected * other.expected),
            _penny(self.high * other.high),
        )

    def percent(self, share: int) -> "Range":
        """So many hundredths of it, to the penny."""
        return self * Range(*(Decimal(share) / 100,) * 3)


ZERO = Range(Decimal(0), Decimal(0), Decimal(0))


@dataclass(frozen=True)
class BudgetLine:
    """One thing to pay for: how many, at what price, and why."""

    id: str
    item: str
    group: Group
    count: Range
    price: Range
    because: Because
    evidence: Evidence
    basis: Basis | None  # of the price, which may be less sure than the fact; None where the organiser set it

    @cached_property
    def cost(self) -> Range:
        """How many times the price, in pounds."""
        return self.count * self.price

    @property
    def is_own_price(self) -> bool:
        """Whether the organiser gave the price: what they were quoted, or what they decided to pay."""
        return self.basis is None

    @property
    def takes_own_price(self) -> bool:
        """Whether a quoted price can be put in; what people are paid is a question of its own."""
        return self.id != FEE

    @property
    def is_our_guess(self) -> bool:
        """Whether the price is our own judgement, and so is shown as "allow about"."""
        return self.basis is Basis.OUR_JUDGEMENT


@dataclass(frozen=True)
class Budget:
    """Every line, with the reserve and the money there is."""

    lines: tuple[BudgetLine, ...]
    contingency_percent: int
    money: int | None

    @cached_property
    def subtotal(self) -> Range:
        """All lines together."""
        return sum((line.cost for line in self.lines), ZERO)

    @cached_property
    def contingency(self) -> Range:
        """The share of the lines kept for what nobody can foresee."""
        return self.subtotal.percent(self.contingency_percent)

    @cached_property
    def total(self) -> Range:
        """All lines and the reserve."""
        return self.subtotal + self.contingency

    @cached_property
    def access(self) -> Range:
        """What is for access and formats, and must not be cut."""
        return sum((line.cost for line in self.lines if line.group in {Group.ACCESS, Group.FORMATS}), ZERO)

    def group(self, group: Group) -> Range:
        """All lines of one group."""
        return sum((line.cost for line in self.lines if line.group is group), ZERO)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that have a line, in the order of the budget."""
        return tuple(group for group in Group if any(line.group is group for line in self.lines))

    @property
    def left(self) -> Decimal | None:
        """The money there is less the expected total; below zero it is short. None while the money is not known."""
        return None if self.money is None else self.money - self.total.expected


def budget(plan: Plan, facts: Catalogue, gathered: Follows, heads: HeadCount) -> Budget:
    """The budget from the head-count, the day and everything that follows from the answers."""
    who = travellers(plan, facts, heads)
    lines = [*_own_lines(plan, facts, heads, who), *_gathered_lines(plan, facts, gathered, heads, who)]
    order = list(Group)
    percent, money = plan.budget.contingency, plan.budget.money
    return Budget(
        lines=tuple(
            sorted(
                (_as_quoted(line, plan) for line in lines if line.count.high),
                key=lambda line: order.index(line.group),
            )
        ),
        contingency_percent=percent if isinstance(percent, int) else facts.pace.contingency.value,
        money=money if isinstance(money, int) else None,
    )


def _as_quoted(line: BudgetLine, plan: Plan) -> BudgetLine:
    """The line with the price that the organiser was given, where there is one."""
    own = plan.own_prices.get(line.id)
    return line if own is None or not line.takes_own_price else replace(line, price=_same(own), basis=None)


def count_words(line: BudgetLine) -> str:
    """How many there are of it, for a person who reads: one number, or three where the turnout decides."""
    few, usual, many = line.count.low, line.count.expected, line.count.high
    return f"{usual:,.0f}" if few == many else f"{usual:,.0f} ({few:,.0f} to {many:,.0f})"


def price_words(line: BudgetLine, today: date) -> str:
    """The price of one, how sure it is, and a mark where it was due to be checked again."""
    low, high = line.price.low, line.price.high
    pounds = f"£{low:,.2f}" if low == high else f"£{low:,.2f} to £{high:,.2f}"
    if line.basis is None:
        return f"{pounds}, your price."
    about = "allow about " if line.is_our_guess else ""
    return f"{about}{pounds}; {line.basis.words}; {line.evidence.checked_words(today)}."


def _own_lines(plan: Plan, facts: Catalogue, heads: HeadCount, who: Travellers) -> Iterator[BudgetLine]:
    """Pay, travel and the room: lines that come from answers rather than from a ticked entry."""
    prices = facts.prices
    if plan.budget.pay in (Pay.MONEY, Pay.VOUCHER, Pay.CHOICE):
        fee = usual_fee(plan, facts)
        because = Because("budget.pay", "people are paid for their time")
        everybody = _turnout(heads.participants, facts)
        line = _priced(FEE, "Fee for each person", Group.PAY, everybody, because, fee)
        own = plan.budget.fee
        yield replace(line, price=_same(own), basis=None) if isinstance(own, int) else line
    if not in_a_room(plan):
        return
    if pays_travel(plan):
        because = Because("budget.travel", "travel costs are paid")
        local, others = prices["travel_local"], _turnout(who.others.people, facts)
        yield _priced("travel.local", local.label, Group.TRAVEL, others, because, local)
    if plan.access.bring_someone is BringSomeone.PAID:
        because = Because("access.bring_someone", "people can bring someone, and you pay")
        along, count = prices["companion_travel"], _same(who.others.companions)
        yield _priced("travel.companion", along.label, Group.TRAVEL, count, because, along)
    because = Because("venue.place", "people meet in a room")
    hour, hours = prices["venue_hour"], _same(venue_hours(plan, facts))
    yield _priced("venue.hire", "Hire of the rooms, by the hour", Group.VENUE, hours, because, hour)


def _priced(line_id: str, item: str, group: Group, count: Range, because: Because, fact: Price) -> BudgetLine:
    price = Range(fact.low, _penny(fact.usual), fact.high)
    return BudgetLine(line_id, item, group, count, price, because, fact.evidence, fact.evidence.basis)


def usual_fee(plan: Plan, facts: Catalogue) -> Price:
    """What people are usually paid for a workshop of this length, in a room or online."""
    if is_whole_day(plan, facts):
        return facts.prices["participant_fee_full_day"]
    short = minutes_between(plan) <= facts.pace.online_at_most.value
    online = plan.venue.place is Place.ONLINE and short
    return facts.prices["participant_fee_online" if online else "participant_fee_half_day"]


def venue_hours(plan: Plan, facts: Catalogue) -> int:
    """Whole hours for which the room is hired: the workshop, setting up and clearing away."""
    pace = facts.pace
    there_is = minutes_between(plan) or pace.working_time.value
    return math.ceil((there_is + pace.set_up.value + pace.clear_up.value) / 60)


def _gathered_lines(
    plan: Plan, facts: Catalogue, gathered: Follows, heads: HeadCount, who: Travellers
) -> Iterator[BudgetLine]:
    whole_day = is_whole_day(plan, facts)
    for one in gathered.chosen:
        for key, cost in one.entry.costs.items():
            if cost.group is Group.TRAVEL and not in_a_room(plan):
                continue  # an interpreter who works online pays no fare
            if any(who.party(mode).people for mode in cost.unless_travel):
                continue  # these people are counted one by one
            rate = cost.whole_day if cost.whole_day and whole_day else cost
            yield BudgetLine(
                f"{one.name}.{key}",
                rate.item,
                cost.group,
                _count(cost, one, plan, facts, heads, who),
                Range(rate.low, _penny((rate.low + rate.high) / 2), rate.high),
                one.because,
                one.entry.evidence,
                cost.basis,
            )


def _count(cost: Cost, one: Chosen, plan: Plan, facts: Catalogue, heads: HeadCount, who: Travellers) -> Range:
    everybody = _turnout(heads.participants, facts)
    room = in_a_room(plan)
    match cost.per:
        case Per.WORKSHOP:
            return _same(1)
        case Per.PARTICIPANT:
            return everybody
        case Per.COMPANION:
            return _same(heads.companions)
        case Per.TRAVELLER:
            return everybody + _same(heads.companions) if room else ZERO
        case Per.MOUTH:
            return everybody + _same(heads.companions + heads.crew_count) if room else ZERO
        case Per.WITH_NEED:
            served = people_served(one.entry, plan) if isinstance(one.entry, Provision) else one.how_many
            return _same(max(1, served))
        case Per.CREW:
            return _same(crew_of(one, plan, heads.participants))
        case Per.RIDER | Per.MILE:
            return _journeys(cost, one, facts, who)
        case Per.VENUE_HOUR:
            return _same(venue_hours(plan, facts))
        case Per.WORKSHOP_HOUR:
            return _same(math.ceil((minutes_between(plan) or facts.pace.working_time.value) / 60))


def _journeys(cost: Cost, one: Chosen, facts: Catalogue, who: Travellers) -> Range:
    """Tickets, or miles, of everybody who travels this way. Those who come along share a car but not a ticket."""
    party = who.party(one.name.rpartition(".")[2])
    people = _turnout(party.people, facts)
    along = 0 if isinstance(one.entry, Mode) and one.entry.shared else party.companions
    each = _same(who.miles if cost.per is Per.MILE else 1)
    return (people + _same(along)) * each


def _turnout(people: int, facts: Catalogue) -> Range:
    """So many people expected, with those who come on a hard day and those who come when everybody can."""
    low, high = turnout(people, facts)
    return Range(Decimal(low), Decimal(people), Decimal(high))


def _same(number: int | Decimal) -> Range:
    return Range(Decimal(number), Decimal(number), Decimal(number))


def _penny(amount: Decimal) -> Decimal:
    return amount.quantize(PENNY, ROUND_HALF_UP)
