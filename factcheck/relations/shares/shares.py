"""Shares that exclude each other, and shares of more than all.

"52 Prozent dafür, 31 dagegen und 17 unentschieden", "auf Asien entfielen 35 Prozent, auf Europa 40
und auf Afrika 25", three parties with their results: who is counted once is counted nowhere else.
Two rivals are judged as well: "with 51 percent of the vote to his 49", and two sides of one vote.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from factcheck.model import Relation, Span
from factcheck.relations.sentence import Figure, Roles, Sentence, amount, cues

FEWEST = 3
RIVALS = 2
RIVAL_WORDS = 2
ALL = Decimal(100)
WORDS_TO_NOUN = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The exclusive shares of a sentence."""
    shares = _listed(sentence)
    if len(shares) < RIVALS or not all(amount(f) for f in shares) or _doubtful(sentence, shares):
        return
    if len(shares) < FEWEST:
        found, rest = _rivals(sentence, shares) or _two_sides(sentence, shares), None
    else:
        found = _sides(sentence, shares) or _sides_before(sentence, shares)
        found = found or _sides_around(sentence, shares)
        found = found or _spread(sentence, shares) or _parties(sentence, shares)
        rest = _rest(sentence, shares)
    if found is None and rest is None:
        return
    members: Roles = {"share": shares, "exclusive": found, "rest": rest}
    yield sentence.relation("shares", members, sure=True)


def _listed(sentence: Sentence) -> list[Figure]:
    """The shares, and the bare numbers in their list: "auf 34 Prozent, die SPD auf 31"."""
    shares = [f for f in sentence.figures if f.claim.kind == "percentage"]
    if not shares or len(shares) == len(sentence.figures):
        return shares
    data = sentence.lexicon.data["shares"]
    known = {
        sentence.word(shares[0].first - 1),
        *data["parties"],
        *chain.from_iterable(data["sides"]),
    }
    return [
        f
        for f in sentence.figures
        if f.claim.kind == "percentage"
        or (f.kind == "number" and f.first > shares[0].first and _before(sentence, f) in known)
    ]


def _before(sentence: Sentence, figure: Figure) -> str:
    value = figure.quantity.value
    return sentence.word(figure.first - 1) if value is not None and value < ALL else ""


def _doubtful(sentence: Sentence, shares: Sequence[Figure]) -> bool:
    """A change, a bracket, an earlier time, a part of a part: not all shares are of one whole."""
    data = sentence.lexicon.data["shares"]
    other = sentence.words.intersection(data["other_wholes"])
    if other.intersection(data["contrasts"]) and _sides(sentence, shares) is not None:
        other = other.difference(data["contrasts"])  # "45% against, while 11% did not know"
    if other:
        return True
    moved = cues(sentence.lexicon, "changes", "up", "down")
    if any(sentence.word(at) in moved for at in _free(sentence)):
        return True
    if any(figure.kind in {"date", "percentage_point", "multiple"} for figure in sentence.figures):
        return True
    if any(sentence.word(share.first - 1) in {"(", "+", "-"} for share in shares):
        return True
    if any(sentence.word(at) == ":" for at in range(shares[0].first, shares[-1].first)):
        return True  # "70% went to the left: 45% to Labour and 24% to the Greens"
    wholes = {_whole(sentence, share) for share in shares} - {""}
    return len(wholes) > 1


def _free(sentence: Sentence) -> Iterator[int]:
    """The tokens of a sentence but for "made up" and the like."""
    idioms, at = sentence.phrases("shares", "idioms"), sentence.first
    while at < sentence.end:
        length = sentence.at(idioms, at)
        if not length:
            yield at
        at += length or 1


def _whole(sentence: Sentence, share: Figure) -> str:
    """The word behind "der" or "of" after a share, "" if there is none."""
    length = sentence.at(sentence.phrases("shares", "of"), share.last + 1)
    return sentence.word(share.last + 1 + length) if length else ""


