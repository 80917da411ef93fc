"""Reported speech where the subject stands before its verb: "X said that ...", "..., X said".

Only behind what was said may the verb come first (", said X"). What is told to somebody, when and
where, stands between the verb and what was said.
"""

from collections.abc import Iterator

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.said import Part, Said, around, mode_of, trimmed
from factcheck.extract.speech.subject_first_before import content_before, quoted_or_all, resumed
from factcheck.extract.speech.subject_first_contents import content_behind
from factcheck.extract.speech.subject_first_nouns import noun_that
from factcheck.extract.speech.subject_first_sources import (
    apposed,
    apposition_before,
    auxiliaries_from,
    first_subject,
    has_verb,
    named_behind,
    subject_of,
)
from factcheck.extract.speech.words import (
    ACCORDING,
    ADDING,
    CAREFUL,
    FINITE,
    HEARSAY_WORD,
    NOUN,
    PARTICIPLE,
    SPLIT,
)
from factcheck.record import record

HYPHENS = frozenset("-‑")


@record
class Verb:
    """A verb of saying: its token, one past it, where its auxiliaries begin, and its segment."""

    index: int
    after: int
    before: int
    kind: int
    segment: Segment


def said_in(unit: Unit) -> Iterator[Said]:
    """What the verbs and phrases of a unit attribute."""
    last: Part | None = None
    for index in unit.cues:
        kind = unit.kind(index)
        said: Said | None = None
        if kind & ACCORDING:
            said = _according(unit, index)
        elif kind & HEARSAY_WORD:
            said = _hearsay(unit, index)
        elif kind & ADDING and not kind & FINITE:
            said = _adding(unit, index, last)
        elif kind & (FINITE | PARTICIPLE | SPLIT):
            said = _verb(unit, index, last)
        if said is None and kind & NOUN:
            said = noun_that(unit, index)
        if said is not None:
            last = said.source or last
            yield said


def _according(unit: Unit, index: int) -> Said | None:
    """As in "According to X, ...", "..., according to X"."""
    if unit.tokens.lower(index + 1) != unit.speech.data["to"]:
        return None
    segment = unit.segments[unit.number_of(index)]
    last = min(segment.last, unit.end)
    source = trimmed(unit, index + 2, last)
    parts = around(unit, (index, last), unit.first, unit.end)
    if source is None or not parts:
        return None
    return Said(parts, source, (index, index + 2), mode_of(unit, parts))


def _hearsay(unit: Unit, index: int) -> Said | None:
    parts = around(unit, (index, index + 1), unit.first, unit.end)
    return Said(parts, None, (index, index + 1), "hearsay") if parts else None


def _adding(unit: Unit, index: int, last: Part | None) -> Said | None:
    """As in ", adding that ...": the speaker is the one before."""
    segment = unit.segments[unit.number_of(index)]
    joined = unit.tokens.lower(index - 1) in unit.speech.words("conjunctions")
    source = last or first_subject(unit, index)
    if source is None or not (segment.first == index or joined):
        return None
    right = content_behind(unit, index, index + 1, unit.kind(index), segment)
    return Said(right, source, (index, index + 1), mode_of(unit, right)) if right else None


def _verb(unit: Unit, index: int, last: Part | None) -> Said | None:
    kind, lowers, speech = unit.kind(index), unit.tokens.lowers, unit.speech
    after = index + 1
    if kind & SPLIT and not kind & FINITE:
        if unit.tokens.lower(after) not in speech.particles[lowers[index]]:
            return None
        after += 1
    segment = unit.segments[unit.number_of(index)]
    verb = Verb(index, after, auxiliaries_from(unit, index, segment.first), kind, segment)
    helpers = lowers[verb.before : index]
    if any(word in speech.words("passive") for word in helpers):
        return _passive(unit, verb)
    if unit.tokens.lower(index - 1) in speech.words("comparing"):
        return None
    if unit.tokens.lower(index - 1) == speech.data["to"] or _noun(unit, verb):
        return None
    if any(word in speech.words("modals") for word in helpers):
        return None
    compound = unit.tokens.words[index - 1] in HYPHENS and unit.tokens.glued(index)
    if compound or any(word in speech.words("denials") for word in helpers):
        return None  # "so-called", "has not said"
    quoted = any(q.last == verb.before - 1 for q in unit.quotations)
    if verb.before == segment.first or quoted:
        return _verb_first(unit, verb, quoted=quoted)
    if lowers[verb.before - 1] in speech.words("conjunctions"):
        return _saying(unit, verb, last or first_subject(unit, verb.before))
    return _saying(unit, verb, subject_of(unit, segment, verb.before))


