"""The plural behind a figure, where nouns are not capitalised: "27 member states"."""

from itertools import takewhile

from factcheck.extract.figures.noun import Noun
from factcheck.extract.figures.singular_nouns import is_initial, singular_noun
from factcheck.extract.passages import Passage

QUOTES = frozenset("„“”\"»«‚‘’'")
NAME_SIGNS = frozenset("&'’")
COMPOUND_NOUN = 5
SHORT_NOUN = 4  # letters of "bed", "seed", which are no participles


def plural_noun(passage: Passage, index: int, limit: int) -> Noun | None:
    """The words behind a numeral up to the first that ends like a plural."""
    tokens, stop_words = passage.tokens, passage.lexicon.stop_words
    grammar = passage.lexicon.data["grammar"]
    at = index
    at += _is_quoted(passage, at, limit)
    if at < limit and tokens.words[at] == "-" and tokens.glued(at):
        at = past_hyphened_hedge(passage, index)
        if at == index:
            return _hyphenated(passage, at + 1, limit)
    if index and tokens.lowers[index - 1] in grammar["singular_after"]:
        return singular_noun(passage, at, limit)
    last, reach = at, at + COMPOUND_NOUN
    while last < min(limit, reach):
        lower = tokens.lowers[last]
        step, more = _step(passage, at, last, limit)
        if step:
            last, reach = last + step, reach + more
            continue
        hyphened = at < last and tokens.words[last - 1] == "-"  # "ready-to-eat meals"
        behind = tokens.lower(last + 1) == "-" and tokens.glued(last + 1)
        inside = at < last and tokens.words[last - 1].isdecimal()
        if lower.isdecimal() and (behind or (hyphened and tokens.glued(last))):
            last += 1  # "941 Covid-19 patients", "2,223 3-pointers"
            continue
        if lower == grammar["plural_end"] and tokens.glued(last) and inside:
            return Noun(last, tokens.surface(at, last))  # "three Q400s"
        hyphened = hyphened or behind
        light = lower in grammar["light_adjectives"] or hyphened
        if not lower.isalpha() or (lower in stop_words and not light):
            break
        noun = _is_noun(passage, index, last)
        verb = last == at and lower in grammar["prepositions"] and not hyphened
        if verb and not (_definite(passage, index) or _modifies(passage, index, last)):
            return None  # "took Arkansas 35 near Hobbs"
        if (noun or _ends_plural(passage, last)) and not _opens_name(passage, last, limit):
            last = _past_compound(passage, last, limit)
            return Noun(last, _text(passage, _head(passage, at, last), last))
        last += 1
    return _described(passage, index, limit)


def _text(passage: Passage, first: int, last: int) -> str:
    """The noun as printed, without a mark that opens or closes inside it."""
    text = passage.tokens.surface(first, last)
    quoted = passage.tokens.words[first - 1] in QUOTES
    return "".join(sign for sign in text if sign not in QUOTES) if quoted else text


def _step(passage: Passage, first: int, at: int, limit: int) -> tuple[int, int]:
    """How many tokens are part of the phrase and no word of it, and how many count for nothing."""
    tokens = passage.tokens
    if tokens.words[at] == "-" and tokens.glued(at) and at + 1 < limit:
        return 1, 2
    if first < at + 1 < limit and _inside_word(passage, first, at):
        return 1, 1
    if is_initial(tokens, at):
        return 2, 2  # "two U.S. soldiers"
    if first < at and _joins_adjectives(passage, at, limit):
        return 1, 0  # "25 NATO and Afghan troops", "ten cruise and ballistic missiles"
    past = _past_rank(passage, at) - at
    return past, past


def _is_quoted(passage: Passage, at: int, limit: int) -> bool:
    """As in "nine 'useless quangos'": marks that hold a few words of the noun, and no sentence."""
    words = passage.tokens.words
    if at >= limit or words[at] not in QUOTES or passage.tokens.glued(at):
        return False
    inside = list(takewhile(lambda word: word not in QUOTES, words[at + 1 : at + COMPOUND_NOUN]))
    verbs = passage.lexicon.words("grammar", "auxiliaries", "determiners") | {",", "."}
    return len(inside) < COMPOUND_NOUN - 1 and verbs.isdisjoint(inside)


