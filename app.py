"""Starts here: takes in what people just answered, then shows the page they are on."""

from pages.shared import autosave, store
from pages.shared.frame import foot
from pages.shared.steps import navigation

store.take_in_answers()
here = navigation()
store.app_has_run()
autosave.keep_on_this_device()
here.run()
foot()