def _noun(unit: Unit, verb: Verb) -> bool:
    """Is "demand", "orders", "report" a noun at its place?"""
    speech, tokens = unit.speech, unit.tokens
    if tokens.lowers[verb.index] not in speech.words("noun_like") or verb.before < verb.index:
        return False
    before, after = tokens.lower(verb.index - 1), tokens.lower(verb.index + 1)
    if before in speech.words("pronouns"):
        return False
    if before[:1].isdecimal() or after in speech.words("soon"):
        return True
    told = unit.kind(verb.index - 1) & (FINITE | PARTICIPLE | ADDING) or before in {"s", "'", "’"}
    if told:
        return True
    opens = (
        after in speech.words("that")
        or after in speech.words("determiners")
        or after in speech.words("pronouns")
        or (after == speech.data["to"] and tokens.lowers[verb.index] in speech.words("infinitives"))
    )
    small = before in speech.words("prepositions") or before in speech.words("determiners")
    return small or not opens


def _verb_first(unit: Unit, verb: Verb, *, quoted: bool) -> Said | None:
    """As in "..., said X", or a subject with an apposition: "X, the owner, said ..."."""
    segment = verb.segment
    end = min(segment.last, unit.end)
    left = trimmed(unit, unit.first, verb.before if quoted else segment.first)
    quotes = [q for q in unit.quotations if q.last < verb.index]
    near = bool(quotes) and quotes[-1].last >= verb.before - 3
    plain = verb.before == verb.index or quoted
    if left is not None and plain and (segment.first > unit.first or quoted):
        rest = resumed(unit, verb.index) if quotes else _rest_of_short(unit, end)
        clause = has_verb(unit, left) and not verb.kind & CAREFUL
        sound = near or rest is not None or clause
        if sound and named_behind(unit, verb.after, end):
            source = apposed(unit, verb.after, end)
            parts = quoted_or_all(unit, left, quotes)
            parts = (*parts, rest) if rest else parts
            return Said(parts, source, (verb.index, verb.after), mode_of(unit, parts))
    number = unit.number_of(segment.first)
    return _saying(unit, verb, apposition_before(unit, number)) if number else None


def _rest_of_short(unit: Unit, end: int) -> Part | None:
    """As in "The truce, said the mediators, would last": the verb behind the cue."""
    verbs = unit.speech.words("verbs_of_clauses")
    comma = end + 1 < unit.end and unit.tokens.words[end] == ","
    if comma and unit.tokens.lowers[end + 1] in verbs:
        return end + 1, unit.end
    return None


def _saying(unit: Unit, verb: Verb, source: Part | None) -> Said | None:
    """Behind the subject and its verb, or, where nothing is said behind, before them."""
    if source is None:
        return None
    cue = (verb.index, verb.after)
    parts = content_before(unit, verb.after, verb.segment, source)
    known = unit.tokens.lowers[verb.index] in unit.speech.words("bare_careful")
    if parts and verb.kind & CAREFUL and not known and mode_of(unit, parts) == "indirect":
        parts = None
    if parts is None:
        parts = content_behind(unit, verb.index, verb.after, verb.kind, verb.segment)
    if parts:
        parts = _in_relative(unit, verb, parts)
    return Said(parts, source, cue, mode_of(unit, parts)) if parts else None


def _in_relative(unit: Unit, verb: Verb, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """As in "X, who said prices had risen, | left": the main clause goes on behind the comma."""
    lowers, speech = unit.tokens.lowers, unit.speech
    if verb.segment.sign != "," or lowers[verb.segment.first] not in speech.words("relative"):
        return parts
    for segment in unit.segments:
        opens = lowers[segment.first]
        goes_on = opens in speech.clause_verbs or unit.kind(segment.first) & FINITE
        if (
            segment.first > parts[0][0]
            and segment.sign == ","
            and (goes_on or opens.endswith(speech.past_ends))
        ):
            return tuple((a, min(b, segment.first - 1)) for a, b in parts if a < segment.first - 1)
    return parts


def _passive(unit: Unit, verb: Verb) -> Said | None:
    """As in "is said to be in talks": hearsay; "was quoted as saying": the subject's words."""
    lower, speech, segment = unit.tokens.lowers[verb.index], unit.speech, verb.segment
    if lower in speech.words("quoted"):
        number = unit.number_of(segment.first)
        first = verb.before == segment.first and number > 0
        source = (
            apposition_before(unit, number) if first else subject_of(unit, segment, verb.before)
        )
        saying, parts = verb.after + 1, None
        if unit.tokens.lower(verb.after) in speech.words("comparing") and saying < unit.end:
            parts = content_behind(unit, saying, saying + 1, unit.kind(saying), segment)
        if source and not parts:
            parts = content_before(unit, verb.after, segment, source)
        cue = (verb.index, verb.after)
        return Said(parts, source, cue, mode_of(unit, parts)) if parts else None
    if lower not in speech.words("hearsay_passives"):
        return None
    if unit.tokens.lower(verb.after) != speech.data["to"]:
        return None
    part = trimmed(unit, segment.first, min(segment.last, unit.end))
    return Said((part,), None, (verb.before, verb.after), "hearsay") if part else None
