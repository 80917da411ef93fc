"""Whether an office that the article gives a person is another than the source's.

Offices of the tables and posts of the lexicons are compared by what they are, so that languages
play no part: a mayor is no head of a district, a minister of finance none of transport, a deputy
not the one whom he stands in for. Who has several posts in one text may have any of them in the
other. Other titles are compared only in one language and only where they end alike.
"""

from collections.abc import Iterator

from factcheck.alignment.names.persons import Found, plain
from factcheck.alignment.names.post_words import Post
from factcheck.alignment.names.posts import posts_of
from factcheck.claims import Article
from factcheck.languages.tokens import tokenise
from factcheck.model import Person, Span

SHORTEST_HEAD, QUALIFIER = 5, 4
LOOK_BACK = 40
# What these are for tells them apart.
SUBJECTED = frozenset({"minister", "state-secretary"})
# Posts that are held beside others, and words that say little.
SHARED = frozenset({
    "president", "chair", "supervisory-chair", "party-leader", "group-leader", "founder", "owner",
    "member", "candidate",
})  # fmt: skip
WIDE = frozenset({"head", "director", "professor", "officer"})
# Of one body they are two persons.
EXCLUSIVE = (
    frozenset({"president", "general-secretary"}),
    frozenset({"president", "chancellor"}),
)
# Titles beside a post, which say nothing of it.
TITLES = frozenset({"professor", "member", "officer", "candidate"})
# Posts that languages and countries tell apart differently.
RELATED = (
    frozenset({"minister", "chancellor", "state-secretary"}),
    frozenset({"minister", "prime-minister", "chancellor"}),
    frozenset({"senior-physician", "medical-director"}),
    frozenset({"commercial-director", "finance-executive"}),
    frozenset({"commercial-director", "executive"}),
    frozenset({"technical-executive", "chief-scientist"}),
    frozenset({"lawyer", "prosecutor"}),
    frozenset({"attorney-general", "minister", "prosecutor"}),
    frozenset({"city-department", "mayor", "finance-executive"}),
    frozenset({"police-chief", "inspector"}),
    frozenset({"police-chief", "superintendent"}),
    frozenset({"artistic-director", "executive"}),
    frozenset({"general-secretary", "union-secretary"}),
    frozenset({"coach", "sporting-director"}),
    frozenset({"midwife", "nursing-director"}),
)


def other_office(article: Article, found: Found) -> tuple[Span, Span] | None:
    """The title in the article and the one in the source, where the two are of two offices."""
    ours, theirs = _offices(found.person), _offices(found.other)
    if ours and theirs:
        if set(ours) & set(theirs):
            return None
        return next(iter(ours.values())), next(iter(theirs.values()))
    posts = _other_post(article, found)
    if posts is not None or article.lexicon.code != found.source.lexicon.code:
        return posts
    return _other_title(article, found)


def _other_post(article: Article, found: Found) -> tuple[Span, Span] | None:
    """A post of the article and one of the source that nobody has both."""
    ours = posts_of(article, found.person).named
    theirs = posts_of(found.source, found.other).named
    theirs = tuple(each for each in theirs if each.post.kind not in TITLES) or theirs
    if any(each.post.other_time for each in (*ours, *theirs)):
        return None
    for mine in ours:
        if theirs and all(_apart(mine.post, each.post) for each in theirs):
            return mine.span, theirs[0].span
    return None


def _apart(left: Post, right: Post) -> bool:
    """Does one of two posts exclude the other?"""
    if left.kind == right.kind:
        subjects = left.kind in SUBJECTED and left.subjects and right.subjects
        if subjects and left.subjects.isdisjoint(right.subjects):
            return True
        return left.deputy != right.deputy and left.kind not in TITLES
    kinds = frozenset({left.kind, right.kind})
    if kinds in EXCLUSIVE:
        return True
    return not (kinds & (SHARED | WIDE) or any(kinds <= group for group in RELATED))


def _offices(person: Person) -> dict[str, Span]:
    """The offices that somebody holds now, without their bodies, and where they are printed."""
    return {
        office.rpartition(":")[2]: role.title
        for role in person.roles
        if role.standing == "current"
        for office in role.offices
    }


def _other_title(article: Article, found: Found) -> tuple[Span, Span] | None:
    theirs = [(span, *_parts(found.source, span)) for span in found.other.titles]
    known = {word for _, qualifier, _ in theirs for word in (qualifier[:QUALIFIER],)}
    for span in found.person.titles:
        qualifier, head = _parts(article, span)
        if not qualifier or qualifier[:QUALIFIER] in known:
            continue
        if qualifier[:QUALIFIER] in _beginnings(found.source):
            continue
        for other, their_qualifier, their_head in theirs:
            if their_qualifier and _one_head(head, their_head):
                return span, other
    return None


def _parts(article: Article, span: Span) -> tuple[str, str]:
    """What a title is of, and what it is: ("verkehrs", "ministerin"), ("health", "secretary")."""
    word = "".join(plain(tokenise(span.text).words[-1]))
    if article.lexicon.glossary.compounds:
        for cut in range(QUALIFIER, len(word) - SHORTEST_HEAD + 1):
            if article.lexicon.glossary.of(word[cut:]):
                return word[:cut], word[cut:]
        return "", word
    text = article.document.text[max(0, span.end - LOOK_BACK) : span.end]
    words = tokenise(text).lowers
    before = words[-2] if len(words) > 1 else ""
    shown = tokenise(text).words[-2:]
    titled = len(shown) == 2 and all(each[0].isupper() and each.isalpha() for each in shown)
    return (before if titled else ""), word


def _one_head(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return long.startswith(short[:SHORTEST_HEAD])


def _beginnings(source: Article) -> frozenset[str]:
    return frozenset(_all_beginnings(source))


def _all_beginnings(source: Article) -> Iterator[str]:
    for scene in source.scenes:
        for lower in scene.passage.tokens.lowers:
            yield "".join(plain(lower))[:QUALIFIER]
