"""The sentences of a source by their words, so that those like a given one are found at once.

What two sentences share is weighed by how rare it is in the source: a name says more than a word
of every other sentence. The index is made once, and asking it costs the same in a long source as
in a short one, because words that stand in very many sentences lead nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log, sqrt

from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.words import KNOWN_KEYS, Word
from factcheck.claims import Article

MOST_LINES = 200
MOST_LIKE = 12
# Between languages a word without an entry and not found may stand there in another form.
UNKNOWN = 0.4


class Index:
    """The lines of one source, and the weights of the keys of their words."""

    def __init__(self, lines: Sequence[Line], *, across: bool, silent: str) -> None:
        self.lines = lines
        self.across = across
        self._silent = silent
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(lines):
            for key in self._all_keys(line):
                self._places[key].append(at)

    def _all_keys(self, line: Line) -> set[str]:
        return {key for word in line.words for key in self._keys(word)}.union(line.marks)

    def _keys(self, word: Word) -> Iterator[str]:
        """Consonants and topics count only between languages, topics not of figures."""
        return (key for key in word.keys if key[0] not in self._silent)

    def weight(self, key: str) -> float:
        """How much a shared key says: the rarer it is in the source, the more."""
        places = self._places.get(key)
        count = len(places) if places else 0
        return log(1 + (len(self.lines) + 1) / (count + 1))

    def shared(self, left: Iterable[Word], right: Iterable[Word]) -> float:
        """How much of the words on the left stands on the right as well, from 0 to 1."""
        found = {key for word in right for key in self._keys(word)}
        total = matched = 0.0
        for word in left:
            weights = [(self.weight(key), key in found) for key in self._keys(word)]
            hit = max((weight for weight, inside in weights if inside), default=0.0)
            matched += hit
            total += hit or max(weight for weight, _ in weights) * self._trust(word)
        return matched / total if total else 0.0

    def _trust(self, word: Word) -> float:
        """How much it says that a word is not there."""
        known = not self.across or any(key[0] in KNOWN_KEYS for key in self._keys(word))
        return 1.0 if known else UNKNOWN

    @lru_cache(maxsize=4096)  # noqa: B019 - there are few indexes
    def like(self, line: Line) -> Sequence[int]:
        """The lines of the source that share most with a line, the best first."""
        scores: dict[int, float] = defaultdict(float)
        for key in self._all_keys(line):
            places = self._places.get(key, ())
            if len(places) <= MOST_LINES:
                weight = self.weight(key)
                for at in places:
                    scores[at] += weight
        best = sorted(scores, key=lambda at: (-scores[at], at))
        return best[:MOST_LIKE]

    def common(self, left: Iterable[Word], right: Iterable[Word]) -> int:
        """How many words on the left stand on the right as well."""
        found = {key for word in right for key in self._keys(word)}
        return sum(not found.isdisjoint(word.keys) for word in left)

    def likeness(self, line: Line, other: Line) -> float:
        """How alike two lines are, from 0 to 1."""
        return self.alike(line.words, other.words)

    def alike(self, left: Sequence[Word], right: Sequence[Word]) -> float:
        """How alike two rows of words are: the geometric mean of what each shares."""
        return sqrt(self.shared(left, right) * self.shared(right, left))


@lru_cache(maxsize=8)
def index_of(source: Article, language: str, *, figures: bool = False) -> Index:
    """The index of a source for articles in a language, or for their figures; made once."""
    across = source.lexicon.code != language
    silent = ("t" if figures else "") if across else "ct"
    return Index(lines_of(source), across=across, silent=silent)
