"""The only three figures of a window of which two may make the third: an amount for each, those it
is for, and the total.

"The 16 councillors each claimed £450, a total of £7,200", "Each of the 52 houses will cost £200,000
to build, £10.4m for the whole estate", "Bei 180 Zuschauern und einem Eintritt von 15 Euro nahm der
Verein 2.700 Euro ein", "£9m for 300 jobs, £30,000 for every job".

A word tells that one of them is for each, and the last of the three is drawn from the others. They
are held `alone` against each other: as nothing but the window binds them, only a slip is found.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.each.drawn import Closing, drawn, own_clause, rate_of, rates_of, usable
from factcheck.relations.each.lone_each import behind_each, counts, elsewhere
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Sentence, alike, cues
from factcheck.relations.windows import counted, end_of, windows

THREE = 3
NEAR = 4
KEYS = ("any_each", "each_before", "each_prior", "given", "upon_each", "each", "dealt", "prices")
ENDS = frozenset(".!?;")
Found = tuple[Figure, Figure, Figure]
Members = list[tuple[str, Claim | Span]]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The products of a passage; `bound` are the ids of the claims that are bound already."""
    lexicon = scene.passage.lexicon
    known = cues(lexicon, "per_unit", *KEYS) | cues(lexicon, "means", "mean")
    known |= lexicon.rates.first_words
    if len(scene.claims) < THREE or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in windows(scene):
        figures: Sequence[Figure] = counted(window)
        if not figures or not all(usable(figure) for figure in figures):
            continue
        last = figures[-1]
        figures = _of_its_unit(window, figures)
        if len(figures) != THREE:
            continue
        if id(last.claim) in bound or id(last.claim) in done:
            continue
        found = _found(Closing(window, split, last, figures[:-1]))
        if found is not None:
            done.add(id(last.claim))
            roles = zip(("each", "base", "total"), found, strict=True)
            members: Members = [*((role, figure.claim) for role, figure in roles)]
            members += [("per", span) for span in _per(window, found)]
            yield window.relation("product", [*members, ("alone", last.claim.span)], sure=False)


def _per(window: Sentence, found: Found) -> Iterator[Span]:
    """The unit that the amount is for, of a measure or a length of time: "a metre", "an hour"."""
    each, base, _ = found
    if base.kind == "duration":
        unit, end = rate_of(window, each)
        if unit:
            yield window.scene.passage.span(end - 1, end - 1)
    elif base.kind == "measure":
        yield from (span for _, span in _unit(window, each))


