"""Where a passage names a person in full: "Angela Merkel", "Frau Müller", "Minister Ali Larid".

A capitalised run is a name only with evidence, since German capitalises every noun: it begins with
a known first name, or an honorific or a head noun ("Sprecher") stands before it, or it was read
beside an office of the tables. Surnames alone are found later, when the whole document is known.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.extract.passages import Passage
from factcheck.extract.people.name_words import NameWords
from factcheck.extract.people.person_names import run_of_name
from factcheck.model import Role, Span
from factcheck.record import record
from factcheck.reference.names import Names

MOST_WORDS = 4


@record
class Mention:
    """A name at tokens first to last of a passage; `parts` are its words in lower case.

    `first_name` tells that the first of several words is a first name; `title` is the head noun or
    office beside the name, `role` the office of the tables.
    """

    passage: Passage
    first: int
    last: int
    parts: tuple[str, ...]
    gender: str | None
    first_name: bool
    title: Span | None = None
    role: Role | None = None


def full_mentions(
    passage: Passage, roles: Sequence[Role], names: Names, words: NameWords
) -> list[Mention]:
    """The names of a passage that carry their own evidence, in the order of the text."""
    found = {mention.first: mention for mention in _with_roles(passage, roles, words)}
    taken = [False] * (len(passage.tokens) + 1)
    for mention in found.values():
        taken[mention.first : mention.last + 1] = [True] * (mention.last - mention.first + 1)
    lowers = passage.tokens.lowers
    for index in [at for at, lower in enumerate(lowers) if words[lower] is not None]:
        if taken[index]:
            continue
        named = _named_at(passage, index, names, words)
        if named is not None and not any(taken[named.first : named.last + 1]):
            found[named.first] = named
            taken[named.first : named.last + 1] = [True] * (named.last - named.first + 1)
    return [found[first] for first in sorted(found)]


def _with_roles(passage: Passage, roles: Sequence[Role], words: NameWords) -> Iterator[Mention]:
    tokens = passage.tokens
    for role in roles:
        first = bisect_left(tokens.starts, role.person.start)
        last = bisect_left(tokens.ends, role.person.end)
        yield _mention(passage, first, last, words, role.gender, role.title, role)


def _named_at(passage: Passage, index: int, names: Names, words: NameWords) -> Mention | None:
    word = words[passage.tokens.lowers[index]]
    if word is None:
        return None
    if word.kind == "first":
        return _from_first_name(passage, index, names, words)
    return _behind(passage, index, names, words)


def _from_first_name(
    passage: Passage, index: int, names: Names, words: NameWords
) -> Mention | None:
    """A first name and a surname; a first name alone is nobody yet."""
    tokens = passage.tokens
    if not tokens.words[index][0].isupper() or _goes_on_before(passage, index):
        return None
    last = name_end(passage, index, names, words)
    if last is None or _one_word(passage, index, last) or _is_body(passage, last):
        return None
    title = _head_before(passage, index, words)
    found = _mention(passage, index, last, words, None, title[0] if title else None)
    if found.gender is None and title is not None and title[1]:
        return _mention(passage, index, last, words, title[1], title[0])
    return found


def _behind(passage: Passage, index: int, names: Names, words: NameWords) -> Mention | None:
    """A name behind an honorific (one word will do) or a head noun (two words or more)."""
    tokens = passage.tokens
    word = words[tokens.lowers[index]]
    start = index + 1
    if start < len(tokens) and tokens.words[start] == "." and tokens.glued(start):
        start += 1
    if word is None or start >= len(tokens) or not tokens.words[start][0].isupper():
        return None
    honorific = word.kind == "honorific"
    if honorific and (not tokens.words[index][0].isupper() or _after_determiner(passage, index)):
        return None
    last = name_end(passage, start, names, words)
    if last is None or (not honorific and _one_word(passage, start, last)):
        return None
    if last == start and len(tokens.words[start]) == 1:
        return None
    if words[tokens.lowers[start]] is not None and not words.is_first(tokens.lowers[start]):
        return None
    title = None if honorific else _title(passage, index)
    return _mention(passage, start, last, words, word.gender or None, title)


def name_end(passage: Passage, index: int, names: Names, words: NameWords) -> int | None:
    """The last token of the name that begins at a token, None if none does.

    Where nouns are capitalised, it ends with the first word that is no first name or initial.
    """
    limit = min(passage.bounds(index)[1], index + 3 * MOST_WORDS)
    run = run_of_name(passage, index, limit, names)
    if run is None:
        return None
    tokens = passage.tokens
    nouns = passage.lexicon.data["grammar"]["capitalised_nouns"]
    last, count = index, 0
    for at in range(index, run + 1):
        if not tokens.words[at][0].isupper():
            continue
        if at > index and tokens.glued(at) and tokens.words[at - 1] != ".":
            last = at  # the second half of a word with a hyphen or an apostrophe
            continue
        count += 1
        last = at
        hyphen = at + 1 <= run and tokens.words[at + 1] == "-"
        opens = count == 1 or words.is_first(tokens.lowers[at]) or len(tokens.words[at]) == 1
        if count == MOST_WORDS or (nouns and not opens and not hyphen):
            break
    while last < run and tokens.glued(last + 1) and last + 2 <= run and tokens.glued(last + 2):
        last += 2
    return _with_estate(passage, index, last, limit, words)


def _with_estate(passage: Passage, index: int, last: int, limit: int, words: NameWords) -> int:
    """Past "zu" where only first names stand before it: "Karl-Theodor zu Guttenberg"."""
    tokens = passage.tokens
    estate = passage.lexicon.data["titles"]["estate"]
    after = last + 2
    if after >= limit or tokens.lowers[last + 1] not in estate:
        return last
    first_names = [at for at in range(index, last + 1) if tokens.words[at][0].isalpha()]
    named = all(words.is_first(tokens.lowers[at]) for at in first_names)
    return after if named and tokens.words[after][0].isupper() else last


def _mention(
    passage: Passage,
    first: int,
    last: int,
    words: NameWords,
    gender: str | None,
    title: Span | None,
    role: Role | None = None,
) -> Mention:
    tokens = passage.tokens
    parts = tuple(tokens.surface(first, last).lower().split())
    word = words[tokens.lowers[first]] if len(parts) > 1 else None
    opens = word is not None and word.kind == "first"
    if gender is None and word is not None and opens:
        gender = word.gender or None
    return Mention(passage, first, last, parts, gender, opens, title, role)


def _is_body(passage: Passage, last: int) -> bool:
    """Does what looks like a name end with a word for a body or a place: "Harlan County"?"""
    return passage.tokens.lowers[last] in passage.lexicon.data["persons"]["bodies"]


def _one_word(passage: Passage, first: int, last: int) -> bool:
    """As in "Marlene-Dietrich-Platz", which nothing tells from a street."""
    return len(passage.tokens.surface(first, last).split()) == 1


def _goes_on_before(passage: Passage, index: int) -> bool:
    """Is the word the second half of a compound ("Karl-Heinz", "Anti-Peter")?"""
    tokens = passage.tokens
    return index >= 2 and tokens.glued(index) and tokens.words[index - 1] in {"-", "’", "'"}


def _after_determiner(passage: Passage, index: int) -> bool:
    """As in "die Frau", "eine junge Frau": a noun, no form of address."""
    grammar, lowers = passage.lexicon.data["grammar"], passage.tokens.lowers
    if not grammar["capitalised_nouns"]:
        return False
    return any(lowers[at] in grammar["determiners"] for at in range(max(index - 2, 0), index))


def _head_before(passage: Passage, index: int, words: NameWords) -> tuple[Span, str] | None:
    """The head noun right before a name, past an honorific, with its gender."""
    tokens = passage.tokens
    at = index - 1
    while at >= 0 and (tokens.words[at] == "." or _honorific(words, tokens.lowers[at])):
        at -= 1
    word = words[tokens.lowers[at]] if at >= passage.bounds(index)[0] else None
    if word is None or word.kind != "head":
        return None
    return _title(passage, at), word.gender


def _honorific(words: NameWords, lower: str) -> bool:
    word = words[lower]
    return word is not None and word.kind == "honorific"


def _title(passage: Passage, index: int) -> Span:
    """The head noun with the first halves of its compound ("SPD-Fraktionschef")."""
    tokens = passage.tokens
    first = index
    while (
        first >= 2
        and tokens.words[first - 1] == "-"
        and tokens.glued(first)
        and tokens.glued(first - 1)
    ):
        first -= 2
    return passage.span(first, index)
