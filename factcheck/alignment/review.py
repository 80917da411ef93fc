"""What seemed to contradict the source, looked at again beside everything else of the article.

A figure that comes from figures of the source by reckoning is no other one of the source. Of one
of the source only one of the article can be the wrong print, and none where another one of the
article agrees with it. And a sentence that points elsewhere, to a neighbour, a name that the source
has nowhere, other years, has a figure of its own. A strong slip counts all the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from factcheck.alignment.choice import LIKELY, Paired
from factcheck.alignment.derivation import Derivation, derivations, same_digits
from factcheck.alignment.desk import EXPLAINED
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.values import group_of
from factcheck.alignment.words import Keys
from factcheck.claims import Article
from factcheck.interval import exact

# The words that tell that a figure was worked out so; of some the figure itself tells it.
CUES = {"rest": "difference", "change": "difference"}
PLAIN = frozenset({"multiple", "years"})
# Words that may stand anywhere in the sentence; the others stand near.
ANYWHERE = frozenset({"sum", "mean"})
WINDOW = 5
# What makes a contradiction doubtful even where no word tells it.
DOUBTFUL = frozenset({"difference", "sum", "rest", "part", "years"})
NEIGHBOURS = (-1, 0, 1)
LARGE = 1000


def reviewed(article: Article, pairs: Sequence[Paired]) -> tuple[Paired, ...]:
    """The pairs with what was worked out, and without what is no contradiction after all."""
    review = Review(article, pairs)
    return doubted([review.worked_out(each) for each in pairs])


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
                self._given[number].add(_of_source(each))

    def worked_out(self, each: Paired) -> Paired:
        """The same, or that it was worked out, or that it only seemed to contradict."""
        number = each.mention.line.number
        lines = [line for step in NEIGHBOURS for line in self._places[number + step]]
        if each.standing != "agrees" and each.found is not None and each.likely >= LIKELY:
            lines.insert(0, each.found.mention.line)
        elif each.standing == "agrees" or not self._places[number]:
            return each
        ways = list(derivations(self._article, each.mention, list(_around(lines))))
        told = next((way for way in ways if _told(each.mention, way)), None)
        if told is not None and (not _explained(each) or _resized(each)):
            return replace(each, standing="derived", derivation=told)
        if each.found is None or each.standing != "apart":
            return each
        if any(map(_part_in_words, ways)):
            return replace(each, standing="missing")
        if _explained(each):
            return each
        if _reckoned(each):
            return replace(each, standing="missing")
        ways = [way for way in ways if way.sign in DOUBTFUL]
        doubtful = ways and not each.found.comparison.slip
        if doubtful or any(self._shown(number, way) for way in ways):
            return replace(each, standing="missing")
        return each

    def _shown(self, number: int, way: Derivation) -> bool:
        """Does the sentence give all but one of the figures that it was worked out of?"""
        given = sum(id(each.claim) in self._given[number] for each in way.operands)
        return given > 0 and given >= len(way.operands) - 1


def doubted(pairs: Sequence[Paired]) -> tuple[Paired, ...]:
    """The pairs, of which those that contradict what another one is, or are of elsewhere, are
    missing in the source."""
    agreeing = {_of_source(each) for each in pairs if each.standing == "agrees"}
    best: dict[int, Paired] = {}
    for each in pairs:
        if each.standing == "apart":
            best[_of_source(each)] = max(best.get(_of_source(each), each), each, key=_strength)

    def stays(each: Paired) -> bool:
        if each.standing != "apart" or _explained(each):
            return True
        if _of_source(each) in agreeing:
            return False
        if _elsewhere(each.mention) or _foreign(each) or _other_period(each):
            return False
        return _value(each) == _value(best[_of_source(each)])

    return tuple(each if stays(each) else replace(each, standing="missing") for each in pairs)


def _told(mention: Mention, way: Derivation) -> bool:
    """Do the words around it say that it was worked out so?"""
    if way.sign in PLAIN:
        return True
    if way.sign == "rest" and mention.line.negated != way.operands[0].line.negated:
        return True
    line, sign = mention.line, CUES.get(way.sign, way.sign)
    first, end = line.first, line.end
    if sign not in ANYWHERE:
        first, end = max(first, mention.first - WINDOW), min(end, mention.last + WINDOW + 1)
    lowers = line.scene.passage.tokens.lowers
    around = {*lowers[first : mention.first], *lowers[mention.last + 1 : end]}
    return not line.article.lexicon.glossary.derived[sign].isdisjoint(around)


def _reckoned(each: Paired) -> bool:
    """Is it the difference or the sum of two figures of the candidate's own sentence, whatever is
    counted: three posts fewer, where the members go from 34 to 31?"""
    own = each.mention.claim.quantity
    if own is None or own.value is None or each.found is None:
        return False
    values = [
        exact(other.value)
        for mention in mentions_of(each.found.mention.line)
        for other in (mention.claim.quantity,)
        if other is not None and other.value is not None and group_of(other) == group_of(own)
    ]
    return any(exact(own.value) in {abs(a - b), a + b} for a, b in combinations(values, 2))


def _part_in_words(way: Derivation) -> bool:
    """Is it a third of 9,600 and the like, which no slip explains better?"""
    whole, share = way.operands[0].claim.quantity, way.operands[-1].claim.quantity
    if way.sign != "part" or whole is None or share is None or whole.value is None:
        return False
    return share.kind == "fraction" and exact(whole.value) >= LARGE


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


def _elsewhere(mention: Mention) -> bool:
    """Does a word of its sentence say that it is about another one?"""
    line = mention.line
    words = line.scene.passage.tokens.lowers[line.first : line.end]
    return not line.article.lexicon.glossary.elsewhere.isdisjoint(words)


def _foreign(each: Paired) -> bool:
    """Does its sentence name something that the source has nowhere?

    Between languages a name is only found by its consonants.
    """
    if each.found is None:
        return False
    line, source = each.mention.line, each.found.mention.line.article
    across, known = source.lexicon.code != line.article.lexicon.code, _vocabulary(source)
    return any(
        keys.isdisjoint(known) and (not across or any(key[0] == "c" for key in keys))
        for keys in _names(line)
    )


def _names(line: Line) -> Iterator[Keys]:
    """The words within a line that are names by their capital, where other nouns have none."""
    lexicon, tokens = line.article.lexicon, line.scene.passage.tokens
    if lexicon.data["grammar"]["capitalised_nouns"]:
        return
    for word in line.words:
        known = lexicon.glossary.of(tokens.lowers[word.at])
        if word.at > line.first and tokens.words[word.at].istitle() and not known:
            yield word.keys


@lru_cache(maxsize=8)
def _vocabulary(source: Article) -> Keys:
    return frozenset(key for line in lines_of(source) for word in line.words for key in word.keys)


def _other_period(each: Paired) -> bool:
    """Is it told of a time that the source's figure is not of, or of which the source is silent?"""
    claim, article = each.mention.claim, each.mention.line.article
    period = claim.period
    if period is None or each.found is None:
        return False
    if period.span.start <= claim.span.start < period.span.end:
        return False  # a length of time that is the time itself
    other = each.found.mention.claim
    source = each.found.mention.line.article
    known = [one.period for one in (source.claims if other.period is None else [other])]
    own = [one for one in known if one is not None]
    if other.period is None and article.date is not None:
        own.append(replace(period, start=article.date, end=article.date))
    return not any(period.start <= one.end and one.start <= period.end for one in own)


def _explained(each: Paired) -> bool:
    return each.found is not None and each.found.comparison.slip >= EXPLAINED


def _resized(each: Paired) -> bool:
    """Has it the same digits, in another size: a rise by 12 from 120 to 132?"""
    return each.found is not None and same_digits(each.mention, each.found.mention)


def _of_source(each: Paired) -> int:
    return id(each.found.mention.claim) if each.found is not None else 0


def _value(each: Paired) -> object:
    quantity = each.mention.claim.quantity
    return quantity and (quantity.kind, quantity.unit, quantity.value)


def _strength(each: Paired) -> tuple[float, float]:
    found = each.found
    return (found.comparison.slip, found.score) if found is not None else (0.0, 0.0)
