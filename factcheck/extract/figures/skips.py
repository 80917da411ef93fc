"""What is written with digits and is no figure: times, scores, seasons, decades, markers, links.

Telephone numbers and figures in names have files of their own. Each finder gives the last token of
what the finders of figures leave alone.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.extract.figures.bound_ages import is_bound_age
from factcheck.extract.figures.call_numbers import phone
from factcheck.extract.figures.fractions import mixed_fraction
from factcheck.extract.figures.name_numbers import followed_by_unit, labelled, named
from factcheck.extract.figures.name_words import in_title, numbered_word, of_noun
from factcheck.extract.figures.number_words import word_value
from factcheck.extract.figures.surroundings import currency_before
from factcheck.extract.passages import Passage
from factcheck.extract.times.clocks import clock, clock_in_words, glued_pair
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import Tokens

LINK = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b10\.\d{4,9}/\S+|\b97[89][- ]\d[\d -]{8,13}\d\b"
)
LINK_SIGNS = ("://", "www.", "@", "10.", "978", "979")
SCORE_SIGNS = frozenset(":-–")
SIGNS = frozenset(":-–/")
RACE_TIME = re.compile(r"[0-5]\d[.,]\d{1,3}")
SET = re.compile(r"\d{1,2},\d{1,2}")
WICKETS = 10
SHORT_WORD = 4  # letters of "feed", "shed", which are no participles
TIE = {"6", "7"}
SEASON = re.compile(r"(?:19|20)\d\d")


def find_skips(passage: Passage) -> list[tuple[int, int]]:
    """Ranges of tokens (first, last) that hold no figure, those in words last."""
    if not passage.anchors.digits and not passage.anchors.words:
        return []
    tokens, lexicon = passage.tokens, passage.lexicon
    starts = lexicon.phrases("ratios", "out_of").first_words
    starts = starts.union(lexicon.data["ratios"]["score_words"])
    found = list(_links(passage)) if passage.anchors.digits else []
    for index in passage.anchors.digits:
        behind = tokens.lower(index + 1)
        kinds = JOINED if behind in SIGNS else WORDED if behind in starts else KINDS
        last = next((last for kind in kinds if (last := kind(passage, index)) is not None), None)
        if last is not None:
            found.append((index, last))
    for index in passage.anchors.words:
        last = _skipped_words(passage, index, starts)
        if last is not None:
            found.append((index, last))
    return found


def _skipped_words(passage: Passage, index: int, starts: frozenset[str]) -> int | None:
    """The last token of what begins with a number word and is no figure."""
    tokens, last = passage.tokens, clock_in_words(passage, index)
    behind, hyphened = tokens.lower(index + 1), False
    if last is None and behind in starts:
        last = _recurrence(passage, index) or _score_in_words(passage, index)
    if last is None and (idiom := _idioms(passage).at(tokens, index)) is not None:
        last = index + idiom[0] - 1
    if last is None and in_title(passage, index):
        last = index + 1
    if behind == "-":
        last = _to_par(passage, index) if last is None else last
        hyphened = _describing(passage, index) or of_noun(passage, index) is not None
    nothing = last is None and (
        hyphened
        or _below_zero(passage, index)
        or _of_elite(passage, index)
        or numbered_word(passage, index)
    )
    return index if nothing else last


def _idioms(passage: Passage) -> PhraseTable[bool]:
    return passage.lexicon.phrases("numbers", "idioms")


def _of_elite(passage: Passage, index: int) -> bool:
    """As in "a top-five player": the number word of a group of the best."""
    tokens, elite = passage.tokens, passage.lexicon.data["numbers"]["elite"]
    if tokens.lower(index - 1) in elite:
        return tokens.lower(index - 2) in passage.lexicon.number_anchors  # "eight top three hits"
    hyphened = tokens.lower(index - 1) == "-" and tokens.glued(index)
    return hyphened and tokens.lower(index - 2) in elite


def _to_par(passage: Passage, index: int) -> int | None:
    """As in "a 4-under 68", "a one-over 71": how many strokes off, no figure of anything else."""
    tokens = passage.tokens
    if tokens.lower(index + 1) != "-" or not tokens.glued(index + 1):
        return None
    word, scored = tokens.lower(index + 2), tokens.lower(index + 3)[:1].isdecimal()
    labels = passage.lexicon.data["labels"]
    told = word in labels["par"] or (scored and word in labels["par_before_score"])
    return index + 2 if told else None  # but "a 50-over match"


def _describing(passage: Passage, index: int) -> bool:
    """As in "two-legged", "he three-putted": a number word in an adjective or a verb."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if tokens.lower(index + 1) != "-" or not tokens.glued(index + 1):
        return False
    word = tokens.lower(index + 2)
    ends = word.endswith(tuple(grammar["past_ends"])) and tokens.glued(index + 2)
    return ends and len(word) > SHORT_WORD and word not in grammar["singular_nouns"]


