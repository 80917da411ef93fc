"""Statements about two values: what changed between two times, what is more than another."""

from dataclasses import replace

from factcheck.model import Claim
from factcheck.statements.marks import Mark
from factcheck.statements.slices import Slice
from factcheck.statements.statement import SEVERAL, TIME, Statement
from factcheck.statements.view import View


def changed(view: View) -> Statement | None:
    """As in "the rate rose in 7 of the 12 states between 2015 and 2020"."""
    claimed, pair = view.with_role("rows")[0], _ends(view)
    if pair is None or view.with_role("value") or view.with_role("part") or view.who:
        return Statement("changed", figure=claimed, gate=SEVERAL if pair else TIME)
    old, new = view.whole(pair[:1]), view.whole(pair[1:])
    sign = _direction(view)
    if old is None or new is None:
        return None
    same = [c.entity for c in old.cells] == [c.entity for c in new.cells]
    name = "changed_share" if claimed.kind == "fraction" else "changed"
    gate = None if same and sign else SEVERAL
    return Statement(name, (old, new), claimed, sign=sign, gate=gate)


def growth(view: View) -> Statement | None:
    """As in "rose by a third between 2015 and 2020", "doubled"; the level reached is left aside."""
    pair = _ends(view)
    whose = _owner(view)
    told = (figure for role in ("part", "multiple", "value") for figure in view.with_role(role))
    amounts = [figure for figure in told if not _level(view, figure)]
    figure = amounts[0] if amounts else None
    if pair is None or whose is None or len(amounts) > 1:
        gate = SEVERAL if pair else TIME
        return Statement("growth", figure=figure, gate=gate) if view.times or view.who else None
    old, new = (replace(whose, periods=(period,)) for period in pair)
    sign = _direction(view)
    if figure is None:
        return Statement("difference", (old, new), sign=sign, gate=None if sign else SEVERAL)
    name = _named(view, figure)
    plain = (name == "ratio" or sign) and _of_one_kind(figure, new)
    return Statement(name, (old, new), figure, sign=sign, gate=None if plain else SEVERAL)


def times(view: View) -> Statement | None:
    """As in "twice as many inhabitants as Hesse"."""
    figure, sides = view.with_role("multiple")[0], _sides(view)
    if sides is None or len(view.all_figures) > 1:
        return Statement("ratio", figure=figure, gate=SEVERAL)
    own, other = sides
    return Statement("ratio", (other, own), figure)


def more(view: View) -> Statement | None:
    """As in "more inhabitants than Hesse", "five more than the European Union"."""
    sides, values = _sides(view), [*view.with_role("value"), *view.with_role("part")]
    amounts = [f for f in values if _next_is(view, f, {"more", "fewer"})]
    if sides is None or view.with_role("multiple"):
        return Statement("difference", gate=SEVERAL) if view.who else None
    own, other = sides
    sign = ">" if "more" in view.cues else "<"
    crowded = len(amounts) > 1 or len(values) - len(amounts) > 1 or {"more", "fewer"} <= view.cues
    gate = SEVERAL if crowded or (values and not amounts) else None
    figure = amounts[0] if amounts else None
    name = _named(view, figure) if figure is not None else "difference"
    if figure is not None and not _of_one_kind(figure, own):
        gate = SEVERAL
    return Statement(name, (other, own), figure, sign=sign, gate=gate)


def _named(view: View, figure: Claim) -> str:
    """The operation that a figure of change asks for: in points and in units it is a difference."""
    if figure.kind == "percentage_point":
        return "difference"
    return {"multiple": "ratio", "part": "growth"}.get(view.role(figure), "difference")


def _of_one_kind(figure: Claim, taken: Slice) -> bool:
    """Not "5 per cent more" of a percentage, which may be points, nor points of anything else."""
    if figure.kind == "percentage_point":
        return taken.measure.unit == "percent"
    return figure.kind not in {"percentage", "fraction"} or taken.measure.unit != "percent"


def _ends(view: View) -> tuple[str, str] | None:
    """The two times between which something changed."""
    named = [period for mark in view.times for period in mark.periods]
    if view.untimely or not named or not view.spanned:
        return None
    if len(view.times) == 1 and len(named) == 1:
        if "since" not in view.cues:
            return None
        named.append(view.known_periods[-1])
    first, last = min(named), max(named)
    told = len(view.times) <= 2 and (len(view.times) == len(named) or len(view.times) == 1)
    return (first, last) if told and first != last else None


def _owner(view: View) -> Slice | None:
    """Whose value changed: the one that is named, or the only one there is."""
    if view.over_time:
        return view.whole(None)
    return view.of(view.who[0], None) if len(view.who) == 1 and not view.groups else None


def _direction(view: View) -> str:
    """> for up, < for down, "" where no word tells."""
    ways = [mark.value for mark in view.marks if mark.value in {"up", "down"}]
    return {"up": ">", "down": "<"}[ways[0]] if len(ways) == 1 else ""


def _level(view: View, figure: Claim) -> bool:
    """As in "to 9 million": what was reached, not by how much."""
    changes = view.article.lexicon.data["changes"]
    word = view.before(figure)
    if figure.kind == "multiple":
        return False
    if word in {*changes["by"], *changes["of"], *changes["direct"]}:
        return False
    return word in {*changes["to"], *changes["from"]} or view.role(figure) == "value"


def _sides(view: View) -> tuple[Slice, Slice] | None:
    """What stands before "than" and what behind it: two names at one time, or two times."""
    at = max(
        (n for n, m in enumerate(view.marks) if m.kind == "cue" and m.value == "than"), default=0
    )
    left, right = view.marks[:at], view.marks[at:]
    if len(view.who) == 2 and len(view.times) < 2:
        one, two = _of_kind(left, "entity"), _of_kind(right, "entity")
        if len(one) == len(two) == 1:
            own, other = (view.of(mark.value, view.one_time) for mark in (one[0], two[0]))
            return _filled(own, other)
    if len(view.times) == 2 and (view.over_time or len(view.who) == 1):
        one, two = _of_kind(left, "period"), _of_kind(right, "period")
        series = _owner(view)
        if len(one) == len(two) == 1 and series is not None:
            own, other = (replace(series, periods=mark.periods) for mark in (one[0], two[0]))
            return _filled(own, other)
    return None


def _filled(own: Slice | None, other: Slice | None) -> tuple[Slice, Slice] | None:
    if own is None or other is None or len(own.cells) != 1 or len(other.cells) != 1:
        return None
    return own, other


def _of_kind(marks: tuple[Mark, ...], kind: str) -> list[Mark]:
    return [mark for mark in marks if mark.kind == kind]


def _next_is(view: View, figure: Claim, cues: set[str]) -> bool:
    """Does such a cue stand right behind a figure?"""
    at = view.index(figure) + 1
    return at < len(view.marks) and view.marks[at].value in cues
