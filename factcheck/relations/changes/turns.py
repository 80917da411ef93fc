"""Which figure of a statement is a difference, and where it leads: "1,200 fewer", "fell by 1,200",
"30 Prozent Nachlass", "hat sich verdoppelt", "und damit nur halb so hoch".

Left out are ranges and what has no word that tells up or down.
"""

from factcheck.model import Span
from factcheck.relations.changes.marks import Slot, noun_turn, slot_of
from factcheck.relations.changes.old_levels import clause_of_level
from factcheck.relations.changes.planned import against_plan
from factcheck.relations.figure_kinds import DIFFERENCES
from factcheck.relations.sentence import BREAKS, Figure, Sentence, amount, clause_of, cues
from factcheck.relations.windows import inserted, said_again

Turn = tuple[str, Span]
NEAR, LIGHT = 3, 6


def turn_of(window: Sentence, figure: Figure) -> Turn | None:
    """("up" or "down", the word) of a difference: "weniger" behind it, "fell by" before it."""
    data, span = window.lexicon.data["changes"], window.scene.passage.span
    if figure.quantity.hedge == "range" or figure.quantity.value is None:
        return None
    if figure.kind == "multiple":
        return _multiplied(window, figure)
    if figure.kind not in DIFFERENCES and not amount(figure):
        return None
    at = figure.last + 1 + inserted(window, figure)
    for role in ("up", "down"):
        up = figure.kind in DIFFERENCES and window.word(at) in data[f"share_{role}"]
        if up or window.word(at) in data[f"behind_{role}"]:
            return role, span(at, at)  # "32% up on 2012"
        level = "above_level" if role == "up" else "below_level"
        held = window.at(window.phrases("changes", level), at)
        if held and (figure.kind in DIFFERENCES or against_plan(window, figure)):
            return role, span(at, at)
    slot = slot_of(window, figure)
    again = _told_before(window, figure) if slot is None else None
    if again is not None:
        return turn_of(window, again)  # "ein Plus von 41 Cent oder 3,3 Prozent"
    if slot is None and figure.kind == "percentage_point":  # "büßte 7,3 Prozentpunkte ein"
        slot = Slot(figure, "by", figure.first)
    if slot is None or slot.role != "by" or _part_of_all(window, figure):
        return None
    if slot.behind and (role := noun_turn(window, at, figure)):
        return role, span(at, at)
    return _of_slot(window, figure, slot)


def _told_before(window: Sentence, share: Figure) -> Figure | None:
    """The amount that a share tells again."""
    before = (f for f in window.figures if f.last < share.first and f.kind not in DIFFERENCES)
    told = share.kind in DIFFERENCES
    return next((f for f in before if told and said_again(window, share, f)), None)


def _part_of_all(window: Sentence, figure: Figure) -> bool:
    """As in "gifts made up 12% of the total"."""
    of = window.at(window.phrases("shares", "of_all"), figure.last + 1)
    return figure.kind == "percentage" and bool(of)


def _of_slot(window: Sentence, figure: Figure, slot: Slot) -> Turn | None:
    """By the words of the clause, else of the noun, else of the clause that "also" sums up."""
    data, span, before = window.lexicon.data["changes"], window.scene.passage.span, slot.start - 1
    for role in ("up", "down"):
        if window.word(before) in data[f"behind_{role}"]:
            return role, span(before, before)  # "higher by 27 per cent than"
        nearest = _cue(window, clause_of_level(window, figure), role)
        if nearest is not None:
            return role, span(nearest, nearest)
        at = figure.last + 1
        while not window.breaks(at):  # "ging um 5 auf 20 zurück"
            at += 1
        if window.word(at - 1) in data[f"particles_{role}"]:
            return role, span(at - 1, at - 1)
    better = _cue(window, clause_of_level(window, figure), "better")
    if better is not None and figure.kind in DIFFERENCES:
        return "up", span(better, better)
    role_of_noun = noun_turn(window, slot.start, figure)
    if slot.loose and role_of_noun:
        return role_of_noun, span(slot.start, slot.start)
    # "um 40 auf 150 gestiegen"; "ist geschrumpft, also um 46 Prozent"
    thus = window.before(window.phrases("concluding", "joins"), slot.start)
    around = range(window.first, window.end) if thus else clause_of(window, figure)
    found = {role: _cue(window, around, role) for role in ("up", "down")}
    told = [(role, place) for role, place in found.items() if place is not None]
    return (told[0][0], span(told[0][1], told[0][1])) if len(told) == 1 else None


def _multiplied(window: Sentence, figure: Figure) -> Turn | None:
    """As in "doppelt so viel wie", "hat sich verdoppelt", "und damit halb so hoch"."""
    at = figure.last + 1
    held = window.at(window.phrases("changes", "times_as"), at)
    held = held or window.at(window.phrases("changes", "what_it_was"), at)
    verb = window.word(figure.last) in window.lexicon.data["changes"]["multiplied"]
    known = held or verb or as_much(window, figure) or taken_up(window, figure)
    return ("up", window.scene.passage.span(figure.first, figure.last)) if known else None


def as_much(window: Sentence, multiple: Figure) -> bool:
    """As in "und damit nur halb so hoch", with nothing else that it is held against.

    Or right behind a level: "Four years on 155 do, five times as many, and".
    """
    at, comma = multiple.last + 1, multiple.first - 1
    length = window.at(window.phrases("changes", "as_much"), at)
    near = any(0 < comma - figure.last <= NEAR for figure in window.figures)
    told = (window.word(comma) == "," and near) or drawn(window, multiple)
    return bool(length) and window.breaks(at + length) and told


def taken_up(window: Sentence, multiple: Figure) -> bool:
    """As in "this 58-fold increase": the change that the levels before it make."""
    data = window.lexicon.data["changes"]
    pointed = window.word(multiple.first - 1) in {*data["definite"], *data["pointing"]}
    turned = noun_turn(window, multiple.last + 1, multiple)
    if window.word(multiple.first - 2) in data["by"]:
        return False  # "um das 2,6-Fache erhöht"
    return pointed and turned == "up" and window.word(multiple.last) not in data["multiplied"]


def drawn(window: Sentence, by: Figure) -> bool:
    """As in "hat sich damit verdreifacht", "Das entspricht einem Plus", "has trebled since."."""
    data, begin = window.lexicon.data["changes"], by.first
    since = window.word(by.last + 1) in window.lexicon.data["elapsed"]["since"]
    if since and window.breaks(by.last + 2):
        return True
    if window.word(by.last + 2) in data["than"]:
        return False  # "und damit 39 Milliarden weniger als vor einem Jahr"
    while begin > window.first and window.word(begin - 1) not in BREAKS:
        begin -= 1
        if window.word(begin) in data["thus"]:
            return True
    pointing = {*data["pointing"]}
    means = [at for at in range(begin, by.first) if window.word(at) in data["means"]]
    near = (at for at in means if by.first - at <= LIGHT)  # "Für alle bedeutet das ein Plus von"
    points = any(window.word(at + 1) in pointing for at in near)
    return points or (bool(means) and window.word(begin) in {*pointing, *data["means"]})


def _cue(window: Sentence, words: range, role: str) -> int | None:
    """Where the first of these words stands that tells a change up or down."""
    table = cues(window.lexicon, "changes", role)
    return next((at for at in words if window.word(at) in table), None)
