"""Sizes of known groups: "die 27 EU-Staaten", "NATO's 32 members", "the bloc's 27 member states".

A count whose noun means a member, beside the name of a group. The relation is `sure` where the
whole group is meant: a definite word before the figure, no word that leaves a part ("die übrigen
26", "die drei baltischen EU-Staaten"), no relative clause or restriction behind it ("die 20
EU-Staaten mit Euro").
"""

from collections.abc import Iterator

from factcheck.extract.figures.number_words import word_value
from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

LOOK_AHEAD = 5
LOOK_BACK = 3
STOPS = frozenset(".;!?")
ENDS = frozenset('.;:!?)"“”»«')


def find(scene: Scene) -> Iterator[Relation]:
    """The group sizes of a passage."""
    if scene.names is None:
        return
    for claim in scene.claims:
        quantity = claim.quantity
        if quantity is None or claim.kind != "count" or quantity.noun is None:
            continue
        if quantity.value is None or quantity.hedge:
            continue
        found = _group(scene, claim, quantity.noun)
        if found is not None:
            group, first, last, sure = found
            if _restricted(scene, last):
                continue
            members: tuple[tuple[str, Claim | Span], ...] = (("size", claim), ("group", group))
            yield Relation("group", members, scene.passage.span(first, last), sure)


def _group(scene: Scene, claim: Claim, noun: str) -> tuple[Span, int, int, bool] | None:
    """The group's name beside a count: (its span, first token, last token, is all of it meant)."""
    first, last = scene.first_token(claim), scene.last_token(claim)
    tokens = scene.passage.tokens
    head = noun.lower().rpartition("-")[2].split()[-1]
    words = scene.passage.lexicon.data["groups"]
    if head not in words["members"] and head not in words["seats"]:
        return None
    for at in range(first, last + 1):  # "27 EU-Staaten", "32 NATO members"
        hit = _name_at(scene, at)
        if hit:
            whole = _plain(scene, claim, (at, at + hit - 1)) and _whole(scene, first, last)
            return scene.passage.span(at, at + hit - 1), first, last, whole
    at = last + 1
    stop_words = scene.passage.lexicon.stop_words
    while at < min(len(tokens) - 1, last + LOOK_AHEAD) and tokens.lowers[at] in stop_words:
        at += 1
    hit = _name_at(scene, at) if at < len(tokens) else 0
    if hit and at > last + 1:  # "die 27 Mitgliedstaaten der EU"
        end = at + hit - 1
        whole = _plain(scene, claim, (at, end)) and _whole(scene, first, end)
        return scene.passage.span(at, end), first, end, whole
    before = scene.names.name_before(tokens, first) if scene.names else None
    if before and any(term.genitive for term in before[1]):  # "NATO's 32 members"
        begin = first - before[0]
        whole = _plain(scene, claim, (begin, first - 1)) and _unrestricted(scene, last)
        return scene.passage.span(begin, first - 1), begin, last, whole
    return _stated(scene, claim)


def _stated(scene: Scene, claim: Claim) -> tuple[Span, int, int, bool] | None:
    """As in "Die Nato hat 32 Mitglieder.": a sentence that says nothing but the size."""
    first, last = scene.first_token(claim), scene.last_token(claim)
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    begin, end = scene.passage.bounds(first)
    size = scene.passage.lexicon.phrases("groups", "has").before(
        tokens, _before_plain(scene, first)
    )
    if size is None or scene.names is None:
        return None
    after = _before_plain(scene, _before_plain(scene, first) - size[0])
    before = scene.names.name_before(tokens, after)
    if before is None or all(term.form not in {"name", "genitive"} for term in before[1]):
        return None
    name = after - before[0]
    opening = all(tokens.lowers[at] in words["opening"] for at in range(begin, name))
    closed = last + 1 + (tokens.lower(last + 1) in words["closing"])
    if not opening or not (closed >= end or tokens.words[closed] in STOPS):
        return None
    whole = _plain(scene, claim, (name, after - 1))
    return scene.passage.span(name, after - 1), name, last, whole


def _before_plain(scene: Scene, index: int) -> int:
    """The first token of the words such as "currently" before a token."""
    words = scene.passage.lexicon.data["groups"]["plain"]
    while index > 0 and scene.passage.tokens.lowers[index - 1] in words:
        index -= 1
    return index


def _plain(scene: Scene, claim: Claim, name: tuple[int, int]) -> bool:
    """Does the phrase hold the figure, the name and a noun for members, and no other word?"""
    lexicon, tokens = scene.passage.lexicon, scene.passage.tokens
    words = lexicon.data["groups"]
    nouns = {
        word
        for key in ("members", "seats", "plain")
        for noun in words[key]
        for word in noun.split()
    }
    for at in range(scene.first_token(claim), scene.last_token(claim) + 1):
        lower = tokens.lowers[at]
        known = not lower.isalpha() or lower in nouns or word_value(lower, lexicon) is not None
        if not known and not name[0] <= at <= name[1]:
            return False
    return True


def _name_at(scene: Scene, index: int) -> int:
    hit = scene.names.name_at(scene.passage.tokens, index) if scene.names else None
    return hit[0] if hit and any(term.form in {"name", "genitive"} for term in hit[1]) else 0


def _whole(scene: Scene, first: int, last: int) -> bool:
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    before = tokens.lowers[max(0, first - LOOK_BACK) : first]
    if not before or before[-1] not in words["whole"]:
        return False
    if before[-1] in words["every"]:  # "the consent of all 27 member states"
        narrowed = before[-2] in words["nearly"] if len(before) > 1 else False
    elif _fronted(scene, first):  # "Of the 32 members of NATO, 23 do"
        narrowed = False
    else:
        narrowed = any(word in words["partial"] for word in before[:-1])
    return not narrowed and _unrestricted(scene, last)


def _fronted(scene: Scene, first: int) -> bool:
    """Does the sentence begin with "of the" right before the figure?"""
    begin, _ = scene.passage.bounds(first)
    fronted = scene.passage.lexicon.data["grammar"]["fronted"]
    return first == begin + 2 and scene.passage.tokens.lowers[begin] in fronted


def _restricted(scene: Scene, last: int) -> bool:
    """As in "all 27 EU members of NATO": another body behind the phrase makes it a part."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    at = last + 1
    return at < len(tokens) and tokens.lowers[at] in {
        *lexicon.data["titles"]["of"],
        *lexicon.data["lists"]["conjunctions"],
    }


def _unrestricted(scene: Scene, last: int) -> bool:
    """What follows the phrase cannot narrow it to some of the members."""
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    at = last + 1
    if tokens.lower(at) == ",":
        whole = scene.passage.lexicon.phrases("groups", "whole_behind").at(tokens, at + 1)
        return bool(whole) or tokens.lower(at + 1) not in words["relative"]
    return ends_phrase(scene, at)


def ends_phrase(scene: Scene, at: int) -> bool:
    """Does the sentence end here, or go on with a verb?"""
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    if at >= len(tokens) or tokens.words[at] in ENDS:
        return True
    lower = tokens.lowers[at]
    verb = tokens.words[at][0].islower() and lower.endswith(tuple(words["verb_ends"]))
    known = lower in words["no_verbs"] or lower in scene.passage.lexicon.stop_words
    return lower in words["followers"] or (verb and not known)
