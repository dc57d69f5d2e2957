"""Who plans and decides, and what happens when it goes wrong."""

from pages.shared import standing
from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("together")
ask("together")
standing.where_it_stands()
way_on(here)
