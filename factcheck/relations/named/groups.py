"""Sizes of known groups: "die 27 EU-Staaten", "NATO's 32 members", "the bloc's 27 member states".

A count whose noun means a member, beside the name of a group. The relation is `sure` where the
whole group is meant: a definite word before the figure, no word that leaves a part ("die übrigen
26", "die drei baltischen EU-Staaten"), no relative clause or restriction behind it ("die 20
EU-Staaten mit Euro").
"""

from collections.abc import Iterator, Sequence

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
    return _owned(scene, claim) or _stated(scene, claim)


def _owned(scene: Scene, claim: Claim) -> tuple[Span, int, int, bool] | None:
    """As in "the Parliament with its 720 members", "NATO, an alliance of 32 countries"."""
    first, last = scene.first_token(claim), scene.last_token(claim)
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    words = lexicon.data["groups"]
    hit = lexicon.phrases("figures", "owning").before(tokens, first)
    at = first - hit[0] if hit else first - 1
    if not hit:
        if tokens.lower(at) not in words["made_of"] or tokens.lower(at - 1) not in words["apposed"]:
            return None
        at -= 1
        while tokens.lower(at - 1) in {*lexicon.data["figures"]["indefinite"], *words["plain"]}:
            at -= 1
    at -= tokens.lower(at - 1) == ","
    name = scene.names.name_before(tokens, at) if scene.names else None
    if name is None or all(term.form not in {"name", "genitive"} for term in name[1]):
        return None
    span = (at - name[0], at - 1)
    begin, _ = scene.passage.bounds(first)
    opening = all(tokens.lowers[each] in words["opening"] for each in range(begin, span[0]))
    sure = opening and _plain(scene, claim, span) and _unrestricted(scene, last)
    return scene.passage.span(*span), span[0], last, sure


def _stated(scene: Scene, claim: Claim) -> tuple[Span, int, int, bool] | None:
    """As in "Die Nato hat 32 Mitglieder.", "Seit dem Austritt zählt die EU 27 Mitglieder": name and
    verb before the figure, in either order, and nothing else between; sure where the sentence says
    nothing but the size."""
    first, last = scene.first_token(claim), scene.last_token(claim)
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    begin, end = scene.passage.bounds(first)
    has, at = scene.passage.lexicon.phrases("groups", "has"), first
    verb, name, found = False, None, list[int]()
    while at > begin and not (verb and name):
        size = has.before(tokens, at)
        before = scene.names.name_before(tokens, at) if scene.names else None
        if size and not verb:
            verb = True
            found.append(at)
            at -= size[0]
        elif before and not name and any(term.form in {"name", "genitive"} for term in before[1]):
            name = (at - before[0], at - 1)
            found.append(at)
            at -= before[0]
        else:
            at = _skipped(scene, begin, at)
            if not at:
                return None
    if not verb or name is None:
        return None
    opening = all(tokens.lowers[each] in words["opening"] for each in range(begin, at))
    whole = not any(tokens.lowers[each] in words["partial"] for each in range(found[0], first))
    closed = last + 1 + (tokens.lower(last + 1) in words["closing"])
    ended = closed >= end or tokens.words[closed] in STOPS or tokens.words[closed] == ","
    sure = opening and whole and ended and _plain(scene, claim, name)
    return scene.passage.span(*name), at, last, sure


def _skipped(scene: Scene, begin: int, at: int) -> int:
    """The token that the plain word or the relative clause before a token begins with; 0 if what
    stands there is neither."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    lower = tokens.lowers[at - 1]
    if lower == ",":
        opens = lexicon.data["groups"]["clause_opens"]
        commas = (each for each in range(at - 2, begin, -1) if tokens.words[each] == ",")
        return next((each for each in commas if tokens.lower(each + 1) in opens), 0)
    plain = lower in lexicon.data["groups"]["plain"] or lower in lexicon.stop_words
    return at - 1 if plain else 0


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
    elif _fronted(scene, first) or _led(scene, before):
        narrowed = False
    else:
        narrowed = any(word in words["partial"] for word in before[:-1])
    return not narrowed and _unrestricted(scene, last)


def _led(scene: Scene, before: Sequence[str]) -> bool:
    """As in "the leaders of the 32 members": those who speak for each of them."""
    lexicon = scene.passage.lexicon
    of_words, leaders = lexicon.data["titles"]["of"], lexicon.data["groups"]["leaders"]
    genitive = len(before) > 1 and before[-2] in leaders  # "die Außenminister der 32 Staaten"
    return genitive or (len(before) == LOOK_BACK and before[1] in of_words and before[0] in leaders)


def _fronted(scene: Scene, first: int) -> bool:
    """Does the sentence begin with "of the" right before the figure? "Of the 32 members, 23 do"."""
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
    if _time_or_place(scene, at):
        return True
    if tokens.lower(at) == ",":
        whole = scene.passage.lexicon.phrases("groups", "whole_behind").at(tokens, at + 1)
        return bool(whole) or tokens.lower(at + 1) not in words["relative"]
    return ends_phrase(scene, at)


def _time_or_place(scene: Scene, at: int) -> bool:
    """As in "on Monday", "in Brussels": when or where they do something, which leaves them all."""
    dates = (scene.first_token(each) for each in scene.claims if each.kind == "date")
    hit = scene.names.name_at(scene.passage.tokens, at + 1) if scene.names else None
    place = bool(hit) and all(term.form == "capital" for term in hit[1]) if hit else False
    return place or not {at, at + 1, at + 2}.isdisjoint(dates)


def ends_phrase(scene: Scene, at: int) -> bool:
    """Does the sentence end here, or go on with a verb?"""
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    if at >= len(tokens) or tokens.words[at] in ENDS:
        return True
    lower = tokens.lowers[at]
    verb = tokens.words[at][0].islower() and lower.endswith(tuple(words["verb_ends"]))
    known = lower in words["no_verbs"] or lower in scene.passage.lexicon.stop_words
    return lower in words["followers"] or (verb and not known)
