"""What is put in place, and what follows from it."""

from pages.shared import summaries
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("access")
ask("access", beside={"access.provisions": summaries.in_all})
way_on(here)
