"""What people take away: each document with its preview and its download."""

from pages.shared import downloads
from pages.shared.frame import frame, way_on

here = frame("documents")
downloads.all_documents()
way_on(here, goes_on=False)
