"""The sign before an amount and the name behind it are of one currency.

Worked example: "$4,5 Mrd. Euro". The sign is the dollar's, the name the euro's: one of them is
wrong. "$300 Canadian dollars", "£20 Egyptian pounds" and "$500 pesos" are right, for many
currencies have the dollar sign, and several the pound's and the yen's. "a $5m yen loan" names the
loan.

It cannot see: which of the two is meant; a sign that is wrong and has no name behind it.
Source of the rule: the way amounts are written.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.tokens import tokenise
from factcheck.model import Finding, Span

CODE = "FC204"
NAME = "symbol-and-name"
PRECISION = "H"

# Currencies that are printed with one sign: dollar and peso, pound and lira, yen and yuan.
SHARED = (
    frozenset(
        {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL", "PTE"}
    ),
    frozenset({"GBP", "EGP", "SYP", "LBP", "IEP", "CYP", "ITL", "TRY"}),
    frozenset({"JPY", "CNY"}),
    frozenset({"SEK", "NOK", "DKK", "ISK", "CZK", "SKK", "EEK"}),
    frozenset({"INR", "PKR", "LKR", "NPR"}),
)


def check(article: Article) -> Iterator[Finding]:
    """Compare the sign of each amount with the name behind it."""
    for relation in article.related("sign"):
        amount = relation.claim("amount")
        name = next(member for member in relation.all("name") if isinstance(member, Span))
        named = _currency(article, name)
        own = amount.quantity.unit if amount.quantity else None
        if own is None or named is None or _one_sign(own, named):
            continue
        fields = {"amount": amount.span.text, "sign": own, "name": name.text}
        yield Judge(CODE, NAME, PRECISION).finding(
            "mismatch",
            (amount,),
            article.wording.say("sign_differs", **fields),
            Working(None, (article.quote(relation.span),)),
            spans=(relation.span,),
        )


def _currency(article: Article, name: Span) -> str | None:
    """The currency of a name; None for one that several countries have."""
    hit = article.lexicon.currencies.at(tokenise(name.text), 0)
    unit = hit[1].unit if hit else None
    return None if unit not in article.tables.currencies else unit


def _one_sign(own: str, named: str) -> bool:
    return own == named or any({own, named} <= shared for shared in SHARED)
