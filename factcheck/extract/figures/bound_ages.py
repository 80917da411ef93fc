"""Ages by a bound and a plural or a compound: "the over-65s", "die 44-jährige Sportlerin"."""

from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

AGE_LENGTH = 2


def is_bound_age(passage: Passage, index: int) -> bool:
    """Is the figure joined to a bound by a hyphen, or a plural behind a bound?"""
    return behind_bound(passage, index) or spaced_bound(passage, index)


def behind_bound(passage: Passage, index: int) -> bool:
    """As in "the over-65s": a figure that a hyphen joins to a bound."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if index < 2 or tokens.words[index - 1] != "-" or not tokens.glued(index):
        return False
    told = {*lexicon.data["labels"]["decade_ends"], *lexicon.data["ages"]["people"]}
    bound = tokens.lowers[index - 2] in lexicon.hedges.last_words
    aged = tokens.lower(index + 1) == "-" and tokens.lower(index + 2) in lexicon.compounds
    return bound and (aged or tokens.lower(index + 1) in told)  # "the under-21 squad" is a team


def spaced_bound(passage: Passage, index: int) -> bool:
    """As in "among over 65s": an age in the plural behind a bound."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if len(tokens.words[index]) != AGE_LENGTH or not (
        tokens.lower(index + 1) in lexicon.data["labels"]["age_ends"] and tokens.glued(index + 1)
    ):
        return False
    hedge = lexicon.hedges.before(tokens, index)
    return hedge is not None and hedge[0] == 1 and hedge[1] in {"over", "under"}


def is_age(tokens: Tokens, at: int, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Is the "-jährige" at a token an age? By its capital, the noun behind it, the number."""
    ages = lexicon.data["ages"]
    if tokens.words[at][0].isupper() and at > 0:
        return True
    following = next(
        (
            tokens.lowers[i]
            for i in range(at + 1, min(at + 4, len(tokens)))
            if tokens.words[i][0].isupper()
        ),
        "",
    )
    if following.endswith(tuple(ages["children"])):
        return True
    if following.endswith(tuple(ages["lasting"])):
        return False
    child = numeral.value >= ages["child"] and following != ""  # "die 13-jährige Jennifer"
    abstract = following.endswith(tuple(ages["abstract"]))
    return numeral.value >= ages["adult"] or (child and not abstract)
