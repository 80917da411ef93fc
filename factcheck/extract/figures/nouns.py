"""The counted noun behind a figure: "34 Militärchefs", "15 weitere Länder", "27 member states"."""

from factcheck.extract.figures.noun import Noun, hangs, past_hyphens, second_half
from factcheck.extract.figures.plural_nouns import plural_noun
from factcheck.extract.figures.scale_words import SIGNS
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

ADJECTIVES = 4
QUOTES = frozenset('„“”"»«‚‘’')
PHRASE = 12  # tokens of what a participle has before it
SIGN_REACH = 8


def counted_noun(passage: Passage, index: int, limit: int, *, of: bool = False) -> Noun | None:
    """The noun that a numeral before token `index` counts, looked for up to token `limit`.

    Where nouns are capitalised, the first capitalised word after some lower-case adjectives;
    elsewhere the words up to the first that ends like a plural. `of` allows "of the" before it.
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if on_a_scale(passage, index - 1) or _is_one(passage, index - 1):
        return None
    limit = _before_sign(passage, index, limit)
    if index < limit and _is_of(passage, index):
        after = {*grammar["of_after"], *grammar["part_words"]}  # "hundreds of his stories"
        follows_large = index > 0 and tokens.lowers[index - 1] in after
        if not (of or follows_large or _partitive(passage, index, limit)):
            return None
    if tokens.lower(index) in passage.lexicon.data["ranges"]["or"]:
        more = passage.lexicon.phrases("grammar", "or_more").at(tokens, index)
        index += more[0] if more else 0  # "five or more letters"
    opened = index
    while index < limit and _is_of(passage, index):
        index += 1
    index = _past_owner(passage, index, limit) if index > opened else index
    if grammar["capitalised_nouns"]:
        return _quoted(passage, index, limit) or _capitalised(passage, index, limit)
    return plural_noun(passage, index, limit)


def _is_one(passage: Passage, index: int) -> bool:
    """As in "in Hälfte eins stellte Kiel um": before a noun it were "ein"."""
    data = passage.lexicon.data
    pronoun = passage.tokens.lower(index) in data["numbers"]["pronouns"]
    return pronoun and data["grammar"]["capitalised_nouns"]


def _is_of(passage: Passage, index: int) -> bool:
    """Is it a word of "of all the"? In "four All-Ireland wins" it is part of a name."""
    tokens = passage.tokens
    if tokens.lowers[index] not in passage.lexicon.data["grammar"]["of_words"]:
        return False
    return tokens.lower(index + 1) != "-" or not tokens.glued(index + 1)


def _before_sign(passage: Passage, index: int, limit: int) -> int:
    """Where the sign of the next figure begins: of "one minus 5" the word is no noun."""
    tokens, lexicon = passage.tokens, passage.lexicon
    minus = lexicon.data["signs"]["minus"]
    for at in range(index, min(limit, index + SIGN_REACH)):
        if tokens.lowers[at] in minus:
            after = tokens.lower(at + 1)
            figure = after[:1].isdecimal() or after in SIGNS or after in lexicon.number_anchors
            return at if figure else limit
    return limit


def on_a_scale(passage: Passage, index: int) -> bool:
    """As in "a magnitude 6 quake strikes", "a 7.8-magnitude quake": the figure counts nothing."""
    tokens, names = passage.tokens, passage.lexicon.data["grammar"]["hyphen_leads"]
    if not names or index < 0 or not tokens.words[index][0].isdecimal():
        return False
    before, after = index - 1, index + 1
    before -= tokens.lower(before) == "-" and tokens.glued(index)
    after += tokens.lower(after) == "-" and tokens.glued(after)
    own = tokens.lower(after) in names and not tokens.lower(after + 1)[:1].isdecimal()
    return own or tokens.lower(before) in names


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
            whole
            and not _numbered(passage, before)
            and plural_noun(passage, at + 1, limit) is not None
        )
    if tokens.lowers[index] not in grammar["partitive"] or at >= limit or index < 1:
        return False
    ends, described = tuple(grammar["partitive_ends"]), tokens.words[at][0].islower()
    if described and tokens.lowers[at].endswith(tuple(grammar["part_adjectives"])):
        noun = _capitalised(passage, at, limit)  # "drei der beteiligten Firmen"
        at = noun.last if noun is not None else at
    elif described:
        noun = _behind_attribute(passage, at, limit)  # "zwei der im Prozess Verurteilten"
        at = noun.last if noun is not None else at
    plural = tokens.lowers[at].endswith(ends) and tokens.words[at][0].isupper()
    return plural and not _numbered(passage, before)


def _past_owner(passage: Passage, index: int, limit: int) -> int:
    """As in "three of Gordimer's books", "of the firm's vans": the token behind the owner."""
    tokens, small = passage.tokens, passage.lexicon.stop_words
    determiners = passage.lexicon.data["grammar"]["determiners"]
    at = index + (tokens.lower(index) in determiners)
    the = tokens.lower(at - 1) in determiners
    while at < min(limit, index + ADJECTIVES) and (
        tokens.words[at].istitle()
        or (the and tokens.words[at].isalpha() and tokens.words[at] not in small)
    ):
        at += 1
    owning = passage.lexicon.phrases("grammar", "owning").at(tokens, at) if at > index else None
    return at + owning[0] if owning is not None else index


def _numbered(passage: Passage, label: int) -> bool:
    return label > passage.bounds(label + 1)[0] and passage.tokens.words[label][0].isupper()


def _quoted(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "sechs „Wahlarenen“", "14 „Faust“-Abende": one noun in quotation marks."""
    words = passage.tokens.words
    if index + 2 >= limit or words[index] not in QUOTES or words[index + 2] not in QUOTES:
        return None
    word = words[index + 1]
    inside = word[0].isupper() and word.isalpha() and not passage.tokens.glued(index)
    if inside and passage.tokens.lower(index + 3) == "-" and passage.tokens.glued(index + 3):
        index += 3
    return Noun(index + 1, words[index + 1]) if inside and index + 1 < limit else None


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
    if at >= limit or not tokens.words[at][0].isupper():
        attributed = at < limit and tokens.words[at] in grammar["prepositions"]
        if attributed:
            return _behind_attribute(passage, at, limit)
        return _quoted(passage, at, limit)  # "300 sogenannte „Gefährder“"
    described = at == index or tokens.lowers[at - 1].endswith(endings)
    if not (described or _of_a_participle(passage, at, limit)):
        return None  # the last word before the noun is its adjective; adverbs may stand before it
    if not tokens.words[at].isalpha() or tokens.lowers[at] in passage.lexicon.calendar_words:
        return None
    last = past_hyphens(passage, at, limit)
    if last == at and len(tokens.words[at]) == 1:
        return None  # "der LP 400 S"
    if tokens.lower(last + 1) == "-" and tokens.glued(last + 1):
        if not hangs(passage, last, limit):
            return Noun(last, tokens.surface(at, last) + second_half(passage, last + 1))
        last += 3  # "zwei Geräte- und Werkzeughütten"
    if last + 1 < limit and tokens.words[last + 1].istitle() and _is_name_adjective(passage, last):
        last = at = last + 1  # "zwei Rote Karten"
    if tokens.words[last].isdecimal() and is_year(tokens.words[index - 1]):
        return None  # "2003 EL61"
    return Noun(last, tokens.surface(at, last))


