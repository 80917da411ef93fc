"""The formats of a report: one file to_*.py each, found by walking this folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import factcheck.report as folder
from factcheck.discovery import modules_in
from factcheck.errors import FactcheckError
from factcheck.report.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look where its format leaves a choice; `width` is in columns."""

    verbose: bool = False
    color: bool = False
    width: int = 100


class Format(Protocol):
    """What a file to_*.py must have: its name for the user, and the one function."""

    FORMAT: str

    def render(self, reports: Sequence[Outcome], look: Look, /) -> str:
        """The reports as one text that ends with a line break."""


def formats() -> dict[str, Format]:
    """The formats by name."""
    modules = [cast(Format, module) for module in modules_in(folder, "to_")]
    return {module.FORMAT: module for module in modules}


def render(reports: Sequence[Outcome], name: str, look: Look) -> str:
    """Several reports as one text; FactcheckError for the name of a format that is none."""
    known = formats()
    if name not in known:
        raise FactcheckError(f'format "{name}" is not known; choose one of {", ".join(known)}')
    return known[name].render(reports, look)
