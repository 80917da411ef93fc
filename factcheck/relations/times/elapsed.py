"""Years gone by and the year they began: "vor drei Jahren (2022)", "10. Jahrestag der Flut vom".

Two forms: a number of years that counts back from the article, and a date beside it with nothing
between but a comma, a bracket and words that lead a date; and an anniversary with its number, and
behind it, in the same phrase, the date of the event. It is sure unless that date may as well be the
anniversary's own ("der 50. Todestag am 19. April").
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.sentence import CLOSING, DASHES, OPENING, Figure, Sentence, cues

PHRASE = 8
NAMED = 5
OF_ANOTHER = ("sooner", "after", "later_than", "earlier_than")
BINDING = OPENING | DASHES | {","}


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Years gone by and anniversaries of a sentence that also print the date."""
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    if not dates or any(date.claim.period is None for date in dates):
        return
    for left, right in pairwise(sentence.figures):
        if right.kind == "date" and _ago(sentence, left) and _beside(sentence, left, right):
            yield _relation(sentence, right, left, sure=True)
        elif left.kind == "date" and _ago(sentence, right) and _beside(sentence, left, right):
            yield _relation(sentence, left, right, sure=True)
        elif left.kind == "ordinal" and right.kind == "date" and marks(sentence, left, right):
            event = sentence.word(right.first - 1) in sentence.lexicon.data["elapsed"]["event"]
            yield _relation(sentence, right, left, sure=event)


def printed_year(date: Figure) -> int | None:
    """The year of a date, if it is printed."""
    period = date.claim.period
    return period.start.year if period is not None and period.anchor is None else None


def _relation(sentence: Sentence, since: Figure, length: Figure, *, sure: bool) -> Relation:
    members = [("since", since.claim), ("length", length.claim)]
    return sentence.relation("elapsed", members, sure=sure)


def years_ago(figure: Figure) -> bool:
    """A number of years that ends at the article's day: "vor drei Jahren", "seit zehn Jahren"."""
    period = figure.claim.period
    if figure.kind != "duration" or figure.quantity.unit != "year" or period is None:
        return False
    span = figure.claim.span
    own = period.span.start <= span.start and span.end <= period.span.end
    return own and period.anchor is not None and period.start < period.anchor


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


def marks(sentence: Sentence, count: Figure, event: Figure) -> bool:
    """As in "zum 10. Jahrestag der Flut vom 14. Juli 2021", all in one phrase."""
    anniversary = cues(sentence.lexicon, "elapsed", "anniversaries")
    if sentence.word(count.last + 1) not in anniversary:
        return False
    between = range(count.last + 2, event.first)
    if not between or len(between) > PHRASE or event.claim.period is None:
        return False
    if sentence.at(sentence.phrases("elapsed", "founded"), event.last + 1):
        return False  # jubilees.py reads "der 1949 gegründeten Republik"
    links = sentence.lexicon.data["elapsed"]["of"]
    plain = all(sentence.tokens.words[at].isalpha() for at in between)
    return plain and sentence.word(between[0]) in links and sentence.word(between[-1]) in links