def _below_zero(passage: Passage, index: int) -> bool:
    """As in "fünf Grad unter null": the zero of a sign behind a temperature."""
    hit = passage.lexicon.phrases("signs", "minus_after").before(passage.tokens, index + 1)
    return (
        hit is not None
        and passage.tokens.lower(index - hit[0]) in (passage.lexicon.data["signs"]["degrees"])
    )


def _links(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.tokens.text
    start, end = passage.block.span.start, passage.block.span.end
    if not any(sign in passage.block.span.text for sign in LINK_SIGNS):
        return
    for match in LINK.finditer(text, start, end):
        inside = [
            at
            for at, begin in enumerate(passage.tokens.starts)
            if match.start() <= begin < match.end()
        ]
        if inside:
            yield inside[0], inside[-1]


def _score(passage: Passage, index: int) -> int | None:
    """As in "3:2", "2-1" without a unit behind it; "3:57,04", "an 8-for-1 split"."""
    tokens = passage.tokens
    left, right = tokens.words[index], tokens.lower(index + 2)
    if not right or tokens.words[index + 1] not in SCORE_SIGNS:
        return None
    if not tokens.glued(index + 1) or not tokens.glued(index + 2):
        spaced = tokens.words[index + 1] == ":" and not tokens.glued(index + 1)
        whole = left.isdecimal() and right.isdecimal() and not followed_by_unit(passage, index + 3)
        return index + 2 if spaced and whole else None  # "2 : 1"
    if tokens.words[index + 1] == ":":
        sets = _sets(tokens, index)
        if sets is not None:
            return sets
        timed = left.isdecimal() and RACE_TIME.fullmatch(right)
        tie = tokens.words[index + 3 : index + 6]  # "7:6 (2)"
        if len(tie) == 3 and tie[0] == "(" and tie[1].isdecimal() and tie[2] == ")":
            return index + 5
        return index + 2 if timed or right.isdecimal() else None
    if _is_odds(passage, index):
        return index + 4
    if not (left.isdecimal() and right.isdecimal() and len(left) <= 3 and len(right) <= 3):
        return None
    if currency_before(tokens, index, passage.lexicon) is not None:
        return None  # "$60-70"
    if int(left) < int(right) and passage.lexicon.phrases("ages", "before").before(tokens, index):
        return None  # "at the age of 30-40"
    if mixed_fraction(tokens, index):
        return None
    following = tokens.lowers[index + 3] if index + 3 < len(tokens) else "."
    word = following.isalpha() and following not in passage.lexicon.stop_words
    counted = word and _may_be_counted(passage, index + 3)
    if int(left) < int(right) and (counted or followed_by_unit(passage, index + 3)):
        return None  # "5-10 Prozent" is a range
    return None if followed_by_unit(passage, index + 3) else index + 2


def _sets(tokens: Tokens, index: int) -> int | None:
    """As in "6:3,7:5": the sets of a match with no space between, of which none is a decimal."""
    last = index
    while tokens.lower(last + 1) == ":" and SET.fullmatch(tokens.lower(last + 2)):
        last += 2
    joined = last > index and tokens.lower(last + 1) == ":" and tokens.lower(last + 2).isdecimal()
    return last + 2 if joined else None


def _tie_break(passage: Passage, index: int) -> int | None:
    """As in "7-6 (5)", "6-7(10)": the points of a set behind its games."""
    tokens = passage.tokens
    if index < 4 or tokens.words[index - 1] != "(" or tokens.lower(index + 1) != ")":
        return None
    left, sign, right = tokens.words[index - 4 : index - 1]
    games = left.isdecimal() and sign in SCORE_SIGNS and right.isdecimal()
    return index if games and {left, right} == TIE and tokens.words[index].isdecimal() else None


def _score_in_words(passage: Passage, index: int) -> int | None:
    """As in "took 6 for 42", "104 for 2": runs and wickets, of which none counts anything."""
    tokens = passage.tokens
    if tokens.lower(index + 1) not in passage.lexicon.data["ratios"]["score_words"]:
        return None
    printed = (tokens.lowers[index], tokens.lower(index + 2))
    if not any(word.isdecimal() for word in printed):
        return None
    values = [Decimal(w) if w.isdecimal() else word_value(w, passage.lexicon) for w in printed]
    if any(value is None for value in values) or min(v for v in values if v is not None) > WICKETS:
        return None
    signed = currency_before(tokens, index, passage.lexicon) is not None
    after = tokens.lower(index + 3)
    word = after.isalpha() and after not in passage.lexicon.stop_words
    counted = word and _may_be_counted(passage, index + 3)
    return None if signed or counted or followed_by_unit(passage, index + 3) else index + 2


def _recurrence(passage: Passage, index: int) -> int | None:
    """As in "a one-in-100-year storm": how rare it is, no share of anything."""
    tokens, lexicon = passage.tokens, passage.lexicon
    phrases = lexicon.phrases("ratios", "out_of")
    if tokens.lower(index + 1) not in phrases.first_words:
        return None
    at = _past_hyphen(tokens, index + 1)
    hit = phrases.at(tokens, at)
    if hit is None:
        return None
    whole = _past_hyphen(tokens, at + hit[0])
    at = _past_hyphen(tokens, whole + 1)
    unit = lexicon.units.at(tokens, at) if tokens.lower(whole)[:1].isdecimal() else None
    lasting = unit is not None and unit[1].kind == "duration"
    return at if lasting and tokens.lower(at) in lexicon.data["ratios"]["recurring"] else None


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.lower(at) == "-" and tokens.glued(at) else at


def _is_odds(passage: Passage, index: int) -> bool:
    """As in "8-for-1", "2-to-1": two figures and a word, all hyphened."""
    tokens = passage.tokens
    left, one, word, two, right = (tokens.lower(at) for at in range(index, index + 5))
    hyphened = one == two == "-" and left.isdecimal() and right.isdecimal()
    tight = all(tokens.glued(at) for at in range(index + 1, index + 5) if hyphened)
    return hyphened and tight and word in passage.lexicon.data["ratios"]["odds"]


def _may_be_counted(passage: Passage, index: int) -> bool:
    """Has the word the form of a counted noun: a capital, or a plural's ending?"""
    grammar, lower = passage.lexicon.data["grammar"], passage.tokens.lowers[index]
    if grammar["capitalised_nouns"]:
        return passage.tokens.words[index][0].isupper()
    return lower in grammar["plurals"] or lower.endswith("s")


def _season(passage: Passage, index: int) -> int | None:
    """As in "2014/15", "24/7", "9/11"."""
    tokens = passage.tokens
    if tokens.lower(index + 1) == "-" and glued_pair(passage, index, "-"):
        short = len(tokens.words[index + 2]) == 1 and SEASON.fullmatch(tokens.words[index])
        return index + 2 if short else None  # "the 1924-5 tourists"
    if not glued_pair(passage, index, "/"):
        return None
    left, right = tokens.words[index], tokens.words[index + 2]
    if left[0] == "0":
        return None  # of a telephone
    if SEASON.fullmatch(left) or not (left.isdecimal() and right.isdecimal()):
        return index + 2
    return index + 2 if int(left) >= int(right) or int(right) > 20 or left == "9" else None


def _decade(passage: Passage, index: int) -> int | None:
    """As in "1990er", "80er-Jahre", "1980s"."""
    tokens = passage.tokens
    ends = passage.lexicon.data["labels"]["decade_ends"]
    at = index + 1
    if is_bound_age(passage, index):
        return None
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


Kinds = tuple[Callable[[Passage, int], int | None], ...]
# What may begin with any figure, with one before a word of "1 in 100", and with one before a sign.
KINDS: Kinds = (clock, _tie_break, _decade, phone, labelled, named, _marker)
WORDED: Kinds = (clock, _recurrence, _tie_break, _score_in_words, *KINDS[2:])
JOINED: Kinds = (clock, _recurrence, _to_par, _score, _tie_break, _season, of_noun, *KINDS[2:])
