"""Clauses with a verb of saying, where the verb is the second part of a clause or its end.

"X sagte, dass ...", "..., sagte X", "X hat angekündigt, ... zu ...", "wie X mitteilte, ...",
"X kritisierte ...": the source stands before the finite verb or right behind it.
"""

from collections.abc import Sequence

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.phrases import Phrases
from factcheck.extract.speech.quotations import Quotation
from factcheck.extract.speech.said import Part, Said, around, mode_of, trimmed
from factcheck.extract.speech.spoken_of import other_camp, own_clause, spoken_of, without_matter
from factcheck.extract.speech.verb_second_contents import content_left, content_right
from factcheck.extract.speech.verb_second_cues import Cue, as_clause
from factcheck.extract.speech.verb_second_sources import (
    agent,
    antecedent,
    arising_from,
    points_back,
    source_of,
    subject_from,
)
from factcheck.extract.speech.words import CAREFUL, OBJECT, PARTICIPLE, SAYS, VERB

SHORT_NAME = 7
NEAR = 3


def said_by(unit: Unit, cue: Cue, subject: Part | None) -> Said | None:
    """What is said with this verb; `subject` is the sentence's first subject, for "und betonte"."""
    phrases = Phrases(unit)
    if cue.closing:
        return _closing(unit, cue, phrases)
    segment = unit.segments[unit.number_of(cue.at)]
    inserted = _inserted(unit, cue, segment, phrases)
    if inserted is not None:
        return inserted
    if cue.kind & SAYS:
        source = _where_said(unit, cue, segment, phrases)
        inverted = segment.first == cue.at
        return _said(unit, cue, segment, source, inverted)
    source, inverted = source_of(unit, cue, segment, phrases, subject)
    source = without_matter(unit, cue, segment, source)
    return _said(unit, cue, segment, source, inverted)


def _inserted(unit: Unit, cue: Cue, segment: Segment, phrases: Phrases) -> Said | None:
    """As in "Der Haushalt, sagte der Minister, werde steigen": the clause goes on behind it."""
    following = unit.number_of(cue.at) + 1
    if segment.first != cue.at or segment.sign != "," or following >= len(unit.segments):
        return None
    after = unit.segments[following]
    goes_on = after.sign == "," and _opens_with_verb(unit, after)
    left, right = trimmed(unit, unit.first, segment.first - 1), trimmed(unit, after.first, unit.end)
    if not goes_on or left is None or right is None or unit.quotations:
        return None
    source = subject_from(unit, cue.at + 1, segment.last, phrases)
    if source is None or source[0] > cue.at + NEAR:
        return None
    parts = (left, right)
    return Said(parts, source, (cue.first, cue.first + 1), mode_of(unit, parts))


def _opens_with_verb(unit: Unit, segment: Segment) -> bool:
    """Is the first word of a clause its verb: "wird", "seien", "stieg"? Not "sein Mandat"."""
    lexicon, lower = unit.passage.lexicon, unit.tokens.lowers[segment.first]
    finite = lower in lexicon.words("tense", "past", "future", "perfect")
    own = lower in lexicon.data["lives"]["possessives"]
    return finite and not own and unit.tokens.words[segment.first].islower()


def _closing(unit: Unit, cue: Cue, phrases: Phrases) -> Said | None:
    """A verb that ends a clause of "wie", a relative clause or another subordinate one."""
    mark = (cue.first, cue.last + 1)
    start = as_clause(unit, cue.first)
    if start is not None and unit.tokens.lowers[cue.first] in unit.speech.words("naming"):
        return None
    number = unit.number_of(cue.first)
    if start is not None:
        first = unit.segments[start].first
        hole = (first, unit.segments[unit.number_of(cue.last)].last)
        parts = around(unit, hole, unit.first, unit.end)
        source = arising_from(unit, cue, phrases) or subject_from(
            unit, first + 1, cue.first, phrases
        )
        if source is None and not cue.kind & SAYS and cue.first - first <= SHORT_NAME:
            source = trimmed(unit, first + 1, cue.first)
        return Said(parts, source, mark, mode_of(unit, parts)) if parts else None
    first = unit.segments[number].first
    if cue.passive:
        source = agent(unit, first, cue.first, phrases)
    elif _is_subject(unit, first) and not _subject_behind(unit, first, cue.first, phrases):
        source = antecedent(unit, first, phrases)
    else:
        source = subject_from(unit, first + 1, cue.first, phrases)
        source = without_matter(unit, cue, unit.segments[number], source)
    other = other_camp(unit, cue, first) if source else None
    if other is not None:
        return Said((other,), source, mark, apart=True)
    quote = _own_quotation(unit, cue, first)
    right = (quote,) if quote else content_right(unit, cue, cue.last, bare=False)
    return Said(right, source, mark, mode_of(unit, right)) if right else None


