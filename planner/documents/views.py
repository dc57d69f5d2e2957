"""What templates ask of a pack beyond what it holds: things grouped, matched and named, but no sentences."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby

from planner.advice import Advice
from planner.advice.rule import Grounds
from planner.answers import QUESTIONS, STEPS, Asked, Kind, Plan, Question, asked, in_words, is_shown, known
from planner.arrangements import Arrangements
from planner.arrangements.budget import BudgetLine, Range
from planner.arrangements.days import workshop_day
from planner.arrangements.follows import Chosen, Line
from planner.arrangements.promises import Promise
from planner.arrangements.tasks import Notice, ToDo, When
from planner.catalogue import Catalogue
from planner.catalogue.entries import (
    Basis,
    Evidence,
    Figure,
    Format,
    Group,
    Icebreaker,
    Method,
    Provision,
    Role,
    Source,
    VenueArea,
    checked_words,
)
from planner.documents.package import one_line
from planner.documents.shown import (
    ActivityRow,
    Adapting,
    Answer,
    BudgetGroup,
    NeedRow,
    Period,
    Provided,
    Span,
    StepAnswers,
    VenueRow,
)
from planner.documents.writing import short_day
from planner.pack import Pack

FEW_WORDS = 40  # letters; what fits into a sentence beside other words
LONG_TEXT = 300  # letters; more than a cell of a table can show well
_SPANS = ((56, Span.EARLY), (28, Span.TWO_MONTHS), (14, Span.ONE_MONTH), (7, Span.TWO_WEEKS))  # days at least


@dataclass(frozen=True)
class View:
    """A pack as templates look at it."""

    pack: Pack

    @property
    def plan(self) -> Plan:
        """The answers."""
        return self.pack.plan

    @property
    def facts(self) -> Catalogue:
        """What is known."""
        return self.pack.facts

    @property
    def arranged(self) -> Arrangements:
        """What follows."""
        return self.pack.arranged

    # What was said

    @property
    def day(self) -> date | None:
        """The day of the workshop where it is known."""
        return workshop_day(self.plan)

    @property
    def starts(self) -> time | None:
        """When it starts, where that is known."""
        return self.plan.timing.starts if isinstance(self.plan.timing.starts, time) else None

    @property
    def ends(self) -> time | None:
        """When it ends, where that is known."""
        return self.plan.timing.ends if isinstance(self.plan.timing.ends, time) else None

    @property
    def title(self) -> str:
        """What the workshop is called, or nothing."""
        return one_line(self.plan.purpose.title)

    def question(self, path: str) -> Question:
        """The question at a path."""
        return asked(path).question

    def said(self, path: str) -> str:
        """The answer in words, or nothing where the question is open or does not apply."""
        one = asked(path)
        return self._words(one) if is_shown(one, self.plan) else ""

    def short(self, path: str) -> str:
        """The answer in words, cut where it is too long for a cell of a table."""
        words = one_line(self.said(path))
        return words if len(words) <= LONG_TEXT else f"{words[:LONG_TEXT].rstrip()}…"

    def brief(self, path: str) -> str:
        """The answer in words where a few words say it all, otherwise nothing."""
        words = one_line(self.said(path))
        return words if len(words) <= FEW_WORDS else ""

    def decided(self, path: str) -> str:
        """The answer in words, or nothing where there is none to go by ("not sure yet" included)."""
        return self.said(path) if known(self.plan.answer(path)) else ""

    def any(self, *paths: str) -> bool:
        """Whether one of these questions has an answer."""
        return any(map(self.said, paths))

    def _words(self, one: Asked) -> str:
        """The answer in words; nothing where it is nothing but spaces."""
        words = "; ".join(in_words(one, self.plan, self.facts))
        return words if one_line(words) else ""

    @cached_property
    def answers(self) -> tuple[StepAnswers, ...]:
        """Every question that applies, by step."""
        return tuple(self._step(step) for step in STEPS)

    def _step(self, step: str) -> StepAnswers:
        applies = [one for one in QUESTIONS if one.step == step and is_shown(one, self.plan)]
        return StepAnswers(
            step,
            tuple(self._answer(one) for one in applies if self._words(one)),
            tuple(one.question.short for one in applies if not self._words(one)),
        )

    @property
    def has_answers(self) -> bool:
        """Whether any question that applies is answered."""
        return any(step.answers for step in self.answers)

    @property
    def still_open(self) -> tuple[StepAnswers, ...]:
        """The steps in which something is not answered yet."""
        return tuple(step for step in self.answers if step.still_open)

    def _answer(self, one: Asked) -> Answer:
        said = self._words(one)
        is_long = one.kind is Kind.TEXT and (len(said) > LONG_TEXT or "\n" in said.strip())
        return Answer(one.question.short, "", said) if is_long else Answer(one.question.short, said)

    @cached_property
    def not_used(self) -> tuple[Answer, ...]:
        """Answers to questions that no longer apply."""
        return tuple(
            self._answer(one) for one in QUESTIONS if self._words(one) and not is_shown(one, self.plan)
        )

    # What to look at

    def at_level(self, level: str) -> tuple[Advice, ...]:
        """The advice of one level, named as it is saved."""
        return tuple(one for one in self.pack.advice if one.level == level and not one.seen)

    @property
    def seen(self) -> tuple[Advice, ...]:
        """The advice that the organiser has seen and goes on in spite of, with the reason."""
        return tuple(one for one in self.pack.advice if one.seen)

    def sources(self, keys: Iterable[str]) -> tuple[Source, ...]:
        """The publications under these keys."""
        return tuple(self.facts.sources[key] for key in keys)

    def check_again(self, grounds: Evidence | Grounds) -> str:
        """When a fact was checked, where that was too long ago; otherwise nothing."""
        if grounds.as_of is None or grounds.review_by is None or self.pack.today <= grounds.review_by:
            return ""
        return checked_words(grounds.as_of, grounds.review_by, self.pack.today)

    # Who is coming

    @property
    def needs(self) -> tuple[NeedRow, ...]:
        """What people need, beside what is put in place for it and what else usually helps."""
        return tuple(self._need(key, count) for key, count in self.plan.audience.needs.items())

    def _need(self, key: str, count: int | str) -> NeedRow:
        need = self.facts.needs[key]
        serving = {
            one.entry.label: None
            for one in self.arranged.follows.chosen
            if isinstance(one.entry, Provision) and key in one.entry.meets
        }
        helps = dict.fromkeys(self._offer(other).label for other in need.likely)
        missing = tuple(label for label in helps if label not in serving)
        return NeedRow(
            need.label, count if isinstance(count, int) else None, tuple(serving), missing, need.ask
        )

    def _offer(self, key: str) -> Provision:
        return self.facts.provisions[key] if key in self.facts.provisions else self.facts.formats[key]

    @property
    def routes(self) -> tuple[Chosen, ...]:
        """The ways in which people hear about it."""
        return self._chosen("outreach")

    # What is put in place

    @property
    def provided(self) -> tuple[Provided, ...]:
        """What is put in place for access."""
        return tuple(self._provided(one) for one in self._chosen("provisions"))

    @property
    def formats(self) -> tuple[Provided, ...]:
        """The formats in which papers are offered."""
        return tuple(self._provided(one) for one in self._chosen("formats"))

    def _provided(self, one: Chosen) -> Provided:
        entry = one.entry
        assert isinstance(entry, Provision | Format)
        to_dos = [to_do for to_do in self.arranged.to_dos if to_do.id.startswith(f"{one.name}.")]
        lines = [line for line in self.arranged.budget.lines if line.id.startswith(f"{one.name}.")]
        crew = [line for line in self.arranged.heads.crew if line.entry == one.name]
        return Provided(
            id=one.name,
            label=entry.label,
            explain=entry.explain,
            for_whom=tuple(
                self.facts.needs[key].in_short for key in self.plan.audience.needs if key in entry.meets
            ),
            people=sum(line.count for line in crew),
            role=crew[0].role if crew else "",
            first=next((to_do for to_do in to_dos if to_do.when is When.BEFORE), None),
            to_dos=len(to_dos),
            cost=_sum(line.cost for line in lines) if lines else None,
            is_our_guess=any(line.is_our_guess for line in lines),
            pace=entry.pace,
            plan_b=entry.plan_b,
            evidence=entry.evidence,
        )

    def _chosen(self, *tables: str) -> tuple[Chosen, ...]:
        return tuple(one for one in self.arranged.follows.chosen if one.name.split(".")[0] in tables)

    # The day

    @property
    def activities(self) -> tuple[ActivityRow, ...]:
        """What people do together, with the ways to adapt it for those who are coming."""
        return tuple(
            ActivityRow(
                one_line(one.title) or (method.label if method else ""), method, self._adapting(method)
            )
            for one in self.plan.methods.activities
            for method in [self.facts.methods[one.method] if one.method else None]
            if method or one_line(one.title)
        )

    def _adapting(self, method: Method | None) -> tuple[Adapting, ...]:
        if method is None:
            return ()
        coming = self.plan.audience.needs
        return tuple(
            Adapting(tuple(self.facts.needs[key].in_short for key in concerned), words)
            for demand, words in method.adapt.items()
            for concerned in [[key for key in coming if demand in self.facts.needs[key].finds_hard]]
            if concerned or not coming
        )

    @property
    def icebreaker(self) -> Icebreaker | None:
        """How the ice is broken, where that is known."""
        key = self.plan.methods.icebreaker
        return self.facts.icebreakers[key] if key and known(key) else None

    @property
    def roles(self) -> tuple[tuple[Role, int], ...]:
        """The jobs on the day with how many people do each."""
        count = {line.entry: line.count for line in self.arranged.heads.crew}
        return tuple(
            (one.entry, count.get(one.name, 1))
            for one in self._chosen("roles")
            if isinstance(one.entry, Role)
        )

    # The venue

    @cached_property
    def venue(self) -> tuple[VenueRow, ...]:
        """What was found at the venue: every feature that somebody looked at."""
        if not is_shown(asked("venue.features"), self.plan):
            return ()
        return tuple(
            VenueRow(
                feature.area,
                feature.label,
                found.label,
                feature.without_it,
                found.value == "no",
                not known(found),
            )
            for area in VenueArea
            for key, found in self.plan.venue.features.items()
            for feature in [self.facts.venue[key]]
            if feature.area is area
        )

    def found(self, *, missing: bool) -> tuple[tuple[VenueArea, tuple[VenueRow, ...]], ...]:
        """Features that are there, or that are missing, by area."""
        rows = [row for row in self.venue if row.is_missing == missing and not row.is_open]
        return tuple((area, tuple(group)) for area, group in groupby(rows, lambda row: row.area))

    @cached_property
    def venue_questions(self) -> tuple[tuple[VenueArea | None, tuple[Line, ...]], ...]:
        """Every question for the venue by area; those that belong to no area come first, under None."""
        order: list[VenueArea | None] = [None, *VenueArea]
        grouped: dict[VenueArea | None, list[Line]] = {area: [] for area in order}
        for line in self.arranged.follows.asks:
            grouped[self._area(line)].append(line)
        return tuple((area, tuple(lines)) for area, lines in grouped.items() if lines)

    def _area(self, line: Line) -> VenueArea | None:
        table, key, _ = line.id.split(".")
        return self.facts.venue[key].area if table == "venue" else None

    # What to do

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Everything to do but find out, by the stretch of time in which to start it; too late ones first."""
        grouped: dict[Span, list[ToDo]] = {span: [] for span in Span}
        for to_do in self.arranged.to_dos:
            if not to_do.is_question:
                grouped[self._span(to_do)].append(to_do)
        return tuple(Period(span, tuple(to_dos)) for span, to_dos in grouped.items() if to_dos)

    @cached_property
    def main_periods(self) -> tuple[Period, ...]:
        """What no longer works when it is left too late, by period, up to the day."""
        kept = ((period.span, tuple(filter(self._has_limit, period.to_dos))) for period in self.periods)
        return tuple(Period(span, to_dos) for span, to_dos in kept if to_dos)

    def _has_limit(self, to_do: ToDo) -> bool:
        return to_do.when is When.BEFORE and to_do.id in self._limited

    @cached_property
    def _limited(self) -> frozenset[str]:
        return frozenset(line.id for line in self.arranged.follows.tasks if line.task.least_weeks is not None)

    def _span(self, to_do: ToDo) -> Span:
        match to_do.when, to_do.notice:
            case When.ON_THE_DAY, _:
                return Span.ON_THE_DAY
            case When.AFTER, _:
                return Span.AFTER
            case _, Notice.TOO_LATE:
                return Span.TOO_LATE
            case _, Notice.TIGHT:
                return Span.NOW
        if to_do.start_by is None or self.day is None:
            return Span.NO_DATE
        ahead = (self.day - to_do.start_by).days
        return next((span for at_least, span in _SPANS if ahead >= at_least), Span.LAST_DAYS)

    def day_and_month(self, on: date) -> str:
        """A day without its year, for a column in which the year is clear."""
        return short_day(on).rpartition(" ")[0]

    @property
    def find_out(self) -> tuple[ToDo, ...]:
        """What is still to be found out or decided."""
        return tuple(to_do for to_do in self.arranged.to_dos if to_do.is_question)

    @property
    def next_to_do(self) -> ToDo | None:
        """What comes first of all that has a date."""
        dated = (one for one in self.arranged.to_dos if one.start_by is not None and one.when is When.BEFORE)
        return next(dated, None)

    def count(self, notice: str) -> int:
        """How many things to do before the day have this notice, named as it is saved."""
        return sum(one.notice == notice and one.when is When.BEFORE for one in self.arranged.to_dos)

    def is_late(self, to_do: ToDo) -> bool:
        """Whether the last day for it has passed."""
        return to_do.finish_by is not None and to_do.finish_by < self.pack.today

    @property
    def late(self) -> int:
        """How many things to do are past their last day."""
        return sum(map(self.is_late, self.arranged.to_dos))

    def code(self, identity: str) -> str:
        """A short code for one line, which stays the same when the document is made again."""
        return b32encode(hashlib.sha256(identity.encode()).digest())[:5].decode()

    @property
    def people_named(self) -> tuple[str, ...]:
        """Everybody who has something to do, in the order of the checklist."""
        return tuple(dict.fromkeys(one.who for one in self.arranged.to_dos if one.who))

    @property
    def promised(self) -> tuple[Promise, ...]:
        """The updates that are owed to people."""
        return self.arranged.promises

    # Checks

    @property
    def access_checks(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """What to look at on the day for access: what is vital at the place, and what was put in place."""
        return tuple(
            (name, lines)
            for name, tables in (
                ("place", ("venue",)),
                ("provided", ("provisions", "formats")),
            )
            if (
                lines := tuple(line for line in self.arranged.follows.checks if self._shuts_out(line, tables))
            )
        )

    def _shuts_out(self, line: Line, tables: tuple[str, ...]) -> bool:
        """Whether the check is about one of these tables, and of a venue about something vital."""
        table, key, _ = line.id.split(".")
        return table in tables and (table != "venue" or self.facts.venue[key].vital)

    # Money

    @cached_property
    def budget_groups(self) -> tuple[BudgetGroup, ...]:
        """The budget by group, in the order in which it is printed."""
        budget = self.arranged.budget
        return tuple(
            BudgetGroup(
                group, tuple(line for line in budget.lines if line.group is group), budget.group(group)
            )
            for group in budget.groups
        )

    @property
    def all_groups(self) -> tuple[Group, ...]:
        """Every group that a line can be in."""
        return tuple(group for group in Group if group is not Group.CONTINGENCY)

    @property
    def quoted(self) -> tuple[BudgetLine, ...]:
        """The lines with a price that the organiser was quoted; the fee for people is an answer of its own."""
        lines = self.arranged.budget.lines
        return tuple(line for line in lines if line.is_own_price and line.takes_own_price)

    @property
    def short_by(self) -> Decimal | None:
        """How much money is missing for the expected total; None while there is enough or nobody knows."""
        left = self.arranged.budget.left
        return -left if left is not None and left < 0 else None

    # Where the facts come from

    @cached_property
    def sources_used(self) -> tuple[Source, ...]:
        """Every publication that the advice, the access and the prices rest on, by title."""
        keys = [key for advice in self.pack.advice for key in advice.grounds.sources]
        known_from = (
            evidence for _, evidence in self._evidence() if evidence.basis is not Basis.OUR_JUDGEMENT
        )
        keys += [key for evidence in known_from for key in evidence.sources]
        return tuple(sorted(self.sources(dict.fromkeys(keys)), key=lambda source: source.title.casefold()))

    @property
    def checked_on(self) -> date:
        """The earliest day on which one of these facts was checked."""
        return min((found.as_of for _, found in self._evidence()), default=self.pack.today)

    @property
    def stale(self) -> tuple[str, ...]:
        """What rests on a fact that was due to be checked again before today, wherever in the plan it is used."""
        used = chain(
            ((one.entry.label, one.entry.evidence) for one in self.arranged.follows.chosen),
            ((line.item, line.evidence) for line in self.arranged.budget.lines if not line.is_own_price),
            ((figure.means.rstrip("."), figure.evidence) for figure in self._figures()),
        )
        return tuple(dict.fromkeys(label for label, found in used if found.is_stale(self.pack.today)))

    def _figures(self) -> Iterator[Figure]:
        """The thresholds that the dates, the agenda and the head-count of every plan rest on."""
        pace = self.facts.pace
        yield from (
            pace.invitation_weeks,
            pace.stretch,
            pace.break_in_person,
            pace.turnout_low,
            pace.turnout_high,
        )

    def _evidence(self) -> Iterator[tuple[str, Evidence]]:
        for one in self._chosen("provisions", "formats"):
            yield one.entry.label, one.entry.evidence
        for line in self.arranged.budget.lines:
            yield line.item, line.evidence


def _sum(costs: Iterable[Range]) -> Range:
    first, *rest = costs
    for cost in rest:
        first = first + cost
    return first
