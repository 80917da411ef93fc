"""A level, how far it is from another, and than what: "£4.54, 13p more than the £4.41 it cost".

Behind the difference or the multiple stand "than", "so viel wie", "short of", and behind a few
words the level that it is held against: the next figure, in a clause of its time or owner ("than in
May, when it was 97kg", "as the Greens, who have 15"), or in brackets. The other level is the last
figure of its unit before the difference, in one clause with it or the only one, or in the sentence
before "Das sind 29.497 mehr als".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation, Span
from factcheck.relations.changes.lone_levels import plausible
from factcheck.relations.changes.marks import OPENERS, noun_turn, slot_of, told_more
from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
    neighbours,
    sentences,
)
from factcheck.relations.windows import end_of, said_again, worded

QUOTES = frozenset('„“”»«›‹"')
FEWEST = 3
NOUNS = 2
NAME = 5
VERB = 3
TAIL = 12
REACH = 16
COMPARED = (
    *("behind_up", "behind_down", "short_of", "times_as", "as_much", "than_base"),
    *("versus", "earlier"),
)
DIFFERENCES = frozenset({"percentage", "percentage_point", "fraction", "multiple"})
Compared = tuple[tuple[tuple[str, Span], ...], int]


def find(scene: Scene) -> Iterator[Relation]:
    """The comparisons of a passage that print both levels and how far they are apart."""
    known = cues(scene.passage.lexicon, "changes", *COMPARED)
    if len(scene.claims) < FEWEST or known.isdisjoint(scene.passage.tokens.lowers):
        return
    for sentence in sentences(scene, FEWEST):
        yield from _comparisons(sentence, sentence.first)
    pointing = scene.passage.lexicon.data["changes"]["pointing"]
    for both, split in neighbours(scene):
        if both.word(split) in pointing:
            yield from _comparisons(both, split)


def _comparisons(sentence: Sentence, split: int) -> Iterator[Relation]:
    figures = [f for f in sentence.figures if f.kind not in ASIDE and f.kind != "duration"]
    for index, by in enumerate(figures[:-1]):
        if by.first < split or sentence.word(by.last + 1) not in cues(
            sentence.lexicon, "changes", *COMPARED
        ):
            continue
        compared, old = _compared(sentence, by), figures[index + 1]
        reached = _reached(sentence, compared[1], old) if compared is not None else ""
        then = reached == "then"
        again = [f for f in figures[:index] if _again(sentence, f, by)]
        before = [f for f in figures[:index] if f not in again]
        if split > sentence.first and any(f.first >= split for f in before):
            continue  # "Das sind 29.497 mehr als"
        new = _new(sentence, before, by, old, then=then) if reached else None
        if compared is None or new is None or _of_another(sentence, before, new, old):
            continue
        sure = not then and _apposed(sentence, before, by, old)
        for told in (*again, by):
            members: Roles = {"from": old, "to": new, "by": told, **dict(compared[0])}
            level = {} if sure else {"level": old.claim.span}
            yield sentence.relation("change", {**members, **level}, sure=sure)


def _of_another(sentence: Sentence, before: Sequence[Figure], new: Figure, old: Figure) -> bool:
    """Is a level that of a comparison before, or the other one how far it is from a third?

    "32% lower than last year's 2,953 but 49% higher than", "299 mehr, aber 1.108 oder 16% weniger".
    """
    apart = (f for f in before if f.kind in DIFFERENCES or alike(f, new))
    other = any(f.last < new.first and _compared(sentence, f) is not None for f in apart)
    behind = sentence.lexicon.data["changes"]["behind"]
    again = (f for f in sentence.figures if f.first > old.last and said_again(sentence, f, old))
    return other or any(sentence.word(f.last + 1) in behind for f in again)


def _compared(sentence: Sentence, by: Figure) -> Compared | None:
    """The word that says which way, and the token behind "mehr als", "so viele Gäste wie"."""
    data, at = sentence.lexicon.data["changes"], by.last + 1
    if sentence.word(by.first - 1) in data["denials"]:
        return None  # "nicht halb so groß wie"
    if by.kind == "multiple":
        length = sentence.at(sentence.phrases("changes", "times_as"), at)
        if length:
            return (), at + length
        at += sentence.at(sentence.phrases("changes", "as_much"), at)
        ends = (at + skipped for skipped in range(NOUNS + 1))
        end = next((end for end in ends if sentence.word(end) in data["as"]), None)
        return ((), end + 1) if end is not None else None
    turns = {role: sentence.word(at) in data[f"behind_{role}"] for role in ("up", "down")}
    turn = tuple((role, sentence.scene.passage.span(at, at)) for role in turns if turns[role])
    if turn and sentence.word(at + 1) in data["than"]:
        return turn, at + 2
    short = sentence.at(sentence.phrases("changes", "short_of"), at)
    if short:
        return (("down", sentence.scene.passage.span(at, at)),), at + short
    length = sentence.at(sentence.phrases("changes", "than_base"), at)
    if length and by.kind == "percentage":
        return turn, at + length
    return _against(sentence, by)


def _against(sentence: Sentence, by: Figure) -> Compared | None:
    """As in "ein Rückgang von 42 Prozent gegenüber dem Vorwinter mit 250.000"."""
    slot, at = slot_of(sentence, by), by.last + 1
    if slot is None or not slot.loose or by.kind not in DIFFERENCES:
        return None
    role, table = noun_turn(sentence, slot.start, by), sentence.phrases("changes", "versus")
    length = sentence.at(table, at) or sentence.at(sentence.phrases("changes", "earlier"), at)
    word = sentence.scene.passage.span(slot.start, slot.start)
    return (((role, word),), at + length) if role and length else None


def _reached(sentence: Sentence, start: int, old: Figure) -> str:
    """How what a difference is held against is told: "then", of another time, or "other"; or ""."""
    data, slot, gap = sentence.lexicon.data, slot_of(sentence, old), range(start, old.first)
    signs = [at for at in gap if not worded(sentence, at, at + 1)]
    signs = [at for at in signs if sentence.word(at) not in QUOTES]  # "als die „Ever Given“, die"
    if start > old.first or old.quantity.value is None or len(signs) > 1:
        return ""
    if slot is not None and (slot.role == "by" or (slot.role == "from" and not slot.loose)):
        return ""  # "higher than a year ago and 31% higher than in 2015", "from six to 12"
    placed = sentence.word(old.last + 1) in data["parts"]["before_whole"]
    when, past = data["changes"]["when"], sentence.phrases("changes", "past")
    stops = {*data["changes"]["stops"]} - {*when, *data["changes"]["levels_of_next"]}
    if not signs or sentence.word(signs[0] + 1) in when or sentence.word(signs[0]) == "(":
        times = sentence.scene.claims_in(start - 2, old.first)  # "fewer than five years ago"
        timed = any(claim.kind in {"date", "duration"} for claim in times)
        timed = timed or any(sentence.at(past, at) for at in gap)
        joined = any(sentence.word(at) in stops for at in gap)
        elsewhere = placed and not sentence.dated(old.last + 2)  # "13% in a survey by telephone"
        if timed and not (joined or elsewhere) and len(gap) <= TAIL and not _open(sentence, old):
            return "then"
    if not signs:
        joined = any(sentence.word(at) in data["parts"]["joins"] for at in gap)
        return "other" if len(gap) <= NAME and not joined else ""  # "than in May and over 50"
    near = signs[0] - start <= NAME and not _open(sentence, old)
    return "other" if near and _owned(sentence, signs[0], old) else ""


def _open(sentence: Sentence, old: Figure) -> bool:
    """Does a bracket before a level hold more than it?"""
    return sentence.word(old.first - 1) == "(" and sentence.word(old.last + 1) != ")"


def _owned(sentence: Sentence, sign: int, old: Figure) -> bool:
    """As in "than its neighbour (280 metres)", ", who have 15", ", which stands at 280 metres"."""
    data = sentence.lexicon.data
    if sentence.word(sign) == "(":
        return old.first == sign + 1
    if sentence.word(sign) != ",":
        return False
    relative = sentence.word(sign + 1) in data["changes"]["relatives"]
    last = data["changes"]["verbs_end_clauses"]
    verb = sentence.word(old.last + 1 if last else sign + 2) in data["changes"]["has_value"]
    if relative and verb and old.first - sign - 2 <= VERB:
        return sentence.breaks(old.last + 1 + last)  # not ", die Mehrheit liegt bei 361"
    have = sentence.at(sentence.phrases("changes", "who_have"), sign + 1)
    return bool(have) and old.first == sign + 1 + have and not (relative and last)


def _new(
    sentence: Sentence, before: Sequence[Figure], by: Figure, old: Figure, *, then: bool
) -> Figure | None:
    """The level that is compared: the last one before the difference, or the only one."""
    levels = [f for f in before if _level(sentence, f) and _like(sentence, f, old, then=then)]
    if not levels or not (by.kind in DIFFERENCES or alike(by, levels[-1]) or by.kind == "number"):
        return None
    part = before[-2] if len(before) > 1 else None
    of = sentence.before(sentence.phrases("parts", "of"), before[-1].first)
    if part is not None and part in levels and of and part.last + 1 == before[-1].first - of:
        new = part  # "72 of the 92 seats, twice as many as"
    elif levels[-1] is before[-1] and _beside(sentence, before[-1], by):
        new = before[-1]
    else:
        only = levels[0] if then and len(levels) == 1 else None
        return only if only is not None and plausible(sentence, by, old, only) else None
    return new


def _like(sentence: Sentence, new: Figure, old: Figure, *, then: bool) -> bool:
    """Of one unit; what was counted then may have another noun: ", als 26.392 Fälle", no place."""
    when, start = sentence.lexicon.data["changes"]["when"], old.first - 1
    while sentence.word(start).isalpha() and sentence.word(start) not in when:
        start -= 1
    nouns = [(figure.quantity.noun or "").lower() for figure in (new, old)]
    named = then and any(one.endswith(other) for one, other in (nouns, nouns[::-1]) if other)
    both = new.kind == old.kind == "count" and (named or sentence.word(start) in when)
    bare = new.kind == "number" and old.kind == "count" and not then  # "on 19, with ten matches"
    return both or (alike(new, old) and not bare)


def _level(sentence: Sentence, figure: Figure) -> bool:
    slot = slot_of(sentence, figure)
    marked = slot is not None and (slot.role == "by" or (slot.role == "from" and not slot.loose))
    bracketed = sentence.word(figure.first - 1) == "("
    known = figure.quantity.value is not None and (amount(figure) or figure.kind == "percentage")
    return known and not (marked or bracketed or told_more(sentence, figure))


def _beside(sentence: Sentence, new: Figure, by: Figure) -> bool:
    """No verb of another, and one sign at most between a level and what it is compared by."""
    joined = sentence.before(sentence.phrases("concluding", "joins"), by.first)
    data, gap = sentence.lexicon.data["changes"], range(end_of(sentence, new), by.first - joined)
    stopped = (sentence.word(at) in data["stops"] for at in gap)
    thus = (sentence.word(at + 1) in data["thus"] for at in gap)
    signs = [at for at in gap if not (sentence.word(at).isalpha() or sentence.dated(at))]
    opened = all(sentence.tokens.words[at] in OPENERS for at in signs)
    free = not any(stop and not so for stop, so in zip(stopped, thus, strict=True))
    return free and len(gap) <= REACH and len(signs) <= 1 and opened


def _apposed(sentence: Sentence, before: Sequence[Figure], by: Figure, old: Figure) -> bool:
    """Is a multiple or a share said of the only level, right behind a sign?"""
    alone = len([f for f in before if alike(f, old)]) == 1 and by.kind in {"multiple", "percentage"}
    signs = [at for at in range(before[-1].last + 1, by.first) if sentence.breaks(at)]
    return alone and len(signs) == 1 and _beside(sentence, before[-1], by)


def _again(sentence: Sentence, figure: Figure, by: Figure) -> bool:
    """As in "66 Prozent oder 1.252 Fälle mehr": one difference told in two ways."""
    join = sentence.word(figure.last + 1) in sentence.lexicon.data["changes"]["either_way"]
    near = join and by.first == figure.last + 2 and figure.kind in DIFFERENCES
    return near or said_again(sentence, by, figure)
