"""How people hear what happened with what they said."""

from pages.shared import summaries
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("follow_up")
ask("follow_up")
summaries.promises()
way_on(here)
