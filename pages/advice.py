"""All advice about the plan, who would be shut out first."""

from pages.shared import all_advice
from pages.shared.frame import frame, way_on

here = frame("advice")
all_advice.by_weight()
way_on(here)
