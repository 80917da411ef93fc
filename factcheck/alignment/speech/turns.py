"""Whose turn it is in a transcript: the name before the colon that opens a block.

"Leila Haddad: Good afternoon.", "Ruth Caldbeck (director, Rivers Watch): Put it ...", "Zeuge Karl
Ammon, Bauoberrat a. D.: Nein." and "Governor of Styria, Ann Lee: We ..." hold for what follows, up
to the next such opening. A label that is nobody's name ("Chair:", "Frage:") ends a turn, and one
before a quotation is none. A speech
is one turn, where its heading names one person ("Keynote by Marcus Ellery") and it says "I".
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from factcheck.alignment.names.post_words import post_words
from factcheck.claims import Article
from factcheck.extract.speech.words import VERB, speech_words
from factcheck.model import Person, Span
from factcheck.relations.scene import Scene

MOST_TOKENS, MOST_WORDS, FEWEST_TURNS = 20, 5, 3
HEADING = 2
QUOTES = frozenset('„“”"»«')
STOPS = QUOTES | frozenset("!?;")


def speaker_of_turn(source: Article, span: Span) -> Person | None:
    """The person in whose turn a span stands; None for nobody who is known."""
    starts, speakers = _turns(source)
    at = bisect_right(starts, span.start) - 1
    return speakers[at] if at >= 0 else None


def is_transcript(source: Article) -> bool:
    """Do labels say throughout whose turn it is?"""
    return len(_turns(source)[0]) >= FEWEST_TURNS


@lru_cache(maxsize=8)
def _turns(source: Article) -> tuple[list[int], list[Person | None]]:
    starts: list[int] = []
    speakers: list[Person | None] = []
    labels: list[str] = []
    for scene in source.scenes:
        label = _label(source, scene)
        if label is not None:
            starts.append(scene.passage.block.span.start)
            labels.append(label.text)
            speakers.append(_person(source, label))
    told = [speaker for speaker in speakers if speaker is not None]
    several = len(set(labels)) > 1 and len(told) > 1 and len(starts) >= FEWEST_TURNS
    if several:
        return starts, speakers
    begins, speaker = _speech(source)
    later = [(start, who) for start, who in zip(starts, speakers, strict=True) if start > begins]
    return ([begins, *dict(later)], [speaker, *dict(later).values()]) if speaker else ([], [])


def _person(source: Article, label: Span) -> Person | None:
    """The one person of a label."""
    only = source.people.only_in(label)
    return only[1] if only is not None else None


def _speech(source: Article) -> tuple[int, Person | None]:
    """Where the speech of one person begins that the heading announces, and whose it is."""
    persons = source.lexicon.data["persons"]
    for number, scene in enumerate(source.scenes[:HEADING]):
        lowers = scene.passage.tokens.lowers
        only = source.people.only_in(scene.passage.block.span)
        if only is not None and not set(persons["addresses"]).isdisjoint(lowers):
            rest = source.scenes[number + 1 :]
            said = (lower for each in rest for lower in each.passage.tokens.lowers)
            if sum(lower in persons["pronouns_first"] for lower in said) >= FEWEST_TURNS:
                return rest[0].passage.block.span.start, only[1]
    return 0, None


def _label(source: Article, scene: Scene) -> Span | None:
    """The words before the colon that opens a block, if they can be a speaker's name and post."""
    tokens = scene.passage.tokens
    kinds = speech_words(source.lexicon.code).kinds
    named = True  # up to the first comma or bracket: "Dr Ibsen, state epidemiologist"
    for colon, word in enumerate(tokens.words[:MOST_TOKENS]):
        if word == ":":
            break
        named = named and word not in "(,"
        if word in STOPS or (named and kinds.get(tokens.lowers[colon], 0) & VERB):
            return None
    else:
        return None
    if colon == 0 or not tokens.words[0][0].isupper() or _quotes(tokens.words, colon + 1):
        return None
    label = source.document.span(tokens.starts[0], tokens.ends[colon - 1])
    return label if _person(source, label) or _capitals(source, scene, colon) else None


def _quotes(words: Sequence[str], at: int) -> bool:
    """Does a quotation follow? Then what is quoted is said, and no more."""
    return at < len(words) and words[at] in QUOTES


def _capitals(source: Article, scene: Scene, colon: int) -> bool:
    """A few words with capitals or of posts; what brackets add, or a comma, does not count."""
    tokens, posts = scene.passage.tokens, post_words(source.lexicon.code)
    words = 0
    for at in range(colon):
        if tokens.words[at] in "(,":
            break
        if tokens.words[at].isalpha():
            words += 1
            if not tokens.words[at][0].isupper() and not posts.names(tokens.lowers[at]):
                return False
    return 0 < words <= MOST_WORDS
