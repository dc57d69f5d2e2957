"""Plain words: point 8 of the guide. What people read before they say yes, without jargon."""

from collections.abc import Iterator

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.texts import PEOPLE_READ_IT, instead, once_each, spelled_out, texts
from planner.answers import Sure, asked
from planner.reading import hits


@rule(Level.GOOD_IDEA, about="purpose.question", source="co_produce_well")
def hard_words(case: Case) -> Iterator[Worry]:
    """Some words are hard for people outside your work.

    Jargon tells people that this is not for them. Most will not ask what a word means.
    """
    for path in PEOPLE_READ_IT:
        if found := once_each(case.reading_of(path).reading.jargon):
            plainer = " ".join(instead(hit, case.plan) for hit in found)
            yield Worry(plainer, headline=f"{asked(path).question.short}: some words are hard.", about=path)


@rule(Level.GOOD_IDEA, about="purpose.question", fact="abbreviations")
def short_forms(case: Case) -> Iterator[Worry]:
    """A short form is not explained.

    Letters that you use every day mean nothing to somebody new. They also sound odd in a screen reader.
    """
    for path in PEOPLE_READ_IT:
        if found := case.reading_of(path).short_forms:
            yield Worry(
                " ".join(spelled_out(short) for short in found),
                headline=f"{asked(path).question.short}: what does it stand for?",
                about=path,
            )


@rule(Level.GOOD_IDEA, about="purpose.question")
def two_questions_in_one(case: Case) -> Iterator[Worry]:
    """One sentence asks two things.

    People answer one half, and nobody knows which. Somebody who needs time to speak loses the other.
    """
    for path in PEOPLE_READ_IT:
        for sentence in case.reading_of(path).reading.double_questions:
            yield Worry(
                f"Make two questions out of it, one after the other: ‘{sentence.text}’",
                headline=f"{asked(path).question.short}: two questions in one.",
                about=path,
            )


@rule(Level.GOOD_IDEA, about="purpose.question", fact="pace.long_sentence")
def long_sentences(case: Case) -> Iterator[Worry]:
    """Some sentences are long.

    A long sentence is hard for people who read slowly, who listen, or who sign it.
    """
    most = case.pace.long_sentence.value
    for path in PEOPLE_READ_IT:
        if long := len(case.reading_of(path).reading.long_sentences):
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
        grade = case.reading_of(path).reading.grade
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
        if found := once_each(hits(text, case.facts.respectful) if text else ()):
            kinder = " ".join(instead(hit, case.plan) for hit in found)
            yield Worry(kinder, headline=f"{asked(path).question.short}: a word that may hurt.", about=path)


@rule(Level.GOOD_IDEA, about="purpose.question")
def other_words_than_theirs(case: Case) -> Iterator[Worry]:
    """People near you use other words.

    You set which words people near you use of themselves. It is theirs to choose.
    """
    for path in PEOPLE_READ_IT:
        if found := case.reading_of(path).others_say:
            yield Worry(
                " ".join(f"For ‘{said}’, people near you say ‘{theirs}’." for said, theirs in found),
                headline=f"{asked(path).question.short}: people near you use other words.",
                about=path,
            )


@rule(Level.LOOK_AGAIN, about="access.plain_words", source="co_produce_well")
def nobody_checks_the_words(case: Case) -> Iterator[Worry]:
    """Nobody outside your team checks the words.

    We stop hearing our own jargon. Somebody from outside hears it at once.
    """
    if case.provides("easy_read"):
        return  # another rule asks for more than that
    if case.plan.access.plain_words is Sure.NO:
        yield Worry("Ask one or two people you invite to read it first, and pay them.")
    elif case.plan.access.plain_words is Sure.NOT_SURE:
        yield Worry(
            "Find somebody outside your team who reads the invitation before it goes out.",
            headline="You are not sure yet who checks the words.",
            unsure=True,
        )
