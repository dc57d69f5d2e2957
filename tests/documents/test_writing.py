"""Whatever a person types comes out of a template as words."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from markdown_it import MarkdownIt

from planner.documents.writing import TEMPLATES, Markdown, environment, escape, paragraphs, write
from tests.documents.hostile import HOSTILE, on_one_line


def rendered(source: str, **context: object) -> str:
    return environment(TEMPLATES).from_string(source).render(context)


def shown(markdown: str) -> list[tuple[str, str]]:
    """What another reader of Markdown makes of a text: the kinds of its inline tokens, and their words."""
    (paragraph,) = [
        token
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
        if token.type == "inline"
    ]
    return [(token.type, token.content) for token in paragraph.children or []]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_value_is_words_and_nothing_else(typed: str) -> None:
    text = rendered("{{ typed }}", typed=typed)

    assert {kind for kind, _ in shown(text)} == {"text"}
    assert "".join(words for _, words in shown(text)) == on_one_line(typed)


@given(st.text(st.characters(), max_size=60))
def test_anything_at_all_is_words(typed: str) -> None:
    text = rendered("Start {{ typed }} end", typed=typed)

    assert "".join(words for _, words in shown(text)) == f"Start {on_one_line(typed)} end"


@pytest.mark.parametrize(
    "source",
    [
        "{{ typed }}",
        "{% macro name(x) %}{{ x }}{% endmacro %}{{ name(typed) }}",
        "{% set name %}{{ typed }}{% endset %}{{ name }}",
        "{% macro box() %}{{ caller() }}{% endmacro %}{% call box() %}{{ typed }}{% endcall %}",
        "{% for one in [typed] %}{{ one }}{% endfor %}",
        "{{ [typed]|listed }}",
        "{{ [typed]|join(', ') }}",
        "{{ typed ~ '' }}",
        "{{ typed|safe }}",
    ],
)
def test_every_road_to_the_page_escapes_once(source: str) -> None:
    text = rendered(source, typed="**R&D** | [a](b)")

    assert shown(text) == [("text", "**R&D** | [a](b)")]


def test_what_a_template_writes_stays_markdown() -> None:
    text = rendered("{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold('Asha') }}")

    assert text == "**Asha**"


@pytest.mark.parametrize(
    ("source", "value", "words"),
    [
        ("{{ value|pounds }}", 1250, "£1,250"),
        ("{{ value|pounds }}", Decimal("12.5"), "£12.50"),
        ("{{ value|pounds }}", Decimal(-40), "\u2212£40"),
        ("{{ value|day }}", date(2027, 3, 18), "Thursday 18 March 2027"),
        ("{{ value|short_day }}", date(2027, 3, 8), "8 March 2027"),
        ("{{ value|clock }}", time(9, 30), "9:30"),
        ("{{ value|clock }}", time(14), "14:00"),
        ("{{ value|minutes }}", 45, "45 minutes"),
        ("{{ value|minutes }}", 1, "1 minute"),
        ("{{ value|counted('person', 'people') }}", 12, "12 people"),
        ("{{ value|listed }}", ["tea", "water", "juice"], "tea, water and juice"),
        ("{{ value|listed }}", [], ""),
        ("{{ value }}", 12, "12"),
    ],
)
def test_facts_have_words(source: str, value: object, words: str) -> None:
    text = rendered(source, value=value)

    assert text == words


@pytest.mark.parametrize("value", [None, True, 1.5, Decimal(3), date(2027, 3, 18), ["tea"]])
def test_a_fact_without_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="needs a filter"):
        rendered("{{ value }}", value=value)


def test_a_name_nobody_gave_is_refused() -> None:
    with pytest.raises(UndefinedError, match="venue"):
        rendered("{{ venue }}")


def test_a_template_cannot_reach_the_computer() -> None:
    with pytest.raises(SecurityError):
        rendered("{{ ''.__class__.__mro__ }}")


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateNotFound, match="no-such-document"):
        write("no-such-document.md.j2")


def test_a_template_is_found_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "letter.md.j2").write_text("{% if True %}\nDear {{ name }},\n{% endif %}\n", encoding="utf-8")

    text = environment(tmp_path).get_template("letter.md.j2").render(name="Sam & Jo")

    assert text == "Dear Sam \\& Jo,\n"


def test_several_lines_are_several_paragraphs() -> None:
    text = paragraphs("Ring the bell.\r\n\r\n- Wait\n   \nCome in")

    assert text == "Ring the bell\\.\n\n\\- Wait\n\nCome in"
    assert isinstance(text, Markdown)


def test_several_lines_stay_in_their_callout() -> None:
    text = rendered("> {{ typed|paragraphs('> ') }}", typed="Ring.\nWait.")

    assert text == "> Ring\\.\n>\n> Wait\\."


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs(" \n \n") == ""


def test_escaping_leaves_ordinary_words_alone() -> None:
    assert escape("Asha's café, 50% off?") == "Asha's café, 50% off?"
