"""The day, the hours and the breaks."""

from pages.shared import summaries
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("timing")
ask("timing", beside={"timing.day": summaries.two_dates})
way_on(here)
