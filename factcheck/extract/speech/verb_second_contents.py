"""What is said before or behind a verb of saying, in languages with the verb second."""

from collections.abc import Iterator

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.said import Part, counts_on, trimmed
from factcheck.extract.speech.verb_like import says_something, verb_like
from factcheck.extract.speech.verb_second_cues import Cue
from factcheck.extract.speech.words import (
    AS,
    CAREFUL,
    CONDITIONAL,
    FINITE,
    SAYS,
    SPLIT,
    SUBJUNCTIVE,
    VERB,
)

LOOK_AHEAD = 5
LONG_QUOTATION = 4
INDIRECT = SUBJUNCTIVE | CONDITIONAL


def content_left(unit: Unit, cue: Cue, segment: Segment, inverted: bool) -> tuple[Part, ...] | None:
    """What stands before ", sagte X" or before "„...“ sagte X"."""
    quotes = [q for q in unit.quotations if q.last < cue.at]
    own = [q for q in quotes if q.first >= segment.first]
    if own and own[-1].last == cue.at - 1 and _begins(unit, own[0].first, segment):
        return ((own[0].first, own[-1].last + 1),)
    if not inverted or segment.first == unit.segments[0].first:
        return None
    left = trimmed(unit, unit.first, max(segment.first - 1, unit.first))
    if left is None or not says_something(unit, left):
        return None
    if quotes and quotes[-1].last >= left[1] - 2:
        first = quotes[-1].first
        before = [at for at in range(left[0], first) if not unit.inside(at)]
        if any(unit.tokens.words[at] == ":" for at in before):
            left = (first, quotes[-1].last + 1)
    rest = _resumed(unit, cue, segment) if cue.kind & (FINITE | SPLIT | SAYS) else None
    return (left, rest) if rest else (left,)


def _begins(unit: Unit, first: int, segment: Segment) -> bool:
    """Does a quotation begin its clause? Else it is a name: "die Zeitschrift „...“ sagte"."""
    before = unit.tokens.lowers[segment.first : first]
    return all(lower in unit.speech.words("conjunctions") for lower in before)


def _resumed(unit: Unit, cue: Cue, segment: Segment) -> Part | None:
    """As in "„Das“, sagte X, „reicht.“": what is said goes on behind the cue."""
    if segment.last < unit.end - 1 and counts_on(unit, segment.last + 1):
        return trimmed(unit, segment.last + 1, unit.end)
    later = [q for q in unit.quotations if q.first > cue.last]
    if later and any(q.last < cue.first for q in unit.quotations):
        return later[0].first, later[-1].last + 1
    return None


def content_right(unit: Unit, cue: Cue, behind: int, *, bare: bool) -> tuple[Part, ...] | None:
    """The clause behind the verb: "dass ...", indirect speech, "... zu ...", a quotation.

    `bare` allows a main clause in the indicative: "er sagte, das Haus ist verkauft".
    """
    for number, segment in enumerate(_following(unit, behind)):
        first = segment.first
        quote = next((q for q in unit.quotations if q.first == first), None)
        if segment.sign == ":":
            return _after_colon(unit, first, cue)
        if quote is not None and quote.last - quote.first > LONG_QUOTATION:
            return ((quote.first, quote.last + 1),)
        if _says_so(unit, segment, cue):
            return _scoped(unit, first)
        if _goes_elsewhere(unit, first):
            return None
        direct = number == 0 and segment.sign == "," and cue.last == first - 2
        if bare and direct and not cue.kind & CAREFUL and _main_clause(unit, segment, cue):
            return _scoped(unit, first)
    return None


def _following(unit: Unit, behind: int) -> Iterator[Segment]:
    later = [s for s in unit.segments if behind < s.first < unit.end]
    yield from later[:LOOK_AHEAD]


def _says_so(unit: Unit, segment: Segment, cue: Cue) -> bool:
    """Is this a clause of what is said?"""
    speech, lower = unit.speech, unit.tokens.lowers[segment.first]
    if lower in speech.words("that"):
        return lower not in speech.words("whether") or not cue.kind & CAREFUL
    if lower in speech.words("asking"):
        return not (cue.kind & CAREFUL or unit.kind(segment.last - 1) & VERB)
    if lower in speech.words("adverbial") or lower in speech.words("purpose"):
        return False
    pronoun = lower
    if lower in speech.words("prepositions"):  # "ein Darlehen, für das ... haften würde"
        pronoun = unit.tokens.lower(segment.first + 1)
    if pronoun in speech.words("relative") and _ends_indirect(unit, segment):
        return False
    promised = not cue.kind & CAREFUL or unit.tokens.lowers[cue.first] in speech.words(
        "infinitives"
    )
    if _indirect(unit, segment.first, segment.last) or (promised and infinitive(unit, segment)):
        return True
    return lower in speech.words("conditions") and _indirect(unit, segment.first, unit.end)


