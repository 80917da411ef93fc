"""Join what was found in a text into claims, in the scenes that they stand in."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.document import Document
from factcheck.extract.figures.finder import find_figures
from factcheck.extract.passages import Passage, passages
from factcheck.extract.people.cast import read_cast
from factcheck.extract.people.memberships import find_memberships
from factcheck.extract.people.persons import Persons
from factcheck.extract.speech.attributed import Attributions
from factcheck.extract.speech.reported_speech import NO_SPEECH, Speech, find_speech
from factcheck.extract.times.dates import find_dates
from factcheck.extract.times.finder import find_times, lengths, period_of, without_lengths
from factcheck.extract.times.reading import Time
from factcheck.extract.times.spoken_times import Spoken
from factcheck.identity import digest
from factcheck.interval import Interval
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Claim, Quantity, Reference, Role
from factcheck.record import record
from factcheck.reference.names import Names
from factcheck.reference.tables import Tables
from factcheck.relations.scene import Scene

ANY = Interval(None, None)


@record
class Extract:
    """The claims of a document, the scenes they stand in, its persons, and who said what."""

    claims: tuple[Claim, ...]
    scenes: tuple[Scene, ...]
    people: Persons
    references: tuple[Reference, ...]
    speech: Speech


def extract_claims(
    document: Document, lexicon: Lexicon, tables: Tables, *, people: bool
) -> Extract:
    """Every claim of a document; without people only figures and dates."""
    blocks = tuple(passages(document, lexicon))
    cast = read_cast(blocks, lexicon, tables) if people else None
    names = cast.names if cast is not None else None
    claims: list[Claim] = []
    scenes: list[Scene] = []
    seen: Counter[str] = Counter()
    speech = find_speech(blocks, cast.who) if cast is not None else NO_SPEECH
    said = Attributions(speech)
    for number, passage in enumerate(blocks):
        found = list(_figures_and_dates(passage, document.date))
        if cast is not None:
            found += [_office_claim(passage, role, found) for role in cast.roles[number]]
            found += _membership_claims(passage, cast.names)
        found.sort(key=lambda claim: (claim.span.start, claim.span.end))
        scene = Scene(passage, tuple(_numbered(found, seen, said)), names, tables.units)
        claims += scene.claims
        scenes.append(scene)
    claims += _numbered(list(said.statements(blocks)), seen)
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end))
    persons = cast.persons if cast is not None else Persons(())
    references = cast.references if cast is not None else ()
    return Extract(tuple(claims), tuple(scenes), persons, references, speech)


def _figures_and_dates(passage: Passage, anchor: date | None) -> Iterator[Claim]:
    """Every figure and every time expression; one that prints no figure has no quantity."""
    dates = find_dates(passage)
    times = find_times(passage, dates, anchor)
    figures = find_figures(passage, [(found.first, found.last) for found in dates])
    times = without_lengths(times, figures)
    for time in times:
        yield _time_claim(passage, time, anchor)
    counted = lengths(passage, times, figures, anchor)
    spoken = Spoken(passage, [*times, *counted.values()], anchor)
    for figure in figures:
        quantity = figure.quantity
        own = counted.get(figure.first)
        period = period_of(passage, own, anchor) if own else spoken.of(figure.first, figure.last)
        yield Claim(
            "",
            quantity.kind,
            quantity.span,
            passage.sentence(figure.first),
            quantity,
            subject=quantity.noun,
            period=period,
        )


def _time_claim(passage: Passage, time: Time, anchor: date | None) -> Claim:
    span = passage.span(time.first, time.last)
    return Claim(
        "",
        time.kind,
        span,
        passage.sentence(time.first),
        Quantity(span, "date", ANY, None) if time.found is not None else None,
        period=period_of(passage, time, anchor),
        date=time.found.written(passage) if time.found is not None else None,
    )


def _office_claim(passage: Passage, role: Role, found: Sequence[Claim]) -> Claim:
    """The claim of a role, with the one time that its sentence names."""
    start = min(role.person.start, role.title.start)
    end = max(role.person.end, role.title.end)
    span = passage.document.span(start, end)
    index = bisect_left(passage.tokens.starts, start)
    sentence = passage.sentence(index)
    dates = [claim for claim in found if claim.kind == "date" and claim.sentence is sentence]
    period = dates[0].period if len(dates) == 1 else None
    return Claim("", "office", span, sentence, subject=role.person.text, period=period, role=role)


def _membership_claims(passage: Passage, names: Names) -> Iterator[Claim]:
    for each in find_memberships(passage, names):
        span = passage.span(each.first, each.last)
        yield Claim("", "membership", span, passage.sentence(each.first), subject=span.text)


def _numbered(
    claims: Sequence[Claim], seen: Counter[str], said: Attributions | None = None
) -> Iterator[Claim]:
    """Give each claim its stable id: kind, hash of sentence and text, ordinal among equals.

    With `said` it also learns whose words it stands in.
    """
    sentence, stamp = None, ""
    for claim in claims:
        if claim.sentence is not sentence:
            sentence, stamp = claim.sentence, digest(claim.sentence.text)
        base = f"{claim.kind}-{digest(stamp, claim.span.text)}"
        seen[base] += 1
        identity = base if seen[base] == 1 else f"{base}-{seen[base]}"
        yield claim.named(identity, said.of(claim) if said else None)
