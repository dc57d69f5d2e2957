"""Privacy: a plan gets passed around, so it counts people and does not name them."""

from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.texts import texts
from planner.answers import asked
from planner.reading import personal_details


@rule(Level.LOOK_AGAIN, about="together.worries", source="ico_are_conditions_processing")
def personal_details_in_the_plan(case: Case) -> Iterator[Worry]:
    """Something you wrote may be about one person.

    Plans get passed around. What somebody told you in trust would go with them.
    """
    for path, text in texts(case.plan):
        for kind in dict.fromkeys(detail.kind for detail in personal_details(text)):
            yield Worry(kind.advice, headline=f"{asked(path).question.short}: {kind.words}?", about=path)
