"""What is said behind a verb of saying, where the subject stands first."""

from collections.abc import Iterator

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.quotations import Quotation
from factcheck.extract.speech.said import Part, trimmed
from factcheck.extract.speech.words import ACCORDING, ADDING, AS, CAREFUL, FINITE

SKIPPED = 9
LEAST_CLAUSE = 3


def content_behind(
    unit: Unit, index: int, at: int, kind: int, segment: Segment
) -> tuple[Part, ...] | None:
    """What stands behind the verb: "that ...", a clause, "to ...", a colon, a quotation."""
    if at >= unit.end or unit.tokens.lowers[at] in unit.speech.words("belonging"):
        return None
    stop = min(segment.last, unit.end)
    accused = _accused(unit, index, at, stop)
    if accused is not None:
        return accused
    quote = next((q for q in unit.quotations if q.first >= at), None)
    if quote is not None and quote.first - at <= (unit.tokens.words[at] in ",:"):
        return _from_quote(unit, quote.first)
    first = _opening(unit, index, at, stop)
    if first is not None:
        return until(unit, first)
    if stop < unit.end and unit.tokens.words[stop] == ":":
        return _after_colon(unit, stop + 1, kind)
    quoting = unit.tokens.lowers[index] in unit.speech.words("quoting")
    if quote is not None and quoting and kind & CAREFUL and quote.first < stop:
        return ((quote.first, quote.last + 1),)
    later = _later(unit, at, stop, quote, quoting=quoting or not kind & CAREFUL)
    if later is not None or (kind & CAREFUL and not _found(unit, index, at)):
        return later
    return _bare(unit, index, at)


def _accused(unit: Unit, index: int, at: int, stop: int) -> tuple[Part, ...] | None:
    """As in "accused X of wasting £3bn"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if lowers[index] not in speech.words("accusing"):
        return None
    for i in range(at + 1, stop - 1):
        if lowers[i] in speech.words("belonging") and not unit.inside(i):
            following = lowers[i + 1]
            if any(q.first == i + 1 for q in unit.quotations):
                return until(unit, i + 1)
            if following.endswith(speech.doing_ends) or following in speech.words("having"):
                return until(unit, i + 1)
    return None


def _found(unit: Unit, index: int, at: int) -> bool:
    """As in "found it had lost", "found 25% did not": an auxiliary shows that a clause opens."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if lowers[index] not in speech.words("bare_careful"):
        return False
    for i in range(at, min(at + SKIPPED, unit.end)):
        if i > at and lowers[i] in speech.words("verbs_of_clauses"):
            return True
        opens = lowers[i] in speech.words("relative") or lowers[i] in speech.leading
        if opens or unit.tokens.words[i] == "," or unit.inside(i):
            return False
    return False


def _opening(unit: Unit, index: int, at: int, stop: int) -> int | None:
    """The word that opens what is said: "that", "whether", "how", "to"."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    telling = lowers[index] in speech.words("telling")
    promising = lowers[index] in speech.words("infinitives")
    for i in range(at, min(stop, at + 2 * SKIPPED)):
        if unit.inside(i) or lowers[i] in speech.words("verbs_of_clauses"):
            return None
        if lowers[i] in speech.words("that"):
            carried = i > at and lowers[i - 1] in speech.words("prepositions")
            return None if carried else i
        if (i == at or telling) and lowers[i] in speech.words("asking"):
            return i
        promising = promising and not _deed(unit, i)
        if promising and lowers[i] == speech.data["to"] and i + 1 < stop:
            noun = lowers[i + 1] in speech.words("determiners") or not words[i + 1].islower()
            if not noun:
                return i
    return None


def _deed(unit: Unit, at: int) -> bool:
    """A verb of the past: what follows is no longer what was promised."""
    lower, speech = unit.tokens.lowers[at], unit.speech
    past = unit.tokens.words[at].islower() and lower.endswith(speech.past_ends)
    return past or lower in speech.clause_verbs or lower in speech.words("relative")


def _after_colon(unit: Unit, first: int, kind: int) -> tuple[Part, ...] | None:
    if any(q.first == first for q in unit.quotations):
        return _from_quote(unit, first)
    part = trimmed(unit, first, unit.end)
    return (part,) if part and not kind & CAREFUL else None


def _later(
    unit: Unit, at: int, stop: int, quote: Quotation | None, *, quoting: bool
) -> tuple[Part, ...] | None:
    """Behind an insertion: "said on Monday, after the vote, that ..."."""
    if not (stop < unit.end and stop - at <= SKIPPED):
        return None
    following = unit.segments[unit.number_of(stop + 1)]
    after = following.last
    colon = quote is not None and quote.first == after + 1 and unit.tokens.words[after] == ":"
    if quote is not None and colon and not _says_more(unit, at, after):
        return _from_quote(unit, quote.first)
    if unit.tokens.lowers[following.first] in unit.speech.words("that"):
        return until(unit, following.first)
    if quote is not None and quote.first == following.first and quoting:
        return _from_quote(unit, following.first)
    return None


def _says_more(unit: Unit, first: int, last: int) -> bool:
    """Is there a clause or another verb of saying in a stretch?"""
    verbs = unit.speech.clause_verbs
    return any(at in unit.cues or unit.tokens.lowers[at] in verbs for at in range(first, last))


def _bare(unit: Unit, index: int, at: int) -> tuple[Part, ...] | None:
    """A clause without "that": "said the vote was close", "told reporters it was close"."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    if not words[at][0].isalnum() and words[at] not in "$€£":
        return None
    verb = next(_verbs(unit, at), None)
    plain = lowers[index] in speech.words("bare") and unit.end - at >= LEAST_CLAUSE
    if verb is None and not plain and lowers[at] not in speech.words("pronouns"):
        return None
    limit = unit.end if verb is None else verb
    first = at
    if lowers[index] in speech.words("telling"):
        first = _behind_addressee(unit, at, limit)
    elif lowers[at] in speech.words("prepositions") and lowers[at] not in speech.words(
        "determiners"
    ):
        if verb is None:
            return None
        first = _behind_when(unit, at, limit)
    return until(unit, first)


