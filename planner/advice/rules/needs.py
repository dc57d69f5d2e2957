"""Needs: for everybody you expect, something is put in place; and people are asked."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, known
from planner.answers.audience import AskedNeeds
from planner.arrangements.follows import place_of
from planner.catalogue.entries import Provision

# Needs of people who cannot follow, or cannot come safely, unless one of these is put in place.
CANNOT_WITHOUT = {
    "other_languages": ("spoken_language_interpreter", "translated_summary", "reading_writing_help"),
    "clinically_vulnerable": ("clean_air", "own_time_route", "phone_in"),
}
EASY_TO_FORGET = ("assistance_dogs", "faith")
# Rules about hearing, formats, training and meeting online look after these.
LOOKED_AFTER_ELSEWHERE = (
    "bsl_users", "hard_of_hearing", "deafblind", "blind_low_vision", "learning_disability", "low_income",
)  # fmt: skip

# Answers elsewhere in the plan that serve people as well as a tick under "what is put in place" would.
ANSWERS_THAT_SERVE = {
    "speech_or_aac": (("methods.questions_ahead", "yes"), ("methods.other_ways", "several")),
    "autistic_or_adhd": (("methods.questions_ahead", "yes"),),
    "mental_health": (("access.bring_someone", "paid"), ("access.bring_someone", "unpaid")),
    "energy_or_pain": (("methods.later", "both"), ("methods.later", "after"), ("methods.part_of_it", "yes")),
    "clinically_vulnerable": (
        ("methods.later", "both"),
        ("methods.later", "after"),
        ("venue.place", "hybrid"),
    ),
    "personal_care": (("access.bring_someone", "paid"),),
    "carers": (("methods.part_of_it", "yes"), ("methods.later", "both"), ("methods.later", "after")),
    "parents": (("methods.part_of_it", "yes"), ("methods.later", "both"), ("methods.later", "after")),
    "faith": (("welcome.asked_diets", "yes"),),
}
FEATURES_THAT_SERVE = {
    "wheelchair_users": ("step_free_entrance", "table_height", "turning_space"),
    "short_distances": ("seats_on_the_way", "drop_off", "blue_badge_bays"),
    "autistic_or_adhd": ("quiet_room_there",),
    "mental_health": ("quiet_room_there",),
    "energy_or_pain": ("quiet_room_there",),
    "clinically_vulnerable": ("fresh_air",),
    "personal_care": ("changing_places",),
    "assistance_dogs": ("dogs_welcome",),
    "faith": ("place_to_pray",),
}


@rule(Level.SHUT_OUT, about="access.provisions")
def cannot_take_part_without(case: Case) -> Iterator[Worry]:
    """Some people you expect cannot take part as it is planned.

    Without this they cannot follow what is said, or cannot come without danger.
    """
    for need, what in CANNOT_WITHOUT.items():
        yield from _nothing_for(need, what, case)


@rule(Level.LOOK_AGAIN, about="access.provisions")
def nothing_in_place_yet(case: Case) -> Iterator[Worry]:
    """Nothing is in place yet for some people you expect.

    People often do not ask. They look for what is there, and stay away when they do not find it.
    """
    others = (*CANNOT_WITHOUT, *EASY_TO_FORGET, *LOOKED_AFTER_ELSEWHERE)
    for key, need in case.facts.needs.items():
        if key not in others:
            yield from _nothing_for(key, need.likely, case)


@rule(Level.GOOD_IDEA, about="access.provisions")
def easy_to_forget(case: Case) -> Iterator[Worry]:
    """A small thing would make some people you expect feel welcome.

    It costs little, and it shows that somebody thought of them.
    """
    for need in EASY_TO_FORGET:
        yield from _nothing_for(need, case.facts.needs[need].likely, case)


@rule(Level.LOOK_AGAIN, about="audience.asked_needs", source="inclusive_communication_organise")
def nobody_was_asked(case: Case) -> Iterator[Worry]:
    """You have not asked people what they need.

    Two people with the same condition can need quite different things. Only they know.
    """
    asked = case.plan.audience.asked_needs
    if asked is AskedNeeds.NOT_SURE:
        yield Worry(
            "Decide how you will ask, and until when people can tell you.",
            headline="You are not sure yet how you ask people what they need.",
            unsure=True,
        )
    elif asked is AskedNeeds.NO:
        yield Worry(
            "Ask in the invitation what would help people take part. Do not ask what is wrong.",
            fix=Fix("Ask in the invitation", "audience.asked_needs", AskedNeeds.IN_INVITATION),
        )


def _nothing_for(key: str, likely: tuple[str, ...], case: Case) -> Iterator[Worry]:
    """A worry where people with this need are expected, and nothing serves them."""
    helpful = _that_fit(key, likely, case)
    if not case.has_need(key) or not helpful or _is_served(key, case):
        return
    first = next(iter(helpful))
    path = "access.provisions" if first in case.facts.provisions else "access.formats"
    yield Worry(
        f"Ask them what works for them. Some ideas: {'. '.join(helpful.values())}.",
        headline=f"Nothing is in place yet for people who {case.facts.needs[key].who}.",
        fix=tick(case, path, first),
        unsure=not_sure(case, "access.provisions"),
    )


def _that_fit(key: str, likely: tuple[str, ...], case: Case) -> dict[str, str]:
    """The names of those that make sense where people meet; none where the need plays no part there."""
    place, need = place_of(case.plan), case.facts.needs[key]
    if place and place not in need.where:
        return {}
    entries = {one: _entry(one, case) for one in likely}
    return {one: entry.label for one, entry in entries.items() if place is None or place in entry.where}


def _is_served(key: str, case: Case) -> bool:
    plan = case.plan
    ticked = [one for one in (*plan.access.provisions, *plan.access.formats) if known(one)]
    if key in CANNOT_WITHOUT:
        serves = any(one in CANNOT_WITHOUT[key] for one in ticked)
    else:
        serves = any(key in _entry(one, case).meets or one in case.facts.needs[key].likely for one in ticked)
    return (
        serves
        or any(plan.answer(path) == answer for path, answer in ANSWERS_THAT_SERVE.get(key, ()))
        or any(plan.venue.features.get(feature) is Sure.YES for feature in FEATURES_THAT_SERVE.get(key, ()))
    )


def _entry(key: str, case: Case) -> Provision:
    return case.facts.provisions.get(key) or case.facts.formats[key]
