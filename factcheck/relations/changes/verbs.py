"""The verb or the multiple that governs a change, and where it leads: up, down or not told.

`reach` are the tokens with which the marked figures of the change begin and end.
"""

from factcheck.model import Span
from factcheck.relations.changes.marks import GAP, more_of, turns
from factcheck.relations.changes.other_bases import of_another
from factcheck.relations.sentence import Figure, Sentence, cues

REACH_BACK = 14
REACH_AHEAD = 6
VERB_BEFORE = 3


def multiple_of(sentence: Sentence, reach: tuple[int, int], floor: int) -> Figure | None:
    """The verb of a multiple in the chain's clause: "verdoppelte sich von", "auf 20 verdreifacht".

    A "fivefold" counts only right behind a verb of growth, or before its noun.
    """
    multiplied = sentence.lexicon.data["changes"]["multiplied"]
    for figure in sentence.figures:
        if figure.kind != "multiple" or figure.first < floor:
            continue
        verb = sentence.word(figure.last) in multiplied
        if not verb and not _up(sentence, figure.first - 1) and not more_of(sentence, figure):
            continue
        ahead = range(figure.last + 1, reach[0])
        behind = range(reach[1] + 1, figure.first)
        gap = ahead if figure.last < reach[0] else behind
        stops = sentence.lexicon.data["changes"]["stops"]
        words = [sentence.word(at) for at in gap if not sentence.dated(at)]
        if words[-1:] == [","] and gap is ahead:  # "tripled, to 5,200 from 2,300"
            words.pop()
        elif words[-2:-1] == [","] and turns(sentence, reach[0] - 1) and gap is ahead:
            del words[-2:]  # "doubled in two years, rising from"
        elif gap is behind and not of_another(sentence, gap):
            words = _summed_up(sentence, words)
        if len(words) <= GAP and all(w.isalpha() and w not in stops for w in words):
            return figure
    return None


def _summed_up(sentence: Sentence, words: list[str]) -> list[str]:
    """The words without the comma or "und" before "also", "damit": "und hat sich damit"."""
    data = sentence.lexicon.data["changes"]
    breaks = [index for index, word in enumerate(words) if word == "," or word in data["stops"]]
    if len(breaks) != 1 or not set(words[breaks[0] + 1 :]).intersection(data["thus"]):
        return words
    return words[: breaks[0]] + words[breaks[0] + 1 :]


def _up(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) in cues(sentence.lexicon, "changes", "up")


def verb_of(sentence: Sentence, reach: tuple[int, int], floor: int) -> int | None:
    """The word of change that governs the chain: behind it where verbs end clauses, else before."""
    known = cues(sentence.lexicon, "changes", "up", "down", "either")
    stops = sentence.lexicon.data["changes"]["stops"]
    final = None
    away = _turned_away(sentence, reach[1])
    for at in range(reach[1] + 1, min(sentence.end, reach[1] + 1 + REACH_AHEAD)):
        word = sentence.word(at)
        if word == "," and at == reach[1] + 1 and reach[0] == sentence.first:
            continue  # "Von 2 auf 3, also um 50 Prozent, kletterte der Umsatz"
        if word in stops or not (word.isalpha() or sentence.dated(at)):
            break
        if word in known - away and sentence.tokens.words[at][0].islower():
            final = at
            break
    if final is not None and sentence.lexicon.data["changes"]["verbs_end_clauses"]:
        return final
    for at in range(reach[1], max(floor, reach[0] - REACH_BACK) - 1, -1):
        word = sentence.word(at)
        if word == ";" and at < reach[0]:
            break
        if word in known - away and not _of_no_level(sentence, at, reach[0]):
            return _of_level(sentence, at, known - away) or at
    return final


def _of_no_level(sentence: Sentence, verb: int, start: int) -> bool:
    """As in "a crime falling under this clause"; "fell under 20" is a change."""
    no_change = sentence.lexicon.data["changes"]["no_change_before"]
    return verb + 1 < start and sentence.word(verb + 1) in no_change


def _of_level(sentence: Sentence, noun: int, known: frozenset[str]) -> int | None:
    """As in "erhöhte sich das Minus auf": the verb before what changes, which is no change here."""
    definite = sentence.word(noun - 1) in sentence.lexicon.data["changes"]["definite"]
    if not definite or sentence.tokens.words[noun][0].islower():
        return None
    near = range(noun - 2, max(sentence.first, noun - 2 - VERB_BEFORE), -1)
    words = sentence.tokens.words
    return next((at for at in near if sentence.word(at) in known and words[at][0].islower()), None)


def _turned_away(sentence: Sentence, last: int) -> frozenset[str]:
    """Verbs to which a prefix at the end of the clause gives another sense: "stieg ... ab"."""
    at, data = last + 1, sentence.lexicon.data["changes"]
    while at < sentence.end and sentence.tokens.words[at].isalpha():
        if sentence.word(at) in data["stops"]:
            break
        at += 1
    away, closed = data["prefixes_away"], at < sentence.end and sentence.word(at) in data["stops"]
    closed = closed or sentence.breaks(at)
    prefix = sentence.word(at - 1) if closed and at - 1 > last else ""
    turns_away = (role for role in ("up", "down") if prefix in away[role])
    return frozenset().union(*(cues(sentence.lexicon, "changes", role) for role in turns_away))


def direction(sentence: Sentence, reach: tuple[int, int], verb: int) -> tuple[str, Span] | None:
    """("up" or "down", the word that says so); None if the verb may mean either."""
    span = sentence.scene.passage.span
    for role in ("up", "down"):
        if sentence.word(verb) in cues(sentence.lexicon, "changes", role):
            return role, span(verb, verb)
    for at in range(reach[1] + 1, min(sentence.end, reach[1] + 1 + REACH_AHEAD)):
        if sentence.word(at) == ";":
            break
        for role in ("up", "down"):
            if sentence.word(at) in sentence.lexicon.data["changes"][f"particles_{role}"]:
                return role, span(verb, at)
    return None
