"""Wholes and all their parts: "employs 480 people at two sites, 310 in Leeds and 170 in Hull".

A whole, and behind it, in one sentence or in up to three, no figures of its kind but two parts or
more that come near to it. They are told as its parts by words that let no other be: as many groups
as there are parts, each in a place of its own, or sides of which everybody is on one (women and
men, badly and slightly hurt). Where they are more than the whole, places or the seats of parties
are enough. By "davon", "of them", a colon or "Of the 58" they are its parts, of which some may be
left out: `alone`. Without such words they confirm each other only.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.model import Relation
from factcheck.record import record
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Roles, Sentence, alike
from factcheck.relations.shares.voters import NEITHER, counts_members, side_of
from factcheck.relations.sums.apart import (
    after_colon,
    closed,
    more_told,
    on_sides,
    placed,
    told_as_parts,
)
from factcheck.relations.sums.kinds import (
    SUMS,
    TIMES,
    added,
    at_one_time,
    come_near,
    countable,
    either,
    multiplied,
)
from factcheck.relations.sums.left_over import mark_of, no_part, unnumbered
from factcheck.relations.sums.listing import listed
from factcheck.relations.windows import says, statements, triples

FEWEST = 3
PAIR = 2
MOST = 7
FEW = 20
MANY = 100
ENDS = frozenset(".!?;")
WHOLES = frozenset({"count", "money", "measure"})


@record
class ToldOut:
    """A whole with its parts, whether the number of its groups is theirs, and if one is "of" it."""

    whole: Figure
    parts: Sequence[Figure]
    grouped: bool = False
    of: bool = False

    @property
    def made(self) -> Fraction:
        """What the parts make."""
        return added(self.parts)

    @property
    def fits(self) -> bool:
        """Are the parts all of it?"""
        return self.made == self.whole.value

    @property
    def over(self) -> bool:
        """Are they more than it?"""
        return self.made > self.whole.value

    @property
    def possible(self) -> bool:
        """Are the parts of the size of the whole, but for zeros, and is none as large?"""
        told, each = self.whole.value, [part.value for part in self.parts]
        if not PAIR <= len(each) <= MOST or not 0 < min(each) <= max(each) < told:
            return False
        return of_one_size(self.made, told)

    @property
    def near(self) -> bool:
        """Do the parts come near the whole, but for zeros?"""
        return come_near(self.made, self.whole.value)


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The wholes of a passage; `bound` are the ids of the claims that are worked out already."""
    if sum(claim.kind in SUMS | TIMES for claim in scene.claims) < FEWEST:
        return
    read = [(window, each) for window in _windows(scene) for each in _read(window)]
    read.sort(key=lambda found: not found[1].fits)  # a later sentence may tell the last part
    done: set[int] = set()
    for window, each in read:
        if id(each.whole.claim) in bound or id(each.whole.claim) in done:
            continue
        relation = _relation(window, each)
        if relation is not None:
            done.add(id(each.whole.claim))
            yield relation


def _windows(scene: Scene) -> Iterator[Sentence]:
    for window, _ in (*statements(scene, FEWEST), *triples(scene)):
        yield window


def _read(window: Sentence) -> Iterator[ToldOut]:
    """The first or the second figure of a window with all the others, where these come near it."""
    figures = [f for f in window.figures if f.kind != "duration" and countable(window, f)]
    if FEWEST <= len(figures) <= MOST + PAIR:
        for found in (_whole_first(figures), _whole_of(window, figures)):
            if found is not None and found.possible:
                yield found


def _whole_first(figures: Sequence[Figure]) -> ToldOut | None:
    """The whole, its parts, and the number of their groups: "at two sites"."""
    whole, parts = figures[0], figures[1:]
    if _groups(parts[0], whole, parts):
        return ToldOut(whole, parts[1:], grouped=True)
    if _groups(whole, parts[0], parts):
        whole, parts = parts[0], parts[1:]
        return ToldOut(whole, parts, grouped=True)
    return ToldOut(whole, parts) if whole.kind in WHOLES else None


def _whole_of(window: Sentence, figures: Sequence[Figure]) -> ToldOut | None:
    """The whole of which one part is told: "14 der 36 Sitze, die SPD neun", "five of the 24"."""
    whole = max(figures, key=lambda figure: figure.value)
    at, of = figures.index(whole), window.before(window.phrases("parts", "of"), whole.first)
    if not at or not of or whole.kind != "count" or len(figures) < FEWEST:
        return None
    if whole.first - of != figures[at - 1].last + 1:
        return None
    return ToldOut(whole, [figure for figure in figures if figure is not whole], of=True)


def _groups(figure: Figure, whole: Figure, parts: Sequence[Figure]) -> bool:
    """As many as there are parts beside it, of something else: "two sites"."""
    counted = figure.kind == "count" and not alike(figure, whole)
    rest = len(parts) - 1
    return counted and rest >= PAIR and figure.quantity.value == rest


