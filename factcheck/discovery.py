"""Find the one-file plug points (checks, relations, readers, formats) by walking their folder."""

import importlib
import pkgutil
from types import ModuleType


def modules_in(package: ModuleType, prefix: str = "") -> list[ModuleType]:
    """Import a package's modules in name order; `prefix` keeps those that begin with it."""
    found = pkgutil.iter_modules(package.__path__)
    names = sorted(info.name for info in found if info.name.startswith(prefix))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]
