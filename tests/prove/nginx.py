"""nginx with the settings that we hand out, before planners on this machine."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers.running import HOST, ROOT, START_SECONDS, Running, free_port

NGINX = "nginx"
SETTINGS = ROOT / "deploy" / "nginx.conf"
# Debian keeps nginx where only the PATH of an administrator leads.
WHERE = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def found(program: str) -> str | None:
    """Where a program is, if it is here."""
    return shutil.which(program, path=WHERE)


def settings(planners: Sequence[str], port: int) -> str:
    """What we hand out, but for the addresses of this machine."""
    text = SETTINGS.read_text(encoding="utf-8")
    for number, address in enumerate(planners, start=1):
        text, changed = re.subn(rf"\bplanner-{number}:8501", address.removeprefix("http://"), text)
        assert changed == 1
    text, changed = re.subn(r"\blisten 8080", f"listen {HOST}:{port}", text)
    assert changed == 1
    return text


@contextmanager
def nginx_before(planners: Sequence[Running], folder: Path) -> Generator[str]:
    """The one address of all these planners, for as long as we are inside."""
    program = found(NGINX)
    assert program, "nginx is not installed: make prove"
    port, log = free_port(), folder / "nginx.log"
    (folder / "tmp").mkdir()
    (folder / "nginx.conf").write_text(settings([one.address for one in planners], port), encoding="utf-8")
    command = [
        program,
        "-e",
        "stderr",
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-g",
        "daemon off;",
    ]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT) as nginx,
    ):
        try:
            address = f"http://{HOST}:{port}"
            _wait_for(address, nginx, log)
            yield address
        finally:
            nginx.terminate()


def _wait_for(address: str, nginx: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and nginx.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):  # noqa: S310  the address is ours
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"nginx did not start: {log.read_text(errors='replace')}")