def _of_its_unit(window: Sentence, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Of "24 kilometres, three metres wide, cost £19.8m, or £825,000 a kilometre" those of it."""
    last, unit = figures[-1], _unit(window, figures[-1])
    if len(figures) <= THREE or not unit:
        return figures
    names = {name for name, _ in unit}
    return [f for f in figures if f is last or alike(f, last) or f.quantity.unit in names]


def _plain(figures: Sequence[Figure]) -> bool:
    """Have all of them one digit that counts? Those agree by chance: 100 of £5,000, and £5m."""
    digits = [str(figure.quantity.value).replace(".", "").strip("0") for figure in figures]
    return max(map(len, digits)) == 1


def _found(window: Closing) -> Found | None:
    """The amount for each, those it is for, and the total."""
    sentence, last, others = window.sentence, window.last, window.before
    pairs = [(one, other) for one in others for other in others if one is not other]
    fitting: list[Found] = _timed(window)
    if fitting:
        pass
    elif (_marked(sentence, last) or _unit(sentence, last)) and (
        _dealt(window) or _follows(window)
    ):
        fitting = [(last, base, total) for base, total in pairs if _fits(sentence, last, base)]
    elif not fitting and (_follows(window) or _results(window)) and not _plain((*others, last)):
        fitting = [
            (each, base, last)
            for each, base in pairs
            if (_marked(sentence, each) and base.kind in NUMBERS) or _led(sentence, base)
        ]
    fitting = [each for each in fitting if _of_one_kind(*each)]
    fitting = [each for each in fitting if not elsewhere(sentence, each[1], last)]
    return fitting[0] if len(fitting) == 1 else None


def _timed(window: Closing) -> list[Found]:
    """As in "£3.50 an hour, so a nurse on a 12-hour shift pays £42"."""
    rated = rates_of(window, window.before)
    lengths = [f for f in window.before if f.kind == "duration" and f.claim.period is None]
    if len(rated) != 1 or len(lengths) != 1 or window.last.kind == "duration":
        return []
    (each, unit, _), base = rated[0], lengths[0]
    own = rates_of(window, [window.last])
    fits = base.quantity.unit == unit and not own and alike(each, window.last)
    gap = range(each.last, window.last.first)
    fits = fits and all(window.sentence.word(at) != ";" for at in gap)
    return [(each, base, window.last)] if fits and each is not base else []


def _fits(sentence: Sentence, each: Figure, base: Figure) -> bool:
    """A number of those it is for, or a measure in the unit of "a metre"."""
    unit = _unit(sentence, each)
    measured = base.kind == "measure" and any(name == base.quantity.unit for name, _ in unit)
    length = sentence.at(sentence.phrases("per_unit", "upon_each"), each.last + 1)
    noun = sentence.word(each.last + 1 + length) if length else ""
    named = not noun or noun in BREAKS or base.kind != "count" or counts(base, noun)
    return measured if unit else base.kind in NUMBERS and named


def _of_one_kind(each: Figure, base: Figure, total: Figure) -> bool:
    """Two amounts of one unit, and a number; or three numbers, of which the base is no other."""
    return alike(each, total) and not (each.kind in NUMBERS and alike(base, total))


def _unit(sentence: Sentence, figure: Figure) -> list[tuple[str, Span]]:
    """The unit that an amount is for: "a metre", "je Meter"."""
    length = sentence.at(sentence.phrases("per_unit", "per"), figure.last + 1)
    at = figure.last + 1 + length
    hit = sentence.lexicon.units.at(sentence.tokens, at) if length else None
    if hit is None or not sentence.breaks(at + hit[0]):
        return []
    return [(hit[1].unit, sentence.scene.passage.span(at, at + hit[0] - 1))]


def _dealt(window: Closing) -> bool:
    """As in ", each of which gets £30,000", ", jeder 3.000 Euro"."""
    sentence, at = window.sentence, window.last.first - 1
    tables = [sentence.phrases("per_unit", key) for key in ("any_each", "dealt", "given")]
    while at >= window.last.first - NEAR and sentence.word(at) not in BREAKS:
        if any(sentence.at(table, at) for table in tables):
            return sentence.word(at - 1) in BREAKS
        at -= 1
    return False


def _marked(sentence: Sentence, figure: Figure) -> bool:
    """Does a word in the clause of an amount tell that it is for each?"""
    if sentence.before(sentence.phrases("per_unit", "each_prior"), figure.first):
        return True
    tables = [sentence.phrases("per_unit", key) for key in KEYS if key != "each_prior"]
    tables.append(sentence.phrases("means", "mean"))
    begin, end = figure.first, figure.last + 1
    while begin > sentence.first and not _stops(sentence, begin - 1):
        begin -= 1
    while end < sentence.end and end <= figure.last + NEAR and not _stops(sentence, end):
        end += 1
    return any(sentence.at(table, at) for table in tables for at in range(begin, end))


def _stops(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) in BREAKS or any(f.first <= at <= f.last for f in sentence.figures)


def _led(sentence: Sentence, base: Figure) -> bool:
    """As in "Each of the 52 houses", "With 16 councillors each claiming"."""
    behind = sentence.lexicon.data["per_unit"]["any_each"]
    near = {sentence.word(at) for at in range(base.last + 1, base.last + 3)}
    led = sentence.before(sentence.phrases("per_unit", "each_before"), base.first)
    return bool(led) or not near.isdisjoint(behind)


def _follows(window: Closing) -> bool:
    """Is the last figure drawn from the others, and not told in a clause of another thing?"""
    end = behind_each(window.sentence, window.last)
    return drawn(window) and not own_clause(window.sentence, window.last, end, window.before)


def _results(window: Closing) -> bool:
    """A word such as "bringing in", "nahm ein" between the others and the last."""
    sentence, data = window.sentence, window.sentence.lexicon.data["per_unit"]
    start = max(f.last for f in window.before) + 1
    between = range(start, window.last.first)
    if not {*data["result_stops"], *ENDS}.isdisjoint(sentence.word(at) for at in between):
        return False
    tables = [sentence.phrases("per_unit", key) for key in ("results", "takings")]
    end = end_of(sentence, window.last)  # not "cost £2.1m to stage"
    if window.split == sentence.first and any(sentence.breaks(at) for at in (end, end + 1)):
        tables.append(sentence.phrases("per_unit", "costs"))
    return any(sentence.at(table, at) for table in tables for at in between)
