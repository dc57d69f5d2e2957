"""The checks of a web page that is one file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from planner.documents.checking import Fault, beginning, says_nothing, skipped
from planner.documents.parts import MOST_BYTES, NO_DOCUMENT, TOO_BIG, CannotRead

Checks = tuple[tuple[str, Callable[[], Iterator[Fault]]], ...]


def page_checks(data: bytes) -> Checks:
    """Every check by its name, to be made when it is called. Raises CannotRead for what is no page."""
    if len(data) > MOST_BYTES:
        raise CannotRead(TOO_BIG)
    parser = etree.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False)
    root = etree.fromstring(data, parser)
    if root is None or root.find("body") is None:
        raise CannotRead(NO_DOCUMENT)
    it = _Page(root)
    return (
        ("It has a title", it.title),
        ("It says its language", it.language),
        ("It has one main heading", it.main_heading),
        ("No level of heading is left out", it.levels),
        ("Each table has headings", it.headings_of_tables),
        ("Each picture has words", it.pictures),
        ("Links say where they lead", it.links),
        ("It stands alone", it.alone),
    )


@dataclass(frozen=True)
class _Page:
    root: Any

    @property
    def headings(self) -> list[tuple[int, str]]:
        found = self.root.iter("h1", "h2", "h3", "h4", "h5", "h6")
        return [(int(one.tag[1]), _words(one)) for one in found if _words(one)]

    def title(self) -> Iterator[Fault]:
        if not (self.root.findtext("head/title") or "").strip():
            yield Fault(
                "The page has no title.", "its head", "Write what it is between <title> and </title>."
            )

    def language(self) -> Iterator[Fault]:
        if not (self.root.get("lang") or "").strip():
            yield Fault(
                "The page does not say its language.", "its first line", 'Write <html lang="en-GB"> there.'
            )

    def main_heading(self) -> Iterator[Fault]:
        tops = [words for level, words in self.headings if level == 1]
        if len(tops) != 1:
            yield Fault(
                "There are several main headings." if tops else "There is no main heading.",
                f"at {beginning(tops[1])}" if tops else "the beginning",
                "Make one heading h1, and the others h2.",
            )

    def levels(self) -> Iterator[Fault]:
        for above, level, words in skipped(self.headings):
            yield Fault(
                f"A heading h{level} follows h{above}.", f"at {beginning(words)}", f"Make it h{above + 1}."
            )

    def headings_of_tables(self) -> Iterator[Fault]:
        for table in self.root.iter("table"):
            if not any(one.get("scope") for one in table.iter("th")):
                yield Fault(
                    "A table has no headings.",
                    f"the table that begins with {beginning(_words(table))}",
                    'Make the cells of its first row <th scope="col">.',
                )

    def pictures(self) -> Iterator[Fault]:
        for picture in self.root.iter("img", "svg"):
            hidden = picture.get("aria-hidden") == "true" or picture.get("role") in {"presentation", "none"}
            named = picture.get("alt") is not None if picture.tag == "img" else picture.get("aria-label")
            if not hidden and not named:
                yield Fault(
                    "A picture has no words for people who do not see it.",
                    beginning(picture.get("src") or "a drawing"),
                    'Write what it shows: alt="…"; alt="" where it only decorates.',
                )

    def links(self) -> Iterator[Fault]:
        for link in self.root.iter("a"):
            if link.get("href") and says_nothing(_words(link) or link.get("aria-label", "")):
                yield Fault(
                    "A link does not say where it leads.",
                    f"the link {beginning(_words(link))}",
                    "Write the name of the page or the file as the words of the link.",
                )

    def alone(self) -> Iterator[Fault]:
        fetched = [*self.root.iter("script"), *self.root.iter("iframe"), *self.root.iter("link")]
        fetched += [one for one in self.root.iter("img") if not one.get("src", "").startswith("data:")]
        for one in fetched:
            yield Fault(
                "The page needs something that is not in it.",
                beginning(one.get("src") or one.get("href") or one.tag),
                "Put it into the page itself, or leave it out.",
            )


def _words(place: Any) -> str:
    return " ".join("".join(place.itertext()).split())
