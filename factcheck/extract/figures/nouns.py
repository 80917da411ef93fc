"""The counted noun behind a figure: "34 Militärchefs", "15 weitere Länder", "27 member states"."""

from typing import Any

from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year
from factcheck.languages.tokens import Tokens
from factcheck.record import record

ADJECTIVES = 4
COMPOUND_NOUN = 5
SINGULAR_NOUN = 5


@record
class Noun:
    """A noun as printed and its last token."""

    last: int
    text: str


def counted_noun(passage: Passage, index: int, limit: int, *, of: bool = False) -> Noun | None:
    """The noun that a numeral before token `index` counts, looked for up to token `limit`.

    Where nouns are capitalised, the first capitalised word after some lower-case adjectives;
    elsewhere the words up to the first that ends like a plural. `of` allows "of the" before it.
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if index < limit and tokens.lowers[index] in grammar["of_words"]:
        after = {*grammar["of_after"], *grammar["part_words"]}  # "hundreds of his stories"
        follows_large = index > 0 and tokens.lowers[index - 1] in after
        if not (of or follows_large or _partitive(passage, index, limit)):
            return None
    if tokens.lower(index) in passage.lexicon.data["ranges"]["or"]:
        more = passage.lexicon.phrases("grammar", "or_more").at(tokens, index)
        index += more[0] if more else 0  # "five or more letters"
    opened = index
    while index < limit and tokens.lowers[index] in grammar["of_words"]:
        index += 1
    index = _past_owner(passage, index, limit) if index > opened else index
    if grammar["capitalised_nouns"]:
        return _capitalised(passage, index, limit)
    return _plural(passage, index, limit)


def past_hyphened_hedge(passage: Passage, index: int) -> int:
    """As in "200-odd people", "40-plus degrees": the token behind a hedge that a hyphen joins."""
    tokens = passage.tokens
    joined = tokens.lower(index) == "-" and tokens.glued(index)
    hedge = joined and tokens.lower(index + 1) in passage.lexicon.data["grammar"]["hyphen_hedges"]
    return index + 2 if hedge else index


def _partitive(passage: Passage, index: int, limit: int) -> bool:
    """As in "gut 20.000 der Zuschauer"; but not "Teil 2 der Serien", where a name is numbered."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    at, before = index + 1, index - 2
    if not grammar["capitalised_nouns"]:
        whole = tokens.lower(at) in {*grammar["determiners"], *grammar["of_words"]}
        owner = _past_owner(passage, at, limit)
        if owner > at:
            whole, at = True, owner - 1
        whole = whole and tokens.lower(index - 1) not in grammar["singular_after"]
        return (
            whole and not _numbered(passage, before) and _plural(passage, at + 1, limit) is not None
        )
    if tokens.lowers[index] not in grammar["partitive"] or at >= limit or index < 1:
        return False
    plural = tokens.lowers[at].endswith(tuple(grammar["partitive_ends"]))
    return plural and tokens.words[at][0].isupper() and not _numbered(passage, before)


def _past_owner(passage: Passage, index: int, limit: int) -> int:
    """As in "three of Gordimer's books": the token behind a name that owns what is counted."""
    tokens, at = passage.tokens, index
    while at < min(limit, index + ADJECTIVES) and tokens.words[at].istitle():
        at += 1
    owning = passage.lexicon.phrases("grammar", "owning").at(tokens, at) if at > index else None
    return at + owning[0] if owning is not None else index


def _numbered(passage: Passage, label: int) -> bool:
    return label > passage.bounds(label + 1)[0] and passage.tokens.words[label][0].isupper()


