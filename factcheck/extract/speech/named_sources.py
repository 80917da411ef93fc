"""Sources in a phrase of their own: "laut X", "X zufolge", "nach Angaben von X", ", so X"."""

from collections.abc import Iterator

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, Said, around, mode_of, trimmed
from factcheck.extract.speech.verb_like import verb_like
from factcheck.extract.speech.verb_second_contents import INDIRECT
from factcheck.extract.speech.words import (
    ACCORDING,
    AFTER,
    BEHIND,
    CONTINUING,
    POINTING,
    SO,
)

DESCRIBED = 5
LONGEST_BEFORE = 14


def said_in_phrases(unit: Unit) -> Iterator[Said]:
    """What the phrases of a unit attribute, in its order."""
    phrases = Phrases(unit)
    for index in unit.cues:
        said = _said(unit, index, phrases)
        if said is not None:
            yield said


def _said(unit: Unit, index: int, phrases: Phrases) -> Said | None:
    kind = unit.kind(index)
    if kind & ACCORDING:
        return _before_source(unit, index, index + 1, phrases)
    if kind & BEHIND:
        return _behind(unit, index, phrases)
    if kind & AFTER:
        return _after(unit, index, phrases)
    if kind & SO:
        return _so(unit, index, phrases)
    if kind & POINTING:
        return _pointing(unit, index, phrases)
    if kind & CONTINUING and index == unit.first:
        part = trimmed(unit, index + 1, unit.end)
        loose = unit.tokens.lowers[index] in unit.speech.words("loosely_continuing")
        if part is None or (loose and not any(unit.kind(at) & INDIRECT for at in unit.cues)):
            return None
        return Said((part,), None, (index, index + 1), mode_of(unit, [part]), same=True)
    return None


def _before_source(unit: Unit, index: int, noun: int, phrases: Phrases) -> Said | None:
    """As in "Laut X ...", "..., laut X, ..."; the phrase begins at `noun` at the latest."""
    after = phrases.end(index + 1, unit.end)
    if after is None or after <= noun:
        after = phrases.end(noun, unit.end)
    if after is None:
        return None
    source = (index + 1, phrases.with_apposition(after, unit.end))
    return _rest(unit, (index, source[1]), source, (index, index + 1))


def _after(unit: Unit, index: int, phrases: Phrases) -> Said | None:
    """As in "Nach Angaben der Polizei ...", or behind: "seiner Meinung nach"."""
    lowers, speech = unit.tokens.lowers, unit.speech
    if index > unit.first and _source_noun(unit, index - 1):
        first = index - 1
        while first > unit.first and (
            lowers[first - 1] in speech.words("determiners") or speech.adjective(lowers[first - 1])
        ):
            first -= 1
        return _rest(unit, (first, index + 1), (first, index), (index, index + 1))
    if unit.tokens.lower(index - 1) in speech.words("while_after"):
        return None
    for noun in range(index + 1, min(index + DESCRIBED, unit.end)):
        if _source_noun(unit, noun):
            if lowers[noun] in speech.words("owned_sources") and not _owned(unit, index, noun):
                return None
            return _before_source(unit, index, noun, phrases)
        if unit.tokens.words[noun][0].isupper() and noun > index + 1:
            return None
    return None


