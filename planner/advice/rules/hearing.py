"""Hearing and signing: point 6 of the guide. Interpreters, captions and loops, each for those they serve."""

from collections.abc import Iterator
from datetime import date

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.rules.methods import chosen_methods
from planner.advice.ticks import not_sure, tick
from planner.answers import NOT_SURE, Sure, day_words, known
from planner.answers.venue import Place, Visited
from planner.arrangements.days import minutes_between
from planner.arrangements.follows import in_a_room
from planner.arrangements.tasks import Notice, ToDo

LOOPS = ("hearing_loop", "portable_loop")
TYPED = ("live_captions", "remote_captions", "electronic_notetaker")
FOR_PEOPLE_WHO_HEAR_LITTLE = (*TYPED, "lipspeaker", *LOOPS)
AT_SEVERAL_TABLES = (
    "world_cafe",
    "quick_cafe",
    "open_space",
)  # everybody is in the room, but not in one group
WITH_THEIR_HANDS = ("deafblind_interpreters", "communicator_guide")
FEW_TO_BE_HAD = (
    "bsl_interpreters", "deaf_relay_interpreter", "deafblind_interpreters", "communicator_guide", "lipspeaker",
    "live_captions", "remote_captions", "electronic_notetaker",
)  # fmt: skip


@rule(Level.SHUT_OUT, about="access.provisions", source="co_produce_well", fact="provisions.bsl_interpreters")
def nobody_signs(case: Case) -> Iterator[Worry]:
    """Deaf people who sign could not take part.

    British Sign Language is a language of its own. Captions, notes and lip-reading are in English.
    """
    if not case.has_need("bsl_users"):
        return
    if not case.provides("bsl_interpreters"):
        unsure = not_sure(case, "access.provisions")
        yield Worry(
            "Book registered interpreters, and ask Deaf people whom they like to work with.",
            headline="You expect Deaf people who sign. Find out about interpreters." if unsure else "",
            fix=tick(case, "access.provisions", "bsl_interpreters"),
            unsure=unsure,
        )
    elif case.plan.access.interpreters == 0:
        yield Worry(
            "Say how many you book, or leave the number open.",
            headline="You promise interpreters and book none.",
            about="access.interpreters",
            fix=_enough_interpreters(case),
        )


