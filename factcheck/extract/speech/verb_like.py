"""Which small words look like verbs, where nouns begin with a capital."""

from factcheck.extract.speech.clauses import Segment, Unit
from factcheck.extract.speech.said import Part


def says_something(unit: Unit, left: Part) -> bool:
    """Is there a verb before ", sagte X"? "In einem Brief, den er schrieb, ..." says nothing."""
    if any(left[0] <= q.first < left[1] for q in unit.quotations):
        return True
    speech, lowers = unit.speech, unit.tokens.lowers
    for segment in unit.segments:
        if segment.first >= left[1]:
            break
        if segment.last <= left[0]:
            continue
        lower = lowers[segment.first]
        if segment.sign == "," and lower in speech.words("relative"):
            continue
        if segment.first > unit.first and lower in speech.words("subordinators"):
            continue
        if any(verb_like(unit, at, segment) for at in range(segment.first, segment.last)):
            return True
    return False


def verb_like(unit: Unit, at: int, segment: Segment) -> bool:
    """A small word that is no adverb, preposition or adjective before a noun."""
    speech, words, lower = unit.speech, unit.tokens.words, unit.tokens.lowers[at]
    if not (words[at].islower() and words[at].isalpha()) or lower in speech.small_words:
        return False
    if lower in speech.words("passive") or lower in speech.words("perfect") or unit.kind(at):
        return True
    following = at + 1
    while (
        following < segment.last
        and words[following].islower()
        and speech.adjective(words[following])
    ):
        following += 1
    described = following < segment.last and words[following][0].isupper()
    return not (described and speech.adjective(lower)) or lower.endswith(speech.past_ends)
