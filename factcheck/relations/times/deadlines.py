"""Days, weeks and months between the article's day and one that it prints.

What is left: "Voters have until 11 April to register, three weeks from today", "bis zum 18. April,
also noch vier Wochen"; a word makes the day the end of something, and one beside the length says
that it is left. What has gone by: "The strike, which began on 3 February, has now lasted five
weeks", "It is nine months since the bridge closed in March". The only date of a sentence, or of two
that follow each other, and the only length.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, neighbours, sentences
from factcheck.relations.times.durations import is_length
from factcheck.relations.times.years_told import it_is
from factcheck.relations.windows import says

BACK = 3
UNITS = frozenset({"day", "week", "month"})


def find(scene: Scene) -> Iterator[Relation]:
    """The days of a passage with the time that is left until them, or has gone by since."""
    if scene.passage.document.date is None:
        return
    done: set[int] = set()
    for window in (*sentences(scene), *(both for both, _ in neighbours(scene))):
        days = [figure for figure in window.figures if figure.kind == "date"]
        lengths = [f for f in window.figures if f.kind in {"duration", "age"}]
        if len(days) != 1 or len(lengths) != 1 or id(lengths[0].claim) in done:
            continue
        day, length = days[0], lengths[0]
        known = is_length(window, length) and length.quantity.value is not None
        if not known or length.quantity.unit not in UNITS or day.claim.period is None:
            continue
        to_come = _to_come(window, day) and _left(window, day, length)
        if to_come or it_is(window, length, day) or _goes_on(window, day, length):
            done.add(id(length.claim))
            yield window.relation("lasting", {"since": day, "length": length}, sure=True)


def _goes_on(window: Sentence, since: Figure, length: Figure) -> bool:
    """As in "began on 3 February, has now lasted five weeks"."""
    begun = window.before(window.phrases("elapsed", "begun"), since.first)
    lasted = window.before(window.phrases("elapsed", "lasted"), length.first)
    return bool(begun and lasted) and since.claim.date is not None and since.last < length.first


def _to_come(window: Sentence, day: Figure) -> bool:
    """A day behind the article's, which a word beside it or its verb makes the end of something."""
    today, period = window.scene.passage.document.date, day.claim.period
    told = today is not None and period is not None and day.claim.date is not None
    until = window.before(window.phrases("durations", "up_to"), day.first)
    later = told and today is not None and period is not None and period.start > today
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
