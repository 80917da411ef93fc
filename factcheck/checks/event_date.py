"""The day of a known event: who joined or left a group, who met or signed, and others.

Worked example: "Finland joined NATO on 4 April 2022". The row of Finland in groups.csv begins on
2023-04-04: another day, so it does not agree; with "in April 2023" the printed month holds the day.
"Am 24. Februar 2022 begann der russische Angriff auf die Ukraine" is held against events.csv.

Judged so is a day, month or year printed in full, in a clause that says nothing else. The day
before and the day after agree too, because zones and ceremonies differ; where the table knows a
day only to the year, the year decides. A table made before the event says nothing.

"The defence ministers met in Paris on Wednesday": an event may also be told by the words that
concepts.csv gives it, all of which stand in the sentence, with a verb of meeting or signing. Its
day is confirmed then, unless the sentence names a country, a body or anything unknown in the way of
a place that is not among these words, and never contradicted, as ministers meet often. "A day after
the meeting of the chiefs" and "the same day" are confirmed by another event of the article.

It cannot see: events that the table does not hold, and clauses with words that it does not know.
Source of the rule: the rows of groups.csv and events.csv.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.inflection import forms
from factcheck.languages.tokens import tokenise
from factcheck.matching.told_events import at_home
from factcheck.model import Claim, Evidence, Finding, Relation, Span
from factcheck.reference.dates import Days
from factcheck.reference.rows import Event, Member

CODE = "FC405"
NAME = "event-date"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Known:
    """A day that a row tells of, and the row."""

    days: Days
    row: Member | Event


def check(article: Article) -> Iterator[Finding]:
    """Hold the date of every known event against the table."""
    for relation in article.related("event"):
        known = list(_known(article, relation))
        claim = relation.claim("date")
        if known and not article.says(claim, "figures", "denied"):
            finding = _judged(article, relation, claim, known)
            if finding.verdict == "supported" or not _noted(claim, known):
                yield finding
        elif not known:
            yield from _never_in(article, relation, claim)
    yield from _held(article)


def _never_in(article: Article, relation: Relation, claim: Claim) -> Iterator[Finding]:
    """As in "Norway, which joined the European Union in 1995": the table has never had it there."""
    spans = [span for span in relation.all("name") if isinstance(span, Span)]
    if len(spans) != 2 or not relation.all("joined") or claim.period is None:
        return
    meant = [set(article.events_of(span)) for span in spans]
    for (group, place), span in ((meant, spans[1]), (meant[::-1], spans[0])):
        named = group.intersection(
            *(article.concepts_of(each) for each in spans if each is not span)
        )
        rows = [row for row in article.tables.groups if row.group in named]
        past = rows and claim.period.end <= min(row.checked_on.first for row in rows)
        if past and _country(place) and not article.says(claim, "figures", "denied"):
            fields = {"group": article.name_of(rows[0].group), "day": article.date or ""}
            message = article.wording.say("membership_differs", names=span.text, **fields)
            text = article.wording.say(
                "membership_row",
                group=fields["group"],
                member=article.name_of(rows[0].member),
                since=article.wording.when(rows[0].valid_from.text),
            )
            row = rows[0]
            evidence = Evidence("table", text, row.source, row.url, row.checked_on.text, row.row)
            yield JUDGE.finding("mismatch", (claim,), message, Working(evidence=(evidence,)))


def _country(concepts: set[str]) -> bool:
    """Is it one country, by the code of two letters?"""
    return bool(concepts) and all(len(each) == 2 and each.isupper() for each in concepts)


def _held(article: Article) -> Iterator[Finding]:
    """Confirm the days of events that are known by the words of the sentence."""
    told = [
        (relation, event)
        for relation in article.related("held_event")
        for event in _told(article, relation.span)
    ]
    days: set[date] = set()
    for relation, event in told:
        if relation.all("date") and _within(relation.claim("date"), event):
            days.add(event.date.first)
            yield _confirmed(article, relation, "date", event)
    for relation, event in told:
        for role, later in (("same", 0), ("after", 1)):
            if relation.all(role) and event.date.first + timedelta(days=later) in days:
                yield _confirmed(article, relation, role, event)


def _told(article: Article, sentence: Span) -> Iterator[Event]:
    """The events before the article's day whose words all stand in the sentence, once each."""
    tokens = tokenise(sentence.text)
    printed = frozenset(tokens.lowers)
    found = {
        event
        for term, event in article.names.event_words
        if all(
            forms(word, article.lexicon) & printed for word in tokenise(term).words if word != "-"
        )
    }
    found -= {event for event in found if not at_home(article, sentence, tokens, event)}
    for row in article.tables.events:
        past = article.date is None or row.date.first <= article.date
        if row.event in found and past:
            yield row