def _sides(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """For, against and undecided, one beside each share."""
    sides = sentence.lexicon.data["shares"]["sides"]
    named: list[tuple[int, str]] = []
    first: int | None = None
    ends = [*(share.first for share in shares[1:]), sentence.end]
    for share, end in zip(shares, ends, strict=True):
        words = [(at, sentence.word(at)) for at in range(share.last + 1, end)]
        hit = [
            (side, at) for at, word in words for side in range(len(sides)) if word in sides[side]
        ]
        if not hit:
            return None
        named.append((hit[0][0], _degree(sentence, hit[0][1])))
        first = hit[0][1] if first is None else first
    distinct = first is not None and len(set(named)) == len(named)
    return sentence.scene.passage.span(first, first) if distinct and first is not None else None


def _degree(sentence: Sentence, at: int) -> str:
    """As in "very satisfied" beside "satisfied": another answer."""
    before = sentence.word(at - 1)
    return before if before in sentence.lexicon.data["shares"]["degrees"] else ""


def _sides_before(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "Dafür sind 48 Prozent, dagegen 47 Prozent, unentschieden 5 Prozent"."""
    data = sentence.lexicon.data["shares"]
    sides, fill = data["sides"], {*data["sides_fill"], *data["degrees"], ","}
    named: list[tuple[int, str]] = []
    starts = [sentence.first, *(share.last + 1 for share in shares[:-1])]
    for start, share in zip(starts, shares, strict=True):
        places = range(_past_base(sentence, start), share.first)
        words = [sentence.word(at) for at in places]
        hit = [
            (side, _degree(sentence, at))
            for at in places
            for side in range(len(sides))
            if sentence.word(at) in sides[side]
        ]
        if start == sentence.first and words[:1] and words[0] in data["in_favour"]:
            hit = [(0, "")]
        elif any(word not in fill and not any(word in side for side in sides) for word in words):
            return None
        if len(hit) != 1:
            return None
        named += hit
    distinct = len(set(named)) == len(named) and sentence.breaks(shares[-1].last + 1)
    return sentence.scene.passage.span(sentence.first, sentence.first) if distinct else None


def _past_base(sentence: Sentence, start: int) -> int:
    """As in "18 Prozent der Lehrer, zufrieden 41": behind the words of what it is a share."""
    if not sentence.at(sentence.phrases("shares", "of"), start):
        return start
    ahead = range(start, min(sentence.end, start + WORDS_TO_NOUN + 1))
    return next((at for at in ahead if sentence.word(at) == ","), start)


def _sides_around(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "Für den Bau sind 58 Prozent, dagegen 31, und elf Prozent haben keine Meinung"."""
    data, named = sentence.lexicon.data["shares"], []
    begin = sentence.first
    for share, following in zip(shares, [*shares[1:], None], strict=True):
        end = following.first if following is not None else sentence.end
        commas = [at for at in range(share.last + 1, end) if sentence.word(at) == ","]
        if following is not None:
            end = commas[-1] if commas else share.last + 1
        words = {sentence.word(at) for at in range(begin, end)}
        opened = begin == sentence.first and sentence.word(begin) in data["in_favour"]
        hit = [n for n, side in enumerate(data["sides"]) if words.intersection(side)]
        if opened and 0 not in hit:
            hit = [0, *hit]
        if len(hit) != 1:
            return None
        named += hit
        begin = end
    distinct = len(set(named)) == len(named)
    return sentence.scene.passage.span(sentence.first, sentence.first) if distinct else None


def _rivals(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "won with 51.2% of the vote to his 49.8%"."""
    left, right = shares
    data = sentence.lexicon.data["shares"]
    spread = sentence.phrases("shares", "spread")
    length = next((n + at for at in (0, 1) if (n := sentence.at(spread, left.last + at))), 0)
    start = left.last + length
    if not length or sentence.word(left.first - 1) not in data["winning"]:
        return None
    if sentence.word(start) not in data["versus"] or right.first - start - 1 > RIVAL_WORDS:
        return None
    if any(sentence.word(at) not in data["whose"] for at in range(start + 1, right.first)):
        return None
    return sentence.scene.passage.span(start, start)


def _two_sides(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "48 Prozent dafür und 52 dagegen", "48% backed the plan and 52% opposed it".

    Not for in Köln and against in Bonn, nor for the one plan and against the other.
    """
    if _rest(sentence, shares) is not None or any(share.quantity.hedge for share in shares):
        return None  # remainders.py reads "die übrigen 53 Prozent"
    data, behind = sentence.lexicon.data, range(shares[0].last + 1, sentence.end)
    place = {*data["parts"]["before_whole"]} - {*data["shares"]["in_favour"]}
    if any(sentence.word(at) in place or sentence.word(at) == ";" for at in behind):
        return None
    before = _sides_before(sentence, shares)
    return before or (_sides(sentence, shares) if _of_the_same(sentence, shares[1]) else None)


def _of_the_same(sentence: Sentence, second: Figure) -> bool:
    """As in "54% opposed it", "54 Prozent dagegen.": the second side names nothing of its own."""
    data = sentence.lexicon.data["shares"]
    sides = {word for side in data["sides"] for word in side}
    at = max(
        (n for n in range(second.last + 1, sentence.end) if sentence.word(n) in sides), default=0
    )
    return bool(at) and sentence.breaks(at + 1 + (sentence.word(at + 1) in data["the_same"]))


def _spread(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "entfielen 35 Prozent auf Asien", "30 percent of the vote"."""
    table = sentence.phrases("shares", "spread")
    for at in range(sentence.first, sentence.end):
        length = sentence.at(table, at)
        if length and at < shares[-1].first:
            return sentence.scene.passage.span(at, at + length - 1)
    return None


def _parties(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """A party between any two shares, each once."""
    parties = sentence.lexicon.data["shares"]["parties"]
    starts = [sentence.first, *(share.last + 1 for share in shares[:-1])]
    named = [
        [word for at in range(start, share.first) if (word := sentence.word(at)) in parties]
        for start, share in zip(starts, shares, strict=True)
    ]
    flat = [word for words in named for word in words]
    elsewhere = sentence.lexicon.data["named_shares"]["elsewhere"]
    between = range(shares[0].last + 1, shares[-1].first)
    if any(sentence.word(at) in elsewhere for at in between):
        return None  # "die SPD in Kiel auf 41"
    if len(flat) != len(set(flat)) or any(len(words) != 1 for words in named):
        return None
    index = next(i for i in range(sentence.first, sentence.end) if sentence.word(i) in parties)
    return sentence.scene.passage.span(index, index)


def _rest(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """The word before the last share that makes it all the others."""
    rest = sentence.lexicon.data["shares"]["rest"]
    last = shares[-1]
    for at in (last.first - 1, last.first - 2):
        if sentence.word(at) in rest:
            return sentence.scene.passage.span(at, at)
    return None
