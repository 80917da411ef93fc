"""An amount and its conversion agree at the exchange rate of the article's days.

Worked example, article of 13 March 2025: "4,5 Milliarden Pfund (5,3 Milliarden Euro)".
4.5 as printed allows 4.45 to 4.55 billion pounds. The ECB's rates of 6 to 13 March give 1.1852 to
1.1936 euros for a pound; half a per cent on either side allows for other sources: 1.1793 to 1.1996.
So the pounds are 5.248 to 5.458 billion euros, and "5,3" allows 5.25 to 5.35: they agree, although
the day's rate alone gives 5.371. "6,9 Milliarden Euro" would not, nor would "5,3 Millionen".

The rates are those of the article's day and the seven days before it, and where the sentence gives
the amount another time, that time's as well. What fits the rates of the quarter of a year before
the article or of some weeks after it, but not those of its days, is a note: a result of last
quarter, a deal of last month.
Bounds ("bis zu") hold for the pair and are dropped. Without an article date only a slip by a power
of ten is called a mismatch. Rates that end more than a week before the article are widened by a
tenth. What the European Central Bank did not quote is taken from the weekly tables of the Polish
national bank, with one per cent to spare; old currencies at their fixed euro rate. A bare "$" or
"rupees" may be those of another country: what agrees in them is a note.

It cannot see: which of the two figures is wrong; a conversion by an agreed or a market rate that is
far from the official one; currencies that neither bank quotes.
Source of the rule: 3,756 simulated correct conversions (rate lag, spread, rounding twice).
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Outcome, Printed, Working, compare_conversion
from factcheck.comparison.slips import Slip, copied, digit_slips, powers_of_ten
from factcheck.converting.list_prices import are_list_prices
from factcheck.converting.other_meanings import names_country, other_meaning
from factcheck.converting.pairs import Pair, pair_of
from factcheck.converting.windows import Window, in_old_units, nearby, windows
from factcheck.converting.working import working
from factcheck.interval import Interval, around
from factcheck.model import Finding, Relation
from factcheck.reference.rates import SPREAD, WEEK

CODE = "FC201"
NAME = "currency-conversion"
PRECISION = "H"

TEN = 10


def check(article: Article) -> Iterator[Finding]:
    """Judge every conversion between two currencies."""
    for relation in article.related("conversion"):
        pair = pair_of(relation, "money")
        if pair is not None and pair.amount.value > 0 and pair.result.value > 0:
            yield _judged(article, relation, pair)


def _judged(article: Article, relation: Relation, pair: Pair) -> Finding:
    judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
    found = windows(article, pair.source, pair.target, pair.claims[::-1])
    if not found:
        return _without_rates(article, judge, pair)
    old = in_old_units(article, pair.source, pair.target)
    if old and _distance(pair, old[0]) < _distance(pair, found[0]):
        found = old
    outcomes = [compare_conversion(pair.amount, pair.result, w.allowed) for w in found]
    agreed = next((at for at, outcome in enumerate(outcomes) if outcome.agrees), None)
    if agreed is not None:
        return _supported(article, judge, pair, found[agreed], outcomes[agreed])
    near = nearby(article, pair.source, pair.target) if _precise(pair) else None
    if near and near.allowed.overlaps(_implied(pair)):
        message = article.wording.say("conversion_other_day", **pair.fields)
        return judge.finding("unclear", pair.claims, message, working(article.wording, pair, near))
    if are_list_prices(pair, found[0].band.last, article.lexicon):
        message = article.wording.say("conversion_list_prices", **pair.fields)
        return judge.finding("unclear", pair.claims, message, Working())
    loose = next((at for at, outcome in enumerate(outcomes) if outcome.how), None)
    meant = other_meaning(article, pair)
    if meant is not None and (loose is None or names_country(article, meant)):
        message = article.wording.say("conversion_other_meaning", currency=meant, **pair.fields)
        return judge.finding("unclear", pair.claims, message, Working())
    if loose is None:
        return _mismatch(article, judge, pair, found[0], outcomes[0])
    message = article.wording.say("conversion_loose", **pair.fields)
    shown = working(article.wording, pair, found[loose])
    return judge.finding("unclear", pair.claims, message, shown, cautious=True)


def _distance(pair: Pair, window: Window) -> Fraction:
    """How many times too great or too small the converted figure is."""
    times = pair.result.value / (pair.amount.value * window.band.last)
    return max(times, 1 / times)


def _precise(pair: Pair) -> bool:
    """Are both printed to two digits or more, so that a rate can be told from them?"""
    return all(figure.step * TEN <= figure.value for figure in (pair.amount, pair.result))


def _implied(pair: Pair) -> Interval:
    """The rate that the two figures imply, as exactly as the finer of them tells."""
    width = min(figure.step / figure.value for figure in (pair.amount, pair.result)) / 2
    return around(pair.result.value / pair.amount.value, width)


def _without_rates(article: Article, judge: Judge, pair: Pair) -> Finding:
    """No rate to judge by: no table has the currency, or none has it on these days."""
    lacking = [code for code in (pair.source, pair.target) if code not in article.rates.codes()]
    key = "conversion_no_series" if lacking else "conversion_no_rate"
    currency = lacking[0] if lacking else f"{pair.source}/{pair.target}"
    message = article.wording.say(key, currency=currency)
    return judge.finding("unclear", pair.claims, message, Working())


def _supported(
    article: Article, judge: Judge, pair: Pair, window: Window, outcome: Outcome
) -> Finding:
    undated = "conversion_no_date" if article.date is None else "conversion_unknown_time"
    special = {"any": undated, "time": "conversion_other_time"}
    message = article.wording.say(
        special.get(window.kind, f"conversion_{outcome.how}"), **pair.fields
    )
    verdict = "unclear" if window.kind == "any" else "supported"
    return judge.finding(verdict, pair.claims, message, working(article.wording, pair, window))


def _mismatch(
    article: Article, judge: Judge, pair: Pair, window: Window, outcome: Outcome
) -> Finding:
    slip = _slip(article, pair, window)
    shown = working(article.wording, pair, window)
    undated = window.kind == "any" or article.leaves_own_time(pair.converted)
    # No day's rate fits an inverse one: "im vergangenen Jahr" does not explain it.
    inverse = article.date is not None and slip is not None and slip.key == "slip_inverse"
    told = inverse or (slip is not None and slip.factor is not None)
    if undated and not told:
        key = "conversion_no_date" if article.date is None else "conversion_unknown_time"
        message = article.wording.say(key, **pair.fields)
        return judge.finding("unclear", pair.claims, message, shown)
    corrected = slip.corrected if slip and slip.corrected else _rounded(pair, window)
    hypothesis = _explained(article, slip) if slip else None
    message = article.wording.say("conversion_mismatch", **pair.fields)
    return judge.finding(
        "mismatch",
        pair.claims,
        f"{message} {hypothesis}" if hypothesis else message,
        replace(shown, suggestion=_suggestion(article, pair, corrected), hypothesis=hypothesis),
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
    if step * TEN > value:
        return value
    return int(value / step + Fraction(1, 2)) * step


def _suggestion(article: Article, pair: Pair, corrected: Fraction) -> str:
    own = article.own_wording
    return article.wording.say("suggest_figure", figure=own.amount(corrected, pair.target, 3))
