"""What is left of a whole: "There were 420 tickets. With 310 sold and 60 given away 50 remain".

A figure that words such as "the remaining", "leaving", "are left" make the rest, and before it or
behind it a whole of its unit with one part or more, in one sentence or in up to three: the largest
is the whole, all the others are parts. Nothing but the lack of other figures binds them, so the
relation is `alone`, but where the words leave no other reading: "the remaining 25", "den Rest von".
What they leave may have another noun, and a time of its own. The whole stands before its parts, and
in their sentence "of" or a mark tells it from them. A part of a part, an old level, a change, or
what came in besides is another sum; "a few", or a share that is no part printed again, one more.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.record import record
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.figure_kinds import NUMBERS, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
)
from factcheck.relations.sums.kinds import NEAR, SUMS, TIMES, added, but_for_zeros, countable
from factcheck.relations.sums.listing import is_no_item
from factcheck.relations.windows import says, statements, triples

COUNTED = NUMBERS | TIMES
MOST = 5
REACH = 4
BEHIND = 2
BESIDE = 4
ENDS = frozenset(".!?;:")
Parted = tuple[Figure, Sequence[Figure]]


@record
class Mark:
    """The first and the last token that make a figure the rest, and whether nothing else can be."""

    first: int
    last: int
    plain: bool


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The rests of a passage; `bound` are the ids of the claims that are worked out already."""
    keys = ("others", "left_before", "left_behind", "rest_of", "other_ones", "those_left")
    known = cues(scene.passage.lexicon, "sums", *keys)
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in (*statements(scene), *triples(scene)):
        for rest in window.figures:
            if rest.first < split or id(rest.claim) in done or id(rest.claim) in bound:
                continue
            mark = mark_of(window, rest) if rest.kind in SUMS and amount(rest) else None
            found = next(_wholes(window, rest, mark), None) if mark is not None else None
            if mark is not None and found is not None:
                done.add(id(rest.claim))
                yield _relation(window, rest, *found, mark)


