"""The privacy page says what is true, and every plan has its task to delete what people told the organiser."""

import pytest
from streamlit import config

from pages.shared.steps import PAGES
from planner.answers import Plan
from planner.pack import prepare
from tests.pages.filled import examples, filled
from tests.pages.test_autosave import of_our_own
from tests.pages.wizard import go, markdown_on, opened, press, visit
from tests.plans.test_examples import TODAY

PLANS = {"empty": Plan(), "filled": filled(), **examples()}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_every_plan_has_the_tasks_of_deleting(plan: Plan) -> None:
    pack = prepare(plan, today=TODAY)

    tasks = {do.id for do in pack.arranged.to_dos}

    assert {f"chores.delete_requests.{task}" for task in ("ask", "suppliers", "delete", "note")} <= tasks


def test_the_reply_form_and_the_task_name_the_same_number_of_days() -> None:
    facts = prepare(Plan(), today=TODAY).facts

    delete = facts.chores["delete_requests"].tasks["delete"]

    assert delete.days_after == facts.pace.needs_kept_days.value


def test_the_page_lists_the_tasks_of_this_plan_with_their_days() -> None:
    at = opened(filled(), "privacy")

    tables = [str(node.proto.body) for node in at.get("html") if "<table>" in str(node.proto.body)]
    assert "Delete the list of requests, every copy and every email" in tables[-1]
    assert "2027" in tables[-1]


def test_the_server_forgets_as_soon_as_the_page_says() -> None:
    minutes = config.get_option("server.disconnectedSessionTTL") / 60

    assert minutes == 2


def test_every_page_leads_to_the_privacy_page() -> None:
    at = visit()

    leads = {page.name: "Privacy" in markdown_on(go(at, page.name)) for page in PAGES}

    assert leads == {page.name: True for page in PAGES}


def test_the_plan_can_be_forgotten_from_the_privacy_page() -> None:
    at = opened(filled(), "privacy")

    press(at, "forget")

    assert of_our_own(at, "<p role='alert' style='margin:0'>")[0].startswith("This cannot be undone.")
