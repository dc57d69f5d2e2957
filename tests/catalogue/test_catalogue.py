"""What ships is whole and holds what the product promises; a catalogue that cannot be right is refused."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.advice import RULES
from planner.catalogue import FOLDER, CatalogueError, catalogue, read_catalogue
from planner.catalogue.entries import Entry, Provision

FACTS = catalogue()
PROGRAM = (FOLDER.parent, FOLDER.parents[1] / "pages")
SURE = 'evidence = { basis = "our_judgement", as_of = 2026-11-23, review_by = 2027-11-01 }\n'
READING_CORNER = f"""
[reading_corner]
label = "A corner to read in"
explain = "A chair and a lamp away from the noise."
group = "resting"
meets = ["energy_or_pain"]
says = "There is a quiet corner to read in."
{SURE}
"""
CLAP_ALONG = f"""
[clap_along]
label = "Clap along"
explain = "People clap or tap to a short song."
size = [2, 12]
minutes = [5, 10]
formality = 1
aims = ["try"]
stages = ["delivery"]
power = 1
demands = {{ hearing = 1 }}
adapt = {{ hearing = "Show the beat with a lamp." }}
says = "We begin with music."
{SURE}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue to spoil."""
    for file in FOLDER.glob("*.toml"):
        shutil.copy(file, tmp_path)
    return tmp_path


def add(folder: Path, file: str, entry: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as held:
        held.write(entry)


@pytest.mark.parametrize(
    ("file", "entry"), [("provisions.toml", READING_CORNER), ("methods.toml", CLAP_ALONG)]
)
def test_a_sound_entry_is_read(folder: Path, file: str, entry: str) -> None:
    add(folder, file, entry)

    read = read_catalogue(folder)

    assert sum(1 for _ in read.entries()) == sum(1 for _ in FACTS.entries()) + 1


@pytest.mark.parametrize(
    ("file", "entry", "named", "why"),
    [
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("says =", "sayz ="),
            "provisions.reading_corner.sayz",
            "not permitted",
            id="a key nobody knows",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("as_of", 'sources = ["my_cousin"], as_of'),
            "provisions.reading_corner",
            "the source 'my_cousin', which is not in sources.toml",
            id="a source nobody knows",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("energy_or_pain", "like_cake"),
            "provisions.reading_corner",
            "the need 'like_cake', which is not in needs.toml",
            id="a need nobody knows",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER + '[reading_corner.tasks.lay]\ndo = "Lay it out"\n',
            "provisions.reading_corner.tasks.lay",
            "exactly one of weeks_before, days_before and days_after",
            id="a task without a time",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER
            + '[reading_corner.tasks.lay]\ndo = "Lay it out"\nweeks_before = 1\ndays_after = 1\n',
            "provisions.reading_corner.tasks.lay",
            "exactly one of weeks_before, days_before and days_after",
            id="a task with two times",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER
            + '[reading_corner.tasks.lay]\ndo = "Lay it out"\nweeks_before = 3\nleast_weeks = 2\n',
            "provisions.reading_corner.tasks.lay",
            "what to do if it is too late",
            id="a least notice without a way out",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER
            + '[reading_corner.costs.lamp]\nitem = "A lamp"\ngroup = "access"\nlow = 20\nhigh = 10\n',
            "provisions.reading_corner.costs.lamp",
            "low price is higher than the high price",
            id="low above high",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("2027-11-01", "2026-11-23"),
            "provisions.reading_corner.evidence",
            "must come after the day it was checked",
            id="checked again before it was checked",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace(", review_by = 2027-11-01", ""),
            "provisions.reading_corner.evidence.review_by",
            "Field required",
            id="no day to check it again",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("as_of = 2026-11-23, ", ""),
            "provisions.reading_corner.evidence.as_of",
            "Field required",
            id="no day on which it was checked",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER
            + '[reading_corner.costs.lamp]\nitem = "A lamp"\ngroup = "access"\nlow = 5\nhigh = 10\n'
            'unless_travel = ["balloon"]\n',
            "provisions.reading_corner",
            "the way to travel 'balloon', which is not in travel.toml",
            id="a way to travel nobody knows",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("meets =", 'unless_venue_has = "slide"\nmeets ='),
            "provisions.reading_corner",
            "the feature 'slide', which is not in venue.toml",
            id="a feature nobody knows",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER.replace("our_judgement", "verified"),
            "provisions.reading_corner.evidence",
            "needs at least one source",
            id="checked with no source",
        ),
        pytest.param(
            "methods.toml",
            CLAP_ALONG.replace('adapt = { hearing = "Show the beat with a lamp." }\n', ""),
            "methods.clap_along",
            "demands hearing but does not say how to adapt that",
            id="a method that leaves people out",
        ),
        pytest.param(
            "needs.toml",
            '[left_handed]\nlabel = "Left-handed people"\nwho = "are left-handed"\nin_short = "Left-handed"\n'
            f'ask = "Which side suits you?"\nlikely = ["left_handed_pens"]\n{SURE}',
            "needs.left_handed",
            "'left_handed_pens', which is neither a provision nor a format",
            id="help that is not there",
        ),
        pytest.param(
            "provisions.toml",
            READING_CORNER + READING_CORNER,
            "provisions.toml",
            "reading_corner",
            id="twice",
        ),
        pytest.param("venue.toml", "\n[lift\n", "venue.toml", "at line", id="not TOML"),
    ],
)
def test_what_cannot_be_right_is_refused_by_name(
    folder: Path, file: str, entry: str, named: str, why: str
) -> None:
    add(folder, file, f"\n{entry}")

    with pytest.raises(CatalogueError, match=re.escape(why)) as refused:
        read_catalogue(folder)

    assert named in str(refused.value)


@pytest.mark.parametrize(
    ("promised", "held"),
    [
        (15, len(FACTS.needs)),
        (55, len(FACTS.provisions)),
        (45, len(FACTS.venue)),
        (48, len(FACTS.methods)),
        (15, len(FACTS.icebreakers)),
        (20, len(FACTS.outreach)),
        (6, len(FACTS.formats)),
        (10, len(FACTS.roles)),
        (7, len(FACTS.travel)),
        (12, len({entry.plan_b for _, entry in FACTS.entries() if entry.plan_b})),
        (120, len(FACTS.jargon.words)),
        (25, len(FACTS.respectful.words)),
    ],
    ids=[
        "needs",
        "provisions",
        "venue",
        "methods",
        "ice-breakers",
        "outreach",
        "formats",
        "roles",
        "ways to travel",
        "plan-B cards",
        "jargon",
        "respectful",
    ],
)
def test_it_holds_as_much_as_we_promise(promised: int, held: int) -> None:
    assert held >= promised


def test_the_catalogue_that_ships_is_read_once() -> None:
    assert catalogue() is FACTS


def test_every_source_is_used_by_a_fact_or_a_rule() -> None:
    of_facts = {source for _, evidence in FACTS.evidence() for source in evidence.sources}
    of_rules = {source for rule in RULES.values() for source in rule.sources}

    unused = sorted(set(FACTS.sources) - of_facts - of_rules)

    assert unused == []


def test_every_price_is_used_by_the_budget_or_a_rule() -> None:
    program = "\n".join(
        file.read_text(encoding="utf-8") for folder in PROGRAM for file in sorted(folder.rglob("*.py"))
    )

    unused = [key for key in FACTS.prices if not re.search(rf"\bprices\b.*\b{key}\b", program)]

    assert unused == []


def test_every_rule_names_sources_that_are_there() -> None:
    strangers = {
        rule.id: source for rule in RULES.values() for source in rule.sources if source not in FACTS.sources
    }

    assert strangers == {}


def test_every_source_says_where_it_can_be_read() -> None:
    nowhere = [key for key, source in FACTS.sources.items() if not re.fullmatch(r"\S+\.\S+", source.address)]

    assert nowhere == []


def test_something_follows_from_every_entry() -> None:
    idle = [name for name, entry in FACTS.entries() if not entry.has_consequence]

    assert idle == []


def test_an_entry_from_which_nothing_follows_is_noticed() -> None:
    entry = next(iter(FACTS.icebreakers.values()))
    bare = Entry(label=entry.label, evidence=entry.evidence)

    assert not bare.has_consequence


def test_labels_are_short() -> None:
    long = {name: entry.label for name, entry in FACTS.entries() if len(entry.label) > 90}

    assert long == {}


def test_a_provision_and_a_format_never_share_a_key() -> None:
    both = set(FACTS.provisions) & set(FACTS.formats)

    assert both == set()


def test_every_need_is_met_by_something_we_suggest() -> None:
    offers: dict[str, Provision] = {**FACTS.provisions, **FACTS.formats}

    unmet = [key for key in FACTS.needs if not any(key in offer.meets for offer in offers.values())]
    without_help = [key for key, need in FACTS.needs.items() if not need.likely]
    strangers = [key for need in FACTS.needs.values() for key in need.likely if key not in offers]

    assert unmet == []
    assert without_help == []
    assert strangers == []


def test_no_icebreaker_asks_people_to_touch_stand_or_tell() -> None:
    asks_too_much = re.compile(
        r"\b(touch|hug|hold hands|stand|stands|jump|run|diagnosis|impairment|condition|health|secret|family)\b",
        re.IGNORECASE,
    )
    says_no = re.compile(r"\b(nobody|never|no|not|without)\b", re.IGNORECASE)
    asking = [
        sentence
        for icebreaker in FACTS.icebreakers.values()
        for sentence in re.split(r"(?<=[.?!;])\s", f"{icebreaker.label}. {icebreaker.explain}")
        if asks_too_much.search(sentence) and not says_no.search(sentence)
    ]

    assert asking == []


def test_a_fact_is_stale_only_after_its_day() -> None:
    first = min(evidence.review_by for _, evidence in FACTS.evidence())
    due = [name for name, evidence in FACTS.evidence() if evidence.review_by == first]

    on_the_day = FACTS.stale(first)
    the_day_after = FACTS.stale(first + timedelta(days=1))

    assert on_the_day == []
    assert the_day_after == due


def test_every_fact_is_stale_in_the_end() -> None:
    stale = FACTS.stale(date(2100, 1, 1))

    assert stale == [name for name, _ in FACTS.evidence()]
    assert {"pace.stretch", "provisions.bsl_interpreters", "jargon"} <= set(stale)
