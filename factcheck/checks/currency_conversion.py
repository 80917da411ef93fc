"""An amount and its conversion agree at the exchange rate of the article's days.

Worked example, article of 13 March 2025: "4,5 Milliarden Pfund (5,3 Milliarden Euro)".
4.5 as printed allows 4.45 to 4.55 billion pounds. The ECB's rates of 6 to 13 March give 1.1852 to
1.1936 euros for a pound; half a per cent on either side allows for other sources: 1.1793 to 1.1996.
So the pounds are 5.248 to 5.458 billion euros, and "5,3" allows 5.25 to 5.35: they agree, although
the day's rate alone gives 5.371. "6,9 Milliarden Euro" would not, nor would "5,3 Millionen".

The rates are those of the article's day and the seven days before it, and where the sentence gives
the amount another time, that time's as well. Bounds ("bis zu") hold for the pair and are dropped.
Without an article date only a slip by a power of ten is called a mismatch. Rates that end more
than a week before the article are widened by a tenth.

It cannot see: which of the two figures is wrong; a conversion by an agreed or a market rate that is
far from the official one; currencies without a rate of the European Central Bank.
Source of the rule: 3,756 simulated correct conversions (rate lag, spread, rounding twice).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison import (
    Judge,
    Outcome,
    Printed,
    Working,
    compare_conversion,
    printed,
)
from factcheck.interval import Interval, exact
from factcheck.model import Claim, Evidence, Finding, Relation
from factcheck.reference.rates import SPREAD, WEEK, Band
from factcheck.slips import Slip, copied, digit_slips, powers_of_ten

CODE = "FC201"
NAME = "currency-conversion"
PRECISION = "H"

OLD_RATE_SPREAD = Fraction(1, 10)
ECB = "European Central Bank, euro foreign exchange reference rates"
URL = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two printed amounts with their claims."""

    original: Claim
    converted: Claim
    source: str
    target: str
    amount: Printed
    result: Printed

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The claim judged and the one it is judged by."""
        return self.converted, self.original


@dataclass(frozen=True, slots=True)
class Window:
    """The rates of some days, widened by the spread; `kind` is article, time, old or any."""

    band: Band
    allowed: Interval
    kind: str


def check(article: Article) -> Iterator[Finding]:
    """Judge every conversion between two currencies."""
    for relation in article.related("conversion"):
        pair = _pair(relation)
        if pair is not None:
            yield _judged(article, relation, pair)


def _pair(relation: Relation) -> Pair | None:
    original, converted = relation.claim("original"), relation.claim("converted")
    a, b = original.quantity, converted.quantity
    if a is None or b is None or a.kind != "money" or a.unit is None or b.unit is None:
        return None
    amount, result = printed(a, drop_bounds=True), printed(b, drop_bounds=True)
    if amount is None or result is None or amount.value <= 0 or result.value <= 0:
        return None
    return Pair(original, converted, a.unit, b.unit, amount, result)


def _judged(article: Article, relation: Relation, pair: Pair) -> Finding:
    judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
    windows = _windows(article, pair)
    if not windows:
        return _without_rates(article, judge, pair)
    outcomes = [compare_conversion(pair.amount, pair.result, w.allowed) for w in windows]
    agreed = next((at for at, outcome in enumerate(outcomes) if outcome.agrees), None)
    if agreed is not None:
        return _supported(article, judge, pair, windows[agreed], outcomes[agreed])
    loose = next((at for at, outcome in enumerate(outcomes) if outcome.how), None)
    if loose is None:
        return _mismatch(article, judge, pair, windows[0], outcomes[0])
    message = article.wording.say("conversion_loose", **_fields(pair))
    working = _working(article, pair, windows[loose])
    return judge.finding("unclear", pair.claims, message, working, cautious=True)


def _without_rates(article: Article, judge: Judge, pair: Pair) -> Finding:
    """No rate to judge by: the series lacks the currency, or lacks it on these days."""
    lacking = [code for code in (pair.source, pair.target) if code not in article.rates.codes()]
    key = "conversion_no_series" if lacking else "conversion_no_rate"
    currency = lacking[0] if lacking else f"{pair.source}/{pair.target}"
    message = article.wording.say(key, currency=currency)
    return judge.finding("unclear", pair.claims, message, Working())


def _windows(article: Article, pair: Pair) -> list[Window]:
    """The rates that the conversion may have been made with, the article's own first."""
    found: list[Window] = []
    if article.date is None:
        band = article.rates.band(pair.source, pair.target, date.min, date.max)
        return [_window(band, SPREAD, "any")] if band else []
    own = article.rates.band(pair.source, pair.target, article.date - WEEK, article.date)
    if own is not None:
        found.append(_window(own, SPREAD, "article"))
    else:
        old = _newest_before(article, pair, article.date)
        if old is not None:
            found.append(old)
    for claim in (pair.original, pair.converted):
        if claim.period is None or claim.period.start > article.date:
            continue
        if claim.period.granularity in {"day", "month", "year"}:
            start, end = claim.period.start - WEEK, claim.period.end
            other = article.rates.band(pair.source, pair.target, start, end)
            if other is None:
                return []  # of a time without rates: what it would be today is another sum
            return [*found, _window(other, SPREAD, "time")]
    if article.leaves_own_time(pair.converted):
        past = article.rates.band(pair.source, pair.target, date.min, article.date)
        found += [_window(past, SPREAD, "any")] if past else []
    return found


