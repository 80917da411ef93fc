"""What is written with digits and is no figure: times, scores, seasons, decades, markers, links.

Telephone numbers and figures in names have files of their own. Each finder gives the last token of
what the finders of figures leave alone.
"""

import re
from collections.abc import Callable, Iterator

from factcheck.extract.call_numbers import phone
from factcheck.extract.name_numbers import followed_by_unit, in_title, labelled, named
from factcheck.extract.passages import Passage

LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
SEASON = re.compile(r"(?:19|20)\d\d")
DASHES = frozenset("-–")


def find_skips(passage: Passage) -> list[tuple[int, int]]:
    """Ranges of tokens (first, last) that hold no figure, those in words last."""
    found = list(_links(passage)) if passage.anchors.digits else []
    for index in passage.anchors.digits:
        last = next((last for kind in KINDS if (last := kind(passage, index)) is not None), None)
        if last is not None:
            found.append((index, last))
    for index in passage.anchors.words:
        last = _clock_in_words(passage, index)
        if last is None and in_title(passage, index):
            last = index + 1
        if last is not None:
            found.append((index, last))
    return found


def _clock_in_words(passage: Passage, index: int) -> int | None:
    """As in "um fünf Uhr", "five o'clock"."""
    hit = passage.lexicon.phrases("labels", "clock").at(passage.tokens, index + 1)
    return index + hit[0] if hit else None


def _links(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.tokens.text
    start, end = passage.block.span.start, passage.block.span.end
    if not any(sign in passage.block.span.text for sign in ("://", "www.", "@")):
        return
    for match in LINK.finditer(text, start, end):
        inside = [
            at
            for at, begin in enumerate(passage.tokens.starts)
            if match.start() <= begin < match.end()
        ]
        if inside:
            yield inside[0], inside[-1]


def _clock(passage: Passage, index: int) -> int | None:
    """As in "14:30", "14.30 Uhr", "8 Uhr", "9.15am", "halb acht"."""
    tokens = passage.tokens
    last = index
    if _glued_pair(passage, index, ":") and len(tokens.words[index + 2]) == 2:
        last = index + 2
        if _glued_pair(passage, last, ":") and len(tokens.words[last + 2]) == 2:
            last += 2
    hit = passage.lexicon.phrases("labels", "clock").at(tokens, last + 1)
    if hit is None and last == index and _opens_hours(passage, index):
        return index
    if hit is not None:
        head = tokens.words[index].partition(".")[0]
        return last + hit[0] if int(head) <= 24 else None
    return last if last > index and int(tokens.words[index]) <= 24 else None


def _opens_hours(passage: Passage, index: int) -> bool:
    """As in "von 8 bis 13 Uhr": the first of two hours."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    if index + 2 >= len(tokens) or tokens.lowers[index + 1] not in {*ranges["to"], *DASHES}:
        return False
    later = tokens.words[index + 2]
    clock = passage.lexicon.phrases("labels", "clock").at(tokens, index + 3)
    return later[0].isdecimal() and clock is not None


def _score(passage: Passage, index: int) -> int | None:
    """As in "3:2", "2-1" without a unit behind it."""
    tokens = passage.tokens
    if _glued_pair(passage, index, ":"):
        return index + 2
    if not any(_glued_pair(passage, index, dash) for dash in DASHES):
        return None
    left, right = tokens.words[index], tokens.words[index + 2]
    if not (left.isdecimal() and right.isdecimal() and len(left) <= 3 and len(right) <= 3):
        return None
    following = tokens.lowers[index + 3] if index + 3 < len(tokens) else "."
    counted = following.isalpha() and _may_be_counted(passage, index + 3)
    if int(left) < int(right) and (counted or followed_by_unit(passage, index + 3)):
        return None  # "5-10 Prozent" is a range
    return None if followed_by_unit(passage, index + 3) else index + 2


def _may_be_counted(passage: Passage, index: int) -> bool:
    """Has the word the form of a counted noun: a capital, or a plural's ending?"""
    grammar, lower = passage.lexicon.data["grammar"], passage.tokens.lowers[index]
    if grammar["capitalised_nouns"]:
        return passage.tokens.words[index][0].isupper()
    return lower in grammar["plurals"] or lower.endswith("s")


def _season(passage: Passage, index: int) -> int | None:
    """As in "2014/15", "24/7", "9/11"."""
    tokens = passage.tokens
    if not _glued_pair(passage, index, "/"):
        return None
    left, right = tokens.words[index], tokens.words[index + 2]
    if SEASON.fullmatch(left) or not (left.isdecimal() and right.isdecimal()):
        return index + 2
    return index + 2 if int(left) >= int(right) or int(right) > 20 or left == "9" else None


def _decade(passage: Passage, index: int) -> int | None:
    """As in "1990er", "80er-Jahre", "1980s"."""
    tokens = passage.tokens
    ends = passage.lexicon.data["labels"]["decade_ends"]
    at = index + 1
    if at < len(tokens) and tokens.glued(at) and tokens.lowers[at] in ends:
        return at
    if at + 1 < len(tokens) and "".join(tokens.lowers[at : at + 2]) in ends:
        return at + 1
    return None


def _marker(passage: Passage, index: int) -> int | None:
    """As in "1. ..." or "2) ..." at the very beginning of a block."""
    tokens = passage.tokens
    if index != 0 or len(tokens) < 3 or len(tokens.words[0]) > 2:
        return None
    marked = tokens.words[1] in {".", ")"} and tokens.glued(1) and not tokens.glued(2)
    months = passage.lexicon.months.at(tokens, 2)
    return 1 if marked and tokens.words[2][0].isupper() and not months else None


def _glued_pair(passage: Passage, index: int, sign: str) -> bool:
    tokens = passage.tokens
    return (
        index + 2 < len(tokens)
        and tokens.words[index + 1] == sign
        and tokens.glued(index + 1)
        and tokens.glued(index + 2)
        and tokens.words[index + 2].isdecimal()
    )


KINDS: tuple[Callable[[Passage, int], int | None], ...] = (
    _clock,
    _score,
    _season,
    _decade,
    phone,
    labelled,
    named,
    _marker,
)
