"""Years without a day or month: "seit 2014", "(2013)", "1914-18"; and four digits that are none."""

import re

from factcheck.extract.passages import Passage

FIRST_YEAR, LAST_YEAR = 1000, 2199
LAST_MONTH = 12
RECENT = re.compile(r"1[89]\d\d|20\d\d")
DASHES = frozenset("-–—")


def year_at(passage: Passage, index: int) -> int | None:
    """The year that the figure at a token stands for; None if it counts or measures something."""
    full = _full_year(passage, index)
    return _short_year(passage, index) if full is None else full


def is_year(word: str) -> bool:
    """Could the word be a year, by its form?"""
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _full_year(passage: Passage, index: int) -> int | None:
    """A year that a word beside it announces, or a bare one that counts nothing."""
    tokens, dates = passage.tokens, passage.lexicon.data["dates"]
    word = tokens.words[index]
    if not is_year(word) or _measured(passage, index):
        return None
    before = tokens.lowers[index - 1] if index else ""
    after = tokens.words[index + 1] if index + 1 < len(tokens) else ""
    if passage.lexicon.phrases("labels", "indices").before(tokens, index):
        return None  # "the Russell 2000"
    if _of_a_series(passage, index):
        return None  # "Drucksache 14/2000"
    if passage.lexicon.phrases("labels", "clubs_dated").at(tokens, index):
        return None  # "1899 Hoffenheim"
    if passage.lexicon.phrases("labels", "blocks").at(tokens, index + 1):
        return None  # "the 2100 block of Maple Street"
    if _reached(passage, index) or passage.lexicon.phrases("dates", "existing").before(
        tokens, index
    ):
        return None  # "there were 2001 vacant posts"
    if passage.lexicon.phrases("dates", "gathered").before(tokens, index) and (
        _plural_at(passage, index + 1) or _plural_at(passage, index + 2)
    ):
        return None  # "a survey of 1800 Canadian voters"
    announced = before in dates["years_before"] or after.lower() in dates["years_after"]
    announced = announced or _ends_span(passage, index) or _begins_span(passage, index)
    bracketed = before == "(" and after == ")"
    if (
        announced
        and not RECENT.fullmatch(word)
        and (_counts_what_follows(passage, index) or _changes(passage, index))
    ):
        return None  # "ein Höchststand von 1129 neuen Fällen"
    announced = announced or _of_a_work(passage, index)
    if announced or bracketed or (RECENT.fullmatch(word) and not _counted(passage, index)):
        return int(word)
    return None


def _of_a_series(passage: Passage, index: int) -> bool:
    """As in "Heft 24/1997": a number and its year; up to 12 it may be a month."""
    tokens = passage.tokens
    if index < 2 or tokens.words[index - 1] != "/" or not tokens.glued(index):
        return False
    number = tokens.words[index - 2]
    return number.isdecimal() and LAST_MONTH < int(number) < FIRST_YEAR and tokens.glued(index - 1)


def _plural_at(passage: Passage, index: int) -> bool:
    """Does the word end like a plural, where nouns are not capitalised?"""
    grammar, lower = passage.lexicon.data["grammar"], passage.tokens.lower(index)
    ends = lower.endswith(grammar["plural_end"]) and lower not in grammar["not_plurals"]
    return lower in grammar["plurals"] or (
        ends and not lower.endswith(tuple(grammar["singular_ends"]))
    )