def _newest_before(article: Article, pair: Pair, day: date) -> Window | None:
    """The last rates of a series that has not reached the article's day."""
    ends = [article.rates.newest(code) for code in (pair.source, pair.target)]
    last = min((end for end in ends if end is not None), default=None)
    if last is None or None in ends or last > day:
        return None
    if min(article.rates.newest("EUR") or last, day) - last > WEEK:
        return None  # the currency is no longer quoted
    band = article.rates.band(pair.source, pair.target, last - WEEK, last)
    return _window(band, OLD_RATE_SPREAD, "old") if band else None


def _window(band: Band, spread: Fraction, kind: str) -> Window:
    return Window(band, Interval(band.low * (1 - spread), band.high * (1 + spread)), kind)


def _supported(
    article: Article, judge: Judge, pair: Pair, window: Window, outcome: Outcome
) -> Finding:
    undated = "conversion_no_date" if article.date is None else "conversion_unknown_time"
    special = {"any": undated, "time": "conversion_other_time"}
    message = article.wording.say(
        special.get(window.kind, f"conversion_{outcome.how}"), **_fields(pair)
    )
    verdict = "unclear" if window.kind == "any" else "supported"
    return judge.finding(verdict, pair.claims, message, _working(article, pair, window))


def _mismatch(
    article: Article, judge: Judge, pair: Pair, window: Window, outcome: Outcome
) -> Finding:
    slip = _slip(article, pair, window)
    working = _working(article, pair, window)
    undated = window.kind == "any" or article.leaves_own_time(pair.converted)
    if undated and (slip is None or slip.factor is None):
        key = "conversion_no_date" if article.date is None else "conversion_unknown_time"
        message = article.wording.say(key, **_fields(pair))
        return judge.finding("unclear", pair.claims, message, working)
    corrected = slip.corrected if slip and slip.corrected else _rounded(pair, window)
    hypothesis = _explained(article, slip) if slip else None
    message = article.wording.say("conversion_mismatch", **_fields(pair))
    return judge.finding(
        "mismatch",
        pair.claims,
        f"{message} {hypothesis}" if hypothesis else message,
        replace(working, suggestion=_suggestion(article, pair, corrected), hypothesis=hypothesis),
        decisive=outcome.decisive and window.kind != "old",
    )


def _slip(article: Article, pair: Pair, window: Window) -> Slip | None:
    def fits(figure: Printed) -> bool:
        return compare_conversion(pair.amount, figure, window.allowed).agrees

    power = powers_of_ten(pair.result, fits)
    if power is not None:
        return power
    if compare_conversion(pair.amount, pair.result, window.allowed.inverse()).agrees:
        return Slip("slip_inverse")
    if copied(pair.result, pair.amount):
        return Slip("slip_copied")
    digits = digit_slips(pair.result, fits)
    return digits or _other_currency(article, pair, window)


def _other_currency(article: Article, pair: Pair, window: Window) -> Slip | None:
    """Would the figure be right in another of the great currencies?"""
    for code in article.lexicon.data["conversions"]["confused"]:
        if code in {pair.source, pair.target}:
            continue
        last = window.band.last_day
        band = article.rates.band(pair.source, code, last - WEEK, last)
        if band is None:
            continue
        allowed = Interval(band.low * (1 - SPREAD), band.high * (1 + SPREAD))
        if compare_conversion(pair.amount, pair.result, allowed).agrees:
            return Slip(f"slip_currency:{code}")
    return None


def _explained(article: Article, slip: Slip) -> str:
    key, _, code = slip.key.partition(":")
    return article.wording.say(key, factor=slip.factor or 0, currency=code)


def _rounded(pair: Pair, window: Window) -> Fraction:
    """The converted amount to the places that were printed."""
    value = pair.amount.value * window.band.last
    step = pair.result.step or Fraction(1)
    if step * 10 > value:
        return value
    return int(value / step + Fraction(1, 2)) * step


def _suggestion(article: Article, pair: Pair, corrected: Fraction) -> str:
    own = article.own_wording
    return article.wording.say("suggest_figure", figure=own.amount(corrected, pair.target, 3))


def _fields(pair: Pair) -> dict[str, object]:
    return {"original": pair.original.span.text, "converted": pair.converted.span.text}


def _working(article: Article, pair: Pair, window: Window) -> Working:
    """Interval, rates, interval, nominal value; and the rates with their days."""
    wording, band = article.wording, window.band
    derived = pair.amount.interval.times(window.allowed)

    def span_of(interval: Interval, unit: str) -> str:
        low, high = (exact(end or Fraction(0)) for end in (interval.low, interval.high))
        return wording.between(low, high, unit, 4)

    calculation = wording.say(
        "conversion_working",
        original=span_of(pair.amount.interval, pair.source),
        low=wording.number(band.low, 5),
        high=wording.number(band.high, 5),
        source=pair.source,
        target=pair.target,
        derived=span_of(derived, pair.target),
        nominal=wording.amount(pair.amount.value * band.last, pair.target, 4),
        printed=span_of(pair.result.interval, pair.target),
    )
    return Working(calculation, (_evidence(article, window),))


def _evidence(article: Article, window: Window) -> Evidence:
    band = window.band
    text = article.wording.say(
        f"rates_{window.kind}",
        source=band.source,
        target=band.target,
        low=article.wording.number(band.low, 5),
        low_day=band.low_day,
        high=article.wording.number(band.high, 5),
        high_day=band.high_day,
    )
    row = f"rates/{band.last_day.year}.csv:{band.last_day.isoformat()}"
    return Evidence("rate", text, ECB, URL, band.last_day.isoformat(), row)
