"""The name and the role of whoever a source phrase means."""

from factcheck.extract.people.who import Who
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Person, Span


class Speakers:
    """Resolves the sources of one document in their order: a pronoun may mean who spoke last."""

    def __init__(self, who: Who, lexicon: Lexicon) -> None:
        self._who = who
        self._speech = lexicon.data["speech"]
        self._last: Person | None = None
        self._bodies = tuple(self._speech["bodies"])

    def named(self, source: Span | None) -> tuple[str | None, str | None]:
        """Name and role; an organisation or a crowd is named by its phrase, a bare pronoun not."""
        if source is None:
            return None, None
        tokens = tokenise(source.text)
        person = self._who.resolve(source, self._last)
        plural = tokens.lowers[0] in self._speech["feminine_or_plural"]
        named = person is not None and any(
            source.start <= part.start and part.end <= source.end for part in person.mentions
        )
        if person is not None and (not plural or named or person.gender == "f"):
            self._last = person
            titles = [title.text for title in person.titles]
            return person.name, max(titles, key=len) if titles else None
        first = 0
        while first < len(tokens) and (
            tokens.lowers[first] in self._speech["determiners"]
            or tokens.lowers[first] in self._speech["pronouns"]
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
            if lower in self._speech["prepositions"]:
                return False
            if word[0].isupper() and lower.endswith(self._bodies):
                return True
        return False
