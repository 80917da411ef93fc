"""Where a change leads in the article and in the source: up in the one, down in the other.

Judged are a difference with its own word ("17 per cent fewer", "ein Plus von 3 Prozent", "fell
4.1%", "sank um 41") and what a change led to ("fell to 412", which in the source is "412, down from
468"), where the clause has no word that leads the other way. A growing loss is a falling result, so
sentences about losses are left alone, and so are denied ones.
"""

from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.lines import Mention
from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations import find_relations
from factcheck.relations.scene import Scene

UP, DOWN = 1, -1
DIFFERENCES = frozenset({"percentage", "percentage_point"})
LOSS = "g:loss"
# What gets better may go up or down.
QUALITY = frozenset({"better", "worse"})
STOPS, PARTS = frozenset(",;:()–"), frozenset(";:–")
BEHIND = 2
# The old one and the new one.
LEVELS = 2
WAYS = {"up": UP, "down": DOWN}
# What a figure may be of a change: where it began, where it led, or the difference.
ROLES = ("by", "to", "from")


@dataclass(frozen=True, slots=True)
class Direction:
    """Up or down, what the figure is of the change, and the word that says so, if there is one."""

    way: int
    role: str
    word: Span | None


def turned(left: Mention, right: Mention) -> Span | None:
    """The article's word, if what is one change leads up in the one and down in the other."""
    ours = direction_of(left)
    theirs = direction_of(right) if ours is not None else None
    if ours is None or theirs is None or ours.way == theirs.way or ours.role != theirs.role:
        return None
    return ours.word


def one_change(left: Mention, right: Mention) -> bool:
    """Are two figures of one sentence the levels between which something changed?"""
    levels = {id(left.claim), id(right.claim)}
    return any(
        levels <= {id(parts.get(role)) for role in ("from", "to")}
        for parts in _changes(left.line.scene)
    )


def old_level(mention: Mention) -> bool:
    """Is it what a change began with?"""
    claim = mention.claim
    return any(parts.get("from") is claim for parts in _changes(mention.line.scene))


def level_before(mention: Mention) -> Claim | None:
    """The level with which the change began that led to this one."""
    claims = (
        parts.get("from")
        for parts in _changes(mention.line.scene)
        if parts.get("to") is mention.claim
    )
    return next((claim for claim in claims if isinstance(claim, Claim)), None)


def role_of(mention: Mention) -> str | None:
    """What it is of a change by the words right before or behind it: by, to or from."""
    passage = mention.line.scene.passage
    lowers, data = passage.tokens.lowers, passage.lexicon.data["changes"]
    for lower in lowers[mention.last + 1 : min(mention.line.end, mention.last + 1 + BEHIND)]:
        if lower in data["behind_up"] or lower in data["behind_down"]:
            return "by"
    return role_before(mention)


def role_before(mention: Mention) -> str | None:
    """The same by the words before it: "um 17 Prozent", "ein Plus von 17 Prozent"."""
    passage, line = mention.line.scene.passage, mention.line
    lowers, data = passage.tokens.lowers, passage.lexicon.data["changes"]
    before, noun = (
        lowers[at] if at >= line.first else "" for at in (mention.first - 1, mention.first - 2)
    )
    if before in data["of"] and noun in data["nouns"]:
        return "by"
    return next((role for role in ROLES if before in data[role]), None)


def falls(mention: Mention) -> bool:
    """Does the sentence tell of a loss or a fall, so that a minus may be left out?"""
    line = mention.line
    passage = line.scene.passage
    down = passage.lexicon.data["changes"]["down"]
    return _loses(mention) or any(word in down for word in line.lowers)


def _denied(mention: Mention) -> bool:
    """Is there a negation in its part of the sentence, between semicolons and the like?"""
    first, end = _clause(mention, PARTS)
    lowers = mention.line.scene.passage.tokens.lowers[first:end]
    return not mention.line.article.lexicon.glossary.negations.isdisjoint(lowers)


def _loses(mention: Mention) -> bool:
    return any(LOSS in word.keys for word in mention.line.words)


