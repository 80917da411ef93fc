"""Votes and the members of a body told apart: "52 Abgeordnete stimmten dafür, 39 dagegen, elf
enthielten sich. Dem Landtag gehören 97 Mitglieder an", "All 150 members were in the chamber. The
bill got 76 votes, 71 were cast against it and 13 members abstained".

In one sentence or in two: a figure with a word for yes or for votes in its clause, one with a word
for no, those with a word for abstaining, or two as in "31 to 22"; and just one other number of
members, which "all" or a verb of belonging makes the whole body. What votes.py binds already is
left.
"""

from collections.abc import Container, Iterator
from itertools import pairwise

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, clause_of, neighbours, sentences
from factcheck.relations.shares.votes import against, counts_members

THREE = 3
MOST = 2000
BEFORE = 3
YES, NO, NEITHER = range(3)


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The votes of a passage with the members told apart; `bound` are the ids of bound claims."""
    data = scene.passage.lexicon.data["votes"]
    told = {*data["sides"][NO], *data["abstentions"], *data["words"]}
    if len(scene.claims) < THREE or told.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int | None] = set()
    for window, split in (
        *((sentence, sentence.first) for sentence in sentences(scene, THREE)),
        *neighbours(scene),
    ):
        relation = _read(window, split)
        body = id(relation.claim("members")) if relation is not None else None
        if relation is not None and body not in done and body not in bound:
            done.add(body)
            yield relation


def _read(window: Sentence, split: int) -> Relation | None:
    figures = [f for f in window.figures if f.kind in NUMBERS and _voters(f)]
    bodies = [figure for figure in figures if _is_body(window, split, figure)]
    not_all = window.lexicon.data["votes"]["not_all"]
    if not bodies or len(figures) < THREE or not window.words.isdisjoint(not_all):
        return None
    body = max(bodies, key=lambda figure: figure.quantity.value or 0)
    sides = {id(f): side_of(window, f) for f in figures if f is not body}
    pair = next((two for two in pairwise(figures) if body not in two and against(window, *two)), ())
    if pair:
        votes = [f for f in figures if f in pair or sides.get(id(f)) == NEITHER]
    elif {YES, NO} <= set(sides.values()):
        votes = [f for f in figures if sides.get(id(f)) is not None]
    else:
        return None
    if max(exact(vote.quantity.value or 0) for vote in votes) > exact(body.quantity.value or 0):
        return None  # "301 to 279. The opposition, which has 212 seats"
    told_apart = {body.first < split} != {vote.first < split for vote in votes}
    if not told_apart and not is_all(window, body):
        return None
    members = [("members", body.claim), *(("vote", vote.claim) for vote in votes)]
    return window.relation("votes", members, sure=True)


def _voters(figure: Figure) -> bool:
    value, hedge = figure.quantity.value, figure.quantity.hedge
    return value is not None and 0 < value < MOST and hedge is None


def _is_body(window: Sentence, split: int, figure: Figure) -> bool:
    """As in "All 150 members", "all 52 of them", "dem Landtag gehören 97 Mitglieder an"."""
    data, members = window.lexicon.data["votes"], counts_members(window, figure)
    if is_all(window, figure):
        of_them = window.at(window.phrases("parts", "of_them"), figure.last + 1)
        return members or bool(of_them)
    if split == window.first:
        return False  # votes.py reads a single sentence
    belong = {*data["belong"], *data["has_verbs"]}
    told = members and any(window.word(at) in belong for at in clause_of(window, figure))
    begin, end = window.scene.passage.bounds(figure.first)
    return told and any(window.word(at) in data["bodies"] for at in range(begin, end))


def is_all(window: Sentence, figure: Figure) -> bool:
    """As in "All 150 members"."""
    near = range(max(window.first, figure.first - BEFORE), figure.first)
    return any(window.at(window.phrases("votes", "all_before"), at) for at in near)


def side_of(window: Sentence, figure: Figure) -> int | None:
    """For, against, or neither, by the words of the clause up to the next figure."""
    data, clause = window.lexicon.data["votes"], clause_of(window, figure)
    stops = [f.first for f in window.figures if f.first > figure.last]
    words = {window.word(at) for at in range(clause.start, min([clause.stop, *stops]))}
    if not words.isdisjoint(data["abstentions"]):
        return NEITHER
    if not words.isdisjoint(data["sides"][NO]):
        return NO
    yes = {*data["sides"][YES], *data["words"]} - {*data["weak_sides"]}
    return YES if not words.isdisjoint(yes) else None
