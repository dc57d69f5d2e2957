"""What is known before anybody answers: facts with sources, read once from the TOML files beside this one."""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import ValidationError, model_validator

from planner.catalogue.entries import (
    Abbreviations,
    Chore,
    EasyWords,
    Entry,
    Evidence,
    FaithDays,
    Format,
    Glossary,
    Icebreaker,
    Key,
    Method,
    Mode,
    Need,
    Pace,
    Picture,
    Places,
    Power,
    Price,
    Provision,
    Refreshment,
    Role,
    Route,
    Rung,
    SchoolBreaks,
    Shape,
    Source,
    VenueFeature,
)

FOLDER = Path(__file__).parent


class CatalogueError(Exception):
    """A catalogue file says something that cannot be right; the message names the file and the entry."""


class Catalogue(Shape):
    """Every fact of the planner. Field names are the names of the files."""

    sources: dict[Key, Source]
    needs: dict[Key, Need]
    provisions: dict[Key, Provision]
    formats: dict[Key, Format]
    venue: dict[Key, VenueFeature]
    methods: dict[Key, Method]
    icebreakers: dict[Key, Icebreaker]
    outreach: dict[Key, Route]
    roles: dict[Key, Role]
    refreshments: dict[Key, Refreshment]
    chores: dict[Key, Chore]
    travel: dict[Key, Mode]
    prices: dict[Key, Price]
    ladder: dict[Power, Rung]
    pace: Pace
    jargon: Glossary
    respectful: Glossary
    abbreviations: Abbreviations
    faith_days: FaithDays
    school_breaks: SchoolBreaks
    places: Places
    pictures: dict[Key, Picture]
    easy_read: dict[str, EasyWords]

    @model_validator(mode="after")
    def _holds_together(self) -> "Catalogue":
        for name, what, key, table in self._named():
            if key not in getattr(self, table):
                raise ValueError(f"{name} names the {what} '{key}', which is not in {table}.toml.")
        for name, need in self.needs.items():
            for served in need.likely:
                if served not in self.provisions and served not in self.formats:
                    raise ValueError(
                        f"needs.{name} names '{served}', which is neither a provision nor a format."
                    )
        return self

    @model_validator(mode="after")
    def _shows_every_idea_once(self) -> "Catalogue":
        ideas = [idea for picture in self.pictures.values() for idea in picture.stands_for]
        if twice := [idea for idea in ideas if ideas.count(idea) > 1]:
            raise ValueError(f"pictures.toml has two pictures for '{twice[0]}'.")
        names = {name for name, _ in self.entries()}
        for name in [*self.easy_read, *(idea for idea in ideas if "." in idea)]:
            if name not in names:
                raise ValueError(f"Easy Read names '{name}', which is not in the catalogue.")
        if bare := [name for name in self.easy_read if name not in ideas]:
            raise ValueError(f"pictures.toml has no picture for '{bare[0]}'.")
        return self

    @model_validator(mode="after")
    def _has_every_rung(self) -> "Catalogue":
        if missing := [power.value for power in Power if power not in self.ladder]:
            raise ValueError(f"ladder.toml has no rung '{missing[0]}'.")
        return self

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every entry that can have consequences, with its name as in ``provisions.quiet_room``."""
        for field in type(self).model_fields:
            table = getattr(self, field)
            if isinstance(table, dict):
                yield from ((f"{field}.{key}", e) for key, e in table.items() if isinstance(e, Entry))

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every piece of evidence, with the name of the fact that rests on it."""
        yield from ((name, entry.evidence) for name, entry in self.entries())
        yield from ((f"prices.{key}", price.evidence) for key, price in self.prices.items())
        yield from ((f"ladder.{power}", rung.evidence) for power, rung in self.ladder.items())
        yield from ((f"pace.{field}", getattr(self.pace, field).evidence) for field in Pace.model_fields)
        yield "jargon", self.jargon.evidence
        yield "respectful", self.respectful.evidence
        yield "abbreviations", self.abbreviations.evidence
        yield from ((f"faith_days.{key}", day.evidence) for key, day in self.faith_days.days.items())
        yield "school_breaks", self.school_breaks.evidence
        yield "places", self.places.evidence

    def stale(self, today: date) -> list[str]:
        """The names of facts whose day to be checked again has passed."""
        return [name for name, evidence in self.evidence() if evidence.is_stale(today)]

    def _named(self) -> Iterator[tuple[str, str, Key, str]]:
        """Everything that a fact names: the fact, what sort of thing it names, its key and the table it must be in."""
        for name, evidence in self.evidence():
            yield from ((name, "source", key, "sources") for key in evidence.sources)
        for name, entry in self.entries():
            met = entry.meets if isinstance(entry, Provision) else ()
            served = entry.serves if isinstance(entry, VenueFeature) else ()
            hard_for = entry.hard_for if isinstance(entry, Icebreaker) else ()
            yield from ((name, "need", key, "needs") for key in (*met, *served, *hard_for))
            if isinstance(entry, Provision) and entry.unless_venue_has is not None:
                yield name, "feature", entry.unless_venue_has, "venue"
            for cost in entry.costs.values():
                yield from ((name, "way to travel", key, "travel") for key in cost.unless_travel)


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the planner. Frozen, so that everybody can share one.

    Raises CatalogueError where a file cannot be read as what it should be.
    """
    return read_catalogue(FOLDER)


def read_catalogue(folder: Path) -> Catalogue:
    """A catalogue from a folder of TOML files named after its fields."""
    tables = {field: _read(folder / f"{field}.toml") for field in Catalogue.model_fields}
    try:
        return Catalogue.model_validate(tables)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "catalogue"
        raise CatalogueError(f"{where}: {first['msg']}") from error


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
