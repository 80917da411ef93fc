"""Results told of two figures before them: "978 Euro, im Saarland 1401, also 43 Prozent mehr".

Two figures of one quantity, in one sentence or in two that follow each other, and behind them what
they differ by: a difference with "mehr", "weniger" or a noun of change, a lead ("neun Punkte vor
der Linken"), or a multiple ("doppelt so viel"). Which of the two is the old value need not be told:
more is more than the smaller one, less is less than the greater. That both measure one quantity
must be: the second figure has a pronoun for its subject ("sind es", "waren es") or only an
adjective for its noun ("das alte 549 Euro"), or one of them is of an earlier time.
"""

from collections.abc import Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.lone_levels import told_level
from factcheck.relations.changes.marks import OPENERS, Slot, noun_turn, slot_of
from factcheck.relations.changes.old_levels import no_name, opened
from factcheck.relations.changes.other_bases import of_another, own_noun
from factcheck.relations.figure_kinds import ASIDE, DIFFERENCES
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    alike,
    amount,
    clause_of,
    cues,
)

OTHERS = 2
CLAUSE = 9
NAMED = 3


def told(sentence: Sentence, split: int) -> Relation | None:
    """The change that a result in the last clause tells of the two figures before it.

    `split` is the token with which the second of two sentences begins, else that of the only one.
    """
    figures = [figure for figure in sentence.figures if not _aside(figure)]
    if len(figures) != OTHERS + 1 or figures[-1].first < split:
        return None
    if split == sentence.first and figures[0].kind in DIFFERENCES:
        return _spelled_out(sentence, figures)
    if split > sentence.first and figures[0].first >= split:
        return None  # the second sentence tells it all
    first, second, by = figures
    if not _comparable(first, second) or of_another(sentence, range(second.last + 1, sentence.end)):
        return None
    if own_noun(sentence, by):
        return None
    ends = _ends(sentence, first, second, split) if split > second.last else None
    if ends is not None:
        turn = _turn(sentence, by)
        bound = turn is not None and _concludes(sentence, second, by, split)
        return _change(sentence, ends, by, turn, ordered=True) if bound and turn else None
    if not _unmarked(sentence, first, second):
        return None
    turn = _turn(sentence, by)
    if turn is None or not _concludes(sentence, second, by, split):
        return None
    lead = _lead(sentence, first, second, by)
    apart = split > first.last and not _than_now(sentence, by.last + 2)
    same = lead or _traded(sentence, by)
    if not (same or _one_quantity(sentence, first, second, apart=apart)):
        return None
    return _change(sentence, (first, second), by, turn)


def _aside(figure: Figure) -> bool:
    """A date, a rank, or a length that tells when: "vor sechs Jahren"."""
    ago = figure.kind == "duration" and figure.claim.period is not None
    return ago or figure.kind in ASIDE


def _spelled_out(sentence: Sentence, figures: Sequence[Figure]) -> Relation | None:
    """As in "Um 30 Prozent zugenommen hat die Zahl: 2023 waren es 520, im Jahr zuvor 400"."""
    by, first, second = figures
    slot = slot_of(sentence, by)
    colons = [at for at in range(by.last + 1, first.first) if sentence.word(at) == ":"]
    if slot is None or slot.role != "by" or len(colons) != 1 or first.first - colons[0] > CLAUSE:
        return None
    if not _comparable(first, second) or slot_of(sentence, first) or slot_of(sentence, second):
        return None
    span = sentence.scene.passage.span
    words = range(sentence.first, colons[0])
    turns = [
        (role, span(at, at))
        for at in words
        for role in ("up", "down")
        if sentence.word(at) in cues(sentence.lexicon, "changes", role)
    ]
    same = _one_quantity(sentence, first, second, apart=False)
    if len({role for role, _ in turns}) != 1 or not same:
        return None
    return _change(sentence, (first, second), by, turns[0])


def _comparable(first: Figure, second: Figure) -> bool:
    """Two amounts of one unit, or two shares."""
    one = first.quantity.value is not None and second.quantity.value is not None
    return one and amount(first) and alike(first, second)