def direction_of(mention: Mention) -> Direction | None:
    """By the word behind the figure, else by the change that it is told of, else by the words of
    its clause if they agree; None of a loss, and of what is denied."""
    if _denied(mention) or _loses(mention):
        return None
    passage = mention.line.scene.passage
    tokens, data = passage.tokens, passage.lexicon.data["changes"]
    for at in range(mention.last + 1, min(mention.line.end, mention.last + 1 + BEHIND)):
        for words, way in (("behind_up", UP), ("behind_down", DOWN)):
            if tokens.lowers[at] in data[words]:
                return Direction(way, "by", _span(mention, at))
    told = _told(mention)
    if told is not None:
        return told
    before = tokens.lower(mention.first - 1)
    role = next((role for role in ("by", "to") if before in data[role]), None)
    if role is None and mention.claim.kind not in DIFFERENCES:
        return None
    found = _of_clause(mention)
    return found and Direction(found[0], role or "by", _span(mention, found[1]))


def _told(mention: Mention) -> Direction | None:
    """What the change says of which the figure is a part, by its word or by its two levels."""
    for parts in _changes(mention.line.scene):
        role = next((role for role in ROLES if parts.get(role) is mention.claim), None)
        if role is None:
            continue
        span = next((parts[name] for name in WAYS if name in parts), None)
        if isinstance(span, Span) and _beside(mention, span):
            return Direction(next(WAYS[name] for name in WAYS if name in parts), role, span)
        way = _of_levels(parts)
        if way is not None:
            return Direction(way, role, None)
    return None


def _of_levels(parts: dict[str, Claim | Span]) -> int | None:
    """Where two levels lead."""
    values = [
        part.quantity.value
        for role in ("from", "to")
        for part in (parts.get(role),)
        if isinstance(part, Claim) and part.quantity is not None
    ]
    if len(values) < LEVELS or None in values or values[0] == values[1]:
        return None
    return UP if exact(values[1] or 0) > exact(values[0] or 0) else DOWN


def _beside(mention: Mention, word: Span) -> bool:
    """Is it a word of the figure's own clause, and one of more or less, not of better or worse?"""
    tokens, lexicon = mention.line.scene.passage.tokens, mention.line.article.lexicon
    first, end = _clause(mention)
    own = tokens.starts[first] <= word.start < tokens.ends[end - 1]
    return own and QUALITY.isdisjoint(lexicon.glossary.of(word.text.lower()))


@lru_cache(maxsize=64)
def related(scene: Scene) -> tuple[Relation, ...]:
    """The relations between the figures of a scene; found once."""
    return tuple(find_relations(scene))


def _changes(scene: Scene) -> list[dict[str, Claim | Span]]:
    """The members of the changes of which a scene tells."""
    return [dict(each.members) for each in related(scene) if each.kind == "change"]


def _of_clause(mention: Mention) -> tuple[int, int] | None:
    """Where all words of the clause lead that tell it, and the token of the first."""
    tokens, data = (
        mention.line.scene.passage.tokens,
        mention.line.scene.passage.lexicon.data["changes"],
    )
    first, end = _clause(mention)
    places = [*range(first, mention.first), *range(mention.last + 1, end)]
    split = any(tokens.lowers[at] in data["either"] for at in places)  # "ging ... zurück"
    articles = set(mention.line.article.lexicon.data["numbers"]["articles"]["words"])
    ups = {*data["up"], *(data["particles_up"] if split else ())} - articles
    downs = {*data["down"], *(data["particles_down"] if split else ())} - articles
    of = mention.line.article.lexicon.glossary.of
    places = [at for at in places if QUALITY.isdisjoint(of(tokens.lowers[at]))]
    up = [at for at in places if tokens.lowers[at] in ups]
    down = [at for at in places if tokens.lowers[at] in downs]
    if bool(up) == bool(down):
        return None
    return (UP, up[0]) if up else (DOWN, down[0])


def _span(mention: Mention, at: int) -> Span:
    tokens = mention.line.scene.passage.tokens
    return mention.line.article.document.span(tokens.starts[at], tokens.ends[at])


def _clause(mention: Mention, stops: frozenset[str] = STOPS) -> tuple[int, int]:
    """The tokens around the figure up to the next comma or the like on either side."""
    words = mention.line.scene.passage.tokens.words
    first, end = mention.first, mention.last + 1
    while first > mention.line.first and words[first - 1] not in stops:
        first -= 1
    while end < mention.line.end and words[end] not in stops:
        end += 1
    return first, end
