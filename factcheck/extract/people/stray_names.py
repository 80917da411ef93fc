"""Words that stand once and are one letter off the surname of somebody whom the text names in full.

"Kaczmarek ... sagt Kazmarek": the slip is inside the word. Its first letter and its last two are
those of the surname, for endings change with case, sex and trade. The word stands like a name: no
article, no preposition and no other name before it, none behind it, and it is none of the tables.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.extract.passages import Passage
from factcheck.model import Person, Span
from factcheck.reference.names import Names
from factcheck.reference.spelling import slips, spelt_alike

SHORTEST = 6
ENDING = 2
GENITIVE = "s"
HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’")


def stray_names(
    passages: Sequence[Passage], people: Sequence[Person], names: Names | None
) -> Iterator[tuple[Span, Person]]:
    """Each such word, with the person whose surname it may be."""
    known: dict[tuple[str, str], list[Person]] = defaultdict(list)
    surnames = {person.name.split()[-1] for person in people if len(person.name.split()) > 1}
    for person in people:
        surname = person.name.split()[-1]
        if len(person.name.split()) > 1 and len(surname) >= SHORTEST:
            known[_frame(surname)].append(person)
    if not known:
        return
    for passage in passages:
        for at, word in enumerate(passage.tokens.words):
            if len(word) < SHORTEST or not word.istitle() or word in surnames:
                continue
            near = [
                person
                for form in {word, word.removesuffix(GENITIVE)}
                for person in known.get(_frame(form), ())
                if _one_off(form, person.name.split()[-1])
            ]
            if len(near) == 1 and _alone(passage, at, names):
                yield passage.span(at, at), near[0]


def _frame(word: str) -> tuple[str, str]:
    return word[0], word[-ENDING:]


def _one_off(word: str, surname: str) -> bool:
    alike = spelt_alike(word, surname) or len(word) < SHORTEST
    return not alike and slips(word, surname) == 1


def _alone(passage: Passage, at: int, names: Names | None) -> bool:
    """Does the word stand like a name of its own, and no part of another or of a place?"""
    tokens, data = passage.tokens, passage.lexicon.data
    first, end = passage.bounds(at)
    before = tokens.words[at - 1] if at > first else ""
    after = tokens.words[at + 1] if at + 1 < end else ""
    genitive = tokens.words[at].endswith(GENITIVE)
    if {before, after} & HYPHENS or (after[:1].isupper() and not genitive):
        return False
    if before[:1].isupper() and at - 1 > first:
        return False
    if (before == "s" and tokens.words[at - 2] in APOSTROPHES) or (before, after) == ("(", ")"):
        return False  # "the university's Center for", "Karl Tamm (Dresden)"
    articles = data["grammar"]["determiners"]
    if before.lower() in {*articles, *data["parts"]["before_whole"]}:
        return False
    if after == "," and at + 2 < end and tokens.lowers[at + 2] in articles:
        return False  # "Whittaker, her rival,"
    return names is None or names.name_at(tokens, at) is None
