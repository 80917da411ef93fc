"""What a bare number counts when its noun is printed elsewhere, in its sentence or the one before.

"Die Zahl der Unfälle stieg auf 1.204", "zwei von ihnen", "Von den Befragten sagten 45 Nein".
"""

from collections.abc import Sequence

from factcheck.extract.figures.apposed import set_apart
from factcheck.extract.figures.bracketed import alone_in_brackets
from factcheck.extract.figures.completing import completed, counting
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.noun import Noun
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.subjects import (
    brought_to,
    is_break,
    is_light,
    is_moving,
    listed,
    subject_of,
)
from factcheck.extract.figures.taken_up import by_pronoun, taken_up
from factcheck.extract.figures.told_before import of_previous, of_sentence
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

WHOLES = frozenset({"count", "measure", "duration"})
PART_REACH = 3  # "davon sind rund 300"
HEAD_REACH = 30


def told_elsewhere(passage: Passage, figures: Sequence[Figure], index: int) -> Figure:
    """The bare number at an index, completed where a noun or figure told elsewhere is meant."""
    figure = figures[index]
    if not passage.lexicon.data["elided"]["heads"]:
        return figure  # of a language in which a noun is seldom left out
    value, source = figure.quantity.value, None
    whole = value is None or value == int(value)
    named = _headed(passage, figure) if whole else None
    if named is not None:
        return counting(figure, named)
    source = taken_up(passage, figures, index)
    if source is not None:
        average = source.quantity.value != int(source.quantity.value or 0)
        fits = whole or average or source.quantity.kind != "count"
        return completed(figure, source) if fits else figure
    if not whole:
        return figure
    if _part_before(passage, figure) or _part_behind(passage, figure):
        return _of_them(passage, figures, index)
    meant = by_pronoun(passage, figure) or _is_level(passage, figure)
    noun = _named_before(passage, figure) if meant else None
    for rule in (_of_whole, _of_share, _of_subject, _of_most, set_apart):
        noun = noun or rule(passage, figure)
    return figure if noun is None else counting(figure, noun)


def _named_before(passage: Passage, figure: Figure) -> str | None:
    """As in "Die Zahl der Unfälle sinkt. 2019 waren es 980": the sentence before names it."""
    end = passage.bounds(figure.first)[0]
    hit = _head(passage, passage.bounds(end - 1)[0], end) if end else None
    return hit[1] if hit is not None else None


def _is_level(passage: Passage, figure: Figure) -> bool:
    """As in "Die Zahl der Kranken sank. Der Höchstwert lag bei 671": a level of what was told."""
    tokens, words = passage.tokens, passage.lexicon.data["elided"]
    begin = max(passage.bounds(figure.first)[0], figure.first - HEAD_REACH)
    told = tokens.lower(figure.first - 1) in words["before"]
    named = [at for at in range(begin, figure.first) if tokens.lowers[at] in words["levels"]]
    return told and bool(named) and _tells(passage, named[-1], figure.first)


def _of_whole(passage: Passage, figure: Figure) -> str | None:
    """As in "Von den Befragten sagten 45 Nein": the whole, not counted, opens the sentence."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    begin = passage.bounds(figure.first)[0]
    small = {*grammar["prepositions"], *passage.lexicon.data["ranges"]["and"]}
    if tokens.lowers[begin] not in grammar["fronted"] or begin + 2 >= figure.first:
        return None
    at = begin + 2
    while grammar["capitalised_nouns"] and (tokens.lower(at) in small or is_year(tokens.words[at])):
        at += 1  # "von den zwischen 2006 und 2010 Untersuchten"
    noun = counted_noun(passage, at, figure.first)
    if not grammar["capitalised_nouns"]:
        return _apart(passage, noun, figure.first)
    definite = tokens.lower(begin + 1) in grammar["determiners"]
    if noun is None or not definite or not _is_plural(passage, noun.last):
        return None
    between = range(noun.last + 1, figure.first)
    verb = tokens.words[noun.last + 1].islower()
    plain = not any(tokens.words[at] == "," or tokens.words[at][0].isupper() for at in between)
    return noun.text if verb and plain else None


def _apart(passage: Passage, noun: Noun | None, first: int) -> str | None:
    """As in "Of these crashes, 1,658", "of the homes destroyed, 37": a comma behind the noun."""
    tokens, ends = passage.tokens, tuple(passage.lexicon.data["elided"]["describing_ends"])
    if noun is None or tokens.words[first - 1] != ",":
        return None
    described = tokens.lowers[noun.last + 1 : first - 1]
    return noun.text if all(word.endswith(ends) for word in described) else None


def _of_share(passage: Passage, figure: Figure) -> str | None:
    """As in "verlor 7,9 Prozent ihrer Mitglieder und schrumpfte auf 32.000"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if tokens.lower(figure.first - 1) not in lexicon.data["ranges"]["change"]:
        return None
    begin = max(passage.bounds(figure.first)[0], figure.first - HEAD_REACH)
    for at in range(figure.first - 2, begin, -1):
        unit = lexicon.units.before(tokens, at)
        if unit is not None and unit[1].kind == "percentage":
            light = lexicon.words("elided", "more", "of")
            noun = counted_noun(passage, at + (tokens.lowers[at] in light), figure.first)
            told = noun is not None and _is_plural(passage, noun.last)
            told = told and _tells(passage, at, figure.first)
            return noun.text if noun is not None and told else None
    return None


