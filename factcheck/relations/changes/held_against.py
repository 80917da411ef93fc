"""Changes told against a level that stands in brackets or in a clause of its own.

"Der Umsatz stieg um 20 Prozent auf 84 Millionen Euro (Vorjahr: 70)": the old value fills brackets
right behind the new one, with nothing else in them but a word or a year that says of when it is;
the difference stands before the new value, or in apposition behind it (behind the brackets
told_apart.py reads it). Where nothing says when, a difference that is far from what the two make is
of something else.
"Dreimal so viele Gäste wie im Vorjahr, als 2,2 Millionen kamen", "27 Cent mehr als vor einem Jahr,
als er 1,43 Euro kostete": the old value stands in the clause that the time of the comparison opens.
The clause may stand before both: "Verglichen mit dem Vorjahr, als 1.840 gezählt wurden, sank".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.lone_levels import plausible
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.subjects import another_subject
from factcheck.relations.sentence import CLOSING, Figure, Sentence, alike, amount, compounded
from factcheck.relations.windows import said_again

WORDS = 3
NOUNS = 2
TAIL = 12
COMPARED = 2
TIME_WORDS = 5
LEVELS = 2
DIFFERENCES = frozenset({"percentage", "percentage_point", "fraction", "multiple"})
ASIDE = frozenset({"date", "ordinal", "duration"})


def bracketed_levels(sentence: Sentence) -> Iterator[Relation]:
    """Each new value with the old one in brackets behind it, and their difference."""
    floor = sentence.first
    for index, old in enumerate(sentence.figures):
        opener = _opener(sentence, old)
        if opener is None:
            continue
        whole = [f for f in sentence.figures[:index] if f.kind not in ASIDE]
        before = [f for f in whole if floor <= f.first]
        floor = old.last + 1
        then = _then(sentence, whole, old, opener)
        if then is not None:
            yield then
            continue
        found = _apposed(sentence, before, opener) or _led(sentence, before, opener)
        if found is None or not alike(found[0], old) or _quoted_by_day(sentence):
            continue
        new, by = found
        if another_subject(sentence, by, (old, new)):
            continue
        if opener + 1 < old.first or plausible(sentence, by, old, new):
            members = [("from", old.claim), ("to", new.claim), ("by", by.claim)]
            yield sentence.relation("change", members, sure=False)


def _then(
    sentence: Sentence, before: Sequence[Figure], old: Figure, opener: int
) -> Relation | None:
    """As in "4.3 per cent, 0.2 points higher than in May (4.1) and 0.5 points higher than in June
    (3.8)": behind the time of a comparison stands its level."""
    by = before[-1] if len(before) >= LEVELS else None
    turn, start = _compared(sentence, by) if by is not None else (None, 0)
    if by is None or turn is None or not 0 < opener - start <= TIME_WORDS:
        return None
    past = sentence.phrases("changes", "past")
    words = range(start, opener)
    timed = any(sentence.at(past, at) or sentence.dated(at) for at in words)
    times = sentence.scene.claims_in(start, opener)
    timed = timed or any(claim.kind in {"date", "duration"} for claim in times)
    levels = [f for f in before[:-1] if alike(f, old) and _opener(sentence, f) is None]
    levels = [f for f in levels if (slot := slot_of(sentence, f)) is None or slot.role == "to"]
    like = by.kind in DIFFERENCES or (levels and alike(by, old))
    if not timed or not like or len(levels) != 1 or not plausible(sentence, by, old, levels[0]):
        return None
    members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", levels[0].claim)]
    members += [("by", by.claim), turn]
    return sentence.relation("change", members, sure=False)


def _apposed(
    sentence: Sentence, before: Sequence[Figure], opener: int
) -> tuple[Figure, Figure] | None:
    """As in "sales £3.4bn, up 4.1% (£3.3bn)": the new value and the difference."""
    if len(before) < LEVELS or before[-1].last + 1 != opener or before[-1].kind not in DIFFERENCES:
        return None
    new, by = before[-LEVELS:]
    slot = slot_of(sentence, by)
    near = slot is not None and slot.role == "by" and new.last + 1 == slot.start - 1
    return (new, by) if near and sentence.word(new.last + 1) == "," else None


