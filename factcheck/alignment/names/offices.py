"""Whether an office that the article gives a person is another than the source's.

Offices of the tables and posts of the lexicons are compared by what they are, so that languages
play no part: a mayor is no head of a district, a minister of finance none of transport, a deputy
not the one whom he stands in for. Who has several posts in one text may have any of them in the
other, and posts that are held beside others tell two persons apart only at one body. A title that
the source has beside somebody else alone is none of whoever has another one there. Other titles are
compared only in one language and only where they end alike.
"""

from collections.abc import Iterator

from factcheck.alignment.beside import near
from factcheck.alignment.index import index_of
from factcheck.alignment.lines import line_at
from factcheck.alignment.names.persons import Found, agree, name_of, plain
from factcheck.alignment.names.post_words import Post
from factcheck.alignment.names.posts import STOPS, Named, kinds_in, posts_of
from factcheck.alignment.words import ACROSS, Keys, Word, keys_of
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
# Even these are held beside others of one body, or mean the same there.
LOOSE = frozenset({
    "founder", "owner", "member", "candidate", "critic", "publisher", "journalist", "author",
    "teacher",
})  # fmt: skip
# Too wide or too common to be one person's.
COMMON = frozenset({"head", "director", "professor", "officer", "member", "candidate"})
# Two persons, of whatever body.
EXCLUSIVE = (
    frozenset({"president", "general-secretary"}),
    frozenset({"president", "chancellor"}),
)
OVERSEEN = frozenset({
    "executive", "finance-executive", "operations-executive", "technical-executive",
    "personnel-executive", "sales-executive",
})  # fmt: skip
# No director is called so.
NO_DIRECTOR = frozenset({
    "spokesperson", "mayor", "minister", "prime-minister", "prosecutor", "lawyer", "pilot",
    "ambassador", "bishop", "curator", "captain",
})  # fmt: skip
# Posts that are professions as well.
TRAINED = frozenset({"lawyer", "judge", "prosecutor", "midwife", "pilot", "conductor", "curator"})
# Who heads a body speaks for it, but is not called so.
HEADED = frozenset({"head", "spokesperson"})
# A "Vorstandsvorsitzender" is often called a chairman.
CHAIRING = frozenset({"chair", "executive"})
AROUND = 7
# Titles beside a post, which say nothing of it.
TITLES = frozenset({"professor", "member", "officer", "candidate"})
# Posts that languages and countries tell apart differently.
RELATED = tuple(frozenset(group.split()) for group in (
    "minister chancellor state-secretary", "minister prime-minister chancellor",
    "senior-physician medical-director", "commercial-director finance-executive",
    "commercial-director executive", "technical-executive chief-scientist", "lawyer prosecutor",
    "attorney-general minister prosecutor", "city-department mayor finance-executive",
    "police-chief inspector", "police-chief superintendent", "artistic-director executive",
    "general-secretary union-secretary", "coach sporting-director", "midwife nursing-director",
    "president chair supervisory-chair", "president executive governor rector",
    "chair group-leader party-leader staff-council union-secretary",
    "governor prime-minister minister", "administrator executive district-head",
    "captain inspector", "captain superintendent", "captain fire-chief", "captain pilot",
    "analyst chief-economist chief-scientist", "painter sculptor photographer architect",
    "composer pianist violinist cellist singer conductor", "actor singer dancer",
    "engineer architect programmer physicist mathematician pilot",
    "economist sociologist political-scientist historian mathematician",
    "philosopher theologian priest historian", "physicist meteorologist geologist mathematician",
    "biologist virologist pharmacologist forester vet", "chemist pharmacist pharmacologist",
    "surgeon cardiologist virologist", "judge lawyer", "historian curator",
))  # fmt: skip


def other_office(article: Article, found: Found) -> tuple[Span, Span] | None:
    """The title in the article and the one in the source, where the two are of two offices."""
    ours, theirs = _offices(found.person), _offices(found.other)
    if ours and theirs:
        titles = next(iter(ours.values())), next(iter(theirs.values()))
        return None if set(ours) & set(theirs) or _shortened(article, *titles) else titles
    posts = _other_post(article, found) or _of_another(article, found)
    if posts is not None or article.lexicon.code != found.source.lexicon.code:
        return posts
    return _other_title(article, found)


def _shortened(article: Article, left: Span, right: Span) -> bool:
    """Is one title the end of the other: "its president", "Council President"?"""
    determiners = article.lexicon.data["grammar"]["determiners"]
    short, long = sorted(
        ([w for w in tokenise(span.text).lowers if w not in determiners] for span in (left, right)),
        key=len,
    )
    return len(short) < len(long) and long[len(long) - len(short) :] == short


