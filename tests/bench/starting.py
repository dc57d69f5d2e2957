"""From a command to a server that answers: ours beside a bare app."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.servers.running import free_port, on_community_cloud, running

BARE = 'import streamlit as st\n\nst.title("Hello")\n'


def measure(rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds from starting the process to its first healthy answer, ours and the bare one's, in turn."""
    took: tuple[list[float], list[float]] = ([], [])
    with TemporaryDirectory() as folder:
        (Path(folder) / "bare.py").write_text(BARE, encoding="utf-8")
        scripts = ("app.py", str(Path(folder) / "bare.py"))
        for number in range(rounds + 1):
            for place in (0, 1) if number % 2 else (1, 0):
                port = free_port()
                start = time.perf_counter()
                with running(on_community_cloud(port, scripts[place]), port, Path(folder) / "log"):
                    if number:
                        took[place].append((time.perf_counter() - start) * 1000)
    return took
