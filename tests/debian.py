"""Programs that Debian and Ubuntu can install for us, where we are allowed to."""

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """Whether these packages are now installed. Without root or apt-get, nothing is tried."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list that cannot be brought up to date may still be good enough to install from.
    subprocess.run(["apt-get", "update", "--quiet"], check=False, env=environment, stdin=subprocess.DEVNULL)
    done = subprocess.run(
        ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages],
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode == 0
