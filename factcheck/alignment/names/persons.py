"""The persons of the article beside those of the sources: the same, one misspelt, or nobody.

Two names are of one person when surname and first name agree, without accents, case and the
umlauts written out. A person whom no source has may be one of a source written otherwise: the
first name is the same and the surname a letter or two apart, or the surname is the same and the
first name another, and neither is named in the other text. Between languages a name may only be
spelt as that language does (Selenskyj, Zelenskyy): then it sounds the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from factcheck.alignment.index import index_of
from factcheck.alignment.lines import line_at
from factcheck.alignment.names.posts import posts_of
from factcheck.claims import Article
from factcheck.languages.lexicon import known_languages, load_lexicon
from factcheck.model import Person, Span
from factcheck.reference.names import fold

UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# Letters by which languages write one sound of another script, the longest first.
TRANSCRIBED = (
    ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("zh", "s"), ("kh", "c"),
    ("ch", "c"), ("ks", "x"), ("ou", "u"), ("ss", "s"), ("z", "s"), ("w", "v"), ("y", "i"),
    ("j", "i"), ("ii", "i"),
)  # fmt: skip
LONG, MOST_APART, LETTERS = 5, 2, 3
SHORTER, SHORT_FORM, BEGINNING, FEWEST_LETTERS = 2, 5, 3, 2
# Without a first name a surname must be long to be a misspelt one.
SHORTEST_ALONE, INITIAL = 6, 1
# How alike the sentences must be where only the surname is the same.
ALIKE = 0.3
MOST_MENTIONS, TWO_FIRST = 5, 2

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A person of the article and whom a source has: `how` is same, surname, first or sound."""

    person: Person
    how: str
    other: Person
    source: Article


def persons_of(article: Article) -> Iterator[tuple[Person, Found | None]]:
    """Every person, and whom the sources have; None for nobody."""
    here = [name_of(person) for person in article.people.all]
    for person in article.people.all:
        found = next(filter(None, (_same(person, each) for each in article.sources)), None)
        yield person, found or _other(article, person, here)
    for source in article.sources:
        for other in source.people.all:
            if any(agree(name, name_of(other)) for name in here) or " " not in other.name:
                continue
            mentions = tuple(_printed(article, name_of(other)))
            if mentions:
                person = Person(other.name, other.gender, (), (), mentions)
                yield person, Found(person, "same", other, source)


def _printed(article: Article, name: Name) -> Iterator[Span]:
    """Where a text has a name of which the other one tells that it is somebody's."""
    if name not in _runs(article, len(name)):
        return
    for scene in article.scenes:
        tokens = scene.passage.tokens
        words = [plain(each) for each in tokens.lowers]
        for at in range(len(words) - len(name) + 1):
            if all(words[at + i] == (part,) for i, part in enumerate(name)):
                yield scene.passage.span(at, at + len(name) - 1)


def name_of(person: Person) -> Name:
    """The words of a name as they are compared."""
    words = person.name.split()
    while len(words) > 1 and words[-1].isupper() and len(words[-1]) <= LETTERS:
        words.pop()  # letters behind a name: QC, MP
    return plain(" ".join(words))


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> Name:
    """The words of a name without accents and case, umlauts as they are or written out."""
    words = []
    for word in fold(name):
        for pair, single in UMLAUTS:
            word = word.replace(pair, single)  # noqa: PLW2901
        words.append(word)
    return tuple(words)


def _same(person: Person, source: Article) -> Found | None:
    name = name_of(person)
    for other in source.people.all:
        if agree(name, name_of(other)):
            return Found(person, "same", other, source)
    if name in _runs(source, len(name)):
        span = person.mentions[0]
        return Found(person, "same", Person(person.name, None, (), (), (span,)), source)
    return None


def agree(left: Name, right: Name) -> bool:
    """The same surname, and no first name that differs."""
    short, long = sorted((left[-1], right[-1]), key=len)
    if short != long and (long != f"{short}s" or short[-1] == "s"):
        return False
    firsts = left[:-1], right[:-1]
    if len(left) == len(right) > TWO_FIRST:  # Hans-Rudolf is not Horst-Rudolf
        return all(map(_one_name, *firsts))
    return not all(firsts) or any(_one_name(a, b) for a in firsts[0] for b in firsts[1])


def one_name(left: Name, right: Name) -> bool:
    """One person, or one whose name is misspelt: a first name or nearly the surname is the same."""
    if agree(left, right) or not set(left[:-1]).isdisjoint(right[:-1]):
        return True
    if 1 in {len(left), len(right)} and not set(left).isdisjoint(right):
        return True  # Dame Philippa
    return len(left[-1]) > 1 and near(left[-1], right[-1])


def _one_name(left: str, right: str) -> bool:
    """A first name, its initial, or its short form: Steve and Stephen, Bill and William."""
    short, long = sorted((left, right), key=len)
    if left == right or (len(short) == 1 and long.startswith(short)):
        return True
    shortened = len(long) - len(short) >= SHORTER and len(short) <= SHORT_FORM
    shortened = shortened and long[:BEGINNING] == short[:BEGINNING]
    return shortened or nicknames().get(short) == long


