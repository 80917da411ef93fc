"""What seemed to contradict the source, looked at again beside everything else of the article.

A figure that comes from figures of the source by reckoning is no other one of the source: where
the words around it tell how, that confirms it, and where they do not it is left alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.alignment.choosing.choice import LIKELY, SURER, Paired
from factcheck.alignment.choosing.doubts import explained, of_source, without_doubtful
from factcheck.alignment.directions import one_change, role_before
from factcheck.alignment.figures.amounts import kind_of, one_kind, per_time, same_digits, value_of
from factcheck.alignment.figures.derivation import Derivation, derivations, points_apart
from factcheck.alignment.figures.values import COUNTED, group_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.claims import Article

# The words that tell that a figure was worked out so; of some the figure itself tells it.
CUES = {"rest": "difference", "change": "difference"}
PLAIN = frozenset({"multiple", "years"})
# Words that may stand anywhere in the sentence; the others stand near.
ANYWHERE = frozenset({"sum", "mean"})
# What tells a level, and no change.
STATES = frozenset({"share", "part", "sum", "rest"})
WINDOW, NEXT = 5, 1
# What makes a contradiction doubtful even where no word tells it.
DOUBTFUL = frozenset({"difference", "sum", "rest", "part", "product", "years"})
LARGE = 1000
# Up to here the numbers of two things make a third by chance.
SMALL = 20
# From here on the words beside two shares are the same, so that neither is the rest of the other.
BESIDE = 0.8
# Out of more figures than these nobody reckons without telling.
FEW = 3
NEIGHBOURS = (-1, 0, 1)


def reviewed(article: Article, pairs: Sequence[Paired]) -> tuple[Paired, ...]:
    """The pairs with what was worked out, and without what is no contradiction after all."""
    review = Review(article, pairs)
    return without_doubtful([review.worked_out(each) for each in pairs])


class Review:
    """Where the figures of one article are found, and which of the source each sentence gives."""

    def __init__(self, article: Article, pairs: Sequence[Paired]) -> None:
        self._article = article
        self._places: dict[int, list[Line]] = defaultdict(list)
        self._given: dict[int, set[int]] = defaultdict(set)
        for each in pairs:
            if each.standing == "agrees" and each.found is not None:
                number = each.mention.line.number
                self._places[number].append(each.found.mention.line)
                self._given[number].add(of_source(each))

    def worked_out(self, each: Paired) -> Paired:
        """The same, or that it was worked out, or that it only seemed to contradict."""
        if each.standing == "exchanged":
            return each
        number = each.mention.line.number
        lines = [line for step in NEIGHBOURS for line in self._places[number + step]]
        if each.standing != "agrees" and each.found is not None and each.likely >= LIKELY:
            lines.insert(0, each.found.mention.line)
        elif each.standing == "agrees" or not self._places[number]:
            return each
        pool = list(_around(lines))
        points = points_apart(each.mention, pool)
        if points is not None and self._points(number, points, each.mention):
            return replace(each, standing="points", derivation=points)
        ways = [
            way
            for way in derivations(self._article, each.mention, pool)
            if not _by_chance(each.mention, way)
        ]
        told = next(
            (way for way in ways if _told(each.mention, way) or self._rest(number, way)), None
        )
        clear = not explained(each) or _resized(each) or _compared(each.mention)
        if told is not None and clear:
            return replace(each, standing="derived", derivation=told)
        if each.found is None or each.standing != "apart":
            return each
        if any(map(_part_in_words, ways)) or any(
            self._again(number, way, each.mention) for way in ways
        ):
            return replace(each, standing="missing")
        if explained(each):
            return each
        ways = [way for way in ways if way.sign in DOUBTFUL and way.close and _plausible(each, way)]
        doubtful = (ways and not each.found.comparison.slip) or (
            each.found.signs.near < BESIDE and any(map(_complement, ways))
        )
        if doubtful or any(self._shown(number, way) for way in ways):
            return replace(each, standing="missing", derivation=ways[0])
        return replace(each, standing="missing") if _reckoned(each) else each

    def _rest(self, number: int, way: Derivation) -> bool:
        """Is it what the whole that the sentence gives leaves of a part?"""
        whole = id(way.operands[0].claim) in self._given[number]
        return whole and way.sign == "difference" and len(way.operands) == 2 and way.close

    def _again(self, number: int, way: Derivation, mention: Mention) -> bool:
        """Is it so many times an amount of the source, and does the sentence say how many; or what
        comes every year of an amount over years?"""
        if way.sign == "quotient":
            return per_time(mention) is not None
        return way.sign == "product" and id(way.operands[1].claim) in self._given[number]

    def _points(self, number: int, way: Derivation, mention: Mention) -> bool:
        """Is it "by 13 per cent", or "13 per cent fewer", where the sentence gives one of the two
        shares or the source tells of one change?"""
        given = any(id(one.claim) in self._given[number] for one in way.operands)
        return (given and _compared(mention)) or (
            _moved(mention) and (given or one_change(*way.operands))
        )

    def _shown(self, number: int, way: Derivation) -> bool:
        """Does the sentence give all but one of the figures that it was worked out of?"""
        shown = set().union(*(self._given[number + step] for step in NEIGHBOURS))
        given = sum(id(each.claim) in shown for each in way.operands)
        return given > 0 and given >= len(way.operands) - 1


def _by_chance(mention: Mention, way: Derivation) -> bool:
    """Is it a small number, as numbers of two things in two sentences often sum up to?"""
    small = kind_of(mention) in COUNTED and value_of(mention) <= SMALL
    if way.sign != "sum" or not small or len({id(one.line) for one in way.operands}) == 1:
        return False
    return not frozenset.intersection(*(one.noun for one in way.operands))


def _plausible(each: Paired, way: Derivation) -> bool:
    """May the author have reckoned so without a word? Of many figures some fit by chance, and so do
    those of other things."""
    if len(way.operands) > FEW:
        return False
    if len({id(one.line) for one in way.operands}) == 1:
        return not _of_two_things(each.mention, way.operands)  # "by six votes to three"
    if each.likely < SURER or not (each.found and each.found.signs.noun > 0):
        return True
    noun = each.mention.noun
    return all(not one.noun or not one.noun.isdisjoint(noun) for one in way.operands)


def _of_two_things(mention: Mention, others: Iterable[Mention]) -> bool:
    """Is only one of them of its noun: three passengers, of two passengers and one steward?"""
    alike = {not one.noun.isdisjoint(mention.noun) for one in others if one.noun}
    return len(alike) > 1


def _told(mention: Mention, way: Derivation) -> bool:
    """Do the words around it say that it was worked out so?"""
    if way.sign in PLAIN:
        return True
    if way.sign in STATES and _moved(mention):
        return False  # "the share went up by 4%"
    if way.sign == "rest" and mention.line.negated != way.operands[0].line.negated:
        return True
    line, sign = mention.line, CUES.get(way.sign, way.sign)
    first, end = line.first, line.end
    if sign not in ANYWHERE:
        window = NEXT if sign == "others" else WINDOW
        first, end = max(first, mention.first - window), min(end, mention.last + window + 1)
    lowers = line.scene.passage.tokens.lowers
    inside = lowers[mention.first : mention.last + 1] if sign == "others" else ()
    around = {*lowers[first : mention.first], *inside, *lowers[mention.last + 1 : end]}
    return not line.article.lexicon.glossary.derived.get(sign, frozenset()).isdisjoint(around)


def _moved(mention: Mention) -> bool:
    """Do the words before it say that it is a change: "by nine per cent", "a rise of nine"?"""
    return role_before(mention) == "by"


def _reckoned(each: Paired) -> bool:
    """Is it the difference or the sum of two figures of the candidate's own sentence, and of one
    thing if it is small: three posts fewer, where the members go from 34 to 31?"""
    own = each.mention.claim.quantity
    if own is None or own.value is None or own.kind == "ordinal" or each.found is None:
        return False
    figures = [
        mention
        for mention in mentions_of(each.found.mention.line)
        for other in (mention.quantity,)
        if other is not None and other.value is not None and group_of(other) == group_of(own)
    ]
    mine = value_of(each.mention)
    return any(
        mine in {abs(value_of(a) - value_of(b)), value_of(a) + value_of(b)}
        for a, b in combinations(figures, 2)
        if mine > SMALL or (one_kind(a, b) and not _of_two_things(each.mention, (a, b)))
    )


def _part_in_words(way: Derivation) -> bool:
    """Is it a third of 9,600 and the like, which no slip explains better?"""
    whole, share = way.operands[0], way.operands[-1]
    told = way.sign == "part" and kind_of(share) == "fraction" and way.close
    return told and value_of(whole) >= LARGE


def _complement(way: Derivation) -> bool:
    """Is it what a share of the source leaves of a hundred: all but 15 per cent, where 85 are?"""
    return way.sign == "rest" and len(way.operands) == 1 and way.close


def _compared(mention: Mention) -> bool:
    """Does "more" or "fewer" follow directly?"""
    line = mention.line
    following = line.scene.passage.tokens.lower(mention.last + 1)
    return mention.last + 1 < line.end and following in line.article.lexicon.glossary.comparisons


def _around(lines: Iterable[Line]) -> Iterator[Mention]:
    """The figures and dates of lines and of those beside them, in the order of the source."""
    wanted = {
        id(other): other
        for line in lines
        for other in lines_of(line.article)[max(0, line.number - 1) : line.number + 2]
        if other.scene is line.scene
    }
    for line in sorted(wanted.values(), key=lambda line: line.number):
        yield from mentions_of(line)


def _resized(each: Paired) -> bool:
    """Has it the same digits, in another size: a rise by 12 from 120 to 132?"""
    return each.found is not None and same_digits(each.mention, each.found.mention)
