"""Statements about many rows: how many meet a condition, their sum or mean, a share of all."""

from dataclasses import replace
from typing import Final

from factcheck.extract.figures.number_words import word_value
from factcheck.interval import exact
from factcheck.model import Claim
from factcheck.statements.operations import Condition
from factcheck.statements.slices import Slice
from factcheck.statements.statement import SEVERAL, TIME, Statement
from factcheck.statements.view import View

LIMITS: Final = {None: "==", "over": ">", "at least": ">=", "under": "<", "at most": "<="}


def count(view: View) -> Statement | None:
    """As in "7 of the 12 states had more than 10 seats"."""
    limits, claimed = view.with_role("value"), view.with_role("rows")[0]
    taken = view.whole(view.row_periods)
    limit = limits[0].quantity
    sign = LIMITS.get(limit.hedge) if limit is not None else None
    if taken is None or limit is None or limit.value is None:
        return None
    crowded = len(limits) > 1 or len(view.with_role("rows")) > 2 or view.who
    if crowded or sign is None or (len(view.times) > 1 and not view.over_time):
        return Statement("count", (taken,), claimed, gate=SEVERAL)
    if sign == "==" and limit.step:
        return Statement("count", (taken,), claimed, gate=SEVERAL)  # rounded: nothing equals it
    name = "count_share" if claimed.kind == "fraction" else "count"
    whole = len(view.with_role("rows")) > 1
    if name == "count_share":
        whole = _out_of(view, claimed) in {None, len(taken.cells)}
    condition = Condition(sign, exact(limit.value))
    return Statement(name, (taken,), claimed, condition, scoped=whole)


def _out_of(view: View, claimed: Claim) -> int | None:
    """Of "two out of ten" the ten; None where no such number is told."""
    words = claimed.span.text.lower().split()
    ratios = view.article.lexicon.data["ratios"]
    told = any(set(phrase.split()) & set(words) for phrase in ratios["out_of"])
    value = word_value(words[-1], view.article.lexicon) if told else None
    if told and words[-1].isdecimal():
        return int(words[-1])
    return int(value) if value is not None else None


def taken(view: View, name: str) -> Statement | None:
    """Sum, mean or median of the names that are given, of all, or of one over the years."""
    values = view.with_role("value")
    if len(values) != 1:
        return Statement(name, gate=SEVERAL) if values else None
    over_years = view.over_time or (len(view.who) == 1 and len(view.times) > 0 and name != "sum")
    periods = view.stretch if over_years else view.row_periods
    taken = view.whole(periods)
    if taken is None:
        return None
    if view.who:
        taken = replace(taken, entities=view.who)
    told = view.who or view.groups or view.over_time or view.speaks_of_rows
    gate = None if told and not (view.who and view.groups) else SEVERAL
    if not over_years and len(view.times) > 1:
        gate = TIME
    if len(taken.cells) < 2 or (view.who and not over_years and len(taken.cells) != len(view.who)):
        gate = TIME
    scoped = bool(view.who) or view.speaks_of_rows or (view.over_time and bool(view.times))
    scoped = scoped and not (over_years and name != "median" and _gaps(taken))
    return Statement(name, (taken,), values[0], gate=gate, scoped=scoped)


def _gaps(taken: Slice) -> bool:
    """Are years left out between the first and the last, which a sum or mean would need?"""
    years = sorted({int(cell.period[:4]) for cell in taken.cells if cell.period})
    return bool(years) and len(years) <= years[-1] - years[0]


def share(view: View) -> Statement | None:
    """As in "home to 31 per cent of the population of the eight countries"."""
    parts = view.with_role("part")
    whole = view.whole(view.one_time if not view.over_time else None)
    some = view.who or view.groups or (view.over_time and view.times)
    if not parts or whole is None or not some:
        return None
    whole = replace(whole, groups=())
    own = replace(whole, entities=view.who or None, groups=view.groups)
    if view.over_time:
        own = replace(whole, periods=view.times[0].periods)
    crowded = len(parts) > 1 or len(view.times) > 1 or bool(view.with_role("value"))
    crowded = crowded or whole.measure.unit == "percent"
    gate = SEVERAL if crowded else None
    return Statement("share", (whole, own), parts[0], gate=gate, scoped=view.speaks_of_rows)
