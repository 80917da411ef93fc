"""Parts: told as those of a whole, and apart by places, ranks, or sides of which none takes two."""

from collections.abc import Sequence

from factcheck.relations.sentence import OPENING, Figure, Sentence
from factcheck.relations.sums.kinds import calls_all
from factcheck.relations.sums.left_over import opened
from factcheck.relations.sums.listing import listed, made_of

TO_PLACE = 3
TO_END = 6
ORDINALS = frozenset({"ordinal"})


def closed(window: Sentence, parts: Sequence[Figure]) -> bool:
    """Does the sentence end soon behind the last part, with no time or place of it?"""
    lexicon = window.lexicon
    placed = {*lexicon.words("sums", "places"), *lexicon.words("parts", "before_whole")}
    return ends_soon(window, parts) and window.word(parts[-1].last + 1) not in placed


def ends_soon(window: Sentence, parts: Sequence[Figure]) -> bool:
    """Does the sentence end soon behind the last part, and tell the next of no others?"""
    last = parts[-1].last
    return window.scene.passage.bounds(last)[1] - last <= TO_END and not more_told(window)


def more_told(window: Sentence) -> bool:
    """Does the next sentence tell of others? "Weitere 20 stehen in der Tagesklinik"."""
    tokens, more = window.tokens, window.lexicon.words("sums", "more")
    if window.end >= len(tokens):
        return False
    ahead = range(window.end, window.scene.passage.bounds(window.end)[1])
    return any(tokens.lowers[at] in more for at in ahead)


def placed(window: Sentence, parts: Sequence[Figure]) -> bool:
    """Is each part in a place, of a purpose or of a rank of its own?

    "310 in Leeds and 170 at Hull", "6,1 Millionen auf den Bau, 1,3 auf die Technik", "im ersten".
    Of persons the places have names, or the same preposition and an article; of money purposes do.
    """
    found = [_place(window, part) for part in parts]
    known = [place for place in found if place is not None]
    if len(known) != len(parts) or len({noun for *_, noun in known}) != len(parts):
        return False
    names = all(name for _, _, name, _ in known) and not all(article for _, article, *_ in known)
    like = len({(word, article) for word, article, *_ in known}) == 1
    money = all(part.claim.kind == "money" for part in parts)
    return names or (like and (money or all(name for _, _, name, _ in known)))


def _place(window: Sentence, part: Figure) -> tuple[str, bool, bool, str] | None:
    """The preposition behind a part, if an article and a name follow, and the noun."""
    data, lexicon, words = window.lexicon.data, window.lexicon, window.tokens.words
    whole_form = dict(data["parts"]["contracted"])  # "im" is "in dem"
    known = {*lexicon.words("sums", "places"), *data["parts"]["shared_out"]}
    start = part.last + 1 + window.at(window.phrases("sums", "part_of"), part.last + 1)
    ahead = range(start, min(window.end - 1, start + TO_PLACE))
    at = next((at for at in ahead if window.word(at) in known), None)
    if at is None or not window.plain(start, at):
        return None
    short = window.word(at) in whole_form
    article = short or window.word(at + 1) in data["grammar"]["determiners"]
    noun = at + 1 + (article and not short)
    if noun >= window.end or any(c.kind == "date" for c in window.scene.claims_in(at, at + 3)):
        return None
    ranks = [f for f in window.figures if f.kind in ORDINALS and f.first == noun]
    name = words[noun][:1].isupper() or bool(ranks)
    preposition = whole_form.get(window.word(at), window.word(at))
    return preposition, bool(article) and not short, name, window.word(noun)


def on_sides(window: Sentence, whole: Figure, parts: Sequence[Figure], *, loose: bool) -> bool:
    """Is each part of another side, of which everybody is on one; or, `loose`, not on two?"""
    data, head = window.lexicon.data, whole.quantity.head
    either_side = data["sums"]["either_side"]
    if any(head in side for sides in either_side for side in sides):
        return False  # "14 dead and injured, of whom", "96 children, 62 women and 44 men"
    ends = [*(part.first for part in parts[1:]), window.end]
    words = [
        {part.quantity.head, *(window.word(at) for at in range(part.last + 1, end))}
        for part, end in zip(parts, ends, strict=True)
    ]
    more = data["parts"]["sides"] if loose else ()
    for sides in (*either_side, *more):
        found = [[n for n, side in enumerate(sides) if each & {*side}] for each in words]
        if all(len(each) == 1 for each in found):
            apart = {n for (n,) in found}
            if len(apart) == len(parts) and (loose or len(apart) == len(sides)):
                return True
    return False


def told_as_parts(window: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """As in "davon", "of them", a colon, or "Of the 58"."""
    first = parts[0]
    beside = first.first < window.scene.passage.bounds(whole.first)[1]
    if beside and opened(window, whole):
        return True
    if whole.first > first.first:
        return False
    between = range(whole.last + 1, first.first)
    told = window.before(window.phrases("sums", "part_of"), first.first)
    told = told or window.at(window.phrases("sums", "part_of"), first.last + 1)
    start = window.scene.passage.bounds(first.first)[0]
    next_one = start in between and window.at(window.phrases("parts", "opening_next"), start)
    apposed = window.word(first.first - 1) == "," and _of_its_kind(window, whole, parts)
    if apposed and ends_soon(window, parts) and listed(window, parts, whole) == [*parts]:
        return True
    return bool(told or next_one) or made_of(window, first) or after_colon(window, whole, first)


def _of_its_kind(window: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Not "50 cars, 30 vans and 20 bicycles", nor "in the north 84, 41 in the south"."""
    places = {*window.lexicon.words("sums", "places"), *window.lexicon.data["parts"]["shared_out"]}
    behind = {window.word(part.last + 1) for part in parts} & places
    first = max(window.first, window.scene.passage.bounds(whole.first)[0])
    led = (at for at in range(first, whole.last + 2) if window.word(at) in behind)
    bare = all(part.kind != "count" for part in parts)
    sides = bare or on_sides(window, whole, parts, loose=True)
    return next(led, None) is None and (sides or calls_all(window, parts, whole))


def after_colon(window: Sentence, whole: Figure, first: Figure) -> bool:
    """As in "25 medals: six of gold", "25 medals - six of gold", not "(Saturday: 310)"."""
    signs = [window.word(at) for at in range(whole.last + 1, first.first)]
    dashed = signs[-1:] == ["-"] and not window.tokens.glued(first.first)
    return next((s for s in signs if s == ":" or s in OPENING), "") == ":" or dashed
