"""Quantities: a numeral with what stands around it - hedge, sign, range, unit, currency, noun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.currency_context import UNKNOWN, resolved
from factcheck.extract.nouns import counted_noun
from factcheck.extract.numbers import Numeral
from factcheck.extract.passages import Passage
from factcheck.extract.ranges import pair_up, share_scales
from factcheck.extract.surroundings import (
    Unit,
    currency_before,
    hedge_before,
    minus_before,
    unit_after,
)
from factcheck.interval import Interval, Number, exact
from factcheck.languages.lexicon import UnitName
from factcheck.model import Quantity
from factcheck.rounding import EXACT, interval_of, is_exact_count, step_of

SIGNED_UNITS = frozenset({"degree celsius", "degree fahrenheit", "percentage point"})
EXACT_KINDS = frozenset({"count", "number", "age"})
ROUGH_STEPS = Fraction(1, 5)  # "zweieinhalb", "ein Drittel": ten per cent on either side
OLDEST = 115
YOUNGEST_BRACKETED = 14


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the tokens it covers."""

    first: int
    last: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read around one numeral: kind, unit, noun, and the tokens it covers."""

    first: int
    last: int
    kind: str
    unit: UnitName | None
    noun: str | None


def find_quantities(passage: Passage, numerals: Sequence[Numeral]) -> list[Figure]:
    """The quantities of a passage; two numerals of a range become one quantity."""
    shared = share_scales(passage, numerals)
    figures: list[Figure] = []
    pairs = pair_up(passage, shared)
    for number, (left, right) in enumerate(pairs):
        limit = pairs[number + 1][0].first if number + 1 < len(pairs) else len(passage.tokens)
        if right is None:
            single = _single(passage, left, limit)
            if single is not None:
                figures.append(single)
        else:
            figures.append(_range(passage, left, right, limit))
    return _share_units(passage, figures)


def _range(passage: Passage, left: Numeral, right: Numeral, limit: int) -> Figure:
    """As in "zwischen 5 und 7 Millionen Euro": the interval has the ends as printed."""
    read = _read_around(passage, right, limit, left)
    factor = read.unit.factor if read.unit else Decimal(1)
    sign = currency_before(passage.tokens, left.first, passage.lexicon)
    first = min(read.first, sign.edge if sign else left.first)
    opened = passage.lexicon.phrases("ranges", "between").before(passage.tokens, first)
    opened = opened or passage.lexicon.phrases("ranges", "from").before(passage.tokens, first)
    first -= opened[0] if opened else 0
    minus = minus_before(passage, left.first)
    low = _times(left.value, factor)
    low = -low if minus is not None else low
    unit, reason = _currency(passage, read)
    quantity = Quantity(
        passage.span(first, read.last),
        read.kind,
        Interval(low, _times(right.value, factor)),
        None,
        unit,
        "range",
        read.noun,
        _step(right, read.kind, factor),
        reason,
    )
    return Figure(first, read.last, quantity)


def _single(passage: Passage, numeral: Numeral, limit: int) -> Figure | None:
    read = _read_around(passage, numeral, limit)
    if read.kind == "number" and _is_pronoun(passage, numeral):
        return None
    unit, reason = _currency(passage, read)
    first, last = read.first, read.last
    if numeral.vague:
        low, high = numeral.vague
        interval = Interval(Decimal(low), None if high is None else Decimal(high))
        span = passage.span(first, last)
        return Figure(
            first, last, Quantity(span, read.kind, interval, None, unit, "vague", read.noun)
        )
    minus = minus_before(passage, first)
    first = first if minus is None else minus
    hedge = hedge_before(passage, first)
    first = hedge[0] if hedge else first
    factor = read.unit.factor if read.unit else Decimal(1)
    value = _times(numeral.value, factor)
    step = _step(numeral, read.kind, factor)
    signed = unit in SIGNED_UNITS
    interval = interval_of(value, step, hedge[1] if hedge else None, signed=signed)
    if minus is not None:
        value, interval = -value, interval.negated()
    quantity = Quantity(
        passage.span(first, last), read.kind, interval, value, unit,
        hedge[1] if hedge else None, read.noun, step, reason,
    )  # fmt: skip
    return Figure(first, last, quantity)


def _read_around(
    passage: Passage, numeral: Numeral, limit: int, left: Numeral | None = None
) -> _Read:
    """Currency before, unit or compound behind, else the counted noun."""
    tokens, lexicon = passage.tokens, passage.lexicon
    first, last = (left or numeral).first, numeral.last
    sign = currency_before(tokens, first, lexicon)
    if sign is not None:
        return _Read(sign.edge, last, "money", sign.name, None)
    unit = unit_after(tokens, numeral, lexicon)
    own = currency_before(tokens, numeral.first, lexicon) if left else None
    if unit is not None or own is not None:
        return _with_unit(first, unit, own, last)
    if numeral.kind:
        noun = counted_noun(
            passage, last + 1, min(limit, passage.bounds(numeral.first)[1]), of=True
        )
        return _Read(first, last, numeral.kind, None, noun.text if noun else None)
    age = _age(passage, numeral)
    if age:
        return _Read(first, last, "age", UnitName("age", "year"), None)
    noun = counted_noun(passage, last + 1, min(limit, passage.bounds(numeral.first)[1]))
    if noun is None:
        return _Read(first, last, "count" if numeral.vague else "number", None, None)
    if noun.text.lower() in lexicon.data["grammar"]["times"]:
        return _Read(first, noun.last, "multiple", None, None)
    return _Read(first, noun.last, "count", None, noun.text)


def _with_unit(first: int, unit: Unit | None, own: Unit | None, last: int) -> _Read:
    if own is not None:  # "between $5m and $7m" where only the second has a sign
        return _Read(first, last, "money", own.name, None)
    if unit is None:
        raise ValueError("a unit behind or before the figure is needed")
    return _Read(first, unit.edge, unit.kind, unit.name, None)


def _currency(passage: Passage, read: _Read) -> tuple[str | None, str | None]:
    """The unit of what was read; for a bare currency name the context's, and what decided it."""
    if read.unit is None:
        return None, None
    if read.kind != "money":
        return read.unit.unit, None
    name, reason = resolved(passage, read.unit, passage.tokens.lowers[read.last])
    return (None if name.unit == UNKNOWN else name.unit), reason


