"""How every page looks: the line above the title, the title, advice, and the way on."""

import html
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

import streamlit as st
from pydantic import ValidationError

from pages.shared import announce, autosave, store
from pages.shared.mishap import safely
from pages.shared.steps import PAGES, Page, navigation, neighbours, page
from planner.advice import Advice
from planner.answers import QUESTIONS, STEPS, asked, day_words
from planner.answers.seen import LONGEST_REASON
from planner.catalogue import Catalogue
from planner.catalogue.entries import checked_words
from planner.documents.markup import preview
from planner.documents.writing import escape

STATIC = Path(__file__).parents[2] / "static"
WELCOME = "Plan a workshop with disabled people, not for them"
COME_BACK = ("check", "advice", "barriers", "tasks")  # pages from which one answer can be changed
GOES_ON = {"check": "Continue to the advice", "advice": "Make the documents"}
MOST_ADVICE = 3  # beside one answer; the advice page has them all


def frame(name: str) -> Page:
    """Draw what stands above the words of every page, and give the page back."""
    if not store.pages_are_known():
        _come_in_by_the_front_door()
    here = page(name)
    st.html(f"<style>{_style()}</style>")
    st.logo(STATIC / "logo.svg", size="large")  # it turns dark by itself, as the page does
    with st.container(
        key="noprint-top",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="small",
    ):
        st.html(_where(here), width="content")
        st.html(f"<p class='dw-saved'>{_saved()}</p>", width="content")
    title, wrong = _title(here), store.mistakes_of(here.name)
    st.set_page_config(
        page_title=f"Error: {title}" if wrong else here.title
    )  # it stays until it is set again
    announce.page(title, _arrives_at(here), [question_key(path) for path in wrong])
    if here.name != "home" or store.is_open():
        st.title(plain(title), anchor=False)
    if here.why:
        st.markdown(here.why)
    return here


def way_on(here: Page, *, goes_on: bool = True) -> None:
    """Continue, Back and All sections, in the order in which the keyboard meets them.

    Whoever came to change one answer goes back to where they came from.
    """
    before, after = neighbours(here.name)
    asked_by = _asked_by(here)
    words = f"Back to {asked_by.title}" if asked_by else GOES_ON.get(here.name, "Continue")
    to = asked_by or (after if goes_on else None)
    with st.container(key="noprint-way-on", horizontal=True, gap="small", vertical_alignment="center"):
        if to and st.button(
            words, type="primary", icon=":material/arrow_forward:", icon_position="right", key="way_on"
        ):
            _leave(here, to)
        if before and not asked_by and st.button("Back", icon=":material/arrow_back:", key="way_back"):
            st.switch_page(before.file)
        if here.name != "home":
            st.page_link(PAGES[0].file, label="All sections")


def _leave(here: Page, to: Page) -> None:
    """Go on, unless something on this page could not be taken in: then say so at the top."""
    if store.mistakes_of(here.name):
        announce.once("", ".dw-mistakes")
        st.rerun()
    st.switch_page(to.file, query_params=_question_here())


def foot() -> None:
    """Help, in the same place and order at the end of every page."""
    with st.container(key="noprint-foot", horizontal=True, gap="medium"):
        for one in PAGES:
            if one.at_foot:
                st.page_link(one.file, label=one.title)


def change(path: str, label: str, here: str) -> None:
    """A link to one question, from which people come back to the page they are on."""
    st.page_link(
        page(path.split(".", maxsplit=1)[0]).file, label=label, query_params={"q": path, "from": here}
    )


def question_key(path: str) -> str:
    """The key of the container that holds a question."""
    return f"q-{path.replace('.', '-')}"


def _asked_by(here: Page) -> Page | None:
    """The page that sent people here to change one answer."""
    name = st.query_params.get("from", "")
    return page(name) if here.is_step and name in COME_BACK else None


def _question_here() -> dict[str, str]:
    path = st.query_params.get("q", "")
    return {"q": path} if path in {one.path for one in QUESTIONS} else {}


