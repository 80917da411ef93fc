"""Statements about many rows: how many meet a condition, their sum or mean, a share of all."""

from dataclasses import replace
from typing import Final

from factcheck.interval import exact
from factcheck.statements.operations import Condition
from factcheck.statements.statement import SEVERAL, TIME, Statement
from factcheck.statements.view import View

LIMITS: Final = {None: "==", "over": ">", "at least": ">=", "under": "<", "at most": "<="}


def count(view: View) -> Statement | None:
    """As in "7 of the 12 states had more than 10 seats"."""
    limits, claimed = view.with_role("value"), view.with_role("rows")[0]
    periods = view.stretch if view.over_time else view.one_time
    taken = view.whole(periods)
    limit = limits[0].quantity
    sign = LIMITS.get(limit.hedge) if limit is not None else None
    if taken is None or limit is None or limit.value is None:
        return None
    crowded = len(limits) > 1 or len(view.with_role("rows")) > 2 or view.who
    if crowded or sign is None or (len(view.times) > 1 and not view.over_time):
        return Statement("count", (taken,), claimed, gate=SEVERAL)
    name = "count_share" if claimed.kind == "fraction" else "count"
    return Statement(name, (taken,), claimed, Condition(sign, exact(limit.value)))


def taken(view: View, name: str) -> Statement | None:
    """Sum, mean or median of the names that are given, of all, or of one over the years."""
    values = view.with_role("value")
    if len(values) != 1:
        return Statement(name, gate=SEVERAL) if values else None
    over_years = view.over_time or (len(view.who) == 1 and len(view.times) > 0 and name != "sum")
    periods = view.stretch if over_years else view.one_time
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
    return Statement(name, (taken,), values[0], gate=gate)


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
    return Statement("share", (whole, own), parts[0], gate=SEVERAL if crowded else None)
