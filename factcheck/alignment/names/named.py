"""The names of places, bodies and countries in a sentence, and whether a text has them.

A country is known by any of its forms, and so is a place that each language calls its own way
(Mailand, Milan); other names by their letters, or between languages by their consonants.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.names.persons import agree, name_of
from factcheck.alignment.words import KNOWN_KEYS, NOTHING, Keys, keys_of, measured_in, skeleton
from factcheck.claims import Article
from factcheck.languages.lexicon import Lexicon
from factcheck.reference.names import fold

SHORTEST, LONGEST_ENDING = 3, 3
ACQUAINTED = 0.5
CAPITAL, INSIDE, FROM = "capital", "inside", "from"
CODE_LENGTH = 2
FORMS = frozenset({"name", "adjective", "demonym", "feminine", "plural", "genitive"})
# "Uganda's regulator", "the Ugandan regulator", "the regulator in Uganda".
BELONGING = frozenset({None, INSIDE, "from"})
FEWEST_PERSONS, MOST_PERSONS = 2, 0.6
LIKE, FEWEST_LIKE = 0.4, 4
PLACING = frozenset({"inside", "on", "from", "to", "near"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a line: its tokens, what it is compared by, the preposition before it, and whose it
    is: the coast's in "the coast of Rügen"."""

    first: int
    last: int
    key: str
    printed: str
    kind: str
    sense: str | None
    head: Keys

    def placed_as(self, other: "Named") -> bool:
        """Do both stand for where something is or comes from, or behind like prepositions?"""
        return self.sense == other.sense or {self.sense, other.sense} <= BELONGING

    def of_another(self, line: Line, other: "Named") -> bool:
        """Has its sentence what the other name is of beside what it is of itself: "the fisherman
        killed it off the coast of Rügen", "ein Fischer aus Lohme"?"""
        apart = bool(self.head) and self.head.isdisjoint(other.head)
        return apart and any(not other.head.isdisjoint(word.keys) for word in line.words)


@lru_cache(maxsize=4096)
def names_in(line: Line) -> tuple[Named, ...]:
    """The countries of a sentence and its other names, but for those of persons."""
    lowers = line.scene.passage.tokens.lowers
    countries = list(_countries(line))
    states = {at for _, first, last in countries for at in range(first, last + 1)}
    found = [
        Named(first, last, code, folded(lowers[first]), "country", *_sense(line, first))
        for code, first, last in countries
    ]
    for at in _propers(line):
        key, kind = _key(line.article.lexicon, lowers[at])
        if at not in states:
            shown = folded(lowers[at])
            found.append(Named(at, at, key, shown, kind, *_sense(line, at)))
    return tuple(found)


def _countries(line: Line) -> Iterator[tuple[str, int, int]]:
    """The countries of a sentence by name, adjective or people, and where they first stand.

    Capitals are left alone, for they stand for governments.
    """
    seen: set[str] = set()
    for at, codes in line.scene.named:
        if not line.first <= at < line.end or len(codes) != 1:
            continue
        (code,) = codes
        hit = line.article.names.name_at(line.scene.passage.tokens, at)
        country = len(code) == CODE_LENGTH and code.isupper() and code not in seen
        if hit is not None and country and {term.form for term in hit[1]} <= FORMS:
            seen.add(code)
            yield code, at, at + hit[0] - 1


def _sense(line: Line, at: int) -> tuple[str | None, Keys]:
    """What the preposition before a name says, be there an article or other names between, and
    what is known of the word before it."""
    tokens, lexicon = line.scene.passage.tokens, line.article.lexicon
    while at - 1 > line.first and tokens.words[at - 1].istitle():
        at -= 1  # "in New York", "in der Stadt Trier"
    if at - 1 > line.first and tokens.lowers[at - 1] in lexicon.data["grammar"]["determiners"]:
        at -= 1  # "aus den Niederlanden"
    sense = lexicon.glossary.senses.get(tokens.lowers[at - 1]) if at > line.first else None
    owned = sense == FROM and at - 1 > line.first
    known = keys_of(lexicon, tokens.lowers[at - 2]) if owned else NOTHING
    return sense, frozenset(key for key in known if key[0] in KNOWN_KEYS)


def _key(lexicon: Lexicon, lower: str) -> tuple[str, str]:
    """What a name is compared by, and its kind: a part of the world, or anything else."""
    entries = lexicon.glossary.of(lower)
    for kind, known in (("region", lexicon.glossary.regions), ("place", lexicon.glossary.towns)):
        for entry in entries & known:
            return f"g:{entry}", kind
    return folded(lower), "place"


