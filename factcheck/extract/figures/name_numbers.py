"""Figures that belong to a name, a label or an address: "Artikel 5", "A380", "14 Queen Street"."""

import re

from factcheck.extract.figures.bound_ages import is_bound_age
from factcheck.extract.figures.call_numbers import last_of_groups
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.number_words import ordinal_value
from factcheck.extract.figures.scale_words import SIGNS
from factcheck.extract.figures.surroundings import currency_before
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
ROAD_LENGTH = 3
YEAR_LENGTH = 4
LAST_RANK = 500
NEAR = 3
MARGINS = frozenset("+-–−±")
CLOSING = frozenset("“”\"'»«’")


def followed_by_unit(passage: Passage, index: int) -> bool:
    """Does a unit, a currency, a percent sign or a scale word begin at this token?"""
    lexicon, tokens = passage.lexicon, passage.tokens
    return bool(lexicon.units.at(tokens, index) or lexicon.scales.at(tokens, index))


def labelled(passage: Passage, index: int) -> int | None:
    """As in "Artikel 5", "§ 12", "Flight 93", "Hauptstraße 12"; "Windows 10" and "Apollo 11"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    if len(tokens.words[index]) == YEAR_LENGTH and (
        passage.lexicon.phrases("labels", "clubs_dated").at(tokens, index)
    ):
        return index  # "1899 Hoffenheim"
    if index == 0:
        return None
    before = tokens.lowers[index - 1]
    if len(tokens.words[index]) == YEAR_LENGTH and (
        passage.lexicon.phrases("labels", "indices").before(tokens, index)
    ):
        return index  # "the Russell 2000"
    if passage.lexicon.phrases("labels", "before").before(tokens, index):
        timed = index > 1 and tokens.lowers[index - 2] in labels["timed"]
        if timed or GROUPED.fullmatch(tokens.words[index]) or numbered_rank(passage, index):
            return None  # "last season 18,400 people"
        if DOTTED.fullmatch(tokens.words[index]) and (
            counted_noun(passage, index + 1, passage.bounds(index)[1])
        ):
            return None  # "im Großen Haus 100.892 Besucher"
        elite = before in passage.lexicon.data["numbers"]["elite"]
        elite = elite and tokens.lower(index - 2) not in passage.lexicon.number_anchors
        if elite and counted_noun(passage, index + 1, passage.bounds(index)[1]):
            return None  # "the top 12 films"
        return None if followed_by_unit(passage, index + 1) else _label_end(passage, index)
    follower = tokens.lowers[index + 2] if index + 2 < len(tokens) else ""
    if follower in labels["clubs"] and tokens.words[index + 1] == ".":
        return index + 1  # "1. FC Köln"
    if before in labels["clubs"] or (
        len(tokens.words[index]) in {2, 4}
        and passage.lexicon.phrases("labels", "clubs_named").before(tokens, index + 1)
    ):
        return index  # "Hannover 96"
    road = len(before) == 1 and tokens.words[index - 1].isupper() and before.isalpha()
    if labels["roads"] and road and index > 1 and len(tokens.words[index]) <= ROAD_LENGTH:
        return index  # "auf der A 8"
    if _in_address(passage, index):
        return last_of_groups(passage, index)  # "Marienstraße 13/14"
    bare = before in labels["clock_before"] or numbers_what_goes_on(passage, index)
    return index if bare else None


def _in_address(passage: Passage, index: int) -> bool:
    """As in "Hauptstraße 12", "14 Queen Street", "the 2100 block of Maple Street"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    before, determiners = tokens.lowers[index - 1], passage.lexicon.data["grammar"]["determiners"]
    if passage.lexicon.phrases("labels", "blocks").at(tokens, index + 1) and before in determiners:
        return True
    streets = tokens.lowers[index + 1 : index + 4]
    if any(word in labels["streets"] for word in streets[1:]) and tokens.words[index + 1].istitle():
        return True
    street = before.endswith(tuple(labels["street_ends"])) and before not in labels["rank"]
    # Not the firm Hellweg with its 5.870 people.
    return street and tokens.words[index - 1][0].isupper() and tokens.words[index].isdecimal()


