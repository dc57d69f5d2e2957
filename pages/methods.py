"""What people do together, and the agenda that comes of it."""

from pages.shared import summaries
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("methods")
ask("methods", beside={"methods.activities": summaries.agenda})
way_on(here)
