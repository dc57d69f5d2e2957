"""The words that people near the organiser use of themselves. The choice is theirs, and we follow it."""

import re

from planner.answers.settings import LocalWords

ORGANISATION = (
    r"['’]?s?'? (?:organisations?|forums?|groups?|networks?|partnerships?|clubs?|charity|charities)"
)
PERSON_FIRST = {"disabled people": "people with disabilities", "disabled person": "person with a disability"}
DISABLED_FIRST = {
    "people with disabilities": "disabled people",
    "people with a disability": "disabled people",
    "persons with disabilities": "disabled people",
    "person with a disability": "disabled person",
}
WORDS = {
    LocalWords.DISABLED_PEOPLE: DISABLED_FIRST,
    LocalWords.PEOPLE_WITH_DISABILITIES: PERSON_FIRST,
}


def in_local_words(text: str, chosen: LocalWords | None) -> str:
    """A suggestion of ours in the words that people near by use; as it is where nothing is set.

    >>> in_local_words("disabled people", LocalWords.PEOPLE_WITH_DISABILITIES)
    'people with disabilities'
    """
    return text if chosen is None else _finder(chosen).sub(lambda found: _theirs(found, chosen), text)


def other_words(text: str, chosen: LocalWords | None) -> tuple[tuple[str, str], ...]:
    """What the text says and people near by would say otherwise, each once; nothing where nothing is set.

    The name of an organisation, such as a disabled people's forum, is left alone.
    """
    if chosen is None:
        return ()
    found = {match[0].lower(): _theirs(match, chosen) for match in _finder(chosen).finditer(text)}
    return tuple(found.items())


def _finder(chosen: LocalWords) -> re.Pattern[str]:
    phrases = "|".join(WORDS[chosen])
    return re.compile(rf"(?<![\w-])(?:{phrases})(?!\w)(?!{ORGANISATION})", re.IGNORECASE)


def _theirs(found: re.Match[str], chosen: LocalWords) -> str:
    words = WORDS[chosen][found[0].lower()]
    return words.capitalize() if found[0][0].isupper() else words
