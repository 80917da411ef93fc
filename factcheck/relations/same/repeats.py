"""One quantity twice: in the heading and the text, in two sentences, or said once more ("also").

In one sentence a phrase such as "also" joins the two, or a sentence begins with "Genau genommen"
behind one that has a single figure of the unit. Across sentences two figures belong together where
they have the same unit or counted noun and share words around them; sure between a heading and the
text, where every figure of the unit in the text does so, and within the text, where only one of the
two has words around it that the other lacks ("in Kiel" and "in Bremen" are two places). A figure
of a change ("auf 34", "to 34") is of another time.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    DASHES,
    OPENING,
    Figure,
    Sentence,
    alike,
    amount,
    cues,
)

HEADINGS = frozenset({"headline", "teaser"})
KINDS = frozenset({"money", "count", "measure"})
REMEMBERED = 6
MOST_IN_BODY = 12
NEAR = 4
WINDOW = 6
SHORTEST = 4
ENDINGS = ("en", "n", "e", "s")
JOINING = 2
FEWEST_SHARED = 2
CHANGES = ("from", "to", "by")
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure, the words that name things in its sentence and near it, and what it is of.

    `different` tells that a word beside it makes it of another set or time.
    """

    claim: Claim
    words: frozenset[str]
    near: frozenset[str]
    heading: bool
    different: bool


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Figures that a phrase says once more in the same sentence."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "repeats", "again")):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    again, digits = (sentence.phrases("repeats", key) for key in ("again", "in_digits"))
    for left, right in pairwise(figures):
        length = sentence.before(again, right.first)
        opener = right.first - length - 1
        spelled = right.kind == "number" and sentence.before(digits, right.first)
        if not length or not (spelled or (left.kind == right.kind and alike(left, right))):
            continue
        mark = sentence.tokens.words[opener]
        if mark != "," and mark not in DASHES and mark not in OPENING:
            continue
        near = left.last < opener <= left.last + 1 + JOINING
        enumerated = any(other.first == right.last + 2 for other in figures)  # "namely 18, 48 and"
        single = near and sentence.breaks(right.last + 1) and not enumerated
        if single and (spelled or not _worked_out(sentence, left)):
            yield same(left.claim, right.claim, sure=bool(spelled) or opener == left.last + 1)


def _worked_out(sentence: Sentence, left: Figure) -> bool:
    """As in "von 30 auf 20 Euro, also 10 Euro", "zweimal 5 Euro, also 10 Euro"."""
    data = sentence.lexicon.data["changes"]
    marked = {*data["from"], *data["to"], *data["by"]}
    near = range(left.first - NEAR, left.first)
    figures = [f for f in sentence.figures if f is not left and f.last in near]
    return bool(figures) or sentence.word(left.first - 1) in marked


def find(scene: Scene) -> Iterator[Relation]:
    """Figures that a sentence says more exactly than the sentence before it."""
    passage = scene.passage
    table = passage.lexicon.phrases("repeats", "restating")
    if len(scene.claims) < 2 or len(passage.starts) < 2:
        return
    for number, start in enumerate(passage.starts[1:], 1):
        hit = table.at(passage.tokens, start)
        if hit is None:
            continue
        before = _amounts(scene, passage.starts[number - 1], start)
        here = _amounts(scene, start, passage.bounds(start)[1])
        fitting = [claim for claim in before if here and _alike(claim, here[0])]
        if len(fitting) == 1:
            yield same(fitting[0], here[0], sure=len(before) == 1)


def _amounts(scene: Scene, start: int, end: int) -> list[Claim]:
    starts = scene.passage.tokens.starts
    low, high = starts[start], starts[end] if end < len(starts) else scene.passage.tokens.ends[-1]
    return [c for c in scene.claims if low <= c.span.start < high and c.kind in KINDS]


def _alike(left: Claim, right: Claim) -> bool:
    a, b = left.quantity, right.quantity
    return a is not None and b is not None and unit_of(left) == unit_of(right)


def same(left: Claim, right: Claim, *, sure: bool) -> Relation:
    """Two mentions of one quantity.

    What lies between the two is no part of the relation: it may be half the document.
    """
    return Relation("same", (("mention", left), ("mention", right)), right.span, sure)


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """Figures of one quantity in different sentences; each is joined to one before it."""
    groups: dict[tuple[str, str], list[tuple[Scene, Claim]]] = defaultdict(list)
    for scene in scenes:
        for claim in scene.claims:
            unit = unit_of(claim) if claim.kind in KINDS else None
            if unit is not None and not _some_of_them(scene, claim):
                groups[claim.kind, unit].append((scene, claim))
    names: dict[int, frozenset[str]] = {}
    found: list[Relation] = []
    for group in groups.values():
        if len(group) > 1:
            headed = any(_heading(scene) for scene, _ in group)
            mentions = [_mention(scene, claim, names if headed else None) for scene, claim in group]
            found += (*_headed(mentions), *_repeated(mentions))
    persons = _persons(scenes)
    if any(_heading(scene) for scene, _ in persons):
        anybody = frozenset(scenes[0].passage.lexicon.data["repeats"]["anybody"])
        found += _headed([_mention(scene, claim, names) for scene, claim in persons], anybody)
    yield from sorted(found, key=_place)


def _some_of_them(scene: Scene, claim: Claim) -> bool:
    """As in "34 Verletzte, zwei von ihnen sind": a part, with the noun of the whole."""
    bare = claim.kind == "count" and _noun(claim) not in claim.span.text.lower()
    table = scene.passage.lexicon.phrases("grammar", "of_them")
    return bare and table.at(scene.passage.tokens, scene.last_token(claim) + 1) is not None


def _place(relation: Relation) -> tuple[int, int]:
    first, second = (claim.span.start for _, claim in relation.members if isinstance(claim, Claim))
    return first, second


