"""What is left of a whole: "There were 420 tickets. With 310 sold and 60 given away 50 remain".

A figure that words such as "the remaining", "leaving", "are left" make the rest, and before it or
behind it a whole of its unit with one part or more, in one sentence or in up to three: the largest
is the whole, all the others are parts. Nothing but the lack of other figures binds them, so the
relation is `alone`. The whole stands before its parts, and in their sentence "of" or a mark tells
it from them. A part of a part, an old level, a change, or what came in besides is another sum.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    alike,
    amount,
    cues,
    neighbours,
    sentences,
)
from factcheck.relations.sums.sums import is_no_item
from factcheck.relations.windows import triples

SUMS = frozenset({"money", "count", "number", "measure", "duration"})
MOST = 5
REACH = 4
BEHIND = 2
ENDS = frozenset(".!?;:")
Mark = tuple[int, int]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The rests of a passage; `bound` are the ids of the claims that are worked out already."""
    known = cues(scene.passage.lexicon, "sums", "others", "left_before", "left_behind")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    ones = ((sentence, sentence.first) for sentence in sentences(scene))
    for window, split in (*ones, *neighbours(scene), *triples(scene)):
        for rest in window.figures:
            if rest.first < split or id(rest.claim) in done or id(rest.claim) in bound:
                continue
            mark = _mark(window, rest) if rest.kind in SUMS and amount(rest) else None
            found = _whole(window, rest) if mark is not None else None
            if mark is not None and found is not None and _sized(rest, *found):
                done.add(id(rest.claim))
                yield _relation(window, rest, *found, mark)


def _sized(rest: Figure, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Not "the town of 84,000 is left with 12 doctors": of the size that the others leave."""
    told = [exact(figure.quantity.value or 0) for figure in (rest, whole, *parts)]
    return of_one_size(told[1] - sum(told[2:]), told[0])


def _relation(
    window: Sentence, rest: Figure, whole: Figure, parts: Sequence[Figure], mark: Mark
) -> Relation:
    """Told by its words alone where its clause says nothing else, else `alone`."""
    members: list[tuple[str, Claim | Span]] = [("rest", rest.claim), ("total", whole.claim)]
    members += [("item", part.claim) for part in parts]
    role = "drawn" if _nothing_else(window, rest, mark) else "alone"
    members.append((role, window.scene.passage.span(*mark)))
    return window.relation("sum", members, sure=False)


def _nothing_else(window: Sentence, rest: Figure, mark: Mark) -> bool:
    """As in ", leaving 174.", not "In Wales that leaves 12", "leaving 12 in Wales"."""
    speech = window.lexicon.data["speech"]
    small = {*window.lexicon.stop_words, *speech["modals"], *speech["subordinators"]}
    start, end = min(mark[0], rest.first), max(mark[1], rest.last) + 1
    begin, figures = start, {figure.last for figure in window.figures}
    while (
        begin > window.first and begin - 1 not in figures and window.word(begin - 1) not in BREAKS
    ):
        begin -= 1
    behind_part = begin - 1 in figures  # "60 given away 70 remain"
    light = behind_part or all(window.word(at) in small for at in range(begin, start))
    return light and not _named(window, end, small)


def _named(window: Sentence, at: int, small: Container[str]) -> bool:
    """A noun behind the rest, "the other £9m loan", or a place of it: "leaving 12 in Wales"."""
    data, words = window.lexicon.data, window.tokens.words
    following = words[at + 1] if at + 1 < window.end else ""
    placed = window.word(at) in data["parts"]["before_whole"] and following[:1].isupper()
    if placed or window.breaks(at) or window.word(at) in small:
        return placed
    return not data["grammar"]["capitalised_nouns"] or words[at][0].isupper()


def _mark(window: Sentence, rest: Figure) -> Mark | None:
    """The words that make a figure the rest: "leaving the city £25m", "£25m is still to find"."""
    length = window.before(window.phrases("sums", "others"), rest.first)
    if length:
        return rest.first - length, rest.first - 1
    before = window.phrases("sums", "left_before")
    for end in range(rest.first, max(window.first, rest.first - REACH), -1):
        length = window.before(before, end)
        if length and window.plain(end, rest.first):
            return end - length, end - 1
    behind = window.phrases("sums", "left_behind")
    for at in range(rest.last + 1, rest.last + 1 + BEHIND):
        length = window.at(behind, at)
        if length:
            end = at + length  # not "remain without water"
            purpose = window.word(end) in window.lexicon.data["sums"]["left_for"]
            return (at, end - 1) if purpose or window.breaks(end) else None
        if not window.word(at).isalpha():
            break
    return None


def _whole(window: Sentence, rest: Figure) -> tuple[Figure, list[Figure]] | None:
    """The largest figure of what the rest counts, and the others."""
    others = [f for f in window.figures if f is not rest and f.kind in SUMS and amount(f)]
    figures = [f for f in others if f.quantity.value is not None and alike(f, rest)]
    unread = any(f.kind == "number" for f in others if f not in figures)
    if not 1 < len(figures) <= MOST or rest.claim.period is not None or unread:
        return None
    whole = max(figures, key=_value)
    parts = [figure for figure in figures if figure is not whole]
    of = window.before(window.phrases("parts", "of"), whole.first)
    if not all(alike(part, whole) for part in parts) or (whole.kind == "number" and not of):
        return None
    if _value(whole) <= max(sum(map(_value, parts)), _value(rest)):
        return None
    if any(_other(window, figure) for figure in (*parts, rest)):
        return None
    return (whole, parts) if _told_apart(window, whole, parts) else None


def _value(figure: Figure) -> float:
    return float(figure.quantity.value or 0)


def _told_apart(window: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """As in "Of the 212 shops 38", "51 of the 94", or by the end of a sentence or clause."""
    if window.before(window.phrases("parts", "of"), whole.first):
        return True
    if window.before(window.phrases("parts", "opening"), whole.first):
        return True
    between = range(whole.last + 1, parts[0].first)
    of_it = window.at(window.phrases("sums", "part_of"), parts[0].last + 1)
    return bool(between) and (bool(of_it) or any(window.word(at) in ENDS for at in between))


def _other(window: Sentence, figure: Figure) -> bool:
    """A change, a comparison, a part of a part, or something besides."""
    slot = slot_of(window, figure)
    if slot is not None and slot.role in {"from", "to"}:
        return True
    besides = window.phrases("parts", "besides")
    before = range(max(window.first, figure.first - BEHIND), figure.first)
    return is_no_item(window, figure) or any(window.at(besides, at) for at in before)
