"""A verb that is left out the second time: "Die Jugend zählt 57, die Kinderabteilung 17 Kinder".

Between two figures of one verb stands the next subject or place alone, so what is printed behind
the last figure is meant of each.
"""

from collections.abc import Sequence

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

PHRASE = 8  # tokens of "und die Alters- und Ehrenabteilung"


def is_owed(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "die Jugend zählt 57, die Kinder 17 Mitglieder": the verb is left out.

    In "sie ist 34, ihr Mann zwei Jahre älter" the first is an age.
    """
    owed = right.quantity.kind in {"count", "money", "measure"}
    if right.quantity.kind == "duration":
        after = passage.tokens.words[right.last + 1 : right.last + 2]
        owed = not after or not after[0].islower() or after[0] in passage.lexicon.stop_words
    return owed and leaves_a_gap(passage, left.first, left.last, right.first)


def leaves_a_gap(passage: Passage, first: int, last: int, following: int) -> bool:
    """May the bare number at these tokens owe its unit to the figure that follows?

    A verb or small word stands before it, or it is the second of three itself.
    """
    tokens = passage.tokens
    if first == 0 or not is_gapped(passage, last + 1, following):
        return False
    return tokens.words[first - 1][0].islower() or any(
        tokens.words[at - 1].isdecimal() and is_gapped(passage, at, first)
        for at in range(max(1, first - PHRASE), first - 1)
    )


def is_gapped(passage: Passage, start: int, end: int) -> bool:
    """Do a comma or "und" and a phrase of nouns, with no verb, stand at these tokens?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    grammar, joins = lexicon.data["grammar"], lexicon.data["ranges"]["and"]
    words = tokens.words[start:end]
    if not grammar["capitalised_nouns"] or not 2 <= len(words) <= PHRASE:
        return False
    light = lexicon.words("elided", "light")
    while len(words) > 2 and words[-1] in light:
        words, end = words[:-1], end - 1  # "in den USA sogar 27"
    named = words[-1][0].isupper() or is_year(words[-1])
    if words[0] not in {",", *joins} or not named:
        return False
    at = start + 1 + (words[1] in grammar["prepositions"])
    at += tokens.lower(at) in grammar["determiners"]
    ends = tuple(grammar["adjective_ends"])
    while at < end:
        word = tokens.words[at]
        hung = word in joins and tokens.words[at - 1] == "-"  # "Alters- und Ehrenabteilung"
        if not (word[0].isupper() or hung or (word == "-" and tokens.glued(at))):
            own = word in lexicon.stop_words or not word.isalpha() or not word.endswith(ends)
            if own and not is_year(word):
                return False
        at += 1
    return True


def once(passage: Passage, first: int, between: Sequence[str]) -> Sequence[str]:
    """As in "vor 541 bis vor 485 Millionen Jahren": the words between without one said again."""
    prepositions = passage.lexicon.data["grammar"]["prepositions"]
    again = len(between) == 2 and between[1] == passage.tokens.lower(first - 1)
    return between[:1] if again and between[1] in prepositions else between


def joining(passage: Passage, first: int, between: Sequence[str]) -> list[str]:
    """The words that join two figures: "von 195 auf heute 204 Fälle", "von 2,1 gleich auf 2,5"."""
    ranges, light = passage.lexicon.data["ranges"], passage.lexicon.words("elided", "light")
    if between[1:] == ["."]:
        between = between[:1]  # "fünf bzw. sechs Jahre"
    if len(between) == 2 and between[0] == "," and between[1] in ranges["beside"]:
        between = between[1:]  # "nicht 32, sondern 31 Sitze"
    plain = [word for word in between if word not in light]
    change = len(plain) == 1 and plain[0] in ranges["change"]
    return plain if change else list(once(passage, first, between))


def past_asides(words: Sequence[str]) -> Sequence[str]:
    """Without what stands in brackets: "20 auf Unwetter (nasse Keller), 10 auf Unfälle"."""
    if "(" not in words or ")" not in words:
        return words
    opening, closing = words.index("("), words.index(")")
    return [*words[:opening], *words[closing + 1 :]] if opening < closing else words
