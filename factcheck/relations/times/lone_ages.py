"""The only birth of a window and the only number that is said to be an age: "Born in 1950, the
composer is 74", "was born in 1955 and was 19 when he won in 1974", "1950 geboren, ist der Komponist
heute 74", "Peter Dunn (1940-2010) wrote novels. He was 70 when he died".

A verb of being or turning stands before the number, and before the verb the person born: a pronoun,
"and", the sign that ends the clause of the birth, or anybody where the sentence opens with the
birth. An age of then is of the one other date. As in lives.py only a slip is told.
"""

from collections.abc import Container, Iterator

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues, neighbours, sentences
from factcheck.relations.times.ages import beside_word
from factcheck.relations.times.lives import kin, persons, plausible, pronoun
from factcheck.relations.times.years_told import printed_year

KINDS = frozenset({"age", "number", "duration"})
YOUNGEST, OLDEST = 10, 110
BACK, OPENING, NEAR = 5, 6, 4
PAIR = 2


def find_rest(scene: Scene, _bound: Container[int]) -> Iterator[Relation]:
    """The ages of a passage."""
    lowers, born = scene.passage.tokens.lowers, cues(scene.passage.lexicon, "lives", "born")
    anchored = not born.isdisjoint(lowers) or "(" in lowers
    if len(scene.claims) < PAIR or not anchored:
        return
    done: set[int] = set()
    for window, split in [*((s, s.first) for s in sentences(scene)), *neighbours(scene)]:
        dates = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
        if not dates or len(dates) == len(window.figures) or kin(window):
            continue
        births = [date for date in dates if beside_word(window, date, "born")]
        life = _life(window, dates) if not births else None
        found = (_living(window, split, births, dates) or _died(window, births)) if births else None
        found = _dead(window, split, *life) if life is not None else found
        if found is not None and id(found[1].claim) not in done:
            birth, age, at = found
            done.add(id(age.claim))
            members: list[tuple[str, Claim | Span]] = [("birth", birth.claim), ("age", age.claim)]
            members += [("at", at.claim)] if at is not None else []
            yield window.relation("age", [*members, ("alone", age.claim.span)], sure=False)


def _living(
    window: Sentence, split: int, births: list[Figure], dates: list[Figure]
) -> tuple[Figure, Figure, Figure | None] | None:
    """The birth, the age and the other date, of then."""
    told = [(f, verb) for f in window.figures if (verb := _verb(window, f)) is not None]
    if len(births) != 1 or len(told) != 1:
        return None
    birth, (age, verb) = births[0], told[0]
    if verb == window.first and _opened(window, birth, age):
        return birth, age, None
    later = split > window.first and birth.first >= split
    reach = OPENING if _obituary(window, verb, age) else 1
    told_so = _opens_second(window, split, reach) if later else _same(window, split, birth, verb)
    if age.first < birth.first < split or not told_so:
        return None
    others = [date for date in dates if date is not birth]
    bounds = window.scene.passage.bounds(age.first)
    here = [date for date in others if bounds[0] <= date.first < bounds[1]]
    now = window.word(verb) in {*window.lexicon.data["lives"]["now_verbs"]}
    today = window.scene.passage.document.date
    if _obituary(window, verb, age) or (now and not others):
        others = here
        year = today.year if today is not None else None
    elif not now and len(others) == 1 and _then(window, age, others[0]):
        year = printed_year(others[0])
    else:
        return None
    born = printed_year(birth)
    if year is None or born is None or not plausible(year - born, age):
        return None
    return birth, age, others[0] if others else None


def _opened(window: Sentence, birth: Figure, age: Figure) -> bool:
    """As in "Now 48, Ms Reed was born in Leeds in 1976"."""
    today, born = window.scene.passage.document.date, printed_year(birth)
    commas = [at for at in range(age.last + 1, birth.first) if window.word(at) in BREAKS]
    if today is None or born is None or commas != [age.last + 1]:
        return False
    return plausible(today.year - born, age)


def _died(window: Sentence, births: list[Figure]) -> tuple[Figure, Figure, Figure | None] | None:
    """As in "was born in 1937 and died on 19 May 2017 at 79", "Born in 1930, he went to sea in 1946
    at 16"."""
    data, dates = window.lexicon.data["lives"], [f for f in window.figures if f.kind == "date"]
    deaths = [date for date in dates if beside_word(window, date, "died")]
    if not deaths and births and _opens(window, births[0]):
        deaths = [date for date in dates if date is not births[0]]
    if len(births) != 1 or len(deaths) != 1 or len(dates) != PAIR:
        return None
    death, born, died = deaths[0], printed_year(births[0]), printed_year(deaths[0])
    ages = [
        f
        for f in window.figures
        if _value_fits(f)
        and f.first == death.last + 2
        and window.word(f.first - 1) in data["at_age"]
    ]
    if len(ages) != 1 or born is None or died is None or not window.breaks(ages[0].last + 1):
        return None
    return (births[0], ages[0], death) if plausible(died - born, ages[0]) else None


def _value_fits(figure: Figure) -> bool:
    value = figure.quantity.value
    known = figure.kind in KINDS and value is not None and YOUNGEST <= value <= OLDEST
    return known and not figure.quantity.hedge and int(value or 0) == value