def _capitalised(passage: Passage, index: int, limit: int) -> Noun | None:
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    endings = tuple(grammar["adjective_ends"])
    at = index
    if at + 1 < limit and tokens.words[at] == "-" and tokens.glued(at):
        part = tokens.words[at + 1]  # "Zehn-Punkte-Plan" counts the points
        if passage.lexicon.scales.before(tokens, at) and tokens.lower(at + 2) != "-":
            return None  # "das 100-Milliarden-Sondervermögen"
        return Noun(at + 1, part) if part[0].isupper() and tokens.glued(at + 1) else None
    at = _past_adjectives(passage, index, limit)
    if at < limit and tokens.words[at] in grammar["prepositions"]:
        return _behind_attribute(passage, at, limit)
    if at > index and not tokens.lowers[at - 1].endswith(endings):
        return None  # the last word before the noun is its adjective; adverbs may stand before it
    if at >= limit or not tokens.words[at][0].isupper() or not tokens.words[at].isalpha():
        return None
    if tokens.lowers[at] in passage.lexicon.calendar_words:
        return None
    last = at
    while last + 1 < limit and tokens.glued(last + 1):
        digits = tokens.words[last + 1].isdecimal()  # "G7-Staaten"
        hyphen = tokens.words[last + 1] == "-" and last + 2 < limit and tokens.glued(last + 2)
        if not digits and not hyphen:
            break
        last += 1 if digits else 2
    if last + 1 < limit and tokens.words[last + 1].istitle() and _is_name_adjective(passage, last):
        last = at = last + 1  # "zwei Rote Karten"
    if tokens.words[last].isdecimal() and is_year(tokens.words[index - 1]):
        return None  # "2003 EL61"
    return Noun(last, tokens.surface(at, last))


def _is_name_adjective(passage: Passage, index: int) -> bool:
    """As in "Rote", "Berliner", "Großkrotzenburger": a capitalised adjective before its noun."""
    lower, grammar = passage.tokens.lowers[index], passage.lexicon.data["grammar"]
    placed = lower.endswith(tuple(grammar["place_ends"])) and lower not in grammar["place_ends"]
    return placed or lower in grammar["name_adjectives"]


def _past_adjectives(passage: Passage, index: int, limit: int) -> int:
    """The first token that is a capitalised word, a function word or a single letter."""
    tokens, at = passage.tokens, index
    while at < min(limit, index + ADJECTIVES) and tokens.words[at][0].islower():
        lower = tokens.lowers[at]
        if lower in passage.lexicon.stop_words or len(lower) == 1:
            break
        at += 1
    return at


