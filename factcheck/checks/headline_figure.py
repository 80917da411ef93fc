"""A figure of the headline or the teaser is the one that the text has.

Worked example: headline "43 Militärchefs beraten in Paris", text "34 Militärchefs". The noun is the
same, the text counts it once, the figures differ, and with two digits transposed 43 is 34: they do
not agree. "Fast 40" above 38, or "über 100" above 150, agree: the figures are compared with
rounding and hedge.

A mismatch needs one of these slips: digits transposed, a zero more or less, a digit missing. And
every figure of that noun or unit in the text must be of the same thing by the words around it; if
one of them agrees with the heading, nothing is said.

It cannot see: figures without a noun or unit; a heading that adds up what the text tells singly; a
difference that no slip explains, for it may be another set, place or time.
Source of the rule: published corrections; in 1,287 articles every such difference that no slip
explains was right.
"""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.comparison.twice import Mentions, in_heading, mentions_of
from factcheck.model import Evidence, Finding

CODE = "FC114"
NAME = "headline-figure"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Compare each figure of the heading with what the text has of it."""
    groups: dict[str, list[tuple[Mentions, bool]]] = defaultdict(list)
    for relation in article.related("same"):
        pair = mentions_of(relation)
        if pair is not None and in_heading(article, pair.first):
            groups[pair.first.id].append((pair, relation.sure))
    for group in groups.values():
        finding = _judged(article, group)
        if finding is not None:
            yield finding


def _judged(article: Article, group: list[tuple[Mentions, bool]]) -> Finding | None:
    agreeing = next((pair for pair, _ in group if pair.agree), None)
    pair, sure = group[0]
    slip = pair.slip() if sure else None
    if agreeing is None and slip is None:
        return None
    told = agreeing or pair
    key = "headline_agrees" if agreeing else "headline_differs"
    fields = {"heading": told.first.span.text, "body": told.second.span.text}
    message = article.wording.say(key, **fields)
    hypothesis = None
    if slip is not None and agreeing is None:
        hypothesis = article.wording.say(slip.key, factor=slip.factor or 0)
    evidence = (Evidence("article", told.second.sentence.text),)
    return JUDGE.finding(
        "supported" if agreeing else "mismatch",
        (told.first, told.second),
        f"{message} {hypothesis}" if hypothesis else message,
        Working(None, evidence, hypothesis=hypothesis),
    )
