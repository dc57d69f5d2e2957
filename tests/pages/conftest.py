"""Pages run in this process, without a browser, on a server that has had a visitor before."""

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import app_test


@pytest.fixture(autouse=True)
def app_py_runs_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before each run, AppTest forgets that app.py lists the pages, and would run the files of pages/ alone.

    What it forgets is kept on this class; the one that Streamlit asks still knows.
    """

    class Forgetful(PagesManager):
        pass

    monkeypatch.setattr(app_test, "PagesManager", Forgetful)
    monkeypatch.setattr(PagesManager, "uses_pages_directory", False)
