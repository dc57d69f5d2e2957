"""The page of figures: each bench writes its own section of docs/benchmarks.md and leaves the others as they are."""

import re
import tomllib
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
AT_MOST: dict[str, float] = tomllib.loads(
    (Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8")
)
"""What each thing may take at most: a figure over its budget is marked, never hidden."""
_SECTIONS = re.compile(r"<!-- (?P<name>[a-z -]+): begins -->\n.*?<!-- (?P=name): ends -->\n", re.DOTALL)

_MISSED = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| \*\*no\*\* \|$", re.MULTILINE)


def put(name: str, section: str, page: str) -> str:
    """The page with this section in the place of the one of that name, or at the end."""
    marked = f"<!-- {name}: begins -->\n{section.strip()}\n<!-- {name}: ends -->\n"
    for found in _SECTIONS.finditer(page):
        if found["name"] == name:
            return page[: found.start()] + marked + page[found.end() :]
    return f"{page.rstrip()}\n\n{marked}" if page.strip() else marked


def sections(page: str) -> str:
    """Every marked section, as it stands."""
    return "\n".join(found[0] for found in _SECTIONS.finditer(page))


def section_of(name: str, page: str) -> str:
    """The section of that name without its marks; empty where the page has none."""
    return next((found[0] for found in _SECTIONS.finditer(page) if found["name"] == name), "")


def target(what: str, found: float, at_most: float, unit: str, digits: str = ".1f") -> str:
    """A row of a table of targets."""
    met = "yes" if found <= at_most else "**no**"
    return f"| {what} | {f'{found:{digits}} {unit}'.strip()} | {f'{at_most:g} {unit}'.strip()} | {met} |"


def missed(page: str) -> list[str]:
    """What is over its budget, each with what was found and what it may take."""
    return [f"{what}: {found}, at most {at_most}" for what, found, at_most in _MISSED.findall(page)]