def _relation(window: Sentence, told: ToldOut) -> Relation | None:
    whole, parts = told.whole, told.parts
    named = _other_nouns(window, whole, parts)
    if named is None or _objection(window, told):
        return None
    if not told.near and _dated(window, told):
        return None
    cue = told_as_parts(window, whole, parts)
    ended = closed(window, parts) or (told.over and window.word(parts[-1].last + 1) == ",")
    ended = ended and (told.over or not _single(window, told))
    beside = parts[0].first < window.scene.passage.bounds(whole.first)[1]
    certain = (
        not named
        and told.near
        and ended
        and on_sides(window, told.whole, parts, loose=told.over and (cue or beside))
    )
    if told.over and told.near:
        seats = told.of and whole.quantity.head in window.lexicon.words("sums", "seats")
        certain = certain or (seats and len(parts) > PAIR and _at_once(window))
        certain = certain or ((cue or told.grouped) and placed(window, parts))
        certain = certain or (
            _enumerated(window, told) and listed(window, parts, whole) == [*parts]
        )
    elif told.grouped and told.near:
        certain = certain or (placed(window, parts) and not more_told(window))
    members: Roles = {"total": whole, "item": parts}
    if certain or cue:
        role = "drawn" if certain else "alone"
        return window.relation("sum", {**members, role: whole.claim.span}, sure=False)
    small = whole.kind == "count" and whole.value < (MANY if named else FEW)
    several = len(parts) > PAIR and not named
    one = not any(window.word(at) in ENDS for at in range(whole.last, parts[-1].first))
    left = any(part.kind not in {whole.kind, "money"} for part in parts)  # their noun to the whole
    plain = told.fits and (several or not small) and (one or left)
    return window.relation("sum", members, sure=False) if plain else None


def _dated(window: Sentence, told: ToldOut) -> bool:
    """As in "148 in May, 196 in June and 268 in July": the same things at other times."""
    first = min(told.whole.first, told.parts[0].first)
    return any(c.kind == "date" for c in window.scene.claims_in(first, window.end))


def _single(window: Sentence, told: ToldOut) -> bool:
    """As in "14 people, eight men and five women, and a child": a single one has an article."""
    ones, whole = window.lexicon.words("parts", "one"), told.whole
    behind = range(whole.last + 1, window.end)
    return whole.value - told.made == 1 and any(window.word(at) in ones for at in behind)


def _at_once(window: Sentence) -> bool:
    """Not "14 of the 36 seats, five years ago 16"."""
    timed = (f for f in window.figures if f.claim.period is not None or f.kind == "duration")
    return not any(timed)


def _other_nouns(window: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool | None:
    """Are some parts counted under nouns of their own? None where they are of another kind."""
    persons = window.lexicon.words("sums", "persons")
    named = False
    for part in parts:
        if whole.kind != "count":
            if not alike(part, whole):
                return None
        elif part.kind == "count" and not alike(part, whole):
            both = {part.quantity.head, whole.quantity.head} <= persons
            named = named or not both
        elif part.kind not in NUMBERS | TIMES:
            return None
    return named


def _objection(window: Sentence, told: ToldOut) -> bool:
    """A change, another time, one of them only, what came besides, or a part with no number."""
    whole, parts = told.whole, told.parts
    last = max(parts, key=lambda part: part.first)
    taken = [part for part in parts if not _reached(window, part)]
    if any(no_part(window, part) for part in taken) or unnumbered(window, parts, last):
        return True
    between = range(min(whole.first, parts[0].first), last.last + 1)
    left_out = window.lexicon.phrases("lists", "incomplete")
    allied = {*window.lexicon.words("sums", "allied"), *window.lexicon.words("sums", "jointly")}
    if told.of and not window.words.isdisjoint(allied):
        return True  # "together hold 28 of the 54 seats"
    sides = {side_of(window, p) for p in parts} if counts_members(window, whole) else {None}
    if sides != {None} and NEITHER not in sides:
        return True  # others may have abstained
    open_list = any(window.at(left_out, at) for at in between)
    open_list = open_list or says(window, "sums", "announced", range(parts[0].last, last.first))
    open_list = open_list or says(window, "changes", "past", range(parts[0].last, last.last))
    if open_list or multiplied(window, last) or either(window, [parts[0], last]):
        return True
    table = window.phrases("sums", "part_of")
    if window.at(table, last.last + 1) and not window.at(table, parts[0].last + 1):
        return True  # "22 people, 14 men and nine women of whom had come from Leeds"
    if any(mark_of(window, part) for part in parts):
        return True  # left_over.py reads it
    timed = whole.claim.period is None and any(part.claim.period is not None for part in parts)
    return timed or not at_one_time(whole, parts)


def _reached(window: Sentence, part: Figure) -> bool:
    """As in "die SPD kommt auf neun", of seats."""
    data = window.lexicon.data["sums"]
    return window.word(part.first - 1) in data["reached"] and not window.words.isdisjoint(
        data["reach"]
    )


def _enumerated(window: Sentence, told: ToldOut) -> bool:
    """As in "25 medals: six of gold, nine of silver and 11 of bronze": one word behind all."""
    bare = all(part.kind == "number" or part.claim.kind == "money" for part in told.parts)
    words = {window.word(part.last + 1) for part in told.parts}
    return bare and len(words) == 1 and after_colon(window, told.whole, told.parts[0])
