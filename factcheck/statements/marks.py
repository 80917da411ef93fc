"""What each word of a sentence is to a table: figure, time, name, column, cue - or not explained.

"In 7 of the 12 states the rate was above 5 per cent": three figures, the word for rows, a column,
and nothing that is left over.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from factcheck.claims import Article
from factcheck.languages.inflection import forms
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable, table_of
from factcheck.matching.mentions import entities
from factcheck.model import Claim
from factcheck.reference.cells import period_text
from factcheck.reference.dates import parse_days
from factcheck.reference.described import DescribedTable
from factcheck.reference.guess import KEPT
from factcheck.relations.scene import Scene
from factcheck.rounding import interval_of

MOST_CELLS = 400
SIGNS = frozenset(",.;():-–'’!")
NO_FIGURES = frozenset({"office", "statement"})
Pair = tuple[str, str]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens `first` to `last` are a figure, period, entity, group, measure, rows, cue or word.

    `value` is the entity, the word, the cue's key, or that of the cue in which a figure ends
    ("zweithöchste"); `pairs` are the (kind, name) for which the table has this word.
    """

    kind: str
    first: int
    last: int
    value: str = ""
    pairs: tuple[Pair, ...] = ()
    claim: Claim | None = None
    periods: tuple[str, ...] = ()


def marks_of(
    article: Article, scene: Scene, table: DescribedTable, first: int, end: int
) -> list[Mark]:
    """The marks of the tokens from `first` up to `end`, in the order of the text."""
    fixed = {mark.first: mark for mark in _names(article, scene, table, first, end)}
    fixed |= {mark.first: mark for mark in _figures(scene, table, first, end)}
    found: list[Mark] = []
    at = first
    while at < end:
        mark = fixed.get(at) or _word(article, scene, table, at, fixed)
        if mark is not None:
            found.append(mark)
        at = mark.last + 1 if mark is not None else at + 1
    found = [_particle(article, scene, found, mark, end) for mark in found]
    return [mark for number, mark in enumerate(found) if not _links(article, found, number)]


def _particle(article: Article, scene: Scene, found: Sequence[Mark], mark: Mark, end: int) -> Mark:
    """As in "ging ... zurück": the word that ends the sentence tells where it goes."""
    if mark.kind != "word" or all(other.value != "change" for other in found):
        return mark
    if any(word not in SIGNS for word in scene.passage.tokens.words[mark.last + 1 : end]):
        return mark
    for way in ("up", "down"):
        if mark.value in article.lexicon.data["changes"][f"particles_{way}"]:
            return replace(mark, kind="particle", value=way)
    return mark


def _links(article: Article, found: Sequence[Mark], number: int) -> bool:
    """As in "from 2015": such a word says nothing of its own right before what the table knows."""
    mark = found[number]
    if mark.kind != "word" or mark.value not in article.lexicon.data["statements"]["linking"]:
        return False
    return number + 1 < len(found) and found[number + 1].kind in {
        "figure",
        "period",
        "entity",
        "group",
    }


def _word(
    article: Article, scene: Scene, table: DescribedTable, at: int, fixed: Collection[int]
) -> Mark | None:
    """What a token is that is neither figure nor name; None if it changes nothing."""
    tokens = scene.passage.tokens
    named = _free(_table_words(table, article.lexicon).at(tokens, at), at, fixed)
    cued = _free(_cues(article.lexicon).at(tokens, at), at, fixed)
    if named and (cued is None or named[0] >= cued[0]):
        return Mark(named[1][0][0], at, at + named[0] - 1, pairs=named[1])
    if cued:
        return Mark("cue", at, at + cued[0] - 1, cued[1])
    lower = tokens.lowers[at]
    if lower in SIGNS or lower in _harmless(article.lexicon):
        return None
    return Mark("word", at, at, lower)


def _free(
    hit: tuple[int, Found] | None, at: int, fixed: Collection[int]
) -> tuple[int, Found] | None:
    """A phrase that does not reach into a figure or name: not "im Jahr" of "im Jahr 2022"."""
    return hit if hit and not any(at + n in fixed for n in range(1, hit[0])) else None


def _names(
    article: Article, scene: Scene, table: DescribedTable, first: int, end: int
) -> Iterator[Mark]:
    for found in entities(article, scene, table, first, end):
        yield Mark("entity", found.first, found.last, found.entity)


