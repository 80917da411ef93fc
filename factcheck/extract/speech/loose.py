"""What no verb of saying and no phrase attributes: hearsay, lone quotations, transcripts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.extract.passages import Passage
from factcheck.extract.speech.clauses import ENDS, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, Said, trimmed
from factcheck.extract.speech.verb_second_sources import subject_from
from factcheck.extract.speech.words import HEARSAY_VERB, HEARSAY_WORD

LONG_QUOTATION = 5
LONGEST_LABEL = 7
MANY = 2


def hearsay(unit: Unit, found: Sequence[Said]) -> Iterator[Said]:
    """As in "soll ... gewesen sein", "angeblich": said by nobody in particular."""
    for index in unit.cues:
        kind = unit.kind(index)
        if not kind & (HEARSAY_VERB | HEARSAY_WORD) or any(said.covers(index) for said in found):
            continue
        segment = unit.segments[unit.number_of(index)]
        cue = (index, index + 1)
        if kind & HEARSAY_VERB:
            part = trimmed(unit, unit.first, unit.end)
            if part and _of_the_past(unit, min(segment.last, unit.end) - 1):
                yield Said((part,), None, cue, "hearsay", follows=True)
                return
        else:
            ranges = (trimmed(unit, segment.first, index), trimmed(unit, index + 1, segment.last))
            parts = tuple(part for part in ranges if part)
            if parts:
                yield Said(parts, None, cue, "hearsay", follows=True)


def _of_the_past(unit: Unit, last: int) -> bool:
    """As in "gesehen haben", "gestiegen sein": a plan has no perfect."""
    speech, tokens = unit.speech, unit.tokens
    if tokens.lowers[last] not in speech.words("hearsay_closing"):
        return False
    before = tokens.lower(last - 1)
    return tokens.words[last - 1].islower() and before.endswith(("t", "n")) and len(before) > 3


def lone_quotations(unit: Unit, found: Sequence[Said]) -> Iterator[Said]:
    """Quotations that no cue has taken: behind a colon, or a sentence of their own."""
    for q in unit.quotations:
        if any(said.covers(q.first) for said in found):
            continue
        count = len(q.words(unit.tokens))
        segment = unit.segments[unit.number_of(q.first)]
        part = (q.first, q.last + 1)
        if segment.sign == ":" and segment.first == q.first and count > 1:
            source = _before_colon(unit, q.first - 1)
            same = source is None and _only_small(unit, q.first - 1)
            yield Said((part,), source, None, "direct", same=same)
        elif q.first == unit.first and q.last >= unit.end - 2:
            weak = count < LONG_QUOTATION
            yield Said((part,), None, None, "direct", same=True, weak=weak)


def _only_small(unit: Unit, colon: int) -> bool:
    """As in "Und weiter: „...“": the last speaker goes on."""
    first = unit.segments[max(unit.number_of(colon - 1), 0)].first
    return all(lower in unit.speech.small_words for lower in unit.tokens.lowers[first:colon])


def _before_colon(unit: Unit, colon: int) -> Part | None:
    """Whose words follow a colon without a verb of saying: "X, Chefin von Y: „...“"."""
    if not unit.speech.data["verb_second"]:
        segment = unit.segments[0]
        return trimmed(unit, segment.first, colon) if segment.last == colon else None
    phrases = Phrases(unit)
    inverted = unit.speech.words("nominative") - unit.speech.words("nobody")
    for at in range(unit.first, colon):
        opens = unit.tokens.lower(at - 1) in unit.speech.leading
        if unit.tokens.lowers[at] in inverted and not (opens or unit.inside(at)):
            return at, at + 1
    after = phrases.end(unit.first, colon, subject=True)
    if after is not None and not phrases.small(unit.first):
        return unit.first, phrases.with_apposition(after, colon)
    return subject_from(unit, unit.first, colon, phrases)


def turns(passages: Sequence[Passage]) -> dict[int, int]:
    """The turns of a transcript: number of the passage -> the colon behind the speaker's name.

    Names are in capitals and come again ("MS. FELDER: It has."); the lines of a list do not.
    """
    colons = {number: _label(passage) for number, passage in enumerate(passages)}
    found = {number: colon for number, colon in colons.items() if colon is not None}
    names = {number: passages[number].tokens.surface(0, at - 1) for number, at in found.items()}
    known = Counter(names.values())
    if len(known) < MANY or max(known.values(), default=0) < MANY:
        return {}
    return found


def _label(passage: Passage) -> int | None:
    words = passage.tokens.words
    if words[-1] not in ENDS or not words[0].isupper():
        return None
    for at in range(1, min(LONGEST_LABEL, len(words) - 1)):
        if words[at] == ":":
            return at
        if not (words[at].isupper() or words[at] == "."):
            return None
    return None
