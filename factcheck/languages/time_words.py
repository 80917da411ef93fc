"""The words of time expressions: what each one means, as look-ups made once a language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import phrase_key
from factcheck.languages.word_lists import WordLists

SHIFTS = (
    *("this", "last", "next", "before_last", "after_next"),
    *("following", "preceding", "same", "each"),
)
EDGES = ("start", "middle", "end", "course")
PLAIN = ("now", "vague", "recurring", "lasting", "tomorrow")
SHORTEST_NAME = 4
# With these and the words behind it a figure may tell a time.
SIGNS = ":/-–"


@dataclass(frozen=True, slots=True)
class Head:
    """What the main word of a time expression is, and its number, granule or rule.

    `kind` is day, weekday, month, granule, season, fixed, feast, part, decade or one of PLAIN.
    """

    kind: str
    value: Any = None
    part: bool = False


class TimeWords:
    """Look-ups of one language: `heads` by phrase, the others by lower-case word."""

    def __init__(self, lists: WordLists) -> None:
        times: Mapping[str, Any] = lists.data["times"]
        self.heads: PhraseTable[Head] = PhraseTable(_heads(lists))
        self.anchors = self.heads.last_words
        self.shifts = _meanings(lists, times, SHIFTS)
        self.edges = _meanings(lists, times, EDGES)
        self.parts = frozenset(times["parts"])
        self.plurals = frozenset(times["plurals"])
        labels = lists.data["labels"]
        ends = {word for end in labels["decade_ends"] for word in phrase_key(end)}
        clocks = lists.phrases("labels", "clock").first_words
        self.behind_figures = clocks | ends | {*SIGNS, *lists.data["ranges"]["to"]}
        self.sets = {
            key: frozenset(lists.expanded(times[key]))
            for key in (
                *("of", "of_year", "early", "whole", "half", "some", "one", "ago_before", "per"),
                *("ahead_before", "since", "later", "earlier", "lasting_behind", "lasting_before"),
                *(
                    "part_after",
                    "month_after",
                    "doubtful",
                    "school_years",
                    "decade_words",
                    "whole_decades",
                ),
                *("day_links", "decade_before", "planned"),
            )
        }


def _heads(lists: WordLists) -> Iterator[tuple[str, Head]]:
    """Every phrase and what it is; of equal phrases the first counts."""
    times = lists.data["times"]
    for key, kind in (("days", "day"), ("holidays", "feast"), ("fixed", "fixed")):
        yield from ((word, Head(kind, value)) for word, value in times[key].items())
    for kind in PLAIN:
        yield from ((word, Head(kind)) for word in lists.expanded(times[kind]))
    yield from _calendar(lists.data["dates"], times["closed_parts"])
    for key, kind in (("seasons", "season"), ("granules", "granule")):
        for meaning, names in times[key].items():
            yield from ((name, Head(kind, meaning)) for name in names)
    yield from ((word, Head("decade", number)) for word, number in times["decades"].items())
    yield from ((word, Head("part")) for word in (*times["parts"], *times["clocks"]))
    for word in lists.data["labels"]["clock"]:
        if word.isalpha() and len(word) > 1:
            yield word, Head("clock")


def _calendar(dates: Mapping[str, Any], parts: list[str]) -> Iterator[tuple[str, Head]]:
    """Weekdays, alone and closed up with a part of the day, and months; no abbreviations."""
    for number, names in enumerate(dates["weekdays"]):
        for name in (name for name in names if _whole(name)):
            yield name, Head("weekday", number)
            yield from ((name + part, Head("weekday", number, part=True)) for part in parts)
    for number, names in enumerate(dates["months"], 1):
        for name in names:
            if _whole(name) or name == names[0]:
                yield name, Head("month", number)


def _whole(name: str) -> bool:
    return len(name) >= SHORTEST_NAME and not name.endswith(".")


def _meanings(lists: WordLists, times: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, str]:
    return {word: key for key in keys for word in lists.expanded(times[key])}
