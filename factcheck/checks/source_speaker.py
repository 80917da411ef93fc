"""The speaker of a quotation or a statement is the one of the source.

Worked example: the article has '"Families have waited far too long", said Peter Lomax', the source
'"Families in Marlow Vale have waited far too long for homes they can afford," said council leader
Denise Hargreaves'. All 6 words of the quotation stand in the source; both speakers are named beside
them, and surname and first name differ: the two do not agree.

What is told in other words or another language is found by the words and figures that it shares
with a sentence of the source, which must be more than with any other. Compared are persons named in
the phrase, whose turn it is in a transcript ("Ruth Caldbeck: ..."), or who alone have the office
("the judge"). A pronoun is another person only if the other speaker is not named in its paragraph
and the one before, or is of the other sex. A surname a letter or two apart is left to FC605.

An error is another speaker of the very words where both are named, everything else a warning.

It cannot see: speakers whom one of the texts does not name; bodies; a transcript without names.
Source of the rule: the pairs of articles and sources in tests/pairs.
"""

from collections.abc import Iterator

from factcheck.alignment.evidence import evidence_at
from factcheck.alignment.speech.speakers import Spoken, spoken
from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Finding

CODE = "FC603"
NAME = "source-speaker"
PRECISION = "H"


def check(article: Article) -> Iterator[Finding]:
    """Compare the speaker of every quotation with the sources, if there are any."""
    for each in spoken(article) if article.sources else ():
        if each.same and not each.sure:
            continue
        yield _judged(article, each)


def _judged(article: Article, each: Spoken) -> Finding:
    quotation = each.said.content[0]
    message = article.wording.say(
        "source_speaker_agrees" if each.same else "source_speaker_differs",
        quotation=quotation.text,
        speaker=each.speaker.shown,
        other=each.other.shown,
    )
    names = (each.said.source, each.speaker.mention)
    spans = [quotation, *(span for span in names if span is not None)]
    claims: list[Claim] = [
        claim
        for claim in article.claims
        if claim.kind == "statement" and claim.attribution == each.said
    ][:1]
    working = Working(evidence=(evidence_at(each.source, each.place),))
    judge = Judge(CODE, NAME, PRECISION if each.sure else "M")
    verdict = "supported" if each.same else "mismatch"
    return judge.finding(verdict, claims, message, working, spans=spans)
