"""The only printed year of a statement and the only number of years that counts from it.

"Bei der Flut von 2002, die jetzt 13 Jahre zurückliegt", "Bach starb 1750; zu seinem 270. Todestag",
"Nach 27 Jahren an der Schule, an die sie 1988 gekommen war", "They met in 2004. Now, eight years
later," in one sentence or two that follow each other. A word says that the years count back from
the article's day: what they are behind or before, the noun of an anniversary whose verb stands
beside the year, a verb of beginning beside it. Of two years ("begann 2006 und endete 2020, also
nach 24 Jahren") the length is what lies between them, where a word draws it from them. A number
far from what the years make is of something else.
"""

from collections.abc import Container, Iterator
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    compounded,
    neighbours,
    sentences,
)
from factcheck.relations.times import counts_from
from factcheck.relations.times.ages import beside_word
from factcheck.relations.times.elapsed import printed_year, years_ago
from factcheck.relations.windows import of_these_days

PAIR = 2
BESIDE = 6
OPENERS = frozenset({",", "(", "–", "—"})
KINDS = (("deaths", "died"), ("births", "born"), ("jubilees", "founded"))


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The years gone by of a passage; `bound` are the ids of the lengths that are bound already."""
    if len(scene.claims) < PAIR:
        return
    done: set[int] = set()
    since = scene.passage.lexicon.data["elapsed"]["since"]
    for sentence in sentences(scene):
        yield from _of_things(sentence)
    for window, split in [*((s, s.first) for s in sentences(scene)), *neighbours(scene)]:
        dates = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
        lengths = [f for f in window.figures if _counts(window, f)]
        lengths = lengths or [f for f in window.figures if f.kind == "age" and f.quantity.value]
        led = [f for f in dates if window.word(f.first - 1) in since]
        dates = led if len(led) == 1 and split > window.first and led[0].last < split else dates
        if len(lengths) != 1 or not 0 < len(dates) <= PAIR or id(lengths[0].claim) in bound:
            continue
        length = lengths[0]
        if id(length.claim) in done:
            continue
        apart = split > window.first and not dates[0].last < split <= length.first
        if apart and not counts_from.celebrated(window, length):
            continue
        relation = _one(window, split, dates, length) or _two(window, dates, length)
        if relation is not None:
            done.add(id(length.claim))
            yield relation


def _counts(window: Sentence, figure: Figure) -> bool:
    """A number of years, or the number of an anniversary: "270. Todestag", "zum 50. Mal"."""
    if figure.quantity.value is None or figure.quantity.hedge == "range":
        return False
    if figure.kind == "ordinal":
        data = window.lexicon.data["elapsed"]
        word = window.word(figure.last + 1)
        recurs = word in data["times"] and not window.words.isdisjoint(data["recurs"])
        return word in data["anniversaries"] or recurs
    noun = (figure.quantity.noun or "").lower()
    counted = figure.kind == "count" and compounded(window.lexicon, noun, "elapsed", "years")
    return bool(counted) or (figure.kind == "duration" and figure.quantity.unit == "year")


def _one(window: Sentence, split: int, dates: list[Figure], length: Figure) -> Relation | None:
    """Counted from the one year to the article's."""
    day, since = window.scene.passage.document.date, dates[0]
    year = printed_year(since)
    if len(dates) != 1 or day is None or year is None:
        return None
    tests = (_gone, _recurs, _anniversary, _later, _closes, _after_it_began, _since)
    aged = length.kind == "age"
    bound = not aged and any(test(window, split, since, length) for test in tests)
    bound = bound or counts_from.surely(window, since, length)
    sized = of_one_size(Fraction(day.year - year), exact(length.quantity.value or 0))
    alone = counts_from.alone(window, split, since, length)
    feast = not aged and counts_from.celebrated(window, length)
    if not sized or not (bound or alone or feast):
        return None
    members: list[tuple[str, Claim | Span]] = [("since", since.claim), ("length", length.claim)]
    members += [] if bound else [("alone", length.claim.span)]
    return window.relation("elapsed", members, sure=True)


def _of_things(window: Sentence) -> Iterator[Relation]:
    """The age of a thing and the year it is from."""
    dates = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
    ages = [f for f in window.figures if f.kind == "age" and f.quantity.value is not None]
    if len(dates) == len(ages) == 1 and counts_from.old(window, dates[0], ages[0]):
        members = [("since", dates[0].claim), ("length", ages[0].claim)]
        yield window.relation("elapsed", members, sure=True)


