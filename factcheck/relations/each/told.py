"""How the last of three figures is told beside the others: drawn by a word, behind a sign, or not.

"kommen so 10.010 Euro zusammen", ", das sind 7,5 Liter", "raising £15,600", ", £80 each".
"""

from collections.abc import Sequence
from enum import IntEnum

from factcheck.relations.each.drawn import drawn, extent, own_place
from factcheck.relations.each.threes import Three
from factcheck.relations.sentence import (
    BREAKS,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    clause_of,
    compounded,
)
from factcheck.relations.windows import end_of

DEALT = ("any_each", "dealt", "given")


class Drawn(IntEnum):
    """What draws a figure from others: nothing, a sign, a word that nothing stands against."""

    BESIDE, SIGN, WORD = range(3)


def told(three: Three) -> Drawn | None:
    """What draws the last from the others; None where it is more or less than something."""
    window, split, last, others = three.window, three.split, three.last, three.others
    end, closing = three.end, three.closing
    data, at = window.lexicon.data, last.first
    against = {*data["changes"]["behind"], *data["changes"]["than"], *data["per_unit"]["extras"]}
    start = max(other.last + 1 for other in others)
    clause = clause_of(window, last)
    own = range(max(clause.start, start), clause.stop)
    if _of_more(three) or _of_the_rest(three):
        return None
    as_planned = window.word(end) == "," and window.word(end + 1) in data["changes"]["as"]
    if window.word(end) in against or as_planned or own_place(window, own):
        return None  # as in "700 im Jahr, wie sie der Erbe plant"
    if any(c.period for c in window.scene.claims_in(own.start, last.first) if c.kind == "date"):
        return None  # "im Juli im Schnitt 500 am Tag"
    upon = window.before(window.phrases("per_unit", "upon_each"), at)  # ", one for every 700"
    at -= upon + 1 if upon and window.word(at - upon - 1) in data["per_unit"]["ones"] else 0
    while window.word(at - 1) in {*data["changes"]["fillers"], *data["per_unit"]["priced"]}:
        at -= 1
    between = range(max(start, split if last.first >= split else window.first), last.first)
    drawn_here = drawn(closing)
    words = {window.word(n) for n in (range(max(own.start, start), at) if drawn_here else between)}
    if not words.isdisjoint({*data["per_unit"]["no_mean"], *data["per_unit"]["apart"]}):
        return None
    cut = [n for n in range(min(o.first for o in others), last.first) if window.word(n) == ";"]
    if cut and not any(window.word(n) in data["changes"]["pointing"] for n in range(cut[-1], at)):
        return None  # "at £87 each; the owner raised £40,985"
    stopped = not words.isdisjoint(data["per_unit"]["result_stops"])
    behind = window.at(window.phrases("sums", "behind"), end)
    if behind or _concludes(window, at, others) or _draws(window, between):
        return Drawn.SIGN if stopped else Drawn.WORD
    signed = window.word(at - 1) in BREAKS - STATEMENT_ENDS and window.breaks(end)
    takes = last.kind == "duration" and extent(window, last)
    costs = last is three.total and not stopped and _costs(three, between)
    if costs and _draws(window, range(min(o.last for o in others), last.first)):
        return Drawn.WORD  # "so the 18-kilogram lump would fetch"
    named = last is three.total and not stopped and _named(window, between)
    signed = signed or takes or costs or named
    points = start <= split and window.word(split) in data["changes"]["pointing"]
    dealt = window.breaks(clause.start - 1) and window.word(clause.start - 1) not in STATEMENT_ENDS
    dealt = dealt and any(window.at(window.phrases("per_unit", k), clause.start) for k in DEALT)
    if signed or points or dealt or drawn_here:
        return Drawn.SIGN
    first = min(other.last + 1 for other in others)
    joined = any(window.word(n) in data["ranges"]["and"] for n in range(first, at))
    lasting = any(other.kind == "duration" for other in others)
    return None if joined and not lasting else Drawn.BESIDE


def _of_more(three: Three) -> bool:
    """As in "9.5 million dearer than planned; each of the 340 spaces cost": no total of them."""
    behind = three.window.word(three.total.last + 1)
    return three.last is three.each and behind in three.window.lexicon.data["changes"]["behind"]


def _of_the_rest(three: Three) -> bool:
    """As in "The prize is worth €12,000, the three others on the list get €2,000 each"."""
    window, base = three.window, three.base
    near = range(base.first - 1, base.last + 2)
    rest = window.lexicon.words("shares", "rest")
    return three.total.first < base.first and any(window.word(at) in rest for at in near)


def _concludes(window: Sentence, at: int, others: Sequence[Figure]) -> bool:
    """As in "it makes 32 each", "entsprechen bei 84 Millionen Einwohnern 1.000", right before."""
    near = next((other for other in others if other.last == at - 1), None)
    if near is not None:
        at = near.first - window.before(window.phrases("per_unit", "heads"), near.first)
        if any(window.word(n) in BREAKS for n in range(min(o.last for o in others), at)):
            return False  # "beträgt 84 Milliarden, die Schuld entspricht"
    keys = ("joins", "verbs", "concludes")
    return any(window.before(window.phrases("per_unit", key), at) for key in keys)


def _costs(three: Three, between: range) -> bool:
    """As in "can take £2,700", "at 70p each costs him £14", in one sentence."""
    window, base, end = three.window, three.base, end_of(three.window, three.last)
    led = base.first >= three.split and bool(three.mark.per)  # "For 3,500 kilowatt hours it pays"
    led = led or (base.kind == "number" and base.first >= three.split)  # "For 24 it paid £1,920"
    table = window.phrases("per_unit", "costs")
    found = [at for at in between if window.at(table, at)]
    pointing = window.lexicon.data["changes"]["pointing"]
    pointed = any(window.word(at + 1) in pointing for at in found)  # "kostet das"
    closed = window.breaks(end) or window.breaks(end + 1)
    return bool(found) and closed and (three.split == window.first or led or pointed)


def _named(window: Sentence, between: range) -> bool:
    """As in "The total bill is £156,000", "die Einnahmen lagen bei", but not those of another."""
    small = {*window.lexicon.data["means"]["between"], *window.lexicon.data["changes"]["fillers"]}
    at = between.stop - 1
    while at in between and window.word(at) in small:
        at -= 1
    named = at in between and compounded(window.lexicon, window.word(at), "per_unit", "totals")
    return bool(named) and at < between.stop - 1


def _draws(window: Sentence, between: range) -> bool:
    """As in "kommen so 10.010 Euro", "raising £15,600", ", on average 30", but not of another.

    A mean opens its clause: "Rovers had an average gate of 16,000" has a gate of its own.
    """
    mean, articles = window.phrases("means", "mean"), window.lexicon.data["means"]["articles"]
    for at in between:
        if window.at(window.phrases("per_unit", "draws"), at):
            return True
        before = at - 1 - (window.word(at - 1) in articles)
        if window.at(mean, at) and (before < window.first or window.word(before) in BREAKS):
            return True
    return False


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
