"""Every question with its answer, and a way to change each."""

from pages.shared import all_advice, answers_so_far
from pages.shared.frame import frame, way_on

here = frame("check")
all_advice.clashes()
answers_so_far.every_answer()
way_on(here)