def _of_a_participle(passage: Passage, noun: int, limit: int) -> bool:
    """As in "2.400 fest Angestellte", "22 lebensgefährlich Verletzte": an adverb before it."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    adverb = tokens.lowers[noun - 1].endswith(tuple(grammar["adverb_ends"]))
    ends = noun < limit and tokens.lowers[noun].endswith(tuple(grammar["participle_ends"]))
    return adverb and ends and tokens.words[noun][0].isupper()


def _is_name_adjective(passage: Passage, index: int) -> bool:
    """As in "Rote", "Berliner", "Großkrotzenburger": a capitalised adjective before its noun."""
    lower, grammar = passage.tokens.lowers[index], passage.lexicon.data["grammar"]
    placed = lower.endswith(tuple(grammar["place_ends"])) and lower not in grammar["place_ends"]
    return placed or lower in grammar["name_adjectives"]


def _is_to_be_done(passage: Passage, index: int) -> bool:
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if tokens.lowers[index] not in grammar["to_be"]:
        return False
    return tokens.lower(index + 1).endswith(tuple(grammar["participle_ends"]))


def _past_adjectives(passage: Passage, index: int, limit: int) -> int:
    """The first token that is a capitalised word, a function word or a single letter."""
    tokens, lexicon, at = passage.tokens, passage.lexicon, index
    small, before = lexicon.stop_words, lexicon.words("grammar", "prepositions")
    acting = lexicon.words("elided", "plural_verbs")  # "weitere 929 erlitten Gewalt"
    if is_verb(passage, index):
        return index
    while at < min(limit, index + ADJECTIVES) and tokens.words[at][0].islower():
        lower = tokens.lowers[at]
        if _is_to_be_done(passage, at):
            at += 2  # "8.500 zu beschaffende Fahrzeuge"
            continue
        if (called := lexicon.phrases("grammar", "so_called").at(tokens, at)) is not None:
            at = index = at + called[0]
            continue
        if lower in small or lower in before or lower in acting or len(lower) == 1:
            break
        at += 1
        if at < limit and (joined := _one_more_adjective(passage, at, limit)):
            at = index = joined
    return at


def is_verb(passage: Passage, index: int) -> bool:
    """As in "7216 forderten Freispruch": where a number opens its clause, none ends so else.

    An adjective would, behind a number alone, end in -e.
    """
    tokens, elided = passage.tokens, passage.lexicon.data["elided"]
    before, lower = tokens.lower(index - 2), tokens.lower(index)
    opens = index - 1 == passage.bounds(index - 1)[0] or before in {",", ";"}
    ends = lower.endswith(tuple(elided["plural_verb_ends"]))
    return opens and ends and not lower.startswith(tuple(elided["participle_starts"]))


def _one_more_adjective(passage: Passage, at: int, limit: int) -> int:
    """As in "drei neue, große Häuser", "öffentlich-rechtliche Sender": the token behind, or 0.

    The second ends as the first does, and the noun follows.
    """
    tokens, lexicon = passage.tokens, passage.lexicon
    ends = tuple(lexicon.data["grammar"]["adjective_ends"])
    joined, behind = tokens.lower(at), at + 1
    if behind + 1 >= limit:
        return 0
    second, noun = tokens.words[behind], tokens.words[behind + 1]
    alike = second[0].islower() and second.endswith(ends) and noun[0].isupper()
    if joined == "-":
        return behind + 1 if alike and tokens.glued(at) and tokens.glued(behind) else 0
    listed = joined in {",", *lexicon.data["ranges"]["and"], *lexicon.data["ranges"]["or"]}
    first = tokens.lowers[at - 1]
    alike = alike and first.endswith(ends) and first[-1] == second[-1]
    return behind + 1 if listed and alike and second not in lexicon.stop_words else 0


def _owned_noun(passage: Passage, at: int) -> bool:
    """As in "in dem Westteil der Insel verbliebene": a determiner and its noun."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    ended = tokens.lowers[at - 1].endswith(tuple(grammar["participle_ends"]))  # "Gesuchten die"
    named = at + 1 < len(tokens) and tokens.words[at + 1][0].isupper()
    return named and not ended and tokens.lowers[at] in grammar["determiners"]


