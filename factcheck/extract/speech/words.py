"""What each word can show of reported speech: one number a word, worked out once from the lexicon.

A verb of the lexicon is "finite forms ; participles"; before "|" stands the particle of a separable
verb, whose finite forms count only where the particle follows.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from factcheck.languages.lexicon import load_lexicon

FINITE, PARTICIPLE, SPLIT, CAREFUL, OBJECT = 1, 2, 4, 8, 16
ACCORDING, BEHIND, AFTER, SO, AS = 32, 64, 128, 256, 512
SUBJUNCTIVE, CONDITIONAL, HEARSAY_VERB, HEARSAY_WORD = 1024, 2048, 4096, 8192
CONTINUING, SAYS, POINTING, NOUN, ADDING = 16384, 32768, 65536, 131072, 262144
JUDGING = 524288
VERB = FINITE | PARTICIPLE | SPLIT


class SpeechWords:
    """The words of one language: `kinds` word -> sum of the constants above, and sets of words."""

    def __init__(self, code: str) -> None:
        self.data = load_lexicon(code).data["speech"]
        found: dict[str, int] = defaultdict(int)
        particles: dict[str, set[str]] = defaultdict(set)
        for key, mark in (("verbs", 0), ("careful", CAREFUL)):
            for entry in self.data[key]:
                finite, participles, *adding = entry.split(";")
                _add(found, finite.split(), FINITE | mark)
                _add(found, participles.split(), PARTICIPLE | mark)
                _add(found, " ".join(adding).split(), ADDING | mark)
        for entry in self.data["separable"]:
            particle, _, forms = entry.partition("|")
            finite, _, joined = forms.partition(";")
            _add(found, finite.split(), SPLIT)
            _add(found, joined.split(), PARTICIPLE)
            for form in finite.split():
                particles[form].update(particle.split())
        for key, mark in KEYS.items():
            _add(found, self.data[key], mark)
        self.kinds = dict(found)
        self.objects_with = {
            form: frozenset(words.split())
            for entry in self.data["objects_with"]
            for forms, _, words in [entry.partition(";")]
            for form in forms.split()
        }
        self.particles = {form: frozenset(words) for form, words in particles.items()}
        self.adjective_ends = tuple(self.data["adjective_ends"])
        self.day_ends = tuple(self.data["day_ends"])
        self.source_ends = tuple(self.data["source_ends"])
        self.work_ends = tuple(self.data["work_ends"])
        self.bodies = tuple(self.data["bodies"])
        self.paper_ends = tuple(self.data["paper_ends"])
        self.no_adjectives = frozenset(self.data["no_adjectives"])
        self.past_ends = tuple(self.data["past_ends"])
        self.told_ends = tuple(self.data["told_ends"])
        self._sets: dict[str, frozenset[str]] = {}
        self.small_words = frozenset().union(*(self.words(key) for key in SMALL))
        self.helpers = frozenset().union(*(self.words(key) for key in HELPERS))
        leading = frozenset().union(*(self.words(key) for key in LEADING))
        self.leading = leading - self.words("determiners")
        self.no_subject = frozenset().union(*(self.words(key) for key in NO_SUBJECT))
        self.clause_verbs = self.words("verbs_of_clauses") | self.words("irregular")
        self.manner_ends = tuple(self.data["manner_ends"])
        self.doing_ends = tuple(self.data["doing_ends"])
        self.no_apposition = frozenset().union(*(self.words(key) for key in NO_APPOSITION))
        self.adverb_ends = tuple(self.data["adverb_ends"])
        self._openers = self.words("openers")

    def words(self, key: str) -> frozenset[str]:
        """A list of the lexicon as a set; made once."""
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = frozenset(self.data[key])
        return found

    def opener(self, lower: str) -> bool:
        """An adverb that may open a sentence or stand beside a verb."""
        return lower in self._openers or lower.endswith(self.adverb_ends)

    def adjective(self, lower: str) -> bool:
        """Could this word describe a noun behind it?"""
        return (
            lower.endswith(self.adjective_ends)
            and len(lower) > 2
            and lower not in self.no_adjectives
        )


SMALL = (
    "openers", "prepositions", "determiners", "conjunctions", "name_particles", "subordinators",
)  # fmt: skip
HELPERS = ("perfect", "passive", "openers", "verbs_of_clauses", "denials")
LEADING = ("conjunctions", "openers", "subordinators")
NO_SUBJECT = ("nobody", "oblique", "determiners", "prepositions")
NO_APPOSITION = ("relative", "conjunctions", "citing", "speaking")
KEYS = {
    "objects": OBJECT,
    "according": ACCORDING,
    "behind": BEHIND,
    "after": AFTER,
    "so": SO,
    "as": AS,
    "subjunctive": SUBJUNCTIVE,
    "conditional": CONDITIONAL,
    "hearsay_verbs": HEARSAY_VERB,
    "hearsay_words": HEARSAY_WORD,
    "continuing": CONTINUING,
    "says": SAYS,
    "pointing": POINTING,
    "nouns": NOUN,
    "judged": JUDGING,
    "convinced": JUDGING,
    "announcing": JUDGING,
}


@cache
def speech_words(code: str) -> SpeechWords:
    """The words of a language; made once."""
    return SpeechWords(code)


def _add(found: dict[str, int], words: Iterable[str], mark: int) -> None:
    for word in words:
        found[word] |= mark
