"""What a person in a browser waits for: from a key to a settled page, from an address to the first question."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.reruns import RICHEST, drawn_by
from tests.browser.chromium import launch_options
from tests.servers.running import free_port, on_community_cloud, running

STEPS_WITH_TEXT = ("purpose", "welcome", "methods")
PATIENCE = 60_000  # milliseconds
A_TEXT = "[data-testid=stTextInput] input"
# From the key that ends an answer to the picture after the page has finished.
WATCH = """() => { window.settled = new Promise(settled => {
  const app = document.querySelector('[data-testid=stApp]');
  let began = 0, ran = false;
  const key = event => { if (event.key === 'Enter') began = performance.now(); };
  document.addEventListener('keydown', key, { capture: true, once: true });
  new MutationObserver((_, watch) => {
    const now = app.getAttribute('data-test-script-state');
    if (now === 'running') ran = true;
    if (began && ran && now === 'notRunning') {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => settled(performance.now() - began)));
    }
  }).observe(app, { attributes: true });
}) }"""
Both = tuple[list[float], list[float]]


def measure(rounds: int) -> tuple[dict[str, Both], Both]:
    """Milliseconds from key to settled for some pages, and from address to first question: ours and the bare one's."""
    with TemporaryDirectory() as folder, ExitStack() as open_:
        room = Path(folder)
        port = free_port()
        ours = open_.enter_context(running(on_community_cloud(port), port, room / "ours.log")).address
        bare: dict[str, str] = {}
        for step, script in asyncio.run(drawn_by(ours)).items():
            if step in STEPS_WITH_TEXT:
                (room / f"{step}.py").write_text(script, encoding="utf-8")
                port = free_port()
                command = on_community_cloud(port, f"{step}.py")
                bare[step] = open_.enter_context(running(command, port, room / f"{step}.log", room)).address
        chromium = open_.enter_context(sync_playwright()).chromium
        browser = chromium.launch(**launch_options(chromium))
        open_.callback(browser.close)
        settled = {
            step: _key_to_settled(browser, (f"{ours}/{step}", bare[step]), rounds) for step in STEPS_WITH_TEXT
        }
        return settled, _first_question(browser, (f"{ours}/purpose", bare["purpose"]), rounds)


def _key_to_settled(browser: Browser, addresses: tuple[str, str], rounds: int) -> Both:
    ours, bare = addresses
    pages = [_with_a_plan(browser, ours), _opened(browser, bare)]
    took = _in_turn([_typing_on(page) for page in pages], rounds)
    for page in pages:
        page.context.close()
    return took


def _typing_on(page: Page) -> Callable[[int], float]:
    def type_and_wait(number: int) -> float:
        field = page.locator(A_TEXT).first
        field.fill(f"The library, room {number}")
        page.evaluate(WATCH)
        field.press("Enter")
        took: float = page.evaluate("() => window.settled")
        return took

    return type_and_wait


def _first_question(browser: Browser, addresses: tuple[str, str], rounds: int) -> Both:
    def coming_to(address: str) -> Callable[[int], float]:
        def come(_number: int) -> float:
            start = time.perf_counter()
            page = _opened(browser, address)
            took = (time.perf_counter() - start) * 1000
            page.context.close()
            return took

        return come

    return _in_turn([coming_to(address) for address in addresses], rounds)


def _with_a_plan(browser: Browser, address: str) -> Page:
    """The richest example is open and kept in this browser, as somebody's own plan would be."""
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(address.rpartition("/")[0])
    page.locator(f".st-key-{RICHEST} button").click(timeout=PATIENCE)
    page.locator(".st-key-go-on button").wait_for(timeout=PATIENCE)
    page.goto(address)
    page.locator(A_TEXT).first.wait_for(timeout=PATIENCE)
    return page


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(address, wait_until="commit")
    page.locator(A_TEXT).first.wait_for(timeout=PATIENCE)
    return page


def _in_turn(work: Sequence[Callable[[int], float]], rounds: int) -> Both:
    took: Both = ([], [])
    for number in range(rounds + 1):
        for place in (0, 1) if number % 2 else (1, 0):
            ms = work[place](number)
            if number:
                took[place].append(ms)
    return took