def _behind_attribute(passage: Passage, preposition: int, limit: int) -> Noun | None:
    """As in "zwölf in Wien ausgestellte Gemälde", "zwei im Prozess Verurteilte".

    A participle with its own phrase before it; it may be the noun itself.
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    ends = tuple(grammar["participle_ends"])
    at, begin, end = preposition, preposition, min(limit, preposition + PHRASE)
    while at < end and tokens.words[at] in grammar["prepositions"]:
        at += 1 + (tokens.lower(at + 1) in grammar["determiners"])
        begin = at
        while at < end and (
            tokens.words[at][0].isupper()
            or tokens.words[at] == "-"
            or (at > begin and _owned_noun(passage, at))
        ):
            at += 1
    if at > begin + 1 and tokens.lowers[at - 1].endswith(ends):
        return Noun(at - 1, tokens.words[at - 1])
    told = at > begin and at < limit and tokens.lowers[at] not in passage.lexicon.stop_words
    told = told and tokens.lowers[at] not in grammar["prepositions"]
    if not told or not tokens.lowers[at].endswith(ends):
        return None
    noun = _past_adjectives(passage, at + 1, limit)
    named = noun < limit and tokens.words[noun][0].isupper() and tokens.words[noun].isalpha()
    return Noun(noun, tokens.words[noun]) if named else None
