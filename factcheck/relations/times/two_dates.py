"""The only two dates of a window and its only length of time: "which started on 2 May and was
called off on 16 May, had lasted two weeks", "Von 1990 bis 2004 leitete sie das Museum. In ihren 14
Jahren", "begun in 1936 and finished in 1952, 16 years later", "starts in May 2026 and is to last 30
months, until November 2028".

A word of beginning and one of ending, or "from ... to", makes an interval of the two. The length is
surely its own where it stands beside the end ("after two weeks", "two weeks later"), or as what it
lasted. Elsewhere a word leads it that may tell of the interval ("in 14 years", "for 14 years"), and
it is held `alone` against the two dates: only a slip is found.
"""

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date

from factcheck.extract.times.clocks import clock_at
from factcheck.model import Relation, Span, WrittenDate
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Roles,
    Sentence,
    cues,
)
from factcheck.relations.times.durations import granular, is_length
from factcheck.relations.windows import says, statements

PAIR = 2
SURELY = "surely"
CLAUSE = 9
NEAR = 3
OPENERS = frozenset({",", "(", "–", "—"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The lengths of a passage; `bound` are the ids of those that are bound already."""
    if len(scene.claims) <= PAIR:
        return
    done: set[int] = set()
    for window, split in statements(scene):
        dates = _dates(window)
        lengths = [figure for figure in window.figures if figure.kind == "duration"]
        if len(dates) != PAIR or len(lengths) != 1 or granular(dates[0]) != granular(dates[1]):
            continue
        length = lengths[0]
        if id(length.claim) in bound or id(length.claim) in done or not _usable(window, length):
            continue
        told = _told(window, split, dates, length)
        if told:
            done.add(id(length.claim))
            start, end = dates
            members: Roles = {"start": start, "end": end, "duration": length}
            if told == SURELY:
                yield window.relation("interval_of_time", members, sure=True)
                continue
            beside = end.claim.span if _beside_end(window, end, length) else None
            members = {**members, told: length.claim.span, "beside": beside}
            yield window.relation("two_dates", members, sure=True)


def _dates(window: Sentence) -> list[Figure]:
    """The dates of a window; with one day, one behind it told from the article's: "on Friday"."""
    dates = [figure for figure in window.figures if figure.kind == "date"]
    if len(dates) != 1:
        return dates
    day = dates[0].claim.date
    # "by December 2022. It opened on Monday, 21 months late"
    whole = granular(dates[0]) == "month" and late(window, window.end)
    if not whole and (day is None or day.year is not None):
        return dates
    scene = window.scene
    later: list[Figure] = []
    for claim in scene.claims_in(dates[0].last + 1, window.end):
        period, first = claim.period, scene.first_token(claim)
        if claim.kind != "date" or claim.quantity is not None or period is None:
            continue
        if period.granularity == "day" and clock_at(scene.passage, first) is None:
            told = replace(claim, date=None if whole else _written(claim.span, period.start))
            told = replace(told, period=replace(period, granularity="month")) if whole else told
            last = scene.last_token(claim)
            later.append(replace(dates[0], claim=told, first=first, last=last))
    return [*dates, *later] if len(later) == 1 else dates


def _written(span: Span, day: date) -> WrittenDate:
    return WrittenDate(span, day.day, day.month, day.year)


def _usable(window: Sentence, length: Figure) -> bool:
    known = length.quantity.value is not None and length.quantity.hedge != "range"
    return known and is_length(window, length)


def _told(window: Sentence, split: int, dates: list[Figure], length: Figure) -> str:
    """How words bind the length to the dates: surely, told, alone where they allow it, else ""."""
    start, end = dates
    apart = split > window.first and length.first < split
    if apart or not window.words.isdisjoint(window.lexicon.data["lives"]["kin"]):
        return ""
    if _other_time(window, length) and not _beside_end(window, end, length):
        return ""  # "in 2012; two years later he was free"
    if _until(window, start, end, length):
        begins = cues(window.lexicon, "durations", "begins")
        opened = any(window.word(at) in begins for at in range(window.first, length.first))
        return SURELY if opened else "alone"
    begun = _near(window, start, "begun_words") and _near(window, end, "ended_words")
    ended = _near(window, end, "ended_words") and _beside_end(window, end, length)
    if _later(window, end, length) or late(window, end.first):
        return "told"
    spans = _spans(window, split, end, length) or _drawn(window, end, length)
    if not (begun or ended or _joined(window, start, end)):
        return "alone" if spans and not _of_another(window, length) else ""
    beside = begun and ended
    if ended and not begun:
        return "alone"  # "His marriage, in 1957, ended in 1988 after 31 years"
    if _of_another(window, length):
        takes = split == window.first and _takes(window, length)
        return "alone" if beside or takes else ""
    if beside or (begun and (_lasted(window, length) or _attribute(window, start, end, length))):
        return "told"
    return "alone" if spans or (begun and _opens(window, split, length)) else ""


def _until(window: Sentence, start: Figure, end: Figure, length: Figure) -> bool:
    """As in "starts in May 2026 and is expected to last 30 months, until November 2028"."""
    until = window.before(window.phrases("durations", "up_to"), end.first)
    gap = [window.word(at) for at in range(length.last + 1, end.first - until)]
    before = range(max(start.last + 1, length.first - NEAR), length.first)
    lasts = cues(window.lexicon, "durations", "lasts")
    return bool(until) and gap in ([], [","]) and any(window.word(at) in lasts for at in before)


def _opens(window: Sentence, split: int, length: Figure) -> bool:
    """As in "Six weeks divers had searched", not "Six weeks later", "Zwölf Tage, nachdem"."""
    at_once = length.first == split > window.first and not window.breaks(length.last + 1)
    return at_once and not _other_time(window, length)


def late(window: Sentence, end: int) -> bool:
    """As in "promised for March 2024 ... in November 2024, eight months late": what was planned is
    told before the token `end`, not in "two weeks later than promised"."""
    told = says(window, "durations", "planned", range(window.first, min(end, window.end)))
    return told and says(window, "durations", "delays")


def _spans(window: Sentence, split: int, end: Figure, length: Figure) -> bool:
    """As in "took 14 years", "in his 18 years", "Six weeks long", "held for 26 years"."""
    pointing = window.before(window.phrases("durations", "pointing"), length.first)
    led = pointing or window.before(window.phrases("durations", "spanning"), length.first)
    opens = length.first - led in {split, window.first}
    lasting = window.at(window.phrases("durations", "lasting"), length.last + 1)
    if window.word(length.last + 1 + lasting) in window.lexicon.data["changes"]["than"]:
        return False  # "ten years later than his twin"
    one = split == window.first
    told = led and (one or opens)
    return bool(told or lasting) or _takes(window, length) or _lasts(window, end, length)


def _drawn(window: Sentence, end: Figure, length: Figure) -> bool:
    """As in ", also 14 Jahre", "died in 2010, after 56 years of marriage": behind the second."""
    before = window.before(window.phrases("elapsed", "drawn"), length.first)
    thus = window.word(length.last + 1) in window.lexicon.data["changes"]["thus"]
    mark = length.first - before - 1
    gap = range(end.last + 1, mark)
    plain = len(gap) <= NEAR and all(window.word(at) not in BREAKS for at in gap)
    return bool(before or thus) and end.last < mark and window.word(mark) in OPENERS and plain


def _other_time(window: Sentence, length: Figure) -> bool:
    """As in "Six weeks later", "Zwei Jahre zuvor": up to another time."""
    keys = ("later_than", "earlier_than", "sooner", "after")
    return any(window.at(window.phrases("durations", key), length.last + 1) for key in keys)


def _takes(window: Sentence, length: Figure) -> bool:
    return window.word(length.first - 1) in cues(window.lexicon, "durations", "lasted_words")


def _joined(window: Sentence, start: Figure, end: Figure) -> bool:
    """As in "from 1990 to 2004", "between 1990 and 2004", "(1990-2004)"."""
    until = window.before(window.phrases("durations", "until"), end.first)
    opened = window.before(window.phrases("durations", "from"), start.first)
    if until and opened and end.first - until == start.last + 1:
        return True
    return bool(until) and end.first - until - start.last <= 2 and bool(opened)


def _near(window: Sentence, date: Figure, key: str) -> bool:
    """A word of beginning or ending in the clauses of a date, up to another date."""
    words, dates = window.lexicon.data["durations"][key], [f for f in window.figures if f != date]
    other = {at for f in dates if f.kind == "date" for at in range(f.first, f.last + 1)}
    before = range(date.first - 1, max(window.first, date.first - CLAUSE) - 1, -1)
    after = range(date.last + 1, min(window.end, date.last + 1 + CLAUSE))
    for side in (before, after):
        for at in side:
            if at in other or window.word(at) in BREAKS - {","}:
                break
            if window.word(at) in words:
                return True
    return False


def _of_another(window: Sentence, length: Figure) -> bool:
    """As in "28 years in exile", "20 days before the vote", "fünf Wochen ohne Regierung"."""
    data = window.lexicon.data["elapsed"]
    another = {*data["of_another"], *data["roles"], *data["not_since"]}
    return window.word(length.last + 1) in another


def _beside_end(window: Sentence, end: Figure, length: Figure) -> bool:
    """As in "on 17 June, after two weeks,", "after ten days", "in 1952, 16 years later"."""
    later = window.at(window.phrases("durations", "later_than"), length.last + 1)
    after = window.before(window.phrases("elapsed", "after"), length.first)
    behind = length.last + 1 + later
    if window.word(behind) in window.lexicon.data["changes"]["than"]:
        return False  # "ten years later than his twin"
    gap = range(end.last + 1, length.first - after)
    signs = all(window.word(at) == "," for at in gap) and len(gap) <= 1
    if end.last < length.first:
        return signs and bool(later or after)
    ahead = [window.word(at) for at in range(behind, end.first)]
    small = {",", *window.lexicon.data["elapsed"]["leads"]}
    return bool(after) and len(ahead) <= NEAR and small.issuperset(ahead)


def _later(window: Sentence, end: Figure, length: Figure) -> bool:
    """As in "shut in March 2020 and reopened in March 2022, two years later."."""
    later = window.at(window.phrases("durations", "later_than"), length.last + 1)
    at_once = length.first == end.last + 2 and window.word(end.last + 1) == ","
    return bool(later) and at_once and window.breaks(length.last + 1 + later)


def _lasted(window: Sentence, length: Figure) -> bool:
    """As in "had lasted two weeks", "dauerte zwei Wochen", "lasted for two weeks"."""
    lasted = cues(window.lexicon, "durations", "lasted_words")
    near = [window.word(at) for at in range(length.first - 2, length.first)]
    closed = window.breaks(length.last + 1)
    return closed and not lasted.isdisjoint(near)


def _attribute(window: Sentence, start: Figure, end: Figure, length: Figure) -> bool:
    """As in "The three-day fair begins on 5 July and ends on 7 July"."""
    text = length.claim.span.text
    adjective = "-" in text or (length.first == length.last and text[0].islower())
    data = window.lexicon.data
    joins, articles = data["parts"]["joins"], data["grammar"]["determiners"]
    other = any(
        window.word(at) in joins and window.word(at + 1) in articles
        for at in range(length.last, end.first)
    )
    breaks = any(window.word(at) in BREAKS for at in range(length.last + 1, start.first))
    return adjective and length.last < start.first and not other and not breaks


def _lasts(window: Sentence, end: Figure, length: Figure) -> bool:
    """A word of lasting behind the length, or the length alone behind the two dates."""
    lasted = cues(window.lexicon, "durations", "lasted_words")
    clause = []
    for at in range(length.last + 1, min(window.end, length.last + CLAUSE + 1)):
        if window.word(at) in BREAKS:
            break
        clause.append(window.word(at))
    mark = window.word(length.first - 1) in {",", ":"} and window.breaks(length.last + 1)
    return not lasted.isdisjoint(clause) or (mark and length.first > end.last)
