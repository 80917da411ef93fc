"""Who speaks: the phrase before a finite verb, behind it, behind "von", or an antecedent."""

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.said import Part, trimmed
from factcheck.extract.speech.verb_like import says_something
from factcheck.extract.speech.verb_second_cues import Cue
from factcheck.extract.speech.words import CAREFUL, OBJECT

STEPS = 8
LOOSE_ENDS = 3


def source_of(
    unit: Unit, cue: Cue, segment: Segment, phrases: Phrases, subject: Part | None
) -> tuple[Part | None, bool]:
    """The source beside a verb, and whether the verb comes first in its clause (", sagte X")."""
    lowers, speech = unit.tokens.lowers, unit.speech
    lead = _lead(unit, cue, segment)
    limit = cue.first if cue.at < cue.first else unit.end
    arising = arising_from(unit, cue, phrases)
    if arising is not None:
        return arising, False
    if cue.passive and lowers[cue.first] not in speech.words("quoted"):
        first, last = segment.first, max(limit, cue.at)
        return agent(unit, first, last, phrases) or _paper(unit, first, last, phrases), False
    if lead == cue.at:
        return _verb_first(unit, cue, segment, phrases, subject)
    joined = unit.tokens.lower(cue.at - 1) in speech.words("conjunctions")
    if joined and not cue.closing:
        after = phrases.end(lead, cue.at, subject=True)
        if phrases.small(lead) or segment.first != unit.first or not after:
            return subject, False
        return (lead, after), False
    focus = _behind_adverbs(unit, lead, cue.at)
    if focus > lead and phrases.end(focus, cue.at, subject=True) == cue.at:
        return (focus, cue.at), False  # "Auch die Stadt sagte ..."
    if speech.opener(lowers[lead]) or any(
        lowers[lead] in speech.words(key) for key in ("prepositions", "subordinators")
    ):
        return subject_from(unit, cue.at + 1, limit, phrases), False
    if points_back(unit, lead, cue):
        return subject_from(unit, cue.at + 1, unit.end, phrases), False
    return _subject_before(unit, cue, lead, phrases), False


def _behind_adverbs(unit: Unit, at: int, limit: int) -> int:
    lowers, speech = unit.tokens.lowers, unit.speech
    while at < limit and speech.opener(lowers[at]):
        if lowers[at] in speech.words("prepositions") and not speech.opener(lowers[at + 1]):
            break
        at += 1
    return at


def _lead(unit: Unit, cue: Cue, segment: Segment) -> int:
    """The first token of the clause before the verb, behind conjunctions and a quotation."""
    lead = segment.first
    while lead < cue.at and unit.tokens.lowers[lead] in unit.speech.words("conjunctions"):
        lead += 1
    if any(q.last == cue.at - 1 and q.first == lead for q in unit.quotations):
        return cue.at
    return lead


def points_back(unit: Unit, lead: int, cue: Cue) -> bool:
    """As in "Das teilte X mit": what was said stands in the sentence before."""
    return lead + 1 == cue.at and unit.tokens.lowers[lead] in unit.speech.words("pointing_back")


def _verb_first(
    unit: Unit, cue: Cue, segment: Segment, phrases: Phrases, subject: Part | None
) -> tuple[Part | None, bool]:
    """No subject stands before the verb in its segment."""
    if segment.first < cue.at and not unit.inside(cue.at - 1):
        return subject, False  # "X lobte den Plan und nannte ..."
    apposed = _before_comma(unit, segment, phrases)
    fronted = apposed is not None and _body_behind(unit, cue, apposed, phrases)
    if apposed and not fronted and not says_something(unit, (apposed[0], segment.first)):
        return apposed, False
    found = None
    if _subject_follows(unit, cue.at, phrases):
        found = subject_from(unit, cue.at + 1, unit.end, phrases)
    if found is not None:
        return found, True
    return (apposed or subject), False


def _subject_before(unit: Unit, cue: Cue, lead: int, phrases: Phrases) -> Part | None:
    speech, lowers = unit.speech, unit.tokens.lowers
    last = cue.at
    if unit.tokens.lower(last + 1) in speech.words("nominative") and lead + 1 < last:
        return last + 1, last + 2  # "Den Plan lobte er"
    while last > lead and speech.opener(lowers[last - 1]):
        last -= 1
    after = phrases.end(lead, last, subject=True)
    behind = _body_behind(unit, cue, (lead, last), phrases) if after == last else None
    if behind is not None:
        return behind  # "Die Kosten bezifferte die Stadt"
    if after is None:
        found = subject_from(unit, cue.at + 1, unit.end, phrases)
        return found or trimmed(unit, lead, last)
    if after == lead + 1 and lowers[lead] in speech.words("nobody"):
        return None
    if after == lead + 1 and lead > unit.first and lowers[lead] in speech.words("relative"):
        return antecedent(unit, lead, phrases)
    return trimmed(unit, lead, last)


