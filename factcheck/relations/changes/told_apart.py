"""Changes whose old value, new value and difference are told apart: "Statt 7.500 kamen nur 6.300
Gäste, 1.200 weniger als im Vorjahr", "fell by 1,200 to 6,300. The year before it was 7,500".

A sentence, or two that follow each other, with one difference and two levels of one quantity and no
other figure besides dates and times. One of the levels must be marked as the old one: by "from", by
"last year" or "instead of" in its clause. And both must be of one thing: the clause of the old one
names nothing that the rest does not name too. Where no level is marked, the direction tells the
old one and only the lack of other figures binds the three: the role `alone`. What is found
elsewhere already is left out.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import chain

from factcheck.model import Relation, Span
from factcheck.relations.changes.lone_levels import (
    by_direction,
    finer,
    fitting,
    is_level,
    leads,
    lone,
    nothing_else,
    plausible,
)
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.objections import objected, of_then, since_another
from factcheck.relations.changes.old_levels import (
    no_name,
    nothing_new,
    old_level,
    one_thing,
    replaced,
    since_then,
)
from factcheck.relations.changes.planned import planned_level
from factcheck.relations.changes.subjects import another_subject, two_subjects
from factcheck.relations.changes.ties import between, closing, concluded, led
from factcheck.relations.changes.told_differences import of_one_level
from factcheck.relations.changes.turns import as_much, drawn, turn_of
from factcheck.relations.changes.two_levels import stepped, two_levels
from factcheck.relations.figure_kinds import DIFFERENCES, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, STATEMENT_ENDS, Figure, Roles, Sentence, alike
from factcheck.relations.windows import counted, said_again, triples, windows

Turn = tuple[str, Span]
LEVELS = 2
NEAR = 3
WORDS_BEFORE = 5


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The changes of a passage; `bound` are the ids of the differences that have one already."""
    done: set[int] = set()
    for window, split in chain(windows(scene), _concluded_threes(scene)):
        if len(counted(window)) > LEVELS:
            yield from _change(window, split, bound, done)


def _concluded_threes(scene: Scene) -> Iterator[tuple[Sentence, int]]:
    """Three sentences of which the last has one figure and sums up: "Das ist ein Plus von 8"."""
    pointing = scene.passage.lexicon.data["changes"]["pointing"]
    for window, last in triples(scene):
        inside = [figure for figure in counted(window) if figure.first >= last]
        inside = [f for f in inside if f.kind != "duration"] or inside
        if len(inside) == 1 and (
            window.word(last) in pointing
            or drawn(window, inside[0])
            or _taken_up(window, inside[0], last)
        ):
            yield window, last


def _taken_up(window: Sentence, by: Figure, last: int) -> bool:
    """As in "Das Minus beträgt 70 Prozent", "The fall was 70 per cent"."""
    slot, data = slot_of(window, by), window.lexicon.data["changes"]
    return slot is not None and slot.start == last + 1 and window.word(last) in data["definite"]


def _change(
    window: Sentence, split: int, bound: Container[int], done: set[int]
) -> Iterator[Relation]:
    figures = counted(window)
    differences = [(figure, turn_of(window, figure)) for figure in figures]
    known = [(figure, turn) for figure, turn in differences if turn is not None]
    others = [figure for figure, turn in differences if turn is None]
    if len(known) == LEVELS and known[0][0].kind == "multiple" and split <= known[1][0].first:
        known = known[1:]  # "tripled, from 41 to 123. The 200 per cent rise"
    again: list[Figure] = []
    if len(known) == LEVELS and _told_twice(known):  # "960 fewer. A fall of 5.7%"
        again = [figure for figure, _ in known if figure.kind not in SHARES]
        known = [each for each in known if each[0].kind in SHARES]
    told = id(known[0][0].claim) if len(known) == 1 else None
    if told is None or told in bound or told in done:
        return
    for relation in _told_by(window, split, known[0], others, again):
        done.add(told)
        yield relation


def _told_twice(known: Sequence[tuple[Figure, Turn]]) -> bool:
    """Are they an amount and a share, both up or both down?"""
    (first, one), (second, other) = known
    shares = [figure for figure in (first, second) if figure.kind in SHARES]
    return len(shares) == 1 and one[0] == other[0] and "multiple" not in {first.kind, second.kind}


