"""Methods: what each one asks of the people who come, and other ways for those it does not suit."""

import math
from collections.abc import Callable, Iterator

from planner.advice.rule import Case, Fix, Level, Worry, rule
from planner.answers import Sure
from planner.answers.methods import Later, OtherWays
from planner.answers.purpose import WorkStage
from planner.arrangements.follows import place_of
from planner.catalogue.entries import Method

A_LOT = 2  # the top of the scale on which the catalogue says what a method demands
MADE_EASIER_BY = {
    "reading": ("reading_writing_help", "easy_read", "audio", "screen_reader_file", "translated_summary"),
    "writing": ("reading_writing_help", "scribe"),
    "speaking": ("unhurried_chairing", "questions_ahead", "picture_choice_talk", "spoken_language_interpreter"),
    "sight": ("describe_pictures", "sighted_guide", "communicator_guide"),
    "hearing": (
        "bsl_interpreters", "deaf_relay_interpreter", "deafblind_interpreters", "lipspeaker", "live_captions",
        "remote_captions", "automatic_captions", "electronic_notetaker", "hearing_loop", "portable_loop", "microphones",
    ),
    "hands": ("scribe", "personal_care_support", "reading_writing_help"),
    "moving": ("seating_choice", "rest_your_way"),
}  # fmt: skip
NEED_TIME_TO_PREPARE = (
    "speech_or_aac",
    "autistic_or_adhd",
    "learning_disability",
    "mental_health",
    "bsl_users",
)


@rule(Level.LOOK_AGAIN, about="methods.activities")
def asks_too_much_of_some(case: Case) -> Iterator[Worry]:
    """What you do together asks too much of some people.

    Somebody who cannot read, reach, hear or say it sits and watches. A small change lets everybody in.
    """
    for method in chosen_methods(case):
        hard = [demand for demand in MADE_EASIER_BY if _is_too_hard(demand, method, case)]
        if hard:
            needs = dict.fromkeys(need for demand in hard for need in _expected(demand, case))
            who = "; who ".join(case.facts.needs[need].who for need in needs)
            yield Worry(
                " ".join(words for demand, words in method.adapt.items() if demand in hard),
                headline=f"‘{method.label}’ is hard for people who {who}.",
            )


@rule(Level.LOOK_AGAIN, about="methods.activities")
def everything_is_talk(case: Case) -> Iterator[Worry]:
    """Everything you do asks people to speak before a group.

    Many people think well and speak little. Others need longer to speak than a group waits.
    """
    methods, other_ways = chosen_methods(case), case.plan.methods.other_ways
    has_other_way = other_ways in (OtherWays.SEVERAL, OtherWays.ONE)
    if methods and not has_other_way and all(one.demands.speaking == A_LOT for one in methods):
        better = another_method(case, lambda one: one.demands.speaking == 0 and not one.mostly_talk)
        yield Worry(f"Add something people can do without speaking up, such as ‘{better}’.")


@rule(Level.LOOK_AGAIN, about="methods.other_ways", source="communicationfirst_best_practices")
def only_by_speaking_up(case: Case) -> Iterator[Worry]:
    """People can only take part by speaking up.

    You will hear from those who speak easily. Writing, pointing or telling one person counts as much.
    """
    other_ways = case.plan.methods.other_ways
    if other_ways is OtherWays.NOT_SURE:
        yield Worry(
            "Plan one way at least: cards, drawing, a text, or telling one person.",
            headline="You are not sure yet how people take part without speaking.",
            unsure=True,
        )
    elif other_ways is OtherWays.NO:
        yield Worry(
            "Offer cards, drawing, texts or telling one person. Read these out first, as equal answers.",
            fix=Fix("Offer several ways", "methods.other_ways", OtherWays.SEVERAL),
        )


@rule(Level.LOOK_AGAIN, about="methods.later")
def only_on_the_day(case: Case) -> Iterator[Worry]:
    """People can only take part on the day itself.

    Some are ill that morning. Some need time to think, and say most the day after.
    """
    later = case.plan.methods.later
    if case.provides("own_time_route"):
        return
    if later is Later.NOT_SURE:
        yield Worry(
            "Choose a phone number or an address for answers, and the last day for them.",
            headline="You are not sure yet whether people can add something later.",
            unsure=True,
        )
    elif later is Later.NO:
        yield Worry(
            "Take answers by phone, voice message, text or post, before and after the day.",
            fix=Fix("Let people add something before and after", "methods.later", Later.BOTH),
        )


