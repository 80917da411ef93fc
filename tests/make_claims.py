"""Short ways from a phrase to what factcheck reads in it, and a source of repeatable chance."""

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import factcheck
from factcheck import pipeline
from factcheck.comparison.judge import Printed, printed
from factcheck.config import Settings
from factcheck.document import Document
from factcheck.extract.passages import passages
from factcheck.extract.people.cast import Cast, read_cast
from factcheck.interval import exact
from factcheck.languages.lexicon import load_lexicon
from factcheck.model import Claim, Quantity, Relation, Role
from factcheck.readers.text import blocks_of
from factcheck.reference.tables import load_tables
from factcheck.rounding import interval_of, is_exact_count, step_of

ONE = Decimal(1)
COUNTED = frozenset({"count", "number"})


def figures(text: str, language: str = "de") -> list[Quantity]:
    """Return the figures of a text that are no dates."""
    claims = factcheck.extract(text, language=language, attribution=False)
    return [c.quantity for c in claims if c.quantity is not None and c.kind != "date"]


def figure(text: str, language: str = "de") -> Quantity:
    """Return the one figure of a text."""
    (only,) = figures(text, language)
    return only


def read(text: str, language: str = "de", **options: bool) -> Printed:
    """Return the one figure of a text as it is compared."""
    found = printed(figure(text, language), **options)
    assert found is not None
    return found


def quantity(
    digits: str, scale: Decimal = ONE, kind: str = "money", hedge: str | None = None
) -> Quantity:
    """Return a figure with these digits, as extraction makes it."""
    value = Decimal(digits)
    exactly = kind in COUNTED and is_exact_count(value, scale)
    step = Decimal(0) if exactly else step_of(value, scale)
    interval = interval_of(value * scale, step, hedge, signed=False)
    span = Document(digits, ()).span(0, len(digits))
    return Quantity(span, kind, interval, value * scale, hedge=hedge, step=step)


def compared(
    digits: str, scale: Decimal = ONE, kind: str = "money", hedge: str | None = None
) -> Printed:
    """Return a figure with these digits as it is compared."""
    found = printed(quantity(digits, scale, kind, hedge))
    assert found is not None
    return found


def ends(quantity_read: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """Return the ends of a figure's interval."""
    low, high = quantity_read.interval.low, quantity_read.interval.high
    return None if low is None else exact(low), None if high is None else exact(high)


def relations(text: str, kind: str, language: str = "de") -> list[Relation]:
    """Return the relations of one kind in a text."""
    found = pipeline.extract(text, Settings(language=language)).relations
    return [relation for relation in found if relation.kind == kind]


def member_texts(relation: Relation, role: str) -> list[str]:
    """Return what is printed of the members with a role."""
    members = relation.all(role)
    return [m.span.text if isinstance(m, Claim) else m.text for m in members]


def roles(text: str, language: str = "de") -> list[Role]:
    """Return the persons named with an office."""
    claims = factcheck.extract(text, language=language, date="2025-03-13")
    return [claim.role for claim in claims if claim.role is not None]


def cast(text: str, language: str = "de") -> Cast:
    """Return the people of a text."""
    lexicon = load_lexicon(language)
    found = tuple(passages(Document(text, blocks_of(text)), lexicon))
    return read_cast(found, lexicon, load_tables())


def sentences(text: str, language: str = "de") -> list[str]:
    """Return the sentences of a text of one paragraph."""
    document = Document(text, blocks_of(text))
    found: list[str] = []
    for passage in passages(document, load_lexicon(language)):
        found += [passage.sentence(start).text for start in passage.starts]
    return found


class Chance:
    """The same uneven numbers in every run and on every machine."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._drawn = 0

    def unit(self) -> float:
        """Return a number from 0 to 1, each as likely as any other."""
        self._drawn += 1
        name = f"{self._seed}:{self._drawn}".encode()
        return int.from_bytes(hashlib.sha256(name).digest()[:6], "big") / 2**48

    def normal(self) -> float:
        """Return a number that is normally distributed: mean 0, deviation 1, at most 6."""
        return sum(self.unit() for _ in range(12)) - 6

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to below the limit."""
        return min(limit - 1, int(self.unit() * limit))

    def of(self, choices: Sequence[str]) -> str:
        """Return one of these."""
        return choices[self.below(len(choices))]
