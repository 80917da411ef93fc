"""Who speaks, where the subject stands before its verb, or behind "said"."""

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.said import Part, trimmed
from factcheck.extract.speech.words import ADDING, FINITE

APPOSITIONS = 4
LONGEST_SUBJECT = 12
SHORT_VERB = 3


def auxiliaries_from(unit: Unit, index: int, floor: int) -> int:
    """Where a verb with its auxiliaries and adverbs begins: "has repeatedly said"."""
    at = index
    while (
        at > floor and not unit.inside(at - 1) and unit.tokens.lowers[at - 1] in unit.speech.helpers
    ):
        at -= 1
    return at


def subject_of(unit: Unit, segment: Segment, before: int) -> Part | None:
    """What stands before the verb, without conjunctions, adverbs and a quotation."""
    speech, lowers = unit.speech, unit.tokens.lowers
    last = lowers[before - 1]
    if last in speech.words("relative") or last in speech.words("that"):
        return _antecedent(unit, segment, before - 1)
    first = max(segment.first, _behind_quotation(unit, segment.first, before))
    while first < before and lowers[first] in speech.leading:
        first += 1
    if first < before and lowers[first] in speech.words("prepositions"):
        opens = [
            at
            for at in range(first + 2, before)
            if lowers[at] in speech.words("determiners") or lowers[at] in speech.words("pronouns")
        ]
        first = opens[-1] if opens else first
    first = _clause_start(unit, first, before)
    if first + 1 == before and last in speech.leading:
        return None
    if first >= before or last in speech.no_subject or last in {"'", "’"}:
        return None
    if speech.opener(last) or (first + 1 == before and last.endswith(speech.manner_ends)):
        return None
    return trimmed(unit, first, before)


def _clause_start(unit: Unit, first: int, before: int) -> int:
    """Where the subject's own clause begins: "proposals which | X", "sales rose but | X"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    for at in range(before - 2, first - 1, -1):
        if unit.inside(at):
            continue
        if at > first and _verb_form(unit, at):
            return first
        lower = lowers[at]
        joins = lower in speech.words("conjunctions") or lower in speech.words("subordinators")
        if lower in speech.words("relative") or lower in speech.words("that"):
            return at + 1
        if joins and any(_verb_form(unit, i) for i in range(first + 1, at)):
            return at + 1
    return first


def _behind_quotation(unit: Unit, first: int, before: int) -> int:
    """Where the subject begins behind "“...,” X said"."""
    words = unit.tokens.words
    for q in reversed(unit.quotations):
        if first <= q.first and q.last < before:
            ended = words[q.last - 1] in ",.?!…-–—" or q.first == unit.first
            return q.last + 1 if ended else first
    return first


def _antecedent(unit: Unit, segment: Segment, at: int) -> Part | None:
    number = unit.number_of(segment.first)
    if at == segment.first:
        before = unit.segments[number - 1] if number else segment
        return trimmed(unit, before.first, before.last) if number else None
    return trimmed(unit, segment.first, at)


def first_subject(unit: Unit, limit: int) -> Part | None:
    """The subject of the sentence's first verb: "Researchers surveyed ... and found"."""
    speech, tokens = unit.speech, unit.tokens
    first = unit.first
    while first < limit and tokens.lowers[first] in speech.leading:
        first += 1
    if tokens.lowers[first] in speech.words("prepositions"):
        later = next((s for s in unit.segments[1:] if s.first < limit), None)
        if later is None:
            return None
        first = later.first
    if tokens.lowers[first] in speech.words("pronouns"):
        return first, first + 1
    at = first
    while at < min(limit, first + LONGEST_SUBJECT) and tokens.words[at] != ",":
        if at > first and _verb_form(unit, at):
            break
        at += 1
    return trimmed(unit, first, at)


def _verb_form(unit: Unit, at: int) -> bool:
    """A word that looks like a verb: an auxiliary, "surveyed", "accepts" behind a name."""
    word, lower = unit.tokens.words[at], unit.tokens.lowers[at]
    if lower in unit.speech.clause_verbs and word.islower():
        return True
    present = word.endswith("s") and len(word) > SHORT_VERB and unit.tokens.words[at - 1].isalpha()
    return word.islower() and bool(
        word.endswith(unit.speech.past_ends)
        or unit.kind(at) & FINITE
        or (present and unit.tokens.words[at - 1][0].isupper())
    )


