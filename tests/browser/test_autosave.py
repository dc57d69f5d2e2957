"""The plan is kept in the browser: it comes back after everything that happens to pages, tabs and servers."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from planner.answers import Plan
from tests.browser.walk import still
from tests.servers.running import HOST, ROOT, free_port, on_community_cloud, wait_until_healthy

PATIENCE = 30_000  # milliseconds; a worker may share its processor
PRESS = 90  # as long as a finger presses; Streamlit loses clicks that take no time
NAME = "What is the workshop called?"
WHAT_TO_WORK_OUT = "What do you want to work out together?"
WHO_RUNS_IT = "Which organisation is running it?"
SAVED = re.compile(r"^Saved on this device at \d{1,2}:\d\d$")
NOT_SAVED = "Not saved on this device. Download a copy before you close."
LOOK_AWAY = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
READ = "() => window.localStorage.getItem('doing-with')"
WRITE = "text => window.localStorage.setItem('doing-with', text)"
COUNT_WRITES = """
window.writes = 0;
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  if (name === "doing-with") window.writes += 1;
  write.call(this, name, text);
};
"""
DENY = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
"""
FILL = """() => {
  for (let size = 1 << 22; size; size >>= 1) {
    try {
      while (true) {
        const name = "filler " + window.localStorage.length;
        window.localStorage.setItem(name, "x".repeat(size));
      }
    } catch { continue; }
  }
}"""
EMPTY = """() => {
  for (const name of Object.keys(window.localStorage))
    if (name.startsWith("filler")) window.localStorage.removeItem(name);
}"""


