"""Each bench writes its own section of the page of figures."""

from tests.bench.page import put, sections


def test_a_section_takes_the_place_of_the_one_of_its_name() -> None:
    page = put(
        "many people",
        "## New\n",
        put("side by side", "## Beside\n", put("many people", "## Old\n", "# How long\n")),
    )

    kept = sections(page)

    assert "Old" not in page
    assert page.startswith("# How long\n")
    assert kept.index("## New") < kept.index("## Beside")