def _sized(window: Sentence, rest: Figure, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Not "the town of 84,000 is left with 12 doctors": of the size that the others leave.

    A single one more has an article: "Twelve were on the bus. Five were treated and a woman flown
    to Leeds. The other six".
    """
    left, told = whole.value - added(parts), rest.value
    ones = window.lexicon.words("parts", "one")
    single = any(window.word(at) in ones for at in range(whole.last + 1, window.end))
    if left - told == 1 and single and rest.kind in NUMBERS:
        return False
    if all(alike(figure, whole) for figure in (rest, *parts)):
        whole_of_it = but_for_zeros(added(parts) + told, whole.value)
        return of_one_size(left, told) or whole_of_it
    persons, head = window.lexicon.words("sums", "persons"), rest.quantity.head
    noun = head and head not in window.lexicon.words("sums", "other_ones")
    if noun and (head in persons) != (whole.quantity.head in persons):
        return False  # "Of 40 rooms 16 were flooded. The other 20 guests"
    return left > 0 and max(left, told) <= NEAR * min(left, told)


def _relation(
    window: Sentence, rest: Figure, whole: Figure, parts: Sequence[Figure], mark: Mark
) -> Relation:
    """Told by its words alone where its clause says nothing else, else `alone`."""
    members: Roles = {"rest": rest, "total": whole, "item": parts}
    one = all(alike(figure, whole) for figure in (rest, *parts))
    certain = _certain(window, rest, whole, mark)
    if certain and one and _in_one_list(window, rest, whole, parts):
        return window.relation("sum", members, sure=True)
    drawn = certain or _taken_off(window) or (one and _nothing_else(window, rest, mark))
    span = window.scene.passage.span(mark.first, mark.last)
    return window.relation("sum", {**members, "drawn" if drawn else "alone": span}, sure=False)


def _in_one_list(window: Sentence, rest: Figure, whole: Figure, parts: Sequence[Figure]) -> bool:
    """As in "300 of them in Leeds and the remaining 900", "300 of the 1,200; the other 900"."""
    first = min(whole.first, parts[0].first)
    ended = any(window.word(at) in ".!?:" for at in range(first, rest.first))
    return not ended and rest.first > max(whole.first, *(part.first for part in parts))


def _certain(window: Sentence, rest: Figure, whole: Figure, mark: Mark) -> bool:
    """As in "the other 25 trees", "the remaining £8m", but not "the other £8m loan"."""
    remaining = window.lexicon.words("sums", "remaining")
    said = any(window.word(at) in remaining for at in range(mark.first, mark.last + 1))
    of_whole = _of_the_whole(window, rest, whole)
    return mark.plain and of_whole and (said or rest.kind in NUMBERS)


def _of_the_whole(window: Sentence, rest: Figure, whole: Figure) -> bool:
    """Not "6,042 cows ... The other 5,203 cars", though both may be of people."""
    own, head = rest.quantity.head, whole.quantity.head
    ones = window.lexicon.words("sums", "other_ones")
    kinds = (head, *window.lexicon.words("sums", "wholes"))
    if {rest.kind, whole.kind} != {"count"} or own.endswith(kinds) or own in ones:
        return True  # "Busse ... Dieselbusse", "Dieselfahrzeuge"
    return alike(rest, whole) or {own, head} <= {*window.lexicon.words("sums", "persons")}


def _nothing_else(window: Sentence, rest: Figure, mark: Mark) -> bool:
    """As in ", leaving 174.", not "In Wales that leaves 12", "leaving 12 in Wales"."""
    speech = window.lexicon.data["speech"]
    small = {*window.lexicon.stop_words, *speech["modals"], *speech["subordinators"]}
    small |= {*window.lexicon.data["changes"]["thus"]}
    start, end = min(mark.first, rest.first), max(mark.last, rest.last) + 1
    begin, figures = start, {figure.last for figure in window.figures}
    while (
        begin > window.first and begin - 1 not in figures and window.word(begin - 1) not in BREAKS
    ):
        begin -= 1
    behind_part = begin - 1 in figures  # "60 given away 70 remain"
    light = behind_part or all(window.word(at) in small for at in range(begin, start))
    return light and not _named(window, end, small)


def _named(window: Sentence, at: int, small: Container[str]) -> bool:
    """A noun behind the rest, "the other £9m loan", or a place of it: "leaving 12 in Wales"."""
    data, words = window.lexicon.data, window.tokens.words
    following = words[at + 1] if at + 1 < window.end else ""
    placed = window.word(at) in data["parts"]["before_whole"] and following[:1].isupper()
    if placed or window.breaks(at) or window.word(at) in small:
        return placed
    return not data["grammar"]["capitalised_nouns"] or words[at][0].isupper()


def mark_of(window: Sentence, rest: Figure) -> Mark | None:
    """The words that make a figure the rest: "leaving the city £25m", "£25m is still to find"."""
    for key in ("others", "rest_of"):
        length = window.before(window.phrases("sums", key), rest.first)
        if length:
            return Mark(rest.first - length, rest.first - 1, plain=True)
    if _other_ones(window, rest):
        return Mark(rest.first - 1, rest.last + 1, plain=True)
    those = _those(window, rest)
    if those:
        return Mark(rest.first - 1, rest.last + those, plain=True)
    before = window.phrases("sums", "left_before")
    for end in range(rest.first, max(window.first, rest.first - REACH), -1):
        length = window.before(before, end)
        if length and window.plain(end, rest.first):
            return Mark(end - length, end - 1, plain=False)
    behind = window.phrases("sums", "left_behind")
    for at in range(rest.last + 1, rest.last + 1 + BEHIND):
        length = window.at(behind, at)
        if length:
            end = at + length  # not "remain without water"
            purpose = window.word(end) in window.lexicon.data["sums"]["left_for"]
            left = purpose or window.breaks(end)
            return Mark(at, end - 1, plain=False) if left else None
        if not window.word(at).isalpha():
            break
    return None


def _those(window: Sentence, rest: Figure) -> int:
    """The tokens of "that are missing" in "The 23 that are missing include"."""
    data, at = window.lexicon.data, rest.last + 1
    at += window.word(at) == ","
    if window.word(rest.first - 1) not in data["changes"]["definite"]:
        return 0
    if window.word(at) not in data["changes"]["relatives"]:
        return 0
    length = window.at(window.phrases("sums", "those_left"), at + 1)
    placed = window.word(at + 1 + length) in data["parts"]["before_whole"]
    return at + length - rest.last if length and not placed else 0


def _other_ones(window: Sentence, rest: Figure) -> bool:
    """As in "the three others", "die drei anderen"."""
    ones = window.lexicon.words("sums", "other_ones")
    the = window.word(rest.first - 1) in window.lexicon.data["changes"]["definite"]
    return the and (rest.quantity.head in ones or window.word(rest.last + 1) in ones)


def _wholes(
    window: Sentence, rest: Figure, mark: Mark
) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """The whole and its parts; also without what stands behind a rest that opens its sentence."""
    others = [f for f in window.figures if f is not rest and countable(window, f)]
    opens = mark.first == window.scene.passage.bounds(rest.first)[0]  # "That leaves 174, and 290"
    for figures in (others, [f for f in others if opens and f.first < rest.first]):
        found = _whole(window, rest, mark, figures)
        if found is not None and _sized(window, rest, *found):
            yield found


def _whole(window: Sentence, rest: Figure, mark: Mark, others: Sequence[Figure]) -> Parted | None:
    """The largest figure of what the rest counts, and the others."""
    figures = [f for f in others if f.quantity.value is not None and alike(f, rest)]
    counted = all(f.kind in COUNTED for f in (*others, rest))
    figures = [*others] if counted and len(figures) < len(others) else figures
    unread = any(f.kind == "number" for f in others if f not in figures)
    timed = rest.claim.period is not None and not mark.plain
    if not 1 < len(figures) <= MOST or timed or unread:
        return None
    whole = max(figures, key=lambda figure: figure.value)
    parts = [figure for figure in figures if figure is not whole]
    if unnumbered(window, parts, rest):
        return None
    of = window.before(window.phrases("parts", "of"), whole.first)
    one = counted or all(alike(part, whole) for part in parts)
    if not one or (whole.kind == "number" and not of):
        return None
    if whole.value <= max(added(parts), rest.value):
        return None
    told = [*parts, *([] if mark.plain else [rest])]
    if any(no_part(window, f, more=f in parts[1:]) for f in told):
        return None
    return (whole, parts) if _told_apart(window, whole, parts) else None


def unnumbered(window: Sentence, figures: Sequence[Figure], rest: Figure) -> bool:
    """A share with no part beside it, or "a few": "Half went to Leeds, £18m to York"."""
    shares = (f for f in window.figures if f.kind in SHARES and f.first < rest.first)
    bare = any(
        not any(_told_again(window, share, figure) for figure in figures) for share in shares
    )
    few, first = window.lexicon.words("sums", "few"), min(figure.first for figure in figures)
    return bare or any(window.word(at) in few for at in range(first, rest.first))


def _told_again(window: Sentence, share: Figure, part: Figure) -> bool:
    """As in "60 Prozent davon, 5,64 Millionen,", "£18m (40%)": a sign, and small words at most."""
    first, second = sorted((share, part), key=lambda figure: figure.first)
    words = [window.word(at) for at in range(first.last + 1, second.first)]
    small = {*window.lexicon.stop_words, *cues(window.lexicon, "sums", "part_of"), *BREAKS}
    return len(words) <= BESIDE and all(word in small for word in words)


def _told_apart(window: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """As in "Of the 212 shops 38", "51 of the 94", or by the end of a sentence or clause."""
    first_ones = window.word(whole.first - 1) in window.lexicon.words("sums", "first_ones")
    of = window.before(window.phrases("parts", "of"), whole.first - first_ones)
    if of or opened(window, whole) or _taken_off(window):
        return True  # "of the original 1,500 houses"
    between = range(whole.last + 1, parts[0].first)
    of_it = window.at(window.phrases("sums", "part_of"), parts[0].last + 1)
    of_it = of_it or _of_it(window, parts[0])
    return bool(between) and (bool(of_it) or any(window.word(at) in ENDS for at in between))


def _taken_off(window: Sentence) -> bool:
    """As in "Subtract the 120,000 who recovered from the 157,000 reported cases"."""
    return says(window, "sums", "taken_off")


def opened(window: Sentence, whole: Figure) -> bool:
    """As in "Von den vom Bund bewilligten 12,5 Millionen"."""
    first = max(window.first, window.scene.passage.bounds(whole.first)[0])
    length = window.at(window.phrases("parts", "opening"), first)
    near = 0 <= whole.first - first - length <= REACH
    return bool(length) and near and window.plain(first, whole.first)


def _of_it(window: Sentence, part: Figure) -> int:
    """As in "von denen 22", "60 Prozent davon, 5,64 Millionen,", "Davon entfallen 6,1"."""
    among = window.phrases("parts", "among")
    return window.before(among, part.first) or window.before(among, part.first - 1)


def no_part(window: Sentence, figure: Figure, *, more: bool = False) -> bool:
    """A change, a comparison, a part of a part, or something besides; `more` may be taken off."""
    slot = slot_of(window, figure)
    if slot is not None and slot.role in {"from", "to"}:
        return True
    before = range(max(window.first, figure.first - BEHIND), figure.first)
    no_item = is_no_item(window, figure) and not _of_it(window, figure)
    return no_item or (not more and says(window, "parts", "besides", before))
