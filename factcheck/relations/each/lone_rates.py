"""Two amounts for two units of time: "£120bn a year on pensions, about £330m a day"; and how often
something happens, with its number in a longer time: "a bus every six minutes, ten an hour".

The second is drawn from the first, and no other figure stands between them that may multiply it.
The first may be what a whole year or month had: "treated 7,300 patients last year, 20 a day". What
is far from what the first makes is of something else. Where nothing draws the second and the two
are the only amounts, they are held `alone` against each other: only a slip is found.
"""

from collections.abc import Container, Iterator
from fractions import Fraction

from factcheck.model import Relation, Span
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import (
    RATED,
    Closing,
    closings,
    drawn,
    multiplied,
    opens_next,
    rate_of,
    size,
    time_of,
)
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Roles, Sentence, alike, compounded

Rate = tuple[Figure, str, int]
PERIODS = frozenset({"day", "week", "month", "year"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The rates of a passage; `bound` are the ids of the claims that are bound already."""
    done: set[int] = set()
    for window in closings(scene, bound, done):
        if not any(f.kind == "duration" or alike(f, window.last) for f in window.before):
            continue
        second = _rated(window, window.last)
        if second is None:
            continue
        told = drawn(window)
        members = _two_rates(window, second, told=told) or (_every(window) if told else None)
        if members is not None:
            done.add(id(window.last.claim))
            yield window.sentence.relation("rates", members, sure=told)


def _two_rates(window: Closing, second: Rate, *, told: bool) -> Roles | None:
    """As in "£120bn a year on pensions, about £330m a day"."""
    before = [f for f in window.before if alike(f, window.last)]
    if not before:
        return None
    first = [each for each in (_rated(window, f) or _whole(window, f) for f in before) if each]
    if len(first) != 1 or first[0][1] == second[1] or (not told and not _alone(window, before)):
        return None
    (slow, unit, _), (fast, other, end) = first[0], second
    if multiplied(window, [slow, fast]):
        return None
    units = window.sentence.scene.units
    lengths = [units[name].factor for name in (unit, other) if name in units]
    closed = len(lengths) == len((unit, other)) and window.sentence.breaks(end)
    made = size(window, slow) / lengths[0] * lengths[1] if closed else Fraction()
    if not of_one_size(made, size(window, fast)):
        return None
    members: Roles = {unit: slow, other: fast, "alone": None if told else fast.claim.span}
    return {**members, "paid": _paid(window.sentence), "parted": _parted(window)}


def _rated(window: Closing, figure: Figure) -> Rate | None:
    """The figure with its unit of time, and the token behind figure and unit."""
    unit, end = time_of(window.sentence, figure)
    return (figure, unit, max(end, figure.last + 1)) if unit and figure.kind in RATED else None


def _whole(window: Closing, figure: Figure) -> Rate | None:
    """As in "treated 7,300 patients last year": what a time had that is over."""
    period, today = figure.claim.period, window.sentence.scene.passage.document.date
    if period is None or today is None or period.granularity not in PERIODS or period.end >= today:
        return None
    starts = window.sentence.tokens.starts
    begin, end = starts[window.sentence.first], window.sentence.tokens.ends[window.sentence.end - 1]
    own = begin <= period.span.start and period.span.end <= end
    return (figure, period.granularity, figure.last + 1) if own else None


def _alone(window: Closing, before: list[Figure]) -> bool:
    """Is there no amount besides the two, in one sentence that ends behind the second?"""
    behind = [f for f in window.sentence.figures if f.first > window.last.last]
    one = len(before) == 1 and not any(alike(f, window.last) for f in behind)
    return one and window.split == window.sentence.first


def _paid(sentence: Sentence) -> Span | None:
    """The word of pay, of which a year may have more than twelve months."""
    table = sentence.phrases("per_unit", "paid")
    at = next((at for at in range(sentence.first, sentence.end) if sentence.at(table, at)), None)
    return None if at is None else sentence.scene.passage.span(at, at)


def _parted(window: Closing) -> Span | None:
    """What tells of a year of fewer months: "school", "from September to June"; or that it is
    cheaper at once: "pass"."""
    sentence = window.sentence
    claims = sentence.scene.claims_in(sentence.first, sentence.end)
    periods = [(claim.span, claim.period) for claim in claims if claim.kind == "date"]
    months = [span for span, period in periods if period and period.granularity == "month"]
    if len(months) > 1:
        return months[0]
    tables = [sentence.phrases("per_unit", key) for key in ("concludes", "verbs")]
    if any(sentence.before(table, window.last.first) for table in tables):
        return None
    for at in range(sentence.first, sentence.end):
        if compounded(sentence.lexicon, sentence.word(at), "per_unit", "parted"):
            return sentence.scene.passage.span(at, at)
    return None


def _every(window: Closing) -> Roles | None:
    """As in "one every 40 seconds. That is almost 800,000 a year"."""
    sentence, units = window.sentence, window.sentence.scene.units
    every = {*sentence.lexicon.data["per_unit"]["every"]}
    lengths = [f for f in window.before if f.kind == "duration" and f.quantity.unit in units]
    lengths = [f for f in lengths if sentence.word(f.first - 1) in every]
    unit, end = rate_of(sentence, window.last)
    closed = sentence.breaks(end) or opens_next(window, window.last.first)
    if len(lengths) != 1 or unit not in units or not closed:
        return None
    length = lengths[0]
    made = units[unit].factor / size(window, length) if size(window, length) else Fraction()
    if not of_one_size(made, size(window, window.last)):
        return None
    word = sentence.scene.passage.span(length.first - 1, length.first - 1)
    return {length.quantity.unit or "": length, unit: window.last, "every": word}
