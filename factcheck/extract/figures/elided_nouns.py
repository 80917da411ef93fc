"""What a bare number counts when its noun is printed elsewhere, in its sentence or the one before.

"Die Zahl der Unfälle stieg auf 1.204", "2019 waren es 980", "98 mehr als 2020", "zwei von ihnen",
"vor Magdeburg (1.124)", "393.029 Personen (minus 18.922)".
"""

from collections.abc import Iterator, Sequence

from factcheck.extract.figures.bracketed import alone_in_brackets, is_signed
from factcheck.extract.figures.completing import completed, counting
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

TOLD = frozenset({"count", "money", "measure", "percentage"})
WHOLES = frozenset({"count", "measure", "duration"})
PART_REACH = 3  # "davon sind rund 300"
PRONOUN_REACH = 6  # "waren es im Vorjahr noch 980"
HEAD_REACH = 30
BRACKET_REACH = 6  # "(+4,0 Prozent; +55 000)"


def told_elsewhere(passage: Passage, figures: Sequence[Figure], index: int) -> Figure:
    """The bare number at an index, completed where a noun or figure told elsewhere is meant."""
    figure = figures[index]
    value = figure.quantity.value
    source = None
    for rule in (_again, _more, _gained, _in_list):
        source = source or rule(passage, figures, index)
    whole = value is None or value == int(value)
    if source is not None:
        return completed(figure, source) if whole or source.quantity.kind != "count" else figure
    if not whole:
        return figure
    if _part_before(passage, figure) or _part_behind(passage, figure):
        return _of_them(passage, figures, index)
    noun = _headed(passage, figure)
    return figure if noun is None else counting(figure, noun)