def _of_name(passage: Passage, noun: int) -> bool:
    """As in "gewann 2010 Olympiasieger Carl Lund", "1964 Alfredo": a person, and no plural."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if not tokens.words[noun].istitle():
        return False
    grammar, lower = lexicon.data["grammar"], tokens.lowers[noun]
    if not lower.endswith(tuple(grammar["noun_plurals"])):
        return True
    if lower.endswith(tuple(grammar["noun_singulars"])):
        return True  # "die 1998 Europameisterin wurde"
    after = tokens.words[noun + 1] if noun + 1 < len(tokens) else "."
    initial = len(after) == 1 and tokens.lower(noun + 2) == "."  # "2007 Roger M. Bauer"
    return after.istitle() and (len(after) > 1 or initial)


def _counts_what_follows(passage: Passage, index: int) -> bool:
    """Does a plural follow, or where nouns are capitalised an adjective and its noun?

    Behind the word that opens a sentence the noun alone: "Von 1533 Verfahren".
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if not grammar["capitalised_nouns"]:
        before = passage.lexicon.data["dates"]["counting_before"]
        word = tokens.lower(index + 1)
        behind = index + 1 + (word.isalpha() and word not in passage.lexicon.stop_words)
        plural = _plural_at(passage, index + 1) or _plural_at(passage, behind)
        return plural and tokens.lower(index - 1) in before  # "reports of 1000 dead animals"
    adjective = tokens.lower(index + 1)
    ends = bool(grammar["adjective_ends"]) and adjective.endswith(tuple(grammar["adjective_ends"]))
    noun = tokens.words[index + 2] if index + 2 < len(tokens) else "."
    if index - 1 == passage.bounds(index)[0] and tokens.lower(index - 1) in grammar["fronted"]:
        return tokens.words[index + 1].isalpha() and tokens.words[index + 1][0].isupper()
    if tokens.lower(index - 1) in passage.lexicon.data["dates"]["counting_before"] and (
        adjective.endswith(tuple(grammar["partitive_ends"]))
        and tokens.words[index + 1].istitle()
        and not _of_name(passage, index + 1)
    ):
        return True  # "vor 1200 Zuschauern"
    return ends and adjective not in passage.lexicon.stop_words and noun[0].isupper()


def _changes(passage: Passage, index: int) -> bool:
    """As in "von 1318 auf 1582 gestiegen", "um 1000 gestiegen": how much, not when."""
    tokens, lexicon = passage.tokens, passage.lexicon
    changes, after = lexicon.data["changes"], tokens.lower(index + 1)
    if after in lexicon.data["ranges"]["change"] and tokens.lower(index + 2)[:1].isdecimal():
        return True
    by = tokens.lower(index - 1) in changes["by"]
    return by and (after in changes["up"] or after in changes["down"])


def _of_a_work(passage: Passage, index: int) -> bool:
    """As in "the 1751 portrait": between a determiner and one thing that is not counted."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    noun = tokens.words[index + 1] if index + 1 < len(tokens) else "."
    if grammar["capitalised_nouns"] or tokens.lower(index - 1) not in grammar["determiners"]:
        return False
    one = noun.isalpha() and noun.islower() and not noun.endswith(grammar["plural_end"])
    word = tokens.words[index]
    return one and word[-1] != "0" and noun not in grammar["plurals"] and len(noun) > 2


def _reached(passage: Passage, index: int) -> bool:
    """As in "sank um 95 auf 1840", "an increase of 1800 to 52,300": a change and its level."""
    lowers, lexicon = passage.tokens.lowers, passage.lexicon
    changes, end = lexicon.data["changes"], passage.tokens.lower(index + 2)
    ranges = lexicon.data["ranges"]
    if (
        index > 2
        and end[3:] == ""
        and (end.isdecimal() and len(end) == 3)
        and (lowers[index - 1] in ranges["from"] and lowers[index + 1] in ranges["to"])
    ):
        return True  # "cut its staff from 2000 to 600"
    if (
        index > 1
        and lowers[index - 1] in changes["levels"]
        and (lowers[index - 2] in changes["nouns"])
    ):
        onward = passage.tokens.lower(index + 1) in lexicon.data["ranges"]["change"]
        return onward and end[:1].isdecimal() and not is_year(end)
    if index < 3 or lowers[index - 1] not in lexicon.data["ranges"]["change"]:
        return False
    return lowers[index - 2][0].isdecimal() and lowers[index - 3] in changes["by"]


def _ends_span(passage: Passage, index: int) -> bool:
    """As in "zwischen 2005 und 2009 Anleger geprellt": the second of two years."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if index < 3 or tokens.lowers[index - 1] not in lexicon.data["ranges"]["and"]:
        return False
    opened = lexicon.phrases("ranges", "between").before(tokens, index - 2)
    return opened is not None and RECENT.fullmatch(tokens.words[index - 2]) is not None


