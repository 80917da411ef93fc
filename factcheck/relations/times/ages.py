"""Ages: "Die 1971 geborene Ministerin ist 58 Jahre alt", "born on 17 December 1936, died aged 88".

A date of birth, an age, and perhaps the day of death, of one person. The relation is sure where
they follow each other with nothing but the person, the place and the verb between them.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation
from factcheck.relations.sentence import BREAKS, Figure, Roles, Sentence, cues
from factcheck.relations.times.met import named, of_others
from factcheck.relations.windows import says

LINKS = 4
PLACE = 10


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The ages of a sentence that also tells the birth."""
    ages = [figure for figure in sentence.figures if figure.kind == "age"]
    if not ages or sentence.words.isdisjoint(cues(sentence.lexicon, "lives", "born")):
        return
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    births = [figure for figure in dates if beside_word(sentence, figure, "born")]
    if len(ages) != 1 or len(births) != 1 or ages[0].quantity.value is None:
        return
    age, birth = ages[0], births[0]
    deaths = [
        figure for figure in dates if figure is not birth and beside_word(sentence, figure, "died")
    ]
    on = deaths[0] if len(deaths) == 1 else _day_of_age(sentence, dates, age, birth)
    at = on.claim if on is not None else _day_of_death(sentence)
    if at is not None and _apart(sentence, at, age):
        return
    if of_others(sentence, birth, age) or (at is None and _of_then(sentence, age)):
        return
    members: Roles = {"birth": birth, "age": age, "at": at}
    known = {id(figure) for figure in (birth, on) if figure is not None}
    spare = [f for f in dates if id(f) not in known and f.first < max(birth.last, age.last)]
    yield sentence.relation("age", members, sure=_bound(sentence, birth, age) and not spare)


def beside_word(sentence: Sentence, figure: Figure, key: str) -> bool:
    """Is a date marked as that of a birth ("born") or of a death ("died"), with nothing but links
    between?"""
    table = sentence.phrases("lives", key)
    links = sentence.lexicon.data["lives"][f"{key}_links"]
    at = figure.first
    while figure.first - at <= LINKS:
        if sentence.before(table, at):
            return True
        if sentence.word(at - 1) not in links:
            break
        at -= 1
    if _somewhere(sentence, figure.first, key):
        return True
    for at in range(figure.last + 1, min(sentence.end, figure.last + 1 + PLACE)):
        if sentence.at(table, at):
            return True
        if sentence.breaks(at) and sentence.word(at) not in {"(", ")", "-"}:
            return False
        if any(other.first <= at <= other.last for other in sentence.figures):
            return False
        if sentence.word(at) in sentence.lexicon.data["lives"]["relative"]:
            return False  # "married in 1970 a man who died"
    return False


def _somewhere(sentence: Sentence, date: int, key: str) -> bool:
    """As in "died in a Los Angeles hospital on": only a place between the word and its date."""
    table, data = sentence.phrases("lives", key), sentence.lexicon.data["lives"]
    if sentence.word(date - 1) not in data[f"{key}_links"]:
        return False
    for at in range(date - 1, max(sentence.first, date - PLACE) - 1, -1):
        word = sentence.word(at)
        if not word.isalpha() or word in data["others"] or word in data["relative"]:
            return False
        if sentence.before(table, at):
            return word in data["places"]
    return False


def _day_of_age(
    sentence: Sentence, dates: list[Figure], age: Figure, birth: Figure
) -> Figure | None:
    """As in "wird am 3. März 58 Jahre alt": the day right before the age."""
    then = sentence.before(sentence.phrases("lives", "then"), age.first)
    for figure in dates:  # "joined in 1970 at the age of 18", "aged 18 in 1970"
        if figure is not birth and figure.last in {age.first - 1, age.first - then - 1}:
            return figure
    return None


def _day_of_death(sentence: Sentence) -> Claim | None:
    """As in "died on Friday aged 88": a day that counts from the article's own."""
    scene, died = sentence.scene, sentence.phrases("lives", "died")
    links = sentence.lexicon.data["lives"]["died_links"]
    for claim in scene.claims_in(sentence.first, sentence.end):
        if claim.kind == "date" and claim.quantity is None and claim.period is not None:
            at, last = scene.first_token(claim), scene.last_token(claim)
            while sentence.word(at - 1) in links:
                at -= 1
            if sentence.before(died, at) or sentence.at(died, _behind_age(sentence, last + 1)):
                return claim
    return None


def _behind_age(sentence: Sentence, at: int) -> int:
    """The token behind an age that begins here: "am Sonntag mit 85 Jahren gestorben"."""
    start = at + sentence.at(sentence.phrases("lives", "then"), at)
    age = next((f for f in sentence.figures if f.kind == "age" and f.first == start), None)
    if age is None:
        return at
    end, places = age.last + 1, sentence.lexicon.data["lives"]["places"]
    if sentence.word(end) in places:  # "mit 94 Jahren in Berlin gestorben"
        end += 1
        while named(sentence, end):
            end += 1
    return end


def _apart(sentence: Sentence, at: Claim, age: Figure) -> bool:
    """As in "emigrated aged 20 and died in 2020": the age is not that of the day."""
    joins = sentence.lexicon.data["ranges"]["and"]
    first, last = sentence.scene.first_token(at), sentence.scene.last_token(at)
    between = range(min(last, age.last) + 1, max(first, age.first))
    return len(between) > PLACE or any(sentence.word(index) in joins for index in between)


def _of_then(sentence: Sentence, age: Figure) -> bool:
    """As in "wurde mit 40 Jahren Minister", "died aged 88": an age of a day that is not printed."""
    data = sentence.lexicon.data["lives"]
    if just_died(sentence, age):
        return False
    near = range(max(sentence.first, age.first - PLACE), age.first)
    words = {sentence.word(at) for at in near}
    if words.intersection(data["still"]) and words.intersection(data["present"]):
        return False  # "is still conducting at the age of 84"
    if sentence.before(sentence.phrases("lives", "then"), age.first):
        return True
    if sentence.word(age.first - 1) in data["was"] and not sentence.enclosed(age):
        return True
    return of_dead(sentence)


def just_died(sentence: Sentence, age: Figure) -> bool:
    """As in "has died aged 88": a death of these days."""
    first, just = (
        sentence.scene.passage.bounds(age.first)[0],
        sentence.phrases("lives", "just_died"),
    )
    return any(sentence.at(just, at) for at in range(first, age.first))


def of_dead(sentence: Sentence) -> bool:
    """Does a word of dying stand anywhere?"""
    return says(sentence, "lives", "died")


def _bound(sentence: Sentence, birth: Figure, age: Figure) -> bool:
    """Birth and age in one phrase or clause: brackets, "ist", "aged", few words and commas."""
    left, right = (birth, age) if birth.first < age.first else (age, birth)
    between = range(left.last + 1, right.first)
    free = [at for at in between if not sentence.dated(at)]
    marks = [sentence.word(at) for at in free if sentence.word(at) in BREAKS]
    if marks.count("(") + marks.count(",") + marks.count(")") != len(marks):
        return False
    if sentence.word(age.first - 1) == "(" and sentence.word(age.last + 1) in {")", ","}:
        return True
    if left is age:  # "Anna Muster, 53, born in 1971"
        return len(between) <= PLACE
    known = sentence.lexicon.data["lives"]["is"]
    died = sentence.phrases("lives", "died")
    if any(sentence.word(at) in known or sentence.at(died, at) for at in between):
        return True
    opening = range(max(sentence.first, left.first - LINKS), left.first)
    return not marks and any(sentence.word(at) in known for at in opening)
