"""What is kept where, for how long, and what to do with what people tell the organiser about access."""

from pages.shared import what_is_kept
from pages.shared.frame import frame

frame("privacy")
what_is_kept.here()
what_is_kept.with_you()
