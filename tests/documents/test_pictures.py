"""The pictures are in one hand: the same grid, the same few colours, and a title that says what is drawn."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl.xml.functions import fromstring

from planner.catalogue import catalogue
from planner.documents.writing import TEMPLATES

PICTURES = sorted((Path(__file__).parents[2] / "static" / "pictures").glob("*.svg"))

SVG = "{http://www.w3.org/2000/svg}"
# Nothing else is drawn with, so there is no text, style, script or image, and nothing is fetched.
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "g", "path", "circle", "ellipse", "rect")}
ATTRIBUTES = {
    *("viewBox", "role", "aria-label", "transform", "d", "cx", "cy", "r", "rx", "ry", "x", "y"),
    *("width", "height", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
    "stroke-dasharray",
}

INK = "#2A1B2E"
SKINS = {"#F3CBA8", "#BE8153", "#754A2E"}
PAINTS = {
    "plum": "#6E2A62",
    "marigold": "#F2A93B",
    "teal": "#2F8F80",
    "sky": "#D5ECE7",
    "cream": "#FFF6E3",
    "white": "#FFFFFF",
}
TEA = "#8A4B22"

each_picture = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)


def root(picture: Path) -> Any:
    return fromstring(picture.read_bytes())


def title(picture: Path) -> str:
    (words,) = root(picture).findall(f"{SVG}title")
    return str(words.text)


def colours(picture: Path) -> set[str]:
    painted = {element.get(kind) for element in root(picture).iter() for kind in ("fill", "stroke")}
    return painted - {None, "none"}


def test_there_is_a_picture_for_most_of_what_we_say() -> None:
    assert len(PICTURES) >= 42


@each_picture
def test_a_picture_is_drawn_on_the_grid(picture: Path) -> None:
    svg = root(picture)

    assert svg.tag == f"{SVG}svg"
    assert svg.get("viewBox") == "0 0 96 96"
    assert not {"width", "height"} & set(svg.keys())


@each_picture
def test_a_picture_says_what_it_shows(picture: Path) -> None:
    svg = root(picture)

    assert svg.get("role") == "img"
    assert svg[0].tag == f"{SVG}title"
    assert len(title(picture).split()) > 1
    assert title(picture) == svg.get("aria-label")


def test_no_two_pictures_say_the_same() -> None:
    said = Counter(title(picture) for picture in PICTURES)

    assert [words for words, times in said.items() if times > 1] == []


def test_every_picture_is_in_the_table_by_what_it_shows() -> None:
    in_table = {name: picture.shows for name, picture in catalogue().pictures.items()}

    assert in_table == {picture.stem: title(picture) for picture in PICTURES}


def test_every_idea_is_one_that_an_easy_read_paper_has() -> None:
    facts = catalogue()
    templates = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*easy*.j2"))
    in_templates = set(re.findall(r'"([a-z_]+)"', templates))
    # These two are the parts of a day, and the day itself, which the templates take from the plan.
    of_the_plan = {
        "arrival",
        "welcome",
        "icebreaker",
        "break",
        "lunch",
        "in_hand",
        "close",
        "activity",
        "day",
    }

    ideas = {idea for picture in facts.pictures.values() for idea in picture.stands_for}

    assert {idea for idea in ideas if "." in idea} == set(facts.easy_read)
    assert [
        name
        for name, one in facts.pictures.items()
        if not set(one.stands_for) & (in_templates | of_the_plan | set(facts.easy_read))
    ] == []
    assert {idea for idea in ideas if "." not in idea} - in_templates - of_the_plan == set()


@each_picture
def test_a_picture_is_small(picture: Path) -> None:
    assert picture.stat().st_size < 4000


@each_picture
def test_a_picture_is_shapes_and_nothing_else(picture: Path) -> None:
    for element in root(picture).iter():
        assert element.tag in ELEMENTS
        assert set(element.keys()) <= ATTRIBUTES


@each_picture
def test_a_picture_points_at_nothing_outside_itself(picture: Path) -> None:
    markup = picture.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")

    for sign in ("://", "href", "url(", "<!", "<?", "&"):
        assert sign not in markup


@each_picture
def test_a_picture_fits_on_one_line_of_a_page(picture: Path) -> None:
    assert len(picture.read_text(encoding="utf-8").splitlines()) == 1


@each_picture
def test_a_picture_keeps_to_the_palette(picture: Path) -> None:
    tea = {TEA} if picture.stem == "cup_of_tea" else set()

    assert INK in colours(picture)
    assert colours(picture) <= {INK, *SKINS, *PAINTS.values(), *tea}


@each_picture
def test_a_picture_has_four_paints_at_most(picture: Path) -> None:
    assert len(colours(picture) - {INK} - SKINS) <= 4
