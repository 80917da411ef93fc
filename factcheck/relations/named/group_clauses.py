"""Sizes of groups told apart from the noun phrase: in a relative clause behind the name ("die Nato,
der 32 Staaten angehören", "the EU, which has 27 members"), as a number of members ("the number of
NATO members rose to 31") and as an adjective ("the 27-nation EU").

The relation is `sure` where nothing in the clause narrows the members, moves the time or supposes.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation, Span
from factcheck.relations.named.groups import ends_phrase
from factcheck.relations.scene import Scene

ENDS = frozenset(',.;:!?()"“”„»«–—')
LOOK_BACK = 8
Found = tuple[tuple[int, int], int, int, bool]


def find(scene: Scene) -> Iterator[Relation]:
    """The group sizes of a passage that stand in clauses of their own."""
    if scene.names is None:
        return
    words = scene.passage.lexicon.data["groups"]
    for claim in scene.claims:
        quantity = claim.quantity
        if quantity is None or quantity.value is None or quantity.hedge:
            continue
        noun = (quantity.noun or "").lower().rpartition("-")[2].split()
        found = None
        if claim.kind == "number" or (quantity.noun or "") not in claim.span.text:
            found = _numbered(scene, claim)
        elif noun and noun[-1] in {*words["members"], *words["seats"]}:
            found = _relative(scene, claim)
        elif noun and noun[-1] in words["singular"]:
            found = _adjective(scene, claim)
        if found is not None:
            group, first, last, sure = found
            members: tuple[tuple[str, Claim | Span], ...] = (
                ("size", claim),
                ("group", scene.passage.span(*group)),
            )
            yield Relation("group", members, scene.passage.span(first, last), sure)


def _relative(scene: Scene, claim: Claim) -> Found | None:
    """As in "das Parlament, dem 720 Abgeordnete angehören"."""
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    first, last = scene.first_token(claim), scene.last_token(claim)
    low, high = _clause(scene, first, last)
    if tokens.lower(low - 1) != ",":
        return None
    opens = {tokens.lower(low), tokens.lower(low + 1)}
    inside = frozenset(tokens.lowers[low:high])
    if opens.isdisjoint(words["clause_opens"]) or inside.isdisjoint(words["belong"]):
        return None
    group = _name_before(scene, low - 1)
    if group is None or _belongs_to(scene, group[0]):
        return None
    sure = _bare(scene, claim) and all(
        first <= at <= last or _explained(scene, at) for at in range(low, high)
    )
    return group, group[0], high - 1, sure and _certain(scene, low, high)


def _numbered(scene: Scene, claim: Claim) -> Found | None:
    """As in "the number of NATO members has risen to 31"."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    words, first = lexicon.data["groups"], scene.first_token(claim)
    begin, _ = scene.passage.bounds(first)
    counts = lexicon.phrases("groups", "number_of")
    for noun in range(first - 1, max(begin, first - LOOK_BACK), -1):
        if tokens.lowers[noun] in words["members"]:
            name = noun - 1 if tokens.lower(noun - 1) == "-" else noun
            group = _name_before(scene, name)
            if group is None or not counts.before(tokens, group[0]):
                return None
            sure = _certain(scene, group[0], first)
            return group, group[0], scene.last_token(claim), sure
        if not _explained(scene, noun):
            return None
    return None


def _adjective(scene: Scene, claim: Claim) -> Found | None:
    """As in "the 27-nation EU": the name of the group right behind."""
    tokens, words = scene.passage.tokens, scene.passage.lexicon.data["groups"]
    first, last = scene.first_token(claim), scene.last_token(claim)
    hit = scene.names.name_at(tokens, last + 1) if scene.names else None
    if hit is None or all(term.form != "name" for term in hit[1]):
        return None
    end = last + hit[0]
    behind = end + 1 + (tokens.lower(end + 1) in words["apposed"])
    whole = tokens.lower(first - 1) in words["whole"] and ends_phrase(scene, behind)
    return (last + 1, end), first, end, whole and _certain(scene, first, end + 1)


def _clause(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """The tokens between the signs around a figure: the first, and one past the last."""
    words = scene.passage.tokens.words
    begin, end = scene.passage.bounds(first)
    while first > begin and words[first - 1] not in ENDS:
        first -= 1
    last += 1
    while last < end and words[last] not in ENDS:
        last += 1
    return first, last


def _name_before(scene: Scene, index: int) -> tuple[int, int] | None:
    """The name that ends before a token: its first and last token."""
    hit = scene.names.name_before(scene.passage.tokens, index) if scene.names else None
    if hit is None or all(term.form not in {"name", "genitive"} for term in hit[1]):
        return None
    return index - hit[0], index - 1


def _belongs_to(scene: Scene, first: int) -> bool:
    """As in "the committee of the Parliament, which has 71 members": another thing's size; "the
    members of NATO, which has 32" are those of NATO."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    members = lexicon.data["groups"]["members"]
    begin, _ = scene.passage.bounds(first)
    of_words, articles = lexicon.data["titles"]["of"], lexicon.data["memberships"]["articles"]
    at = first - 1
    while at >= begin and tokens.lowers[at] in articles:
        at -= 1
    if at < begin:
        return False
    if tokens.lowers[at] in of_words:
        return tokens.lower(at - 1) not in members
    return (
        tokens.lowers[at] not in members
        and at + 1 < first
        and at > begin
        and tokens.words[at][0].isupper()
    )


def _bare(scene: Scene, claim: Claim) -> bool:
    """Is the noun one word, so that it says nothing of which members?"""
    noun = claim.quantity.noun if claim.quantity else None
    return noun is not None and (noun.isalpha() or noun.lower() in _nouns(scene))


def _nouns(scene: Scene) -> frozenset[str]:
    words = scene.passage.lexicon.data["groups"]
    return frozenset((*words["members"], *words["seats"]))


def _explained(scene: Scene, at: int) -> bool:
    """A function word, a verb of belonging or of growth, a date, "currently"."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    lower, words = tokens.lowers[at], lexicon.data["groups"]
    if not lower.isalpha() or lower in lexicon.stop_words:
        return True
    if any(lower in words[key] for key in ("belong", "plain", "clause_opens", "closing")):
        return True
    if scene.names is not None and scene.names.name_at(tokens, at) is not None:
        return _including(scene, at - 1)
    if lower in lexicon.data["figures"]["moving"] or lower in lexicon.data["figures"]["joining"]:
        return True
    start = tokens.starts[at]
    return any(
        other.kind == "date" and other.span.start <= start < other.span.end
        for other in scene.claims
    )


def _certain(scene: Scene, low: int, high: int) -> bool:
    """Nothing here leaves a part of the group, denies or supposes."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    words, supposed = lexicon.data["groups"], lexicon.phrases("figures", "hypothetical")
    return not any(
        (tokens.lowers[at] in words["narrowing"] and not _including(scene, at))
        or supposed.at(tokens, at)
        for at in range(low, high)
    )


def _including(scene: Scene, at: int) -> bool:
    """As in "with Finland now 31": one of the members."""
    with_words = scene.passage.lexicon.data["figures"]["opening"]
    named = scene.names is not None and scene.names.name_at(scene.passage.tokens, at + 1)
    return scene.passage.tokens.lowers[at] in with_words and bool(named)
