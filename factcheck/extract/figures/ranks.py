"""Ranks, before they pass for numbers: "die 3. Liga", "Platz zwei", "ranked 134"."""

from decimal import Decimal

from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.name_numbers import followed_by_unit, numbered_rank
from factcheck.extract.figures.number_words import ordinal_value, word_value
from factcheck.extract.figures.ratios import is_determined, ordinal, ordinal_at
from factcheck.extract.passages import Passage

LAST_PLACE = 500
BRACKET_MARKS = frozenset("),/;")
LAST_DAY = 31
OPENING = frozenset('„"»“')
TEN, ELEVEN = 10, 11


def find_ranks(passage: Passage, taken: set[int]) -> list[Figure]:
    """As in "die 3. Liga", "the 21st century", "Platz zwei", before they pass for numbers."""
    found: list[Figure] = []
    placed: set[int] = set()
    for index in passage.anchors.labels:
        for at in _places(passage, index):
            value = _placed(passage, at) if at not in taken else None
            if value is not None:
                first = at if at - 2 in placed else index
                found.append(ordinal(passage, first, at, value))
                placed.add(at)
                moved = _moved_to(passage, index, at)
                if moved is not None and at + 2 not in taken:
                    found.append(ordinal(passage, at + 2, at + 2, moved))
                    placed.add(at + 2)
    for index in passage.anchors.words:
        spelt = _hyphened_rank(passage, index)
        if spelt is not None and index not in taken:
            found.append(ordinal(passage, index, index + 2, spelt))
    for index in passage.anchors.digits:
        if index in taken or index in placed:
            continue
        if passage.tokens.lower(index - 1) in passage.lexicon.each_words:
            continue  # "jeder 15. Wähler" is a share
        if _in_ranking(passage, index):
            found.append(ordinal(passage, index, index, int(passage.tokens.words[index])))
            continue
        rank = ordinal_at(passage.tokens, index, passage.lexicon)
        if rank is not None and (
            _ends_in_letters(passage, *rank)
            or _goes_on(passage, rank[1])
            or _birthday(passage, index)
            or _in_brackets(passage, *rank)
        ):
            found.append(ordinal(passage, index, rank[1], rank[0]))
    return found


def _moved_to(passage: Passage, label: int, at: int) -> int | None:
    """As in "von Platz fünf auf zwei": the rank that is reached."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    moved = tokens.lower(label - 1) in ranges["from"] and tokens.lower(at + 1) in ranges["change"]
    after = tokens.words[at + 3 : at + 4]
    counted = bool(after) and after[0][0].isupper()
    return _placed(passage, at + 2) if moved and not counted else None


def _in_ranking(passage: Passage, index: int) -> bool:
    """As in "ranked 134 in the world", "slipped to 64 in the world"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    word, before = tokens.words[index], tokens.lower(index - 1)
    if before not in labels["ranked_by"] and before not in labels["ranked_to"]:
        return False
    if not word.isdecimal() or not 0 < int(word) <= LAST_PLACE:
        return False
    if before in labels["ranked_by"]:
        return not followed_by_unit(passage, index + 1)
    return passage.lexicon.phrases("labels", "rankings").at(tokens, index + 1) is not None