def named_behind(unit: Unit, first: int, end: int) -> bool:
    """Is what stands behind "said" a name and no clause?"""
    speech, lowers = unit.speech, unit.tokens.lowers
    if end <= first or not unit.tokens.words[first][0].isalnum():
        return False
    if any(
        lowers[at] in speech.words("verbs_of_clauses") or lowers[at] in speech.words("that")
        for at in range(first, end)
    ):
        return False
    if lowers[first] in speech.words("prepositions") or lowers[first] in speech.words("oblique"):
        return False
    if lowers[first] in speech.words("pronouns"):
        return first + 1 >= end or lowers[first + 1] in speech.words("prepositions")
    return True


def has_verb(unit: Unit, part: Part) -> bool:
    """Does a stretch hold a verb outside a relative clause, so that it can be something said?"""
    speech, lowers = unit.speech, unit.tokens.lowers
    for segment in unit.segments:
        if segment.first >= part[1]:
            break
        if segment.first > unit.first and lowers[segment.first] in speech.words("relative"):
            continue
        for at in range(max(segment.first, part[0]), min(segment.last, part[1])):
            if lowers[at] in speech.clause_verbs or (
                at > part[0]
                and unit.tokens.words[at].islower()
                and lowers[at].endswith(speech.past_ends)
            ):
                return True
    return False


def apposition_before(unit: Unit, number: int) -> Part | None:
    """The phrase before ", the owner, said", from the beginning of its clause."""
    lowers, speech = unit.tokens.lowers, unit.speech
    start = number - 1
    while start > 0 and unit.segments[start].sign == "," and number - start < APPOSITIONS:
        before = unit.segments[start - 1]
        if lowers[unit.segments[start].first] in speech.words("conjunctions"):
            break
        ends_quote = any(q.last == before.last - 1 for q in unit.quotations)
        if lowers[before.first] in speech.words("prepositions") or ends_quote:
            break
        start -= 1
    first, last = unit.segments[start].first, unit.segments[start].last
    first = max(first, _behind_quotation(unit, first, last))
    while first < last and lowers[first] in speech.leading:
        first += 1
    for segment in unit.segments[start + 1 : number]:
        if lowers[segment.first] in speech.no_apposition:
            break
        last = segment.last
    return trimmed(unit, first, _without_relative(unit, first, last))


def _without_relative(unit: Unit, first: int, last: int) -> int:
    """Where a relative clause begins that the phrase can do without."""
    for at in range(first + 1, last):
        if unit.tokens.lowers[at] in unit.speech.words("relative"):
            return at if any(word == "," for word in unit.tokens.words[first:at]) else last
    return last


def apposed(unit: Unit, first: int, end: int) -> Part | None:
    """The speaker behind the verb, with ", his lawyer" behind it, without when and where."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    for at in range(first + 1, end):
        named = lowers[at] in speech.words("carrying") and words[at - 1][0].islower()
        if lowers[at] in speech.words("circumstances") and not named:
            return trimmed(unit, first, at)
    if end < unit.end and words[end] == ",":
        segment = unit.segments[unit.number_of(end + 1)]
        if _describes(unit, segment):
            last = min(segment.last, unit.end)
            ends = (
                at for at in range(segment.first, last) if lowers[at] in speech.words("relative")
            )
            end = next(ends, last)
    return trimmed(unit, first, end)


def _describes(unit: Unit, segment: Segment) -> bool:
    """Is a segment an apposition, and no clause?"""
    speech, lowers = unit.speech, unit.tokens.lowers
    opens = lowers[segment.first]
    if opens in speech.no_apposition or unit.inside(segment.first):
        return False
    if unit.kind(segment.first) & (ADDING | FINITE):
        return False
    if opens in speech.words("prepositions") and opens not in speech.words("belonging"):
        return False
    return not any(
        lowers[at] in speech.words("verbs_of_clauses")
        for at in range(segment.first, min(segment.last, unit.end))
    )
