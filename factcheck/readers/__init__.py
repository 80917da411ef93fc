"""One file a format: turn a file into text and blocks.

A reader has `SUFFIXES` (with the dot, "" for no suffix), `read(path)` and `blocks_of(text)`.
"""

import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from factcheck import discovery
from factcheck.errors import FactcheckError
from factcheck.model import Block
from factcheck.readers import text as plain


@lru_cache(maxsize=1)
def _by_suffix() -> dict[str, ModuleType]:
    modules = discovery.modules_in(sys.modules[__name__])
    return {suffix: module for module in modules for suffix in module.SUFFIXES}


def read(path: Path) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks of a file; FactcheckError says what to do if it cannot be read."""
    if path.is_dir():
        raise FactcheckError(f"{path} is a folder; name the article's file")
    reader = _by_suffix().get(path.suffix.lower(), plain)
    try:
        text = reader.read(path)
    except FileNotFoundError as error:
        raise FactcheckError(f"there is no file {path}; check the name") from error
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read ({error.strerror}); check the file") from error
    return text, reader.blocks_of(text)
