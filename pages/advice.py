"""All advice about the plan, who would be shut out first."""

import streamlit as st

from pages.shared import store
from pages.shared.frame import advice_box, frame, way_on
from pages.shared.steps import page, title_of

here = frame("advice")
pack = store.pack()
if not pack.advice:
    st.markdown("Nothing to say so far. Advice appears here, and beside your answers, as you go.")
for number, one in enumerate(pack.advice):
    advice_box(one, pack.facts, f"all-{number}")
    step = one.about.split(".")[0]
    st.page_link(page(step).file, label=f"Go to {title_of(step)}")
way_on(here)
