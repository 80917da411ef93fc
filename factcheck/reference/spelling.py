"""Are two printed names the same, the same in another spelling, or one slip of the pen apart?

Accents, hyphens, case and umlauts spelt out never make a difference. Where a name comes from
another script, neither does the way in which its sounds are written (Lawrow, Lavrov, Lavroff).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from factcheck.reference.names import fold

SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
# Countries and bodies whose names reach German and English from another script (ISO 3166).
CODES = (
    "AE AF AM AZ BA BD BG BY CN CY EG ET GE GR IL IN IQ IR JO JP KG KR KW KZ LB LK LY MA ME MK MN "
    "NP OM PK PS QA RS RU SA SD SY TH TJ TN TW UA UZ XK YE"
)
OTHER_SCRIPTS = frozenset(CODES.split())
# Letters that stand for one sound in different transcriptions, longest first.
SOUNDS = (
    (re.compile("dsch|dzh|dj|dž"), "j"),
    (re.compile("tsch|tch|ch|kh|sch|sh|zh|sj|z|c(?=[eiy])"), "s"),
    (re.compile("ph|ff|w|v"), "f"),
    (re.compile("ck|q|c|x"), "k"),
    (re.compile("ou|oo|eu|yu|ju|iu"), "u"),
    (re.compile("ya|ja|ia"), "a"),
    (re.compile("ye|je|ie|ee|yo|jo|io"), "e"),
    (re.compile("[yj]"), "i"),
    (re.compile("ii+"), "i"),
    (re.compile("h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
ONE_SLIP, TWO_SLIPS = 5, 8


@lru_cache(maxsize=65536)
def forms(word: str) -> frozenset[str]:
    """The word folded, and folded with its umlauts spelt out."""
    return frozenset("".join(fold(form)) for form in (word, word.lower().translate(SPELT_OUT)))


def spelt_alike(one: str, other: str, genitive: str = "s") -> bool:
    """The same word but for accents, umlauts spelt out, or a genitive's ending."""
    a, b = forms(one), forms(other)
    if a & b:
        return True
    return any(x + genitive == y or y + genitive == x for x in a for y in b)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word with every transcription of a sound written in one way."""
    heard = "".join(fold(word))
    for pattern, letter in SOUNDS:
        heard = pattern.sub(letter, heard)
    return heard


def slips(one: str, other: str) -> int:
    """The fewest letters put in, left out, changed or swapped that make one word the other."""
    return min(OSA.distance(a, b) for a in forms(one) for b in forms(other))


def near(one: str, other: str) -> bool:
    """One slip in words of five letters or more, two in words of eight or more."""
    shorter = min(len(one), len(other))
    if shorter < ONE_SLIP or spelt_alike(one, other):
        return False
    return slips(one, other) <= (2 if shorter >= TWO_SLIPS else 1)


def near_name(said: Sequence[str], name: Sequence[str]) -> str | None:
    """Where two names that are not the same differ by a slip: "surname", "first_name", else None.

    The first of the words is the first name, the last the surname; a single word is a surname,
    and one slip in six letters is its limit.
    """
    if not said or len(name) < 2:
        return None
    same_surname = spelt_alike(said[-1], name[-1])
    if len(said) == 1:
        alone = not same_surname and near(said[0], name[-1]) and slips(said[0], name[-1]) == 1
        return "surname" if alone and len(said[0]) > ONE_SLIP else None
    if spelt_alike(said[0], name[0]):
        return "surname" if near(said[-1], name[-1]) else None
    first = slips(said[0], name[0]) == 1 and near(said[0], name[0])
    return "first_name" if same_surname and first else None
