"""The style sheet: no rule goes from a class that changes with every answer down to what is inside."""

import re

import pytest

from pages.shared.frame import STATIC

SHEET = (STATIC / "style.css").read_text(encoding="utf-8")
ON_SCREEN = SHEET.partition("@media print")[0]
RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
INNERMOST = re.compile(
    r":is\([^()]*\)|:not\([^()]*\)|:has\([^()]*\)"
)  # what is in brackets is about one element
STEP = re.compile(r"\s*[>+~]\s*|\s+")


def rules() -> list[str]:
    """The selector of every rule for a screen, without comments."""
    bare = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", ON_SCREEN, flags=re.DOTALL)
    return [found.strip() for found in RULE.findall(re.sub(r"@media[^{]*\{", "", bare))]


def goes_down_from_a_class(selector: str) -> bool:
    """Whether an attribute selector on the class stands in front of another step."""
    flat = INNERMOST.sub("", selector)
    return any("[class" in step for one in flat.split(",") for step in STEP.split(one.strip())[:-1])


def test_the_sheet_is_read() -> None:
    assert len(rules()) > 90
    assert any("st-key-q-" in selector for selector in rules())


@pytest.mark.parametrize("selector", rules())
def test_no_rule_goes_from_a_class_down_to_what_is_inside(selector: str) -> None:
    assert not goes_down_from_a_class(selector)


@pytest.mark.parametrize(
    "selector",
    [
        '[class*="st-key-q-"]>*',
        'p,[class*="-booked-"] [data-testid="stCheckbox"] p',
        '[class*="st-key-row-"]:is(.a,.b) h3',
    ],
)
def test_the_check_sees_one_that_goes_down(selector: str) -> None:
    assert goes_down_from_a_class(selector)


@pytest.mark.parametrize(
    "selector",
    [
        '[class*="st-key-row-"]',
        '[data-testid="stVerticalBlock"]>[class*="st-key-row-"]',
        '[data-testid="stLayoutWrapper"]:has(>[class*="st-key-beside-"])',
    ],
)
def test_the_check_leaves_out_one_about_an_element_alone(selector: str) -> None:
    assert not goes_down_from_a_class(selector)
