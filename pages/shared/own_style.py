"""Somebody's own look for the Word files: the file that they choose, kept in this session and nowhere else."""

import streamlit as st

from planner.documents.own_style import MOST_BYTES, CannotUse, OwnStyle
from planner.documents.own_style import own_style as own_style_of

HELD = "own_style"


def own_style() -> OwnStyle | None:
    """Ask for a Word file of their own, and give its look where it can be used; nothing while there is none."""
    with st.container(key="row-own-style", gap="small"):
        st.markdown("## Your own look", anchors=False)
        st.markdown(
            "Do you have letters of your own? Choose one, as a Word file (.docx). "
            "Then our Word files get its fonts, colours, header and footer. "
            "We read only its look, and keep it until you close this page. It is saved nowhere."
        )
        chosen = st.file_uploader(
            "Word file with your own look",
            type=["docx"],
            key="own-style-file",
            max_upload_size=MOST_BYTES // 1024 // 1024,
        )
        if chosen is None:
            st.session_state.pop(HELD, None)
            return None
        try:
            style = _looked_at(chosen.file_id, chosen.getvalue())
        except CannotUse as error:
            st.session_state.pop(HELD, None)
            st.error(str(error))
            return None
        st.markdown("**Your own look is used.** Take the file out above to go back to ours.")
        return style


def _looked_at(file: str, data: bytes) -> OwnStyle:
    """The look of a file, taken apart once and not at every press of a button."""
    held = st.session_state.get(HELD)
    if isinstance(held, tuple) and held[0] == file and isinstance(held[1], OwnStyle):
        return held[1]
    style = own_style_of(data)
    st.session_state[HELD] = (file, style)
    return style
