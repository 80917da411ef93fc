"""One amount in another currency, with its working: what `factcheck convert` prints."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck import pipeline
from factcheck.claims import Article
from factcheck.comparison.judge import Printed, printed
from factcheck.config import Settings
from factcheck.converting.windows import Window
from factcheck.converting.working import between, evidence
from factcheck.errors import FactcheckError
from factcheck.languages.wording import significant
from factcheck.model import Claim
from factcheck.reference.rates import WEEK

DIGITS = (2, 3)


def convert(amount: str, source: str, target: str, settings: Settings) -> list[str]:
    """The working of one conversion, line by line: result, rates, what rounding allows, prints."""
    article = pipeline.extract(
        amount, replace(settings, language=settings.language or pipeline.FALLBACK_LANGUAGE)
    )
    figure = _amount(article.claims, amount)
    for code in (source, target):
        if code not in article.rates.codes():
            known = ", ".join(sorted(article.rates.codes()))
            raise FactcheckError(f'there are no rates for "{code}"; choose one of {known}')
    day = settings.date or article.rates.last_day
    band = article.rates.band(source, target, day - WEEK, day)
    if band is None:
        currency = f"{source}/{target}"
        raise FactcheckError(article.wording.say("convert_no_rate", currency=currency))
    return list(_lines(article, figure, Window(band, band.publisher.spread, "article")))


def _lines(article: Article, figure: Printed, window: Window) -> Iterator[str]:
    wording, band = article.wording, window.band
    value = figure.value * band.last
    yield wording.say(
        "convert_result",
        amount=wording.amount(figure.value, band.source),
        result=wording.amount(value, band.target, 4),
    )
    yield wording.say(
        "convert_day",
        source=band.source,
        target=band.target,
        rate=wording.number(band.last, 5),
        day=band.last_day,
    )
    shown = evidence(wording, window)
    yield wording.say("convert_rates", rates=shown.text)
    allowed = window.allowed
    yield wording.say(
        "convert_allowed",
        amount=between(wording, figure.interval, band.source),
        low=wording.number(Fraction(allowed.low or 0), 5),
        high=wording.number(Fraction(allowed.high or 0), 5),
        interval=between(wording, figure.interval.times(allowed), band.target),
    )
    for digits in DIGITS:
        yield wording.say(
            "convert_printed",
            digits=digits,
            rounded=wording.amount(value, band.target, digits),
            cut=wording.amount(_cut(value, digits), band.target),
        )
    yield wording.say("convert_source", source=shown.source, url=shown.url, day=band.last_day)


def _cut(value: Fraction, digits: int) -> Fraction:
    """A value without what follows its first digits: 5.37 is 5.3 of two."""
    rounded = significant(value, digits)
    place = Fraction(10) ** int(rounded.as_tuple().exponent)
    return Fraction(rounded) - (place if rounded > value else 0)


def _amount(claims: Iterable[Claim], text: str) -> Printed:
    """The one figure of an amount such as 4.5bn."""
    found = [claim.quantity for claim in claims if claim.quantity and claim.kind != "date"]
    figure = printed(found[0]) if len(found) == 1 else None
    if figure is None or figure.interval.low is None or figure.interval.high is None:
        raise FactcheckError(f'"{text}" is not an amount; write it like 4.5bn or 1,200')
    return figure
