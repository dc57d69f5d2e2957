"""Welcome: somebody to ask, somebody at the door, a name, a cup of tea, and an agreement."""

from collections.abc import Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, given, known
from planner.arrangements.follows import Because, Chosen, in_a_room
from planner.arrangements.headcount import crew_of

SOMETHING_TO_HAVE = (
    "tea_and_coffee", "cake_and_fruit", "sandwich_lunch", "hot_lunch", "water", "shared_meal", "treat_by_post",
)  # fmt: skip


@rule(Level.LOOK_AGAIN, about="welcome.contact", source="scie_making_events_accessible_2")
def nobody_to_ask(case: Case) -> Iterator[Worry]:
    """People have nobody to ask before the day.

    One open question, such as where the toilet is, can be enough to keep somebody at home.
    """
    welcome = case.plan.welcome
    if not welcome.contact and given(welcome.refreshments):
        yield Worry("Name one person, with a phone number for calls and texts, and an email address.")


@rule(Level.LOOK_AGAIN, about="welcome.contact", source="scie_making_events_accessible_2")
def one_way_to_ask(case: Case) -> Iterator[Worry]:
    """People can get in touch in one way only.

    Some cannot use the phone, and some do not use email.
    """
    contact = case.plan.welcome.contact
    has_phone, has_email = any(letter.isdigit() for letter in contact), "@" in contact
    if contact and not (has_phone and has_email):
        missing = "an email address" if has_phone else "a phone number for calls and texts"
        both = "a phone number for calls and texts, and an email address"
        yield Worry(f"Add {missing if has_phone or has_email else both}.")


@rule(Level.LOOK_AGAIN, about="welcome.roles", source="co_produce_well", fact="roles.greeter")
def nobody_at_the_door(case: Case) -> Iterator[Worry]:
    """Nobody meets people when they arrive.

    The first minute decides how welcome people feel. A stranger in a strange building may turn round.
    """
    roles = case.plan.welcome.roles
    if not in_a_room(case.plan):
        return
    if not_sure(case, "welcome.roles"):
        yield Worry(
            "Find people to stand at the door, and somebody to look after access.",
            headline="You are not sure yet who meets people when they arrive.",
            unsure=True,
        )
    elif roles and "greeter" not in roles:
        how_many = _greeters(case)
        yield Worry(
            f"Ask {how_many} people to meet everybody at the door, by name and with a smile.",
            fix=tick(case, "welcome.roles", "greeter"),
        )


@rule(Level.LOOK_AGAIN, about="welcome.roles", fact="roles.access_lead")
def access_is_nobodys_job(case: Case) -> Iterator[Worry]:
    """Nobody looks after access on the day.

    When a lift stops or captions fail, somebody has to act at once, and not be leading a talk.
    """
    roles = case.plan.welcome.roles
    if known(roles) and "access_lead" not in roles:
        yield Worry(
            "Choose one person for access, who does nothing else that day.",
            fix=tick(case, "welcome.roles", "access_lead"),
        )


@rule(Level.LOOK_AGAIN, about="welcome.doors", fact="pace.arrival")
def no_time_to_arrive(case: Case) -> Iterator[Worry]:
    """The doors open too late for a calm start.

    Taxis come early. People need time for the toilet, a drink and a look round.
    """
    doors, enough = case.plan.welcome.doors, case.pace.arrival.value
    if doors and doors.minutes is not None and doors.minutes < enough:
        fitting = [choice for choice in type(doors) if choice.minutes and choice.minutes >= enough]
        best = min(fitting, key=lambda choice: choice.minutes or 0, default=None)
        yield Worry(
            f"Open the doors at least {enough} minutes before the start.",
            fix=Fix(f"Open {best.label}", "welcome.doors", best) if best else None,
        )


@rule(Level.GOOD_IDEA, about="welcome.badges", source="co_produce_well")
def no_names(case: Case) -> Iterator[Worry]:
    """Nobody has a name badge.

    Names help people to talk to each other, and to see whom they can ask for help.
    """
    if in_a_room(case.plan) and case.plan.welcome.badges is Sure.NO:
        yield Worry(
            "Give everybody a badge with a first name in large letters. Your own team wears one, too.",
            fix=Fix("Add name badges", "welcome.badges", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="welcome.refreshments", source="co_produce_well")
def nothing_to_eat_or_drink(case: Case) -> Iterator[Worry]:
    """There is nothing to eat or drink.

    Tea puts people at ease, and the best talk often comes with it. Some need food with medicine.
    """
    if not in_a_room(case.plan):
        return
    if not_sure(case, "welcome.refreshments"):
        yield Worry(
            "Find out what the venue can offer, and what you may bring.",
            headline="You are not sure yet what there is to eat and drink.",
            unsure=True,
        )
    elif _offers_nothing(case):
        yield Worry(
            "Offer free tea, coffee and water to everybody, supporters and interpreters too.",
            fix=tick(case, "welcome.refreshments", "tea_and_coffee"),
        )


@rule(Level.LOOK_AGAIN, about="welcome.asked_diets")
def food_needs_not_asked(case: Case) -> Iterator[Worry]:
    """You offer food, but do not ask what people can eat.

    For some people the wrong food is dangerous. Others sit beside the table and eat nothing.
    """
    asked = case.plan.welcome.asked_diets
    if case.provides("dietary_needs"):
        return
    if asked is Sure.NOT_SURE:
        yield Worry(
            "Put one question about food into the invitation.",
            headline="You are not sure yet whether you ask what people can eat.",
            unsure=True,
        )
    elif asked is Sure.NO:
        yield Worry(
            "Ask in the invitation what people can and cannot eat: allergies, faith, swallowing.",
            fix=Fix("Ask what people can eat", "welcome.asked_diets", Sure.YES),
        )


@rule(Level.GOOD_IDEA, about="welcome.agreed_rules", source="scie_making_events_accessible_4")
def no_agreement_with_each_other(case: Case) -> Iterator[Worry]:
    """You do not agree how to treat each other.

    An agreement lets anybody say, kindly, that it goes too fast or that one person talks a lot.
    """
    agreed = case.plan.welcome.agreed_rules
    if agreed is Sure.NOT_SURE:
        yield Worry(
            "Plan a few minutes at the start, and ask people what helps them to take part.",
            headline="You are not sure yet whether you agree how to treat each other.",
            unsure=True,
        )
    elif agreed is Sure.NO:
        yield Worry(
            "At the start, ask each person for one thing that helps. Write them up where all can see.",
            fix=Fix("Agree it together", "welcome.agreed_rules", Sure.YES),
        )


def _greeters(case: Case) -> int:
    """As many greeters as the catalogue asks for with so many people."""
    greeter = Chosen("roles.greeter", case.facts.roles["greeter"], Because("welcome.roles", ""))
    return crew_of(greeter, case.plan, max(1, case.arranged.heads.participants))


def _offers_nothing(case: Case) -> bool:
    """Whether nothing is offered: only own food, or nothing ticked while the questions round it are answered."""
    welcome = case.plan.welcome
    if welcome.refreshments:
        return not any(key in SOMETHING_TO_HAVE for key in welcome.refreshments)
    return given(welcome.badges) and given(welcome.agreed_rules)
