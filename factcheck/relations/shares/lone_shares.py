"""A part, its whole and its share that are all a sentence counts, or two that follow each other.

"Die Stadt hat 61.000 Einwohner. 18.300 von ihnen, also 30 Prozent, sind älter", "tested 800 samples
and found germs in 240 of them, or 30 per cent", "41,236 filled the ground to 93% of its 44,300
seats". The smaller amount is the part: "of them" beside it, "of" between the two, or a bare number
says so. The share is tied to the two by a joining word, by "of" and the whole right behind it, or
at the end behind "118 of 300". Where nothing ties it, a percentage of nothing else is bound by the
lack of other figures alone. What grows or falls by a share, and a share far from what the two make,
is of something else.
"""

from collections.abc import Container, Iterator

from factcheck.model import Relation
from factcheck.relations.changes.marks import bracketed
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.changes.other_bases import another_rate
from factcheck.relations.changes.turns import turn_of
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import APOSTROPHES, Figure, Roles, Sentence, alike, cues
from factcheck.relations.shares.opened_parts import opens
from factcheck.relations.shares.part_words import (
    OPENERS,
    bare,
    definite,
    drawn_share,
    filled,
    is_of,
    is_part,
    points_out,
    start_of,
)
from factcheck.relations.windows import counted, windows

THREE = 3
WORDS = 4
PHRASE = 6
NEAR = 2
WHOLES = frozenset({"money", "count", "number", "measure"})
SIGNS = OPENERS | {"("}


def find_rest(scene: Scene, known: Container[int]) -> Iterator[Relation]:
    """The shares of a passage; `known` are the ids of those that are bound already."""
    done: set[int] = set()
    for window, split in windows(scene):
        figures = [figure for figure in counted(window) if not _tells_when(figure)]
        shares = [figure for figure in figures if figure.kind in SHARES]
        if len(figures) != THREE or len(shares) != 1 or id(shares[0].claim) in known:
            continue
        share = shares[0]
        part, whole = sorted(
            (f for f in figures if f is not share), key=lambda figure: figure.value
        )
        if id(share.claim) in done or not _possible(window, part, whole, share):
            continue
        read = (window, split, part, whole, share)
        bound = points_out(*read) or filled(window, part, share)
        tied, drawn = bound or _tied(*read), drawn_share(*read)
        if not (bound or drawn or _sized(part, whole, share)):
            continue
        if tied or drawn or _free(window, share) or _leads(window, split, part, whole, share):
            done.add(id(share.claim))
            apart = drawn and not is_part(window, part, whole)
            role = "drawn" if apart else "" if tied or drawn else "alone"
            members: Roles = {"part": part, "whole": whole, "share": share}
            members = {**members, role: share.claim.span} if role else members
            yield window.relation("part", members, sure=False)


def _free(window: Sentence, share: Figure) -> bool:
    """A percentage that nothing grows by and that is of nothing else: not "62% of them voted"."""
    of = window.at(window.phrases("parts", "of"), share.last + 1)
    of_it = window.at(window.phrases("parts", "of_it"), share.last + 1)
    other = bool(of) and not of_it
    return share.kind == "percentage" and turn_of(window, share) is None and not other


def _leads(window: Sentence, split: int, part: Figure, whole: Figure, share: Figure) -> bool:
    """As in "Jeder vierte Platz ist leer, 32 von 128", "One in eight of its 2,400 staff, some 300".

    A share in words at the head, and behind it the part and the whole that words tie together.
    """
    if share.kind != "fraction" or share.first != window.first or part.first < share.first:
        return False
    length = window.before(window.phrases("parts", "opening"), whole.first)
    opened = bool(length) and whole.first - length == split > window.first
    ends = window.breaks(part.last + 1) or window.breaks(part.last + NEAR)
    of_whole = _of_whole(window, share, whole, WORDS) and ends
    return opened or of_whole or is_of(window, part, whole)


def _tells_when(figure: Figure) -> bool:
    """As in "vor sechs Jahren"."""
    return figure.kind == "duration" and figure.claim.period is not None


def _possible(window: Sentence, part: Figure, whole: Figure, share: Figure) -> bool:
    """Figures of one thing, and a share that nothing grows by."""
    if not {part.kind, whole.kind} <= WHOLES or not (
        alike(part, whole)
        or _persons(window, part, whole)
        or _of_other(window, part, whole)
        or filled(window, part, share)
    ):
        return False
    if any(figure.quantity.value is None for figure in (part, whole, share)):
        return False
    if another_rate(window, share) or turn_of(window, share) is not None:
        return False
    return 0 < part.value < whole.value


