"""Totals before what they add up: "50 billion: 30 for A and 20 for B", "£12m is made up of £9m".

A colon, "davon" or a phrase such as "is made up of" opens the list, or a bracket does that closes
with it: "made £5.4m between them (£3.1m went to one, £2.3m to the other)". Behind "davon" the
items need not be all: not sure.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.sentence import CLOSING, OPENING, Figure, Roles, Sentence, amount, cues
from factcheck.relations.sums.kinds import of_one_kind
from factcheck.relations.sums.listing import ITEM_WORDS, OPENERS, WORDS_BEFORE, listed, made_of
from factcheck.relations.windows import worded

TELLING = ("total", "announced", "of_which", "made_of", "between_them")
FEWEST = 2
WORDS_TO_TOTAL = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The sums of a sentence of which the total comes first."""
    known = cues(sentence.lexicon, "sums", *TELLING)
    if len(sentence.figures) <= FEWEST or (
        sentence.words.isdisjoint(known) and ":" not in sentence.words
    ):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    rest = sentence.phrases("sums", "others")
    for index, total in enumerate(figures):
        items = _items_behind(sentence, figures[index + 1 :], total)
        if not items or any(sentence.before(rest, item.first) for item in items):
            continue  # left_over.py adds "die übrigen 700"
        if total.quantity.value == len(items):
            continue  # "three hospitals: 480 in Dayton, 290 in Toledo and 170 in Akron"
        members: Roles = {"total": total, "item": items}
        mark = _whole_list(sentence, total, items)
        one = of_one_kind(sentence, items, total)
        if mark is not None and one:
            span = sentence.scene.passage.span(mark, mark)
            yield sentence.relation("sum", {**members, "drawn": span}, sure=False)
            continue
        yield sentence.relation("sum", members, sure=_announced(sentence, total) and one)


def _items_behind(
    sentence: Sentence, behind: Sequence[Figure], total: Figure
) -> Sequence[Figure] | None:
    """As in "insgesamt 50 Milliarden: 30 für A und 20 für B", "50, davon 30 für A und 20 für B"."""
    behind = [figure for figure in behind if not _passing(sentence, figure, total)]
    if len(behind) < FEWEST:
        return None
    announced = _heralded(sentence, total)
    of_which = sentence.before(sentence.phrases("sums", "of_which"), behind[0].first)
    opener = behind[0].first - of_which - 1
    mark = sentence.tokens.words[opener]
    colons = [at for at in range(total.last + 1, opener) if sentence.word(at) == ":"]
    if announced and len(colons) == 1 and worded(sentence, colons[0] + 1, behind[0].first):
        opener, mark = colons[0], ":"  # "zusammen 485 Millionen: auf die Bank entfallen 115"
    if opener - total.last > ITEM_WORDS or not worded(sentence, total.last + 1, opener):
        return None
    told = (of_which and mark in OPENERS) or (announced and (mark == ":" or mark in OPENING))
    told = told or made_of(sentence, behind[0])
    if not told and mark != ":":
        return None
    for count in range(len(behind), FEWEST - 1, -1):
        closed = mark in OPENING and _closed(sentence, behind[count - 1])
        items = listed(sentence, behind[:count], total, closed=closed)
        if items and items[0] is behind[0]:
            broken = _goes_on(sentence, behind, count)
            return items if not broken and (told or _parallel(sentence, items)) else None
    return None


def _whole_list(sentence: Sentence, total: Figure, items: Sequence[Figure]) -> int | None:
    """The token that opens a list to which nothing is added, if "made up of" or a bracket does."""
    made, opener = made_of(sentence, items[0]), items[0].first - 1
    rest = range(items[-1].last + 1, sentence.end - 1)
    if made:
        joins = sentence.lexicon.data["sums"]["joins"]
        closed = worded(sentence, rest.start, rest.stop)
        return opener if closed and not any(sentence.word(at) in joins for at in rest) else None
    bracketed = sentence.word(opener) in OPENING and _closed(sentence, items[-1])
    return opener if bracketed and _heralded(sentence, total) else None


def _closed(sentence: Sentence, last: Figure) -> bool:
    """As in "£5.4m (£3.1m went to one, £2.3m to his cousin)": the bracket ends with the list."""
    ahead = range(last.last + 1, min(sentence.end, last.last + 1 + ITEM_WORDS))
    sign = next((at for at in ahead if sentence.breaks(at)), last.last)
    tables = [sentence.phrases("changes", "past"), sentence.phrases("sums", "part_of")]
    other = any(sentence.at(table, at) for table in tables for at in range(last.last + 1, sign))
    another = any(last.last < figure.first < sign for figure in sentence.figures)
    return sentence.word(sign) in CLOSING and not (other or another)


def _passing(sentence: Sentence, figure: Figure, total: Figure) -> bool:
    """A length of time beside a total, "the one and the other": no item."""
    definite = sentence.lexicon.data["changes"]["definite"]
    single = figure.quantity.value == 1 and sentence.word(figure.first - 1) in definite
    return single or (figure.kind == "duration" and total.kind != "duration")


def _parallel(sentence: Sentence, items: Sequence[Figure]) -> bool:
    """The last of a sentence, with the same word behind each, or "plus" between them."""
    behind = {sentence.word(item.last + 1) for item in items}
    rest = range(items[-1].last + 1, sentence.end - 1)
    data = sentence.lexicon.data["sums"]
    ended = worded(sentence, rest.start, rest.stop)
    closed = ended and all(sentence.word(at) not in data["joins"] for at in rest)
    rates = sentence.phrases("changes", "rates")
    closed = closed and not any(sentence.at(rates, item.last + 1) for item in items)
    added = any(sentence.word(at) in data["added"] for at in range(items[-2].last, items[-1].first))
    return closed and (added or (len(behind) == 1 and behind <= set(data["parallel"])))


def _goes_on(sentence: Sentence, figures: Sequence[Figure], count: int) -> bool:
    """As in "182, 392, 271 UND 22": a figure right behind the list that is told apart from it."""
    if count == len(figures):
        return False
    last, following = figures[count - 1], figures[count]
    return following.first == last.last + 2 and sentence.word(last.last + 1) == ","


def _heralded(sentence: Sentence, total: Figure) -> bool:
    """Right before the total, or at the head of its sentence: "Insgesamt wurden 48"."""
    table = sentence.phrases("sums", "announced")
    if sentence.before(table, total.first):
        return True
    joint = sentence.phrases("sums", "between_them")
    if any(sentence.at(joint, total.last + 1 + n) for n in range(WORDS_BEFORE)):
        return True
    length = sentence.at(table, sentence.first)
    between = range(sentence.first + length, total.first)
    return (
        bool(length)
        and len(between) <= WORDS_TO_TOTAL
        and all(sentence.word(at).isalpha() or sentence.word(at) == "," for at in between)
    )


def _announced(sentence: Sentence, total: Figure) -> bool:
    """A colon behind an announced total; "davon" may leave some out."""
    announced = _heralded(sentence, total)
    at = total.last + 1
    while at < sentence.end and sentence.word(at).isalpha():
        at += 1
    return (bool(announced) and sentence.word(at) == ":") or _colon(sentence, total)


def _colon(sentence: Sentence, total: Figure) -> bool:
    """As in "will reach £450m over three years:", where no other figure of it stands between."""
    between = range(total.last + 1, min(sentence.end, total.last + 1 + ITEM_WORDS))
    return any(sentence.word(at) == ":" for at in between)
