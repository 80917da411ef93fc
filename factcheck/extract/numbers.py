"""Numerals: figures in digits or words with their scale word, before any unit is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.digits import read_digits
from factcheck.extract.number_words import half_value, ordinal_value, word_value
from factcheck.extract.passages import Passage
from factcheck.interval import Number, exact
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens
from factcheck.rounding import EXACT

ONE = Decimal(1)
SIGNS = "€$£¥₽₴₺₹₪₩"
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
RACES = frozenset({50, 60, 100, 200, 400, 800, 1500, 3000, 5000, 10000})
LARGEST_DENOMINATOR = 20


@dataclass(frozen=True, slots=True)
class Numeral:
    """`printed` as its digits stand, `scale` the factor of its scale word; `last` includes it.

    `digits` tells figures from words, `vague` holds the bounds of "dozens", `rough` marks halves
    ("zweieinhalb") and fractions, which nobody means exactly; `article` a number that is written
    like an article ("eine Million", "one"); `kind` is "" unless the words themselves give it.
    """

    first: int
    last: int
    printed: Number
    scale: Decimal = ONE
    digits: bool = True
    vague: tuple[int, int | None] | None = None
    rough: bool = False
    article: bool = False
    kind: str = ""

    @property
    def value(self) -> Number:
        """Digits times scale word, with the printed places kept."""
        if isinstance(self.printed, Fraction):
            return self.printed * exact(self.scale)
        return EXACT.multiply(self.printed, self.scale)


def find_numerals(passage: Passage, taken: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numerals of a passage outside the token ranges that dates and the like have taken."""
    tokens, lexicon = passage.tokens, passage.lexicon
    blocked = {index for first, last in taken for index in range(first, last + 1)}
    found: list[Numeral] = []
    after = 0
    for index in passage.anchors.numbers:
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
    if index and tokens.glued(index) and tokens.words[index - 1][-1].isalpha():
        return None  # A380, G7, CO2: part of a name
    printed = read_digits(tokens.words[index], passage.mark)
    if printed is None:
        return None
    last = index
    glyph = GLYPHS.get(tokens.words[index + 1]) if index + 1 < len(tokens) else None
    if glyph is not None and tokens.glued(index + 1):
        return _scaled(tokens, Numeral(index, index + 1, printed + glyph), lexicon)
    slash = _slashed(tokens, index, printed)
    if slash is not None:
        return _scaled(tokens, slash, lexicon)
    return _scaled(tokens, Numeral(index, last, printed), lexicon)


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
    fraction = _fraction(tokens, index, lexicon)
    if fraction is not None:
        return _scaled(tokens, fraction, lexicon)
    article = lower in data["numbers"]["articles"]["words"]
    value = ONE if article else word_value(lower, lexicon)
    if article and _lower(tokens, index + 1) in data["ranges"]["to"]:
        return Numeral(index, index, ONE, digits=False)  # "ein bis zwei"
    if value is None:
        return None
    last = index
    if not data["numbers"]["units_before_tens"]:
        value, last = _spaced(tokens, index, value, lexicon)
    plain = Numeral(
        index, last, value, digits=False, rough=half_value(lower, lexicon), article=article
    )
    numeral = _scaled(tokens, _and_a_half(tokens, plain, lexicon), lexicon)
    return None if article and numeral.scale == ONE and numeral.last == index else numeral


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "Dutzende", "tens of thousands": bounds, never a value."""
    hit = lexicon.vague.at(tokens, index)
    if hit is None:
        return None
    length, (low, high) = hit
    bounds = (low, high or None)
    return Numeral(index, index + length - 1, ONE, digits=False, vague=bounds)


def _fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "zwei Drittel", "a quarter", "half a million", "eine halbe Stunde"."""
    numbers = lexicon.data["fractions"]
    at = index
    count = Decimal(1)
    if tokens.lowers[at] not in numbers["halves"] and tokens.lowers[at] not in numbers["parts"]:
        word = word_value(tokens.lowers[at], lexicon)
        counted = word is not None and word == int(word)
        if not counted and tokens.lowers[at] not in lexicon.data["numbers"]["articles"]["words"]:
            return None
        count = word if word is not None and counted else Decimal(1)
        at += 1
        if _is(tokens, at, "-"):
            at += 1
    part = _lower(tokens, at)
    if part in numbers["halves"] and count == 1:
        last = _skip(tokens, at, numbers["after_half"])
        following = lexicon.scales.at(tokens, last + 1) or lexicon.units.at(tokens, last + 1)
        kind = "" if following else "fraction"
        return Numeral(
            index, last if following else at, Decimal("0.5"), digits=False, rough=True, kind=kind
        )
    denominator = numbers["parts"].get(part)
    if denominator is None or (at == index and part in numbers["never_alone"]):
        return None
    if word_value(tokens.lowers[index], lexicon) is None and _is_rank(tokens, at, lexicon):
        return None
    last = _skip(tokens, at, numbers["after_part"])
    scaled = last > at and lexicon.scales.at(tokens, last + 1) is not None
    value = Fraction(int(count), int(denominator))
    return Numeral(
        index,
        last if scaled else at,
        value,
        digits=False,
        rough=True,
        kind="" if scaled else "fraction",
    )


