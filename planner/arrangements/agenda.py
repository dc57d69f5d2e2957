"""The day from the first cup of tea to the last goodbye, end to end, with breaks that people can rely on."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import accumulate

from planner.answers import Activity, Plan, known
from planner.answers.venue import Place
from planner.arrangements.days import minutes_between, minutes_of
from planner.arrangements.follows import Follows
from planner.arrangements.pace import Clock, clock
from planner.catalogue import Catalogue
from planner.catalogue.entries import Method

ROUND_TO = 5  # minutes; nobody plans in threes


class Part(StrEnum):
    """The kinds of part that a day is made of."""

    ARRIVAL = "arrival"
    WELCOME = "welcome"
    ICEBREAKER = "icebreaker"
    ACTIVITY = "activity"
    BREAK = "break"
    LUNCH = "lunch"
    IN_HAND = "in_hand"
    CLOSE = "close"

    @property
    def words(self) -> str:
        """What an agenda calls it, where nobody gave it a name of its own."""
        return {
            Part.ARRIVAL: "Arriving, with a drink",
            Part.WELCOME: "Welcome, and who is who",
            Part.ICEBREAKER: "A first round to warm up",
            Part.ACTIVITY: "Activity",
            Part.BREAK: "Break",
            Part.LUNCH: "Lunch",
            Part.IN_HAND: "Time in hand, for what needs longer",
            Part.CLOSE: "What happens next, and goodbye",
        }[self]

    @property
    def is_rest(self) -> bool:
        """Whether people can rest in it."""
        return self in {Part.ARRIVAL, Part.BREAK, Part.LUNCH}


@dataclass(frozen=True)
class Item:
    """One part of the day. ``starts`` and ``ends`` are clock times; ``minutes`` lies between them."""

    part: Part
    title: str
    minutes: int
    starts: time = time(0)
    ends: time = time(0)
    method: str | None = None
    talk: bool = False
    least: int | None = None  # minutes below which it should not be cut; None where the organiser set them


@dataclass(frozen=True)
class Agenda:
    """The parts of the day, what does not fit in it, and how it is paced."""

    items: tuple[Item, ...]
    too_much: tuple[Item, ...]
    clock: Clock
    over: int  # minutes by which the activities are longer than the time there is
    longer: int = 0  # minutes by which the day would have to be longer for everything in it, breaks and all
    no_time_for: tuple[Item, ...] = ()  # lunch or an ice-breaker, where the workshop is too short for one

    @property
    def longest_stretch(self) -> int:
        """Minutes of the longest time without a rest, from the start to the end."""
        longest = current = 0
        for item in self.items:
            current = 0 if item.part.is_rest else current + item.minutes
            longest = max(longest, current)
        return longest

    @property
    def working_minutes(self) -> int:
        """Minutes in which people work, without arrival, breaks and lunch."""
        return sum(item.minutes for item in self.items if not item.part.is_rest)


def agenda(plan: Plan, facts: Catalogue, gathered: Follows) -> Agenda:
    """The agenda. It is empty while start and end are not known or do not make a day."""
    pace = clock(plan, facts, gathered)
    there_is = minutes_between(plan)
    if there_is <= 0:
        return Agenda((), (), pace, 0)
    frame, no_time_for = _frame(plan, facts, pace, there_is)
    wanted = list(_activities(plan, facts, pace))
    kept, dropped = _fitted(frame, list(wanted), there_is, pace)
    items = tuple(_with_times(plan, facts, _filled(frame, kept, there_is, pace)))
    return Agenda(
        items,
        tuple(dropped),
        pace,
        over=_minutes(dropped),
        longer=_longer(plan, facts, wanted, pace) if dropped else 0,
        no_time_for=no_time_for,
    )


def serves_lunch(plan: Plan) -> bool:
    """Whether a lunch is among the food and drink."""
    return (
        any(key.endswith("_lunch") for key in plan.welcome.refreshments)
        and plan.venue.place is not Place.ONLINE
    )


@dataclass(frozen=True)
class _Frame:
    """What stands round the activities: the opening, the close, and lunch where there is one."""

    opening: tuple[Item, ...]
    closing: tuple[Item, ...]
    lunch: tuple[Item, ...] = ()

    def around(self, middle: list[Item], pace: Clock) -> list[Item]:
        """The whole day with these activities, with rests between the parts."""
        rested = _with_breaks([*self.opening, *middle, *self.closing], pace)
        return _with_lunch(rested, self.lunch[0]) if self.lunch else rested

    def fits(self, middle: list[Item], there_is: int, pace: Clock) -> bool:
        """Whether there is time for it all; what is too long without rests need not be laid out to see that."""
        parts = (*self.opening, *middle, *self.closing, *self.lunch)
        return _minutes(parts) <= there_is and _minutes(self.around(middle, pace)) <= there_is


def _frame(plan: Plan, facts: Catalogue, pace: Clock, there_is: int) -> tuple[_Frame, tuple[Item, ...]]:
    """The frame, and what of it a very short workshop has no time for: first lunch, then the ice-breaker."""
    welcome = Item(Part.WELCOME, Part.WELCOME.words, facts.pace.welcome.value)
    close = Item(Part.CLOSE, Part.CLOSE.words, facts.pace.close.value)
    lunch = (Item(Part.LUNCH, Part.LUNCH.words, facts.pace.lunch.value),) if serves_lunch(plan) else ()
    start = tuple(_icebreaker(plan, facts))
    for frame, left_out in (
        (_Frame((welcome, *start), (close,), lunch), ()),
        (_Frame((welcome, *start), (close,)), lunch),
        (_Frame((welcome,), (close,)), (*start, *lunch)),
    ):
        if frame.fits([], there_is, pace):
            return frame, left_out
    half = there_is // 2
    hello, goodbye = replace(welcome, minutes=there_is - half), replace(close, minutes=half)
    return _Frame((hello,), (goodbye,) if half else ()), (*start, *lunch)


def _icebreaker(plan: Plan, facts: Catalogue) -> Iterator[Item]:
    if known(plan.methods.icebreaker) and plan.methods.icebreaker:
        start = facts.icebreakers[plan.methods.icebreaker]
        yield Item(Part.ICEBREAKER, start.label, _round_up(start.minutes), talk=True)


def _activities(plan: Plan, facts: Catalogue, pace: Clock) -> Iterator[Item]:
    for one in plan.methods.activities:
        method = facts.methods[one.method] if one.method else None
        if method is None or method.on_the_day:
            yield _activity(one, method, pace, facts)


def _activity(one: Activity, method: Method | None, pace: Clock, facts: Catalogue) -> Item:
    """An activity with its minutes: those the organiser set, or the usual ones made longer for interpreted talk."""
    talk = method.mostly_talk if method else True
    title = one.title or (method.label if method else Part.ACTIVITY.words)
    if one.minutes:
        return Item(Part.ACTIVITY, title, one.minutes, method=one.method, talk=talk)
    least, usual = method.minutes if method else (facts.pace.least_activity.value, facts.pace.stretch.value)
    more = pace.talk_percent_more if talk else 0
    return Item(
        Part.ACTIVITY,
        title,
        _round_up(usual * (100 + more) / 100),
        method=one.method,
        talk=talk,
        least=_round_up(least * (100 + more) / 100),
    )


def _fitted(frame: _Frame, middle: list[Item], there_is: int, pace: Clock) -> tuple[list[Item], list[Item]]:
    """The activities that fit, shortened where the organiser left the minutes open, and those that do not."""
    dropped: list[Item] = []
    while True:
        if not middle or frame.fits(middle, there_is, pace):
            return middle, dropped
        longest = max(
            (item for item in middle if item.least is not None and item.minutes > item.least),
            key=lambda item: item.minutes,
            default=None,
        )
        if longest is not None:
            place = middle.index(longest)
            middle[place] = replace(longest, minutes=longest.minutes - ROUND_TO)
        else:
            dropped.insert(0, middle.pop())


def _longer(plan: Plan, facts: Catalogue, wanted: list[Item], pace: Clock) -> int:
    """Minutes that are missing for the shortest day with everything in it, lunch and all rests included."""
    frame, _ = _frame(plan, facts, pace, 24 * 60)
    shortest = [replace(item, minutes=item.least or item.minutes) for item in wanted]
    return _round_up(_minutes(frame.around(shortest, pace)) - minutes_between(plan))


def _with_breaks(items: list[Item], pace: Clock) -> list[Item]:
    """The parts with rests between them, so that no stretch is longer than the clock allows."""
    rested: list[Item] = []
    sitting = 0
    for item in items:
        for piece in _pieces(item, pace, sitting):
            if pace.stretch is not None and sitting and sitting + piece.minutes > pace.stretch:
                rested.append(Item(Part.BREAK, Part.BREAK.words, pace.break_length))
                sitting = 0
            rested.append(piece)
            sitting += piece.minutes
    return rested


def _pieces(item: Item, pace: Clock, sitting: int) -> Iterator[Item]:
    """A part that is longer than a stretch, cut into equal pieces; the first comes before the next break if it can."""
    stretch = pace.stretch
    if stretch is None or item.minutes <= stretch:
        yield item
        return
    room = stretch - sitting if stretch - sitting >= pace.shortest_piece else stretch
    count = 1 + math.ceil((item.minutes - room) / stretch)
    left = item.minutes
    for number in range(1, count + 1):
        share = min(room if number == 1 else stretch, _round_up(left / (count - number + 1)))
        share = left if number == count else share
        left -= share
        named = f"{item.title}, part {number}" if item.part is Part.ACTIVITY else item.title
        yield replace(item, title=named, minutes=share)


def _with_lunch(items: list[Item], lunch: Item) -> list[Item]:
    """Lunch in place of the break nearest to the middle, or where there is none, between two parts."""
    ends = list(accumulate(item.minutes for item in items))
    total = ends[-1]
    breaks = [place for place, item in enumerate(items) if item.part is Part.BREAK]
    if breaks:
        middle = min(breaks, key=lambda place: abs(ends[place] - items[place].minutes / 2 - total / 2))
        return [*items[:middle], lunch, *items[middle + 1 :]]
    gaps = range(len(items) - 1)
    middle = min(gaps, key=lambda place: abs(ends[place] - total / 2), default=0)
    return [*items[: middle + 1], lunch, *items[middle + 1 :]]


def _filled(frame: _Frame, middle: list[Item], there_is: int, pace: Clock) -> list[Item]:
    """The whole time, to the minute: what is left over is kept in hand before the close, or makes a rest longer."""
    plain = frame.around(middle, pace)
    spare = there_is - _minutes(plain)
    for minutes in range(spare, 0, -ROUND_TO):
        in_hand = Item(Part.IN_HAND, Part.IN_HAND.words, minutes)
        rested = frame.around([*middle, in_hand], pace)
        left = there_is - _minutes(rested)
        # A break of its own that is too short to rest in helps nobody: then less is kept in hand.
        rests = left >= pace.break_length or any(item.part.is_rest for item in rested)
        if left == 0 or (left > 0 and rests):
            return _rest_longer(rested, left)
    return _rest_longer(plain, spare)


def _rest_longer(items: list[Item], minutes: int) -> list[Item]:
    """The last rest made longer, or a short break before the close where there is none."""
    if minutes <= 0:
        return items
    rests = [place for place, item in enumerate(items) if item.part.is_rest]
    if not rests:
        return [*items[:-1], Item(Part.BREAK, Part.BREAK.words, minutes), items[-1]]
    last = rests[-1]
    return [*items[:last], replace(items[last], minutes=items[last].minutes + minutes), *items[last + 1 :]]


def _with_times(plan: Plan, facts: Catalogue, items: list[Item]) -> Iterator[Item]:
    assert isinstance(plan.timing.starts, time)
    start = datetime.combine(date(2000, 1, 1), plan.timing.starts)
    arriving = JOINING if plan.venue.place is Place.ONLINE else Part.ARRIVAL.words
    if doors := doors_minutes(plan, facts):
        opens = start - timedelta(minutes=doors)
        yield Item(Part.ARRIVAL, arriving, doors, opens.time(), start.time())
    for item in items:
        end = start + timedelta(minutes=item.minutes)
        yield replace(item, starts=start.time(), ends=end.time())
        start = end


def doors_minutes(plan: Plan, facts: Catalogue) -> int:
    """Minutes between doors and start: the organiser's answer, or what we advise, never before midnight."""
    answer = plan.welcome.doors
    minutes = (
        answer.minutes if answer is not None and answer.minutes is not None else facts.pace.arrival.value
    )
    starts = plan.timing.starts
    return min(minutes, minutes_of(starts)) if isinstance(starts, time) else minutes


JOINING = "Joining, with help for sound and captions"  # arriving, where nobody comes to a room


def _minutes(items: Iterable[Item]) -> int:
    return sum(item.minutes for item in items)


def _round_up(minutes: float) -> int:
    return math.ceil(minutes / ROUND_TO) * ROUND_TO
