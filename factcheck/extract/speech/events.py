"""What one sentence attributes, each statement once: of several readings the outermost."""

from collections.abc import Iterator, Sequence

from factcheck.extract.speech.announced import announced
from factcheck.extract.speech.clauses import Unit
from factcheck.extract.speech.loose import hearsay, lone_quotations
from factcheck.extract.speech.named_sources import said_in_phrases
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, Said
from factcheck.extract.speech.spoken_of import camps
from factcheck.extract.speech.subject_first import said_in
from factcheck.extract.speech.verb_like import verb_like
from factcheck.extract.speech.verb_second import said_by
from factcheck.extract.speech.verb_second_cues import find_cues
from factcheck.extract.speech.verb_second_sources import subject_from


def events_of(unit: Unit) -> list[Said]:
    """What a sentence attributes, without what only repeats it."""
    if unit.speech.data["verb_second"]:
        found = list(said_in_phrases(unit))
        found += _said_by_verbs(unit, [said.source for said in found if said.source])
        found += announced(unit, found)
        found += hearsay(unit, found)
    else:
        found = list(said_in(unit))
    mentions = [said for said in found if not said.parts]
    found = _outermost(camps(_distinct([said for said in found if said.parts])))
    found += lone_quotations(unit, found)
    return mentions + sorted(found, key=lambda said: said.start)


def _said_by_verbs(unit: Unit, sources: Sequence[Part]) -> Iterator[Said]:
    """What the verbs of saying attribute, outside phrases that name a source."""
    subject: Part | None = None
    for number, cue in enumerate(find_cues(unit)):
        if number == 0:
            subject = first_subject_of(unit)
        if any(first <= cue.first < last for first, last in sources):
            continue
        said = said_by(unit, cue, subject)
        if said is not None:
            yield said
            subject = said.source or subject


def first_subject_of(unit: Unit) -> Part | None:
    """The phrase with which a sentence begins, if it can be a subject."""
    phrases = Phrases(unit)
    after = phrases.end(unit.first, unit.end, subject=True)
    if after is not None and not phrases.small(unit.first):
        return unit.first, phrases.with_apposition(after, unit.end)
    segment = unit.segments[0]
    verbs = (at for at in range(segment.first, segment.last) if verb_like(unit, at, segment))
    verb = next(verbs, None)
    return subject_from(unit, verb + 1, segment.last, phrases) if verb is not None else None


def _distinct(found: Sequence[Said]) -> list[Said]:
    """Of several attributions of nearly the same words the one whose cue stands nearest."""
    kept: list[Said] = []
    for said in sorted(found, key=_distance):
        if not any(
            abs(other.start - said.start) <= 2 and abs(other.end - said.end) <= 2 for other in kept
        ):
            kept.append(said)
    return kept


def _distance(said: Said) -> tuple[int, int]:
    """From the cue to what is said; what stands before its cue goes last."""
    first = said.cue[0] if said.cue else 0
    return (said.start - first if first < said.start else 1000, first)


def _outermost(found: Sequence[Said]) -> list[Said]:
    """Without what is said inside what another says: "X sagte, Y hoffe, dass ..."."""
    return [
        said
        for said in found
        if said.cue is None
        or not any(
            other is not said and other.mode != "hearsay" and _inside(said, other)
            for other in found
        )
    ]


def _inside(said: Said, other: Said) -> bool:
    """Does another speaker say it? Where each holds the other's cue, the first one does."""
    if said.cue is None or not other.covers(said.cue[0]):
        return False
    if other.cue is not None and said.covers(other.cue[0]):
        first, later = sorted((said, other), key=lambda each: each.cue or (0, 0))
        closing = later.cue is not None and later.end <= later.cue[0]  # "..., Y wrote"
        return said is not (later if closing else first)
    if said.mode == "direct" and other.source is not None and other.covers(other.source[0]):
        return False  # "X sprach von einem Plan, den Y als „mutig“ bezeichnete"
    return other.covers(said.start)
