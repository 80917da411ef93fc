"""What one of two texts denies and the other tells: "would not appeal", "would appeal".

Whoever says it, and in whatever sentence: the word that is denied, and most of what stands near it,
must be told in the other text without a "not", and neither text may have both. Words of refusal may
stand for the "not". Two words at the ends of one scale are held against each other likewise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.names.persons import one_name
from factcheck.alignment.speech.negation import clauses_of
from factcheck.alignment.speech.opposites import poles, refuses
from factcheck.alignment.speech.quotes import find
from factcheck.alignment.speech.said import said_in, sources_in
from factcheck.alignment.speech.voices import voice_at, voice_of
from factcheck.alignment.words import ACROSS, Keys, Word, keys_of
from factcheck.claims import Article

NEAR, BEHIND = 6, 4
# How much of the words near the one the other sentence has, and the other way round.
DENIED, TOLD, OPPOSED = 0.5, 0.45, 0.6
SHARED, ALIKE, AGAIN, BARE = 2, 0.45, 0.75, 0.3
QUESTION = "?"


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence of the article and one of a source that say the opposite, and the opposed words;
    None where one of the two has a "not", which the article has `lost`."""

    ours: Line
    theirs: Line
    words: tuple[str, str] | None
    lost: bool


@dataclass(frozen=True, slots=True)
class Core:
    """The token of a word on which a sentence turns, its clause, and the words near it.

    `counts` tells that a figure is among them.
    """

    line: Line
    at: int
    clause: tuple[int, int]
    near: tuple[Word, ...]
    counts: bool

    @property
    def lowers(self) -> Sequence[str]:
        """The words of its clause."""
        first, end = self.clause
        return self.line.scene.passage.tokens.lowers[first:end]


def denials(article: Article) -> Iterator[Denial]:
    """Every sentence that tells what a source denies, or denies what it tells."""
    for line in lines_of(article):
        if line.heading or _asks(line):
            continue
        for source in article.sources:
            if _quoted(line, source):
                break
            index = index_of(source, article.lexicon.code)
            places = [index.lines[at] for at in index.like(line)]
            found = next(_among(index, line, places), None)
            if found is not None:
                yield found
                break


def _quoted(line: Line, source: Article) -> bool:
    """Does it quote the source in its own words, which are compared one by one?"""
    return line.article.lexicon.code == source.lexicon.code and any(
        find(quotation, source) is not None
        for quotation in line.article.speech.quotations
        if line.span.start <= quotation.start < line.span.end
    )


def _among(index: Index, line: Line, places: Sequence[Line]) -> Iterator[Denial]:
    beside = lines_of(line.article)[max(0, line.number - 1) : line.number + 2]
    for other in places:
        if other.heading or _asks(other):
            continue
        ours, theirs = _negations(line), _negations(other)
        if ours == theirs:
            words = _opposed(index, line, other)
            clear = words is not None and not _told_as_well(index, line, other, places)
            if clear and not _apart(line, other):
                yield Denial(line, other, words, lost=False)
            continue
        denying, telling = (line, other) if ours > theirs else (other, line)
        texts = (beside, places) if ours > theirs else (places, beside)
        for core in denied_in(denying):
            told = _told(index, core, telling)
            if told is None or core.counts or told.counts:
                continue  # what is said of a figure is told with it
            if not _also(index, core, told, *texts) and not _apart(line, other):
                yield Denial(line, other, None, lost=ours < theirs)


def _negations(line: Line) -> int:
    negations = line.article.lexicon.glossary.negations
    return sum(lower in negations for lower in line.lowers)


def _told(index: Index, core: Core, other: Line) -> Core | None:
    """The word that one sentence denies, as the other tells it."""
    keys = _keys(core, index)
    words = _words(other)
    if any(word.at != core.at and not keys.isdisjoint(word.keys) for word in _words(core.line)):
        return None  # "it was switched off, and nobody switched it on again"
    if index.common(core.near, words) < SHARED and index.likeness(core.line, other) < ALIKE:
        return None
    if index.shared(core.near, words) < DENIED:
        return None
    negations = other.article.lexicon.glossary.negations
    for word in words:
        if not keys.isdisjoint(word.keys):
            told = _core(other, word.at)
            shared = index.shared(told.near, core.line.words)
            denied = not negations.isdisjoint(told.lowers)
            if shared >= TOLD and not denied and not _refused(core, told):
                return told
    return None


def _keys(core: Core, index: Index) -> frozenset[str]:
    own = next(word.keys for word in core.near if word.at == core.at)
    return frozenset(key for key in own if index.across or key[0] not in ACROSS)


def _also(
    index: Index, core: Core, told: Core, denying: Sequence[Line], telling: Sequence[Line]
) -> bool:
    """Does the text that denies it tell it as well, or the one that tells it deny it?"""
    as_much = AGAIN * index.shared(told.near, core.line.words)
    if any(not line.negated and index.shared(told.near, line.words) > as_much for line in denying):
        return True
    as_much = AGAIN * index.shared(core.near, told.line.words)
    keys = _keys(core, index)
    return any(
        not keys.isdisjoint(_keys(each, index))
        and index.shared(core.near, each.line.words) > as_much
        for line in telling
        for each in denied_in(line)
    )


