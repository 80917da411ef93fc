"""What a figure counts: the noun as printed."""

from factcheck.extract.passages import Passage
from factcheck.record import record

REACH = 12  # tokens to the compound behind


@record
class Noun:
    """A noun as printed and its last token."""

    last: int
    text: str


def past_hyphens(passage: Passage, last: int, limit: int) -> int:
    """The last token of "G7-Staaten", "Leopard-2A8-Panzer"; of "SPD-, CDU-Vertreter" the first."""
    tokens = passage.tokens
    while last + 1 < limit and tokens.glued(last + 1):
        word, following = tokens.words[last], tokens.words[last + 1]
        digits = following.isdecimal() or (word.isdecimal() and following.isalnum())
        hyphen = following == "-" and last + 2 < limit and tokens.glued(last + 2)
        if not digits and not (hyphen and tokens.words[last + 2].isalnum()):
            break
        last += 1 if digits else 2
    return last


def hangs(passage: Passage, last: int, limit: int) -> bool:
    """Does a hyphen leave the noun's second half to the next word: "Geräte- und Hütten"?"""
    tokens, joins = passage.tokens, passage.lexicon.data["ranges"]["and"]
    joined = last + 3 < limit and tokens.lower(last + 2) in joins and not tokens.glued(last + 2)
    return joined and tokens.words[last + 3][0].isupper()


def second_half(passage: Passage, hyphen: int) -> str:
    """As in "82 Ja- gegen 20 Nein-Stimmen": what a compound behind gives a hyphen, or nothing."""
    tokens, end = passage.tokens, passage.bounds(hyphen)[1] - 1
    for at in range(hyphen + 1, min(hyphen + REACH, end)):
        if tokens.words[at] == "-" and tokens.glued(at) and tokens.words[at + 1].istitle():
            return "-" + tokens.words[at + 1] if tokens.glued(at + 1) else ""
    return ""
