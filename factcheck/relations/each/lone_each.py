"""How many or how much there is for each: "Um die 300 Plätze bewarben sich 2.400, acht auf jeden
Platz", "The city's 26,000 households would pay £13m a year, or £500 a household".

Three figures that are all a sentence counts, or two that follow each other: those there are, or an
amount, those they are for, and how many or how much for each, which a phrase and the noun of those
they are for mark; an amount for each stands behind a sign or a word that draws it from the others.
What is far from what the two make is of something else.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import own_clause
from factcheck.relations.each.per_unit import of_persons
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    alike,
    amount,
    cues,
    same_noun,
)
from factcheck.relations.windows import counted, windows

THREE = 3
WORDS = 6
LONGEST_PLURAL = 2
AMOUNTS = frozenset({"money", "measure"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The numbers and amounts for each of a passage; `bound` are the ids of those bound already."""
    keys = ("upon_each", "each", "per", "given", "each_before")
    lexicon = scene.passage.lexicon
    known = cues(lexicon, "per_unit", *keys)
    if len(scene.claims) < THREE or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in windows(scene):
        figures = counted(window)
        if len(figures) > THREE and window.breaks(behind_each(window, figures[THREE - 1])):
            figures = figures[:THREE]
        if len(figures) != THREE:
            continue
        for each in figures:
            others = [figure for figure in figures if figure is not each]
            if own_clause(window, each, behind_each(window, each), others):
                continue
            numbers = all(figure.kind in NUMBERS for figure in figures)
            found = _found(window, each, others) if numbers else _shared(window, each, others)
            if found is not None and id(each.claim) not in done and id(each.claim) not in bound:
                done.add(id(each.claim))
                total, base = found
                members = [("each", each.claim), ("base", base.claim), ("total", total.claim)]
                kind = "product" if numbers else "per_unit"
                own = window.word(split) in lexicon.data["per_unit"]["no_mean"]  # "Bisher waren es"
                if not own or split == window.first:
                    yield window.relation(kind, members, sure=True)


def behind_each(window: Sentence, figure: Figure) -> int:
    """One past a number, and past "for each", "auf jeden Platz" behind it."""
    them = window.at(window.phrases("per_unit", "each_of_them"), figure.last + 1)
    if them:
        return figure.last + 1 + them
    length = window.at(window.phrases("per_unit", "upon_each"), figure.last + 1)
    end = figure.last + 1 + length
    return end + 1 if length and not window.breaks(end) else end


