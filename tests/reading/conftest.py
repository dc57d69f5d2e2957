"""The two lists of words as they ship with the planner."""

import tomllib

import pytest

from planner.catalogue import FOLDER
from planner.catalogue.entries import Glossary


@pytest.fixture(scope="session")
def jargon() -> Glossary:
    return _glossary("jargon")


@pytest.fixture(scope="session")
def respectful() -> Glossary:
    return _glossary("respectful")


def _glossary(name: str) -> Glossary:
    # Read alone, so that a slip in another file of the catalogue does not fail these tests too.
    return Glossary.model_validate(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))
