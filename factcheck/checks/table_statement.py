"""What an article says of the one table it is written from: counts, sums, ranks, growth.

Worked example, with `--tables votes.csv`, 16 rows: "Four of the 16 states have six votes." The
column is named by "votes", the rows by "states", which are 16 as the table has them; in 4 of them
the cell equals 6. Count claimed: 4; it agrees. "Six of the 16 states have six votes" does not.
The evidence repeats the computation in pandas: `(df['votes'] == 6).sum()`.

A table is the article's own when it is the only one handed over by itself (a file, a DataFrame);
the tables of a folder are a house's reference tables, about which nobody writes. A sentence is
judged when the table, a figure, a time or the short lists of [statements] account for every one of
its words, the operation is the only possible one, and a figure that counts the rows is their
number: else others are meant. The mean of rates may be meant weighted, so that it is contradicted
only from outside their range. "The highest since 2019" is compared with the years after 2019.

It cannot see: a sentence of two statements; what stands in the sentence before; differences of
columns; rows that a word describes without being printed in a cell.
Source of the rule: measured on public statements about tables, where nothing but gates of this kind
brings a verdict on anybody's wording near newsroom precision.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working, compare, printed
from factcheck.comparison.slips import Slip, digit_slips, powers_of_ten
from factcheck.identity import digest
from factcheck.interval import Interval, exact, point
from factcheck.model import Claim, Evidence, Finding, Quantity
from factcheck.multiples import window_of
from factcheck.reference.described import DescribedTable
from factcheck.relations.scene import Scene
from factcheck.rounding import WIDENING, interval_of
from factcheck.statements.operations import Result
from factcheck.statements.reading import statement_in
from factcheck.statements.statement import SEVERAL, TIME, Statement
from factcheck.statements.working import column_of, computed, line, loading_text

CODE = "FC407"
NAME = "table-statement"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
SHARES = frozenset({"growth", "share", "count_share", "changed_share"})
MEANS = frozenset({"mean", "median"})
FALLING = frozenset({"growth", "difference"})
LOOSE = "gate_statement_loose"
# Without a slip a figure so far off is one of something else.
FAR = 20
HUNDRED = 100
# A fraction in words is often said of what is some points beside it.
NEAR = Fraction(4, 100)
DIGITS = 4


def check(article: Article) -> Iterator[Finding]:
    """Judge every statement about the table, if exactly one was handed over by itself."""
    if len(article.tables.named) != 1:
        return
    table = article.tables.named[0]
    for scene in article.scenes:
        for first, end in _sentences(scene):
            statement = statement_in(article, scene, table, first, end)
            if statement is not None:
                claim = statement.figure or _claim(scene, first, end)
                yield _judged(article, table, statement, claim)


def _sentences(scene: Scene) -> Iterator[tuple[int, int]]:
    """The tokens of each sentence, or of each side of a semicolon: first, one past last."""
    words = scene.passage.tokens.words
    cuts = {at + 1 for at, word in enumerate(words) if word == ";"}
    edges = sorted({*scene.passage.starts, *cuts, len(words)})
    yield from pairwise(edges)


def _claim(scene: Scene, first: int, end: int) -> Claim:
    """The claim of a statement that prints no figure to be judged."""
    span, sentence = scene.passage.span(first, end - 1), scene.passage.sentence(first)
    return Claim(f"statement-{digest(sentence.text, span.text)}", "statement", span, sentence)


def _judged(article: Article, table: DescribedTable, statement: Statement, claim: Claim) -> Finding:
    if statement.gate is not None:
        return _unclear(article, claim, statement.gate, Working(), statement)
    result = computed(statement)
    working = Working(line(article, statement, result), (_evidence(table, statement, result),))
    if statement.figure is None:
        return _said(article, statement, claim, result, working)
    return _compared(article, statement, claim, result, working)


def _said(
    article: Article, statement: Statement, claim: Claim, result: Result, working: Working
) -> Finding:
    """What words alone say: a rank, a more or a less."""
    verdict = _truth(statement, result)
    if statement.others and verdict != "tie":
        other = _truth(statement, computed(statement, statement.others))
        verdict = verdict if other == verdict else "either"
    if verdict == "supported":
        message = article.wording.say("statement_agrees", figure=claim.span.text)
        return JUDGE.finding("supported", (claim,), message, working)
    gate = {"tie": "gate_statement_tie", "either": SEVERAL}.get(verdict)
    if gate is None and not statement.dated:
        gate = TIME
    if gate is not None:
        return _unclear(article, claim, gate, working, statement)
    message = article.wording.say("statement_differs", figure=claim.span.text)
    return JUDGE.finding("mismatch", (claim,), message, working, quoted=article.quoted(claim))


def _truth(statement: Statement, result: Result) -> str:
    """supported, mismatch, or tie where equal cells leave it open."""
    if statement.operation != "rank":
        if result.interval.contains(Fraction(0)):
            return "tie"
        return "supported" if (result.value > 0) == (statement.sign == ">") else "mismatch"
    among, own = statement.slices
    equal = sum(cell.value == own.cells[0].value for cell in among.cells)
    if result.value <= statement.rank < result.value + equal:
        return "supported" if equal == 1 else "tie"
    return "mismatch"


def _compared(
    article: Article, statement: Statement, claim: Claim, result: Result, working: Working
) -> Finding:
    """Hold the computed value against the figure that is printed."""
    quantity, wording = claim.quantity, article.wording
    if quantity is not None and statement.operation in MEANS:
        quantity = _rounded(quantity)
    figure = printed(quantity) if quantity is not None else None
    if quantity is None or figure is None:
        return _unclear(article, claim, LOOSE, working, statement)
    value, interval = _as_printed(statement, quantity, result)
    outcome = compare(interval, point(value), figure)
    window = window_of(quantity) if quantity.kind == "multiple" else None
    if window is not None and outcome.agrees and not interval.overlaps(window):
        return _unclear(article, claim, LOOSE, working, statement)
    if outcome.agrees or (window is not None and interval.overlaps(window)):
        message = wording.say("statement_agrees", figure=claim.span.text)
        return JUDGE.finding("supported", (claim,), message, working)

    def fits(other: Printed) -> bool:
        return compare(interval, point(value), other).agrees

    turned = interval.high is not None and interval.high < 0
    digits = not turned and quantity.kind not in {"fraction", "multiple"}
    slip = powers_of_ten(figure, fits) or digit_slips(figure, fits) if digits else None
    gate = LOOSE if outcome.how else _gate(article, statement, quantity, interval)
    if gate is None and slip is None and not turned and _far(figure, value):
        gate = "gate_other_quantity"
    if gate is not None:
        return _unclear(article, claim, gate, working, statement)
    message = wording.say(
        "statement_direction" if turned else "statement_differs", figure=claim.span.text
    )
    return _mismatch(article, claim, abs(value), slip, message, working)


def _rounded(quantity: Quantity) -> Quantity:
    """A whole number as a mean is a rounded one, though it counts: 492 for 492.14 seats."""
    if quantity.step or quantity.value is None or quantity.hedge is not None:
        return quantity
    one = Decimal(1)
    interval = interval_of(quantity.value, one, None, signed=True)
    return replace(quantity, step=one, interval=interval)


def _mismatch(
    article: Article,
    claim: Claim,
    value: Fraction,
    slip: Slip | None,
    message: str,
    working: Working,
) -> Finding:
    wording, quantity = article.wording, claim.quantity
    hypothesis = wording.say(slip.key, factor=slip.factor or 0) if slip else None
    unit = quantity.unit if quantity is not None else None
    if quantity is not None and quantity.kind == "fraction":
        value, unit = value * HUNDRED, "percent"
    amount = article.own_wording.amount(value, unit, DIGITS)
    shown = Working(
        working.calculation,
        working.evidence,
        wording.say("suggest_figure", figure=amount),
        hypothesis,
    )
    full = f"{message} {hypothesis}" if hypothesis else message
    return JUDGE.finding("mismatch", (claim,), full, shown, quoted=article.quoted(claim))


def _as_printed(
    statement: Statement, quantity: Quantity, result: Result
) -> tuple[Fraction, Interval]:
    """The value in the figure's terms: a share in per cent, a fall that is told above zero."""
    factor = HUNDRED if statement.operation in SHARES and quantity.kind == "percentage" else 1
    if statement.sign == "<" and statement.operation in FALLING:
        factor = -factor
    ends = [
        exact(end) * factor
        for end in (result.interval.low, result.interval.high)
        if end is not None
    ]
    return result.value * factor, Interval(min(ends), max(ends))


