"""What Streamlit notes of the fields on pages that people have left, which it keeps as long as they are here.

After all ten sections these notes take more memory than everything else that a session holds. What people said in those
fields is in the plan by then, and a page that is opened again is filled from there.
"""

from dataclasses import dataclass, replace
from typing import Self

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SessionState

from pages.shared import store

FIELD = "$$ID-"  # how Streamlit names a field; its other notes are its own


@dataclass(frozen=True)
class _Shown:
    """The fields of the page that people are on, and of the one before it."""

    page: str
    here: frozenset[str]
    before: frozenset[str] = frozenset()

    def then(self, page: str, fields: frozenset[str]) -> Self:
        """With what was shown just now."""
        if page == self.page:
            return replace(self, here=self.here | fields)
        return replace(self, page=page, here=fields, before=self.here)


def let_go(page: str) -> None:
    """Forget the fields of all pages but this one and the one before; at the end of every run.

    The one before stays, because an answer given there may still be on its way to us. An answer that could not be
    taken in stays in its field wherever people go.
    """
    run = get_script_run_ctx()
    if run is None:  # outside Streamlit there is nothing to let go of
        return
    now = run.shared.widget_ids_this_run.snapshot()
    before = store.state.get("shown")
    shown = before.then(page, now) if isinstance(before, _Shown) else _Shown(page, now)
    store.state["shown"] = shown
    _forget_all_but(shown.here | shown.before, run.session_state._state)  # noqa: SLF001


def _forget_all_but(stay: frozenset[str], held: SessionState) -> None:
    """Streamlit has no call for this. It takes a field of which it has no notes for one that was never shown."""
    notes = held._new_widget_state.widget_metadata  # noqa: SLF001
    for field in [field for field in notes if field.startswith(FIELD) and field not in stay]:
        del notes[field]
    names = held._key_id_mapper  # noqa: SLF001
    mistaken = tuple(store.key(path) for path in store.mistakes())
    for name, field in [*names._key_id_mapping.items()]:  # noqa: SLF001
        if field in stay or name.startswith(mistaken):
            continue
        if name in store.state:
            del store.state[name]
        else:
            names.delete(name)
