"""Votes and those who may vote: "mit 410 zu 212 Stimmen", "the 435-member House, by 222 to 212".

Two figures joined by "zu", "gegen", "to" with the word for votes, the abstentions of the sentence,
and the number of members in it. "Die 630 Abgeordneten stimmten mit 410 zu 212 Stimmen" has all.
Also the majority behind a comma: "by 320 votes to 280, a majority of 40".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Relation, Span
from factcheck.relations.sentence import Figure, Sentence

JOINS = 3
REACH = 4
WORDS_BEHIND = 4
FEWEST = 3
BODY_WORDS = 5
MOST = 10_000


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The vote of a sentence with the number of members."""
    data = sentence.lexicon.data["votes"]
    if len(sentence.figures) >= FEWEST and not sentence.words.isdisjoint(data["members"]):
        yield from _seats(sentence)
    if len(sentence.figures) < FEWEST or sentence.words.isdisjoint(data["words"]):
        return
    counted = [f for f in sentence.figures if f.claim.kind in {"count", "number"}]
    pair = next((two for two in pairwise(counted) if against(sentence, *two)), None)
    if pair is not None:
        yield from _majority(sentence, counted, pair)
    large = pair is not None and any((f.quantity.value or 0) >= MOST for f in pair)
    if pair is None or large:
        return
    members = [f for f in counted if f.first > pair[1].last and _its_own(sentence, f)]
    if not members and sentence.words.isdisjoint(data["not_all"]):
        members = [f for f in counted if _all_members(sentence, f, pair)]
    if len(members) != 1:
        return
    found: list[tuple[str, Claim | Span]] = [("members", members[0].claim)]
    found += [("vote", figure.claim) for figure in pair]
    found += [("vote", f.claim) for f in counted if f is not members[0] and _abstained(sentence, f)]
    yield sentence.relation("votes", found, sure=True)


def _seats(sentence: Sentence) -> Iterator[Relation]:
    """As in "holds 37 of the 60 seats, a majority of 14"; sure with "over all the others"."""
    counted = [f for f in sentence.figures if f.claim.kind in {"count", "number"}]
    for held, seats, figure in zip(counted, counted[1:], counted[2:], strict=False):
        of = sentence.before(sentence.phrases("parts", "of"), seats.first)
        part = of and seats.first - of == held.last + 1 and counts_members(sentence, seats)
        rest = sentence.at(sentence.phrases("votes", "over_all"), figure.last + 1)
        ends = sentence.breaks(figure.last + 1 + rest)
        if part and ends and _named(sentence, seats, figure):
            members = (("part", held.claim), ("whole", seats.claim), ("majority", figure.claim))
            yield sentence.relation("seats", members, sure=bool(rest))


def _majority(
    sentence: Sentence, counted: Sequence[Figure], pair: tuple[Figure, Figure]
) -> Iterator[Relation]:
    """As in "mit 320 zu 280 Stimmen angenommen, einer Mehrheit von 40 Stimmen"."""
    right = pair[1]
    figure = next((f for f in counted if f.first > right.last), None)
    if figure is None or not sentence.breaks(figure.last + 1):
        return
    if _named(sentence, right, figure):
        members = [("vote", f.claim) for f in pair]
        yield sentence.relation("majority", [*members, ("majority", figure.claim)], sure=True)


