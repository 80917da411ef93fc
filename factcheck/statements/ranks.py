"""Statements about a place: the highest, the second-lowest, the highest since a year."""

from dataclasses import replace

from factcheck.rounding import BOUNDS
from factcheck.statements.marks import Mark
from factcheck.statements.slices import Slice
from factcheck.statements.statement import SEVERAL, TIME, Statement
from factcheck.statements.view import View


def rank(view: View) -> Statement | None:
    """As in "the second-highest rate", "the highest since 2019", "most gold medals"."""
    sign = ">" if "highest" in view.cues else "<"
    ordinals = view.with_role("ordinal")
    places = [int(f.quantity.value) for f in ordinals if f.quantity and f.quantity.value]
    crowded = len(ordinals) > 1 or {"highest", "lowest"} <= view.cues
    crowded = (
        crowded
        or bool(view.with_role("part"))
        or len(view.with_role("value")) > 1
        or len(view.with_role("rows")) > 1
    )
    crowded = crowded or not _ranks(view)
    gate = SEVERAL if crowded or view.with_role("multiple") or len(view.who) > 1 else None
    pairs = list(_rankings(view))
    if not pairs:
        return _extreme(view, sign, gate) if not view.who else None
    (among, own), *rest = pairs
    gate = gate or (TIME if len(own.cells) != 1 or len(among.cells) < 2 else None)
    others = rest[0] if rest and len(rest[0][1].cells) == 1 else ()
    return Statement(
        "rank", (among, own), sign=sign, rank=sum(places) or 1, others=others, gate=gate
    )


def _ranks(view: View) -> bool:
    """Is the cue one of the column, and an ordinal right before it?

    "The most countries" speaks of a majority, "in the third year" of no place.
    """
    at = next(n for n, m in enumerate(view.marks) if m.value in {"highest", "lowest"})
    following = view.marks[at + 1] if at + 1 < len(view.marks) else None
    if following is not None and any(kind == "rows" for kind, _ in following.pairs):
        return False
    near = {n for n in (at, at - 1) if n >= 0 and view.marks[n].claim is not None}
    return all(view.index(figure) in near for figure in view.with_role("ordinal"))


def _rankings(view: View) -> list[tuple[Slice, Slice]]:
    """What is ranked among what: a name among the names, or a time among the times."""
    found: list[tuple[Slice, Slice]] = []
    since, axis = "since" in view.cues, _axis(view)
    if len(view.who) == 1 and not since and len(view.times) < 2 and axis != "times":
        among, own = view.whole(view.one_time), view.of(view.who[0], view.one_time)
        if among is not None and own is not None:
            found.append((among, own))
    if axis == "names" or not (view.over_time or len(view.who) == 1):
        return found
    series = view.of(view.who[0], None) if view.who else view.whole(None)
    window = _window(view) if since else (view.known_periods, view.one_time)
    if series is None or window is None or not window[1] or not (view.times or since):
        return found
    if since or len(view.times) == 1:
        found.append((replace(series, periods=window[0]), replace(series, periods=window[1])))
    return found


def _axis(view: View) -> str:
    """names for "Norway had the largest population", times for "Norway's was at its highest in".

    "" where both may be meant. Of names the cue stands between "the" and the column, and the one
    that is named is no owner; of times the one is, and the cue a phrase of its own.
    """
    if view.over_time:
        return "times"
    at = next(n for n, m in enumerate(view.marks) if m.value in {"highest", "lowest"})
    cue, tokens = view.marks[at], view.scene.passage.tokens
    owners = [m for m in view.marks if m.kind == "entity" and _owning(view, m)]
    if owners:
        return "times" if cue.last > cue.first else ""
    start = next(
        (m.first for m in view.marks[max(0, at - 2) : at] if m.claim is not None), cue.first
    )
    article = tokens.lower(start - 1) in view.article.lexicon.data["statements"]["definite"]
    follows = at + 1 < len(view.marks) and any(k == "measure" for k, _ in view.marks[at + 1].pairs)
    return "names" if article and follows else ""


def _owning(view: View, mark: Mark) -> bool:
    """As in "Norway's", "des Frankens", "of Norway"."""
    tokens, words = view.scene.passage.tokens, view.article.lexicon.data["statements"]["owning"]
    return tokens.lower(mark.first - 1) in words or tokens.lower(mark.last + 1) in {"'", "’"}


def _window(view: View) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Of "highest since 2019": the times after 2019 up to the one spoken of, and that one."""
    at = next(
        n for n, mark in enumerate(view.marks) if mark.value == "since" and mark.kind == "cue"
    )
    limits = [
        mark for mark in view.marks[at + 1 : at + 2] if mark.kind == "period" and mark.periods
    ]
    own = [mark for mark in view.times if mark not in limits]
    if not limits or len(own) > 1 or (own and len(own[0].periods) != 1):
        return None
    told = own[0].periods[0] if own else view.known_periods[-1]
    known = view.known_periods
    if told not in known or limits[0].periods[-1] not in known:
        return None
    begin = known.index(limits[0].periods[-1])
    return known[begin + 1 : known.index(told) + 1], (told,)


def _extreme(view: View, sign: str, gate: str | None) -> Statement | None:
    """As in "the highest price was $2,388", where nobody is named."""
    values = view.with_role("value")
    taken = view.whole(view.stretch if view.over_time else view.one_time)
    if len(values) != 1 or taken is None:
        return None
    name = "greatest" if sign == ">" else "least"
    strange = view.with_role("ordinal") or "since" in view.cues
    hedge = values[0].quantity.hedge if values[0].quantity is not None else None
    gate = gate or (SEVERAL if strange or hedge in BOUNDS else None)
    return Statement(name, (taken,), values[0], gate=gate)
