"""Whom a phrase means at its place: a name in it, "the minister", "she". None if two could be.

who = Who(persons, names, words, lexicon, blocks)
who.resolve(span of "Der Minister")      # the person named last before it as a minister
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from factcheck.extract.people.name_words import NameWords
from factcheck.extract.people.persons import Persons
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens, tokenise
from factcheck.model import Block, Person, Span
from factcheck.reference.names import Names

# A pronoun reaches back over one block: beyond it, it is no longer clear.
BLOCKS_BACK = 1
# A title reaches further, but not over the names of a whole book.
MENTIONS_BACK = 100


class Who:
    """Resolves the phrases of one document."""

    def __init__(
        self,
        persons: Persons,
        names: Names,
        words: NameWords,
        lexicon: Lexicon,
        blocks: Sequence[Block],
    ) -> None:
        self.persons = persons
        self._names, self._words, self._lexicon = names, words, lexicon
        self._ends = [block.span.end for block in blocks]
        self._starts = [block.span.start for block in blocks]

    def resolve(self, source: Span, speaker: Person | None = None) -> Person | None:
        """The person that a phrase means; `speaker`, who spoke last, goes first for a pronoun."""
        inside = self.persons.mentions_in(source)
        if inside:
            return self._head(source, inside)
        tokens = tokenise(source.text)
        if not len(tokens):
            return None
        section = self._lexicon.data["persons"]
        for key, gender in (("pronouns_masculine", "m"), ("pronouns_feminine", "f")):
            if tokens.lowers[0] in section[key]:
                return self._by_gender(source.start, gender, speaker)
        return self._by_title(source, tokens)

    def _head(self, source: Span, inside: Sequence[tuple[Span, Person]]) -> Person | None:
        """The person of whom the phrase speaks, not one to whom another belongs."""
        belonging = self._lexicon.data["persons"]["belonging"]
        for span, person in inside:
            if any(
                role.person == span and role.title.start >= source.start for role in person.roles
            ):
                return person
            before = tokenise(source.text[: span.start - source.start])
            behind = source.text[span.end - source.start :]
            if len(before) and before.words[-1] == ",":
                return person
            if any(word in belonging for word in before.lowers[1:]):
                return None
            if not self._owns(span, person, behind):
                return person
        return None

    def _owns(self, span: Span, person: Person, behind: str) -> bool:
        """As in "Merkels Sprecher", "Blair's office"."""
        following = tokenise(behind)
        if len(following) > 1 and following.words[0] in {"'", "’"}:
            return True
        ending = self._lexicon.data["persons"]["genitive_end"]
        surname = person.name.split()[-1]
        return bool(
            ending
            and span.text.endswith(surname + ending)
            and len(following)
            and following.words[0][0].isalpha()
        )

    def _by_gender(self, place: int, gender: str, speaker: Person | None) -> Person | None:
        floor = self._floor(place)
        for span, person in self.persons.before(place):
            if span.start < floor:
                return None
            if speaker is not None and speaker.gender == gender:
                near = any(floor <= mention.start < place for mention in speaker.mentions)
                if near:
                    return speaker
            if person.gender == gender:
                return person
            if person.gender is None:
                return None
        return None

    def _floor(self, place: int) -> int:
        """Where the block before the one of a place begins."""
        number = min(bisect_right(self._ends, place), len(self._ends) - 1)
        return self._starts[max(number - BLOCKS_BACK, 0)]

    def _by_title(self, source: Span, tokens: Tokens) -> Person | None:
        """The person last named with the title of a definite phrase: "der Minister"."""
        definite = self._lexicon.data["persons"]["definite"]
        if tokens.lowers[0] not in definite:
            return None
        for at in range(1, len(tokens)):
            word = self._words[tokens.lowers[at]]
            offices = self._offices(tokens, at)
            if offices or (word is not None and word.kind == "head"):
                gender = word.gender if word is not None else ""
                return self._titled(source.start, tokens.lowers[at], offices, gender)
            if not tokens.words[at].isalpha() or tokens.lowers[at] in self._lexicon.stop_words:
                return None
        return None

    def _offices(self, tokens: Tokens, index: int) -> frozenset[str]:
        hit = self._names.titles.at(tokens, index)
        return frozenset(_office(term.concept) for term in hit[1]) if hit else frozenset()

    def _titled(self, place: int, head: str, offices: frozenset[str], gender: str) -> Person | None:
        for _, person in islice(self.persons.before(place), MENTIONS_BACK):
            if gender and person.gender and person.gender != gender:
                continue
            held = {_office(office) for role in person.roles for office in role.offices}
            if held & offices or any(_ends_with(title.text, head) for title in person.titles):
                return person
        return None


def _office(office: str) -> str:
    return office.rpartition(":")[2]


def _ends_with(title: str, head: str) -> bool:
    """Is the title the head noun, or a compound or phrase that ends with it?"""
    return title.lower().endswith(head)
