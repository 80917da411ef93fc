"""Time gone by since a date in a clause of its own: "It is 40 years since the first single came out
in 1985", "The strike, which began on 3 February, has now lasted five weeks", "Seit 2017 führt er
sie, in diesen sieben Jahren".

The first is a relation `elapsed` like those with the date beside it. The second, `lasting`, has the
day of the beginning, marked by a verb, and a length behind words that say that it still goes on.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Figure, Sentence

CLAUSE = 12
LENGTHS = frozenset({"day", "week", "month"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The lengths of a sentence that count from its one date."""
    dates = [f for f in sentence.figures if f.kind == "date" and f.claim.period is not None]
    lengths = [f for f in sentence.figures if f.kind == "duration" and f.quantity.value is not None]
    if len(dates) != 1 or len(lengths) != 1:
        return
    since, length = dates[0], lengths[0]
    members = (("since", since.claim), ("length", length.claim))
    counted = _since(sentence, length, since) or _held_since(sentence, since, length)
    if length.quantity.unit == "year" and counted:
        yield sentence.relation("elapsed", members, sure=True)
    elif length.quantity.unit in LENGTHS and (
        _since(sentence, length, since) or _goes_on(sentence, since, length)
    ):
        yield sentence.relation("lasting", members, sure=True)


def _since(sentence: Sentence, length: Figure, since: Figure) -> bool:
    """As in "It is 40 years since the band's first single came out in 1985"."""
    opened = sentence.before(sentence.phrases("elapsed", "it_is"), length.first)
    word = sentence.word(length.last + 1) in sentence.lexicon.data["elapsed"]["since"]
    between = range(length.last + 2, since.first)
    marks = [at for at in between if sentence.word(at) in {",", ";", ":", "(", ")"}]
    if len(marks) == 1 and sentence.word(marks[0]) == "," and _placed(sentence, marks[0], since):
        marks = []
    return bool(opened) and word and 0 < len(between) <= CLAUSE and not marks


def _held_since(sentence: Sentence, since: Figure, length: Figure) -> bool:
    """As in "Seit Mai 2017 führt er sie, und in diesen sieben Jahren", "since 1999, for 26"."""
    start = since.first
    if sentence.word(start - 1) not in sentence.lexicon.data["elapsed"]["since"]:
        return False
    if sentence.before(sentence.phrases("durations", "pointing"), length.first):
        return since.last < length.first
    told = sentence.before(sentence.phrases("elapsed", "since_told"), length.first)
    at_once = length.first - told == since.last + 2 and sentence.word(since.last + 1) == ","
    return bool(told) and at_once and sentence.breaks(length.last + 1)


def _placed(sentence: Sentence, comma: int, since: Figure) -> bool:
    """As in ", in 1985", ", in Salzburg in 1756": only a place and the words of a date."""
    leads = sentence.lexicon.data["elapsed"]["leads"]
    return all(
        sentence.word(at) in leads or sentence.tokens.words[at][0].isupper()
        for at in range(comma + 1, since.first)
    )


def _goes_on(sentence: Sentence, since: Figure, length: Figure) -> bool:
    """As in "began on 3 February, has now lasted five weeks"."""
    begun = sentence.before(sentence.phrases("elapsed", "begun"), since.first)
    lasted = sentence.before(sentence.phrases("elapsed", "lasted"), length.first)
    day = since.claim.date is not None
    return bool(begun and lasted) and day and since.last < length.first
