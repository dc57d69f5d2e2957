"""Who is coming, what they need and how they hear about it."""

from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("audience")
ask("audience")
way_on(here)
