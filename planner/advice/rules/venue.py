"""The venue: everybody gets there, gets in, can stay, can rest, and gets out safely."""

import math
from collections.abc import Iterator

from planner.advice.rule import RULES, Case, Fix, Level, Worry, rule
from planner.advice.ticks import tick
from planner.answers import NOT_SURE, Sure
from planner.answers.timing import BreakLength
from planner.answers.venue import Place, Visited
from planner.catalogue.entries import VenueFeature

TENTHS = 10  # floors are counted in tenths of a square metre, so that the catalogue holds whole numbers
SOMEBODY_FETCHES = ("taxis", "shuttle")
OUT_OF_BREATH = ("short_distances", "energy_or_pain", "memory")


@rule(Level.SHUT_OUT, about="venue.features", source="shaping_our_guidelines_making_events")
def cannot_get_in(case: Case) -> Iterator[Worry]:
    """Some people cannot get in or reach the room.

    One step, one narrow door or one broken lift is enough to end somebody's day.
    """
    vital = {key: one for key, one in _without_own_rule(case).items() if one.vital}
    for key, feature in vital.items():
        if _said(case, key) is Sure.NO:
            yield Worry(
                f"Before you book, this must be true: ‘{feature.label}’. Otherwise choose another venue."
                f"{_who(feature, case)}",
                headline=_first_sentence(feature.without_it),
            )
    yield from _not_sure_of({key: one for key, one in vital.items() if _said(case, key) is Sure.NOT_SURE})


@rule(Level.SHUT_OUT, about="venue.features", fact="venue.accessible_toilet")
def no_toilet_for_everybody(case: Case) -> Iterator[Worry]:
    """Some people cannot use a toilet there.

    Without one people cannot stay. Some stop drinking the day before, which harms them.
    """
    yield from _missing(
        "accessible_toilet",
        case,
        "Choose a venue with an accessible toilet near the room, open and clear of boxes.",
    )


@rule(Level.SHUT_OUT, about="venue.features", fact="venue.dogs_welcome")
def dogs_turned_away(case: Case) -> Iterator[Worry]:
    """The venue does not let every assistance dog in.

    Without their dog people cannot come. Turning one away may also be against the law.
    """
    yield from _missing(
        "dogs_welcome",
        case,
        "Tell the venue that assistance dogs must come in everywhere, and get its yes in writing.",
    )


@rule(Level.SHUT_OUT, about="venue.features", fact="venue.evacuation_plan")
def no_plan_to_get_people_out(case: Case) -> Iterator[Worry]:
    """The venue has no plan to get everybody out.

    In a fire, people who cannot leave alone must not be left to wait for the fire service.
    """
    yield from _missing(
        "evacuation_plan",
        case,
        "Ask for a plan for visitors, or take a ground-floor room with a level way out.",
    )


@rule(Level.SHUT_OUT, about="venue.features", fact="venue.changing_places")
def no_hoist_and_bench(case: Case) -> Iterator[Worry]:
    """There is no toilet with a hoist and a bench.

    You expect people who have help with personal care. Some of them cannot use any other toilet.
    """
    if case.has_need("personal_care") and not case.provides("changing_places"):
        yield from _missing(
            "changing_places",
            case,
            "Ask people whether they need one. Find the nearest on the official map, hire one, or meet elsewhere.",
            fix=tick(case, "access.provisions", "changing_places"),
        )


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.enough_toilets")
def queue_for_the_toilet(case: Case) -> Iterator[Worry]:
    """People will spend their break in a queue for the toilet.

    Using an accessible toilet takes time. Whoever is last comes back late and misses what is said.
    """
    said, minutes = _said(case, "enough_toilets"), _longest_break_advised(case)
    too_many = _too_many_for_one_toilet(case) and said is not Sure.YES
    too_short = case.arranged.agenda.clock.break_length < minutes
    if too_many or (said is Sure.NO and too_short):
        yield Worry(
            f"Ask for a second accessible toilet, and make each break at least {minutes} minutes long."
            if too_short
            else "Ask for a second accessible toilet, and wait until everybody is back.",
            fix=_longer_break(minutes) if too_short else None,
        )
    elif said is Sure.NOT_SURE and case.has_need(*case.facts.venue["enough_toilets"].serves):
        yield from _not_sure_of({"enough_toilets": case.facts.venue["enough_toilets"]})


