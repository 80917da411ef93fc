"""Quantities: a numeral with what stands around it - hedge, sign, range, unit, currency, noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.nouns import counted_noun
from factcheck.extract.numbers import Numeral
from factcheck.extract.passages import Passage
from factcheck.interval import Interval
from factcheck.languages.lexicon import Lexicon, UnitName
from factcheck.languages.tokens import Tokens
from factcheck.model import Quantity
from factcheck.rounding import EXACT, interval_of, is_exact_count, step_of

HYPHENS = frozenset("-–‑")
SIGNED = frozenset({"percentage_point", "degree-celsius", "degree-fahrenheit"})
ROUGH_STEPS = Decimal("0.2")  # "zweieinhalb": ten per cent on either side


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the tokens it covers."""

    first: int
    last: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read around one numeral: its name of unit, its noun, the tokens it covers."""

    first: int
    last: int
    kind: str
    unit: UnitName | None
    noun: str | None


def find_quantities(passage: Passage, numerals: Sequence[Numeral]) -> list[Figure]:
    """The quantities of a passage; two numerals of a range become one quantity."""
    shared = share_scales(passage.tokens, numerals, passage.lexicon)
    figures: list[Figure] = []
    index = 0
    while index < len(shared):
        numeral = shared[index]
        limit = shared[index + 1].first if index + 1 < len(shared) else len(passage.tokens)
        partner = _range_partner(passage, shared, index)
        if partner is not None:
            figures.append(_range(passage, numeral, partner, shared, index + 1))
            index += 2
            continue
        figures.append(_single(passage, numeral, limit))
        index += 1
    return figures


def share_scales(tokens: Tokens, numerals: Sequence[Numeral], lexicon: Lexicon) -> list[Numeral]:
    """ "von 2,4 auf 2,7 Milliarden": a scale word written once holds for the figure before as well."""
    joins = {*lexicon.data["ranges"]["to"], *lexicon.data["ranges"]["and"], *HYPHENS}
    joins.update(lexicon.data["ranges"]["change"])
    result = list(numerals)
    for index in range(len(result) - 1, 0, -1):
        left, right = result[index - 1], result[index]
        between = tokens.lowers[left.last + 1 : right.first]
        if left.scale != 1 or right.scale == 1 or not left.digits or len(between) != 1:
            continue
        if between[0] in joins and left.printed < 1000 and _may_share(tokens, left, right, lexicon):
            result[index - 1] = Numeral(left.first, left.last, left.printed, right.scale)
    return result


def _may_share(tokens: Tokens, left: Numeral, right: Numeral, lexicon: Lexicon) -> bool:
    """ "zwei und drei Millionen" are two figures; "zwischen zwei und drei Millionen" is one range."""
    if tokens.lowers[left.last + 1] not in lexicon.data["ranges"]["and"]:
        return True
    return lexicon.phrases("ranges", "between").before(tokens, left.first) is not None


def _range_partner(passage: Passage, numerals: Sequence[Numeral], index: int) -> Numeral | None:
    """The second numeral of "zwischen A und B", "A bis B", "A-B"; None where it is no range."""
    if index + 1 >= len(numerals):
        return None
    tokens, lexicon = passage.tokens, passage.lexicon
    left, right = numerals[index], numerals[index + 1]
    if _own_unit_differs(tokens, left, right, lexicon):
        return None
    after = _skip_unit(tokens, left.last + 1, right.first, lexicon)
    before = _skip_sign(tokens, right.first, lexicon)
    if left.vague or right.vague or before - after != 1 or left.value >= right.value:
        return None
    join = tokens.lowers[after]
    if lexicon.phrases("ranges", "between").before(tokens, _skip_sign(tokens, left.first, lexicon)):
        return right if join in lexicon.data["ranges"]["and"] else None
    if join in HYPHENS:
        return right if _unit_at(tokens, right.last + 1, lexicon) or right.scale != 1 else None
    if join in lexicon.data["ranges"]["to"]:
        changes = lexicon.data["ranges"]["change"]
        opened = lexicon.phrases("ranges", "from").before(
            tokens, _skip_sign(tokens, left.first, lexicon)
        )
        return None if opened and join in changes else right
    return None


def _own_unit_differs(tokens: Tokens, left: Numeral, right: Numeral, lexicon: Lexicon) -> bool:
    """ "rose 30% to $6.2 billion": what carries a unit of its own is no end of a range."""
    own = _unit_name(tokens, left, lexicon)
    return own is not None and own != _unit_name(tokens, right, lexicon)


def _unit_name(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> UnitName | None:
    sign = _currency_before(tokens, numeral.first, lexicon)
    hit = _unit_at(tokens, numeral.last + 1, lexicon)
    return sign[1] if sign else hit[1] if hit else None


def _range(
    passage: Passage, left: Numeral, right: Numeral, numerals: Sequence[Numeral], index: int
) -> Figure:
    limit = numerals[index + 1].first if index + 1 < len(numerals) else len(passage.tokens)
    read = _read_around(passage, right, limit, left=left)
    part = read.unit.part if read.unit else 1
    low = _interval(left, read.kind, None, part)
    high = _interval(right, read.kind, None, part)
    first = min(read.first, _skip_sign(passage.tokens, left.first, passage.lexicon))
    between = passage.lexicon.phrases("ranges", "between").before(passage.tokens, first)
    first -= between[0] if between else 0
    quantity = Quantity(
        passage.span(first, read.last),
        read.kind,
        Interval(low.low, high.high),
        None,
        read.unit.unit if read.unit else None,
        "range",
        read.noun,
    )
    return Figure(first, read.last, quantity)


def _single(passage: Passage, numeral: Numeral, limit: int) -> Figure:
    read = _read_around(passage, numeral, limit)
    first, last = read.first, read.last
    if numeral.vague:
        low, high = numeral.vague
        quantity = Quantity(
            passage.span(first, last), read.kind, Interval(Decimal(low), Decimal(high)), None,
            read.unit.unit if read.unit else None, "vague", read.noun,
        )  # fmt: skip
        return Figure(first, last, quantity)
    negative, first = _minus(passage, first)
    hedge_hit = passage.lexicon.hedges.before(passage.tokens, first)
    hedge = None
    floor = passage.bounds(numeral.first)[0]
    if hedge_hit is not None and first - hedge_hit[0] >= floor:
        first, hedge = first - hedge_hit[0], hedge_hit[1]
    part = read.unit.part if read.unit else 1
    value = _parted(numeral.value, part)
    interval = _interval(numeral, read.kind, hedge, part)
    if negative:
        value, interval = -value, interval.negated()
    quantity = Quantity(
        passage.span(first, last),
        read.kind,
        interval,
        value,
        read.unit.unit if read.unit else None,
        hedge,
        read.noun,
        _step(numeral, read.kind, part),
    )
    return Figure(first, last, quantity)


def _read_around(
    passage: Passage, numeral: Numeral, limit: int, left: Numeral | None = None
) -> _Read:
    """Currency before, unit or compound behind, else the counted noun."""
    tokens, lexicon = passage.tokens, passage.lexicon
    opening = left or numeral
    first, last = opening.first, numeral.last
    sign = _currency_before(tokens, opening.first, lexicon)
    if sign is not None:
        length, unit = sign
        return _Read(first - length, last, "money", unit, None)
    hit = _unit_at(tokens, last + 1, lexicon)
    if hit is not None:
        end, unit, kind = hit
        return _Read(first, end, kind, unit, None)
    noun = counted_noun(passage, last + 1, min(limit, passage.bounds(numeral.first)[1]))
    if noun is None:
        return _Read(first, last, "number", None, None)
    return _Read(first, noun.last, "count", None, noun.text)


def _unit_at(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, UnitName, str] | None:
    """The unit behind a numeral: (its last token, the unit, the kind)."""
    if index >= len(tokens):
        return None
    at = index
    hyphenated = tokens.words[at] in HYPHENS and tokens.glued(at)
    if hyphenated:
        at += 1
        if at >= len(tokens) or not tokens.glued(at):
            return None
    if hyphenated or tokens.glued(at):
        compound = _compound_at(tokens, at, lexicon)
        if compound is not None:
            return at, *compound
    hit = lexicon.units.at(tokens, at)
    if hit is None or not _plausible(tokens, at, hit[0], hyphenated):
        return None
    length, unit = hit
    return at + length - 1, unit, unit.kind


def _compound_at(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[UnitName, str] | None:
    """ "30-tägig", "44-Jährige": the second half of a compound."""
    for unit, endings in lexicon.data["compounds"].items():
        if tokens.lowers[index] not in lexicon.expanded(endings):
            continue
        if unit == "age":
            if tokens.words[index][0].isupper():
                return UnitName("age", "year"), "age"
            continue
        return UnitName("duration", unit), "duration"
    return None


def _plausible(tokens: Tokens, at: int, length: int, hyphenated: bool) -> bool:
    """A unit of one letter must be printed as such: "5 m", "40°C", never "5 M" or "5 t."."""
    word = tokens.words[at]
    if length > 1 or len(word) > 1 or not word.isalpha():
        return True
    follower = tokens.words[at + 1] if at + 1 < len(tokens) else " "
    return not hyphenated and word.islower() and follower not in {"'", "’", "&"}


def _currency_before(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[int, UnitName] | None:
    """A currency sign or code before the figure; names stand behind it."""
    hit = lexicon.currencies.before(tokens, first)
    if hit is None:
        return None
    word = tokens.words[first - 1]
    is_code = len(word) == 3 and word.isupper()
    return hit if is_code or not word.isalpha() else None


def _skip_unit(tokens: Tokens, index: int, limit: int, lexicon: Lexicon) -> int:
    hit = lexicon.units.at(tokens, index)
    return index + hit[0] if hit and index + hit[0] < limit else index


def _skip_sign(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    hit = _currency_before(tokens, index, lexicon)
    return index - hit[0] if hit else index


def _minus(passage: Passage, first: int) -> tuple[bool, int]:
    """ "minus 3", "-5": a hyphen only where it is glued to the figure and to nothing before it."""
    tokens = passage.tokens
    if first == 0:
        return False, first
    before = tokens.lowers[first - 1]
    if before in passage.lexicon.data["signs"]["minus"]:
        return True, first - 1
    if before in {"-", "−"} and tokens.glued(first) and not tokens.glued(first - 1):
        return True, first - 1
    return False, first


def _interval(numeral: Numeral, kind: str, hedge: str | None, part: int) -> Interval:
    signed = kind in SIGNED
    return interval_of(
        _parted(numeral.value, part), _step(numeral, kind, part), hedge, signed=signed
    )


def _step(numeral: Numeral, kind: str, part: int) -> Decimal:
    if numeral.rough:
        return EXACT.multiply(numeral.value, ROUGH_STEPS)
    if kind in {"count", "number", "age"} and is_exact_count(numeral.printed, numeral.scale):
        return Decimal(0)
    return _parted(step_of(numeral.printed, numeral.scale), part)


def _parted(value: Decimal, part: int) -> Decimal:
    return value if part == 1 else EXACT.divide(value, Decimal(part))
