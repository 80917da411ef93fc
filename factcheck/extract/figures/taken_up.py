"""The figure before that a bare number takes up: its kind, unit and noun are meant again.

"2019 waren es 980", "98 mehr als 2020", "vor Magdeburg (1.124)", "393.029 Personen (minus 18.922)",
"17 Millionen Dollar. Platz zwei ging an einen Film mit 14,7 Millionen".
"""

from collections.abc import Sequence

from factcheck.extract.figures.acting import as_object, as_subject
from factcheck.extract.figures.apposed import apposed, gapped, is_large, of_size
from factcheck.extract.figures.bracketed import alone_in_brackets, is_scaled, is_signed
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.told_before import of_previous, of_sentence
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

TOLD = frozenset({"count", "money", "measure", "percentage"})
PRONOUN_REACH = 9  # "waren es im Vorjahr noch 980"
BRACKET_REACH = 6  # "(+4,0 Prozent; +55 000)"
MILLION = 1_000_000
WHOLE = 100  # per cent


def taken_up(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure whose kind, unit and noun the bare number at an index has; None for none."""
    rules = (
        _again,
        _that_number,
        _told_before,
        _more,
        _rest,
        _held_against,
        _alike,
        as_subject,
        as_object,
        _gained,
        apposed,
        gapped,
        _in_list,
        _in_bracket,
        _scaled,
    )
    for rule in rules:
        source = rule(passage, figures, index)
        if source is not None:
            return source
    return None


def _again(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "2015 waren es 103": a pronoun for what was told last."""
    figure = figures[index]
    source = _told_last(passage, figures, index) if by_pronoun(passage, figure) else None
    if source is not None and source.quantity.kind == "count" and is_scaled(passage, figure):
        return source if (source.quantity.value or 0) >= MILLION // 1000 else None
    return source


def _told_before(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "Rescuers found 12 survivors. One of the 12 died": the same number, now definite."""
    before, data = passage.tokens.lower(figures[index].first - 1), passage.lexicon.data
    if before not in data["elided"]["definite"]:
        return None
    value = figures[index].quantity.value
    for told in (of_sentence(passage, figures, index), of_previous(passage, figures, index)):
        for each in reversed([*told]):
            if each.quantity.kind == "count" and each.quantity.value == value:
                return each
    return None


def by_pronoun(passage: Passage, figure: Figure) -> bool:
    """Does a pronoun stand for what is counted, as in "im Vorjahr waren es 103"?"""
    tokens, lexicon = passage.tokens, passage.lexicon
    begin, light = passage.bounds(figure.first)[0], lexicon.words("elided", "light")
    for at in range(figure.first, max(begin, figure.first - PRONOUN_REACH), -1):
        if lexicon.phrases("elided", "pronouns").before(tokens, at):
            return True
        word = tokens.words[at - 1]
        small = word in light or word in lexicon.stop_words
        if not (word[0].isupper() or small or is_year(word) or word == "/"):
            return False
    return False


def _that_number(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "40.000 Autos, jetzt stieg diese Zahl auf 42.002": a head that says not of what."""
    tokens, words = passage.tokens, passage.lexicon.data["elided"]
    figure, before = figures[index], list(of_sentence(passage, figures, index))
    if tokens.lower(figure.first - 1) not in words["before"] or not before:
        return None
    between = tokens.lowers[before[-1].last + 1 : figure.first]
    heads = [at for at, word in enumerate(between) if word in words["heads"]]
    if before[-1].quantity.kind == "count" and any(word in words["levels"] for word in between):
        return before[-1]  # "mit 151.000 Gästen ist der Vorjahreswert von 145.000 übertroffen"
    told = before[-1].quantity.kind == "count" and len(heads) == 1
    whose = told and between[heads[0] + 1] not in words["of"]
    return before[-1] if whose and between[heads[0] - 1] in words["that"] else None


def _more(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "1.204 Besucher, 98 mehr als im Vorjahr", "98 oder 8,9 Prozent mehr"."""
    tokens, figure = passage.tokens, figures[index]
    behind = figure.last + 1
    if tokens.lower(behind) in passage.lexicon.data["ranges"]["or"] and index + 1 < len(figures):
        again = figures[index + 1]
        share = again.quantity.kind == "percentage" and again.first == behind + 1
        behind = again.last + 1 if share else behind
    if tokens.lower(behind) not in passage.lexicon.words("elided", "more"):
        return None
    opened = tokens.lower(figure.first - 1) in passage.lexicon.words("elided", "before_more")
    left = next(reversed([*of_sentence(passage, figures, index)]), None)
    beside = left is not None and left.last == figure.first - 2
    if opened and left is not None and beside and left.quantity.kind != "percentage":
        same = _is_level(passage, left, shares=False)  # "20 thefts, one fewer than in 2006"
        return left if same else None
    opened = opened or tokens.lower(behind + 1) in passage.lexicon.words("elided", "than")
    return _told_last(passage, figures, index, shares=False) if opened else None


def _rest(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "35 Lastwagen bis 2028, die restlichen 70 bis 2030", "weitere 13": more of the last."""
    figure = figures[index]
    before = passage.tokens.lower(figure.first - 1)
    others = {*passage.lexicon.data["ranges"]["rest"], *passage.lexicon.data["elided"]["others"]}
    if before not in others:
        return None
    told = reversed([*of_sentence(passage, figures, index)])
    return next((each for each in told if each.quantity.kind == "count"), None)


def _held_against(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "168 arrests of men under 30 compared to 187", "150 films, a further 300 shown later".

    Nothing else is counted before in the sentence. Right behind a figure it is of the same kind:
    "76,20 Euro anstelle der bisherigen 73,80", "167 Stundenkilometer statt der erlaubten 100".
    """
    tokens, first = passage.tokens, figures[index].first
    light = passage.lexicon.words("elided", "light")
    tables = [passage.lexicon.phrases("elided", key) for key in ("compared", "further")]
    ends = (first, first - 1) if tokens.lower(first - 1) in light else (first,)
    behind = tokens.lower(figures[index].last + 1) in passage.lexicon.data["elided"]["who"]
    changed = tokens.lower(first - 2) in passage.lexicon.data["changes"]["nouns"]
    behind = behind or (changed and tokens.lower(first - 1) in passage.lexicon.data["elided"]["of"])
    if not behind and not any(table.before(tokens, end) for table in tables for end in ends):
        return None
    value = figures[index].quantity.value or 0
    share = "" if value <= WHOLE else "percentage"  # "a 72% drop compared to 9.6 million"
    kinds = TOLD - {share}
    told = [f for f in of_sentence(passage, figures, index) if f.quantity.kind in kinds]
    hit = tables[0].before(tokens, first)
    if told and hit is not None and told[-1].last + 1 == first - hit[0]:
        return told[-1]
    counts = [f for f in told if f.quantity.kind == "count"]
    one = len({(f.quantity.noun or "").lower() for f in counts}) == 1
    return counts[-1] if one and told[-1] is counts[-1] else None


def _alike(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "Der Norden führt mit 121 Straftaten. Es folgt der Süden mit 119": one word before.

    In one sentence also "in 12 Fällen wurde ermittelt, in dreien gestanden".
    """
    tokens, word = passage.tokens, passage.tokens.lower(figures[index].first - 1)
    told = [*of_previous(passage, figures, index), *of_sentence(passage, figures, index)]
    counts = [each for each in told if each.quantity.kind == "count"]
    here = [each for each in of_sentence(passage, figures, index) if each in counts]
    if here and word in passage.lexicon.words("elided", "paired"):
        return here[-1] if tokens.lower(here[-1].first - 1) == word else None
    if word not in passage.lexicon.words("elided", "alike") or not counts:
        return None
    first, end = passage.bounds(figures[index].first)
    if passage.lexicon.words("elided", "followed").isdisjoint(tokens.lowers[first:end]):
        return None
    return counts[-1] if tokens.lower(counts[-1].first - 1) == word else None


def _gained(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "393.029 Personen (minus 18.922)", "1,4 Mio. Gäste (+4,0 Prozent; +55 000)".

    Behind a percentage a large number is of what was counted before.
    """
    tokens, figure = passage.tokens, figures[index]
    if not is_signed(passage, figure):
        return None
    words = tokens.words[max(0, figure.first - BRACKET_REACH) : figure.first]
    if "(" not in words or ")" in words[len(words) - words[::-1].index("(") :]:
        return None
    bracket = figure.first - words[::-1].index("(") - 1
    before = [each for each in of_sentence(passage, figures, index) if each.last < bracket]
    source = before[-1] if before else None
    if source is None or source.quantity.kind == "percentage":
        source = of_size(passage, figures, index) if is_large(figure) else None
    kind = source.quantity.kind if source is not None else ""
    return source if kind in TOLD and kind != "percentage" else None


def _in_list(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "mit 1.133 Treffern vor Magdeburg (1.124) und Berlin (1.103)": names alone between.

    In "Lauf (80 Besucher) und Kern (70)" the brackets are alike.
    """
    figure, tokens = figures[index], passage.tokens
    before = list(of_sentence(passage, figures, index))
    if not alone_in_brackets(passage, figure) or not before or is_signed(passage, figure):
        return None
    source = next((each for each in reversed(before) if each.quantity.kind == "count"), before[-1])
    if source.quantity.kind != "count":
        return None
    if tokens.lower(source.first - 1) == "(" and tokens.lower(source.last + 1) == ")":
        return source
    if tokens.lower(figure.first - 2) in passage.lexicon.data["shares"]["parties"]:
        return source  # "71 Abgeordnete, mit der SPÖ (40) eine Mehrheit"
    if _of_another_time(passage, figure.first):
        return source
    light = {"(", ")", ",", ":", *passage.lexicon.hedges.first_words}
    small = passage.lexicon.stop_words | passage.lexicon.words("elided", "each")
    if is_large(figure) and passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return of_size(passage, figures, index)  # "als unter Weber (97 849)"
    named = source is before[-1] and all(
        word[0].isupper() or is_year(word) or word.lower() in light or word.lower() in small
        for word in tokens.words[source.last + 1 : figure.first]
    )
    return source if named else None


def _of_another_time(passage: Passage, first: int) -> bool:
    """As in "im Jahr davor (31.737)", "gegenüber 2014 (386.000)": a time before the bracket."""
    tokens = passage.tokens
    times = passage.lexicon.words("elided", "times")
    return is_year(tokens.words[first - 2]) or tokens.lower(first - 2) in times


def _in_bracket(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "17 Rennen vor Schluss (neun bei den Männern)": what opens a bracket is a part."""
    figure, tokens = figures[index], passage.tokens
    before = list(of_sentence(passage, figures, index))
    after = tokens.words[figure.last + 1 : figure.last + 2]
    opened = tokens.lower(figure.first - 1) == "(" and after and after[0].islower()
    if opened and is_large(figure) and passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return of_size(passage, figures, index)  # "in Köln (42.558 gegen Hamburg)"
    if not opened or not before:
        return None
    value, whole = figure.quantity.value, before[-1].quantity.value
    fits = value is not None and whole is not None and value < whole
    return before[-1] if fits and before[-1].quantity.kind == "count" else None


def _scaled(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "11 Mio. Dollar spielt er ein. Der zweite landet bei 10 Mio.": millions of the same.

    Here and in the sentence before nothing else is told in millions.
    """
    figure, value = figures[index], figures[index].quantity.value
    if value is None or value < MILLION or not is_scaled(passage, figure):
        return None
    before = passage.tokens.lower(figure.first - 1)
    if before in passage.lexicon.words("elided", "objects"):
        return None  # "30 Millionen Euro Umsatz, im Netz lesen ihn vier Millionen"
    if passage.lexicon.phrases("elided", "amounting").before(passage.tokens, figure.first):
        amounts = (each for each in reversed(figures[:index]) if each.quantity.kind == "money")
        return next(amounts, None)  # "Zahlungen in Höhe von 6,4 Milliarden"
    near = [*of_sentence(passage, figures, index)]
    bracketed = alone_in_brackets(passage, figure)  # "49 million visits. In May more (52m)"
    if passage.lexicon.data["grammar"]["capitalised_nouns"] or bracketed:
        near = [*of_previous(passage, figures, index), *near]
    elif before not in passage.lexicon.words("elided", "scaled_after") and not (
        passage.lexicon.phrases("elided", "compared").before(passage.tokens, figure.first)
    ):
        return None  # "It cost $30 million, and four million saw it"
    told = [
        each
        for each in near
        if (each.quantity.value or 0) >= MILLION and each.quantity.kind in TOLD
    ]
    said = {(q.kind, q.unit, q.noun) for q in (each.quantity for each in told)}
    return told[-1] if len(said) == 1 else None


def _told_last(
    passage: Passage, figures: Sequence[Figure], index: int, *, shares: bool = True
) -> Figure | None:
    """The last figure told before in its sentence, else in the one before: all tell the same."""
    for told in (of_sentence(passage, figures, index), of_previous(passage, figures, index)):
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
