"""One person is named in one office of one country at one time.

Worked example: "Der georgische Präsident Giorgi Beridse ... Armeniens Präsident Giorgi Beridse".
The same person is president of GE and of AM in one article: 2 offices of 2 countries, and neither
phrase speaks of another time. "Außenminister" and "Verteidigungsminister" of one country exclude
each other as well; a deputy, a party leader or a body such as the EU do not.

A word of the other gender than the person's ("Bundeskanzler Angela Merkel"; "der hohe Beamte" for
the High Representative named before) is a note, since a masculine may be meant for all.

It cannot see: persons whose offices the table knows (FC402 judges them); two bearers of one surname
named without first names; offices that are not in the table.
Source of the rule: articles that were shortened or translated and gave one speaker's office to the
next.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.matching.officials import body_of, rows_of, title_of
from factcheck.model import Claim, Finding, Person, Reference, Role

CODE = "FC503"
NAME = "role-conflict"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
# Of these nobody holds two in one country without the table's knowing it.
EXCLUSIVE = frozenset(
    {
        "president",
        "head-of-government",
        "foreign-minister",
        "defence-minister",
        "finance-minister",
        "interior-minister",
    }
)
COUNTRY = 2
UNIONS = frozenset({"EU", "UN"})


def check(article: Article) -> Iterator[Finding]:
    """Compare the offices of each person, and the genders of the words for one."""
    claims = _by_person(article)
    references: dict[int, list[Reference]] = defaultdict(list)
    for reference in article.references:
        references[id(reference.person)].append(reference)
    for person in article.people.all:
        own = claims.get(id(person), [])
        conflict = next(_conflicts(article, own), None)
        if conflict is not None:
            yield conflict
        yield from _genders(article, person, own, references.get(id(person), ()))


def _by_person(article: Article) -> dict[int, list[Claim]]:
    """The office claims of each person, in the order of the text."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in article.claims:
        person = article.people.at(claim.role.person) if claim.role is not None else None
        if person is not None:
            found[id(person)].append(claim)
    return found


def _conflicts(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    # Of claims with the same words and offices the first tells what all of them would.
    distinct: dict[tuple[str, tuple[str, ...]], Claim] = {}
    for claim in claims:
        if claim.role is not None and _of_today(article, claim):
            distinct.setdefault((claim.role.person.text, claim.role.offices), claim)
    for first, second in combinations(distinct.values(), 2):
        if first.role is None or second.role is None or not _exclude(first.role, second.role):
            continue
        if any(_known(article, claim) for claim in (first, second)):
            continue
        message = article.wording.say(
            "roles_differ", first=first.span.text, second=second.span.text
        )
        yield JUDGE.finding("mismatch", (second, first), message, Working())


def _of_today(article: Article, claim: Claim) -> bool:
    role = claim.role
    if role is None or role.standing != "current" or not role.plain or role.inherited:
        return False
    past = article.leaves_own_time(claim) or article.says(claim, "titles", "history")
    return not past and claim.period is None and len(role.person.text.split()) > 1


def _exclude(one: Role, other: Role) -> bool:
    """Can nobody hold both? Each is one of a country, by every reading of its title."""
    if not all(map(_national, (*one.offices, *other.offices))):
        return False
    if {body_of(office) for office in one.offices} & {body_of(office) for office in other.offices}:
        titles = [{title_of(office) for office in role.offices} for role in (one, other)]
        return not titles[0] & titles[1] and all(names <= EXCLUSIVE for names in titles)
    return True


def _national(office: str) -> bool:
    body = body_of(office)
    return len(body) == COUNTRY and body not in UNIONS and title_of(office) != "monarch"


def _known(article: Article, claim: Claim) -> bool:
    """Does the table know the person in this office, so that it decides?"""
    if claim.role is None:
        return False
    named = article.holders.rows_of(claim.role.person.text)
    return bool(named) and any(row in named for row in rows_of(article, claim.role.offices))


def _genders(
    article: Article, person: Person, claims: Sequence[Claim], references: Sequence[Reference]
) -> Iterator[Finding]:
    """Titles and later words of the other gender than the table's person."""
    genders = {
        row.gender
        for claim in claims
        if claim.role is not None
        for row in article.holders.rows_of(claim.role.person.text)
        if row in rows_of(article, claim.role.offices)
    }
    if len(genders) != 1 or not claims:
        return
    (gender,) = genders
    other = [claim for claim in claims if claim.role and claim.role.gender not in {None, gender}]
    for claim in other[:1]:
        message = article.wording.say("role_gender", phrase=claim.span.text, person=person.name)
        yield JUDGE.finding("unclear", (claim,), message, Working())
    for reference in references:
        if reference.gender != gender:
            fields = {"phrase": reference.span.text, "person": person.name}
            message = article.wording.say("role_gender", **fields)
            spans = (reference.span, claims[0].span)
            yield JUDGE.finding("unclear", (claims[0],), message, Working(), spans=spans)