def _told_by(
    window: Sentence,
    split: int,
    told: tuple[Figure, Turn],
    others: Sequence[Figure],
    again: Sequence[Figure],
) -> Iterator[Relation]:
    """The change that one difference and two levels among the other figures make.

    `again` are amounts that the difference, a share, tells once more.
    """
    by, turn = told
    levels = two_levels(window, others, by)
    if levels is None:
        yield from of_one_level(window, by, turn, [*others, *again])
    if levels is None or not (
        by.kind in DIFFERENCES | {"multiple"} or _measures(window, by, levels[0])
    ):
        return
    if objected(window, by, levels) or _of_its_own(window, by, levels):
        return
    pair = _marked(window, split, by, levels)
    marked = pair is not None
    if pair is None or not (by.kind == "multiple" or _consistent(window, by, turn, pair)):
        other = lone(window, by, turn, levels)
        turned = pair is not None and other is not None and other[0] is not pair[0]
        apart = any(window.word(at) in STATEMENT_ENDS for at in range(levels[1].last, by.first))
        pair, marked = None if turned and apart else other, False
    alone = pair is None or stepped(window, *pair)
    pair = pair or by_direction(window, by, turn, levels)
    if pair is None:
        return
    another = another_subject(window, by, pair) and not _in_one_clause(window, by, levels)
    if another and not drawn(window, by):
        return
    alone = alone or another  # "Der Umsatz stieg somit um 30 Prozent"
    if not alone and two_subjects(window, by, *pair):
        return
    old, new = pair
    alone = alone and not _meant(window, by, old, new)
    if alone and since_another(window, by, old):
        return
    if again and not any(fitting(window, each, old, new) for each in (*again, by)):
        return  # "nearly 3,000 fewer. Those who waited a year number 1,215, a third fewer"
    marked = marked or is_level(window, new)
    more = [f for f in (*others, *again) if said_again(window, by, f) and alike(f, old)]
    for difference in (*more, by):
        members: Roles = {"from": old, "to": new, "by": difference}
        members = {**members, **dict([turn] if by.kind != "multiple" else [])}
        members = {**members, "level": old.claim.span if marked else None}
        yield window.relation("change", members, sure=False, alone=by if alone else None)


