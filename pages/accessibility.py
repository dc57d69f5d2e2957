"""What works for whom, how we know, and what does not work yet."""

import streamlit as st

from pages.shared.frame import STATIC, frame, way_on

STATEMENT = STATIC.parent / "docs" / "accessibility-statement.md"

here = frame("accessibility")
st.markdown(
    STATEMENT.read_text(encoding="utf-8").partition("\n")[2], anchors=False
)  # the frame has its title
way_on(here, goes_on=False)
