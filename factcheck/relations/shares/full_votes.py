"""Votes, abstentions and those who were away make the whole body: "by 23 votes to 14, with two
abstentions. Three of its 42 members were absent", "mit 31 zu 19 Stimmen bei vier Enthaltungen. Alle
54 Abgeordneten waren da".

In one sentence or in up to three, the two sides of one vote, those who abstained, and the number of
members with a word for who was away, or with "all" and a word for being there. No other number may
stand between. One vote short may be the chair's, and where nobody is said to abstain, any. A body
of whom nothing says that all were there is only confirmed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.languages.phrases import PhraseTable
from factcheck.model import Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    clause_of,
    cues,
    neighbours,
    sentences,
)
from factcheck.relations.shares.votes import against, counts_members, whole_body
from factcheck.relations.shares.votes_apart import NEITHER, NO, YES, is_all, side_of
from factcheck.relations.sums.kinds import added, come_near, value_of
from factcheck.relations.windows import triples

FEWEST = 4


def find(scene: Scene) -> Iterator[Relation]:
    """The full votes of a passage."""
    told = cues(scene.passage.lexicon, "votes", "away", "there", "abstentions")
    if len(scene.claims) < FEWEST or told.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    apart = (both for both, _ in (*neighbours(scene), *triples(scene)))
    for window in (*sentences(scene, FEWEST), *apart):
        relation = _read(window)
        body = id(relation.claim("members")) if relation is not None else None
        if relation is not None and body not in done:
            done.add(body or 0)
            yield relation


def _read(window: Sentence) -> Relation | None:
    figures = [f for f in window.figures if f.kind in NUMBERS and f.quantity.hedge is None]
    away = window.phrases("votes", "away")
    told = [figure for figure in figures if _is_body(window, figure, away)]
    bodies = told or [figure for figure in figures if whole_body(window, figure)]
    if len(bodies) != 1 or not window.words.isdisjoint(window.lexicon.words("votes", "at_first")):
        return None
    body = bodies[0]
    others = [figure for figure in figures if figure is not body]
    missing = [figure for figure in others if _clause_says(window, figure, away)]
    votes = _votes(window, [figure for figure in others if figure not in missing])
    if not votes or len(missing) > 1 or len(votes) + len(missing) != len(others):
        return None
    short = value_of(body) - added([*votes, *missing])
    abstained = any(side_of(window, vote) == NEITHER for vote in votes)
    if not come_near(value_of(body) - short, value_of(body)):
        return None  # "Two of its 11 members were away"
    if short and (not told or short == 1 or not (missing if short < 0 else abstained)):
        return None
    members = [("members", body.claim), *(("vote", each.claim) for each in (*votes, *missing))]
    return window.relation("full_vote", members, sure=False)


def _is_body(window: Sentence, figure: Figure, away: PhraseTable[bool]) -> bool:
    """As in "of its 42 members", "Von den 44 Mitgliedern fehlten", "All 54 members were there"."""
    if not counts_members(window, figure):
        return False
    if is_all(window, figure):
        return _clause_says(window, figure, window.phrases("votes", "there"))
    tables = (window.phrases("parts", "of"), window.phrases("parts", "opening"))
    of = any(window.before(table, figure.first) for table in tables)
    return of and _clause_says(window, figure, away)


def _clause_says(window: Sentence, figure: Figure, words: PhraseTable[bool]) -> bool:
    return any(window.at(words, at) for at in clause_of(window, figure))


def _votes(window: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The two sides of a vote and those on neither; none if a figure is of another kind."""
    pair = next((two for two in pairwise(figures) if against(window, *two)), ())
    sides = [side_of(window, figure) for figure in figures]
    if pair:
        told = [f for f, side in zip(figures, sides, strict=True) if f in pair or side == NEITHER]
    else:
        told = [f for f, side in zip(figures, sides, strict=True) if side is not None]
    if len(told) != len(figures) or not (pair or (sides.count(YES) == sides.count(NO) == 1)):
        return []
    return told
