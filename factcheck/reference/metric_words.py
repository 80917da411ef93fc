"""The words by which articles of one language name the metrics of described tables.

A heading is found in all its forms, as a counted noun, and as a compound turned round: a table of
"Schülerzahl" is spoken of as "Schüler", "Schülerzahlen" and "Zahl der Schüler". What a description
lists in `words` is found alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.languages.inflection import forms, turned
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import Tokens
from factcheck.reference.description import Measure
from factcheck.reference.tables import Tables

Concepts = frozenset[str]
# Words between the parts of a compound turned round, at most: "Einnahmen aus der Gewerbesteuer".
BETWEEN = 2


class MetricWords:
    """Phrase -> the metrics that it may name; made by `load_metric_words`."""

    def __init__(self, measures: Mapping[str, Measure], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._between = frozenset(lexicon.data["inflection"]["between"])
        found: dict[str, set[str]] = defaultdict(set)
        for concept, measure in measures.items():
            for word in _words(measure, lexicon):
                for form in forms(word, lexicon):
                    found[form].add(concept)
        self._phrases = PhraseTable((word, frozenset(ids)) for word, ids in found.items())
        self._whole = {word: frozenset(ids) for word, ids in found.items()}
        self._heads = frozenset(_heads(found))

    def at(self, tokens: Tokens, index: int) -> tuple[int, Concepts] | None:
        """The longest phrase that names a metric here: (number of tokens, metrics)."""
        return self._turned(tokens, index) or self._phrases.at(tokens, index)

    def begins(self, word: str) -> bool:
        """May a metric's name begin with this word, in small letters?"""
        return word in self._phrases.first_words or word in self._heads

    def _turned(self, tokens: Tokens, index: int) -> tuple[int, Concepts] | None:
        lowers = tokens.lowers
        if lowers[index] not in self._heads:
            return None
        for at in range(index + 1, min(index + 2 + BETWEEN, len(lowers))):
            if at > index + 1:
                for compound in turned(self._lexicon, lowers[index], lowers[at]):
                    if compound in self._whole:
                        return at - index + 1, self._whole[compound]
            if lowers[at] not in self._between:
                return None
        return None


@lru_cache(maxsize=16)
def load_metric_words(tables: Tables, lexicon: Lexicon) -> MetricWords:
    """The words of these tables in the forms of a language; made once."""
    measures: dict[str, Measure] = {}
    for table in tables.described:
        measures |= table.measures
    return MetricWords(measures, lexicon)


def _words(measure: Measure, lexicon: Lexicon) -> Iterator[str]:
    yield from measure.words
    for noun in measure.nouns:
        for tail in lexicon.data["inflection"]["count_tails"]:
            yield from turned(lexicon, tail, noun.lower())


def _heads(words: Mapping[str, object]) -> Iterator[str]:
    """Every end of a word that may be the last part of a compound."""
    for word in words:
        *before, last = word.split()
        if before:
            yield last
        yield from (last[cut:] for cut in range(3, len(last) - 3))
