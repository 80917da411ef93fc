"""Words of a closed field, of which one excludes the others: the police are no fire brigade.

The fields are those of the lexicons, with the same names in every language, so that a niece who is
a granddaughter in a translation is seen. A word counts without its ending and, where a language
writes compounds, by its own end. Whether a text has something at all is asked more widely: by the
beginnings of words, and near a sentence by words that may mean it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.lines import Line, lines_of
from factcheck.claims import Article
from factcheck.languages.lexicon import Lexicon, load_lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import Tokens

SHORTEST_END, SHORTEST_BEGINNING = 6, 4

# Before a word by which something may be meant that it does not name.
LOOSE = "~"

# A field and what of it is meant.
Value = tuple[str, str]
Values = frozenset[Value]
NOTHING: Values = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """What tokens first to last name, of one field."""

    first: int
    last: int
    field: str
    value: str


class FieldWords:
    """The fields of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        named: dict[str, set[Value]] = defaultdict(set)
        self._hints: dict[str, set[Value]] = defaultdict(set)
        self._capital: set[str] = set()
        for field, values in lexicon.data["fields"].items():
            for value, phrases in values.items():
                for phrase in phrases:
                    found = self._hints if phrase.startswith(LOOSE) else named
                    found[phrase.removeprefix(LOOSE).lower()].add((field, value))
                    if phrase[0].isupper():
                        self._capital.add(phrase.lower())
        self._named = {phrase: frozenset(values) for phrase, values in named.items()}
        self._table = PhraseTable((phrase, phrase) for phrase in self._named)
        self._compounds = lexicon.glossary.compounds
        self._endings: tuple[str, ...] = ("", *lexicon.data["posts"]["endings"])

    def within(self, tokens: Tokens, first: int, end: int) -> Iterator[Item]:
        """What is named from token `first` up to `end`."""
        at = first
        while at < end:
            length, phrase = self._table.at(tokens, at) or (1, self._form_of(tokens.lowers[at]))
            small = phrase in self._capital and not tokens.words[at][0].isupper()
            for field, value in NOTHING if small or at + length > end else self._values(phrase):
                yield Item(at, at + length - 1, field, value)
            at += length

    def named(self, lower: str) -> Iterator[Value]:
        """Whatever a word names, be it by its beginning or its end."""
        return _ends(self._named, lower)

    def meant(self, lower: str) -> Iterator[Value]:
        """What it may mean besides."""
        return _ends(self._hints, lower)

    def _values(self, phrase: str) -> Values:
        return self._named.get(phrase, NOTHING)

    def _form_of(self, lower: str) -> str:
        """The word of which another is a form or, where there are compounds, ends with; "" for
        none."""
        stems = [
            lower[: len(lower) - len(ending)] for ending in self._endings if lower.endswith(ending)
        ]
        ends = (
            stem[cut:]
            for stem in (stems if self._compounds else ())
            for cut in range(1, len(stem) - SHORTEST_END + 1)
        )
        return next((form for form in (*stems, *ends) if form in self._named), "")


def _ends(values: Mapping[str, Set[Value]], lower: str) -> Iterator[Value]:
    """What is known of a word, and of its beginnings and ends."""
    yield from values.get(lower, NOTHING)
    for cut in range(SHORTEST_BEGINNING, len(lower)):
        yield from values.get(lower[:cut], NOTHING)
        yield from values.get(lower[-cut:], NOTHING)


@lru_cache(maxsize=16)
def field_words(code: str) -> FieldWords:
    """The fields of a language; made once."""
    return FieldWords(load_lexicon(code))


@lru_cache(maxsize=4096)
def items_in(line: Line) -> tuple[Item, ...]:
    """What a sentence names of the fields, outside the names of persons."""
    tokens = line.scene.passage.tokens
    persons = [span for span, _ in line.article.people.mentions_in(line.span)]
    return tuple(
        item
        for item in field_words(line.article.lexicon.code).within(tokens, line.first, line.end)
        if not any(span.start <= tokens.starts[item.first] < span.end for span in persons)
    )


@lru_cache(maxsize=8)
def values_of(article: Article) -> Values:
    """What of the fields a text names anywhere."""
    words = field_words(article.lexicon.code)
    lowers = {lower for scene in article.scenes for lower in scene.passage.tokens.lowers}
    found = {value for lower in lowers for value in words.named(lower)}
    found |= {(i.field, i.value) for line in lines_of(article) for i in items_in(line)}
    return frozenset(found)


@lru_cache(maxsize=4096)
def meant_in(line: Line) -> Values:
    """What a sentence or one beside it may mean without naming it."""
    words = field_words(line.article.lexicon.code)
    near = lines_of(line.article)[max(0, line.number - 1) : line.number + 2]
    lowers = {lower for each in near for lower in each.lowers}
    return frozenset(value for lower in lowers for value in words.meant(lower))
