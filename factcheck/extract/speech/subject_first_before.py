"""What is said before a verb of saying, where the subject stands first: "..., X said"."""

from collections.abc import Sequence

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.quotations import Quotation
from factcheck.extract.speech.said import Part, around, counts_on, trimmed
from factcheck.extract.speech.subject_first_sources import has_verb
from factcheck.extract.speech.words import ADDING, AS, FINITE


def quoted_or_all(unit: Unit, left: Part, quotes: Sequence[Quotation]) -> tuple[Part, ...]:
    """The quotation before the cue alone, or all that stands there."""
    if quotes and quotes[-1].last >= left[1] - 2 and quotes[-1].last - quotes[-1].first > 1:
        before = range(left[0], quotes[-1].first)
        bare = [at for at in before if not unit.inside(at) and unit.tokens.words[at][0].isalnum()]
        if not bare:
            return ((quotes[0].first, quotes[-1].last + 1),)
        if any(unit.tokens.words[at] in ":;" for at in before):
            return ((quotes[-1].first, quotes[-1].last + 1),)
    return (left,)


def resumed(unit: Unit, index: int) -> Part | None:
    """As in "“A,” X said, “B”": the quotation goes on behind the cue."""
    later = [q for q in unit.quotations if q.first > index]
    return (later[0].first, later[-1].last + 1) if later else None


def content_before(
    unit: Unit, after: int, segment: Segment, source: Part
) -> tuple[Part, ...] | None:
    """What stands before ", X said on Monday"."""
    end = min(segment.last, unit.end)
    if unit.kind(segment.first) & AS and after >= end:
        return around(unit, (segment.first, segment.last), unit.first, unit.end) or None
    quotes = [q for q in unit.quotations if q.last < source[0]]
    begins = source[0]
    if begins == unit.first:
        return None
    if quotes and quotes[-1].last >= begins - 2:
        if after < end and unit.tokens.lowers[after] in unit.speech.words("that"):
            return None
        left = trimmed(unit, unit.first, begins) or (unit.first, begins)
        rest = resumed(unit, after - 1)
        parts = quoted_or_all(unit, left, quotes)
        return (*parts, rest) if rest else parts
    return _clause_before(unit, after, end, begins)


def _clause_before(unit: Unit, after: int, end: int, begins: int) -> tuple[Part, ...] | None:
    later = any(after <= q.first <= end + 1 for q in unit.quotations)
    if later or (after < end and not _only_when(unit, after, end)):
        return None
    left = trimmed(unit, unit.first, begins)
    cut = unit.tokens.words[begins - 1] in ",–—-"
    rest = trimmed(unit, end, unit.end) if end < unit.end else None
    if left is None or not cut:
        return None
    inserted = rest is not None and unit.tokens.lowers[rest[0]] in unit.speech.clause_verbs
    if rest is not None and _resumes(unit, after, end, begins, rest) and not has_verb(unit, left):
        return left, rest
    if not (inserted or has_verb(unit, left)):
        return None
    return (left, rest) if rest and _goes_on(unit, end, rest) else (left,)


def _resumes(unit: Unit, after: int, end: int, begins: int, rest: Part) -> bool:
    """As in "Of the 40 patients, she said, 12 had died": nothing is said between the commas.

    Not "However, he vowed to fight back, saying: ...".
    """
    adding = unit.kind(rest[0]) & ADDING or unit.kind(begins)
    alone = after >= end and unit.tokens.words[end] == "," and not adding
    return alone and has_verb(unit, rest)


def _goes_on(unit: Unit, end: int, rest: Part) -> bool:
    """As in "..., she said, and would stay there": the clause before goes on."""
    opens = unit.tokens.lowers[rest[0]]
    joined = opens in unit.speech.words("conjunctions") or opens in unit.speech.words(
        "verbs_of_clauses"
    )
    cues = any(unit.kind(at) & (FINITE | ADDING) for at in range(*rest))
    goes_on = joined or counts_on(unit, rest[0])
    return unit.tokens.words[end] == "," and goes_on and not cues


def _only_when(unit: Unit, first: int, end: int) -> bool:
    """Only to whom, when and where something was said: "on Monday", "in a statement"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if lowers[first] in speech.words("that"):
        return False
    told = lowers[first - 1] in speech.words("telling")
    when = lowers[first] in speech.words("prepositions") or lowers[first] in speech.words("openers")
    verbs = any(lowers[at] in speech.words("verbs_of_clauses") for at in range(first, end))
    return (told or when) and not verbs