def _persons(scenes: Sequence[Scene]) -> list[tuple[Scene, Claim]]:
    """The counts of persons, whom a heading may call otherwise: "43 Verletzte", "34 Menschen"."""
    return [
        (scene, claim)
        for scene in scenes
        for claim in scene.claims
        if claim.kind == "count" and _noun(claim) in scene.passage.lexicon.data["sums"]["persons"]
    ]


def _noun(claim: Claim) -> str:
    return claim.quantity.head if claim.quantity is not None else ""


def _headed(mentions: Sequence[_Mention], anybody: frozenset[str] = NOTHING) -> Iterator[Relation]:
    """The figures of headings with those of the text; with words for anybody, just one is such."""
    body = [mention for mention in mentions if not mention.heading]
    for mention in mentions:
        if mention.heading and not mention.different and len(body) <= MOST_IN_BODY:
            fitting = [told for told in body if _told_again(mention, told)]
            wholes = _without_parts(body) if not fitting else []
            if len(wholes) == 1 and _only_of_its_noun(mention, wholes[0]):
                fitting = wholes
            sure = len(fitting) in {len(body), len(wholes)}
            for told in fitting:
                general = [_noun(each.claim) in anybody for each in (mention, told)]
                if not anybody or general[0] != general[1]:
                    yield same(mention.claim, told.claim, sure=sure)


def _without_parts(body: list[_Mention]) -> list[_Mention]:
    """Without smaller figures that leave out their noun: "34 Verletzte, zwei liegen im Spital"."""
    printed = [each for each in body if _noun(each.claim) in each.claim.span.text.lower()]
    amounts = [each.claim.quantity.value or 0 for each in body if each.claim.quantity]
    if len(printed) != 1 or amounts.count(max(amounts)) > 1:
        return body
    whole = printed[0].claim.quantity
    return printed if whole is not None and whole.value == max(amounts) else body


def _only_of_its_noun(heading: _Mention, told: _Mention) -> bool:
    """One noun that the text counts once, and neither beside words of another set or time."""
    noun = _noun(heading.claim)
    return bool(noun) and noun == _noun(told.claim) and not told.different


def _repeated(mentions: Sequence[_Mention]) -> Iterator[Relation]:
    """Each figure of the text with the one before it that is of the same thing."""
    body = [mention for mention in mentions if not mention.heading]
    for index, mention in enumerate(body):
        for other in reversed(body[max(0, index - REMEMBERED) : index]):
            if _told_again(other, mention):
                alone = other.near <= mention.near or mention.near <= other.near
                yield same(other.claim, mention.claim, sure=alone)
                break


def _told_again(left: _Mention, right: _Mention) -> bool:
    return not (left.different or right.different) and _about_the_same(left, right)


def _about_the_same(left: _Mention, right: _Mention) -> bool:
    """One word that names things is shared with a heading; between sentences, most near words."""
    if left.claim.sentence == right.claim.sentence:
        return False
    a, b = left.claim.period, right.claim.period
    if a is not None and b is not None and (a.start, a.end) != (b.start, b.end):
        return False
    if left.heading != right.heading:
        return bool(left.words & right.words)
    shared = len(left.near & right.near)
    return shared >= FEWEST_SHARED and 2 * shared >= len(left.near | right.near)


def unit_of(claim: Claim) -> str | None:
    """The unit, or the counted noun without its ending."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None:
        return None
    if quantity.noun is None or claim.kind != "count":
        return quantity.unit
    return _stem(quantity.head)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


def _heading(scene: Scene) -> bool:
    return scene.passage.block.kind in HEADINGS


def _mention(scene: Scene, claim: Claim, names: dict[int, frozenset[str]] | None) -> _Mention:
    """The words around a figure; those of its whole sentence only where there are `names`."""
    tokens, passage = scene.passage.tokens, scene.passage
    first = bisect_left(tokens.starts, claim.span.start)
    last = bisect_left(tokens.ends, claim.span.end, first)
    beside = tokens.lowers[max(0, first - NEAR) : last + NEAR]
    heading = _heading(scene)
    if moved(scene, first) or not other_set(passage.lexicon).isdisjoint(beside):
        return _Mention(claim, NOTHING, NOTHING, heading, different=True)
    begin, end = passage.bounds(first)
    if names is not None and claim.sentence.start not in names:
        names[claim.sentence.start] = names_between(scene, begin, end)
    own = frozenset(_stem(word) for word in tokens.lowers[first : last + 1])
    words = names[claim.sentence.start] - own if names is not None else NOTHING
    near = names_between(scene, max(begin, first - WINDOW), first)
    near |= names_between(scene, last + 1, min(end, last + 1 + WINDOW))
    return _Mention(claim, words, near, heading, different=False)


def moved(scene: Scene, first: int) -> bool:
    """As in "climbs to 43": a figure of a change is of another time."""
    lowers = scene.passage.tokens.lowers
    return first > 0 and lowers[first - 1] in cues(scene.passage.lexicon, "changes", *CHANGES)


def other_set(lexicon: Lexicon) -> frozenset[str]:
    """Words by which a figure beside them is of another set or time."""
    return cues(lexicon, "repeats", "different")


def names_between(scene: Scene, first: int, end: int) -> frozenset[str]:
    """The words among these tokens that name things: nouns by their capitals, else long words."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    capitals = lexicon.data["grammar"]["capitalised_nouns"]
    return frozenset(
        _stem(tokens.lowers[at])
        for at in range(first, end)
        if len(tokens.words[at]) >= SHORTEST
        and tokens.words[at].isalpha()
        and tokens.lowers[at] not in lexicon.stop_words
        and (tokens.words[at][0].isupper() or not capitals)
    )
