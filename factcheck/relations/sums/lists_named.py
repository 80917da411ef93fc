"""Announced lists without a sign before them: "die drei Länder Polen, Litauen und Lettland", "in
drei Städten, in Kiel, in Bremen und in Jena".

Names of the tables one after another behind the count and its noun; behind "nämlich", or where the
list repeats the preposition before the count, any words with a capital.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

SHORT_ITEM = 3
NEAR_NUMBER = 4
YEAR_LENGTH = 4
ENDS = frozenset(".!?")


def named_list(scene: Scene, claim: Claim) -> Iterator[Relation]:
    """As in "die drei Länder Polen, Litauen und Lettland", "two states, Poland and Latvia,"."""
    tokens, conjunctions = scene.passage.tokens, scene.passage.lexicon.data["lists"]["conjunctions"]
    start = scene.last_token(claim) + 1
    comma = tokens.lower(start) == ","
    namely = scene.passage.lexicon.phrases("lists", "namely").at(tokens, start + comma)
    at, end = start + comma + (namely[0] if namely else 0), scene.passage.bounds(start - 1)[1]
    ranges: list[tuple[int, int]] = []
    closed = False
    again = _again(scene, claim, at) if comma else ""
    while at < end:
        closed = tokens.lower(at - 1) in conjunctions
        at += bool(again) and tokens.lower(at) == again
        last = _name_end(scene, at)
        if again and last is not None and not _of_states(scene, claim):
            return  # "in fünf Städten, in Frankreich und Spanien": others than those announced
        if last is None and again and is_year(scene, at):
            last = at
        last = _capitalised(scene, at) if last is None and (namely or again) else last
        if last is None and comma:  # "its founders, Ann Lee, Bob Hill and Carl Orr,"
            last = _capitalised(scene, at)
            last = last if last == at + 1 else None
        if last is None:
            return
        ranges.append((at, last))
        if closed or (tokens.lower(last + 1) != "," and tokens.lower(last + 1) not in conjunctions):
            break
        at = last + 2
    if closed and _besides(scene, ranges):
        ranges.pop()
    after = tokens.lower(ranges[-1][1] + 1) if ranges else ""
    after = "," if again and after in ENDS else after  # "in drei Städten, in A, in B und in C."
    if (
        not closed
        or after in conjunctions
        or (comma != (after == ","))
        or partial(scene, claim, start)
    ):
        return
    spans = [scene.passage.span(first, last) for first, last in ranges]
    members: list[tuple[str, Claim | Span]] = [("announced", claim)]
    members += [("item", span) for span in spans]
    yield Relation(
        "list", tuple(members), scene.passage.document.span(claim.span.start, spans[-1].end)
    )


def _besides(scene: Scene, ranges: Sequence[tuple[int, int]]) -> bool:
    """As in "in den drei Ländern A, B, C sowie den Niederlanden": its article sets it apart."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    determiners = lexicon.data["grammar"]["determiners"]
    led = [tokens.lowers[first] in determiners for first, _ in ranges]
    joined = tokens.lowers[ranges[-1][0] - 1] in lexicon.data["lists"]["beside"]
    return joined and len(led) > 2 and led[-1] and not any(led[:-1])


def is_year(scene: Scene, at: int) -> bool:
    """Are the four digits at this token those of a year?"""
    word = scene.passage.tokens.words[at]
    return word.isdigit() and len(word) == YEAR_LENGTH and word[0] in "12"


def _again(scene: Scene, claim: Claim, at: int) -> str:
    """The preposition before the announced number, if the list begins with it too: "in Kiel"."""
    tokens, first = scene.passage.tokens, scene.first_token(claim)
    before = tokens.lower(first - 1) if first else ""
    if before in scene.passage.lexicon.data["grammar"]["determiners"] and first > 1:
        before = tokens.lower(first - 2)
    known = before in scene.passage.lexicon.data["parts"]["before_whole"]
    return before if known and tokens.lower(at) == before else ""


def _of_states(scene: Scene, claim: Claim) -> bool:
    states = scene.passage.lexicon.data["glossary"]["words"]["country"]
    return claim.quantity is not None and claim.quantity.head in states


def _name_end(scene: Scene, at: int) -> int | None:
    """The last token of the known name that begins here, perhaps behind its article."""
    if scene.passage.tokens.lower(at) in scene.passage.lexicon.data["grammar"]["determiners"]:
        at += 1
    hit = scene.names.name_at(scene.passage.tokens, at) if scene.names else None
    return at + hit[0] - 1 if hit else None


def _capitalised(scene: Scene, at: int) -> int | None:
    """The last of the capitalised words that begin here, where "namely" says that each is one."""
    words = scene.passage.tokens.words
    end = at
    while end < len(words) and words[end][0].isupper() and end - at < SHORT_ITEM:
        end += 1
    return end - 1 if end > at else None


def partial(scene: Scene, claim: Claim, opener: int) -> bool:
    """As in "drei weitere Länder", "zwei der fünf Minister": the list may be of something else."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    first = scene.first_token(claim)
    if any(
        tokens.lowers[at] in lexicon.data["lists"]["partial_before"]
        for at in range(max(0, first - 1), opener)
    ):
        return True
    of_words = lexicon.data["titles"]["of"]
    return any(
        0 < first - scene.last_token(other) <= NEAR_NUMBER
        and tokens.lowers[scene.last_token(other) + 1] in of_words
        for other in scene.claims
        if other.quantity is not None and other.span.end <= claim.span.start
    )
