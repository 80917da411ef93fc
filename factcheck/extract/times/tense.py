"""Does a clause tell of the past or of what is to come? By its verbs, nearest first."""

import re
from functools import cache, lru_cache

from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon, load_lexicon
from factcheck.languages.remembered import Remembered

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
    if own is not None or (begin, end) == (low, high) or _has_verb(passage, begin, end):
        return own or OPEN
    return _of_range(passage, low, high, first, last) or OPEN


def _of_range(passage: Passage, begin: int, end: int, first: int, last: int) -> int | None:
    """The tense of a range of tokens; None where it has no word that tells."""
    tokens, marks = passage.tokens, _marks(passage.lexicon.code)
    perfect = False
    found: list[tuple[int, int, int]] = []
    for at in range(begin, end):
        mark = marks[tokens.lowers[at]] if not first <= at <= last else None
        if mark == PAST and passage.lexicon.phrases("tense", "to_be").before(tokens, at):
            mark = FUTURE  # "an election to be held on 7 June"
        if mark is None or (mark == PAST and _is_attribute(passage, at)):
            continue
        if mark == PERFECT:
            perfect = True
            continue
        found.append((first - at if at < first else at - last, mark, at))
    best = _nearest(passage, found)
    told = perfect and any(_participle(passage, at) for at in range(begin, end))
    if told and (best != FUTURE or _ends_perfect(passage, end)):
        return PAST
    return best


def _nearest(passage: Passage, found: list[tuple[int, int, int]]) -> int | None:
    """The mark nearest to the time; the participle of "wird am Montag beschlossen" is none."""
    if any(mark == FUTURE for _, mark, _ in found) and _verbs_last(passage):
        found = [each for each in found if each[1] != PAST or not _participle(passage, each[2])]
    return min(found)[1] if found else None


def _verbs_last(passage: Passage) -> bool:
    return bool(passage.lexicon.data["changes"]["verbs_end_clauses"])


def _has_verb(passage: Passage, begin: int, end: int) -> bool:
    """Does a clause have a verb of the present, so that it needs none of its neighbours?"""
    tense = passage.lexicon.data["tense"]
    endings = tuple(tense["present_endings"])
    return bool(endings) and any(
        word.islower()
        and len(word) >= SHORTEST - 1
        and word.endswith(endings)
        and word not in tense["no_present"]
        and word not in passage.lexicon.stop_words
        for word in passage.tokens.words[begin:end]
    )


def _ends_perfect(passage: Passage, end: int) -> bool:
    """As in "soll am Montag gesagt haben": the clause ends with the auxiliary."""
    while end > 1 and not passage.tokens.words[end - 1].isalpha():
        end -= 1
    return passage.lexicon.phrases("tense", "perfect_ends").before(passage.tokens, end) is not None


def _participle(passage: Passage, at: int) -> bool:
    word = passage.tokens.words[at]
    return word.islower() and _is_participle(passage.lexicon.code, word)


def _is_attribute(passage: Passage, at: int) -> bool:
    """As in "die gesamte Stadt", "is expected": no past form by what stands before it."""
    tense = passage.lexicon.data["tense"]
    lower = passage.tokens.lowers[at]
    if not passage.tokens.words[at].islower():
        nouns = passage.lexicon.data["grammar"]["capitalised_nouns"]
        noun = nouns and at != passage.bounds(at)[0]  # "die Band", no form of "binden"
        return noun or lower not in tense["past"]
    before = passage.tokens.lower(at - 1)
    if before.endswith(tuple(passage.lexicon.data["grammar"]["adverb_ends"])):
        before = passage.tokens.lower(at - 2)  # "a fully franked dividend"
    return before in tense["not_behind"] and lower not in tense["past"]


class _Marks(Remembered[int | None]):
    """Lower-case word -> what it tells of the tense."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        tense = lexicon.data["tense"]
        self._past, self._future = frozenset(tense["past"]), frozenset(tense["future"])
        self._perfect, self._none = frozenset(tense["perfect"]), frozenset(tense["no_past"])
        self._prefixes = tuple(tense["prefixes"])
        self._endings = tuple(tense["endings"])

    def read(self, word: str) -> int | None:
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


@lru_cache(maxsize=1 << 16)
def _is_participle(code: str, word: str) -> bool:
    return _participle_form(code).match(word) is not None