def numbers_what_goes_on(passage: Passage, index: int) -> bool:
    """As in "on day four of the trial", "in week 12": not "last week 12 people left"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    if tokens.lower(index - 1) not in labels["before_bare"] or followed_by_unit(passage, index + 1):
        return False
    if index > 1 and tokens.lowers[index - 2] in {*labels["timed"], *labels["some"]}:
        return False
    of = tokens.lower(index + 1) in passage.lexicon.data["grammar"]["part_words"]
    return of or counted_noun(passage, index + 1, passage.bounds(index)[1]) is None


def numbered_rank(passage: Passage, index: int) -> bool:
    """As in "the No. 2 carmaker", "die Nummer 1": not "bus No. 9", "No. 10 Downing Street"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    dotted = tokens.words[index - 1] == "."
    label = index - 2 if dotted else index - 1
    if passage.lexicon.phrases("labels", "ranked").before(tokens, index):
        return True  # "the world number 87"
    spelt = label > 0 and tokens.lowers[label] in labels["rank_spelt"]
    if spelt and tokens.lowers[label - 1] not in labels["rank_spelt_after"]:
        return False  # "the number 9 bus"
    if label < 1 or not (spelt or tokens.lowers[label] + "." * dotted in labels["rank_numbers"]):
        return False
    behind = labels["rank_behind"]
    if behind and tokens.lower(index + 1) not in behind:
        return False
    following = tokens.words[index + 1] if index + 1 < len(tokens) else "."
    street = not passage.lexicon.data["grammar"]["capitalised_nouns"] and following.istitle()
    low = tokens.words[index].isdecimal() and int(tokens.words[index]) <= LAST_RANK
    before = tokens.lowers[label - 1]  # "her sixth No. 1 single"
    told = before in labels["rank_after"] or ordinal_value(before, passage.lexicon) is not None
    return low and not street and told


def _label_end(passage: Passage, index: int) -> int:
    """As in "junctions 9 and 10": a second number may belong to the same label."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    several = last = last_of_groups(passage, index)
    while tokens.lower(several + 1) == "," and tokens.lower(several + 2).isdecimal():
        several += 2  # "Linien 5, 10 und 18"
    joined = tokens.lower(several + 1) in {*ranges["and"], *ranges["to"]}
    bare = tokens.lower(several + 2).isdecimal() and ends_here(passage, several + 2)
    return several + 2 if joined and bare else last


def named(passage: Passage, index: int) -> int | None:
    """As in "GY-80", "25px", "4G"; in quotation marks also "Stuttgart 21"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    hyphened = index >= 2 and tokens.words[index - 1] == "-" and not is_bound_age(passage, index)
    coded = hyphened and tokens.words[index - 2].isdecimal() and tokens.glued(index - 2)
    coded = coded and currency_before(tokens, index - 2, lexicon) is None  # but "R100-150m"
    hyphened = hyphened and tokens.words[index - 2 - coded].isalpha()  # "K2-72c"
    leads = lexicon.data["grammar"]["hyphen_leads"]  # "a magnitude-8.1 quake"
    if hyphened and tokens.lowers[index - 2] in lexicon.data["signs"]["minus"]:
        hyphened = False  # "on top at minus-14"
    if hyphened and (
        _within(tokens.words[index - 2], lexicon) or tokens.lowers[index - 2] in leads
    ):
        hyphened = False  # "a 1-in-43 chance", "the over-65s"
    if _is_form(tokens, index):
        return index + 2
    if hyphened and index >= 3 and tokens.words[index - 3][0].isdecimal():
        ended = lexicon.units.before(tokens, index - 1) or lexicon.scales.before(tokens, index - 1)
        hyphened = not ended  # "3km-5km", "11bn-13bn kroner"
    dotted = index >= 2 and tokens.words[index - 1] == "." and tokens.words[index - 2].isalpha()
    if dotted and (currency_before(tokens, index, lexicon) or numbered_rank(passage, index)):
        dotted = False  # "Rs.500", "the No.6 seed"
    ranked = tokens.lower(index + 1) in lexicon.ordinal_marks and tokens.words[index - 2].islower()
    named = (hyphened and not ranked) or dotted  # but "its then-34th year"
    if named and tokens.glued(index) and tokens.glued(index - 1):
        return index
    at = index + 1
    glued = at < len(tokens) and tokens.glued(at) and tokens.words[at].isalpha()
    if glued and not is_bound_age(passage, index):
        letter = tokens.words[at]
        scale = lexicon.scales.at(tokens, at) and letter not in {"b", "B", "M"}
        unit = letter != "G" and lexicon.units.at(tokens, at)  # "3G"; a gram is "3g"
        known = unit or scale or _signed(tokens, index, lexicon)
        if (
            not known
            and tokens.lowers[at] not in lexicon.data["grammar"]["times_glued"]
            and tokens.lowers[at] not in lexicon.compounds
            and tokens.lowers[at] not in lexicon.data["numbers"]["part_endings"]
            and tokens.lowers[at] not in lexicon.ordinal_marks
            and tokens.lowers[at] not in lexicon.data["grammar"]["glued_inch"]
        ):
            return at
    if _inside_name(passage, index) or _is_version(passage, index):
        return index
    quoted = at < len(tokens) and tokens.words[at] in CLOSING and tokens.glued(at)
    before = tokens.words[index - 1] if index else ""
    named = before.isalpha() and (before[0].isupper() or len(before) == 1)
    return index if quoted and named else None


