"""What a measured figure leaves to the next one: "60 Prozent auf den Bund, 25 auf die Länder"."""

from collections.abc import Sequence

from factcheck.extract.figures.bracketed import places_of
from factcheck.extract.figures.figure import MEASURED, Figure
from factcheck.extract.figures.siblings import more_of_it
from factcheck.extract.figures.subjects import is_moving
from factcheck.extract.passages import Passage

PART_REACH = 6
COMMA_REACH = 4
COMPARED_REACH = 12
WHOLE = 100  # per cent


def continues(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "60 Prozent auf den Bund, 25 auf die Länder"; "11 years to seven and a half"."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    if left.quantity.kind not in MEASURED:
        return False
    if left.quantity.kind == "measure" and more_of_it(passage, right):
        return True
    between = tokens.lowers[left.last + 1 : right.first]
    opened = passage.lexicon.phrases("ranges", "from").before(tokens, left.first)
    onward = {*ranges["to"], *ranges["change"]}
    if opened and len(between) == 1 and between[0] in onward:
        return True
    apart = {",", *ranges["and"]}
    reached = between and between[-1] in onward and apart.isdisjoint(between)
    if reached and left.quantity.kind == "measure" and len(between) <= PART_REACH:
        return True  # "fell 2 million tons to 9"
    if _came_from(passage, left, between) or _next_share(passage, left, right):
        return True
    if _compared(passage, left, right):
        return True
    after_left, after_right = tokens.lower(left.last + 1), tokens.lower(right.last + 1)
    moved = any(is_moving(passage, at) for at in range(left.last + 1, right.first))
    if after_left == after_right and after_left in passage.lexicon.stop_words and not moved:
        return True
    ends = tuple(passage.lexicon.data["elided"]["doing_ends"])
    light = passage.lexicon.words("elided", "light")
    joined = [word for word in between[1:] if word not in light]
    doing = after_left.endswith(ends) and after_right.endswith(ends)
    return doing and joined == ranges["and"]  # "600 yards passing and only 178 rushing"


def _next_share(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "die FDP liegt bei 7 Prozent und die Grüne bei 6": one small word before both.

    Nothing but a name stands between, and the bare number ends its clause. Decimals may be metres:
    "stieg in Köln auf 8,27 Meter, in Bonn auf 7,90".
    """
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    before = tokens.lower(left.first - 1)
    between = list(tokens.words[left.last + 1 : right.first])
    alike = places_of(passage, left) == places_of(passage, right) > 0
    told = left.quantity.kind == "percentage" or alike
    if not told or not 3 <= len(between) <= COMMA_REACH:
        return False
    value, by = right.quantity.value, passage.lexicon.data["changes"]["by"]
    if before not in passage.lexicon.stop_words or between[-1] != before or before in by:
        return False
    if value is None or value > WHOLE:
        return False  # "the Dow to 15,679"
    named = [word for word in between[1:-1] if word[0].isupper()]
    small = [word for word in between[1:-1] if not word[0].isupper()]
    light = passage.lexicon.words("grammar", "determiners", "prepositions")
    ends = tokens.lower(right.last + 1) in {"", ".", ",", ";", *ranges["and"]}
    opened = between[0] in {",", *ranges["and"]}
    return opened and bool(named) and ends and light.issuperset(small)


def _compared(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "43 per cent chose tea, compared with 41 who chose coffee"."""
    tokens, value = passage.tokens, right.quantity.value
    told = passage.lexicon.phrases("ranges", "compared").before(tokens, right.first)
    if left.quantity.kind != "percentage" or told is None or value is None or value > WHOLE:
        return False
    return right.first - left.last <= COMPARED_REACH


def _came_from(passage: Passage, left: Figure, between: Sequence[str]) -> bool:
    """As in "to 108.25 yen from 107.90"; "rose 3% from 107.90" tells a difference."""
    tokens, ranges = passage.tokens, passage.lexicon.data["ranges"]
    changes = passage.lexicon.data["changes"]
    light = {",", *changes["particles_up"], *changes["particles_down"], *ranges["from"]}
    if not between or between[-1] not in ranges["from"] or not light.issuperset(between):
        return False
    before = tokens.lower(left.first - 1)
    if tokens.lower(left.first - 2) in {*changes["nouns"], *changes["either"]}:
        return False  # "a growth of 82 per cent from 654 to 1195"
    return before in {*ranges["to"], *ranges["change"], *changes["levels"]}
