"""Reach: finding people who do not come yet, in more ways than one."""

import re
from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.texts import texts
from planner.advice.ticks import not_sure, tick
from planner.answers import known
from planner.answers.audience import KnowsUs
from planner.catalogue.entries import Route

FASTEST = re.compile(r"\bfirst[- ]come\b|\bwhile places last\b|\bhurry\b", re.IGNORECASE)
DISABLED_PEOPLES_OWN = ("dpulo", "self_advocacy_group", "deaf_club")


@rule(Level.LOOK_AGAIN, about="audience.routes", source="co_produce_well")
def only_people_who_come_already(case: Case) -> Iterator[Worry]:
    """Only people who already come will hear about it.

    People who stay away know best what keeps them away. They are not on your lists.
    """
    routes = _routes(case)
    if routes and all(one.already_active for one in routes):
        yield Worry(
            "Add ways to reach people who never come, such as a doctor's surgery, a faith group or a carers' centre."
        )


@rule(Level.GOOD_IDEA, about="audience.knows_us", source="co_produce_well")
def nobody_new(case: Case) -> Iterator[Worry]:
    """Everybody who comes knows you already.

    New people see what you have stopped seeing. That is often what you most need to hear.
    """
    knows_us = case.plan.audience.knows_us
    if knows_us is KnowsUs.NOT_SURE:
        yield Worry(
            "Find out who is missing from the people you usually see.",
            headline="You are not sure yet whether new people come.",
            unsure=True,
        )
    elif knows_us is KnowsUs.KNOWN:
        yield Worry("Ask each person to bring somebody new, or keep some places for people who never come.")


@rule(Level.LOOK_AGAIN, about="audience.routes", fact="pace.routes")
def one_way_only(case: Case) -> Iterator[Worry]:
    """People hear about it in one way only.

    Whoever does not see that one notice, or cannot read it, never hears of it.
    """
    routes, enough = _routes(case), case.pace.routes.value
    if not_sure(case, "audience.routes"):
        yield Worry(
            f"Choose {enough} ways or more, and ask people which ones they trust.",
            headline="You are not sure yet how people hear about it.",
            unsure=True,
        )
    elif len(routes) == 1:
        yield Worry(f"Use {enough} ways or more. Word of mouth through people they trust works best.")


@rule(Level.GOOD_IDEA, about="audience.routes", fact="pace.routes")
def few_ways_to_hear(case: Case) -> Iterator[Worry]:
    """A few more ways would reach more people.

    Each way reaches some people and misses others. No single one reaches everybody.
    """
    routes, enough = _routes(case), case.pace.routes.value
    if 1 < len(routes) < enough:
        yield Worry(f"You have {len(routes)} ways. Use {enough} or more, of different kinds.")


@rule(Level.LOOK_AGAIN, about="audience.routes", source="scie_making_events_accessible_2")
def only_people_online(case: Case) -> Iterator[Worry]:
    """Only people who are online will hear about it.

    Not everybody has a computer or money for data. Many rely on a call, a letter or a friend.
    """
    routes = _routes(case)
    if routes and all(one.online_only for one in routes):
        yield Worry("Add ways without a screen: posters, local radio, a phone call, or a visit to a group.")


@rule(
    Level.LOOK_AGAIN,
    about="audience.routes",
    source=("co_produce_well", "disability_rights_disabled_people_s"),
)
def no_organisation_of_disabled_people(case: Case) -> Iterator[Worry]:
    """No organisation run by disabled people is asked.

    Such groups are trusted, know the barriers, and reach people whom nobody else reaches.
    """
    ticked = case.plan.audience.routes
    if known(ticked) and not any(key in ticked for key in DISABLED_PEOPLES_OWN):
        yield Worry(
            "Ask your local Disabled People's Organisation to be a paid partner from the start.",
            fix=tick(case, "audience.routes", "dpulo"),
        )


@rule(Level.LOOK_AGAIN, about="audience.brings", source="co_produce_well")
def first_come_first_served(case: Case) -> Iterator[Worry]:
    """Places go to whoever is fastest.

    People who need help to read, to decide or to write are always last. Those who come anyway take the places.
    """
    for path, text in texts(case.plan):
        if FASTEST.search(text):
            yield Worry(
                "Keep some places for people you have not met yet. Choose together who comes, and say how.",
                about=path,
            )


def _routes(case: Case) -> list[Route]:
    return [case.facts.outreach[key] for key in case.plan.audience.routes if known(key)]
