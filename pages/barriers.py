"""Who could be shut out, and where along the way."""

from pages.shared import barrier_table
from pages.shared.frame import frame, way_on

here = frame("barriers")
barrier_table.barriers()
way_on(here)
