"""The day, the hours and the breaks."""

from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("timing")
ask("timing")
way_on(here)
