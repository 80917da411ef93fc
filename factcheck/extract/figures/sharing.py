"""What one figure of a sentence owes another: a unit or noun that is printed only once.

"von 2,4 auf 2,7 Milliarden Euro", "11 der 64 Springer", "330 votes to 275": the bare number gets
kind, unit and noun of the figure that words and structure tie it to.
"""

from collections.abc import Sequence

from factcheck.extract.figures.bracketed import (
    alone_in_brackets,
    places_of,
    points_again,
    said_again,
)
from factcheck.extract.figures.completing import completed, counting
from factcheck.extract.figures.continued import PART_REACH, continues
from factcheck.extract.figures.elided_nouns import told_elsewhere
from factcheck.extract.figures.figure import MEASURED, Figure
from factcheck.extract.figures.gapping import is_owed, joining, past_asides
from factcheck.extract.figures.nouns import on_a_scale
from factcheck.extract.figures.points import in_points
from factcheck.extract.figures.shared_verbs import described_alike
from factcheck.extract.figures.siblings import (
    compounded_noun,
    counts_same,
    measured_noun,
    next_one,
    same_age,
)
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

COMMA_REACH = 4
MOST_PERCENT = 1000


def share(passage: Passage, figures: Sequence[Figure]) -> list[Figure]:
    """The figures in their order, bare numbers completed where another figure says how."""
    found = list(figures)
    for index in range(len(found) - 2, -1, -1):
        left = found[index]
        if left.quantity.kind != "number":
            continue
        right = found[index + 1]
        if alone_in_brackets(passage, right) and not alone_in_brackets(passage, left):
            later = (each for each in found[index + 2 :] if not alone_in_brackets(passage, each))
            right = next(later, right)  # "bei 51 (-20), die anderen bei 41 Sitzen"
        if not _same_sentence(passage, left, right):
            continue
        if on_a_scale(passage, left.last):
            continue  # "magnitude 4.6, but 10 km deep"
        part = _part_of(passage, left, right)
        if part and (noun := compounded_noun(passage, right)) is not None:
            found[index] = counting(left, noun)
        elif part or _joined(passage, left, right):
            found[index] = completed(left, right)
        elif (noun := measured_noun(passage, left, right)) is not None:
            found[index] = counting(left, noun)
    for index in range(len(found)):
        if index:
            found[index] = _behind(passage, found, index)
        if found[index].quantity.kind == "number":
            found[index] = told_elsewhere(passage, found, index)
    return [in_points(passage, figure, found) for figure in found]


def _behind(passage: Passage, found: Sequence[Figure], index: int) -> Figure:
    """The figure with what the one before it leaves to it, if it does."""
    left, right = found[index - 1], found[index]
    if right.quantity.kind == "number" and alone_in_brackets(passage, right):
        source = said_again(passage, found, index)
        right = completed(right, source) if source else points_again(passage, left, right)
    if right.quantity.kind == "fraction" and _same_sentence(passage, left, right):
        right = next_one(passage, left, right)
    if left.quantity.kind == "age" and same_age(passage, left, right):
        right = completed(right, left)
    if right.quantity.kind == "number" and _leaves(passage, left, right):
        right = completed(right, left)
    return right


def _leaves(passage: Passage, left: Figure, right: Figure) -> bool:
    """Does the figure before leave its unit or noun to the bare number?"""
    if not _same_sentence(passage, left, right):
        return False
    return continues(passage, left, right) or counts_same(passage, left, right)


def _same_sentence(passage: Passage, left: Figure, right: Figure) -> bool:
    between = passage.tokens.words[left.last + 1 : right.first]
    return passage.bounds(left.first) == passage.bounds(right.first) and ";" not in between


def _joined(passage: Passage, left: Figure, right: Figure) -> bool:
    """One word joins the two: "2,4 auf 2,7", "23 und 31 Jahre", "27- und 30-jährig"."""
    ranges, tokens = passage.lexicon.data["ranges"], passage.tokens
    joins = {*ranges["to"], *ranges["and"], *ranges["change"], *ranges["or"], *ranges["beside"]}
    between = joining(passage, left.first, past_asides(tokens.lowers[left.last + 1 : right.first]))
    if _hanging(passage, left, right):
        return True
    between = between[between[:1] == ["-"] :]
    if _in_row(passage, left, right, between) or is_owed(passage, left, right):
        return True
    if right.quantity.kind == "percentage" and _told_anew(passage, left, right, between):
        return False
    if len(between) == 1 and between[0] in ranges["beside_kinds"].get(right.quantity.kind, ()):
        return True
    instead = passage.lexicon.phrases("elided", "compared").before(tokens, right.first)
    if (len(between) == 1 and between[0] in joins) or (instead and instead[0] == len(between)):
        return right.quantity.kind in {*MEASURED, "count", "multiple"}
    opening = {",", *ranges["and"]}
    if places_of(passage, left) == places_of(passage, right) > 0 and _parallel(
        passage, left, right
    ):
        opening |= passage.lexicon.stop_words  # "Bern mit 12,3 vor Genf mit 11,8 Prozent"
    if between[:1] == [","] and between[1:2] and between[1] in ranges["or"]:
        return False  # "down by 14,000, or about 13%"
    if not 2 <= len(between) <= COMMA_REACH + 1 or between[0] not in opening:
        return False
    alike = right.quantity.kind in {"percentage", "age", "measure"} and len(between) <= COMMA_REACH
    if not alike and not _parallel(passage, left, right):
        return False
    words = past_asides(tokens.words[left.last + 1 : right.first])[1:]
    words = [word for word in words if word != "-"]
    changes = passage.lexicon.data["changes"]
    apart = {*changes["nouns"], *changes["direct"], *changes["up"], *changes["by"]}
    behind = tokens.lower(right.last + 1)
    if any(word.lower() in apart for word in words) or behind in changes["nouns"]:
        return False  # "von 35 auf 25, ein Rückgang um 40 Prozent", "45,000, a 50% rise"
    return all(
        word[0].isupper()
        or is_year(word)
        or word.lower() in passage.lexicon.stop_words
        or word.lower() in ranges["elsewhere"]
        for word in words
    )  # "35,8, im Westen 18,1 Prozent"


