"""When a bare number or a number of years is somebody's age."""

from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.passages import Passage

OLDEST = 115
YOUNGEST_BRACKETED = 14
CLOSING = frozenset(".,;:!?)\"'”“»")


def is_bare_age(passage: Passage, numeral: Numeral) -> bool:
    """As in "Peter Müller (53)", "the novelist, 67, has", "aged 25", "when she was 14"."""
    first, last = numeral.first, numeral.last
    if numeral.scale != 1 or numeral.value != int(numeral.value) or not 0 < numeral.value <= OLDEST:
        return False
    if passage.lexicon.phrases("ages", "before").before(passage.tokens, first):
        return True
    if _of_people(passage, first) or _told(passage, first, last):
        return True
    return numeral.digits and _in_apposition(passage, numeral)


def is_age_in_years(passage: Passage, numeral: Numeral, unit_last: int) -> bool:
    """As in "Kinder unter 14 Jahren", "im Alter von 88 Jahren", "mit 75 Jahren"."""
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    first = numeral.first
    if passage.lexicon.phrases("ages", "before").before(tokens, first) or _of_people(
        passage, first
    ):
        return True
    after = tokens.words[unit_last + 1] if unit_last + 1 < len(tokens) else "."
    before = tokens.lowers[first - 1] if first else ""
    # "mit 30 Jahren Haft" goes on with a noun.
    return before in ages["idiom"] and not after[0].isupper()


def _of_people(passage: Passage, first: int) -> bool:
    """A bound behind a word for people: "adults over 50"."""
    hedge = passage.lexicon.hedges.before(passage.tokens, first)
    people = passage.lexicon.data["ages"]["people"]
    at = first - hedge[0] - 1 if hedge else -1
    return hedge is not None and hedge[1] in {"over", "under"} and at >= 0 and (
        passage.tokens.lowers[at] in people
    )  # fmt: skip


def _told(passage: Passage, first: int, last: int) -> bool:
    """As in "when she was 14,": a pronoun, a verb, and nothing behind the number."""
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    if first < 2 or tokens.lowers[first - 1] not in ages["verbs"]:
        return False
    ends = last + 1 >= len(tokens) or tokens.words[last + 1] in CLOSING
    return ends and tokens.lowers[first - 2] in ages["pronouns"]


def _in_apposition(passage: Passage, numeral: Numeral) -> bool:
    """A name or person before the brackets or commas in which the number stands alone."""
    tokens = passage.tokens
    first, last = numeral.first, numeral.last
    if first < 2 or last + 1 >= len(tokens):
        return False
    around = tokens.words[first - 1] + tokens.words[last + 1]
    name = tokens.words[first - 2]
    if not name.isalpha() or tokens.lowers[first - 2] in passage.lexicon.calendar_words:
        return False
    if around == "()":
        return numeral.value >= YOUNGEST_BRACKETED and name[0].isupper()
    if around != ",,":
        return False
    if passage.lexicon.data["grammar"]["capitalised_nouns"]:
        before = tokens.words[first - 3] if first > 2 else ""
        return name[0].isupper() and before.isalpha() and before[0].isupper()
    return tokens.lowers[first - 2] not in passage.lexicon.stop_words
