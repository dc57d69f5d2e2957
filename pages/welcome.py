"""How people are met, fed and made to feel that they belong."""

from pages.shared.frame import frame, way_on
from pages.shared.questions import ask

here = frame("welcome")
ask("welcome")
way_on(here)