@rule(Level.GOOD_IDEA, about="methods.part_of_it")
def all_or_nothing(case: Case) -> Iterator[Worry]:
    """People have to come for all of it.

    Some cannot promise so many hours. They stay away, although part of it would have worked.
    """
    if case.plan.methods.part_of_it is Sure.NO:
        yield Worry(
            "Say in the invitation that people may come late, leave early or come for one part.",
            fix=Fix("Let people come for part of it", "methods.part_of_it", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="methods.questions_ahead", fact="pace.papers_days")
def no_time_to_prepare(case: Case) -> Iterator[Worry]:
    """People see the questions only on the day.

    Somebody who uses a communication aid may need days to prepare an answer. Surprises silence others, too.
    """
    ahead, days = case.plan.methods.questions_ahead, case.pace.papers_days.value
    if not case.has_need(*NEED_TIME_TO_PREPARE) or case.provides("questions_ahead"):
        return
    if ahead is Sure.NOT_SURE:
        yield Worry(
            f"Decide which questions you can send {days} days before.",
            headline="You are not sure yet whether people get the questions ahead.",
            unsure=True,
        )
    elif ahead is Sure.NO:
        yield Worry(
            f"Send the questions {days} days before, and take answers ahead too.",
            fix=Fix("Send the questions ahead", "methods.questions_ahead", Sure.YES),
        )


@rule(Level.LOOK_AGAIN, about="methods.activities")
def too_few_people(case: Case) -> Iterator[Worry]:
    """There are too few people for what you want to do.

    With too few people it feels empty, and those who came feel watched.
    """
    heads = case.arranged.heads
    for method in chosen_methods(case):
        least, _ = method.size
        if heads.participants_known and 0 < heads.participants < least:
            better = another_method(case)
            yield Worry(f"‘{method.label}’ needs at least {least} people. Invite more, or try ‘{better}’.")


@rule(Level.GOOD_IDEA, about="methods.activities", fact="pace.people_per_facilitator")
def groups_without_a_leader(case: Case) -> Iterator[Worry]:
    """You need several small groups, and somebody to lead each.

    In a group that nobody leads, the loudest people lead it.
    """
    leaders = _leaders(case)
    for method in chosen_methods(case):
        groups = _groups(method, case.arranged.heads.participants)
        if groups > leaders and not _one_at_a_time(method):
            yield Worry(f"For ‘{method.label}’, make {groups} groups. Find somebody to lead each of them.")


@rule(Level.LOOK_AGAIN, about="methods.activities", clash=True)
def cannot_be_done_here(case: Case) -> Iterator[Worry]:
    """Something you chose does not work in the kind of meeting you chose.

    People would find out on the day, and whoever joins in the other way would be left out.
    """
    place = place_of(case.plan)
    for method in chosen_methods(case):
        if place and place not in method.where:
            better = another_method(case)
            yield Worry(f"Do something else in place of ‘{method.label}’, such as ‘{better}’.")


def chosen_methods(case: Case) -> list[Method]:
    """Each method that is planned, once; activities of the organiser's own are not known to us."""
    keys = dict.fromkeys(one.method for one in case.plan.methods.activities if one.method)
    return [case.facts.methods[key] for key in keys]


def another_method(case: Case, suits: Callable[[Method], bool] | None = None) -> str:
    """The name of a method to suggest: it suits, fits the plan where one does, and asks little of people."""
    chosen = chosen_methods(case)
    people = case.arranged.heads.participants or case.pace.people_per_facilitator.value
    new = [one for one in case.facts.methods.values() if one not in chosen and not _one_at_a_time(one)]
    suitable = [one for one in new if suits is None or suits(one)]
    fitting = [one for one in suitable if _fits(one, case)] or suitable
    return min(
        fitting, key=lambda one: (_groups(one, people), _asks_a_lot(one), one.formality, one.label)
    ).label


def _fits(method: Method, case: Case) -> bool:
    """Whether a method suits the place, the stage, the time, the number and the needs of the people."""
    place, stage, people = place_of(case.plan), case.plan.purpose.stage, case.arranged.heads.participants
    return (
        (place is None or place in method.where)
        and (stage in (None, WorkStage.NOT_SURE) or stage.value in method.stages)
        and (people == 0 or people >= method.size[0])
        and case.pace.least_activity.value <= method.minutes[0] <= case.pace.stretch.value
        and not any(_is_too_hard(demand, method, case) for demand in MADE_EASIER_BY)
    )


def _asks_a_lot(method: Method) -> int:
    """In how many ways a method asks a lot of people."""
    return sum(level == A_LOT for _, level in method.demands)


def _is_too_hard(demand: str, method: Method, case: Case) -> bool:
    return getattr(method.demands, demand) == A_LOT and bool(_expected(demand, case))


def _expected(demand: str, case: Case) -> list[str]:
    """The needs of people who come for whom a demand is hard, and for whom nothing makes it easier yet."""
    if demand == "speaking" and case.plan.methods.other_ways in (OtherWays.SEVERAL, OtherWays.ONE):
        return []
    hard_for = [need for need in case.plan.audience.needs if demand in case.facts.needs[need].finds_hard]
    return [need for need in hard_for if not _is_eased(demand, need, case)]


def _is_eased(demand: str, need: str, case: Case) -> bool:
    """Whether something that makes the demand easier is put in place for people with this need."""
    facts = case.facts
    for key in MADE_EASIER_BY[demand]:
        if key in facts.roles and key in case.plan.welcome.roles:
            return True
        entry = facts.provisions.get(key) or facts.formats.get(key)
        if entry and case.provides(key) and need in entry.meets:
            return True
    return False


def _leaders(case: Case) -> int:
    """How many people lead groups: those who are planned, and never fewer than we would advise."""
    heads = case.arranged.heads
    planned = sum(line.count for line in heads.crew if line.entry == "roles.facilitator")
    return max(planned, math.ceil(heads.participants / case.pace.people_per_facilitator.value))


def _groups(method: Method, people: int) -> int:
    return math.ceil(people / method.size[1])


def _one_at_a_time(method: Method) -> bool:
    return method.size[1] == 1