def _again(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "2015 waren es 103": a pronoun for what was told last."""
    figure, words = figures[index], passage.lexicon.data["elided"]
    tokens, begin = passage.tokens, passage.bounds(figures[index].first)[0]
    light = {*words["light"], *passage.lexicon.stop_words}
    for at in range(figure.first, max(begin, figure.first - PRONOUN_REACH), -1):
        if passage.lexicon.phrases("elided", "pronouns").before(tokens, at):
            return _told_last(passage, figures, index) or _head_before(passage, figure)
        word = tokens.words[at - 1]
        if not (word[0].isupper() or word in light or is_year(word)):
            return None
    return None


def _more(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "1.204 Besucher, 98 mehr als im Vorjahr", "Das sind 2,7 Millionen mehr"."""
    tokens, figure = passage.tokens, figures[index]
    words = passage.lexicon.data["elided"]
    if tokens.lower(figure.last + 1) not in words["more"]:
        return None
    opened = tokens.lower(figure.first - 1) in words["before_more"]
    return _told_last(passage, figures, index, shares=False) if opened else None


def _gained(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "393.029 Personen (minus 18.922)", "1,4 Mio. Gäste (+4,0 Prozent; +55 000)"."""
    tokens, figure = passage.tokens, figures[index]
    if not is_signed(passage, figure):
        return None
    words = tokens.words[max(0, figure.first - BRACKET_REACH) : figure.first]
    if "(" not in words or ")" in words[len(words) - words[::-1].index("(") :]:
        return None
    bracket = figure.first - words[::-1].index("(") - 1
    before = [each for each in _sentence_of(passage, figures, index) if each.last < bracket]
    source = before[-1] if before else None
    kind = source.quantity.kind if source is not None else ""
    return source if kind in TOLD and kind != "percentage" else None


def _in_list(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "mit 1.133 Treffern vor Magdeburg (1.124) und Berlin (1.103)": names alone between."""
    figure, tokens = figures[index], passage.tokens
    before = list(_sentence_of(passage, figures, index))
    if not alone_in_brackets(passage, figure) or not before or is_signed(passage, figure):
        return None
    source = before[-1]
    between = range(source.last + 1, figure.first)
    light = {"(", ")", ",", *passage.lexicon.stop_words, *passage.lexicon.hedges.first_words}
    named = all(tokens.words[at][0].isupper() or tokens.lowers[at] in light for at in between)
    return source if named and source.quantity.kind == "count" else None


def _part_before(passage: Passage, figure: Figure) -> bool:
    """As in "davon sind rund 300", "von denen fünf": small words between."""
    tokens, opening = passage.tokens, passage.lexicon.phrases("elided", "part")
    for at in range(figure.first, max(0, figure.first - PART_REACH), -1):
        if opening.before(tokens, at):
            return True
        if not tokens.words[at - 1].islower():
            return False
    return False


def _part_behind(passage: Passage, figure: Figure) -> bool:
    """As in "zwei von ihnen", "zwölf davon"."""
    behind = figure.last + 1
    grammar = passage.lexicon.phrases("grammar", "of_them")
    return bool(grammar.at(passage.tokens, behind) or _part_at(passage, behind))


def _part_at(passage: Passage, index: int) -> bool:
    return passage.lexicon.phrases("elided", "part").at(passage.tokens, index) is not None


def _of_them(passage: Passage, figures: Sequence[Figure], index: int) -> Figure:
    """Of what the last figure before counts or measures, else of the noun before the comma."""
    figure, words = figures[index], passage.tokens.words
    comma = next((at for at in (figure.first - 1, figure.first - 2) if words[at] == ","), 0)
    named = words[comma - 1] if comma else "."
    own, previous = (
        [each for each in told if each.quantity.kind in WHOLES]
        for told in (_sentence_of(passage, figures, index), _previous(passage, figures, index))
    )
    if not own and named.isalpha() and named[0].isupper():
        return counting(figure, named)  # "Es gab Verletzte, wobei sechs von ihnen"
    whole = (own or previous)[-1:]
    if not whole:
        return figure
    value, part = whole[0].quantity.value, figure.quantity.value
    fits = value is None or part is None or part <= value
    return completed(figure, whole[0]) if fits else figure


def _told_last(
    passage: Passage, figures: Sequence[Figure], index: int, *, shares: bool = True
) -> Figure | None:
    """The last figure told before in its sentence, else in the one before: all tell the same."""
    for told in (_sentence_of(passage, figures, index), _previous(passage, figures, index)):
        found = [each for each in told if _is_level(passage, each, shares=shares)]
        if found:
            said = {(q.kind, q.unit, q.noun) for q in (each.quantity for each in found)}
            return found[-1] if len(said) == 1 else None
    return None


def _is_level(passage: Passage, figure: Figure, *, shares: bool) -> bool:
    """Is it an amount, and no change: "um 3 Prozent", "98 mehr"?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    if figure.quantity.kind not in TOLD or (figure.quantity.kind == "percentage" and not shares):
        return False
    changes = lexicon.data["changes"]
    moved = tokens.lower(figure.first - 1) in {*changes["by"], *changes["direct"]}
    return not moved and tokens.lower(figure.last + 1) not in changes["behind"]


def _sentence_of(passage: Passage, figures: Sequence[Figure], index: int) -> Iterator[Figure]:
    """The figures before this one in its sentence."""
    begin = passage.bounds(figures[index].first)[0]
    return (each for each in figures[:index] if each.first >= begin)


def _previous(passage: Passage, figures: Sequence[Figure], index: int) -> Iterator[Figure]:
    """The figures of the sentence before."""
    end = passage.bounds(figures[index].first)[0]
    begin = passage.bounds(end - 1)[0] if end else 0
    return (each for each in figures[:index] if begin <= each.first < end)


def _head_before(passage: Passage, figure: Figure) -> Figure | None:
    """As in "Die Zahl der Unfälle sinkt. 2019 waren es 980": the sentence before names it."""
    end = passage.bounds(figure.first)[0]
    hit = _head(passage, passage.bounds(end - 1)[0], end) if end else None
    return counting(figure, hit[1]) if hit is not None else None


def _headed(passage: Passage, figure: Figure) -> str | None:
    """As in "Die Zahl der Unfälle stieg auf 1.204", "die Einwohnerzahl lag bei 34.500"."""
    words, tokens = passage.lexicon.data["elided"], passage.tokens
    if tokens.lower(figure.first - 1) not in words["before"]:
        return None
    begin = max(passage.bounds(figure.first)[0], figure.first - HEAD_REACH)
    hit = _head(passage, begin, figure.first)
    return hit[1] if hit is not None and _tells(passage, hit[0], figure.first) else None


def _head(passage: Passage, begin: int, end: int) -> tuple[int, str] | None:
    """The last head of a count between two tokens and its noun: "Zahl der Unfälle"."""
    tokens, words = passage.tokens, passage.lexicon.data["elided"]
    for at in range(end - 1, begin - 1, -1):
        lower = tokens.lowers[at]
        if lower in words["heads"] and tokens.lower(at + 1) in words["of"]:
            noun = counted_noun(passage, at + 2, end)
            lasting = noun is not None and passage.lexicon.units.at(tokens, noun.last)
            return (noun.last, noun.text) if noun is not None and not lasting else None
        stem = next((lower[: -len(end)] for end in words["head_ends"] if lower.endswith(end)), "")
        if stem.endswith(tuple(words["stem_ends"])) and stem not in words["no_stems"]:
            return at, tokens.words[at][: len(stem)]
    return None


def _tells(passage: Passage, noun: int, first: int) -> bool:
    """Does no other subject stand between the noun and its number? A relative clause is none."""
    tokens, lexicon = passage.tokens, passage.lexicon
    clause = list(range(noun + 1, first))
    breaks = [at for at in clause if tokens.lowers[at] in lexicon.data["elided"]["breaks"]]
    if not breaks:
        return True
    last = range(breaks[-1] + 1, first)
    determiners = lexicon.data["grammar"]["determiners"]
    subject = [at for at in last if tokens.lowers[at] in determiners]
    if subject[:1] == [breaks[-1] + 1] and tokens.words[breaks[-1]] == ",":
        subject = [] if not tokens.words[breaks[-1] + 2][0].isupper() else subject
    return not subject
