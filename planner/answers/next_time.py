"""The plan for next time, begun from this one: what still holds is kept, what was true of one day is asked again."""

from collections.abc import Mapping

from planner.answers.asked import QUESTIONS, Asked
from planner.answers.plan import Plan
from planner.answers.question import NOT_SURE, given

# Purpose, lessons and ways of working. Everything else is asked again: dates, bookings, counts, what was found at
# a venue, money, promises already made, and who was asked. A new question is asked again until it is named here.
KEPT = (
    "purpose.title", "purpose.organiser", "purpose.question", "purpose.can_change", "purpose.fixed",
    "purpose.decides",
    "audience.needs", "audience.routes", "audience.brings",
    "timing.nation", "timing.break_every", "timing.break_length",
    "venue.place", "venue.platform",
    "access.provisions", "access.formats", "access.bring_someone", "access.training", "access.plain_words",
    "methods.activities", "methods.icebreaker", "methods.other_ways", "methods.later", "methods.part_of_it",
    "methods.questions_ahead", "methods.enjoyable",
    "welcome.contact", "welcome.doors", "welcome.roles", "welcome.badges", "welcome.refreshments",
    "welcome.asked_diets", "welcome.agreed_rules", "welcome.photos",
    "budget.pay", "budget.fee", "budget.benefits_told", "budget.travel", "budget.held_by", "budget.contingency",
    "follow_up.first_update", "follow_up.channel", "follow_up.every", "follow_up.no_news",
    "follow_up.notes_shared", "follow_up.who_writes",
    "together.run_with", "together.look_back", "together.worries", "together.lessons",
)  # fmt: skip
COUNTED = "audience.needs"  # the ticks stay, how many is asked again


def next_time(plan: Plan) -> Plan:
    """A new plan that knows what this one learned; nobody has changed or saved it yet."""
    fresh = Plan(length=plan.length, local_words=plan.local_words)
    for path in KEPT:
        answer = plan.answer(path)
        if given(answer):
            fresh = fresh.with_answer(path, _without_counts(answer) if path == COUNTED else answer)
    return fresh


def asked_again(plan: Plan) -> tuple[Asked, ...]:
    """The questions that this plan answers and the next one starts without."""
    return tuple(one for one in QUESTIONS if one.path not in KEPT and given(plan.answer(one.path)))


def _without_counts(needs: Mapping[str, object]) -> dict[str, object]:
    return dict.fromkeys(needs, NOT_SURE)
