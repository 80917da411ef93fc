"""Quoted words stand in the source as they are quoted.

Worked example: the article quotes "Wer hier wohnt, soll weiterhin auf das Auto angewiesen sein",
the source has "Wer hier wohnt, soll nicht mehr auf das Auto angewiesen sein". Of the 10 words of
the quotation 9 stand there in their order; "nicht mehr" has become "weiterhin": a word of negation
is lost, and the two do not agree.

Left out at either end or behind a mark of omission is no change, unless a "not" of the same clause
is cut off. An error is a changed negation, number, name or comparison, a warning another word of
substance put in; changed function words, spelling and words left out inside are notes. Quotations
of fewer than four words are only confirmed. In a source of another language the words are not
compared; their figures, dates and names are, by FC601, FC604 and FC605.

Statements that are told in other words or another language are only searched for a "not" that one
of the two lacks, and for "more" where the other has "less"; the speaker must be the same, if one is
named. The word that is denied and most of those near it must be in both.

It cannot see: words left out that change the sense without a negation; a quotation from another
occasion.
Source of the rule: the pairs of articles and sources in tests/pairs.
"""

from collections.abc import Iterator

from factcheck.alignment.evidence import evidence_at
from factcheck.alignment.speech.changes import Kind, kind_of, loses_negation
from factcheck.alignment.speech.contrary import Contrary, contraries
from factcheck.alignment.speech.negation import denied_in_source
from factcheck.alignment.speech.quotes import SHORTEST_ALTERED, Match, find, words_in
from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Finding, Span

CODE = "FC602"
NAME = "source-quotation"
PRECISION = "H"


def check(article: Article) -> Iterator[Finding]:
    """Look for every quotation in the sources of the article's language, if there are any."""
    sources = [each for each in article.sources if each.lexicon.code == article.lexicon.code]
    opposed = list(contraries(article)) if article.sources else []
    for quotation in article.speech.quotations if article.sources else ():
        length = len(words_in(quotation.text))
        found = [match for each in sources if (match := find(quotation, each)) is not None]
        best = min(found, key=lambda match: len(match.changes), default=None)
        if best is not None:
            yield _judged(article, quotation, best)
        elif any(_inside(quotation, each) for each in opposed):
            continue
        elif (denied := denied_in_source(article, quotation)) is not None:
            yield _denied(article, quotation, *denied)
        elif length >= SHORTEST_ALTERED:
            key = "source_quote_missing" if sources else "source_quote_language"
            yield _told(article, "unverified", key, quotation, None)
    for each in opposed:
        yield _contrary(article, each)


def _inside(quotation: Span, contrary: Contrary) -> bool:
    return any(part.start <= quotation.start < part.end for part in contrary.content)


def _contrary(article: Article, each: Contrary) -> Finding:
    """A statement that the source says the opposite of."""
    told, wording = each.content[0], article.wording
    if each.words is None:
        key = "source_quote_negation" if each.lost else "source_quote_denied"
        message = wording.say(key, quotation=told.text)
    else:
        word, found = each.words
        message = wording.say("source_quote_opposite", quotation=told.text, word=word, found=found)
    working = Working(evidence=(evidence_at(each.source, each.place),))
    claims = [claim for claim in article.claims if _states(claim, told)][:1]
    judge = Judge(CODE, NAME, "M")
    return judge.finding("mismatch", claims, message, working, spans=each.content)


def _judged(article: Article, quotation: Span, match: Match) -> Finding:
    if loses_negation(article, quotation, match):
        return _told(article, "mismatch", "source_quote_negation", quotation, match)
    kinds = {kind_of(article, change) for change in match.changes}
    if Kind.SENSE in kinds:
        return _told(article, "mismatch", "source_quote_altered", quotation, match)
    if Kind.WORD in kinds:
        return _told(article, "mismatch", "source_quote_altered", quotation, match, precision="M")
    if Kind.LEFT_OUT in kinds or Kind.SMALL in kinds:
        return _told(article, "supported", "source_quote_nearly", quotation, match)
    key = "source_quote_shortened" if match.shortened else "source_quote_exact"
    return _told(article, "supported", key, quotation, match)


def _denied(article: Article, quotation: Span, source: Article, place: Span) -> Finding:
    """A translated quotation without the "not" of its sentence in the source."""
    message = article.wording.say("source_quote_negation", quotation=quotation.text)
    working = Working(evidence=(evidence_at(source, place),))
    claims = [claim for claim in article.claims if _states(claim, quotation)][:1]
    judge = Judge(CODE, NAME, "M")
    return judge.finding("mismatch", claims, message, working, spans=[quotation])


def _told(
    article: Article,
    verdict: str,
    key: str,
    quotation: Span,
    match: Match | None,
    precision: str = PRECISION,
) -> Finding:
    wording = article.wording
    message = wording.say(key, quotation=quotation.text)
    working = Working()
    if match is not None:
        changes = "; ".join(
            wording.say(
                "source_quote_change",
                source=" ".join(change.source) or "-",
                quoted=" ".join(change.quoted) or "-",
            )
            for change in match.changes
        )
        evidence = evidence_at(match.source.article, match.span)
        working = Working(calculation=changes or None, evidence=(evidence,))
    claims = [claim for claim in article.claims if _states(claim, quotation)][:1]
    judge = Judge(CODE, NAME, precision)
    return judge.finding(verdict, claims, message, working, spans=[quotation])


def _states(claim: Claim, quotation: Span) -> bool:
    """Is a statement the one that the quotation stands in?"""
    said = claim.attribution
    return (
        claim.kind == "statement"
        and said is not None
        and any(span.start < quotation.end and quotation.start < span.end for span in said.content)
    )