def _within(claim: Claim, event: Event) -> bool:
    """Does the printed day, or two days of a week-end, lie in the days of the event?"""
    period, last = claim.period, (event.end_date or event.date).last
    if period is None or not period.start <= last or not event.date.first <= period.end:
        return False
    weekday = claim.date.weekday if claim.date else None
    return weekday is None or weekday == period.start.weekday()


def _confirmed(article: Article, relation: Relation, role: str, event: Event) -> Finding:
    said = relation.all(role)[0]
    span, claims = (said.span, (said,)) if isinstance(said, Claim) else (said, ())
    name = article.name_of(event.event)
    day = article.wording.when(event.date.text)
    text = article.wording.say("event_row", name=name, day=day)
    evidence = Evidence("table", text, event.source, event.url, event.checked_on.text, event.row)
    message = article.wording.say("event_held", figure=span.text, name=name)
    return JUDGE.finding("supported", claims, message, Working(evidence=(evidence,)), spans=(span,))


def _known(article: Article, relation: Relation) -> Iterator[_Known]:
    spans = [span for span in relation.all("name") if isinstance(span, Span)]
    meant = [set(article.events_of(span)) for span in spans]
    for event in article.tables.events:
        if any(event.event in each for each in meant):
            yield _Known(event.date, event)
    if len(meant) != 2 or relation.all("began"):
        return
    for row in article.tables.groups:
        pair = [(row.group in left, row.member in right) for left, right in (meant, meant[::-1])]
        if (True, True) not in pair:
            continue
        days = row.valid_from if relation.all("joined") else row.valid_to
        if days is not None:
            yield _Known(days, row)


def _judged(article: Article, relation: Relation, claim: Claim, known: Sequence[_Known]) -> Finding:
    agreeing = next((each for each in known if _fits(claim, each.days)), None)
    shown = agreeing or known[0]
    row = shown.row
    evidence = Evidence(
        "table",
        article.wording.say(
            "event_row", name=_name(relation), day=article.wording.when(shown.days.text)
        ),
        row.source,
        row.url,
        row.checked_on.text,
        row.row,
    )
    key = "event_agrees" if agreeing else "event_differs"
    day = article.wording.when(shown.days.text)
    message = article.wording.say(key, figure=claim.span.text, day=day)
    working = Working(evidence=(evidence,))
    return JUDGE.finding("supported" if agreeing else "mismatch", (claim,), message, working)


def _noted(claim: Claim, known: Sequence[_Known]) -> bool:
    """Does a row's note name another step in that year, as of those who joined in two?"""
    year = str(claim.period.start.year) if claim.period else ""
    return any(year in each.row.note for each in known)


def _fits(claim: Claim, days: Days) -> bool:
    period = claim.period
    if period is None:
        return True
    near = NEAR if period.granularity == "day" else timedelta(0)
    return period.start - near <= days.last and days.first <= period.end + near


def _name(relation: Relation) -> str:
    return ", ".join(span.text for span in relation.all("name") if isinstance(span, Span))
