"""What the organiser told us: the plan, its ten steps and its questions."""

from planner.answers.asked import QUESTIONS, STEPS, Asked, Kind, asked, is_shown
from planner.answers.plan import Length, Plan
from planner.answers.question import NOT_SURE, Activity, Choice, Question, Sure, given, known
from planner.answers.words import clock_words, day_words, in_words

__all__ = [
    "NOT_SURE",
    "QUESTIONS",
    "STEPS",
    "Activity",
    "Asked",
    "Choice",
    "Kind",
    "Length",
    "Plan",
    "Question",
    "Sure",
    "asked",
    "clock_words",
    "day_words",
    "given",
    "in_words",
    "is_shown",
    "known",
]
