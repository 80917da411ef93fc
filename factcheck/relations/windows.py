"""What is read as one statement: a sentence, two that follow each other, and what is cut off them.

A semicolon ends a statement, and so does the sign behind a share or a difference that closes it:
"9.8 million, compared with 10.1 million in April, a drop of 300,000, according to two sources".
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, neighbours, sentence_of, sentences

FEWEST = 3
WEEK = timedelta(days=7)
BARE = frozenset({"number"})
TIMES = frozenset({"date", "duration"})


def statements(scene: Scene, fewest: int = 2) -> Iterator[tuple[Sentence, int]]:
    """Each sentence, then each two that follow each other; the token with which the second begins.

    Of one sentence, of `fewest` figures, it is the first token.
    """
    yield from ((sentence, sentence.first) for sentence in sentences(scene, fewest))
    yield from neighbours(scene)


def windows(scene: Scene) -> Iterator[tuple[Sentence, int]]:
    """Each statement of three figures or more, the whole before its pieces.

    With it comes the token with which the second of two sentences begins, else its first one.
    """
    for sentence in sentences(scene):
        for piece in (sentence, *_pieces(sentence)):
            yield piece, piece.first
            for cut in _cuts(piece):
                yield cut, cut.first
    for both, split in neighbours(scene):
        yield both, split
        for cut in _cuts(both):
            if cut.end > split:
                yield cut, split


def triples(scene: Scene) -> Iterator[tuple[Sentence, int]]:
    """Each three sentences that follow each other, read as one; where the last begins."""
    for (both, split), (following, last) in pairwise(neighbours(scene)):
        if following.first == split:
            behind = (figure for figure in following.figures if figure.first >= last)
            yield sentence_of(scene, both.first, following.end, (*both.figures, *behind)), last


def stretches(scene: Scene, figure: Figure) -> Iterator[Sentence]:
    """The sentence of a figure, with the one before, the one behind, both, and two before it."""
    passage, all_figures = scene.passage, [f for s in sentences(scene, 1) for f in s.figures]
    own, end = passage.bounds(figure.first)
    before = passage.bounds(own - 1)[0] if own else own
    first = passage.bounds(before - 1)[0] if before else before
    behind = passage.bounds(end)[1] if end < len(passage.tokens) else end
    pairs = ((own, end), (before, end), (own, behind), (before, behind), (first, end))
    for low, high in dict.fromkeys(pairs):
        yield sentence_of(scene, low, high, (f for f in all_figures if low <= f.first < high))


def says(window: Sentence, section: str, key: str, words: Iterable[int] | None = None) -> bool:
    """Does a phrase of a list stand anywhere in a window, or at one of these words of it?"""
    table = window.phrases(section, key)
    if window.words.isdisjoint(table.first_words):
        return False
    places = range(window.first, window.end) if words is None else words
    return any(window.at(table, at) for at in places)


def of_these_days(window: Sentence, near: range) -> bool:
    """Do these tokens tell a time from the article's day, a week from it at most: "on Friday"?"""
    today = window.scene.passage.document.date
    claims = window.scene.claims_in(near.start, near.stop)
    periods = [claim.period for claim in claims if claim.kind == "date"]
    return today is not None and any(
        period.start - WEEK <= today <= period.end + WEEK
        for period in periods
        if period is not None and period.anchor is not None
    )


def closing(scene: Scene) -> Iterator[tuple[Sentence, int, Figure]]:
    """Each figure with the sentence it stands in, and with that and the one before read as one.

    With it comes the token with which its own sentence begins: a figure may sum up what stands
    before it, whatever follows.
    """
    for sentence in sentences(scene):
        for figure in sentence.figures:
            yield sentence, sentence.first, figure
    for both, split in neighbours(scene):
        for figure in both.figures:
            if figure.first >= split:
                yield both, split, figure


def counted(window: Sentence) -> list[Figure]:
    """The figures of a window but for dates, ranks and ages."""
    return [figure for figure in window.figures if figure.kind not in ASIDE]


