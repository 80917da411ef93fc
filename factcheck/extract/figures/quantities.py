"""Quantities: a numeral with what stands around it - hedge, sign, range, unit, currency, noun."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.figures.age_words import is_age_in_years, is_bare_age
from factcheck.extract.figures.bracketed import behind_brackets, unit_past_brackets
from factcheck.extract.figures.currency_context import resolved, weight
from factcheck.extract.figures.figure import SIGNED_UNITS, Figure, times
from factcheck.extract.figures.joint_measures import join_measures
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.number_words import word_value
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.plural_nouns import is_plural, past_hyphened_hedge
from factcheck.extract.figures.pronouns import is_nothing
from factcheck.extract.figures.ranges import pair_up, share_scales, signed
from factcheck.extract.figures.sharing import share
from factcheck.extract.figures.surroundings import (
    Unit,
    currency_before,
    hedge_before,
    minus_before,
    open_above,
    unit_after,
)
from factcheck.extract.passages import Passage
from factcheck.interval import Interval, Number, exact
from factcheck.languages.lexicon import NO_CURRENCY, UnitName
from factcheck.model import Quantity
from factcheck.record import record
from factcheck.rounding import EXACT, interval_of, is_exact_count, step_of

AGE_UNITS = frozenset({"year", "month", "week", "day"})  # "in an age of 24-hour news"
MASSES = frozenset({"pound-mass", "metric pound"})
EXACT_KINDS = frozenset({"count", "number", "age"})
ROUGH_STEPS = Fraction(1, 5)  # "zweieinhalb", "ein Drittel": ten per cent on either side


@record
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
        if figures and left.first <= figures[-1].last:
            continue  # the word of a unit: "18 vom Hundert"
        limit = pairs[number + 1][0].first if number + 1 < len(pairs) else len(passage.tokens)
        if right is None:
            following = pairs[number + 1][0] if number + 1 < len(pairs) else None
            single = _single(passage, left, limit)
            if not is_nothing(passage, left, single, following):
                figures.append(single)
        else:
            figures.append(_range(passage, left, right, limit))
    return share(passage, join_measures(passage, figures))


def _range(passage: Passage, left: Numeral, right: Numeral, limit: int) -> Figure:
    """As in "zwischen 5 und 7 Millionen Euro": the interval has the ends as printed."""
    read = _read_around(passage, right, limit, left)
    factor = read.unit.factor if read.unit else Decimal(1)
    sign = currency_before(passage.tokens, left.first, passage.lexicon)
    minus = minus_before(passage, left.first)
    first = min(read.first, sign.edge if sign else left.first)
    first = first if minus is None else min(first, minus)
    opened = passage.lexicon.phrases("ranges", "between").before(passage.tokens, first)
    opened = opened or passage.lexicon.phrases("ranges", "from").before(passage.tokens, first)
    first -= opened[0] if opened else 0
    ends = sorted(signed(passage, end) for end in (left, right))
    low, high = (times(end, factor) for end in ends)
    unit, reason = _currency(passage, read)
    quantity = Quantity(
        passage.span(first, read.last),
        read.kind,
        Interval(low, high),
        None,
        unit,
        "range",
        read.noun,
        _step(right, read.kind, factor),
        reason,
    )
    return Figure(first, read.last, quantity, factor)


def _single(passage: Passage, numeral: Numeral, limit: int) -> Figure:
    read = _read_around(passage, numeral, limit)
    unit, reason = _currency(passage, read)
    first, last = read.first, read.last
    if numeral.vague:
        low, high = numeral.vague
        interval = Interval(Decimal(low), None if high is None else Decimal(high))
        span = passage.span(first, last)
        kind = "measure" if unit in MASSES else read.kind  # "millions of pounds of sand"
        return Figure(first, last, Quantity(span, kind, interval, None, unit, "vague", read.noun))
    minus = minus_before(passage, first)
    first = first if minus is None else minus
    below = passage.lexicon.phrases("signs", "minus_after").at(passage.tokens, last + 1)
    if below is not None and last > numeral.last:
        minus, last = first, last + below[0]
    hedge = hedge_before(passage, first)
    if hedge is None and numeral.digits and open_above(passage.tokens, numeral.first):
        hedge = (first, "at least")
    first = hedge[0] if hedge else first
    factor = read.unit.factor if read.unit else Decimal(1)
    value = times(numeral.value, factor)
    step = _step(numeral, read.kind, factor)
    signed = unit in SIGNED_UNITS
    interval = interval_of(value, step, hedge[1] if hedge else None, signed=signed)
    if minus is not None:
        value, interval = -value, interval.negated()
    kind = "measure" if read.kind == "money" and unit in MASSES else read.kind
    quantity = Quantity(
        passage.span(first, last), kind, interval, value, unit,
        hedge[1] if hedge else None, read.noun, step, reason,
    )  # fmt: skip
    return Figure(first, last, quantity, factor)


def _read_around(
    passage: Passage, numeral: Numeral, limit: int, left: Numeral | None = None
) -> _Read:
    """Currency before, unit or compound behind, else the counted noun."""
    tokens, lexicon = passage.tokens, passage.lexicon
    first, last = (left or numeral).first, numeral.last
    sign = currency_before(tokens, first, lexicon)
    if sign is not None:
        return _Read(sign.edge, last, "money", sign.name, None)
    times = _times_behind(passage, numeral)
    if times:
        return _Read(first, last + times, "multiple", None, None)
    unit = unit_after(tokens, numeral, lexicon) or unit_past_brackets(tokens, numeral, lexicon)
    behind = past_hyphened_hedge(passage, last + 1)
    measured = lexicon.phrases("grammar", "measure_nouns").at(tokens, behind)
    if measured is not None and (unit is None or behind + measured[0] > unit.edge + 1):
        end = behind + measured[0] - 1  # "30 pounds per square inch"
        return _Read(first, end, "measure", None, tokens.surface(behind, end))
    own = currency_before(tokens, numeral.first, lexicon) if left else None
    lasting = unit if unit is not None and unit.kind == "duration" and not numeral.unit else None
    if (
        lasting is not None
        and lasting.name.unit in AGE_UNITS
        and is_age_in_years(passage, left or numeral, lasting.edge)
    ):
        return _Read(first, lasting.edge, "age", UnitName("age", lasting.name.unit), None)
    if unit is not None or own is not None:
        return _with_unit(first, unit, own, last)
    if numeral.kind:
        noun = counted_noun(
            passage, last + 1, min(limit, passage.bounds(numeral.first)[1]), of=True
        )
        return _Read(first, last, numeral.kind, None, noun.text if noun else None)
    if is_bare_age(passage, left or numeral):
        return _Read(first, last, "age", UnitName("age", "year"), None)
    if lexicon.phrases("ratios", "factor").before(tokens, first):
        return _Read(first, last, "multiple", None, None)
    return _counted(passage, numeral, limit, first)


def _counted(passage: Passage, numeral: Numeral, limit: int, first: int) -> _Read:
    """What a numeral without a unit counts: the noun behind it, if there is one."""
    tokens, lexicon, last = passage.tokens, passage.lexicon, numeral.last
    heads = lexicon.data["grammar"]["heads"]
    strong = tokens.lower(last + 1) == "-" and tokens.lower(last + 2) in heads
    if strong and numeral.value == int(numeral.value):
        return _Read(first, last + 2, "count", None, None)  # "a 40-strong orchestra"
    end = passage.bounds(numeral.first)[1]
    noun = counted_noun(passage, last + 1, min(limit, end))
    if noun is not None and numeral.value != int(numeral.value) and not is_plural(passage, noun):
        noun = None  # "a 6.9 earthquake"
    past = behind_brackets(tokens, numeral, lexicon, shares=True) if noun is None else None
    bracketed = counted_noun(passage, past, end) if past is not None else None
    if bracketed is not None:
        return _Read(first, last, "count", None, bracketed.text)  # "790 (917) Fälschungen"
    if noun is not None and lexicon.phrases("per_unit", "per").at(tokens, last + 1):
        return _Read(first, last, "number", None, None)  # "50 je Quadratkilometer"
    if noun is None:
        return _Read(first, last, "count" if numeral.vague else "number", None, None)
    if noun.text.lower() in lexicon.data["grammar"]["times"]:
        return _Read(first, noun.last, "multiple", None, None)
    measured = lexicon.phrases("grammar", "measure_nouns").at(tokens, noun.last)
    if measured is not None and measured[0] == 1:
        return _Read(first, noun.last, "measure", None, tokens.words[noun.last])
    late = _late_unit(passage, noun.last)
    if late is not None and late.kind == "money" and _of_another_country(passage, last, noun.last):
        return _Read(first, noun.last, "money", None, None)
    if late is not None:
        return _Read(first, noun.last, late.kind, late, None)
    ranked = any(
        tokens.lowers[at] in lexicon.ordinal_marks and tokens.lowers[at - 1].isdecimal()
        for at in range(last + 2, noun.last)
    )  # "three 50th birthday gifts": the rank is a figure of its own
    return _Read(first, last if ranked else noun.last, "count", None, noun.text)


def _late_unit(passage: Passage, last: int) -> UnitName | None:
    """As in "zwei weitere Jahre", "five extra miles": a unit behind an adjective."""
    hit = passage.lexicon.units.at(passage.tokens, last)
    before, ends = passage.tokens.lower(last - 1), passage.lexicon.data["grammar"]["most_ends"]
    if before.endswith(tuple(ends)):
        return None  # "the 15 warmest years on record" are counted
    late = hit is not None and hit[0] == 1 and hit[1].kind in {"duration", "measure", "money"}
    return hit[1] if hit is not None and late and len(passage.tokens.words[last]) > 1 else None


def _of_another_country(passage: Passage, last: int, name: int) -> bool:
    """As in "500m Jamaican dollars", "Simbabwe-Dollar", which the lexicon does not have."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if tokens.words[name - 1] == "-":
        return True
    between = range(last + 1, name)
    if not grammar["capitalised_nouns"]:
        return any(tokens.words[at][0].isupper() for at in between)
    return any(tokens.lowers[at].endswith(tuple(grammar["national_ends"])) for at in between)


