"""Names of places, firms and persons that the article spells otherwise than the source.

A word counts as a name where its surroundings say so: in the middle of a sentence in a language
that writes only names with a capital, in the others behind a word for what it is ("die Werft
Brodersen", "Jörn Habicht") or behind "in" and the like. The source must have a name a letter or two
away and this one nowhere, not even inside a compound. Between languages, which have their own names
for many places, the word before it must be the same as well ("Gloria Whitcomb").
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import OSA

from factcheck.alignment.words import measured_in
from factcheck.claims import Article
from factcheck.languages.glossary import Glossary
from factcheck.model import Span
from factcheck.reference.names import fold
from factcheck.relations.scene import Scene

SHORTEST, SHORTEST_ALONE, LONG, MOST_APART, SAFE = 5, 6, 9, 2, 8


@dataclass(frozen=True, slots=True)
class Proper:
    """A name: the folded word, the folded word before it, and where it stands."""

    word: str
    before: str
    span: Span
    article: Article


def misspelt(
    article: Article, known: Set[int], unknown: Set[int]
) -> Iterator[tuple[Proper, Proper]]:
    """Names of the article with the nearly equal one of a source.

    `known` are the places of persons whom a source has, `unknown` those of the others, who must
    have the same first name there.
    """
    ours = {each.word for each in _propers(article)}
    seen: set[str] = set()
    for name in _propers(article):
        if name.word in seen or name.span.start in known:
            continue
        seen.add(name.word)
        for source in article.sources:
            across = source.lexicon.code != article.lexicon.code
            apart = across or name.span.start in unknown
            found = _near(name, source, ours, across=apart)
            if found is None:
                continue
            if not any(_within(name.word, found.word, each) for each in article.sources):
                yield name, found
            break


def _near(name: Proper, source: Article, ours: set[str], *, across: bool) -> Proper | None:
    """The one name of a source that this may be, misspelt."""
    found: dict[str, Proper] = {}
    for other in _propers(source):
        paired = bool(name.before) and name.before == other.before
        if not paired and (across or (other.word in ours and len(name.word) < SAFE)):
            continue
        if _letters_apart(name.word, other.word, source.lexicon.glossary, paired=paired):
            found[other.word] = other
    return next(iter(found.values())) if len(found) == 1 else None


def _letters_apart(left: str, right: str, glossary: Glossary, *, paired: bool) -> bool:
    """A letter; two of a long word, and another ending, only behind the same word."""
    short = min(left, right, key=len)
    if len(short) < (SHORTEST if paired else SHORTEST_ALONE):
        return False
    if left.replace("z", "s") == right.replace("z", "s"):
        return False  # organisation and organization
    tails = _tails(left, right)
    if not paired and (left[0] != right[0] or tails <= glossary.endings or "" in tails):
        return False  # two forms of one word: Spezialist and Spezialistin, Korea and Korean
    inflected = tails <= glossary.endings and max(map(len, tails)) > 1
    if inflected or tails <= glossary.name_endings:
        return False
    most = MOST_APART if paired and len(short) >= LONG else 1
    return 0 < OSA.distance(left, right, score_cutoff=most) <= most


def _tails(left: str, right: str) -> set[str]:
    """What is behind the common beginning of two words."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
    stem = sum(1 for _ in same)
    return {left[stem:], right[stem:]}


def _within(word: str, other: str, source: Article) -> bool:
    """Does a source have the word, be it inside another one than the one it is near to?"""
    return any(word in each and not each.startswith(other) for each in _words(source))


@lru_cache(maxsize=8)
def _words(source: Article) -> tuple[str, ...]:
    """Every word of a source, folded."""
    words = (word for scene in source.scenes for word in scene.passage.tokens.words)
    return tuple(dict.fromkeys("".join(fold(word)) for word in words))


@lru_cache(maxsize=16)
def _propers(article: Article) -> tuple[Proper, ...]:
    return tuple(name for scene in article.scenes for name in _in_scene(article, scene))


def _in_scene(article: Article, scene: Scene) -> Iterator[Proper]:
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    nouns = lexicon.data["grammar"]["capitalised_nouns"]
    if not nouns and passage.block.heading:
        return
    first = frozenset(passage.starts)
    measured = measured_in(scene)
    places = frozenset(lexicon.data["glossary"]["places"])
    named = {at for at, _ in scene.named}
    for at, word in enumerate(tokens.words):
        if len(word) < SHORTEST or not word.isalpha() or not word.istitle() or at in first:
            continue
        lower = tokens.lowers[at]
        if at in measured or at in named or lower in lexicon.calendar_words | lexicon.stop_words:
            continue
        before = tokens.words[at - 1]
        titled = before.isalpha() and before.istitle() and at - 1 not in measured
        titled = titled and (at - 1 not in first or before.lower() not in lexicon.stop_words)
        if nouns and (lexicon.glossary.of(lower) or not (titled or before in places)):
            continue
        span = article.document.span(tokens.starts[at], tokens.ends[at])
        yield Proper("".join(fold(word)), "".join(fold(before)) if titled else "", span, article)
