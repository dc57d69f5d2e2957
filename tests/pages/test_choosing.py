"""Choosing which documents are made: one tick is remembered in the plan, and can be taken back."""

from streamlit.testing.v1 import AppTest

from planner.answers import Plan
from planner.documents import chosen, fitting
from planner.pack import Pack
from tests.pages.wizard import PATIENCE, do, plan_of

PLAN = Plan().with_answer("purpose.title", "Better parks")


def choosing(plan: Plan) -> AppTest:
    """The box alone, as it stands on the page of documents."""
    at = AppTest.from_function(_page, default_timeout=PATIENCE)
    at.session_state["plan"] = plan
    return do_it(at)


def do_it(at: AppTest) -> AppTest:
    """Let the box take in what was just done."""
    do(at)
    assert not at.exception
    return at


def _page() -> None:
    from pages.shared.choosing import choose_documents  # noqa: PLC0415  AppTest runs this body alone

    choose_documents()


def pack_of(at: AppTest) -> Pack:
    """All that follows from the open plan."""
    pack = at.session_state["pack"]
    assert isinstance(pack, Pack)
    return pack


def test_everything_that_fits_is_ticked_at_first() -> None:
    at = choosing(PLAN)

    assert [box.label for box in at.checkbox] == [one.name for one in fitting(pack_of(at))]
    assert all(box.value for box in at.checkbox)
    assert at.expander[0].label.endswith(f"(all {len(at.checkbox)} chosen)")


def test_an_unticked_document_is_left_out_and_remembered() -> None:
    at = choosing(PLAN)

    at.checkbox(key="w0.left_out.run-sheet").uncheck()
    do_it(at)

    assert plan_of(at).left_out == ("run-sheet",)
    assert "run-sheet" not in {one.key for one in chosen(pack_of(at))}
    assert at.expander[0].label.endswith(f"({len(at.checkbox) - 1} of {len(at.checkbox)} chosen)")


def test_it_can_be_ticked_again() -> None:
    at = choosing(PLAN.without_documents(["run-sheet"]))

    at.checkbox(key="w0.left_out.run-sheet").check()
    do_it(at)

    assert plan_of(at).left_out == ()


def test_all_can_be_chosen_at_once_and_what_is_not_offered_stays_left_out() -> None:
    at = choosing(PLAN.without_documents(["run-sheet", "invitation", "brief-venue", "song-sheet"]))

    at.button(key="choose-all").click()
    do_it(at)

    assert plan_of(at).left_out == ("brief-venue", "song-sheet")
    assert all(box.value for box in at.checkbox)


def test_the_first_change_gives_the_plan_an_id_that_later_ones_keep() -> None:
    at = choosing(PLAN)

    ids = []
    for tick in (False, True):
        at.checkbox(key="w0.left_out.run-sheet").set_value(tick)
        do_it(at)
        ids.append(plan_of(at).id)

    assert len(ids[0]) == 32
    assert ids[0] == ids[1]
