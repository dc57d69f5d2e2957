"""What it costs, low, expected and high, with access on lines of its own."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from planner.answers import Plan
from planner.answers.access import BringSomeone
from planner.answers.budget import Pay, Travel
from planner.answers.venue import Place
from planner.arrangements.agenda import minutes_between
from planner.arrangements.follows import Because, Chosen, Follows, in_a_room, people_served
from planner.arrangements.headcount import HeadCount, crew_of
from planner.catalogue import Catalogue
from planner.catalogue.entries import Basis, Cost, Evidence, Group, Per, Price, Provision

PENNY = Decimal("0.01")


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

    @property
    def cost(self) -> Range:
        """How many times the price, in pounds."""
        return self.count * self.price

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

    @property
    def subtotal(self) -> Range:
        """All lines together."""
        return sum((line.cost for line in self.lines), ZERO)

    @property
    def contingency(self) -> Range:
        """The share of the lines kept for what nobody can foresee."""
        return self.subtotal.percent(self.contingency_percent)

    @property
    def total(self) -> Range:
        """All lines and the reserve."""
        return self.subtotal + self.contingency

    @property
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
    lines = [*_own_lines(plan, facts, heads), *_gathered_lines(plan, facts, gathered, heads)]
    order = list(Group)
    percent, money = plan.budget.contingency, plan.budget.money
    return Budget(
        lines=tuple(
            sorted((line for line in lines if line.count.high), key=lambda line: order.index(line.group))
        ),
        contingency_percent=percent if isinstance(percent, int) else facts.pace.contingency.value,
        money=money if isinstance(money, int) else None,
    )


def _own_lines(plan: Plan, facts: Catalogue, heads: HeadCount) -> Iterator[BudgetLine]:
    """Pay, travel and the room: lines that come from answers rather than from a ticked entry."""
    prices = facts.prices
    people = _turnout(heads)
    if plan.budget.pay in (Pay.MONEY, Pay.VOUCHER, Pay.CHOICE):
        fee = prices[
            "participant_fee_online" if plan.venue.place is Place.ONLINE else "participant_fee_half_day"
        ]
        because = Because("budget.pay", "people are paid for their time")
        line = _priced("pay.fee", "Fee for each person", Group.PAY, people, _between(fee), because, fee)
        own = plan.budget.fee
        yield replace(line, price=_same(own), basis=None) if isinstance(own, int) else line
    if not in_a_room(plan):
        return
    if plan.budget.travel in (Travel.AHEAD, Travel.LATER):
        because = Because("budget.travel", "travel costs are paid")
        local = prices["travel_local"]
        yield _priced("travel.local", local.label, Group.TRAVEL, people, _between(local), because, local)
    if plan.access.bring_someone is BringSomeone.PAID:
        because = Because("access.bring_someone", "people can bring someone, and you pay")
        along, count = prices["companion_travel"], _same(heads.companions)
        yield _priced("travel.companion", along.label, Group.TRAVEL, count, _between(along), because, along)
    because = Because("venue.place", "people meet in a room")
    hour, hours = prices["venue_hour"], _same(venue_hours(plan, facts))
    yield _priced(
        "venue.hire", "Hire of the rooms, by the hour", Group.VENUE, hours, _between(hour), because, hour
    )


def _priced(
    line_id: str, item: str, group: Group, count: Range, price: Range, because: Because, fact: Price
) -> BudgetLine:
    return BudgetLine(line_id, item, group, count, price, because, fact.evidence, fact.evidence.basis)


def venue_hours(plan: Plan, facts: Catalogue) -> int:
    """Whole hours for which the room is hired: the workshop, setting up and clearing away."""
    pace = facts.pace
    there_is = minutes_between(plan) or pace.working_time.value
    return math.ceil((there_is + pace.set_up.value + pace.clear_up.value) / 60)


def _gathered_lines(
    plan: Plan, facts: Catalogue, gathered: Follows, heads: HeadCount
) -> Iterator[BudgetLine]:
    for one in gathered.chosen:
        for key, cost in one.entry.costs.items():
            if cost.group is Group.TRAVEL and not in_a_room(plan):
                continue  # an interpreter who works online pays no fare
            count = _count(cost, one, plan, facts, heads)
            price = Range(cost.low, _penny((cost.low + cost.high) / 2), cost.high)
            line_id = f"{one.name}.{key}"
            yield BudgetLine(
                line_id, cost.item, cost.group, count, price, one.because, one.entry.evidence, cost.basis
            )


def _count(cost: Cost, one: Chosen, plan: Plan, facts: Catalogue, heads: HeadCount) -> Range:
    turnout = _turnout(heads)
    room = in_a_room(plan)
    match cost.per:
        case Per.WORKSHOP:
            return _same(1)
        case Per.PARTICIPANT:
            return turnout
        case Per.COMPANION:
            return _same(heads.companions)
        case Per.TRAVELLER:
            return turnout + _same(heads.companions) if room else ZERO
        case Per.MOUTH:
            return turnout + _same(heads.companions + heads.crew_count) if room else ZERO
        case Per.WITH_NEED:
            served = people_served(one.entry, plan) if isinstance(one.entry, Provision) else one.how_many
            return _same(max(1, served))
        case Per.CREW:
            return _same(crew_of(one, plan, heads.participants))
        case Per.VENUE_HOUR:
            return _same(venue_hours(plan, facts))
        case Per.WORKSHOP_HOUR:
            return _same(math.ceil((minutes_between(plan) or facts.pace.working_time.value) / 60))


def _turnout(heads: HeadCount) -> Range:
    return Range(
        Decimal(heads.participants_low), Decimal(heads.participants), Decimal(heads.participants_high)
    )


def _same(number: int) -> Range:
    return Range(Decimal(number), Decimal(number), Decimal(number))


def _between(price: Price) -> Range:
    return Range(price.low, _penny(price.usual), price.high)


def _penny(amount: Decimal) -> Decimal:
    return amount.quantize(PENNY, ROUND_HALF_UP)