def subject_from(unit: Unit, at: int, limit: int, phrases: Phrases) -> Part | None:
    """The first phrase from a token on that can be a subject, over adverbs and "sich"."""
    lowers, speech = unit.tokens.lowers, unit.speech
    for _ in range(STEPS):
        if at >= limit or unit.tokens.words[at] == ":":
            return None
        if lowers[at] in speech.words("prepositions"):
            at = phrases.end(at + 1, limit, carry=not phrases.tells_day(at + 1)) or at + 1
            continue
        skipped = speech.opener(lowers[at]) or lowers[at] in speech.words("reflexive")
        if skipped or phrases.tells_day(at) or unit.tokens.words[at] == ",":
            at += 1
            continue
        after = phrases.end(at, limit, subject=True)
        if after is not None:
            if lowers[at] in speech.words("nobody") and after == at + 1:
                return None
            return at, phrases.with_apposition(after, limit)
        at = phrases.end(at, limit) or at + 1
    return None


def antecedent(unit: Unit, at: int, phrases: Phrases) -> Part | None:
    """Whom a relative pronoun means: the phrase that ends before its comma."""
    number = unit.number_of(at)
    if number == 0:
        return None
    before = unit.segments[number - 1]
    for first in range(before.first, before.last):
        if phrases.end(first, before.last) == before.last:
            return first, before.last
    return at, at + 1


def agent(unit: Unit, first: int, last: int, phrases: Phrases) -> Part | None:
    """As in "von der Polizei" beside a passive."""
    for at in range(first, last):
        if unit.tokens.lowers[at] in unit.speech.words("by"):
            after = phrases.end(at + 1, last)
            if after is not None:
                return at + 1, after
    return None


def arising_from(unit: Unit, cue: Cue, phrases: Phrases) -> Part | None:
    """As in "Aus dem Bericht geht hervor", "Aus dem Ministerium verlautete"."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if lowers[cue.first] not in speech.words("arising"):
        return None
    segment = unit.segments[unit.number_of(cue.first)]
    for at in range(segment.first, max(cue.last, min(segment.last, unit.end))):
        if lowers[at] in speech.words("out_of") and not unit.inside(at):
            after = phrases.end(at + 1, unit.end)
            last = min(after, max(cue.last, segment.last)) if after else at
            return (at + 1, last) if last > at + 1 else None  # "Gehen Sie davon aus, ..."
    return None


def _paper(unit: Unit, first: int, last: int, phrases: Phrases) -> Part | None:
    """As in "In dem Bericht wurde festgestellt": the paper in which something is said."""
    speech, lowers = unit.speech, unit.tokens.lowers
    for at in range(first, last):
        if lowers[at] in speech.words("places") and not unit.inside(at):
            after = phrases.end(at + 1, last)
            core = phrases.end(at + 1, last, carry=False)
            if after and core and lowers[core - 1].endswith(speech.paper_ends):
                return at + 1, after
    return None


def _subject_follows(unit: Unit, verb: int, phrases: Phrases) -> bool:
    """Does something that can be a subject follow the verb, perhaps behind an adverb?"""
    at, lowers, speech = verb + 1, unit.tokens.lowers, unit.speech
    while at < unit.end and (
        speech.opener(lowers[at])
        or lowers[at] in speech.words("reflexive")
        or phrases.tells_day(at)
    ):
        at += 1
    if at >= unit.end:
        return False
    if lowers[at] in speech.words("prepositions"):
        after = phrases.end(at + 1, unit.end, carry=not phrases.tells_day(at + 1))
        return after is not None and phrases.end(after, unit.end, subject=True) is not None
    return phrases.end(at, unit.end, subject=True) is not None


def _body_behind(unit: Unit, cue: Cue, before: Part, phrases: Phrases) -> Part | None:
    """The phrase right behind the verb where it can speak and the one before it cannot."""
    at, speech = cue.at + 1, unit.speech
    lowers = unit.tokens.lowers
    named = lowers[cue.first] in speech.objects_with or cue.kind & (CAREFUL | OBJECT)
    if (
        at >= unit.end
        or at > cue.first + 1
        or not named
        or lowers[before[0]] not in speech.words("determiners")
    ):
        return None
    core = phrases.end(at, unit.end, subject=True, carry=False)
    if core is None or lowers[at] not in speech.words("nominative_articles"):
        return None
    if not phrases.is_body(at, core) or phrases.is_body(*before):
        return None
    return at, phrases.with_apposition(phrases.end(at, unit.end) or core, unit.end)


def _before_comma(unit: Unit, segment: Segment, phrases: Phrases) -> Part | None:
    """As in "Die Beauftragte, Eva Klein, erklärte": the subject with its apposition."""
    number = unit.number_of(segment.first)
    if number == 0:
        return None
    start = number - 1
    while start > 0 and unit.segments[start].sign == ",":
        start -= 1
    begin = unit.segments[start]
    first, lowers, speech = begin.first, unit.tokens.lowers, unit.speech
    while first < begin.last and lowers[first] in speech.words("conjunctions"):
        first += 1
    if phrases.small(first):
        return None
    after = phrases.end(first, begin.last, subject=True)
    if after is None or after < begin.last - LOOSE_ENDS:
        return None
    return first, min(phrases.with_apposition(begin.last, segment.first), segment.first - 1)
