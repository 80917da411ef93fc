"""What the heading of a column says: the figure's name, its scale, unit and year, what it counts.

heading("Ausgaben 2023 (Tsd. Euro)")  ->  name "Ausgaben", scale 3, unit "EUR", year "2023"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.languages.lexicon import NO_CURRENCY, known_languages, load_lexicon
from factcheck.reference.description import year_of

PIECE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|[€$£¥%]")
SHORTEST: Final = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column: `scale` is a power of ten, `year` and `unit` empty if none is there;
    `counted` are the nouns of which it tells the number; `share` that it is one in per cent."""

    name: str
    scale: int
    unit: str
    year: str
    counted: tuple[str, ...]
    share: bool


@lru_cache(maxsize=1024)
def heading(text: str) -> Heading:
    """Read the heading of a column; a year alone stays its name."""
    year = year_of(text)
    bare = text.replace(year, " ") if year else text
    pieces = list(PIECE.finditer(bare))
    scale, unit, end = 0, "", len(pieces)
    while end > 1:
        word = pieces[end - 1].group().lower()
        power, found = _scales().get(word, 0), _units().get(word, "")
        if not power and not found and word not in _stop_words():
            break
        scale, unit, end = scale or power, unit or found, end - 1
    if not scale and not unit:
        end = len(pieces)
    first = pieces[0].start() if pieces else 0
    last = pieces[end - 1].end() if pieces else len(bare)
    name = " ".join(bare[first:last].replace("_", " ").split()) or text
    counted = tuple(dict.fromkeys(_counted(name)))
    return Heading(name, scale, unit, year, counted, name.lower().endswith(_tails("share_tails")))


def _counted(name: str) -> Iterator[str]:
    """The noun behind "number of" or before "-zahl"."""
    lower = name.lower()
    for start in sorted(_tails("count_heads"), key=len, reverse=True):
        if lower.startswith(f"{start} "):
            yield name[len(start) + 1 :]
            return
    for tail in sorted(_tails("count_tails"), key=len, reverse=True):
        if lower.endswith(tail) and len(lower) - len(tail) >= SHORTEST:
            yield name[: -len(tail)].rstrip(" -")
            return


@lru_cache(maxsize=4)
def _tails(key: str) -> tuple[str, ...]:
    """A list of every language's rules of inflection."""
    found = (load_lexicon(code).data["inflection"][key] for code in known_languages())
    return tuple(word for words in found for word in words)


@lru_cache(maxsize=1)
def _scales() -> dict[str, int]:
    """Scale word -> power of ten; a word that means two powers is none."""
    found: dict[str, set[int]] = {}
    for code in known_languages():
        for word, power in load_lexicon(code).data["numbers"]["scales"].items():
            found.setdefault(word, set()).add(int(power))
            found.setdefault(f"{word}.", set()).add(int(power))
    return {word: next(iter(powers)) for word, powers in found.items() if len(powers) == 1}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """A currency or percent word of any language -> its unit."""
    found: dict[str, str] = {}
    for code in known_languages():
        data = load_lexicon(code).data
        for unit, phrases in data["currencies"].items():
            for phrase in phrases if unit != NO_CURRENCY else ():
                found.setdefault(phrase, unit)
        for phrase in data["percent"]["percentage"]:
            found.setdefault(phrase, "percent")
    return found


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset().union(*(load_lexicon(code).stop_words for code in known_languages()))
