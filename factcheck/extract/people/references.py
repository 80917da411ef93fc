"""A person meant by another word of the title: "der hohe Beamte" for "die Hohe Vertreterin".

Only an adjective of the title binds the two, so that a phrase such as "der Beamte" means nobody.
"""

from collections.abc import Sequence

from factcheck.extract.passages import Passage
from factcheck.extract.people.persons import Persons
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Person, Reference

MOST_ADJECTIVES = 3
GENDERS = (("masculine", "m"), ("feminine", "f"))


def find_references(passages: Sequence[Passage], persons: Persons) -> tuple[Reference, ...]:
    """The phrases of a document that take up an adjective of one person's title."""
    if not passages or not any(person.titles for person in persons.all):
        return ()
    section = passages[0].lexicon.data["persons"]
    officials = {
        word: (gender, frozenset(section[f"articles_{key}"]))
        for key, gender in GENDERS
        for word in section[f"officials_{key}"]
    }
    by_adjective = _by_adjective(persons, passages[0].lexicon)
    if not by_adjective:
        return ()
    found: list[Reference] = []
    for passage in passages:
        lowers = passage.tokens.lowers
        for index in [at for at, lower in enumerate(lowers) if lower in officials]:
            gender, articles = officials[lowers[index]]
            reference = _reference(passage, index, gender, articles, by_adjective)
            if reference is not None:
                found.append(reference)
    return tuple(found)


def _by_adjective(persons: Persons, lexicon: Lexicon) -> dict[str, Person | None]:
    """Stem of an adjective in a title -> its person, None where several have it."""
    found: dict[str, Person | None] = {}
    for person in persons.all:
        stems = {
            stem
            for title in person.titles
            for lower in tokenise(title.text).lowers[:-1]
            if lower not in lexicon.stop_words and (stem := _stem(lower, lexicon))
        }
        for stem in stems:
            found[stem] = person if found.get(stem, person) is person else None
    return found


def _reference(
    passage: Passage,
    index: int,
    gender: str,
    articles: frozenset[str],
    by_adjective: dict[str, Person | None],
) -> Reference | None:
    lowers = passage.tokens.lowers
    bound: Person | None = None
    for at in range(index - 1, max(index - 2 - MOST_ADJECTIVES, -1), -1):
        if lowers[at] in articles:
            span = passage.span(at, index)
            named_before = bound is not None and bound.mentions[0].end <= span.start
            return Reference(span, bound, gender) if bound is not None and named_before else None
        stem = _stem(lowers[at], passage.lexicon)
        if not stem:
            return None
        bound = bound or by_adjective.get(stem)
    return None


def _stem(lower: str, lexicon: Lexicon) -> str:
    """An adjective without its ending, "" for a word that has none."""
    for ending in lexicon.data["grammar"]["adjective_ends"]:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return lower[: -len(ending)]
    return ""
