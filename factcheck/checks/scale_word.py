"""A scale word of another language: German "Billionen" are not English "billions".

Worked example: a German Billion is 10^12, an English billion 10^9. "1,9 Billion Dollar": German
counts 1,9 Billionen, so the English word was left as it stood, and 1,9 Milliarden are meant. "4
Milliarden euros" in English is 4 billion. And one amount with two scale words: "das Paket von 1,9
Billionen Dollar" here and "das Paket von 1,9 Milliarden Dollar" there have the same digits, and
1,900,000 millions are a thousand times 1,900.

"1 Billion", "eine halbe Billion" and compounds are right. A warning at most, and nothing is said of
what stands inside quotation marks.

It cannot see: a Billion for a billion that is printed once and declined as German is; with the
source attached FC601 sees it, and a conversion beside it (FC201) shows it.
Source of the rule: the long scale in German, the short one in English.
"""

import re
from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Evidence, Finding, Span

CODE = "FC904"
NAME = "scale-word"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
# The look at what precedes follows the digit: `re` finds digits fast.
BEFORE = re.compile(r"(\d(?<![\w.,].)[\d.,]*)[ \u00a0\u202f]([^\W\d_]+)\b(?![-\u2011])")


def check(article: Article) -> Iterator[Finding]:
    """Find foreign scale words, and amounts that differ in nothing but theirs."""
    foreign = article.lexicon.data["numbers"]["foreign_scales"]
    for found in BEFORE.finditer(article.document.text):
        meant = foreign.get(found.group(2).lower())
        span = article.document.span(found.start(), found.end())
        if meant is None or set(found.group(1)) <= set("01.,") or article.in_quotation(span):
            continue
        yield _foreign(article, span, found.group(2), f"{found.group(1)} {meant}")
    for relation in article.related("scale"):
        first, second = (claim for claim in relation.all("mention") if isinstance(claim, Claim))
        if not article.quoted(first) and not article.quoted(second):
            yield _twice(article, first, second)


def _foreign(article: Article, span: Span, word: str, figure: str) -> Finding:
    wording = article.wording
    return JUDGE.finding(
        "mismatch",
        (),
        wording.say("scale_foreign", figure=span.text, word=word),
        Working(
            None,
            (Evidence("article", span.text),),
            wording.say("suggest_figure", figure=figure),
        ),
        spans=(span,),
    )


def _twice(article: Article, first: Claim, second: Claim) -> Finding:
    wording = article.wording
    fields = {"figure": second.span.text, "others": first.span.text}
    return JUDGE.finding(
        "mismatch",
        (second, first),
        wording.say("scale_twice", **fields),
        Working(None, (Evidence("article", first.sentence.text),)),
    )
