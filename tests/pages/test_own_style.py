"""A look of their own on the page: taken in or refused in words, and gone when the file is taken out."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.documents.brands import MACROS, brand, of_type


def ask() -> None:
    """The smallest page that asks for a look."""
    import streamlit as st  # noqa: PLC0415  AppTest runs these lines by themselves

    from pages.shared.own_style import own_style  # noqa: PLC0415

    style = own_style()
    st.write("theirs" if style else "ours")


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(ask, default_timeout=60).run()


def test_without_a_file_the_look_is_ours(page: AppTest) -> None:
    assert page.markdown[-1].value == "ours"
    assert "saved nowhere" in page.markdown[0].value


def test_a_file_gives_its_look(page: AppTest) -> None:
    page.file_uploader[0].upload("letter.docx", brand())
    page.run()

    assert page.markdown[-1].value == "theirs"
    assert not page.error


def test_a_file_with_macros_is_refused_in_words(page: AppTest) -> None:
    page.file_uploader[0].upload("letter.docx", of_type(brand(), MACROS))
    page.run()

    assert page.markdown[-1].value == "ours"
    assert ["macros" in error.value for error in page.error] == [True]
