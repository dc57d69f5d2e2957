"""The place: in a room, online, or both."""

from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("venue")
ask("venue")
way_on(here)
