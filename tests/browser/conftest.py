"""A planner that is really running, and a page of a real browser that complains of everything odd."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    WebError,
    WebSocket,
    sync_playwright,
)

from tests.browser.chromium import launch_options
from tests.servers.running import HOST, free_port, on_community_cloud, on_our_own, running

# On a deep link, Streamlit asks below that page first, hears 404, and then asks at the root.
LOOKING_FOR_ITS_SERVER = re.compile(r"^http://[^/]+/.+/_stcore/(health|host-config)$")

LOGS = pytest.StashKey[list[Path]]()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a planner that all tests of this worker share."""
    with planner_running(tmp_path_factory.mktemp("server") / "log", request.config) as address:
        yield address


@pytest.fixture(scope="session")
def our_server(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a planner on a server of our own, with the headers of `server.py`."""
    with planner_running(tmp_path_factory.mktemp("ours") / "log", request.config, on_our_own) as address:
        yield address


@pytest.fixture
def servers() -> Iterator[ExitStack]:
    """The planners of one test. They end after its pages, which would complain of a planner that is gone."""
    with ExitStack() as running:
        yield running


@pytest.fixture
def fresh_server(servers: ExitStack, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], str]:
    """`fresh_server()` starts a planner that nobody has visited yet, and gives its address."""
    numbers = count(1)

    def start() -> str:
        return servers.enter_context(
            planner_running(tmp_path / f"server-{next(numbers)}.log", request.config)
        )

    return start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for each worker."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(**launch_options(playwright.chromium))
        yield running
        running.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of. A test that expects a complaint takes it out of this list."""
    return []


@pytest.fixture
def context(
    browser: Browser,
    servers: ExitStack,  # noqa: ARG001  they outlive the visitor
    complaints: list[str],
) -> Iterator[BrowserContext]:
    """A visitor with nothing stored yet; at the end, nothing may have gone wrong on any of their pages."""
    visitor = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    listen(visitor, complaints)
    yield visitor
    visitor.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A new tab of a new visitor."""
    return context.new_page()


def listen(visitor: BrowserContext, complaints: list[str]) -> None:
    """Writes down each error, dialog and request to somewhere else, on every page of this visitor."""

    def console(said: ConsoleMessage) -> None:
        address = said.location.get("url", "")
        if said.type == "error" and not LOOKING_FOR_ITS_SERVER.search(address):
            complaints.append(f"console: {said.text} {address}")

    def error(error: WebError) -> None:
        complaints.append(f"error in page: {error.error}")

    def dialog(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(request: Request | WebSocket) -> None:
        if elsewhere(request.url):
            complaints.append(f"asked {request.url}")

    visitor.on("console", console)
    visitor.on("weberror", error)
    visitor.on("dialog", dialog)
    visitor.on("request", asked)
    visitor.on("page", lambda page: page.on("websocket", asked))


def elsewhere(address: str) -> bool:
    """Whether an address leads off this machine. A `data:` or `blob:` address leads nowhere."""
    return urlsplit(address).hostname not in {HOST, None}


@contextmanager
def planner_running(
    log: Path, config: pytest.Config, command: Callable[[int], list[str]] = on_community_cloud
) -> Generator[str]:
    """A planner of its own, on a port of its own, that ends when we leave."""
    config.stash.setdefault(LOGS, []).append(log)
    port = free_port()
    with running(command(port), port, log) as server:
        yield server.address


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails shows what the planner said meanwhile."""
    report = yield
    if report.failed:
        report.sections += [
            (f"planner's log {log.name}", log.read_text(errors="replace"))
            for log in item.config.stash.get(LOGS, [])
            if log.exists()
        ]
    return report
