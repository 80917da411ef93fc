"""Phrases of one or more tokens, found by dictionary look-up at a token, longest first."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from factcheck.languages.tokens import Tokens, phrase_key

Payload = TypeVar("Payload")


class PhraseTable(Generic[Payload]):
    """What a phrase means; later entries of the same phrase do not replace earlier ones."""

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._exact: dict[tuple[str, ...], Payload] = {}
        for phrase, payload in entries:
            key = phrase_key(phrase)
            if key:
                self._exact.setdefault(key, payload)
        self._after: dict[str, tuple[int, ...]] = _lengths(self._exact, 0)
        self._before: dict[str, tuple[int, ...]] = _lengths(self._exact, -1)

    def __bool__(self) -> bool:
        return bool(self._exact)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The tokens with which some phrase begins."""
        return frozenset(self._after)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The tokens with which some phrase ends."""
        return frozenset(self._before)

    def word(self, word: str) -> Payload | None:
        """What one word in lower case means by itself."""
        return self._exact.get((word,))

    def at(self, tokens: Tokens, index: int) -> tuple[int, Payload] | None:
        """The longest phrase that begins at this token: (number of tokens, payload)."""
        lowers = tokens.lowers
        total = len(lowers)
        lengths = self._after.get(lowers[index]) if index < total else None
        if lengths is None:
            return None
        for length in lengths:
            if index + length > total:
                continue
            payload = self._exact.get(tuple(lowers[index : index + length]))
            if payload is not None:
                return length, payload
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[int, Payload] | None:
        """The longest phrase that ends just before this token: (number of tokens, payload)."""
        lowers = tokens.lowers
        lengths = self._before.get(lowers[index - 1]) if index > 0 else None
        if lengths is None:
            return None
        for length in lengths:
            if length > index:
                continue
            payload = self._exact.get(tuple(lowers[index - length : index]))
            if payload is not None:
                return length, payload
        return None


def table_of(groups: Mapping[str, Iterable[str]]) -> PhraseTable[str]:
    """A table from {meaning: phrases}."""
    return PhraseTable(
        (phrase, meaning) for meaning, phrases in groups.items() for phrase in phrases
    )


def set_of(phrases: Iterable[str]) -> PhraseTable[bool]:
    """A table that only knows whether a phrase is in it."""
    return PhraseTable((phrase, True) for phrase in phrases)


def _lengths(keys: Iterable[tuple[str, ...]], position: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key in keys:
        found.setdefault(key[position], set()).add(len(key))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
