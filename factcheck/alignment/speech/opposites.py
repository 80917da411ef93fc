"""Two words of one scale, one at either end: "more" and "less", "richest" and "ärmsten"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon, load_lexicon


def poles(
    lexicon: Lexicon, ours: Sequence[str], other: Lexicon, theirs: Sequence[str]
) -> tuple[str, str] | None:
    """Two words of one scale, one at either end, where neither text has both ends."""
    theirs_at = opposites_of(other.code)
    for axis, ends in opposites_of(lexicon.code).items():
        mine = [[word for word in ours if word in end] for end in ends]
        their = [[word for word in theirs if word in end] for end in theirs_at[axis]]
        for here in (0, 1):
            if mine[here] and their[1 - here] and not mine[1 - here] and not their[here]:
                return mine[here][0], their[1 - here][0]
    return None


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
def opposites_of(code: str) -> dict[str, tuple[frozenset[str], ...]]:
    """The words at both ends of each scale, in all their forms."""
    data = load_lexicon(code).data
    endings = data["endings"]["adjective"]
    return {
        axis: tuple(
            frozenset(
                spelt
                for word in end
                for form in (word, *_inflected(word, endings))
                for spelt in (form, form.replace("ß", "ss"))
            )
            for end in ends
        )
        for axis, ends in data["opposites"].items()
    }


def _inflected(word: str, endings: Sequence[str]) -> Iterator[str]:
    stem = word.removesuffix("e") if len(endings) > 1 else word
    return (stem + ending for ending in endings)
