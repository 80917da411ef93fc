"""Intervals of time: "vom 3. März bis zum 2. April, insgesamt 40 Tage", "the 30-day truce from".

Two dates joined by "von ... bis", and a length in days, weeks, months or years: behind them after a
comma, dash or in brackets, or before them in the same clause. With a few words between ("von 1998
bis 2005 Kanzler, also sieben Jahre") a word must say that the length sums up the interval, and the
sentence may hold no other date. A start of which only the day is printed ("vom 3. bis 10. März")
is a Span.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extract.figures.number_words import word_value
from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    OPENING,
    Figure,
    Roles,
    Sentence,
    clause_of,
    cues,
    neighbours,
)

LENGTHS = frozenset({"day", "week", "month", "year"})
WORDS_BEFORE = 6
WORDS_SURE = 4
CUE_WORDS = 2
WORDS_BEHIND = 4
NOUN = 3


@dataclass(frozen=True, slots=True)
class _Interval:
    """Both ends and the tokens from the word that opens it to the last of the end."""

    start: Claim
    end: Figure
    first: int
    last: int


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The intervals of a sentence that have a length."""
    lengths = [figure for figure in sentence.figures if is_length(sentence, figure)]
    if not lengths or sentence.words.isdisjoint(cues(sentence.lexicon, "durations", "until")):
        return
    for interval in _intervals(sentence):
        for length in lengths:
            sure = _behind(sentence, interval, length) or _before(sentence, interval, length)
            sure = sure or _pointed(sentence, interval, length, own=True) or sure
            if sure is not None and length.quantity.value is not None:
                yield _relation(sentence, interval, length, sure=sure)
                break


def find(scene: Scene) -> Iterator[Relation]:
    """As in "mayor from 1998 to 2006. In those eight years": the length in the next sentence."""
    lexicon = scene.passage.lexicon
    words, thus = scene.passage.tokens.lowers, frozenset(lexicon.data["changes"]["thus"])
    pointing = cues(lexicon, "durations", "pointing", "pointing_own") | thus
    if any(known.isdisjoint(words) for known in (cues(lexicon, "durations", "until"), pointing)):
        return
    for both, split in neighbours(scene):
        lengths = [figure for figure in both.figures if is_length(both, figure)]
        intervals = [each for each in _intervals(both) if each.last < split]
        one = len(intervals) == 1 and len(lengths) == 1 and lengths[0].first >= split
        own = one and _days(intervals[0], lengths[0])
        if one and _pointed(both, intervals[0], lengths[0], own=own):
            yield _relation(both, intervals[0], lengths[0], sure=True)
        elif own and _drawn(both, intervals[0], lengths[0]):
            told = _relation(both, intervals[0], lengths[0], sure=True)
            alone = ("alone", lengths[0].claim.span)
            yield replace(told, kind="two_dates", members=(*told.members, alone))


def _drawn(both: Sentence, interval: _Interval, length: Figure) -> bool:
    """As in "Die Brücke ist also zwölf Tage gesperrt", with no other date in its sentence."""
    thus = both.lexicon.data["changes"]["thus"]
    told = any(both.word(at) in thus for at in clause_of(both, length))
    others = (f for f in both.figures if f.kind == "date" and f.first > interval.last)
    return told and length.quantity.hedge != "range" and not any(others)


def is_length(sentence: Sentence, figure: Figure) -> bool:
    """A length in days and the like, but no "15 working days" nor "ten days of it"."""
    if figure.kind != "duration" or figure.quantity.unit not in LENGTHS:
        return False
    beside = sentence.word(figure.last - 1) if figure.last > figure.first else ""
    special = beside.isalpha() and word_value(beside, sentence.lexicon) is None
    among = sentence.phrases("parts", "among")
    of_it = (sentence.phrases("worked_shares", "of_it"), among)
    part = sentence.before(among, figure.first)
    return not (special or part or any(sentence.at(each, figure.last + 1) for each in of_it))


def _relation(sentence: Sentence, interval: _Interval, length: Figure, *, sure: bool) -> Relation:
    members: Roles = {"start": interval.start, "end": interval.end, "duration": length}
    return sentence.relation("interval_of_time", members, sure=sure)


def _pointed(
    sentence: Sentence, interval: _Interval, length: Figure, *, own: bool = False
) -> bool | None:
    """As in "from 1987 to 2009, and in those 22 years": no other date in the sentence."""
    keys = ("pointing", "pointing_own") if own else ("pointing",)
    pointing = any(sentence.before(sentence.phrases("durations", k), length.first) for k in keys)
    ends = (interval.end.claim, interval.start)
    dates = [f for f in sentence.figures if f.kind == "date" and f.claim not in ends]
    known = length.quantity.value is not None and length.quantity.hedge != "range"
    return True if pointing and length.first > interval.last and known and not dates else None


def _days(interval: _Interval, length: Figure) -> bool:
    """Are both told in days? "Over its ten days" is of the fair, "over its 50 years" is not."""
    return interval.end.claim.date is not None and length.quantity.unit in {"day", "week"}


