"""When the workshop is, and how it is paced."""

from typing import Annotated

from planner.answers.question import NOT_SURE, Choice, Clock, Day, NotSure, Question, Step
from planner.catalogue.notice import Nation


class InNation(Choice):
    """The nation of the UK whose holidays and bus passes count."""

    ENGLAND = "england", "England"
    SCOTLAND = "scotland", "Scotland"
    WALES = "wales", "Wales"
    NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def nation(self) -> Nation | None:
        """The same nation as the calendar of working days knows it; None where it is not sure."""
        return None if self is InNation.NOT_SURE else Nation[self.name]


class BreakEvery(Choice):
    """The longest that people sit together without a break."""

    HALF_HOUR = "30", "Every 30 minutes"
    THREE_QUARTERS = "45", "Every 45 minutes"
    HOUR = "60", "Every hour"
    HOUR_AND_A_HALF = "90", "Every 90 minutes"
    NO_BREAKS = "none", "No set breaks"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def minutes(self) -> int | None:
        """The stretch in minutes; None where breaks are not set."""
        return int(self.value) if self.value.isdigit() else None


class BreakLength(Choice):
    """How long a break lasts."""

    FIVE = "5", "5 minutes"
    TEN = "10", "10 minutes"
    QUARTER = "15", "15 minutes"
    TWENTY = "20", "20 minutes"
    HALF_HOUR = "30", "30 minutes"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def minutes(self) -> int | None:
        """The length in minutes; None where it is not sure."""
        return int(self.value) if self.value.isdigit() else None


class ChosenWith(Choice):
    """Whether the people invited had a say in the day and time."""

    YES = "yes", "Yes"
    SOME = "some", "Some of them"
    NO = "no", "No"
    NOT_SURE = NOT_SURE, "Not sure yet"


class Timing(Step):
    """When the workshop is, and how it is paced."""

    nation: Annotated[
        InNation | None,
        Question(
            "Which nation is it in?",
            short="Nation",
            why="Bank holidays, bus passes and school holidays differ. Online? Choose where you work.",
            find_out="Decide which nation the workshop is in",
            quick=True,
        ),
    ] = None
    day: Annotated[
        Day | NotSure | None,
        Question(
            "What day is the workshop?",
            short="Day",
            why="Interpreters are booked about six weeks ahead. The day tells us what is still possible.",
            find_out="Choose the day with the people you want to reach",
            quick=True,
        ),
    ] = None
    starts: Annotated[
        Clock | NotSure | None,
        Question(
            "What time does it start?",
            short="Start time",
            why="Early starts shut out people with morning care, long journeys or a bus pass that starts later.",
            find_out="Choose the start time with the people you want to reach",
            quick=True,
        ),
    ] = None
    ends: Annotated[
        Clock | NotSure | None,
        Question(
            "What time does it end?",
            short="End time",
            why="People book taxis, care and childcare to the minute. Late finishes mean going home in the dark.",
            find_out="Choose the end time with the people you want to reach",
            quick=True,
        ),
    ] = None
    break_every: Annotated[
        BreakEvery | None,
        Question(
            "How often is there a break?",
            short="How often there is a break",
            why="Pain, tiredness, medication and lip-reading all need regular rest.",
            find_out="Agree how often there is a break",
        ),
    ] = None
    break_length: Annotated[
        BreakLength | None,
        Question(
            "How long is a break?",
            short="Length of a break",
            why="One accessible toilet and several wheelchair users need more than ten minutes.",
            find_out="Agree how long a break is",
        ),
    ] = None
    chosen_with: Annotated[
        ChosenWith | None,
        Question(
            "Did the people you are inviting help choose the day and time?",
            short="Day and time chosen together",
            why="Choosing together is the first thing you do with people, not to them.",
            find_out="Ask some of the people you are inviting which day and time suit them",
        ),
    ] = None
