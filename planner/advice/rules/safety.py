"""Safety: somebody to turn to, no story that hurts whoever tells it, and a way out for everybody."""

from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, known
from planner.answers.venue import Place

STORIES = ("story_circle", "forum_theatre")  # people tell or see what they lived through
NEED_HELP_TO_GET_OUT = (
    "wheelchair_users",
    "short_distances",
    "blind_low_vision",
    "deafblind",
    "personal_care",
)


@rule(Level.LOOK_AGAIN, about="welcome.roles", fact="roles.wellbeing")
def nobody_to_turn_to(case: Case) -> Iterator[Worry]:
    """Nobody is there for people who feel upset.

    You expect people who live with anxiety or distress. Whoever leads the day cannot leave the room with them.
    """
    if not case.has_need("mental_health") or _somebody_to_turn_to(case):
        return
    if not_sure(case, "welcome.roles"):
        yield Worry(
            "Find somebody calm who does nothing else that day.",
            headline="You are not sure yet who is there for people who feel upset.",
            unsure=True,
        )
    elif known(case.plan.welcome.roles) or known(case.plan.access.provisions):
        yield Worry(
            "Choose one person to turn to, who does not lead. Tell people who it is before the day.",
            fix=tick(case, "welcome.roles", "wellbeing"),
        )


@rule(Level.LOOK_AGAIN, about="methods.activities", fact="roles.wellbeing")
def stories_with_nobody_to_catch_them(case: Case) -> Iterator[Worry]:
    """People tell their own stories, and nobody is there if one hurts.

    Telling or hearing a hard story can bring back what happened.
    """
    tells = any(one.method in STORIES for one in case.plan.methods.activities)
    decided = known(case.plan.welcome.roles) or known(case.plan.access.provisions)
    if tells and decided and not _somebody_to_turn_to(case) and not case.has_need("mental_health"):
        yield Worry(
            "Choose somebody to turn to who does not lead. Say the topics before, and that listening is fine.",
            fix=tick(case, "welcome.roles", "wellbeing"),
        )


@rule(Level.LOOK_AGAIN, about="welcome.roles", fact="roles.safety_lead")
def nobody_helps_people_out(case: Case) -> Iterator[Worry]:
    """Nobody knows who helps whom when the alarm rings.

    You expect people who may not get out alone. In an alarm it is too late to ask who stays with them.
    """
    roles = case.plan.welcome.roles
    if not _in_a_building(case) or not case.has_need(*NEED_HELP_TO_GET_OUT) or not known(roles):
        return
    if "safety_lead" not in roles and case.plan.venue.features.get("trained_staff") is not Sure.YES:
        yield Worry(
            "Name one person for safety. Ask each person what help they want, and agree who gives it.",
            fix=tick(case, "welcome.roles", "safety_lead"),
        )


def _somebody_to_turn_to(case: Case) -> bool:
    return "wellbeing" in case.plan.welcome.roles or case.provides("wellbeing_person")


def _in_a_building(case: Case) -> bool:
    return case.plan.venue.place in (Place.IN_PERSON, Place.HYBRID)