def _times_behind(passage: Passage, numeral: Numeral) -> int:
    """How many tokens say so many times, as in "2,6-mal", "18-fach", "5x"; but "4x100 m"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    after = numeral.last + 1
    behind = tokens.lowers[after : after + 2]
    if behind[:1] == ["-"]:
        return 2 if behind[1:] and behind[1] in lexicon.multiple_endings else 0
    if behind[:1] and behind[0] in lexicon.data["ratios"]["spaced_times"]:
        product = tokens.lower(after + 1)[:1].isdecimal()  # "25 mal 35 Meter"
        return 0 if product or word_value(tokens.lower(after + 1), lexicon) is not None else 1
    glued = bool(behind) and numeral.digits and tokens.glued(after)
    sign = glued and behind[0] in lexicon.data["grammar"]["times_glued"]
    return 1 if sign and not tokens.lower(after + 1)[:1].isdecimal() else 0


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
    mass = weight(passage, read.last)
    if mass is not None:
        return mass
    name, reason = resolved(passage, read.unit, read.first, read.last)
    return (None if name.unit == NO_CURRENCY else name.unit), reason


def _step(numeral: Numeral, kind: str, factor: Decimal) -> Number:
    """The place the figure is rounded to, 0 for an exact one."""
    if numeral.rough or not isinstance(numeral.printed, Decimal):
        return exact(numeral.value) * ROUGH_STEPS * exact(factor)
    if kind in EXACT_KINDS and is_exact_count(numeral.printed, numeral.scale):
        return Decimal(0)
    return EXACT.multiply(step_of(numeral.printed, numeral.scale), factor)
