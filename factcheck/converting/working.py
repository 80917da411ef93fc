"""How a conversion by a rate is shown: the calculation as a line, the rates, days and source."""

from fractions import Fraction

from factcheck.comparison.judge import Working
from factcheck.converting.pairs import Pair
from factcheck.converting.windows import Window
from factcheck.interval import Interval, exact
from factcheck.languages.wording import Wording
from factcheck.model import Evidence

PER_CENT = 100


def working(wording: Wording, pair: Pair, window: Window) -> Working:
    """Interval, rates, interval, nominal value; and the rates with their days."""
    band = window.band
    derived = pair.amount.interval.times(window.allowed)
    calculation = wording.say(
        "conversion_working",
        original=between(wording, pair.amount.interval, pair.source),
        low=wording.number(band.low, 5),
        high=wording.number(band.high, 5),
        source=pair.source,
        target=pair.target,
        derived=between(wording, derived, pair.target),
        nominal=wording.amount(pair.amount.value * band.last, pair.target, 4),
        printed=between(wording, pair.result.interval, pair.target),
    )
    return Working(calculation, (evidence(wording, window),))


def between(wording: Wording, interval: Interval, unit: str) -> str:
    """A bounded interval of amounts."""
    low, high = (exact(end or Fraction(0)) for end in (interval.low, interval.high))
    return wording.between(low, high, unit, 4)


def evidence(wording: Wording, window: Window) -> Evidence:
    """The least and the greatest rate of the window with their days, and who published them."""
    band = window.band
    publisher = band.publisher
    fixed = publisher.folder == "currencies"
    text = wording.say(
        "rates_fixed" if fixed else f"rates_{window.kind}",
        source=band.source,
        target=band.target,
        low=wording.number(band.low, 5),
        low_day=band.low_day,
        high=wording.number(band.high, 5),
        high_day=band.high_day,
        spread=wording.number(window.spread * PER_CENT),
    )
    day = band.last_day.isoformat()
    file = f"{publisher.folder}.csv" if fixed else f"{publisher.folder}/{band.last_day.year}.csv"
    key = next(c for c in (band.source, band.target) if c != publisher.base) if fixed else day
    return Evidence("rate", text, publisher.name, publisher.url, day, f"{file}:{key}")
