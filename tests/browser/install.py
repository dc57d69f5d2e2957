"""Makes sure that there is a browser to test in: finds one, installs one, or says what to do and fails."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import debian
from tests.browser.chromium import ADVICE, found


def main() -> int:
    """Nothing is installed where there is a browser already."""
    if browser := here():
        print(f"The browser tests use {browser}")
        return 0
    print("There is no Chromium here yet: installing one", flush=True)
    if from_playwright() or debian.install("chromium"):
        browser = here()
    if browser:
        print(f"The browser tests use {browser}")
        return 0
    print(f"The browser tests need Chromium, and none could be installed. {ADVICE}", file=sys.stderr)
    return 1


def here() -> Path | None:
    """The browser on this machine, if there is one."""
    with sync_playwright() as playwright:
        return found(playwright.chromium)


def from_playwright() -> bool:
    """Whether Playwright could download its own. As root, it brings the libraries that browser needs too."""
    playwright = [sys.executable, "-m", "playwright"]
    if subprocess.run([*playwright, "install", "chromium"], check=False).returncode != 0:
        return False
    if os.geteuid() == 0:
        return subprocess.run([*playwright, "install-deps", "chromium"], check=False).returncode == 0
    return True


if __name__ == "__main__":
    sys.exit(main())
