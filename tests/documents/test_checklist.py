"""The workbook holds everything to do and every price, and its formulas give the planner's own totals."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from planner.answers import Plan
from planner.documents import DOCUMENTS, open_plan, text_of
from planner.documents.sheets import Sheet, sheets, value_of
from planner.pack import Pack, prepare
from tests.plans.strategies import plans

TODAY = date(2026, 11, 23)
RICH: dict[str, Any] = {
    "timing": {"nation": "england", "day": "2027-03-18", "starts": "10:30", "ends": "14:30"},
    "audience": {"people": 14, "needs": {"bsl_users": 2}},
    "access": {"provisions": ["bsl_interpreters", "quiet_room"], "formats": ["large_print"]},
    "budget": {"money": 5000, "pay": "money", "fee": 75},
    "follow_up": {"first_update": "14"},
}


@settings(max_examples=40)
@given(plans())
def test_everything_to_do_is_on_the_checklist(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    rows = _column(_sheets(pack)["Checklist"], "What to do")

    assert rows == [one.do for one in pack.arranged.to_dos]


@settings(max_examples=40)
@given(plans())
def test_the_sums_are_the_planners_totals_to_the_penny(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)
    budget = pack.arranged.budget
    sheet = _sheets(pack).get("Budget")

    sums = [_sum(sheet, *columns) for columns in COST_OF] if sheet else []

    subtotals = [budget.subtotal.low, budget.subtotal.expected, budget.subtotal.high] if budget.lines else []
    assert sums == subtotals


def test_the_summary_follows_the_other_sheets_and_shows_what_the_planner_worked_out() -> None:
    pack = prepare(Plan.model_validate(RICH), today=TODAY)
    summary = _sheets(pack)["Summary"]

    shown = {row[0]: row[1] for row in summary.rows}
    formulas = {label: formula.formula for label, formula in summary.row_formulas}

    total = pack.arranged.budget.total.expected
    assert value_of(shown["Expected total"], dict(summary.row_formulas)["Expected total"].kind) == total
    assert "Budget_table[Expected cost]" in formulas["Expected total"]
    assert set(formulas) == set(shown)


def test_the_percentage_and_the_money_stand_where_the_formulas_look_for_them() -> None:
    summary = _sheets(prepare(Plan.model_validate(RICH), today=TODAY))["Summary"]

    formulas = dict(summary.row_formulas)
    place = {f"$B${number}": row[0] for number, row in enumerate(summary.rows, start=5)}

    assert {place[cell] for cell in re.findall(r"\$B\$\d+", formulas["Expected total"].formula)} == {
        "Kept for surprises"
    }
    assert {place[cell] for cell in re.findall(r"\$B\$\d+", formulas["Left"].formula)} == {
        "Kept for surprises",
        "Money there is",
    }


def test_a_sheet_without_rows_is_left_out() -> None:
    names = _sheets(prepare(Plan(), today=TODAY))

    assert "Agenda" not in names
    assert "Promises" not in names
    assert "Access" not in names


def test_codes_are_stable_and_each_is_used_once() -> None:
    plan = Plan.model_validate(RICH)
    more = plan.with_answer("access.formats", ["large_print", "easy_read"])

    before, after = (_codes(prepare(one, today=TODAY)) for one in (plan, more))

    assert len(set(after.values())) == len(after)
    assert before.items() <= after.items()


def test_the_richest_plan_has_every_sheet_in_the_order_of_the_work() -> None:
    plan = open_plan((EXAMPLES / "changing-rooms.json").read_bytes())

    names = list(_sheets(prepare(plan, today=TODAY)))

    assert names == [
        *("Summary", "Checklist", "Budget", "Agenda", "Access", "Head-count", "Venue visit", "On the day"),
        *("If something fails", "Contacts", "Promises", "You said, we did", "Lessons", "Lists"),
    ]


def test_every_row_with_a_status_has_a_code_that_stays_when_the_plan_changes() -> None:
    plan = Plan.model_validate(RICH)
    more = plan.with_answer("access.formats", ["large_print", "easy_read"]).with_answer("audience.people", 20)

    before, after = (_rows_by_code(prepare(one, today=TODAY)) for one in (plan, more))

    assert {"Checklist", "Access", "Venue visit", "On the day", "Promises"} <= set(before)
    assert all(before[sheet].keys() <= after[sheet].keys() for sheet in before)
    assert all(before[sheet].items() <= after[sheet].items() for sheet in before)


def test_the_head_count_adds_up_to_a_seat_for_everybody() -> None:
    pack = prepare(Plan.model_validate(RICH), today=TODAY)

    seats = _numbers(_sheets(pack)["Head-count"], "Expected")

    assert sum(seats) == pack.arranged.heads.in_all


def test_contacts_ask_for_jobs_and_numbers_and_never_for_a_condition() -> None:
    sheet = _sheets(prepare(Plan.model_validate(RICH), today=TODAY))["Contacts"]

    assert "never write about health or a condition" in sheet.purpose
    assert not any(_column(sheet, "Name") + _column(sheet, "Phone or email"))


def _rows_by_code(pack: Pack) -> dict[str, dict[str, str]]:
    """What each code stands for, by sheet; no code is used twice on a sheet."""
    found = {}
    for name, sheet in _sheets(pack).items():
        if "Status" in [column.heading for column in sheet.columns] and not sheet.is_lists:
            codes = _column(sheet, "Code")
            assert len(set(codes)) == len(codes)
            found[name] = dict(zip(codes, (row[1] for row in sheet.rows), strict=True))
    return found


EXAMPLES = Path(__file__).parents[2] / "examples"
COST_OF = (("Fewest", "Low price"), ("How many", "Usual price"), ("Most", "High price"))


def _sheets(pack: Pack) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in sheets(text_of(DOCUMENTS["checklist"], pack))}


def _column(sheet: Sheet, heading: str) -> list[str]:
    return [row[sheet.position(heading)] for row in sheet.rows]


def _sum(sheet: Sheet, count: str, price: str) -> Decimal:
    """What the spreadsheet adds up: each line rounded to the penny, then the sum."""
    pairs = zip(_numbers(sheet, count), _numbers(sheet, price), strict=True)
    costs = [(many * each).quantize(Decimal("0.01"), ROUND_HALF_UP) for many, each in pairs]
    return sum(costs, Decimal(0))


def _numbers(sheet: Sheet, heading: str) -> list[Decimal]:
    kind = sheet.columns[sheet.position(heading)].kind
    values = [value_of(text, kind) for text in _column(sheet, heading)]
    return [value for value in values if isinstance(value, Decimal)]


def _codes(pack: Pack) -> dict[str, str]:
    checklist = _sheets(pack)["Checklist"]
    return dict(
        zip((one.id for one in pack.arranged.to_dos), _column(checklist, "Code"), strict=True),
    )
