"""What the separators of a figure mean: "4.500" and "4,5", by language and the text's habit."""

import re
from decimal import Decimal

from factcheck.languages.tokens import Tokens

GROUPED = re.compile(r"\d{1,3}(?:([.,'’‘´ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*")
LAKHS = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")  # "Rs 1,32,41,100"
SEPARATORS = re.compile(r"[.,'’‘´ \u00a0\u202f\u2009]")
# Only what can be nothing else: one or two decimals behind a figure, with no third group. The digit
# comes before the look at what precedes it: a search for digits is what `re` does fast.
DECIMALS = {mark: re.compile(rf"\d(?<![\d.,].)\d*[{mark}]\d{{1,2}}(?![\d.,]*\d)") for mark in ".,"}
OTHER = {".": ",", ",": "."}
LONGEST = 24
GROUP = 3
ENOUGH = 2
OPENING = 20_000
OTHER_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:['’‘´]\d{3})+(?!\d)")


def decimal_mark(text: str, usual: str) -> str:
    """The mark that the document writes decimals with: the language's, unless it never does.

    An English text that writes "4,5" and "3,25" and no decimal point writes "4.500" for thousands.
    """
    other = OTHER[usual]
    if len(DECIMALS[other].findall(text, 0, OPENING)) < ENOUGH or DECIMALS[usual].search(text):
        return usual
    # "21.00" may be a time of day: a point is the decimal mark only where thousands have another.
    return usual if other == "." and not OTHER_GROUPS.search(text) else other


def read_digits(word: str, mark: str) -> Decimal | None:
    """The value of "1.234,5" and the like; None where the separators make no sense.

    Three digits after the decimal mark are decimals ("1,234" in German is 1.234), after any other
    mark thousands; one or two digits after a single mark are decimals in any language.
    """
    if len(word) > LONGEST:
        return None
    if word.isdecimal():
        return Decimal(word)
    marks = SEPARATORS.findall(word)
    parts = SEPARATORS.split(word)
    if not marks or not all(part.isdecimal() for part in parts):
        return None
    single_decimal = len(marks) == 1 and marks[0] == mark
    if GROUPED.fullmatch(word) and not single_decimal and not word.startswith("0"):
        return Decimal("".join(parts))
    if mark == "." and LAKHS.fullmatch(word):
        return Decimal("".join(parts))
    if mark == "," == marks[0] and all(len(part) == GROUP for part in parts[1:]) and marks[1:]:
        return Decimal("".join(parts))  # "1,280.119", as Austrian papers print millions
    tail = parts[-1]
    head = word[: -len(tail) - 1]
    if len(marks) == 1 and marks[0] in ".,":
        return Decimal(f"{head}.{tail}")
    if marks[-1] in ".," and marks[-1] not in marks[:-1] and GROUPED.fullmatch(head):
        return Decimal(f"{SEPARATORS.sub('', head)}.{tail}")
    return None


def leading_point(tokens: Tokens, index: int, mark: str) -> bool:
    """As in "batted .300", ".05 percent": a decimal mark without a zero before it."""
    point = tokens.words[index - 1] == mark and tokens.glued(index)
    return point and not tokens.glued(index - 1) and tokens.words[index].isdecimal()
