"""Who speaks in a text: a person named in the phrase, or meant by "she", "the minister", "I".

A phrase that names nobody is never more than a hint. What it cannot mean is told by its gender and
by who is named around it: a pronoun takes up somebody of its own paragraph or of the one before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from factcheck.alignment.lines import Line, line_at, lines_of
from factcheck.alignment.names.offices import WIDE
from factcheck.alignment.names.persons import Name, agree, name_of, near, plain
from factcheck.alignment.names.posts import kinds_in, loose_kinds, posts_of
from factcheck.alignment.speech.said import said_in
from factcheck.alignment.speech.turns import is_transcript, speaker_of_turn
from factcheck.alignment.statements import is_spoken
from factcheck.claims import Article
from factcheck.extract.people.name_words import load_name_words
from factcheck.languages.tokens import tokenise
from factcheck.model import Attribution, Person, Span

PARAGRAPHS_BACK = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: `name` as compared and as `shown`, empty where nobody can be told.

    `named` tells that the phrase itself, or the turn of a transcript, has the name. Else `around`
    are the words of the paragraphs from which the phrase takes its person, `others` tells whether
    an earlier sentence of them names somebody of its gender, and `mention` is the nearest name of
    the one whom it seems to mean.
    """

    name: Name
    shown: str
    gender: str | None
    named: bool
    kinds: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    others: bool = False
    mention: Span | None = None

    def may_be(self, other: "Voice") -> bool:
        """Can a phrase without a name mean a person who is named elsewhere?"""
        if not self.others or not self.gender:
            return True
        surname = other.name[-1]
        if not self.around.isdisjoint(other.name):
            return True
        if any(near(surname, word) for word in self.around):
            return True
        return not self.posts.isdisjoint(other.kinds)


def voice_of(article: Article, said: Attribution, others: Sequence[Article]) -> Voice | None:
    """Whose words these are; None for a body, a crowd, a source inside a quotation."""
    phrase = said.source
    if phrase is None or _quoted(article, phrase):
        return None
    words = tokenise(phrase.text).lowers
    persons = article.lexicon.data["persons"]
    if words and words[0] in persons["pronouns_first"]:
        return voice_in_turn(article, said.content[0], others)
    if article.people.at(phrase) is not None:
        person = _named(article, said, phrase)
        return _by_name(person, article, others) if person is not None else None
    known = _of_others(phrase, others)
    if known is not None:
        return _by_name(known, article, others)
    pronouns = dict.fromkeys(persons["pronouns_masculine"], "m")
    pronouns |= dict.fromkeys(persons["pronouns_feminine"], "f")
    if len(words) == 1 and words[0] in pronouns:
        plural = words[0] in persons["pronouns_plural"]
        if plural and _resolved(article, said) is None:
            return None
        return _meant(article, said, phrase, pronouns[words[0]])
    if words and words[0] in persons["definite"]:
        return _by_office(article, said, phrase, others)
    return None


def voice_at(source: Article, span: Span, article: Article) -> Voice | None:
    """The one speaker of these words, else whose turn it is; None where there are several."""
    if is_transcript(source):
        return voice_in_turn(source, span, (article,))
    found = [voice_of(source, said, (article,)) for said in said_in(source, span)]
    if not found:
        return voice_in_turn(source, span, (article,))
    first = found[0]
    if first is None or any(each is None or each.name != first.name for each in found[1:]):
        return None
    return first


def lines_of_voice(source: Article, name: Name, article: Article) -> list[Line]:
    """The sentences of a source that hold what somebody says in his own words."""
    voices = _voices(source, article)
    return [line for line, voice in voices if voice.name and agree(voice.name, name)]


def spoken_lines(source: Article, article: Article) -> list[Line]:
    """The sentences of a source that are somebody's own words who can be told."""
    return [line for line, _ in _voices(source, article)]


def lines_told_by(source: Article, name: Name, article: Article) -> list[Line]:
    """The sentences of a source that tell what somebody says, in whose words ever."""
    voices = _told(source, article)
    return [line for line, voice in voices if voice.name and agree(voice.name, name)]


def _voices(source: Article, article: Article) -> Iterator[tuple[Line, Voice]]:
    """The sentences that are somebody's own words, and whose."""
    return ((line, voice) for line, voice in _told(source, article) if is_spoken(line))


@lru_cache(maxsize=8)
def _told(source: Article, article: Article) -> tuple[tuple[Line, Voice], ...]:
    """The sentences of which it is known who says so."""
    found = ((line, voice_at(source, line.span, article)) for line in lines_of(source))
    return tuple((line, voice) for line, voice in found if voice is not None)


def voice_in_turn(article: Article, span: Span, others: Sequence[Article]) -> Voice | None:
    """Whose turn it is in a transcript or a speech."""
    person = speaker_of_turn(article, span)
    return _by_name(person, article, others) if person is not None else None


def _by_name(person: Person, article: Article, others: Sequence[Article]) -> Voice:
    """Somebody who is named, with the posts that the other texts give him, else his own."""
    name = name_of(person)
    kinds = _kinds(name, others) or _kinds(name, (article,))
    return Voice(name, person.name, person.gender, named=True, kinds=kinds)