def _arrives_at(here: Page) -> str:
    """What gets the focus on arrival in place of the heading: the question to change, or the answer just changed."""
    for path in _question_here().values():
        if path.startswith(f"{here.name}."):
            return f".st-key-{question_key(path)} h2"
        if here.name == "check":
            return f".st-key-row-check-{path.replace('.', '-')} a"
    return ""


def plain(words: str) -> str:
    """Words that somebody typed, so that Streamlit shows them letter for letter."""
    return preview(escape(words))


def advice_beside(advice: list[Advice], facts: Catalogue, path: str) -> None:
    """What we would say about an answer, most important first; above it, the way back from what was just put right."""
    undo_beside(path)
    place = path.replace(".", "-")
    for number, one in enumerate(advice[:MOST_ADVICE]):
        advice_box(one, facts, f"{place}-{number}")
    if len(advice) > MOST_ADVICE:
        st.page_link(page("advice").file, label=f"{len(advice) - MOST_ADVICE} more on the advice page")


def advice_box(one: Advice, facts: Catalogue, place: str, below: Callable[[], None] | None = None) -> None:
    """One piece of advice: its level in words, what it is, what to do, and why we say it.

    ``below`` draws something more at its end. What the organiser has seen and goes ahead with is said more quietly.
    """
    if one.seen:
        _seen_box(one, place, below)
        return
    with st.container(key=f"{one.level.value}-{place.replace('.', '-')}", gap="xsmall"):
        st.html(f"<p class='dw-level dw-{one.level.value}'>{one.level.words}</p>")
        st.markdown(f"**{plain(one.headline)}** {plain(one.why)}")
        st.markdown(plain(one.do))
        if one.fix:
            st.button(one.fix.words, key=f"fix-{place}", on_click=safely(_put_right), args=(one,))
        with st.expander("Why we say this", key=f"why-{place}", type="compact"):
            st.markdown("\n".join(f"- {line}" for line in reasons(one, facts)))
        _go_ahead(one, place)
        if below:
            below()


def undo_beside(path: str = "") -> None:
    """What the last button put right, with a way back; only beside the question of that path, where one is given."""
    done = store.put_right()
    if done is None or path not in {"", done.about}:
        return
    with st.container(key="panel-undo", gap="xsmall"):
        st.markdown(f"**Done:** {plain(_in_a_sentence(done.words))}")
        st.button(
            f"Undo:small[: {plain(_in_a_sentence(done.words))}]",
            key="undo-fix",
            on_click=safely(_undo),
            args=(done.about,),
        )


def _put_right(one: Advice) -> None:
    assert one.fix is not None
    store.put_answer_right(one.fix.path, one.fix.answer, one.fix.words, one.about)
    announce.once(f"Done: {_in_a_sentence(one.fix.words)}.", ".st-key-undo-fix button")


def _in_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def _undo(about: str) -> None:
    store.take_back()
    announce.once("Your answer is as it was before.", f".st-key-{question_key(about)} h2", "h1")


def _go_ahead(one: Advice, place: str) -> None:
    """A field for the reason why people go ahead all the same."""
    this_one = str(crc32(one.do.encode()))  # not its place: advice moves up and down
    typed = store.key("seen", one.about, this_one)
    with st.expander("Seen, and here is why we go ahead", key=f"seen-{place}", type="compact"):
        alike = sum(other.rule == one.rule for other in store.pack().advice)
        if alike > 1:
            st.caption(f"This goes for all {alike} that we say for the same reason.")
        if st.session_state.pop(f"{typed}.missing", False):
            st.error("Write in a few words why you go ahead.")
        st.caption("It is printed in your plan. Please write no names and no health conditions.")
        st.text_input("Why do you go ahead?", key=typed, max_chars=LONGEST_REASON)
        words = f"Keep this reason:small[ for: {plain(one.headline)}]"
        st.button(words, key=f"go-ahead-{place}", on_click=safely(_keep_reason), args=(one.rule, typed))


def _keep_reason(rule: str, typed: str) -> None:
    try:
        store.keep(store.plan().with_seen(rule, st.session_state[typed]))
    except ValidationError:
        st.session_state[f"{typed}.missing"] = True


