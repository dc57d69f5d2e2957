"""Says which budgets the page of figures is over: the end of `make bench`."""

import sys

from tests.bench.page import PAGE, missed


def main() -> int:
    """Print each, or that there is none."""
    over = missed(PAGE.read_text(encoding="utf-8"))
    sys.stdout.writelines(f"Over its budget: {line}\n" for line in over)
    if not over:
        sys.stdout.write("Everything is within its budget.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
