"""Walking through the pages as a person would: open a plan, go to a page, and look at what the plan holds."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.shared import mishap, store
from pages.shared.steps import PAGES
from planner.answers import Plan
from planner.pack import Pack, prepare

APP = Path(__file__).parents[2] / "app.py"
PATIENCE = 60  # seconds; a worker may share its processor


def visit() -> AppTest:
    """The home page of somebody who has never been here."""
    return _whole(AppTest.from_file(APP, default_timeout=PATIENCE).run())


def opened(plan: Plan, page: str = "home") -> AppTest:
    """A page with that plan open."""
    at = AppTest.from_file(APP, default_timeout=PATIENCE)
    at.session_state["plan"] = plan
    at.session_state["started"] = True
    return go(at.run(), page) if page != "home" else _whole(at.run())


def go(at: AppTest, page: str) -> AppTest:
    """Go to a page. What was done on this one is taken along, as it is in a browser."""
    return _whole(at.switch_page(f"pages/{page}.py").run())


def do(at: AppTest) -> AppTest:
    """Let the page take in what was just done."""
    return _whole(at.run())


def press(at: AppTest, key: str) -> AppTest:
    """Press a button, and see what comes of it."""
    found(at, key).click()
    return do(at)


def walk_over_all_pages(at: AppTest) -> AppTest:
    """See every page once, in order."""
    for page in PAGES:
        go(at, page.name)
    return at


def plan_of(at: AppTest) -> Plan:
    """The plan that is open."""
    plan = at.session_state["plan"]
    assert isinstance(plan, Plan)
    return plan


def pack_of(at: AppTest) -> Pack:
    """What follows from the plan that is open, as the pages worked it out; they put it down after each run."""
    return prepare(plan_of(at), today=store.today())


def widget(at: AppTest, path: str, *part: str) -> Any:
    """The widget that asks a question, or a part of it."""
    key = ".".join((f"w{generation(at)}", path, *part))
    return found(at, key)


def found(at: AppTest, key: str) -> Any:
    """Whatever is on the page under that key."""
    return at.get_by_key(key)


def generation(at: AppTest) -> int:
    """How many plans were opened before this one."""
    return int(at.session_state["generation"]) if "generation" in at.session_state else 0


def markdown_on(at: AppTest) -> list[str]:
    """Everything on the page that Streamlit reads as Markdown: words, labels and messages."""
    return [
        str(getattr(proto, field))
        for proto in (getattr(node, "proto", None) for node in at if node.type not in {"html", "code"})
        for field in ("body", "label")
        if hasattr(proto, field)
    ]


def _whole(at: AppTest) -> AppTest:
    assert not at.exception, [error.value for error in at.exception]
    told = {error.value for error in at.error}
    assert not told & {mishap.WORDS, mishap.NOT_DONE}, "the log says what went wrong"
    return at
