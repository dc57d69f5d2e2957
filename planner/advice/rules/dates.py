"""What else is on that day: faith days, school holidays, and people who go home in the dark."""

from calendar import FRIDAY, SATURDAY
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from planner.advice.rule import Case, Level, Worry, rule
from planner.answers import clock_words, day_words
from planner.answers.timing import ChosenWith, InNation
from planner.arrangements.agenda import serves_lunch
from planner.arrangements.follows import in_a_room
from planner.catalogue.calendar import (
    UK,
    Kept,
    SchoolsOff,
    about,
    faith_days_on,
    holds_year,
    horizon,
    is_winter_time,
    prayer_times,
    schools_off,
    sunset_at,
    town_near,
    town_of,
)
from planner.catalogue.entries import Span, Town
from planner.catalogue.notice import Nation, bank_holiday, is_working_day

ASKING = ("scope_business_accessible_events", "ulster_university_face_face_arranging")
WITH_CHILDREN = ("parents", "carers")


@rule(Level.LOOK_AGAIN, about="timing.day", source=(*ASKING, "scie_media_statement"))
def on_a_faith_day(case: Case) -> Iterator[Worry]:
    """The day clashes with a faith day.

    Many people of that faith cannot come. They may not work, travel or use a phone, or are with their families.
    """
    yield from (_clash(case, kept) for kept in _kept(case, "day_off"))


@rule(Level.GOOD_IDEA, about="timing.day", source=(*ASKING, "scie_media_statement"))
def on_a_day_some_keep(case: Case) -> Iterator[Worry]:
    """Some people keep the day as a faith day.

    Some come, some come for part of it, and some stay away. Only they can tell you.
    """
    if not _some_chose_it(case):
        days = (*_kept(case, "ask"), *(_kept(case, "evening") if _after_sunset(case) else ()))
        yield from (_clash(case, kept) for kept in days)


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.home_before_fast_ends")
def in_ramadan(case: Case) -> Iterator[Worry]:
    """It is late in the day for people who fast in Ramadan.

    You expect people who pray. They eat and drink nothing until sunset, and break the fast together.
    """
    if case.has_need("faith"):
        yield from _late_in_ramadan(case)


@rule(Level.GOOD_IDEA, about="timing.ends", fact="pace.home_before_fast_ends")
def late_in_ramadan(case: Case) -> Iterator[Worry]:
    """It is Ramadan, and late in the day for people who fast.

    Many Muslims eat and drink nothing until sunset. Late in the day they are tired, and eat together at home.
    """
    if not case.has_need("faith") and not _some_chose_it(case):
        yield from _late_in_ramadan(case)


@rule(Level.GOOD_IDEA, about="timing.day")
def no_dates_for_that_year(case: Case) -> Iterator[Worry]:
    """We do not know the faith days of that year.

    When we say nothing about a day, it may still be a holy day for some people.
    """
    day, table = _coming_day(case), case.facts.faith_days
    if day and not holds_year(day.year, table):
        yield Worry(
            f"Look at an interfaith calendar, or ask faith groups. Our dates end with {horizon(table)}.",
            headline=f"We do not know the faith days of {day.year}.",
        )


@rule(Level.LOOK_AGAIN, about="timing.day", source=ASKING)
def in_the_school_holidays(case: Case) -> Iterator[Worry]:
    """The day is probably in the school holidays.

    You expect parents or carers. They may have nobody to look after their children.
    """
    day, minds = _coming_day(case), "Choose a school day, or pay for childcare."
    if not day or not _children_matter(case):
        return
    found = _schools(case, day)
    if found and all(one and one.strength == "likely" for one in found):
        yield Worry(f"{minds} Your council knows the dates of its schools.")
    elif case.plan.timing.nation is InNation.NOT_SURE and any(
        one and one.strength == "likely" for one in found
    ):
        yield Worry(
            f"Find out which nation it is in. {minds}",
            headline="In some nations, the day is probably in the school holidays.",
            unsure=True,
        )


@rule(Level.GOOD_IDEA, about="timing.day", source=ASKING)
def schools_may_be_off(case: Case) -> Iterator[Worry]:
    """Some schools may be off that day.

    Fewer people come in the holidays. Supporters are away, and children are at home.
    """
    day = _coming_day(case)
    found = _schools(case, day) if day and not _some_chose_it(case) else []
    if not found or None in found:
        return
    likely = [one for one in found if one and one.strength == "likely"]
    if len(likely) == len(found) and not _children_matter(case):
        yield Worry(
            "Ask people whether it suits them. Your council knows the dates of its schools.",
            headline="Schools near you are probably off that day.",
        )
    elif not likely and _children_matter(case):
        yield Worry("Ask your council, or a parent in the group.")


