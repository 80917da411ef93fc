"""What it means that a quotation has other words than the source."""

from collections.abc import Sequence
from enum import Enum

from rapidfuzz.distance import OSA

from factcheck.alignment.speech.quotes import SHORTEST_ALTERED, Change, Match, words_in
from factcheck.claims import Article
from factcheck.languages.tokens import tokenise
from factcheck.model import Span
from factcheck.reference.names import fold

LONG_WORD = 5


class Kind(Enum):
    """How much a change matters: it turns the sense, puts in a word, leaves one out, or little."""

    SENSE = 1
    WORD = 2
    LEFT_OUT = 3
    SMALL = 4


def kind_of(article: Article, change: Change) -> Kind:
    """Negations, numbers, names and comparisons turn the sense; function words do not matter."""
    lexicon = article.lexicon
    glossary = lexicon.glossary
    if "".join(change.quoted) == "".join(change.source):
        return Kind.SMALL  # per cent and percent
    ours, theirs = set(change.quoted), set(change.source)
    for words in (glossary.negations, glossary.comparisons):
        if ours & words != theirs & words:
            return Kind.SENSE
    if any(
        ours & pair and theirs & pair and ours & pair != theirs & pair for pair in glossary.turns
    ):
        return Kind.SENSE  # "after Christmas" for "before Christmas"
    if _numbers(article, ours) != _numbers(article, theirs):
        return Kind.SENSE
    new = {word for word in ours - theirs if word not in lexicon.stop_words}
    old = {word for word in theirs - ours if word not in lexicon.stop_words}
    new = {word for word in new if not any(_one_word(word, other) for other in old)}
    if new:
        return Kind.WORD
    return Kind.LEFT_OUT if len(old) > len(ours) else Kind.SMALL


def _numbers(article: Article, words: set[str]) -> set[str]:
    """Numbers in digits and the scale words beside them."""
    scales = article.lexicon.scales.first_words
    numbers = article.lexicon.data["numbers"]
    counted = {*numbers["digits"], *numbers["tens"], *scales} - set(numbers["articles"]["words"])
    return {word for word in words if word[0].isdigit() or word in counted}


def _one_word(left: str, right: str) -> bool:
    """One word in two spellings or forms."""
    if fold(left) == fold(right):
        return True
    if left[:LONG_WORD] == right[:LONG_WORD] and len(left) >= LONG_WORD:
        return True
    long = min(len(left), len(right)) >= LONG_WORD
    return long and OSA.distance(left, right, score_cutoff=1) <= 1


def loses_negation(article: Article, quotation: Span, match: Match) -> bool:
    """Is a "not" of the clause cut off that stands nowhere else in the article's sentence?"""
    negations = article.lexicon.glossary.negations
    if negations.isdisjoint(match.cut) or len(words_in(quotation.text)) < SHORTEST_ALTERED:
        return False
    for scene in article.scenes:
        block = scene.passage.block.span
        if block.start <= quotation.start < block.end:
            sentence = scene.passage.sentence(_token(scene.passage.tokens.starts, quotation.start))
            return negations.isdisjoint(tokenise(sentence.text).lowers)
    return False


def _token(starts: Sequence[int], offset: int) -> int:
    return max(at for at, start in enumerate(starts) if start <= offset)
