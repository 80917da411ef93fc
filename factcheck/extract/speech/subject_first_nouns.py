"""What a noun announces where the subject stands first: "his claim that", "a warning by X that"."""

from factcheck.extract.speech.clauses import Unit
from factcheck.extract.speech.said import Part, Said, mode_of, trimmed
from factcheck.extract.speech.subject_first_contents import until
from factcheck.extract.speech.words import FINITE, PARTICIPLE

LONGEST_OWNER = 8
DESCRIBED = 3
APOSTROPHES = frozenset("'’")


def noun_that(unit: Unit, index: int) -> Said | None:
    """A noun of saying with its owner and a clause of "that"; a claim of nobody is left alone."""
    speech, lowers = unit.speech, unit.tokens.lowers
    that = speech.words("that") - speech.words("whether")
    opens, source = index + 1, _owner(unit, index)
    if source is None and unit.tokens.lower(opens) in speech.words("by"):
        reach = range(opens + 1, min(opens + LONGEST_OWNER, unit.end))
        opens = next((at for at in reach if lowers[at] in that), unit.end)
        source = trimmed(unit, index + 2, opens)
    if source is None or opens >= unit.end or lowers[opens] not in that:
        return None
    if not _verb_before(unit, index):
        return None
    parts = until(unit, opens)
    return Said(parts, source, (index, index + 1), mode_of(unit, parts))


def _verb_before(unit: Unit, index: int) -> bool:
    """An object, of which the clause ends the sentence; behind a subject its verb would follow."""
    segment = unit.segments[unit.number_of(index)]
    lowers, speech = unit.tokens.lowers, unit.speech
    return any(
        unit.kind(at) & (FINITE | PARTICIPLE)
        or lowers[at] in speech.clause_verbs
        or lowers[at].endswith(speech.past_ends)
        for at in range(segment.first, index)
    )


def _owner(unit: Unit, index: int) -> Part | None:
    """As in "his | earlier claim", "the new mayor's | claim"."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    for at in range(index - 1, max(index - DESCRIBED, unit.first) - 1, -1):
        if lowers[at] in speech.words("possessives"):
            return at, at + 1
        if words[at] in APOSTROPHES or (lowers[at] == "s" and words[at - 1] in APOSTROPHES):
            last = at if words[at] in APOSTROPHES else at - 1
            return _named(unit, last)
        if not words[at].islower() or lowers[at] in speech.small_words or unit.kind(at):
            return None
    return None


def _named(unit: Unit, last: int) -> Part | None:
    """The name or phrase that ends before an apostrophe."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    first = last
    while first > unit.first and words[first - 1][0].isupper() and not unit.inside(first - 1):
        first -= 1
    while first > unit.first and last - first < LONGEST_OWNER and words[first - 1].islower():
        if lowers[first - 1] in speech.words("determiners"):
            first -= 1
            break
        if lowers[first - 1] in speech.small_words or unit.kind(first - 1):
            break
        first -= 1
    return trimmed(unit, first, last)