def _is_rank(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "a sixth straight session": an ordinal before its noun, not a sixth of something."""
    following = _lower(tokens, at + 1)
    return (
        ordinal_value(tokens.lowers[at], lexicon) is not None
        and following.isalpha()
        and following not in lexicon.stop_words
    )


def _skip(tokens: Tokens, at: int, words: Sequence[str]) -> int:
    """The last of the tokens after `at` that are among these words."""
    while _lower(tokens, at + 1) in words:
        at += 1
    return at


def _and_a_half(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """As in "three and a half million"."""
    phrase = lexicon.data["fractions"]["and_a_half"]
    after = numeral.last + 1
    if phrase and list(tokens.lowers[after : after + len(phrase)]) == phrase:
        half = EXACT.add(Decimal(str(numeral.printed)), Decimal("0.5"))
        return replace(numeral, last=after + len(phrase) - 1, printed=half, rough=True)
    return numeral


def _spaced(tokens: Tokens, index: int, value: Decimal, lexicon: Lexicon) -> tuple[Decimal, int]:
    """As in "twenty-seven", "two hundred and five": the words that continue a number."""
    numbers = lexicon.data["numbers"]
    last = index
    if tokens.lowers[index] in numbers["tens"]:
        at = last + 2 if _is(tokens, last + 1, "-") else last + 1
        unit = numbers["digits"].get(_lower(tokens, at), 0)
        if 1 <= unit <= 9:
            value, last = value + unit, at
    if _is(tokens, last + 1, numbers["hundred"]) and 1 <= value <= 99:
        value, last = value * 100, last + 1
        at = last + 2 if _is(tokens, last + 1, numbers["joiner"]) else last + 1
        rest = word_value(_lower(tokens, at), lexicon)
        if rest is not None and rest < 100:
            rest, at = _spaced(tokens, at, rest, lexicon)
            return value + rest, at
    return value, last


def _scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """The numeral with its scale word, and what continues it: "drei Millionen zweitausend"."""
    scale, last = _scale_after(tokens, numeral, lexicon)
    if scale == ONE:
        return numeral
    numeral = replace(numeral, last=last, scale=scale)
    again, last = _scale_after(tokens, numeral, lexicon)
    if again > ONE and not numeral.digits:
        numeral = replace(numeral, last=last, scale=EXACT.multiply(scale, again))
    return numeral if numeral.digits or numeral.rough else _continued(tokens, numeral, lexicon)


def _continued(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """As in "two thousand five hundred": a smaller number in words adds to the larger."""
    joiner = lexicon.data["numbers"]["joiner"]
    at = numeral.last + 1
    if _is(tokens, at, joiner) and not lexicon.data["numbers"]["units_before_tens"]:
        at += 1
    if at >= len(tokens) or word_value(tokens.lowers[at], lexicon) is None:
        return numeral
    rest = _in_words(tokens, at, lexicon)
    if rest is None or rest.kind or rest.vague or rest.rough or rest.value >= numeral.scale:
        return numeral
    total = EXACT.add(Decimal(str(numeral.value)), Decimal(str(rest.value)))
    return Numeral(numeral.first, rest.last, total, digits=False)


def _scale_after(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[Decimal, int]:
    """The scale word behind a numeral; one letter only where it is glued to it ("4.5m", "$5k")."""
    last = numeral.last
    at = last + 2 if _is(tokens, last + 1, "-") and tokens.glued(last + 1) else last + 1
    hit = lexicon.scales.at(tokens, at)
    if hit is None:
        return ONE, last
    length, scale = hit
    if len(tokens.words[at]) == 1:
        glued = at == last + 1 and tokens.glued(at) and numeral.digits
        if not glued or not _letter_is_scale(tokens, numeral, at, lexicon):
            return ONE, last
    if numeral.article and tokens.words[at][0].isdigit():
        return ONE, last
    return scale, at + length - 1


def _letter_is_scale(tokens: Tokens, numeral: Numeral, at: int, lexicon: Lexicon) -> bool:
    """Money in "£5m", a number in "5k", millions in "2.5m homes", but a distance in "100m"."""
    if numeral.first and tokens.words[numeral.first - 1][-1] in SIGNS:
        return True
    if tokens.lowers[at] != "m":
        return True
    if lexicon.data["grammar"]["capitalised_nouns"] or numeral.printed in RACES:
        return False
    following = _lower(tokens, at + 1)
    return following.isalpha() and (
        following.endswith("s") or following in lexicon.data["grammar"]["plurals"]
        or lexicon.currencies.at(tokens, at + 1) is not None
    )  # fmt: skip


def ordinal_at(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The rank written at a token and its last token: "dritte", "21st", "3. Platz"."""
    lower = tokens.lowers[index]
    if not lower[0].isdigit():
        rank = ordinal_value(lower, lexicon)
        return (rank, index) if rank is not None else None
    marks = str(lexicon.data["dates"]["ordinal_mark"]).split("|")
    if not lower.isdecimal() or index + 1 >= len(tokens) or not tokens.glued(index + 1):
        return None
    if tokens.lowers[index + 1] not in marks or len(lower) > 3:
        return None
    return int(lower), index + 1


def _is(tokens: Tokens, index: int, lower: str) -> bool:
    return index < len(tokens) and tokens.lowers[index] == lower


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lowers[index] if 0 <= index < len(tokens) else ""
