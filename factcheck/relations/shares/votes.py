"""Votes and those who may vote: "mit 410 zu 212 Stimmen", "the 435-member House, by 222 to 212".

In one sentence or in up to three, the two sides of one vote, joined by "zu" or "to" or each with a
word for yes or no in its clause, those who abstained, those who were away, and the number of all
members. Together they are no more than these (`votes`). Where it is told who was away, or that all
were there, and no other number stands between, they are all of them (`full_vote`): one vote short
may be the chair's, and where nobody is said to abstain, any. A body of whom nothing says that all
were there is else only confirmed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, cues
from factcheck.relations.shares.voters import (
    NEITHER,
    NO,
    YES,
    abstain_of,
    against,
    all_there,
    clause_says,
    is_all,
    is_body,
    of_absent,
    side_of,
    whole_body,
)
from factcheck.relations.sums.kinds import added, come_near
from factcheck.relations.windows import statements, triples

FEWEST = 3
MOST = 10_000


def find(scene: Scene) -> Iterator[Relation]:
    """The votes of a passage with the members of the body."""
    data = scene.passage.lexicon.data["votes"]
    told = {*data["sides"][NO], *data["abstentions"], *data["words"]}
    told |= cues(scene.passage.lexicon, "votes", "away", "there")
    if len(scene.claims) < FEWEST or told.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in (*statements(scene, FEWEST), *triples(scene)):
        relation = _read(window, split)
        if relation is not None and id(relation.claim("members")) not in done:
            done.add(id(relation.claim("members")))
            yield relation


def _read(window: Sentence, split: int) -> Relation | None:
    figures = [f for f in window.figures if f.kind in NUMBERS and _voters(f)]
    if len(figures) < FEWEST:
        return None
    told = [f for f in figures if all_there(window, f) or of_absent(window, f)]
    bodies = told or [f for f in figures if is_body(window, split, f)]
    if not bodies:
        return None
    body = max(bodies, key=lambda figure: figure.value)
    others = [figure for figure in figures if figure is not body]
    away = window.phrases("votes", "away")
    missing = [f for f in others if clause_says(window, f, away)]
    votes = _votes(window, body, [f for f in others if f not in missing])
    if not votes or max(vote.value for vote in votes) > body.value:
        return None  # "301 to 279. The opposition, which has 212 seats"
    only = len(bodies) == 1 and len(missing) < 2 and len(votes) + len(missing) == len(others)
    if only and _full(window, body, votes, missing, told=bool(told)):
        return _relation(window, "full_vote", body, [*votes, *missing])
    apart = {body.first < split} != {vote.first < split for vote in votes}
    tied = "-" in body.claim.span.text and votes[-1].last < body.first
    placed = apart if split > window.first else len(bodies) == 1 and not tied
    own = any(abstain_of(window, vote, body) for vote in votes)
    all_of = own or window.words.isdisjoint(window.lexicon.data["votes"]["not_all"])
    bound = all_of and (placed or is_all(window, body))
    return _relation(window, "votes", body, votes) if bound else None


def _relation(window: Sentence, kind: str, body: Figure, votes: Sequence[Figure]) -> Relation:
    return window.relation(kind, {"members": body, "vote": votes}, sure=True)


def _voters(figure: Figure) -> bool:
    return 0 < figure.value < MOST and figure.quantity.hedge is None


def _full(
    window: Sentence,
    body: Figure,
    votes: Sequence[Figure],
    missing: Sequence[Figure],
    *,
    told: bool,
) -> bool:
    """Are they all of them, or do words say that they must be?"""
    at_first = window.lexicon.words("votes", "at_first")
    if not window.words.isdisjoint(at_first) or not (told or whole_body(window, body)):
        return False
    made, size = added([*votes, *missing]), body.value
    if made == size or not told:
        return made == size
    abstained = any(side_of(window, vote) == NEITHER for vote in votes)
    may_be = size - made == 1 or not (missing if made > size else abstained)
    return not may_be and come_near(made, size)  # "Two of its 11 members were away"


def _votes(window: Sentence, body: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The two sides of a vote and those on neither."""
    pair = next((two for two in pairwise(figures) if against(window, *two)), ())
    sides = {id(figure): side_of(window, figure) for figure in figures}
    sides |= {id(f): NEITHER for f in figures if abstain_of(window, f, body)}
    if pair:
        return [f for f in figures if f in pair or sides[id(f)] == NEITHER]
    found = [*sides.values()]
    both = found.count(YES) == found.count(NO) == 1
    return [f for f in figures if sides[id(f)] is not None] if both else []
