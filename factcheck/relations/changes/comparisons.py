"""Changes told by comparison: "900 Millionen, dreimal so viel wie die geplanten 450 Millionen".

Three structures. A multiple or a difference and "so viel wie", "weniger als die", "as much as the",
with its base right behind and what is compared before it. A difference in apposition behind two
figures of one unit, of which one is said to be the older ("im Jahr davor", "noch", "in 2010"): "now
has 6,000 workers, a drop of 33%". "Und damit 43 Prozent weniger" behind two figures of one unit.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.held_against import bracketed_levels, of_then
from factcheck.relations.changes.lone_levels import is_level, leads
from factcheck.relations.changes.marks import OPENERS, Slot, moved, noun_turn, slot_of, told_more
from factcheck.relations.changes.objections import since_another, subordinate
from factcheck.relations.changes.old_levels import no_name
from factcheck.relations.changes.other_bases import another_rate, of_another, own_noun
from factcheck.relations.changes.results import told
from factcheck.relations.changes.subjects import another_subject
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    amount,
    clause_of,
    neighbours,
    worded,
)
from factcheck.relations.windows import said_again

BASE_WORDS = 4
REACH = 16
FIGURES = 3
BEFORE = 6
AFTER = 3
DIFFERENCES = frozenset({"percentage", "percentage_point"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The comparisons of a sentence of three figures or more."""
    figures = [f for f in sentence.figures if f.kind not in {"date", "ordinal"}]
    if len(figures) < 3:
        return
    for index, by in enumerate(figures):
        base = _base(sentence, figures, index)
        if base is not None:
            yield from _compared(sentence, figures[:index], by, base)
            return
    if len(figures) == FIGURES and "multiple" in {figures[0].kind, figures[-1].kind}:
        yield from _multiplied(sentence, figures)
    found = list(_two_times(sentence, figures)) or list(bracketed_levels(sentence))
    result = None if found else told(sentence, sentence.first)
    found += [result] if result is not None else []
    yield from found or of_then(sentence, sentence.first)


def find(scene: Scene) -> Iterator[Relation]:
    """Comparisons whose difference stands in a sentence of its own: "Das ist ein Plus"."""
    for both, split in neighbours(scene):
        result = told(both, split)
        yield from [result] if result is not None else of_then(both, split)