def _begins_span(passage: Passage, index: int) -> bool:
    """As in "coins struck between 1036 and 1044": the first of two years, where nothing follows."""
    tokens, lexicon = passage.tokens, passage.lexicon
    later = tokens.lower(index + 2)
    opened = tokens.lower(index + 1) in lexicon.data["ranges"]["and"] and is_year(later)
    after = tokens.lower(index + 3)
    ended = not after.isalpha() or after in lexicon.stop_words
    precise = later[-2:] != "00" and tokens.words[index][-2:] != "00"
    return (
        opened
        and ended
        and precise
        and bool(lexicon.phrases("ranges", "between").before(tokens, index))
    )


def _short_year(passage: Passage, index: int) -> int | None:
    """As in "1914-18": the second of two years in its last two digits."""
    tokens = passage.tokens
    if index < 2 or tokens.words[index - 1] not in DASHES or not tokens.glued(index):
        return None
    year, word = tokens.words[index - 2], tokens.words[index]
    if not tokens.glued(index - 1) or not _shortens(word, year) or _measured(passage, index):
        return None
    return int(year[:2] + word)


def _shortens(word: str, year: str) -> bool:
    later = word.isdecimal() and len(word) == 2 and bool(RECENT.fullmatch(year))
    return later and word > year[2:]


def _measured(passage: Passage, index: int) -> bool:
    """Does a unit, a scale word or a currency make the figure a quantity, or glue a name of it?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    clock = lexicon.phrases("labels", "clock").at(tokens, index + 1)
    behind = lexicon.units.at(tokens, index + 1) or lexicon.scales.at(tokens, index + 1)
    peak = tokens.lower(index + 1) in lexicon.data["labels"]["mountains"]
    beside = clock or (behind and not (peak and tokens.words[index + 1].istitle()))
    signed = lexicon.currencies.before(tokens, index)
    if signed and _follows_amount(passage, index - signed[0]):
        signed = None  # "nach 795 Millionen Euro 2014"
    glued = index + 1 < len(tokens) and tokens.glued(index + 1)
    glued = glued and (tokens.words[index + 1] in "/-–" or tokens.words[index + 1].isalpha())
    if glued and index + 2 < len(tokens) and tokens.words[index + 1] in "-–":
        later = tokens.words[index + 2]
        glued = not is_year(later) and not _shortens(word=later, year=tokens.words[index])
    return bool(beside or signed or glued)


def _follows_amount(passage: Passage, currency: int) -> bool:
    """Does the currency before the figure belong to an amount of its own?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    scaled = lexicon.scales.before(tokens, currency)
    return tokens.lower(currency - 1)[:1].isdecimal() or scaled is not None


def _ends_clause(passage: Passage, index: int) -> bool:
    """As in "up 3% over 2015.": a preposition that is no hedge, for nothing is counted."""
    tokens, stop_words = passage.tokens, passage.lexicon.stop_words
    alone = index + 1 >= len(tokens) or not tokens.words[index + 1].isalpha()
    recent = RECENT.fullmatch(tokens.words[index]) is not None
    return alone and recent and tokens.lowers[index - 1] in stop_words


def _counted(passage: Passage, index: int) -> bool:
    """Is the figure hedged, or does it count the noun behind it ("2008 Menschen")?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    if lexicon.phrases("grammar", "owning").at(tokens, index + 1):
        return False  # "above 2004's average"
    compared = bool(index) and tokens.lowers[index - 1] in lexicon.data["dates"]["comparing"]
    round_figure = int(tokens.words[index]) % 100 == 0
    level = tokens.lower(index + 1) in lexicon.words("elided", "amounts")  # "above 2021 lows"
    if level and RECENT.fullmatch(tokens.words[index]):
        return False
    if lexicon.hedges.before(tokens, index) and (not compared or round_figure):
        return round_figure or not _ends_clause(
            passage, index
        )  # but "4 Prozent mehr als 2021" compares with a year
    if index + 1 >= len(tokens):
        return False
    if lexicon.data["grammar"]["capitalised_nouns"]:
        following = tokens.words[index + 1]
        named = following[0].isupper() and following.isalpha() and len(following) > 1
        return named and (round_figure or not _of_name(passage, index + 1))
    return tokens.lowers[index + 1] in lexicon.data["dates"]["counted_years"]
