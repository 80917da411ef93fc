"""A quotation mark without its partner.

Worked example: "„Wir bauen weiter, sagte die Chefin." One mark opens and none closes, 1 against 0:
where the quotation ends, and so who says what, cannot be told.

Silent are a quotation over several paragraphs, each of which opens again or only the last of which
closes; nested marks; apostrophes; inches, feet and seconds. An article with many such marks has
lost them on the way (a copy from a page without its other half) and is left alone.

It cannot see: two slips that make a pair; a pair in the wrong place.
Source of the rule: quotation marks stand in pairs (Duden K 12; Chicago Manual of Style 6.9, 13.32).
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Finding

CODE = "FC504"
NAME = "quotation-marks"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
MOST = 2


def check(article: Article) -> Iterator[Finding]:
    """Flag the marks that have no partner."""
    unpaired = article.speech.unpaired
    if len(unpaired) > MOST:
        return
    for mark in unpaired:
        message = article.wording.say("quotation_mark_alone", mark=mark.text)
        suggestion = article.wording.say("quotation_mark_suggest")
        working = Working(suggestion=suggestion)
        yield JUDGE.finding("mismatch", (), message, working, decisive=False, spans=(mark,))
