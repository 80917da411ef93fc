"""Number words and numbers that are no figure: "one of the", "no one", "FTSE 100", "ICE 573"."""

from factcheck.extract.figures.continued import PART_REACH
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.name_numbers import is_name_number
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.passages import Passage

MOST_NAMED = 100  # "die Elf", but "eine Viertelmillion"


def is_nothing(
    passage: Passage, numeral: Numeral, figure: Figure, following: Numeral | None
) -> bool:
    """A pronoun ("one of the") or part of a name ("FTSE 100", "ICE 573")."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if lexicon.phrases("numbers", "once").at(tokens, numeral.first - 1):
        return True
    if figure.quantity.kind == "multiple" and numeral.value == 1:
        return tokens.lower(numeral.last + 1) == "-"  # "one-time costs"
    before = tokens.lowers[numeral.first - 1] if numeral.first else ""
    alone = tokens.lowers[numeral.first] in lexicon.data["numbers"]["pronouns"]
    if alone and (
        _is_pronoun(passage, before, figure)  # "no one told us"
        or lexicon.phrases("numbers", "one_by_one").at(tokens, figure.last + 1)
    ):
        return True  # "one delegation after another"
    if figure.quantity.kind != "number" or figure.quantity.hedge is not None:
        return False
    if numeral.digits:
        return is_name_number(passage, numeral.first)
    if numeral.value <= MOST_NAMED and _is_name(passage, numeral.first):
        return True
    if not (numeral.article or alone) or numeral.first != numeral.last:
        return False
    after = numeral.last + 1
    counted = (
        following is not None
        and after < len(tokens)
        and tokens.lowers[after] in lexicon.data["grammar"]["part_words"]
        and following.first - after <= PART_REACH
        and tokens.lowers[following.first - 1] not in lexicon.data["numbers"]["elite"]
        and (
            tokens.lowers[following.first - 1] in lexicon.data["grammar"]["owning"]
            or counted_noun(passage, after, following.first, of=True) is None
        )
    )
    return not (counted or _set_beside(passage, numeral))  # "one of their last 11 games" counts


def _is_name(passage: Passage, index: int) -> bool:
    """As in "die Elf des Trainers": where nouns are capitalised, a number word that is one."""
    words, grammar = passage.tokens.words, passage.lexicon.data["grammar"]
    if not grammar["capitalised_nouns"] or not words[index].istitle():
        return False
    inside = index > passage.bounds(index)[0]
    before = passage.tokens.lower(index - 1)
    return inside and (words[index - 1].islower() or before in grammar["determiners"])


def _set_beside(passage: Passage, numeral: Numeral) -> bool:
    """As in "two men from Leeds and one from York", "and one more was hurt"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    behind = tokens.lower(numeral.last + 1)
    grammar = lexicon.data["grammar"]
    joined = tokens.lower(numeral.first - 1) in {",", *lexicon.data["ranges"]["and"]}
    than = tokens.lower(numeral.last + 2) in grammar["than"]
    if joined and than and behind in lexicon.words("elided", "more"):
        return True  # "two murders, one fewer than in 2006"
    if joined and behind in grammar["again"]:
        return tokens.lower(numeral.last + 2) in grammar["auxiliaries"]
    placed = behind in grammar["placing"]
    if placed and lexicon.phrases("elided", "including").before(tokens, numeral.first):
        return True  # "164 shops, including one in Ipswich"
    if not joined or not placed:
        return False
    first = passage.bounds(numeral.first)[0]
    alike = (at for at in range(first + 1, numeral.first) if tokens.lowers[at] == behind)
    return any(
        word[0].isdecimal() or word in lexicon.number_anchors
        for at in alike
        for word in tokens.lowers[max(first, at - 2) : at]
    )


def _is_pronoun(passage: Passage, before: str, figure: Figure) -> bool:
    """As in "no one", "this one"; but "said that one coach was left" counts."""
    numbers = passage.lexicon.data["numbers"]
    shared = passage.tokens.lower(figure.last + 1) in passage.lexicon.data["grammar"]["part_words"]
    joined = (shared or figure.quantity.kind == "count") and before in numbers["count_after"]
    return before in numbers["pronoun_after"] and not joined
