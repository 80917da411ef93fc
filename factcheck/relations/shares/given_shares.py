"""A part with its share and the whole: "1.5 million people, or 30% of the population of 5 million".

The share stands in apposition or brackets behind the part, and of its whole the number is printed.
Part and whole must count the same, or both count people.
"""

from collections.abc import Sequence

from factcheck.relations.sentence import APOSTROPHES, DASHES, Figure, Sentence, same_noun

GAP = 6
WHOLE_WORDS = 5
OPENERS = frozenset({",", "("}) | DASHES


def given(
    sentence: Sentence, share: Figure, figures: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """Part and whole of a share that stands between them."""
    part = next((f for f in reversed(figures) if f.last < share.first), None)
    whole = next((f for f in figures if f.first > share.last), None)
    if part is None or whole is None or share.kind != "percentage":
        return None
    if "range" in {part.quantity.hedge, whole.quantity.hedge}:
        return None
    apart = _apposed(sentence, part, share) and _whole_behind(sentence, share, whole)
    return (part, whole) if apart and _same(sentence, part, whole) else None


def _apposed(sentence: Sentence, part: Figure, share: Figure) -> bool:
    """As in "1.5 million people, or 30%"."""
    joined = sentence.before(sentence.phrases("concluding", "joins"), share.first)
    opener = share.first - joined - 1
    near = 0 <= opener - part.last - 1 <= GAP and sentence.plain(part.last + 1, opener)
    return near and sentence.word(opener) in OPENERS


def _whole_behind(sentence: Sentence, share: Figure, whole: Figure) -> bool:
    """As in "30% of the island's 5 million": a genitive and few words, no preposition."""
    data = sentence.lexicon.data["parts"]
    named = sentence.before(sentence.phrases("parts", "population"), whole.first)
    between = range(share.last + 1, whole.first - named)
    words = [sentence.word(at) for at in between if sentence.word(at) not in APOSTROPHES]
    if len(words) > 1 and words[-1] in data["taken"] and whole.kind == "money":
        words.pop()  # "of its total budget of $20 billion"
    if not words or words[0] not in data["taken"] or len(words) > WHOLE_WORDS:
        return False
    stops = {*data["before_whole"], *data["joins"], *data["taken"]}
    return all(word.isalpha() and word not in stops for word in words[1:])


def _same(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """Both are money of one currency, or count the same noun, or both people."""
    if part.kind == "money":
        return whole.kind == "money" and part.quantity.unit == whole.quantity.unit
    if part.kind != "count" or whole.kind not in {"count", "number"}:
        return False
    persons = sentence.lexicon.data["sums"]["persons"]
    counted = part.quantity.head
    if whole.kind == "number":
        named = sentence.before(sentence.phrases("parts", "population"), whole.first)
        return bool(named) and counted in persons
    both = counted in persons and whole.quantity.head in persons
    return both or same_noun(part.quantity.noun, whole.quantity.noun)
