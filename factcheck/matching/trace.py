"""How a row came to be held against a claim: its points, and the gates it passed and failed.

reference.md gives a candidate up to 100 points: entity 35, metric 35, qualifiers 15, period 10,
unit 5. How near the values are has no part in it.
"""

from factcheck.claims import Article
from factcheck.matching.rows import Candidate
from factcheck.model import Claim
from factcheck.reference.rows import Figure

METRIC, QUALIFIERS, PERIOD, UNIT = 35, 15, 10, 5
ENTITY = 35
NO_TIME_SAID = 2
# In the order in which they are tried; a failed one hides those behind it.
GATES = (
    "gate_several_figures",
    "gate_hypothetical",
    "gate_no_total",
    "gate_rounded",
    "gate_understated",
    "gate_moving",
    "gate_other_quantity",
    "gate_other_count",
    "table_stale",
    "gate_coming",
    "gate_other_time",
)


def points(claim: Claim, candidate: Candidate) -> dict[str, int]:
    """Part -> points; their sum is the score."""
    return {
        "entity": candidate.bond.points if candidate.bond else ENTITY,
        "metric": METRIC,
        "qualifiers": QUALIFIERS,
        "period": PERIOD if claim.period is not None else PERIOD - NO_TIME_SAID,
        "unit": UNIT,
    }


def traced(
    article: Article, claim: Claim, candidate: Candidate, row: Figure, failed: str | None
) -> str:
    """One line: the row, its points and what they are made of, the gates passed and the one failed.

    `failed` is the message key of a gate, None if none forbade the verdict.
    """
    wording = article.wording
    names = wording.lexicon.data["report"]["gates"]
    parts = points(claim, candidate)
    told = ", ".join(f"{wording.label(f'part_{name}')} {value}" for name, value in parts.items())
    passed = GATES[: GATES.index(failed)] if failed in GATES else GATES
    line = wording.label(
        "trace", row=row.row, points=sum(parts.values()), parts=told,
        passed=", ".join(names[gate] for gate in passed) or "-",
    )  # fmt: skip
    if failed in GATES:
        line += "; " + wording.label("trace_failed", gate=names[failed])
    return line
