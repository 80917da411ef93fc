"""The garbage collector and long texts."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LONG = 200_000


@contextmanager
def collecting_later(characters: int) -> Iterator[None]:
    """Let the collector rest while the records of a long text are made.

    There are millions of them and no cycles among them: it would walk over all again and again, the
    longer the text the oftener, and find nothing.
    """
    if characters < LONG or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