def _kinds(name: Name, texts: Sequence[Article]) -> frozenset[str]:
    return frozenset(
        kind
        for text in texts
        for each in text.people.all
        if agree(name, name_of(each))
        for kind in posts_of(text, each).kinds
    )


def _quoted(article: Article, phrase: Span) -> bool:
    starts, reaches = _quotations(article)
    at = bisect_left(starts, phrase.end)
    return at > 0 and reaches[at - 1] > phrase.start


@lru_cache(maxsize=8)
def _quotations(article: Article) -> tuple[list[int], list[int]]:
    """Where the quotations begin, and how far those that have begun by then reach."""
    quoted = sorted(article.speech.quotations, key=lambda span: span.start)
    return [span.start for span in quoted], list(accumulate((span.end for span in quoted), max))


def _named(article: Article, said: Attribution, phrase: Span) -> Person | None:
    """The speaker, if the phrase has the surname."""
    inside = [person for _, person in article.people.mentions_in(phrase)]
    person = next((each for each in inside if each.name == said.speaker), None)
    person = person or article.people.at(phrase)
    name = name_of(person) if person is not None else ()
    speaker = plain(said.speaker) if said.speaker else ()
    if not name or name[-1] not in plain(phrase.text) or name[-1] not in speaker:
        return None
    return person


def _of_others(phrase: Span, others: Sequence[Article]) -> Person | None:
    """The one person of the other texts whose surname the phrase has, known or not in its own."""
    words = tokenise(phrase.text).words
    shown = {part for word in words if word[0].isupper() for part in plain(word)}
    found = {
        name_of(person): person
        for other in others
        for person in other.people.all
        if name_of(person)[-1] in shown
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _meant(article: Article, said: Attribution, phrase: Span, gender: str | None) -> Voice:
    """Whom a pronoun seems to mean."""
    person = _resolved(article, said)
    name, shown = (name_of(person), person.name) if person is not None else ((), phrase.text)
    where = _around(article, phrase, gender)
    line = line_at(article, phrase)
    earlier = article.document.span(where.start, line.span.start if line else phrase.start)
    others = any(each.gender == gender for _, each in article.people.mentions_in(earlier))
    before = [span for span in person.mentions if span.end <= phrase.start] if person else []
    return Voice(
        name, shown, gender, named=False, around=_plain_words(where.text),
        posts=loose_kinds(article, where), others=others, mention=before[-1] if before else None,
    )  # fmt: skip


def _resolved(article: Article, said: Attribution) -> Person | None:
    return next((each for each in article.people.all if each.name == said.speaker), None)


def _by_office(
    article: Article, said: Attribution, phrase: Span, others: Sequence[Article]
) -> Voice | None:
    """The one person of all texts who has the office: "the minister", "der Chefarzt"."""
    gender = _gender(article, phrase)
    kinds = kinds_in(article, phrase)
    if kinds <= WIDE:
        return _meant(article, said, phrase, gender) if gender else None
    bearers = dict(_bearers((article, *others), kinds, gender))
    if len(bearers) == 1:
        person = next(iter(bearers.values()))
        return _by_name(person, article, others)
    return _meant(article, said, phrase, gender)


def _bearers(
    texts: Sequence[Article], kinds: frozenset[str], gender: str | None
) -> Iterator[tuple[str, Person]]:
    """The persons with an office of these kinds, by surname."""
    for text in texts:
        for person in text.people.all:
            fits = not gender or person.gender in {gender, None}
            if fits and not kinds.isdisjoint(posts_of(text, person).kinds):
                yield name_of(person)[-1], person


def _gender(article: Article, phrase: Span) -> str | None:
    """What the head noun says of it."""
    words = load_name_words(article.tables, article.lexicon)
    known = (words[lower] for lower in tokenise(phrase.text).lowers)
    return next((word.gender for word in known if word is not None and word.kind == "head"), None)


def _around(article: Article, phrase: Span, gender: str | None) -> Span:
    """The paragraphs from which a pronoun may take its person, up to the end of its own.

    Where a sentence before it in its own paragraph begins with somebody of its gender, that is all.
    """
    blocks = article.document.blocks
    here = next(
        (at for at, block in enumerate(blocks) if phrase.start < block.span.end), len(blocks) - 1
    )
    own = blocks[here].span
    before = article.people.mentions_in(article.document.span(own.start, phrase.start))
    if any(each.gender == gender and _opens(article, span) for span, each in before):
        return own
    return article.document.span(blocks[max(0, here - PARAGRAPHS_BACK)].span.start, own.end)


def _opens(article: Article, name: Span) -> bool:
    """Does a sentence begin with this name, but for titles?"""
    line = line_at(article, name)
    if line is None:
        return False
    before = tokenise(article.document.text[line.span.start : name.start])
    determiners = article.lexicon.data["grammar"]["determiners"]
    return all(word[0].isupper() or word.lower() in determiners for word in before.words)


@lru_cache(maxsize=512)
def _plain_words(text: str) -> frozenset[str]:
    return frozenset(part for word in tokenise(text).words for part in plain(word))
