"""A hundred made-up plans make Word and Excel files in which nobody's reader finds a fault."""

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

from planner.answers import Plan
from planner.documents import DOCUMENTS, Document, Form, fitting, make
from planner.documents.check import check
from planner.pack import Pack, prepare
from tests.documents.lint_workbook import faults
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
MANY = 100
PARTS = 4  # so that several workers can share the plans
# Words in the cell, not in a shared list. The format allows both; Excel only moves them.
KNOWN_NOISE = "inline-string cell(s)"


@cache
def many_plans() -> tuple[Plan, ...]:
    """The same hundred each time: a fault that is found today is found tomorrow."""
    found: list[Plan] = []

    @seed(20270318)
    @settings(
        max_examples=MANY,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(plans())
    def collect(plan: Plan) -> None:
        found.append(plan)

    collect()
    return tuple(found)


def some(part: int) -> list[tuple[int, Pack]]:
    return [
        (number, prepare(plan, today=TODAY))
        for number, plan in enumerate(many_plans())
        if number % PARTS == part
    ]


def one_paper(number: int, pack: Pack) -> tuple[Document, Form]:
    """Of each plan another document to read, in standard or large print."""
    chance = random.Random(number)  # noqa: S311  nothing secret
    papers = [one for one in fitting(pack) if Form.WORD in one.forms]
    document = chance.choice(papers)
    return document, chance.choice([form for form in document.forms if form.suffix.endswith(".docx")])


def test_there_are_a_hundred_of_them_and_they_differ() -> None:
    found = many_plans()

    assert len(found) >= MANY
    assert len({plan.to_json() for plan in found}) > MANY / 2


@pytest.mark.parametrize("part", range(PARTS))
def test_word_files_of_any_plan_are_sound_and_accessible(part: int, tmp_path: Path) -> None:
    wrong = []
    for number, pack in some(part):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(make(*_arguments(number, pack)).data)
        errors = [str(error.description) for error in OpenXmlValidator().validate(file).errors]
        wrong += [(number, said) for said in (*errors, *map(str, check(file.read_bytes()).faults))]

    assert wrong == []


@pytest.mark.parametrize("part", range(PARTS))
def test_workbooks_of_any_plan_are_sound_and_accessible_and_need_no_repair(part: int, tmp_path: Path) -> None:
    wrong = []
    for number, pack in some(part):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(make(DOCUMENTS["checklist"], pack).data)
        errors = [str(error.description) for error in OpenXmlValidator().validate(file).errors]
        errors = [said for said in errors if KNOWN_NOISE not in said]
        wrong += [(number, said) for said in errors]
        wrong += [
            (number, said)
            for said in (*map(str, check(file.read_bytes()).faults), *faults(file.read_bytes()))
        ]

    assert wrong == []


def _arguments(number: int, pack: Pack) -> tuple[Document, Pack, Form]:
    document, form = one_paper(number, pack)
    return document, pack, form