def _of_subject(passage: Passage, figure: Figure) -> str | None:
    """As in "die Übernachtungen stiegen um 5,9 Prozent auf 4,8 Millionen": what is only counted."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if not lexicon.data["grammar"]["capitalised_nouns"]:
        return brought_to(passage, figure) or listed(passage, figure) or subject_of(passage, figure)
    if tokens.lower(figure.first - 1) not in lexicon.data["ranges"]["change"]:
        return None
    ends = tuple(lexicon.data["elided"]["counted"])
    begin = max(passage.bounds(figure.first)[0], figure.first - HEAD_REACH)
    for at in range(figure.first - 1, begin - 1, -1):
        if tokens.words[at][0].isupper() and tokens.lowers[at].endswith(ends):
            return tokens.words[at] if _tells(passage, at, figure.first) else None
    return None


def _of_most(passage: Passage, figure: Figure) -> str | None:
    """As in "die meisten Stände kommen aus Italien (34)", "mit den meisten Toren, nämlich 15"."""
    tokens, most = passage.tokens, passage.lexicon.words("elided", "most")
    namely = passage.lexicon.words("elided", "namely")
    if tokens.lower(figure.first - 1) not in namely and not alone_in_brackets(passage, figure):
        return None
    for at in range(passage.bounds(figure.first)[0], figure.first):
        if tokens.lowers[at] in most:
            noun = counted_noun(passage, at + 1, figure.first)
            return noun.text if noun is not None else None
    return None


def _is_plural(passage: Passage, index: int) -> bool:
    ends = tuple(passage.lexicon.data["grammar"]["partitive_ends"])
    return passage.tokens.lowers[index].endswith(ends)


def _part_before(passage: Passage, figure: Figure) -> bool:
    """As in "davon sind rund 300", "von denen fünf": small words between."""
    tokens, opening = passage.tokens, passage.lexicon.phrases("elided", "part")
    for at in range(figure.first, max(0, figure.first - PART_REACH), -1):
        if opening.before(tokens, at):
            return True
        if not (tokens.words[at - 1].islower() or tokens.words[at - 1] == ","):
            return False
    return False


def _part_behind(passage: Passage, figure: Figure) -> bool:
    """As in "zwei von ihnen", "zwölf davon"."""
    behind = figure.last + 1
    if passage.tokens.lower(figure.first - 1) in passage.lexicon.data["grammar"]["determiners"]:
        return False  # "the four of them" are all
    grammar = passage.lexicon.phrases("grammar", "of_them")
    return bool(grammar.at(passage.tokens, behind) or _part_at(passage, behind))


def _part_at(passage: Passage, index: int) -> bool:
    return passage.lexicon.phrases("elided", "part").at(passage.tokens, index) is not None


def _of_named(passage: Passage, figure: Figure) -> bool:
    """As in "eight of those No 1s": a noun, not a pronoun, stands behind the words of a part."""
    at, tokens = figure.last + 1, passage.tokens
    part = passage.lexicon.phrases("elided", "part").at(tokens, at)
    named = tokens.words[at + part[0]] if part and at + part[0] < len(tokens) else "."
    capitals = passage.lexicon.data["grammar"]["capitalised_nouns"]
    return not capitals and named[0].isupper()


def _of_them(passage: Passage, figures: Sequence[Figure], index: int) -> Figure:
    """Of what the last figure before counts or measures, else of the noun before the comma."""
    figure, words = figures[index], passage.tokens.words
    if _of_named(passage, figure):
        return figure
    comma = next((at for at in (figure.first - 1, figure.first - 2) if words[at] == ","), 0)
    named = words[comma - 1] if comma else "."
    own, previous = (
        [each for each in told if each.quantity.kind in WHOLES]
        for told in (of_sentence(passage, figures, index), of_previous(passage, figures, index))
    )
    if not own and named.isalpha() and named[0].isupper():
        return counting(figure, named)  # "Es gab Verletzte, wobei sechs von ihnen"
    whole = (own or previous)[-1:]
    if not whole:
        return counting(figure, None)
    value, part = whole[0].quantity.value, figure.quantity.value
    fits = value is None or part is None or part <= value
    return completed(figure, whole[0]) if fits else figure


def _headed(passage: Passage, figure: Figure) -> str | None:
    """As in "Die Zahl der Unfälle stieg auf 1.204", "die Einwohnerzahl lag bei 34.500"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    behind = figure.last + 1
    behind += tokens.lower(behind) in lexicon.data["grammar"]["determiners"]
    if tokens.lower(behind) in lexicon.data["elided"]["heads"]:  # "took to 9,000 the number of"
        named = _head(passage, behind, passage.bounds(figure.first)[1])
        return named[1] if named is not None else None
    led = tokens.lower(figure.first - 1) in lexicon.words("elided", "before", "reached")
    bracketed = tokens.lower(figure.first - 1) == "(" and alone_in_brackets(passage, figure)
    if not led and not bracketed and not _amounts_to(passage, figure):
        return None
    begin = max(passage.bounds(figure.first)[0], figure.first - HEAD_REACH)
    hit = _head(passage, begin, figure.first)
    if bracketed and hit is not None and hit[0] != figure.first - 2:
        return None  # only right behind it: "die Zahl der Austritte (4.624)"
    return hit[1] if hit is not None and _tells(passage, hit[0], figure.first) else None


