"""Majorities: "by 320 votes to 280, a majority of 40", "37 of the 60 seats, a majority of 14".

Behind the two sides of a vote, or behind the seats of one party and of all, a comma or a dash and a
figure that is called a majority. It is sure of seats where it is one "over all the others".
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.sentence import Figure, Roles, Sentence, cues
from factcheck.relations.shares.voters import against, counts_members

WORDS_BEHIND = 4
FEWEST = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The majorities of a sentence."""
    known = cues(sentence.lexicon, "votes", "majority")
    if len(sentence.figures) < FEWEST or sentence.words.isdisjoint(known):
        return
    voted = not sentence.words.isdisjoint(sentence.lexicon.words("votes", "words"))
    counted = [f for f in sentence.figures if f.claim.kind in NUMBERS]
    for left, right, figure in zip(counted, counted[1:], counted[2:], strict=False):
        rest = sentence.at(sentence.phrases("votes", "over_all"), figure.last + 1)
        if not sentence.breaks(figure.last + 1 + rest) or not _named(sentence, right, figure):
            continue
        of = sentence.before(sentence.phrases("parts", "of"), right.first)
        if of and right.first - of == left.last + 1 and counts_members(sentence, right):
            members: Roles = {"part": left, "whole": right, "majority": figure}
            yield sentence.relation("seats", members, sure=bool(rest))
        elif voted and against(sentence, left, right):
            votes: Roles = {"vote": [left, right], "majority": figure}
            yield sentence.relation("majority", votes, sure=True)


def _named(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Is the figure called a majority, in apposition behind the one before?"""
    named = sentence.before(sentence.phrases("votes", "majority"), figure.first)
    opener = figure.first - named - 1
    near = 0 <= opener - before.last - 1 <= WORDS_BEHIND
    marked = sentence.word(opener) in {",", "-", "–"}
    return bool(named) and near and marked and sentence.plain(before.last + 1, opener)
