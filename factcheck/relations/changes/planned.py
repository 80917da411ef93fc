"""A level that was planned or expected, and the one that it became: "The club hoped for 12,000
guests; 15,000 came, a quarter more than hoped", "Nun wird es 25 Prozent teurer als geplant".

A word of a plan stands in the clause of one of the levels, and another behind the difference.
"""

from factcheck.relations.changes.old_levels import clause_of_level, told_time
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues
from factcheck.relations.windows import says

REACH = 6


def planned_level(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> Figure | None:
    """The only level that a word of a plan is said of, where the difference is held against it."""
    if window.words.isdisjoint(cues(window.lexicon, "changes", "planned")):
        return None
    if not against_plan(window, by):
        return None
    times = [told_time(window, level) for level in levels]
    if len({time.end for time in times if time is not None and time.granularity == "day"}) > 1:
        return None  # "on Saturday 12,000 were expected; on Sunday 18,000 came"
    clauses = (clause_of_level(window, level, own=True) for level in levels)
    told = [level for level, clause in zip(levels, clauses, strict=True) if _says(window, clause)]
    return told[0] if len(told) == 1 else None


def against_plan(window: Sentence, by: Figure) -> bool:
    """As in "25 per cent above the estimate", "ein Viertel mehr als erhofft"."""
    end = by.last + 1
    while end < min(window.end, by.last + REACH) and window.word(end) not in BREAKS:
        end += 1
    return _says(window, range(by.last + 1, end))


def _says(window: Sentence, words: range) -> bool:
    return says(window, "changes", "planned", words)
