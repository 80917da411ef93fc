"""A change and a level of two subjects: "Pubs doubled to 4,800; there were 3,600 letters in May".

The clause of the change ends in its new level and names what changes; the level outside that clause
counts something else, or its own statement opens with another noun.
"""

from collections.abc import Iterator

from factcheck.relations.changes.marks import slot_of
from factcheck.relations.sentence import BREAKS, STATEMENT_ENDS, Figure, Sentence, cues, same_noun

STEM = 4


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
    while begin > window.first and window.word(begin - 1) not in BREAKS:
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
    small |= cues(lexicon, "changes", "up", "down", "either")
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