def _gate(
    article: Article, statement: Statement, quantity: Quantity, interval: Interval
) -> str | None:
    """What forbids a contradiction: a time not told, a hedge alone, a mean that may be weighted."""
    if not statement.dated:
        return TIME
    if not statement.scoped:
        return "gate_statement_scope"
    if quantity.hedge in WIDENING and quantity.value is not None:
        half, value = exact(quantity.step) / 2, exact(quantity.value)
        if interval.overlaps(Interval(value - half, value + half)):
            return LOOSE
    if quantity.kind == "fraction" and quantity.value is not None:
        near = Interval(exact(quantity.value) - NEAR, exact(quantity.value) + NEAR)
        if interval.overlaps(near):
            return LOOSE
    if statement.operation in MEANS and quantity.value is not None:
        taken = statement.slices[0]
        values = [cell.value for cell in taken.cells]
        rates = article.lexicon.data["statements"]["rates"]
        named = {part for word in taken.measure.words for part in word.lower().split()}
        rate = taken.measure.unit == "percent" or not named.isdisjoint(rates)
        several = len({cell.entity for cell in taken.cells}) > 1
        if rate and several and min(values) <= exact(quantity.value) <= max(values):
            return "gate_statement_weighted"
    return None


def _far(figure: Printed, value: Fraction) -> bool:
    return not value or not Fraction(1, FAR) < figure.value / abs(value) < FAR


def _unclear(
    article: Article, claim: Claim, gate: str, working: Working, statement: Statement
) -> Finding:
    fields = {"figure": claim.span.text, "word": statement.word, "count": statement.count}
    return JUDGE.finding("unclear", (claim,), article.wording.say(gate, **fields), working)


def _evidence(table: DescribedTable, statement: Statement, result: Result) -> Evidence:
    """The pandas text, with the source of the table, its file and the column."""
    about, column = table.description, column_of(statement.slices[0])
    text = f"{loading_text(table, statement.slices[0].measure)}; {result.code}"
    place = f"{about.file or about.label}:{column}"
    return Evidence("table", text, about.source, about.url, about.as_of.text, place)
