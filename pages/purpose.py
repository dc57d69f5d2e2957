"""What the workshop is for and what can still change."""

from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("purpose")
ask("purpose")
way_on(here)
