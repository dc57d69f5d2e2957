"""Answers that do not fit together: times, places, promises and sums that cannot all be true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from planner.advice.ladder import where_it_stands
from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.texts import text_at, texts
from planner.answers import Sure, asked, day_words, known
from planner.answers.access import BringSomeone, Training
from planner.answers.methods import Later
from planner.answers.timing import BreakEvery, InNation
from planner.answers.venue import Place
from planner.answers.welcome import Photos
from planner.arrangements.follows import in_a_room, place_of
from planner.catalogue.calendar import postcode_areas, town_near
from planner.catalogue.entries import Power

TICKED = (
    "access.provisions", "access.formats", "audience.routes", "welcome.refreshments", "welcome.roles",
)  # fmt: skip
SHARED_IN_NAME = re.compile(r"\bco[- \u2010\u2011]?(?:produc|design|creat)\w*", re.IGNORECASE)
IN_NAME_ONLY = (Power.INFORM, Power.CONSULT)
ON_A_SCREEN = re.compile(r"\bonline\b|\bon zoom\b|\bon teams\b|\bwebinar\b|\bvirtual\b", re.IGNORECASE)
IN_THE_ROOM = re.compile(r"\bin person\b|\bface to face\b|\bin the hall\b", re.IGNORECASE)
NAMED_DAY = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?(\d{1,2})(?:[a-z]{2})?(?: of)? "
    r"(January|February|March|April|May|June|July|August|September|October|November|December)(?: (\d{4}))?\b",
    re.IGNORECASE,
)
WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


@rule(Level.LOOK_AGAIN, about="audience.needs", clash=True)
def more_with_a_need_than_people(case: Case) -> Iterator[Worry]:
    """You expect more people with one need than people in all.

    Seats, interpreters and money are counted from both numbers. One of them is probably old.
    """
    people = case.plan.audience.people
    if not isinstance(people, int):
        return
    for need, count in case.plan.audience.needs.items():
        if isinstance(count, int) and count > people:
            yield Worry(
                f"Check both numbers: {count} people who {case.facts.needs[need].who}, and {people} in all.",
            )


@rule(Level.LOOK_AGAIN, about="timing.break_every", clash=True)
def breaks_that_do_not_add_up(case: Case) -> Iterator[Worry]:
    """What you say about breaks does not add up.

    People plan medicine, rest and the toilet by what you tell them.
    """
    every, length = case.plan.timing.break_every, case.plan.timing.break_length
    if not length or not length.minutes or not every:
        return
    if every is BreakEvery.NO_BREAKS:
        yield Worry(f"You plan no breaks, but each lasts {length.label}. Say how often there is one.")
    elif every.minutes and length.minutes >= every.minutes:
        yield Worry(f"{every.label} there is a break of {length.label}. Rest less, or work longer between.")


@rule(Level.LOOK_AGAIN, about="access.provisions", clash=True)
def not_for_this_place(case: Case) -> Iterator[Worry]:
    """Something you ticked does not belong to the kind of meeting you chose.

    It would be promised to people and then not be there, or be paid for and not be used.
    """
    place = place_of(case.plan)
    for path in TICKED if place else ():
        table = getattr(case.facts, asked(path).table)
        ticked = [key for key in case.plan.answer(path) if known(key)]
        wrong = [key for key in ticked if place not in table[key].where]
        if wrong:
            labels = "; ".join(f"‘{table[key].label}’" for key in wrong)
            kept = tuple(key for key in ticked if key not in wrong)
            yield Worry(
                f"Take it out, or change where you meet: {labels}.",
                headline=f"{asked(path).question.short}: not for a meeting like this.",
                about=path,
                fix=Fix("Take it out", path, kept),
            )


@rule(Level.LOOK_AGAIN, about="methods.icebreaker", clash=True)
def icebreaker_not_for_this_place(case: Case) -> Iterator[Worry]:
    """The ice-breaker does not work in the kind of meeting you chose.

    The first minutes decide how safe people feel. A start that fails is remembered.
    """
    key, place = case.plan.methods.icebreaker, place_of(case.plan)
    if key and known(key) and place and place not in case.facts.icebreakers[key].where:
        yield Worry(f"Choose another start in place of ‘{case.facts.icebreakers[key].label}’.")


@dataclass(frozen=True)
class Refused:
    """A provision that is promised, and an answer elsewhere that takes it back."""

    provision: str
    path: str
    answer: Any
    better: Any
    words: str


LET_THEM = "Let people bring somebody"
REFUSED = (
    Refused("questions_ahead", "methods.questions_ahead", Sure.NO, Sure.YES, "Send the questions ahead"),
    Refused("own_time_route", "methods.later", Later.NO, Later.BOTH, "Take answers before and after"),
    Refused("dietary_needs", "welcome.asked_diets", Sure.NO, Sure.YES, "Ask what people can eat"),
    Refused("interaction_badges", "welcome.badges", Sure.NO, Sure.YES, "Add name badges"),
    Refused(
        "training_session",
        "access.training",
        Training.NOTHING_TECHNICAL,
        Training.OFFERED,
        "Say that training is offered",
    ),
    Refused("photo_choice", "welcome.photos", Photos.EVERYBODY, Photos.WITH_A_YES, "Ask for a yes"),
    Refused(
        "supporter_briefing",
        "access.bring_someone",
        BringSomeone.NO,
        BringSomeone.PAID,
        "Let people bring somebody",
    ),
    Refused(
        "pa_hours", "access.bring_someone", BringSomeone.NO, BringSomeone.PAID, "Let people bring somebody"
    ),
)


@rule(Level.LOOK_AGAIN, about="access.provisions", clash=True)
def promised_here_and_refused_there(case: Case) -> Iterator[Worry]:
    """You promise something here, and say no to it somewhere else.

    The invitation would promise it. On the day nobody would be ready for it.
    """
    for one in REFUSED:
        if case.provides(one.provision) and case.plan.answer(one.path) is one.answer:
            label, elsewhere = case.facts.provisions[one.provision].label, asked(one.path).question
            yield Worry(
                f"You ticked ‘{label}’. But under ‘{elsewhere.short}’ you say ‘{one.answer.label}’.",
                about=one.path,
                fix=Fix(one.words, one.path, one.better),
            )


@rule(Level.LOOK_AGAIN, about="access.interpreters", clash=True)
def interpreters_counted_as_none(case: Case) -> Iterator[Worry]:
    """You promise interpreters and book none.

    Deaf people would come because of your promise, and could not follow.
    """
    if (
        case.provides("bsl_interpreters")
        and case.plan.access.interpreters == 0
        and not case.has_need("bsl_users")
    ):
        yield Worry("Say how many you book, or leave the number open.")


@rule(Level.LOOK_AGAIN, about="venue.features", clash=True)
def venue_answers_disagree(case: Case) -> Iterator[Worry]:
    """Two answers about the venue cannot both be true.

    One of them decides whether somebody can come in. It is worth another look.
    """
    said, metres = case.plan.venue.features, case.plan.venue.stop_metres
    labels = {key: one.label for key, one in case.facts.venue.items()}
    for yes, no in (
        ("ground_floor", "lift_works"),
        ("ground_floor", "safe_place_to_wait"),
        ("enough_toilets", "accessible_toilet"),
        ("changing_places", "accessible_toilet"),
    ):
        if said.get(yes) is Sure.YES and said.get(no) is Sure.NO:
            yield Worry(f"You say yes to ‘{labels[yes]}’ and no to ‘{labels[no]}’. Check both.")
    far = case.pace.stop_far.value
    if isinstance(metres, int) and said.get("near_stop") is Sure.YES and metres > far:
        yield Worry(f"You say that the stop is at most {far} metres away, and also that it is {metres}.")


@rule(Level.LOOK_AGAIN, about="timing.nation", clash=True)
def postcode_of_another_nation(case: Case) -> Iterator[Worry]:
    """The postcode of the venue is in another nation.

    Bank holidays, school breaks and bus passes differ. We reckon with the nation you chose.
    """
    nation = case.plan.timing.nation.nation if case.plan.timing.nation else None
    town = town_near(case.plan.venue.name, None, case.facts.places)
    if not nation or not town or not in_a_room(case.plan) or town.nation == nation.name.lower():
        return
    if case.facts.places.border_areas.intersection(postcode_areas(case.plan.venue.name)):
        return
    other = next(one for one in InNation if one.value == town.nation)
    yield Worry(
        f"Check the nation and the address. The postcode looks like one near {town.town}.",
        fix=Fix(f"Change to {other.label}", "timing.nation", other),
    )


@rule(Level.LOOK_AGAIN, about="venue.place", clash=True)
def text_and_place_disagree(case: Case) -> Iterator[Worry]:
    """What you wrote and where you meet do not fit together.

    People read the name first. Somebody would set out for a hall where nobody is.
    """
    place = case.plan.venue.place
    for path in ("purpose.title", "purpose.question"):
        text = text_at(path, case.plan)
        screen, room = ON_A_SCREEN.search(text), IN_THE_ROOM.search(text)
        if place is Place.IN_PERSON and path == "purpose.title" and screen and not room:
            yield Worry(f"You wrote ‘{screen[0]}’, and meet in person. Change one of them.", about=path)
        elif place is Place.ONLINE and room and not screen:
            yield Worry(f"You wrote ‘{room[0]}’, and meet online. Change one of them.", about=path)


@rule(Level.LOOK_AGAIN, about="timing.day", clash=True)
def weekday_and_date_disagree(case: Case) -> Iterator[Worry]:
    """A weekday and a date in your text do not fit together.

    Somebody books care and a taxi for the wrong day, and cannot change it.
    """
    for path, text in texts(case.plan):
        for match in NAMED_DAY.finditer(text):
            meant = _meant(match, case)
            if meant and WEEKDAYS[meant.weekday()] != match[1].lower():
                yield Worry(f"You wrote ‘{match[0]}’. It is {day_words(meant)}.", about=path)


@rule(Level.LOOK_AGAIN, about="budget.fee", clash=True)
def fees_alone_cost_more(case: Case) -> Iterator[Worry]:
    """The fees alone come to more than the money there is.

    People would be promised pay that is not there. That breaks trust more than a smaller fee.
    """
    people, budget = case.plan.audience.people, case.plan.budget
    if not isinstance(people, int) or not isinstance(budget.fee, int) or not isinstance(budget.money, int):
        return
    if people * budget.fee > budget.money:
        yield Worry(
            f"{people} people at £{budget.fee} each make £{people * budget.fee:,}. There is £{budget.money:,}. "
            "Ask for more money, or invite fewer people."
        )


@rule(Level.LOOK_AGAIN, about="purpose.can_change", source="think_local_co_production_ladder", clash=True)
def called_co_production(case: Case) -> Iterator[Worry]:
    """You call it co-production, and your answers say something else.

    People who have heard the word before come for a share in the decision. They notice when there is none.
    """
    standing = where_it_stands(case.plan, case.facts)
    if standing is None or standing.rung not in IN_NAME_ONLY:
        return
    for path in ("purpose.title", "purpose.question"):
        if named := SHARED_IN_NAME.search(text_at(path, case.plan)):
            rung = case.facts.ladder[standing.rung]
            yield Worry(
                f"From your answers it is ‘{rung.label}’. That is worth something when it is said truly. "
                f"Say that in place of ‘{named[0]}’, or share more: {rung.step_up}",
                about=path,
            )


def _meant(match: re.Match[str], case: Case) -> date | None:
    """The day that somebody wrote: of the year they gave, else the one nearest to the workshop."""
    day = case.plan.timing.day
    near = day if isinstance(day, date) else case.today
    years = [int(match[4])] if match[4] else [near.year - 1, near.year, near.year + 1]
    meant = [found for year in years if (found := _date(year, match[3], match[2]))]
    return min(meant, key=lambda one: abs(one - near), default=None)


def _date(year: int, month: str, day: str) -> date | None:
    """A date, or None where the month has no such day."""
    first = datetime(max(year, 1), MONTHS.index(month.lower()) + 1, 1).date()  # noqa: DTZ001  a day has no zone
    found = first + timedelta(days=int(day) - 1)
    return found if found.month == first.month else None
