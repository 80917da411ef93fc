"""An amount for each, those it is for, and their total, in the order in which they are told."""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.record import record
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import NAMED, Closing, extent, rate_of, time_of
from factcheck.relations.each.mark import Mark
from factcheck.relations.each.marks import mark_of
from factcheck.relations.each.pairs import pair_of
from factcheck.relations.sentence import Figure, Member, Roles, Sentence

PAIR = 2


@record
class Three:
    """The three and their mark; `last` is drawn from the `others`, and `end` is one past it.

    `rates` are the words of the units of time for which the number and the total are told, `times`
    how often the one is in the other; `only` is what counts nothing else.
    """

    window: Sentence
    split: int
    mark: Mark
    each: Figure
    base: Figure
    total: Figure
    last: Figure
    others: Sequence[Figure]
    end: int
    rates: Roles
    times: Fraction
    only: bool

    @property
    def closing(self) -> Closing:
        """The window that the last of them closes."""
        return Closing(self.window, self.split, self.last, self.others)

    @property
    def members(self) -> Roles:
        """The members of their relation, of which the last one is judged."""
        roles = (("each", self.each), ("base", self.base), ("total", self.total))
        found = dict(sorted(roles, key=lambda member: member[1] is self.last))
        return {**self.mark.per, **self.rates, **found}

    @property
    def sized(self) -> bool:
        """Are they of one size?"""
        window, base = self.window, self.base
        made = self.each.value * _factor(window, self.each) * base.value * _factor(window, base)
        size = self.mark.size if self.mark.per or self.mark.made else _factor(window, base)
        return of_one_size(made / size * self.times, self.total.value * _factor(window, self.total))


def three_of(window: Sentence, split: int, figures: Sequence[Figure], each: Figure) -> Three | None:
    """The three, if only one figure can count those it is for and only one be the total."""
    mark = mark_of(window, figures, each)
    found = pair_of(window, figures, each, mark) if mark is not None else None
    if mark is None or found is None:
        return None
    base, total = found
    rates, times = _rates(window, base, total)
    if mark.joined and len(rates) == 1:
        rates = {}
    *others, last = sorted((each, base, total), key=lambda figure: figure.first)
    end = mark.end if last is each else rate_of(window, last)[1]
    if last is not each and mark.end > last.last:  # "€1,000 for each of the 84 million"
        others, last, end = (
            [figure for figure in others if figure is not each] or [base],
            each,
            mark.end,
        )
    elif last is base and _throughout(window, total, base):
        others, last, end = [each], total, base.last + 1
    end += window.at(window.phrases("means", "behind"), end)
    rounds = [*mark.per.values()]
    only = sum(figure.claim not in rounds for figure in figures) == len((each, base, total))
    return Three(
        window, split, mark, each, base, total, last, others, end, rates, times, only,
    )  # fmt: skip


def _throughout(window: Sentence, total: Figure, length: Figure) -> bool:
    """As in "a loss of 108m over the 90 days"."""
    near = total.last < length.first <= total.last + NAMED
    near = near and window.plain(total.last + 1, length.first)
    return near and length.kind == "duration" and extent(window, length)


def _rates(window: Sentence, base: Figure, total: Figure) -> tuple[Roles, Fraction]:
    """The words of the units of time for which the number and the total are told; their ratio."""
    units, times = window.scene.units, Fraction(1)
    members: dict[str, Member] = {}
    for role, figure in (("base_rate", base), ("total_rate", total)):
        if window.scene.dimension(figure.quantity.unit) == "power":
            continue  # of kilowatts a year kilowatt hours are meant
        unit, end = time_of(window, figure) if figure is total else rate_of(window, figure)
        if unit:
            members[role] = window.scene.passage.span(end - 1, end - 1)
            times = units[unit].factor / times
    return members, times if len(members) == PAIR else Fraction(1)


def _factor(window: Sentence, figure: Figure) -> Fraction:
    unit = window.scene.units.get(figure.quantity.unit or "")
    return unit.factor if unit is not None else Fraction(1)
