"""Years gone by and the year they count from, up to the article's day or that of a jubilee.

Two stand beside each other: "vor drei Jahren (2022)", "10. Jahrestag der Flut vom"; it is sure
unless the date may as well be the anniversary's own ("der 50. Todestag am 19. April"). Else the
only number of years of a sentence, or of two that follow each other, counts from their only year,
or from the one at which something begins where the other is that of the feast ("feiert 2024 ihr
75-jähriges Bestehen; sie wurde 1949 eröffnet"). Words must tell so (years_told.py). A number far
from what the years make is of something else.
"""

from collections.abc import Container, Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    CLOSING,
    DASHES,
    OPENING,
    Figure,
    Roles,
    Sentence,
    cues,
)
from factcheck.relations.times.year_words import aged, counts_years, printed_year, years_ago
from factcheck.relations.times.years_likely import alone
from factcheck.relations.times.years_told import begun, surely
from factcheck.relations.windows import statements

PHRASE = 8
NAMED = 5
PAIR = 2
TEN = 10
OF_ANOTHER = ("sooner", "after", "later_than", "earlier_than")
BINDING = OPENING | DASHES | {","}


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Years gone by and anniversaries of a sentence that also print the date."""
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    if not dates or any(date.claim.period is None for date in dates):
        return
    for left, right in pairwise(sentence.figures):
        if right.kind == "date" and _ago(sentence, left) and _beside(sentence, left, right):
            yield _relation(sentence, right, left)
        elif left.kind == "date" and _ago(sentence, right) and _beside(sentence, left, right):
            yield _relation(sentence, left, right)
        elif left.kind == "ordinal" and right.kind == "date" and _marks(sentence, left, right):
            event = sentence.word(right.first - 1) in sentence.lexicon.data["elapsed"]["event"]
            day = _day_of_feast(sentence, left, dates)
            at = day if printed_year(right) is not None else []
            yield _relation(sentence, right, left, *at, sure=event or bool(at))


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The years gone by of a passage; `bound` are the ids of the lengths that are bound already."""
    done: set[int] = set()
    for window, split in statements(scene):
        years = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
        if not 0 < len(years) <= PAIR:
            continue
        lengths = [f for f in window.figures if counts_years(window, f)]
        lengths = lengths or [f for f in window.figures if aged(window, f)]
        own = id(lengths[0].claim) if len(lengths) == 1 else None
        if own is None or own in done or own in bound:
            continue
        relation = _counted(window, split, years, lengths[0])
        if relation is not None:
            done.add(own)
            yield relation


def _counted(window: Sentence, split: int, years: list[Figure], length: Figure) -> Relation | None:
    """Counted from the one year to the article's, or to that of the feast."""
    apart = _apart(window, years, length)
    told = apart or begun(window, split, years, length)
    if not told:
        return None
    day, (since, *at) = window.scene.passage.document.date, told
    year = printed_year(at[0]) if at else day.year if day is not None else None
    first = printed_year(since)
    if year is None or first is None:
        return None
    gone = year - first
    if not of_one_size(Fraction(gone), length.value) and abs(gone - length.value) != TEN:
        return None
    sure = bool(apart) or surely(window, split, since, length)
    if not sure and (at or not alone(window, split, since, length)):
        return None
    doubtful = not sure or len(years) > len(told)  # the other year may be meant
    return _relation(window, since, length, *at, alone=doubtful)


def _apart(window: Sentence, years: list[Figure], length: Figure) -> tuple[Figure, ...]:
    """As in "zerstört 1943. 120 Jahre zuvor, im Januar 1823, war": the earlier year, the later."""
    tables = [window.phrases("durations", key) for key in ("earlier_than", "later_than")]
    behind = max(window.at(table, length.last + 1) for table in tables)
    comma = length.last + 1 + behind
    if len(years) != PAIR or not behind or window.word(comma) != ",":
        return ()
    base, other = years
    leads = window.lexicon.data["elapsed"]["leads"]
    led = all(window.word(at) in leads for at in range(comma + 1, other.first))
    dates = [c for c in window.scene.claims_in(window.first, window.end) if c.kind == "date"]
    one = base.last < length.first < other.first and led and len(dates) == PAIR
    closed = one and window.breaks(other.last + 1)
    ordered = sorted(years, key=lambda year: printed_year(year) or 0)
    turned = (ordered[0] is other) == bool(window.at(tables[0], length.last + 1))
    return tuple(ordered) if closed and turned else ()


def _relation(
    window: Sentence,
    since: Figure,
    length: Figure,
    *at: Figure,
    sure: bool = True,
    alone: bool = False,
) -> Relation:
    members: Roles = {"since": since, "length": length, "at": at}
    return window.relation("elapsed", members, sure=sure, alone=length if alone else None)


def _day_of_feast(sentence: Sentence, count: Figure, dates: list[Figure]) -> list[Figure]:
    """As in "am 23. Mai 2009 statt, dem 60. Jahrestag": the only day before it, in apposition."""
    before = [date for date in dates if date.last < count.first and printed_year(date) is not None]
    if len(before) != 1 or count.first - before[0].last > NAMED:
        return []
    gap = [sentence.word(at) for at in range(before[0].last + 1, count.first)]
    articles = sentence.lexicon.data["grammar"]["determiners"]
    return before if gap[-2:-1] == [","] and gap[-1] in articles else []


def _ago(sentence: Sentence, length: Figure) -> bool:
    """Years up to the article's day, not those "before she became chancellor", "later"."""
    tables = (sentence.phrases("durations", key) for key in OF_ANOTHER)
    return years_ago(length) and not any(sentence.at(table, length.last + 1) for table in tables)


def _beside(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """Only a comma or bracket and the words that lead a date or a length stand between."""
    between = range(left.last + 1, right.first)
    leads = sentence.lexicon.data["elapsed"]["leads"]
    marks = [at for at in between if sentence.word(at) in BINDING]
    words = [at for at in between if sentence.word(at) not in BINDING | CLOSING]
    summed = {*sentence.lexicon.data["durations"]["summed"]}
    if len(marks) == 1 and left.kind == "date" and sentence.word(marks[0] + 1) in summed:
        words = [at for at in words if at > marks[0] or not sentence.tokens.words[at].isalpha()]
        return marks[0] - left.last <= NAMED and all(sentence.word(at) in leads for at in words)
    opened = len(marks) == 1 and marks[0] <= between.start + 1
    return opened and all(sentence.word(at) in leads for at in words)


def _marks(sentence: Sentence, count: Figure, event: Figure) -> bool:
    """As in "zum 10. Jahrestag der Flut vom 14. Juli 2021", all in one phrase."""
    anniversary = cues(sentence.lexicon, "elapsed", "anniversaries")
    if sentence.word(count.last + 1) not in anniversary:
        return False
    between = range(count.last + 2, event.first)
    if not between or len(between) > PHRASE or event.claim.period is None:
        return False
    if sentence.at(sentence.phrases("elapsed", "founded"), event.last + 1):
        return False  # the rest reads "der 1949 gegründeten Republik"
    links = sentence.lexicon.data["elapsed"]["of"]
    plain = all(sentence.tokens.words[at].isalpha() for at in between)
    return plain and sentence.word(between[0]) in links and sentence.word(between[-1]) in links
