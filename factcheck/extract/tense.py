"""Does a clause tell of the past or of what is to come? By its verbs, nearest first."""

import re
from functools import cache

from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon, load_lexicon

BREAKS = frozenset(',;:()–—„“”"«»')
PAST, OPEN, FUTURE = -1, 0, 1
PERFECT = 2
SHORTEST = 5


def tense_at(passage: Passage, first: int, last: int) -> int:
    """PAST, FUTURE or OPEN: of the verb nearest to the tokens in their clause, else sentence."""
    low, high = passage.bounds(first)
    begin, end = first, last + 1
    while begin > low and passage.tokens.words[begin - 1] not in BREAKS:
        begin -= 1
    while end < high and passage.tokens.words[end] not in BREAKS:
        end += 1
    own = _of_range(passage, begin, end, first, last)
    if own is not None or (begin, end) == (low, high):
        return own or OPEN
    return _of_range(passage, low, high, first, last) or OPEN


def _of_range(passage: Passage, begin: int, end: int, first: int, last: int) -> int | None:
    """The tense of a range of tokens; None where it has no word that tells."""
    tokens, marks = passage.tokens, _marks(passage.lexicon.code)
    best: tuple[int, int] | None = None
    perfect = False
    for at in range(begin, end):
        if first <= at <= last:
            continue
        mark = marks[tokens.lowers[at]]
        if mark is None or (mark == PAST and _is_attribute(passage, at)):
            continue
        if mark == PERFECT:
            perfect = True
            continue
        distance = first - at if at < first else at - last
        if best is None or distance < best[0]:
            best = distance, mark
    told = perfect and any(_participle(passage, at) for at in range(begin, end))
    if told and (best is None or not _modal_only(best[1])):
        return PAST
    if told and best is not None and _ends_perfect(passage, end):
        return PAST
    return best[1] if best else None


def _modal_only(mark: int) -> bool:
    return mark == FUTURE


def _ends_perfect(passage: Passage, end: int) -> bool:
    """As in "soll am Montag gesagt haben": the clause ends with the auxiliary."""
    perfect = passage.lexicon.data["tense"]["perfect"]
    last = end - 1
    while last > 0 and not passage.tokens.words[last].isalpha():
        last -= 1
    behind = passage.lexicon.data["changes"]["verbs_end_clauses"]
    return behind and passage.tokens.lowers[last] in perfect


def _participle(passage: Passage, at: int) -> bool:
    word = passage.tokens.words[at]
    return word.islower() and _is_participle(passage.lexicon.code, word)


def _is_attribute(passage: Passage, at: int) -> bool:
    """As in "die gesamte Stadt", "is expected": no past form by what stands before it."""
    tense = passage.lexicon.data["tense"]
    lower = passage.tokens.lowers[at]
    if not passage.tokens.words[at].islower():
        return lower not in tense["past"]
    before = passage.tokens.lower(at - 1)
    return before in tense["not_behind"] and lower not in tense["past"]


class _Marks(dict[str, int | None]):
    """Lower-case word -> what it tells of the tense, remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        tense = lexicon.data["tense"]
        self._past, self._future = frozenset(tense["past"]), frozenset(tense["future"])
        self._perfect, self._none = frozenset(tense["perfect"]), frozenset(tense["no_past"])
        self._prefixes = tuple(tense["prefixes"])
        self._endings = tuple(tense["endings"])

    def __missing__(self, word: str) -> int | None:
        self[word] = mark = self._mark(word)
        return mark

    def _mark(self, word: str) -> int | None:
        if word in self._future:
            return FUTURE
        if word in self._perfect:
            return PERFECT
        if word in self._none:
            return None
        if word in self._past or (word.endswith(self._endings) and len(word) >= SHORTEST):
            return PAST
        rest = next((word[len(p) :] for p in self._prefixes if word.startswith(p)), "")
        return PAST if rest in self._past else None


@cache
def _marks(code: str) -> _Marks:
    return _Marks(load_lexicon(code))


@cache
def _participle_form(code: str) -> re.Pattern[str]:
    return re.compile(load_lexicon(code).data["tense"]["participle"])


@cache
def _is_participle(code: str, word: str) -> bool:
    return _participle_form(code).match(word) is not None