def _other_post(article: Article, found: Found) -> tuple[Span, Span] | None:
    """A post of the article and one of the source that nobody has both."""
    ours = posts_of(article, found.person).named
    theirs = posts_of(found.source, found.other).named
    theirs = tuple(each for each in theirs if each.post.kind not in TITLES) or theirs
    if any(each.post.other_time for each in (*ours, *theirs)):
        return None
    for mine in ours:
        if theirs and all(
            _apart(mine.post, each.post) or _of_one_body(article, mine, found.source, each)
            for each in theirs
        ):
            return mine.span, theirs[0].span
    return None


def _of_one_body(article: Article, ours: Named, source: Article, theirs: Named) -> bool:
    """Two posts of which one may be held beside others, but not at one body."""
    kinds = frozenset({ours.post.kind, theirs.post.kind})
    headed = kinds == HEADED
    if len(kinds) == 1 or any(kinds <= group for group in RELATED):
        return False
    if (kinds & (WIDE | LOOSE) or ours.post.calling or theirs.post.calling) and not headed:
        return False
    if article.lexicon.code != source.lexicon.code and kinds == CHAIRING:
        return False
    index = index_of(source, article.lexicon.code)
    return (headed or bool(kinds & SHARED)) and index.common(
        _body(article, ours), _body(source, theirs)
    ) > 0


def _body(article: Article, named: Named) -> list[Word]:
    """The words beside a post that name what it is of: up to a mark or a name on either side."""
    line = line_at(article, named.span)
    if line is None:
        return []
    tokens = line.scene.passage.tokens
    persons = {span.start for span, _ in article.people.mentions_in(line.span)}
    ends = {span.end for span, _ in article.people.mentions_in(line.span)}
    low, high = named.post.first, named.post.last
    while low > line.first and tokens.words[low - 1] not in STOPS:
        if tokens.ends[low - 1] in ends:
            break
        low -= 1
    while high + 1 < line.end and tokens.words[high + 1] not in STOPS:
        if tokens.starts[high + 1] in persons:
            break
        high += 1
    return [word for word in near(line, named.post, AROUND) if low <= word.at <= high]


def _of_another(article: Article, found: Found) -> tuple[Span, Span] | None:
    """A title that the source has only beside somebody else, and one that he has there instead."""
    source = found.source
    own = [span for span in _titles_of(source, found.other) if _keys(source, span)]
    if not own:
        return None
    known = frozenset(key for span in own for key in _keys(source, span))
    for span in _titles_of(article, found.person):
        keys = _keys(article, span)
        if not keys or not known.isdisjoint(keys) or _beside(source, found.other, keys):
            continue
        for person in source.people.all:
            if agree(name_of(person), name_of(found.other)):
                continue
            theirs = (_keys(source, each) for each in _titles_of(source, person))
            if any(keys <= each or _one_post(keys, each) for each in theirs):
                return span, own[0]
    return None


def _titles_of(article: Article, person: Person) -> tuple[Span, ...]:
    """The titles that stand in one sentence with the name, and its posts."""
    posts = posts_of(article, person).named
    if any(each.post.other_time or each.post.kind in COMMON for each in posts):
        return ()
    named = [line_at(article, span) for span in person.mentions]
    titles = (span for span in person.titles if line_at(article, span) in named)
    found = (*titles, *(each.span for each in posts))
    deputies = article.lexicon.data["posts"]["deputies"]
    deputy = any(word in span.text.lower() for span in found for word in deputies)
    return () if deputy or any(each.post.deputy for each in posts) else found


def _one_post(keys: Keys, others: Keys) -> bool:
    return any(key[0] == "p" for key in keys & others)


def _keys(article: Article, title: Span) -> Keys:
    """What a title is, by its last word and as a post."""
    words = tokenise(title.text).lowers
    keys = keys_of(article.lexicon, words[-1]) if words else frozenset()
    return frozenset(key for key in keys if key[0] not in ACROSS) | {
        f"p:{kind}" for kind in kinds_in(article, title)
    }


def _beside(source: Article, person: Person, keys: Keys) -> bool:
    """Does a sentence that names somebody have a word of the title?"""
    lines = (line_at(source, span) for span in person.mentions)
    return any(
        not keys.isdisjoint(word.keys) for line in lines if line is not None for word in line.words
    )


def _apart(left: Post, right: Post) -> bool:
    """Does one of two posts exclude the other, whatever they are of?"""
    if left.kind == right.kind:
        subjects = left.kind in SUBJECTED and left.subjects and right.subjects
        if subjects and left.subjects.isdisjoint(right.subjects):
            return True
        return left.deputy != right.deputy and left.kind not in TITLES
    kinds = frozenset({left.kind, right.kind})
    if kinds in EXCLUSIVE or ("supervisory-chair" in kinds and kinds & OVERSEEN):
        return True
    if "director" in kinds and kinds & NO_DIRECTOR:
        return True
    if left.calling != right.calling and not kinds & TRAINED:
        return False  # a mayor may be a farmer
    return not (kinds & (SHARED | WIDE | LOOSE) or any(kinds <= group for group in RELATED))


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
