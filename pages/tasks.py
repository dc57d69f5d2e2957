"""What to do and by when, what comes first, and who does it."""

from pages.shared import things_to_do
from pages.shared.frame import frame, way_on

here = frame("tasks")
things_to_do.all_of_them()
way_on(here)
