"""A figure that closes a window, drawn from those before it: what products and rates share.

A word of working out stands before it, a sign with no more than a noun and "of", or it opens the
second of two sentences; nothing behind it compares it.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.record import record
from factcheck.relations.changes.marks import OPENERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, amount, clause_of
from factcheck.relations.windows import closing

NAMED = 4
SOON = 3
BEHIND = 2
# Units of time of which a longer one has a fixed number, whatever days are worked.
STEPS = frozenset({("month", "year"), ("year", "decade"), ("second", "minute"), ("minute", "hour")})
RATED = frozenset({"money", "count", "measure", "number"})


@record
class Closing:
    """What stands before the figure that may close it; `split` is where its sentence begins."""

    sentence: Sentence
    split: int
    last: Figure
    before: Sequence[Figure]


def closings(scene: Scene, bound: Container[int], done: Container[int]) -> Iterator[Closing]:
    """The windows of a passage with amounts in them, but for those closed by claims of these ids.

    `done` may grow on the way: a claim closes the window of its sentence and that of two.
    """
    for sentence, split, last in closing(scene):
        if id(last.claim) not in done and id(last.claim) not in bound and usable(last):
            before = [f for f in sentence.figures if f.last < last.first and usable(f)]
            if before:
                yield Closing(sentence, split, last, before)


def usable(figure: Figure) -> bool:
    """An amount with a value, no share."""
    return amount(figure) and figure.quantity.value is not None and figure.kind != "percentage"


def drawn(window: Closing) -> bool:
    """A word of working out right before the figure, a sign, or the beginning of its sentence."""
    sentence, at = window.sentence, window.last.first
    data = sentence.lexicon.data
    while sentence.word(at - 1) in data["changes"]["fillers"]:
        at -= 1
    rated = sentence.lexicon.rates.before(sentence.tokens, at)  # "macht das im Jahr 9.360 Euro"
    at -= rated[0] if rated is not None and at - rated[0] >= window.split else 0
    near = {sentence.word(n) for n in range(max(window.split, at - NAMED), at)}
    if not near.isdisjoint(data["per_unit"]["no_mean"]) or not _ends(window):
        return False
    if opens_next(window, at):
        return True
    keys = ("joins", "verbs", "concludes")
    tables = [sentence.phrases("means", "mean"), *(sentence.phrases("per_unit", k) for k in keys)]
    if any(sentence.before(table, at) for table in tables):
        return True
    of = sentence.before(sentence.phrases("changes", "of"), at)
    if of:
        stops = {*data["changes"]["behind"], *data["changes"]["stops"]}
        for noun in range(at - of - 1, at - of - NAMED - 1, -1):
            if sentence.word(noun) in OPENERS:
                return True
            if not sentence.word(noun).isalpha() or sentence.word(noun) in stops:
                return False
    return sentence.word(at - 1) in OPENERS


def opens_next(window: Closing, at: int) -> bool:
    """As in "At £300m a year", "Its 200MWh": it opens the second of two sentences."""
    small = window.sentence.lexicon.stop_words
    words = [window.sentence.word(n) for n in range(window.split, at)]
    own = window.split > window.sentence.first and len(words) <= SOON
    return own and all(word in small for word in words)


def _ends(window: Closing) -> bool:
    """Nothing behind the figure compares it or adds to it: "a year more", "with the deposit"."""
    _, end = rate_of(window.sentence, window.last)
    data, extras = window.sentence.lexicon.data["changes"], window.sentence.lexicon.data["per_unit"]
    against = {*data["behind"], *data["than"], *data["averaged"], *extras["extras"]}
    return window.sentence.word(end) not in against


def rate_of(sentence: Sentence, figure: Figure) -> tuple[str, int]:
    """The unit of time behind a figure and its noun, and the token behind both; "" if none is."""
    of = sentence.word(figure.last + 1) in sentence.lexicon.data["changes"]["of"]
    for at in range(figure.last + 1, figure.last + 1 + BEHIND + of):  # "150 litres of water a day"
        hit = sentence.lexicon.rates.at(sentence.tokens, at)
        if hit is not None and at + hit[0] <= sentence.end:
            return hit[1], at + hit[0]
        if not sentence.word(at).isalpha():
            break
    return "", figure.last + 1


def time_of(sentence: Sentence, figure: Figure) -> tuple[str, int]:
    """The unit of time of a figure, and the token behind it: behind it, before it, or a whole one.

    "1.150 a month", "jährlich 730.000", "in einer Stunde also 24.000", "£364 on it in a year".
    """
    unit, end = rate_of(sentence, figure)
    if unit or figure.kind not in RATED:
        return unit, end
    clause, figures = clause_of(sentence, figure), sentence.figures
    start = max((f.last + 1 for f in figures if f.last < figure.first), default=clause.start)
    stop = min((f.first for f in figures if f.first > figure.last), default=clause.stop)
    for at in range(figure.first - 1, max(start, clause.start) - 1, -1):
        hit = sentence.lexicon.rates.at(sentence.tokens, at)
        if hit is not None and at + hit[0] <= figure.first:
            return hit[1], at + hit[0]
        if (one := _one_of(sentence, at)) is not None:
            return one, at + 1
    for at in range(figure.last + 1, min(stop, clause.stop)):
        if (one := _one_of(sentence, at)) is not None:
            return one, at + 1
    return "", end


def _one_of(sentence: Sentence, at: int) -> str | None:
    """As in "in einer Stunde", "in der ganzen Woche", "over a year"."""
    data, before = sentence.lexicon.data, at - 1
    hit = sentence.lexicon.units.at(sentence.tokens, at)
    if hit is None or hit[1].kind != "duration":
        return None
    while sentence.word(before) in data["per_unit"]["length_fillers"]:
        before -= 1
    article = sentence.word(before) in data["grammar"]["determiners"]
    costs = sentence.phrases("per_unit", "costs")
    if (
        article
        and before == sentence.first
        and any(sentence.at(costs, n) for n in range(at, at + NAMED))
    ):
        return hit[1].unit  # "Ein Jahr Haft kostet 40.000 Euro"
    led = sentence.word(before - 1) in data["per_unit"]["over"]
    return hit[1].unit if article and led else None


def extent(sentence: Sentence, length: Figure) -> bool:
    """As in "over five years", "the 90 days", "for four hours", "vier Stunden lang"."""
    if sentence.at(sentence.phrases("durations", "lasting"), length.last + 1):
        return True
    data = sentence.lexicon.data
    over = {*data["per_unit"]["over"], *data["per_unit"]["for"], *data["changes"]["definite"]}
    before = length.first - 1
    while sentence.word(before) in data["per_unit"]["length_fillers"]:
        before -= 1  # "in the first six months"
    words = {sentence.word(before), sentence.word(length.first)}
    near = {sentence.word(at) for at in range(length.first - NAMED, length.first)}
    return not words.isdisjoint(over) or not near.isdisjoint(data["per_unit"]["takes"])


def multiplied(window: Closing, members: Sequence[Figure]) -> bool:
    """Another number between them: "20 Euro im Monat. Bei 1000 Kindern sind das"."""
    start, values = members[0].first, {figure.quantity.value for figure in members}
    others = [f for f in window.before if f not in members and f.quantity.value not in values]
    return any(f.first > start and f.kind in {*RATED, "duration"} for f in others)


def size(window: Closing, figure: Figure) -> Fraction:
    """The value in the base unit of its dimension."""
    unit = window.sentence.scene.units.get(figure.quantity.unit or "")
    factor = unit.factor if unit is not None else Fraction(1)
    return figure.value * factor


def own_place(sentence: Sentence, clause: range) -> bool:
    """As in "in Dortmund waren es im Schnitt": a name behind a preposition of place."""
    data, words = sentence.lexicon.data, sentence.tokens.words
    mean = sentence.phrases("means", "mean")
    for at in clause:
        if sentence.word(at) not in data["lives"]["places"] or sentence.at(mean, at):
            continue
        noun = at + 1 + (sentence.word(at + 1) in data["grammar"]["determiners"])
        timed = sentence.lexicon.rates.at(sentence.tokens, at) is not None
        if noun in clause and words[noun][0].isupper() and not timed and not sentence.dated(noun):
            return True
    return False
