"""A processor held to a tenth, as on a small free host: the process may run ten of every hundred milliseconds."""

import os
import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager

PERIOD = 0.1  # seconds, as the quotas of Linux and of container hosts have it


@contextmanager
def held_to(share: float, process: int) -> Generator[None]:
    """Stop and wake a process so that it runs for this share of every period; afterwards it runs freely again."""
    done = threading.Event()

    def hold() -> None:
        while not done.wait(PERIOD * share):
            os.kill(process, signal.SIGSTOP)
            done.wait(PERIOD * (1 - share))
            os.kill(process, signal.SIGCONT)

    holding = threading.Thread(target=hold, name="held to a share of a processor")
    holding.start()
    try:
        yield
    finally:
        done.set()
        holding.join()
        os.kill(process, signal.SIGCONT)
