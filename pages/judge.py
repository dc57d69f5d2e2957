"""What our advice rests on: every rule, and every fact with its dates."""

from pages.shared import how_we_judge
from pages.shared.frame import frame, way_on

here = frame("judge")
how_we_judge.rules()
how_we_judge.facts()
way_on(here, goes_on=False)
