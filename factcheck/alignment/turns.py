"""Whose turn it is in a transcript: the name before the colon that opens a block.

"Leila Haddad: Good afternoon." and "Ruth Caldbeck (director, Rivers Watch): Put it ..." hold for
what follows, up to the next such opening. A label that is nobody's name ("Chair:") ends a turn. A
speech is one turn, where its heading names one person ("Keynote by Marcus Ellery") and it says "I".
"""

from bisect import bisect_right
from functools import lru_cache

from factcheck.alignment.post_words import post_words
from factcheck.claims import Article
from factcheck.model import Person, Span
from factcheck.relations.scene import Scene

MOST_TOKENS, MOST_WORDS, FEWEST_TURNS = 20, 5, 3
HEADING = 2


def speaker_of_turn(source: Article, span: Span) -> Person | None:
    """The person in whose turn a span stands; None for nobody who is known."""
    starts, speakers = _turns(source)
    at = bisect_right(starts, span.start) - 1
    return speakers[at] if at >= 0 else None


@lru_cache(maxsize=8)
def _turns(source: Article) -> tuple[list[int], list[Person | None]]:
    starts: list[int] = []
    speakers: list[Person | None] = []
    for scene in source.scenes:
        label = _label(source, scene)
        if label is not None:
            starts.append(scene.passage.block.span.start)
            speakers.append(source.people.at(label))
    named = [person for person in speakers if person is not None]
    several = len({id(person) for person in named}) > 1 and len(starts) >= FEWEST_TURNS
    return (starts, speakers) if several else _speech(source)


def _speech(source: Article) -> tuple[list[int], list[Person | None]]:
    """The one turn of a text that its heading calls a speech of somebody."""
    persons = source.lexicon.data["persons"]
    for number, scene in enumerate(source.scenes[:HEADING]):
        lowers = scene.passage.tokens.lowers
        named = source.people.mentions_in(scene.passage.block.span)
        one = {id(person) for _, person in named}
        if len(one) == 1 and not set(persons["addresses"]).isdisjoint(lowers):
            rest = source.scenes[number + 1 :]
            said = (lower for each in rest for lower in each.passage.tokens.lowers)
            if sum(lower in persons["pronouns_first"] for lower in said) >= FEWEST_TURNS:
                return [rest[0].passage.block.span.start], [named[0][1]]
    return [], []


def _label(source: Article, scene: Scene) -> Span | None:
    """The words before the colon, if they are a few with capitals; what brackets add is left."""
    tokens = scene.passage.tokens
    posts = post_words(source.lexicon.code)
    words, depth, last = 0, 0, -1
    for at, word in enumerate(tokens.words[:MOST_TOKENS]):
        if word in "()":
            depth += 1 if word == "(" else -1
        elif word == ":" and not depth:
            break
        elif not depth and word not in ".,":
            words, last = words + 1, at
            if not word[0].isupper() and not posts.names(tokens.lowers[at]):
                return None
    else:
        return None
    if not 0 < words <= MOST_WORDS:
        return None
    return source.document.span(tokens.starts[0], tokens.ends[last])
