"""Two ages of one person and the year of the first: "Er war 27, als er 1979 die Praxis übernahm.
Heute ist er 72", "was 29 when he joined in 1985 and is stepping down this year at the age of 68";
or of a second year: "joined in 1956, when she was 22. She retired in 1994, aged 60".

The only printed year of a sentence, or of two that follow each other, the only age of then, in the
sentence of that year, and the only one of today. Nobody of the family is named, and no pronouns of
two persons. As somebody without a name may be meant, only a slip is told, as in lives.py.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Roles, Sentence
from factcheck.relations.times.lives import kin, persons, plausible, pronoun
from factcheck.relations.times.year_words import printed_year
from factcheck.relations.windows import of_these_days, statements

KINDS = frozenset({"age", "number"})
YOUNGEST, OLDEST = 5, 110
PAIR, STATE, BACK = 2, 4, 6
NEAR = 8
Grown = tuple[Figure, Figure, Figure, Figure | None]


def find(scene: Scene) -> Iterator[Relation]:
    """The ages of a passage that lie as far apart as the year and the article."""
    today = scene.passage.document.date
    if len(scene.claims) <= PAIR or today is None:
        return
    done: set[int] = set()
    for window, _ in statements(scene):
        found = _read(window)
        if found is None or id(found[2].claim) in done:
            continue
        then, year, now, on = found
        end = today.year if on is None else printed_year(on) or 0
        gone = end - (printed_year(year) or 0) + int(then.quantity.value or 0)
        if plausible(gone, now) or plausible(gone + 1, now):
            done.add(id(now.claim))
            members: Roles = {"then": then, "at": year, "now": now, "on": on}
            yield window.relation("aged", members, sure=False)


def _read(window: Sentence) -> Grown | None:
    """The age of then, its year, the age of today, or of a second year."""
    years = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
    ages = [figure for figure in window.figures if could_be_age(figure)]
    if len(years) == PAIR:
        return _both_then(window, years)
    if len(years) != 1 or len(ages) < PAIR:
        return None
    if kin(window) or not window.words.isdisjoint(window.lexicon.data["lives"]["contrast"]):
        return None
    now = [age for age in ages if _of_today(window, age)]
    then = [age for age in ages if age not in now and of_then(window, age)]
    rest = [f for f in ages if f.kind == "age" and f not in (*now, *then)]
    if not len(now) == len(then) == 1 or rest:
        return None
    told = _one_person(window, then[0], years[0], now[0])
    return (then[0], years[0], now[0], None) if told else None


def _both_then(window: Sentence, years: list[Figure]) -> Grown | None:
    """As in "joined in 1956, when she was 22. She retired in 1994, aged 60": each age beside a year
    of its own, of the one person that pronouns stand for."""
    ages = [figure for figure in window.figures if could_be_age(figure)]
    if len(ages) != PAIR or kin(window) or len(persons(window)) != 1:
        return None
    (before, on), (then, now) = years, ages
    spans = window.scene.passage.bounds
    near = abs(then.first - before.first) <= NEAR and abs(now.first - on.first) <= NEAR
    own = max(before.first, then.first) < min(on.first, now.first)
    second = spans(then.first)[1]
    apart = second <= now.first  # the second sentence tells of the same: "She retired"
    same = spans(before.first) == spans(then.first) and spans(on.first) == spans(now.first)
    same = same and (not apart or pronoun(window, second))
    told = all(of_then(window, age) for age in ages)
    return (then, before, now, on) if near and own and same and told else None


def _one_person(window: Sentence, then: Figure, year: Figure, now: Figure) -> bool:
    """The age of then beside its year, with the only pronouns, or "die 45-Jährige" behind it."""
    bounds = window.scene.passage.bounds(then.first)
    words = {window.word(at) for at in range(*bounds)}
    named = persons(window)
    own = len(named) == 1 and not words.isdisjoint(named[0])
    taken_up = now.first > then.last and "-" in now.claim.span.text
    beside = bounds == window.scene.passage.bounds(year.first)
    now_words = window.lexicon.data["lives"]["now"]
    if window.word(now.first - 1) in now_words and window.word(now.first - PAIR) == ",":
        return False  # "The champion, now 35, grew up": perhaps another
    near = range(max(then.last, now.first - BACK), now.first)
    if any(window.word(at) in window.lexicon.data["lives"]["possessives"] for at in near):
        return False  # "Seine Lektorin, heute 69"
    return beside and len(named) <= 1 and (own or taken_up)


def could_be_age(figure: Figure, *, old: bool = False) -> bool:
    """A bare whole number that people may be years old; with `old` a number of years may be."""
    value = figure.quantity.value
    known = (old or figure.kind in KINDS) and value is not None and YOUNGEST <= value <= OLDEST
    return known and not figure.quantity.hedge and int(value or 0) == value


def of_then(window: Sentence, age: Figure) -> bool:
    """As in "was 29 when", "war er 29", "at 16,", "mit 29 zog": the number alone."""
    data, at = window.lexicon.data["lives"], age.first - 1
    led = window.before(window.phrases("lives", "then"), age.first)
    at -= pronoun(window, at) or window.word(at) in data["age_fillers"]
    was = window.word(at) in data["was_verbs"]
    closed = window.breaks(age.last + 1) or window.word(age.last + 1) in data["when"]
    verb = bool(led) and window.tokens.words[age.last + 1][:1].islower() if not closed else True
    return (was and closed) or (bool(led) and verb)


def _a_person_is(window: Sentence, age: Figure) -> bool:
    """As in "at the age of 68", "he is 45 now", "heute ist er 44 und", "Now 64, he"."""
    data, at = window.lexicon.data["lives"], age.first - 1
    near = {window.word(at), window.word(at - 1)}
    closes = {*data["now"], *window.lexicon.data["parts"]["joins"]}
    closed = window.breaks(age.last + 1) or window.word(age.last + 1) in closes
    own = (pronoun(window, at) or pronoun(window, at - 1)) and not near.isdisjoint(
        {*data["now_verbs"]}
    )
    named = at
    while window.tokens.words[named][:1].isupper() and at - named < STATE:
        named -= 1  # "Inzwischen ist Mehmet Aydin 77"
    own = own or (named < at and window.word(named) in data["is_now"])
    opens = window.word(at) in data["now"] and window.word(age.last + 1) == ","
    return closed and bool(
        own or opens or window.before(window.phrases("lives", "then"), age.first)
    )


def _of_today(window: Sentence, age: Figure) -> bool:
    """As in "heute ist er 71 Jahre alt", "führt die 45-Jährige", "this year at the age of 68"."""
    data, text = window.lexicon.data["lives"], age.claim.span.text
    if age.kind != "age" and not _a_person_is(window, age):
        return False  # "Today her score is 42"
    articles = {word for words in data["definite"].values() for word in words}
    if age.kind == "age" and window.word(age.first - 1) in articles and "-" in text:
        return True
    first = window.scene.passage.bounds(age.first)[0]
    near = range(max(first, age.first - BACK), age.first)
    behind = {window.word(at) for at in range(age.last + 1, age.last + 1 + PAIR)}
    if window.word(age.last + 1) in data["still"]:
        return True  # "He is 45 now"
    own = any(pronoun(window, at) for at in range(age.last + 1, age.last + 1 + PAIR))
    if own and not behind.isdisjoint(data["now_verbs"]):
        return True  # "At 49 he is back"
    figures = {at for f in window.figures for at in range(f.first, f.last + 1)}
    words = []
    for at in reversed(near):
        if at in figures or (window.word(at) in BREAKS - {","}):
            break
        words.append(window.word(at))
    this = of_these_days(window, range(near.start, age.first))
    return this or not {*data["now"], *data["turns"]}.isdisjoint(words)
