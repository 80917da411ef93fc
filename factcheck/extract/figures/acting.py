"""A bare number that acts, or is had: "16 people died, 23 were hurt"."""

from collections.abc import Sequence

from factcheck.extract.figures.completing import counting
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.plural_nouns import plural_noun
from factcheck.extract.figures.told_ages import is_ended
from factcheck.extract.figures.told_before import of_previous, of_sentence
from factcheck.extract.passages import Passage


def as_subject(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "Es starben 16 Menschen, 23 wurden verletzt": a bare number with a verb of its own.

    Behind its verb it ends the clause: "verletzt wurden 23".
    """
    tokens, figure, lexicon = passage.tokens, figures[index], passage.lexicon
    verbs, before = lexicon.words("elided", "plural_verbs"), tokens.lower(figure.first - 1)
    first = passage.bounds(figure.first)[0]
    light = lexicon.words("elided", "before_subject", "light")
    begins = all(lower in light for lower in tokens.lowers[first : figure.first])
    opened = begins or before in lexicon.words("elided", "before_subject")
    after = tokens.lower(figure.last + 1)
    if after in lexicon.words("elided", "others"):
        acts = True  # "zehn Tote, 110 weitere verletzt"
    elif opened:
        ends = tuple(lexicon.data["elided"]["plural_verb_ends"])
        verbs |= lexicon.words("elided", "states")
        acts = after in verbs or (after.endswith(ends) and after not in lexicon.stop_words)
    else:
        acts = before in lexicon.words("elided", "happens") and is_ended(passage, figure.last)
    if not acts:
        return None
    counts = [f for f in of_sentence(passage, figures, index) if f.quantity.kind == "count"]
    begin = counts[-1].last if counts else passage.bounds(figure.first)[0]
    if (noun := _of_some(passage, begin, figure.first)) is not None:
        return counting(figure, noun)
    if not counts:
        counts = [f for f in of_previous(passage, figures, index) if f.quantity.kind == "count"]
        persons = lexicon.data["elided"]["persons"]
        if persons and not (begins and _all_of(counts, persons)):
            return None  # "Police found 30 bodies. At least 1,000 were stranded"
    return counts[-1] if counts else None


def _of_some(passage: Passage, begin: int, end: int) -> str | None:
    """As in "no fires are out of control, but 17 are watched": a plural that no figure counts."""
    tokens, words = passage.tokens, passage.lexicon.words("elided", "quantified")
    for at in range(end - 1, begin - 1, -1):
        if tokens.lowers[at] in words:
            noun = plural_noun(passage, at + 1, end)
            return noun.text if noun is not None else None
    return None


def as_object(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "Labour had 56 of the 129 seats. The Nationalists took 35": each with its verb.

    A name alone begins the sentence, and nothing follows that could be counted. Behind "injuring"
    are persons, if persons were counted before.
    """
    tokens, figure, lexicon = passage.tokens, figures[index], passage.lexicon
    verbs, verb = lexicon.words("elided", "verbs"), figure.first - 1
    if tokens.lower(verb) in lexicon.words("elided", "harming"):
        hurt = [f for f in of_sentence(passage, figures, index) if f.quantity.kind == "count"]
        return hurt[-1] if _all_of(hurt[-1:], lexicon.data["elided"]["persons"]) else None
    if tokens.lower(verb) not in verbs or not is_ended(passage, figure.last):
        return None
    begin = passage.bounds(figure.first)[0]
    begin += tokens.lowers[begin] in lexicon.data["grammar"]["determiners"]
    if begin == verb or not all(word[0].isupper() for word in tokens.words[begin:verb]):
        return None
    had = [
        each
        for each in of_previous(passage, figures, index)
        if each.quantity.kind == "count"
        and not verbs.isdisjoint(tokens.lowers[each.first - 2 : each.first])
    ]
    return had[-1] if len({each.quantity.noun for each in had}) == 1 else None


def _all_of(counts: Sequence[Figure], nouns: Sequence[str]) -> bool:
    """Do they all count one of these nouns?"""
    told = {(each.quantity.noun or "").lower().rpartition(" ")[2] for each in counts}
    return len(told) == 1 and told <= {*nouns}
