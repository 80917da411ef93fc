"""Another country than in the source: "Kakao aus Ghana" for "cocoa from Kenya".

Of two sentences that tell the same, each names one country that the other does not, by its name,
its adjective or its people, so that it works between languages. No source may have the article's
country anywhere: an article explains where somebody comes from, and a source has many countries.
Capitals are left alone, for they stand for governments.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.statements import told_once
from factcheck.claims import Article
from factcheck.model import Span

CODE_LENGTH = 2
FORMS = frozenset({"name", "adjective", "demonym", "feminine", "plural", "genitive"})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A country of the article, and the one that the source has in its place."""

    span: Span
    other: Span
    source: Article


def elsewhere(article: Article) -> Iterator[Elsewhere]:
    """Every country in whose place a source has another one."""
    known = {code for source in article.sources for code in _all(source)}
    for line in lines_of(article):
        named = {code: span for code, span in _countries(line).items() if code not in known}
        if len(named) != 1 or line.heading:
            continue
        (span,) = named.values()
        for source in article.sources:
            other = _in_source(line, span, source)
            if other is not None:
                yield Elsewhere(span, other, source)
                break


def _in_source(line: Line, span: Span, source: Article) -> Span | None:
    starts = line.scene.passage.tokens.starts
    words = tuple(w for w in line.words if not span.start <= starts[w.at] < span.end)
    own = replace(line, words=words)
    place = told_once(own, source)
    if place is None:
        return None
    ours, theirs = _countries(line), _countries(place.line)
    new = [other for code, other in theirs.items() if code not in ours]
    return new[0] if len(new) == 1 else None


@lru_cache(maxsize=16)
def _all(article: Article) -> frozenset[str]:
    """Every concept that a text names, in whatever form."""
    return frozenset(code for scene in article.scenes for _, codes in scene.named for code in codes)


def _countries(line: Line) -> dict[str, Span]:
    """The countries that a sentence names, each with its first mention."""
    found: dict[str, Span] = {}
    passage = line.scene.passage
    for at, codes in line.scene.named:
        if not line.first <= at < line.end or len(codes) != 1:
            continue
        (code,) = codes
        hit = line.article.names.name_at(passage.tokens, at)
        country = len(code) == CODE_LENGTH and code.isupper()
        if hit is not None and country and {term.form for term in hit[1]} <= FORMS:
            found.setdefault(code, passage.span(at, at + hit[0] - 1))
    return found
