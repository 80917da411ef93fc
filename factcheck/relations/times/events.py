"""Days of known events: "Finland joined NATO on 4 April 2023", "am 24. Februar 2022 begann ...".

One printed day or year in the clause, beside it the verb of joining or leaving with member and
group, or the verb of beginning with the event's name; and no other word that says something.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

ENDS = frozenset(',;:()"“”„»«–—')
# Times without a day that may be told of an event.
PRINTED = frozenset({"month", "year"})
KINDS = ("joined", "left", "began", "belongs")


def find(scene: Scene) -> Iterator[Relation]:
    """The dated events of a passage."""
    if scene.names is None:
        return
    for claim in scene.claims:
        period = claim.period
        if claim.kind != "date" or period is None or period.anchor:
            continue
        if claim.date is None and period.granularity not in PRINTED:
            continue
        first, last = _clause(scene, claim)
        found = _found(scene, claim, first, last)
        if found:
            members = (("date", claim), *found)
            yield Relation("event", members, scene.passage.span(first, last - 1))


def _clause(scene: Scene, claim: Claim) -> tuple[int, int]:
    """The tokens between the nearest signs that end a clause: first, one past the last."""
    words = scene.passage.tokens.words
    low, high = scene.passage.bounds(scene.first_token(claim))
    first, last = scene.first_token(claim), scene.last_token(claim) + 1
    while first > low and words[first - 1] not in ENDS:
        first -= 1
    trailing = scene.passage.lexicon.data["events"]["trailing"]
    behind = scene.passage.tokens.lower(last)
    while last < high and words[last] not in ENDS and not (last == high - 1 and words[last] == "."):
        if behind in trailing:
            break
        last += 1
    return first, last


def _found(
    scene: Scene, claim: Claim, first: int, last: int
) -> tuple[tuple[str, Claim | Span], ...] | None:
    """The verb and what it is said of; None where a word is left that nothing explains."""
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    left = set(range(first, last))
    left -= set(range(scene.first_token(claim), scene.last_token(claim) + 1))
    members: list[tuple[str, Claim | Span]] = []
    for kind in KINDS:
        verbs = lexicon.phrases("events", kind)
        for at in range(first, last):
            hit = verbs.at(tokens, at)
            if hit and at in left:
                left -= set(range(at, at + hit[0]))
                members.append((kind, passage.span(at, at + hit[0] - 1)))
    if not members:
        return _since_event(scene, claim)
    if len({kind for kind, _ in members}) != 1:
        return None
    if members[0][0] == "belongs":
        if not _since(scene, claim, first, last):
            return None
        members = [("joined", span) for _, span in members]
    for at in sorted(left):
        size = scene.names.event_or_name(tokens, at) if scene.names and at in left else 0
        if size and at + size <= last:
            left -= set(range(at, at + size))
            members.append(("name", passage.span(at, at + size - 1)))
    members += _antecedent(scene, first)
    fillers = lexicon.data["events"]["fillers"]
    for at in left:
        lower = tokens.lowers[at]
        if lower.isalnum() and lower not in lexicon.stop_words and lower not in fillers:
            return None
    names = sum(role == "name" for role, _ in members)
    return tuple(members) if 1 <= names <= 2 else None


def _since_event(scene: Scene, claim: Claim) -> tuple[tuple[str, Claim | Span], ...] | None:
    """As in "since Brexit on 31 January 2020", "the Brexit referendum on 23 June 2016": the event's
    own day."""
    tokens, data = scene.passage.tokens, scene.passage.lexicon.data
    period = claim.period
    if scene.names is None or period is None or period.granularity != "day":
        return None
    at = scene.first_token(claim)
    if tokens.lower(at - 1) in data["events"]["on"]:
        at -= 1
    hit = scene.names.events.before(tokens, at) or scene.names.names.before(tokens, at)
    if hit is None:
        return None
    first = at - hit[0]
    before = first - 1
    while before > 0 and tokens.lowers[before] in data["memberships"]["articles"]:
        before -= 1
    since = before >= 0 and tokens.lowers[before] in data["elapsed"]["since"]
    called = before < first - 1 and scene.names.events.before(tokens, at) is not None
    if not (since or called):
        return None
    name = scene.passage.span(first, at - 1)
    return (("began", name), ("name", name))


def _since(scene: Scene, claim: Claim, first: int, last: int) -> bool:
    """As in "Mitglied seit 2004", "a member since 2004", "wurde 2004 Mitglied"."""
    lowers, data = scene.passage.tokens.lowers, scene.passage.lexicon.data
    before = lowers[max(first, scene.first_token(claim) - 2) : scene.first_token(claim)]
    if any(lower in data["elapsed"]["since"] for lower in before):
        return True
    return any(lower in data["events"]["became"] for lower in lowers[first:last])


def _antecedent(scene: Scene, first: int) -> list[tuple[str, Claim | Span]]:
    """Whom a clause tells of: "Poland, which joined the EU in 2004", "Finland, the 31st member,
    joined NATO in 2023"."""
    tokens, data = scene.passage.tokens, scene.passage.lexicon.data
    if tokens.lower(first - 1) != ",":
        return []
    comma = first - 1
    if tokens.lower(first) not in data["events"]["relative"]:
        begin, _ = scene.passage.bounds(first)
        comma = max((at for at in range(begin, comma) if tokens.words[at] == ","), default=begin)
        if tokens.lower(comma + 1) not in data["memberships"]["articles"]:
            return []
    for table in (scene.names.events, scene.names.names) if scene.names else ():
        hit = table.before(tokens, comma)
        if hit is not None:
            return [("name", scene.passage.span(comma - hit[0], comma - 1))]
    return []