@rule(Level.GOOD_IDEA, about="timing.day", source=ASKING)
def in_a_bank_holiday_week(case: Case) -> Iterator[Worry]:
    """There is a bank holiday in that week.

    People go away, and supporters take the week off. Fewer come.
    """
    day, nation = _coming_day(case), _nation(case)
    if not day or not nation or _some_chose_it(case) or not is_working_day(day, nation):
        return
    off = schools_off(day, nation, case.facts.school_breaks)
    if off and off.strength == "likely":
        return  # said already, and more to the point
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=after) for after in range(SATURDAY)]
    free = next((one for one in week if bank_holiday(one, nation)), None)
    if free:
        yield Worry(f"Ask people whether that week suits them. {day_words(free)} is a bank holiday.")


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.dark_after_sunset")
def home_in_the_dark(case: Case) -> Iterator[Worry]:
    """People would go home in the dark.

    In the dark, people cannot see kerbs, signs or lips. Many do not feel safe, and stay away.
    """
    ends, sun = _ends(case), _sun(case)
    if not ends or not sun or not in_a_room(case.plan) or case.provides("taxis"):
        return
    dark = sun + timedelta(minutes=case.pace.dark_after_sunset.value)
    leave = dark - timedelta(minutes=case.pace.journey_home.value)
    if ends > leave:
        yield Worry(
            f"{_sunset_words(case)} Finish by about {clock_words(about(leave))}, or pay for taxis home."
        )


@rule(Level.LOOK_AGAIN, about="timing.starts", fact="pace.prayer")
def over_winter_prayers(case: Case) -> Iterator[Worry]:
    """There is no break for the afternoon prayers.

    You expect people who pray. In winter, two prayers fall into the afternoon, and each has its time.
    """
    day, ends, starts = _coming_day(case), _ends(case), _starts(case)
    if not day or not ends or not starts or not case.has_need("faith") or not is_winter_time(day):
        return
    times = prayer_times(_town(case, day), day)
    sets = datetime.combine(day, times.sunset, tzinfo=UK)
    after_sunset = sets + timedelta(minutes=case.pace.sunset_prayer_within.value)
    missed = []
    for begins, over in (
        (datetime.combine(day, times.afternoon, tzinfo=UK), sets),
        (sets, after_sunset),
    ):
        if starts <= begins and ends >= over and not _can_rest(case, begins, over):
            missed.append(clock_words(begins.time()))
    if missed:
        yield Worry(
            f"Plan a break of {case.pace.prayer.value} minutes or more soon after {' and '.join(missed)}. "
            f"These are about the times in {_town(case, day).town}; ask your local mosque."
        )


@rule(Level.GOOD_IDEA, about="timing.ends", fact="pace.home_before_sabbath")
def before_the_sabbath(case: Case) -> Iterator[Worry]:
    """It ends close to the Jewish Sabbath.

    The Sabbath begins on Friday at sunset. Jewish people who keep it must be home before.
    """
    day, ends, sun = _coming_day(case), _ends(case), _sun(case)
    if not day or not ends or not sun or day.weekday() != FRIDAY or _some_chose_it(case):
        return
    margin = case.pace.home_before_sabbath.value if in_a_room(case.plan) else 0
    latest = sun - timedelta(minutes=margin)
    if ends > latest:
        yield Worry(f"{_sunset_words(case)} Finish by about {clock_words(about(latest))}, or ask people.")


@rule(Level.GOOD_IDEA, about="welcome.refreshments", source="university_birmingham_ramadan_staff")
def lunch_while_people_fast(case: Case) -> Iterator[Worry]:
    """There is a meal while some people fast.

    Muslims who fast eat nothing by day. A plate to take home says that they were thought of.
    """
    if in_a_room(case.plan) and serves_lunch(case.plan):
        for kept in _kept(case, "month"):
            yield Worry(
                f"It may be {kept.day.name}. Offer food to take home, and a place away from the table."
            )
            return


def _coming_day(case: Case) -> date | None:
    """The day, unless it is past or the people invited chose it; then it is not ours to judge."""
    day, chosen = case.plan.timing.day, case.plan.timing.chosen_with
    ours = isinstance(day, date) and day >= case.today and chosen is not ChosenWith.YES
    return day if ours and isinstance(day, date) else None


def _some_chose_it(case: Case) -> bool:
    """Whether at least some people had a say in the day, so that a good idea comes too late."""
    return case.plan.timing.chosen_with in (ChosenWith.YES, ChosenWith.SOME)


def _nation(case: Case) -> Nation | None:
    return case.plan.timing.nation.nation if case.plan.timing.nation else None


def _starts(case: Case) -> datetime | None:
    """When it starts, on that day."""
    day, starts = _coming_day(case), case.plan.timing.starts
    return datetime.combine(day, starts, tzinfo=UK) if day and isinstance(starts, time) else None


