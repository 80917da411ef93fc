"""Wholes broken down into parts that cannot overlap: "420 Mitglieder, davon 180 Frauen und 240
Männer", "£48m. Of that, £20m will go to Leeds and £17m to York".

The whole, a word such as "davon" or a colon, and a list of parts of its unit, which may open the
next sentence. The parts exclude each other where each is counted under another side (women, men),
or where an amount is shared out with one preposition: in Kiel, in Bremen. As relations `part`.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import DASHES, Figure, Roles, Sentence, amount, cues, neighbours
from factcheck.relations.shares.rows import Row, row_at
from factcheck.relations.sums.listing import ITEM_WORDS, OPENERS, listed
from factcheck.relations.windows import worded

FEWEST = 2
ASIDE = DASHES | {"("}
PEOPLES = frozenset({"plural", "demonym", "feminine"})
WORDS_TO_PLACE = 3
WORDS_TO_ITEM = 6


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The breakdown of a sentence: the list behind the first whole that has one."""
    figures = [figure for figure in sentence.figures if amount(figure)]
    for index, whole in enumerate(figures[:-FEWEST]):
        behind = figures[index + 1 :]
        table = sentence.phrases("sums", "of_which")
        shared = sentence.before(table, behind[0].first)
        cue = shared or sentence.before(sentence.phrases("parts", "among"), behind[0].first)
        opener = behind[0].first - cue - 1
        mark = sentence.tokens.words[opener]
        row = _row(sentence, whole, behind) if _anybody(sentence, whole) else None
        if row is not None:
            yield _everybody(sentence, whole, row)
            return
        if opener == whole.last + 1 and mark == "," and not cue and _anybody(sentence, whole):
            return
        near = 0 <= opener - whole.last <= ITEM_WORDS and worded(sentence, whole.last + 1, opener)
        if near and (mark == ":" or mark in ASIDE or (cue and mark in OPENERS)):
            items = _items(sentence, behind, whole)
            if mark in ASIDE and not cue and not _closed(sentence, items, mark):
                return
            yield from _relation(sentence, whole, items, shared=bool(shared))
            return


def _anybody(sentence: Sentence, whole: Figure) -> bool:
    """As in "96 Menschen, 62 Frauen und 34 Männer", "a crew of nine": who else could it be?"""
    if whole.kind == "number":
        return bool(sentence.before(sentence.phrases("parts", "of"), whole.first))
    data, words = sentence.lexicon.data, (whole.quantity.noun or "").replace("-", " ").split()
    if any(word[0].isupper() for word in words[:-1]):
        return False  # "165 Labour members, 93 Liberals and 78 independents"
    return whole.quantity.head in {*data["repeats"]["anybody"], *data["votes"]["members"]}


def _row(sentence: Sentence, whole: Figure, behind: Sequence[Figure]) -> Row | None:
    """The row of people that a colon, a dash, a bracket or a comma opens, and that ends with it."""
    ahead = range(whole.last + 1, min(sentence.end, whole.last + 1 + ITEM_WORDS))
    opener = next((at for at in ahead if sentence.breaks(at)), sentence.end)
    mark = sentence.word(opener)
    if mark != ":" and opener != whole.last + 1:
        return None
    row = row_at(sentence, opener + 1, behind)
    if row is None or not sentence.breaks(row.end):
        return None
    set_off = mark in ASIDE and sentence.word(row.end) not in {",", ")", mark}
    return None if set_off else row


def _everybody(sentence: Sentence, whole: Figure, row: Row) -> Relation:
    """A warning where only the row tells that nobody is in two of its parts."""
    passage = sentence.scene.passage
    first, ones = row.figures[0].claim.span, [passage.span(*each) for each in row.singles]
    sides = _sides(sentence, row.figures) if not row.singles else None
    members: Roles = {"part": row.figures, "one": ones, "exclusive": sides or first}
    members = {**members, "apart": first if sides is None else None, "whole": whole}
    return sentence.relation("part", members, sure=True)


