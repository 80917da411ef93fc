"""Differences: "54 per cent against 42, a lead of 12 points", "54 and his wife 49, an age gap of".

Two figures of one unit, a comma or dash and a noun of difference with its own figure behind them;
or "by 12 points, 54 to 42"; or the lead in a sentence of its own. A third figure of the unit leaves
it open which two are meant.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.marks import OPENERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, neighbours
from factcheck.relations.shares.votes import against

FEWEST = 3
PAIR = 2
LIGHT_WORDS = 4
OLDEST = 130
LIVES = frozenset({"age", "number", "duration"})
OTHER_KINDS = frozenset({"percentage_point", "age"})
BARE = frozenset({"percentage", "count", "number"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The differences of a sentence."""
    if len(sentence.figures) < FEWEST:
        return
    if sentence.words.isdisjoint(cues(sentence.lexicon, "differences", "nouns", "leads")):
        return
    figures = [f for f in sentence.figures if amount(f) or f.kind in OTHER_KINDS]
    for gap in figures:
        sides = _before(sentence, figures, gap) or _behind(sentence, figures, gap)
        if sides is not None:
            members = [("side", side.claim) for side in sides]
            yield sentence.relation("difference", [*members, ("gap", gap.claim)], sure=True)


def find(scene: Scene) -> Iterator[Relation]:
    """A lead over the two sides of the sentence before: "Ihr Vorsprung beträgt damit 7 Punkte"."""
    nouns = scene.passage.lexicon.phrases("differences", "nouns")
    if nouns.first_words.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        inside = [f for f in both.figures if f.first >= split and f.kind != "date"]
        if len(inside) != 1 or not (amount(inside[0]) or inside[0].kind in OTHER_KINDS):
            continue
        gap = inside[0]
        before = [f for f in both.figures if f.first < split]
        points = (gap.quantity.noun or "").lower() in both.lexicon.data["differences"]["points"]
        sides = [
            f
            for f in before
            if amount(f)
            and ((points and f.kind == "percentage") or _comparable(f, gap, aged=False))
        ]
        if len(sides) == PAIR and _beside(both, sides, split) and _summed_up(both, gap, split):
            members = [("side", side.claim) for side in sides]
            yield both.relation("difference", [*members, ("gap", gap.claim)], sure=False)


def _summed_up(both: Sentence, gap: Figure, split: int) -> bool:
    """The noun of a difference soon in the second sentence, and "is" or "of" before its figure."""
    nouns, data = both.phrases("differences", "nouns"), both.lexicon.data["differences"]
    at = gap.first
    while both.word(at - 1) in {*both.lexicon.data["changes"]["fillers"], *data["thus"]}:
        at -= 1
    told = both.before(both.phrases("changes", "of"), at) or both.word(at - 1) in data["is"]
    noun = next((n for n in range(split, gap.first) if both.at(nouns, n)), None)
    if noun is None or not told or noun - split > LIGHT_WORDS or not both.plain(split, gap.first):
        return False
    other = any(both.word(n) in data["of_others"] for n in range(noun + 1, gap.first))
    placed = both.word(gap.last + 1) in both.lexicon.data["parts"]["before_whole"]
    return not (other or placed) and not both.at(both.phrases("changes", "behind"), gap.last + 1)


def _before(
    sentence: Sentence, figures: Sequence[Figure], gap: Figure
) -> tuple[Figure, Figure] | None:
    """The two sides before ", a lead of 12 points"."""
    noun = _noun(sentence, gap)
    if noun is None or not _ends(sentence, gap):
        return None
    opener = noun - 1
    data = sentence.lexicon.data["differences"]
    while noun - opener <= LIGHT_WORDS and sentence.word(opener).isalpha():
        if sentence.word(opener) in data["stops"]:
            return None
        opener -= 1
    if sentence.word(opener) not in OPENERS:
        return None
    aged = any(sentence.word(at) in data["ages"] for at in range(opener, noun + 1))
    sides = [f for f in figures if f is not gap and _comparable(f, gap, aged=aged)]
    if len(sides) != PAIR or sides[1].last >= opener or not _beside(sentence, sides, opener):
        return None
    voted = not sentence.words.isdisjoint(sentence.lexicon.data["votes"]["words"])
    return None if voted and against(sentence, sides[0], sides[1]) else (sides[0], sides[1])


def _noun(sentence: Sentence, gap: Figure) -> int | None:
    """Where the noun stands of which the figure is said: "gap of"."""
    at = gap.first
    while sentence.word(at - 1) in sentence.lexicon.data["changes"]["fillers"]:
        at -= 1
    length = sentence.before(sentence.phrases("changes", "of"), at)
    noun = at - length - 1
    return noun if length and sentence.at(sentence.phrases("differences", "nouns"), noun) else None


def _ends(sentence: Sentence, gap: Figure) -> bool:
    """Nothing behind the difference says between which others it is."""
    length = sentence.at(sentence.phrases("differences", "behind"), gap.last + 1)
    return sentence.breaks(gap.last + 1 + length)


def _comparable(side: Figure, gap: Figure, *, aged: bool) -> bool:
    """Can the difference be one of this figure and another like it?"""
    kind = side.claim.kind
    if gap.kind in {"percentage_point", "percentage"}:
        return kind == "percentage"
    if gap.kind == "duration":
        value = side.quantity.value
        own = gap.quantity.unit == "year" and value is not None and value < OLDEST
        return aged and own and kind in LIVES
    if gap.kind == "number":
        return kind in BARE
    return alike(side, gap)


def _beside(sentence: Sentence, sides: Sequence[Figure], opener: int) -> bool:
    """One statement, in which neither side is the old or the new value of a change."""
    between = range(sides[0].last + 1, opener)
    of = sentence.before(sentence.phrases("parts", "of"), sides[1].first)
    if of and sides[1].first - of == between.start:
        return False  # "340 of the 650 seats, a majority of 30"
    if any(sentence.word(at) in {";", ":"} for at in between):
        return False
    changed = cues(sentence.lexicon, "changes", "up", "down", "either", "multiplied")
    return not any(sentence.word(at) in changed for at in range(sentence.first, opener))


def _behind(
    sentence: Sentence, figures: Sequence[Figure], gap: Figure
) -> tuple[Figure, Figure] | None:
    """The two sides behind "leads by 12 points,": "54 to 42", "54 per cent against 42"."""
    by = sentence.before(sentence.phrases("changes", "by"), gap.first)
    verbs = sentence.phrases("differences", "leads")
    led = any(sentence.at(verbs, at) for at in range(sentence.first, gap.first - by))
    opener = gap.last + 1
    if not (by and led) or sentence.word(opener) not in OPENERS:
        return None
    sides = [f for f in figures if f.first > opener]
    if len(sides) != PAIR or sides[0].first != opener + 1:
        return None
    left, right = sides
    joined = {sentence.word(at) for at in range(left.last + 1, right.first)}
    versus = joined <= {*sentence.lexicon.data["votes"]["against"], "-", "–"}
    if not versus or not sentence.breaks(right.last + 1):
        return None
    known = all(side.claim.kind in BARE for side in sides) and left.claim.kind == right.claim.kind
    return (left, right) if known and gap.kind in {"percentage_point", "count"} else None
