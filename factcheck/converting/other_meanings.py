"""A bare "$", "rupees" or "francs" may mean another currency than the usual one of the name.

"SYDNEY - The house was sold for $4.2m (£2.2m)": as American dollars they do not agree, as
Australian ones they do. And where the article names a country whose dollar nobody quotes, nothing
is known about it.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Printed, compare_conversion
from factcheck.converting.pairs import Pair
from factcheck.converting.windows import windows
from factcheck.interval import Interval
from factcheck.model import Claim

SIGN = "$"
COUNTRY_LETTERS = 2


def other_meaning(article: Article, pair: Pair) -> str | None:
    """The currency of the same name in which the two agree, or which cannot be known; else None."""
    found: list[str] = []
    for source, target in _readings(article, pair):
        code = source if source != pair.source else target
        if code not in article.rates.codes():
            if names_country(article, code):
                return code
            continue
        rates = windows(article, source, target, pair.claims[::-1])
        if any(_agree(pair.amount, pair.result, window.allowed) for window in rates):
            found.append(code)
    named = (code for code in found if names_country(article, code))
    return next(named, found[0] if found else None)


def _agree(amount: Printed, result: Printed, allowed: Interval) -> bool:
    return compare_conversion(amount, result, allowed).agrees


def _readings(article: Article, pair: Pair) -> Iterator[tuple[str, str]]:
    """Both currencies, one of them in another meaning of its bare name."""
    for code in _meanings(article, pair.original, pair.source):
        yield code, pair.target
    for code in _meanings(article, pair.converted, pair.target):
        yield pair.source, code


def _meanings(article: Article, claim: Claim, unit: str) -> list[str]:
    """The other currencies of a name that stands without a country."""
    rivals: dict[str, dict[str, list[str]]] = article.lexicon.data["bare_currencies"]
    words = claim.span.text.lower().split()
    bare = SIGN if words[0].startswith(SIGN) else words[-1]
    unmarked = bare == SIGN or len(words) == 1 or not words[-2][0].isalpha() or (
        article.lexicon.scales.word(words[-2]) is not None
    )  # fmt: skip
    found = rivals.get(bare, {}) if unmarked else {}
    return [code for code in found if code != unit] if unit in found else []


def names_country(article: Article, currency: str) -> bool:
    """Does the article name the country whose code the currency's begins with?"""
    country = currency[:COUNTRY_LETTERS]
    return any(country in concepts for scene in article.scenes for _, concepts in scene.named)
