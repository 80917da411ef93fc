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
    belong = frozenset(words["belong"])
    if (one | several | belong).isdisjoint(tokens.lowers):
        return
    for at, lower in enumerate(tokens.lowers):
        if lower in belong and (belongs := _belonging(passage, names, at)) is not None:
            yield belongs
        if lower in one or lower in several:
            found = _named_behind(passage, names, at, several=lower in several)
            stated = lower in one and lower not in words["loosely"]
            if stated:
                found = found or _stated(passage, names, at) or _apposed(passage, names, at)
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
    if several and (other := _beside_others(passage, names, first)) is not None:
        return Membership(other[0], noun, (first, end - 1), (other,))
    if _left_out(passage, first):
        return None
    behind = _examples(passage, noun + 1) if several else noun + 1
    items = list(_items(passage, names, behind, several=several))
    if behind > noun + 1:
        items = _joined(passage, items, first)
    elif several and len(items) < 2:
        return None
    if not items:
        return None
    follows = tokens.lower(items[-1][1] + 1)
    if follows in {"-", *lexicon.data["memberships"]["not_behind"]}:
        return None
    return Membership(first, items[-1][1], (first, end - 1), tuple(items))


def _joined(passage: Passage, items: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """The examples of the group alone: up to the "and" before the last, else the first one.

    In "candidates and EU members such as Ukraine and Poland" they are those of both.
    """
    lowers, joins = passage.tokens.lowers, passage.lexicon.data["lists"]["conjunctions"]
    if not items or not _alone(passage, first):
        return []
    between = lowers[items[0][1] : items[-1][0]]
    return items if any(lower in joins for lower in between) else items[:1]


def _alone(passage: Passage, first: int) -> bool:
    """Is the group no part of another noun's phrase, as in "neighbours of EU states such as X"?

    It stands at the beginning of the sentence, or behind a preposition such as "in".
    """
    lowers, words = passage.tokens.lowers, passage.lexicon.data["memberships"]
    begin, at = passage.bounds(first)[0], first - 1
    while at >= begin and (lowers[at] in words["articles"] or lowers[at] in words["some"]):
        at -= 1
    return at < begin or lowers[at] in words["places"]


def _beside_others(passage: Passage, names: Names, first: int) -> tuple[int, int] | None:
    """As in "Norway and the other NATO members": the name that the others stand beside."""
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    at = first - 1
    if tokens.lower(at) not in words["others"]:
        return None
    while tokens.lower(at - 1) in words["articles"]:
        at -= 1
    hit = names.name_before(tokens, at - 1)
    if tokens.lower(at - 1) not in passage.lexicon.data["lists"]["conjunctions"] or hit is None:
        return None
    if all(term.form != "name" or term.genitive for term in hit[1]):
        return None
    return at - 1 - hit[0], at - 2


def _examples(passage: Passage, at: int) -> int:
    """Past "such as" behind the noun; where a comma stands before it, only past some words."""
    apart = passage.tokens.lower(at) == ","
    key = "such_as_apart" if apart else "such_as"
    hit = passage.lexicon.phrases("memberships", key).at(passage.tokens, at + apart)
    return at + apart + hit[0] if hit else at


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
    if behind in words["not_now"]:
        return None
    if any(word in words["ended"] for word in tokens.lowers[last + 1 : last + 3]):
        return None
    member = _subject(passage, names, noun)
    return Membership(member[0], last, (at, last), (member,)) if member else None


def _apposed(passage: Passage, names: Names, noun: int) -> Membership | None:
    """As in "Bulgaria, an EU member since 2007": name, comma, group, noun."""
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    if tokens.lower(noun + 1) in {*words["one"], *words["several"]}:
        return None
    end = noun - 1 if tokens.lower(noun - 1) == "-" else noun
    group = names.name_before(tokens, end)
    if group is None or all(term.form != "name" for term in group[1]):
        return None
    at = end - group[0] - 1
    while tokens.lower(at) in words["articles"] or tokens.lower(at) in words["between"]:
        at -= 1
    return _told_of(passage, names, at, (end - group[0], end - 1), noun)


def _belonging(passage: Passage, names: Names, verb: int) -> Membership | None:
    """As in "Norwegen, das der Nato angehört", "Norway, which belongs to NATO"."""
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    at, last = verb + 1, verb
    while tokens.lower(at) in words["belong_to"]:
        at += 1
    hit = names.name_at(tokens, at) if verb + 1 < at < len(tokens) else None
    if hit is not None:
        group, last, at = (at, at + hit[0] - 1), at + hit[0] - 1, verb - 1
    else:
        before = names.name_before(tokens, verb)
        if before is None or all(term.form != "name" for term in before[1]):
            return None
        group, at = (verb - before[0], verb - 1), verb - before[0] - 1
        while tokens.lower(at) in words["articles"] and tokens.lower(at - 1) != ",":
            at -= 1
    if tokens.lower(at) not in words["relative"]:
        return None
    return _told_of(passage, names, at - 1, group, last)


def _told_of(
    passage: Passage, names: Names, comma: int, group: tuple[int, int], last: int
) -> Membership | None:
    """The statement about the name before a comma; None where there is none."""
    if passage.tokens.lower(comma) != ",":
        return None
    member = names.name_before(passage.tokens, comma)
    if member is None or all(term.form != "name" for term in member[1]):
        return None
    first = comma - member[0]
    begin, _ = passage.bounds(first)
    if not _begins(passage, begin, first, apart=False):
        return None
    return Membership(first, last, group, ((first, comma - 1),))


def _subject(passage: Passage, names: Names, noun: int) -> tuple[int, int] | None:
    """Who is the member: before "is a", or before the comma of "X, a member of", "X, which is".

    In "X, which like Y and Z is a member of" others stand beside it.
    """
    tokens, words = passage.tokens, passage.lexicon.data["memberships"]
    begin, _ = passage.bounds(noun)
    at, beside, others = noun - 1, False, False
    while at > begin:
        lower = tokens.lowers[at]
        if lower == ",":
            break
        named = names.name_before(tokens, at + 1)
        if lower in words["is"] and not (named or beside or _compared(passage, begin, at)):
            break
        if lower in words["beside"]:
            beside = True
        elif named and at - named[0] > begin:
            others, at = True, at - named[0] + 1
        elif lower not in words["joined"] and not _linking(passage, at):
            return None
        at -= 1
    comma = tokens.lowers[at] == ","
    if (beside or others) and not (comma and beside):
        return None
    member = names.name_before(tokens, at) if comma or tokens.lowers[at] in words["is"] else None
    if member is None or all(term.form != "name" for term in member[1]):
        return None
    first = at - member[0]
    return (first, at - 1) if _begins(passage, begin, first, apart=comma) else None


def _compared(passage: Passage, begin: int, at: int) -> bool:
    """Does a comparison with others end here: "like its neighbours Y and Z" before "is"?"""
    words = passage.lexicon.data["memberships"]
    commas = [each for each in range(begin, at) if passage.tokens.words[each] == ","]
    left = commas[-1] if commas else begin
    return any(passage.tokens.lowers[each] in words["beside"] for each in range(left, at))


def _linking(passage: Passage, at: int) -> bool:
    lower, words = passage.tokens.lowers[at], passage.lexicon.data["memberships"]
    return lower in words["is"] or (lower not in words["not_before"] and _between(passage, at))


def _begins(passage: Passage, begin: int, first: int, *, apart: bool) -> bool:
    """Does a member's name begin what is said, and end no list and no other noun's phrase?

    "X is a member", "Unlike Y, X is a member", "because X is a member", "X, a member".
    """
    tokens, lexicon = passage.tokens, passage.lexicon
    words, before = lexicon.data["memberships"], tokens.lower(first - 1)
    if all(low in words["articles"] for low in tokens.lowers[begin:first]):
        return True
    if apart:
        return before not in {",", *lexicon.data["lists"]["conjunctions"]}
    if before == ",":
        return tokens.lowers[begin] in words["unlike"]
    return before in words["causal"]


def _between(passage: Passage, at: int) -> bool:
    """A word that may stand between verb and noun: "a", "also", "since 1949"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    lower, words = tokens.lowers[at], lexicon.data["memberships"]
    if not lower.isalpha():
        return lower.isdigit()
    relative = lower in words["relative"] and tokens.lower(at - 1) == ","
    return relative or lower in words["between"] or lower in words["articles"]


def _left_out(passage: Passage, first: int) -> bool:
    """Does a word before the group make it another statement: "former", "not", "future"?"""
    lowers = passage.tokens.lowers[max(0, first - LOOK_BACK) : first]
    return not set(lowers).isdisjoint(passage.lexicon.data["memberships"]["not_before"])