def _is_version(passage: Passage, index: int) -> bool:
    """As in "OpenOffice 1.0", where the decimal mark is the comma."""
    tokens = passage.tokens
    if passage.mark != "," or not VERSION.fullmatch(tokens.words[index]) or index == 0:
        return False
    before = tokens.words[index - 1]
    named = before.isalpha() and before[0].isupper() and not tokens.glued(index)
    scale = tokens.lowers[index - 1] in passage.lexicon.data["grammar"]["hyphen_leads"]
    told = scale or currency_before(tokens, index, passage.lexicon)  # "Magnitude 5.4", "CHF 87.45"
    return named and not told and ends_here(passage, index)


def _is_form(tokens: Tokens, index: int) -> bool:
    """As in "the 10-K": a figure and one capital, hyphened."""
    sign, letter = (*tokens.words[index + 1 : index + 3], "", "")[:2]
    tight = sign == "-" and tokens.glued(index + 1) and letter.isupper()
    return tight and len(letter) == 1 and tokens.glued(index + 2)


def _within(word: str, lexicon: Lexicon) -> bool:
    """Is it a small word of "a 1-in-43 chance", and no bound as in "the under-21 squad"?"""
    return word in lexicon.stop_words and word not in lexicon.hedges.last_words


def is_name_number(passage: Passage, index: int) -> bool:
    """As in "FTSE 100", "ICE 573", "Fahrenheit 451": a name before a number that counts nothing."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if index == 0 or tokens.lowers[index - 1] in lexicon.calendar_words:
        return False
    before = tokens.words[index - 1]
    party = tokens.lowers[index - 1] in lexicon.data["shares"]["parties"]  # "SPD 15 (+1)"
    if party or _shares_a_noun(passage, index):
        return False
    if tokens.lower(index + 1) == "(" and tokens.lower(index + 2)[0] in MARGINS:
        return False  # "glp 11 (+ 2)"
    if before.isupper() and len(before) > 1 and before.isalpha():
        return True
    first = passage.bounds(index)[0]
    after = tokens.lowers[index + 1] if index + 1 < len(tokens) else "."
    alone = index - 1 == first and after not in lexicon.data["grammar"]["singular_verbs"]
    if lexicon.data["grammar"]["capitalised_nouns"] or alone:
        return False
    head = index - 3 if tokens.lower(index - 2) == "-" and tokens.glued(index - 1) else index - 1
    name = tokens.words[max(head, 0)]  # "Spider-man 3"
    titled = name.istitle() and tokens.lowers[index - 1] not in lexicon.stop_words
    if titled and after in lexicon.data["grammar"]["singular_verbs"]:
        return True  # "Halo 2 has sold"
    return titled and after not in lexicon.data["grammar"]["auxiliaries"]


def _shares_a_noun(passage: Passage, index: int) -> bool:
    """As in "61 points and Hull 54", "45 seats, the Farmers 32": what the figure before counts."""
    tokens, first = passage.tokens, passage.bounds(index)[0]
    data, join = passage.lexicon.data, index - 2
    joins = {*data["ranges"]["and"]}
    if tokens.lower(join) in data["grammar"]["determiners"]:
        join, joins = join - 1, {*joins, ","}
    if join <= first or tokens.lowers[join] not in joins:
        return False
    before = tokens.words[max(first, join - NEAR) : join]
    if "," in joins and any(
        word[0].isdecimal() and followed_by_unit(passage, at + 1)
        for at, word in enumerate(before, join - len(before))
    ):
        return False  # "41 per cent and the Liberals 36"
    after = tokens.words[index + 1] if index + 1 < len(tokens) else "."
    ended = not after.isalnum() or after in data["ranges"]["and"]
    return any(word[0].isdecimal() for word in before) and ended


def ends_here(passage: Passage, index: int) -> bool:
    """No noun, unit or scale word follows the number."""
    tokens = passage.tokens
    after = tokens.words[index + 1] if index + 1 < len(tokens) else "."
    return not after[0].isupper() and not followed_by_unit(passage, index + 1)


def _signed(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "$4b", "Sh4b": a letter behind an amount is its scale."""
    coded = tokens.glued(index) and currency_before(tokens, index, lexicon) is not None
    return index > 0 and (tokens.words[index - 1][-1] in SIGNS or coded)


def _inside_name(passage: Passage, index: int) -> bool:
    """As in "Fathers 4 Justice": between two capitalised words where nouns are not capitalised."""
    tokens = passage.tokens
    if passage.lexicon.data["grammar"]["capitalised_nouns"] or not 0 < index < len(tokens) - 1:
        return False
    before, after = index - 1, index + 1
    titled = tokens.words[before].istitle() and tokens.words[after].istitle()
    if not titled or {tokens.lowers[before], tokens.lowers[after]} & passage.lexicon.calendar_words:
        return False
    if before > passage.bounds(index)[0]:
        return True
    small = passage.lexicon.stop_words | {*passage.lexicon.data["groups"]["whole"]}  # "All 12 Fine"
    hedged = passage.lexicon.hedges.before(tokens, index)
    return before == 0 and not hedged and tokens.lowers[before] not in small