def _ends(
    sentence: Sentence, first: Figure, second: Figure, split: int
) -> tuple[Figure, Figure] | None:
    """The old and the new value of "stieg von 200 auf 900", which a further sentence sums up.

    Or of "erhalten 1,20 Euro je Aktie nach 2,40 im Vorjahr", where the new one has no mark.
    """
    marks = [slot_of(sentence, figure) for figure in (first, second)]
    slots = {slot.role: slot.figure for slot in marks if slot}
    held = marks[1] is not None and marks[1].role == "from" and marks[1].loose
    if held and (marks[0] is None or _attribute(sentence, marks[0])):
        past = sentence.phrases("changes", "past")
        then = any(sentence.at(past, at) for at in range(second.first, second.last + NAMED))
        named = sentence.lexicon.data["changes"]["of_it"]
        own = any(sentence.word(at) in named for at in range(split, sentence.end))
        return (second, first) if then and own else None
    turned = not sentence.words.isdisjoint(
        cues(sentence.lexicon, "changes", "up", "down", "either")
    )
    return (slots["from"], slots["to"]) if turned and set(slots) == {"from", "to"} else None


def _unmarked(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Neither is marked as a part of a change; "kommt auf 27 Prozent" is a level."""
    slots = [slot for figure in (first, second) if (slot := slot_of(sentence, figure))]
    if not slots:
        return True
    data = sentence.lexicon.data
    turns = cues(sentence.lexicon, "changes", "up", "down", "either")
    if not sentence.words.isdisjoint(turns):
        return False
    reached = not sentence.words.isdisjoint(data["sums"]["reach"])
    return all((slot.role == "to" and reached) or _attribute(sentence, slot) for slot in slots)


def _attribute(sentence: Sentence, slot: Slot) -> bool:
    """As in "einen Umsatz von 50 Millionen": of a noun, not from a level."""
    noun = sentence.tokens.words[slot.start - 1] if slot.start > sentence.first else ""
    capitalised = sentence.lexicon.data["grammar"]["capitalised_nouns"] and noun[:1].isupper()
    return slot.role == "from" and bool(capitalised)


def _turn(sentence: Sentence, by: Figure) -> tuple[str, Span] | None:
    """The word that says which way the figures differ: "mehr", "weniger", "ein Plus von"."""
    data = sentence.lexicon.data["changes"]
    span = sentence.scene.passage.span
    at = by.last + 1
    if by.kind == "multiple":
        return ("up", span(by.first, by.last)) if _compared(sentence, by) else None
    if by.kind not in DIFFERENCES and not amount(by):
        return None
    ahead = {"up": "ahead", "down": "behind_them"}
    for role in ("up", "down"):
        if sentence.word(at) in data[f"behind_{role}"]:
            return None if _than_another(sentence, at + 1) else (role, span(at, at))
        if by.kind == "percentage_point" and sentence.word(at) in data[ahead[role]]:
            return role, span(at, at)
    slot = slot_of(sentence, by)
    if slot is None or slot.role != "by" or not slot.loose or not sentence.breaks(by.last + 1):
        return None
    role = noun_turn(sentence, slot.start, by)
    return (role, span(slot.start, slot.start)) if role else None


def _than_another(sentence: Sentence, at: int) -> bool:
    """As in "mehr als erwartet", but not "mehr als jetzt"."""
    than = sentence.word(at) in sentence.lexicon.data["changes"]["than"]
    return than and not _than_now(sentence, at)


def _than_now(sentence: Sentence, at: int) -> bool:
    """As in "mehr als jetzt": held against the figure of today."""
    length = sentence.at(sentence.phrases("changes", "present"), at + 1)
    return bool(length) and sentence.breaks(at + 1 + length)


def _compared(sentence: Sentence, by: Figure) -> bool:
    """As in "doppelt so viel", "hat sich verdoppelt", with nothing else that it is held against."""
    at = by.last + 1
    if sentence.word(by.last) in sentence.lexicon.data["changes"]["multiplied"]:
        return sentence.breaks(at)
    length = sentence.at(sentence.phrases("changes", "as_much"), at)
    return bool(length) and sentence.breaks(at + length)


def _concludes(sentence: Sentence, second: Figure, by: Figure, split: int) -> bool:
    """Behind a comma at once, or behind "also", "damit" or "das sind" in a clause of its own."""
    pointing = sentence.lexicon.data["changes"]["pointing"]
    if sentence.word(split) in pointing and second.last < split <= by.first:
        near = by.first - split <= CLAUSE and sentence.plain(split, by.first)
        return near and not opened(sentence, by, second)  # "That sent its shares 12% higher"
    slot = slot_of(sentence, by)
    start = slot.start if slot is not None and slot.role == "by" else by.first
    table = sentence.phrases("changes", "introducers")
    begin = start
    while begin > second.last + 1 and sentence.word(begin - 1) not in BREAKS:
        begin -= 1
        if start - begin > CLAUSE or not sentence.plain(begin, start):
            return False
    marked = any(sentence.at(table, at) for at in range(begin, start))
    opener = begin - 1
    if marked:
        return True
    light = all(sentence.tokens.words[at][0].islower() for at in range(begin, start))
    closes = opener - second.last <= NAMED and sentence.tokens.words[opener] in OPENERS
    return light and closes and no_name(sentence, by, second)


def _one_quantity(sentence: Sentence, first: Figure, second: Figure, *, apart: bool) -> bool:
    """Words that make the two figures one quantity of two times, places or things."""
    clauses = (clause_of(sentence, first), clause_of(sentence, second))
    same = sentence.phrases("changes", "same")
    if any(sentence.at(same, at) for at in clauses[1]):
        return True
    if _elliptic(sentence, first, second):
        return True
    past, now = sentence.phrases("changes", "past"), sentence.phrases("changes", "present")
    earlier = [any(sentence.at(past, at) for at in clause) for clause in clauses]
    if earlier[0] == earlier[1]:
        return False
    if not apart or _results(sentence, second):
        return True
    today = [any(sentence.at(now, at) for at in clause) for clause in clauses]
    return any(today) and earlier != today


def _traded(sentence: Sentence, by: Figure) -> bool:
    """As in "für 90 Euro gekauft und für 7.260 verkauft": one thing at two prices."""
    before = frozenset(sentence.word(at) for at in range(sentence.first, by.first))
    return not any(before.isdisjoint(side) for side in sentence.lexicon.data["changes"]["traded"])


def _results(sentence: Sentence, second: Figure) -> bool:
    """As in "die zuletzt noch 25,7 Prozent hatten, kamen auf 20,5": the share that one reached."""
    slot = slot_of(sentence, second)
    reach = sentence.lexicon.data["sums"]["reach"]
    reached = any(sentence.word(at) in reach for at in clause_of(sentence, second))
    return second.kind == "percentage" and slot is not None and slot.role == "to" and reached


def _elliptic(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """As in "das neue 749 Euro, das alte 549": an adjective and no noun before the second."""
    words = sentence.tokens.words
    between = range(first.last + 1, second.first)
    if len(between) != NAMED or words[between[0]] != "," or not words[between[-1]].islower():
        return False
    articles = sentence.lexicon.data["grammar"]["determiners"]
    return sentence.word(between[1]) in articles and words[between[-1]].isalpha()


def _lead(sentence: Sentence, first: Figure, second: Figure, by: Figure) -> bool:
    """As in "27 Prozent, die Linke 18, damit liegt die SPD neun Punkte vor ihr"."""
    data = sentence.lexicon.data["changes"]
    known = {*data["ahead"], *data["behind_them"]}
    both = first.kind == second.kind == "percentage"
    return both and by.kind == "percentage_point" and sentence.word(by.last + 1) in known


def _change(
    sentence: Sentence,
    pair: Sequence[Figure],
    by: Figure,
    turn: tuple[str, Span],
    *,
    ordered: bool = False,
) -> Relation:
    """From the smaller to the greater where there is more, else the other way round."""
    old, new = pair
    multiple, times = by.kind == "multiple", by.quantity.value
    if not ordered:
        old, new = sorted(pair, key=lambda figure: figure.quantity.value or 0)
        if turn[0] == "down" or (multiple and times is not None and times < 1):
            old, new = new, old
    members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
    members += [("by", by.claim)] if multiple else [("by", by.claim), turn]
    members += [("level", old.claim.span)] if told_level(sentence, new) else []
    return sentence.relation("change", members, sure=False)
