"""Starts here: takes in what people just answered, then shows the page they are on."""

from pages.shared import autosave, discreet_log, in_turn, left_behind, loaded, mishap, store
from pages.shared.frame import foot
from pages.shared.steps import navigation

with in_turn.one_page():
    discreet_log.keep_answers_out()
    loaded.once_for_everybody()
    with mishap.told_kindly("answers"):
        store.take_in_answers()
    here = navigation()
    store.app_has_run()
    autosave.keep_on_this_device()
    with mishap.told_kindly("page"):
        here.run()
        foot()
    store.put_down()
    left_behind.let_go(here.url_path)
