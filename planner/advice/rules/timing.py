"""When it is: point 1 of the guide. A day and hours that suit people's lives, chosen with them."""

from calendar import FRIDAY
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import tick
from planner.answers import NOT_SURE, Sure, clock_words, day_words
from planner.answers.audience import AskedNeeds
from planner.answers.timing import ChosenWith, InNation
from planner.answers.venue import Place
from planner.arrangements.agenda import Part
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import in_a_room
from planner.catalogue.notice import Nation, bank_holiday, is_working_day

FETCHED = ("taxis", "shuttle")
HALF_A_DAY = timedelta(hours=12)  # what a clock with twelve hours is wrong by


@rule(Level.LOOK_AGAIN, about="timing.starts", fact="pace.earliest_start")
def starts_too_early(case: Case) -> Iterator[Worry]:
    """The start is too early for many people.

    Getting up and getting there take many disabled people longer. Care visits have fixed times.
    """
    starts = case.plan.timing.starts
    if (
        isinstance(starts, time)
        and starts < _clock(case.pace.earliest_start.value)
        and not _they_chose_it(case)
    ):
        better = _good_start(case)
        yield Worry(
            f"Start at {clock_words(better)} or later, or ask people which time suits them.",
            fix=_start_at(case, better),
        )


@rule(Level.LOOK_AGAIN, about="timing.starts", fact="pace.bus_pass_start")
def before_the_free_bus(case: Case) -> Iterator[Worry]:
    """People with a free bus pass would have to pay to come on time.

    In England the pass is not valid early on weekdays. The first free bus then needs time to reach you.
    """
    timing = case.plan.timing
    if not isinstance(timing.starts, time) or not in_a_room(case.plan) or _they_chose_it(case):
        return
    better = _after_the_free_bus(case)
    if timing.starts >= better:
        return
    if timing.nation is InNation.ENGLAND and _on_an_english_weekday(timing.day):
        yield Worry(
            f"Start at {clock_words(better)} or later, or pay the fares. Ask your council about its own hours.",
            fix=_start_at(case, better),
        )
    elif _could_be_an_english_weekday(case):
        yield Worry(
            f"On an English weekday, start at {clock_words(better)} or later. Elsewhere this does not matter.",
            headline="Free bus passes may not be valid yet when people set off.",
            about="timing.nation" if timing.nation is InNation.NOT_SURE else "timing.day",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.latest_finish")
def finishes_too_late(case: Case) -> Iterator[Worry]:
    """People would travel home late.

    Late in the day there is the rush hour and the dark. Some people have no support then.
    """
    ends, latest = case.plan.timing.ends, _clock(case.pace.latest_finish.value)
    if not isinstance(ends, time) or ends >= _clock(case.pace.last_transport.value):
        return
    if ends > latest and in_a_room(case.plan) and not _they_chose_it(case):
        yield Worry(
            f"Finish by {clock_words(latest)}. If people work in the day, ask them, and pay for taxis home.",
            fix=_end_at(case, latest),
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.last_transport")
def after_the_last_transport(case: Case) -> Iterator[Worry]:
    """People may find no bus and no taxi home.

    Late in the evening few buses run, and hardly any taxi takes a wheelchair. Nobody can wait for one in the street.
    """
    ends, last = case.plan.timing.ends, _clock(case.pace.last_transport.value)
    if isinstance(ends, time) and ends >= last and in_a_room(case.plan) and not case.provides(*FETCHED):
        yield Worry(
            f"Finish well before {clock_words(last)}, or book and pay for everybody's way home.",
            fix=tick(case, "access.provisions", "taxis"),
        )


@rule(Level.GOOD_IDEA, about="timing.ends", fact="pace.taxis_busy_from")
def accessible_taxis_are_at_school(case: Case) -> Iterator[Worry]:
    """It ends when accessible taxis drive children home from school.

    You expect wheelchair users. The few taxis that take a wheelchair are on school runs then, and people wait long.
    """
    timing, pace = case.plan.timing, case.pace
    if not isinstance(timing.ends, time) or not isinstance(timing.day, date) or not in_a_room(case.plan):
        return
    busy, over = _clock(pace.taxis_busy_from.value), _clock(pace.taxis_busy_until.value)
    school_day = is_working_day(timing.day, _nation(case))
    fetched = case.provides(*FETCHED)
    if case.has_need("wheelchair_users") and school_day and busy <= timing.ends < over and not fetched:
        yield Worry(
            f"Book the taxis home now, or finish before {clock_words(busy)}.",
            fix=tick(case, "access.provisions", "taxis"),
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.school_run_finish")
def clashes_with_the_school_run(case: Case) -> Iterator[Worry]:
    """Parents would have to leave early to collect their children.

    You expect parents. Whoever stands at a school gate misses the part where things are decided.
    """
    timing, latest = case.plan.timing, _clock(case.pace.school_run_finish.value)
    starts, ends = timing.starts, timing.ends
    if (
        not case.has_need("parents")
        or case.provides("childcare")
        or not isinstance(ends, time)
        or ends <= latest
    ):
        return
    if isinstance(starts, time) and starts >= _clock(case.pace.school_run_over.value):
        return
    if timing.day == NOT_SURE:
        yield Worry(
            f"If it is a school day, finish by {clock_words(latest)}.",
            headline="You are not sure of the day. On school days, parents collect their children.",
            unsure=True,
        )
    elif isinstance(timing.day, date) and is_working_day(timing.day, _nation(case)):
        yield Worry(
            f"Finish by {clock_words(latest)}, or pay for childcare that collects the children.",
            fix=_end_at(case, latest),
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.working_time")
def works_too_long(case: Case) -> Iterator[Worry]:
    """There is more work in one visit than most people can manage.

    Tired people stop talking. The last part of the day then belongs to those with most energy.
    """
    working, most = case.arranged.agenda.working_minutes, case.pace.working_time.value
    if working > most and case.plan.venue.place is not Place.ONLINE and not _tires_people(case):
        yield Worry(f"Plan {most} minutes of work at most. Now it is {working}, without the breaks.")


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.working_time_tired")
def too_long_for_people_who_tire(case: Case) -> Iterator[Worry]:
    """The day is too long for people who tire easily or are in pain.

    A short event can cost somebody days of rest. If it is too long, they stay away.
    """
    if _tires_people(case):
        working, most = case.arranged.agenda.working_minutes, case.pace.working_time_tired.value
        yield Worry(
            f"Plan {most} minutes of work at most. Now it is {working}. "
            "You could also meet twice, or let people come for part of it."
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.visit_learning_disability")
def too_long_to_take_in(case: Case) -> Iterator[Worry]:
    """The day is long for people with a learning disability.

    New words, new faces and hard thinking add up. Two short meetings bring more than one long one.
    """
    most = case.pace.visit_learning_disability.value
    without_meals = minutes_between(case.plan) - _lunch_minutes(case)
    if case.has_need("learning_disability") and without_meals > most and not _part_is_fine(case):
        yield Worry(
            f"Keep it to {most} minutes with breaks. Now it is {without_meals}. "
            "You could also meet twice, or let people come for part of it."
        )


@rule(Level.LOOK_AGAIN, about="timing.day", source="scope_business_accessible_events")
def on_a_bank_holiday(case: Case) -> Iterator[Worry]:
    """The day is a bank holiday.

    Few buses run, support is hard to find, and interpreters cost more.
    """
    day, nation = case.plan.timing.day, case.plan.timing.nation
    if not isinstance(day, date) or _they_chose_it(case):
        return
    where, name = _nation(case), bank_holiday(day, _nation(case))
    if name and where and nation:
        yield Worry(
            f"Choose another day, or ask people first. {day_words(day)} is a holiday ({name}).",
            headline=f"The day is a bank holiday in {nation.label}.",
        )
    elif name and all(bank_holiday(day, one) for one in Nation):
        yield Worry(f"Choose another day, or ask people first. {day_words(day)} is a holiday ({name}).")
    elif name and nation is InNation.NOT_SURE:
        yield Worry(
            f"Find out which nation it is in. {day_words(day)} is a holiday in some ({name}).",
            headline="The day is a bank holiday in some nations.",
            unsure=True,
        )


@rule(Level.GOOD_IDEA, about="timing.day")
def on_a_weekend(case: Case) -> Iterator[Worry]:
    """The day is at the weekend.

    It suits people who work. But buses are rarer, support costs more, and some people keep the day holy.
    """
    day, nation = case.plan.timing.day, _nation(case)
    if not isinstance(day, date) or is_working_day(day, nation) or bank_holiday(day, nation):
        return
    if case.plan.timing.chosen_with not in (ChosenWith.YES, ChosenWith.SOME):
        yield Worry(
            f"Ask people whether a {day:%A} suits them. Ask interpreters and the venue what it costs."
        )


@rule(Level.LOOK_AGAIN, about="timing.starts", fact="pace.friday_prayer_starts")
def over_friday_prayer(case: Case) -> Iterator[Worry]:
    """The workshop clashes with Friday prayer.

    You expect people who pray. On Fridays, Muslims pray together in the middle of the day.
    """
    timing = case.plan.timing
    if not case.has_need("faith") or _they_chose_it(case) or not isinstance(timing.day, date):
        return
    if not isinstance(timing.starts, time) or not isinstance(timing.ends, time):
        return
    begins, over = _clock(case.pace.friday_prayer_starts.value), _clock(case.pace.friday_prayer_ends.value)
    if timing.day.weekday() == FRIDAY and timing.starts < over and timing.ends > begins:
        yield Worry(
            f"Keep {clock_words(begins)} to {clock_words(over)} free, or choose another day. Ask people first."
        )


@rule(Level.LOOK_AGAIN, about="timing.day", clash=True)
def already_past(case: Case) -> Iterator[Worry]:
    """The day has already passed.

    Every date in your plan is counted from this day.
    """
    day = case.plan.timing.day
    if isinstance(day, date) and day < case.today:
        yield Worry("If it has happened, go on to keeping in touch. If it has moved, give the new day.")


@rule(Level.LOOK_AGAIN, about="timing.day", fact="pace.invitation_least_weeks")
def too_soon(case: Case) -> Iterator[Worry]:
    """There is little time left for people to say yes.

    People have to arrange support, care and the journey. The help they need may be booked already.
    """
    day, pace = case.plan.timing.day, case.pace
    if not isinstance(day, date) or day < case.today or case.plan.audience.asked_needs is AskedNeeds.ASKED:
        return
    left = day - case.today
    if left < timedelta(weeks=pace.too_soon_weeks.value):
        yield Worry(
            "If people are not invited yet, do not make it public. Phone people one by one, or move the day.",
            headline=f"The day is less than {pace.too_soon_weeks.value} weeks away.",
        )
    elif left < timedelta(weeks=pace.invitation_least_weeks.value):
        yield Worry(
            "If people are not invited yet, move the day. Or keep it small, with people you know.",
            headline=f"The day is less than {pace.invitation_least_weeks.value} weeks away.",
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", clash=True)
def ends_before_it_starts(case: Case) -> Iterator[Worry]:
    """The workshop ends before it starts.

    Until the times add up, we cannot plan the day, the breaks or the costs.
    """
    starts, ends = case.plan.timing.starts, case.plan.timing.ends
    if isinstance(starts, time) and isinstance(ends, time) and ends <= starts:
        later = datetime.combine(case.today, ends) + HALF_A_DAY
        meant = later.time() if ends < starts < later.time() and later.date() == case.today else None
        yield Worry(
            f"Check both times. It starts at {clock_words(starts)} and ends at {clock_words(ends)}.",
            fix=Fix(f"End at {clock_words(meant)}", "timing.ends", meant) if meant else None,
        )


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.least_activity", clash=True)
def no_time_to_do_anything(case: Case) -> Iterator[Worry]:
    """There is no time to do anything together.

    A welcome, one thing to do and a goodbye fill more time than there is.
    """
    there_is, least = minutes_between(case.plan), _least_minutes(case)
    if there_is and there_is < least:
        yield Worry(f"Plan at least {least} minutes. Now it is {there_is}.")


@rule(Level.LOOK_AGAIN, about="timing.chosen_with", source="co_produce_well")
def chosen_without_them(case: Case) -> Iterator[Worry]:
    """The day and time were chosen without the people they are for.

    Only they know about their care, their journey, their medicine and their good hours.
    """
    if case.plan.timing.chosen_with is ChosenWith.NO:
        yield Worry("Offer a few people you want to reach two or three dates. Take the one that suits them.")
    elif case.plan.timing.chosen_with is ChosenWith.NOT_SURE:
        yield Worry(
            "Ask some of the people you invite which day and time suit them.",
            headline="You are not sure whether people had a say in the day.",
            unsure=True,
        )


def _clock(minutes: int) -> time:
    """The time of day so many minutes after midnight."""
    return (datetime.combine(date.min, time.min) + timedelta(minutes=minutes)).time()


def _they_chose_it(case: Case) -> bool:
    """Whether the people invited chose the time; then it is theirs, and not ours to judge."""
    return case.plan.timing.chosen_with is ChosenWith.YES


def _nation(case: Case) -> Nation | None:
    return case.plan.timing.nation.nation if case.plan.timing.nation else None


def _good_start(case: Case) -> time:
    """The earliest start that suits most people, and their bus passes where those are slow to start."""
    earliest = _clock(case.pace.earliest_start.value)
    timing = case.plan.timing
    by_bus = in_a_room(case.plan) and timing.nation is InNation.ENGLAND and _on_an_english_weekday(timing.day)
    return max(earliest, _after_the_free_bus(case)) if by_bus else earliest


def _after_the_free_bus(case: Case) -> time:
    return _clock(case.pace.bus_pass_start.value + case.pace.bus_journey.value)


def _on_an_english_weekday(day: object) -> bool:
    """Whether the bus pass has its hours that day: at weekends and on bank holidays it is free all day."""
    return isinstance(day, date) and is_working_day(day, Nation.ENGLAND)


def _could_be_an_english_weekday(case: Case) -> bool:
    """Whether that hangs on a "not sure yet"."""
    timing = case.plan.timing
    if timing.nation is InNation.NOT_SURE:
        return timing.day == NOT_SURE or _on_an_english_weekday(timing.day)
    return timing.nation is InNation.ENGLAND and timing.day == NOT_SURE


def _start_at(case: Case, better: time) -> Fix | None:
    """A later start, unless it leaves too little time or the end is still open."""
    moved = case.plan.with_answer("timing.starts", better)
    enough = case.plan.timing.ends in (None, NOT_SURE) or minutes_between(moved) >= _least_minutes(case)
    return Fix(f"Start at {clock_words(better)}", "timing.starts", better) if enough else None


def _end_at(case: Case, better: time) -> Fix | None:
    """An earlier end, unless it leaves too little time."""
    moved = case.plan.with_answer("timing.ends", better)
    enough = case.plan.timing.starts in (None, NOT_SURE) or minutes_between(moved) >= _least_minutes(case)
    return Fix(f"Finish at {clock_words(better)}", "timing.ends", better) if enough else None


def _least_minutes(case: Case) -> int:
    """Minutes for a welcome, one thing to do and a goodbye."""
    return case.pace.welcome.value + case.pace.least_activity.value + case.pace.close.value


def _tires_people(case: Case) -> bool:
    """Whether the work is too long for people who tire, and they cannot come for just a part of it."""
    working = case.arranged.agenda.working_minutes
    return (
        case.has_need("energy_or_pain")
        and working > case.pace.working_time_tired.value
        and not _part_is_fine(case)
    )


def _part_is_fine(case: Case) -> bool:
    return case.plan.methods.part_of_it is Sure.YES


def _lunch_minutes(case: Case) -> int:
    return sum(item.minutes for item in case.arranged.agenda.items if item.part is Part.LUNCH)
