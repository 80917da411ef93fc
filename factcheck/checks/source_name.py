"""Names and offices of persons agree with those of the source of the article.

Worked example: the article has "Torsten Brandhorn", the source "Torsten Brandhorst". The first name
is the same, the surnames are 2 letters apart (st, n), no source has a Brandhorn and the article no
Brandhorst: the two do not agree. The same holds for another first name with the same surname, and
for an office: "Finanzministerin Gesa Thormann" where the source has "Verkehrsministerin", a "chief
executive" for a "director of operations", a deputy for the one whom he stands in for.

Accents, umlauts written out and initials make no difference. Between two languages, two spellings
that sound the same are only noted, because each language has its own (Selenskyj, Zelenskyy).

Places and firms are judged by the letter too, where their surroundings say that they are names:
"die Werft Broderson" for "die Werft Brodersen", if nothing else in the source is called so.

A name of a place, a body or a country that no source has is held against the one that stands in its
place there: "in Nashville" for "in Louisville", if the sources have most names of the article. A
known person in the place of another is found where one sentence of the source tells the same of
nobody else. So is a word of a closed field, whatever the language: the police for the firemen, one
union, party, profession or relation for another, if each text knows only its own.

A title that the source has beside somebody else alone is not his who has another one there: the
captain for the chairman. Two posts that one person may hold are told apart at one body only.

It cannot see: a name moved to where the source has another that the article has as well; two
offices that one person may hold together, such as a president and a chair.
Source of the rule: the pairs of articles and sources in tests/pairs.
"""

from collections.abc import Iterator, Sequence, Set

from factcheck.alignment.evidence import evidence_at
from factcheck.alignment.names.deeds import exchanged
from factcheck.alignment.names.exclusive import excluded
from factcheck.alignment.names.offices import other_office
from factcheck.alignment.names.persons import Found, persons_of, place_of
from factcheck.alignment.names.proper import misspelt
from factcheck.alignment.names.strangers import Stranger, strangers
from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Finding, Person, Span

CODE = "FC605"
NAME = "source-name"
PRECISION = "M"


def check(article: Article) -> Iterator[Finding]:
    """Compare every person with those of the sources, if there are any."""
    deeds = list(exchanged(article)) if article.sources else []
    told = {deed.span for deed in deeds}
    unknown: set[int] = set()
    offices: list[Finding] = []
    for person, found in persons_of(article) if article.sources else ():
        if found is None:
            unknown.add(id(person))
            if told.isdisjoint(person.mentions):
                yield _told(article, "unverified", "source_missing", person.mentions[0])
        elif found.how == "same":
            offices += _office(article, found)
        elif found.how == "sound":
            yield _named(article, found, "unclear", "source_name_sound")
        else:
            yield _named(article, found, "mismatch", "source_name_differs")
    if article.sources:
        spelt = [*offices, *_propers(article, unknown)]
        yield from spelt
        yield from _strangers(article, deeds, {s.start for each in spelt for s in each.spans})


def _propers(article: Article, unknown: set[int]) -> Iterator[Finding]:
    """Places, firms, and persons who were not seen as such, in the article or in the source."""
    starts: dict[bool, set[int]] = {True: set(), False: set()}
    for person in article.people.all:
        for span in person.mentions:
            starts[id(person) in unknown].update(range(span.start, span.end))
    for ours, theirs in misspelt(article, starts[False], starts[True]):
        found = theirs.span.text
        message = article.wording.say("source_name_differs", figure=ours.span.text, found=found)
        working = Working(
            evidence=(evidence_at(theirs.article, theirs.span),),
            suggestion=article.wording.say("suggest_figure", figure=found),
        )
        judge = Judge(CODE, NAME, PRECISION)
        yield judge.finding("mismatch", [], message, working, spans=[ours.span])


def _strangers(article: Article, deeds: Sequence[Stranger], spelt: Set[int]) -> Iterator[Finding]:
    """A name or person that the source has not there, but another; not if told before."""
    seen: set[int] = set()
    for each in (*deeds, *strangers(article), *excluded(article)):
        if each.span.start in seen or (each not in deeds and each.span.start in spelt):
            continue
        seen.add(each.span.start)
        message = article.wording.say(
            "source_name_differs", figure=each.span.text, found=each.other
        )
        working = Working(evidence=(evidence_at(each.source, each.place),))
        judge = Judge(CODE, NAME, PRECISION)
        yield judge.finding("mismatch", [], message, working, spans=[each.span])


def _named(article: Article, found: Found, verdict: str, key: str) -> Finding:
    suggestion = None
    if verdict == "mismatch":
        suggestion = article.wording.say("suggest_figure", figure=found.other.name)
    return _told(
        article, verdict, key, *_longest(found.person), found=found.other.name,
        evidence=found, suggestion=suggestion,
    )  # fmt: skip


def _longest(person: Person) -> tuple[Span, ...]:
    """The mention by which the person is named in full, then the others."""
    return tuple(sorted(person.mentions, key=lambda span: (-len(span.text), span.start)))


def _office(article: Article, found: Found) -> Iterator[Finding]:
    titles = other_office(article, found)
    if titles is None:
        return
    ours, theirs = titles
    yield _told(
        article, "mismatch", "source_office_differs", ours, found.person.mentions[0],
        found=theirs.text, person=found.person.name, evidence=found,
    )  # fmt: skip


def _told(
    article: Article,
    verdict: str,
    key: str,
    *spans: Span,
    evidence: Found | None = None,
    suggestion: str | None = None,
    **fields: object,
) -> Finding:
    message = article.wording.say(key, figure=spans[0].text, **fields)
    shown = (evidence_at(evidence.source, place_of(evidence)),) if evidence else ()
    working = Working(evidence=shown, suggestion=suggestion)
    return Judge(CODE, NAME, PRECISION).finding(verdict, [], message, working, spans=spans)
