"""What a person in a browser waits for: from a key to a settled page, from an address to the first question."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from planner.answers import STEPS
from tests.bench.reruns import RICHEST, bare_folder, drawn_by
from tests.browser.chromium import launch_options
from tests.servers.running import free_port, on_community_cloud, running

PATIENCE = 60_000  # milliseconds
A_TEXT = "[data-testid=stTextInput] input:visible"
A_TICK = "[data-testid=stCheckbox] input:visible"
A_CHOICE = "[data-testid=stRadio] input:visible"
ANSWERS = (A_TEXT, A_TICK, A_CHOICE)
A_FIELD = ", ".join(ANSWERS)
QUIET = 200  # milliseconds without a word from the server, after which nothing more is coming
# Notes when the browser has painted what each message of the server brought.
LISTENS = """(() => {
  const Line = window.WebSocket;
  window.painted = 0;
  window.WebSocket = class extends Line {
    constructor(...where) {
      super(...where);
      this.addEventListener('message', () => {
        window.heard = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = performance.now(); }));
      });
    }
  };
})()"""
# From the key that ends an answer to the picture after the last message. A bare page can be so fast that it never
# shows that it is at work, so nothing is asked of what it shows.
WATCH = """quiet => { window.settled = new Promise(settled => {
  let began = Infinity;
  const key = () => { began = performance.now(); };
  document.addEventListener('keydown', key, { capture: true, once: true });
  const look = () => {
    if (window.heard > began && window.painted > window.heard && performance.now() - window.heard > quiet) {
      settled(window.painted - began);
    } else {
      setTimeout(look, quiet / 10);
    }
  };
  look();
}) }"""
Both = tuple[list[float], list[float]]


def measure(steps: Sequence[str], rounds: int) -> tuple[dict[str, Both], Both]:
    """Milliseconds from key to settled on these steps, and from address to first question: ours and the bare one's."""
    with TemporaryDirectory() as folder, ExitStack() as open_:
        room = Path(folder)
        port = free_port()
        ours = open_.enter_context(running(on_community_cloud(port), port, room / "ours.log")).address
        bare_folder(room, asyncio.run(drawn_by(ours)))
        port = free_port()
        bare = open_.enter_context(running(on_community_cloud(port), port, room / "bare.log", room)).address
        chromium = open_.enter_context(sync_playwright()).chromium
        browser = chromium.launch(**launch_options(chromium))
        open_.callback(browser.close)
        first = _first_question(browser, (f"{ours}/{STEPS[0]}", bare), rounds)
        return {step: _key_to_settled(browser, (ours, bare), step, rounds) for step in steps}, first


def _key_to_settled(browser: Browser, addresses: tuple[str, str], step: str, rounds: int) -> Both:
    ours, bare = addresses
    first = step == STEPS[0]  # the first page of the bare app has no address of its own
    pages = [_with_a_plan(browser, ours, step), _opened(browser, bare if first else f"{bare}/{step}")]
    took = _in_turn([_answering_on(page) for page in pages], rounds)
    for page in pages:
        page.context.close()
    return took


def _answering_on(page: Page) -> Callable[[int], float]:
    def answer_and_wait(number: int) -> float:
        kind = next(kind for kind in ANSWERS if page.locator(kind).count())
        field = page.locator(kind).first
        if kind == A_TEXT:
            field.fill(f"The library, room {number}")
        page.evaluate(WATCH, QUIET)
        field.press(("Enter", " ", ("ArrowDown", "ArrowUp")[number % 2])[ANSWERS.index(kind)])
        took: float = page.evaluate("() => window.settled")
        return took

    return answer_and_wait


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


def _with_a_plan(browser: Browser, address: str, step: str) -> Page:
    """The richest example is open and kept in this browser, as somebody's own plan would be."""
    page = _new_page(browser)
    page.goto(address)
    page.locator(f".st-key-{RICHEST} button").click(timeout=PATIENCE)
    page.locator(".st-key-go-on button").wait_for(timeout=PATIENCE)
    page.goto(f"{address}/{step}")
    page.locator(A_FIELD).first.wait_for(timeout=PATIENCE)
    return page


def _opened(browser: Browser, address: str) -> Page:
    page = _new_page(browser)
    page.goto(address, wait_until="commit")
    page.locator(A_FIELD).first.wait_for(timeout=PATIENCE)
    return page


def _new_page(browser: Browser) -> Page:
    context = browser.new_context(locale="en-GB")
    context.add_init_script(LISTENS)
    return context.new_page()


def _in_turn(work: Sequence[Callable[[int], float]], rounds: int) -> Both:
    took: Both = ([], [])
    for number in range(rounds + 1):
        for place in (0, 1) if number % 2 else (1, 0):
            ms = work[place](number)
            if number:
                took[place].append(ms)
    return took
