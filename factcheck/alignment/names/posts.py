"""What a text says somebody is: the posts named beside the name, before it, behind it, in brackets.

"Der Vorsitzende des Aufsichtsrats, Landrat Enno Tjarks," is a chair and a district head, "Gareth
Pryde, the company's former operations manager," an operations manager.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.names.post_words import Post, PostWords, post_words
from factcheck.claims import Article
from factcheck.languages.tokens import tokenise
from factcheck.model import Person, Span
from factcheck.relations.scene import Scene

BEFORE, BEHIND, OPENING = 7, 12, 3
FORMS = ("masculine", "feminine", "either")
STOPS = frozenset(',;:.()"“”„»«?!–')


@dataclass(frozen=True, slots=True)
class Named:
    """A post as printed beside a name."""

    post: Post
    span: Span


@dataclass(frozen=True, slots=True)
class Posts:
    """All posts that a text gives one person."""

    named: tuple[Named, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """What kinds of posts they are."""
        return frozenset(each.post.kind for each in self.named)


def kinds_in(article: Article, phrase: Span) -> frozenset[str]:
    """The posts that a phrase names."""
    tokens = tokenise(phrase.text)
    found = post_words(article.lexicon.code).within(tokens, 0, len(tokens))
    return frozenset(post.kind for post in found)


def loose_kinds(article: Article, where: Span) -> frozenset[str]:
    """The posts named in a stretch of text that no name stands beside; quotations are left out."""
    beside = {
        each.span.start
        for _, person in article.people.mentions_in(where)
        for each in posts_of(article, person).named
    }
    tokens = tokenise(article.document.text, where.start, where.end)
    found = post_words(article.lexicon.code).within(tokens, 0, len(tokens))
    quoted = [each for each in article.speech.quotations if each.start < where.end]
    return frozenset(
        post.kind
        for post in found
        for start in (tokens.starts[post.first],)
        if start not in beside and not any(each.start <= start < each.end for each in quoted)
    )


def posts_of(article: Article, person: Person) -> Posts:
    """The posts that stand beside a name, wherever it is printed."""
    return _posts(article, tuple(person.mentions))


@lru_cache(maxsize=512)
def _posts(article: Article, mentions: tuple[Span, ...]) -> Posts:
    return Posts(tuple(each for span in mentions for each in _beside(article, span)))


def _beside(article: Article, span: Span) -> Iterator[Named]:
    scenes = _scenes(article)
    at = bisect_left(scenes[0], span.end) - 1
    if at < 0:
        return
    scene = scenes[1][at]
    tokens = scene.passage.tokens
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.ends, span.end)
    if first >= len(tokens) or last >= len(tokens):
        return
    words = post_words(article.lexicon.code)
    low, high = scene.passage.bounds(first)
    for begin, end in (*_before(article, scene, low, first), *_behind(article, scene, last, high)):
        for post in _own(words, article, scene, begin, end, first):
            titled = post.first > low and words.subject(tokens.lowers[post.first - 1])
            yield Named(post, scene.passage.span(post.first - titled, post.last))


@lru_cache(maxsize=16)
def _scenes(article: Article) -> tuple[list[int], list[Scene]]:
    scenes = [scene for scene in article.scenes if len(scene.passage.tokens)]
    return [scene.passage.tokens.starts[0] for scene in scenes], scenes


def _own(
    words: PostWords, article: Article, scene: Scene, begin: int, end: int, name: int
) -> Iterator[Post]:
    """Before a name the post next to it, behind it the first one."""
    posts = list(words.within(scene.passage.tokens, begin, end))
    if not posts:
        return
    before = end <= name
    post = posts[-1] if before else _head(posts)
    if not before or _joined(article, scene, post.last + 1, end):
        yield post


def _head(posts: Sequence[Post]) -> Post:
    """The last of those that stand side by side: "justice minister" is no justice."""
    at = 0
    while at + 1 < len(posts) and posts[at + 1].first == posts[at].last + 1:
        at += 1
    return posts[at]


def _joined(article: Article, scene: Scene, first: int, end: int) -> bool:
    """Does nothing stand between a post and the name but its body and titles?"""
    tokens, lexicon = scene.passage.tokens, article.lexicon
    persons = lexicon.data["persons"]
    small = {*lexicon.data["titles"]["of"], *persons["honorifics_either"], ".", "-", ","}
    small |= {*persons["honorifics_masculine"], *persons["honorifics_feminine"]}
    small.update(lexicon.data["grammar"]["determiners"])
    return all(
        tokens.lowers[at] in small or tokens.words[at][0].isupper() for at in range(first, end)
    )


def _before(article: Article, scene: Scene, low: int, first: int) -> Iterator[tuple[int, int]]:
    """The words directly before a name, and those before a comma before it."""
    tokens = scene.passage.tokens
    begin = _back(scene, low, first)
    if begin < first:
        yield begin, first
    if begin <= low + 1 or tokens.words[begin - 1] != "," or not _closed(scene, first):
        return
    start = _back(scene, low, begin - 1)
    if _introduced(article, scene, start, begin - 1) and _titles(article, scene, begin, first):
        yield start, begin - 1


def _introduced(article: Article, scene: Scene, first: int, end: int) -> bool:
    """Does an article or a possessive stand before the last post of a phrase, or nothing?"""
    tokens = scene.passage.tokens
    posts = list(post_words(article.lexicon.code).within(tokens, first, end))
    if not posts:
        return False
    at = posts[-1].first
    small = article.lexicon.stop_words.union(article.lexicon.data["grammar"]["determiners"])
    small = small | {"s"}  # "the woman's lawyer"
    return at == first or not small.isdisjoint(tokens.lowers[max(first, at - OPENING) : at])


def _titles(article: Article, scene: Scene, first: int, end: int) -> bool:
    """Are these nothing but titles, or nothing at all?"""
    tokens = scene.passage.tokens
    persons = article.lexicon.data["persons"]
    titles = {word for form in FORMS for word in persons[f"honorifics_{form}"]}
    posts = post_words(article.lexicon.code)
    return all(
        tokens.words[at][0].isupper()
        or tokens.lowers[at] in {".", *titles}
        or posts.names(tokens.lowers[at])
        for at in range(first, end)
    )


def _closed(scene: Scene, first: int) -> bool:
    """Does a mark stand behind the name, as behind an apposition?"""
    tokens = scene.passage.tokens
    at = first
    while at < len(tokens) and (tokens.words[at][0].isupper() or tokens.words[at] == "-"):
        at += 1
    return at >= len(tokens) or tokens.words[at] in STOPS


def _back(scene: Scene, low: int, first: int) -> int:
    """Where the phrase before a token begins: behind the mark before it."""
    words = scene.passage.tokens.words
    begin = first
    while begin > max(low, first - BEFORE):
        if words[begin - 1] in STOPS and not _title_point(scene, begin - 1):
            break
        begin -= 1
    return begin


def _title_point(scene: Scene, at: int) -> bool:
    """Is it the full stop of "Dr."?"""
    tokens = scene.passage.tokens
    persons = scene.passage.lexicon.data["persons"]
    return tokens.words[at] == "." and tokens.lower(at - 1) in persons["honorifics_either"]


def _behind(article: Article, scene: Scene, last: int, high: int) -> Iterator[tuple[int, int]]:
    """An apposition behind a comma, or what stands in brackets."""
    tokens = scene.passage.tokens
    at = last + 1
    while at + 1 < high and tokens.words[at] == "(":
        end = next((i for i in range(at, high) if tokens.words[i] == ")"), high)
        yield at + 1, end
        at = end + 1
    if at + 1 < high and tokens.words[at].islower() and tokens.words[at + 1] == ",":
        at += 1  # "Elke Wimmer dagegen, die Ministerin,"
    if at >= high or tokens.words[at] != ",":
        return
    begin, end = at + 1, at + 1
    while end < min(high, begin + BEHIND) and tokens.words[end] not in STOPS:
        end += 1
    cues = (said.cue for said in article.speech.attributions if said.cue is not None)
    left, right = tokens.starts[begin] if begin < high else 0, tokens.ends[end - 1]
    if begin >= end or any(left <= cue.start < right for cue in cues):
        return
    opening = tokens.lowers[begin] in article.lexicon.data["grammar"]["determiners"]
    posts = list(post_words(article.lexicon.code).within(tokens, begin, end))
    if not opening and tokens.lowers[begin] in article.lexicon.stop_words:
        return  # "Simon Harris, and the secretary-general"
    if posts and (opening or posts[0].first < begin + OPENING):
        yield begin, end
