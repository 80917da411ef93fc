"""People named with an office: "der französische Minister X", "X, the German chancellor".

A title of concepts.csv is the anchor. Before it stand the country (adjective, genitive, prefix with
a hyphen) and words such as "former"; behind it, or before it with a comma, the name. Every word in
between must be understood, else the role is not `plain` and nothing is ever said against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.passages import Passage
from factcheck.extract.people.name_words import NameWords, past_ranks
from factcheck.extract.people.person_names import name_at, name_before
from factcheck.model import Role
from factcheck.reference.names import Names, People, Term

LOOK_BACK = 6
HYPHENS = frozenset("-‑–")
# Forms that name a country or body, unlike its people ("Präsident der Deutschen Bahn").
BODIES = frozenset({"name", "genitive", "capital"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title with what stands before it: the bodies it belongs to and its standing."""

    first: int
    last: int
    terms: tuple[Term, ...]
    bodies: tuple[str, ...]
    standing: str
    plain: bool
    counterpart: str | None = None


def find_roles(
    passage: Passage,
    names: Names,
    people: People,
    words: NameWords,
    earlier: Sequence[Role] = (),
) -> list[Role]:
    """The roles of a passage; `earlier` are those of the document before it ("his counterpart")."""
    first_words = names.titles.first_words
    section = passage.lexicon.data["titles"]
    gendered = bool(section["counterpart_feminine"])
    counterparts = {
        word: key.rpartition("_")[2] if gendered else "name"
        for key in ("counterpart_masculine", "counterpart_feminine")
        for word in section[key]
    }
    prefixes = tuple(section["former_prefixes"])
    roles: list[Role] = []
    after = 0
    telling = first_words.union(counterparts)
    for index, lower in enumerate(passage.tokens.lowers):
        told = lower in telling or (prefixes and lower.startswith(prefixes))
        if index < after or not told:
            continue
        if lower in first_words:
            title = _title_at(passage, index, names)
        elif lower in counterparts:
            title = _counterpart_at(passage, index, names, counterparts[lower], [*earlier, *roles])
        else:
            title = _former_at(passage, index, names, prefixes)
        if title is None:
            continue
        role = _role(passage, title, names, people, words)
        if role is not None:
            roles.append(role)
        after = title.last + 1
    return roles


def _title_at(passage: Passage, index: int, names: Names) -> Title | None:
    hit = names.titles.at(passage.tokens, index)
    if hit is None:
        return None
    length, terms = hit
    last, standing = index + length - 1, "current"
    if not _stands_alone(passage, last + 1):
        suffixes = passage.lexicon.data["titles"]["coming_suffixes"]
        if passage.tokens.lowers[last + 2] not in suffixes:
            return None
        last, standing = last + 2, "coming"
    return _with_context(passage, Title(index, last, terms, (), standing, True), names)


def _former_at(passage: Passage, index: int, names: Names, prefixes: Sequence[str]) -> Title | None:
    """As in "Altkanzler": the title with "former" in one word."""
    lower = passage.tokens.lowers[index]
    prefix = next(prefix for prefix in prefixes if lower.startswith(prefix))
    terms = names.titles.word(lower[len(prefix) :])
    if terms is None or not _stands_alone(passage, index + 1):
        return None
    return _with_context(passage, Title(index, index, terms, (), "former", True), names)


def _counterpart_at(
    passage: Passage, index: int, names: Names, gender: str, earlier: Sequence[Role]
) -> Title | None:
    """As in "Sein italienischer Amtskollege": the office of the last role, in another country."""
    if not earlier:
        return None
    terms = tuple(
        Term(office.rpartition(":")[2], gender, False, "") for office in earlier[-1].offices
    )
    title = Title(index, index, terms, (), "current", False, gender)
    found = _with_context(passage, title, names)
    return found if found.bodies else None


def _stands_alone(passage: Passage, after: int) -> bool:
    """Not the first half of a compound ("Minister-Treffen")."""
    tokens = passage.tokens
    return not (
        after + 1 < len(tokens)
        and tokens.words[after] in HYPHENS
        and tokens.glued(after)
        and tokens.glued(after + 1)
    )


def _with_context(passage: Passage, title: Title, names: Names) -> Title:
    """Walk back over country, standing and harmless words."""
    tokens = passage.tokens
    floor = max(passage.bounds(title.first)[0], title.first - LOOK_BACK)
    bodies: list[str] = []
    standing, plain, at = title.standing, title.plain, title.first
    while at > floor:
        if tokens.words[at - 1] in HYPHENS:
            if not (tokens.glued(at) and tokens.glued(at - 1)):
                break
            at -= 1
            if _country_before(passage, at, names) is None and not _standing_before(passage, at):
                at, plain = at - 1, False  # "NRW-Ministerpräsident"
            continue
        country = _country_before(passage, at, names)
        if country is not None:
            bodies = bodies or list(country[1])
            at -= country[0]
            continue
        step = _standing_before(passage, at)
        if step is not None:
            at -= step[0]
            standing = step[1] or standing
            if step[1] is None and tokens.lowers[at] in passage.lexicon.stop_words:
                break  # an article opens the phrase
            continue
        plain = plain and _ends_cleanly(passage, at, title.first)
        break
    return replace(title, first=at, bodies=tuple(bodies), standing=standing, plain=plain)


