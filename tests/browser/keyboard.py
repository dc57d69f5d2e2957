"""Going through the planner with a keyboard and nothing else."""

from playwright.sync_api import Page

from tests.browser.walk import still

FAR = 400  # presses of Tab; further away than that, nobody finds it

_NAME = """() => {
  const here = document.activeElement;
  const group = here.closest("[role=radiogroup]");
  const named = group && here.type === "radio" ? group : here;
  const label = here.type === "checkbox" ? here.closest("label") : null;
  const words = named.getAttribute("aria-label") || (label || named).innerText || "";
  const icon = here.querySelector("[data-testid=stIconMaterial]")?.innerText || "";
  return words.replace(icon, "").replace(/\\s+/g, " ").trim();
}"""


def tab_to(page: Page, *names: str) -> None:
    """Press Tab until something whose name begins with one of these has the focus."""
    met: list[str] = []
    for _ in range(FAR):
        page.keyboard.press("Tab")
        met.append(page.evaluate(_NAME))
        if met[-1].startswith(names):
            return
    raise AssertionError(f"{names} is not on the way: {list(dict.fromkeys(met))}")


def write(page: Page, name: str, words: str) -> None:
    """Go to a field and type."""
    tab_to(page, name)
    page.keyboard.type(words)


def choose(page: Page, name: str, key: str = "Space") -> None:
    """Go to a tick, a group of choices or a button, and press a key there."""
    tab_to(page, name)
    page.keyboard.press(key)
    still(page)


def pick(page: Page, name: str, words: str) -> None:
    """Go to a list, type to find an entry, and take it."""
    write(page, name, words)
    page.keyboard.press("Enter")
    still(page)
