"""What is written with digits and is no figure: times, scores, addresses, names, markers, links.

Each finder gives token ranges that the finders of figures leave alone.
"""

import re
from collections.abc import Callable, Iterator

from factcheck.extract.passages import Passage

LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
ISBN_LENGTH = 13
PHONE_PARTS = 3
SEASON = re.compile(r"(?:19|20)\d\d")
DASHES = frozenset("-–")
CLOSING = frozenset("“”\"'»«’")


def find_skips(passage: Passage) -> list[tuple[int, int]]:
    """Ranges of tokens (first, last) that hold no figure, in the order of the text."""
    found = list(_links(passage)) if passage.anchors.digits else []
    found += [(index + 1, index + 1) for index in passage.anchors.labels]  # "number four"
    for index in passage.anchors.digits:
        last = next((last for kind in KINDS if (last := kind(passage, index)) is not None), None)
        if last is not None:
            found.append((index, last))
    return found


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
    if hit is not None:
        head = tokens.words[index].partition(".")[0]
        return last + hit[0] if int(head) <= 24 else None
    return last if last > index and int(tokens.words[index]) <= 24 else None


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
    if int(left) < int(right) or _followed_by_unit(passage, index + 3):
        return None  # "5-10 Prozent" is a range, and so may "5-10" be
    return index + 2


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


def _phone(passage: Passage, index: int) -> int | None:
    """A figure with a leading zero, a plus before it and groups behind it, or an ISBN."""
    tokens = passage.tokens
    word = tokens.words[index]
    if word.isdecimal() and len(word) > 1 and word[0] == "0":
        return _groups(passage, index)
    if index and tokens.words[index - 1] == "+" and tokens.glued(index):
        last = _groups(passage, index)
        return last if last > index else None
    if word.isdecimal() and len(word) == ISBN_LENGTH:
        return index
    last = _groups(passage, index)
    return last if (last - index) // 2 + 1 > PHONE_PARTS else None


def _groups(passage: Passage, index: int) -> int:
    """The last of a run of figures joined by hyphens, slashes or spaces."""
    tokens = passage.tokens
    last = index
    while last + 2 < len(tokens) and tokens.words[last + 1] in {"-", "/", "–"}:
        if not (tokens.words[last + 2].isdecimal() and tokens.glued(last + 2)):
            break
        last += 2
    return last


def _labelled(passage: Passage, index: int) -> int | None:
    """As in "Artikel 5", "§ 12", "Flight 93", "Hauptstraße 12"; "Windows 10" and "Apollo 11"."""
    tokens, labels = passage.tokens, passage.lexicon.data["labels"]
    if index == 0:
        return None
    before = tokens.lowers[index - 1]
    if passage.lexicon.phrases("labels", "before").before(tokens, index):
        return None if _followed_by_unit(passage, index + 1) else index
    if before.endswith(tuple(labels["street_ends"])) and tokens.words[index - 1][0].isupper():
        return index
    if before in labels["clock_before"]:
        return index
    return None


def _name(passage: Passage, index: int) -> int | None:
    """As in "GY-80", "25px", "4G"; in quotation marks also "Stuttgart 21"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    hyphened = index >= 2 and tokens.words[index - 1] == "-" and tokens.words[index - 2].isalpha()
    if hyphened and tokens.glued(index) and tokens.glued(index - 1):
        return index
    at = index + 1
    if at < len(tokens) and tokens.glued(at) and tokens.words[at].isalpha():
        known = lexicon.units.at(tokens, at) or lexicon.scales.at(tokens, at)
        marks = str(lexicon.data["dates"]["ordinal_mark"]).split("|")
        if (
            not known
            and tokens.lowers[at] not in lexicon.compounds
            and tokens.lowers[at] not in marks
        ):
            return at
    if _inside_name(passage, index):
        return index
    quoted = at < len(tokens) and tokens.words[at] in CLOSING and tokens.glued(at)
    before = tokens.words[index - 1] if index else ""
    return index if quoted and before.isalpha() and before[0].isupper() else None


def _inside_name(passage: Passage, index: int) -> bool:
    """As in "Fathers 4 Justice": between two capitalised words where nouns are not capitalised."""
    tokens = passage.tokens
    if passage.lexicon.data["grammar"]["capitalised_nouns"] or not 0 < index < len(tokens) - 1:
        return False
    before, after = index - 1, index + 1
    titled = tokens.words[before].istitle() and tokens.words[after].istitle()
    if not titled or {tokens.lowers[before], tokens.lowers[after]} & passage.lexicon.calendar_words:
        return False
    if before > passage.bounds(index)[0]:
        return True
    hedged = passage.lexicon.hedges.before(tokens, index)
    return before == 0 and not hedged and tokens.lowers[before] not in passage.lexicon.stop_words


def _ordinal_day(passage: Passage, index: int) -> int | None:
    """As in "vom 1. bis zum 19. Juli": the first day, whose month stands behind the second."""
    tokens = passage.tokens
    if not tokens.words[index].isdecimal() or passage.lexicon.data["dates"]["ordinal_mark"] != ".":
        return None
    if index + 3 >= len(tokens) or tokens.words[index + 1] != "." or not tokens.glued(index + 1):
        return None
    for at in range(index + 2, min(index + 6, len(tokens) - 2)):
        if tokens.words[at].isdecimal() and tokens.words[at + 1] == ".":
            return index + 1 if passage.lexicon.months.at(tokens, at + 2) else None
        if tokens.words[at].isalpha() and tokens.words[at][0].isupper():
            return None
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


def _followed_by_unit(passage: Passage, index: int) -> bool:
    lexicon, tokens = passage.lexicon, passage.tokens
    return bool(lexicon.units.at(tokens, index) or lexicon.scales.at(tokens, index))


KINDS: tuple[Callable[[Passage, int], int | None], ...] = (
    _clock,
    _score,
    _season,
    _decade,
    _phone,
    _labelled,
    _name,
    _ordinal_day,
    _marker,
)
