"""A noun left out behind one verb, or two alike, or an adjective: "12 were killed and 40 hurt"."""

from collections.abc import Sequence

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage


def shared_verb(passage: Passage, left: Figure, right: Figure) -> bool:
    """Does the bare right number stand where the left one's noun is left out?"""
    return (
        _part(passage, left, right)
        or _done_as_well(passage, left, right)
        or _object(passage, left, right)
    )


def _part(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "26 power stations, including two at the dam": a part by the word before it."""
    whole, part = left.quantity.value, right.quantity.value
    opened = passage.lexicon.phrases("elided", "including").before(passage.tokens, right.first)
    return opened is not None and whole is not None and part is not None and part < whole


def _done_as_well(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "600 flights were cancelled and 4,500 delayed", "14 homes were lost, 20 were damaged".

    Behind both stands a participle.
    """
    tokens, lexicon = passage.tokens, passage.lexicon
    joins = {",", *lexicon.data["ranges"]["and"], *lexicon.data["elided"]["while"]}
    if tokens.lowers[right.first - 1] not in joins:
        return False
    at = right.last + 1
    at += tokens.lower(at) in lexicon.data["grammar"]["again"]
    at += tokens.lower(at) in lexicon.data["grammar"]["auxiliaries"]
    between = range(left.last + 1, right.first - 1)
    done = any(_is_participle(passage, i) for i in between)
    return done and _is_participle(passage, _past_adverb(passage, at))


def _object(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "vetoed 19 bills and signed 1,017", "won 12 games, drew four and lost two"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    verbs, at = lexicon.words("elided", "verbs"), right.first - 1
    if tokens.lower(at) not in verbs:
        return False
    if tokens.lowers[at] in tokens.lowers[left.first - 2 : left.first]:
        return True  # "firms added 152,000 jobs, while state governments added 17,000"
    joins = {",", *lexicon.data["ranges"]["and"], *lexicon.data["elided"]["while"]}
    owner = at
    while (
        tokens.words[at - 1][0].isupper()
        or tokens.lowers[at - 1] in (lexicon.data["grammar"]["determiners"])
    ):
        at -= 1  # "lost 370 seats, and the Farmers gained 200"
    if tokens.lower(at - 1) not in joins:
        return False
    if at < owner and tokens.lower(owner) in lexicon.words("elided", "having"):
        return True
    return any(lower in verbs for lower in tokens.lowers[left.first - 2 : left.first])


def described_alike(passage: Passage, right: Figure, between: Sequence[str]) -> bool:
    """As in "zwei erwachsene sowie drei minderjährige Personen", "eight large and six small shops".

    Where adjectives have endings, both have the same.
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    ends = tuple(grammar["adjective_ends"])
    described = len(between) == 2 and between[1] in grammar["beside_joins"]
    if right.quantity.kind != "count" or not described:
        return False
    adjective = tokens.words[right.last - 1]
    if ends:
        alike = between[0].endswith(ends) and adjective[-1] == between[0][-1]
        return alike and adjective.islower()
    small = passage.lexicon.words("grammar", "prepositions", "behind_nouns")
    small |= passage.lexicon.words("elided", "timed", "states", "done") | passage.lexicon.stop_words
    told = between[0].endswith((*grammar["past_ends"], *grammar["adverb_ends"]))
    plain = between[0].isalpha() and between[0] not in small and not told
    joined = between[1] in passage.lexicon.data["ranges"]["and"]
    return joined and plain and adjective.islower() and right.last - 1 > right.first


def _past_adverb(passage: Passage, at: int) -> int:
    ends = tuple(passage.lexicon.data["grammar"]["adverb_ends"])
    return at + passage.tokens.lower(at).endswith(ends)


def _is_participle(passage: Passage, at: int) -> bool:
    """As in "delayed", "hurt", "dead": what was done to something, or what it is since."""
    tokens, lexicon = passage.tokens, passage.lexicon
    lower, ends = tokens.lower(at), tuple(lexicon.data["grammar"]["past_ends"])
    return lower.endswith(ends) or lower in lexicon.words("elided", "done")
