"""Does a sentence, or a clause of it, go on in indirect speech without a verb of saying?"""

from factcheck.extract.speech.clauses import Unit
from factcheck.extract.speech.words import CONDITIONAL, SUBJUNCTIVE


def reports(unit: Unit, at: int) -> bool:
    """A subjunctive that is no first person: "ich glaube"."""
    segment = unit.segments[unit.number_of(at)]
    own = unit.speech.data["first_person"] in unit.tokens.lowers[segment.first : segment.last]
    return bool(unit.kind(at) & SUBJUNCTIVE) and not own and at != unit.first


def subordinate_report(unit: Unit) -> int | None:
    """Where the first subordinate clause in the subjunctive begins; None if a main one reports."""
    speech, lowers = unit.speech, unit.tokens.lowers
    begins: int | None = None
    for at in unit.cues:
        if not reports(unit, at):
            continue
        segment = unit.segments[unit.number_of(at)]
        opens = lowers[segment.first]
        below = opens in speech.words("that") or opens in speech.words("subordinators")
        relative = opens in speech.words("relative") and at == min(segment.last, unit.end) - 1
        if segment.first == unit.first or not (below or relative):
            return None
        begins = segment.first if begins is None else begins
    return begins


def supposes(unit: Unit, at: int) -> bool:
    """A conditional in a main clause, not at its head: "sollte das so bleiben"."""
    if not unit.kind(at) & CONDITIONAL or at == unit.first:
        return False
    number = unit.number_of(at)
    opens = unit.tokens.lowers[unit.segments[number].first]
    relative = number > 0 and opens in unit.speech.words("relative")
    return not relative and opens not in unit.speech.words("subordinators")


def set_phrase(unit: Unit) -> bool:
    """As in "es sei denn", where the subjunctive reports nothing."""
    text = " ".join(unit.tokens.lowers[unit.first : unit.last])
    return any(phrase in text for phrase in unit.speech.data["no_subjunctive"])