def _sized(part: Figure, whole: Figure, share: Figure) -> bool:
    """Is the share of the size that the two make?"""
    told = share.value / 100 if share.kind == "percentage" else share.value
    return of_one_size(part.value / whole.value, told)


def _of_other(window: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "300 davon suchen Lehrlinge", "Von den 900 Haushalten beziehen 300 Fernwärme"."""
    named = window.at(window.phrases("parts", "of_them"), part.first + 1)
    return part.kind == whole.kind == "count" and bool(named or opens(window, whole))


def _persons(window: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "600 people, half of the 1,200 workers"."""
    persons = window.lexicon.data["sums"]["persons"]
    return all((f.quantity.noun or "").lower() in persons for f in (part, whole))


def _tied(window: Sentence, split: int, part: Figure, whole: Figure, share: Figure) -> bool:
    if share.first < whole.first:
        spelled = _spelled(window, whole, part) or _in_one_clause(window, split, part, share)
        near = WORDS if alike(part, whole) else 0  # "3% of the votes of 5 million members"
        return spelled and _of_whole(window, share, whole, near)
    if whole.last < share.first < part.first:
        return _of_them(window, share, part) or _worked_out(window, share, part, whole)
    if share.first < part.first:
        return False
    if is_part(window, part, whole) and _concluded(window, split, whole, share):
        return True
    if not _closed(window, share):
        return _opens_next(window, split, part, whole, share)
    start = start_of(window, share)
    if window.before(window.phrases("per_unit", "verbs"), start):
        return whole.first - part.last <= PHRASE  # "£18m on a profit of £90m, comes to a fifth"
    joined = window.before(window.phrases("concluding", "joins"), start)
    opener = start - joined - 1
    opened = start - joined == split > window.first or window.word(opener) in OPENERS
    thus = window.word(share.last + 1) in window.lexicon.data["changes"]["thus"]
    if (joined or thus) and opened:
        reach = PHRASE if part.first == split else WORDS
        beside = whole.last < part.first and opener - part.last <= reach
        paid = beside and _paid_out(window, part, whole, share)
        of_target = window.at(window.phrases("parts", "of_it"), share.last + 1)
        beside_it = beside and (bool(of_target) or bare(part, whole))  # "68% of the target"
        return paid or beside_it or is_part(window, part, whole)
    of_it = not window.breaks(share.last + 1)  # "a third of the total"
    peopled = window.before(window.phrases("parts", "population"), whole.first)
    told = of_it or peopled or is_of(window, part, whole) or opens(window, whole)
    told = told or _based(window, part, whole)
    own = is_part(window, part, whole) or definite(window, split, part, whole)
    named = _named(window, split, opener) and (own or bare(part, whole))
    reach = PHRASE if own else int(bare(part, whole) and part.first == split)
    named = named or 0 < opener - part.last <= reach  # "Four of them, one in seven,"
    inside = bracketed(window, share) and window.word(opener) != "("  # "118 of 300 (2019: 52%)"
    return window.word(opener) in SIGNS and not inside and bool(told or named)


def _concluded(window: Sentence, split: int, whole: Figure, share: Figure) -> bool:
    """As in "171 of the 180 ..., giving a rate of 95%", "5,400 of its 36,000. Losing that 15%"."""
    if not window.breaks(share.last + 1):
        return False  # "Against that 48% of the readers"
    if split > window.first and share.first > split:
        return window.word(share.first - 1) in window.lexicon.words("parts", "pointing")
    giving = window.phrases("parts", "giving")
    near = range(max(whole.last + 1, share.first - PHRASE), share.first)
    return any(window.word(at) == "," and window.at(giving, at + 1) for at in near)


def _based(window: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "On profits of £90m it paid £18m to the state, a fifth,", at the head of a sentence."""
    of = window.before(window.phrases("parts", "of"), whole.first)
    case = window.before(window.phrases("worked_shares", "case"), whole.first - of - 1)
    head = whole.first - of - 1 - case == window.first
    return bool(of and case and head) and whole.last < part.first and part.kind == "money"


def _in_one_clause(window: Sentence, split: int, part: Figure, share: Figure) -> bool:
    """As in "41,236 filled the ground to 93% of its", not "came to £52m. Half of the exports"."""
    between = range(part.last + 1, share.first)
    data = window.lexicon.data["parts"]
    clauses = {";", *data["clauses"], *data["joins"]}
    apart = split > window.first and part.first < split <= share.first
    return bool(between) and not apart and all(window.word(at) not in clauses for at in between)


def _opens_next(window: Sentence, split: int, part: Figure, whole: Figure, share: Figure) -> bool:
    """As in "Four of the hotel's 28 rooms have a bath. One in seven is not many", "At 14% that"."""
    data = window.lexicon.data
    told = is_of(window, part, whole)
    if split > window.first and share.first == split:
        return told and window.word(share.last + 1) in data["shares"]["is"]
    behind = range(share.last + 1, share.last + 1 + NEAR)
    taken_up = {*data["changes"]["pointing"], *data["changes"]["definite"]}
    at = next((at for at in behind if window.word(at) in taken_up), None)
    led = share.first == split + 1 and window.word(split) in data["changes"]["levels_of_next"]
    if not led or at is None or split == window.first or part.first >= split:
        return False
    named = window.word(at + 1).endswith(tuple(data["parts"]["rates"]))
    of_other = window.word(at + 2) in data["parts"]["taken"]
    pointed = window.word(at) in data["changes"]["pointing"]
    called = window.lexicon.named_shares["share"]  # "At 48% that was the lowest turnout"
    of_other = of_other or any(called.at(window.tokens, n) for n in range(split, window.end))
    return (told or bare(part, whole)) and (pointed or named) and not of_other


def _paid_out(window: Sentence, part: Figure, whole: Figure, share: Figure) -> bool:
    """As in "The fund has £48m. Lawyers have cost it £1.9m, or 4%.", with nothing that grows."""
    turned = cues(window.lexicon, "changes", "up", "down", "either", "behind_up", "behind_down")
    grown = any(window.word(at) in turned for at in range(whole.last + 1, share.first))
    ends = share.last + 2 >= window.end
    return part.kind == whole.kind == "money" and ends and not grown


def _named(window: Sentence, split: int, comma: int) -> bool:
    """As in "The rate, 2.4 percent,": it opens the second of two sentences."""
    data = window.lexicon.data
    opened = split == comma - 2 and window.word(split) in data["changes"]["definite"]
    return opened and window.word(comma - 1) in data["parts"]["rates"]


def _spelled(window: Sentence, before: Figure, part: Figure) -> bool:
    """As in "two thirds of its 90 shops, namely 50,", "a quarter of the £80m, or £20m,"."""
    start = start_of(window, part)
    table = (window.phrases("parts", "spelled"), window.phrases("concluding", "joins"))
    joined = max(window.before(each, start) for each in table)
    opener = start - joined - 1
    near = 0 <= opener - before.last - 1 < WORDS and window.plain(before.last + 1, opener)
    noun = next((at for at in (part.last + 1, part.last + 2) if window.breaks(at)), None)
    return near and window.word(opener) in OPENERS and noun is not None


def _of_them(window: Sentence, share: Figure, part: Figure) -> bool:
    """As in "The firm has 1,200 workers. Half of them, 600, will have to go"."""
    length = window.at(window.phrases("parts", "of_them"), share.last + 1)
    return bool(length) and share.last + length + 1 == part.first - 1 and (
        window.word(part.first - 1) == "," and window.breaks(part.last + 1)
    )  # fmt: skip


def _worked_out(window: Sentence, share: Figure, part: Figure, whole: Figure) -> bool:
    """As in "The house costs £300,000. The deposit is 15 per cent, or £45,000"."""
    start = start_of(window, part)
    joined = window.before(window.phrases("concluding", "joins"), start)
    opener = start - joined - 1
    near = 0 <= opener - share.last - 1 < WORDS and window.plain(share.last + 1, opener)
    each = window.at(window.phrases("per_unit", "each"), part.last + 1)
    among = window.before(window.phrases("parts", "among"), start_of(window, share))
    told = bool(joined) and near and window.word(opener) == ","
    persons = share.kind == "percentage" and _persons(window, part, whole)
    told = told and (part.kind == "money" or persons or bool(among))
    return told and not each and not another_rate(window, part)


def _of_whole(window: Sentence, share: Figure, whole: Figure, near: int) -> bool:
    """As in "73% of its 44,300 seats", "30 per cent of his weight of 70kg"."""
    length = window.at(window.phrases("parts", "of"), share.last + 1)
    start = share.last + 1 + length
    words = [at for at in range(start, whole.first) if window.word(at) not in {*APOSTROPHES, "s"}]
    return bool(length) and len(words) <= near and all(window.plain(at, at + 1) for at in words)


def _closed(window: Sentence, share: Figure) -> bool:
    """Nothing stands behind the share up to the next sign, or "of the total", "of them"."""
    tables = [window.phrases("parts", key) for key in ("of_it", "of_them")]
    length = max(window.at(table, share.last + 1) for table in tables)
    length = length or (window.word(share.last + 1) in window.lexicon.data["changes"]["thus"])
    return window.breaks(share.last + 1) or (
        bool(length) and window.breaks(share.last + 1 + length)
    )
