"""Ranks among the members of a group: "France, the EU's second-largest economy".

A superlative, the noun or meaning that is ranked, the name of a group right beside it, and who is
said to have the rank: in front with "is" or a comma, or behind with a comma. "Die fünf größten
Volkswirtschaften der EU sind ..." names several. Nothing is read where a word is left over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.extract.figures.number_words import word_value
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

LOOK = 4
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Superlative:
    """Tokens `first` to `last` are a superlative; `place` is 2 for "second-largest"; `own` is what
    it ranks by itself, as "most populous" does, "" for a mere "largest"."""

    first: int
    last: int
    place: int
    own: str


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The ranks of a document, in the order of the text."""
    for scene in scenes:
        if scene.names is None:
            continue
        known, lowers = _superlatives(scene.passage.lexicon), scene.passage.tokens.lowers
        for at in [at for at, lower in enumerate(lowers) if lower in known]:
            found = _superlative(scene, at, lowers[at])
            relation = _ranked(scene, found) if found is not None else None
            if relation is not None:
                yield relation


@cache
def _superlatives(lexicon: Lexicon) -> frozenset[str]:
    """Every word with which a superlative begins."""
    rules = lexicon.data["ranks"]
    bare = {*rules["largest"], *rules["own"]}
    return frozenset(
        {rules["most"], *bare, *(p + word for p in rules["prefixes"] for word in bare)}
    )


def place_of(scene: Scene, span: Span) -> int:
    """The place that a superlative names: 1 for "largest", 2 for "second-largest"."""
    tokens = scene.passage.tokens
    inside = [at for at, start in enumerate(tokens.starts) if span.start <= start < span.end]
    found = (_superlative(scene, at, tokens.lowers[at]) for at in inside)
    return next((each.place for each in found if each is not None), 1)


def _superlative(scene: Scene, at: int, lower: str) -> Superlative | None:
    rules, tokens = scene.passage.lexicon.data["ranks"], scene.passage.tokens
    place, bare = 1, lower
    for stem, number in rules["prefixes"].items():
        if lower.startswith(stem) and lower[len(stem) :] in {*rules["largest"], *rules["own"]}:
            place, bare = int(number), lower[len(stem) :]
    last = at
    if bare == rules["most"] and tokens.lower(at + 1) in rules["own"]:
        bare, last = tokens.lowers[at + 1], at + 1
    elif bare not in rules["largest"] and (bare not in rules["own"] or rules["most"]):
        return None
    first = at
    before = at - 2 if tokens.lower(at - 1) == "-" else at - 1
    if before >= 0 and tokens.lowers[before] in rules["places"]:
        place, first = int(rules["places"][tokens.lowers[before]]), before
    return Superlative(first, last, place, bare if bare in rules["own"] else "")


def _ranked(scene: Scene, found: Superlative) -> Relation | None:
    tokens, rules = scene.passage.tokens, scene.passage.lexicon.data["ranks"]
    noun = found.last
    if not found.own or tokens.lower(found.last + 1) in rules["members"]:
        noun += 1
    if noun >= len(tokens):
        return None
    count = _count(scene, found.first - 1)
    first = found.first if count is None else scene.first_token(count)
    group, begin, end = _group(scene, _skip_back(scene, first - 1, rules["articles"]), noun)
    if group is None:
        return None
    several = list(_listed(scene, end)) if count is not None else []
    one = None if count is not None else _one(scene, begin, end)
    members = several or ([one] if one is not None else [])
    if not members:
        return None
    parts: list[tuple[str, Claim | Span]] = [
        ("rank", scene.passage.span(found.first, found.last)),
        ("metric", scene.passage.span(found.last if noun == found.last else found.last + 1, noun)),
        ("group", scene.passage.span(*group)),
    ]
    if found.own:
        parts[1] = ("metric", scene.passage.span(found.last, found.last))
    parts += [("count", count)] if count is not None else []
    parts += [("entity", scene.passage.span(*pair)) for pair in members]
    low = min(first, group[0], *(pair[0] for pair in members))
    high = max(noun, group[1], *(pair[1] for pair in members))
    return Relation("table_rank", tuple(parts), scene.passage.span(low, high))


def _group(scene: Scene, front: int, noun: int) -> tuple[Pair | None, int, int]:
    """The group's name behind the noun or before the superlative, and the ends of the phrase."""
    tokens, rules = scene.passage.tokens, scene.passage.lexicon.data["ranks"]
    at = noun + 1
    while at < min(len(tokens), noun + LOOK) and tokens.lowers[at] in rules["of"]:
        at += 1
    hit = scene.names.name_at(tokens, at) if scene.names and noun + 1 < at < len(tokens) else None
    if hit is not None:
        return (at, at + hit[0] - 1), front, at + hit[0] - 1
    before = scene.names.name_before(tokens, front + 1) if scene.names else None
    if before is not None and any(term.genitive for term in before[1]):
        name = (front + 1 - before[0], front)
        return name, _skip_back(scene, name[0] - 1, rules["articles"]), noun
    return None, front, noun


def _one(scene: Scene, begin: int, end: int) -> Pair | None:
    """Who has the rank: before "is", before a comma, or behind one."""
    tokens, rules = scene.passage.tokens, scene.passage.lexicon.data["ranks"]
    at = _skip_back(scene, begin, rules["between"])
    if tokens.lower(at) in {*rules["is"], ","} and scene.names is not None:
        before = scene.names.name_before(tokens, at)
        if before is not None and _country(before):
            return at - before[0], at - 1
    if tokens.lower(end + 1) == "," and scene.names is not None and end + 2 < len(tokens):
        hit = scene.names.name_at(tokens, end + 2)
        if hit is not None and _country(hit):
            return end + 2, end + 1 + hit[0]
    return None


def _listed(scene: Scene, end: int) -> Iterator[Pair]:
    """The names behind "are", a colon or a dash, up to the one behind the conjunction."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    if tokens.lower(end + 1) not in {*lexicon.data["ranks"]["are"], ":", "-", "–", "—"}:
        return
    joins = {",", *lexicon.data["lists"]["conjunctions"]}
    at = end + 2
    while at < len(tokens):
        while tokens.lower(at) in {*joins, *lexicon.data["ranks"]["articles"]}:
            at += 1
        hit = scene.names.name_at(tokens, at) if scene.names and at < len(tokens) else None
        if hit is None or not _country(hit):
            return
        yield at, at + hit[0] - 1
        at += hit[0]
        if tokens.lower(at) not in joins:
            return


def _country(hit: tuple[int, tuple[object, ...]]) -> bool:
    return any(getattr(term, "form", "") == "name" for term in hit[1])


def _count(scene: Scene, at: int) -> Claim | None:
    """The number before the superlative: "the five largest"."""
    lexicon, tokens = scene.passage.lexicon, scene.passage.tokens
    if at < 0 or (
        word_value(tokens.lowers[at], lexicon) is None and not tokens.words[at].isdigit()
    ):
        return None
    return next((claim for claim in scene.claims if scene.first_token(claim) == at), None)


def _skip_back(scene: Scene, at: int, words: Sequence[str]) -> int:
    lowest = max(0, at - LOOK)
    while at > lowest and scene.passage.tokens.lowers[at] in words:
        at -= 1
    return at
