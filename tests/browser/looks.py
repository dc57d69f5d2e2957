"""What axe finds on a page as it stands, in light and in dark, on a desk and on a phone."""

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.walk import still

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 700}
FOUR_TIMES: ViewportSize = {"width": 320, "height": 256}  # what is left of 1280 × 1024 pixels at 400%
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"], list[str]], ...] = (
    (DESK, "light", RULES),
    (DESK, "dark", ["color-contrast"]),  # the rest does not depend on colours
    (PHONE, "dark", RULES),
    (PHONE, "light", ["color-contrast"]),  # light is how the next page begins
)

# What axe finds and we cannot change, with the page it is on and the number in Streamlit's list of issues.
_A_FILE = "15921: st.file_uploader gives its region the role of decoration, a name and a place for focus"
STREAMLITS_OWN = {
    ("home", "presentation-role-conflict"): _A_FILE,
    ("documents", "presentation-role-conflict"): _A_FILE,
}

# Only what was found comes back: a page has thousands of pieces with which nothing is wrong.
_RUN = """async (rules) => {
  const found = await axe.run({ runOnly: rules, resultTypes: ["violations"], preload: false });
  return found.violations.flatMap((fault) =>
    fault.nodes.slice(0, 3).map((node) => [fault.id, `${fault.id} (${fault.impact}): ${node.html.slice(0, 200)}`]));
}"""


def in_every_look(page: Page, name: str) -> list[str]:
    """What axe finds at each width in each colours, with the page as it stands; it is loaded only once."""
    found: list[str] = []
    for size, scheme, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        resize(page, size)
        found += [f"{name}, {size['width']} px, {scheme}: {fault}" for fault in faults(page, name, rules)]
    resize(page, DESK)
    return found


def faults(page: Page, name: str, rules: list[str]) -> list[str]:
    """What axe finds on the page as it stands, but for what is Streamlit's own. The name may go on after a comma."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    own = {rule for on, rule in STREAMLITS_OWN if on == name.partition(",")[0]}
    return [words for rule, words in page.evaluate(_RUN, rules) if rule not in own]


def resize(page: Page, size: ViewportSize) -> None:
    """Turn the window into a phone or back, and wait until the menu has moved: a press meanwhile would miss."""
    if page.viewport_size != size:
        page.set_viewport_size(size)
        expect(page.get_by_role("banner").get_by_role("navigation")).to_be_visible(visible=size == DESK)
    still(page)


def too_wide(page: Page) -> int:
    """By how many pixels something sticks out at the side."""
    px: int = page.evaluate(
        "Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        ".map(box => box.scrollWidth - box.clientWidth))"
    )
    return px