def _named(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Is the figure called a majority, in apposition behind the one before?"""
    named = sentence.before(sentence.phrases("votes", "majority"), figure.first)
    opener = figure.first - named - 1
    near = 0 <= opener - before.last - 1 <= WORDS_BEHIND
    marked = sentence.word(opener) in {",", "-", "–"}
    return bool(named) and near and marked and sentence.plain(before.last + 1, opener)


def against(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """As in "410 zu 212 Stimmen", "222 votes to 212", "410 Ja-Stimmen gegen 212"."""
    data = sentence.lexicon.data["votes"]
    between = [sentence.word(at) for at in range(left.last + 1, right.first)]
    joined = len(between) <= JOINS and any(word in data["against"] for word in between)
    if joined and all(word in {*data["against"], *data["words"], "-"} for word in between):
        return True
    ends = ((left, right.first), (right, min(sentence.end, right.last + 1 + REACH)))
    named = [_side(sentence, figure.last + 1, end) for figure, end in ends]
    return named in ([{0}, {1}], [{1}, {0}])  # "34 dafür und 19 dagegen"


def _side(sentence: Sentence, start: int, end: int) -> set[int]:
    """0 where a word for yes stands here, 1 for no."""
    sides = sentence.lexicon.data["votes"]["sides"]
    return {side for at in range(start, end) for side in (0, 1) if sentence.word(at) in sides[side]}


def _all_members(sentence: Sentence, figure: Figure, pair: tuple[Figure, Figure]) -> bool:
    """The number of members before the votes, or behind them where a word says that it is all."""
    if figure.last < pair[0].first:
        return whole_body(sentence, figure)
    told = sentence.before(sentence.phrases("votes", "all_before"), figure.first)
    told = told or _of_body(sentence, figure) or _had(sentence, figure)
    return figure.first > pair[1].last and bool(told) and counts_members(sentence, figure)


def _of_body(sentence: Sentence, figure: Figure) -> bool:
    """As in "nahm das Parlament, das 350 Abgeordnete zählt, den Entwurf an"."""
    data = sentence.lexicon.data["votes"]
    belong = sentence.at(sentence.phrases("votes", "belong"), figure.last + 1)
    relative = sentence.word(figure.first - 1) in data["relatives"]
    body = sentence.word(figure.first - 3) in data["bodies"]
    return bool(belong) and relative and body and sentence.word(figure.first - 2) == ","


def whole_body(sentence: Sentence, figure: Figure) -> bool:
    """As in "mit seinen 630 Abgeordneten", "the 435-member House": not "34 of its members"."""
    data = sentence.lexicon.data["votes"]
    if sentence.word(figure.last + 1) == "-" and sentence.word(figure.last + 2) in data["headed"]:
        return True
    if not counts_members(sentence, figure):
        return False
    before = sentence.before(sentence.phrases("votes", "all_before"), figure.first)
    if _had(sentence, figure):
        return True
    belong = sentence.at(sentence.phrases("votes", "belong"), figure.last + 1)
    relative = sentence.word(figure.first - 1) in data["relatives"]  # "dem 25 Mitglieder angehören"
    return bool(before) or (bool(belong) and relative) or "-" in figure.claim.span.text


def _had(sentence: Sentence, figure: Figure) -> bool:
    """As in "the House, which has 435 members": not "the group on the council, which has 20"."""
    length = sentence.before(sentence.phrases("votes", "has"), figure.first)
    comma = figure.first - length - 1
    if not length or sentence.word(comma) != ",":
        return False
    data = sentence.lexicon.data
    near = range(max(sentence.first, comma - BODY_WORDS), comma)
    body = next((at for at in near if sentence.word(at) in data["votes"]["bodies"]), None)
    if body is None:
        return False
    body -= sentence.word(body - 1) in data["grammar"]["determiners"]
    return sentence.word(body - 1) not in data["parts"]["before_whole"]


def counts_members(sentence: Sentence, figure: Figure) -> bool:
    """Is it a number of members, seats, deputies?"""
    return figure.quantity.head in sentence.lexicon.data["votes"]["members"]


def _its_own(sentence: Sentence, figure: Figure) -> bool:
    """As in "with four of its 16 members abstaining": the number behind "of its"."""
    data = sentence.lexicon.data["votes"]
    own = sentence.before(sentence.phrases("votes", "of_its"), figure.first)
    behind = sentence.word(figure.last + 1) in data["abstentions"]
    return bool(own) and behind and figure.quantity.head in data["members"]


def _abstained(sentence: Sentence, figure: Figure) -> bool:
    """As in "four abstentions", "with four abstaining", "four of its 16 members abstaining"."""
    words = sentence.lexicon.data["votes"]["abstentions"]
    if figure.quantity.head in words:
        return True
    at = figure.last + 1
    own = sentence.at(sentence.phrases("votes", "of_its"), at)
    if own:
        whole = next((f for f in sentence.figures if f.first == at + own), None)
        at = whole.last + 1 if whole is not None else at
    return sentence.word(at) in words
