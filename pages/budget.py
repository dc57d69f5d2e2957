"""The money, and what everything costs."""

from pages.shared import summaries
from pages.shared.frame import frame, way_on
from pages.shared.own_prices import own_prices
from pages.shared.questions import ask

here = frame("budget")
ask("budget")
summaries.budget()
own_prices()
way_on(here)
