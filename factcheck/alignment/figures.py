"""The figures of the article beside those of the sources: what can be compared, and how."""

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache

from factcheck.alignment.choice import Paired, paired
from factcheck.alignment.desk import Comparison, Shelf
from factcheck.alignment.lines import Mention
from factcheck.alignment.names import agree, name_of
from factcheck.alignment.review import reviewed
from factcheck.alignment.slips import ONE_DIGIT, UNIT_SLIP, digits_key, slip_between
from factcheck.alignment.values import (
    Verdict,
    compare_figures,
    convertible,
    group_of,
    opposed,
)
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Claim, Person, Quantity, SourceRead

MEASURED = frozenset({"money", "measure", "percentage", "percentage_point", "duration"})
FAR_RATIO, VERY_FAR_RATIO = 3, 10
FAR, VERY_FAR = 0.25, 0.6


class Figures:
    """The matter of FC601: everything with a quantity but dates."""

    def mine(self, claim: Claim) -> bool:
        """A figure with a value or a range."""
        return claim.quantity is not None and claim.kind != "date"

    def key(self, mention: Mention) -> Hashable | None:
        """Group, unit and value: what equal figures share."""
        quantity = mention.claim.quantity
        if quantity is None or quantity.value is None:
            return None
        group = group_of(quantity)
        value = exact(quantity.value) * (100 if quantity.kind == "fraction" else 1)
        return group, None if group == "share" else quantity.unit, value

    def trace(self, mention: Mention) -> Hashable | None:
        """Group, unit and the digits in order: those of a figure with two of them transposed."""
        quantity = mention.claim.quantity
        digits = digits_key(quantity) if quantity is not None else ""
        if quantity is None or len(digits) < 2:
            return None
        return group_of(quantity), quantity.unit, digits

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> Comparison | None:
        """Figures of one group are compared; equal digits in another unit are a slip."""
        a, b = left.claim.quantity, right.claim.quantity
        if a is None or b is None:
            return None
        if a.kind == b.kind == "age" and _two_persons(article, source, left, right):
            return None
        if "number" in {a.kind, b.kind} and a.unit != b.unit:
            return _bare(article, source, a, b)
        if group_of(a) != group_of(b) or not convertible(article, a, b):
            return Comparison(Verdict(None), UNIT_SLIP) if _unit_slip(a, b) else None
        verdict = compare_figures(article, source, a, b)
        if opposed(a.hedge, b.hedge) and (left.line.negated or right.line.negated):
            return Comparison(Verdict("loosely"))
        if verdict.how is not None:
            return Comparison(verdict)
        return Comparison(verdict, slip_between(a, b), _far(a, b))


FIGURES = Figures()


@lru_cache(maxsize=8)
def _shelf(source: Article, language: str) -> Shelf:
    return Shelf(source, language, FIGURES)


@lru_cache(maxsize=4)
def pairing(article: Article) -> tuple[Paired, ...]:
    """Every figure of the article with what the sources have of it, in the order of the text."""
    shelves = [_shelf(source, article.lexicon.code) for source in article.sources]
    return reviewed(article, paired(article, shelves, FIGURES))


def _bare(article: Article, source: Article, left: Quantity, right: Quantity) -> Comparison | None:
    """A number that stands alone may be of any unit that stands elsewhere: "36 hours, not 38"."""
    if left.value is None or right.value is None:
        return None
    if left.value == right.value and left.hedge == right.hedge:
        return Comparison(Verdict("exactly"))
    alike = replace(left, unit=right.unit, kind=right.kind)
    verdict = compare_figures(article, source, alike, right)
    if verdict.how is not None:
        return Comparison(verdict)
    if left.unit is not None or exact(left.value) * exact(right.value) <= 0:
        return None
    slip = slip_between(left, right)
    return Comparison(Verdict(None), slip) if slip >= ONE_DIGIT and not _far(left, right) else None


def _two_persons(article: Article, source: Article, left: Mention, right: Mention) -> bool:
    """Are the persons whose ages they are named, and not the same?"""
    ours, theirs = _person(article, left), _person(source, right)
    return ours is not None and theirs is not None and not agree(name_of(ours), name_of(theirs))


def _person(article: Article, mention: Mention) -> Person | None:
    """The one person whom a sentence names."""
    named = {id(person): person for _, person in article.people.mentions_in(mention.line.span)}
    return next(iter(named.values())) if len(named) == 1 else None


def _far(left: Quantity, right: Quantity) -> float:
    """How much it says against two values that one is many times the other."""
    if not left.value or not right.value:
        return 0.0
    if left.unit != right.unit and left.unit and right.unit:
        return 0.0
    ratio = abs(exact(left.value) / exact(right.value))
    ratio = max(ratio, 1 / ratio)
    if ratio > VERY_FAR_RATIO:
        return VERY_FAR
    return FAR if ratio > FAR_RATIO else 0.0


def _unit_slip(left: Quantity, right: Quantity) -> bool:
    """The same digits in another unit, of figures that have one."""
    return (
        left.value is not None and left.value == right.value and {left.kind, right.kind} <= MEASURED
    )


def read_sources(article: Article) -> tuple[SourceRead, ...]:
    """Of each source how many figures it has, and how many of them the article leaves out."""
    if not article.sources:
        return ()
    used = {
        id(each.found.mention.claim)
        for each in pairing(article)
        if each.found is not None and each.standing in {"agrees", "apart"}
    }
    return tuple(_read(source, used) for source in article.sources)


def _read(source: Article, used: set[int]) -> SourceRead:
    figures = [claim for claim in source.claims if FIGURES.mine(claim)]
    left_out = sum(id(claim) not in used for claim in figures)
    document = source.document
    return SourceRead(document.path, document.language, document.date, len(figures), left_out)
