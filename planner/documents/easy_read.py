"""What the Easy Read papers ask of a pack: one idea at a time, each with its picture and its few words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.answers import known
from planner.arrangements.agenda import Item, Part
from planner.arrangements.follows import Line
from planner.catalogue.entries import EasyWords, Topic
from planner.documents.for_people import ForPeople
from planner.documents.pictures import CALENDAR, calendar_of
from planner.documents.shown import ActivityRow
from planner.documents.views import View
from planner.reading.sentences import sentences_of

OF_THE_INVITATION = {Topic.BUILDING, Topic.TAKING_PART, Topic.COMING}
"""What people need to know before they say yes, and can ask for."""


@dataclass(frozen=True)
class Drawn:
    """A drawing by its name, and what it shows."""

    name: str
    shows: str


@dataclass(frozen=True)
class Idea:
    """One idea: its name in the catalogue, its words, its picture."""

    name: str
    words: str
    picture: Drawn


@dataclass(frozen=True)
class EasyRead:
    """A pack as the Easy Read templates look at it."""

    people: ForPeople

    @property
    def view(self) -> View:
        """The pack."""
        return self.people.view

    def picture(self, idea: str) -> Drawn:
        """The picture that stands for an idea. Raises KeyError for an idea without one."""
        name = self._pictures[idea]
        return Drawn(name, self.view.facts.pictures[name].shows)

    def on(self, day: date | None) -> Drawn:
        """A calendar that shows this day; a bare one where the day is not known."""
        shows = self.view.facts.pictures[CALENDAR].shows
        return Drawn(calendar_of(day.day), f"{shows}: {day.day}") if day else Drawn(CALENDAR, shows)

    @property
    def _pictures(self) -> dict[str, str]:
        return {
            idea: name for name, picture in self.view.facts.pictures.items() for idea in picture.stands_for
        }

    # What is in place

    def promised(self, topic: str) -> tuple[Idea, ...]:
        """What is in place, of one topic named as it is kept; the most important first, and nothing twice."""
        lines = self.people.says("provisions", "venue", "roles")
        return self._in_order(lines, lambda words: words.topic == topic)

    @property
    def offered(self) -> tuple[Idea, ...]:
        """What people can tick: what has to be brought or paid for those who want it."""
        wanted = {f"provisions.{key}" for key in self.people.offered_keys}
        lines = [line for line in self.people.says("provisions") if _entry(line) in wanted]
        return self._in_order(lines, lambda words: words.topic in OF_THE_INVITATION)

    @property
    def formats(self) -> tuple[Idea, ...]:
        """The forms in which papers are offered."""
        return self._in_order(self.people.says("formats"), lambda _: True)

    def food(self) -> Iterator[tuple[Idea, bool]]:
        """What there is to eat and drink, and whether only those who are invited get it free."""
        for line in self.people.says("refreshments"):
            if words := self.view.facts.easy_read.get(_entry(line)):
                yield self._idea(_entry(line), words.words), self.people.is_only_for_you(line)

    def _in_order(self, lines: Iterable[Line], is_wanted: Callable[[EasyWords], bool]) -> tuple[Idea, ...]:
        said = {_entry(line) for line in lines}
        chosen = {
            words.words: self._idea(name, words.words)
            for name, words in reversed(self.view.facts.easy_read.items())
            if name in said and is_wanted(words)
        }
        return tuple(reversed(chosen.values()))

    def _idea(self, name: str, words: str) -> Idea:
        return Idea(name, words, self.picture(name))

    # What is not there

    @property
    def not_there(self) -> tuple[Idea, ...]:
        """What people may count on and will not find, where there are easy words for it."""
        words = self.view.facts.easy_read
        found = {
            missing: self._idea(name, missing)
            for name in self.people.missing
            if name in words and (missing := words[name].if_missing)
        }
        return tuple(found.values())

    @property
    def has_more_not_there(self) -> bool:
        """Whether something is missing that there are no easy words for."""
        words = self.view.facts.easy_read
        return any(name not in words or not words[name].if_missing for name in self.people.missing)

    # What somebody typed

    def sentences(self, path: str) -> tuple[str, ...]:
        """An answer that was typed, sentence by sentence; none where there is no answer."""
        return tuple(sentence.text for sentence in sentences_of(self.view.said(path)))

    def too_long(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The sentences that somebody typed and that are too long for Easy Read."""
        most = self.view.facts.pace.easy_sentence.value
        return tuple(
            sentence.text
            for path in paths
            for sentence in sentences_of(self.view.said(path))
            if len(sentence.words) > most
        )

    # The day and the money

    def does(self, one: ActivityRow) -> str:
        """What people do in an activity, in easy words; nothing for one of the organiser's own."""
        words = self.view.facts.easy_read.get(f"methods.{self._key(one)}")
        return words.words if words else ""

    def doing(self, one: ActivityRow) -> Drawn:
        """The picture of an activity."""
        return self._picture_of(self._key(one))

    def _key(self, one: ActivityRow) -> str:
        return next((key for key, method in self.view.facts.methods.items() if method is one.method), "")

    def part(self, item: Item) -> Drawn:
        """The picture of a part of the day."""
        if item.part is Part.ACTIVITY:
            return self._picture_of(item.method or "")
        return self.picture(item.part.value)

    def _picture_of(self, method: str) -> Drawn:
        name = f"methods.{method}"
        return self.picture(name if name in self._pictures else "activity")

    @property
    def fee(self) -> Decimal | None:
        """What people are paid, where that is known."""
        fee = self.view.plan.budget.fee
        return Decimal(fee) if fee is not None and known(fee) and self.view.said("budget.fee") else None


def _entry(line: Line) -> str:
    """The name of the entry that a line belongs to."""
    return ".".join(line.id.split(".")[:2])
