"""Time that is left from the article's day to a day that it prints: "Voters have until 11 April to
register, three weeks from today", "bis zum 18. April, also noch vier Wochen".

The only day of a sentence, or of two that follow each other, and the only length of days, weeks or
months. A word makes the day the end of something, and one beside the length says that it is left.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, neighbours, sentences
from factcheck.relations.times.durations import is_length
from factcheck.relations.windows import says

BACK = 3
UNITS = frozenset({"day", "week", "month"})


def find(scene: Scene) -> Iterator[Relation]:
    """The days of a passage with the time that is left until them."""
    ends = scene.passage.lexicon.phrases("durations", "deadlines").first_words
    if scene.passage.document.date is None or ends.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window in (*sentences(scene), *(both for both, _ in neighbours(scene))):
        days = [figure for figure in window.figures if figure.kind == "date"]
        lengths = [f for f in window.figures if f.kind in {"duration", "age"}]
        if len(days) != 1 or len(lengths) != 1 or id(lengths[0].claim) in done:
            continue
        day, length = days[0], lengths[0]
        known = is_length(window, length) and length.quantity.value is not None
        if not known or length.quantity.unit not in UNITS or day.claim.date is None:
            continue
        if _to_come(window, day) and _left(window, day, length):
            done.add(id(length.claim))
            members = (("since", day.claim), ("length", length.claim))
            yield window.relation("lasting", members, sure=True)


def _to_come(window: Sentence, day: Figure) -> bool:
    """A day behind the article's, which a word beside it or its verb makes the end of something."""
    today, period = window.scene.passage.document.date, day.claim.period
    later = today is not None and period is not None and period.start > today
    until = window.before(window.phrases("durations", "up_to"), day.first)
    return later and (bool(until) or says(window, "durations", "deadlines"))


def _left(window: Sentence, day: Figure, length: Figure) -> bool:
    """As in "three weeks from today", "noch vier Wochen", "gives them four weeks from today"."""
    data = window.lexicon.data["durations"]
    behind = window.at(window.phrases("durations", "from_today"), length.last + 1)
    near = (window.word(at) for at in range(length.first - BACK, length.first))
    bounds = window.scene.passage.bounds(length.first)
    one = bounds == window.scene.passage.bounds(day.first)
    rest = window.word(length.first - 1) in data["remaining"]
    return bool(behind or rest) or (one and not {*data["still_left"]}.isdisjoint(near))
