"""Shares that exclude each other, and shares of more than all.

"52 Prozent dafür, 31 dagegen und 17 unentschieden", "auf Asien entfielen 35 Prozent, auf Europa 40
und auf Afrika 25", three parties with their results: who is counted once is counted nowhere else.
Two rivals are judged as well: "with 51 percent of the vote to his 49".
And a share above 100 per cent of what nobody can be more than all of ("120 Prozent der Wähler"), or
a fall by more than 100 per cent.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, amount, cues

FEWEST = 3
RIVALS = 2
RIVAL_WORDS = 2
ALL = Decimal(100)
WORDS_TO_NOUN = 3
REACH_BACK = 14
REACH_AHEAD = 6


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The exclusive shares of a sentence."""
    shares = [f for f in sentence.figures if f.claim.kind == "percentage"]
    if len(shares) < RIVALS or not all(amount(f) for f in shares) or _doubtful(sentence, shares):
        return
    if len(shares) < FEWEST:
        found, rest = _rivals(sentence, shares), None
    else:
        found = _sides(sentence, shares) or _sides_before(sentence, shares)
        found = found or _sides_around(sentence, shares)
        found = found or _spread(sentence, shares) or _parties(sentence, shares)
        rest = _rest(sentence, shares)
    if found is None and rest is None:
        return
    members: list[tuple[str, Claim | Span]] = [("share", share.claim) for share in shares]
    members += [("exclusive", found)] if found is not None else []
    members += [("rest", rest)] if rest is not None else []
    yield sentence.relation("shares", members, sure=True)


def _doubtful(sentence: Sentence, shares: Sequence[Figure]) -> bool:
    """A change, a bracket, an earlier time, a part of a part: not all shares are of one whole."""
    data = sentence.lexicon.data["shares"]
    if not sentence.words.isdisjoint(data["other_wholes"]):
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
    named: list[int] = []
    first: int | None = None
    ends = [*(share.first for share in shares[1:]), sentence.end]
    for share, end in zip(shares, ends, strict=True):
        words = [(at, sentence.word(at)) for at in range(share.last + 1, end)]
        hit = [
            (side, at) for at, word in words for side in range(len(sides)) if word in sides[side]
        ]
        if not hit:
            return None
        named.append(hit[0][0])
        first = hit[0][1] if first is None else first
    distinct = first is not None and len(set(named)) == len(named)
    return sentence.scene.passage.span(first, first) if distinct and first is not None else None


def _sides_before(sentence: Sentence, shares: Sequence[Figure]) -> Span | None:
    """As in "Dafür sind 48 Prozent, dagegen 47 Prozent, unentschieden 5 Prozent"."""
    data = sentence.lexicon.data["shares"]
    sides, fill = data["sides"], {*data["sides_fill"], ","}
    named: list[int] = []
    starts = [sentence.first, *(share.last + 1 for share in shares[:-1])]
    for start, share in zip(starts, shares, strict=True):
        words = [sentence.word(at) for at in range(start, share.first)]
        hit = [side for word in words for side in range(len(sides)) if word in sides[side]]
        if start == sentence.first and words[:1] and words[0] in data["in_favour"]:
            hit = [0]
        elif any(word not in fill and not any(word in side for side in sides) for word in words):
            return None
        if len(hit) != 1:
            return None
        named += hit
    distinct = len(set(named)) == len(named) and sentence.breaks(shares[-1].last + 1)
    return sentence.scene.passage.span(sentence.first, sentence.first) if distinct else None


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


def find(scene: Scene) -> Iterator[Relation]:
    """Shares above 100 per cent of a set, and falls by more than all."""
    for claim in scene.claims:
        quantity = claim.quantity
        if claim.kind != "percentage" or quantity is None or quantity.value is None:
            continue
        if quantity.value <= ALL or quantity.hedge in {"at most", "under"}:
            continue
        whole = _set_behind(scene, claim)
        if whole is not None:
            span = scene.passage.document.span(claim.span.start, whole.end)
            yield Relation("share_of", (("share", claim), ("of", whole)), span)
            continue
        fall = _fall(scene, claim)
        if fall is not None:
            start, end = min(claim.span.start, fall.start), max(claim.span.end, fall.end)
            span = scene.passage.document.span(start, end)
            yield Relation("share_of", (("share", claim), ("fall", fall)), span)


def _set_behind(scene: Scene, claim: Claim) -> Span | None:
    """The people, households or votes of which a share stands before: "der Wähler"."""
    passage = scene.passage
    tokens, data = passage.tokens, passage.lexicon.data["shares"]
    at = scene.last_token(claim) + 1
    hit = passage.lexicon.phrases("shares", "of").at(tokens, at)
    first, end = passage.bounds(scene.first_token(claim))
    comma = next((i for i in range(at, end) if tokens.words[i] in {",", ";"}), end)
    if hit is None or not _plainly(scene, first, comma, "exceeding"):
        return None
    start = at + hit[0]
    for index in range(start, min(end, start + WORDS_TO_NOUN)):
        if tokens.lowers[index] in data["sets"]:
            return passage.span(start, index)
        if not tokens.words[index].isalpha():
            return None
    return None


def _fall(scene: Scene, claim: Claim) -> Span | None:
    """The verb or noun of a fall that governs the share: "fell by 150%"."""
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    first, end = passage.bounds(scene.first_token(claim))
    index, last = scene.first_token(claim), scene.last_token(claim)
    down = cues(lexicon, "changes", "down")
    marks = {*lexicon.data["changes"]["by"], *lexicon.data["changes"]["of"], *down}
    before = tokens.lower(index - 1) if index > first else ""
    of = lexicon.phrases("shares", "of").at(tokens, last + 1)
    if before not in marks or of or not _plainly(scene, first, end, "below_zero"):
        return None
    ahead = range(last + 1, min(end, last + REACH_AHEAD))
    back = range(index - 1, max(first, index - REACH_BACK) - 1, -1)
    final = lexicon.data["changes"]["verbs_end_clauses"]
    for at in [*(ahead if final else ()), *back]:
        if tokens.words[at] in {",", ";", ":", "(", ")"}:
            if at > index:
                continue
            return None
        if tokens.lowers[at] in cues(lexicon, "changes", "up"):
            return None
        if tokens.lowers[at] in down:
            return passage.span(at, at)
    return None


def _plainly(scene: Scene, first: int, end: int, key: str) -> bool:
    """No word of the sentence makes more than all possible."""
    words = scene.passage.lexicon.data["shares"][key]
    return all(scene.passage.tokens.lowers[at] not in words for at in range(first, end))
