"""Where a person's name stands beside a title, and how far it reaches."""

from factcheck.extract.passages import Passage
from factcheck.extract.people.name_words import NameWords
from factcheck.reference.names import Names, People

LONGEST = 5
INSIDE = frozenset({"-", "'", "’"})
INITIAL = 1


def name_at(
    passage: Passage,
    index: int,
    limit: int,
    people: People,
    names: Names,
    words: NameWords,
) -> tuple[int, int] | None:
    """First and last token of a name that begins at a token, else None.

    A name is a run of capitalised words with particles ("von der Leyen"). Where nouns are
    capitalised too, a single word must be a known surname, and a longer run ends where a known
    person's name does.
    """
    last = run_of_name(passage, index, limit, names)
    if last is None:
        return None
    tokens = passage.tokens
    while last > index and words.is_head(tokens.lowers[last]):
        last -= 1  # "Richard Nixon Arbeitsminister"
    particles = passage.lexicon.data["titles"]["name_particles"]
    for end in range(last, index - 1, -1):
        goes_on = end < last and (
            tokens.lowers[end + 1] in particles or words.is_first(tokens.lowers[end])
        )
        if not goes_on and people.rows_of(tokens.surface(index, end)):
            return index, end
    if not passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return index, last
    noble = _with_estate(passage, last, limit)
    if noble is not None and people.rows_of(tokens.surface(index, noble)):
        return index, noble
    capitals = [at for at in range(index, last + 1) if tokens.words[at][0].isupper()]
    return (index, last) if len(capitals) >= 2 else None


def name_before(
    passage: Passage, index: int, people: People, names: Names
) -> tuple[int, int] | None:
    """A name with a comma between it and the title: "Sébastien Lecornu, the French ...".

    Only a known name, or a run of two words or more with which the sentence begins.
    """
    tokens = passage.tokens
    at, determiners = index - 1, passage.lexicon.data["grammar"]["determiners"]
    while at >= 0 and tokens.lowers[at] in determiners:
        at -= 1
    if at < 1 or tokens.words[at] != ",":
        return None
    end = at - 1
    floor = passage.bounds(index)[0]
    first = end
    while first > floor and _is_name_word(passage, first - 1):
        first -= 1
    while first <= end and not _capital(tokens.words[first]):
        first += 1
    for begin in range(first, end + 1):
        if run_of_name(passage, begin, end + 1, names) == end and people.rows_of(
            tokens.surface(begin, end)
        ):
            return begin, end
    whole = first == floor and end > first and run_of_name(passage, first, end + 1, names) == end
    return (first, end) if whole else None


def run_of_name(passage: Passage, index: int, limit: int, names: Names) -> int | None:
    """The last token of the run of name words that begins at a token."""
    tokens = passage.tokens
    if index >= limit or not _starts_name(passage, index, names):
        return None
    last, at = index, index + 1
    while at < min(limit, index + 2 * LONGEST):
        word = tokens.words[at]
        if word in INSIDE and tokens.glued(at) and at + 1 < limit and tokens.glued(at + 1):
            if word != "-" and tokens.lowers[at + 1] == "s":
                break
            at += 1
            continue
        if word == "." and len(tokens.words[at - 1]) == INITIAL:
            at += 1
            continue
        if _capital(word) and (_starts_name(passage, at, names) or _surname_may(passage, at)):
            last = at
        elif word.isalpha() and tokens.glued(at) and tokens.words[at - 1] in INSIDE:
            last = at  # "Ki-moon", "Sa'ar"
        elif not _particle(passage, at):
            break
        at += 1
    return last


def _with_estate(passage: Passage, last: int, limit: int) -> int | None:
    """The end of "Karl-Theodor zu Guttenberg", where the name goes on behind "zu"."""
    tokens = passage.tokens
    after = last + 2
    if after >= limit or tokens.lowers[last + 1] not in passage.lexicon.data["titles"]["estate"]:
        return None
    return after if _capital(tokens.words[after]) else None


def _starts_name(passage: Passage, index: int, names: Names) -> bool:
    tokens, lexicon = passage.tokens, passage.lexicon
    lower = tokens.lowers[index]
    particle = _particle(passage, index)
    following = tokens.words[index + 1] if index + 1 < len(tokens) else ""
    if not _capital(tokens.words[index]):
        return (
            particle
            and bool(following)
            and (
                _capital(following)
                or following.lower() in lexicon.data["titles"]["second_particles"]
            )
        )
    if (lower in lexicon.stop_words and not particle) or lexicon.weekdays.at(tokens, index):
        return False
    if lexicon.months.at(tokens, index) or names.titles.at(tokens, index):
        return False
    return not any(
        term.form in {"adjective", "name", "genitive"} and term.concept.isupper()
        for term in (names.name_at(tokens, index) or (0, ()))[1]
    )


def _surname_may(passage: Passage, index: int) -> bool:
    """A month behind a name and before no figure may be a surname: "Theresa May"."""
    tokens = passage.tokens
    following = tokens.lower(index + 1)
    return bool(passage.lexicon.months.at(tokens, index)) and not following[:1].isdigit()


def _particle(passage: Passage, index: int) -> bool:
    """A word such as "de" or "von" inside a name; "der" only behind one of them."""
    titles, lowers = passage.lexicon.data["titles"], passage.tokens.lowers
    if lowers[index] in titles["name_particles"]:
        return True
    behind = index > 0 and lowers[index - 1] in titles["name_particles"]
    return behind and lowers[index] in titles["second_particles"]


def _is_name_word(passage: Passage, index: int) -> bool:
    word = passage.tokens.words[index]
    return _capital(word) or word in {"-", "."} or _particle(passage, index)


def _capital(word: str) -> bool:
    return word[0].isupper() and word.isalpha()
