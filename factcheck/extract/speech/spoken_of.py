"""What a verb speaks of, and where it alone does: "die Polizei spricht von 4.000 Teilnehmern".

Two camps often share a sentence: "Nach Angaben der Veranstalter kamen 7.000 Menschen, die Polizei
sprach von 4.000".
"""

from collections.abc import Sequence

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.said import Part, Said, trimmed
from factcheck.extract.speech.verb_second_cues import Cue

FIGURE_REACH = 3  # "von etwa 4.000", "von mehr als 4.000"


def spoken_of(unit: Unit, cue: Cue, first: int, last: int) -> int | None:
    """The preposition between two tokens behind which the verb's figure stands."""
    lowers, speech = unit.tokens.lowers, unit.speech
    needed = speech.objects_with.get(lowers[cue.first], frozenset())
    if lowers[cue.first] in speech.words("speaking_of"):
        needed |= speech.words("spoken_of")
    found = (at for at in range(last - 1, first - 1, -1) if lowers[at] in needed)
    return next((at for at in found if _figure(unit, at + 1, min(last, unit.end))), None)


def without_matter(unit: Unit, cue: Cue, segment: Segment, source: Part | None) -> Part | None:
    """The source without what it speaks of: "sprach die Polizei | von 30 Verletzten"."""
    if source is None:
        return None
    of = spoken_of(unit, cue, source[0] + 1, segment.last)
    return (source[0], of) if of is not None and of < source[1] else source


def own_clause(unit: Unit, cue: Cue, segment: Segment, source: Part | None) -> Part | None:
    """The clause of a verb with its subject right before it, behind another clause, or its end."""
    if cue.passive or source is None or segment.first == unit.first or segment.sign != ",":
        return None
    lead = segment.first
    while lead < cue.at and unit.tokens.lowers[lead] in unit.speech.words("conjunctions"):
        lead += 1
    opened = unit.tokens.lowers[unit.first] in unit.speech.words("subordinators")
    beside = source == (lead, cue.at) or (lead == cue.at and opened)
    if not beside or not _figure(unit, max(cue.at + 1, source[1]), segment.last):
        return None
    return trimmed(unit, lead, unit.end)


def other_camp(unit: Unit, cue: Cue, first: int) -> Part | None:
    """As in "Während die Zeitung von 40 Toten sprach": a clause that its own verb ends."""
    contrasting = unit.tokens.lowers[first] in unit.speech.words("contrasting")
    of = spoken_of(unit, cue, first + 1, cue.first) if contrasting and not cue.passive else None
    return (first + 1, cue.last + 1) if of is not None else None


def camps(found: Sequence[Said]) -> list[Said]:
    """What others say ends where a clause begins that is somebody's own."""
    own = [said for said in found if said.apart]
    if not own:
        return list(found)
    kept = []
    for said in found:
        begins = [
            each.start
            for each in own
            if each is not said and said.start < each.start and said.covers(each.start)
        ]
        kept.append(said.cut(min(begins) - 1) if begins else said)
    return kept


def _figure(unit: Unit, first: int, last: int) -> bool:
    anchors = unit.passage.lexicon.number_anchors
    words, lowers = unit.tokens.words, unit.tokens.lowers
    near = range(first, min(last, first + FIGURE_REACH))
    return any(words[at][0].isdecimal() or lowers[at] in anchors for at in near)
