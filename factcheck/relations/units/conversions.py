"""Conversions: "4,5 Milliarden Pfund (5,3 Milliarden Euro)", "5 miles, equivalent to 8 km".

Two figures in different units of one kind, of which the second stands alone in brackets behind the
first, or is joined to it by a phrase that says so ("umgerechnet", "worth"). A third in the same
brackets converts the first as well. Temperatures of which a word says that they are a rise, a fall
or a gap have that word as their member `difference`. A height of feet and inches is no single
figure, and converts nothing. The only two of their kind in a sentence, with no more than a comma or
a dash between them ("120 metres high, 394 feet."), are held `alone` against each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import CLOSING, DASHES

KINDS = frozenset({"money", "measure"})
TIMES = frozenset({"duration"})
# Lengths of time are held against each other where the calendar has no say.
CLOCK = (
    frozenset({"second", "minute", "hour", "day"}),
    frozenset({"day", "week"}),
    frozenset({"month", "year"}),
)
NEARLY = frozenset({"about", "just under", "just over"})
DAY = "day"
WORDS_BETWEEN = 3
WORDS_BEFORE = 9
WIDE = 2
APPOSED = frozenset({"area", "mass", "volume"})
CLOSERS = CLOSING | {";", ",", "/"}
INNER = frozenset({";", ",", "/"})


def find(scene: Scene) -> Iterator[Relation]:
    """The conversions of a passage."""
    yield from _conversions(scene, [claim for claim in scene.claims if claim.kind in KINDS])
    yield from _conversions(scene, [claim for claim in scene.claims if claim.kind in TIMES])


def _conversions(scene: Scene, claims: Sequence[Claim]) -> Iterator[Relation]:
    original: Claim | None = None
    previous: Claim | None = None
    compound = False
    for claim in claims:
        if previous is not None and not compound:
            sure = _joined(scene, previous, claim)
            if (
                sure is not None
                and _convertible(scene, previous, claim)
                and not _per_piece(scene, claim)
                and not _compared(scene, claim)
            ):
                original = previous
                yield _conversion(scene, original, claim, sure)
            elif sure is None and _alone(scene, previous, claim):
                found = _conversion(scene, previous, claim, False)
                yield replace(found, members=(*found.members, ("alone", claim.span)))
            elif original is not None and _continues(scene, previous, claim, original):
                yield _conversion(scene, original, claim, True)
            else:
                original = None
        compound = previous is not None and _adds_to(scene, previous, claim)
        previous = claim


def _conversion(scene: Scene, original: Claim, converted: Claim, sure: bool) -> Relation:
    span = scene.passage.document.span(original.span.start, converted.span.end)
    members: list[tuple[str, Claim | Span]] = [("original", original), ("converted", converted)]
    change = _difference(scene, original, converted)
    if change is not None:
        members.append(("difference", change))
    return Relation("conversion", tuple(members), span, sure)


def _adds_to(scene: Scene, left: Claim, right: Claim) -> bool:
    """As in "6ft 2in", "5 Pfund und 3 Unzen": one measure in two units."""
    between = scene.passage.tokens.lowers[scene.last_token(left) + 1 : scene.first_token(right)]
    joins = scene.passage.lexicon.data["conversions"]["joins"]
    plain = not between or (len(between) == 1 and between[0] in joins)
    return plain and left.kind == "measure" and _convertible(scene, left, right)


def _difference(scene: Scene, original: Claim, converted: Claim) -> Span | None:
    """The word by which a temperature is a difference: "by 2°C (3.6°F)", "2°C (3.6°F) warmer"."""
    unit = original.quantity.unit if original.quantity else None
    if unit is None or unit not in scene.units or not scene.units[unit].offset:
        return None
    passage, tokens = scene.passage, scene.passage.tokens
    first = scene.first_token(original)
    hit = passage.lexicon.phrases("conversions", "difference_before").before(tokens, first)
    if hit is not None:
        return passage.span(first - hit[0], first - 1)
    after = scene.last_token(converted) + 1
    after += after < len(tokens) and tokens.words[after] in CLOSING
    behind = passage.lexicon.phrases("conversions", "difference_behind").at(tokens, after)
    return passage.span(after, after + behind[0] - 1) if behind else None


def _per_piece(scene: Scene, claim: Claim) -> bool:
    """As in "umgerechnet 21 Cent pro Aktie" is no conversion of the amount before it."""
    per = scene.passage.lexicon.phrases("conversions", "per")
    return per.at(scene.passage.tokens, scene.last_token(claim) + 1) is not None


def _compared(scene: Scene, claim: Claim) -> bool:
    """As in "94,30 Dollar, das waren 93 Cent oder 1,0 Prozent mehr": how far from another."""
    data, tokens = scene.passage.lexicon.data, scene.passage.tokens
    after = scene.last_token(claim) + 1
    if tokens.lower(after) in {",", *data["ranges"]["or"]}:
        shares = (c for c in scene.claims_in(after, after + 2) if c.kind == "percentage")
        share = next(shares, None)
        after = scene.last_token(share) + 1 if share is not None else after
        after += tokens.lower(after) == "," and share is not None
    return tokens.lower(after) in data["changes"]["behind"]


def _convertible(scene: Scene, left: Claim, right: Claim) -> bool:
    a, b = left.quantity, right.quantity
    if a is None or b is None or a.kind != b.kind:
        return False
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return False
    if a.kind == "money":
        return True
    if a.kind in TIMES:
        return any({a.unit, b.unit} <= units for units in CLOCK)
    known = a.unit in scene.units and b.unit in scene.units
    return known and scene.units[a.unit].dimension == scene.units[b.unit].dimension


def _joined(scene: Scene, left: Claim, right: Claim) -> bool | None:
    """True in brackets or by a sure phrase, False by a loose one ("..., or $2bn,"), else None."""
    tokens = scene.passage.tokens
    start, end = scene.last_token(left) + 1, scene.first_token(right)
    if scene.passage.bounds(start - 1) != scene.passage.bounds(end):
        return None
    between = tokens.lowers[start:end]
    if "(" in between or "[" in between:
        return _bracketed(scene, start, end, right)
    if between and between[0].isalpha() and "," in between:
        comma = start + between.index(",")  # "5 Hektar Wald verbrannt, das entspricht"
        worded = comma - start <= WORDS_BETWEEN and all(
            w.isalpha() for w in between[: comma - start]
        )
        if worded and end - comma > 1 and _only_joins(scene, comma + 1, end):
            return True
        return False if _apposed(scene, left, right, comma) else None
    if not between or between[0] not in DASHES | {","}:
        sure = scene.passage.lexicon.phrases("conversions", "words").at(tokens, start)
        return True if sure and start + sure[0] == end and between[0] != "=" else None
    if end - start == 1 and between[0] in DASHES:
        return _dashed(scene, start, right)
    if end - start > 1 and _only_joins(scene, start + 1, end):
        return True
    return False if between[0] == "," and _apposed(scene, left, right, start) else None


def _alone(scene: Scene, left: Claim, right: Claim) -> bool:
    """As in "120 metres high, 394 feet.", "100mph - 161km/h - tore": of two systems of measure."""
    start, end = scene.last_token(left) + 1, scene.first_token(right)
    words = scene.passage.tokens.words
    if left.kind != "measure" or not _convertible(scene, left, right) or not start < end:
        return False
    between = [words[at].isalpha() for at in range(start, end - 1)]
    signed = words[end - 1] == "," or (words[end - 1] in DASHES and end > start)
    listed = words[end - 1] == "," and sum(sign.isdecimal() for sign in right.span.text) < WIDE
    if listed or not signed or not all(between) or len(between) > WIDE or not _closes(scene, right):
        return False
    low, high = scene.passage.bounds(start - 1)
    units = [scene.units[each.quantity.unit or ""] for each in (left, right) if each.quantity]
    ratio = max(units[0].factor / units[1].factor, units[1].factor / units[0].factor)
    decimal = str(ratio).strip("0") == "1" and not units[0].offset
    others = [
        claim
        for claim in scene.claims_in(low, high)
        if claim.quantity is not None and claim.kind == "measure"
    ]
    return end < high and not decimal and len(others) == len(units)


def _apposed(scene: Scene, left: Claim, right: Claim, comma: int) -> bool:
    """As in "197 Minuten dauert das Epos, knapp dreieinhalb Stunden,", ", also 3,3 Stunden,".

    Behind a comma at once, drawn from the figure before it or near to it, and closed.
    """
    start, end = scene.last_token(left) + 1, scene.first_token(right)
    between = range(start, comma)
    worded = all(scene.passage.tokens.words[at].isalpha() for at in between)
    others = any(claim.quantity is not None for claim in scene.claims_in(start, end))
    if len(between) > WORDS_BEFORE or not worded or others or not _closes(scene, right):
        return False
    loose = scene.passage.lexicon.phrases("conversions", "loose")
    drawn = loose.at(scene.passage.tokens, comma + 1)
    if drawn is not None and comma + 1 + drawn[0] == end:
        return len(between) <= WORDS_BETWEEN or _near(scene, left, right)
    return comma + 1 == end and _about(scene, left, right) and _near(scene, left, right)


def _near(scene: Scene, left: Claim, right: Claim) -> bool:
    """Two measures of about one size, or of one with a slip of zeros."""
    a, b = left.quantity, right.quantity
    units = [scene.units.get(q.unit or "") for q in (a, b) if q is not None]
    if a is None or b is None or None in units or a.value is None or b.value is None:
        return left.kind == "money"
    sizes = [
        exact(q.value or 0) * unit.factor for q, unit in zip((a, b), units, strict=True) if unit
    ]
    return of_one_size(sizes[0], sizes[1])


def _about(scene: Scene, left: Claim, right: Claim) -> bool:
    """As in "2.400.000 Quadratmeter, rund 2,4 Quadratkilometer", but no two lengths."""
    quantity = right.quantity
    if quantity is None or quantity.hedge not in NEARLY or left.kind != right.kind:
        return False
    unit = scene.units.get(quantity.unit or "")
    other = scene.units.get(left.quantity.unit or "") if left.quantity else None
    if right.kind in TIMES:  # days may be working days
        return DAY not in {quantity.unit, left.quantity.unit if left.quantity else None}
    if unit is None or other is None:
        return right.kind == "money"
    ratio = max(unit.factor / other.factor, other.factor / unit.factor)
    return unit.dimension in APPOSED or str(ratio).strip("0") != "1"  # miles, and kilometres


def _bracketed(scene: Scene, start: int, end: int, right: Claim) -> bool | None:
    """As in "£4.5bn a year (€5.3bn)": few words before the bracket, and it holds nothing else."""
    tokens = scene.passage.tokens
    opening = max(at for at in range(start, end) if tokens.words[at] in "([")
    near = opening - start <= WORDS_BETWEEN and all(
        tokens.words[at].isalpha() or (tokens.words[at] in DASHES and tokens.glued(at))
        for at in range(start, opening)
    )
    loose = scene.passage.lexicon.phrases("conversions", "loose").at(tokens, opening + 1)
    first = opening + 1 + (loose[0] if loose else 0)
    if not (near and _only_joins(scene, first, end) and _closes(scene, right)):
        return None
    return True if _figures_only(scene, right) else None


def _figures_only(scene: Scene, right: Claim) -> bool:
    """Is a comma in the bracket followed by a figure? Not in "(or 45 hours, if you insist)"."""
    words, after = scene.passage.tokens.words, scene.last_token(right) + 1
    if after >= len(words) or words[after] != ",":
        return True
    closing = next((at for at in range(after, len(words)) if words[at] in CLOSING), after)
    return any(claim.quantity is not None for claim in scene.claims_in(after, closing))


def _dashed(scene: Scene, dash: int, right: Claim) -> bool | None:
    """As in "£300m - around €357m - for the yard": the conversion alone between two dashes."""
    tokens = scene.passage.tokens
    after = scene.last_token(right) + 1
    if tokens.glued(dash) or after >= len(tokens) or tokens.words[after] != tokens.words[dash]:
        return None
    hedged = right.quantity is not None and right.quantity.hedge is not None
    return (hedged and not tokens.glued(after)) or None


def _only_joins(scene: Scene, start: int, end: int) -> bool:
    """Nothing but phrases of conversion between two tokens."""
    words = scene.passage.lexicon.phrases("conversions", "words")
    at = start
    while at < end:
        hit = words.at(scene.passage.tokens, at)
        if hit is None:
            return False
        at += hit[0]
    return at == end


def _closes(scene: Scene, claim: Claim) -> bool:
    """The figure is all that its brackets hold, up to another figure or a word about the rate."""
    tokens = scene.passage.tokens
    after = scene.last_token(claim) + 1
    behind = scene.passage.lexicon.phrases("conversions", "behind").at(tokens, after)
    after += behind[0] if behind else 0
    return after >= len(tokens) or tokens.words[after] in CLOSERS | DASHES | {"."}


def _continues(scene: Scene, previous: Claim, claim: Claim, original: Claim) -> bool:
    """The second conversion in one pair of brackets: "($60bn; £32bn)", "($60bn or £32bn)"."""
    tokens = scene.passage.tokens
    start, end = scene.last_token(previous) + 1, scene.first_token(claim)
    loose = scene.passage.lexicon.phrases("conversions", "loose")
    for at in range(start, end):
        hit = loose.at(tokens, at)
        if tokens.words[at] not in INNER and hit is None:
            return False
    return (
        0 < end - start <= len(INNER)
        and _convertible(scene, original, claim)
        and _closes(scene, claim)
    )
