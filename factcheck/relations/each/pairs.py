"""Which figure of a window counts those an amount is for, and which is what they make together."""

from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import rate_of
from factcheck.relations.each.mark import Mark, dimension
from factcheck.relations.each.marks import mark_of
from factcheck.relations.each.unit_marks import PHYSICAL
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.sentence import STATEMENT_ENDS, Figure, Sentence, alike, same_noun

PAIR = 2
COUNTING = NUMBERS | {"duration", "measure"}


def may_make(window: Sentence, figures: Sequence[Figure], each: Figure) -> bool:
    """Is there a figure that an amount and another may make? Of numbers only one of their size."""
    known, amount_of_each = dimension(window, each), each.value
    numbers = [f for f in figures if f.kind in NUMBERS]
    rounded = any(str(f.quantity.value).strip("0") == "1" for f in numbers)  # "71 per 100,000"
    for total in figures:
        if total is each or not (_both_numbers(total, each) or _like(window, total, each, known)):
            continue
        for base in figures:
            if base is each or base is total or base.kind not in COUNTING:
                continue
            numbered = _both_numbers(total, each) and base.kind in NUMBERS
            if not numbered or rounded or of_one_size(amount_of_each * base.value, total.value):
                return True
    return False


def _both_numbers(one: Figure, other: Figure) -> bool:
    return one.kind in NUMBERS and other.kind in NUMBERS


def _like(window: Sentence, total: Figure, each: Figure, known: str) -> bool:
    """Is it in a unit of what an amount of this dimension may make?"""
    if known and (known in PHYSICAL or known == dimension(window, total)):
        return True
    return alike(total, each)


def pair_of(
    window: Sentence, figures: Sequence[Figure], each: Figure, mark: Mark
) -> tuple[Figure, Figure] | None:
    """The number of those it is for, and the total; None where several may be."""
    rounds = {id(member) for member in mark.per.values()}
    others = [f for f in figures if f is not each and id(f.claim) not in rounds]
    own = each.quantity.value
    totals = [f for f in others if f.quantity.value != own and _total(window, f, each, mark)]
    unmarked = [f for f in totals if not _marked(window, figures, f)]
    totals = unmarked or (totals if mark.joined else [])
    bases = [f for f in mark.bases if f in others]
    if each.kind in NUMBERS and not mark.named and not (mark.averaged and each.kind == "count"):
        both = [f for f in others if f in bases or f in totals]
        if len(both) == PAIR and all(f.kind in NUMBERS for f in both):
            like = [f for f in both if f.kind == each.kind == "count" and _of_one_noun(f, each)]
            base, total = sorted(both, key=lambda f: (f in like, f.value))
            fits = total.value > each.value and not _of_one_noun(base, total)
            return (base, total) if fits else None
    if len(totals) > 1:
        totals = [f for f in totals if f not in bases] or totals
    if len(totals) > 1:
        totals = [f for f in totals if f.kind == each.kind and not rate_of(window, f)[0]] or totals
    if mark.joined and len(totals) > 1:  # "costs £1,799 or 36 instalments of £55, £1,980 in all"
        others = [f for f in totals if f is not figures[-1]]
        marks = [mark_of(window, figures, f) for f in others if f.last < each.first]
        free = len(marks) == len(others) and not any(m is not None and m.joined for m in marks)
        totals = totals[-1:] if free else totals
    bases = [f for f in bases if f not in totals]
    if mark.averaged and len(bases) > 1:
        bases = [
            f for f in bases if f is figures[-1] and f.kind == "count"
        ]  # "would be 1,550 shops"
    if len(bases) != 1 or len(totals) != 1:
        return None
    (base,), (total,) = bases, totals
    of = window.before(window.phrases("parts", "of"), base.first)
    if of and (
        base.first - of == window.first or window.word(base.first - of - 1) in STATEMENT_ENDS
    ):
        return None  # "Von den 90 Öffnungstagen waren 40 verregnet; 300 am Tag"
    less = total.first > each.first and alike(total, each) and total.value <= each.value
    return None if less and base.kind == "count" and base.value > 1 else (base, total)


def _of_one_noun(base: Figure, total: Figure) -> bool:
    nouns = (base.quantity.noun, total.quantity.noun)
    return None not in nouns and same_noun(*nouns)


def _total(window: Sentence, figure: Figure, each: Figure, mark: Mark) -> bool:
    """Is it in a unit of what the amount makes: the same, or of the same dimension?"""
    known = dimension(window, figure)
    many = any(isinstance(member, Claim) for member in mark.per.values())
    if each.kind in NUMBERS and not many and figure.value <= each.value:
        return False  # less than one of them has
    instead = window.phrases("changes", "instead")
    if any(window.before(instead, at) for at in (figure.first, figure.first - 1)):
        return False  # "zahlt 380.000 statt bisher 240.000 Euro"
    if mark.averaged and each.kind == "count" and figure.kind == "number":
        return False  # "leaving 27. On average there were 19 farms"
    if mark.made:
        return known == mark.made
    bare = each.kind == "number" and bool(mark.per) and figure.kind == "count"
    if each.kind == figure.kind == "count" and figure.first > each.first:
        # "hold 65 people each. That makes 520 places", "six buses of 48 seats. Together 288 pupils"
        bare = bare or _opened(window, figure, "changes", "pointing")
        bare = bare or (mark.joined and _opened(window, figure, "per_unit", "draws"))
    if (mark.joined or mark.per) and each.kind == figure.kind == "count":
        bare = bare or _persons(window, (each, figure))  # "25 Kindern. Insgesamt 850 Jungen und"
    return bare or alike(figure, each) or (bool(known) and known == dimension(window, each))


def _opened(window: Sentence, figure: Figure, section: str, key: str) -> bool:
    """Is it the first figure of a sentence that opens with one of these: "That", "Zusammen"?"""
    at = window.back(figure.first, STATEMENT_ENDS)
    if any(at <= other.first < figure.first for other in window.figures):
        return False
    length = window.at(window.phrases(section, key), at) if at > window.first else 0
    extras = window.lexicon.data["per_unit"]["extras"]  # "Zusammen mit den Bahnen"
    return bool(length) and window.word(at + length) not in extras


def _persons(window: Sentence, figures: Sequence[Figure]) -> bool:
    persons = window.lexicon.data["sums"]["persons"]
    return all((f.quantity.noun or "").lower() in persons for f in figures)


def _marked(window: Sentence, figures: Sequence[Figure], figure: Figure) -> bool:
    """Is it an amount for each itself, by words behind it?"""
    mark = mark_of(window, figures, figure)
    if mark is None or not (mark.named or mark.joined):
        return False  # "£1bn for a country of"
    return mark.end > figure.last + 1 and not rate_of(window, figure)[0]
