"""A year, a number of years, and the words around them: what a year is said to be of."""

from factcheck.relations.sentence import BREAKS, Figure, Sentence, compounded
from factcheck.relations.times.ages import beside_word

CLAUSE = 6


def printed_year(date: Figure) -> int | None:
    """The year of a date, if it is printed."""
    period = date.claim.period
    return period.start.year if period is not None and period.anchor is None else None


def years_ago(figure: Figure) -> bool:
    """A number of years that ends at the article's day: "vor drei Jahren", "seit zehn Jahren"."""
    period = figure.claim.period
    if figure.kind != "duration" or figure.quantity.unit != "year" or period is None:
        return False
    span = figure.claim.span
    own = period.span.start <= span.start and span.end <= period.span.end
    return own and period.anchor is not None and period.start < period.anchor


def counts_years(window: Sentence, figure: Figure) -> bool:
    """A number of years, or the number of an anniversary: "270. Todestag", "zum 50. Mal"."""
    if figure.quantity.value is None or figure.quantity.hedge == "range":
        return False
    if figure.kind == "ordinal":
        data = window.lexicon.data["elapsed"]
        word = window.word(figure.last + 1)
        recurs = word in data["times"] and not window.words.isdisjoint(data["recurs"])
        return word in data["anniversaries"] or recurs
    noun = (figure.quantity.noun or "").lower()
    counted = figure.kind == "count" and compounded(window.lexicon, noun, "elapsed", "years")
    return bool(counted) or (figure.kind == "duration" and figure.quantity.unit == "year")


def aged(window: Sentence, figure: Figure) -> bool:
    """An age, or a number alone that something reaches: "turns 130 this year"."""
    if figure.quantity.value is None:
        return False
    end = figure.last + 1
    dated = relative(window, range(end, window.end))  # "this year"
    while end in dated:
        end += 1
    turns = window.word(figure.first - 1) in window.lexicon.data["lives"]["turns"]
    return figure.kind == "age" or (figure.kind == "number" and turns and window.breaks(end))


def since_word(window: Sentence, since: Figure) -> int | None:
    """The token of "since" that leads the year, or the clause of it: "since it closed in 1984"."""
    words = window.lexicon.data["elapsed"]["since"]
    for at in range(since.first - 1, max(window.first, since.first - CLAUSE) - 1, -1):
        if window.word(at) in words:
            return at
        if not window.word(at).isalpha():
            break
    return None


def of_the_whole(window: Sentence, length: Figure) -> bool:
    """Nothing behind the years makes them those of something else: "30 years in the army"."""
    data, at = window.lexicon.data["elapsed"], length.last + 1
    than = window.lexicon.data["changes"]
    others = {
        *data["of_another"],
        *data["roles"],
        *data["not_since"],
        *than["than"],
        *than["behind"],
    }
    return window.word(at) not in others


def close_to(window: Sentence, date: Figure, section: str, key: str, reach: int = CLAUSE) -> bool:
    """A phrase of a list in the clause of a date, close to it."""
    if section == "lives" and key == "born":
        return beside_word(window, date, key)
    table = window.phrases(section, key)
    before = range(date.first - 1, max(window.first, date.first - reach) - 1, -1)
    after = range(date.last + 1, min(window.end, date.last + 1 + reach))
    for side in (before, after):
        for at in side:
            if window.word(at) in BREAKS - {"."}:
                break
            if window.at(table, at):
                return True
    return False


def made(window: Sentence, since: Figure) -> bool:
    """As in "the law of 1984", "stammt aus dem Jahr 1999"."""
    led = window.before(window.phrases("elapsed", "from_year"), since.first)
    noun = window.word(since.first - led - 1)
    return bool(led and compounded(window.lexicon, noun, "elapsed", "made"))


def relative(window: Sentence, gap: range) -> set[int]:
    """The tokens of times that are told from the article's day: "in diesem Jahr"."""
    scene = window.scene
    times = [c for c in scene.claims_in(gap.start, gap.stop) if c.kind == "date" and not c.quantity]
    return {at for c in times for at in range(scene.first_token(c), scene.last_token(c) + 1)}
