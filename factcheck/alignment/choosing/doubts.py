"""What seemed to contradict the source and may as well be of something else.

Of one figure of the source only one of the article can be the wrong print, and none where another
one of the article agrees with it. A sentence that points elsewhere, to a neighbour, a name that the
source has nowhere, other years, has a figure of its own, and so has a day that shares neither day
nor month. A strong slip counts all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.alignment.choosing.choice import Paired
from factcheck.alignment.choosing.desk import EXPLAINED
from factcheck.alignment.directions import old_level, related
from factcheck.alignment.figures.amounts import many_times, value_of
from factcheck.alignment.lines import Line, Mention, lines_of
from factcheck.alignment.words import Keys, measured_in
from factcheck.claims import Article

# So likely it is beyond the doubts that other places and times raise.
CLEAR = 0.95
# How far before a figure the word stands that makes it a part.
BEFORE = 3
# Numbers of two things so many times apart are of two things.
UNLIKE = 3
# The figure of a relation that the others make.
MADE = {"conversion": "converted", "per_unit": "each"}


def without_doubtful(pairs: Sequence[Paired]) -> tuple[Paired, ...]:
    """The pairs, of which those that contradict what another one is, or are of elsewhere, are
    missing in the source."""
    told = {of_source(each) for each in pairs if _tells(each)}
    used = {id(one.claim) for each in pairs if each.derivation for one in each.derivation.operands}
    best: dict[int, Paired] = {}
    for each in pairs:
        if each.standing == "apart":
            best[of_source(each)] = max(best.get(of_source(each), each), each, key=_strength)

    apart = [each for each in pairs if each.standing == "apart"]

    def stays(each: Paired) -> bool:
        if each.standing != "apart" or each.found is None:
            return True
        if _of_one_item(each) or any(_scaled_alike(each, other) for other in apart):
            return False
        other, slip = of_source(each), each.found.comparison.slip
        elsewhere = _elsewhere(each) or _foreign(each)
        if explained(each):
            return not (elsewhere and other in told | used)
        if each.likely < CLEAR and (elsewhere or _other_period(each)):
            return False
        if other in told and not (each.mention.line.heading and each.sure):
            return False
        if _part(each) or _of_old(each) or _of_own(each):
            return False
        if not slip and (other in used or many_times(each.mention, each.found.mention)):
            return False
        if not slip and (_has_only(each, "each") or _of_unlike(each)):
            return False
        return _value(each) == _value(best[other])

    return tuple(each if stays(each) else replace(each, standing="missing") for each in pairs)


def without_other_days(pairs: Sequence[Paired]) -> tuple[Paired, ...]:
    """The pairs of dates, of which those that are days of another event are missing."""
    agreeing = {of_source(each) for each in pairs if each.standing == "agrees"}
    likeliest: dict[int, float] = {}
    for each in pairs:
        if each.standing == "apart":
            likeliest[of_source(each)] = max(likeliest.get(of_source(each), 0.0), each.likely)

    def stays(each: Paired) -> bool:
        if each.standing != "apart" or each.found is None:
            return True
        taken = of_source(each) in agreeing or each.likely < likeliest[of_source(each)]
        return not taken and _half_alike(each.mention, each.found.mention)

    return tuple(each if stays(each) else replace(each, standing="missing") for each in pairs)


def _of_own(each: Paired) -> bool:
    """Is it what the article makes of its own figures: "9km (5.6 miles)", "€750 each"?"""
    claim = each.mention.claim
    return any(
        relation.claim(MADE[relation.kind]) is claim
        for relation in related(each.mention.line.scene)
        if relation.kind in MADE
    )


def _of_unlike(each: Paired) -> bool:
    """Do two things whose names nothing connects have quite other numbers?"""
    if each.found is None or each.found.signs.noun > 0:
        return False
    left, right = each.mention, each.found.mention
    return bool(left.noun and right.noun) and many_times(left, right, UNLIKE)


def _tells(each: Paired) -> bool:
    """Is the source's figure told by this one, so that no other one is meant by it?

    What a heading tells, the text tells once more.
    """
    told = each.standing == "agrees" and not each.mention.line.heading
    return told and not (each.by_chance or _converted(each))


def _converted(each: Paired) -> bool:
    """Is it the source's figure in another unit, beside which the figure itself may be printed?"""
    return each.found is not None and each.found.verdict.how == "converted"


def explained(each: Paired) -> bool:
    """Does a strong slip lead from one to the other?"""
    return each.found is not None and each.found.comparison.slip >= EXPLAINED


def of_source(each: Paired) -> int:
    """The figure or date of the source that one of the article is held against, as a key."""
    return id(each.found.mention.claim) if each.found is not None else 0


def _half_alike(left: Mention, right: Mention) -> bool:
    """Have two days the day or the month in common? Those of another event seldom have."""
    a, b = left.claim.period, right.claim.period
    if a is None or b is None or {a.granularity, b.granularity} != {"day"}:
        return True
    return a.start.day == b.start.day or a.start.month == b.start.month


def _elsewhere(each: Paired) -> bool:
    """Does a word of its sentence, and none of the source's, say that it is about another one?"""
    return _has_only(each, "elsewhere")


def _part(each: Paired) -> bool:
    """Do only the words beside it say that it is a part?"""
    if not _has_only(each, "parts"):
        return False
    mention, line = each.mention, each.mention.line
    lowers = line.scene.passage.tokens.lowers
    before = lowers[max(line.first, mention.first - BEFORE) : mention.first]
    behind = lowers[mention.last + 1 : min(line.end, mention.last + 2)]
    return not line.article.lexicon.glossary.background["parts"].isdisjoint([*before, *behind])


def _of_one_item(each: Paired) -> bool:
    """Does only the source tell it of each item, "vier Kolonnen zu je 35"? Ours may be of all."""
    if each.found is None or _has(each.mention, "each"):
        return False
    other = each.found.mention
    before = other.line.scene.passage.tokens.lower(other.first - 1)
    return before in other.line.article.lexicon.glossary.background["each"]


def _scaled_alike(each: Paired, other: Paired) -> bool:
    """Has another one of the sentence grown as much: "€100 cost 1,148 kronor", of "one euro costs
    11.48"?"""
    if each is other or each.found is None or other.found is None:
        return False
    if each.mention.line is not other.mention.line:
        return False
    ours, theirs = value_of(each.mention), value_of(each.found.mention)
    base, one = value_of(other.mention), value_of(other.found.mention)
    return 1 in {one, theirs} and ours * one == base * theirs


def _has_only(each: Paired, kind: str) -> bool:
    return _has(each.mention, kind) and not (each.found and _has(each.found.mention, kind))


def _has(mention: Mention, kind: str) -> bool:
    """Has the sentence one of these words?"""
    line = mention.line
    lowers, own = line.scene.passage.tokens.lowers, measured_in(line.scene)  # "per" of per cent
    words = (lowers[at] for at in range(line.first, line.end) if at not in own)
    return not line.article.lexicon.glossary.background[kind].isdisjoint(words)


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


def _of_old(each: Paired) -> bool:
    """Is only the source's one told as the level before a change?"""
    if each.found is None or not old_level(each.found.mention):
        return False
    return not (each.mention.other_time or old_level(each.mention))


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


def _value(each: Paired) -> object:
    quantity = each.mention.claim.quantity
    return quantity and (quantity.kind, quantity.unit, quantity.value)


def _strength(each: Paired) -> tuple[float, float]:
    found = each.found
    return (found.comparison.slip, found.score) if found is not None else (0.0, 0.0)
