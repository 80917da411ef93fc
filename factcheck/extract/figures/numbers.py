"""Numerals: figures in digits or words with their scale word, before any unit is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.figures.digits import leading_point, read_digits
from factcheck.extract.figures.fractions import (
    and_a_half,
    fraction_at,
    mixed_fraction,
    unit_and_a_half,
)
from factcheck.extract.figures.number_words import compound_value, half_value, word_value
from factcheck.extract.figures.numeral import ONE, Numeral
from factcheck.extract.figures.scale_words import scale_after
from factcheck.extract.figures.surroundings import HYPHENS, currency_before, open_above
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens
from factcheck.rounding import EXACT

GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
LARGEST_DENOMINATOR = 20
TELLING = frozenset({10, 100, 1000})  # wholes by which a share is told


def find_numerals(passage: Passage, taken: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numerals of a passage outside the token ranges that dates and the like have taken."""
    tokens, lexicon = passage.tokens, passage.lexicon
    blocked = {index for first, last in taken for index in range(first, last + 1)}
    found: list[Numeral] = []
    after = 0
    for index in passage.anchors.counts:
        if index < after or index in blocked:
            continue
        if tokens.lowers[index][0].isdecimal():
            numeral = _in_digits(passage, index)
        else:
            numeral = _in_words(tokens, index, lexicon)
        if numeral is not None and not blocked.intersection(range(index, numeral.last + 1)):
            found.append(numeral)
            after = numeral.last + 1
    return found


def _in_digits(passage: Passage, index: int) -> Numeral | None:
    tokens, lexicon = passage.tokens, passage.lexicon
    glued = index > 0 and tokens.glued(index) and tokens.words[index - 1][-1].isalpha()
    if glued and currency_before(tokens, index, lexicon) is None:
        return None  # A380, G7, CO2: part of a name; but CHF3.04 is money
    if index and leading_point(tokens, index, passage.mark):
        return Numeral(index - 1, index, Decimal(f"0.{tokens.words[index]}"))
    printed = read_digits(tokens.words[index], passage.mark)
    if printed is None:
        return None
    at = index + 2 if tokens.lower(index + 1) == "-" and tokens.glued(index + 1) else index + 1
    glyph = GLYPHS.get(tokens.lower(at))
    if glyph is not None and (tokens.glued(at) or at == index + 1):
        return _scaled(tokens, Numeral(index, at, printed + glyph), lexicon)  # "5-½ years"
    part = lexicon.data["numbers"]["part_endings"].get(tokens.lower(index + 1))
    if part is not None and tokens.glued(index + 1):
        return _scaled(
            tokens, Numeral(index, index + 1, printed + Decimal(part)), lexicon
        )  # "2einhalb"
    mixed = mixed_fraction(tokens, index)
    if mixed is not None:
        places = len(tokens.words[index].partition(passage.mark)[2])
        part = mixed[1].scaleb(-places)  # "$10.44-1/2" adds half a cent
        return _scaled(tokens, Numeral(index, mixed[0], printed + part), lexicon)
    slash = _slashed(tokens, index, printed)
    if slash is not None:
        return _scaled(tokens, slash, lexicon)
    last = index + (open_above(tokens, index) or 2 * _without_part(tokens, index))
    return _scaled(tokens, and_a_half(tokens, Numeral(index, last, printed), lexicon), lexicon)


def _without_part(tokens: Tokens, index: int) -> bool:
    """As in "12.- Franken", "2.990,– DM": a dash for the cents that are none."""
    marked = tokens.lower(index + 1) in {".", ","} and tokens.glued(index + 1)
    dashed = tokens.lower(index + 2) in HYPHENS and tokens.glued(index + 2)
    return marked and dashed and not (tokens.lower(index + 3).isalnum() and tokens.glued(index + 3))


