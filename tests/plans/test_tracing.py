"""Nothing comes from nowhere: each thing says which answer it follows from, and who says so."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from planner.answers import QUESTIONS, asked, is_shown
from planner.arrangements.follows import Because
from planner.catalogue.entries import Basis, Evidence
from planner.documents import open_plan
from planner.pack import Pack, prepare

TODAY = date(2026, 11, 23)
EXAMPLES = [
    pytest.param(path, id=path.stem)
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
]
PATHS = {one.path for one in QUESTIONS}
KINDS = ("tasks", "costs", "sentences", "questions", "checks", "plan Bs", "briefs")


class Traced(Protocol):
    """Anything that follows from an answer and rests on a fact."""

    @property
    def id(self) -> str:
        """What it is called."""

    @property
    def because(self) -> Because:
        """The answer."""

    @property
    def evidence(self) -> Evidence:
        """Who says so."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", EXAMPLES)
def test_everything_knows_which_answer_it_follows_from(path: Path, kind: str) -> None:
    pack = _pack(path)

    lost = [
        one.id
        for one in _of(kind, pack)
        if one.because.path not in PATHS
        or not one.because.words.strip()
        or not is_shown(asked(one.because.path), pack.plan)
    ]

    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", EXAMPLES)
def test_everything_knows_who_says_so(path: Path, kind: str) -> None:
    pack = _pack(path)

    unfounded = [one.id for one in _of(kind, pack) if not _stands(one.evidence, pack)]

    assert unfounded == []


@pytest.mark.parametrize("path", EXAMPLES)
def test_advice_knows_its_answer_its_reason_and_who_says_so(path: Path) -> None:
    pack = _pack(path)

    lost = [
        one.rule
        for one in pack.advice
        if one.about not in PATHS
        or not is_shown(asked(one.about), pack.plan)
        or not all(words.strip() for words in (one.headline, one.why, one.do))
        or not set(one.grounds.sources) <= pack.facts.sources.keys()
        or not (one.grounds.sources or one.grounds.basis in {Basis.OUR_JUDGEMENT, Basis.WIDELY_KNOWN})
    ]

    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_have_something_of_every_kind_to_trace(kind: str) -> None:
    paths = [example.values[0] for example in EXAMPLES]

    found = sum(len(list(_of(kind, _pack(path)))) for path in paths if isinstance(path, Path))

    assert len(paths) == 5
    assert found > 0


@cache
def _pack(path: Path) -> Pack:
    return prepare(open_plan(path.read_bytes()), today=TODAY)


def _of(kind: str, pack: Pack) -> Iterator[Traced]:
    arranged = pack.arranged
    gathered = arranged.follows
    match kind:
        case "tasks":
            yield from arranged.to_dos
        case "costs":
            yield from arranged.budget.lines
        case "sentences":
            yield from gathered.says
        case "questions":
            yield from gathered.asks
        case "checks":
            yield from gathered.checks
        case "plan Bs":
            yield from gathered.plan_bs
        case "briefs":
            for supplier in gathered.suppliers:
                yield from gathered.briefs(supplier)


def _stands(evidence: Evidence, pack: Pack) -> bool:
    """Whether it names publications that there are, or says that it needs none."""
    alone = evidence.basis in {Basis.OUR_JUDGEMENT, Basis.WIDELY_KNOWN}
    return (bool(evidence.sources) or alone) and set(evidence.sources) <= pack.facts.sources.keys()
