"""A change and a level of two subjects: "Pubs doubled to 4,800; there were 3,600 letters in May".

The clause of the change ends in its new level and names what changes; the level outside that clause
counts something else, or its own statement opens with another noun.
"""

from collections.abc import Iterator, Sequence

from factcheck.relations.changes.marks import change_noun, slot_of
from factcheck.relations.changes.ties import reported
from factcheck.relations.changes.turns import drawn
from factcheck.relations.sentence import BREAKS, STATEMENT_ENDS, Figure, Sentence, cues, same_noun

STEM = 4


def another_subject(window: Sentence, by: Figure, levels: Sequence[Figure]) -> bool:
    """Have the clause of a change and that of its levels each a subject, and not the same?

    "Costs grew by 4%" beside "fines rose to £41m"; not "the rise of 4%", nor ", to 41p from 38p".
    """
    slot, data = slot_of(window, by), window.lexicon.data["changes"]
    told = slot.start if slot is not None else by.first
    if window.word(by.first - 1) in data["by"] and not change_noun(window, told):
        told = by.first - 1  # "der Gewinn um 10 Prozent"
    begin, end = _opening(window, told), by.last + 1
    while end < window.end and window.word(end) not in _boundaries(window):
        end += 1
    clause = range(begin, end)
    if _refers(window, clause, by, told) or any(level.first in clause for level in levels):
        return False
    opened = [(_opening(window, level.first), level.first) for level in levels]
    pronouns = window.lexicon.data["speech"]["pronouns"]
    if any(window.word(start) in pronouns for start, _ in opened):
        return False  # "Knocked down by 30 per cent, it now stands at"
    named = _named(window, begin, told, levels)
    own = [window.word(at) for at in _nouns(window, named)]
    elsewhere = {
        *window.tokens.lowers[window.first : named.start],
        *window.tokens.lowers[end : window.end],
    }
    new = not any(same_noun(name, other) for name in own for other in elsewhere)
    return bool(own) and new and any(_subject(window, *words) for words in opened)


def _refers(window: Sentence, clause: range, by: Figure, told: int) -> bool:
    """As in "this 58-fold rise", "so the water dropped by", "which, he said, was a rise of"."""
    data, slot = window.lexicon.data["changes"], slot_of(window, by)
    pointed = window.word(told - 1) in {*data["definite"], *data["pointing"]}
    pointed = pointed or reported(window, by, told)
    noun = slot is not None and (slot.loose or slot.behind)
    relative = noun and window.word(clause.start - 1) in data["relatives"]
    articles = window.lexicon.data["numbers"]["articles"]["words"]
    relative = relative or (
        slot is not None and slot.loose and window.word(clause.start) in articles
    )
    thus = any(window.word(at) in data["thus"] for at in range(clause.start, told))
    grew = slot is not None and not (slot.loose or slot.behind)  # "Der Umsatz stieg somit um"
    apart = clause.start == window.first or window.word(clause.start - 1) in STATEMENT_ENDS
    own = grew and apart and _subject(window, clause.start, told)
    return pointed or relative or ((thus or drawn(window, by)) and not own)


def _named(window: Sentence, begin: int, told: int, levels: Sequence[Figure]) -> range:
    """The words that may tell of what a change is: also those before ", by contrast,"."""
    start = window.back(begin, STATEMENT_ENDS)
    aside = window.word(begin - 1) == "," and next(_nouns(window, range(begin, told)), None) is None
    free = not any(level.first in range(start, told) for level in levels)
    return range(start if aside and free else begin, told)


def _subject(window: Sentence, begin: int, end: int) -> bool:
    """Does a clause open with a noun, or with a determiner and a noun?"""
    determined = window.word(begin) in window.lexicon.data["grammar"]["determiners"]
    first = next(_nouns(window, range(begin + determined, end)), None)
    return first is not None and (determined or first == begin)


def _opening(window: Sentence, at: int) -> int:
    """Where the clause of a token begins."""
    ends = _boundaries(window)
    while at > window.first and window.word(at - 1) not in ends:
        at -= 1
    return at


def _boundaries(window: Sentence) -> frozenset[str]:
    """What a clause stands between: signs, "and", "while"."""
    data = window.lexicon.data
    joins = {*data["ranges"]["and"], *data["speech"]["subordinators"], *data["parts"]["clauses"]}
    return BREAKS | joins


def two_subjects(window: Sentence, by: Figure, old: Figure, new: Figure) -> bool:
    """Does the clause of the change name one thing, and the statement of the old level another?"""
    clause = _clause(window, by, new)
    slot = slot_of(window, new)
    if slot is None or slot.role != "to" or old.first in clause:
        return False
    before = old.first < clause.start
    rest = range(window.first, clause.start) if before else range(clause.stop, window.end)
    statement = _statement(window, rest, old)
    own = [*_nouns(window, range(clause.start, new.first))]
    if not own:
        return False  # "it has doubled to"
    named = {window.word(at)[:STEM] for at in clause}
    if old.kind == "count" and old.quantity.head:
        head = old.quantity.head
        return not any(same_noun(head, window.word(at)) for at in own) and head[:STEM] not in named
    first = next(_nouns(window, statement), None)
    return first is not None and window.word(first)[:STEM] not in named


def _clause(window: Sentence, by: Figure, new: Figure) -> range:
    """From the sign before the change to the one behind its new level."""
    begin, end = min(by.first, new.first), max(by.last, new.last) + 1
    data = window.lexicon.data
    marks = {word for role in ("by", "to", "from") for word in data["changes"][role]}
    ends = BREAKS | ({*data["speech"]["subordinators"]} - marks)  # "as revenue climbed 34% to"
    while begin > window.first and window.word(begin - 1) not in ends:
        begin -= 1
    while end < window.end and window.word(end) not in BREAKS:
        end += 1
    return range(begin, end)


def _statement(window: Sentence, words: range, level: Figure) -> range:
    """The words around a level up to a full stop or a semicolon."""
    begin, end = level.first, level.last + 1
    while begin > words.start and window.word(begin - 1) not in STATEMENT_ENDS:
        begin -= 1
    while end < words.stop and window.word(end) not in STATEMENT_ENDS:
        end += 1
    return range(begin, end)


def _nouns(window: Sentence, words: range) -> Iterator[int]:
    """The words that may name a thing: no times, small words or words of change."""
    lexicon, scene = window.lexicon, window.scene
    covered = {
        at
        for claim in scene.claims_in(words.start, words.stop)
        for at in range(scene.first_token(claim), scene.last_token(claim) + 1)
    }
    for at in words:
        for key in ("past", "present", "same", "the_number"):
            covered |= set(range(at, at + window.at(window.phrases("changes", key), at)))
    data = lexicon.data["changes"]
    small = {*data["light"]} - {*data["has_value"]} | lexicon.stop_words
    small |= cues(lexicon, "changes", "up", "down", "either", "behind")
    opening = {*BREAKS, *lexicon.data["grammar"]["determiners"], *lexicon.data["parts"]["joins"]}
    opening |= {*lexicon.data["speech"]["subordinators"]}
    for at in words:
        word = window.tokens.words[at]
        capital = word[0].isupper() or not lexicon.data["grammar"]["capitalised_nouns"]
        verb = word.lower() in data["has_value"] and at > window.first
        if verb and window.word(at - 1) not in opening:
            continue  # "it cost", not "; costs"
        if at not in covered and word.isalpha() and capital and word.lower() not in small:
            yield at
