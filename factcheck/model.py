"""The records that the whole pipeline speaks in: frozen, slotted, nothing but data."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.interval import Interval, Number

HEADINGS = frozenset({"headline", "teaser", "subheading"})


@dataclass(frozen=True, slots=True)
class Span:
    """Code points [start, end) of the untouched document, with their text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the document; `kind` is one of headline, teaser, dateline, subheading,
    paragraph, list_item, caption, table, quote."""

    kind: str
    span: Span

    @property
    def heading(self) -> bool:
        """Does it stand over the text, which says the same once more?"""
        return self.kind in HEADINGS


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed.

    `kind` is one of money, percentage, percentage_point, count, duration, age, measure, fraction,
    multiple, ordinal, date, number. `value` has the scale word applied (4.5e9 for 4,5 Milliarden);
    it is the printed bound under a hedge and None for ranges, dates and vague multitudes. `unit`
    is an ISO 4217 code or a unit id; `noun` the counted noun as printed. `step` is the place that
    the figure is rounded to, 0 for an exact one; `reason` the piece of the document by which a bare
    "Dollar" was resolved.
    """

    span: Span
    kind: str
    interval: Interval
    value: Number | None
    unit: str | None = None
    hedge: str | None = None
    noun: str | None = None
    step: Number = Decimal(0)
    reason: str | None = None

    @property
    def head(self) -> str:
        """The last word of the noun in lower case, "" for none: what is counted."""
        return self.noun.lower().split()[-1] if self.noun else ""


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day that a time expression speaks of.

    `granularity` is day, week, weekend, month, quarter, half, season, year, decade or century:
    "vor drei Jahren" is a day of granularity year, "Ende 2024" three months of it; checks allow
    one granule on either side. `anchor` is the article's date where the days were found by it.
    """

    span: Span
    start: date
    end: date
    granularity: str
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A calendar date as printed; what is not printed is None. `weekday` counts from Monday = 0."""

    span: Span
    day: int
    month: int
    year: int | None
    weekday: int | None = None
    weekday_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A person named with an office: "the former French defence minister X".

    `offices` are ids such as FR:defence-minister, or bare offices (defence-minister) where no
    country is named; `standing` is current, former, coming or acting; `plain` tells that every
    word between country, title and name is understood, so that the phrase may be judged.
    """

    person: Span
    title: Span
    offices: tuple[str, ...]
    standing: str
    gender: str | None
    plain: bool
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document names.

    `name` is the longest form printed, without titles; `gender` is m, f or None; `roles` are the
    offices of the table named with the person, `titles` every title as printed beside the name,
    `mentions` the spans of the name alone, all in the order of the text.
    """

    name: str
    gender: str | None
    roles: tuple[Role, ...]
    titles: tuple[Span, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A phrase that means a person by a part of the title; `gender` is that of the phrase."""

    span: Span
    person: Person
    gender: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: source as printed, resolved speaker, cue and content."""

    source: Span | None
    speaker: str | None
    role: str | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable piece of an article; `kind` is that of its quantity, or statement, or office.

    A time expression without a figure ("gestern", "jahrelang") is one of kind date or duration with
    no quantity. `period` is its own of a date, and of a duration that points to days ("vor drei
    Jahren"); else the time that the figure speaks of ("für 2025").
    """

    id: str
    kind: str
    span: Span
    sentence: Span
    quantity: Quantity | None = None
    subject: str | None = None
    period: Period | None = None
    attribution: Attribution | None = None
    date: WrittenDate | None = None
    role: Role | None = None

    @property
    def checkable(self) -> bool:
        """False for a mere time expression ("gestern", "jahrelang"), which prints no figure."""
        return self.quantity is not None or self.kind not in {"date", "duration"}

    def named(self, identity: str, said: Attribution | None = None) -> "Claim":
        """The same claim with its id and, if given, its attribution.

        Written out because `replace` costs five times as much.
        """
        return Claim(
            identity,
            self.kind,
            self.span,
            self.sentence,
            self.quantity,
            self.subject,
            self.period,
            said or self.attribution,
            self.date,
            self.role,
        )


@dataclass(frozen=True, slots=True)
class Relation:
    """Claims and spans that belong together; `members` are (role, Claim or Span) pairs.

    Kinds:
    - conversion (original, converted; a Span difference where they are a rise or a gap)
    - list (announced, item ...)
    - group (size, group)
    - change (from, to, amount and by; a Span up or down that says where it leads, a Span level
      where words tell both as levels; `to` is always there, and one of the others)
    - part (part ..., whole, share; a Span exclusive where the parts cannot overlap)
    - sum (total, item ...; a Span drawn that makes it their total from afar)
    - lasting (since; length up to the article's day)
    - mean (range, or low and high; mean)
    - average (item ...; mean)
    - per_unit (total, base, each; per, the Span of the unit or the round number that the amount is
      for; base_rate and total_rate, the Spans of their times; the last member is the one judged)
    - ratio (in words, share)
    - interval_of_time (start, end, duration; a Span told
      where the length is counted from one day to the other, drawn where a word concludes it)
    - elapsed (since; length, years gone by or the number of an anniversary)
    - age (birth, age; at) · two_ages (person, a Span; mention, mention)
    - same (mention, mention, in the order of the text; the span is the second's)
    - range (low, high, where they do not ascend)
    - sign (amount; name, the Span of a currency behind it)
    - membership (statement, group, member ...)
    - table_rank (rank, metric and group: Spans; entity: Span ...; count, where several share it)
    - event (date; a Span joined, left or began; name ...)
    - held_event (date)
    - quotation (mention, mention: Spans that share most of their words; sure if one of them
      heads the text)
    - shares (share ..., which exclude each other; a Span exclusive that says so, a Span rest
      where the last is all the others)
    - share_of (a share above 100 per cent; of, the Span of a set, or fall, that of a verb)
    - votes (members, vote ...)
    - paid (amount; time, a Span)
    - series (item ...)
    - nth_time (time; earlier ..., the years before it)
    - majority (vote, vote; majority) · seats (part, whole; majority) · difference (side, side; gap)
    - grown (by, a Span up; times)
    - product (each, base; per, the Span of a unit; total)
    - rates (two amounts, each under the unit of its time)
    - restated (first, second) · area (side, side; area) · output (capacity; count; output)
    - scale (mention, mention, alike but for the scale word)
    Any kind may have a Span alone: nothing but the lack of other figures binds the members, so
    they are told only where they agree or where a slip explains that they do not.
    `sure` tells that punctuation or a fixed phrase binds the members, not mere nearness.
    """

    kind: str
    members: tuple[tuple[str, "Claim | Span"], ...]
    span: Span
    sure: bool = True

    def claim(self, role: str) -> Claim:
        """The first member with this role, which must be a claim."""
        for name, member in self.members:
            if name == role and isinstance(member, Claim):
                return member
        raise KeyError(role)

    def all(self, role: str) -> tuple["Claim | Span", ...]:
        """Every member with this role, in the order of the text."""
        return tuple(member for name, member in self.members if name == role)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim was held against; `type` is article, rate, unit, calendar, table or document.

    Of a document `text` is the sentence, `source` the file and `line` where it begins in it.
    """

    type: str
    text: str
    source: str | None = None
    url: str | None = None
    as_of: str | None = None
    row: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say of `claims[0]`; the other claims are what it was judged by.

    `trace` tells, a line a candidate, how rows of the tables were found: points, gates passed and
    failed. It is shown where somebody asks, and is no part of the JSON.
    """

    id: str
    code: str
    name: str
    verdict: str
    severity: str
    claims: tuple[Claim, ...]
    spans: tuple[Span, ...]
    message: str
    calculation: str | None = None
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    hypothesis: str | None = None
    trace: tuple[str, ...] = ()
