"""The name and the role of whoever a source phrase means."""

from factcheck.extract.people.who import Who
from factcheck.extract.speech.words import speech_words
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Person, Span


class Speakers:
    """Resolves the sources of one document in their order: a pronoun may mean who spoke last."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._speech = speech_words(lexicon.code)
        self._last: Person | None = None

    def named(self, source: Span | None) -> tuple[str | None, str | None]:
        """Name and role; an organisation or a crowd is named by its phrase, a bare pronoun not."""
        if source is None:
            return None, None
        person = self._who.resolve(source, self._last)
        plural = source.text.split(None, 1)[0].lower() in self._speech.words("feminine_or_plural")
        named = person is not None and any(
            source.start <= part.start and part.end <= source.end for part in person.mentions
        )
        if person is not None and (not plural or named or person.gender == "f"):
            self._last = person
            titles = [title.text for title in person.titles]
            return person.name, max(titles, key=len) if titles else None
        tokens, first = tokenise(source.text), 0
        while first < len(tokens) and (
            tokens.lowers[first] in self._speech.words("determiners")
            or tokens.lowers[first] in self._speech.words("pronouns")
        ):
            first += 1
        return (tokens.surface(first, len(tokens) - 1) if first < len(tokens) else None), None

    def speaks(self, source: Span) -> bool:
        """Is a phrase a person's name, an office or a body that can speak, such as a ministry?"""
        tokens = tokenise(source.text)
        person = self._who.resolve(source, self._last)
        if person is not None:
            return True
        for word, lower in zip(tokens.words, tokens.lowers, strict=True):
            if lower in self._speech.words("prepositions"):
                return False
            if word[0].isupper() and lower.endswith(self._speech.bodies):
                return True
        return False
