"""The people of a document, read before its claims: offices named, persons, and who is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.passages import Passage
from factcheck.extract.people.name_words import load_name_words
from factcheck.extract.people.persons import Persons, find_persons
from factcheck.extract.people.references import find_references
from factcheck.extract.people.roles import find_roles
from factcheck.extract.people.who import Who
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Reference, Role
from factcheck.reference.names import Names, load_names, load_people
from factcheck.reference.tables import Tables


@dataclass(frozen=True, slots=True)
class Cast:
    """`roles` has one list a passage; `who` says whom a phrase means at its place."""

    names: Names
    roles: tuple[tuple[Role, ...], ...]
    persons: Persons
    who: Who
    references: tuple[Reference, ...]


def read_cast(passages: Sequence[Passage], lexicon: Lexicon, tables: Tables) -> Cast:
    """The people of a whole document, from all its passages."""
    names, holders = load_names(tables, lexicon), load_people(tables)
    words = load_name_words(tables, lexicon)
    roles: list[tuple[Role, ...]] = []
    earlier: list[Role] = []
    for passage in passages:
        own = find_roles(passage, names, holders, words, earlier)
        roles.append(tuple(own))
        earlier += own
    persons = find_persons(passages, roles, names, holders, words)
    blocks = [passage.block for passage in passages]
    who = Who(persons, names, words, lexicon, blocks)
    return Cast(names, tuple(roles), persons, who, find_references(passages, persons))
