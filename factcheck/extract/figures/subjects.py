"""The plural subject of a change, where nouns are not capitalised: "Burglaries fell to 614".

What rises or falls to a bare number is counted by it, unless its noun is one of amounts: prices,
sales, profits.
"""

from factcheck.extract.figures.age_words import OLDEST
from factcheck.extract.figures.bracketed import alone_in_brackets
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.plural_nouns import plural_noun
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

REACH = 30
NOUN = 8  # tokens of "brought yesterday's total half-yearly arrivals"
MOST = 10**9  # amounts of money are told in billions


def subject_of(passage: Passage, figure: Figure) -> str | None:
    """As in "mortgage approvals fell from 76,753 in January to 70,309", "reaching 651"."""
    value = figure.quantity.value
    if value is None or value >= MOST:
        return None
    begin = max(passage.bounds(figure.first)[0], figure.first - REACH)
    return _moving(passage, begin, figure.first, young=value <= OLDEST)


def _moving(passage: Passage, begin: int, end: int, *, young: bool = False) -> str | None:
    """The subject of the last verb of change before a token, with nothing but times between.

    A number that could be an age is none of "the girls were 12 and 14".
    """
    copulas = passage.lexicon.data["grammar"]["copulas"]
    for at in range(end - 1, begin, -1):
        if is_moving(passage, at):
            aged = young and passage.tokens.lowers[at] in copulas
            return None if aged else _before_verb(passage, begin, at)
        if not is_light(passage, at):
            return None
    return None


def _before_verb(passage: Passage, begin: int, verb: int) -> str | None:
    """The plural that ends right before a verb, its adverbs and auxiliaries."""
    tokens, lexicon = passage.tokens, passage.lexicon
    ends = tuple(lexicon.data["grammar"]["adverb_ends"])
    skipped = lexicon.words("grammar", "auxiliaries") | lexicon.words("elided", "light")
    at = verb - 1
    while at > begin and (tokens.lowers[at] in skipped or tokens.lowers[at].endswith(ends)):
        at -= 1
    examples = lexicon.phrases("elided", "examples")  # "delays of parcels such as tents rose to"
    at = next((i - 1 for i in range(begin + 1, at) if examples.at(tokens, i)), at)
    if is_break(passage, at):
        return _moving(passage, begin, at)  # "burglaries also rose, reaching 651"
    seeing = lexicon.words("elided", "seeing")  # "the hall saw its visits fall by half a million"
    opens = (
        i + 1
        for i in range(at, begin - 1, -1)
        if is_break(passage, i) or tokens.lowers[i] in seeing
    )
    first = next(opens, begin)
    while first < at and tokens.lowers[first] in lexicon.data["grammar"]["determiners"]:
        first += 1
    small = lexicon.stop_words
    end = next((i for i in range(first, at + 1) if tokens.lowers[i] in small), at + 1)
    noun = plural_noun(passage, first, end) if end > first else None
    if noun is None or (noun.last != end - 1 and not _describing(passage, noun.last + 1)):
        return None
    named = tokens.words[noun.last][0].isupper() and noun.last != passage.bounds(verb)[0]
    if lexicon.units.at(tokens, noun.last) is not None:
        return None  # "the acres burned exceeded 300"
    if tokens.lowers[noun.last] in lexicon.data["elided"]["heads"] and noun.last > first:
        return _numbered(passage, noun.last - 1)
    amount = tokens.lowers[noun.last] in lexicon.words("elided", "amounts")
    amount = amount and not _of_things(passage, first, noun.last)
    counted = any(i in lexicon.number_anchors for i in tokens.lowers[first:end])
    return None if named or amount or counted else noun.text


def _of_things(passage: Passage, first: int, last: int) -> bool:
    """As in "property sales", not "total sales": what was sold is named."""
    tokens, words = passage.tokens, passage.lexicon.words
    thing = tokens.lowers[last - 1]
    named = last > first and thing.isalpha() and thing not in words("elided", "qualified")
    return named and tokens.lowers[last] in words("elided", "sold")


def _describing(passage: Passage, at: int) -> bool:
    """As in "residents travelling abroad", "homes built": a participle behind the noun."""
    ends = passage.lexicon.words("elided", "describing_ends")
    return passage.tokens.lowers[at].endswith(tuple(ends))


