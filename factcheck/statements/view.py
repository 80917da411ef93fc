"""A sentence as a table sees it: its column, rows and times, and what each figure is for."""

from dataclasses import dataclass
from functools import cached_property

from factcheck.claims import Article
from factcheck.languages.inflection import forms
from factcheck.model import Claim
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import DASHES
from factcheck.statements.marks import Mark, all_periods
from factcheck.statements.slices import Slice, periods_of

PARTS = frozenset({"percentage", "percentage_point", "fraction"})
COUNTS = frozenset({"count", "number", "duration"})


@dataclass(frozen=True)
class View:
    """The marks of one sentence and what follows from them for one table."""

    article: Article
    scene: Scene
    table: DescribedTable
    marks: tuple[Mark, ...]

    @cached_property
    def cues(self) -> frozenset[str]:
        """The keys of the words that compute."""
        return frozenset(
            m.value for m in self.marks if m.kind in {"cue", "figure", "particle"} and m.value
        )

    @cached_property
    def measure(self) -> Measure | None:
        """The one column that the sentence names, by its words or by what a figure counts."""
        return self.measures[0] if len(self.measures) == 1 else None

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every column that words or counted nouns name."""
        named = [name for mark in self.marks for kind, name in mark.pairs if kind == "measure"]
        for figure in self.all_figures:
            named += [m.concept for m in self.table.description.measures if self._counts(figure, m)]
        if not named and self.table.description.entity == "":
            return ()
        return tuple(self.table.measures[name] for name in dict.fromkeys(named))

    @cached_property
    def all_figures(self) -> tuple[Claim, ...]:
        """Every figure but the times, in the order of the text."""
        return tuple(mark.claim for mark in self.marks if mark.claim is not None)

    @cached_property
    def over_time(self) -> bool:
        """Has the table nobody but one, so that its rows are times?"""
        return not self.table.description.entity

    @cached_property
    def who(self) -> tuple[str, ...]:
        """The entities named, each once."""
        if self.over_time:
            return ()
        return tuple(dict.fromkeys(mark.value for mark in self.marks if mark.kind == "entity"))

    @cached_property
    def groups(self) -> tuple[tuple[str, str], ...]:
        """(column, cell) of each other cell that is named."""
        found = [name for mark in self.marks for kind, name in mark.pairs if kind == "group"]
        return tuple(
            (column, cell) for column, _, cell in (n.partition("=") for n in dict.fromkeys(found))
        )

    @cached_property
    def speaks_of_rows(self) -> bool:
        """Is a word there that names the rows, or a figure that counts them?"""
        named = any(kind == "rows" for mark in self.marks for kind, _ in mark.pairs)
        return named or bool(self.with_role("rows"))

    @cached_property
    def times(self) -> tuple[Mark, ...]:
        """The time expressions, in the order of the text."""
        return tuple(mark for mark in self.marks if mark.kind == "period")

    @cached_property
    def untimely(self) -> bool:
        """Is there a time that the table does not know?"""
        return any(not mark.periods for mark in self.times)

    def with_role(self, role: str) -> list[Claim]:
        """The figures that count rows, give values, parts, multiples or ranks."""
        return [figure for figure in self.all_figures if self.role(figure) == role]

    def role(self, figure: Claim) -> str:
        """rows, value, part, multiple, ordinal or other."""
        quantity = figure.quantity
        if quantity is None or quantity.value is None:
            return "other"
        if quantity.kind in {"multiple", "ordinal"}:
            return quantity.kind
        if self._counts_rows(figure):
            return "rows"
        if self.measure is not None and self.fits(figure, self.measure):
            return "value"
        return "part" if quantity.kind in PARTS else "other"

    def fits(self, figure: Claim, measure: Measure) -> bool:
        """Is a figure in the unit of a column, or one of what it counts, or without either?"""
        quantity = figure.quantity
        if quantity is None or quantity.kind in {"fraction", "percentage_point"}:
            return False
        if self._counts(figure, measure):
            return True
        if quantity.unit is not None:
            return quantity.unit == measure.unit
        return quantity.noun is None and not measure.unit

    def whole(self, periods: tuple[str, ...] | None) -> Slice | None:
        """Everybody, or those of the groups named, at some periods."""
        return (
            None
            if self.measure is None
            else Slice(self.table, self.measure, None, periods, self.groups)
        )

    def of(self, entity: str, periods: tuple[str, ...] | None) -> Slice | None:
        """One entity at some periods."""
        return None if self.measure is None else Slice(self.table, self.measure, (entity,), periods)

    @cached_property
    def known_periods(self) -> tuple[str, ...]:
        """The periods that the column has values of."""
        return periods_of(self.table, self.measure) if self.measure is not None else ()

    @cached_property
    def spanned(self) -> bool:
        """Do the two times bound a stretch: "from 2015 to 2020", not "in 2015 and 2016"?"""
        if len(self.times) != 2:
            return True
        ranges, tokens = self.article.lexicon.data["ranges"], self.scene.passage.tokens
        one, two = self.times
        before = tokens.lower(one.first - 1) in {*ranges["between"], *ranges["from"]}
        return before or tokens.lower(two.first - 1) in {*ranges["to"], *DASHES}

    @cached_property
    def every_row(self) -> bool:
        """Are as many rows counted as the table has, whoever they are of: "the six polls"?"""
        everything = self.whole(None)
        if self.times or self.over_time or everything is None or len(self.known_periods) < 2:
            return False
        told = {f.quantity.value for f in self.with_role("rows") if f.quantity is not None}
        return len(everything.cells) in told

    @cached_property
    def row_periods(self) -> tuple[str, ...] | None:
        """The periods of the rows that are counted, added up or averaged."""
        if self.every_row:
            return None
        return self.stretch if self.over_time else self.one_time

    @cached_property
    def one_time(self) -> tuple[str, ...] | None:
        """The period that is spoken of, else the newest; None where the table has none."""
        if self.times:
            return self.times[0].periods
        return self.known_periods[-1:] or None

    @cached_property
    def stretch(self) -> tuple[str, ...] | None:
        """The periods from the first that is named to the last; all of them if none is."""
        named = [period for mark in self.times for period in mark.periods]
        if not named:
            return self.known_periods or None
        if not self.spanned:
            return tuple(named)
        known = all_periods(self.table)
        places = [known.index(period) for period in named]
        last = len(known) - 1 if len(places) == 1 and "since" in self.cues else max(places)
        return tuple(p for p in known[min(places) : last + 1] if p in self.known_periods)

    def index(self, figure: Claim) -> int:
        """Which mark a figure is."""
        return next(n for n, mark in enumerate(self.marks) if mark.claim is figure)

    def before(self, figure: Claim) -> str:
        """The word before a figure, articles and hedges left out."""
        lexicon, tokens = self.article.lexicon, self.scene.passage.tokens
        at = self.scene.first_token(figure) - 1
        while at >= 0 and tokens.lowers[at] in lexicon.data["grammar"]["determiners"]:
            at -= 1
        hit = lexicon.hedges.before(tokens, at + 1)
        at -= hit[0] if hit else 0
        return tokens.lowers[at] if at >= 0 else ""

    def _counts(self, figure: Claim, measure: Measure) -> bool:
        """Does a figure count what a column is of: "46 gold medals", "745 days in office"?"""
        quantity = figure.quantity
        if quantity is None:
            return False
        noun = quantity.noun or (figure.span.text if quantity.kind == "duration" else "")
        said, lexicon = noun.lower().split(), self.article.lexicon
        ends = [" ".join(said[-size:]) for size in range(1, len(said) + 1)]
        words = (*measure.nouns, *measure.words)
        return any(end in forms(word, lexicon) for word in words for end in ends)

    def _counts_rows(self, figure: Claim) -> bool:
        """Does a figure count rows: "7 of the 12 states", "in two of the eleven years"?"""
        quantity = figure.quantity
        if quantity is None or quantity.kind not in {*COUNTS, "fraction"}:
            return False
        names = self._row_words
        noun = (quantity.noun or "").lower()
        if noun in names or (noun and noun.split()[-1] in names):
            return True
        if self.over_time and quantity.kind == "duration" and quantity.unit == "year":
            return True
        if self.over_time and quantity.kind == "fraction":
            tokens, after = self.scene.passage.tokens, self.scene.last_token(figure) + 1
            return tokens.lower(after) in self.article.lexicon.data["statements"]["years"]
        number = self.index(figure) + 1
        following = self.marks[number] if number < len(self.marks) else None
        if following is None or quantity.noun:
            return False
        if any(kind == "rows" for kind, _ in following.pairs):
            return True
        return (
            following.claim is not None
            and quantity.kind != "duration"
            and self._counts_rows(following.claim)
        )

    @cached_property
    def _row_words(self) -> frozenset[str]:
        """The words that name rows, in small letters."""
        about = self.table.description
        words = [about.entity, *about.rows] if about.entity else []
        lexicon = self.article.lexicon
        return frozenset(form for word in words for form in forms(word, lexicon))
