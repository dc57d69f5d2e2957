"""Every rule from the registry, and every fact of the catalogue with the days it was and will be checked."""

from collections import defaultdict

import streamlit as st

from pages.shared import store
from pages.shared.frame import plain, source_link, table
from planner.advice import RULES, Rule
from planner.advice.rule import Grounds
from planner.catalogue import Catalogue
from planner.catalogue.entries import Evidence

TABLES = {
    "needs": "What people need",
    "provisions": "What you can put in place",
    "formats": "Formats",
    "venue": "The venue",
    "methods": "Ways to take part",
    "icebreakers": "Ways to begin",
    "outreach": "Ways to find people",
    "roles": "Jobs on the day",
    "refreshments": "Things to eat and drink",
    "travel": "Ways to travel",
    "chores": "What every workshop needs",
    "prices": "Prices",
    "ladder": "How much power is shared",
    "pace": "How long, how often and how many",
    "faith_days": "Days that people of a faith keep",
}
LISTS = "Whole lists"
NAMES = {
    "jargon": "Hard words, and what to say instead",
    "respectful": "Words that hurt, and what to say instead",
    "abbreviations": "Short forms, and what they stand for",
    "school_breaks": "When schools are closed",
    "places": "Towns by whose sun we reckon",
}


def rules() -> None:
    """The rules by what they look after, in the words of their own files."""
    pack = store.pack()
    st.markdown("## Our rules", anchors=False)
    st.markdown(
        f"{len(RULES)} rules look at your answers, and most stay silent. None of them ever stops you."
    )
    by_module: dict[str, list[Rule]] = defaultdict(list)
    for rule in RULES.values():
        by_module[rule.id.split(".")[0]].append(rule)
    for module, found in by_module.items():
        with st.expander(f"{_name(found[0])} ({len(found)})", key=f"rules-{module}", type="compact"):
            st.markdown("\n\n".join(_rule(rule, pack.facts) for rule in found))


def facts() -> None:
    """The facts of each part of the catalogue, drawn when somebody opens them."""
    known = store.pack().facts
    st.markdown("## Our facts", anchors=False)
    st.markdown("Prices and laws change. Each fact says when we checked it, and by when to check it again.")
    for heading, found in facts_by_group(known).items():
        name, key = f"{heading} ({len(found)})", f"facts-{heading}"
        with st.expander(name, key=key, on_change="rerun", type="compact") as opened:
            if opened.open:
                head = ("What", "How sure", "Checked", "Check again by")
                table(heading, head, [_fact(label, evidence) for label, evidence in found])


def facts_by_group(known: Catalogue) -> dict[str, list[tuple[str, Evidence]]]:
    """Every fact with the words people know it by, under the heading of its table."""
    groups: dict[str, list[tuple[str, Evidence]]] = {heading: [] for heading in (*TABLES.values(), LISTS)}
    for name, evidence in known.evidence():
        file, _, key = name.partition(".")
        groups[TABLES.get(file, LISTS)].append((_label(known, file, key), evidence))
    return {heading: found for heading, found in groups.items() if found}


def _label(known: Catalogue, file: str, key: str) -> str:
    held = getattr(known, file)
    match file:
        case "pace":
            return str(getattr(held, key).means)
        case "faith_days":
            return str(held.days[key].name)
        case _ if key:
            return str(held[key].label)
        case _:
            return NAMES[file]


def _name(rule: Rule) -> str:
    """What a module of rules looks after: the first words of its own sentence."""
    return (rule.judge.__globals__["__doc__"] or "").partition(":")[0]


def _rule(rule: Rule, known: Catalogue) -> str:
    grounds = rule.grounds(known)
    says = "; ".join(source_link(key, known) for key in grounds.sources)
    lines = [
        f"**{plain(rule.headline)}** {plain(rule.why)}",
        f"- Level: {rule.level.words}",
        *([f"- Who says so: {says}"] if says else []),
        f"- How sure: {_how_sure(grounds)}",
    ]
    return "\n".join([lines[0], "", *lines[1:]])


def _how_sure(grounds: Grounds) -> str:
    dated = f", {grounds.as_of:%B %Y}" if grounds.as_of else ""
    stale = grounds.review_by is not None and grounds.review_by < store.today()
    return f"{grounds.basis.words}{dated}{'. Check it again' if stale else ''}"


def _fact(label: str, evidence: Evidence) -> tuple[str, str, str, str]:
    again = f"{evidence.review_by:%B %Y}"
    if evidence.is_stale(store.today()):
        again += ": check again"
    return label, evidence.basis.words, f"{evidence.as_of:%B %Y}", again