def _intervals(sentence: Sentence) -> Iterator[_Interval]:
    opening, until = sentence.phrases("durations", "from"), sentence.phrases("durations", "until")
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    for index, end in enumerate(dates):
        length = sentence.before(until, end.first)
        at = end.first - length
        if not length:
            continue
        begin = dates[index - 1] if index else None
        behind = at - 1 - (sentence.word(at - 1) == ",")  # "Von Montag, 20. September, bis"
        if begin is not None and begin.last == behind and granular(begin) == granular(end):
            opened = sentence.before(opening, begin.first)
            if opened:
                yield _Interval(begin.claim, end, begin.first - opened, end.last)


def granular(figure: Figure) -> str:
    """Are the day, the month or only the year printed?"""
    if figure.claim.date is not None:
        return "day"
    return figure.claim.period.granularity if figure.claim.period else ""


def _behind(sentence: Sentence, interval: _Interval, length: Figure) -> bool | None:
    """As in ", insgesamt 40 Tage", "(40 Tage)", ", 40 Tage lang"."""
    if length.first <= interval.last:
        return None
    cue = 0
    while cue <= CUE_WORDS:
        more = sentence.before(sentence.phrases("durations", "total"), length.first - cue)
        if not more:
            break
        cue += more
    opener = length.first - cue - 1
    mark = sentence.tokens.words[opener]
    if cue and mark in sentence.lexicon.data["ranges"]["and"]:
        mark = ","  # "von 1998 bis 2006 und damit acht Jahre lang"
    if mark not in OPENING and mark not in DASHES and mark != ",":
        return None
    if opener != interval.last + 1:
        return True if _summed_up(sentence, interval, length, opener) else None
    after = length.last + 1
    whole = sentence.at(sentence.phrases("durations", "lasting"), after)
    if (cue or whole) and _second(sentence, interval):
        return None
    filled = sentence.at(sentence.phrases("durations", "of"), after)  # "12 days of music"
    return True if whole or filled or sentence.breaks(after) else None


def _second(sentence: Sentence, interval: _Interval) -> bool:
    """As in "from 1990 to 1995 and from 1998 to 2005, twelve years in all"."""
    until = sentence.phrases("durations", "until")
    earlier = [f for f in sentence.figures if f.kind == "date" and f.last < interval.first]
    return any(sentence.before(until, figure.first) for figure in earlier)


def _summed_up(sentence: Sentence, interval: _Interval, length: Figure, opener: int) -> bool:
    """As in "von 1998 bis 2005 Kanzler, sieben Jahre lang": what stands between changes nothing."""
    between = range(interval.last + 1, opener)
    stops = sentence.lexicon.data["durations"]["stops"]
    if not 0 < len(between) <= WORDS_BEHIND or any(sentence.word(at) in stops for at in between):
        return False
    ends = (interval.end.claim, interval.start)
    others = [f for f in sentence.figures if f.kind == "date" and f.claim not in ends]
    if others or not all(sentence.tokens.words[at].isalpha() for at in between):
        return False
    whole = sentence.at(sentence.phrases("durations", "lasting"), length.last + 1)
    summed = sentence.before(sentence.phrases("durations", "summed"), length.first)
    return bool(whole or summed) and sentence.breaks(length.last + 1 + whole)


def _before(sentence: Sentence, interval: _Interval, length: Figure) -> bool | None:
    """As in "Das 30-tägige Abkommen gilt vom", "drei Tage, vom"; sure with few words between."""
    if length.last >= interval.first or _stopped(sentence, length):
        return None
    lasting = sentence.at(sentence.phrases("durations", "lasting"), length.last + 1)
    between = range(length.last + 1 + lasting, interval.first)  # "Elf Jahre lang, von 1948 bis"
    if len(between) == 1 and sentence.word(between[0]) in {",", "(", *DASHES}:
        return True
    adjective = sentence.tokens.words[length.last][0].islower() and "-" in length.claim.span.text
    closed_up = length.first == length.last
    if (adjective or closed_up) and sentence.at(
        sentence.phrases("durations", "within"), interval.first
    ):
        return None  # "The three-day fair takes place between 5 July and 30 August"
    if (
        adjective
        and between
        and sentence.word(between[-1]) in cues(sentence.lexicon, "durations", "lasts")
    ):
        relatives = sentence.lexicon.data["changes"]["relatives"]
        own = len(between) > 2 and sentence.word(between[-2]) in relatives
        between = between[:-2] if own else between  # "fair, which ran from"
    if adjective and 0 < len(between) <= NOUN and sentence.word(between[-1]) == ",":
        between = between[:-1]  # "The three-week strike, from 3 to 17 June"
    if not (adjective or closed_up) or not between or len(between) > WORDS_BEFORE:
        return None
    if not sentence.plain(between.start, between.stop):
        return None
    stops = sentence.lexicon.data["durations"]["stops"]
    if any(sentence.word(at) in stops for at in between):
        return None
    return len(between) <= WORDS_SURE


def _stopped(sentence: Sentence, length: Figure) -> bool:
    """As in "nach drei Tagen", "in 30 days": the length is of something else."""
    stops = sentence.lexicon.data["durations"]["stops"]
    before = sentence.word(length.first - 1)
    return before in stops and before not in BREAKS