def _ends_indirect(unit: Unit, segment: Segment) -> bool:
    """A relative clause: its verb stands at its end."""
    return bool(unit.kind(min(segment.last, unit.end) - 1) & INDIRECT)


def _indirect(unit: Unit, first: int, last: int) -> bool:
    return any(
        first <= at < last and unit.kind(at) & INDIRECT and not unit.inside(at) for at in unit.cues
    )


def _goes_elsewhere(unit: Unit, first: int) -> bool:
    """A second main clause begins: "..., und die Polizei sperrte die Straße"."""
    lowers, speech = unit.tokens.lowers, unit.speech
    return lowers[first] in speech.words("joining") or lowers[first] in speech.words("but")


def _main_clause(unit: Unit, segment: Segment, cue: Cue) -> bool:
    """A clause with a verb of its own, no "bei denen ..."; what "is expected" is none."""
    lower, following = unit.tokens.lowers[segment.first], unit.tokens.lower(segment.first + 1)
    speech = unit.speech
    if cue.passive or any(
        lower in speech.words(key) for key in ("relative", "subordinators", "purpose")
    ):
        return False
    if lower in speech.words("prepositions") and following in speech.words("relative_only"):
        return False
    return any(verb_like(unit, at, segment) for at in range(segment.first, segment.last))


def _after_colon(unit: Unit, first: int, cue: Cue) -> tuple[Part, ...] | None:
    quotes = [q for q in unit.quotations if q.first >= first]
    if quotes and quotes[0].first == first:
        apart = len(quotes) > 1 and unit.tokens.words[quotes[0].last + 1] not in ",."
        last = quotes[0].last if apart else quotes[-1].last
        return ((first, last + 1),)
    if cue.kind & CAREFUL:
        return None
    part = trimmed(unit, first, unit.end)
    return (part,) if part else None


def _scoped(unit: Unit, first: int) -> tuple[Part, ...] | None:
    """To the end of the unit, a semicolon, or ", wie X sagte"."""
    end = unit.end
    for segment in unit.segments:
        if segment.first <= first + 1:
            continue
        as_clause = unit.kind(segment.first) & AS and unit.kind(segment.last - 1) & VERB
        another = segment.sign == "," and (as_clause or _other_speaker(unit, segment))
        if segment.sign == ";" or another:
            end = segment.first - 1
            break
    part = trimmed(unit, first, _second_verb(unit, first, end))
    return (part,) if part else None


def _other_speaker(unit: Unit, segment: Segment) -> bool:
    """As in "..., doch der Minister erklärte": the clause of another verb of saying."""
    speech = unit.speech
    if unit.tokens.lowers[segment.first] not in speech.words("contrasting"):
        return False
    return any(
        segment.first + 1 < at < segment.last and _told_of(unit, at) and unit.kind(at) & VERB
        for at in unit.cues
    ) or (unit.kind(min(segment.last, unit.end) - 1) & FINITE > 0)


def _second_verb(unit: Unit, first: int, end: int) -> int:
    """Where the speaker's clause goes on: "sagte, er komme, | und fügte hinzu", "und | verwies"."""
    for at in range(first + 2, end - 1):
        if unit.inside(at) or not _told_of(unit, at):
            continue
        joined = unit.tokens.lowers[at - 1] in unit.speech.words("joining")
        if joined or unit.tokens.words[at - 1] == ",":
            return at - 1
    return end


def _told_of(unit: Unit, at: int) -> bool:
    """A verb of the past, or one of saying, that is no indirect speech and not at its end."""
    word, lower, speech = unit.tokens.words[at], unit.tokens.lowers[at], unit.speech
    following = unit.tokens.words[at + 1]
    if not word.islower() or unit.kind(at) & INDIRECT or not following[0].isalpha():
        return False
    if unit.kind(at) & (FINITE | SPLIT) and not lower.endswith(speech.adjective_ends):
        return True
    return (
        lower.endswith(speech.told_ends)
        and following.islower()
        and lower not in speech.words("perfect")
        and lower not in speech.words("modals")
    )


def infinitive(unit: Unit, segment: Segment) -> bool:
    """Does a clause end with "zu" and a verb, or a verb with "zu" inside?"""
    lowers, words, to = unit.tokens.lowers, unit.tokens.words, unit.speech.data["to"]
    last = min(segment.last, unit.end) - 1
    for at in range(last, max(last - 4, segment.first), -1):
        lower = lowers[at]
        if (
            words[at].islower()
            and lower.endswith("n")
            and (lowers[at - 1] == to or to in lower[2:-3])
        ):
            return True
    return False
