"""Find the one-file plug points (checks, relations, readers, formats) by walking their folder."""

import importlib
import pkgutil
from types import ModuleType


def modules_in(package: ModuleType, prefix: str = "") -> list[ModuleType]:
    """Import a package's modules, those of its folders too, in the order of their own names.

    `prefix` keeps those whose name begins with it.
    """
    found: list[ModuleType] = []
    for info in pkgutil.iter_modules(package.__path__):
        if info.ispkg:
            found += modules_in(importlib.import_module(f"{package.__name__}.{info.name}"), prefix)
        elif info.name.startswith(prefix):
            found.append(importlib.import_module(f"{package.__name__}.{info.name}"))
    return sorted(found, key=lambda module: module.__name__.rpartition(".")[2])