class Planner:
    """A planner that can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        """Keep its log in that folder."""
        self.port = free_port()
        self.address = f"http://{HOST}:{self.port}"
        self.log = folder / "restarted.log"
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Return when it answers."""
        with self.log.open("ab") as output:
            self.running = subprocess.Popen(
                on_community_cloud(self.port),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        wait_until_healthy(self.address, self.running, self.log)

    def stop(self) -> None:
        """End it at once, as a power cut would."""
        if self.running:
            self.running.kill()
            self.running.wait()


@pytest.fixture
def planner(tmp_path: Path) -> Iterator[Planner]:
    """A planner of this test's own."""
    mine = Planner(tmp_path)
    mine.start()
    yield mine
    mine.stop()


def test_a_reload_restores_every_answer(server: str, page: Page) -> None:
    page.goto(server)
    press(page, "Sport for us, by us")
    wait_until_held(page, "Sport for us, by us")
    before = held(page)

    page.goto(f"{server}/purpose")
    answer(page, WHO_RUNS_IT, "Northfield Access Forum")
    wait_until_held(page, "Northfield Access Forum")

    after = held(page)
    assert without(after, "organiser") == without(before, "organiser")
    assert after["purpose"]["organiser"] == "Northfield Access Forum"


def test_a_reload_shows_the_answers_and_when_they_were_saved(server: str, page: Page) -> None:
    named(page, server, "Parks for everyone")
    was = page.evaluate(READ)

    page.reload()

    expect_answer(page, NAME, "Parks for everyone")
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
    assert page.evaluate(READ) == was


def test_a_restarted_planner_goes_on_with_the_latest_plan(
    planner: Planner, page: Page, complaints: list[str]
) -> None:
    named(page, planner.address, "Parks for everyone")
    answer(page, NAME, "Parks for all")
    wait_until_held(page, "Parks for all")

    restart(planner, page)

    expect_answer(page, NAME, "Parks for all")
    answer(page, WHO_RUNS_IT, "Friends of the park")
    wait_until_held(page, "Friends of the park")
    assert held(page)["purpose"]["title"] == "Parks for all"
    assert held(page)["revision"] == 3
    complaints.clear()  # the browser says that the planner was gone


def test_a_planner_that_restarts_twice_still_has_the_plan(
    planner: Planner, page: Page, complaints: list[str]
) -> None:
    named(page, planner.address, "Parks for everyone")
    page.reload()
    expect_answer(page, NAME, "Parks for everyone")

    for title in ("Parks for all", "Every park"):
        restart(planner, page)
        answer(page, NAME, title)
        wait_until_held(page, title)

    assert held(page)["purpose"]["title"] == "Every park"
    complaints.clear()  # the browser says that the planner was gone


def test_a_lost_connection_loses_nothing(server: str, page: Page, complaints: list[str]) -> None:
    lines: list[tuple[WebSocketRoute, WebSocketRoute]] = []
    page.route_web_socket(
        re.compile("_stcore/stream"), lambda here: lines.append((here, here.connect_to_server()))
    )
    named(page, server, "Parks for everyone")

    for end in lines[-1]:
        end.close()
    answer(page, WHO_RUNS_IT, "Friends of the park")

    wait_until_held(page, "Friends of the park")
    assert held(page)["purpose"]["title"] == "Parks for everyone"
    assert len(lines) > 1
    complaints.clear()  # the browser says that the line was lost


def test_nothing_is_written_before_the_browser_said_what_it_holds(
    server: str, context: BrowserContext, page: Page
) -> None:
    kept = envelope(Plan().with_answer("purpose.title", "Parks for everyone"))
    hold(page, server, kept)
    context.add_init_script(COUNT_WRITES)

    page.goto(server)

    expect(page.get_by_role("heading", level=1, name="Parks for everyone")).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("window.writes") == 0
    assert page.evaluate(READ) == kept


def test_looking_around_writes_nothing(server: str, context: BrowserContext, page: Page) -> None:
    context.add_init_script(COUNT_WRITES)
    named(page, server, "Parks for everyone")

    for place in ("Check your answers", "About"):
        still(page)
        page.get_by_role("link", name=place, exact=True).press("Enter")
        expect(page.get_by_role("heading", level=1, name=place)).to_be_visible(timeout=PATIENCE)

    assert page.evaluate("window.writes") == 1


def test_a_second_tab_opens_with_the_stored_plan(server: str, context: BrowserContext, page: Page) -> None:
    named(page, server, "Parks for everyone")

    second = context.new_page()
    second.goto(f"{server}/purpose")

    expect_answer(second, NAME, "Parks for everyone")
    expect(second.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
    expect(page.locator(".dw-saved")).to_have_text(SAVED)


def test_a_tab_is_told_and_does_not_overwrite_what_another_saved(
    server: str, context: BrowserContext, page: Page
) -> None:
    changed_in_another_tab(page, server, context)

    answer(page, NAME, "Parks for nobody")

    expect_answer(page, NAME, "Parks for nobody")
    expect(page.locator(".dw-saved")).to_have_text(NOT_SAVED)
    assert held(page)["purpose"]["title"] == "Parks for all"


def test_the_other_plan_can_be_shown(server: str, context: BrowserContext, page: Page) -> None:
    changed_in_another_tab(page, server, context)

    press(page, "Show the other one")

    expect_answer(page, NAME, "Parks for all")
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_have_count(0)
    answer(page, NAME, "Every park")
    wait_until_held(page, "Every park")


def test_this_plan_can_be_kept(server: str, context: BrowserContext, page: Page) -> None:
    second = changed_in_another_tab(page, server, context)

    press(page, "Keep this one")

    wait_until_held(page, "Parks for everyone")
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
    expect(second.get_by_role("alert")).to_contain_text("changed in another tab", timeout=PATIENCE)


def test_a_stale_tab_cannot_write_even_when_it_was_not_told(
    server: str, context: BrowserContext, page: Page
) -> None:
    context.add_init_script(
        "window.addEventListener = new Proxy(window.addEventListener, {"
        "apply: (add, to, [kind, ...more]) => kind === 'storage' || add.call(to, kind, ...more)})"
    )
    named(page, server, "Parks for everyone")
    second = context.new_page()
    second.goto(f"{server}/purpose")
    expect_answer(second, NAME, "Parks for everyone")
    answer(second, NAME, "Parks for all")
    wait_until_held(second, "Parks for all")

    answer(page, NAME, "Parks for nobody")

    expect(page.get_by_role("alert")).to_contain_text("changed in another tab", timeout=PATIENCE)
    assert held(page)["purpose"]["title"] == "Parks for all"


def test_a_browser_that_forbids_it_is_told_and_the_planner_works(
    server: str, context: BrowserContext, page: Page
) -> None:
    context.add_init_script(DENY)

    page.goto(server)

    expect(page.get_by_text("does not let us save on this device")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{server}/purpose")
    answer(page, NAME, "Parks for everyone")
    expect(page.locator(".dw-saved")).to_have_text(NOT_SAVED, timeout=PATIENCE)


def test_a_full_device_is_told_until_there_is_room_again(server: str, page: Page) -> None:
    named(page, server, "Parks for everyone")
    page.evaluate(FILL)

    answer(page, NAME, "Parks for everyone, wherever they live and however they get there" * 9)

    expect(page.get_by_role("alert")).to_contain_text("no room to save your plan", timeout=PATIENCE)
    expect(page.locator(".dw-saved")).to_have_text(NOT_SAVED)
    expect(page.get_by_role("link", name="Go to Documents")).to_be_visible()
    assert held(page)["purpose"]["title"] == "Parks for everyone"
    page.evaluate(EMPTY)
    answer(page, WHO_RUNS_IT, "Friends of the park")
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)
    wait_until_held(page, "Friends of the park")


def test_a_plan_is_forgotten_only_after_a_second_yes(server: str, page: Page) -> None:
    named(page, server, "Parks for everyone")
    page.goto(server)
    press(page, "Forget this plan on this device")
    expect(page.get_by_role("alert")).to_contain_text("This cannot be undone")
    assert held(page)["purpose"]["title"] == "Parks for everyone"

    press(page, "Yes, forget it")

    expect(page.get_by_text("The plan on this device is forgotten.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".dw-saved")).to_have_text("No account needed")
    assert page.evaluate(READ) is None
    page.goto(f"{server}/purpose")
    expect_answer(page, NAME, "")


def test_a_tab_is_told_when_another_forgot_the_plan(server: str, context: BrowserContext, page: Page) -> None:
    named(page, server, "Parks for everyone")
    second = context.new_page()
    second.goto(server)
    press(second, "Forget this plan on this device")
    press(second, "Yes, forget it")

    expect(page.get_by_role("alert")).to_contain_text("forgotten in another tab", timeout=PATIENCE)
    press(page, "Forget it here too")

    expect_answer(page, NAME, "")
    assert page.evaluate(READ) is None


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "Parks for everyone",
        '"kept"',
        "null",
        '{"kept": 2, "plan": "{}"}',
        json.dumps({"kept": 1, "at": "never", "plan": '{"version": 1, "purpose": 7}', "before": 3}),
        json.dumps({"kept": 1, "at": "", "plan": '{"version": 2}', "before": None}),
        "x" * 3_000_000,
        json.dumps({"kept": 1, "at": "", "plan": "x" * 3_000_000, "before": None}),
    ],
    ids=["cut", "words", "text", "null", "later", "misfit", "later plan", "long words", "long plan"],
)
def test_what_cannot_be_opened_stays_until_somebody_forgets_it(server: str, page: Page, stored: str) -> None:
    hold(page, server, stored)

    page.goto(f"{server}/purpose")
    expect(page.get_by_role("alert")).to_contain_text("We cannot open the plan", timeout=PATIENCE)
    answer(page, NAME, "Parks for everyone")
    expect(page.locator(".dw-saved")).to_have_text(NOT_SAVED, timeout=PATIENCE)
    assert page.evaluate(READ) == stored

    press(page, "Forget the plan we cannot open")
    press(page, "Yes, forget it")

    wait_until_held(page, "Parks for everyone")
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)


def test_looking_at_an_example_does_not_lose_the_plan_that_was_open(server: str, page: Page) -> None:
    named(page, server, "Parks for everyone")
    page.goto(server)
    page.locator("summary", has_text="See a finished example").press("Enter")
    press(page, "Sport for us, by us")
    wait_until_held(page, "Sport for us, by us")
    page.reload()

    press(page, "Bring back the plan from before")

    expect(page.get_by_role("heading", level=1, name="Parks for everyone")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("question", [NAME, WHAT_TO_WORK_OUT])
def test_what_stands_in_a_field_is_kept_before_the_field_is_left(
    server: str, page: Page, question: str
) -> None:
    page.goto(f"{server}/purpose")
    box = page.get_by_role("textbox", name=question)
    expect(box).to_be_enabled(timeout=PATIENCE)

    box.press_sequentially("Parks for", delay=40)
    wait_until_held(page, "Parks for")
    box.press_sequentially(" everyone", delay=40)
    wait_until_held(page, "Parks for everyone")

    expect(box).to_be_focused()
    expect(box).to_have_value("Parks for everyone")


def test_what_is_typed_while_the_planner_is_busy_stays_in_the_field(server: str, page: Page) -> None:
    page.goto(f"{server}/purpose")
    box = page.get_by_role("textbox", name=WHAT_TO_WORK_OUT)
    expect(box).to_be_enabled(timeout=PATIENCE)
    words = "Where should there be benches, and who says so? " * 3

    box.press_sequentially(words[:20], delay=20)
    page.evaluate(LOOK_AWAY)
    wait_until_held(page, words[:19])
    box.press_sequentially(words[20:], delay=60)
    box.press("Tab")

    wait_until_held(page, words.strip())
    expect(box).to_have_value(words)


def test_the_plan_is_in_no_address_and_no_cookie(server: str, context: BrowserContext, page: Page) -> None:
    addresses: list[str] = []
    context.on("request", lambda asked: addresses.append(asked.url))
    page.on("websocket", lambda line: addresses.append(line.url))

    named(page, server, "Zebra crossings")
    page.reload()
    expect_answer(page, NAME, "Zebra crossings")
    press(page, "Continue")
    expect(page.get_by_role("heading", level=1, name="Who is coming")).to_be_visible(timeout=PATIENCE)

    shown = [*addresses, page.url, *(cookie.get("value", "") for cookie in context.cookies())]
    assert not [text for text in shown if "zebra" in unquote(text).lower()]


def named(page: Page, address: str, title: str) -> None:
    """A plan with that name, saved."""
    page.goto(f"{address}/purpose")
    answer(page, NAME, title)
    wait_until_held(page, title)
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)


def restart(planner: Planner, page: Page) -> None:
    """The planner stops and starts; this page finds it again by itself and has its plan back."""
    goes_on = page.locator("[data-goes-on]")
    before = goes_on.get_attribute("data-goes-on") or ""
    planner.stop()
    expect(page.get_by_role("textbox", name=NAME)).to_be_disabled(timeout=PATIENCE)
    planner.start()
    expect(goes_on).to_have_attribute("data-goes-on", re.compile(f"^(?!{before}).+"), timeout=PATIENCE)
    expect(page.locator(".dw-saved")).to_have_text(SAVED, timeout=PATIENCE)


def changed_in_another_tab(page: Page, address: str, context: BrowserContext) -> Page:
    """A plan that another tab changed since; this one has been told."""
    named(page, address, "Parks for everyone")
    second = context.new_page()
    second.goto(f"{address}/purpose")
    expect_answer(second, NAME, "Parks for everyone")
    answer(second, NAME, "Parks for all")
    wait_until_held(second, "Parks for all")
    expect(page.get_by_role("alert")).to_contain_text("changed in another tab", timeout=PATIENCE)
    return second


def answer(page: Page, question: str, words: str) -> None:
    """Type an answer once the page knows what the browser holds, and leave the field."""
    box = page.get_by_role("textbox", name=question)
    expect(box).to_be_enabled(timeout=PATIENCE)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE
    )
    box.fill(words)
    box.press("Tab")


