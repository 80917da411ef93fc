"""What things are called: the terms of concepts.csv as look-ups, and how persons' names compare."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import Tokens
from factcheck.reference.rows import Concept, Office
from factcheck.reference.tables import Tables

SHORTEST_CASELESS = 4
SINGLE_SIGNS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
)
PEOPLE_FORMS = frozenset({"demonym", "plural"})
# What articles are not read by: words that forbid a match, and what reports call a thing.
UNREAD = frozenset({"exclude", "exclude-near", "event-words", "label", "label-feminine"})


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning of a phrase: its concept, the form it stands in, and whether it is inflected."""

    concept: str
    form: str
    genitive: bool
    printed: str


class Names:
    """The terms of one language. `at` and `before` give every meaning of the longest phrase.

    `event_words` are words that tell an event where all of them stand in one sentence.
    """

    def __init__(
        self, concepts: Sequence[Concept], offices: frozenset[str], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        titles: dict[str, list[Term]] = defaultdict(list)
        names: dict[str, list[Term]] = defaultdict(list)
        events: dict[str, list[str]] = defaultdict(list)
        self.event_words = tuple(
            (each.term, each.concept)
            for each in concepts
            if each.form == "event-words" and each.language == lexicon.code
        )
        for concept in concepts:
            if concept.language != lexicon.code or concept.form in UNREAD:
                continue
            if concept.form == "event":
                events[concept.term.lower()].append(concept.concept)
                continue
            if concept.form in PEOPLE_FORMS and concept.term.split()[0] in lexicon.stop_words:
                continue  # "the French" hides the adjective in "the French minister"
            is_title = concept.concept in offices or ":" in concept.concept
            for phrase, genitive in self._inflected(concept):
                term = Term(concept.concept, concept.form, genitive, concept.term)
                (titles if is_title else names)[phrase.lower()].append(term)
        self.titles = PhraseTable((phrase, tuple(terms)) for phrase, terms in titles.items())
        self.names = PhraseTable((phrase, tuple(terms)) for phrase, terms in names.items())
        self.events = PhraseTable((phrase, tuple(ids)) for phrase, ids in events.items())

    def event_or_name(self, tokens: Tokens, index: int) -> int:
        """The tokens of the longest name, of an event or of anything, that begins here; 0 for
        none."""
        hits = (self.events.at(tokens, index), self.name_at(tokens, index))
        return max((hit[0] for hit in hits if hit), default=0)

    def name_at(self, tokens: Tokens, index: int) -> tuple[int, tuple[Term, ...]] | None:
        """The names of countries, bodies, groups and metrics that begin at a token."""
        hit = self.names.at(tokens, index)
        return self._printed_so(tokens, index, hit)

    def name_before(self, tokens: Tokens, index: int) -> tuple[int, tuple[Term, ...]] | None:
        """The same for names that end before a token."""
        hit = self.names.before(tokens, index)
        return self._printed_so(tokens, index - hit[0], hit) if hit else None

    def _printed_so(
        self, tokens: Tokens, first: int, hit: tuple[int, tuple[Term, ...]] | None
    ) -> tuple[int, tuple[Term, ...]] | None:
        """Short abbreviations count only in capitals: "US", not "us"; "UN", not "un"."""
        if hit is None:
            return None
        terms = tuple(term for term in hit[1] if _in_case(term.printed, tokens.words[first]))
        return (hit[0], terms) if terms else None

    def _inflected(self, concept: Concept) -> Iterator[tuple[str, bool]]:
        endings = self._lexicon.data["endings"]
        term = concept.term
        if concept.form == "adjective":
            for ending in endings["adjective"]:
                yield term + ending, False
        elif concept.form in {"masculine", "feminine"}:
            for head in _declined(term, endings["first_word"]):
                for ending in endings["title"]:
                    yield head + ending, False
        else:
            for head in _declined(term, endings["first_word"]):
                yield head, concept.form == "genitive"
                for ending in endings["genitive"]:
                    if ending:
                        yield head + ending, True


def _in_case(term: str, word: str) -> bool:
    """Short abbreviations are printed in capitals; what begins with one keeps it in English."""
    if len(term) < SHORTEST_CASELESS and term.isupper():
        return word.isupper()
    return not term[0].isupper() or not word[0].islower()


def _declined(term: str, endings: Sequence[str]) -> Iterator[str]:
    """As in "Hohe Vertreterin": the first of several words takes the adjective's endings."""
    head, space, rest = term.partition(" ")
    stem = next(
        (head[: -len(ending)] for ending in endings if space and head.endswith(ending)), None
    )
    if stem is None:
        yield term
        return
    for ending in endings:
        yield f"{stem}{ending}{space}{rest}"


class People:
    """The persons of the office table, found by surname."""

    def __init__(self, offices: Sequence[Office]) -> None:
        self._offices = offices

    @cached_property
    def _by_surname(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for row in self._offices:
            for key in {fold(name)[-1] for name in (row.person, *row.aliases) if fold(name)}:
                found[key].append(row)
        return found

    def known(self, name: str) -> bool:
        """Does the last word of the name belong to any person of the table?"""
        words = fold(name)
        return bool(words) and words[-1] in self._by_surname

    def rows_of(self, name: str) -> list[Office]:
        """Every row of the person or persons that the name fits."""
        words = fold(name)
        return (
            [row for row in self._by_surname.get(words[-1], ()) if fits(name, row)] if words else []
        )


@lru_cache(maxsize=16)
def load_names(tables: Tables, lexicon: Lexicon) -> Names:
    """The terms of a language in these tables; made once."""
    offices = frozenset(row.office.partition(":")[2] for row in tables.offices)
    return Names(tables.concepts, offices, lexicon)


@lru_cache(maxsize=16)
def load_people(tables: Tables) -> People:
    """The persons of these tables; made once."""
    return People(tables.offices)


@lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and hyphens: ("sebastien", "lecornu")."""
    bare = name.lower()
    if not bare.isascii():
        plain = unicodedata.normalize("NFD", bare.translate(SINGLE_SIGNS))
        bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    if bare.isalnum():
        return (bare,)
    return tuple("".join(s if s.isalnum() else " " for s in bare).split())


def fits(mention: str, row: Office) -> bool:
    """Could this mention be this holder? The surname is equal and no first name differs."""
    said = fold(mention)
    for name in (row.person, *row.aliases):
        full = fold(name)
        if said == full or (len(said) == 1 and full[-1:] == said):
            return True
        if said[-1:] == full[-1:] and len(full) > 1 and first_names_agree(said[:-1], full[:-1]):
            return True
        if len(said) < len(full) and full[-len(said) :] == said:
            return True  # "Van der Bellen", "von der Leyen"
    return False


def first_names_agree(said: Sequence[str], full: Sequence[str]) -> bool:
    """The first name said is one of the full name's, or its initial."""
    return any(
        part == name or (len(part) == 1 and name.startswith(part))
        for part in said[:1]
        for name in full
    )
