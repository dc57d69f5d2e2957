"""What Doing With is, what happens to answers, and how far it goes."""

import streamlit as st

from pages.shared.frame import frame, source_link
from pages.shared.steps import page
from planner.catalogue import catalogue

here = frame("about")
st.markdown(
    """
Doing With helps you plan a workshop **with** disabled people. You answer plain questions.
It says who would be shut out and what to do about it. Then it writes your plan and your checklist.

## Your answers

Your answers are kept on this device, in this browser, so that you can close the page and come back.
The server holds them in its memory only while the page is open. We have no accounts and no tracking.
A browser can be told to forget, so download your plan from **Documents**, too.
On a shared computer, use **Forget this plan on this device** on the first page when you have finished.

The planner counts people. It never asks for names or health conditions. Please do not type them.

## How sure is the advice?

Each piece of advice says why, who says so and how sure we are.
Some figures come from the law, some from people who publish guides, some are our own judgement.
We say which. It is information, not legal advice or advice on one person's benefits.
"""
)
st.page_link(page("privacy").file, label="Privacy: what is kept where, and for how long")
st.page_link(page("judge").file, label="How we judge: every rule and every fact")
st.markdown(
    """
## Where it comes from

It grew from a short guide:
"""
)
st.markdown(f"- {source_link('co_produce_well', catalogue())}")