@rule(Level.LOOK_AGAIN, about="access.interpreters", fact="pace.interpreter_alone")
def one_interpreter_alone(case: Case) -> Iterator[Worry]:
    """One interpreter cannot work alone for so long.

    Interpreting is hard work. After a while mistakes begin, and Deaf people miss what was said.
    """
    pace, minutes = case.pace, minutes_between(case.plan)
    online = case.plan.venue.place is Place.ONLINE
    alone = (pace.interpreter_alone_online if online else pace.interpreter_alone).value
    if not case.provides("bsl_interpreters") or minutes <= alone:
        return
    if case.plan.access.interpreters == 1:
        enough = _enough_interpreters(case)
        yield Worry(
            f"Book {enough.answer if enough else 'more'} for over {alone} minutes. They take turns.",
            fix=enough,
        )
    elif case.plan.access.interpreters == NOT_SURE:
        yield Worry(
            f"Ask the interpreters. Over {alone} minutes one cannot do it alone, and each extra group needs its own.",
            headline="You are not sure yet how many interpreters you need.",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", source="rnid_facts_statements_inclusion")
def booked_too_late(case: Case) -> Iterator[Worry]:
    """There is little time left to book people who interpret or type captions.

    There are few of them, and the good ones are booked weeks ahead.
    """
    day = case.plan.timing.day
    if not isinstance(day, date) or day < case.today:
        return
    for key, to_do in _bookings(case):
        if f"provisions.{key}" in case.plan.booked:
            continue
        what = case.facts.provisions[key].label
        if to_do.notice is Notice.TOO_LATE:
            yield Worry(
                f"If this is not booked yet, do this. {to_do.if_late}",
                headline=f"It may be too late to book: {what}.",
            )
        elif to_do.notice is Notice.TIGHT and to_do.finish_by:
            yield Worry(
                f"If this is not booked yet, book today. After {day_words(to_do.finish_by)} it rarely works.",
                headline=f"It is time to book: {what}.",
            )


@rule(Level.SHUT_OUT, about="access.provisions", source="co_produce_well", fact="needs.hard_of_hearing")
def nothing_helps_people_hear(case: Case) -> Iterator[Worry]:
    """People who are hard of hearing could not follow.

    In a group, a hearing aid alone is often not enough. A loud voice does not help.
    """
    if (
        not case.has_need("hard_of_hearing")
        or _helps_people_hear(case)
        or case.provides("automatic_captions")
    ):
        return
    unsure = not_sure(case, "access.provisions")
    best = "remote_captions" if case.plan.venue.place is Place.ONLINE else "live_captions"
    yield Worry(
        "Ask which they use: captions, a hearing loop or a lipspeaker. Until you know, plan captions.",
        headline="You expect people who are hard of hearing. Find out what helps." if unsure else "",
        fix=tick(case, "access.provisions", best),
        unsure=unsure,
    )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.automatic_captions")
def only_automatic_captions(case: Case) -> Iterator[Worry]:
    """People who are hard of hearing would depend on automatic captions.

    They get names, accents and communication aids wrong, and in a room they often hear nothing.
    """
    if (
        case.has_need("hard_of_hearing")
        and case.provides("automatic_captions")
        and not _helps_people_hear(case)
    ):
        yield Worry(
            "Ask people whether that is enough for them. If not, book captions typed by a person.",
            fix=tick(case, "access.provisions", "remote_captions"),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions")
def a_loop_for_people_who_sign(case: Case) -> Iterator[Worry]:
    """A hearing loop does not serve people who sign.

    It makes sound clearer in a hearing aid. People who use British Sign Language need interpreters.
    """
    if not case.has_need("bsl_users") or case.has_need("hard_of_hearing"):
        return
    if case.provides(*LOOPS) and not case.provides("bsl_interpreters"):
        yield Worry(
            "Keep the loop for others, and book interpreters, too.",
            fix=tick(case, "access.provisions", "bsl_interpreters"),
        )


@rule(Level.LOOK_AGAIN, about="access.provisions")
def interpreters_for_people_who_lipread(case: Case) -> Iterator[Worry]:
    """Interpreters do not serve people who do not sign.

    Most people who lose their hearing never learn to sign. They need captions, a loop or a lipspeaker.
    """
    if not case.has_need("hard_of_hearing") or case.has_need("bsl_users"):
        return
    if case.provides("bsl_interpreters") and not _helps_people_hear(case):
        yield Worry(
            "Ask people who are hard of hearing what they use. Add captions, a loop or a lipspeaker.",
            fix=tick(case, "access.provisions", "remote_captions"),
        )


@rule(Level.SHUT_OUT, about="access.provisions", fact="needs.deafblind")
def nobody_reaches_deafblind_people(case: Case) -> Iterator[Worry]:
    """Deafblind people could not take part.

    Signing that they cannot see and captions that they cannot read do not reach them.
    """
    if case.has_need("deafblind") and not case.provides(*WITH_THEIR_HANDS):
        unsure = not_sure(case, "access.provisions")
        yield Worry(
            "Ask each person how they communicate and whom they come with. Book interpreters whom they know.",
            headline="You expect deafblind people. Find out how they communicate." if unsure else "",
            fix=tick(case, "access.provisions", "deafblind_interpreters"),
            unsure=unsure,
        )


@rule(Level.LOOK_AGAIN, about="venue.features", fact="venue.hearing_loop_tested")
def loop_never_tried(case: Case) -> Iterator[Worry]:
    """You promise a hearing loop that nobody has tried.

    A sign on the door proves nothing. People with hearing aids find out when it has begun.
    """
    promised, tested = case.provides("hearing_loop"), case.plan.venue.features.get("hearing_loop_tested")
    if not in_a_room(case.plan) or not (promised or case.has_need("hard_of_hearing")):
        return
    been_there = case.plan.venue.visited in (Visited.WITH, Visited.ALONE)
    if promised and tested is Sure.NO:
        yield Worry("Let somebody with a hearing aid try it, or bring a room loop with microphones.")
    elif tested is Sure.NOT_SURE or (promised and tested is None and been_there):
        yield Worry(
            "Ask who switches it on, and let somebody with a hearing aid try it.",
            headline="You do not know yet whether the hearing loop works.",
            unsure=True,
        )


@rule(Level.LOOK_AGAIN, about="access.provisions", fact="provisions.microphones")
def a_loop_without_microphones(case: Case) -> Iterator[Worry]:
    """The loop carries only what is said into a microphone.

    Without microphones that go round, people hear the speaker at the front and nobody else.
    """
    has_loop = case.provides("hearing_loop") and in_a_room(case.plan)
    there = case.plan.venue.features.get("microphones_there") is Sure.YES
    if has_loop and case.has_need("hard_of_hearing") and not case.provides("microphones") and not there:
        yield Worry(
            "Plan microphones that go round, and use them every time.",
            fix=tick(case, "access.provisions", "microphones"),
        )


@rule(Level.GOOD_IDEA, about="access.provisions", fact="provisions.interpreted_breaks")
def left_out_in_the_breaks(case: Case) -> Iterator[Worry]:
    """Deaf people would be left out in the breaks.

    Much is said over tea. Interpreters rest then, unless you have agreed something else.
    """
    served = case.has_need("bsl_users") and case.provides("bsl_interpreters") and in_a_room(case.plan)
    has_breaks = minutes_between(case.plan) > case.pace.interpreter_alone.value
    if served and has_breaks and not case.provides("interpreted_breaks"):
        yield Worry(
            "Ask the interpreters who could cover the breaks, and when they rest instead.",
            fix=tick(case, "access.provisions", "interpreted_breaks"),
        )


@rule(Level.GOOD_IDEA, about="access.interpreters", fact="provisions.bsl_interpreters")
def groups_share_interpreters(case: Case) -> Iterator[Worry]:
    """When groups split, interpreters can be in one group only.

    You expect several Deaf people who sign. In the other groups they would sit in silence.
    """
    signing, booked = case.plan.audience.needs.get("bsl_users"), case.plan.access.interpreters
    crew = case.facts.provisions["bsl_interpreters"].people
    if not case.provides("bsl_interpreters") or signing in (None, 1) or crew is None:
        return
    if isinstance(booked, int) and booked > crew.count:
        return
    for method in chosen_methods(case):
        splits = method in [case.facts.methods[key] for key in AT_SEVERAL_TABLES]
        if splits or case.arranged.heads.participants > method.size[1] > 1:
            yield Worry(
                f"Before ‘{method.label}’, ask Deaf people: one group together, or interpreters for each group?"
            )
            return


@rule(Level.LOOK_AGAIN, about="methods.questions_ahead", fact="provisions.bsl_interpreters")
def interpreters_see_it_cold(case: Case) -> Iterator[Worry]:
    """People who interpret or type get nothing to prepare with.

    Names, slides and hard words that they have never seen come out wrong, or not at all.
    """
    ahead = case.plan.methods.questions_ahead is not Sure.NO or case.provides("questions_ahead")
    if case.provides(*FEW_TO_BE_HAD) and not ahead:
        yield Worry(
            "Send them slides, names, films and questions a week before.",
            fix=Fix("Send the questions ahead", "methods.questions_ahead", Sure.YES),
        )


def _helps_people_hear(case: Case) -> bool:
    """Whether something is there that helps people hear or read what is said; a loop only where there is a room."""
    room = in_a_room(case.plan)
    in_the_room = room and case.plan.venue.features.get("hearing_loop_tested") is Sure.YES
    useful = FOR_PEOPLE_WHO_HEAR_LITTLE if room else (*TYPED, "lipspeaker")
    return in_the_room or case.provides(*useful)


def _bookings(case: Case) -> Iterator[tuple[str, ToDo]]:
    """Each booking of people of whom there are few, with the provision that it belongs to."""
    for to_do in case.arranged.to_dos:
        table, key, *_ = to_do.id.split(".")
        has_a_limit = to_do.start_by != to_do.finish_by
        if table == "provisions" and key in FEW_TO_BE_HAD and has_a_limit and known(to_do.start_by):
            yield key, to_do


def _enough_interpreters(case: Case) -> Fix | None:
    crew = case.facts.provisions["bsl_interpreters"].people
    return Fix(f"Book {crew.count}", "access.interpreters", crew.count) if crew else None
