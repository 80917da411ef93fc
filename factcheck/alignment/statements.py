"""The sentence of a source that a statement of the article retells, by the words that both have.

Only the words and figures of the statement itself count, not those that name its speaker. The
sentence must be more like it than others by far; those that are nearly as like are rivals. What is
quoted is looked for in what somebody says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, line_at, lines_at, mark_of
from factcheck.alignment.speech.said import said_in, sources_in
from factcheck.alignment.speech.turns import speaker_of_turn
from factcheck.alignment.words import ACROSS, NOTHING, Word
from factcheck.claims import Article
from factcheck.model import Attribution, Span

FEWEST, SHARED, SHARED_ACROSS = 3, 3, 2
ALIKE, ALIKE_ACROSS = 0.45, 0.35
FIGURE, MOST_OF = 0.2, 0.6
QUOTED = frozenset({"direct", "mixed"})
# The next best must share this much less.
RIVAL, RIVAL_ACROSS = 0.75, 0.7
# Among the sentences of one speaker.
ALIKE_OF_ONE, AHEAD_OF_ONE, MUCH_LONGER = 0.15, 0.12, 4


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence of a source, how like the statement it is, and those that are like it as well.

    `covered` is how much of the sentence the statement tells, from 0 to 1; `of_one_speaker` that
    only what the speaker says was looked through, `around` that words beside it led there.
    """

    line: Line
    likeness: float
    rivals: tuple[Line, ...]
    covered: float
    of_one_speaker: bool = False
    around: bool = False


@lru_cache(maxsize=1024)
def retold(article: Article, said: Attribution, source: Article) -> Retold | None:
    """Where a source has a statement of the article.

    Between languages the whole sentence leads there if the words of the statement do not.
    """
    index = index_of(source, article.lexicon.code)
    spoken = said.mode == "direct"
    line = said_line(article, said, FEWEST - 1 if spoken and index.across else FEWEST)
    found = nearest(index, line, spoken=spoken) if line is not None else None
    if found is None and index.across:
        whole = _whole(article, said)
        found = nearest(index, whole, spoken=spoken) if whole is not None else None
        found = found and replace(found, around=True)
    return found


def spoken_by(
    article: Article, said: Attribution, source: Article, lines: Sequence[Line]
) -> Retold | None:
    """Which of the sentences of one speaker a quotation translates that has few known words."""
    index = index_of(source, article.lexicon.code)
    line = said_line(article, said, 1)
    if line is None:
        return None
    found = sorted(
        ((index.likeness(line, each), each) for each in lines if _as_long(line, each)),
        key=lambda pair: -pair[0],
    )
    second = found[1][0] if len(found) > 1 else 0.0
    only = len(lines) == 1 and _quotes_once(article, said)
    if not found or (not only and found[0][0] < max(ALIKE_OF_ONE, second + AHEAD_OF_ONE)):
        return None
    covered = index.shared(_unattributed(found[0][1]), line.words)
    return Retold(found[0][1], found[0][0], (), covered, of_one_speaker=True)


def _quotes_once(article: Article, said: Attribution) -> bool:
    """Is it all that the article quotes of its speaker?"""
    quoted = [
        each
        for each in article.speech.attributions
        if each.mode in QUOTED and each.speaker == said.speaker
    ]
    return len(quoted) == 1 and len(said.content) == 1


def _as_long(line: Line, other: Line) -> bool:
    """Have two sentences about as many words that say something?"""
    fewer, more = sorted((len(line.words), len(_unattributed(other))))
    return more <= MUCH_LONGER * fewer


def nearest(index: Index, line: Line, *, spoken: bool) -> Retold | None:
    """The sentence of a source that is most like a line; `spoken` if somebody must say it there."""
    found = sorted(_scored(index, line, spoken=spoken), key=lambda each: -each[0])
    least, share = (ALIKE_ACROSS, RIVAL_ACROSS) if index.across else (ALIKE, RIVAL)
    if not found or found[0][0] < least:
        return None
    best, place = found[0]
    rivals = tuple(other for score, other in found[1:] if score > share * best)
    covered = index.shared(_unattributed(place), line.words)
    return Retold(place, best, rivals, covered)


def told_once(line: Line, source: Article) -> Retold | None:
    """Where a source tells the same as a line, unless another sentence is nearly as like it."""
    found = nearest(index_of(source, line.article.lexicon.code), line, spoken=False)
    return found if found is not None and not found.rivals else None


def _scored(index: Index, line: Line, *, spoken: bool) -> Iterator[tuple[float, Line]]:
    least = SHARED_ACROSS if index.across else SHARED
    for at in index.like(line):
        other = index.lines[at]
        if other.heading or (spoken and not is_spoken(other)):
            continue
        words = _unattributed(other)
        figures = len(line.marks & other.marks)
        shared = _common(line.words, words, index)
        here, there = index.shared(line.words, words), index.shared(words, line.words)
        if shared + 2 * figures >= least or (shared == least - 1 and here > MOST_OF):
            yield sqrt(here * there) + FIGURE * figures, other


@lru_cache(maxsize=4096)
def _unattributed(line: Line) -> tuple[Word, ...]:
    """The words of a sentence without those that name who speaks."""
    here = sources_in(line)
    starts = line.scene.passage.tokens.starts
    words = (
        word for word in line.words if not any(_within(each, starts[word.at]) for each in here)
    )
    return tuple(words) or line.words


def _common(words: Sequence[Word], others: Sequence[Word], index: Index) -> int:
    """How many words of the statement the sentence has."""
    found = frozenset(key for word in others for key in word.keys)
    return sum(
        any(key in found and (index.across or key[0] not in ACROSS) for key in word.keys)
        for word in words
    )


def is_spoken(line: Line) -> bool:
    """Does somebody say this, as a quotation or in a turn of his own?"""
    if speaker_of_turn(line.article, line.span) is not None:
        return True
    return any(each.mode in QUOTED for each in said_in(line.article, line.span))


def said_line(article: Article, said: Attribution, fewest: int) -> Line | None:
    """The words of a statement as one line, if there are enough."""
    words: list[Word] = []
    marks: set[str] = set()
    first: Line | None = None
    lines = {line.number: line for part in said.content for line in lines_at(article, part)}
    for line in lines.values():
        own = [word for word in line.words if _inside(line, word, said)]
        first = first or (line if own else None)
        words += own
        if own:
            marks.update(_figures(line, said.content))
    if first is None or len(words) + len(marks) < fewest:
        return None
    return replace(first, words=tuple(words), around=(), marks=frozenset(marks))


def _figures(line: Line, content: Sequence[Span]) -> Iterator[str]:
    """The figures of a line that belong to a statement; days are no evidence."""
    for claim in line.claims:
        mark = mark_of(claim)
        inside = any(_within(part, claim.span.start) for part in content)
        if mark is not None and claim.kind != "date" and inside:
            yield mark


def _whole(article: Article, said: Attribution) -> Line | None:
    """The sentence in which a statement begins, without the words that name its speaker."""
    line = line_at(article, said.content[0])
    return replace(line, words=_unattributed(line), around=(), marks=NOTHING) if line else None


def _inside(line: Line, word: Word, said: Attribution) -> bool:
    start = line.scene.passage.tokens.starts[word.at]
    if said.source is not None and _within(said.source, start):
        return False
    return any(_within(part, start) for part in said.content)


def _within(span: Span, place: int) -> bool:
    return span.start <= place < span.end
