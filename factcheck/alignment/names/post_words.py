"""Which posts words name: "Verkehrsministerin" is a minister, for transport; "Vizechef" a deputy.

A word counts without its ending and, where a language writes compounds, by its own end. Beside
the posts stand the professions that hardly anybody has two of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon, load_lexicon
from factcheck.languages.phrases import PhraseTable, table_of
from factcheck.languages.tokens import Tokens

SHORTEST_END = 4
# Whoever is one of these may be anything besides.
PASSING = frozenset({"student", "apprentice", "pensioner", "soldier", "police-officer"})
# How far a subject may stand from its post: "Minister of Social Affairs and Health".
SUBJECT_BEFORE, SUBJECT_BEHIND, DEPUTY_BEFORE, TIME_BEFORE = 3, 4, 2, 4


@dataclass(frozen=True, slots=True)
class Post:
    """A post at tokens first to last: its kind, what it is for, and whether it is a deputy's.

    `other_time` tells that it is a former or coming one, `calling` that it is only a profession.
    """

    first: int
    last: int
    kind: str
    subjects: frozenset[str]
    deputy: bool
    other_time: bool
    calling: bool


class PostWords:
    """The posts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["posts"]
        self._callings, words = _words(lexicon)
        self._table: PhraseTable[str] = table_of(words)
        self._compounds = lexicon.glossary.compounds
        self._endings = ("", *data["endings"])
        self._deputies: tuple[str, ...] = tuple(data["deputies"])
        titles = lexicon.data["titles"]
        times = [*titles["former"], *titles["coming"]]
        self._times = tuple(word[:-1] for word in times if word.endswith("*"))
        self._time_words = frozenset(word for word in times if not word.endswith("*"))
        self._prefixes: tuple[str, ...] = tuple(titles["former_prefixes"])
        self._subjects = {word: kind for kind, words in data["subjects"].items() for word in words}
        self._known: dict[str, str | None] = {}

    def within(self, tokens: Tokens, first: int, end: int) -> Iterator[Post]:
        """The posts that are named from token `first` up to `end`."""
        at = first
        while at < end:
            hit = self._table.at(tokens, at)
            length, kind = hit or (1, self._kind(tokens.lowers[at]))
            if kind is not None and at + length <= end:
                last = at + length - 1
                subjects = frozenset(self._subjects_at(tokens, first, at, last, end))
                deputy = self._deputy(tokens, first, at)
                former = self._other_time(tokens, first, at)
                yield Post(at, last, kind, subjects, deputy, former, kind in self._callings)
            at += length

    def names(self, lower: str) -> bool:
        """Is a word in lower case a post?"""
        return self._kind(lower) is not None

    def subject(self, lower: str) -> bool:
        """Is a word in lower case what a post is for, as in "health minister"?"""
        return any(lower.startswith(start) for start in self._subjects)

    def _kind(self, lower: str) -> str | None:
        if lower not in self._known:
            self._known[lower] = next(self._kinds(lower), None)
        return self._known[lower]

    def _kinds(self, lower: str) -> Iterator[str]:
        """The longest end first: a "Ministerpräsident" is no "Präsident"."""
        stems = [
            lower[: len(lower) - len(ending)] for ending in self._endings if lower.endswith(ending)
        ]
        longest = max(map(len, stems))
        for cut in range(longest - SHORTEST_END + 1 if self._compounds else 1):
            for stem in stems:
                kind = self._table.word(stem[cut:]) if len(stem) - cut >= SHORTEST_END else None
                if kind is not None:
                    yield kind

    def _subjects_at(
        self, tokens: Tokens, low: int, first: int, last: int, end: int
    ) -> Iterator[str]:
        """What the post is for, by the beginning of its word, and of words beside it."""
        reach = range(max(low, first - SUBJECT_BEFORE), min(end, last + SUBJECT_BEHIND + 1))
        for at in reach:
            lower = tokens.lowers[at]
            for start, kind in self._subjects.items():
                inside = self._compounds and first <= at <= last and start in lower
                if inside or lower.startswith(start):
                    yield kind

    def _deputy(self, tokens: Tokens, low: int, at: int) -> bool:
        words = tokens.lowers[max(low, at - DEPUTY_BEFORE) : at + 1]
        return any(start in word for word in words for start in self._deputies)

    def _other_time(self, tokens: Tokens, low: int, at: int) -> bool:
        """As in "the company's former operations manager", "Altbürgermeister"."""
        before = tokens.lowers[max(low, at - TIME_BEFORE) : at]
        return tokens.lowers[at].startswith(self._prefixes) or any(
            word in self._time_words or word.startswith(self._times) for word in before
        )


def _words(lexicon: Lexicon) -> tuple[frozenset[str], dict[str, list[str]]]:
    """The professions that are no posts, and what each post and profession is called."""
    posts, words = lexicon.data["posts"]["words"], {**lexicon.data["posts"]["professions"]}
    for kind, phrases in lexicon.data["fields"]["professions"].items():
        if kind not in PASSING:
            words[kind] = [phrase.lower() for phrase in phrases if not phrase.startswith("~")]
    callings = frozenset(words) - frozenset(posts)
    return callings, words | {kind: [*words.get(kind, ()), *posts[kind]] for kind in posts}


@lru_cache(maxsize=16)
def post_words(code: str) -> PostWords:
    """The posts of a language; made once."""
    return PostWords(load_lexicon(code))
