"""What a value of then has become since: "33.3 million in 1998, has since grown by 14 percent, to
38 million", "lag 1998 bei 33,3 Millionen, ist seither um 14 Prozent auf 38 Millionen gestiegen".

The value of then with its date, a phrase such as "has since", the difference, and the value of now,
in this order and with no other figure. Between the first value and the phrase stand only its date
and small words, so that both are of one subject.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.other_bases import another_rate
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, neighbours, sentences

THREE = 3
SPARE = 1
NEAR = 4
ASIDE = frozenset({"date", "ordinal", "age"})
DIFFERENCES = frozenset({"percentage", "percentage_point", "fraction"})


def find(scene: Scene) -> Iterator[Relation]:
    """The changes of a passage since a day that is told with the old value."""
    table = scene.passage.lexicon.phrases("changes", "since_then")
    if table.first_words.isdisjoint(scene.passage.tokens.lowers):
        return
    windows = [(window, window.first) for window in sentences(scene)]
    for window, split in [*windows, *neighbours(scene)]:
        figures = [figure for figure in window.figures if figure.kind not in ASIDE]
        if len(figures) == THREE and figures[1].first >= split:
            at = next((i for i in range(figures[0].last, window.end) if window.at(table, i)), None)
            if at is not None and at >= split and _one_subject(window, figures[0], at):
                yield from _change(window, figures, at)


def _change(sentence: Sentence, figures: Sequence[Figure], since: int) -> Iterator[Relation]:
    old, by, new = figures
    slots = [slot_of(sentence, figure) for figure in figures]
    multiple = by.kind == "multiple" and sentence.word(by.last) in _multiplied(sentence)
    marked = multiple or (slots[1] is not None and slots[1].role == "by")
    reached = slots[2] is not None and slots[2].role == "to" and slots[2].start - by.last <= NEAR
    if not (since < by.first and marked and reached) or another_rate(sentence, by):
        return
    start = slots[1].start if slots[1] is not None else by.first
    close = slots[2] is not None and slots[2].start - by.last - 1 <= (
        sentence.word(by.last + 1) == ","
    )
    told = sentence.at(sentence.phrases("changes", "since_then"), since)
    if not close or _placed(sentence, range(since + told, start)):
        return
    known = all(figure.quantity.value is not None for figure in figures)
    levels = amount(old) and alike(old, new)
    units = multiple or by.kind in DIFFERENCES or alike(by, old)
    turn = _turn(sentence, since)
    if known and levels and units and (multiple or turn is not None):
        members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
        members += [("by", by.claim), *([turn] if turn and not multiple else [])]
        yield sentence.relation("change", members, sure=False)


def _placed(sentence: Sentence, words: range) -> bool:
    """As in "has since grown in the cities by": the growth of a part."""
    prepositions = sentence.lexicon.data["parts"]["before_whole"]
    return any(sentence.word(at) in prepositions for at in words)


def _multiplied(sentence: Sentence) -> Sequence[str]:
    words: Sequence[str] = sentence.lexicon.data["changes"]["multiplied"]
    return words


def _turn(sentence: Sentence, since: int) -> tuple[str, Span] | None:
    """The one direction in which the verb behind "has since" leads."""
    data, span = sentence.lexicon.data["changes"], sentence.scene.passage.span
    found = [
        (role, span(at, at))
        for at in range(since, sentence.end)
        for role in ("up", "down")
        if sentence.word(at) in data[role]
    ]
    return found[0] if len({role for role, _ in found}) == 1 else None


def _one_subject(sentence: Sentence, old: Figure, since: int) -> bool:
    """Only the date of the old value and small words stand between it and "has since"."""
    lexicon, words = sentence.lexicon, sentence.tokens.words
    dates = [f for f in sentence.figures if f.kind == "date" and f.claim.period is not None]
    of_then = [f for f in dates if f.first < since]
    between = [at for at in range(old.last + 1, since) if not sentence.dated(at)]
    free = [
        at for at in between if words[at].isalpha() and sentence.word(at) not in lexicon.stop_words
    ]
    signs = {words[at] for at in between if not words[at].isalpha()}
    return len(of_then) == len(dates) == 1 and len(free) <= SPARE and signs <= {",", "."}
