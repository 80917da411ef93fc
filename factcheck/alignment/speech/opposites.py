"""Two words of one scale, one at either end: "more" and "less", "richest" and "ärmsten"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon, load_lexicon


def poles(
    lexicon: Lexicon, ours: Sequence[str], other: Lexicon, theirs: Sequence[str]
) -> tuple[str, str] | None:
    """Two words of one scale, one at either end, where neither text has both ends."""
    mine, their = _ends_in(lexicon.code, ours), _ends_in(other.code, theirs)
    for (axis, here), word in mine.items():
        there = their.get((axis, 1 - here))
        if there is not None and (axis, 1 - here) not in mine and (axis, here) not in their:
            return word, there
    return None


def _ends_in(code: str, lowers: Sequence[str]) -> dict[tuple[str, int], str]:
    """The ends of scales that words stand for, and the first word of each."""
    ends = opposites_of(code)
    found: dict[tuple[str, int], str] = {}
    for lower in lowers:
        for end in ends.get(lower, ()):
            found.setdefault(end, lower)
    return found


def refuses(code: str, lowers: Iterable[str]) -> bool:
    """Is there a word that denies by its own sense?"""
    lexicon = load_lexicon(code)
    section = lexicon.data["glossary"]
    words = set(lowers)
    ends, starts = tuple(section["refusing_ends"]), tuple(section["refusing_starts"])
    plain = tuple(section["refusing_not"])
    return not words.isdisjoint(section["refusals"]) or any(
        word.endswith(ends) or word.startswith(starts)
        for word in words
        if word not in lexicon.stop_words and not word.startswith(plain)
    )


@lru_cache(maxsize=4)
def opposites_of(code: str) -> dict[str, list[tuple[str, int]]]:
    """The words at the ends of scales, in all their forms: each with its scale and 0 or 1."""
    data = load_lexicon(code).data
    endings = data["endings"]["adjective"]
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for axis, ends in data["opposites"].items():
        for end, words in enumerate(ends):
            forms = {form for word in words for form in (word, *_inflected(word, endings))}
            for form in forms | {form.replace("ß", "ss") for form in forms}:
                found[form].append((axis, end))
    return dict(found)


def _inflected(word: str, endings: Sequence[str]) -> Iterator[str]:
    stem = word.removesuffix("e") if len(endings) > 1 else word
    return (stem + ending for ending in endings)
