"""A figure of the headline or the teaser is the one that the text has.

Worked example: headline "43 Militärchefs beraten in Paris", text "34 Militärchefs". The noun is the
same, the text counts it once, the figures differ, and with two digits transposed 43 is 34: they do
not agree. "Fast 40" above 38, or "über 100" above 150, agree: the figures are compared with
rounding and hedge.

A mismatch needs one of these slips: digits transposed, a zero more or less, a digit missing. And
every figure of that noun or unit in the text must be of the same thing by the words around it; if
one of them agrees with the heading, nothing is said.

A number without its noun ("230 of the 1,100 employees" below "230 jobs to go") is the text's own,
or else that of its opening which has its digits in another order: a warning.

A rise or fall in per cent is compared with the two values of the same thing in the first lines:
"Sales fall by half" above "Sales fell from £60m to £45m", a fall by 25 per cent, is a warning.

What the first sentence tells with the heading's own word, a penalty ("jailed for six years") or an
age ("Boy, 14, drowns"), needs no slip, and is a warning.

It cannot see: figures without a noun or unit; a heading that adds up what the text tells singly; a
difference that no slip explains, for it may be another set, place or time.
Source of the rule: published corrections; in 1,287 articles every such difference that no slip
explains was right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.arithmetic import HUNDRED, change, scaled
from factcheck.claims import Article
from factcheck.comparison.derived import interval_of
from factcheck.comparison.judge import Judge, Printed, Working, printed
from factcheck.comparison.twice import Mentions, in_heading, mentions_of
from factcheck.interval import Interval, Number
from factcheck.model import Claim, Evidence, Finding, Relation

CODE = "FC114"
NAME = "headline-figure"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
SHARES = frozenset({"percentage", "fraction"})
ROUNDING = 10
SUBJECT = 60
WORD = re.compile(r"[^\W\d_]{4,}")


def check(article: Article) -> Iterator[Finding]:
    """Compare each figure of the heading with what the text has of it."""
    groups: dict[str, list[tuple[Mentions, Relation]]] = defaultdict(list)
    worded: list[Mentions] = []
    for relation in article.related("same"):
        pair = mentions_of(relation)
        if pair is None or not in_heading(article, pair.first):
            continue
        if relation.all("worded"):
            worded.append(pair)
        else:
            groups[pair.first.id].append((pair, relation))
    for pair in worded:
        if not pair.agree:
            yield _differs(article, pair.first, pair.second)
    for group in groups.values():
        finding = _judged(article, group)
        if finding is not None:
            yield finding
    for heading, moved in _changes(article):
        yield _differs(article, heading, moved.claim("to"))


def _changes(article: Article) -> Iterator[tuple[Claim, Relation]]:
    """The only share of a heading with the first change of the text, where they differ."""
    points = article.lexicon.data["percent"]["bare_points"]
    shares = [c for c in article.claims if c.kind in SHARES and in_heading(article, c)]
    shares = [c for c in shares if not (c.quantity and (c.quantity.noun or "").lower() in points)]
    moved = [r for r in article.related("change") if r.all("from") and r.all("to")]
    body = [r for r in moved if not in_heading(article, r.claim("to"))]
    if len(shares) != 1 or not body:
        return
    heading, first = shares[0], body[0]
    near = [r for r in body if r.claim("to").sentence == first.claim("to").sentence]
    told = [c for c in article.claims if c.kind in SHARES and not in_heading(article, c)]
    figure = printed(heading.quantity) if heading.quantity else None
    if len(near) != 1 or figure is None or any(_value(c) == figure.value for c in told):
        return
    old, new = (interval_of(first.claim(role)) for role in ("from", "to"))
    found = change(old, new)
    if found is None or not _same_thing(article, heading, first):
        return
    down = article.says(heading, "changes", "down")
    percent = found.negated() if down else found
    if heading.kind == "fraction":
        percent = scaled(percent, 1 / HUNDRED) or percent
    if not _loosely(percent, figure):
        yield heading, first


def _loosely(found: Interval, figure: Printed) -> bool:
    """Headings round: a tenth of the figure more or less is nothing."""
    wide = figure.interval.plus(Interval(-figure.value / ROUNDING, figure.value / ROUNDING))
    return wide.overlaps(found)


def _value(claim: Claim) -> Number | None:
    return claim.quantity.value if claim.quantity is not None else None


def _same_thing(article: Article, heading: Claim, moved: Relation) -> bool:
    """One way up or down in both, of what rises or falls, and no place only in the heading."""
    told = moved.claim("to")
    ways = [
        [way for way in ("up", "down") if article.says(claim, "changes", way)]
        for claim in (heading, told)
    ]
    if ways[0] != ways[1] or len(ways[0]) != 1:
        return False
    begin = min(moved.claim(role).span.start for role in ("from", "to")) - told.sentence.start
    before, known = (
        {word.lower() for word in WORD.findall(text)}
        for text in (told.sentence.text[:begin][-SUBJECT:], told.sentence.text)
    )
    changes, placed = article.lexicon.data["changes"], article.lexicon.data["parts"]["before_whole"]
    pairs = list(pairwise(heading.sentence.text.split()))
    things = [one.lower() for one, other in pairs if other.lower() in changes[ways[0][0]]]
    places = [
        place.lower() for word, place in pairs if word.lower() in placed and place[0].isupper()
    ]
    return bool(things) and things[0] in before and known.issuperset(places)


def _differs(article: Article, heading: Claim, told: Claim) -> Finding:
    fields = {"heading": heading.span.text, "body": told.span.text}
    working = Working(None, (Evidence("article", told.sentence.text),))
    message = article.wording.say("headline_differs", **fields)
    return Judge(CODE, NAME, "M").finding("mismatch", (heading, told), message, working)


def _added_up(article: Article, pair: Mentions) -> bool:
    """As in "140 jobs" above "114 jobs in Hull and 26 in Leeds"."""
    rest = pair.left.value - pair.right.value
    near = (c for c in article.claims if c.sentence == pair.second.sentence)
    return any(_value(claim) == rest for claim in near)


def _judged(article: Article, group: list[tuple[Mentions, Relation]]) -> Finding | None:
    agreeing = next((pair for pair, _ in group if pair.agree), None)
    pair, relation = next((each for each in group if not each[1].all("alone")), group[0])
    slip = pair.slip() if relation.sure and not _added_up(article, pair) else None
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
    judge = Judge(CODE, NAME, "M") if relation.all("alone") else JUDGE
    return judge.finding(
        "supported" if agreeing else "mismatch",
        (told.first, told.second),
        f"{message} {hypothesis}" if hypothesis else message,
        Working(None, evidence, hypothesis=hypothesis),
    )