def _verbs(unit: Unit, at: int) -> Iterator[int]:
    """Words that look like verbs."""
    speech, lowers = unit.speech, unit.tokens.lowers
    for i in range(at, unit.end):
        past = i > at and unit.tokens.words[i].islower() and lowers[i].endswith(speech.past_ends)
        known = lowers[i] in speech.clause_verbs
        if not unit.inside(i) and (past or known):
            yield i


def _behind_addressee(unit: Unit, at: int, verb: int) -> int:
    """The first word of the clause behind "told the BBC"."""
    speech, lowers, words = unit.speech, unit.tokens.lowers, unit.tokens.words
    for i in range(at + 1, verb):
        if lowers[i] in speech.words("pronouns") or lowers[i] in speech.words("determiners"):
            return i
    for i in range(at + 1, verb):
        short = len(words[i - 1]) > 1 and words[i - 1].isupper() and not words[i].isupper()
        starts = words[i][0].isupper() and (short or not words[i - 1][0].isupper())
        if starts and lowers[i - 1] not in speech.words("determiners"):
            return i
    return at


def _behind_when(unit: Unit, at: int, verb: int) -> int:
    """The first word of the clause behind "said on Monday"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    for i in range(at + 2, verb):
        opens = lowers[i] in speech.words("determiners")
        if lowers[i] in speech.words("pronouns") or (
            opens and lowers[i - 1] not in speech.words("prepositions")
        ):
            return i
    return at + 2 if at + 2 < verb else at


def _from_quote(unit: Unit, first: int) -> tuple[Part, ...]:
    """A quotation, with the rest of its clause where that goes on behind it."""
    last = next(q.last for q in unit.quotations if q.first == first)
    words, lowers = unit.tokens.words, unit.tokens.lowers
    goes_on = last + 2 < unit.end and words[last + 1][0].islower()
    if goes_on and lowers[last + 1] not in unit.speech.words("conjunctions"):
        return until(unit, first)
    return ((first, last + 1),)


def until(unit: Unit, first: int) -> tuple[Part, ...]:
    """To the end of the unit, or to a new cue with a subject of its own."""
    speech, lowers = unit.speech, unit.tokens.lowers
    end = unit.end
    for segment in unit.segments:
        if segment.first > first and _ends_content(unit, segment):
            end = segment.first - 1
            break
    for at in range(first + 1, end - 1):
        if lowers[at] in speech.words("conjunctions") and not unit.inside(at):
            verb = at + 1
            while verb < end - 1 and speech.opener(lowers[verb]):
                verb += 1
            kind = unit.kind(verb)
            if kind & FINITE and not kind & CAREFUL:
                end = at
                break
    part = trimmed(unit, first, end)
    return (part,) if part else ((first, first + 1),)


def _ends_content(unit: Unit, segment: Segment) -> bool:
    speech, opens = unit.speech, unit.tokens.lowers[segment.first]
    kind = unit.kind(segment.first)
    last = segment.last >= unit.end - 1 or bool(kind & ADDING)
    source = kind & (ADDING | ACCORDING) or opens in speech.words("citing")
    if segment.sign == ";" or (source and last):
        return True
    cues = any(
        segment.first <= at < segment.last
        and unit.kind(at) & FINITE
        and not unit.kind(at) & CAREFUL
        for at in unit.cues
    )
    return cues and bool(opens in speech.words("conjunctions") or kind & AS)
