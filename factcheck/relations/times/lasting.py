"""Lengths between a beginning and an end: "beginnen im Mai 2026 und dauern 30 Monate, bis November
2028", "starts in May 2026 and is expected to last 30 months, until November 2028".

The only two dates of a sentence, of one granularity: the first before the length, the other right
behind it with "until"; and before the length a word that says that something lasts. Sure only with
a word that says that it begins: a contract of 2010 may be in force since 2015.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Sentence, cues
from factcheck.relations.times.durations import LENGTHS, granular

WORDS_BEFORE = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The length of a sentence that lies between its two dates."""
    lengths = [f for f in sentence.figures if f.kind == "duration" and f.quantity.unit in LENGTHS]
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    if len(lengths) != 1 or len(dates) != 2 or granular(dates[0]) != granular(dates[1]):
        return
    length, (start, end) = lengths[0], dates
    until = sentence.before(sentence.phrases("durations", "up_to"), end.first)
    gap = [sentence.word(at) for at in range(length.last + 1, end.first - until)]
    if not until or start.last >= length.first or gap not in ([], [","]):
        return
    lasts = cues(sentence.lexicon, "durations", "lasts")
    before = range(max(start.last + 1, length.first - WORDS_BEFORE), length.first)
    known = length.quantity.value is not None and length.quantity.hedge != "range"
    if known and any(sentence.word(at) in lasts for at in before):
        members = (("start", start.claim), ("end", end.claim), ("duration", length.claim))
        begins = cues(sentence.lexicon, "durations", "begins")
        opened = any(sentence.word(at) in begins for at in range(sentence.first, length.first))
        yield sentence.relation("interval_of_time", members, sure=opened)
