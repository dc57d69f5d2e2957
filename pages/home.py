"""The way in: start, go on, open a saved plan or an example, and see what is done."""

from pages.shared import start
from pages.shared.frame import frame

frame("home")
start.plan_or_welcome()