def _amounts_to(passage: Passage, figure: Figure) -> bool:
    """As in "betrug zum Jahresende 95": no other number stands behind the verb."""
    tokens, verbs = passage.tokens, passage.lexicon.data["elided"]["amounting_verbs"]
    for at in range(figure.first - 1, passage.bounds(figure.first)[0] - 1, -1):
        if tokens.lowers[at] in verbs:
            return True
        if tokens.words[at][0].isdecimal() and not is_year(tokens.words[at]):
            return False
    return False


def _head(passage: Passage, begin: int, end: int) -> tuple[int, str] | None:
    """The last head of a count between two tokens and its noun: "Zahl der Unfälle"."""
    tokens, words = passage.tokens, passage.lexicon.data["elided"]
    for at in range(end - 1, begin - 1, -1):
        lower = tokens.lowers[at]
        of = tokens.lower(at + 1) in words["of"]
        again = lower in words["stand_in"] and any(
            head in tokens.lowers[begin:at] for head in words["heads"]
        )
        if of and (lower in words["heads"] or again):
            noun = counted_noun(passage, at + 2, end)
            if noun is not None and tokens.lowers[noun.last] in words["heads"]:
                return None  # "the average of case numbers"
            lasting = noun is not None and passage.lexicon.units.at(tokens, noun.last)
            return (noun.last, noun.text) if noun is not None and not lasting else None
        stem = next((lower[: -len(end)] for end in words["head_ends"] if lower.endswith(end)), "")
        if stem.endswith(tuple(words["stem_ends"])) and stem not in words["no_stems"]:
            return at, tokens.words[at][: len(stem)]
    return None


def _tells(passage: Passage, noun: int, first: int) -> bool:
    """Does no other subject stand between the noun and its number? A relative clause is none."""
    tokens, lexicon = passage.tokens, passage.lexicon
    grammar = lexicon.data["grammar"]
    coupled = tokens.lower(noun + 1) in lexicon.data["ranges"]["and"]
    if coupled and tokens.words[noun + 2][0].isupper():
        noun += 2  # "die Zahl der Starts und Landungen"
    clause = list(range(noun + 1, first))
    breaks = [at for at in clause if is_break(passage, at)]
    if not breaks:
        return True
    last = range(breaks[-1] + 1, first)
    if not grammar["capitalised_nouns"]:
        verbs = any(is_moving(passage, at) for at in range(noun + 1, breaks[-1]))
        if not verbs and tokens.lowers[breaks[-1]] in lexicon.data["ranges"]["and"]:
            return True  # "the number of visits to museums and galleries fell by 300"
        return all(is_light(passage, at) or is_moving(passage, at) for at in last)
    subject = [
        at
        for at in last
        if tokens.lowers[at] in grammar["determiners"]
        and tokens.lowers[at - 1] not in grammar["prepositions"]
    ]
    if subject[:1] == [breaks[-1] + 1] and tokens.words[breaks[-1]] == ",":
        subject = [] if not tokens.words[breaks[-1] + 2][0].isupper() else subject
    return not subject
