"""A name one or two letters from the holder of the very office that is named with it.

Worked example, article of 13 March 2025: "der italienische Verteidigungsminister Guido Crossetto".
No row of IT:defence-minister has such a person, but one has Guido Crosetto: the first names are
equal, the surnames one letter apart (an s too many in nine). A minister of that office with so
nearly the same name is taken for the same.

Counted are letters put in, left out, changed, or two neighbours swapped; accents, hyphens, umlauts
spelt out and a genitive's s make no difference, nor does the way in which a name from another
script is written (Lawrow, Lavrov). One slip needs a word of five letters, two need one of eight.
Without a country or body the holder must be in office at the article's date. If the surname is
right and the first name is not, the finding is a warning.

It cannot see: names whose office is not in the table; a wrong name that is the right one of another
holder; surnames alone in German, which are names only if known.
Source of the rule: office_holders.csv, one source a row.
"""

from collections.abc import Iterator, Sequence

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.matching.officials import body_of, evidence_of, in_office, meant, rows_of, title_of
from factcheck.model import Claim, Finding, Role
from factcheck.reference.rows import Office
from factcheck.reference.spelling import OTHER_SCRIPTS, near_name, sound, spelt_alike

CODE = "FC406"
NAME = "person-name"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
NUMBERED = "monarch"


def check(article: Article) -> Iterator[Finding]:
    """Look for a near holder wherever the table has nobody of the name."""
    for claim in article.claims:
        if claim.role is None or article.holders.rows_of(claim.role.person.text):
            continue
        finding = _judged(article, claim, claim.role)
        if finding is not None:
            yield finding


def _judged(article: Article, claim: Claim, role: Role) -> Finding | None:
    said = role.person.text.split()
    rows = _rows(article, role, said)
    if any(_alike(said, name.split()) for row in rows for name in _names(row)):
        return None
    near = {row.person: (row, part) for row in rows if (part := _near(said, row))}
    if len(near) != 1:
        return None
    ((row, part),) = near.values()
    fields = {"person": role.person.text, "holder": row.person, "phrase": claim.span.text}
    return JUDGE.finding(
        "mismatch",
        (claim,),
        article.wording.say("name_near", **fields),
        Working(
            evidence=(evidence_of(article, row),),
            suggestion=article.wording.say("name_suggest", **fields),
        ),
        decisive=part == "surname",
        spans=(role.person,),
    )


def _rows(article: Article, role: Role, said: Sequence[str]) -> Sequence[Office]:
    """The rows of the office; without a body only those of the day, and only for a full name."""
    offices = [office for office in meant(article, role) if title_of(office) != NUMBERED]
    rows = rows_of(article, offices)
    if offices and all(map(body_of, offices)):
        return rows
    day = article.date
    if day is None or not role.plain or len(said) == 1:
        return []
    return [row for row in rows if in_office(row, day)]


def _names(row: Office) -> tuple[str, ...]:
    return (row.person, *row.aliases)


def _near(said: Sequence[str], row: Office) -> str | None:
    """In which part the name is a slip from one of the row's, if it is no other transcription."""
    if body_of(row.office) in OTHER_SCRIPTS:
        heard = sound(said[-1])
        if any(sound(name.split()[-1]) == heard for name in _names(row)):
            return None
    found = (near_name(said, name.split()) for name in _names(row))
    return next((part for part in found if part), None)


def _alike(said: Sequence[str], name: Sequence[str]) -> bool:
    """The same name in all its words, however it is spelt."""
    return len(said) == len(name) and all(map(spelt_alike, said, name))
