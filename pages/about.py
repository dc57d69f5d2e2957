"""What Doing With is, what you need, what happens to answers, where to read on and whom to ask."""

import streamlit as st

from pages.shared.frame import frame, source_link
from pages.shared.steps import page
from planner.catalogue import catalogue

READ_ON = (
    "think_local_co_production_ladder",
    "nsun_4pi_involvement_standards",
    "scie_making_events_accessible_2",
    "inklusion_guide_access_provision_all",
    "photosymbols_easy_read_standard",
    "little_cog_accessible_online_meeting",
)

here = frame("about")
st.markdown(
    """
Doing With helps you plan a workshop **with** disabled people. You answer plain questions.
It says who would be shut out and what to do about it. Then it writes your plan and your checklist.

## What you need

A quick plan takes about a quarter of an hour, a full plan most of an hour. You can stop and go on at any time.
Have a day in mind, a rough number of people and a rough sum of money. Where you do not know, say **Not sure yet**:
it becomes something to do. Best of all, sit down with a disabled person and answer together.

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
""",
    anchors=False,
)
st.page_link(page("privacy").file, label="Privacy: what is kept where, and for how long")
st.page_link(page("judge").file, label="How we judge: every rule and every fact")
st.markdown("## Where it comes from, and where to read on", anchors=False)
st.markdown(
    f"It grew from a short guide: {source_link('co_produce_well', catalogue())}. "
    "These are good to read next:\n\n" + "\n".join(f"- {source_link(key, catalogue())}" for key in READ_ON)
)
st.markdown(
    """
## Whom to ask

This planner is run by whoever gave you its address. Ask them about the planner itself.
Ask a Disabled People's Organisation near you about access. They know the place and the people, so pay them.
If something on these pages shuts you out, the accessibility statement says what we know and whom to tell.
""",
    anchors=False,
)
st.page_link(page("accessibility").file, label="Accessibility statement")