def _base(sentence: Sentence, figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure right behind "so viel wie", "weniger als" and a multiple or a difference."""
    by = figures[index]
    key = {"multiple": "times_as", "percentage": "than_base"}.get(by.kind)
    if key is None or index + 1 == len(figures) or index == 0:
        return None
    length = sentence.at(sentence.phrases("changes", key), by.last + 1)
    base, start = figures[index + 1], by.last + 1 + length
    opened = sentence.word(base.first - 1) == "("
    owned = sentence.before(sentence.phrases("changes", "who_have"), base.first)
    owned *= sentence.word(base.first - owned - 1) == ","
    end = base.first - opened - (owned + 1 if owned else 0)  # "as the Greens, who have 15"
    slot = slot_of(sentence, base)
    if slot is not None and (slot.role == "by" or (slot.role == "from" and not slot.loose)):
        return None  # "2% higher than a year ago and 31% higher than in 2015", "from six to 12"
    near = length and end - start <= BASE_WORDS + 1 and worded(sentence, start, end)
    return base if near else None


def _compared(
    sentence: Sentence, before: Sequence[Figure], by: Figure, base: Figure
) -> Iterator[Relation]:
    """What is compared: the last figure of the base's unit, with no verb of another between."""
    new = before[-1]
    gap = range(new.last + 1, by.first)
    if sentence.word(by.first - 1) in sentence.lexicon.data["changes"]["denials"]:
        return  # "nicht halb so groß wie"
    part = before[-2] if len(before) > 1 else None
    of = sentence.before(sentence.phrases("parts", "of"), new.first)
    if part is not None and of and part.last + 1 == new.first - of:
        new = part  # "72 of the 92 seats, twice as many as"
    stops = sentence.lexicon.data["changes"]["stops"]
    so = sentence.lexicon.data["changes"]["thus"]
    stopped = any(sentence.word(at) in stops and sentence.word(at + 1) not in so for at in gap)
    if not alike(new, base) or told_more(sentence, new) or len(gap) > REACH or stopped:
        return
    marks = [at for at in gap if not (sentence.word(at).isalpha() or sentence.dated(at))]
    apposed = len(marks) == 1 and sentence.tokens.words[marks[0]] in OPENERS
    if marks and not apposed:
        return
    members: list[tuple[str, Claim | Span]] = [("from", base.claim), ("to", new.claim)]
    turn = _turn(sentence, by.last + 1)
    sure = apposed and len([f for f in before if alike(f, base)]) == 1
    yield sentence.relation(
        "change", [*members, ("by", by.claim), *([turn] if turn else [])], sure=sure
    )


def _turn(sentence: Sentence, index: int) -> tuple[str, Span] | None:
    """("up" or "down", the word) for "mehr", "weniger", "higher", "lower" behind a difference."""
    data = sentence.lexicon.data["changes"]
    span = sentence.scene.passage.span
    for role in ("up", "down"):
        if sentence.word(index) in data[f"behind_{role}"]:
            return role, span(index, index)
    return None


def _two_times(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Relation]:
    """As in "now has 6,000 workers, a drop of 33%" behind the 8,000 of an earlier year."""
    slots = [slot for slot in (_difference(sentence, figure) for figure in figures) if slot]
    if len(slots) != 1 or len(figures) != FIGURES:
        return
    by = slots[0].figure
    if any(said_again(sentence, by, figure) for figure in figures if figure is not by):
        return
    first, second = (figure for figure in figures if figure is not by)
    turn = _noun_turn(sentence, slots[0])
    another = ";" in sentence.words and not no_name(sentence, by, second)  # "; a bar is 5% dearer"
    if turn is None or not _same(sentence, first, second) or _marked(sentence, figures, by):
        return
    if another or of_another(sentence, range(slots[0].start - AFTER, by.first)):
        return
    if moved(sentence, second) or subordinate(sentence, by):
        return
    old = _old(sentence, first, second)
    if old is None and by is figures[1] and sentence.dated(by.last + 3):  # "weniger als 2013"
        old = second
    so = sentence.before(sentence.phrases("changes", "introducers"), slots[0].start)
    if old is None and by is figures[-1] and so:  # "und damit 43 Prozent weniger"
        old = first
    new = second if old is first else first
    if old is None or another_subject(sentence, by, (old, new)):
        return
    if not leads(turn, old, new) or since_another(sentence, by, old):
        return  # "im vergangenen Jahr 312, 2015 540, ein Rückgang": the word is of the new one
    members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
    members += [("by", by.claim), turn]
    members += [("level", old.claim.span)] if is_level(sentence, new) else []
    yield sentence.relation("change", members, sure=False)


def _multiplied(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Relation]:
    """As in "hat sich halbiert: Waren es 2015 noch 900, so wurden 2020 nur 450 gezählt"."""
    leads = figures[0].kind == "multiple"
    by, first, second = figures if leads else (figures[2], figures[0], figures[1])
    if by.kind != "multiple" or not _same(sentence, first, second):
        return
    if any(slot_of(sentence, figure) for figure in (first, second)):
        return
    verb = sentence.word(by.last) in sentence.lexicon.data["changes"]["multiplied"]
    colon = any(sentence.word(at) == ":" for at in range(by.last + 1, first.first))
    compared = sentence.at(sentence.phrases("changes", "times_as"), by.last + 1)
    then, past = by.last + 1 + compared, sentence.phrases("changes", "past")
    dated = any(sentence.at(past, at) or sentence.dated(at) for at in (then, then + 1))
    bound = verb and colon if leads else bool(compared) and dated  # "so viele wie 2019"
    old = _old(sentence, first, second) if bound else None
    if old is not None:
        new = second if old is first else first
        members = [("from", old.claim), ("to", new.claim), ("by", by.claim)]
        yield sentence.relation("change", members, sure=False)


def _difference(sentence: Sentence, figure: Figure) -> Slot | None:
    """As in "ein Minus von 33 Prozent", "33 Prozent weniger", but not "weniger als erwartet"."""
    slot = slot_of(sentence, figure) if figure.kind in DIFFERENCES else None
    loose = slot is not None and slot.role == "by" and (slot.loose or slot.behind)
    if slot is None or not loose or another_rate(sentence, figure) or own_noun(sentence, figure):
        return None
    than = sentence.word(figure.last + 2) in sentence.lexicon.data["changes"]["than"]
    return None if slot.behind and than and not sentence.dated(figure.last + 3) else slot


def _marked(sentence: Sentence, figures: Sequence[Figure], by: Figure) -> bool:
    """Is one of the others a difference or a part, or does the difference stand first?"""
    if by is figures[0]:
        return True
    parts = sentence.phrases("parts", "of")
    others = [figure for figure in figures if figure is not by]
    slots = [slot_of(sentence, figure) for figure in others]
    return any(slot is not None and slot.role != "to" for slot in slots) or any(
        sentence.before(parts, figure.first) for figure in others
    )


def _same(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """One unit; people may be called workers the second time."""
    if not (amount(first) and amount(second)):
        return False
    if alike(first, second):
        return True
    if "number" in {first.kind, second.kind}:
        return False  # "4,1 Millionen Menschen (Vorjahr: 6,6)"
    persons = sentence.lexicon.data["sums"]["persons"]
    nouns = [(f.quantity.noun or "").lower() for f in (first, second)]
    return all(noun in persons for noun in nouns)


def _old(sentence: Sentence, first: Figure, second: Figure) -> Figure | None:
    """The figure that is said to be of an earlier time: by its year, or by a word beside it."""
    years = [_year(sentence, first, None), _year(sentence, second, first)]
    if years[0] is not None and years[1] is not None:
        return None if years[0] == years[1] else first if years[0] < years[1] else second
    earlier = [_near(sentence, f, other, "past") for f, other in ((first, None), (second, first))]
    if earlier[0] != earlier[1]:
        return first if earlier[0] else second
    if years[0] is not None and _near(sentence, second, first, "present"):
        return first
    today = years[1] is not None and _near(sentence, first, None, "present")
    return second if today else None


def _year(sentence: Sentence, figure: Figure, before: Figure | None) -> int | None:
    """The year of the one time in the clause of a figure: "2015", "im vergangenen Jahr"."""
    clause, scene = clause_of(sentence, figure), sentence.scene
    start = clause.start
    if before is not None and start <= before.last:
        start = before.last + AFTER
    times = scene.claims_in(start, min(clause.stop, figure.last + AFTER + 1))
    years = {each.period.start.year for each in times if each.kind == "date" and each.period}
    return years.pop() if len(years) == 1 else None


def _near(sentence: Sentence, figure: Figure, before: Figure | None, key: str) -> bool:
    start = max(sentence.first, figure.first - BEFORE, before.last + 1 if before else 0)
    table = sentence.phrases("changes", key)
    return any(
        sentence.at(table, at)
        for at in range(start, min(sentence.end, figure.last + AFTER + 1))
        if sentence.word(at - 1) not in sentence.lexicon.data["changes"]["only"]
    )


def _noun_turn(sentence: Sentence, slot: Slot) -> tuple[str, Span] | None:
    at = slot.figure.last + 1 if slot.behind else slot.start
    role = noun_turn(sentence, at)
    return (role, sentence.scene.passage.span(at, at)) if role else _turn(sentence, at)
