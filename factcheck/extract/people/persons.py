"""Everybody whom the document names, each once: who is "Lecornu", "the minister", "she"?

Full names come first (mentions.py). Two belong to one person if the surname is the same and no
first name differs; then every surname alone is given to its bearer (bearers.py).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcheck.extract.passages import Passage
from factcheck.extract.people.bearers import add_surnames, gathered, person_of
from factcheck.extract.people.mentions import Mention, full_mentions
from factcheck.extract.people.name_words import NameWords
from factcheck.model import Person, Role, Span
from factcheck.reference.names import Names, People


class Persons:
    """The persons of a document, by place."""

    def __init__(self, everybody: Sequence[Person]) -> None:
        self.all = tuple(everybody)
        pairs = [(span, person) for person in self.all for span in person.mentions]
        self.mentions = tuple(sorted(pairs, key=lambda pair: pair[0].start))
        self._starts = [span.start for span, _ in self.mentions]

    def mentions_in(self, span: Span) -> tuple[tuple[Span, Person], ...]:
        """The mentions within a span, in the order of the text."""
        low = bisect_left(self._starts, span.start)
        high = bisect_left(self._starts, span.end)
        return tuple(pair for pair in self.mentions[low:high] if pair[0].end <= span.end)

    def at(self, span: Span) -> Person | None:
        """The person named first within a span."""
        inside = self.mentions_in(span)
        return inside[0][1] if inside else None

    def only_in(self, span: Span) -> tuple[Span, Person] | None:
        """The one person of a span, with the first mention; None for nobody and for several."""
        inside = self.mentions_in(span)
        return inside[0] if len({id(person) for _, person in inside}) == 1 else None

    def before(self, place: int) -> Iterator[tuple[Span, Person]]:
        """The mentions that end at or before a place, the nearest first."""
        for number in range(bisect_right(self._starts, place) - 1, -1, -1):
            if self.mentions[number][0].end <= place:
                yield self.mentions[number]


def find_persons(
    passages: Sequence[Passage],
    roles: Sequence[Sequence[Role]],
    names: Names,
    people: People,
    words: NameWords,
) -> Persons:
    """The persons of a whole document; `roles` are those found in each of its passages."""
    mentions: list[Mention] = []
    for passage, own in zip(passages, roles, strict=True):
        mentions += full_mentions(passage, own, names, words)
    bearers = gathered(mentions, passages, people)
    add_surnames(passages, bearers, words)
    found = [person_of(bearer, people) for own in bearers.values() for bearer in own]
    return Persons(sorted(found, key=lambda person: person.mentions[0].start))
