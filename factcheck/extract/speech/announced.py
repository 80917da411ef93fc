"""Clauses that a noun, an adverb or a judgement announces: "die Behauptung der Stadt, dass ...",
"dringt darauf, ...", "hält es für möglich, dass ...".
"""

from collections.abc import Iterator, Sequence

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, Said, mode_of, trimmed
from factcheck.extract.speech.verb_like import verb_like
from factcheck.extract.speech.verb_second_contents import INDIRECT, infinitive
from factcheck.extract.speech.verb_second_sources import subject_from
from factcheck.extract.speech.words import JUDGING, NOUN, POINTING


def announced(unit: Unit, found: Sequence[Said]) -> Iterator[Said]:
    """What nouns, adverbs and judgements at the end of a clause announce."""
    if not any(unit.kind(at) & (NOUN | JUDGING) for at in unit.cues):
        return
    for segment, following in zip(unit.segments, unit.segments[1:], strict=False):
        if following.sign not in {",", ":"}:
            continue
        owner = _owner(unit, segment)
        if not owner and any(said.covers(following.first) for said in found):
            continue
        last = segment.last - 1
        adverb = last > segment.first and _adverb(unit, last)
        judged = _judged(unit, segment, last)
        at = owner[0] if owner else last
        noun = unit.kind(at) & NOUN and unit.tokens.words[at][0].isupper()
        if not (adverb or noun or judged):
            continue
        directive = unit.tokens.lowers[at] in unit.speech.words("directive_nouns")
        if _clause(unit, following, adverb=adverb or bool(owner) or judged or directive):
            part = trimmed(unit, following.first, _end(unit, following))
            source = owner[1] if owner else _source(unit, segment)
            if part is not None and (source is not None or owner or not (judged or adverb)):
                yield Said((part,), source, (at, at + 1), mode_of(unit, [part]))


def _adverb(unit: Unit, last: int) -> bool:
    """As in "dringt darauf, dass", but not of a quotation: "„Kritik“ darüber, dass"."""
    return unit.tokens.lowers[last] in unit.speech.words("announcing") and not unit.inside(last - 1)


def _judged(unit: Unit, segment: Segment, last: int) -> bool:
    """As in "hält es für möglich, dass", "ist überzeugt, dass"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if last <= segment.first or unit.inside(last):
        return False
    if lowers[last] in speech.words("convinced"):
        return True
    return lowers[last] in speech.words("judged") and lowers[last - 1] in speech.words("held_for")


def _owner(unit: Unit, segment: Segment) -> tuple[int, Part] | None:
    """As in "die Forderung | der Stadt, ...": the noun, and whose it is."""
    lowers, speech = unit.tokens.lowers, unit.speech
    for at in reversed(unit.cues):
        if not segment.first <= at < segment.last - 1:
            continue
        if not (unit.kind(at) & NOUN and unit.tokens.words[at][0].isupper()):
            continue
        if lowers[at + 1] not in speech.words("carrying"):
            return None
        phrases = Phrases(unit)
        inner = at + 1 if lowers[at + 1] in speech.words("determiners") else at + 2
        after = phrases.end(inner, segment.last)
        end = after
        while end and end < segment.last and lowers[end] in speech.words("prepositions"):
            end = phrases.end(end + 1, segment.last)
        return (at, (inner, after)) if after and end == segment.last else None
    return None


def _end(unit: Unit, segment: Segment) -> int:
    """Where the sentence goes on behind the clause: "die Zusage, zu kommen, | hielt er"."""
    for later in unit.segments:
        if later.first <= segment.first or later.sign != ",":
            continue
        small = unit.tokens.words[later.first].islower()
        particle = min(later.last, unit.end) == later.first + 1
        if small and (particle or verb_like(unit, later.first, later)):
            return later.first - 1
    return unit.end


def _clause(unit: Unit, segment: Segment, *, adverb: bool) -> bool:
    """A clause of "dass", indirect speech, or behind an adverb one of "zu"."""
    lower, speech = unit.tokens.lowers[segment.first], unit.speech
    if lower in speech.words("that"):
        return adverb or lower not in speech.words("whether")
    if unit.kind(segment.first) & POINTING or lower in speech.words("subordinators"):
        return False
    if lower in speech.words("relative") and unit.kind(min(segment.last, unit.end) - 1) & INDIRECT:
        return False
    if any(segment.first <= at < segment.last and unit.kind(at) & INDIRECT for at in unit.cues):
        return True
    return adverb and infinitive(unit, segment)


def _source(unit: Unit, segment: Segment) -> Part | None:
    """The subject of the clause before."""
    phrases = Phrases(unit)
    first, lowers = segment.first, unit.tokens.lowers
    after = phrases.end(first, segment.last, subject=True)
    if after is not None and after < segment.last and not phrases.small(first):
        alone = lowers[first] in unit.speech.words("nobody") and after == first + 1
        return None if alone else (first, after)
    verbs = (at for at in range(first, segment.last) if verb_like(unit, at, segment))
    verb = next(verbs, None)
    return subject_from(unit, verb + 1, segment.last, phrases) if verb is not None else None
