"""The slips that explain a mismatch, tried in a fixed order: the first that fits is named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.comparison.judge import Printed

TEN, THIRTEEN, TWENTY, FIFTY, HUNDRED = 10, 13, 20, 50, 100
POWERS = (3, -3, 6, -6, 1, -1, 2, -2, 9, -9)


@dataclass(frozen=True, slots=True)
class Slip:
    """A hypothesis by its key in the lexicons, and what the figure would be without the slip.

    `factor` is set for powers of ten: the figure times it is right; `unit` where the unit is not
    the one printed.
    """

    key: str
    corrected: Fraction | None = None
    factor: int | None = None
    unit: str | None = None


def powers_of_ten(figure: Printed, fits: Callable[[Printed], bool]) -> Slip | None:
    """Million for Milliarde, a zero too many: the figure fits when multiplied by a power of ten."""
    for power in POWERS:
        factor = Fraction(10) ** power
        if fits(figure.times(factor)):
            return Slip(power_key(factor), figure.value * factor, 10 ** abs(power))
    return None


def power_key(factor: Fraction) -> str:
    """The message for a figure that is right times a power of ten: a scale word, or a zero?"""
    size = max(factor, 1 / factor)
    kind = "zero" if size in {TEN, HUNDRED} else "power"
    return f"slip_{kind}_{'up' if factor > 1 else 'down'}"


def digit_slips(figure: Printed, fits: Callable[[Printed], bool]) -> Slip | None:
    """Two digits transposed, one dropped or one added."""
    for key, value in _variants(figure):
        if value != figure.value and fits(figure.moved(value)):
            return Slip(key, value)
    return None


def one_digit(figure: Printed, nominal: Fraction) -> Slip | None:
    """One digit wrong: 354 for 324, which is what the others make; of two digits, the first."""
    step = place_of(figure.value)
    value = round(nominal / step) * step
    digits, others = _digits(figure.value), str(int(value / step)) if value > 0 else ""
    wrong = [at for at, pair in enumerate(zip(digits, others, strict=False)) if pair[0] != pair[1]]
    if len(digits) < 2 or len(digits) != len(others) or len(wrong) != 1:
        return None
    last = len(digits) == 2 and wrong == [1]
    return None if last else Slip("slip_one_digit")


def telling(slip: Slip, figure: Printed, nominal: Fraction) -> bool:
    """Does the slip hardly fit by chance? Ten times 2 is 16 rounded, and 14 one digit from 24."""
    digits = len(_digits(figure.value))
    if slip.key in {"slip_one_digit", "slip_copied"}:
        return digits > 2
    if slip.factor is not None and slip.corrected is not None:
        near = max(nominal / FIFTY, place_of(slip.corrected) / 2)  # 1,600 is what 1,646 rounds to
        return digits > 1 and abs(slip.corrected - nominal) <= near
    return True


def copied(figure: Printed, original: Printed) -> bool:
    """Have both figures the same digits, whatever their scale? One alone proves nothing."""
    digits, others = _digits(figure.value), _digits(original.value)
    return len(digits) > 1 and digits == others


def heard_alike(one: Fraction, other: Fraction) -> bool:
    """Are they fourteen and forty, a hundred and nineteen and a hundred and ninety?"""
    less, more = sorted((one, other))
    teen, ty = less % HUNDRED, more % HUNDRED
    alike = THIRTEEN <= teen < TWENTY and ty == (teen - TEN) * TEN
    return alike and less - teen == more - ty


def miscounted(told: Fraction, right: Fraction) -> bool:
    """A decade off, two digits turned, a zero too many or too few: 28 for 18, 91 for 19."""
    digits = str(int(told))
    turned = {
        int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
        for at in range(len(digits) - 1)
    }
    return abs(told - right) == TEN or right in turned or right in {told * TEN, told / TEN}


def _variants(figure: Printed) -> Iterator[tuple[str, Fraction]]:
    digits = _digits(figure.value)
    unit = place_of(figure.value)
    if len(digits) < 2:
        return
    zero = digits + "0" if unit >= TEN else digits  # the last may be turned with the zero behind it
    for index in range(len(zero) - 1):
        swapped = [*zero]
        swapped[index], swapped[index + 1] = swapped[index + 1], swapped[index]
        if swapped[0] != "0":
            yield "slip_transposed", int("".join(swapped)) * unit / 10 ** (len(zero) - len(digits))
    for index in range(len(digits)):
        rest = digits[:index] + digits[index + 1 :]
        if rest[0] != "0" and len(rest) > 1:
            yield "slip_added_digit", int(rest) * unit


def _digits(value: Fraction) -> str:
    """The significant digits of a decimal value, without the zeros around them."""
    return str(int(abs(value) / place_of(value))) if value else "0"


def place_of(value: Fraction) -> Fraction:
    """The place of the last significant digit; 1 where the value is no finite decimal."""
    unit = Fraction(1)
    scaled = abs(value)
    if not scaled:
        return unit
    for _ in range(40):
        if scaled.denominator == 1:
            break
        scaled, unit = scaled * 10, unit / 10
    while scaled.denominator == 1 and scaled.numerator % 10 == 0:
        scaled, unit = scaled / 10, unit * 10
    return unit if scaled.denominator == 1 else Fraction(1)
