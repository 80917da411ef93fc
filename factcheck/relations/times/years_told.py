"""What tells that a number of years counts from a year to the article's day.

What they are behind or before ("zurückliegt", "in those seven years"), the noun of an anniversary
whose verb stands beside the year, "since" before the year, the age of a thing and its making.
"""

from collections.abc import Sequence

from factcheck.extract.times.tense import PAST, tense_at
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues
from factcheck.relations.times.year_words import (
    close_to,
    made,
    of_the_whole,
    relative,
    since_word,
    years_ago,
)
from factcheck.relations.windows import of_these_days, says

CLAUSE, PHRASE = 6, 12
NAMED = 2
STATE = 3
SIGNS = frozenset({",", "(", ")", "-", "–", "—"})
KINDS = (
    ("deaths", "lives", "died"),
    ("births", "lives", "born"),
    ("jubilees", "elapsed", "founded"),
)


def begun(
    window: Sentence, split: int, years: Sequence[Figure], length: Figure
) -> tuple[Figure, ...]:
    """The year that is counted from, behind it that of a feast; nothing where it is not told."""
    if len(years) == 1:
        return (years[0],)
    since = window.lexicon.data["elapsed"]["since"]
    led = [year for year in years if window.word(year.first - 1) in since and year.last < split]
    if len(led) == 1 and split > window.first:
        return (led[0],)
    if window.word(length.last + 1) in window.lexicon.data["elapsed"]["lies_back"]:
        return tuple([year for year in years if year.last < length.first][-1:])
    founded = [year for year in years if close_to(window, year, "elapsed", "founded")]
    if len(founded) == 1 and _feast(window, split, founded[0], length):
        return (founded[0], next(year for year in years if year is not founded[0]))
    return ()


