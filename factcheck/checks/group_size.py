"""The size of a known group or parliament at the article's date.

Worked example, article of 13 March 2025: "die 28 EU-Staaten". groups.csv has 27 members of the EU
valid on that day (28 until 31 January 2020), so 28 does not agree; "die 27 EU-Staaten" does.

Only the whole group is judged: a definite word before the figure and nothing behind it that leaves
a part ("die 20 EU-Staaten mit Euro"). Where the table knows a start only to the year, every size
that is possible is accepted; a size that becomes right within two months is unclear. An earlier
size in a sentence about an earlier time is not judged.

It cannot see: groups that the table does not hold; sizes that count observers or candidates.
Source of the rule: the membership rows of groups.csv and the seats in figures.csv.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import Number
from factcheck.matching.published import SOON, period_of
from factcheck.matching.rows import freshness
from factcheck.model import Claim, Evidence, Finding, Relation, Span
from factcheck.reference.rows import Figure, Member

CODE = "FC403"
NAME = "group-size"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
# As many seats of a parliament may stand empty.
VACANT = Fraction(3, 200)
# From the vote to leave until a member has left, the others meet without it.
LEAVING = timedelta(days=4 * 366)


def check(article: Article) -> Iterator[Finding]:
    """Compare every stated size of a group with the table."""
    if article.date is None:
        return
    for relation in article.related("group"):
        claim = relation.claim("size")
        group = next((m for m in relation.all("group") if isinstance(m, Span)), None)
        if claim.quantity is None or claim.quantity.value is None or group is None:
            continue
        stated = int(claim.quantity.value)
        for concept in article.concepts_of(group):
            finding = _members(article, relation, claim, stated, concept, article.date)
            finding = finding or _seats(article, relation, claim, stated, concept, article.date)
            if finding is not None:
                yield finding
                break


def _members(
    article: Article, relation: Relation, claim: Claim, stated: int, group: str, day: date
) -> Finding | None:
    members = article.tables.members(group, day)
    if len(members) < 2:
        return None
    most = len(members) + len(article.tables.doubtful_members(group, day))
    newest = max(members, key=lambda row: (row.checked_on.last, row.member))
    fresh = freshness(min((row.checked_on for row in members), key=lambda d: d.last), False, day)
    evidence = _evidence(article, newest, group, len(members), day)
    return _finding(article, relation, claim, stated, (len(members), most), fresh, evidence)


def _seats(
    article: Article, relation: Relation, claim: Claim, stated: int, body: str, day: date
) -> Finding | None:
    for row in article.tables.figures_by_concept.get("seats", ()):
        first, last = period_of(row.period)
        if row.entity != body or not (first.last <= day and (last is None or day <= last.first)):
            continue
        sizes = (int(row.low), int(row.high))
        if _vacant(article, claim, stated, sizes[0]):
            return None
        fresh = freshness(row.checked_on, last is not None, day)
        evidence = _evidence(article, row, body, sizes[0], day)
        return _finding(article, relation, claim, stated, sizes, fresh, evidence)
    return None


def _vacant(article: Article, claim: Claim, stated: int, seats: int) -> bool:
    """A few members less than there are seats: some have left and nobody has followed yet."""
    noun = (claim.quantity.noun or "" if claim.quantity else "").lower()
    chairs = noun.endswith(tuple(article.lexicon.data["groups"]["chairs"]))
    return not chairs and seats * (1 - VACANT) <= stated < seats


def _finding(
    article: Article,
    relation: Relation,
    claim: Claim,
    stated: int,
    sizes: tuple[int, int],
    fresh: str,
    evidence: Evidence,
) -> Finding | None:
    wording = article.wording
    fields = {
        "figure": relation.span.text,
        "stated": stated,
        "size": sizes[0],
        "day": article.date or "",
    }
    calculation = wording.say("group_working", **fields)
    quantity = claim.quantity
    allowed = range(sizes[0], sizes[1] + 1)
    if quantity is not None and any(quantity.interval.contains(Decimal(s)) for s in allowed):
        message = wording.say("group_agrees", **fields)
        return JUDGE.finding("supported", (claim,), message, Working(calculation, (evidence,)))
    if not relation.sure or _other_time(article, relation, claim):
        return None
    if _excused(article, relation, stated, sizes):
        return None
    if article.date is not None and _coming(article, relation, stated, article.date):
        message = wording.say("gate_coming", figure=relation.span.text)
        return JUDGE.finding("unclear", (claim,), message, Working(evidence=(evidence,)))
    if fresh == "stale":
        message = wording.say("table_stale", checked=wording.when(evidence.as_of or ""))
        return JUDGE.finding("unclear", (claim,), message, Working(evidence=(evidence,)))
    return JUDGE.finding(
        "mismatch",
        (claim,),
        wording.say("group_differs", **fields),
        Working(calculation, (evidence,), wording.say("group_suggest", **fields)),
        decisive=fresh == "fresh",
    )


def _coming(article: Article, relation: Relation, stated: int, day: date) -> bool:
    """Will the group have that size? An invitation may count who joins soon; and the others meet
    without the one that leaves, long before it has left."""
    tables = article.tables
    for group in relation.all("group"):
        for concept in article.concepts_of(group) if isinstance(group, Span) else ():
            if len(tables.members(concept, day + SOON)) == stated:
                return True
            members = tables.members(concept, day)
            staying = [row for row in members if not _leaves(row, day)]
            if len(staying) == stated < len(members):
                return True
    return False


def _leaves(row: Member, day: date) -> bool:
    return row.valid_to is not None and row.valid_to.last <= day + LEAVING


def _other_time(article: Article, relation: Relation, claim: Claim) -> bool:
    """Does the sentence speak of another time than the article's?

    In "the alliance, which has 32 members, agreed in 2014" the size has a clause of its own.
    """
    if article.date is None or article.leaves_own_time(claim):
        return True
    period, span = claim.period, relation.span
    if period is None or period.start <= article.date <= period.end:
        return False
    return span.start <= period.span.start < span.end or "," not in span.text


def _excused(article: Article, relation: Relation, stated: int, sizes: tuple[int, int]) -> bool:
    """The one who speaks is left out, or these few were named before, or a change is spoken of.

    "It would need the consent of all 27" supposes no other size.
    """
    claim, words = relation.claim("size"), article.lexicon.data["groups"]
    noun = (claim.quantity.noun or "" if claim.quantity else "").lower()
    if stated == sizes[0] - 1 and noun.endswith(tuple(words["one_less"])):
        return True
    if stated in _few_named(article):
        return True
    said = set(claim.sentence.text.lower().split())
    every = claim.sentence.text[: claim.span.start - claim.sentence.start].lower().split()[-1:]
    supposed = said.isdisjoint(words["supposed"]) or not set(every).isdisjoint(words["every"])
    return not (said.isdisjoint(words["changes"]) and supposed)


@lru_cache(maxsize=1)
def _few_named(article: Article) -> frozenset[Number | None]:
    """How many of a group are spoken of where its whole is not: "27 EU-Staaten", some of them."""
    few = (relation.claim("size") for relation in article.related("group") if not relation.sure)
    return frozenset(claim.quantity.value for claim in few if claim.quantity is not None)


def _evidence(article: Article, row: Member | Figure, group: str, size: int, day: date) -> Evidence:
    text = article.wording.say("group_evidence", group=article.name_of(group), size=size, day=day)
    return Evidence("table", text, row.source, row.url, row.checked_on.text, row.row)