@rule(Level.LOOK_AGAIN, about="venue.room_area", fact="venue.big_enough")
def room_too_small(case: Case) -> Iterator[Worry]:
    """The room is too small for everybody who will be there.

    In a full room there is no way through. Wheelchair users get stuck at the door, and dogs get stepped on.
    """
    area, needed = case.plan.venue.room_area, _floor_needed(case)
    heads = case.arranged.heads
    # Where some people join online, we do not know how many of them are in the room.
    if not heads.participants_known or case.plan.venue.place is not Place.IN_PERSON:
        return
    metres = math.ceil(needed / TENTHS)
    do = f"For {heads.in_all} people, helpers included, you need about {metres} square metres."
    if isinstance(area, int) and area * TENTHS < needed:
        yield Worry(f"{do} Find a bigger room, or take out tables and invite fewer people.")
    elif area == NOT_SURE:
        yield Worry(
            f"Ask how big the room is. {do}", headline="You do not know yet how big the room is.", unsure=True
        )
    elif area is None and _said(case, "big_enough") is Sure.NO:
        yield Worry(f"{do} Ask for a bigger room.", about="venue.features")


@rule(Level.LOOK_AGAIN, about="venue.stop_metres", fact="pace.stop_far")
def far_from_the_stop(case: Case) -> Iterator[Worry]:
    """The stop is too far away for many people.

    People who cannot walk far, or who cannot pay for a taxi, arrive worn out or stay at home.
    """
    metres, far = case.plan.venue.stop_metres, case.pace.stop_far.value
    if case.provides(*SOMEBODY_FETCHES):
        return
    fix = tick(case, "access.provisions", "taxis")
    if isinstance(metres, int) and metres > far:
        yield Worry(f"It is {metres} metres. Offer everybody a taxi or a lift, there and back.", fix=fix)
    elif metres == NOT_SURE:
        yield Worry(
            f"Measure it on a map or on foot. Over {far} metres, offer everybody a taxi or a lift.",
            headline="You do not know yet how far the stop is.",
            unsure=True,
        )
    elif metres is None and _said(case, "near_stop") is Sure.NO:
        yield Worry(
            "Offer everybody a taxi or a lift from the stop, there and back.", about="venue.features", fix=fix
        )


@rule(Level.GOOD_IDEA, about="venue.stop_metres", fact="pace.stop_near")
def no_rest_on_the_way(case: Case) -> Iterator[Worry]:
    """The way from the stop is long without a rest.

    Many people who walk with a stick or tire easily have to sit down on the way.
    """
    metres, near, far = case.plan.venue.stop_metres, case.pace.stop_near.value, case.pace.stop_far.value
    seats = _said(case, "seats_on_the_way") is Sure.YES
    if not case.has_need(*OUT_OF_BREATH) or seats or case.provides(*SOMEBODY_FETCHES):
        return
    if isinstance(metres, int) and near < metres <= far:
        yield Worry(f"Put a chair every {near} metres, and have somebody meet people at the stop.")


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.blue_badge_bays")
def nowhere_to_park(case: Case) -> Iterator[Worry]:
    """No Blue Badge bay is kept free near the door.

    Drivers who cannot walk far have to turn round and go home.
    """
    if not case.provides("parking"):
        yield from _missing(
            "blue_badge_bays",
            case,
            "Ask the venue to keep bays free near the door, with a name to ring when they are full.",
            fix=tick(case, "access.provisions", "parking"),
        )


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.quiet_room_there")
def nowhere_to_rest(case: Case) -> Iterator[Worry]:
    """There is no quiet room to rest in.

    When it gets too much, people need somewhere to go. Otherwise they go home.
    """
    promised = case.provides("quiet_room") and _said(case, "quiet_room_there") is Sure.NO
    yield from _missing(
        "quiet_room_there",
        case,
        "Ask for a second room, an office or a screened corner, for your group alone all day.",
        headline="You promise a quiet room, but the venue has none." if promised else "",
    )


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.good_lighting")
def bad_light(case: Case) -> Iterator[Worry]:
    """The light in the room is bad.

    Lip-reading and signing need light on faces. Flicker and glare can bring on migraine or a seizure.
    """
    yield from _missing(
        "good_lighting",
        case,
        "Bring lamps, switch off those that flicker, and seat nobody with a window behind them.",
    )


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.low_noise")
def too_noisy(case: Case) -> Iterator[Worry]:
    """The room is noisy.

    Hearing aids make every noise louder. People who are sensitive to noise have to leave.
    """
    yield from _missing(
        "low_noise", case, "Ask for another room or hour, and for music and machines to be off."
    )


@rule(Level.LOOK_AGAIN, about="venue.features")
def something_is_missing(case: Case) -> Iterator[Worry]:
    """The venue lacks something that people you expect need.

    What looks small on a list can decide whether somebody can stay for the day.
    """
    wanted = {
        key: one for key, one in _without_own_rule(case).items() if not one.vital and _expected(one, case)
    }
    for key, feature in wanted.items():
        if _said(case, key) is Sure.NO:
            on_the_day = f" If it says no, do this on the day: {feature.plan_b}" if feature.plan_b else ""
            yield Worry(
                f"{feature.without_it} Ask the venue to change that.{on_the_day}{_who(feature, case)}",
                headline=f"Not so at the venue: ‘{feature.label}’.",
            )
    yield from _not_sure_of({key: one for key, one in wanted.items() if _said(case, key) is Sure.NOT_SURE})