def _owned(unit: Unit, index: int, noun: int) -> bool:
    """As in "nach einem Urteil des Gerichts", not "nach langen Ermittlungen"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    first = index + 2 if lowers[index + 1] in speech.words("determiners") else index + 1
    if noun == index + 2 and first == index + 1 and unit.tokens.words[first][0].isupper():
        return True
    return noun == first and unit.tokens.lower(noun + 1) in speech.words("carrying")


def _source_noun(unit: Unit, at: int) -> bool:
    """As in "Angaben", "Expertenmeinung"."""
    lower = unit.tokens.lowers[at]
    return unit.tokens.words[at][0].isupper() and (
        lower in unit.speech.words("source_nouns") or lower.endswith(unit.speech.source_ends)
    )


def _behind(unit: Unit, index: int, phrases: Phrases) -> Said | None:
    """As in "Der Polizei zufolge ...", "..., Berichten zufolge, ..."."""
    words, lowers = unit.tokens.words, unit.tokens.lowers
    for first in range(max(unit.first, index - LONGEST_BEFORE), index):
        named = first > unit.first and words[first - 1][0].isupper()
        if not named and phrases.end(first, index) == index:
            if lowers[first] in unit.speech.words("prepositions"):
                continue
            return _rest(unit, (first, index + 1), (first, index), (index, index + 1))
    return None


def _so(unit: Unit, index: int, phrases: Phrases) -> Said | None:
    """As in "..., so X am Montag."; what stands before is the content.

    A clause with a verb of its own attributes nothing: "so ist es", "so gelingt der Plan".
    """
    lowers, words, speech = unit.tokens.lowers, unit.tokens.words, unit.speech
    segment = unit.segments[unit.number_of(index)]
    quoted = any(q.last == index - 1 for q in unit.quotations)
    if index == unit.first or not (segment.first == index or quoted):
        return None
    at = index + 1
    while at < segment.last and lowers[at] in speech.words("openers"):
        at += 1
    after = phrases.end(at, unit.end, subject=True)
    if after is None or at in phrases.openings or lowers[at] in speech.words("nobody"):
        return None
    if after < segment.last and words[after].islower() and lowers[after] not in speech.small_words:
        return None
    source = (at, phrases.with_apposition(after, unit.end))
    parts = _beside_so(unit, index, source, max(segment.last, source[1]))
    return Said(parts, source, (index, index + 1), mode_of(unit, parts)) if parts else None


def _beside_so(unit: Unit, index: int, source: Part, end: int) -> tuple[Part, ...]:
    before = trimmed(unit, unit.first, index)
    if before is None:
        return ()
    quotes = [q for q in unit.quotations if q.last < index]
    if quotes and quotes[-1].last >= before[1] - 1:
        first = quotes[-1].first
        if any(unit.tokens.words[at] == ":" for at in range(before[0], first)):
            before = (first, quotes[-1].last + 1)
    rest = trimmed(unit, end, unit.end) if end < unit.end else None
    later = any(q.first > source[1] for q in unit.quotations)
    goes_on = rest is not None and (later or unit.tokens.words[end] == ",")
    return (before, rest) if rest is not None and goes_on else (before,)


def _pointing(unit: Unit, index: int, phrases: Phrases) -> Said | None:
    """As in "ein Bericht, wonach ..."."""
    part = trimmed(unit, index + 1, unit.end)
    number = unit.number_of(index)
    if part is None or number == 0 or unit.segments[number].first != index:
        return None
    before = unit.segments[number - 1]
    starts = range(before.first, before.last)
    first = next((at for at in starts if phrases.end(at, before.last) == before.last), None)
    source = (first, before.last) if first is not None else None
    return Said((part,), source, (index, index + 1), mode_of(unit, [part]))


def _rest(unit: Unit, hole: Part, source: Part, cue: Part) -> Said | None:
    """The clause in which the phrase stands, without the phrase."""
    first, speech = unit.first, unit.speech
    for segment in unit.segments:
        if segment.first > hole[0]:
            break
        lower = unit.tokens.lowers[segment.first]
        clause = lower in speech.words("relative") or lower in speech.words("subordinators")
        own = segment.sign and segment.last > hole[0]
        if segment.sign in {";", ":"} or (own and (clause or _new_clause(unit, segment))):
            first = segment.first
    parts = _inserted(unit, hole) or around(unit, hole, first, unit.end)
    return Said(parts, source, cue, mode_of(unit, parts)) if parts else None


def _new_clause(unit: Unit, segment: Segment) -> bool:
    """As in "Er sei tot, die Tat sei laut Polizei verjährt": a second main clause."""
    before = unit.segments[unit.number_of(segment.first) - 1]
    lowers, speech = unit.tokens.lowers, unit.speech
    opens = lowers[before.first]
    if before.first != unit.first and (
        opens in speech.words("relative") or opens in speech.leading
    ):
        return False
    if segment.sign != "," or opens in speech.words("subordinators"):
        return False
    if opens in speech.words("that") or verb_like(unit, segment.first, segment):
        return False
    return all(
        any(verb_like(unit, at, each) for at in range(each.first, each.last))
        for each in (before, segment)
    )


def _inserted(unit: Unit, hole: Part) -> tuple[Part, ...]:
    """As in "84 Tote, darunter laut Polizei 12 Kinder": a part of the sentence without a verb."""
    segment = unit.segments[unit.number_of(hole[0])]
    if segment.sign != "," or segment.last < hole[1]:
        return ()
    outside = (*range(segment.first, hole[0]), *range(hole[1], segment.last))
    if not any(unit.tokens.words[at][0].isdecimal() for at in outside):
        return ()
    if any(verb_like(unit, at, segment) for at in outside):
        return ()
    return around(unit, hole, segment.first, min(segment.last, unit.end))
