"""What every visitor needs is loaded once for all of them, and Python is told that it stays."""

import gc
from functools import cache

from planner.catalogue import catalogue


@cache
def once_for_everybody() -> None:
    """Read the catalogue, and take what is loaded now out of every later search for rubbish.

    The search would go through all modules and the whole catalogue each time, and take longer than the page.
    """
    catalogue()
    gc.collect()
    gc.freeze()
