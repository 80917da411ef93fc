"""Clock times: "14:30", "14.30 Uhr", "8 Uhr", "9.15am", "five o'clock"."""

from factcheck.extract.passages import Passage

DASHES = frozenset("-–")
HOURS = 24
MILITARY = 4


def clock(passage: Passage, index: int) -> int | None:
    """The last token of a clock time that begins with the figure at a token."""
    tokens = passage.tokens
    last = index
    if glued_pair(passage, index, ":") and len(tokens.words[index + 2]) == 2:
        last = index + 2
        if glued_pair(passage, last, ":") and len(tokens.words[last + 2]) == 2:
            last += 2
    hit = passage.lexicon.phrases("labels", "clock").at(tokens, last + 1)
    if hit is None and last == index and opens_hours(passage, index):
        return index
    if hit is not None:
        head = tokens.words[index].partition(".")[0]
        hour = int(head[:2] if len(head) == MILITARY else head)  # "1300 GMT"
        return last + hit[0] if hour <= HOURS else None
    return last if last > index and int(tokens.words[index]) <= HOURS else None


def clock_in_words(passage: Passage, index: int) -> int | None:
    """As in "um fünf Uhr", "five o'clock"."""
    hit = passage.lexicon.phrases("labels", "clock").at(passage.tokens, index + 1)
    return index + hit[0] if hit else None


def clock_at(passage: Passage, index: int) -> int | None:
    """The last token of a clock time with its zone, in digits or in words; None for none."""
    if index >= len(passage.tokens):
        return None
    word = passage.tokens.words[index]
    if word[0].isdecimal():
        last = clock(passage, index)
    elif word.isalpha() and word.lower() in passage.lexicon.number_anchors:
        last = clock_in_words(passage, index)
    else:
        return None
    if last is None:
        return None
    zone = passage.lexicon.phrases("times", "zones").at(passage.tokens, last + 1)
    return last + zone[0] if zone else last


def glued_pair(passage: Passage, index: int, sign: str) -> bool:
    """Does the sign stand between the figure at a token and another one, without spaces?"""
    tokens = passage.tokens
    return (
        index + 2 < len(tokens)
        and tokens.words[index + 1] == sign
        and tokens.glued(index + 1)
        and tokens.glued(index + 2)
        and tokens.words[index + 2].isdecimal()
    )


def opens_hours(passage: Passage, index: int) -> bool:
    """As in "von 8 bis 13 Uhr": the first of two hours."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    if index + 2 >= len(tokens) or tokens.lowers[index + 1] not in {*ranges["to"], *DASHES}:
        return False
    later = tokens.words[index + 2]
    clock_words = passage.lexicon.phrases("labels", "clock").at(tokens, index + 3)
    return later[0].isdecimal() and clock_words is not None
