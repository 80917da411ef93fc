"""Who says something in the article, and who says the same in the source.

In one language the words of a quotation lead to the place in the source; else, and where the
article tells in its own words, the sentence does that is like it by far. Persons are compared who
are named, have the turn in a transcript, or are meant by an office that one person has. Where one
side has a pronoun, the other's speaker must not be named around it, or be of the other gender.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, line_at, lines_of
from factcheck.alignment.names.persons import agree, name_of, one_name, plain
from factcheck.alignment.speech.quotes import SHORTEST_ALTERED, find, words_in
from factcheck.alignment.speech.turns import is_transcript
from factcheck.alignment.speech.voices import Voice, lines_told_by, spoken_lines, voice_at, voice_of
from factcheck.alignment.statements import Retold, retold, said_line, spoken_by
from factcheck.claims import Article
from factcheck.interval import Number
from factcheck.model import Attribution, Claim, Span

ALIKE = 0.25
SMALL = 13  # smaller numbers are in every text
CLOSING = " \n\"'”“’»«)"
# Who says what another one wants to be said.
SPEAKING_FOR = frozenset({"lawyer", "spokesperson"})
TOLD = frozenset({"direct", "mixed", "indirect"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement of the article, its speaker, and speaker and place in the source.

    `sure` tells that the very words were found and both speakers are named.
    """

    said: Attribution
    speaker: Voice
    other: Voice
    source: Article
    place: Span
    sure: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source has what the article tells, and whether in the very words."""

    span: Span
    exact: bool


def spoken(article: Article) -> Iterator[Spoken]:
    """Every statement whose speaker can be compared with that of a source."""
    for said in article.speech.attributions:
        speaker = voice_of(article, said, article.sources) if said.mode in TOLD else None
        if speaker is None or not said.content:
            continue
        for source in article.sources:
            found = _in_source(article, source, said, speaker)
            if found is not None:
                yield found
                break


def _in_source(
    article: Article, source: Article, said: Attribution, speaker: Voice
) -> Spoken | None:
    for place in _places(article, source, said):
        other = voice_at(source, place.span, article)
        if other is None:
            continue
        same = _same(speaker, other)
        sure = place.exact and speaker.named and other.named
        if same is None or not (same or sure or _known(speaker, source)):
            return None
        if not same and not speaker.named and other.kinds & SPEAKING_FOR:
            return None  # "she denied it": through her lawyer
        told = not same and not place.exact and (
            _told_of(speaker, source, place.span) or _figures_of(article, said, speaker, source)
            or _named_with(article, said, speaker, source, place.span)
        )  # fmt: skip
        if told:
            return None
        return Spoken(said, speaker, other, source, place.span, sure, same)
    return None


def _same(left: Voice, right: Voice) -> bool | None:
    """Is it one person? None where that cannot be told."""
    if left.name and right.name and one_name(left.name, right.name):
        return True
    if left.named and right.named:
        return False
    if left.gender and right.gender and left.gender != right.gender:
        return False
    if left.named == right.named:
        return None
    named, meant = (left, right) if left.named else (right, left)
    return None if meant.may_be(named) else False


def _known(speaker: Voice, source: Article) -> bool:
    """Is the one whom the article names known to the source?"""
    names = (name_of(person) for person in source.people.all)
    return not speaker.named or any(agree(speaker.name, name) for name in names)


def _told_of(speaker: Voice, source: Article, span: Span) -> bool:
    """Does the sentence of the source name the article's speaker, or only ask somebody?"""
    line = line_at(source, span)
    if line is None:
        return False
    around = lines_of(source)[max(0, line.number - 1) : line.number + 2]
    turn = (
        [each for each in around if each.scene is line.scene] if is_transcript(source) else [line]
    )
    surname = speaker.name[-1] if speaker.name else None
    named = any(surname in plain(each.span.text) for each in turn)
    return named or line.span.text.rstrip(CLOSING).endswith("?")