@rule(Level.LOOK_AGAIN, about="venue.visited", source="ehrc_planning_virtual_engagement")
def nobody_has_looked(case: Case) -> Iterator[Worry]:
    """Nobody has been to look at the venue.

    ‘Fully accessible’ on a website can mean one ramp. You only see the bins in the way when you go there.
    """
    visited = case.plan.venue.visited
    if visited is Visited.NOT_SURE:
        yield Worry(
            "Ask in your team, and plan a visit if nobody has been there.",
            headline="You do not know whether somebody has looked at the venue.",
            unsure=True,
        )
    elif visited is Visited.NO:
        yield Worry("Visit it with a disabled person, pay them, and bring a tape measure.")


@rule(Level.GOOD_IDEA, about="venue.visited", source="ehrc_planning_virtual_engagement")
def looked_without_disabled_people(case: Case) -> Iterator[Worry]:
    """No disabled person has looked at the venue.

    Somebody who uses a wheelchair or a cane notices in a minute what others walk past.
    """
    if case.plan.venue.visited is Visited.ALONE:
        yield Worry("Go again with a disabled person, and pay them for their time.")


def _said(case: Case, key: str) -> Sure | None:
    return case.plan.venue.features.get(key)


def _missing(key: str, case: Case, do: str, headline: str = "", fix: Fix | None = None) -> Iterator[Worry]:
    """The worry about one feature: that it is missing, or that nobody knows yet."""
    feature = case.facts.venue[key]
    if _said(case, key) is Sure.NO:
        yield Worry(f"{do}{_who(feature, case)}", headline=headline, fix=fix)
    elif _said(case, key) is Sure.NOT_SURE:
        yield from _not_sure_of({key: feature})


def _not_sure_of(features: dict[str, VenueFeature]) -> Iterator[Worry]:
    """One worry for everything that somebody still has to find out."""
    if features:
        asks = dict.fromkeys(ask for one in features.values() for ask in (one.asks or (one.label,)))
        labels = "; ".join(f"‘{one.label}’" for one in features.values())
        these = "these are" if len(features) > 1 else "this is"
        yield Worry(
            f"Ask the venue: {' '.join(asks)}",
            headline=f"You do not know yet whether {these} true: {labels}.",
            unsure=True,
        )


def _who(feature: VenueFeature, case: Case) -> str:
    """For whom it matters, among the people who are expected."""
    who = [case.facts.needs[need].who for need in _expected(feature, case)]
    return f" You expect people who {'; who '.join(who)}." if who else ""


def _expected(feature: VenueFeature, case: Case) -> list[str]:
    return [need for need in feature.serves if case.has_need(need)]


def _first_sentence(words: str) -> str:
    return f"{words.split('. ', maxsplit=1)[0].rstrip('.')}."


def _without_own_rule(case: Case) -> dict[str, VenueFeature]:
    """The features that no other rule is about."""
    facts = {one.fact for one in RULES.values()} | {"venue.near_stop"}
    return {key: one for key, one in case.facts.venue.items() if f"venue.{key}" not in facts}


def _floor_needed(case: Case) -> int:
    """Tenths of a square metre for everybody in the room: wheelchair users and dogs take more, and so do the drinks."""
    pace, heads = case.pace, case.arranged.heads
    count = case.plan.audience.needs.get("wheelchair_users", 0)
    wheelchairs = min(count, heads.in_all) if isinstance(count, int) else 1
    return (
        pace.area_each.value * (heads.in_all - wheelchairs)
        + pace.area_wheelchair.value * wheelchairs
        + pace.area_dog.value * heads.dogs
        + pace.area_besides.value
    )


def _too_many_for_one_toilet(case: Case) -> bool:
    count = case.plan.audience.needs.get("wheelchair_users", 0)
    return isinstance(count, int) and count > case.pace.toilet_shared_by.value


def _longest_break_advised(case: Case) -> int:
    """Minutes of a break in which several wheelchair users can use one toilet."""
    pace = case.facts.needs["wheelchair_users"].pace
    return max(case.arranged.agenda.clock.advised_break, (pace.break_at_least or 0) if pace else 0)


def _longer_break(minutes: int) -> Fix | None:
    fitting = [choice for choice in BreakLength if choice.minutes and choice.minutes >= minutes]
    best = min(fitting, key=lambda choice: choice.minutes or 0, default=None)
    return Fix(f"Make breaks {best.label}", "timing.break_length", best) if best else None
