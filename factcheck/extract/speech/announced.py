"""Clauses that a noun or an adverb announces: "die Behauptung, dass ...", "dringt darauf, ..."."""

from collections.abc import Iterator, Sequence

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, Said, mode_of, trimmed
from factcheck.extract.speech.verb_like import verb_like
from factcheck.extract.speech.verb_second_contents import infinitive
from factcheck.extract.speech.verb_second_sources import subject_from
from factcheck.extract.speech.words import CONDITIONAL, NOUN, SUBJUNCTIVE


def announced(unit: Unit, found: Sequence[Said]) -> Iterator[Said]:
    """What nouns and adverbs at the end of a clause announce."""
    for segment, following in zip(unit.segments, unit.segments[1:], strict=False):
        last = segment.last - 1
        adverb = unit.tokens.lowers[last] in unit.speech.words("announcing")
        noun = unit.kind(last) & NOUN and unit.tokens.words[last][0].isupper()
        if not (adverb or noun) or any(said.covers(following.first) for said in found):
            continue
        if following.sign not in {",", ":"} or not _clause(unit, following, adverb=adverb):
            continue
        part = trimmed(unit, following.first, unit.end)
        if part is not None:
            source = _source(unit, segment)
            yield Said((part,), source, (last, last + 1), mode_of(unit, [part]))


def _clause(unit: Unit, segment: Segment, *, adverb: bool) -> bool:
    """A clause of "dass", indirect speech, or behind an adverb one of "zu"."""
    lower, speech = unit.tokens.lowers[segment.first], unit.speech
    if lower in speech.words("that"):
        return True
    if lower in speech.words("relative") or lower in speech.words("subordinators"):
        return False
    if any(
        segment.first <= at < segment.last and unit.kind(at) & (SUBJUNCTIVE | CONDITIONAL)
        for at in unit.cues
    ):
        return True
    return adverb and infinitive(unit, segment)


def _source(unit: Unit, segment: Segment) -> Part | None:
    """The subject of the clause before."""
    phrases = Phrases(unit)
    first = segment.first
    after = phrases.end(first, segment.last, subject=True)
    if after is not None and after < segment.last:
        alone = unit.tokens.lowers[first] in unit.speech.words("nobody") and after == first + 1
        return None if alone else (first, after)
    verbs = (at for at in range(first, segment.last) if verb_like(unit, at, segment))
    verb = next(verbs, None)
    return subject_from(unit, verb + 1, segment.last, phrases) if verb is not None else None