def _named_with(
    article: Article, said: Attribution, speaker: Voice, source: Article, span: Span
) -> bool:
    """Does a sentence that names the article's speaker, or one that he says or that follows on it,
    have as much of the statement?"""
    line, place = said_line(article, said, 1), line_at(source, span)
    if line is None or place is None or not speaker.name:
        return False
    index = index_of(source, article.lexicon.code)
    shared = index.shared(line.words, place.words)
    told = {each.number for each in lines_told_by(source, speaker.name, article)}
    return any(
        (
            not told.isdisjoint({other.number, other.number - 1})
            or speaker.name[-1] in plain(other.span.text)
        )
        and index.shared(line.words, other.words) >= shared
        for other in (index.lines[number] for number in index.like(line))
    )


def _figures_of(article: Article, said: Attribution, speaker: Voice, source: Article) -> bool:
    """Does the source have a figure of the statement in the words of the article's speaker?

    A question and its answer, or two who mention one figure, are one statement of each of them.
    """
    values = {
        _value(claim)
        for claim in article.claims
        if any(part.start <= claim.span.start < part.end for part in said.content)
    } - {None}
    for claim in source.claims if values and speaker.name else ():
        if _value(claim) not in values:
            continue
        other = voice_at(source, claim.span, article)
        if _told_of(speaker, source, claim.span) or (other and agree(speaker.name, other.name)):
            return True
    return False


def _value(claim: Claim) -> Number | tuple[Number | None, Number | None] | None:
    """The figure, of a range both its ends; None for none and for small numbers."""
    quantity = claim.quantity
    if quantity is None or claim.kind in {"date", "ordinal"}:
        return None
    if claim.kind in {"count", "number"} and (quantity.value or SMALL) < SMALL:
        return None
    ends = quantity.interval.low, quantity.interval.high
    return ends if quantity.hedge == "range" else quantity.value


def _places(article: Article, source: Article, said: Attribution) -> Iterator[Place]:
    if source.lexicon.code == article.lexicon.code:
        for quotation in article.speech.quotations:
            inside = any(part.start <= quotation.start < part.end for part in said.content)
            if not inside or len(words_in(quotation.text)) < SHORTEST_ALTERED:
                continue
            match = find(quotation, source)
            if match is not None and not _one_sentence(article, quotation, source, match.span):
                yield Place(match.span, exact=not match.changes)
    found = None
    if said.cue is not None and not _quotes_another(article, source, said):
        found = retold(article, said, source) or _translated(article, said, source)
    if found is None or _one_sentence(article, said.content[0], source, found.line.span):
        return
    voices = [voice_at(source, line.span, article) for line in (found.line, *found.rivals)]
    if all(voice is not None and _one(voice, voices[0]) for voice in voices):
        yield Place(found.line.span, exact=False)


def _translated(article: Article, said: Attribution, source: Article) -> Retold | None:
    """Which of all sentences that somebody says in the source a quotation translates."""
    if said.mode != "direct" or source.lexicon.code == article.lexicon.code:
        return None
    found = spoken_by(article, said, source, spoken_lines(source, article))
    return found if found is not None and found.likeness >= ALIKE else None


def _quotes_another(article: Article, source: Article, said: Attribution) -> bool:
    """Is there a quotation in it that the source, which has its language, does not have?"""
    if source.lexicon.code != article.lexicon.code:
        return False
    return any(
        len(words_in(each.text)) >= SHORTEST_ALTERED and find(each, source) is None
        for each in article.speech.quotations
        if any(part.start <= each.start < part.end for part in said.content)
    )


def _one(voice: Voice, other: Voice | None) -> bool:
    return other is not None and voice.name == other.name and voice.named == other.named


def _one_sentence(article: Article, span: Span, source: Article, other: Span) -> bool:
    """Do both stand in the same words? Then only what was concluded of the speaker can differ."""
    ours, theirs = line_at(article, span), line_at(source, other)
    if ours is None or theirs is None:
        return False
    return _words(ours) == _words(theirs)


def _words(line: Line) -> list[str]:
    return words_in(line.span.text)
