"""The only birth of a window and the only number that is said to be an age: "Born in 1950, the
composer is 74", "was born in 1955 and was 19 when he won in 1974", "1950 geboren, ist der Komponist
heute 74", "Peter Dunn (1940-2010) wrote novels. He was 70 when he died".

A verb of being or turning stands before the number, and before the verb the person born: a pronoun,
"and", the sign that ends the clause of the birth, or anybody where the sentence opens with the
birth. An age of then is of the one other date. As in lives.py only a slip is told.
"""

from collections.abc import Container, Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Roles,
    Sentence,
    cues,
)
from factcheck.relations.times.aged import could_be_age
from factcheck.relations.times.ages import beside_word
from factcheck.relations.times.lives import kin, persons, plausible, pronoun
from factcheck.relations.times.year_words import printed_year
from factcheck.relations.windows import statements

BACK, OPENING, NEAR = 5, 6, 4
PAIR = 2
Found = tuple[Figure, Figure, Figure | None]


def find_rest(scene: Scene, _bound: Container[int]) -> Iterator[Relation]:
    """The ages of a passage."""
    lowers, born = scene.passage.tokens.lowers, cues(scene.passage.lexicon, "lives", "born")
    anchored = not born.isdisjoint(lowers) or "(" in lowers
    if len(scene.claims) < PAIR or not anchored:
        return
    done: set[int] = set()
    for window, split in statements(scene):
        dates = [f for f in window.figures if f.kind == "date" and printed_year(f) is not None]
        if not dates or len(dates) == len(window.figures) or kin(window):
            continue
        births = [date for date in dates if beside_word(window, date, "born")]
        living = _living(window, split, births[0], dates) if len(births) == 1 else None
        found = living or _ended(window, split, births, dates)
        if found is not None and id(found[1].claim) not in done and _plausible(window, *found):
            birth, age, at = found
            done.add(id(age.claim))
            members: Roles = {"birth": birth, "age": age, "at": at}
            yield window.relation("age", members, sure=False, alone=age)


def _plausible(window: Sentence, birth: Figure, age: Figure, at: Figure | None) -> bool:
    """Does the age agree with the years to the other date or to today, or is it a slip of them?"""
    today, born = window.scene.passage.document.date, printed_year(birth)
    year = printed_year(at) if at is not None else today.year if today is not None else None
    return year is not None and born is not None and plausible(year - born, age)


def _living(window: Sentence, split: int, birth: Figure, dates: list[Figure]) -> Found | None:
    """The birth, the age and the other date, of then."""
    told = [(f, verb) for f in window.figures if (verb := _verb(window, f)) is not None]
    if len(told) != 1:
        return None
    age, verb = told[0]
    signs = [window.word(at) for at in range(age.last + 1, birth.first) if window.breaks(at)]
    if verb == window.first and signs == [","] and window.breaks(age.last + 1):
        return birth, age, None  # "Now 48, Ms Reed was born in Leeds in 1976"
    later = split > window.first and birth.first >= split
    reach = OPENING if _obituary(window, verb, age) else 1
    told_so = _opens_second(window, split, reach) if later else _same(window, split, birth, verb)
    if age.first < birth.first < split or not told_so:
        return None
    others = [date for date in dates if date is not birth]
    now = window.word(verb) in window.lexicon.data["lives"]["now_verbs"]
    if _obituary(window, verb, age) or (now and not others):
        return birth, age, None
    then = not now and len(others) == 1 and _then(window, age, others[0])
    return (birth, age, others[0]) if then else None


def _ended(window: Sentence, split: int, births: list[Figure], dates: list[Figure]) -> Found | None:
    """As in "was born in 1937 and died on 19 May 2017 at 79", "Born in 1930, he went to sea in 1946
    at 16", "Peter Dunn (1940-2010) wrote novels. He was 70 when he died"."""
    if len(dates) != PAIR or len(births) > 1:
        return None
    birth, end = sorted(dates, key=lambda date: date not in (births or dates[:1]))
    at_age = window.lexicon.data["lives"]["at_age"]
    usable = [f for f in window.figures if could_be_age(f) and f.first > end.last]
    if births:
        told = beside_word(window, end, "died") or _opens(window, birth)
        ages = [f for f in usable if f.first == end.last + 2 and window.breaks(f.last + 1)]
        ages = [f for f in ages if window.word(f.first - 1) in at_age]
    else:
        told = _life(window, birth, end) and (pronoun(window, split) or split == window.first)
        ages = [f for f in usable if _at_death(window, f)]
    return (birth, ages[0], end) if told and len(ages) == 1 else None


def _verb(window: Sentence, age: Figure) -> int | None:
    """The verb that makes a number an age: "is 74", "was 19 when", "ist im Mai 93 geworden"."""
    data = window.lexicon.data["lives"]
    bare = age.kind == "number"
    old = age.kind == "duration" and window.word(age.last + 1) in data["turned_behind"]
    if not could_be_age(age, old=old):
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
    when, gap = window.lexicon.data["lives"]["when"], range(age.last + 1, date.first)
    opened = next((at for at in gap if window.word(at) in when), None)
    ages = (f for f in window.figures if f.first in gap and could_be_age(f))
    if opened is None or any(ages):
        return False  # "was five when he wrote it and 35 when he died in 1791"
    return not any(window.word(at) in BREAKS for at in range(opened, date.first))


def _life(window: Sentence, birth: Figure, death: Figure) -> bool:
    """The two years of a life in brackets: "Peter Dunn (1940-2010)"."""
    dashed = death.first == birth.last + PAIR and window.word(birth.last + 1) in "-–—"
    bracketed = window.word(birth.first - 1) == "(" and window.word(death.last + 1) == ")"
    return dashed and bracketed and window.tokens.words[birth.first - PAIR][:1].isupper()


def _at_death(window: Sentence, age: Figure) -> bool:
    """As in "was 70 when he died", "died at 70", "wurde 70 Jahre alt"."""
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