def _own_quotation(unit: Unit, cue: Cue, first: int) -> Part | None:
    """As in "den X als „mutig“ bezeichnete": the quotation in the clause that the verb ends."""
    if unit.tokens.lowers[cue.first] not in unit.speech.words("quoting"):
        return None
    inside = (q for q in unit.quotations if first < q.first and q.last < cue.first)
    return next(((q.first, q.last + 1) for q in inside if not _title(unit, q)), None)


def _where_said(unit: Unit, cue: Cue, segment: Segment, phrases: Phrases) -> Part | None:
    """As in "In dem Brief, der ..., heißt es", "hieß es aus dem Ministerium"."""
    places = unit.speech.words("places")
    first = segment.first
    number = unit.number_of(first)
    if first == cue.at and number > 1 and unit.segments[number - 1].sign == ",":
        first = unit.segments[number - 2].first  # behind a relative clause
    for at in (first, cue.at + 2):
        if at != cue.at and unit.tokens.lower(at) in places:
            after = phrases.end(at + 1, unit.end)
            if after is not None and not phrases.tells_day(at + 1):
                return at + 1, after
    return None


def _is_subject(unit: Unit, first: int) -> bool:
    """A relative pronoun that may be the subject: "der", not "den"."""
    lower, speech = unit.tokens.lowers[first], unit.speech
    return lower in speech.words("relative") and lower not in speech.words("oblique")


def _subject_behind(unit: Unit, first: int, limit: int, phrases: Phrases) -> bool:
    """As in "die X dann erklärt hatte", where the pronoun is the object: a name without article."""
    speech, at = unit.speech, first + 1
    named = unit.tokens.words[at][0].isupper() or unit.tokens.lowers[at] in speech.words("pronouns")
    after = phrases.end(at, limit, subject=True) if named else None
    return after is not None


def _said(
    unit: Unit, cue: Cue, segment: Segment, source: Part | None, inverted: bool
) -> Said | None:
    mark = (cue.first, cue.first + 1)
    pointing = segment.first > unit.first and _points(unit, cue, segment)
    speaks = inverted and source and spoken_of(unit, cue, source[1], segment.last)
    left = content_left(unit, cue, segment, inverted or pointing) if not speaks else None
    if left is not None and not _follows(unit, cue, source, left):
        return Said(left, source, mark, mode_of(unit, left), follows=bool(cue.kind & SAYS))
    named = _named(unit, cue, source, mark)
    if named is not None:
        return named
    if source and points_back(unit, segment.first, cue) and not _that_follows(unit, cue):
        return Said(((unit.first, unit.first + 1),), source, mark, back=True)
    behind = max(cue.at, source[1] - 1 if source else 0)
    right = content_right(unit, cue, behind, bare=True)
    if right is not None:
        return Said(right, source, mark, mode_of(unit, right), follows=bool(cue.kind & SAYS))
    return (_object(unit, cue, source, mark) or Said((), source, mark)) if source else None


def _follows(unit: Unit, cue: Cue, source: Part | None, left: Sequence[Part]) -> bool:
    """As in "Auf die Frage, ob ..., sagte X, dass ...": what is said stands behind after all."""
    if any(first <= q.first < last for first, last in left for q in unit.quotations):
        return False
    behind = max(cue.last + 1, source[1] if source else 0)
    number = unit.number_of(behind - 1)
    if behind + 1 >= unit.end or unit.segments[number].last != behind:
        return False
    segment = unit.segments[number + 1]
    quoted = segment.sign == ":" and any(q.first == segment.first for q in unit.quotations)
    return quoted or unit.tokens.lowers[segment.first] in unit.speech.words("that")


def _object(unit: Unit, cue: Cue, source: Part, mark: Part) -> Said | None:
    """What is said is the verb's object: words in quotation marks, or a noun."""
    quote = _quoted_object(unit, cue)
    if quote is not None:
        return Said((quote,), source, mark, "direct")
    bounds = [s.first for s in unit.segments if s.sign == ";"]
    first = max((at for at in bounds if at <= cue.first), default=unit.first)
    last = min((at - 1 for at in bounds if at > cue.first), default=unit.end)
    own = own_clause(unit, cue, unit.segments[unit.number_of(cue.at)], source)
    part = own or trimmed(unit, first, last)
    if part is None or not _tells_object(unit, cue):
        return None
    return Said((part,), source, mark, mode_of(unit, [part]), apart=own is not None)