def _verb(window: Sentence, age: Figure) -> int | None:
    """The verb that makes a number an age: "is 74", "was 19 when", "ist im Mai 93 geworden"."""
    data = window.lexicon.data["lives"]
    bare = age.kind == "number"
    if not _value_fits(age) or (age.kind == "duration" and not _years_old(window, age)):
        return None
    behind = window.word(age.last + 1)
    closes = {*data["when"], *data["turned_behind"], *window.lexicon.data["parts"]["joins"]}
    if bare and not (window.breaks(age.last + 1) or behind in closes):
        return None
    verbs = {*data["now_verbs"], *data["was_verbs"]}
    for at in range(age.first - 1, max(window.first, age.first - BACK) - 1, -1):
        if window.word(at) in verbs:
            plain = all(_small(window, n) for n in range(at + 1, age.first))
            return at if plain else None
        if window.word(at) in BREAKS or not window.word(at).isalpha():
            break
    return None


def _years_old(window: Sentence, age: Figure) -> bool:
    return window.word(age.last + 1) in window.lexicon.data["lives"]["turned_behind"]


def _small(window: Sentence, at: int) -> bool:
    """Between verb and number: the subject behind the verb, "heute", "im Mai", but no preposition
    of something else: "is in 64 books"."""
    word = window.word(at)
    allowed = {*window.lexicon.data["lives"]["age_fillers"]}
    return word in allowed or window.tokens.words[at][0].isupper()


def _same(window: Sentence, split: int, birth: Figure, verb: int) -> bool:
    """Is the subject of the verb the person born?"""
    data, before = window.lexicon.data, window.word(verb - 1)
    groups, own = persons(window), pronoun(window, verb - 1) or pronoun(window, verb + 1)
    if split > window.first and birth.first < split:
        return len(groups) == 1 and own and verb - 1 <= split + 1
    if own:
        return len(groups) <= 1
    opens = birth.first - window.first <= OPENING and _opens(window, birth)
    joins = data["parts"]["joins"]
    end = max(birth.last, _behind_born(window, birth))
    between = range(end + 1, verb)
    if before in {*joins, ",", ")"}:
        return verb - end <= NEAR + 1 and birth.first < verb
    commas = [at for at in between if window.word(at) == ","]
    return opens and len(commas) == 1 and verb - commas[0] <= NEAR + 1


def _obituary(window: Sentence, verb: int, age: Figure) -> bool:
    """As in "She was 85.", all that the sentence says, of somebody who has just died."""
    first, end = window.scene.passage.bounds(verb)
    alone = verb == first + 1 and pronoun(window, first)
    return alone and age.first == verb + 1 and age.last + 2 >= end


def _opens_second(window: Sentence, split: int, reach: int) -> bool:
    """As in "Denise Farrow, who turned 75 last month, flies. Born in 1949 in a hut, she", "He was
    77. Mr Lunt, who was born in 1946"."""
    born = cues(window.lexicon, "lives", "born")
    return any(window.word(at) in born for at in range(split, split + reach))


def _behind_born(window: Sentence, birth: Figure) -> int:
    """The last token of the clause of the birth: "1931 in Fulda geboren"."""
    end = birth.last
    while end + 1 < window.end and window.word(end + 1) not in BREAKS:
        if window.word(end + 1) in window.lexicon.data["parts"]["joins"]:
            break
        end += 1
    return end


def _opens(window: Sentence, birth: Figure) -> bool:
    """As in "Born in 1950,", "1950 geboren,"."""
    born = cues(window.lexicon, "lives", "born")
    return window.word(window.first) in born or birth.first == window.first


def _then(window: Sentence, age: Figure, date: Figure) -> bool:
    """Behind the age a clause of then with the date: "when he won in 1974", "als er 1974"."""
    when = window.lexicon.data["lives"]["when"]
    gap = [window.word(at) for at in range(age.last + 1, date.first)]
    return date.first > age.first and any(word in when for word in gap)


def _life(window: Sentence, dates: list[Figure]) -> tuple[Figure, Figure] | None:
    """The two years of a life in brackets: "Peter Dunn (1940-2010)"."""
    if len(dates) != PAIR:
        return None
    birth, death = dates
    dashed = death.first == birth.last + PAIR and window.word(birth.last + 1) in "-–—"
    bracketed = window.word(birth.first - 1) == "(" and window.word(death.last + 1) == ")"
    named = window.tokens.words[birth.first - PAIR][:1].isupper() if bracketed else False
    return (birth, death) if dashed and bracketed and named else None


def _dead(
    window: Sentence, split: int, birth: Figure, death: Figure
) -> tuple[Figure, Figure, Figure | None] | None:
    """As in "He was 70 when he died", "Er wurde 70 Jahre alt"."""
    ages = [f for f in window.figures if f.first > death.last and _at_death(window, f)]
    born, died = printed_year(birth), printed_year(death)
    if len(ages) != 1 or born is None or died is None or not plausible(died - born, ages[0]):
        return None
    subject = pronoun(window, split) or split == window.first
    return (birth, ages[0], death) if subject else None


def _at_death(window: Sentence, age: Figure) -> bool:
    """As in "was 70 when he died", "died at 70", "wurde 70 Jahre alt"."""
    if not _value_fits(age):
        return False
    died = cues(window.lexicon, "lives", "died")
    near = range(age.last + 1, min(window.end, age.last + BACK))
    lived = window.before(window.phrases("lives", "lived_to"), age.first)
    told = any(window.word(at) in died for at in near)
    then = window.before(window.phrases("lives", "then"), age.first)  # "starb mit 87 Jahren"
    places = window.lexicon.data["lives"]["places"]
    closed = window.breaks(age.last + 1) or window.word(age.last + 1) in places
    if then and window.word(age.first - then - 1) in died and closed:
        return True
    was = window.word(age.first - 1) in window.lexicon.data["lives"]["was_verbs"]
    return bool(lived) or (told and was)
