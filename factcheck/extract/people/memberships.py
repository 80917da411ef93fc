"""Who is called a member of a group: "EU members France and Italy", "Norway is a member of NATO".

Names stand right behind the noun, or the sentence says "is a member of"; a word such as "former",
"not" or "future" before it leaves the statement alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.passages import Passage
from factcheck.reference.names import Names

SKIPPED = frozenset("-–:")
LOOK_BACK = 3
LOOK_AHEAD = 6
ENDS = frozenset('.,;:!?)"“”»«')


@dataclass(frozen=True, slots=True)
class Membership:
    """Tokens: the whole phrase, the group's name, and each member's name, first and last."""

    first: int
    last: int
    group: tuple[int, int]
    members: tuple[tuple[int, int], ...]


def find_memberships(passage: Passage, names: Names) -> Iterator[Membership]:
    """Every statement of membership in a passage, in the order of the text."""
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    one, several = frozenset(words["one"]), frozenset(words["several"])
    if one.isdisjoint(tokens.lowers) and several.isdisjoint(tokens.lowers):
        return
    for at, lower in enumerate(tokens.lowers):
        if lower in one or lower in several:
            found = _named_behind(passage, names, at, several=lower in several)
            found = found or (_stated(passage, names, at) if lower in one else None)
            if found is not None:
                yield found


def _named_behind(passage: Passage, names: Names, noun: int, *, several: bool) -> Membership | None:
    """As in "EU members France and Italy": group, noun, names."""
    tokens, lexicon = passage.tokens, passage.lexicon
    end = noun - 1 if tokens.lower(noun - 1) == "-" else noun
    before = names.name_before(tokens, end)
    if before is None or all(term.form not in {"name", "genitive"} for term in before[1]):
        return None
    first = end - before[0]
    if _left_out(passage, first):
        return None
    items = list(_items(passage, names, noun + 1, several=several))
    if not items or (several and len(items) < 2):
        return None
    follows = tokens.lower(items[-1][1] + 1)
    if follows in {"-", *lexicon.data["memberships"]["not_behind"]}:
        return None
    return Membership(first, items[-1][1], (first, end - 1), tuple(items))


def _items(passage: Passage, names: Names, at: int, *, several: bool) -> Iterator[tuple[int, int]]:
    """The names from a token on, divided by commas, up to the one behind the conjunction."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if tokens.lower(at) in SKIPPED and not tokens.glued(at):
        at += 1
    joined, joins = False, {",", *lexicon.data["lists"]["conjunctions"]}
    while at < len(tokens):
        while tokens.lower(at) in lexicon.data["memberships"]["articles"]:
            at += 1
        hit = names.name_at(tokens, at) if at < len(tokens) else None
        if hit is None or all(term.form != "name" for term in hit[1]):
            return
        yield at, at + hit[0] - 1
        at += hit[0]
        if joined or not several or tokens.lower(at) not in joins:
            return
        joined = tokens.lowers[at] != ","
        at += 1


def _stated(passage: Passage, names: Names, noun: int) -> Membership | None:
    """As in "Norway is a member of NATO": name, verb, noun, group, and nothing behind it."""
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    at = noun + 1
    while tokens.lower(at) in words["of"]:
        at += 1
    group = names.name_at(tokens, at) if noun + 1 < at < len(tokens) else None
    if group is None:
        return None
    last = at + group[0] - 1
    behind = tokens.lower(last + 1)
    if behind and behind not in ENDS and behind not in passage.lexicon.stop_words:
        return None
    begin, _ = passage.bounds(noun)
    verb = noun - 1
    while verb > max(begin, noun - LOOK_AHEAD) and tokens.lowers[verb] not in words["is"]:
        if tokens.lowers[verb].isalpha() and tokens.lowers[verb] not in words["between"]:
            return None
        verb -= 1
    member = names.name_before(tokens, verb) if tokens.lowers[verb] in words["is"] else None
    if member is None or all(term.form != "name" for term in member[1]):
        return None
    first = verb - member[0]
    opening = all(low in words["articles"] for low in tokens.lowers[begin:first])
    if not opening:
        return None
    return Membership(first, last, (at, last), ((first, verb - 1),))


def _left_out(passage: Passage, first: int) -> bool:
    """Does a word before the group make it another statement: "former", "not", "future"?"""
    lowers = passage.tokens.lowers[max(0, first - LOOK_BACK) : first]
    return not set(lowers).isdisjoint(passage.lexicon.data["memberships"]["not_before"])