def _shared(
    window: Sentence, each: Figure, others: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The amount of all and those it is for, of an amount for each drawn from them."""
    totals = [other for other in others if other.kind in AMOUNTS and alike(other, each)]
    bases = [other for other in others if other.kind == "count" and amount(other)]
    if each.kind not in AMOUNTS or len(totals) != 1 or len(bases) != 1:
        return None
    (total,), (base,) = totals, bases
    known = all(figure.quantity.value is not None for figure in (total, base))
    if not known or total.first > each.first or elsewhere(window, base, total):
        return None
    if _with_others(window, base) or (
        total.last < base.first < each.first and _listed(window, each)
    ):
        return None
    drawn = _for_one(window, each, base) and _drawn(window, each)
    drawn = drawn or _at_each(window, each, base)
    sized = drawn and _fits(total, base, each)
    return (total, base) if sized or _given(window, total, each, base) else None


def _with_others(window: Sentence, base: Figure) -> bool:
    """As in "to two nieces and a dogs' home, £1.37m each"."""
    data, at = window.lexicon.data, base.last + 1
    own = {*data["grammar"]["determiners"], *data["changes"]["fillers"]}
    return window.word(at) in data["parts"]["joins"] and window.word(at + 1) in own


def _listed(window: Sentence, each: Figure) -> bool:
    """As in "goes to two nieces, £1m each, a dogs' home and the taxman": one of several."""
    joins = window.lexicon.data["parts"]["joins"]
    behind = range(each.last + 1, window.end)
    commas = [at for at in behind if window.word(at) == ","]
    joined = any(window.word(at) in joins for at in behind)
    return window.word(each.first - 1) == "," and bool(commas) and joined


def _at_each(window: Sentence, each: Figure, base: Figure) -> bool:
    """As in "The 24 chairs came to £1,920. At £80 each they": it opens the second sentence."""
    data, at = window.lexicon.data, each.first - 1
    opens = window.word(at - 1) in {".", "!", "?"} and window.word(at) in data["per_unit"]["priced"]
    any_each = window.word(each.last + 1) in data["per_unit"]["any_each"]
    return opens and any_each and window.word(base.first - 1) in data["changes"]["definite"]


def elsewhere(window: Sentence, base: Figure, total: Figure) -> bool:
    """As in "24 million households in the country. In Leeds it would raise £4.8m"."""
    words, placed = window.tokens.words, window.lexicon.data["parts"]["before_whole"]
    mean, rates = window.phrases("means", "mean"), window.lexicon.rates
    return any(
        window.word(at) in placed
        and words[at + 1][0].isupper()
        and not (window.at(mean, at) or rates.at(window.tokens, at))  # "im Mittel", "im Monat"
        for at in range(base.last + 1, total.first)
    )


def _given(window: Sentence, total: Figure, each: Figure, base: Figure) -> bool:
    """As in "so he could have given each of them $1.50", of no amount for a month or a year."""
    at = each.first - window.before(window.phrases("per_unit", "given"), each.first)
    drawn = {*window.lexicon.data["per_unit"]["drawn"]}
    told = any(window.word(n) in drawn for n in range(total.last + 1, at))
    rated = window.lexicon.rates.at(window.tokens, total.last + 1) is not None
    return at < each.first and told and not rated and of_persons(window, base)


def _for_one(window: Sentence, each: Figure, base: Figure) -> bool:
    """As in "£1,000 a household", "£17,000 per head": once, not for a month or a year."""
    at = each.last + 1
    length = window.at(window.phrases("per_unit", "each"), at)
    anybody = window.word(at) in window.lexicon.data["per_unit"]["any_each"]
    fits, end = bool(length) and (anybody or of_persons(window, base)), at + length
    keys = ("upon_each", "each_of_them")
    upon = max(window.at(window.phrases("per_unit", key), at) for key in keys)
    if upon and window.breaks(at + upon):  # "$40,500 for each, though"
        return True
    if not length:
        length = window.at(window.phrases("per_unit", "per"), at)
        end = at + length + 1
        fits = bool(length) and counts(base, window.word(end - 1))
    return fits and window.breaks(end)


def _drawn(window: Sentence, each: Figure) -> bool:
    """A sign right before the amount for each, or a word that draws it from the others."""
    at = each.first
    while window.word(at - 1) in window.lexicon.data["changes"]["fillers"]:
        at -= 1
    tables = [window.phrases("per_unit", key) for key in ("joins", "verbs", "worked_out")]
    return window.word(at - 1) in BREAKS or any(window.before(table, at) for table in tables)


def _found(
    window: Sentence, each: Figure, others: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The total and those it is for; None if no phrase marks the number for each."""
    noun = _noun(window, each)
    if noun is None:
        return _dealt_out(window, each, others)
    bases = [other for other in others if counts(other, noun)]
    if noun == "":  # "240 applied for the 40 places, or six for each"
        bases = [other for other in others if other.last < each.first][-1:]
    if len(bases) != 1:
        return None
    base = bases[0]
    total = next(other for other in others if other is not base)
    own = each.kind == "count" and not counts(each, noun)
    if own and not same_noun(each.quantity.noun, total.quantity.noun):
        return None  # 40 classes of 100 children, two teachers each
    return (total, base) if _fits(total, base, each) else None


def _fits(total: Figure, base: Figure, each: Figure) -> bool:
    """Is what each gets of the size of the total divided by the base?"""
    made = _value(total) / _value(base) if _value(base) else Fraction()
    return of_one_size(made, _value(each))


def _value(figure: Figure) -> Fraction:
    return exact(figure.quantity.value or 0)


def _dealt_out(
    window: Sentence, each: Figure, others: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """As in "gowns shared by 1,250 hospitals, 320 each", "each of the 1,250 gets 320 of"."""
    total, base = sorted(others, key=_value, reverse=True)
    led = window.before(window.phrases("per_unit", "each_before"), base.first)
    of = window.before(window.phrases("parts", "of"), total.first)
    gets = led and base.first < each.first and total.first - of == each.last + 1 and of
    after = window.word(each.last + 1) in window.lexicon.data["per_unit"]["any_each"]
    dealt = {*window.lexicon.data["per_unit"]["shared"]}
    shared = any(window.word(at) in dealt for at in range(total.last, base.first))
    behind = range(total.first, each.first)
    at_once = base.last < each.first and all(window.word(at) not in STATEMENT_ENDS for at in behind)
    told = after and shared and window.breaks(each.last + 2) and at_once
    return (total, base) if (gets or told) and _fits(total, base, each) else None


def _noun(window: Sentence, each: Figure) -> str | None:
    """The word behind "for every", "auf jeden" beside a number; "" if none follows."""
    table = window.phrases("per_unit", "upon_each")
    for at in range(each.first + 1, min(window.end, each.last + 2)):  # "zehn je Platz" is a count
        length = window.at(table, at)
        if length:
            return "" if window.breaks(at + length) else window.word(at + length)
    for at in range(each.first - 1, max(window.first, each.first - WORDS - 1), -1):
        if window.word(at) in BREAKS:
            return None
        length = window.at(table, at)
        if length and at + length < each.first:
            return window.word(at + length)
    return None


def counts(figure: Figure, noun: str) -> bool:
    """Is it a number of these: "Plätze" of "Platz", "Studienplätze" too?"""
    head = figure.quantity.head
    plural = head.startswith(noun) and len(head) - len(noun) <= LONGEST_PLURAL  # beds, of a bed
    return bool(head and noun) and (plural or same_noun(head, noun) or _compound(head, noun))


def _compound(head: str, noun: str) -> bool:
    """As in "studienplätze" and "platz": the end of a compound, but for its ending."""
    tail = head[-len(noun) - 1 :]
    return len(head) > len(noun) + 2 and same_noun(tail, noun)
