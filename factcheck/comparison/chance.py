"""Figures that nothing but the lack of others binds: how much does a finding on them prove?

Figures that have nothing to do with each other seldom differ by just what a slip makes, and seldom
agree closely. "Two years" beside 2.67, or 1 beside 1.3, is what chance brings about.
"""

from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Finding, Quantity

NEARLY, HEDGED = Fraction(1, 20), Fraction(1, 10)


def telling_alone(finding: Finding, value: Fraction, quantity: Quantity, nominal: Fraction) -> bool:
    """Does the figure fit closely, or does a slip explain that it does not?"""
    if finding.verdict == "supported":
        return _prints(abs(value), quantity, abs(nominal))
    return finding.verdict == "mismatch" and finding.hypothesis is not None


def _prints(value: Fraction, quantity: Quantity, nominal: Fraction) -> bool:
    """Is the value, if it is no 1, about what one prints for the value that the others make?"""
    if quantity.kind == "fraction":
        return True  # "by a fifth" is told of a band
    far, near = abs(value - nominal), NEARLY if quantity.hedge is None else HEDGED
    return value != 1 and (far < exact(quantity.step) / 2 or far <= near * value)