def _led(sentence: Sentence, before: Sequence[Figure], opener: int) -> tuple[Figure, Figure] | None:
    """As in "stieg um 20 Prozent auf 84 (70)": the new value and the difference before it."""
    if not before or not _beside(sentence, before[-1], opener):
        return None
    by = _difference(sentence, before[:-1])
    return (before[-1], by) if by is not None else None


def _quoted_by_day(sentence: Sentence) -> bool:
    """As in "Der Kurs stieg um 5 Prozent auf 84 Euro (Vorjahr: 70 Euro)": since yesterday."""
    words, lexicon = sentence.words, sentence.lexicon
    return any(compounded(lexicon, word, "changes", "by_day") for word in words)


def _opener(sentence: Sentence, old: Figure) -> int | None:
    """The bracket before "Vorjahr: 70 Millionen Euro)", if nothing else stands in it."""
    if not amount(old) and old.kind != "percentage":
        return None
    if sentence.word(old.last + 1) not in CLOSING or old.quantity.value is None:
        return None
    at = old.first - 1
    while at > sentence.first and sentence.word(at) != "(" and old.first - at <= WORDS + 1:
        at -= 1
    inside = range(at + 1, old.first)
    return at if sentence.word(at) == "(" and _timed(sentence, inside) else None


def _timed(sentence: Sentence, inside: range) -> bool:
    """A word or a date of when, and nothing else but small words and a colon; or nothing at all."""
    past, small = sentence.phrases("changes", "past"), sentence.lexicon.stop_words
    told, at = not inside, inside.start
    while at < inside.stop:
        length = sentence.at(past, at) or sentence.dated(at)
        if not length and sentence.word(at) != ":" and sentence.word(at) not in small:
            return False
        told = told or bool(length)
        at += max(length, 1)
    return told


def _beside(sentence: Sentence, new: Figure, opener: int) -> bool:
    """Few words, a verb or a prefix, between the new value and the bracket."""
    amounts = amount(new) or new.kind == "percentage"
    near = 0 <= opener - new.last - 1 <= WORDS and sentence.plain(new.last + 1, opener)
    slot = slot_of(sentence, new)
    return amounts and near and (slot is None or slot.role == "to")


def _difference(sentence: Sentence, figures: Sequence[Figure]) -> Figure | None:
    """The one difference in the clause of the new value, and nothing else in it."""
    if len(figures) != 1 or figures[0].kind not in DIFFERENCES:
        return None
    slot = slot_of(sentence, figures[0])
    return figures[0] if slot is not None and slot.role == "by" else None


def of_then(sentence: Sentence, split: int) -> Iterator[Relation]:
    """The comparison with a time, of which a clause behind it tells the level, or one before both.

    `split` begins the second of two sentences, which opens with "Das sind" and the difference.
    """
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    if split == sentence.first:
        yield from _opened_with_then(sentence)
    elif not _opened(sentence, split, figures):
        return
    if len(figures) == LEVELS + 2 and _either(sentence, figures[1], figures[2]):
        for by in figures[1:3]:
            yield from _of_then(sentence, (figures[0], by, figures[3]), figures[2])
    elif len(figures) == LEVELS + 1 and not said_again(sentence, figures[1], figures[0]):
        yield from _of_then(sentence, (figures[0], figures[1], figures[2]), figures[1])


def _opened_with_then(sentence: Sentence) -> Iterator[Relation]:
    """As in "Im Vergleich zum Vorjahr, als 1.840 gezählt wurden, ging sie um 15 Prozent auf"."""
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    if len(figures) != LEVELS + 1 or not all(f.quantity.value is not None for f in figures):
        return
    old, behind = figures[0], figures[1:]
    slots = {slot.role: slot.figure for f in behind if (slot := slot_of(sentence, f))}
    if set(slots) != {"by", "to"} or slots["by"].kind not in DIFFERENCES:
        return
    when, past = sentence.lexicon.data["changes"]["when"], sentence.phrases("changes", "past")
    commas = [at for at in range(sentence.first, behind[0].first) if sentence.word(at) == ","]
    opened = len(commas) == LEVELS and sentence.word(commas[0] + 1) in when
    timed = opened and any(sentence.at(past, at) for at in range(sentence.first, commas[0]))
    both = old.kind == "count" and slots["to"].kind == "number"
    if timed and commas[0] < old.first < commas[1] and (both or alike(old, slots["to"])):
        members = [("from", old.claim), ("to", slots["to"].claim), ("by", slots["by"].claim)]
        yield sentence.relation("change", members, sure=False)