def _opposed(index: Index, line: Line, other: Line) -> tuple[str, str] | None:
    """Two words at the ends of one scale with the same words near them."""
    lexicons = line.article.lexicon, other.article.lexicon
    lowers = [line.lowers, other.lowers]
    words = poles(lexicons[0], lowers[0], lexicons[1], lowers[1])
    if words is None:
        return None
    mine, their = (
        _core(each, each.first + list(own).index(word))
        for each, own, word in zip((line, other), lowers, words, strict=True)
    )
    if line.marks or other.marks:
        return None  # which way a figure goes is told with it
    near = [tuple(word for word in each.near if word.at != each.at) for each in (mine, their)]
    if not any(near):
        return words if index.likeness(line, other) >= BARE else None  # "she denied that"
    near = [own or _words(each.line) for own, each in zip(near, (mine, their), strict=True)]
    if index.common(*near) < SHARED and index.likeness(line, other) < ALIKE:
        return None
    alike = index.shared(near[0], other.words) >= OPPOSED
    alike = alike and index.shared(near[1], line.words) >= OPPOSED
    return words if alike else None


def _told_as_well(index: Index, line: Line, other: Line, places: Sequence[Line]) -> bool:
    """Is another sentence of the source as like it?"""
    least = AGAIN * index.likeness(line, other)
    return any(each is not other and index.likeness(line, each) > least for each in places)


def _refused(core: Core, told: Core) -> bool:
    """May another word stand for the "not", or is it not the same that is told?"""
    lexicons = core.line.article.lexicon, told.line.article.lexicon
    if poles(lexicons[0], core.lowers, lexicons[1], told.lowers) is not None:
        return True
    theirs = _refusals(told)
    ours = _refusals(core)
    return any(not _has(theirs, *each) for each in ours) or any(
        not _has(ours, *each) for each in theirs
    )


def _refusals(core: Core) -> list[tuple[str, Keys]]:
    """The words of refusal of a clause."""
    lexicon = core.line.article.lexicon
    return [
        (lower, keys_of(lexicon, lower)) for lower in core.lowers if refuses(lexicon.code, [lower])
    ]


def _has(refusals: Sequence[tuple[str, Keys]], lower: str, keys: Keys) -> bool:
    """Is a word of refusal among those of the other clause?"""
    return any(lower == each or not keys.isdisjoint(others) for each, others in refusals)


def _apart(line: Line, other: Line) -> bool:
    """Do two persons say so?"""
    theirs = voice_at(other.article, other.span, line.article)
    if theirs is None or not theirs.name:
        return False
    for said in said_in(line.article, line.span):
        voice = voice_of(line.article, said, (other.article,))
        if voice is not None and voice.name and not one_name(voice.name, theirs.name):
            return True
    return False


@lru_cache(maxsize=4096)
def denied_in(line: Line) -> tuple[Core, ...]:
    """The words that a sentence denies: behind each word of negation, else before it."""
    negations = line.article.lexicon.glossary.negations
    lowers = line.scene.passage.tokens.lowers
    return tuple(
        core
        for first, end in clauses_of(line)
        for at in range(first, end)
        if lowers[at] in negations
        for core in _denied(line, first, end, at)
    )


def _denied(line: Line, first: int, end: int, at: int) -> Iterator[Core]:
    words = [word for word in _words(line) if first <= word.at < end]
    behind = [word for word in words if at < word.at <= at + BEHIND]
    chosen = behind[0] if behind else next((w for w in reversed(words) if w.at < at), None)
    if chosen is not None:
        yield _core(line, chosen.at)


def _core(line: Line, at: int) -> Core:
    """The words near a token, up to the next "and" if there are enough."""
    lowers = line.scene.passage.tokens.lowers
    joins = line.article.lexicon.data["ranges"]["and"]
    first, end = next(each for each in clauses_of(line) if each[0] <= at < each[1])
    low = max((i for i in range(first, at) if lowers[i] in joins), default=first)
    high = min((i for i in range(at + 1, end) if lowers[i] in joins), default=end)
    near = tuple(w for w in _words(line) if abs(w.at - at) <= NEAR)
    part = tuple(w for w in near if low <= w.at < high)
    counts = any(low <= line.scene.first_token(each) < high for each in line.claims)
    return Core(line, at, (first, end), part or near, counts)


@lru_cache(maxsize=4096)
def _words(line: Line) -> tuple[Word, ...]:
    """The words of a sentence without auxiliaries, negations, and those that name who speaks."""
    tokens = line.scene.passage.tokens
    light = line.article.lexicon.words("glossary", "light", "negations")
    cues = (said.cue for said in said_in(line.article, line.span))
    spoken = [*sources_in(line), *(cue for cue in cues if cue is not None)]
    return tuple(
        word
        for word in line.words
        if tokens.lowers[word.at] not in light
        and not any(each.start <= tokens.starts[word.at] < each.end for each in spoken)
    )


def _asks(line: Line) -> bool:
    return line.span.text.rstrip("\"'”“’»«) \n").endswith(QUESTION)
