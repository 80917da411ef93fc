"""Who says a quotation in the article, and who says the same words in the source.

Only persons who are named in the phrase itself are compared ("sagte Karin Wohlers"), not pronouns,
offices or bodies. In one language the words lead to the place in the source; in another the
sentence does, where no other is nearly as like it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, line_at
from factcheck.alignment.names import agree, name_of, near, plain
from factcheck.alignment.quotes import SHORTEST_ALTERED, find, words_in
from factcheck.alignment.turns import speaker_of_turn
from factcheck.claims import Article
from factcheck.model import Attribution, Person, Span

ALIKE, MARGIN = 0.4, 0.15
SPOKEN = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation of the article, its speaker, and speaker and place in the source.

    `sure` tells that the very words were found.
    """

    said: Attribution
    speaker: Person
    other: Person
    source: Article
    place: Span
    sure: bool

    @property
    def same(self) -> bool:
        """Is it one person, as far as the names tell?"""
        left, right = name_of(self.speaker), name_of(self.other)
        return agree(left, right) or (near(left[-1], right[-1]) and len(left[-1]) > 1)


def spoken(article: Article) -> Iterator[Spoken]:
    """Every quotation whose speaker is named here and in a source."""
    for said in article.speech.attributions:
        speaker = _named(article, said) if said.mode in SPOKEN and said.content else None
        if speaker is None:
            continue
        for source in article.sources:
            found = _in_source(article, source, said, speaker)
            if found is not None:
                yield found
                break


def _named(article: Article, said: Attribution) -> Person | None:
    """The speaker, if the phrase has the surname."""
    if said.source is None or said.speaker is None:
        return None
    quoted = article.speech.quotations
    if any(each.start < said.source.end and said.source.start < each.end for each in quoted):
        return None
    person = article.people.at(said.source)
    words = plain(said.source.text)
    name = name_of(person) if person is not None else ()
    speaker = plain(said.speaker)
    if not name or not speaker or name[-1] not in words or name[-1] != speaker[-1]:
        return None
    return person


def _in_source(
    article: Article, source: Article, said: Attribution, speaker: Person
) -> Spoken | None:
    if source.lexicon.code != article.lexicon.code:
        return _by_likeness(article, source, said, speaker)
    for quotation in article.speech.quotations:
        inside = any(part.start <= quotation.start < part.end for part in said.content)
        if not inside or _speaker_at(article, quotation) is not speaker:
            continue
        if len(words_in(quotation.text)) < SHORTEST_ALTERED:
            continue  # anybody may have said so
        match = find(quotation, source)
        if match is not None:
            other = _speaker_at(source, match.span)
            if other is not None and not _one_sentence(article, quotation, source, match.span):
                return Spoken(said, speaker, other, source, match.span, sure=not match.changes)
    return None


def _by_likeness(
    article: Article, source: Article, said: Attribution, speaker: Person
) -> Spoken | None:
    """The sentence of the source that is most like the quotation's, of another named speaker."""
    known = [name_of(person) for person in source.people.all]
    if not any(agree(name_of(speaker), name) for name in known):
        return None
    line = line_at(article, said.content[0])
    if line is None or said.source is None:
        return None
    line = _without(line, said.source)
    index: Index = index_of(source, article.lexicon.code)
    found = sorted(
        ((index.likeness(line, index.lines[at]), at) for at in index.like(line)), reverse=True
    )
    if not found or found[0][0] < ALIKE or (len(found) > 1 and found[1][0] > found[0][0] - MARGIN):
        return None
    place = index.lines[found[0][1]].span
    other = _speaker_at(source, place)
    return Spoken(said, speaker, other, source, place, sure=False) if other is not None else None


def _without(line: Line, speaker: Span) -> Line:
    """The line without the words that name the speaker."""
    starts = line.scene.passage.tokens.starts
    words = (word for word in line.words if not speaker.start <= starts[word.at] < speaker.end)
    return replace(line, words=tuple(words))


def _one_sentence(article: Article, span: Span, source: Article, other: Span) -> bool:
    """Do both stand in the same words? Then only what was concluded of the speaker can differ."""
    ours, theirs = line_at(article, span), line_at(source, other)
    if ours is None or theirs is None:
        return False
    return words_in(ours.span.text) == words_in(theirs.span.text)


def _speaker_at(source: Article, span: Span) -> Person | None:
    """The one person who is named as the speaker of these words, else whose turn it is in a
    transcript; None where there are several."""
    found: dict[int, Person] = {}
    for said in source.speech.attributions:
        if any(part.start < span.end and span.start < part.end for part in said.content):
            person = _named(source, said)
            if person is None:
                return None
            found[id(person)] = person
    if not found:
        return speaker_of_turn(source, span)
    return next(iter(found.values())) if len(found) == 1 else None
