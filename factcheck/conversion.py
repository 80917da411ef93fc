"""One amount in another currency, with its working: what `factcheck convert` prints."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck import pipeline
from factcheck.comparison import Printed, printed
from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.interval import exact
from factcheck.model import Claim
from factcheck.reference.rates import SPREAD, WEEK


def convert(amount: str, source: str, target: str, settings: Settings) -> list[str]:
    """The working of one conversion, line by line: result, rates, what rounding allows."""
    article = pipeline.extract(
        amount, replace(settings, language=settings.language or pipeline.FALLBACK_LANGUAGE)
    )
    figure = _amount(article.claims, amount)
    for code in (source, target):
        if code not in article.rates.codes():
            known = ", ".join(sorted(article.rates.codes()))
            raise FactcheckError(f'there are no rates for "{code}"; choose one of {known}')
    day = settings.date or article.rates.newest("EUR") or date.max
    band = article.rates.band(source, target, day - WEEK, day)
    wording = article.wording
    if band is None:
        raise FactcheckError(wording.say("convert_no_rate", currency=f"{source}/{target}"))
    value = exact(figure.value) * band.last
    low = exact(figure.interval.low or Fraction(0)) * band.low * (1 - SPREAD)
    high = exact(figure.interval.high or Fraction(0)) * band.high * (1 + SPREAD)
    rates = wording.say(
        "rates_article", source=source, target=target, low=wording.number(band.low, 5),
        low_day=band.low_day, high=wording.number(band.high, 5), high_day=band.high_day,
    )  # fmt: skip
    interval = wording.between(low, high, target, 4)
    two, three = wording.amount(value, target, 2), wording.amount(value, target, 3)
    printed_amount = wording.amount(exact(figure.value), source)
    return [
        wording.say(
            "convert_result", amount=printed_amount, result=wording.amount(value, target, 4)
        ),
        wording.say("convert_rates", rates=rates),
        wording.say("convert_allowed", interval=interval),
        wording.say("convert_rounded", two=two, three=three),
    ]


def _amount(claims: Iterable[Claim], text: str) -> Printed:
    """The one figure of an amount such as 4.5bn."""
    found = [claim.quantity for claim in claims if claim.quantity and claim.kind != "date"]
    figure = printed(found[0]) if len(found) == 1 else None
    if figure is None:
        raise FactcheckError(f'"{text}" is not an amount; write it like 4.5bn or 1,200')
    return figure
