"""A quotation mark without its partner.

Worked example: "„Wir bauen weiter, sagte die Chefin." One mark opens and none closes, 1 against 0:
where the quotation ends, and so who says what, cannot be told.

Silent are a quotation over several paragraphs, each of which opens again or only the last of which
closes; nested marks; apostrophes; inches, feet and seconds. An article with many such marks has
lost them on the way (a copy from a page without its other half) and is left alone; so is the last
paragraph of a text that is cut off in the middle of a sentence.

It cannot see: two slips that make a pair; a pair in the wrong place.
Source of the rule: quotation marks stand in pairs (Duden K 12; Chicago Manual of Style 6.9, 13.32).
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Finding, Span

CODE = "FC504"
NAME = "quotation-marks"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
MOST = 2
TEASER = 200


def check(article: Article) -> Iterator[Finding]:
    """Flag the marks that have no partner, once an article: two may be one slip."""
    unpaired = _within(article)
    if not 1 <= len(unpaired) <= MOST:
        return
    message = article.wording.say("quotation_mark_alone", mark=unpaired[0].text)
    working = Working(suggestion=article.wording.say("quotation_mark_suggest"))
    yield JUDGE.finding("mismatch", (), message, working, decisive=False, spans=unpaired)


def _within(article: Article) -> tuple[Span, ...]:
    """The lone marks but those whose partner may stand in what a teaser leaves out."""
    text = article.document.text.rstrip()
    cut = len(text) > TEASER and (text[-1].isalnum() or text[-1] in ",-")
    end = article.document.blocks[-1].span.start if cut and article.document.blocks else len(text)
    return tuple(mark for mark in article.speech.unpaired if mark.start < end)
