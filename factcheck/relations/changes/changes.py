"""Changes: "stieg von 2,4 auf 2,7 Milliarden Euro, ein Plus von 12,5 Prozent", "fell 20% to $4bn".

A figure is marked as the old value, the new one or the difference by the word before it ("von",
"auf", "um"), by the noun it belongs to ("ein Plus von") or by the verb right before it ("rose 5%").
Marked figures are joined where nothing but a few words stand between them, or where the difference
follows in apposition. A verb or noun of change must be in the clause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.model import Relation
from factcheck.relations.changes.apposition import apposed
from factcheck.relations.changes.marks import (
    GAP,
    NEAR,
    OPENERS,
    Slot,
    bracketed,
    direct,
    more_of,
    slot_of,
)
from factcheck.relations.changes.other_bases import another_base
from factcheck.relations.changes.subjects import another_subject
from factcheck.relations.changes.verbs import direction, multiple_of, verb_of
from factcheck.relations.figure_kinds import DIFFERENCES
from factcheck.relations.sentence import Figure, Roles, Sentence, alike, amount, cues
from factcheck.relations.shares.parts import is_part_of
from factcheck.relations.windows import past_rate


@dataclass
class _Chain:
    """Marked figures of one change; `loose` where a mark alone would not bind them."""

    slots: dict[str, Figure] = field(default_factory=dict)
    start: int = 0
    last: int = 0
    loose: bool = False
    noun_of: bool = False

    @property
    def reach(self) -> tuple[int, int]:
        """The tokens with which it begins and ends."""
        return self.start, self.last


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The changes of a sentence."""
    if sentence.words.isdisjoint(_cues(sentence)):
        return
    floor = sentence.first
    for chain in _chains(sentence):
        yield from _relations(sentence, chain, floor)
        floor = max(floor, chain.last + 1)


def _cues(sentence: Sentence) -> frozenset[str]:
    return cues(sentence.lexicon, "changes", "up", "down", "either", "multiplied")


def _chains(sentence: Sentence) -> Iterator[_Chain]:
    chain = _Chain()
    free: Figure | None = None
    for figure in sentence.figures:
        if not (amount(figure) or figure.kind in DIFFERENCES):
            continue
        slot = slot_of(sentence, figure)
        if _aside(sentence, figure, slot):
            continue
        outside = slot is None or (slot.role != "by" and not _spelled(sentence, chain, slot))
        if slot is None or (outside and bracketed(sentence, figure)):
            if not bracketed(sentence, figure):
                yield chain
                chain, free = _Chain(), figure
            continue
        if not _extend(sentence, chain, slot):
            yield chain
            chain = _begin(sentence, slot, free)
        free = None
    yield chain


def _aside(sentence: Sentence, figure: Figure, slot: Slot | None) -> bool:
    """As in "five years ago", or a share in words that is no difference."""
    if figure.kind == "fraction":
        return slot is None or slot.role != "by"
    return figure.kind == "duration" and (
        sentence.word(figure.last + 1) in sentence.lexicon.data["changes"]["ago"]
    )


def _spelled(sentence: Sentence, chain: _Chain, slot: Slot) -> bool:
    """In the bracket behind a difference: "um 17 Prozent (von 370.000 auf 432.500)"."""
    if slot.role == "to" and set(chain.slots) == {"by", "from"}:
        inside = bracketed(sentence, chain.slots["from"]) and bracketed(sentence, slot.figure)
        return inside and direct(sentence, chain.last + 1, slot.start)
    opened = slot.start == chain.last + 2 and sentence.word(chain.last + 1) == "("
    return set(chain.slots) == {"by"} and slot.role == "from" and opened


def _begin(sentence: Sentence, slot: Slot, free: Figure | None) -> _Chain:
    chain = _Chain({slot.role: slot.figure}, slot.start, past_rate(sentence, slot.figure) - 1)
    chain.noun_of = slot.loose and slot.role == "by"
    appended = free is not None and (slot.role == "by" or slot.loose) and slot.role != "to"
    held = slot.role == "from" and free is not None  # "35,000 in May against 28,000"
    held = held and free is not None and direct(sentence, free.last + 1, slot.start)
    if (
        free is not None
        and appended
        and (held or apposed(sentence, past_rate(sentence, free), slot))
    ):
        chain.slots["to"] = _counted(sentence, free)
        chain.start = free.first
        chain.loose = _unmarked(sentence, free)
    return chain


