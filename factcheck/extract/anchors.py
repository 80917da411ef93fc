"""Where figures and dates may begin: one pass over the tokens, one dictionary look-up each.

What a word can begin is worked out once for each different word and remembered; the finders then
look only at the tokens that concern them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field
from functools import cache
from itertools import compress

from factcheck.extract.figures.number_words import compound_value, ordinal_value, word_value
from factcheck.extract.speech.words import speech_words
from factcheck.languages.lexicon import Lexicon, load_lexicon
from factcheck.languages.remembered import Remembered
from factcheck.languages.tokens import Tokens
from factcheck.record import record

DIGITS, NUMBER, RATIO, MONTH, LABEL, TIME, SPEECH, MARK = 1, 2, 4, 8, 16, 32, 64, 128
ARTICLE = 256
MARKS = frozenset("„“”\"‟»«‚‘’'‹›")


@record
class Anchors:
    """Token indexes: figures in digits, number words, both; ratios, months, labels, times, words
    that show reported speech, and quotation marks. `numbers` has every article that could be a
    number, `counts` and `words` only those before a word that lets it count."""

    digits: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    ratios: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    speech: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)


class _Kinds(Remembered[int]):
    """Lower-case word -> what it can begin, as a sum of the constants above."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._listed = _listed(lexicon)

    def read(self, word: str) -> int:
        return self._listed.get(word, 0) | _made(word, self._lexicon)


def find_anchors(tokens: Tokens, lexicon: Lexicon) -> Anchors:
    """The anchors of a passage, each list in the order of the text."""
    kinds = _kinds(lexicon.code)
    followers = lexicon.article_followers
    leads = lexicon.data["numbers"]["articles"]["counted_after"]
    found = Anchors()
    each = list(map(kinds.__getitem__, tokens.lowers))
    for index, kind in compress(enumerate(each), each):
        # Most articles count nothing.
        idle = kind & ARTICLE and tokens.lower(index + 1) not in followers
        idle = idle and not (leads and tokens.lower(index - 1) in leads)
        if kind & DIGITS:
            found.digits.append(index)
            found.dates.append(index)
            found.numbers.append(index)
            found.counts.append(index)
        elif kind & NUMBER:
            found.numbers.append(index)
            if not idle:
                found.counts.append(index)
                found.words.append(index)
        if kind & RATIO and not idle:
            found.ratios.append(index)
        if kind & MONTH:
            found.dates.append(index)
        if kind & LABEL:
            found.labels.append(index)
        if kind & TIME:
            found.times.append(index)
        if kind & SPEECH:
            found.speech.append(index)
        elif kind & MARK:
            found.marks.append(index)
    return found


def multiple_value(word: str, lexicon: Lexicon) -> str | None:
    """The multiple that a word stands for, as the text of a fraction: "verdoppelt", "dreimal"."""
    value = lexicon.multiples.get(word)
    if value is not None:
        return str(value)
    if not word.endswith(lexicon.multiple_endings):
        return None
    for ending in lexicon.multiple_endings:
        if word.endswith(ending) and len(word) > len(ending):
            number = word_value(word[: -len(ending)], lexicon)
            if number is not None and number > 1:
                return str(number)
    return None


def ranked_value(word: str, lexicon: Lexicon) -> int | None:
    """The rank in a compound with a superlative: "drittgrößte"."""
    if not word.endswith(lexicon.superlatives):
        return None
    for end in lexicon.superlatives:
        if word.endswith(end):
            return ordinal_value(word[: -len(end)] + "e", lexicon)
    return None


@cache
def _kinds(code: str) -> _Kinds:
    return _Kinds(load_lexicon(code))


def _listed(lexicon: Lexicon) -> dict[str, int]:
    """What the words that the lexicon lists can begin."""
    data = lexicon.data
    found: dict[str, int] = defaultdict(int)
    lists: tuple[tuple[int, Iterable[str]], ...] = (
        (NUMBER | RATIO, lexicon.number_anchors),
        (ARTICLE, data["numbers"]["articles"]["words"]),
        (RATIO, data["ratios"]["half_words"]),
        (RATIO, lexicon.each_words),
        (MONTH, lexicon.months.first_words),
        (LABEL, [*data["labels"]["rank"], *data["labels"]["ranks"]]),
        (TIME, lexicon.times.anchors),
        (SPEECH, speech_words(lexicon.code).kinds),
        (MARK, MARKS),
    )
    for mark, words in lists:
        for word in words:
            found[word] |= mark
    return dict(found)


def _made(word: str, lexicon: Lexicon) -> int:
    """What a figure or a word made of a number can begin."""
    if word[0].isdecimal():
        return DIGITS | RATIO
    kind = 0
    if word[:2] in lexicon.number_starts and (
        word_value(word, lexicon) is not None or compound_value(word, lexicon) is not None
    ):
        kind = NUMBER | RATIO
    for value in (multiple_value, ordinal_value, ranked_value):
        if value(word, lexicon) is not None:
            kind |= RATIO
    return kind
