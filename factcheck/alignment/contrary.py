"""A statement of the article that says the opposite of the sentence that it retells.

Either one of the two is denied and the other is not, or one has "more" where the other has "less".
Nothing is said where a word of refusal, such as "avoid" or "debt-free", may stand for the "not", or
where the two have more than the statement in common or less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.alignment.index import index_of
from factcheck.alignment.lines import lines_at
from factcheck.alignment.names import agree
from factcheck.alignment.negation import denial_told
from factcheck.alignment.quotes import find
from factcheck.alignment.said import said_in, sources_in
from factcheck.alignment.statements import Retold, retold
from factcheck.alignment.voices import voice_at, voice_of
from factcheck.claims import Article
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Attribution, Span

DENIED = 0.55
COVERED = 0.6


@dataclass(frozen=True, slots=True)
class Contrary:
    """A statement, the sentence of the source, and the two opposed words; None for a lost "not"."""

    said: Attribution
    source: Article
    place: Span
    words: tuple[str, str] | None


def contraries(article: Article) -> Iterator[Contrary]:
    """The statements that a sentence of a source says the opposite of."""
    for said in article.speech.attributions:
        if said.mode == "hearsay" or not said.content:
            continue
        for source in article.sources:
            if _in_its_words(article, said, source):
                break
            found = retold(article, said, source)
            if found is not None and not found.rivals and _one_speaker(article, said, found):
                yield from _opposed(article, said, source, found)
                break


def _one_speaker(article: Article, said: Attribution, found: Retold) -> bool:
    """Is it said by the same person in both? Others may hold the opposite."""
    ours = voice_of(article, said, article.sources)
    theirs = voice_at(found.line.article, found.line.span, article)
    if ours is None or theirs is None:
        return said.mode == "direct" and said.cue is not None
    return bool(ours.name and theirs.name) and agree(ours.name, theirs.name)


def _in_its_words(article: Article, said: Attribution, source: Article) -> bool:
    """Is it a quotation in the language of the source, whose words are compared one by one?"""
    if source.lexicon.code != article.lexicon.code:
        return False
    quoted = (q for q in article.speech.quotations if _within(q, said.content))
    return any(find(each, source) is not None for each in quoted)


def _within(span: Span, content: Sequence[Span]) -> bool:
    return any(part.start <= span.start < part.end for part in content)


def _opposed(
    article: Article, said: Attribution, source: Article, found: Retold
) -> Iterator[Contrary]:
    ours = [lower for part in said.content for lower in tokenise(part.text).lowers]
    theirs = _told(found)
    denied = _denied(article.lexicon, ours), _denied(source.lexicon, theirs)
    if denied[0] != denied[1]:
        clear = not (
            _refuses(article.lexicon, said, ours) or _refuses(source.lexicon, None, theirs)
        )
        clear = clear and (denied[0] or _in_clause(article, said, source, found))
        if clear and found.likeness >= DENIED and found.covered >= COVERED:
            yield Contrary(said, source, found.line.span, None)
    else:
        words = _poles(article.lexicon, ours, source.lexicon, theirs)
        if words is not None:
            yield Contrary(said, source, found.line.span, words)


def _in_clause(article: Article, said: Attribution, source: Article, found: Retold) -> bool:
    """Is it the clause that tells the same which is denied, and not the next one?"""
    words = [
        word
        for part in said.content
        for line in lines_at(article, part)
        for word in line.words
        if part.start <= line.scene.passage.tokens.starts[word.at] < part.end
    ]
    return denial_told(index_of(source, article.lexicon.code), words, found.line)


def _told(found: Retold) -> list[str]:
    """The words of the sentence but for those that name who says it, and those that surround the
    words of a quotation: "Leon Drury, who voted no, said: ..."."""
    line = found.line
    tokens = line.scene.passage.tokens
    names = sources_in(line)
    said = [part for each in said_in(line.article, line.span) for part in each.content]
    return [
        tokens.lowers[at]
        for at in range(line.first, line.end)
        for start in (tokens.starts[at],)
        if not any(each.start <= start < each.end for each in names)
        and (not said or any(part.start <= start < part.end for part in said))
    ]


def _denied(lexicon: Lexicon, lowers: Sequence[str]) -> bool:
    return not lexicon.glossary.negations.isdisjoint(lowers)


def _refuses(lexicon: Lexicon, said: Attribution | None, lowers: Sequence[str]) -> bool:
    """Is there a word that denies by its own sense?"""
    section = lexicon.data["glossary"]
    words = {*lowers, *(tokenise(said.cue.text).lowers if said and said.cue else ())}
    ends, starts = tuple(section["refusing_ends"]), tuple(section["refusing_starts"])
    return not words.isdisjoint(section["refusals"]) or any(
        word.endswith(ends) or word.startswith(starts)
        for word in words
        if word not in lexicon.stop_words
    )


def _poles(
    lexicon: Lexicon, ours: Sequence[str], other: Lexicon, theirs: Sequence[str]
) -> tuple[str, str] | None:
    """Two words of one scale, one at either end, where neither text has both ends."""
    for axis, ends in lexicon.data["opposites"].items():
        mine = [[word for word in ours if word in end] for end in ends]
        their = [[word for word in theirs if word in end] for end in other.data["opposites"][axis]]
        for here in (0, 1):
            if mine[here] and their[1 - here] and not mine[1 - here] and not their[here]:
                return mine[here][0], their[1 - here][0]
    return None
