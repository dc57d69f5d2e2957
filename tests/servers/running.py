"""A planner that is really running, in a process of its own on this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
START_SECONDS = 120


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def said(self) -> str:
        """Its log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def on_community_cloud(port: int, script: str = "app.py") -> list[str]:
    """The command that Streamlit Community Cloud uses, and `make run`."""
    return [
        *(sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"),
        *("--server.address", HOST, "--server.port", str(port), "--browser.gatherUsageStats", "false"),
    ]


def on_our_own(port: int) -> list[str]:
    """The command of a server of our own, with headers."""
    return [
        sys.executable,
        "-m",
        "uvicorn",
        "server:app",
        "--host",
        HOST,
        "--port",
        str(port),
        "--no-access-log",
    ]


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Generator[Running]:
    """Start it, wait until it answers, and end it when we leave. What it says is added to the log."""
    with (
        log.open("ab") as output,
        subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            address = f"http://{HOST}:{port}"
            wait_until_healthy(address, process, log)
            yield Running(address, process, log)
        finally:
            process.kill()


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