def _is_pronoun(passage: Passage, numeral: Numeral) -> bool:
    """As in "one of the", "einer der": an article or pronoun counts nothing."""
    bare = numeral.first == numeral.last and not numeral.digits
    pronouns = passage.lexicon.data["numbers"]["pronouns"]
    return numeral.article or (bare and passage.tokens.lowers[numeral.first] in pronouns)


def _age(passage: Passage, numeral: Numeral) -> bool:
    """As in "Peter Müller (53)", "John Smith, 44, said", "aged 25"."""
    tokens = passage.tokens
    first, last = numeral.first, numeral.last
    if numeral.scale != 1 or numeral.value != int(numeral.value) or not 0 < numeral.value <= OLDEST:
        return False
    if passage.lexicon.phrases("ages", "before").before(tokens, first):
        return True
    if first < 2 or last + 1 >= len(tokens) or not numeral.digits:
        return False
    around = tokens.words[first - 1] + tokens.words[last + 1]
    name = tokens.words[first - 2]
    if around == "()" and numeral.value >= YOUNGEST_BRACKETED:
        return name[0].isupper() and name.isalpha()
    return (
        around == ",," and name[0].isupper() and name.isalpha() and _is_person(passage, first - 2)
    )


def _is_person(passage: Passage, index: int) -> bool:
    """A name before the comma: two capitalised words, or one where nouns are not capitalised."""
    tokens = passage.tokens
    if not passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return tokens.lowers[index] not in passage.lexicon.calendar_words
    return index > 0 and tokens.words[index - 1][0].isupper() and tokens.words[index - 1].isalpha()


def _share_units(passage: Passage, figures: list[Figure]) -> list[Figure]:
    """A unit written once holds for the figure before too: "von 2,4 auf 2,7 Milliarden Euro"."""
    ranges = passage.lexicon.data["ranges"]
    joins = {*ranges["to"], *ranges["and"], *ranges["change"]}
    for index in range(len(figures) - 1, 0, -1):
        left, right = figures[index - 1], figures[index]
        quantity, source = left.quantity, right.quantity
        between = passage.tokens.lowers[left.last + 1 : right.first]
        if quantity.kind != "number" or len(between) != 1:
            continue
        if between[0] in ranges["or"] and source.kind == "count":
            figures[index - 1] = replace(left, quantity=_counting(quantity, source))
        if source.unit is None:
            continue
        opened = passage.lexicon.phrases("ranges", "from").before(passage.tokens, left.first)
        opened = opened or passage.lexicon.phrases("ranges", "between").before(
            passage.tokens, left.first
        )
        if between[0] in joins and (opened or between[0] in ranges["change"]):
            same = replace(quantity, kind=source.kind, unit=source.unit)
            figures[index - 1] = replace(left, quantity=same)
    return figures


def _counting(quantity: Quantity, source: Quantity) -> Quantity:
    """As in "vier oder fünf Fehler": both count the same noun."""
    return replace(quantity, kind="count", noun=source.noun)


def _step(numeral: Numeral, kind: str, factor: Decimal) -> Number:
    """The place the figure is rounded to, 0 for an exact one."""
    if numeral.rough or isinstance(numeral.printed, Fraction):
        return exact(numeral.value) * ROUGH_STEPS * exact(factor)
    if kind in EXACT_KINDS and is_exact_count(numeral.printed, numeral.scale):
        return Decimal(0)
    return EXACT.multiply(step_of(numeral.printed, numeral.scale), factor)


def _times(value: Number, factor: Decimal) -> Number:
    if factor == 1:
        return value
    return value * exact(factor) if isinstance(value, Fraction) else EXACT.multiply(value, factor)