def _counted(sentence: Sentence, figure: Figure) -> Figure:
    """The 33 of "33 of the 150 seats, down from 41"."""
    before = [each for each in sentence.figures if each.last < figure.first][-1:]
    return before[0] if before and is_part_of(sentence, before[0], figure) else figure


def _extend(sentence: Sentence, chain: _Chain, slot: Slot) -> bool:
    """Join a marked figure to the chain before it, if words and structure allow."""
    if not chain.slots:
        return False
    begin = chain.last + 1
    if slot.role in chain.slots:
        more = sentence.word(slot.figure.last + 1) in sentence.lexicon.data["changes"]["behind"]
        closed = sentence.breaks(slot.figure.last + 1 + more)
        again = slot.start == slot.figure.first == begin + 1  # "um 4,20 Euro oder 10 Prozent"
        told = again or (closed and apposed(sentence, begin, slot))
        if not (told and _amount_first(chain, slot)):
            return False
        chain.slots["amount"] = chain.slots.pop("by")
    else:
        # As in "by 5%, from 10 to", "to $10.5 million, from $9.6 million".
        spelled_out = set(chain.slots) <= {"by", "to"} and slot.start == begin + 1
        spelled_out = spelled_out and (slot.role == "from" or set(chain.slots) == {"by"})
        joined = slot.role == "by" or slot.loose or spelled_out
        joined = joined and apposed(sentence, begin, slot)
        joined = joined or _spelled(sentence, chain, slot) or _resumed(sentence, chain, slot)
        if not joined and not direct(sentence, begin, slot.start):
            return False
    chain.slots[slot.role] = slot.figure
    chain.last = past_rate(sentence, slot.figure) - 1
    return True


def _amount_first(chain: _Chain, slot: Slot) -> bool:
    """As in "fell by 3 euros to 41, a loss of 7 percent": first the amount, then per cent."""
    by = chain.slots.get("by")
    return (
        slot.role == "by"
        and by is not None
        and slot.figure.kind == "percentage"
        and by.kind not in DIFFERENCES
        and "amount" not in chain.slots
    )


def _resumed(sentence: Sentence, chain: _Chain, slot: Slot) -> bool:
    """As in "by 60% between 2010 and 2015, from", "8.5p, or 8.1%, to", "und legte damit um 8"."""
    begin, words = chain.last + 1, sentence.tokens.words
    comma = slot.start > begin and words[slot.start - 1] == ","
    if comma and "amount" in chain.slots and slot.role == "to":
        return slot.start == begin + 1
    gap = range(begin, slot.start - comma)
    worded = all(words[at].isalpha() or sentence.dated(at) for at in gap) and len(gap) <= GAP
    if comma and set(chain.slots) == {"by"} and slot.role == "from":
        stops = sentence.lexicon.data["changes"]["stops"]
        few = len(gap) <= NEAR and not any(sentence.word(at) in stops for at in gap)
        return worded and (few or any(sentence.dated(at) for at in gap))  # "last year, from"
    so = sentence.lexicon.data["changes"]["thus"]
    return slot.role == "by" and worded and any(sentence.word(at) in so for at in gap)


def _unmarked(sentence: Sentence, new: Figure) -> bool:
    """A new value that only its place shows is doubtful without a unit or behind other words."""
    return new.kind == "number" or sentence.tokens.words[new.last + 1] not in OPENERS


