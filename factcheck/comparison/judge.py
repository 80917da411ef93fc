"""Intervals in, verdict and severity out: the one place where figures are compared and judged.

A value derived from one side (a converted amount, a sum, a table row) and a printed figure agree if
their intervals overlap, or if the figure is a rounded or truncated print of the derived value:
4,5 Milliarden Pfund are 5.25 to 5.48 billion euros at the rates of the week, and "5,3 Milliarden
Euro" allows 5.25 to 5.35. Only when neither holds is it a mismatch.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factcheck.identity import digest
from factcheck.interval import Interval, exact, point
from factcheck.languages.wording import Wording
from factcheck.model import Claim, Evidence, Finding, Quantity, Span
from factcheck.rounding import bare, coarse, usual_reach

LOOSE = Fraction(1, 4)
MOST_MOVED = Fraction(1, 10)
PRINTS = frozenset({"money", "measure", "duration", "count", "number"})
Convert = Callable[[Fraction], Fraction]
SILENT = frozenset({"supported", "unclear", "unverified"})


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed figure as it is compared: `step` is its u, `place` its c; both 0 if it is exact.

    `prints` tells whether it may stand for anything that rounds or cuts to it: money, measures and
    rounded counts may; percentages, ages and exact counts have their interval alone.
    """

    value: Fraction
    interval: Interval
    step: Fraction
    place: Fraction
    prints: bool = False

    def times(self, factor: Fraction) -> "Printed":
        """The same digits with another scale word."""
        scaled = self.interval.scaled(factor)
        return Printed(
            self.value * factor, scaled, self.step * factor, self.place * factor, self.prints
        )

    def moved(self, value: Fraction) -> "Printed":
        """Other digits, printed as finely as these."""
        half = self.step / 2
        return Printed(
            value, Interval(value - half, value + half), self.step, self.place, self.prints
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: `how` is exactly, rounding, truncation or loosely, None if they are apart.

    `decisive` tells that the two are apart by at least one unit of the coarser figure's last place.
    """

    how: str | None
    decisive: bool = False

    @property
    def agrees(self) -> bool:
        """Neither apart nor so loose that nothing is decided."""
        return self.how not in {None, "loosely"}


def printed(
    quantity: Quantity, *, drop_bounds: bool = False, reach: bool = False
) -> Printed | None:
    """A quantity ready for comparison; None for ranges and vague multitudes.

    `drop_bounds` reads "bis zu 18.000" as 18.000 (conversions); `reach` lets a bound go only as far
    as it usually does: "über 187" to 188 (tables).
    """
    value = quantity.value
    if value is None:
        return None
    interval = quantity.interval
    if drop_bounds:
        interval = bare(value, quantity.step, quantity.hedge, interval)
    elif reach and isinstance(value, Decimal):
        interval = usual_reach(value, quantity.hedge, interval)
    rounded = quantity.step != 0 and isinstance(value, Decimal)
    place = exact(coarse(value)) if rounded and isinstance(value, Decimal) else Fraction(0)
    return Printed(
        exact(value), interval, exact(quantity.step), place, rounded and quantity.kind in PRINTS
    )


def compare(derived: Interval, nominal: Interval, figure: Printed) -> Outcome:
    """A derived interval, the nominal value or band of values in it, and a printed figure."""
    how = _agreement(derived, nominal, figure)
    if how is None:
        return Outcome(None, _apart(nominal, figure.value) >= figure.place)
    near = _nearest(nominal, figure.value)
    if near and abs(figure.value - near) > LOOSE * abs(near):
        return Outcome("loosely")
    return Outcome(how)


def compare_conversion(original: Printed, converted: Printed, band: Interval) -> Outcome:
    """Two printed figures of which one is the other times a factor from `band`, in either order."""
    derived = original.interval.times(band)
    forward = compare(derived, _scaled(band, original.value), converted)
    if forward.how is not None:
        return forward
    inverse = band.inverse()
    nominal = _scaled(inverse, converted.value)
    backward = compare(converted.interval.times(inverse), nominal, original)
    reach = MOST_MOVED if backward.how == "truncation" else LOOSE
    if backward.how and _apart(nominal, original.value) <= reach * _nearest(
        nominal, original.value
    ):
        return backward
    coarser = max(converted.place, original.place * exact(band.high or 0))
    apart = _apart(_scaled(band, original.value), converted.value)
    return Outcome(None, apart >= coarser)


def compare_mapped(original: Printed, converted: Printed, there: Convert, back: Convert) -> Outcome:
    """Two printed figures of which one is the other by an increasing map: temperatures."""
    forward = compare(_mapped(original.interval, there), point(there(original.value)), converted)
    if forward.how is not None:
        return forward
    backward = compare(_mapped(converted.interval, back), point(back(converted.value)), original)
    return backward if backward.how in {"exactly", "rounding"} else forward


def _mapped(interval: Interval, convert: Convert) -> Interval:
    low = None if interval.low is None else convert(exact(interval.low))
    high = None if interval.high is None else convert(exact(interval.high))
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _agreement(derived: Interval, nominal: Interval, figure: Printed) -> str | None:
    if nominal.contains(figure.value):
        return "exactly"
    if derived.overlaps(figure.interval):
        return "rounding"
    if not figure.prints or figure.value <= 0:
        return None
    half = figure.place / 2
    low = max(figure.value - half, figure.value / (1 + MOST_MOVED))
    high = min(figure.value + half, figure.value / (1 - MOST_MOVED))
    if nominal.overlaps(Interval(low, high)):
        return "rounding"
    cut = Interval(figure.value, figure.value + figure.step, True, False)
    return "truncation" if figure.step and nominal.overlaps(cut) else None


def _scaled(band: Interval, value: Fraction) -> Interval:
    low = None if band.low is None else exact(band.low) * value
    high = None if band.high is None else exact(band.high) * value
    return Interval(low, high, band.low_closed, band.high_closed)


def _nearest(nominal: Interval, value: Fraction) -> Fraction:
    low = None if nominal.low is None else exact(nominal.low)
    high = None if nominal.high is None else exact(nominal.high)
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def _apart(nominal: Interval, value: Fraction) -> Fraction:
    return abs(_nearest(nominal, value) - value)


@dataclass(frozen=True, slots=True)
class Working:
    """What a finding shows: calculation as a line, evidence, what to do, what explains it, and how
    the rows were found."""

    calculation: str | None = None
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    hypothesis: str | None = None
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """A check's code, name and precision class, which with the outcome give the severity."""

    code: str
    name: str
    precision: str

    def finding(
        self,
        verdict: str,
        claims: Sequence[Claim],
        message: str,
        working: Working,
        *,
        decisive: bool = True,
        cautious: bool = False,
        quoted: bool = False,
        spans: Sequence[Span] = (),
    ) -> Finding:
        """A finding with its severity.

        `decisive`: categorical, or off by a unit of the coarser figure; `cautious`: an unclear one
        that the desk should see all the same; `quoted`: the speaker's figure, faithfully printed.
        Without a claim (a name) there must be `spans`.
        """
        named = (claims[0].sentence.text, claims[0].span.text) if claims else (spans[0].text,)
        return Finding(
            f"{self.code}-{digest(*named)}",
            self.code,
            self.name,
            verdict,
            self._severity(verdict, decisive and not quoted, cautious),
            tuple(claims),
            tuple(spans) or tuple(claim.span for claim in claims),
            message,
            working.calculation,
            working.evidence,
            None if verdict == "supported" else working.suggestion,
            working.hypothesis,
            working.trace,
        )

    def _severity(self, verdict: str, decisive: bool, cautious: bool) -> str:
        if self.precision == "N" or (verdict in SILENT and not (verdict == "unclear" and cautious)):
            return "info"
        if verdict == "mismatch" and self.precision == "H" and decisive:
            return "error"
        return "warning"


def of_speaker(finding: Finding, wording: Wording) -> Finding:
    """A finding against a figure in quotation marks is the speaker's matter: a warning at most.

    Not where a source document says otherwise: then the quotation is not a faithful one.
    """
    claim = finding.claims[0] if finding.claims else None
    said = claim.attribution if claim is not None and claim.quantity is not None else None
    if said is None or said.mode != "direct" or finding.verdict not in {"mismatch", "outdated"}:
        return finding
    if any(evidence.type == "document" for evidence in finding.evidence):
        return finding
    told = wording.say("speakers_figure")
    message = finding.message if told in finding.message else f"{finding.message} {told}"
    severity = "warning" if finding.severity == "error" else finding.severity
    return replace(finding, severity=severity, message=message)
