"""A statement of the article that says the opposite of the sentence that it retells.

Either one of the two is denied and the other is not, or one has "more" where the other has "less".
Nothing is said where a word of refusal, such as "avoid" or "debt-free", may stand for the "not", or
where the two have more than the statement in common or less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, lines_at
from factcheck.alignment.names.named import acquainted
from factcheck.alignment.names.persons import agree
from factcheck.alignment.speech.clauses import told_by_clause
from factcheck.alignment.speech.denials import denials
from factcheck.alignment.speech.negation import denial_told
from factcheck.alignment.speech.opposites import poles, refuses
from factcheck.alignment.speech.quotes import find
from factcheck.alignment.speech.said import said_in, sources_in
from factcheck.alignment.speech.voices import lines_of_voice, voice_at, voice_of
from factcheck.alignment.statements import Retold, retold, spoken_by
from factcheck.claims import Article
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Attribution, Span

DENIED, DENIED_SPOKEN = 0.55, 0.5
COVERED, COVERED_SPOKEN = 0.55, 0.45
# Of short clauses of one speaker.
DENIED_SHORT, MUCH_LONGER = 0.48, 2
# A sentence that is hardly longer than its translation has no clause more.
WHOLE = 1.5


@dataclass(frozen=True, slots=True)
class Contrary:
    """What is said or told, the sentence of the source, and the two opposed words; None where
    only one of the two has a "not", which a quotation has `lost`."""

    content: tuple[Span, ...]
    source: Article
    place: Span
    words: tuple[str, str] | None
    lost: bool = False


def contraries(article: Article) -> Iterator[Contrary]:
    """What a sentence of a source says the opposite of."""
    found = list(_contraries(article))
    yield from found
    told = [part for each in found for part in each.content]
    for denial in denials(article) if acquainted(article) else ():
        span = denial.ours.span
        if not any(part.start < span.end and span.start < part.end for part in told):
            place = denial.theirs
            yield Contrary((span,), place.article, place.span, denial.words, denial.lost)


def _contraries(article: Article) -> Iterator[Contrary]:
    for said in article.speech.attributions:
        if said.mode == "hearsay" or not said.content:
            continue
        for source in article.sources:
            if _in_its_words(article, said, source):
                break
            found = _of_one_speaker(article, said, source) or retold(article, said, source)
            sure = found is not None and not found.rivals and _one_speaker(article, said, found)
            opposed = list(_opposed(article, said, source, found)) if found and sure else []
            yield from opposed or _in_short(article, said, source)
            if sure:
                break


def _of_one_speaker(article: Article, said: Attribution, source: Article) -> Retold | None:
    """The one sentence that the speaker of a translated quotation says in the source."""
    if said.mode != "direct" or source.lexicon.code == article.lexicon.code:
        return None
    voice = voice_of(article, said, article.sources)
    if voice is None or not voice.name:
        return None
    return spoken_by(article, said, source, lines_of_voice(source, voice.name, article))


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
    words = poles(article.lexicon, ours, source.lexicon, theirs)
    ours, theirs = _without(ours, words), _without(theirs, words)
    denied = _denied(article.lexicon, ours), _denied(source.lexicon, theirs)
    if denied[0] != denied[1] and words is None:
        clear = not (
            _refuses(article.lexicon, said, ours) or _refuses(source.lexicon, None, theirs)
        )
        whole = found.of_one_speaker and len(theirs) <= WHOLE * len(ours)
        clear = clear and (denied[0] or whole or _in_clause(article, said, source, found))
        if clear and _close(said, found) and not _denied_in_part(article, said):
            lost = denied[1] and said.mode == "direct"
            yield Contrary(tuple(said.content), source, found.line.span, None, lost)
    elif denied[0] == denied[1] and words is not None:
        yield Contrary(tuple(said.content), source, found.line.span, words)


def _denied_in_part(article: Article, said: Attribution) -> bool:
    """As in "“A kills B,” he said. “We have no proof of C.”": the sentence may be the other's."""
    parts = {_denied(article.lexicon, tokenise(part.text).lowers) for part in said.content}
    return len(parts) > 1


def _in_short(article: Article, said: Attribution, source: Article) -> Iterator[Contrary]:
    """A clause that the same speaker has in the source, denied in one of the two and in no other
    clause of the other's sentence, or with a word for which the other has the opposite."""
    told = told_by_clause(article, said, source)
    if told is None:
        return
    ours, theirs = told.ours, told.theirs
    lexicons = article.lexicon, source.lexicon
    cued = [*ours.lowers, *_cue(said)], [*theirs.lowers, *_cues(theirs.line)]
    words = poles(lexicons[0], cued[0], lexicons[1], cued[1])
    lines = ours.line.lowers, theirs.line.lowers
    denied = tuple(_denied(*each) for each in zip(lexicons, lines, strict=True))
    content = tuple(said.content)
    if words is not None and denied[0] == denied[1]:
        cue = (said.cue,) if said.cue is not None and words[0] in _cue(said) else ()
        yield Contrary((*content, *cue), source, theirs.line.span, words)
    if words is not None or denied[0] == denied[1] or told.likeness < DENIED_SHORT:
        return
    short, long = sorted((len(ours.lowers), len(theirs.lowers)))
    own = [lower for lower in lines[0] if lower not in lines[1]]
    other = [lower for lower in lines[1] if lower not in lines[0]]
    refused = _refuses(article.lexicon, said, own) or _refuses(source.lexicon, None, other)
    clause = _denied(lexicons[0], ours.lowers) or _denied(lexicons[1], theirs.lowers)
    if clause and not refused and long <= MUCH_LONGER * short:
        lost = denied[1] and said.mode == "direct"
        yield Contrary(content, source, theirs.line.span, None, lost)


def _cue(said: Attribution) -> Sequence[str]:
    """The words by which it is told that somebody says so: "denied"."""
    return tokenise(said.cue.text).lowers if said.cue is not None else ()


def _cues(line: Line) -> Iterator[str]:
    for said in said_in(line.article, line.span):
        yield from _cue(said)


def _close(said: Attribution, found: Retold) -> bool:
    """Have the two so much in common that a lost "not" is no other clause's?"""
    if found.of_one_speaker:
        return True
    spoken = said.mode == "direct"
    likeness, covered = (DENIED_SPOKEN, COVERED_SPOKEN) if spoken else (DENIED, COVERED)
    return not found.around and found.likeness >= likeness and found.covered >= covered


def _without(lowers: Sequence[str], words: Sequence[str] | None) -> list[str]:
    """Without the opposed words, which may be a "nobody"."""
    return [lower for lower in lowers if words is None or lower not in words]


def _in_clause(article: Article, said: Attribution, source: Article, found: Retold) -> bool:
    """Is it the clause that tells the same which is denied, and not the next one?"""
    words = [
        word
        for part in said.content
        for line in lines_at(article, part)
        for word in line.words
        if part.start <= line.scene.passage.tokens.starts[word.at] < part.end
    ]
    length = sum(len(tokenise(part.text)) for part in said.content)
    return denial_told(index_of(source, article.lexicon.code), words, length, found.line)


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
    return refuses(lexicon.code, {*lowers, *(_cue(said) if said else ())})