def _slashed(tokens: Tokens, index: int, printed: Decimal) -> Numeral | None:
    """As in "3/4 Stunde": a proper fraction, not a season or a date."""
    parts = tokens.words[index + 1 : index + 3]
    if len(parts) < 2 or parts[0] != "/" or not parts[1].isdecimal():
        return None
    denominator = Decimal(parts[1])
    if not 0 < printed < denominator <= LARGEST_DENOMINATOR or printed != int(printed):
        return None
    value = Fraction(int(printed), int(denominator))
    return Numeral(index, index + 2, value, kind="fraction", rough=True)


def _in_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    lower = tokens.lowers[index]
    data = lexicon.data
    if lower in GLYPHS:
        return _scaled(tokens, Numeral(index, index, GLYPHS[lower], rough=True), lexicon)
    vague = _vague(tokens, index, lexicon)
    if vague is not None:
        return vague
    fraction = fraction_at(tokens, index, lexicon)
    if fraction is not None:
        return _scaled(tokens, fraction, lexicon)
    article = lower in data["numbers"]["articles"]["words"]
    value = ONE if article else word_value(lower, lexicon)
    if article and (_opens_range(tokens, index, lexicon) or _opens_share(tokens, index, lexicon)):
        return Numeral(index, index, ONE, digits=False)
    hedged = _hedged_article(tokens, index, lexicon) if article else None
    if hedged is not None:
        return hedged
    timed = unit_and_a_half(tokens, index, lexicon) if article else None
    if timed is not None:
        return timed
    if article and _is_one(tokens, index, lexicon):
        return Numeral(index, index, ONE, digits=False)
    compound = compound_value(lower, lexicon)
    if compound is not None:
        return Numeral(index, index, compound[0], digits=False, unit=compound[1])
    if value is None:
        return None
    last = index
    if not data["numbers"]["units_before_tens"]:
        value, last = _spaced(tokens, index, value, lexicon)
    plain = Numeral(
        index, last, value, digits=False, rough=half_value(lower, lexicon), article=article
    )
    numeral = _scaled(tokens, and_a_half(tokens, plain, lexicon), lexicon)
    if value < 1 and numeral.rough and numeral.scale == ONE:
        measured = lexicon.units.at(tokens, last + 1) is not None
        numeral = numeral if measured else replace(numeral, kind="fraction")  # "Dreiviertel der"
    return None if article and numeral.scale == ONE and numeral.last == index else numeral


