"""The items of an announced list: can they be counted?"""

from dataclasses import dataclass, field

from factcheck.model import Claim
from factcheck.relations.scene import Scene
from factcheck.relations.sums.lists_named import is_year

SHORT_ITEM = 3
LONG_ITEM = 6
FEW = 2
QUOTES = frozenset('"“”„»«‚‘’›‹')


@dataclass
class Items:
    """Items as token ranges, and what speaks against counting them."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    conjunctions: int = 0
    doubtful: bool = False
    closed: bool = False


def countable(scene: Scene, claim: Claim, opener: int, items: Items) -> bool:
    """Every item is a known name; or there are three or more, each of one capitalised word.

    "ein Ehepaar und seine Kinder" or "the Baltic states and Poland" may be any number. Behind a
    noun that announces, three or more of one or two small words are counted as well.
    """
    verb = scene.passage.tokens.words[opener].isalpha()
    years = [first == last and is_year(scene, last) for first, last in items.ranges]
    if any(years):
        return all(years) and scene.passage.tokens.words[opener] in "(:"
    if all(_known(scene, *each) for each in items.ranges):
        return not verb or _noun_in(scene, claim, "groups", "members")
    if _noun_in(scene, claim, "lists", "announcing") and scene.passage.tokens.words[opener] == ":":
        return len(items.ranges) > FEW and all(_small(scene, *each) for each in items.ranges)
    single = all(
        _known(scene, *each) or _single(scene, *each) or _titled(scene, *each)
        for each in items.ranges
    )
    if _noun_in(scene, claim, "sums", "persons"):  # "Sechs Menschen: Helfer und Polizisten"
        single = single and all(last > first for first, last in items.ranges)
    return single and not verb and len(items.ranges) > FEW


def _noun_in(scene: Scene, claim: Claim, section: str, key: str) -> bool:
    noun = claim.quantity.noun if claim.quantity is not None else None
    return noun is not None and noun.lower() in scene.passage.lexicon.data[section][key]


def _small(scene: Scene, first: int, last: int) -> bool:
    """One or two words, none of them a function word but an article: "the economy"."""
    lexicon, tokens = scene.passage.lexicon, scene.passage.tokens
    first += tokens.lowers[first] in lexicon.data["grammar"]["determiners"] and first < last
    words = tokens.lowers[first : last + 1]
    return len(words) <= FEW and all(w.isalpha() and w not in lexicon.stop_words for w in words)


def _known(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.passage.tokens
    while first < last and tokens.lowers[first] in scene.passage.lexicon.stop_words:
        first += 1
    hit = scene.names.name_at(tokens, first) if scene.names else None
    return hit is not None and first + hit[0] - 1 == last


def _single(scene: Scene, first: int, last: int) -> bool:
    if scene.passage.tokens.lowers[first] in scene.passage.lexicon.data["grammar"]["determiners"]:
        first += first < last  # "die Rente"
    words = scene.passage.tokens.words[first : last + 1]
    return len(words) <= SHORT_ITEM and all(word[0].isupper() or word == "-" for word in words)


def _titled(scene: Scene, first: int, last: int) -> bool:
    """As in "Wolkenpost" in quotes "von Mia Ahrend", "die Kammerspiele in Linz"."""
    lexicon, tokens = scene.passage.lexicon, scene.passage.tokens
    first += tokens.lowers[first] in lexicon.data["grammar"]["determiners"] and first < last
    joining = {*lexicon.data["titles"]["of"], *lexicon.data["parts"]["before_whole"]}
    words = tokens.words
    inside = range(first + 1, last)
    opened = (
        words[first] in QUOTES and sum(words[at] in QUOTES for at in range(first, last + 1)) == 2
    )
    plain = all(words[at][0].isupper() or tokens.lowers[at] in joining for at in inside)
    ends = words[first][0].isupper() and words[last][0].isupper()
    return opened or (last - first < LONG_ITEM and ends and plain)


def named(scene: Scene, at: int) -> bool:
    """Does something of concepts.csv stand here, perhaps behind its article?"""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    at += tokens.lower(at) in lexicon.data["grammar"]["determiners"]
    return scene.names is not None and scene.names.name_at(tokens, at) is not None
