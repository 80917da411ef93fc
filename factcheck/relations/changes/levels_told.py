"""Two levels of one subject and what lies between them: "The army, now at 146,000 troops, would
shrink to 100,000, a cut of 31 percent", "had 18 stations in 2010 and has 12 today, a third fewer".

The first level stands in an aside of the subject, behind a relative or a word of time, or behind
"had"; the second behind a phrase by which the same subject is left with it. The difference follows
in apposition, with a noun that leads one way; all three are the only figures but dates and times.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.marks import apposed, noun_turn, slot_of
from factcheck.relations.changes.other_bases import another_rate
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, sentences

THREE = 3
ASIDE = 5
ASIDES = frozenset({"date", "ordinal", "age"})
DIFFERENCES = frozenset({"percentage", "percentage_point", "fraction"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The levels of a passage that a noun of change sums up; `bound` are the differences known."""
    for sentence in sentences(scene):
        for relation in _levels(sentence):
            if id(relation.claim("by")) not in bound:
                yield relation


def _levels(sentence: Sentence) -> Iterator[Relation]:
    if len(sentence.figures) < THREE or "," not in sentence.words:
        return
    if sentence.words.isdisjoint(sentence.lexicon.data["changes"]["nouns"]):
        return
    figures = [f for f in sentence.figures if f.kind not in {*ASIDES, "duration"}]
    if len(figures) != THREE:
        return
    old, new, by = figures
    known = all(f.quantity.value is not None and f.quantity.hedge != "range" for f in figures)
    levels = amount(old) and alike(old, new) and (by.kind in DIFFERENCES or alike(by, old))
    if known and levels and _left_with(sentence, new) and _of_subject(sentence, old, new):
        yield from _change(sentence, figures)


def _change(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Relation]:
    old, new, by = figures
    slot = slot_of(sentence, by)
    if slot is None or slot.role != "by" or not slot.loose or another_rate(sentence, by):
        return
    role = noun_turn(sentence, slot.start)
    if role and sentence.breaks(by.last + 1) and apposed(sentence, new.last + 1, slot):
        turn = (role, sentence.scene.passage.span(slot.start, slot.start))
        members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
        yield sentence.relation("change", [*members, ("by", by.claim), turn], sure=False)


def _left_with(sentence: Sentence, new: Figure) -> bool:
    """As in "will be left with 45", "would shrink to 100,000", "has 12"."""
    at, fillers = new.first, sentence.lexicon.data["changes"]["fillers"]
    while sentence.word(at - 1) in fillers:
        at -= 1
    slot = slot_of(sentence, new)
    reached = slot is not None and slot.role == "to"
    return reached or bool(sentence.before(sentence.phrases("changes", "left_with"), at))


def _of_subject(sentence: Sentence, old: Figure, new: Figure) -> bool:
    """The first level is told in an aside, or of the same subject with "had ... and has"."""
    opener = old.first - 1
    while (
        opener > sentence.first
        and old.first - opener <= ASIDE
        and sentence.plain(opener, opener + 1)
    ):
        opener -= 1
    data = sentence.lexicon.data["changes"]
    if sentence.word(opener) == ",":
        times = cues(sentence.lexicon, "changes", "present", "past")
        word = sentence.word(opener + 1)
        closed = [at for at in range(old.last + 1, new.first) if not sentence.plain(at, at + 1)]
        aside = word in data["relatives"] or word in times
        return aside and len(closed) == 1 and sentence.word(closed[0]) == ","
    had = sentence.word(old.first - 1) in data["had"]
    return had and _goes_on(sentence, old, new)


def _goes_on(sentence: Sentence, old: Figure, new: Figure) -> bool:
    """As in "in 2010 and has": behind the last comma or conjunction are only small words."""
    joins = {*sentence.lexicon.data["parts"]["joins"], ","}
    last = [at for at in range(old.last + 1, new.first) if sentence.word(at) in joins]
    small = sentence.lexicon.stop_words
    times = cues(sentence.lexicon, "changes", "present")
    return bool(last) and all(
        sentence.word(at) in small or sentence.word(at) in times or sentence.dated(at)
        for at in range(last[-1] + 1, new.first)
    )
