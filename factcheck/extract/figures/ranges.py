"""Two numerals that belong together: ranges, and a scale word that is written once for both."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.figures.bracketed import scale_past_brackets
from factcheck.extract.figures.gapping import leaves_a_gap, once
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.surroundings import (
    currency_before,
    hedge_before,
    minus_before,
    unit_after,
)
from factcheck.extract.passages import Passage
from factcheck.interval import Number
from factcheck.languages.lexicon import UnitName

HYPHENS = frozenset("-–‑")
SHARED_BELOW = 1000
FAR = 10  # times the lower end: nobody tells such a range
FARTHER = 100
LEVEL_REACH = 4  # "from a low of"
FALLING = frozenset({"degree celsius", "degree fahrenheit"})


def share_scales(passage: Passage, numerals: Sequence[Numeral]) -> list[Numeral]:
    """As in "von 2,4 auf 2,7 Milliarden": a scale word written once holds for both figures."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    joins = passage.lexicon.words("ranges", "to", "and", "change", "or") | HYPHENS
    result = [_past_brackets(passage, numeral) for numeral in numerals]
    for index in range(len(result) - 1, 0, -1):
        left, right = result[index - 1], result[index]
        if left.scale != 1 or right.scale == 1 or left.vague or right.vague or left.kind:
            continue
        start = _after_unit(passage, left, right.first)
        end = _before_sign(passage, right.first)
        between = once(passage, left.first, tokens.lowers[start:end])
        own = _unit_name(passage, left)
        if (
            own is not None
            and own != _unit_name(passage, right)
            and not _owed(passage, left, right)
        ):
            continue  # "um 5 Prozent auf 1,3 Milliarden Euro"
        listed = between in ([","], *([word] for word in ranges["and"]))
        if (listed and _as_exact(passage, left, right)) or _gapped(passage, left, right):
            result[index - 1] = replace(left, scale=right.scale)
        if len(between) > 1:
            between = tokens.lowers[start : _before_hedge(passage, start, end)]
        if len(between) != 1 or between[0] not in joins or left.value >= SHARED_BELOW:
            continue
        if end > start + 1 and left.value > FAR * right.printed:
            continue  # "von 300 auf über zwei Millionen"
        if between[0] not in ranges["and"] or _opened(passage, left, "between"):
            result[index - 1] = replace(left, scale=right.scale)
    return result