def _relations(sentence: Sentence, chain: _Chain, floor: int) -> Iterator[Relation]:
    slots = chain.slots
    multiple = multiple_of(sentence, chain.reach, floor)
    if "to" not in slots or len(slots) + (multiple is not None) < 2:
        return
    _settle(sentence, chain)
    if "by" in slots and (another_base(sentence, slots["by"]) or _expected(sentence, slots)):
        return
    if "by" in slots and another_subject(sentence, slots["by"], _levels(slots)):
        return
    if not _fits(sentence, slots) or _denied(sentence, chain) or _ranked(sentence, chain):
        return
    verb = verb_of(sentence, chain.reach, floor)
    if verb is None and multiple is None:
        return
    bounded = slots["to"].quantity.hedge == "at most" or _moved_up(sentence, slots["to"])
    sure = not (chain.loose or bounded or _shared_percent(slots.get("by")))
    members: Roles = {role: slots.get(role) for role in ("from", "to", "amount")}
    turn = direction(sentence, chain.reach, verb) if verb is not None else None
    turned = dict([turn] if turn else [])
    if len(slots) > 1 and (multiple is None or "by" in slots):
        yield sentence.relation("change", {**members, "by": slots.get("by"), **turned}, sure=sure)
    if multiple is not None:
        grown = {"more": more_of(sentence, multiple)}
        yield sentence.relation("change", {**members, "by": multiple, **turned, **grown}, sure=sure)


def _levels(slots: Mapping[str, Figure]) -> list[Figure]:
    return [slots[role] for role in ("from", "to") if role in slots]


def _moved_up(sentence: Sentence, new: Figure) -> bool:
    """As in "went up to 5.5%": is it a level, or a bound?"""
    verb = new.first - 3
    return verb >= 0 and sentence.word(verb) in sentence.lexicon.data["grammar"]["moving_up"]


def _expected(sentence: Sentence, slots: dict[str, Figure]) -> bool:
    """As in "compared with £2.5bn expected by analysts"."""
    old, words = slots.get("from"), sentence.lexicon.data["changes"]["averaged"]
    near = range(old.last + 1, old.last + NEAR) if old is not None else ()
    return any(sentence.word(at) in words for at in near)


def _settle(sentence: Sentence, chain: _Chain) -> None:
    """As in "ein Anstieg von 5 auf 10 Prozent": the same unit on both sides makes it the old."""
    slots = chain.slots
    by, to = slots.get("by"), slots.get("to")
    if by is None or to is None or "from" in slots or not chain.noun_of:
        return
    length = sentence.before(sentence.phrases("changes", "from"), by.first)
    noun = sentence.word(by.first - length - 1)
    if length and alike(by, to) and noun not in sentence.lexicon.data["changes"]["amounts"]:
        slots["from"] = slots.pop("by")


def _fits(sentence: Sentence, slots: dict[str, Figure]) -> bool:
    """Old and new are of one unit; the difference is of it too, or in per cent or points."""
    old, new, by = slots.get("from"), slots.get("to"), slots.get("by")
    if old is not None and new is not None and not alike(old, new):
        percent = by is not None and by.kind == "percentage"
        return percent and _one_dimension(sentence, old, new)  # "von 28 Megawatt auf 30 Gigawatt"
    if old is not None and old.kind == "percentage_point":
        return False
    if new is not None and new.kind == "percentage_point":
        return False
    base = new or old
    return by is None or base is None or by.kind in DIFFERENCES or alike(by, base)


def _one_dimension(sentence: Sentence, old: Figure, new: Figure) -> bool:
    units = [sentence.scene.units.get(f.quantity.unit or "") for f in (old, new)]
    dimensions = {unit.dimension for unit in units if unit is not None and not unit.offset}
    return {old.kind, new.kind} == {"measure"} and None not in units and len(dimensions) == 1


def _shared_percent(by: Figure | None) -> bool:
    """As in "um 5 auf 10 Prozent", which may mean points."""
    return by is not None and by.kind == "number" and by.claim.kind == "percentage"


def _denied(sentence: Sentence, chain: _Chain) -> bool:
    """As in "nicht um 5 Prozent auf 10, sondern", "statt von 5 auf 10"."""
    denials = sentence.lexicon.data["changes"]["denials"]
    start = max(sentence.first, chain.start - 3)
    return any(sentence.word(at) in denials for at in range(start, chain.last + 3))


def _ranked(sentence: Sentence, chain: _Chain) -> bool:
    """As in "up two places to five from seven": the smaller rank is the higher."""
    ranks = sentence.lexicon.data["changes"]["ranks"]
    return any(sentence.word(figure.last) in ranks for figure in chain.slots.values())
