"""A figure that the text gives twice is the same both times.

Worked example: "über 187 Milliarden Euro", and two sentences later of the same aid "178 Milliarden
Euro". Over 187 leaves out 178, and with two digits transposed 187 is 178: they do not agree.
"über 187", "187,3" and "knapp 190" are three prints of one figure: over 187 holds 187.3, and knapp
190 reaches from 171 to 190.

Two figures are taken for one where unit or counted noun are the same, most of the words around them
are too, and none beside them speaks of a part, another time or a change. A mismatch needs more:
only one of the two may have words that the other lacks (in Kiel, in Bremen), and a slip explains
it: digits transposed, a zero more or less, a digit missing. It is a warning at most.

What an article takes up ("a line of 17 kilometres. On the 71 kilometres") is the only figure of
that unit or noun told before.

It cannot see: which of the two is wrong; differences that no slip explains (subsets, other years).
Source of the rule: published corrections; in 1,287 articles every such difference that no slip
explains was right.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.comparison.twice import Mentions, in_heading, mentions_of
from factcheck.model import Evidence, Finding

CODE = "FC115"
NAME = "repeated-figure"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Compare each figure with the one before it that is of the same thing."""
    seen: set[str] = set()
    for relation in sorted(article.related("same"), key=lambda each: not each.sure):
        pair = mentions_of(relation)
        if pair is None or in_heading(article, pair.first) or pair.second.id in seen:
            continue
        seen.add(pair.second.id)
        finding = _judged(article, pair, sure=relation.sure)
        if finding is not None:
            yield finding


def _judged(article: Article, pair: Mentions, *, sure: bool) -> Finding | None:
    agree = pair.agree
    slip = pair.slip() if sure and not agree else None
    if not agree and slip is None:
        return None
    hypothesis = article.wording.say(slip.key, factor=slip.factor or 0) if slip else None
    fields = {"figure": pair.second.span.text, "before": pair.first.span.text}
    message = article.wording.say("repeated_agrees" if agree else "repeated_differs", **fields)
    return JUDGE.finding(
        "supported" if agree else "mismatch",
        (pair.second, pair.first),
        f"{message} {hypothesis}" if hypothesis else message,
        Working(None, (Evidence("article", pair.first.sentence.text),), hypothesis=hypothesis),
    )