def surely(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """Do the words bind the years to the year?"""
    if length.kind in {"age", "number"}:
        return split == window.first and _old(window, since, length)
    if _feast(window, split, since, length):
        return True
    if length.kind == "ordinal" or (
        split > window.first and not since.last < split <= length.first
    ):
        return False
    tests = (_gone, _apposed, _later, _after_it_began, _since)
    return it_is(window, length, since) or any(test(window, split, since, length) for test in tests)


def _feast(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "starb 1750; zu seinem 270. Todestag", "feiert ihr 75-jähriges Bestehen. Sie wurde 1949
    eröffnet", "jährte sich der Anschluss vom März 1938 zum 85. Mal", "seit 13 Jahren am Netz"."""
    data, behind = window.lexicon.data["elapsed"], length.last + 1
    apart = split > window.first
    if apart and not (split <= since.first and window.word(split) in data["pronouns"]):
        return False
    if not window.words.isdisjoint(window.lexicon.data["lives"]["kin"]):
        return False
    if length.kind == "ordinal" and window.word(behind) in data["times"] and not apart:
        return True
    noun = window.at(window.phrases("elapsed", "jubilees"), behind) or length.kind == "ordinal"
    own = window.word(length.first - 1) in window.lexicon.data["lives"]["possessives"]
    personal = own and length.kind == "ordinal" and window.word(behind) in data["births"]
    past = personal and tense_at(window.scene.passage, length.first, length.last) == PAST
    if past and not of_these_days(window, range(window.first, window.end)):
        return False  # "He celebrated his 90th birthday with a jump", and died at 93
    another = {*data["of_another"]} - {*(data["with_what"] if personal else ())}
    if noun and window.word(behind + noun) in another and since.first < length.first:
        return False  # "Der 1990 gegründete Verein erinnert am 50. Jahrestag der Schlacht"
    if length.kind == "ordinal":
        kinds = [each for each in KINDS if window.word(behind) in data[each[0]]]
        return any(close_to(window, since, *each[1:]) for each in kinds)
    led = window.before(window.phrases("elapsed", "for"), length.first)
    near = range(max(window.first, length.first - CLAUSE), min(window.end, behind + CLAUSE))
    held = led and says(window, "elapsed", "lasting", near)
    return (
        bool(noun or held)
        and length.kind == "duration"
        and close_to(window, since, "elapsed", "founded")
    )


def _gone(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "2002, die jetzt 13 Jahre zurückliegt", "in 1969, was 55 years ago", "Das ist nun 34
    Jahre her"."""
    data, behind = window.lexicon.data, length.last + 1
    if window.word(behind) in data["elapsed"]["lies_back"]:
        return since.last < length.first and window.breaks(behind + 1)
    gone = window.at(window.phrases("elapsed", "gone"), behind)
    own = length.claim.span.text.split()[-1].lower() in data["elapsed"]["gone"]
    near = range(max(window.first, length.first - STATE), length.first)
    told = any(window.word(at) in data["elapsed"]["is_gone"] for at in near)
    if not (told and (gone or own) and window.breaks(behind + gone)):
        return False
    if split > window.first:
        return window.word(split) in data["changes"]["pointing"]
    if length.last < since.first:  # "liegt 31 Jahre zurück: Im Oktober 1993"
        clause = {window.word(at) for at in range(behind + gone, window.end)}
        return window.word(behind + gone) == ":" and clause.isdisjoint(data["elapsed"]["past"])
    gap = {window.word(at) for at in range(since.last + 1, length.first)}
    another = {";", *data["parts"]["joins"], *data["parts"]["clauses"], *data["elapsed"]["founded"]}
    return gap.isdisjoint(another)  # not "born in 1968; the club was founded 125 years ago"


def _apposed(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "1989 fiel die Mauer, vor nunmehr 36 Jahren": at the end, behind a comma."""
    leads = window.lexicon.data["elapsed"]["leads"]
    at = length.first - 1
    while window.word(at) in leads:
        at -= 1
    end = length.last + 1
    while window.word(end) in leads:
        end += 1
    ago = window.lexicon.data["elapsed"]["for"]
    told = years_ago(length) or any(window.word(n) in ago for n in range(at + 1, length.first))
    apposed = told and since.last < at and window.word(at) in SIGNS
    return apposed and window.breaks(end) and window.word(at - 1) not in BREAKS


def it_is(window: Sentence, length: Figure, since: Figure) -> bool:
    """As in "It is 40 years since the band's first single came out in 1985"."""
    data = window.lexicon.data["elapsed"]
    opened = window.before(window.phrases("elapsed", "it_is"), length.first)
    if not opened or window.word(length.last + 1) not in data["since"]:
        return False
    clause = range(length.last + 2, since.first)
    signs = [at for at in clause if window.word(at) in {",", ";", ":", "(", ")"}]
    if len(signs) == 1:  # ", in Salzburg in 1756": only a place and the words of a date
        placed = range(signs[0] + 1, since.first)
        words = window.tokens.words
        signs = [n for n in placed if window.word(n) not in data["leads"] and words[n].islower()]
    return 0 < len(clause) <= PHRASE and not signs


def _later(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "Heute, 16 Jahre später,": a word of the present in its clause or right before it."""
    data = window.lexicon.data["elapsed"]
    later = window.word(length.last + 1) in data["later"] and since.last < length.first
    if window.word(length.last + 2) in window.lexicon.data["grammar"]["determiners"]:
        return False  # "after 20 years on the council"
    end = min(window.end, length.last + CLAUSE)
    parted = {";", *window.lexicon.data["parts"]["joins"]}  # "40 years later, and is now"
    end = next((at for at in range(length.last, end) if window.word(at) in parted), end)
    near = range(max(split, length.first - CLAUSE), end)
    told = any(window.word(at) in data["now"] for at in near if at > since.last)
    return later and (told or of_these_days(window, near))


def _after_it_began(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "Nach 27 Jahren an der Schule, an die sie 1988 kam, wird sie", "In those six years"."""
    data = window.lexicon.data["elapsed"]
    pointing = window.before(window.phrases("durations", "pointing"), length.first)
    after = window.before(window.phrases("elapsed", "after"), length.first)
    opens = after and window.word(length.first - after - 1) in {"", "."}
    led = window.word(since.first - 1) in data["since"]
    if pointing and since.last < length.first and led:
        return True
    if not (pointing and split > window.first) and not opens:
        return False
    if window.word(length.last + 1) in data["roles"]:
        return False  # "Nach 27 Jahren als Rektorin", who came as something else
    ends = any(window.word(at) in data["leaves"] for at in range(length.last, window.end))
    return (bool(pointing) or ends) and close_to(window, since, "elapsed", "began")


def _since(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "since 1999, for 26 years", "Seit 2011 ist Krieg, 14 Jahre lang", "70 Jahre also",
    "for 30 years, since 1984", "Seit 1998 leer. Nach 27 Jahren Leerstand"."""
    data, at = window.lexicon.data, since_word(window, since)
    if at is None:
        return False
    whole = of_the_whole(window, length)
    leads = {*data["elapsed"]["leads"], *data["elapsed"]["since"], *data["elapsed"]["for"]}
    if length.last < at:
        gap = [window.word(n) for n in range(length.last + 1, at)]
        told = window.before(window.phrases("elapsed", "for"), length.first)
        near = gap[-1:] == [","] and len(gap) <= NAMED + 1 and "," not in gap[:-1]
        return bool(told) and near and at == since.first - 1 and window.breaks(since.last + 1)
    behind = length.last + 1
    after = window.before(window.phrases("elapsed", "after"), length.first)
    if split > window.first:
        own = window.at(window.phrases("elapsed", "own"), behind)
        now = {*data["elapsed"]["present"], *data["elapsed"]["leaves"], *data["elapsed"]["now"]}
        rest = range(behind, window.end)
        held = any(window.word(n) in now for n in rest) or of_these_days(window, rest)
        return bool(after and length.first - after == split and (own or whole) and held)
    lasting = window.at(window.phrases("durations", "lasting"), behind)
    thus = lasting or window.word(behind) in data["changes"]["thus"]
    if thus and window.breaks(behind + (lasting or 1)):
        return True
    mark = length.first - 1
    while window.word(mark) in leads:
        mark -= 1
    which = window.at(window.phrases("elapsed", "in_which"), behind)
    return mark == since.last + 1 and window.word(mark) in SIGNS and (whole or bool(which))


def _old(window: Sentence, since: Figure, age: Figure) -> bool:
    """As in "founded in 1899, is 125 years old", "The law of 1984 is 40 years old", "A 25-year-old
    treaty, signed in 1999": the age of a thing, and the year it is from."""
    data, founded = window.lexicon.data, window.phrases("elapsed", "founded")
    if not window.words.isdisjoint(cues(window.lexicon, "lives", "born")):
        return False
    if age.first < since.first:
        gap = range(age.last + 1, since.first)
        signed = [at for at in gap if window.word(at) == ","]
        led = len(signed) == 1 and 0 < signed[0] - age.last - 1 <= NAMED
        return led and window.at(founded, signed[0] + 1) > 0
    is_old = {*data["lives"]["is"], *data["changes"]["thus"], *data["elapsed"]["drawn"]}
    small = {",", *is_old, *data["parts"]["joins"], *data["elapsed"]["now"], *founded.first_words}
    gap = range(since.last + 1, age.first)
    if not any(window.word(at) in data["parts"]["joins"] for at in gap):
        small |= {*data["elapsed"]["pronouns"], *data["elapsed"]["leads"]}
    told = any(window.word(at) in is_old for at in gap)
    plain = told and all(window.word(at) in small or at in relative(window, gap) for at in gap)
    exists = since_word(window, since) is not None and close_to(window, since, "elapsed", "lasting")
    founded_then = made(window, since) or close_to(window, since, "elapsed", "founded")
    return plain and of_the_whole(window, age) and (exists or founded_then)