def _named(unit: Unit, cue: Cue, source: Part | None, mark: Part) -> Said | None:
    """As in "nannte die Pläne „überzogen“ und verwies auf ..."."""
    quote = _quoted_object(unit, cue) if cue.kind & CAREFUL and source else None
    if quote is None or unit.number_of(quote[0]) > unit.number_of(cue.last):
        return None
    return Said((quote,), source, mark, "direct")


def _quoted_object(unit: Unit, cue: Cue) -> Part | None:
    """The quotation that is the object of the verb; who calls himself something quotes nobody."""
    speech, lowers = unit.speech, unit.tokens.lowers
    if lowers[cue.first] not in speech.words("quoting"):
        return None
    for q in unit.quotations:
        near = unit.number_of(q.first) <= unit.number_of(cue.last) + NEAR
        near = near and not _of_another(unit, cue, q)
        if q.first > cue.at and near and not _title(unit, q):
            itself = (*lowers[cue.at + 1 : q.first], *lowers[max(cue.at - 2, 0) : cue.at])
            if not any(lower in speech.words("reflexive") for lower in itself):
                return q.first, q.last + 1
    return None


def _of_another(unit: Unit, cue: Cue, quotation: Quotation) -> bool:
    """In a clause that ends with a verb of saying of its own."""
    segment = unit.segments[unit.number_of(quotation.first)]
    last = min(segment.last, unit.end) - 1
    closing = bool(unit.kind(last) & VERB) and last > quotation.last
    return closing and segment.first > cue.last


def _title(unit: Unit, quotation: Quotation) -> bool:
    """As in "dem Sender „Blauwal Heute“": nouns alone, behind an article or another noun."""
    at, tokens = quotation.first - 1, unit.tokens
    if tokens.lowers[at].endswith(unit.speech.work_ends):
        return True
    named = all(word[0].isupper() for word in quotation.words(tokens))
    behind = tokens.words[at][0].isupper() or tokens.lowers[at] in unit.speech.words("of_titles")
    return named and behind


def _points(unit: Unit, cue: Cue, segment: Segment) -> bool:
    """As in "..., das teilte X mit", "..., so heißt es in dem Brief"."""
    lower, speech = unit.tokens.lowers[segment.first], unit.speech
    pointing = lower in speech.words("pointing_back") or lower in speech.words("so")
    return pointing and segment.first + 1 == cue.at


def _that_follows(unit: Unit, cue: Cue) -> bool:
    opens = (unit.tokens.lowers[s.first] for s in unit.segments if s.first > cue.first)
    return any(lower in unit.speech.words("that") for lower in opens)


def _tells_object(unit: Unit, cue: Cue) -> bool:
    """Is the object of the verb what was said: "fordert mehr Lohn", "berichtet von 40 Toten"?"""
    if cue.kind & SAYS or _other_sense(unit, cue):
        return False
    lowers, words, speech = unit.tokens.lowers, unit.tokens.words, unit.speech
    lower, segment = lowers[cue.first], unit.segments[unit.number_of(cue.last)]
    clause = [at for at in range(segment.first, min(segment.last, unit.end)) if not unit.inside(at)]
    arises = lower in speech.words("arising") and lowers[cue.last] not in speech.words("out_of")
    if any(lowers[at] in speech.words("denials") for at in clause) or arises:
        return bool(cue.kind & OBJECT)
    needed = speech.objects_with.get(lower, frozenset())
    if cue.passive:
        needed -= speech.words("by")
    if any(lowers[at] in needed for at in clause):
        return True
    figures = any(words[at][0].isdecimal() for at in clause if at > cue.at)
    if lower in speech.words("objects_figures") and figures and not cue.passive:
        return True
    if cue.passive:
        return False
    if cue.last > cue.first and not cue.kind & PARTICIPLE:
        return lower in speech.words("objects_apart")
    return bool(cue.kind & OBJECT)


def _other_sense(unit: Unit, cue: Cue) -> bool:
    """As in "forderte Todesopfer", "fordert Hilfe an", "sprach das Urteil"."""
    speech = unit.speech
    segment = unit.segments[unit.number_of(cue.last)]
    behind = unit.tokens.lowers[cue.first : min(segment.last, unit.end)]
    between = () if cue.passive else unit.tokens.lowers[cue.at + 1 : cue.first]
    if any(lower in speech.words("victims") for lower in (*between, *behind)):
        return True  # also "hat 40 Todesopfer gefordert"
    if cue.last == cue.first and behind[-1] in speech.words("other_particles"):
        return True
    objects = [lower for lower in (*between, *behind[1:]) if not speech.opener(lower)]
    if all(lower in speech.words("pointing_back") for lower in objects):
        return True
    speaks = cue.last == cue.first and behind[0] in speech.words("speaking_of")
    return speaks and not any(
        lower in speech.words("spoken_of")
        for lower in unit.tokens.lowers[segment.first : segment.last]
    )
