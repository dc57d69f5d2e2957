"""One module for each thing the guide asks us to look after; importing this registers them all."""

from importlib import import_module
from pkgutil import iter_modules

MODULES = tuple(sorted(found.name for found in iter_modules(__path__)))
for _name in MODULES:
    import_module(f"{__name__}.{_name}")
