"""What a sentence says of a table, in the table's own terms."""

from dataclasses import dataclass
from typing import Final

from factcheck.model import Claim
from factcheck.statements.operations import Condition
from factcheck.statements.slices import Slice

SEVERAL: Final = "gate_statement_several"
TIME: Final = "gate_statement_time"
ROWS: Final = "gate_statement_rows"
WORD: Final = "gate_statement_word"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of the table.

    `figure` is the claim judged, None where words alone say it; `slices` are what the operation
    takes, `others` the same seen otherwise, where the words allow it (the highest of all, or of
    all years). `sign` is > or < where the words tell a direction, `rank` the place claimed;
    `dated` tells that the words say which time is meant, or that there is only one,
    `scoped` that they say whose values are meant: a table may hold some of all that there are.
    """

    operation: str
    slices: tuple[Slice, ...] = ()
    figure: Claim | None = None
    condition: Condition | None = None
    sign: str = ""
    rank: int = 1
    others: tuple[Slice, ...] = ()
    gate: str | None = None
    word: str = ""
    count: int = 0
    dated: bool = True
    scoped: bool = True