def _inside_word(passage: Passage, first: int, at: int) -> bool:
    """As in "ten A380 jets", "35 M&S goods", "eight 'critical' holes": a sign inside a name."""
    tokens = passage.tokens
    word, inside = tokens.words[at], tokens.glued(at) and first < at
    if word in QUOTES and tokens.words[first - 1] in QUOTES:
        return inside
    if word.isupper() and tokens.glued(at + 1) and tokens.words[at + 1].isdecimal():
        return True
    joined = word in NAME_SIGNS and tokens.glued(at + 1) and tokens.words[at + 1][0].isupper()
    return inside and (joined or (word.isdecimal() and tokens.words[at - 1][0].isupper()))


def _described(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "a new 72 bed unit": between an article and the noun, without its hyphen."""
    tokens, begin = passage.tokens, index - 2
    articles = passage.lexicon.data["numbers"]["articles"]["words"]
    begin -= begin > 0 and tokens.lower(begin).isalpha() and tokens.lower(begin) not in articles
    if index + 1 >= limit or begin < 0 or tokens.lower(begin) not in articles:
        return None
    verbs = passage.lexicon.words("grammar", "prepositions", "auxiliaries", "heads", "behind_nouns")
    verbs |= passage.lexicon.words("elided", "done")  # "a further 300 shown later"
    small = (tokens.lower(begin + 1), *tokens.words[index : index + 2])
    told = any(word in passage.lexicon.stop_words for word in small) or not verbs.isdisjoint(
        small[1:]
    )
    ends = tuple(passage.lexicon.data["grammar"]["past_ends"])
    past = small[1].endswith(ends) and len(small[1]) > SHORT_NOUN
    told = told or past or small[1] in passage.lexicon.multiple_endings
    named = all(word.isalpha() and word.islower() for word in small[1:])
    return Noun(index, tokens.words[index]) if named and not told else None


def _past_compound(passage: Passage, last: int, limit: int) -> int:
    """As in "three sales managers", "10 women's teams": a plural before the noun itself."""
    tokens, following = passage.tokens, last + 1
    if tokens.lowers[last] in passage.lexicon.data["grammar"]["plurals"]:
        owning = passage.lexicon.phrases("grammar", "owning").at(tokens, following)
        following += owning[0] if owning is not None and tokens.glued(following) else 0
    word = tokens.words[following] if following < limit else "."
    named = word.isalpha() and word.islower() and word not in passage.lexicon.stop_words
    verb = word in passage.lexicon.words("grammar", "verbs_or_nouns", "verbs_behind")
    return following if named and not verb and _ends_plural(passage, following) else last


def _is_noun(passage: Passage, index: int, at: int) -> bool:
    """As in "his last six starts", "four of the accused": a noun by what stands before it."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    lower = tokens.lowers[at]
    if lower in grammar["verb_plurals"]:
        begin = index - 2
        begin -= tokens.lower(begin) in grammar["before_numbers"]
        owned = tokens.lower(begin) in grammar["determiners"]
        owned = owned or tokens.lower(index - 1) in grammar["part_words"]  # "millions of lives"
        return owned or (lower in grammar["object_plurals"] and _governed(passage, index))
    if index == at and lower.endswith(tuple(grammar["nation_ends"])):
        after = tokens.lower(at + 1)
        ended = not after.isalpha() or after in passage.lexicon.words("grammar", "prepositions")
        ended = ended or after in passage.lexicon.stop_words or after in grammar["auxiliaries"]
        return ended and tokens.words[at].istitle()
    if lower in grammar["for_people"]:
        after = tokens.lower(at + 1)
        if after[:1] == "-" or after[:1].isdecimal() or after in passage.lexicon.number_anchors:
            return False  # "five of the missing six climbers"
        if at == index and _definite(passage, index):
            return not (after.isalpha() and _ends_plural(passage, at + 1))  # "the two accused"
        at -= tokens.lower(at - 1).endswith(tuple(grammar["adverb_ends"]))  # "seriously injured"
        the = tokens.lower(at - 1) in grammar["determiners"]
        return the and tokens.lower(at - 2) in grammar["part_words"]
    return False


def _definite(passage: Passage, index: int) -> bool:
    """As in "the 51 sold lots": a participle, not a verb, follows the number."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    return tokens.lower(index - 2) in grammar["determiners"]


def _past_rank(passage: Passage, index: int) -> int:
    """The token behind a rank or label: "seven No. 1 albums", "three 50th birthday gifts"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    lower = tokens.lowers[index]
    if lower[0].isdecimal():
        marked = tokens.lower(index + 1) in lexicon.ordinal_marks and tokens.glued(index + 1)
        return index + 2 if marked else index
    at = index + 1 + (tokens.lower(index + 1) == ".")
    labelled = lower in lexicon.data["labels"]["rank"] or lower in lexicon.data["labels"]["before"]
    numbered = tokens.lower(at).isdecimal() or tokens.lower(at) in lexicon.number_anchors
    return at + 1 if labelled and numbered else index


def _governed(passage: Passage, index: int) -> bool:
    """As in "claimed 76 lives", "with four spent cases": the number is no subject of a verb."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    hedge = passage.lexicon.hedges.before(tokens, index - 1)
    before = tokens.lower(index - 2 - (hedge[0] if hedge is not None else 0))
    past = before.endswith(tuple(grammar["past_ends"])) or before in grammar["governing_verbs"]
    return past or before in grammar["governing"]


def _modifies(passage: Passage, index: int, at: int) -> bool:
    """As in "recovered four spent cartridges": a participle before the noun, not a verb."""
    participle = passage.tokens.lowers[at] in passage.lexicon.data["grammar"]["participles"]
    return participle and _governed(passage, index)


def _joins_adjectives(passage: Passage, index: int, limit: int) -> bool:
    """Does "and" stand between two capitalised adjectives, or two small ones and their noun?"""
    words, grammar = passage.tokens.words, passage.lexicon.data["grammar"]
    if words[index] not in passage.lexicon.data["ranges"]["and"] or index + 2 >= limit:
        return False
    before, after = words[index - 1], words[index + 1]
    if before[0].isupper() and after[0].isupper():
        return True
    verbs = passage.lexicon.words("grammar", "prepositions", "auxiliaries")
    if after in verbs or after in passage.lexicon.stop_words or not after.isalpha():
        return False
    ends = tuple(grammar["adverb_ends"])
    adjectives = not (before.endswith(ends) or after.endswith(ends))
    told = after.endswith(tuple(grammar["past_ends"])) > before.endswith(
        tuple(grammar["past_ends"])
    )
    noun = index + 2
    noun += noun + 1 < limit and words[noun].istitle()  # "four current and former Kent officers"
    return adjectives and not told and not _ends_plural(passage, index + 1) and (
        _ends_plural(passage, noun)
    )  # fmt: skip


def _opens_name(passage: Passage, index: int, limit: int) -> bool:
    """As in "200 Rolls Royce engines": two words of a name before the noun."""
    words = passage.tokens.words
    if index + 2 >= limit or not (words[index].istitle() and words[index + 1].istitle()):
        return False
    return words[index + 2].islower() and _ends_plural(passage, index + 2)


def past_hyphened_hedge(passage: Passage, index: int) -> int:
    """As in "200-odd people", "40-plus degrees": the token behind a hedge that a hyphen joins."""
    tokens = passage.tokens
    joined = tokens.lower(index) == "-" and tokens.glued(index)
    hedge = joined and tokens.lower(index + 1) in passage.lexicon.data["grammar"]["hyphen_hedges"]
    return index + 2 if hedge else index


def _hyphenated(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "a 10-point plan": the first word behind the hyphen is what is counted."""
    tokens = passage.tokens
    if index < limit and tokens.glued(index) and tokens.words[index].isalpha():
        lower = tokens.lowers[index]
        small = passage.lexicon.stop_words | passage.lexicon.words("grammar", "heads")
        named = lower not in small  # "an 8.1-strong quake"
        named = named or lower in passage.lexicon.data["grammar"]["hyphened_nouns"]
        return Noun(index, tokens.words[index]) if named else None
    return None


def is_plural(passage: Passage, noun: Noun) -> bool:
    """Does the noun end like a plural, where that tells one?"""
    capitals = passage.lexicon.data["grammar"]["capitalised_nouns"]
    return capitals or _ends_plural(passage, noun.last)


def _ends_plural(passage: Passage, index: int) -> bool:
    grammar, tokens = passage.lexicon.data["grammar"], passage.tokens
    lower = tokens.lowers[index]
    if lower in grammar["plurals"]:
        return True
    if lower in grammar["not_plurals"]:
        return False
    if lower in grammar["verbs_or_nouns"]:
        following = tokens.lower(index + 1)  # "Table 3 shows that", "above 50 shows continued"
        verb = following in grammar["objects"] or following.endswith("ed")
        return not verb or tokens.lower(index - 2) in grammar["part_words"]  # "his 19 works"
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