def _gone(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "2002, die jetzt auch schon 13 Jahre zurückliegt"."""
    back = window.word(length.last + 1) in window.lexicon.data["elapsed"]["lies_back"]
    return back and since.last < length.first and window.breaks(length.last + 2)


def _recurs(window: Sentence, split: int, _since: Figure, length: Figure) -> bool:
    """As in "jährte sich der Anschluss vom März 1938 zum 85. Mal"."""
    times = window.word(length.last + 1) in window.lexicon.data["elapsed"]["times"]
    return times and split == window.first


def _anniversary(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "starb 1750; zu seinem 270. Todestag", "which opened in 1825": of one and the same."""
    data, word = window.lexicon.data["elapsed"], window.word(length.last + 1)
    if not window.words.isdisjoint(window.lexicon.data["lives"]["kin"]):
        return False
    if window.word(length.last + 2) in data["of_another"] and since.first < length.first:
        return False  # "Der 1990 gegründete Verein erinnert am 50. Jahrestag der Schlacht"
    for nouns, verbs in KINDS:
        section = "elapsed" if verbs == "founded" else "lives"
        placed = verbs == "born" and beside_word(window, since, verbs)
        if word in data[nouns] and (placed or _beside(window, since, section, verbs)):
            return True
    return False


def _beside(window: Sentence, date: Figure, section: str, key: str) -> bool:
    """A word of this list in the clause of the year, close to it."""
    table = window.phrases(section, key)
    for step in (-1, 1):
        at = date.first if step < 0 else date.last
        for _ in range(BESIDE):
            at += step
            if not window.first <= at < window.end or window.word(at) in BREAKS - {"."}:
                break
            if window.at(table, at):
                return True
    return False


def _later(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "Heute, 16 Jahre später,": a word of the present in its clause or right before it."""
    data = window.lexicon.data["elapsed"]
    later = window.word(length.last + 1) in data["later"] and since.last < length.first
    near = range(max(split, length.first - BESIDE), min(window.end, length.last + BESIDE))
    told = any(window.word(at) in data["now"] for at in near if at > since.last)
    return later and (told or of_these_days(window, near))


def _closes(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "1989 fiel die Mauer, vor nunmehr 36 Jahren": an apposition at the end."""
    leads = window.lexicon.data["elapsed"]["leads"]
    at = length.first - 1
    while window.word(at) in leads:
        at -= 1
    end = length.last + 1
    while window.word(end) in leads:
        end += 1
    ago = window.lexicon.data["elapsed"]["for"]
    told = years_ago(length) or any(window.word(n) in ago for n in range(at + 1, length.first))
    apposed = told and since.last < at and window.word(at) in OPENERS
    return apposed and window.breaks(end) and window.word(at - 1) not in BREAKS


def _after_it_began(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "Nach 27 Jahren an der Schule, an die sie 1988 kam, wird sie", "In those six years"."""
    data = window.lexicon.data
    pointing = window.before(window.phrases("durations", "pointing"), length.first)
    after = window.before(window.phrases("elapsed", "after"), length.first)
    opens = after and window.word(length.first - after - 1) in {"", "."}
    if not (pointing and split > window.first) and not opens:
        return False
    if window.word(length.last + 1) in data["elapsed"]["roles"]:
        return False  # "Nach 27 Jahren als Rektorin", who came as something else
    start = length.last if opens else split
    ends = any(window.word(at) in data["elapsed"]["leaves"] for at in range(start, window.end))
    since_then = pointing and window.word(since.first - 1) in data["elapsed"]["since"]
    began = since_then or _beside(window, since, "elapsed", "began")
    return (bool(pointing) or ends) and bool(began)


def _since(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "seit 1998 leer. Nach 27 Jahren Leerstand", "Seit 2011 ist Krieg, 14 Jahre lang"."""
    data = window.lexicon.data["elapsed"]
    at = since.first - 1
    while window.word(at) in data["leads"] and window.word(at) not in data["since"]:
        at -= 1
    if window.word(at) not in data["since"] or since.last > length.first:
        return False
    after = window.before(window.phrases("elapsed", "after"), length.first)
    lasting = window.at(window.phrases("durations", "lasting"), length.last + 1)
    own = window.at(window.phrases("elapsed", "own"), length.last + 1)
    opens = after and length.first - after == split > window.first
    opens = opens and bool(own or counts_from.of_the_whole(window, length))
    now = {*data["present"], *data["leaves"], *data["leaves_now"], *data["now"]}
    rest = range(length.last + 1, window.end)
    opens = opens and any(window.word(n) in now for n in rest)  # not "After 25 years it got"
    return bool(opens) or bool(lasting and window.breaks(length.last + 1 + lasting))


def _two(window: Sentence, dates: list[Figure], length: Figure) -> Relation | None:
    """Between two years, where "also", "nach" or a word behind the length draws it from them."""
    if len(dates) != PAIR or length.first < dates[1].last or length.kind != "duration":
        return None
    start, end = dates
    years = [printed_year(date) or 0 for date in dates]
    table, at = window.phrases("elapsed", "drawn"), length.first
    drawn = window.before(table, at)
    also = window.word(length.last + 1) in window.lexicon.data["changes"]["thus"]  # "also"
    late = window.at(window.phrases("elapsed", "late"), length.last + 1)
    of = window.at(window.phrases("elapsed", "after_of"), length.last + 1)
    behind = length.last + 1 + (late or (of + 1 if of else also))
    opened = window.word(at - drawn - 1) in OPENERS
    gap = range(end.last + 1, at - drawn - 1)
    plain = len(gap) <= BESIDE and all(window.word(n) not in BREAKS for n in gap)
    sized = of_one_size(Fraction(years[1] - years[0]), exact(length.quantity.value or 0))
    if not ((drawn or also) and opened and plain and sized and window.breaks(behind)):
        return None
    word = window.scene.passage.span(at - drawn, at - 1)
    members = [("start", start.claim), ("end", end.claim), ("duration", length.claim)]
    return window.relation("interval_of_time", [*members, ("drawn", word)], sure=False)