def _hyphened_rank(passage: Passage, index: int) -> int | None:
    """As in "its twenty-first year"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    tens = lexicon.data["numbers"]["tens"].get(tokens.lowers[index])
    if (
        tens is None
        or tokens.lower(index + 1) != "-"
        or lexicon.data["grammar"]["capitalised_nouns"]
    ):
        return None
    unit = ordinal_value(tokens.lower(index + 2), lexicon)
    return int(tens) + unit if unit is not None and unit < TEN else None


def _after_label(passage: Passage, index: int) -> int:
    """The token behind a word for a rank: "Platz 3", "No. 3"."""
    dotted = passage.tokens.lower(index + 1) == "." and passage.tokens.glued(index + 1)
    return index + 2 if dotted else index + 1


def _ends_in_letters(passage: Passage, rank: int, last: int) -> bool:
    """As in "17th"; "12st" are stones."""
    mark = passage.tokens.lowers[last]
    first = rank % 10 == 1 and rank % 100 != ELEVEN
    return mark.isalpha() and (first or mark not in passage.lexicon.data["labels"]["glued"])


def _places(passage: Passage, index: int) -> list[int]:
    """The token behind a label; "auf den Plätzen zwei und drei" has more, and no noun behind."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if tokens.lowers[index] not in lexicon.data["labels"]["ranks"]:
        return [_after_label(passage, index)]
    joins = {",", *lexicon.data["ranges"]["and"], *lexicon.data["ranges"]["to"]}
    found = [index + 1]
    while tokens.lower(found[-1] + 1) in joins and _placed(passage, found[-1] + 2):
        found.append(found[-1] + 2)
    after = tokens.words[found[-1] + 1 : found[-1] + 2]
    noun = bool(after) and after[0][0].isupper()
    several = len(found) > 1 and not noun and all(_placed(passage, at) for at in found)
    return found if several else []


def _in_brackets(passage: Passage, rank: int, last: int) -> bool:
    """As in "Markus Müller (37.)", "Tore: Kern (16., 64./Elfmeter)": a rank or a minute.

    A full stop before another mark ends no sentence.
    """
    tokens, opening = passage.tokens, last - 2
    if tokens.lower(last + 1) not in BRACKET_MARKS or not 0 < rank <= LAST_PLACE:
        return False
    marks = passage.lexicon.ordinal_marks
    while tokens.lower(opening) == "," and tokens.lower(opening - 1) in marks:
        opening -= 3
    return opening > 0 and tokens.words[opening] == "(" and tokens.words[opening - 1][0].isalpha()


def _birthday(passage: Passage, index: int) -> bool:
    """As in "feiert ihren 60.": no day of a month, and a determiner before it."""
    tokens = passage.tokens
    return (
        is_determined(passage, index)
        and tokens.words[index].isdecimal()
        and int(tokens.words[index]) > LAST_DAY
    )


def _placed(passage: Passage, index: int) -> int | None:
    """The number behind a word such as "Platz", if it is a small whole one and no amount."""
    if index >= len(passage.tokens) or followed_by_unit(passage, index + 1):
        return None
    lower = passage.tokens.lowers[index]
    abbreviated = passage.tokens.lowers[index - 1] in {
        ".",
        "#",
        *passage.lexicon.number_abbreviations,
    }
    if abbreviated and not numbered_rank(passage, index):
        return None  # "No one"
    value = Decimal(lower) if lower.isdecimal() else word_value(lower, passage.lexicon)
    if value is None or value != int(value) or not 0 < value <= LAST_PLACE:
        return None
    return int(value)


def _goes_on(passage: Passage, last: int) -> bool:
    """The full stop of an ordinal does not end its sentence, and a word follows it."""
    tokens = passage.tokens
    inside = last + 1 < passage.bounds(last)[1]
    begins_block = last == 1 and tokens.words[last] == "."
    if not inside or begins_block:
        return False
    following = tokens.lowers[last + 1]
    if following == "," and tokens.lower(last + 3) in passage.lexicon.ordinal_marks:
        return tokens.lower(last + 2).isdecimal() and tokens.glued(last + 3)  # "in der 12., 45."
    if following in OPENING and tokens.words[last + 2 : last + 3] and not tokens.glued(last + 1):
        return tokens.words[last + 2].islower()  # "die 22. „europäische Konferenz“"
    club = following in passage.lexicon.data["labels"]["clubs"]  # "1. FC Köln"
    joined = following == "-" and tokens.glued(last + 1)  # "die 2.-Liga-Klubs"
    joined = joined and tokens.lower(last + 2).isalnum() and tokens.glued(last + 2)  # not "120.-"
    return (following.isalpha() and not club) or joined
