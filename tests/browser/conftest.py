"""A planner that is really running, and a page of a real browser that complains of everything odd."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

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

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
START_SECONDS = 60

# On a deep link, Streamlit asks below that page first, hears 404, and then asks at the root.
LOOKING_FOR_ITS_SERVER = re.compile(r"^http://[^/]+/.+/_stcore/(health|host-config)$")

LOGS = pytest.StashKey[list[Path]]()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a planner that all tests of this worker share."""
    with planner_running(tmp_path_factory.mktemp("server") / "log", request.config) as address:
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
def planner_running(log: Path, config: pytest.Config) -> Generator[str]:
    """A planner of its own, on a port of its own, that ends when we leave."""
    port = free_port()
    address = f"http://{HOST}:{port}"
    command = [
        *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"),
        *("--server.address", HOST, "--server.port", str(port), "--browser.gatherUsageStats", "false"),
    ]
    config.stash.setdefault(LOGS, []).append(log)
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            wait_until_healthy(address, server, log)
            yield address
        finally:
            server.kill()


def wait_until_healthy(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when the planner answers; shows its log when it does not."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and server.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5) as answer:  # noqa: S310  the address is ours
                if answer.status == 200:
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"The planner did not start at {address}:\n{log.read_text(errors='replace')}")


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


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