def _opened(sentence: Sentence, split: int, figures: Sequence[Figure]) -> bool:
    """As in "Das sind 29.497 Fälle mehr als": what stands before is held against then."""
    pointing = sentence.word(split) in sentence.lexicon.data["changes"]["pointing"]
    near = len(figures) > 1 and figures[0].last < split < figures[1].first <= split + WORDS + 1
    return pointing and near and sentence.plain(split, figures[1].first)


def _either(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """As in "66 Prozent oder 1.252 Fälle mehr": one difference told in two ways."""
    join = sentence.word(left.last + 1) in sentence.lexicon.data["changes"]["either_way"]
    near = join and right.first == left.last + 2 and left.kind in DIFFERENCES
    return near or said_again(sentence, right, left)


def _of_then(
    sentence: Sentence, three: tuple[Figure, Figure, Figure], last: Figure
) -> Iterator[Relation]:
    """The change of these figures; `last` is the one that "mehr als" stands behind."""
    new, by, old = three
    when = sentence.lexicon.data["changes"]["when"]
    both = new.kind == old.kind == "count" and sentence.word(old.first - 1) in when
    levels = (amount(new) or new.kind == "percentage") and (both or alike(new, old))
    known = all(figure.quantity.value is not None for figure in three)
    counted = both and by.kind == "count"
    if not levels or not known or not (by.kind in DIFFERENCES or counted or alike(by, new)):
        return
    slot = slot_of(sentence, old)
    if slot is not None and slot.role == "by":
        return  # "£120m more than in 2023 and £150m more than in 2022"
    placed = sentence.word(old.last + 1) in sentence.lexicon.data["parts"]["before_whole"]
    if placed and not sentence.dated(old.last + 2):
        return  # "when it was 13% in a survey by telephone"
    turn, start = _compared(sentence, last)
    if start and _tail(sentence, range(start, old.first)):
        members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
        members += [("by", by.claim), ("level", old.claim.span), *([turn] if turn else [])]
        yield sentence.relation("change", members, sure=False)


def _compared(sentence: Sentence, by: Figure) -> tuple[tuple[str, Span] | None, int]:
    """The word that says which way, and the token behind "mehr als", "so viele Gäste wie"; or 0."""
    data, at = sentence.lexicon.data["changes"], by.last + 1
    if by.kind == "multiple":
        at += sentence.at(sentence.phrases("changes", "as_much"), at)
        for skipped in range(NOUNS + 1):
            if sentence.word(at + skipped) in data["as"]:
                return None, at + skipped + 1
        return None, 0
    for role in ("up", "down"):
        if sentence.word(at) in data[f"behind_{role}"] and sentence.word(at + 1) in data["than"]:
            return (role, sentence.scene.passage.span(at, at)), at + 2
    return None, 0


def _tail(sentence: Sentence, tail: range) -> bool:
    """Words of another time, perhaps a comma and "als", up to the old value."""
    when = sentence.lexicon.data["changes"]["when"]
    marks = [at for at in tail if not sentence.tokens.words[at].isalpha()]
    marks = [at for at in marks if not sentence.dated(at)]
    past = sentence.phrases("changes", "past")
    timed = any(sentence.at(past, at) for at in tail) or any(
        claim.kind in {"date", "duration"}
        for claim in sentence.scene.claims_in(tail.start - COMPARED, tail.stop)
    )  # "fewer than five years ago" is one claim
    stops = sentence.lexicon.data["changes"]["stops"]
    joined = any(sentence.word(at) in stops and sentence.word(at) not in when for at in tail)
    if not timed or joined or not 0 < len(tail) <= TAIL or len(marks) > 1:
        return False
    return all(sentence.word(at) == "," and sentence.word(at + 1) in when for at in marks)