def _of_its_own(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """Is the difference told of something beside it, not of the levels a sentence away?

    "20,935 electric cars were sold, a rise of 21 per cent", "79,1 Prozent und damit sieben Punkte
    mehr. Am 24. Dezember kamen 91".
    """
    first, end = window.scene.passage.bounds(by.first)
    inside = [level for level in levels if first <= level.first < end]
    own = (f for f in counted(window) if first <= f.first < end and f.last < by.first)
    counts = any(f not in levels and f.kind == "count" for f in own)
    if not inside:
        return counts and by.kind in SHARES and not drawn(window, by)
    behind = window.word(by.last + 1) in window.lexicon.data["changes"]["behind"]
    closed = behind and window.word(by.last + 2) in STATEMENT_ENDS
    return closed and len(inside) == 1 and levels[0] in inside and levels[1].first >= end


def _meant(window: Sentence, by: Figure, old: Figure, new: Figure) -> bool:
    """As in "hoped for 12,000; 15,000 came, a quarter more than hoped": what became of a plan."""
    planned = planned_level(window, by, (old, new)) is old
    return planned and no_name(window, new, old)


def _measures(window: Sentence, by: Figure, level: Figure) -> bool:
    """Are both of one unit, or metres and centimetres? "Seven degrees" are those beside them."""
    unit = window.scene.units.get(level.quantity.unit or "")
    bare = by.kind == level.kind == "measure" and by.quantity.unit is None
    bare = bare and unit is not None and bool(unit.offset)
    return alike(by, level) or bare or finer(window, by, level) != 1


def _consistent(window: Sentence, by: Figure, turn: Turn, pair: tuple[Figure, Figure]) -> bool:
    """Does it go up or down as told, and about as far? "From" and "to" may hold a slip.

    So may what spells it out: "Um 30 Prozent zugenommen hat sie: 2023 waren es 520, im Jahr zuvor".
    """
    roles = {slot.role for figure in pair if (slot := slot_of(window, figure))}
    sized = _announced(window, by, pair) or plausible(window, by, *pair)
    return roles == {"from", "to"} or (leads(turn, *pair) and sized)


def _marked(
    window: Sentence, split: int, by: Figure, levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level, where the old one is marked and both are of one thing."""
    told = (
        _referred(window, by, levels, split)
        or since_then(window, by, levels)
        or led(window, by, levels)
    )
    told = told or (by.first > levels[1].last and by.kind == "multiple" and as_much(window, by))
    old = levels[0] if told else _held_against(window, by, levels) or old_level(window, levels)
    if old is None or not (told or of_then(window, by, old)) or since_another(window, by, old):
        return None
    new = levels[1] if old is levels[0] else levels[0]
    ends = {slot.role for figure in levels if (slot := slot_of(window, figure))}
    tied = _tied(window, by, new) or closing(window, by, levels)
    light = concluded(window, by, levels)
    carried = between(window, by, levels)
    so = by.first > levels[1].last and drawn(window, by)
    spread = _decided(window, by, levels) or _foretold(window, split, by, levels)
    spelled = (by.kind == "multiple" or light) and ends == {"from", "to"}
    tied = tied or light or carried or so or spread or nothing_else(window, by, levels)
    announced = by.kind == "multiple" and _announced(window, by, levels)
    tied = tied or announced
    within = _in_one_clause(window, by, levels)
    one = spelled or carried or so or within or one_thing(window, old, new)
    one = one or (light and nothing_new(window, levels[1], levels[0]))  # "Now 11% do"
    one = one or replaced(window, old)
    return (old, new) if told or (tied and one) else None


def _announced(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Um 30 Prozent zugenommen hat sie: 2023 waren es", "have trebled: a cup that cost"."""
    first = min(levels, key=lambda level: level.first)
    return any(window.word(at) == ":" for at in range(by.last + 1, first.first))


def _in_one_clause(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "trebled: a cup that cost 31p in 2007 is 62p now"."""
    between = range(levels[0].last + 1, levels[1].first)
    told = by.kind == "multiple" and _announced(window, by, levels)
    return told and all(window.word(at) not in BREAKS for at in between)


def _referred(window: Sentence, by: Figure, levels: tuple[Figure, Figure], split: int) -> bool:
    """As in "Die Zahl soll sich auf 43.000 verdoppeln" behind the sentence with that number."""
    old, new = levels
    slot = slot_of(window, new)
    if not old.last < split <= min(by.first, new.first) or slot is None or slot.role != "to":
        return False
    table, of = window.phrases("changes", "the_number"), window.lexicon.data["changes"]["number_of"]
    hits = ((at, window.at(table, at)) for at in range(split, new.first))
    return any(length and window.word(at + length) not in of for at, length in hits)


def _decided(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Bislang 22,5 Prozent, künftig 25 Prozent: Mit dem Beschluss steigt er um 2,5"."""
    colons = [at for at in range(window.first, by.first) if window.word(at) == ":"]
    one = len(colons) == 1 and levels[1].last < colons[0]
    return one and all(no_name(window, a, b) for a, b in (levels, levels[::-1]))


def _foretold(window: Sentence, split: int, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Die Mittel werden halbiert. Statt 640.000 Euro gibt es noch 420.000"."""
    before = by.last < split <= levels[0].first and by.kind == "multiple"
    dated = any(figure.kind == "date" and figure.last < split for figure in window.figures)
    same = all(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    return before and not dated and (same or replaced(window, levels[0]))


def _held_against(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> Figure | None:
    """As in "1,400 more than the 16,000": the level right behind the comparison."""
    if window.word(by.last + 2) not in window.lexicon.data["changes"]["than"]:
        return None
    return next((f for f in levels if 0 <= f.first - by.last - 3 <= 1), None)


def _tied(window: Sentence, by: Figure, new: Figure) -> bool:
    """Does the difference stand right behind the new value, or before it as in "by 5% to"?"""
    slot = slot_of(window, new)
    if by.last < new.first:
        start = slot.start if slot is not None and slot.role == "to" else new.first
        return slot is not None and slot.role == "to" and start - by.last <= NEAR
    signs = [at for at in range(new.last + 1, by.first) if window.word(at) in BREAKS]
    words = range(signs[0] if signs else new.last, by.first)
    near = len(words) <= (WORDS_BEFORE if signs else NEAR)
    stops = window.lexicon.data["changes"]["stops"]
    so = window.lexicon.data["changes"]["thus"]
    joined = any(window.word(at) in so for at in words)
    small = all(window.word(at) not in stops for at in words) and no_name(window, by, new)
    return len(signs) <= 1 and near and (joined or small)
