"""Plain words: point 8 of the guide. What people read before they say yes, without jargon."""

from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.answers import QUESTIONS, Kind, Plan, Sure, asked
from planner.reading import Hit, Reading, read

PEOPLE_READ_IT = (
    "purpose.title", "purpose.question", "purpose.fixed", "methods.enjoyable", "follow_up.what_happens",
)  # fmt: skip
ACTIVITIES = "methods.activities"
NAMES = ("purpose.organiser", "venue.name", "venue.platform", "welcome.contact")  # nobody can reword a name


@rule(Level.GOOD_IDEA, about="purpose.question", source="co_produce_well")
def hard_words(case: Case) -> Iterator[Worry]:
    """Some words are hard for people outside your work.

    Jargon tells people that this is not for them. Most will not ask what a word means.
    """
    for path in PEOPLE_READ_IT:
        if found := _once_each(_reading(case, case.plan.answer(path)).jargon):
            plainer = " ".join(f"For ‘{hit.found}’, you could say: {hit.say}." for hit in found)
            yield Worry(plainer, headline=f"{asked(path).question.short}: some words are hard.", about=path)


@rule(Level.GOOD_IDEA, about="purpose.question", fact="pace.long_sentence")
def long_sentences(case: Case) -> Iterator[Worry]:
    """Some sentences are long.

    A long sentence is hard for people who read slowly, who listen, or who sign it.
    """
    most = case.pace.long_sentence.value
    for path in PEOPLE_READ_IT:
        if long := len(_reading(case, case.plan.answer(path)).long_sentences):
            what = "One sentence has" if long == 1 else f"{long} sentences have"
            yield Worry(
                f"{what} more than {most} words. Make two out of it, with one idea in each.",
                headline=f"{asked(path).question.short}: a long sentence.",
                about=path,
            )


@rule(Level.GOOD_IDEA, about="follow_up.what_happens", fact="pace.reading_grade")
def hard_to_read(case: Case) -> Iterator[Worry]:
    """The text is hard to read.

    Long words and long sentences together tire people before they reach the end.
    """
    for path in PEOPLE_READ_IT:
        grade = _reading(case, case.plan.answer(path)).grade
        if grade is not None and grade > case.pace.reading_grade.value:
            yield Worry(
                "Use shorter words and sentences. Read it aloud to somebody who does other work than you.",
                headline=f"{asked(path).question.short}: this is hard to read.",
                about=path,
            )


@rule(Level.LOOK_AGAIN, about="purpose.question")
def words_that_hurt(case: Case) -> Iterator[Worry]:
    """Some words may hurt the people you invite.

    What people are called matters to them. If they chose the word themselves, keep it.
    """
    for path, text in texts(case.plan):
        if found := _once_each(_reading(case, text).respectful):
            kinder = " ".join(_kinder(hit) for hit in found)
            yield Worry(kinder, headline=f"{asked(path).question.short}: a word that may hurt.", about=path)


@rule(Level.LOOK_AGAIN, about="access.plain_words", source="co_produce_well")
def nobody_checks_the_words(case: Case) -> Iterator[Worry]:
    """Nobody outside your team checks the words.

    We stop hearing our own jargon. Somebody from outside hears it at once.
    """
    if case.plan.access.plain_words is Sure.NO:
        yield Worry("Ask one or two people you invite to read it first, and pay them.")
    elif case.plan.access.plain_words is Sure.NOT_SURE:
        yield Worry(
            "Find somebody outside your team who reads the invitation before it goes out.",
            headline="You are not sure yet who checks the words.",
            unsure=True,
        )


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Everything people typed in their own words, with its path; names of places and organisations left out."""
    for one in QUESTIONS:
        if one.kind is Kind.TEXT and one.path not in NAMES:
            yield one.path, plan.answer(one.path)
    yield ACTIVITIES, "\n".join(activity.title for activity in plan.methods.activities)


def _reading(case: Case, text: str) -> Reading:
    facts = case.facts
    longest = facts.pace.long_sentence.value
    return read(text, jargon=facts.jargon, respectful=facts.respectful, long_sentence=longest)


def _once_each(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Each phrase once, however often it was used."""
    return tuple({hit.phrase: hit for hit in reversed(found)}.values())[::-1]


def _kinder(hit: Hit) -> str:
    why = f" {hit.why}" if hit.why else ""
    return f"For ‘{hit.found}’, you could say: {hit.say}.{why}"