def _closed(sentence: Sentence, items: Sequence[Figure], mark: str) -> bool:
    """As in "the jury of 12 - seven women and five men - retired": nothing else is set off."""
    return bool(items) and sentence.word(items[-1].last + 1) == (")" if mark == "(" else mark)


def find(scene: Scene) -> Iterator[Relation]:
    """The breakdowns whose parts stand in a sentence of their own: "Davon gehen 20 Millionen"."""
    known = cues(scene.passage.lexicon, "parts", "opening_next")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        figures = [figure for figure in both.figures if amount(figure)]
        behind = [figure for figure in figures if figure.first >= split]
        before = figures[: len(figures) - len(behind)]
        if len(before) != 1 or len(behind) < FEWEST:
            continue
        table = both.phrases("parts", "opening_next")
        opened = both.at(table, split)
        near = behind[0].first - split - opened <= WORDS_TO_ITEM
        if (opened and near) or both.at(table, behind[0].last + 1):
            yield from _relation(both, before[0], _items(both, behind, before[0]), shared=True)


def _items(sentence: Sentence, behind: Sequence[Figure], whole: Figure) -> Sequence[Figure]:
    """The list that begins with the first of these figures; none where others of its kind follow
    that may or may not belong to it."""
    for count in range(len(behind), FEWEST - 1, -1):
        items = listed(sentence, behind[:count], whole)
        if items and items[0] is behind[0]:
            return items
    return ()


def _relation(
    sentence: Sentence, whole: Figure, items: Sequence[Figure], *, shared: bool
) -> Iterator[Relation]:
    rest = sentence.phrases("sums", "others")
    if any(sentence.before(rest, item.first) for item in items):
        return  # remainders.py adds "die übrigen 700"
    exclusive = _sides(sentence, items) or (_places(sentence, items) if shared else None)
    if exclusive is not None and whole.quantity.hedge != "range":
        members: Roles = {"part": items, "exclusive": exclusive, "whole": whole}
        yield sentence.relation("part", members, sure=True)


def _sides(sentence: Sentence, items: Sequence[Figure]) -> Span | None:
    """The noun of the first part where each part is of another side: women, men."""
    nouns = [item.quantity.head for item in items]
    for sides in sentence.lexicon.data["parts"]["sides"]:
        found = [number for noun in nouns for number, side in enumerate(sides) if noun in side]
        if len(found) == len(items) >= FEWEST and len(set(found)) == len(found):
            return items[0].claim.span
    return items[0].claim.span if _peoples(sentence, items) else None


def _peoples(sentence: Sentence, items: Sequence[Figure]) -> bool:
    """As in "four Poles and three Danes": people of so many countries, each of another."""
    names = sentence.scene.names
    if names is None or len(items) < FEWEST:
        return False
    hits = [names.name_at(sentence.tokens, item.last) for item in items]
    found = [{t.concept for t in hit[1] if t.form in PEOPLES} for hit in hits if hit is not None]
    known = len(found) == len(items) and all(found)
    return known and len({frozenset(each) for each in found}) == len(found)


def _places(sentence: Sentence, items: Sequence[Figure]) -> Span | None:
    """The preposition behind the first part where each part has it, and another word behind it."""
    data = sentence.lexicon.data["parts"]
    whole_form = dict(data["contracted"])  # "im" is "in dem"
    known = {*data["shared_out"], *whole_form}
    found: list[int] = []
    for number, item in enumerate(items):
        ahead = range(item.last + 1, item.last + 2 + (0 if number else WORDS_TO_PLACE))
        at = next((at for at in ahead if sentence.word(at) in known), None)
        if at is None or not sentence.plain(item.last + 1, at):
            return None
        if any(claim.kind == "date" for claim in sentence.scene.claims_in(at, at + 3)):
            return None  # "£20m was spent in May, £35m in June"
        found.append(at)
    prepositions = {whole_form.get(word := sentence.word(at), word) for at in found}
    named = {tuple(sentence.word(at + n) for n in (1, 2)) for at in found}
    if len(items) < FEWEST or len(prepositions) != 1 or len(named) != len(found):
        return None
    return sentence.scene.passage.span(found[0], found[0])
