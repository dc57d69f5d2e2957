"""Safety: somebody to turn to, no story that hurts whoever tells it, and a way out for everybody."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, known
from planner.answers.venue import Place
from planner.answers.welcome import Photos

STORIES = ("story_circle", "forum_theatre")  # people tell or see what they lived through
MAY_FEAR_IT = ("low_income", "mental_health")
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


@rule(Level.LOOK_AGAIN, about="audience.young")
def young_people_need_more(case: Case) -> Iterator[Worry]:
    """Young people take part, and nobody has said how they are kept safe.

    A parent or guardian has to agree for anybody under 16. Young people must be able to say no all the same.
    """
    young, known_to_all = case.plan.audience.young, case.plan.welcome.in_danger
    if young is Sure.NOT_SURE:
        yield Worry(
            "Find out. Then you need a plain form for parents, and somebody trained to keep young people safe.",
            headline="You are not sure yet whether young people take part.",
            unsure=True,
        )
    elif young is Sure.YES and known_to_all is not Sure.YES:
        yield Worry(
            "Ask young people and their parents for a yes, in plain words. Name somebody trained in keeping them "
            "safe, and let no adult be alone with a young person."
        )


@rule(Level.LOOK_AGAIN, about="welcome.in_danger")
def nobody_knows_whom_to_tell(case: Case) -> Iterator[Worry]:
    """Nobody knows whom to tell when somebody is in danger.

    Somebody may say that they are hurt or not safe at home. Whoever hears it must not be left alone with it.
    """
    known_to_all = case.plan.welcome.in_danger
    if case.plan.audience.young is Sure.YES:
        return  # said where young people are asked about
    if known_to_all is Sure.NOT_SURE:
        yield Worry(
            "Ask who looks after this where you work, and write down the name and number.",
            headline="You are not sure yet whom to tell when somebody is in danger.",
            unsure=True,
        )
    elif known_to_all is Sure.NO:
        yield Worry(
            "Write one name and number on every brief. At the start, say what you would have to pass on.",
            fix=Fix("Tell everybody before the day", "welcome.in_danger", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="welcome.photos", source="scie_making_events_accessible_4")
def pictures_of_everybody(case: Case) -> Iterator[Worry]:
    """People cannot say no to a picture.

    Some fear that a picture of them being active is used against them, at home or at a benefits office. They stay away.
    """
    photos = case.plan.welcome.photos
    if photos is Photos.NOT_SURE:
        yield Worry(
            "Decide before you invite people, and say so in the invitation.",
            headline="You are not sure yet whether there are photos.",
            unsure=True,
        )
    elif photos is Photos.EVERYBODY and not case.provides("photo_choice"):
        yield Worry(
            "Ask each person, on a separate form. Give stickers to those who say yes, and never film small groups.",
            fix=Fix("Only of people who say yes", "welcome.photos", Photos.WITH_A_YES),
        )


@rule(Level.GOOD_IDEA, about="access.provisions", fact="provisions.photo_choice")
def no_way_to_show_a_yes(case: Case) -> Iterator[Worry]:
    """Nobody can see who said yes to a picture.

    In a full room nobody remembers who said no. One picture online cannot be taken back.
    """
    asks_first = case.plan.welcome.photos is Photos.WITH_A_YES
    if asks_first and known(case.plan.access.provisions) and not case.provides("photo_choice"):
        yield Worry(
            "Plan a form and stickers for those who say yes.",
            fix=tick(case, "access.provisions", "photo_choice"),
        )


@rule(Level.GOOD_IDEA, about="access.provisions", fact="provisions.keep_it_private")
def afraid_to_be_seen(case: Case) -> Iterator[Worry]:
    """Some people are afraid of who hears that they came.

    They fear a benefits office, an employer or somebody at home. They come when they know that nothing goes further.
    """
    decided = known(case.plan.access.provisions)
    if case.has_need(*MAY_FEAR_IT) and decided and not case.provides("keep_it_private"):
        yield Worry(
            "Say in the invitation who sees what people tell you, and that notes name nobody.",
            fix=tick(case, "access.provisions", "keep_it_private"),
        )


def _somebody_to_turn_to(case: Case) -> bool:
    return "wellbeing" in case.plan.welcome.roles or case.provides("wellbeing_person")


def _in_a_building(case: Case) -> bool:
    return case.plan.venue.place in (Place.IN_PERSON, Place.HYBRID)