def _figures(scene: Scene, table: DescribedTable, first: int, end: int) -> Iterator[Mark]:
    for claim in scene.claims:
        begin = scene.first_token(claim)
        if not first <= begin < end or claim.kind in NO_FIGURES:
            continue
        last = scene.last_token(claim)
        if claim.kind == "date":
            yield Mark("period", begin, last, claim.span.text, periods=_cells_in(table, claim))
        elif claim.quantity is not None and claim.quantity.value is not None:
            begin, hedged = _hedged(scene, claim, begin)
            cue = _inner_cue(scene, last) if claim.kind == "ordinal" else ""
            pairs = _groups(scene, table, begin, last)
            yield Mark("figure", begin, last, cue, pairs, hedged)


def _hedged(scene: Scene, claim: Claim, begin: int) -> tuple[int, Claim]:
    """As in "mehr als die Hälfte", where an article parts hedge and figure."""
    quantity, lexicon, tokens = claim.quantity, scene.passage.lexicon, scene.passage.tokens
    at = begin - 1
    if quantity is None or quantity.value is None or quantity.hedge or at < 0:
        return begin, claim
    if tokens.lowers[at] not in lexicon.data["grammar"]["determiners"]:
        return begin, claim
    hit = lexicon.hedges.before(tokens, at)
    if hit is None:
        return begin, claim
    interval = interval_of(quantity.value, quantity.step, hit[1], signed=False)
    hedged = replace(quantity, hedge=hit[1], interval=interval)
    return at - hit[0], replace(claim, quantity=hedged)


def _inner_cue(scene: Scene, at: int) -> str:
    """The cue in which an ordinal of one word ends: highest of "zweithöchste"."""
    word = scene.passage.tokens.lowers[at]
    cues = scene.passage.lexicon.data["statements"]["cues"]
    found = (key for key in ("highest", "lowest") if word.endswith(tuple(cues[key])))
    return next(found, "")


def _groups(scene: Scene, table: DescribedTable, first: int, last: int) -> tuple[Pair, ...]:
    """The groups that are named within a figure: "three Baltic countries"."""
    words, tokens = _table_words(table, scene.passage.lexicon), scene.passage.tokens
    hits = (words.at(tokens, at) for at in range(first, last + 1))
    return tuple(pair for hit in hits if hit for pair in hit[1] if pair[0] == "group")


def _cells_in(table: DescribedTable, claim: Claim) -> tuple[str, ...]:
    """The periods of the table that lie in a time expression."""
    period = claim.period
    if period is None:
        return ()
    told = {text: parse_days(text) for text in all_periods(table)}
    found = [t for t, d in told.items() if period.start <= d.first and d.last <= period.end]
    covered = sum((told[text].last - told[text].first).days + 1 for text in found)
    # Of "the 2010s" the table may have one year only.
    return tuple(found) if covered * 10 >= ((period.end - period.start).days + 1) * 9 else ()


@lru_cache(maxsize=16)
def all_periods(table: DescribedTable) -> tuple[str, ...]:
    """The periods of a table, oldest first, from its column or its columns; () if it has none."""
    about = table.description
    cells = table.columns[about.period] if about.period else ()
    fixed = (name for measure in about.measures for _, name in measure.columns)
    told = dict.fromkeys(_readable(cell) for cell in (*cells, *fixed))
    return tuple(sorted(filter(None, told), key=lambda text: parse_days(text).first))


def _readable(cell: str) -> str:
    try:
        return period_text(cell)
    except ValueError:
        return ""


@lru_cache(maxsize=16)
def _table_words(table: DescribedTable, lexicon: Lexicon) -> PhraseTable[tuple[Pair, ...]]:
    """The words of a table: what its columns and rows are called, and cells of other columns."""
    found: dict[str, dict[Pair, None]] = {}

    def add(word: str, pair: Pair) -> None:
        for form in forms(word, lexicon):
            found.setdefault(form, {})[pair] = None

    about = table.description
    for measure in about.measures:
        for word in (*measure.words, *measure.nouns):
            add(word, ("measure", measure.concept))
    for word in (about.entity, *about.rows):
        add(word, ("rows", ""))
    known = {
        about.entity,
        about.period,
        *KEPT,
        *(name for m in about.measures for name, _ in m.columns),
    }
    for name, cells in table.columns.items():
        distinct = dict.fromkeys(cells) if name not in known else {}
        for cell in distinct if len(distinct) <= min(MOST_CELLS, len(table) // 2) else ():
            if cell.strip() and any(letter.isalpha() for letter in cell):
                add(cell.strip(), ("group", f"{name}={cell}"))
    return PhraseTable((word, tuple(pairs)) for word, pairs in found.items() if word)


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> PhraseTable[str]:
    changes = lexicon.data["changes"]
    return table_of(
        {
            **lexicon.data["statements"]["cues"],
            "up": changes["up"],
            "down": changes["down"],
            "change": changes["either"],
            "yearly": changes["rates"],
        }
    )


@lru_cache(maxsize=4)
def _harmless(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.data["statements"]["harmless"])
