"""Rest: point 3 of the guide. Breaks that come often enough, last long enough and are kept."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import tick
from planner.answers import Activity, known
from planner.answers.timing import BreakEvery, BreakLength
from planner.arrangements.agenda import Part, serves_lunch
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import in_a_room

IN_THE_BREAK = re.compile(
    r"\b(?:over|during|in|at|with|while eating) (?:the |our )?(?:lunch(?:time)?|(?:tea |coffee )?breaks?)\b"
    r"|\bworking lunch\b|\blunch (?:talk|film|meeting|session)\b",
    re.IGNORECASE,
)


@rule(Level.LOOK_AGAIN, about="timing.break_every", source="co_produce_well", fact="pace.stretch")
def sitting_too_long(case: Case) -> Iterator[Worry]:
    """People sit too long without a break.

    Pain, tiredness, medication and concentration all need regular rest. Interpreters need it, too.
    """
    every, clock = case.plan.timing.break_every, case.arranged.agenda.clock
    sitting = case.arranged.agenda.longest_stretch
    if every is BreakEvery.NOT_SURE:
        yield Worry(
            f"Plan a rest at least every {clock.advised_stretch} minutes.",
            headline="You are not sure yet how often people can rest.",
            unsure=True,
        )
    elif 0 < sitting <= clock.advised_stretch:
        return  # it is over before anybody needs a rest
    elif every is BreakEvery.NO_BREAKS or (every and every.minutes and every.minutes > clock.advised_stretch):
        best = _often_enough(clock.advised_stretch)
        yield Worry(
            f"Give people a rest at least every {clock.advised_stretch} minutes, and keep to it.",
            fix=Fix(f"Change to {best.label.lower()}", "timing.break_every", best) if best else None,
        )


@rule(Level.LOOK_AGAIN, about="timing.break_length", fact="pace.break_in_person")
def too_short_to_rest(case: Case) -> Iterator[Worry]:
    """The breaks are too short to be a rest.

    People need time to reach the toilet, take medicine, see to a dog and sit down again.
    """
    length, clock = case.plan.timing.break_length, case.arranged.agenda.clock
    if length and length.minutes and length.minutes < clock.advised_break:
        best = _long_enough(clock.advised_break)
        yield Worry(
            f"Make each break at least {clock.advised_break} minutes long.",
            fix=Fix(f"Make breaks {best.label}", "timing.break_length", best) if best else None,
        )


@rule(Level.LOOK_AGAIN, about="welcome.refreshments", fact="pace.lunch_after")
def nothing_to_eat_on_a_long_day(case: Case) -> Iterator[Worry]:
    """The day is long and there is no meal.

    Some people take medicine with food or must eat at set times. Not everybody can go out to buy something.
    """
    food, longest = case.plan.welcome.refreshments, case.pace.lunch_after.value
    if minutes_between(case.plan) <= longest or not in_a_room(case.plan) or not known(food):
        return
    if not serves_lunch(case.plan) and "shared_meal" not in food:
        yield Worry(
            f"Offer a meal that is free for everybody, supporters too, or plan {longest} minutes at most.",
            fix=tick(case, "welcome.refreshments", "sandwich_lunch"),
        )


@rule(Level.LOOK_AGAIN, about="methods.activities", clash=True)
def too_much_for_the_time(case: Case) -> Iterator[Worry]:
    """The activities do not fit into the time there is.

    When time runs short, breaks are cut first. Then people who need longest to speak are not heard.
    """
    left_out, over = case.arranged.agenda.too_much, case.arranged.agenda.over
    if left_out:
        kept = _what_fits(case, len(left_out))
        last = "the last one" if len(left_out) == 1 else f"the last {len(left_out)}"
        yield Worry(
            f"Leave out {last}, make something shorter, or end later. About {over} minutes do not fit.",
            fix=Fix(f"Leave out {last}", "methods.activities", kept) if kept else None,
        )


@rule(Level.LOOK_AGAIN, about="methods.activities")
def work_in_the_break(case: Case) -> Iterator[Worry]:
    """Something is planned for the lunch or a break.

    Then it is not a break. People who need to rest, pray, eat slowly or see to a dog miss it, or miss their rest.
    """
    for one in case.plan.methods.activities:
        if found := IN_THE_BREAK.search(one.title):
            yield Worry(f"Give it a time of its own, and leave ‘{found[0]}’ free: ‘{one.title}’.")


@rule(Level.GOOD_IDEA, about="methods.activities", fact="pace.change_over")
def no_time_to_change_over(case: Case) -> Iterator[Worry]:
    """One thing follows the next without a pause.

    Moving chairs, changing interpreters and one last question all take minutes. They come out of the breaks.
    """
    items, minutes = case.arranged.agenda.items, case.pace.change_over.value
    in_hand = sum(item.minutes for item in items if item.part is Part.IN_HAND)
    doing = [one for one in items if one.part in (Part.ACTIVITY, Part.BREAK, Part.LUNCH)]
    changes = sum(
        one.part is after.part is Part.ACTIVITY and one.method != after.method
        for one, after in pairwise(doing)
    )
    if changes and in_hand < changes * minutes:
        yield Worry(f"Keep {changes * minutes} minutes free to change over, or put a break between.")


@rule(Level.GOOD_IDEA, about="welcome.roles", fact="roles.timekeeper")
def nobody_keeps_the_breaks(case: Case) -> Iterator[Worry]:
    """Nobody looks after the time.

    When talk runs over, the break goes first. Whoever leads is the last to notice.
    """
    roles, items = case.plan.welcome.roles, case.arranged.agenda.items
    has_breaks = any(item.part in (Part.BREAK, Part.LUNCH) for item in items)
    if known(roles) and has_breaks and "timekeeper" not in roles:
        yield Worry(
            "Ask somebody to watch the clock, and to stop everybody when a break is due.",
            fix=tick(case, "welcome.roles", "timekeeper"),
        )


def _what_fits(case: Case, too_many: int) -> tuple[Activity, ...]:
    """The activities without the last ones of the day; what is done on other days stays. Empty where none fits."""
    methods, activities = case.facts.methods, case.plan.methods.activities
    that_day = [
        place for place, one in enumerate(activities) if one.method is None or methods[one.method].on_the_day
    ]
    gone = that_day[-too_many:]
    if gone == that_day:
        return ()
    return tuple(one for place, one in enumerate(activities) if place not in gone)


def _often_enough(minutes: int) -> BreakEvery | None:
    """The longest choice that is not longer than so many minutes."""
    fitting = [choice for choice in BreakEvery if choice.minutes and choice.minutes <= minutes]
    return max(fitting, key=lambda choice: choice.minutes or 0, default=None)


def _long_enough(minutes: int) -> BreakLength | None:
    """The shortest choice that lasts so many minutes."""
    fitting = [choice for choice in BreakLength if choice.minutes and choice.minutes >= minutes]
    return min(fitting, key=lambda choice: choice.minutes or 0, default=None)
