"""How people hear what happened with what they said."""

from typing import Annotated

from planner.answers.question import NOT_SURE, Choice, Question, Step, Sure, Text


class FirstUpdate(Choice):
    """How soon after the day people hear something."""

    WEEK = "7", "Within a week"
    TWO_WEEKS = "14", "Within two weeks"
    MONTH = "28", "Within a month"
    LATER = "56", "Later than that"
    NONE = "none", "No update planned"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def days(self) -> int | None:
        """Days after the workshop; None where no update is planned or it is not sure."""
        return int(self.value) if self.value.isdigit() else None


class UpdateEvery(Choice):
    """How often people hear after that."""

    MONTH = "28", "Every month"
    TWO_MONTHS = "56", "Every two months"
    QUARTER = "84", "Every three months"
    ONCE = "once", "Only that once"
    NOT_SURE = NOT_SURE, "Not sure yet"

    @property
    def days(self) -> int | None:
        """Days between updates; None where there is only one or it is not sure."""
        return int(self.value) if self.value.isdigit() else None


class Channel(Choice):
    """How the news reaches people."""

    CHOSEN = "chosen", "In the way each person chose"
    SEVERAL = "several", "In more than one way"
    EMAIL = "email", "Only by e-mail"
    WEBSITE = "website", "On our website"
    NOT_SURE = NOT_SURE, "Not sure yet"


class FollowUp(Step):
    """How people hear what happened with what they said."""

    first_update: Annotated[
        FirstUpdate | None,
        Question(
            "When do people first hear from you after the day?",
            short="First update",
            why="The complaint we hear most: people give their time and never hear again.",
            find_out="Decide when people first hear from you",
            quick=True,
        ),
    ] = None
    channel: Annotated[
        Channel | None,
        Question(
            "How will the news reach them?",
            short="How updates reach people",
            why="News on a website reaches the people who look there. Ask people what they use.",
            find_out="Ask people how they want to hear from you",
        ),
    ] = None
    every: Annotated[
        UpdateEvery | None,
        Question(
            "How often after that?",
            short="Later updates",
            why="Regular news keeps trust alive, even when things are slow.",
            find_out="Decide how often people hear from you",
        ),
    ] = None
    no_news: Annotated[
        Sure | None,
        Question(
            "Will you write even when there is nothing new?",
            short="Update when there is no news",
            why="'Nothing new yet' is news. Silence tells people that they were forgotten.",
            find_out="Agree to write even when there is nothing new",
        ),
    ] = None
    what_happens: Annotated[
        Text,
        Question(
            "What will you do with what people say?",
            short="What happens with what people say",
            why="Say only what you can keep. It goes into the invitation.",
            example="We write it up in two weeks. The group picks three things to build. The board decides in June.",
            long=True,
        ),
    ] = ""
    notes_shared: Annotated[
        Sure | None,
        Question(
            "Will people see the notes and be able to correct them?",
            short="Notes shared",
            why="Whoever writes the notes decides what was said. Let people check.",
            find_out="Plan how people see and correct the notes",
        ),
    ] = None
    who_writes: Annotated[
        Text,
        Question(
            "Whose job is it to write to people?",
            short="Who writes the updates",
            why="A promise that belongs to nobody is not kept. Give the role, not a private address.",
            example="The parks engagement officer",
        ),
    ] = ""