def _behind_attribute(passage: Passage, preposition: int, limit: int) -> Noun | None:
    """As in "zwölf in Wien ausgestellte Gemälde": a participle with its own phrase before it."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    at = preposition + 1
    if tokens.lower(at) in grammar["determiners"]:
        at += 1
    begin = at
    while at < min(limit, begin + ADJECTIVES) and tokens.words[at][0].isupper():
        at += 1
    told = at > begin and at < limit and tokens.lowers[at] not in passage.lexicon.stop_words
    told = told and tokens.lowers[at] not in grammar["prepositions"]
    if not told or not tokens.lowers[at].endswith(tuple(grammar["participle_ends"])):
        return None
    noun = at + 1
    named = noun < limit and tokens.words[noun][0].isupper() and tokens.words[noun].isalpha()
    return Noun(noun, tokens.words[noun]) if named else None


def _plural(passage: Passage, index: int, limit: int) -> Noun | None:
    tokens, stop_words = passage.tokens, passage.lexicon.stop_words
    grammar = passage.lexicon.data["grammar"]
    at = index
    if at < limit and tokens.words[at] == "-" and tokens.glued(at):
        at = past_hyphened_hedge(passage, index)
        if at == index:
            return _hyphenated(passage, at + 1, limit)
    if index and tokens.lowers[index - 1] in grammar["singular_after"]:
        return _singular(passage, at, limit)
    last, reach = at, at + COMPOUND_NOUN
    begin = index - 2  # "the 51 sold lots", "his last six starts"
    begin -= tokens.lower(begin) in grammar["before_numbers"]
    definite = tokens.lower(begin) in grammar["determiners"]
    of_the = tokens.lower(at - 1) in grammar["determiners"]
    of_the = of_the and tokens.lower(at - 2) in grammar["part_words"]
    while last < min(limit, reach):
        lower = tokens.lowers[last]
        if tokens.words[last] == "-" and tokens.glued(last) and last + 1 < limit:
            last, reach = last + 1, reach + 2
            continue
        if _is_initial(tokens, last):
            last, reach = last + 2, reach + 2  # "two U.S. soldiers"
            continue
        if at < last and _joins_names(passage, last, limit):
            last += 1  # "25 NATO and Afghan troops"
            continue
        hyphened = at < last and tokens.words[last - 1] == "-"  # "ready-to-eat meals"
        hyphened = hyphened or (tokens.lower(last + 1) == "-" and tokens.glued(last + 1))
        light = lower in grammar["light_adjectives"] or hyphened
        if not lower.isalpha() or (lower in stop_words and not light):
            return None
        if last == at and lower in grammar["prepositions"] and not hyphened and not definite:
            return None  # "took Arkansas 35 near Hobbs"
        verb_like = definite and lower in grammar["verb_plurals"]
        verb_like = verb_like or (of_the and lower in grammar["for_people"])
        if (verb_like or _ends_plural(passage, last)) and not _opens_name(passage, last, limit):
            return Noun(last, tokens.surface(_head(passage, at, last), last))
        last += 1
    return None


def _is_initial(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    dotted = tokens.lower(index + 1) == "." and tokens.glued(index + 1)
    return len(word) == 1 and word.isupper() and dotted


def _joins_names(passage: Passage, index: int, limit: int) -> bool:
    """Does "and" stand between two capitalised adjectives?"""
    words = passage.tokens.words
    if words[index] not in passage.lexicon.data["ranges"]["and"] or index + 1 >= limit:
        return False
    return words[index - 1][0].isupper() and words[index + 1][0].isupper()


def _opens_name(passage: Passage, index: int, limit: int) -> bool:
    """As in "200 Rolls Royce engines": two words of a name before the noun."""
    words = passage.tokens.words
    if index + 2 >= limit or not (words[index].istitle() and words[index + 1].istitle()):
        return False
    return words[index + 2].islower() and _ends_plural(passage, index + 2)


def _singular(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "one person", "one police officer": the last word before a verb or function word."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if index < limit and tokens.lowers[index] in grammar["light_adjectives"]:
        index += 1  # "one more game"
    while index + 2 < limit and _is_initial(tokens, index):
        index += 2  # "one U.S. soldier"
    if index + 1 < limit and tokens.words[index].istitle() and tokens.words[index + 1].islower():
        index += 1  # "one British soldier"
    ending = {*passage.lexicon.stop_words, *grammar["not_nouns"], *grammar["prepositions"]}
    ending.update(grammar["behind_nouns"])
    last = index
    while last < min(limit, index + SINGULAR_NOUN):
        lower = tokens.lowers[last]
        if lower == "-" and last > index and tokens.glued(last) and tokens.glued(last + 1):
            last += 2  # "one third-party appeal"
            continue
        if not lower.isalpha():
            break
        verb = last > index and lower.endswith(tuple(grammar["verb_ends"]))
        if verb or lower in ending or not tokens.words[last].islower():
            break  # "one recruit calls himself"
        last += 1
    while last > index and not _ends_singular(tokens.lowers[last - 1], grammar):
        last -= 1  # "one leaves", "one injured"
    return Noun(last - 1, tokens.surface(index, last - 1)) if last > index else None


def _ends_singular(lower: str, grammar: dict[str, Any]) -> bool:
    if lower in grammar["singular_nouns"] or lower.endswith(tuple(grammar["singular_ends"])):
        return True  # "one family", "one hearing", "one class"
    return not lower.endswith(tuple(grammar["not_singular"]))


def _hyphenated(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "a 10-point plan": the first word behind the hyphen is what is counted."""
    tokens = passage.tokens
    if index < limit and tokens.glued(index) and tokens.words[index].isalpha():
        lower = tokens.lowers[index]
        named = lower not in passage.lexicon.stop_words
        return Noun(index, tokens.words[index]) if named else None
    return None


def _ends_plural(passage: Passage, index: int) -> bool:
    grammar, tokens = passage.lexicon.data["grammar"], passage.tokens
    lower = tokens.lowers[index]
    if lower in grammar["plurals"]:
        return True
    if lower in grammar["not_plurals"]:
        return False
    if lower in grammar["verbs_or_nouns"]:
        following = tokens.lower(index + 1)  # "Table 3 shows that", "above 50 shows continued"
        return following not in grammar["objects"] and not following.endswith("ed")
    if lower.endswith(tuple(grammar["plural_people"])):
        return True
    ends = lower.endswith(grammar["plural_end"])
    return ends and not lower.endswith(tuple(grammar["singular_ends"])) and len(lower) > 2


def _head(passage: Passage, first: int, last: int) -> int:
    """Adjectives that only compare or qualify ("more", "other") are not part of the noun."""
    light = passage.lexicon.data["grammar"]["light_adjectives"]
    while first < last and passage.tokens.lowers[first] in light:
        first += 1
    return first