def _hedged_article(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "eine gute Milliarde", "eine knappe Stunde"; "ein gutes Jahr" was good."""
    articles = lexicon.data["numbers"]["articles"]
    hedge = lexicon.article_hedges.get(tokens.lower(index + 1))
    if hedge is None:
        return None
    numeral = Numeral(index, index + 1, ONE, digits=False, article=True)
    scaled = _scaled(tokens, numeral, lexicon)
    if scaled.scale != ONE:
        return scaled
    unit = lexicon.units.at(tokens, index + 2)
    told = unit is not None and unit[1].kind in {"duration", "measure"}
    fits = hedge != "just over" or tokens.lower(index + 2) in articles["good"]
    return replace(numeral, article=False) if told and fits else None


def _opens_range(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "ein bis zwei", "zwischen einer und vier": an article that is the lower end."""
    ranges = lexicon.data["ranges"]
    join = tokens.lower(index + 1)
    if join in ranges["to"]:
        return True
    opened = lexicon.phrases("ranges", "between").before(tokens, index)
    higher = tokens.lower(index + 2)
    return (
        opened is not None
        and join in ranges["and"]
        and (higher[:1].isdecimal() or word_value(higher, lexicon) is not None)
    )


def _opens_share(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "einer von zehn Patienten"; "einer von drei Brüdern" is a person."""
    hit = lexicon.phrases("ratios", "out_of").at(tokens, index + 1)
    return hit is not None and word_value(tokens.lower(index + 1 + hit[0]), lexicon) in TELLING


def _is_one(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "um einen Zentimeter", "rund eine Stunde": an article that counts a unit."""
    articles = lexicon.data["numbers"]["articles"]
    if tokens.lower(index + 1) in articles["units"]:
        return True
    following = tokens.lower(index + 1)
    if (
        tokens.lower(index - 1) in articles["counted_after"]
        and following not in lexicon.article_followers
    ):
        return following != "" and tokens.words[index + 1][0].isupper()  # "mindestens eine Person"
    hedge = lexicon.hedges.before(tokens, index)
    unit = lexicon.units.at(tokens, index + 1)
    if hedge is None or unit is None or unit[1].kind not in {"duration", "measure", "money"}:
        return False
    if not following[0].isalpha():
        return False  # "up to a $5,000 fine"
    if hedge[0] == 1 and tokens.lowers[index - 1] in lexicon.stop_words:
        return unit[1].kind != "duration"  # "über eine Stunde" may tell what was spoken of
    begin = index - hedge[0]
    compared = tokens.lower(begin - 1)[:1].isdecimal() and not is_year(tokens.words[begin - 1])
    return not compared and not lexicon.units.before(tokens, begin)  # "6% fewer than a year ago"


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "Dutzende", "tens of thousands": bounds, never a value."""
    hit = lexicon.vague.at(tokens, index)
    if hit is None:
        return None
    length, (low, high) = hit
    if tokens.lower(index + length)[:1].isdecimal() and tokens.lower(index + length + 1) != "-":
        return None  # "unbeaten scores of 52 and 43", but "dozens of 10-pound notes"
    last, scale = index + length - 1, lexicon.scales.at(tokens, index + length)
    if scale is not None and len(tokens.words[last + 1]) > 1:  # "mehrere hundert Tausend Franken"
        last, low, high = last + scale[0], low * int(scale[1]), high * int(scale[1])
    return Numeral(index, last, ONE, digits=False, vague=(low, high or None))


def _spaced(tokens: Tokens, index: int, value: Decimal, lexicon: Lexicon) -> tuple[Decimal, int]:
    """As in "twenty-seven", "two hundred and five": the words that continue a number."""
    numbers = lexicon.data["numbers"]
    last = index
    if tokens.lowers[index] in numbers["tens"]:
        at = last + 2 if tokens.lower(last + 1) == "-" else last + 1
        unit = numbers["digits"].get(tokens.lower(at), 0)
        if 1 <= unit <= 9:
            value, last = value + unit, at
    if tokens.lower(last + 1) == numbers["hundred"] and 1 <= value <= 99:
        value, last = value * 100, last + 1
        at = last + 2 if tokens.lower(last + 1) == numbers["joiner"] else last + 1
        rest = word_value(tokens.lower(at), lexicon)
        if rest is not None and rest < 100:
            rest, at = _spaced(tokens, at, rest, lexicon)
            return value + rest, at
    return value, last


def _scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """The numeral with its scale word, and what continues it: "drei Millionen zweitausend"."""
    scale, last = scale_after(tokens, numeral, lexicon)
    if scale == ONE:
        return numeral
    numeral = replace(numeral, last=last, scale=scale)
    again, last = scale_after(tokens, numeral, lexicon)
    if again > ONE:
        numeral = replace(numeral, last=last, scale=EXACT.multiply(scale, again))
    return numeral if numeral.digits or numeral.rough else _continued(tokens, numeral, lexicon)


def _continued(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """As in "two thousand five hundred": a smaller number in words adds to the larger."""
    joiner = lexicon.data["numbers"]["joiner"]
    at = numeral.last + 1
    if tokens.lower(at) == joiner and not lexicon.data["numbers"]["units_before_tens"]:
        at += 1
    if at >= len(tokens) or word_value(tokens.lowers[at], lexicon) is None:
        return numeral
    rest = _in_words(tokens, at, lexicon)
    if rest is None or rest.kind or rest.vague or rest.rough or rest.value >= numeral.scale:
        return numeral
    total = EXACT.add(Decimal(str(numeral.value)), Decimal(str(rest.value)))
    return Numeral(numeral.first, rest.last, total, digits=False)