def _ends(case: Case) -> datetime | None:
    """When it ends, on that day."""
    day, ends = _coming_day(case), case.plan.timing.ends
    return datetime.combine(day, ends, tzinfo=UK) if day and isinstance(ends, time) else None


def _town(case: Case, day: date) -> Town:
    """The town by whose sun we reckon: near the venue where its postcode tells, else one for the nation."""
    nation, places = _nation(case), case.facts.places
    near = town_near(case.plan.venue.name, nation, places) if in_a_room(case.plan) else None
    return near or town_of(nation, places, day)


def _sun(case: Case) -> datetime | None:
    """When the sun sets that day."""
    day = _coming_day(case)
    return sunset_at(_town(case, day), day) if day else None


def _sunset_words(case: Case) -> str:
    """When the sun sets, and by whose sun we reckon."""
    day = _coming_day(case)
    assert day is not None
    town = _town(case, day)
    sets = clock_words(about(sunset_at(town, day)))
    if _nation(case) is None:
        return f"The sun sets at about {sets} or earlier."
    return f"The sun sets at about {sets} in {town.town}."


def _after_sunset(case: Case) -> bool:
    ends, sun = _ends(case), _sun(case)
    return ends is not None and sun is not None and ends > sun


def _kept(case: Case, weight: str) -> Iterator[Kept]:
    """The faith days of one weight that the workshop meets, each name once."""
    day = _coming_day(case)
    if day:
        found = faith_days_on(day, case.facts.faith_days, evening=_after_sunset(case))
        yield from (kept for kept in found if kept.day.weight == weight)


def _clash(case: Case, kept: Kept) -> Worry:
    """What to say about one faith day: no surer than we are."""
    name, do = kept.day.name, kept.day.do
    if kept.begins_that_evening:
        return Worry(
            f"Finish in the early afternoon, or choose another day. {_sunset_words(case)}",
            headline=f"{name} begins that evening at sunset.",
            about="timing.ends",
        )
    one_day = kept.span.first == kept.span.last
    match kept.day.certainty:
        case "about" if not one_day:
            days = _span_words(kept.span)
            return Worry(
                f"{do} The moon decides which day it is.", headline=f"The day may be {name} ({days})."
            )
        case "tradition":
            days = "" if one_day else f" It is on {_span_words(kept.span)}."
            return Worry(f"{do}{days}", headline=f"For some people, the day is {name}.")
        case "within_a_day" if one_day:
            return Worry(f"{do} Some keep it the day before or after.", headline=f"The day is {name}.")
        case _:
            return Worry(do, headline=f"The day {'is' if one_day else 'falls in'} {name}.")


def _span_words(span: Span) -> str:
    """The two days that it may be.

    >>> _span_words(Span(first=date(2027, 3, 9), last=date(2027, 3, 10)))
    '9 or 10 March'
    """
    first = (
        f"{span.first.day}" if span.first.month == span.last.month else f"{span.first.day} {span.first:%B}"
    )
    return f"{first} or {span.last.day} {span.last:%B}"


def _late_in_ramadan(case: Case) -> Iterator[Worry]:
    """A worry where people who fast would be kept late; not on the feast, which is a worry of its own."""
    ends, sun = _ends(case), _sun(case)
    if not ends or not sun or any(_kept(case, "day_off")):
        return
    latest = sun - timedelta(minutes=case.pace.home_before_fast_ends.value)
    if ends > latest:
        for kept in _kept(case, "month"):
            may_be = "may be" if ends.date() in (kept.span.first, kept.span.last) else "is"
            yield Worry(
                f"{kept.day.do} Finish by about {clock_words(about(latest))}. {_sunset_words(case)}",
                headline=f"It {may_be} {kept.day.name}, and late in the day for people who fast.",
            )


def _schools(case: Case, day: date) -> list[SchoolsOff | None]:
    """What we know about schools that day, for each nation it may be in. Empty where there is no school anyway."""
    nation = _nation(case)
    if not is_working_day(day, nation):
        return []
    nations = list(Nation) if nation is None else [nation]
    return [schools_off(day, one, case.facts.school_breaks) for one in nations]


def _children_matter(case: Case) -> bool:
    """Whether people are expected who may have children at home, and no childcare is planned."""
    return case.has_need(*WITH_CHILDREN) and not case.provides("childcare")


def _can_rest(case: Case, begins: datetime, over: datetime) -> bool:
    """Whether a rest long enough to pray in falls between two moments."""
    enough = timedelta(minutes=case.pace.prayer.value)
    for item in case.arranged.agenda.items:
        if item.part.is_rest:
            rests = datetime.combine(begins.date(), item.starts, tzinfo=UK)
            wakes = datetime.combine(begins.date(), item.ends, tzinfo=UK)
            if min(wakes, over) - max(rests, begins) >= enough:
                return True
    return False