def denied(window: Sentence, figure: Figure) -> bool:
    """As in "nicht 500, sondern 2000", "not £500 but £2,000"."""
    data, at, end = window.lexicon.data["changes"], figure.first - 1, figure.last + 1
    while window.word(at) in data["fillers"]:
        at -= 1
    end += window.word(end) == ","
    return window.word(at) in data["denials"] and window.word(end) in data["rather"]


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """The parts between semicolons that have three figures or more."""
    if ";" not in sentence.words or len(sentence.figures) < FEWEST:
        return
    marks = [at for at in range(sentence.first, sentence.end) if sentence.word(at) == ";"]
    firsts = [sentence.first, *(at + 1 for at in marks)]
    for first, end in zip(firsts, [*marks, sentence.end], strict=True):
        piece = _part(sentence, first, end)
        if len(piece.figures) >= FEWEST:
            yield piece


def _cuts(window: Sentence) -> Iterator[Sentence]:
    """The window up to each figure behind which a sign and other figures stand."""
    figures = counted(window)
    for figure in figures[FEWEST - 1 : -1]:
        timed = _past_time(window, figure)
        end = timed or end_of(window, figure)
        if (figure.kind not in BARE or timed) and window.breaks(end):
            yield _part(window, window.first, end)


def _past_time(window: Sentence, new: Figure) -> int:
    """One past the time behind what is reached: "to 610 a year later, and in 14 cases"; else 0."""
    scene, data, end = window.scene, window.lexicon.data["changes"], new.last + 1
    times = [claim for claim in scene.claims_in(end, end + 1) if claim.kind in TIMES]
    if not times or window.word(new.first - 1) not in data["to"]:
        return 0
    end = scene.last_token(times[0]) + 1
    return end + (window.word(end) in data["ago"])


def end_of(window: Sentence, figure: Figure) -> int:
    """One past the last token of a figure and of "per day", "per head", "more", "so viel"."""
    data = window.lexicon.data["changes"]
    if inserted(window, figure):
        return figure.last + 3
    more = window.word(figure.last + 1) in {*data["behind"], *data["thus"]}
    as_much = window.at(window.phrases("changes", "as_much"), figure.last + 1)
    end = past_rate(window, figure)
    return end if end > figure.last + 1 else end + (as_much or more)


def past_rate(window: Sentence, figure: Figure) -> int:
    """One past the last token of a figure and of "per day", "je Tonne", "a kilometre"."""
    hit = window.lexicon.rates.at(window.tokens, figure.last + 1)
    each = window.at(window.phrases("per_unit", "each"), figure.last + 1)
    per = window.at(window.phrases("per_unit", "per"), figure.last + 1)
    end = figure.last + 1 + (hit[0] if hit is not None else each or (per + 1 if per else 0))
    ago = window.lexicon.data["changes"]["ago"]  # "£216m a year before"
    return figure.last + 1 if window.word(end) in ago else end


def said_again(window: Sentence, by: Figure, figure: Figure) -> bool:
    """As in "up 3% or $2.30", "£25,000, or 10 per cent, more": one difference in other words."""
    first, second = (by, figure) if by.first < figure.first else (figure, by)
    at = first.last + 1
    if window.word(at) == "," and window.breaks(second.last + 1):
        at += 1  # not "the figure is 9,660, or 15 per cent higher"
    return second.first == at + 1 and window.word(at) in window.lexicon.data["ranges"]["or"]


def inserted(window: Sentence, by: Figure) -> bool:
    """As in "That is £25,000, or 10 per cent, more": a comma before what compares both."""
    more = window.word(by.last + 2) in window.lexicon.data["changes"]["behind"]
    before = (figure for figure in window.figures if figure.last < by.first)
    told = window.word(by.last + 1) == "," and more
    return told and any(said_again(window, by, figure) for figure in before)


def _part(sentence: Sentence, first: int, end: int) -> Sentence:
    inside = (f for f in sentence.figures if first <= f.first and f.last < end)
    return sentence_of(sentence.scene, first, end, inside)


def worded(sentence: Sentence, start: int, end: int) -> bool:
    """Do only words stand from `start` up to `end`, hyphens inside them allowed?"""
    words = sentence.tokens.words
    return all(
        words[at].isalpha()
        or (words[at] in "-'’" and sentence.tokens.glued(at))
        or sentence.dated(at)  # "£120m in 2025, £150m in 2026"
        for at in range(start, end)
    )
