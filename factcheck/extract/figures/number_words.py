"""Numbers in words, by the grammar of the lexicon: closed up in German, spaced in English."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon, load_lexicon

CACHED_WORDS = 1 << 16
Reading = Callable[[str, str], int | None]


def word_value(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of one lower-case word: "siebenundzwanzig", "twelve", "dreieinhalb"; else None."""
    return _cached(word, lexicon.code)


def ordinal_value(word: str, lexicon: Lexicon) -> int | None:
    """The rank of one lower-case word: "dritter", "21.", "third", "zwanzigste"; else None."""
    rank = lexicon.ordinals.get(word)
    if rank is not None or not word.endswith(lexicon.ordinal_endings):
        return rank
    return _cached_ordinal(word, lexicon.code)


def half_value(word: str, lexicon: Lexicon) -> bool:
    """Is it a word for so many and a half, or a quarter: "anderthalb", "zweieinhalb"?"""
    numbers = lexicon.data["numbers"]
    return word in numbers["halves"] or word.endswith(tuple(numbers["part_endings"]))


def compound_value(word: str, lexicon: Lexicon) -> tuple[Decimal, str] | None:
    """A number and a unit in one word: "zweitägigen" is 2 and day; else None."""
    return _cached_compound(word, lexicon.code)


@lru_cache(maxsize=CACHED_WORDS)
def _cached_compound(word: str, code: str) -> tuple[Decimal, str] | None:
    for form, unit in load_lexicon(code).compounds.items():
        if word.endswith(form) and len(word) > len(form):
            value = _cached(word[: -len(form)], code)
            return None if value is None else (value, unit)
    return None


@lru_cache(maxsize=CACHED_WORDS)
def _cached(word: str, code: str) -> Decimal | None:
    lexicon = load_lexicon(code)
    numbers = lexicon.data["numbers"]
    for listed in ("halves", "digits", "tens"):
        if word in numbers[listed]:
            return Decimal(numbers[listed][word])
    if word[:2] not in lexicon.number_starts:
        return None
    for ending, part in numbers["part_endings"].items():
        if word.endswith(ending) and len(word) > len(ending):
            whole = _thousands(word[: -len(ending)], code)
            return None if whole is None else Decimal(whole) + Decimal(part)
    value = _thousands(word, code)
    return None if value is None else Decimal(value)


@lru_cache(maxsize=CACHED_WORDS)
def _cached_ordinal(word: str, code: str) -> int | None:
    for ending in load_lexicon(code).ordinal_endings:
        if word.endswith(ending):
            value = _cached(word[: -len(ending)], code)
            if value is not None and value == int(value) and value > 0:
                return int(value)
    return None


def _thousands(word: str, code: str) -> int | None:
    return _compounded(word, code, "thousand", 1000, _hundreds)


def _hundreds(word: str, code: str) -> int | None:
    return _compounded(word, code, "hundred", 100, _below_hundred)


def _compounded(word: str, code: str, name: str, size: int, below: Reading) -> int | None:
    """What stands before and after the word for a size: "zweihunderttausendfünfzig"."""
    head, found, tail = word.partition(load_lexicon(code).data["numbers"][name])
    if not found:
        return below(word, code)
    factor = 1 if not head else below(head, code)
    rest = 0 if not tail else below(_after_joiner(tail, code), code)
    return None if factor is None or rest is None else factor * size + rest


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
