"""What somebody says in a short clause of the article, and the clause of the same in the source.

"It would be no decision against him" has two words that say something, too few to look for among
all sentences, but enough among those of one speaker: the clauses must be alike, and no other of his
nearly so. Auxiliaries and the like are not counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, lines_at
from factcheck.alignment.speech.negation import clauses_of
from factcheck.alignment.speech.voices import lines_told_by, voice_of
from factcheck.alignment.words import Word
from factcheck.claims import Article
from factcheck.model import Attribution

ALIKE, SHARED = 0.35, 2
# One word is enough where the clauses have hardly another.
ALIKE_ONE = 0.85
# The next best clause must be this much less like it.
RIVAL = 0.6


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` up to `end` of a sentence and the words among them that say something."""

    line: Line
    first: int
    end: int
    words: tuple[Word, ...]

    @property
    def lowers(self) -> Sequence[str]:
        """All its words in lower case."""
        return self.line.scene.passage.tokens.lowers[self.first : self.end]


@dataclass(frozen=True, slots=True)
class Told:
    """A clause of the article, the same of the source, and how alike they are."""

    ours: Clause
    theirs: Clause
    likeness: float


def told_by_clause(article: Article, said: Attribution, source: Article) -> Told | None:
    """The clause of a statement that its speaker has in the source, the most alike of all."""
    voice = voice_of(article, said, article.sources)
    if voice is None or not voice.name:
        return None
    index = index_of(source, article.lexicon.code)
    theirs = [
        each for line in lines_told_by(source, voice.name, article) for each in _clauses(line)
    ]
    found = sorted(_pairs(index, _said(article, said), theirs), key=lambda each: -each.likeness)
    if not found or found[0].likeness < ALIKE:
        return None
    best = found[0]
    rivals = (each for each in found if each.theirs is not best.theirs and each.ours is best.ours)
    return None if any(each.likeness > RIVAL * best.likeness for each in rivals) else best


def _pairs(index: Index, ours: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[Told]:
    for mine in ours:
        for other in theirs:
            shared = index.common(mine.words, other.words)
            like = index.alike(mine.words, other.words) if shared else 0.0
            if shared >= SHARED or like >= ALIKE_ONE:
                yield Told(mine, other, like)


def _said(article: Article, said: Attribution) -> list[Clause]:
    """The clauses of a statement, without what stands around it in the sentence."""
    found = []
    for part in said.content:
        for line in lines_at(article, part):
            starts = line.scene.passage.tokens.starts
            for each in _clauses(line):
                inside = [
                    at for at in range(each.first, each.end) if part.start <= starts[at] < part.end
                ]
                if inside:
                    words = tuple(word for word in each.words if word.at in inside)
                    found.append(Clause(line, inside[0], inside[-1] + 1, words))
    return found


@lru_cache(maxsize=4096)
def _clauses(line: Line) -> tuple[Clause, ...]:
    lowers = line.scene.passage.tokens.lowers
    light = line.article.lexicon.words("glossary", "light", "negations")
    words = [word for word in line.words if lowers[word.at] not in light]
    return tuple(
        Clause(line, first, end, tuple(word for word in words if first <= word.at < end))
        for first, end in clauses_of(line)
    )
