"""The browser that the tests use: the one on this machine, or else the one Playwright brought."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserType

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")

ARGUMENTS = (
    "--no-sandbox",  # the sandbox refuses root, and these tests often run as root
    "--disable-gpu",
    "--no-first-run",
    # A browser that telephones home would make a test wait for a network that is not there.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
)


def launch_options(chromium: BrowserType) -> dict[str, Any]:
    """What to give `chromium.launch(**…)`; where there is no browser, an error that says what to do."""
    path = found(chromium)
    if path is None:
        raise RuntimeError(f"There is no Chromium here for the browser tests. {ADVICE}")
    return {"executable_path": path, "args": [*ARGUMENTS]}


def found(chromium: BrowserType) -> Path | None:
    """The browser on this machine, if there is one."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    path = Path(on_path or chromium.executable_path)
    return path if path.exists() else None


ADVICE = "Install Chromium or Chrome, or run: python -m playwright install --with-deps chromium"
