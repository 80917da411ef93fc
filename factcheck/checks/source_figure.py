"""Each figure of the article agrees with that of the source it was written from.

Worked example: the article has "Das operative Ergebnis stieg auf 37,3 Millionen Euro", the source
"EBIT rose to 33.7 million euros from 28.4 million". The two sentences share the company, the word
for the operating result and the 28.4 million that both give for the year before, so 37.3 and 33.7
are one figure. The article's allows 37.25 to 37.35 million, the source's 33.65 to 33.75: they are
apart, and with two digits transposed they agree. "Knapp 34 Millionen" would be [30.6, 34) and
agree, as would "34 Millionen" (rounded) and "33 Millionen" (cut off), and dollars at the rates of
the week before either document.

A figure agrees with an equal one anywhere in the source; a rounded one needs like words around it.
It is called different only where the source has no figure that agrees and one that is probably
meant: by the words of the two sentences and those beside the figures, by what else the sentences
and those next to them have in common, by kind and unit, and by a slip that explains it. What the
article worked out itself (a difference, a sum, a third of a whole) is let be, and of sources that
have little of the article hardly anything is called different. A difference that agrees may still
lead the other way ("17 Prozent mehr" for "17 per cent fewer"), and a figure may be equal to one of
another thing, or to that of the year before: a warning. What is left is unverified: not in the
source.

A figure that follows from figures of the source is confirmed where the article's words tell how (90
more than last year, of 320 and 230 tickets), and silent where they do not.

It cannot see: which of the two is wrong; a figure moved to another subject, unless the one that
belongs here is told in its place or nowhere; a rise for a fall without a figure; whether the source
is right.
Source of the rule: the pairs of articles and sources in tests/pairs.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.alignment.choosing.choice import Paired
from factcheck.alignment.choosing.desk import Candidate
from factcheck.alignment.choosing.former import turned_result
from factcheck.alignment.directions import turned
from factcheck.alignment.evidence import evidence_of
from factcheck.alignment.figures.amounts import other_rate
from factcheck.alignment.figures.derivation import Derivation
from factcheck.alignment.figures.pairing import pairing
from factcheck.alignment.figures.values import fits
from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working, printed
from factcheck.comparison.slips import Slip, digit_slips, powers_of_ten
from factcheck.model import Claim, Finding, Quantity, Span

CODE = "FC601"
NAME = "source-figure"
PRECISION = "H"

# How alike the sentences must be whose changes are compared.
ALIKE = 0.5
HOW = {"same": "exactly", "range": "exactly"}


def check(article: Article) -> Iterator[Finding]:
    """Compare every figure with the sources, if there are any."""
    for paired in pairing(article) if article.sources else ():
        claim, found = paired.mention.claim, paired.found
        if paired.derivation is not None and paired.standing in {"derived", "points"}:
            yield _derived(article, paired, paired.derivation)
        elif found is None or paired.standing == "missing":
            message = article.wording.say("source_missing", figure=claim.span.text)
            yield Judge(CODE, NAME, PRECISION).finding("unverified", [claim], message, Working())
        elif paired.standing == "agrees":
            alike = found.score >= ALIKE
            word = turned(paired.mention, found.mention) if alike else None
            yield (
                _turned(article, claim, found, word) if word else _supported(article, claim, found)
            )
        else:
            yield _mismatch(article, paired, found)


def _supported(article: Article, claim: Claim, found: Candidate) -> Finding:
    verdict = found.verdict
    how = f"hedge_{verdict.hedge}" if verdict.hedge else HOW.get(verdict.how or "", verdict.how)
    message = article.wording.say(f"source_{how}", **_fields(claim, found))
    working = Working(evidence=(evidence_of(found.mention.line),))
    return Judge(CODE, NAME, PRECISION).finding("supported", [claim], message, working)


def _derived(article: Article, paired: Paired, derivation: Derivation) -> Finding:
    claim, points = paired.mention.claim, paired.standing == "points"
    reckoned = not points and derivation.sign in {"difference", "change"}
    word = turned_result(paired.mention, derivation.operands) if reckoned else None
    key = "source_points" if points else "source_turned" if word else "source_derived"
    found = derivation.operands[0].claim.span.text
    message = article.wording.say(key, figure=claim.span.text, found=found)
    lines = dict.fromkeys(each.line for each in derivation.operands)
    working = Working(derivation.working, tuple(map(evidence_of, lines)))
    verdict = "mismatch" if points or word else "supported"
    spans = [claim.span, word] if word else ()
    return Judge(CODE, NAME, "M").finding(verdict, [claim], message, working, spans=spans)


def _turned(article: Article, claim: Claim, found: Candidate, word: Span) -> Finding:
    message = article.wording.say("source_turned", **_fields(claim, found))
    working = Working(evidence=(evidence_of(found.mention.line),))
    judge = Judge(CODE, NAME, "M")
    return judge.finding("mismatch", [claim], message, working, spans=[claim.span, word])


def _mismatch(article: Article, paired: Paired, found: Candidate) -> Finding:
    claim, wording = paired.mention.claim, article.wording
    message = wording.say("source_differs", **_fields(claim, found))
    hypothesis = _hypothesis(article, paired, found)
    if hypothesis is not None:
        message = f"{message} {hypothesis}"
    working = Working(
        None,
        (evidence_of(found.mention.line),),
        _suggestion(article, found),
        hypothesis,
    )
    judge = Judge(CODE, NAME, PRECISION if paired.sure else "M")
    rate = other_rate(article, paired.mention, found.mention)
    return judge.finding(
        "mismatch", [claim], message, working, decisive=found.verdict.decisive,
        spans=[claim.span, rate] if rate is not None else (),
    )  # fmt: skip


def _fields(claim: Claim, found: Candidate) -> dict[str, object]:
    return {"figure": claim.span.text, "found": found.mention.claim.span.text}


def _hypothesis(article: Article, paired: Paired, found: Candidate) -> str | None:
    """What explains that the two differ, if anything does."""
    if paired.standing == "exchanged":
        return article.wording.say("source_exchanged")
    slip = _slip(found, paired.mention.claim)
    return article.wording.say(slip.key, factor=slip.factor or 0) if slip is not None else None


def _slip(found: Candidate, claim: Claim) -> Slip | None:
    left, right = claim.quantity, found.mention.quantity
    figure = printed(left) if left else None
    if left is None or right is None or figure is None:
        return None
    if left.unit != right.unit or (left.kind != right.kind and left.unit is None):
        return Slip("slip_unit") if left.value == right.value else None

    def agrees(other: Printed) -> bool:
        return fits(other, right)

    return powers_of_ten(figure, agrees) or digit_slips(figure, agrees)


def _suggestion(article: Article, found: Candidate) -> str | None:
    """The source's figure as the article would print it."""
    quantity: Quantity | None = found.mention.quantity
    if quantity is None or quantity.value is None:
        return None
    own = article.own_wording
    figure = own.amount(Fraction(quantity.value), quantity.unit, 6)
    return article.wording.say("suggest_figure", figure=figure)