def brought_to(passage: Passage, figure: Figure) -> str | None:
    """As in "which brought the yearly arrivals to 10,978", "cut its branches to 45"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    last, begin = figure.first - 2, passage.bounds(figure.first)[0]
    if tokens.lower(figure.first - 1) not in lexicon.data["ranges"]["change"] or last <= begin:
        return None
    for at in range(last, max(begin, last - NOUN), -1):
        if tokens.lowers[at] in lexicon.words("elided", "bringing"):
            first = at + 1 + (tokens.lower(at + 1) in lexicon.data["grammar"]["determiners"])
            first = max(
                (i + 1 for i in range(first, last) if tokens.words[i - 1] in "'’"), default=first
            )
            noun = plural_noun(passage, first, last + 1) if first <= last else None
            fits = noun is not None and (
                noun.last == last or (noun.last == last - 1 and _describing(passage, last))
            )
            amount = tokens.lowers[last] in lexicon.words("elided", "amounts", "heads")
            amount = amount or lexicon.units.at(tokens, last) is not None
            return noun.text if noun is not None and fits and not amount else None
    return None


def listed(passage: Passage, figure: Figure) -> str | None:
    """As in "visitors from Japan (22,591) and Kenya (4,210)": names and numbers alone between.

    Small numbers behind names may be ages, or minutes; not in "deaths were reported from Khurda
    (2)", where what happened has a verb.
    """
    tokens, value = passage.tokens, figure.quantity.value
    if value is None or not alone_in_brackets(passage, figure):
        return None
    begin, between = passage.bounds(figure.first)[0], passage.lexicon.words("elided", "listing")
    at = figure.first - 1
    while at > begin and (not tokens.words[at].islower() or tokens.lowers[at] in between):
        at -= 1
    placed = tokens.lowers[at] in passage.lexicon.words("elided", "places")
    first = max((i + 1 for i in range(begin, at) if is_break(passage, i)), default=begin)
    first += tokens.lowers[first] in passage.lexicon.data["grammar"]["determiners"]
    end = at - _happening(passage, at)
    if not placed or first >= end or (value <= OLDEST and end == at):
        return None
    noun = plural_noun(passage, first, end)
    return noun.text if noun is not None and noun.last == end - 1 else None


def _happening(passage: Passage, end: int) -> int:
    """How many tokens before one are a passive verb: "were reported"."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    passive = tokens.lower(end - 1).endswith(tuple(grammar["past_ends"]))
    passive = passive and tokens.lower(end) in passage.lexicon.data["elided"]["happened"]
    return 2 if passive and tokens.lower(end - 2) in grammar["auxiliaries"] else 0


def _numbered(passage: Passage, at: int) -> str | None:
    """As in "visitor numbers fell to 4,200": the visitors are counted."""
    word, lower = passage.tokens.words[at], passage.tokens.lowers[at]
    if not word.isalpha() or lower in passage.lexicon.words("elided", "qualified"):
        return None
    plural = lower in passage.lexicon.data["grammar"]["plurals"]
    return word if plural else word + passage.lexicon.data["grammar"]["plural_end"]


def is_moving(passage: Passage, at: int) -> bool:
    """Is the token a verb of change or of a level? Behind an article it is a noun."""
    lower, words = passage.tokens.lowers[at], passage.lexicon.words
    if lower in words("changes", "up", "down", "multiplied"):
        return True
    named = passage.tokens.lower(at - 1) in passage.lexicon.data["grammar"]["determiners"]
    return lower in words("elided", "reached") and not named


def is_light(passage: Passage, at: int) -> bool:
    """May the token stand between a verb of change and its level? It is no other subject."""
    tokens, lexicon = passage.tokens, passage.lexicon
    word, lower = tokens.words[at], tokens.lowers[at]
    if lower in lexicon.words("elided", "light", "timed") or lower in lexicon.stop_words:
        return True
    figure = word[0].isdecimal() or lower in lexicon.number_anchors or is_year(word)
    hedged = lower in lexicon.hedges.first_words or lexicon.scales.at(tokens, at) is not None
    unit = lexicon.units.at(tokens, at)
    percent = unit is not None and unit[1].kind == "percentage"
    adverb = lower.endswith(tuple(lexicon.data["grammar"]["adverb_ends"]))
    return word in ",-—–%" or word[0].isupper() or figure or hedged or percent or adverb


def is_break(passage: Passage, at: int) -> bool:
    """May another clause begin behind the token? A hyphen inside a word is none."""
    tokens = passage.tokens
    hyphen = tokens.lowers[at] == "-" and tokens.glued(at)
    return tokens.lowers[at] in passage.lexicon.words("elided", "breaks") and not hyphen
