"""Verbs of saying where the finite verb is the second part of a clause, or its end."""

from collections.abc import Iterator

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.words import (
    AS,
    CAREFUL,
    FINITE,
    PARTICIPLE,
    SAYS,
    SPLIT,
    SUBJUNCTIVE,
    VERB,
)
from factcheck.record import record

PARTICLE_REACH = 40
CLAUSES_BACK = 4
ASIDE = 6


@record
class Cue:
    """A verb of saying, from its first token to its particle.

    `at` is the finite verb ("hat ... gesagt"); `closing` tells that it ends a subordinate clause.
    """

    at: int
    first: int
    last: int
    kind: int
    passive: bool = False
    closing: bool = False


def find_cues(unit: Unit) -> Iterator[Cue]:
    """The verbs of saying of a unit, in its order."""
    for index in unit.cues:
        kind = unit.kind(index)
        if kind & (VERB | SAYS):
            cue = _cue(unit, index, kind)
            if cue is not None:
                yield cue


def _cue(unit: Unit, index: int, kind: int) -> Cue | None:
    number = unit.number_of(index)
    segment = unit.segments[number]
    if _attributive(unit, index) or _aside(unit, index) or _infinitive(unit, index, segment):
        return None
    if kind & SAYS:
        return _nobody_says(unit, index, kind)
    if (
        kind & SPLIT
        and unit.tokens.lower(index - 1) in unit.speech.particles[unit.tokens.lowers[index]]
    ):
        return _apart(unit, index, kind)
    particle = _particle(unit, index) if kind & SPLIT else None
    if particle is not None:
        return Cue(index, index, particle, kind & ~CAREFUL)
    if kind & PARTICIPLE:
        found = _compound(unit, index, kind)
        if found is not None:
            return found
    if not kind & FINITE:
        return None
    closes = index == min(segment.last, unit.end) - 1
    if closes and (subordinated(unit, number, index) or as_clause(unit, index) is not None):
        return Cue(index, index, index, kind, closing=True)
    return Cue(index, index, index, kind)


def _attributive(unit: Unit, index: int) -> bool:
    """As in "in einem gestern veröffentlichten Brief", or behind "zu"."""
    speech, tokens = unit.speech, unit.tokens
    if tokens.lower(index - 1) == speech.data["to"]:
        return True
    at = index - 1
    while at > unit.first and speech.opener(tokens.lowers[at]):
        at -= 1
    noun = index + 1 < unit.last and tokens.words[index + 1][0].isupper()
    attributed = tokens.lowers[index].endswith(speech.adjective_ends)
    before = tokens.lowers[at]
    articled = before in speech.words("determiners")
    return noun and attributed and (articled or before in speech.words("attributing"))


def _aside(unit: Unit, index: int) -> bool:
    """In brackets of a few words: "(wir berichteten)"."""
    for at in range(index - 1, max(index - ASIDE, unit.first) - 1, -1):
        if unit.tokens.words[at] in "()":
            return unit.tokens.words[at] == "("
    return False


def _infinitive(unit: Unit, index: int, segment: Segment) -> bool:
    """Behind a modal verb nothing is said yet: "wollte nicht bestätigen, dass"."""
    lowers, modals = unit.tokens.lowers, unit.speech.words("modals")
    if not lowers[index].endswith("n") or lowers[index] in unit.speech.words("perfect"):
        return False
    return any(lowers[at] in modals and not unit.inside(at) for at in range(segment.first, index))


def _nobody_says(unit: Unit, index: int, kind: int) -> Cue | None:
    """As in "heißt es", "es hieß"."""
    lowers = unit.tokens.lowers
    near = (lowers[max(index - 1, unit.first)], lowers[min(index + 1, unit.last - 1)])
    if unit.speech.data["expletive"] not in near:
        return None
    closing = bool(unit.kind(unit.segments[unit.number_of(index)].first) & AS)
    return Cue(index, index, index, kind, closing=closing)


