"""How a computation is shown: as a line to read, and as the pandas text that repeats it."""

from pathlib import PurePath
from typing import Final

from factcheck.claims import Article
from factcheck.reference.cells import GROUPS, MISSING
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure
from factcheck.statements.operations import OPERATIONS, Result
from factcheck.statements.slices import Slice
from factcheck.statements.statement import Statement

DIGITS: Final = 6
# What pandas takes for missing of itself.
PANDAS_MISSING: Final = frozenset({"n/a", "na", "nan"})
SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm"})
SIGNED: Final = frozenset({"rank", "changed", "changed_share"})
COUNTED: Final = frozenset({"count", "count_share"})
CHANGED: Final = frozenset({"changed", "changed_share"})
PAIRS: Final = frozenset({"growth", "share", "ratio", "difference"})


def computed(statement: Statement, slices: tuple[Slice, ...] = ()) -> Result:
    """The operation of a statement done, on its own slices or on others."""
    extra: list[object] = [statement.condition] if statement.condition else []
    if statement.operation in SIGNED:
        extra.append(statement.sign)
    return OPERATIONS[statement.operation](*(slices or statement.slices), *extra)


def line(article: Article, statement: Statement, result: Result) -> str:
    """The computation in one line of the report's language."""
    wording, first, last = article.wording, statement.slices[0], statement.slices[-1]
    unit = first.measure.unit

    def amount(taken: Slice) -> str:
        return wording.amount(sum(cell.value for cell in taken.cells), unit, DIGITS)

    fields: dict[str, object] = {
        "column": column_of(first),
        "all": len(first.cells),
        "sign": statement.sign or (statement.condition.sign if statement.condition else ""),
        "operation": "",
    }
    if statement.operation in COUNTED and statement.condition is not None:
        limit = wording.amount(statement.condition.limit, unit, DIGITS)
        count = computed_count(first, statement)
        return wording.say("statement_count", count=count, limit=limit, **fields)
    if statement.operation in CHANGED:
        part = result.value if statement.operation == "changed" else result.value * len(last.cells)
        times = {"old": "".join(first.periods or ()), "new": "".join(last.periods or ())}
        return wording.say("statement_changed", count=int(part), **times, **fields)
    if statement.operation == "rank":
        return wording.say("statement_rank", rank=result.value, value=amount(last), **fields)
    if statement.operation in PAIRS:
        what = wording.say("statement_pair", old=amount(first), new=amount(last), **fields)
        return wording.say(
            "statement_working", what=what, result=wording.number(result.value, DIGITS)
        )
    fields["operation"] = wording.say(f"operation_{statement.operation}")
    what = wording.say("statement_of", **fields)
    return wording.say(
        "statement_working", what=what, result=wording.amount(result.value, unit, DIGITS)
    )


def computed_count(taken: Slice, statement: Statement) -> int:
    """How many cells meet the condition of a statement."""
    return int(OPERATIONS["count"](taken, statement.condition).value)


def loading_text(table: DescribedTable, measure: Measure) -> str:
    """The pandas text that reads a table into df; that it is one, for a DataFrame."""
    about = table.description
    groups, missing = _signs(table, measure)
    if not about.file:
        return f"df = {about.label}"
    if PurePath(about.file).suffix.lower() in SPREADSHEETS:
        return f"df = pd.read_excel({about.file!r})"
    options = "".join(
        f", {name}={value!r}"
        for name, value, usual in (
            ("sep", about.delimiter, ","),
            ("decimal", about.decimal, "."),
            ("thousands", groups, ""),
            ("na_values", missing, []),
            ("encoding", about.encoding, "utf-8-sig"),
        )
        if value != usual
    )
    return f"df = pd.read_csv({about.file!r}{options})"


def _signs(table: DescribedTable, measure: Measure) -> tuple[str, list[str]]:
    """What divides the groups of digits in a column, and what stands for a missing number."""
    cells = [cell.strip() for column, _ in measure.columns for cell in table.columns[column]]
    known = dict.fromkeys(cell for cell in cells if cell.lower() in MISSING and cell)
    other = "." if table.description.decimal == "," else ","
    signs = (sign for sign in (other, *GROUPS) if any(sign in cell for cell in cells))
    return next(signs, ""), [cell for cell in known if cell.lower() not in PANDAS_MISSING]


def column_of(taken: Slice) -> str:
    """The heading of a slice's column, or what several columns of periods are called."""
    columns = taken.measure.columns
    return columns[0][0] if len(columns) == 1 else taken.measure.words[0]