def _seen_box(one: Advice, place: str, below: Callable[[], None] | None) -> None:
    with st.container(key=f"row-seen-{place}", gap="xsmall"):
        st.markdown(f"Seen. **{one.level.words}: {plain(one.headline)}** {plain(one.do)}")
        st.markdown(f"Why we go ahead: {plain(one.seen)}")
        words = f"Take this back:small[: {plain(one.headline)}]"
        st.button(words, key=f"take-back-{place}", on_click=safely(_take_back), args=(one.rule,))
        if below:
            below()


def _take_back(rule: str) -> None:
    store.keep(store.plan().without_seen(rule))


def reasons(one: Advice, facts: Catalogue) -> list[str]:
    """Because you said, who says so, and how sure."""
    said = asked(one.about).question.short
    lines = [f"**Because of your answer:** {plain(said)}"]
    if one.grounds.sources:
        lines.append(f"**Who says so:** {'; '.join(source_link(key, facts) for key in one.grounds.sources)}")
    sure = one.grounds.basis.words
    if one.grounds.as_of and one.grounds.review_by:
        sure += f"; {checked_words(one.grounds.as_of, one.grounds.review_by, store.today())}"
    lines.append(f"**How sure:** {sure}")
    return lines


def source_link(key: str, facts: Catalogue) -> str:
    """A source with its publisher, linked where it has an address on the web."""
    source = facts.sources[key]
    name = plain(f"{source.title}, {source.publisher}" + (f", {source.year}" if source.year else ""))
    return f"[{name}]({source.address})" if source.address.startswith("http") else name


class Ours(str):
    """Markup of our own for a cell of a table, never words that somebody typed."""

    __slots__ = ()


def table(
    caption: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], numbers: tuple[int, ...] = ()
) -> None:
    """A real table with a caption and row headings; on a phone, a region that the keyboard can scroll.

    ``numbers`` are the columns that hold numbers. Every cell is shown letter for letter, unless it is `Ours`.
    """

    def kind(column: int) -> str:
        return " class='dw-n'" if column in numbers else ""

    def cell(words: str) -> str:
        return words if isinstance(words, Ours) else html.escape(words)

    top = "".join(f"<th scope='col'{kind(i)}>{cell(words)}</th>" for i, words in enumerate(head))
    body = "".join(
        "<tr>"
        + "".join(
            f"<th scope='row'>{cell(words)}</th>" if i == 0 else f"<td{kind(i)}>{cell(words)}</td>"
            for i, words in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    name = html.escape(caption)
    st.html(
        f"<div class='dw-table' role='region' tabindex='0' aria-label='{name}'>"
        f"<table><caption>{name}</caption>"
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _come_in_by_the_front_door() -> None:
    """Streamlit opened this page by itself (a deep link to a server that just woke up): register all pages first."""
    navigation()
    st.rerun()


@cache
def _style() -> str:
    return (STATIC / "style.css").read_text(encoding="utf-8")


def _where(here: Page) -> str:
    if not here.is_step:
        title, day = store.plan().purpose.title.strip(), store.plan().timing.day
        parts = [title] if title and here.name != "home" else []
        if day is not None and not isinstance(day, str):
            parts.append(day_words(day))
        return f"<p class='dw-where'>{html.escape(', '.join(parts))}</p>"
    place = STEPS.index(here.name)
    strip = "".join(
        f"<i class='{'now' if i == place else 'past' if i < place else 'next'}'></i>"
        for i in range(len(STEPS))
    )
    return (
        f"<p class='dw-where'>Section {place + 1} of {len(STEPS)}"
        f"<span class='dw-strip' aria-hidden='true'>{strip}</span></p>"
    )


def _saved() -> str:
    if not store.is_open():
        return "No account needed"
    return autosave.where_it_is_kept()


def _title(here: Page) -> str:
    if here.name == "home":
        return (store.plan().purpose.title.strip() or "Your plan") if store.is_open() else WELCOME
    return here.title