def _apart(unit: Unit, index: int, kind: int) -> Cue | None:
    """As in "wie die Stadt bekannt gab", "hat bekannt gegeben": a particle before its verb."""
    number = unit.number_of(index)
    found = _compound(unit, index, kind)
    if found is not None:
        return found
    if as_clause(unit, index) is not None or subordinated(unit, number, index):
        return Cue(index, index, index, kind, closing=True)
    return None


def _particle(unit: Unit, index: int) -> int | None:
    """The particle of a separable verb, at the end of its clause."""
    lowers, words = unit.tokens.lowers, unit.tokens.words
    wanted = unit.speech.particles[lowers[index]]
    conjunctions = unit.speech.words("conjunctions")
    for at in range(index + 1, min(unit.last, index + PARTICLE_REACH)):
        if lowers[at] in wanted and not unit.inside(at):
            after = at + 1
            if after >= unit.last or not words[after][0].isalnum() or lowers[after] in conjunctions:
                return at
    return None


def _compound(unit: Unit, index: int, kind: int) -> Cue | None:
    """A participle with its auxiliary: before it in a main clause, behind it in another."""
    speech, tokens = unit.speech, unit.tokens
    auxiliaries = speech.words("perfect") | speech.words("passive")
    been = tokens.lower(index + 1) in speech.words("been")
    last = index + 1 if been else index
    if tokens.lower(last + 1) in auxiliaries and last + 1 < unit.last:
        passive = been or tokens.lowers[last + 1] in speech.words("passive")
        return Cue(index, index, last + 1, kind, passive, closing=True)
    number = unit.number_of(index)
    closes = index == min(unit.segments[number].last, unit.end) - 1
    if closes and not kind & FINITE and as_clause(unit, index) is not None:
        return Cue(index, index, index, kind, closing=True)
    at = _auxiliary(unit, index, number)
    if at is not None:
        after = tokens.words[last + 1] if last + 1 < unit.last else "."
        ends = not after[0].isalnum() or after in speech.words("conjunctions")
        if not ends:
            return None
        return Cue(at, index, last, kind, been or tokens.lowers[at] in speech.words("passive"))
    if closes and not kind & FINITE and subordinated(unit, number, index):
        return Cue(index, index, index, kind, closing=True)
    return None


def _auxiliary(unit: Unit, index: int, number: int) -> int | None:
    """The auxiliary before a participle, in its segment or in the two before."""
    speech, lowers = unit.speech, unit.tokens.lowers
    auxiliaries = speech.words("perfect") | speech.words("passive")
    for segment in reversed(unit.segments[max(number - 2, 0) : number + 1]):
        for at in range(min(index, segment.last) - 1, segment.first - 1, -1):
            if lowers[at] in auxiliaries and not unit.inside(at):
                return at
        if lowers[segment.first] in speech.words("subordinators"):
            return None
    return None


def subordinated(unit: Unit, number: int, index: int) -> bool:
    """Does a segment begin as a clause that ends with its verb?"""
    speech = unit.speech
    first = unit.segments[number].first
    lower = unit.tokens.lowers[first]
    if index > first + 1 and (
        lower in speech.words("subordinators") or lower in speech.words("that")
    ):
        return True
    if number == 0 or lower not in speech.words("relative"):
        return False
    return index == first + 1 or Phrases(unit).end(first, index, subject=True) != index


def as_clause(unit: Unit, index: int) -> int | None:
    """The number of the segment in which a clause of "wie" begins that ends with this verb."""
    number = unit.number_of(index)
    for at in range(number, max(number - CLAUSES_BACK, -1), -1):
        segment = unit.segments[at]
        if unit.kind(segment.first) & AS and index > segment.first + 1:
            return at
        verbs = (unit.kind(i) & (SUBJUNCTIVE | FINITE) for i in range(segment.first, segment.last))
        if at < number and any(verbs):
            return None
    return None