def _as_exact(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "3,10, 2,11 und 1,03 Millionen Euro": as many decimals, and no unit of its own."""
    places = [passage.tokens.words[each.first].partition(passage.mark)[2] for each in (left, right)]
    alike = len(places[0]) == len(places[1]) > 0 and left.digits and right.digits
    return alike and left.value < SHARED_BELOW


def _gapped(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "der Bund gibt 300, das Land 250 Millionen Euro": the verb is left out."""
    return left.value < SHARED_BELOW and leaves_a_gap(
        passage, left.first, left.last, _before_sign(passage, right.first)
    )


def _past_brackets(passage: Passage, numeral: Numeral) -> Numeral:
    """As in "54,5 (Vorjahr 53,6) Millionen Euro"."""
    if numeral.scale != 1 or numeral.vague or numeral.kind or not numeral.digits:
        return numeral
    scale = scale_past_brackets(passage.tokens, numeral, passage.lexicon)
    return numeral if scale is None else replace(numeral, scale=scale)


def pair_up(passage: Passage, numerals: Sequence[Numeral]) -> list[tuple[Numeral, Numeral | None]]:
    """The numerals one by one, with the upper end beside the lower where two make a range."""
    pairs: list[tuple[Numeral, Numeral | None]] = []
    index = 0
    while index < len(numerals):
        left = numerals[index]
        right = numerals[index + 1] if index + 1 < len(numerals) else None
        if right is not None and _is_range(passage, left, right):
            pairs.append((left, right))
            index += 2
        else:
            pairs.append((left, None))
            index += 1
    return pairs


def _is_range(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "zwischen A und B", "A bis B", "A-B" with a unit; never a fall, never two units."""
    ranges, tokens = passage.lexicon.data["ranges"], passage.tokens
    if _one_more(passage, left, right):
        return True
    joins = passage.lexicon.words("ranges", "to", "and") | HYPHENS
    if joins.isdisjoint(tokens.lowers[left.last + 1 : right.first]):
        return False
    if left.vague or right.vague or left.kind or right.kind or _falls(passage, left, right):
        return False
    if left.article or (left.scale > right.scale and right.scale == 1):
        return False
    own = _unit_name(passage, left)
    if own is not None and own != _unit_name(passage, right) and not _owed(passage, left, right):
        return False
    start, end = _after_unit(passage, left, right.first), _before_sign(passage, right.first)
    end = _before_hedge(passage, start, end)  # "zwischen 2 und etwa 7"
    if end - start == 2 and tokens.words[start] in HYPHENS and tokens.glued(start):
        start += 1  # "14- bis 17-Jährige"
    if end - start != 1:
        return _up_to(passage, start, _before_sign(passage, right.first))
    join = tokens.lowers[start]
    opened = _opened(passage, left, "between")
    if opened and join not in HYPHENS:
        return join in ranges["and"] or join in ranges["to"]
    if join in HYPHENS:
        measured = unit_after(tokens, right, passage.lexicon) or right.scale != 1 or own or opened
        aged = passage.lexicon.phrases("ages", "before").before(tokens, left.first)
        tight = tokens.glued(start) == tokens.glued(start + 1)
        told = measured or aged  # "at the age of 30-40"
        return tight and bool(told or _noun_follows(passage, right))
    if join not in ranges["to"]:
        return False
    if join not in ranges["change"]:
        return True
    return not _changes(passage, left, right)


def _up_to(passage: Passage, start: int, end: int) -> bool:
    """As in "600 Millionen bis zu zwei Milliarden Euro": the upper end has a bound of its own."""
    tokens, to = passage.tokens, passage.lexicon.data["ranges"]["to"]
    bound = passage.lexicon.hedges.at(tokens, start) if tokens.lower(start) in to else None
    return bound is not None and bound[1] == "at most" and start + bound[0] == end


def _one_more(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "in zwei, drei Jahren": neighbours in words, before a unit or a noun."""
    tokens = passage.tokens
    plain = not (left.digits or right.digits or left.kind or right.kind or left.article)
    if not plain or right.value != left.value + 1 or right.first != left.last + 2:
        return False
    if tokens.words[left.last + 1] != "," or tokens.lower(left.first - 1) == ",":
        return False
    end = passage.bounds(right.first)[1]
    told = unit_after(tokens, right, passage.lexicon) or counted_noun(passage, right.last + 1, end)
    return told is not None


def _changes(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "by $2 trillion to $6.8 trillion", "from 5 to 7": a change and its ends, no range."""
    tokens, begin = passage.tokens, _before_sign(passage, left.first)
    if _levels(passage, left, right) or _told_anew(passage, begin):
        return True
    if _opened(passage, left, "from"):
        ranging = passage.lexicon.data["ranges"]["ranging"]
        return begin < 2 or tokens.lowers[begin - 2] not in ranging
    outer = hedge_before(passage, begin)
    if _from_level(passage, outer[0] if outer else begin):
        return True
    changed = passage.lexicon.phrases("figures", "change_before")
    return changed.before(tokens, outer[0] if outer else begin) is not None


def _told_anew(passage: Passage, begin: int) -> bool:
    """As in "up 0.9 per cent or $56 to $2255": a percentage told once more, as an amount."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    at = begin - 1
    if tokens.lower(at) not in ranges["or"]:
        return False
    hit = passage.lexicon.units.before(tokens, at - (tokens.lower(at - 1) == ","))
    return hit is not None and hit[1].kind == "percentage"


def _from_level(passage: Passage, begin: int) -> bool:
    """As in "from lows of around 0.1% to 5.25%", "from the initial $3m to $5m"."""
    lowers, lexicon = passage.tokens.lowers, passage.lexicon
    before = lowers[max(0, begin - LEVEL_REACH) : begin]
    grammar, opener = lexicon.data["grammar"], lexicon.data["ranges"]["from"]
    starts = [at for at, word in enumerate(before) if word in opener]
    if not starts:
        return False
    described = list(before[starts[-1] + 1 :])  # "from the initial $3m to $5m"
    owned = bool(described) and described[0] in grammar["determiners"]
    plain = all(word.isalpha() for word in described)
    return (owned and plain) or before[-1] in {*grammar["part_words"], *grammar["hyphen_leads"]}


def _levels(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "rose 24,100 to 11,592,200", "fell 1.2% to 11.9% from 13.1%": what it leads to.

    Both count nothing, or the old level stands behind.
    """
    tokens, changes = passage.tokens, passage.lexicon.data["changes"]
    begin = _before_sign(passage, left.first)
    verb = tokens.lower(begin - 1)
    moved = verb in changes["up"] or verb in changes["down"]
    if verb in changes["levels"] and tokens.lower(left.first - 2) in changes["nouns"]:
        moved = right.value >= FAR * left.value  # "an increase of 2,400 to 64,900"
    bare = unit_after(tokens, right, passage.lexicon) is None and right.digits and left.digits
    end = passage.bounds(right.first)[1]
    if (
        moved
        and tokens.lower(_after_unit(passage, right, end)) in passage.lexicon.data["ranges"]["from"]
    ):
        return True
    if moved and right.value >= FARTHER * left.value:
        return True  # "up 1.1 million hours to 1,650 million hours"
    return moved and bare and counted_noun(passage, right.last + 1, end) is None


def _owed(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """As in "Rs 60-70 crore", "$5-7 million": the sign before the first holds for the second."""
    tokens = passage.tokens
    hyphened = left.last + 2 == right.first and tokens.words[left.last + 1] in HYPHENS
    tight = hyphened and tokens.glued(left.last + 1) and tokens.glued(right.first)
    signed = currency_before(tokens, left.first, passage.lexicon) is not None
    return tight and signed and _unit_name(passage, right) is None


def _before_hedge(passage: Passage, start: int, end: int) -> int:
    """Where the hedge before the right figure begins, behind the word that joins the two."""
    hedge = hedge_before(passage, end)
    return hedge[0] if hedge and hedge[0] > start else end


def _falls(passage: Passage, left: Numeral, right: Numeral) -> bool:
    """Is the second end below the first? Minus values and degrees may fall: "13 bis 7 Grad"."""
    first, second = signed(passage, left), signed(passage, right)
    if first == second or (first < 0 and second < 0):
        return first == second
    unit = unit_after(passage.tokens, right, passage.lexicon) if first > second else None
    return first > second and (unit is None or unit.name.unit not in FALLING)


def signed(passage: Passage, numeral: Numeral) -> Number:
    """The value with the minus that stands before it; a joining hyphen is none."""
    minus = minus_before(passage, numeral.first) is not None
    return -numeral.value if minus else numeral.value


def _noun_follows(passage: Passage, numeral: Numeral) -> bool:
    at = numeral.last + 1
    return at < len(passage.tokens) and passage.tokens.words[at].isalpha()


def _opened(passage: Passage, numeral: Numeral, key: str) -> bool:
    first = _before_sign(passage, numeral.first)
    hedge = hedge_before(passage, first)
    table = passage.lexicon.phrases("ranges", key)
    starts = {first, hedge[0] if hedge else first}  # "between almost 7 and 12 grams"
    return any(table.before(passage.tokens, start) is not None for start in starts)


def _unit_name(passage: Passage, numeral: Numeral) -> UnitName | None:
    sign = currency_before(passage.tokens, numeral.first, passage.lexicon)
    unit = unit_after(passage.tokens, numeral, passage.lexicon)
    return sign.name if sign else unit.name if unit else None


def _after_unit(passage: Passage, numeral: Numeral, limit: int) -> int:
    unit = unit_after(passage.tokens, numeral, passage.lexicon)
    return unit.edge + 1 if unit and unit.edge + 1 < limit else numeral.last + 1


def _before_sign(passage: Passage, first: int) -> int:
    """The first token of a figure: its minus or plus, its currency sign, or itself."""
    minus = minus_before(passage, first)
    first = first if minus is None else minus
    if first and passage.tokens.words[first - 1] == "+" and passage.tokens.glued(first):
        first -= 1  # "-1 bis +4 Prozent"
    sign = currency_before(passage.tokens, first, passage.lexicon)
    return sign.edge if sign else first
