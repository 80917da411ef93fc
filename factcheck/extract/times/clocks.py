"""Clock times: "14:30", "14.30 Uhr", "8 Uhr", "9.15am", "five o'clock"."""

import re

from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon

HOUR = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
FIGURE = re.compile(r"\d+(?=$|[.,]\d\d$)")
DASHES = frozenset("-–")
PRINTED = re.compile(r"(?<!\d)(\d{1,2})(?:[.:]([0-5]\d))?(?!\d)")
HOURS = 24
HOUR_MINUTES = 60
MILITARY = 4


def _minutes(passage: Passage, index: int) -> bool:
    """Two digits of minutes, which count nothing: "4 Uhr 30 morgens"; "um 4 Uhr 30 Menschen"."""
    word = passage.tokens.lower(index)
    if len(word) != 2 or not word.isdecimal() or int(word) >= HOUR_MINUTES:
        return False
    end = passage.bounds(index)[1]
    measured = passage.lexicon.units.at(passage.tokens, index + 1)
    return measured is None and counted_noun(passage, index + 1, end) is None


def clock(passage: Passage, index: int) -> int | None:
    """The last token of a clock time that begins with the figure at a token."""
    tokens = passage.tokens
    last = index
    if glued_pair(passage, index, ":") and len(tokens.words[index + 2]) == 2:
        last = index + 2
        if glued_pair(passage, last, ":") and len(tokens.words[last + 2]) == 2:
            last += 2
    clock_words = passage.lexicon.phrases("labels", "clock")
    hit = clock_words.at(tokens, last + 1)
    if hit is None and tokens.lower(last + 1) == "-" and tokens.glued(last + 1):
        hyphened = clock_words.at(tokens, last + 2)  # "die 20-Uhr-Nachrichten"
        hit = (hyphened[0] + 1, True) if hyphened and tokens.glued(last + 2) else None
    if hit is None and last == index and opens_hours(passage, index):
        return index
    if last == index and _bracketed_hour(passage, index):
        return index
    if hit is not None:
        printed = FIGURE.match(tokens.words[index])
        head = printed[0] if printed is not None else str(HOURS + 1)
        hour = int(head[:2] if len(head) == MILITARY else head)  # "1300 GMT"
        end = last + hit[0]
        return end + _minutes(passage, end + 1) if hour <= HOURS else None
    whole = last > index and tokens.words[index].isdecimal()
    return last if whole and int(tokens.words[index]) <= HOURS else None


def clock_in_words(passage: Passage, index: int) -> int | None:
    """As in "um fünf Uhr", "five o'clock", "ten past four"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    hit = lexicon.phrases("labels", "clock").at(tokens, index + 1)
    if hit is None and tokens.lower(index + 1) in lexicon.data["labels"]["clock_past"]:
        hour = lexicon.data["numbers"]["digits"].get(tokens.lower(index + 2), 0)
        return index + 2 if 0 < hour <= HOURS // 2 else None
    return index + hit[0] if hit else None


def _bracketed_hour(passage: Passage, index: int) -> bool:
    """As in "vom Sonntagabend (20.00)", where a point is no decimal mark."""
    tokens = passage.tokens
    if tokens.words[index - 1] != "(" or not 2 <= index < len(tokens) - 1:
        return False
    point = passage.lexicon.data["numbers"]["decimal"] != "." and tokens.words[index + 1] == ")"
    day = tokens.lowers[index - 2] in passage.lexicon.calendar_words
    return point and day and HOUR.fullmatch(tokens.words[index]) is not None


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


def minutes_of(text: str, lexicon: Lexicon) -> frozenset[int]:
    """The minutes of the day that the one clock time of a text may mean; empty for another text.

    Of "5 Uhr" and "5" these are two, of "17 Uhr" and "5pm" one.
    """
    hits = PRINTED.findall(text)
    if len(hits) != 1:
        return frozenset()
    hour, minute = int(hits[0][0]), int(hits[0][1] or 0)
    words = frozenset(text.lower().replace(hits[0][0], " ", 1).split())
    labels = lexicon.data["labels"]
    if hour > HOURS or (hour == HOURS and minute):
        return frozenset()
    at = hour % HOURS * HOUR_MINUTES + minute
    noon = HOURS // 2 * HOUR_MINUTES
    for key, shift in (("forenoon", 0), ("afternoon", noon)):
        if not words.isdisjoint(labels[key]) or text.lower().endswith(tuple(labels[key])):
            return frozenset({at % noon + shift})
    return frozenset({at, at + noon}) if 0 < at <= noon else frozenset({at})


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
    tokens = passage.tokens
    joins = passage.lexicon.words("ranges", "to", "and", "or")
    join = tokens.lower(index + 1)
    if index + 2 >= len(tokens) or (join not in joins and join not in DASHES):
        return False
    later = tokens.words[index + 2]
    clock_words = passage.lexicon.phrases("labels", "clock").at(tokens, index + 3)
    return later[0].isdecimal() and clock_words is not None
