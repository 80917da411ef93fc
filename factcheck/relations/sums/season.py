"""A season's record: "won 14, drawn five and lost seven of their 26 games, leaving them on 47".

In one sentence or in two, each told once: how many matches a side won, drew and lost, by a noun
("elf Siege") or a verb beside the number ("won 14", "verloren achtmal"). With the number of matches
they are its parts (`sum`, drawn); with points each win counts three and each draw one (`record`).
What a side is ahead by, and points taken off it, are no points of its record; at home it plays only
some of its matches.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, neighbours, sentences
from factcheck.relations.sums.kinds import TIMES, added, come_near, countable

WON, DRAWN, LOST = range(3)
KINDS = frozenset({"count", "number"}) | TIMES
FEWEST = 3
BEHIND = 4


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The records of a passage; `bound` are the ids of the claims that are worked out already."""
    data = scene.passage.lexicon.data["season"]
    lowers = scene.passage.tokens.lowers
    known = {word for words in (*data["nouns"], *data["verbs"]) for word in words}
    if len(scene.claims) < FEWEST or known.isdisjoint(lowers):
        return
    done: set[int] = set()
    windows = (*sentences(scene, FEWEST), *(both for both, _ in neighbours(scene)))
    for window in windows:
        for relation in _read(window):
            told = relation.all("total") or relation.all("points")
            if id(told[0]) not in done and id(told[0]) not in bound:
                done.add(id(told[0]))
                yield relation


def _read(window: Sentence) -> Iterator[Relation]:
    figures = [f for f in window.figures if f.kind in KINDS and countable(window, f)]
    sides = [_only(window, figures, side) for side in (WON, DRAWN, LOST)]
    won, drawn, lost = sides
    some = window.lexicon.words("season", "at_home")
    if won is None or drawn is None or lost is None or not window.words.isdisjoint(some):
        return
    span, items = won.claim.span, [won, drawn, lost]
    played = [f for f in figures if f not in items and _named(window, f, "matches")]
    if len(played) == 1 and come_near(added(items), played[0].value):
        yield window.relation("sum", {"total": played[0], "item": items, "drawn": span}, sure=False)
    points = [f for f in figures if f not in items and _points(window, f)]
    if len(points) == 1 and not _taken_off(window) and not _later(window, figures):
        told = {"won": won, "drawn": drawn, "points": points[0]}
        yield window.relation("record", told, sure=False)


def _only(window: Sentence, figures: Sequence[Figure], side: int) -> Figure | None:
    """The one figure that is told of matches won, drawn or lost."""
    found = [figure for figure in figures if _of_side(window, figure, side)]
    return found[0] if len(found) == 1 and found[0].value >= 0 else None


def _of_side(window: Sentence, figure: Figure, side: int) -> bool:
    """As in "elf Siege", "won 14", "gewannen 22 Partien", "fünfmal unentschieden"."""
    data, head = window.lexicon.data["season"], figure.quantity.head
    if figure.kind == "count" and head in data["nouns"][side]:
        return True
    others = {word for n, words in enumerate(data["nouns"]) if n != side for word in words}
    if figure.kind == "count" and head in others:
        return False
    at = next((at for at in _beside(window, figure) if _told(window, at)), None)
    return at is not None and window.word(at) in data["verbs"][side]


def _told(window: Sentence, at: int) -> bool:
    verbs = window.lexicon.data["season"]["verbs"]
    return any(window.word(at) in each for each in verbs)


def _beside(window: Sentence, figure: Figure) -> list[int]:
    """The word before a figure, and those behind it up to a sign or the next figure."""
    if window.lexicon.data["season"]["verb_first"]:
        return [figure.first - 1]
    stops = {at for f in window.figures for at in range(f.first, f.last + 1)}
    behind = range(figure.last + 1, figure.last + 1 + BEHIND)
    end = next((at for at in behind if window.breaks(at) or at in stops), behind.stop)
    return [figure.first - 1, *range(behind.start, end)]


def _named(window: Sentence, figure: Figure, key: str) -> bool:
    return figure.quantity.head in window.lexicon.words("season", key)


def _points(window: Sentence, figure: Figure) -> bool:
    """As in "37 Punkten", not "four points ahead", "vier Zähler vor dem TuS"."""
    data = window.lexicon.data
    apart = {*data["differences"]["apart"], *data["season"]["apart"], *data["changes"]["behind"]}
    after = window.word(figure.last + 1)
    return _named(window, figure, "points") and after not in apart


def _later(window: Sentence, figures: Sequence[Figure]) -> bool:
    """As in "51 points after 29"."""
    after = window.lexicon.words("season", "after")
    return any(f.kind == "number" and window.word(f.first - 1) in after for f in figures)


def _taken_off(window: Sentence) -> bool:
    return not window.words.isdisjoint(window.lexicon.words("season", "taken_off"))
