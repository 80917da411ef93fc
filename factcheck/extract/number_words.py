"""Numbers in words, by the grammar of the lexicon: closed up in German, spaced in English."""

from decimal import Decimal
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon, load_lexicon


def word_value(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of one lower-case word: "siebenundzwanzig", "twelve", "dreieinhalb"; else None."""
    return _cached(word, lexicon.code)


@lru_cache(maxsize=65536)
def _cached(word: str, code: str) -> Decimal | None:
    numbers = load_lexicon(code).data["numbers"]
    if word in numbers["halves"]:
        return Decimal(numbers["halves"][word])
    if word in numbers["digits"]:
        return Decimal(numbers["digits"][word])
    if word in numbers["tens"]:
        return Decimal(numbers["tens"][word])
    if not numbers["units_before_tens"]:
        return None
    value = _thousands(word, code)
    return None if value is None else Decimal(value)


def _thousands(word: str, code: str) -> int | None:
    """ "zweihunderttausendfünfzig": what stands before and after the word for a thousand."""
    thousand = load_lexicon(code).data["numbers"]["thousand"]
    head, found, tail = word.partition(thousand)
    if not found:
        return _hundreds(word, code)
    factor = 1 if not head else _hundreds(head, code)
    rest = 0 if not tail else _hundreds(_after_joiner(tail, code), code)
    return None if factor is None or rest is None else factor * 1000 + rest


def _hundreds(word: str, code: str) -> int | None:
    hundred = load_lexicon(code).data["numbers"]["hundred"]
    head, found, tail = word.partition(hundred)
    if not found:
        return _below_hundred(word, code)
    factor = 1 if not head else _below_hundred(head, code)
    rest = 0 if not tail else _below_hundred(_after_joiner(tail, code), code)
    return None if factor is None or rest is None else factor * 100 + rest


def _below_hundred(word: str, code: str) -> int | None:
    numbers = load_lexicon(code).data["numbers"]
    if word in numbers["digits"]:
        return int(numbers["digits"][word])
    if word in numbers["tens"]:
        return int(numbers["tens"][word])
    joiner = numbers["joiner"]
    for tens, value in numbers["tens"].items():
        if word.endswith(joiner + tens):
            unit = numbers["digits"].get(word[: -len(joiner + tens)])
            return None if unit is None or unit > 9 else int(value) + int(unit)
    return None


def _after_joiner(tail: str, code: str) -> str:
    return tail.removeprefix(load_lexicon(code).data["numbers"]["joiner"])
