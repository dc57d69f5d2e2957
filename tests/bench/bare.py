"""A bare Streamlit page with the same widgets as one of ours: what anybody would get without the planner."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

HEAD = "import streamlit as st\n\n"


def bare_page(widgets: Iterable[tuple[str, Any]]) -> str:
    """A script that draws these widgets, given as kind and Streamlit's own message, and nothing else.

    Raises KeyError for a kind that is not in DRAWN, so that none is left out in silence.
    """
    lines = [DRAWN[kind](number, widget) for number, (kind, widget) in enumerate(widgets)]
    return HEAD + "\n".join(lines) + "\n"


def _typed(call: str) -> Callable[[int, Any], str]:
    return lambda number, it: f"st.{call}({it.label!r}, {it.default!r}, key='w{number}')"


def _chosen(call: str) -> Callable[[int, Any], str]:
    def drawn(number: int, it: Any) -> str:
        index = it.default if it.HasField("default") else None
        return f"st.{call}({it.label!r}, {list(it.options)!r}, index={index!r}, key='w{number}')"

    return drawn


def _several(number: int, it: Any) -> str:
    return f"st.multiselect({it.label!r}, {list(it.options)!r}, key='w{number}')"


def _ticked(number: int, it: Any) -> str:
    return f"st.checkbox({it.label!r}, {it.default!r}, key='w{number}')"


def _counted(number: int, it: Any) -> str:
    value = int(it.default) if it.HasField("default") else None
    return f"st.number_input({it.label!r}, value={value!r}, step=1, key='w{number}')"


def _dated(number: int, it: Any) -> str:
    value = next(iter(it.default), None)
    return f"st.date_input({it.label!r}, {value and value.replace('/', '-')!r}, key='w{number}')"


def _pressed(number: int, it: Any) -> str:
    return f"st.button({it.label!r}, key='w{number}')"


def _fetched(number: int, it: Any) -> str:
    return f"st.download_button({it.label!r}, b'', key='w{number}')"


def _uploaded(number: int, it: Any) -> str:
    return f"st.file_uploader({it.label!r}, key='w{number}')"


DRAWN: Mapping[str, Callable[[int, Any], str]] = {
    "text_input": _typed("text_input"),
    "text_area": _typed("text_area"),
    "radio": _chosen("radio"),
    "selectbox": _chosen("selectbox"),
    "multiselect": _several,
    "checkbox": _ticked,
    "number_input": _counted,
    "date_input": _dated,
    "button": _pressed,
    "download_button": _fetched,
    "file_uploader": _uploaded,
}