@lru_cache(maxsize=1)
def nicknames() -> dict[str, str]:
    """The short forms of first names, in every language."""
    found: dict[str, str] = {}
    for code in known_languages():
        found |= load_lexicon(code).data["glossary"]["nicknames"]
    return found


@lru_cache(maxsize=8)
def _runs(source: Article, length: int) -> frozenset[Name]:
    """Every run of so many words of a source: a name may stand where none was seen."""
    runs: set[Name] = set()
    for scene in source.scenes:
        words = [word for each in scene.passage.tokens.lowers for word in plain(each)]
        runs.update(zip(*(words[at:] for at in range(length)), strict=False))
    return frozenset(runs)


def _other(article: Article, person: Person, here: list[Name]) -> Found | None:
    """The one person of the sources, unknown to the article, whose name is nearly this one."""
    name = name_of(person)
    found = []
    for source in article.sources:
        across = source.lexicon.code != article.lexicon.code
        for other in source.people.all:
            theirs = name_of(other)
            how = _how(name, theirs, across=across)
            twice = how == "surname" and not set(name[:-1]).isdisjoint(theirs[:-1])
            if not twice and any(agree(mine, theirs) for mine in here):
                continue
            apart = how == "first" and not (near(name[0], theirs[0]) or _opens_alike(name, theirs))
            if how is None and not twice:
                how, apart = ("surname", True) if _initialled(name, theirs) else (None, False)
            if apart and not (
                _alike(article, person, source, other)
                or (how == "surname" and _one_post(article, person, source, other))
            ):
                how = None
            if how is not None:
                found.append(Found(person, how, other, source))
    known = {name_of(each.other) for each in found}
    return found[0] if len(known) == 1 and not _one_holder(article, found[0]) else None


def _initialled(name: Name, other: Name) -> bool:
    """One first name, and surnames with one initial: Kellyanne Conway and Kellyanne Conroy?"""
    firsts = min(len(name), len(other)) > 1 and len(name[0]) > INITIAL
    return firsts and name[0] == other[0] and name[-1][0] == other[-1][0]


def _one_post(article: Article, person: Person, source: Article, other: Person) -> bool:
    """Has one post stood beside both names?"""
    return not posts_of(article, person).kinds.isdisjoint(posts_of(source, other).kinds)


def _opens_alike(name: Name, other: Name) -> bool:
    """Do two first names begin alike: Marlies and Marlene?"""
    return min(len(name[0]), len(other[0])) >= LONG and name[0][:LETTERS] == other[0][:LETTERS]


def _alike(article: Article, person: Person, source: Article, other: Person) -> bool:
    """Do they stand in sentences that are alike? Many share a surname."""
    index = index_of(source, article.lexicon.code)
    ours = [line_at(article, span) for span in person.mentions[:MOST_MENTIONS]]
    theirs = [line_at(source, span) for span in other.mentions[:MOST_MENTIONS]]
    return any(
        left is not None and right is not None and index.likeness(left, right) >= ALIKE
        for left in ours
        for right in theirs
    )


def _how(name: Name, other: Name, *, across: bool) -> str | None:
    alone = len(name) == 1 or len(other) == 1
    shared = not set(name[:-1]).isdisjoint(other[:-1])
    first = alone or shared or INITIAL in {len(name[0]), len(other[0])}
    first = first or (across and sound_alike(name[0], other[0]))
    surname = name[-1] == other[-1]
    if surname:
        return "sound" if across and sound_alike(name[0], other[0]) else "first"
    if shared and not alone and _begins_alike(name[-1], other[-1]):
        return "surname"
    if not first or not near(name[-1], other[-1]):
        return None
    if alone and min(len(name[-1]), len(other[-1])) < SHORTEST_ALONE:
        return None
    return "sound" if across and sound_alike(name[-1], other[-1]) else "surname"


def near(left: str, right: str) -> bool:
    """A letter or two apart, or two of them exchanged."""
    if min(len(left), len(right)) < FEWEST_LETTERS:
        return False
    most = MOST_APART if min(len(left), len(right)) >= LONG else 1
    return OSA.distance(left, right, score_cutoff=most) <= most


def _begins_alike(left: str, right: str) -> bool:
    """Another ending of at most three letters: of one first name, Tjaden and Tjarks."""
    shortest = min(len(left), len(right))
    if shortest < LONG or left[:LETTERS] != right[:LETTERS]:
        return False
    most = min(LETTERS, shortest // 2)
    return OSA.distance(left, right, score_cutoff=most) <= most


def sound_alike(left: str, right: str) -> bool:
    """Are two spellings one sound of another script: Sotschi, Sochi?"""
    return _sounds(left) == _sounds(right)


def _sounds(name: str) -> str:
    for letters, sound in TRANSCRIBED:
        name = name.replace(letters, sound)
    return name


def _one_holder(article: Article, found: Found) -> bool:
    """Do the tables know both spellings as one person's?"""
    ours = {row.person for row in article.holders.rows_of(found.person.name)}
    return any(row.person in ours for row in article.holders.rows_of(found.other.name))


def place_of(found: Found) -> Span:
    """Where the source names the person."""
    return found.other.mentions[0]
