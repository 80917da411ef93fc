"""The command of the modules that write tables of rates: one argument, the folder."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError


def run_writer(
    module: str, write: Callable[[Path], Sequence[Path]], arguments: Sequence[str]
) -> int:
    """Write the files of all years into the folder named; 0, or 2 with a sentence."""
    if len(arguments) != 1:
        print(f"usage: python -m {module} FOLDER", file=sys.stderr)
        return 2
    try:
        written = write(Path(arguments[0]))
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return 2
    print(f"{len(written)} files, {written[0].name} to {written[-1].name}")
    return 0