def expect_answer(page: Page, question: str, words: str) -> None:
    """Wait until a question shows that answer."""
    box = page.get_by_role(
        "textbox", name=question
    ).last  # for a moment, the field of the plan before is there too
    expect(box).to_have_value(words, timeout=PATIENCE)


def press(page: Page, label: str) -> None:
    """Press a button as a finger does, once the page stands still: what is drawn meanwhile may move it away."""
    still(page)
    page.get_by_role("button", name=label).click(delay=PRESS, timeout=PATIENCE)


def hold(page: Page, address: str, text: str) -> None:
    """Let the browser hold something before the planner is opened."""
    page.goto(f"{address}/_stcore/health")
    page.evaluate(WRITE, text)


def held(page: Page) -> dict[str, Any]:
    """The plan that the browser holds."""
    plan: dict[str, Any] = json.loads(json.loads(page.evaluate(READ))["plan"])
    return plan


def wait_until_held(page: Page, words: str) -> None:
    """Wait until those words are in the plan that the browser holds."""
    page.wait_for_function(
        "words => (window.localStorage.getItem('doing-with') ?? '').includes(words)",
        arg=words,
        timeout=PATIENCE,
    )


def envelope(plan: Plan) -> str:
    """What the browser would hold for a plan."""
    return json.dumps({"kept": 1, "at": "2026-11-23T14:32:00.000Z", "plan": plan.to_json(), "before": None})


def without(plan: dict[str, Any], *fields: str) -> dict[str, Any]:
    """A plan without those answers of Purpose, and without the marks of its first and its last change."""
    purpose = {name: said for name, said in plan["purpose"].items() if name not in fields}
    return {**plan, "purpose": purpose, "revision": 0, "saved": None, "id": ""}
