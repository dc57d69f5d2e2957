"""On a screen: shorter than in a room, with captions, help, and a way in for people who are not online."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, clock_words, known
from planner.answers.venue import Place
from planner.arrangements.days import minutes_between

CAPTIONS = ("live_captions", "remote_captions", "automatic_captions")
WITHOUT_THE_INTERNET = ("phone_in", "local_hub", "own_time_route", "loan_device", "data_top_up")
BY_PHONE = re.compile(r"\bphone|\btelephone|\bdial|\bring in\b|\bcall in\b", re.IGNORECASE)


@rule(Level.LOOK_AGAIN, about="timing.ends", fact="pace.online_at_most")
def too_long_on_a_screen(case: Case) -> Iterator[Worry]:
    """People look at a screen for too long.

    A screen tires people faster than a room. Pain, headaches and poor concentration set in.
    """
    minutes, most = minutes_between(case.plan), case.pace.online_at_most.value
    if case.plan.venue.place is Place.ONLINE and minutes > most:
        yield Worry(
            f"Meet for {most} minutes at most, or meet twice. Now it is {minutes}.",
            fix=_end_after(case, most),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.automatic_captions")
def no_captions(case: Case) -> Iterator[Worry]:
    """There are no captions for people who join online.

    They help with bad sound, new words and tired ears. On most platforms they cost nothing.
    """
    if not _on_a_screen(case) or case.provides(*CAPTIONS) or not case.plan.access.provisions:
        return
    unsure = not_sure(case, "access.provisions")
    yield Worry(
        "Turn automatic captions on for everybody, and try them before the day.",
        headline="You are not sure yet about captions online." if unsure else "",
        fix=tick(case, "access.provisions", "automatic_captions"),
        unsure=unsure,
    )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.phone_in")
def no_way_in_by_phone(case: Case) -> Iterator[Worry]:
    """People cannot join by phone.

    Some cannot use video, and some connections fail. A phone number lets them in.
    """
    if not known(case.plan.access.provisions) or _shuts_out_people_offline(case):
        return
    if _on_a_screen(case) and not _joins_by_phone(case):
        yield Worry(
            "Put a free or local-rate number in the invitation. Ask people on the phone by name.",
            fix=tick(case, "access.provisions", "phone_in"),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", source="listen_include_before_during_meeting")
def nothing_for_people_who_are_not_online(case: Case) -> Iterator[Worry]:
    """People who are not online cannot take part.

    Some have no device, no data or nobody to help. They are often those you hear from least.
    """
    if _shuts_out_people_offline(case):
        yield Worry(
            "Offer one other way at least. It could be by phone, in their own time, or from a library.",
            fix=tick(case, "access.provisions", "own_time_route"),
        )


@rule(Level.LOOK_AGAIN, about="welcome.roles", fact="roles.tech_host")
def nobody_helps_people_online(case: Case) -> Iterator[Worry]:
    """Nobody looks after people who join online.

    Whoever leads cannot also let people in, read the chat and mend the sound.
    """
    roles = case.plan.welcome.roles
    if not _on_a_screen(case) or "tech_host" in roles or not roles:
        return
    unsure = not_sure(case, "welcome.roles")
    both = case.plan.venue.place is Place.HYBRID
    yield Worry(
        "Find two hosts: one for the room, one for people online."
        if both
        else "Find a host who does not lead.",
        headline="You are not sure yet who looks after people online." if unsure else "",
        fix=tick(case, "welcome.roles", "tech_host"),
        unsure=unsure,
    )


@rule(Level.GOOD_IDEA, about="welcome.roles", fact="roles.room_and_screen_host")
def nobody_in_the_room_thinks_of_the_screen(case: Case) -> Iterator[Worry]:
    """People online may be forgotten by the people in the room.

    Talk in a room is fast. Somebody has to stop it and ask who is waiting on the screen.
    """
    roles = case.plan.welcome.roles
    if case.plan.venue.place is Place.HYBRID and "tech_host" in roles and "room_and_screen_host" not in roles:
        yield Worry(
            "Choose somebody in the room who speaks up for people online. Let them go first.",
            fix=tick(case, "welcome.roles", "room_and_screen_host"),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.interpreter_view")
def interpreters_out_of_sight(case: Case) -> Iterator[Worry]:
    """Interpreters may disappear from the screen.

    When slides come up or somebody else talks, they shrink or vanish. Then Deaf people see nothing.
    """
    if _on_a_screen(case) and case.provides("bsl_interpreters") and not case.provides("interpreter_view"):
        yield Worry(
            "Keep the interpreters large and in view, and try it with them the day before.",
            fix=tick(case, "access.provisions", "interpreter_view"),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.hybrid_kit")
def room_not_heard_on_the_screen(case: Case) -> Iterator[Worry]:
    """People online would not hear or see the room.

    One laptop at the front picks up one voice. Whoever joins online hears mumbling, and soon gives up.
    """
    if case.plan.venue.place is not Place.HYBRID or not known(case.plan.access.provisions):
        return
    there = case.plan.venue.features.get("microphones_there") is Sure.YES
    if not case.provides("hybrid_kit", "microphones") and not there:
        yield Worry(
            "Plan microphones for every voice, a camera on whoever speaks and a big screen in the room.",
            fix=tick(case, "access.provisions", "hybrid_kit"),
        )


@rule(Level.GOOD_IDEA, about="venue.place", fact="pace.hybrid_from")
def both_at_once_for_few(case: Case) -> Iterator[Worry]:
    """Two small meetings may work better than both at once.

    Both at once needs two hosts, more machines and more attention. With few people, somebody is soon forgotten.
    """
    people, enough = case.plan.audience.people, case.pace.hybrid_from.value
    prepared = case.provides("hybrid_kit") or {"tech_host", "room_and_screen_host"} <= set(
        case.plan.welcome.roles
    )
    if case.plan.venue.place is Place.HYBRID and isinstance(people, int) and people < enough and not prepared:
        yield Worry(
            "Ask people: one meeting in a room and one online, with the same questions and the same pay?"
        )


def _on_a_screen(case: Case) -> bool:
    return case.plan.venue.place in (Place.ONLINE, Place.HYBRID)


def _shuts_out_people_offline(case: Case) -> bool:
    """Whether there is only a screen. People with little money show it before anything is ticked."""
    if (
        case.plan.venue.place is not Place.ONLINE
        or _joins_by_phone(case)
        or case.provides(*WITHOUT_THE_INTERNET)
    ):
        return False
    return known(case.plan.access.provisions) or case.has_need("low_income")


def _joins_by_phone(case: Case) -> bool:
    return case.provides("phone_in") or bool(BY_PHONE.search(case.plan.venue.platform))


def _end_after(case: Case, minutes: int) -> Fix:
    starts = case.plan.timing.starts
    assert isinstance(starts, time)
    ends = (datetime.combine(case.today, starts) + timedelta(minutes=minutes)).time()
    return Fix(f"End at {clock_words(ends)}", "timing.ends", ends)
