"""Is it this event that a sentence tells, or another one in the same words?

Ministers meet often. A country or body that is not among the event's words, and whatever may be the
name of a place that no table holds ("von Malawi und Sambia", "African", "westafrikanisch"), makes
it another one.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.languages.inflection import forms
from factcheck.languages.tokens import Tokens, tokenise
from factcheck.model import Span


def at_home(article: Article, sentence: Span, tokens: Tokens, event: str) -> bool:
    """Is every name of the sentence one of those in the event's words?"""
    terms = [term for term, each in article.names.event_words if each == event]
    known = {name for term in terms for meant in _named(article, tokenise(term)) for name in meant}
    if not all(meant & known for meant in _named(article, tokens)):
        return False
    words = {form for term in terms for word in term.split() for form in _forms(article, word)}
    return not any(_strange(article, sentence, tokens, at, words) for at in range(len(tokens)))


def _forms(article: Article, word: str) -> frozenset[str]:
    return forms(word, article.lexicon) | {word.lower()}


def _named(article: Article, tokens: Tokens) -> Iterator[frozenset[str]]:
    """What each name of a country, body or group may mean."""
    for at in range(len(tokens)):
        hit = article.names.name_at(tokens, at)
        meant = (
            frozenset(term.concept for term in hit[1] if term.concept.isupper()) if hit else None
        )
        if meant:
            yield meant


def _strange(article: Article, sentence: Span, tokens: Tokens, at: int, words: set[str]) -> bool:
    """May the token be the name of a place that is not the event's?"""
    lexicon, word, lower = article.lexicon, tokens.words[at], tokens.lowers[at]
    if lower in words or lower in lexicon.stop_words or article.names.name_at(tokens, at):
        return False
    events = lexicon.data["events"]
    if lower.endswith(tuple(lexicon.data["grammar"]["national_ends"])):
        return not lower.startswith(tuple(events["no_places"]))
    if at == 0 or not word[0].isupper():
        return False
    if lexicon.data["grammar"]["capitalised_nouns"]:
        before = tokens.lowers[at - 1]
        of_actors = before in events["from_places"] and tokens.lower(at - 2) in words
        if not of_actors and before not in events["in_places"]:
            return False
    return not _somebody_or_day(article, sentence, tokens, at)


def _somebody_or_day(article: Article, sentence: Span, tokens: Tokens, at: int) -> bool:
    """Is the token part of a person's name, of an office or of a date?"""
    start = sentence.start + tokens.starts[at]
    spans = [span for span, _ in article.people.mentions_in(sentence)]
    spans += [claim.span for claim in article.claims if claim.kind in {"date", "office"}]
    return any(span.start <= start < span.end for span in spans)
