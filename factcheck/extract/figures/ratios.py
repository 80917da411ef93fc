"""Figures that are no numerals: ordinals, "jeder dritte", "one in five", "verdoppelt"."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.anchors import multiple_value, ranked_value
from factcheck.extract.figures.digits import GROUPED, SEPARATORS
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.number_words import ordinal_value
from factcheck.extract.figures.numbers import TELLING
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.surroundings import hedge_before
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens
from factcheck.model import Quantity
from factcheck.rounding import interval_of

SHARE_STEP = Fraction(1, 5)
LARGEST_SHARE = 1000
CLOSING = frozenset(".,;:)")


def find_ratios(passage: Passage, numerals: Sequence[Numeral], taken: set[int]) -> list[Figure]:
    """Ordinals, ratios and multiples of a passage, outside the tokens that are taken."""
    by_first = {numeral.first: numeral for numeral in numerals}
    found: list[Figure] = []
    after = 0
    for index in passage.anchors.ratios:
        if index < after:
            continue
        figure = _each(passage, index)
        if figure is None and index in by_first:
            figure = _out_of(passage, by_first[index], by_first)
        if figure is None and index not in taken:
            figure = _multiple(passage, index) or _ordinal(passage, index)
        if figure is not None:
            found.append(figure)
            after = figure.last + 1
    return found


def _each(passage: Passage, index: int) -> Figure | None:
    """As in "jeder dritte Befragte", "every third voter"."""
    each = passage.tokens.lowers[index] in passage.lexicon.each_words
    if not each or index + 1 >= len(passage.tokens):
        return None
    rank = ordinal_at(passage.tokens, index + 1, passage.lexicon)
    if rank is None or not 2 <= rank[0] <= LARGEST_SHARE:
        return None
    return _figure(passage, index, rank[1], "fraction", Fraction(1, rank[0]))


def _out_of(passage: Passage, numeral: Numeral, by_first: dict[int, Numeral]) -> Figure | None:
    """As in "one in five", "three out of four", "drei von vier"."""
    if numeral.scale != 1 or numeral.vague or numeral.kind:
        return None
    after = _behind_noun(passage, numeral, by_first)
    hit = passage.lexicon.phrases("ratios", "out_of").at(passage.tokens, after)
    whole = by_first.get(after + hit[0]) if hit else None
    if (
        whole is None
        or whole.scale != 1
        or whole.vague
        or whole.kind
        or (whole.value > LARGEST_SHARE and numeral.value != 1)  # "a 1-in-2,700 chance"
    ):
        return None
    if not 0 < numeral.value < whole.value:
        return None
    if numeral.digits and not _in_ten(numeral, whole) and after == numeral.last + 1:
        return None
    if whole.digits and not passage.lexicon.phrases("ratios", "out_of_digits").at(
        passage.tokens, after
    ):
        return None  # "zwei von 66 Stellen" are a part and its whole
    value = Fraction(int(numeral.value), int(whole.value))
    return _figure(passage, numeral.first, whole.last, "fraction", value)


def _behind_noun(passage: Passage, numeral: Numeral, by_first: dict[int, Numeral]) -> int:
    """The token behind a number, or behind its noun: "one job in three is", "one in three".

    "19 times out of 20" is a share whatever its numbers are.
    """
    tokens, lexicon, at = passage.tokens, passage.lexicon, numeral.last + 2
    hit = lexicon.phrases("ratios", "out_of").at(tokens, at) if at < len(tokens) else None
    whole = by_first.get(at + hit[0]) if hit is not None else None
    if hit is not None and tokens.lower(at - 1) in lexicon.data["grammar"]["times"]:
        return at
    if whole is None or numeral.digits or numeral.value != 1:
        return numeral.last + 1
    following = tokens.lower(whole.last + 1)
    plain = tokens.words[at - 1].isalpha() and tokens.lower(at - 1) not in lexicon.stop_words
    closed = not following or not following.isalpha() or following in lexicon.stop_words
    return at if plain and closed else numeral.last + 1


def _in_ten(numeral: Numeral, whole: Numeral) -> bool:
    """As in "1 in 4 adults", "3 in 10": figures by which a share is told."""
    return whole.digits and (numeral.value == 1 or whole.value in TELLING)


def _multiple(passage: Passage, index: int) -> Figure | None:
    """As in "verdoppelt", "dreimal", "tripled", "threefold"."""
    tokens, ratios = passage.tokens, passage.lexicon.data["ratios"]
    following = tokens.lowers[index + 1] if index + 1 < len(tokens) else ""
    half = tokens.lowers[index] in ratios["half_words"] and following in ratios["halves_before"]
    if half and ordinal_value(tokens.lower(index - 1), passage.lexicon) is None:
        return _figure(passage, index, index, "multiple", Fraction(1, 2))
    if following in ratios["particles"]:
        return None  # "doubled down"
    value = multiple_value(tokens.lowers[index], passage.lexicon)
    if tokens.lowers[index] in ratios["ambiguous"] and not (
        following in ratios["ambiguous_before"]
        or tokens.lower(index - 1) in ratios["ambiguous_after"]
    ):
        return None  # "a double agent"; but "more than double the price", "set to double"
    return None if value is None else _figure(passage, index, index, "multiple", Fraction(value))


def _ordinal(passage: Passage, index: int) -> Figure | None:
    """As in "zum dritten Mal", "second-largest", "zweitgrößte"; a first only before a noun."""
    rank = ordinal_at(passage.tokens, index, passage.lexicon)
    if rank is None:
        ranked = ranked_value(passage.tokens.lowers[index], passage.lexicon)
        rank = (ranked, index) if ranked is not None else None
    if rank is None or not _attributive(passage, rank[1], rank[0]):
        return None
    return ordinal(passage, index, rank[1], rank[0])


def _attributive(passage: Passage, last: int, rank: int) -> bool:
    """Does a noun follow? "erst", "first announced" and "zweitens" are no ranks."""
    tokens, lexicon = passage.tokens, passage.lexicon
    at = last + 1
    end = passage.bounds(last)[1]
    articles = lexicon.data["numbers"]["articles"]["words"]
    timed = tokens.lower(last - 1) in articles and not lexicon.data["grammar"]["capitalised_nouns"]
    if at >= end:
        return (rank > 1 or is_determined(passage, last)) and not timed  # "30 times a second."
    idioms = lexicon.phrases("ordinals", "idioms")
    if tokens.lower(last - 1) in lexicon.data["ordinals"]["not_after"]:
        placed = tokens.lower(last - 2) in lexicon.data["ordinals"]["placed"]
        return placed and rank > 1  # "came in at sixth with"
    if tokens.lowers[last] in lexicon.data["ordinals"]["times"] or idioms.at(tokens, last):
        return False
    if tokens.words[last][0].isupper() and lexicon.phrases("ordinals", "names").at(tokens, last):
        return False  # "the Third World", but "a third World Cup"
    if rank == 1 and tokens.lowers[at] == "-":
        ranges, behind = lexicon.data["ranges"], tokens.lower(at + 1)
        hanging = behind in ranges["or"] or behind in ranges["and"]  # "first- or second-round"
        return hanging or behind in lexicon.data["ordinals"]["hyphened"]
    if lexicon.data["grammar"]["capitalised_nouns"]:
        beside = tokens.lowers[at] in lexicon.data["ranges"]["beside"]  # "an erster bzw. zweiter"
        nouns = [tokens.words[i] for i in range(at, min(at + (5 if beside else 3), end))]
        named = any(word[0].isupper() for word in nouns) or rank > 1
        before, noun = tokens.lower(last - 1), tokens.words[last][0].isupper()
        placed = noun and before in lexicon.data["ordinals"]["placed"]  # "als Erste im Ziel"
        return named or placed or before in lexicon.data["changes"]["definite"]
    follower = tokens.lowers[at]
    if follower in lexicon.data["ordinals"]["not_before"]:
        return False
    if follower.isdecimal() or follower in lexicon.data["ordinals"]["partitive"]:
        return rank > 1 or is_determined(passage, last)  # "in his first 25 games"
    if rank > 1 or (follower in CLOSING and is_determined(passage, last)):
        return True  # "eleven years after his first."
    if is_determined(passage, last) and follower in lexicon.data["grammar"]["auxiliaries"]:
        return True  # "The first was a lost ball"
    plain = is_determined(passage, last) or not follower.endswith(("ed", "ly"))
    return plain and follower.isalpha() and follower not in lexicon.stop_words


def is_determined(passage: Passage, index: int) -> bool:
    """Does a determiner stand before the token?"""
    return passage.tokens.lower(index - 1) in passage.lexicon.data["grammar"]["determiners"]


def ordinal(passage: Passage, first: int, last: int, rank: int) -> Figure:
    """A rank that is printed from the first to the last token."""
    return _figure(passage, first, last, "ordinal", Fraction(rank))


def _figure(passage: Passage, first: int, last: int, kind: str, value: Fraction) -> Figure:
    """An ordinal is exact; shares and multiples in words are meant within ten per cent."""
    hedge = hedge_before(passage, first) if kind != "ordinal" else None
    begin = hedge[0] if hedge else first
    step = value * SHARE_STEP if kind != "ordinal" else Fraction(0)
    number = Decimal(value.numerator) if value.denominator == 1 else value
    interval = interval_of(value, step, hedge[1] if hedge else None, signed=False)
    span = passage.span(begin, last)
    quantity = Quantity(span, kind, interval, number, None, hedge[1] if hedge else None, None, step)
    return Figure(begin, last, quantity)


def ordinal_at(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The rank written at a token and its last token: "dritte", "21st", "3. Platz"."""
    lower = tokens.lowers[index]
    if not lower[0].isdigit():
        rank = ordinal_value(lower, lexicon)
        return (rank, index) if rank is not None else None
    marks = lexicon.ordinal_marks
    if index + 1 >= len(tokens) or not tokens.glued(index + 1):
        return None
    mark = tokens.lowers[index + 1]
    if mark not in marks or (tokens.glued(index) and tokens.words[index - 1][-1].isalpha()):
        return None  # "Bt11." is a name at the end of its sentence
    if mark.isalpha() and GROUPED.fullmatch(lower):
        return int(SEPARATORS.sub("", lower)), index + 1
    if lower.isdecimal() and len(lower) <= 3:
        return int(lower), index + 1
    # "das 1000. Tor", "die 10.000. Besucherin"
    determined = index > 0 and tokens.lowers[index - 1] in lexicon.data["grammar"]["determiners"]
    grouped = lower.isdecimal() or GROUPED.fullmatch(lower)
    return (int(SEPARATORS.sub("", lower)), index + 1) if determined and grouped else None