def _propers(line: Line) -> Iterator[int]:
    """The words of a sentence that are names of neither a person nor a country."""
    scene = line.scene
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    nouns = lexicon.data["grammar"]["capitalised_nouns"]
    persons = [span for span, _ in line.article.people.mentions_in(line.span)]
    other = measured_in(scene)
    places = lexicon.glossary.regions | lexicon.glossary.towns
    named = {at for at, _ in scene.named}
    capitals = {at for at in named if line.first < at < line.end and _capital(line, at)}
    small = lexicon.calendar_words | lexicon.stop_words
    for at in range(line.first + 1, line.end):
        word, lower = tokens.words[at], tokens.lowers[at]
        if len(word) < SHORTEST or not word.isalpha() or not word[0].isupper() or at in other:
            continue
        entries = lexicon.glossary.of(lower)
        capital = at in capitals
        if lower in small or (entries and entries.isdisjoint(places) and not capital):
            continue
        if not entries and lexicon.glossary.is_topic(lower):
            continue
        if tokens.lower(at + 1)[:1].isdecimal() and tokens.glued(at + 1):
            continue  # "SFr46m"
        if not entries and not capital and (at in named or (nouns and not _placed(line, at))):
            continue
        if not any(span.start <= tokens.starts[at] < span.end for span in persons):
            yield at


def _capital(line: Line, at: int) -> bool:
    """Is it a capital as a place, "in Wien", and not for the government?"""
    tokens = line.scene.passage.tokens
    hit = line.article.names.name_at(tokens, at) if _sense(line, at)[0] == INSIDE else None
    return hit is not None and all(term.form == CAPITAL for term in hit[1])


def _placed(line: Line, at: int) -> bool:
    """Does a word stand where a name does: behind a preposition or a noun, or before a hyphen?"""
    tokens = line.scene.passage.tokens
    glossary = line.article.lexicon.glossary
    if glossary.common(tokens.lowers[at]):
        return False
    if glossary.senses.get(tokens.lowers[at - 1]) in PLACING:
        return True
    if tokens.words[at - 1][0].isupper() and at - 1 > line.first:
        return not _owned(line, at)
    joins = line.article.lexicon.data["ranges"]["and"]
    listed = tokens.words[at - 1] == "," or tokens.lowers[at - 1] in joins
    if listed and at - 2 > line.first and _unknown(line, at - 2):
        return True
    return at + 1 < line.end and tokens.words[at + 1] == "-"


def _owned(line: Line, at: int) -> bool:
    """Does it stand right behind the name of a person, whose what it names is?"""
    before = line.scene.passage.tokens.ends[at - 1]
    return any(span.end == before for span, _ in line.article.people.mentions_in(line.span))


def _unknown(line: Line, at: int) -> bool:
    """Is a word one with a capital that is no common noun, as far as is known?"""
    word, glossary = line.scene.passage.tokens.words[at], line.article.lexicon.glossary
    return word[0].isupper() and not glossary.of(word.lower()) and not glossary.common(word.lower())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a text folded, their consonants, and what of concepts.csv it names."""

    words: frozenset[str]
    bones: frozenset[str | None]
    codes: frozenset[str]

    def has(self, name: Named) -> bool:
        """Is a name in it, be it inside a word or in another spelling?"""
        if name.kind == "country" or name.key != name.printed:
            return name.key in self.codes or name.printed in self.words
        if name.key in self.words or skeleton(name.key) in self.bones:
            return True
        return any(name.key in word for word in self.words) or any(
            name.key[:-ending] in self.words
            for ending in range(1, min(LONGEST_ENDING, len(name.key) - SHORTEST) + 1)
        )


@lru_cache(maxsize=8)
def vocabulary_of(article: Article) -> Vocabulary:
    """What names a text has; gathered once."""
    lowers = {lower for scene in article.scenes for lower in scene.passage.tokens.lowers}
    words = frozenset(folded(lower) for lower in lowers if lower[0].isalpha())
    codes = {code for scene in article.scenes for _, of in scene.named for code in of}
    of = article.lexicon.glossary.of
    codes.update(f"g:{entry}" for lower in lowers for entry in of(lower))
    return Vocabulary(words, frozenset(map(skeleton, words)) - {None}, frozenset(codes))


@lru_cache(maxsize=1 << 16)
def folded(lower: str) -> str:
    """A word without accents, as names are compared."""
    return "".join(fold(lower))


@lru_cache(maxsize=8)
def acquainted(article: Article) -> bool:
    """Do the sources have most of the names of the article, two of its persons and most of them,
    or sentences like most of its own, so that they tell of the same?"""
    vocabularies = [vocabulary_of(source) for source in article.sources]
    others = [name_of(person) for source in article.sources for person in source.people.all]
    known = {
        (name.key, name.kind): any(each.has(name) for each in vocabularies)
        for line in lines_of(article)
        for name in names_in(line)
    }
    persons = [
        any(agree(name_of(person), other) for other in others) for person in article.people.all
    ]
    told = [*known.values(), *persons]
    shared = sum(persons) >= FEWEST_PERSONS and sum(persons) >= MOST_PERSONS * len(persons)
    return shared or sum(told) >= ACQUAINTED * len(told) or _retells(article)


def _retells(article: Article) -> bool:
    """Has one source sentences like most of the article's, and like several?"""
    lines = [line for line in lines_of(article) if not line.heading]
    for source in article.sources:
        index = index_of(source, article.lexicon.code)
        like = [
            index.likeness(line, index.lines[at]) for line in lines for at in index.like(line)[:1]
        ]
        if sum(each >= LIKE for each in like) >= max(FEWEST_LIKE, ACQUAINTED * len(lines)):
            return True
    return False
