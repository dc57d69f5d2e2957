"""Formats: point 7 of the guide. Papers that people can read, in good time."""

from collections.abc import Iterator
from datetime import date

from planner.advice.rule import Case, Level, Worry, rule
from planner.advice.ticks import not_sure, tick
from planner.answers import Sure, known
from planner.arrangements.tasks import Notice

WITHOUT_SIGHT = ("plain_text", "screen_reader_file", "braille", "audio")
MADE_TO_ORDER = ("easy_read", "braille")


@rule(Level.SHUT_OUT, about="access.formats", source="co_produce_well", fact="formats.easy_read")
def nothing_in_easy_read(case: Case) -> Iterator[Worry]:
    """People with a learning disability could not read what you send.

    Without Easy Read, somebody else decides for them whether to come, and explains what was said.
    """
    if case.has_need("learning_disability") and not case.provides("easy_read"):
        unsure = not_sure(case, "access.formats")
        yield Worry(
            "Offer the invitation and the main papers in Easy Read. Have them checked by people who use it.",
            headline="You expect people with a learning disability. Find out about Easy Read."
            if unsure
            else "",
            fix=tick(case, "access.formats", "easy_read"),
            unsure=unsure,
        )


@rule(Level.SHUT_OUT, about="access.formats", fact="formats.screen_reader_file")
def nothing_blind_people_can_read(case: Case) -> Iterator[Worry]:
    """Blind people could not read what you send.

    Screen readers need real text. A picture, a scan or a sheet on the table tells them nothing.
    """
    if not case.has_need("blind_low_vision", "deafblind") or case.provides("large_print", *WITHOUT_SIGHT):
        return
    unsure = not_sure(case, "access.formats")
    yield Worry(
        "Send every paper ahead as a Word file with real headings. Ask who wants large print, braille or audio.",
        headline="You expect blind people. Find out how they read." if unsure else "",
        fix=tick(case, "access.formats", "screen_reader_file"),
        unsure=unsure,
    )


@rule(Level.LOOK_AGAIN, about="access.formats", fact="formats.screen_reader_file")
def large_print_and_nothing_else(case: Case) -> Iterator[Worry]:
    """Large print alone does not help people who cannot see it.

    Some people with low vision read large print. Blind people listen, or read with their fingers.
    """
    seen_or_not = case.has_need("blind_low_vision", "deafblind")
    if seen_or_not and case.provides("large_print") and not case.provides(*WITHOUT_SIGHT):
        yield Worry(
            "Send the papers as Word files that work with a screen reader, too.",
            fix=tick(case, "access.formats", "screen_reader_file"),
        )


@rule(Level.LOOK_AGAIN, about="access.formats", source="co_produce_well", fact="formats.large_print")
def nobody_offered_another_format(case: Case) -> Iterator[Worry]:
    """Nobody is offered the papers in another form.

    Papers only help people who can read them. Many who need another form do not ask for it.
    """
    if _said_elsewhere(case):
        return
    if not_sure(case, "access.formats"):
        yield Worry(
            "Ask people how they like to read. Large print and Word files are free, so start with them.",
            headline="You are not sure yet which formats you offer.",
            unsure=True,
        )
    elif not case.plan.access.formats and known(case.plan.access.provisions):
        yield Worry(
            "Offer large print, which takes a minute, and ask in the invitation what else people like.",
            fix=tick(case, "access.formats", "large_print"),
        )


@rule(Level.GOOD_IDEA, about="access.formats", source="co_produce_well")
def neither_large_nor_easy(case: Case) -> Iterator[Worry]:
    """You offer neither large print nor Easy Read.

    Many people who would like one never ask. They take it when they see that it is there.
    """
    offered = known(case.plan.access.formats) and not case.provides("large_print", "easy_read")
    if offered and not _said_elsewhere(case):
        yield Worry(
            "Say in the invitation that there is large print. It takes a minute to make.",
            fix=tick(case, "access.formats", "large_print"),
        )


@rule(Level.LOOK_AGAIN, about="access.formats")
def made_too_late(case: Case) -> Iterator[Worry]:
    """A format may not be ready in time.

    A paper that comes the day before is not read. Whoever needs the format comes unprepared.
    """
    day = case.plan.timing.day
    if not isinstance(day, date) or day < case.today:
        return
    for to_do in case.arranged.to_dos:
        table, key, *_ = to_do.id.split(".")
        if f"formats.{key}" in case.plan.booked:
            continue
        if table == "formats" and key in MADE_TO_ORDER and to_do.notice is Notice.TOO_LATE:
            yield Worry(
                f"If it is not ordered yet, do this. {to_do.if_late}",
                headline=f"It may be too late to order: {case.facts.formats[key].label}.",
            )


@rule(Level.LOOK_AGAIN, about="access.plain_words", fact="formats.easy_read")
def easy_read_unchecked(case: Case) -> Iterator[Worry]:
    """Nobody checks the Easy Read with people who use it.

    Short words and pictures can still puzzle. Only people with a learning disability can tell you.
    """
    checked = case.plan.access.plain_words
    if not case.provides("easy_read"):
        return
    if checked is Sure.NO:
        yield Worry(
            "Pay a group of people with a learning disability to read it first. Allow a week for changes."
        )
    elif checked is Sure.NOT_SURE:
        yield Worry(
            "Find a group of people with a learning disability who check it, for pay.",
            headline="You are not sure yet who checks the Easy Read.",
            unsure=True,
        )


def _said_elsewhere(case: Case) -> bool:
    """Whether a rule about Easy Read or about blind people has its own words about formats."""
    return case.has_need("learning_disability", "blind_low_vision", "deafblind")
