"""What stands around a numeral: unit or currency, compound, sign, hedge."""

import re

from factcheck.extract.figures.bound_ages import behind_bound, is_age
from factcheck.extract.figures.digits import GROUPED
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import HUNDREDTH, Lexicon, UnitName
from factcheck.languages.tokens import Tokens
from factcheck.record import record

ELEVEN = 11
SIGN = 4  # letters of "kshs", "birr"
HYPHENS = frozenset("-–‑")
LAST_DAY = 31
PART = re.compile(r"[.,]\d\d$")
MINUS = frozenset("-−–")


@record
class Unit:
    """A unit behind or before a numeral, the kind it makes, and the last (or first) token of it."""

    edge: int
    name: UnitName
    kind: str


def unit_after(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Unit | None:
    """The unit behind a numeral, also behind a hyphen: "30 km", "10-minute", "500-Euro-"."""
    if numeral.unit:
        return _own_unit(tokens, numeral, numeral.unit, lexicon)
    at = numeral.last + 1
    if at >= len(tokens):
        return None
    hyphenated = tokens.words[at] in HYPHENS and tokens.glued(at)
    if hyphenated:
        at += 1
        if at >= len(tokens) or not tokens.glued(at):
            return None
    spaced = numeral.digits and tokens.words[at].islower()  # "einen 55 jährigen Fahrer"
    if hyphenated or tokens.glued(at) or spaced:
        compound = lexicon.compounds.get(tokens.lowers[at])
        if compound is not None:
            return _compound(tokens, at, numeral, compound, lexicon)
    part = lexicon.currency_part_letters.get(tokens.words[at])
    if part is not None and numeral.digits and tokens.glued(at):
        return Unit(at, UnitName("money", part, HUNDREDTH), "money")  # "95c a litre"
    hit = lexicon.units.at(tokens, at) or _inch(tokens, at, numeral, lexicon)
    if hit is None or not _plausible(tokens, at, hit[0], hyphenated, numeral):
        return None
    length, name = hit
    described = name.kind != "percentage" and _describes(tokens, at + length, lexicon)
    if described or _is_name_or_rank(tokens, at, numeral, lexicon):
        return None  # but "46%-owned"
    last = at + length - 1
    if name.kind == "money" and (
        _members_follow(tokens, last + 1, lexicon) or _is_next_ones(tokens, last)
    ):
        return None
    age = lexicon.phrases("ages", "after").at(tokens, at)
    if name.kind == "duration" and age is not None:
        return Unit(at + age[0] - 1, UnitName("age", name.unit), "age")
    return Unit(last, name, name.kind)


def _own_unit(tokens: Tokens, numeral: Numeral, unit: str, lexicon: Lexicon) -> Unit:
    """As in "a year and a half", "dreijährig": the words of the number name its unit."""
    if numeral.last > numeral.first:
        return Unit(numeral.last, UnitName("duration", unit), "duration")
    return _compound(tokens, numeral.last, numeral, unit, lexicon)


def _is_next_ones(tokens: Tokens, sign: int) -> bool:
    """As in "in 2005 $5m": a sign glued to the figure behind it."""
    at = sign + 1
    glued = not tokens.words[sign].isalpha() and at < len(tokens) and tokens.glued(at)
    return glued and not tokens.glued(sign) and tokens.words[at][0].isdecimal()


def _members_follow(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "20 Euro-Länder", "19 euro-zone countries": the members share a currency."""
    at += 1 if at < len(tokens) and tokens.words[at] in HYPHENS else 0
    return tokens.lower(at) in lexicon.data["groups"]["sharing"]


def _compound(tokens: Tokens, at: int, numeral: Numeral, unit: str, lexicon: Lexicon) -> Unit:
    """As in "30-tägig" lasts; "44-Jährige" and "die 44-jährige Sportlerin" are so old."""
    if unit == "year" and is_age(tokens, at, numeral, lexicon):
        return Unit(at, UnitName("age", "year"), "age")
    if unit == "percent":
        return Unit(at, UnitName("percentage", "percent"), "percentage")
    return Unit(at, UnitName("duration", unit), "duration")


def _plausible(tokens: Tokens, at: int, length: int, hyphenated: bool, numeral: Numeral) -> bool:
    """A unit of one letter must be printed as such: "5 m", "40°C"; never "5 M" or "five m"."""
    word = tokens.words[at]
    if length > 1 or len(word) > 1 or not word.isalpha():
        return True
    follower = tokens.words[at + 1] if at + 1 < len(tokens) else " "
    degree = word.isupper() if word in "cfCF" else None  # a capital prints a scale of temperature
    right_case = word.islower() if degree is None else degree and tokens.glued(at)
    if hyphenated:  # "500-m-Lauf"
        return follower == "-" and tokens.glued(at + 1) and numeral.digits and right_case
    return numeral.digits and right_case and follower not in "'’&"


def _describes(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Is the word before the first part of an adjective: "dozens of stone-lined graves"?"""
    tight = tokens.lower(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)
    return tight and tokens.lower(at + 1).endswith(tuple(lexicon.data["grammar"]["past_ends"]))


def _inch(
    tokens: Tokens, at: int, numeral: Numeral, lexicon: Lexicon
) -> tuple[int, UnitName] | None:
    """As in "5ft 10in": a word of its own wherever it does not touch its figure."""
    inch = tokens.glued(at) and tokens.lowers[at] in lexicon.data["grammar"]["glued_inch"]
    behind = at == numeral.last + 1 and numeral.digits
    return (1, UnitName("measure", "inch")) if inch and behind else None


def _is_name_or_rank(tokens: Tokens, at: int, numeral: Numeral, lexicon: Lexicon) -> bool:
    """As in "12 St James's Square", "in 1980 Mt St Helens", "7,364 second doses": no unit."""
    labels, word = lexicon.data["labels"], tokens.lowers[at]
    if word in lexicon.data["ordinals"]["units"] and at == numeral.last + 1:
        return tokens.lower(at + 1).endswith(lexicon.data["grammar"]["plural_end"])
    if word in labels["mountains"]:
        return tokens.words[at].istitle()
    return word in labels["glued"] and not _glued_unit(tokens, at, numeral)


def _glued_unit(tokens: Tokens, at: int, numeral: Numeral) -> bool:
    """As in "12st 7lb"; "21st" is an ordinal, and "12 St James's Square" an address."""
    ordinal = numeral.printed % 10 == 1 and numeral.printed % 100 != ELEVEN
    return tokens.glued(at) and tokens.words[at].islower() and not ordinal


def currency_before(tokens: Tokens, first: int, lexicon: Lexicon) -> Unit | None:
    """A currency sign or code before the figure; names stand behind it."""
    hit = lexicon.currencies.before(tokens, first)
    if hit is None:
        code = lexicon.currency_letters.get(tokens.words[first - 1]) if first else None
        return _lettered(tokens, first, code, lexicon) if code is not None else None
    dotted = tokens.words[first - 1] == "."  # "Rs. 500"
    if hit[0] > 1 and not dotted and not _one_sign(tokens, first - hit[0], first - 1):
        hit = lexicon.currencies.at(tokens, first - 1)
        if hit is None or hit[0] > 1:
            return None
    if lexicon.weekdays.before(tokens, first) and not _is_price(tokens, first, lexicon):
        return None  # "Di. bis Fr. 9-12"
    word = tokens.words[first - 1]
    prefixes = lexicon.data["currency_prefixes"]
    signed = hit[0] > 1 and not tokens.words[first - hit[0]].isalpha()  # "$NZ3.3m"
    named = (len(word) == 3 and word.isupper()) or word.lower() in prefixes or signed
    if word.isalpha() and not named:
        return None
    if len(word) > SIGN and (
        tokens.lower(first - 2)[:1].isdecimal() or not _large(tokens, first, lexicon)
    ):
        return None  # "pounds 50.1bn", but "rain pounds 3 states"
    return Unit(first - hit[0], hit[1], "money")


def _is_price(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """As in "Fr. 4.60", "Fr. 87.-", "Fr. 1'200": more than any hour or day, or with its part."""
    word, large = tokens.words[first], lexicon.scales.at(tokens, first + 1) is not None
    part = PART.search(word) is not None or tokens.lower(first + 2) in HYPHENS
    whole = "".join(filter(str.isdecimal, word.partition(".")[0]))  # no day as in "Fr. 19.5."
    return large or part or int(whole or 0) > LAST_DAY


def _lettered(tokens: Tokens, first: int, code: str, lexicon: Lexicon) -> Unit | None:
    """As in "R150m", "N5,000": one capital glued to a large figure; "R5" may be a road."""
    if not tokens.glued(first) or (first > 1 and tokens.glued(first - 1)):
        return None
    unit = Unit(first - 1, UnitName("money", code), "money")
    return unit if _large(tokens, first, lexicon) else None


def _large(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    scaled = lexicon.scales.at(tokens, first + 1) is not None
    return scaled or GROUPED.fullmatch(tokens.words[first]) is not None


def _one_sign(tokens: Tokens, first: int, last: int) -> bool:
    """Is a sign of letters and "$" printed as one: "A$5m"? But "a $5m deal", "gave us $50"."""
    tight = all(tokens.glued(at) for at in range(first + 1, last + 1))
    return tokens.words[last].isalpha() or (tight and tokens.words[first].isupper())


def minus_before(passage: Passage, first: int) -> int | None:
    """Where a minus begins: a word, or a hyphen glued to the figure and to nothing before it."""
    tokens = passage.tokens
    if first == 0:
        return None
    if tokens.lowers[first - 1] in passage.lexicon.data["signs"]["minus"]:
        margin = passage.lexicon.phrases("signs", "either_way").before(tokens, first)
        return first - 1 if margin is None else None
    hyphened = first > 1 and tokens.words[first - 1] == "-" and tokens.glued(first)
    if hyphened and tokens.lowers[first - 2] in passage.lexicon.data["signs"]["minus"]:
        return first - 2  # "at minus-14"
    opened = first >= 2 and tokens.words[first - 2] in "(["
    spaced = first >= 2 and not tokens.glued(first) and tokens.words[first - 1] in MINUS
    if spaced and tokens.lowers[first - 2] in passage.lexicon.data["signs"]["minus_behind"]:
        return first - 1  # "eine Veränderung von – 0,1%"
    if tokens.words[first - 1] in MINUS and tokens.glued(first):
        return first - 1 if opened or not tokens.glued(first - 1) else None
    return None


def open_above(tokens: Tokens, index: int) -> bool:
    """As in "600+ lorries": a plus glued to a figure, and to nothing behind it."""
    at = index + 1
    if tokens.lower(at) != "+" or not tokens.glued(at):
        return False
    return not (tokens.lower(at + 1)[:1].isdecimal() and tokens.glued(at + 1))


def hedge_before(passage: Passage, first: int) -> tuple[int, str] | None:
    """The hedge before a figure and where it begins; two of them count as the nearer one."""
    floor = passage.bounds(first)[0]
    if behind_bound(passage, first):
        first -= 1
    first -= _definite_half(passage, first)
    hit = passage.lexicon.hedges.before(passage.tokens, first)
    if hit is None or first - hit[0] < floor:
        return _hedged_behind(passage, first)
    begin = first - hit[0]
    if begin > 0 and passage.tokens.words[begin - 1] == "-" and passage.tokens.glued(begin):
        return None  # "a one-over 71"
    data, before = passage.lexicon.data, passage.tokens.lower(begin - 1)
    no_bound = {"over": "amounting", "under": "surveying"}.get(hit[1] if hit[0] == 1 else "")
    if no_bound and before.endswith(tuple(data["grammar"][no_bound])):
        return None  # "ein Kredit über 100.000 Euro", "eine Umfrage unter 1500 Eltern"
    if hit[1] == "at most" and before in data["grammar"]["moving_up"]:
        return None  # "went up to £12.21"
    pointed = passage.tokens.lower(begin - 2) in data["changes"]["pointing"]
    if hit[1] == "at most" and before in data["grammar"]["adding_up"] and pointed:
        return None  # "that adds up to 77", not "will add up to 500 jobs"
    outer = passage.lexicon.hedges.before(passage.tokens, begin)
    if outer is not None and begin - outer[0] >= floor:
        return begin - outer[0], outer[1] if outer[1] == "at most" else hit[1]
    return begin, hit[1]


def _hedged_behind(passage: Passage, first: int) -> tuple[int, str] | None:
    """As in "ein gutes Drittel": the article stands before the hedge."""
    tokens, lexicon = passage.tokens, passage.lexicon
    article = tokens.lower(first) in lexicon.data["numbers"]["articles"]["words"]
    hedge = lexicon.article_hedges.get(tokens.lower(first + 1)) if article else None
    return (first, hedge) if hedge is not None else None


def _definite_half(passage: Passage, first: int) -> bool:
    """As in "mehr als die Hälfte", "rund eine Viertelmillion": an article behind the hedge."""
    tokens, data = passage.tokens, passage.lexicon.data
    half = tokens.lowers[first] in data["fractions"]["halves"]
    half = half or tokens.lowers[first] in data["numbers"]["halves"]
    return half and tokens.lower(first - 1) in data["grammar"]["determiners"] and first > 1
