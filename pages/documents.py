"""What people take away: each document with its preview and its download."""

from pages.shared import all_advice, downloads
from pages.shared.frame import frame, way_on

here = frame("documents")
all_advice.clashes()
downloads.all_documents()
way_on(here, goes_on=False)
