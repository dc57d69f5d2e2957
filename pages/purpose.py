"""What the workshop is for and what can still change."""

from pages.shared import wording
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("purpose")
ask("purpose")
wording.local_words()
way_on(here)