def _from_to(passage: Passage, left: Figure, right: Figure, between: Sequence[str]) -> bool:
    """As in "Von 73 stieg sie auf 74 Prozent": the verb stands between the two."""
    ranges = passage.lexicon.data["ranges"]
    opened = passage.tokens.lower(left.first - 1) in ranges["from"]
    reached = between[-1:] != [] and between[-1] in ranges["change"] and "," not in between
    return opened and reached and len(between) <= COMMA_REACH and right.quantity.kind in MEASURED


def _in_row(passage: Passage, left: Figure, right: Figure, between: Sequence[str]) -> bool:
    """As in "3,10, 2,11 und 1,03 Millionen Euro": a list of as many decimals each.

    In "für 15, 25 und 40 Jahre" the next figure of the list owes its unit as well.
    """
    places = places_of(passage, left)
    changes, before = passage.lexicon.data["changes"], left.first - 1
    before -= passage.tokens.lower(before) in changes["by"]  # "statt um 8,4 nur um sechs Prozent"
    instead = passage.tokens.lower(before) in changes["instead"]
    if instead and right.quantity.kind in {"count", "percentage"}:  # "statt 80 kamen 95 Gäste"
        return len(between) <= COMMA_REACH and "," not in between
    if described_alike(passage, right, between) or _from_to(passage, left, right, between):
        return True
    listed = between == [","] and right.quantity.kind in {*MEASURED, "count"}
    bare = passage.tokens.words[right.last][0].isdecimal()
    return listed and places == places_of(passage, right) and (bare or places > 0)


def _told_anew(passage: Passage, left: Figure, right: Figure, between: Sequence[str]) -> bool:
    """As in "79 oder 7,2 Prozent mehr", "auf 3217, das waren 9,1 Prozent": a number and its share.

    Percentages that share their sign are printed alike and, as alternatives, the lower first.
    """
    joins, value = passage.lexicon.data["ranges"]["or"], left.quantity.value
    again = len(between) > 1 and between[0] == "," and between[1] in joins
    if again or (value is not None and value >= MOST_PERCENT):
        return True
    if any(word in passage.lexicon.data["grammar"]["copulas"] for word in between):
        return True
    if not between or between[0] not in {",", *joins}:
        return False
    if places_of(passage, left) != places_of(passage, right):
        return True
    high = right.quantity.value
    return between[0] != "," and value is not None and high is not None and value > high


def _parallel(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "Wallis mit 62, der Osten mit 46 Fällen", "Tyus Jones 25 und Jaren Jackson 24 Punkte".

    One small word stands before both figures, or nothing but a name.
    """
    tokens = passage.tokens
    before = tokens.lower(left.first - 1)
    if before in passage.lexicon.stop_words:
        decimals = (
            right.quantity.kind in {"percentage", "measure"} and places_of(passage, right) > 0
        )
        told = decimals or right.quantity.kind in {"count", "money"}
        return told and before == tokens.lower(right.first - 1)
    if right.quantity.kind not in {"count", "money"}:
        return False
    named = tokens.words[left.last + 2 : right.first]
    return before.isalpha() and tokens.words[left.first - 1].istitle() and all(
        word.istitle() for word in named
    )  # fmt: skip


def _hanging(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "über die 70- und dann über die 65-Dollar-Marke": a hyphen that a unit owes."""
    tokens, hyphen = passage.tokens, left.last + 1
    loose = tokens.lower(hyphen) == "-" and tokens.glued(hyphen) and not tokens.glued(hyphen + 1)
    return loose and right.first - hyphen <= PART_REACH and "-" in right.quantity.span.text


def _part_of(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "vier der letzten fünf Spiele", "10 out of 144 trusts", "four of its 10 towns"."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    between = tokens.lowers[left.last + 1 : right.first]
    if not 1 <= len(between) <= PART_REACH or right.quantity.kind not in {"count", "duration"}:
        return False
    if passage.lexicon.phrases("grammar", "of_them").at(tokens, left.last + 1):
        return False  # "three of them have been waiting for six months"
    out_of = passage.lexicon.phrases("grammar", "out_of").at(tokens, left.last + 1)
    part = left.quantity.value
    if part is not None and part != int(part):
        return False  # "the 41.37 of the team that lasted 27 years"
    opens = between[0] in grammar["part_words"] or out_of is not None
    return opens and not any(word in {",", ":", "("} for word in between)
