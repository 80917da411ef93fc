"""Ages by a bound and a plural: "the over-65s", "among over 16s"."""

from factcheck.extract.passages import Passage

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
