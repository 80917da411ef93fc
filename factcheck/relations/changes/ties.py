"""What ties a difference to the two levels before it or around it.

A noun in apposition, ", a drop of 24 points"; a last clause that names nothing but a change, "und
damit 20 Prozent mehr"; a sentence that takes up the change, "Das Minus von"; nothing but small
words and words of change between them.
"""

from collections.abc import Iterable

from factcheck.relations.changes.marks import change_noun, slot_of
from factcheck.relations.changes.old_levels import no_name
from factcheck.relations.sentence import BREAKS, STATEMENT_ENDS, Figure, Sentence, cues
from factcheck.relations.windows import end_of

NEAR = 3
LIGHT_WORDS = 7


def closing(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """The difference with its noun in apposition behind both levels: ", a drop of 24 points"."""
    slot = slot_of(window, by)
    last = slot is not None and slot.role == "by" and slot.loose and by.first > levels[1].last
    if slot is None or not last or not window.breaks(end_of(window, by)):
        return False
    signs = [at for at in range(levels[1].last + 1, slot.start) if window.word(at) in BREAKS]
    return len(signs) == 1 and slot.start - signs[0] <= NEAR


def concluded(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """In a last clause of small words and words of change, or that takes up the change before it.

    "Und damit 20 Prozent mehr", ", which tenants said was a rise of 20 per cent", "Das Minus von".
    """
    if resumed(window, by, levels):
        return True
    begin, data = by.first, window.lexicon.data
    signs = {*BREAKS, *data["parts"]["joins"]}
    while begin > levels[1].last + 1 and window.word(begin - 1) not in signs:
        begin -= 1
    if begin <= levels[1].last + 1 or by.first - begin > LIGHT_WORDS:
        return False
    slot = slot_of(window, by)
    end = by.last + 1
    while end < window.end and window.word(end) not in BREAKS:
        end += 1
    words = [*range(begin, by.first), *range(by.last + 1, end)]
    refers = window.word(begin) in data["changes"]["refers"] and slot is not None
    noun = slot is not None and (slot.loose or change_noun(window, by.last + 1, by))
    told = refers and slot is not None and (noun or no_name(window, by, levels[1]))
    return bool(told) or _light(window, words)  # not ", which made diesel 15% cheaper"


def resumed(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Das Minus von 25 Prozent", "sprach von einem Rückgang um 15", a sentence later."""
    slot = slot_of(window, by)
    if slot is None or not (slot.loose or slot.behind) or levels[1].last >= slot.start:
        return False
    article = window.word(slot.start - 1) in window.lexicon.data["changes"]["definite"]
    told = reported(window, by, slot.start)
    return (article or told) and any(
        window.word(at) in STATEMENT_ENDS for at in range(levels[1].last, slot.start)
    )


def reported(window: Sentence, by: Figure, noun: int) -> bool:
    """As in "Das Ministerium sprach von einem Rückgang": who tells of it is not what changes."""
    one = window.word(noun - 1) in window.lexicon.data["grammar"]["determiners"]
    told = window.before(window.phrases("changes", "told_of"), noun - one)
    return bool(told) and window.breaks(by.last + 1)


def right_behind(window: Sentence, by: Figure, level: Figure) -> bool:
    """As in "im Westen 1401 Euro, im Osten 978 Euro und damit 30 Prozent weniger"."""
    joined = window.before(window.phrases("concluding", "joins"), by.first)
    return bool(joined) and by.first - joined == level.last + 1


def between(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "2019 noch 20,5 Prozent, verloren sie 8,6 und fielen auf 11,9": light up to the new."""
    if not levels[0].last < by.first < by.last < levels[1].first:
        return False
    gap = range(by.last + 1, levels[1].first)
    return not any(map(window.dated, gap)) and _light_but_for_a_comma(window, gap)


def led(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "the staff of 4,800 will shrink by half to 3,200": light up to "by half to"."""
    old, new = levels
    slot = slot_of(window, new)
    if not old.last < by.first < new.first or slot is None or slot.role != "to":
        return False
    beside = new.first - by.last <= NEAR
    return beside and _light_but_for_a_comma(window, range(old.last + 1, by.first))


def _light(window: Sentence, words: Iterable[int]) -> bool:
    """Only small words, and words of change."""
    data = window.lexicon.data["changes"]
    small = {*window.lexicon.stop_words, *data["behind"], *data["than"], *data["means"]}
    small |= {*data["nouns"], *data["thus"]}
    small |= cues(window.lexicon, "changes", "up", "down", "either", "present")
    small |= {*window.lexicon.data["sums"]["reach"]}
    return all(window.word(at) in small for at in words)


def _light_but_for_a_comma(window: Sentence, gap: range) -> bool:
    signs = [at for at in gap if window.word(at) in BREAKS]
    joined = len(signs) <= 1 and all(window.word(at) == "," for at in signs)
    rest = (at for at in gap if at not in signs and not window.dated(at))
    return joined and _light(window, rest)