def _country_before(passage: Passage, at: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """A country that qualifies the title: an adjective, a genitive, a prefix, an abbreviation.

    A bare name does not: "traf in Frankreich Präsident ..." says nothing of whose president.
    """
    hit = names.name_before(passage.tokens, at)
    if hit is None:
        return None
    prefix = passage.tokens.words[at] in HYPHENS
    short = passage.tokens.words[at - 1].isupper()
    bodies = tuple(
        term.concept
        for term in hit[1]
        if term.form == "adjective" or term.genitive or prefix or short
    )
    return (hit[0], bodies) if bodies else None


def _standing_before(passage: Passage, index: int) -> tuple[int, str | None] | None:
    """A word that says former, coming or acting, or one that says nothing."""
    for standing in ("former", "coming", "acting", "then"):
        hit = passage.lexicon.phrases("titles", standing).before(passage.tokens, index)
        if hit:
            return hit[0], standing
    hit = passage.lexicon.phrases("titles", "harmless").before(passage.tokens, index)
    return (hit[0], None) if hit else None


def _ends_cleanly(passage: Passage, at: int, title: int) -> bool:
    """Is the word before the phrase no adjective or name that might change whose office it is?"""
    tokens = passage.tokens
    if at == title and tokens.glued(at) and tokens.words[at - 1] in HYPHENS:
        return False
    word = tokens.words[at - 1]
    if passage.lexicon.phrases("titles", "looking_back").before(tokens, at):
        return False
    if not word.isalpha() or tokens.lowers[at - 1] in passage.lexicon.stop_words:
        return True
    if word[0].isupper():
        return (
            at - 1 == passage.bounds(at)[0]
            and not passage.lexicon.data["grammar"]["capitalised_nouns"]
        )
    determiners = passage.lexicon.data["grammar"]["determiners"]
    determined = at >= 2 and tokens.lowers[at - 2] in determiners
    endings = tuple(passage.lexicon.data["grammar"].get("strong_adjective_ends", ()))
    return not determined and not (endings and word.endswith(endings))


def _role(
    passage: Passage, title: Title, names: Names, people: People, words: NameWords
) -> Role | None:
    tokens = passage.tokens
    after = title.last + 1
    bodies, plain = title.bodies, title.plain
    of_body = _of_body(passage, after, names)
    if of_body is not None:
        after, bodies = of_body[0], of_body[1] or bodies
        plain = plain and bool(of_body[1])
    start = after + 1 if after < len(tokens) and tokens.words[after] == "," else after
    limit = passage.bounds(title.first)[1]
    begin = past_ranks(passage.tokens, start, words)
    name = name_at(passage, begin, limit, people, names, words)
    if start > after and names.titles.at(tokens, start) is not None:
        name = None  # "the French president, Chancellor Friedrich Merz and ..."
    if start > after and _owns(passage, title.first):
        return None
    if name is not None and start > after and not _apposition_closes(passage, name[1]):
        name = None
    if name is None and not _goes_on(passage, after):
        name = name_before(passage, title.first, people, names)
    if name is None or (of_body is not None and not of_body[1]):
        return None
    if of_body is not None and start == after and not people.rows_of(passage.span(*name).text):
        plain = False  # "president of France Télévisions X"
    offices = _offices(title.terms, bodies)
    if not offices:
        return None
    person = passage.span(*name)
    genders = {term.form[0] for term in title.terms if term.form in {"masculine", "feminine"}}
    gender = genders.pop() if len(genders) == 1 else None
    return Role(
        person,
        passage.span(title.first, title.last),
        offices,
        title.standing,
        gender,
        plain,
        title.counterpart is not None,
    )


def _of_body(passage: Passage, index: int, names: Names) -> tuple[int, tuple[str, ...]] | None:
    """As in "president of the European Commission"; empty if the body is not understood."""
    tokens = passage.tokens
    of_words = passage.lexicon.data["titles"]["of"]
    if index >= len(tokens) or tokens.lowers[index] not in of_words:
        return None
    at = index + 1
    while at < len(tokens) and tokens.lowers[at] in passage.lexicon.stop_words:
        at += 1
    hit = names.name_at(tokens, at)
    bodies = tuple(term.concept for term in hit[1] if term.form in BODIES) if hit else ()
    return at + (hit[0] if hit else 0), bodies


def _owns(passage: Passage, first: int) -> bool:
    """As in "der Bruder des Präsidenten, ...": behind the comma stands the brother's name."""
    genitives = passage.lexicon.data["titles"]["genitives"]
    lowers = passage.tokens.lowers
    return lowers[first] in genitives or (first > 0 and lowers[first - 1] in genitives)


def _apposition_closes(passage: Passage, last: int) -> bool:
    """A name after a comma is meant only if the phrase ends there: "..., Kaja Kallas, erklärte".

    In "the French president, Keir Starmer said" and "the president, Friedrich Merz and Keir
    Starmer" it is another's.
    """
    tokens = passage.tokens
    return last + 1 >= len(tokens) or not tokens.words[last + 1].isalpha()


def _goes_on(passage: Passage, after: int) -> bool:
    """As in "After talks with Kishida, the US Secretary of State met": the title is a subject."""
    small = passage.lexicon.words("speech", "prepositions", "relative", "conjunctions")
    tokens = passage.tokens
    return tokens.lower(after).isalpha() and tokens.lowers[after] not in small


def _offices(terms: Sequence[Term], bodies: Sequence[str]) -> tuple[str, ...]:
    """Office ids: a term with its own body ("EU:high-representative") keeps it."""
    found: list[str] = []
    for term in terms:
        body, colon, _ = term.concept.partition(":")
        if colon:
            if not bodies or body in bodies:
                found.append(term.concept)
        else:
            found.extend(f"{name}:{term.concept}" for name in bodies)
            if not bodies:
                found.append(term.concept)
    return tuple(dict.fromkeys(found))
