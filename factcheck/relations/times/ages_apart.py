"""Birth and age told in two sentences: "Sie starb 2024 mit 79 Jahren. Geboren wurde sie 1935".

Two sentences that follow each other, one with the date of a birth, the other with an age, and a
pronoun in the second that stands for the person of the first. The age is of the day of death that
is printed, of the year in "Als der Betrieb 1990 schloss, war sie zwölf", else of today, as one in
apposition is: "Mr Hall, 47,". Where a word names somebody of the family, the age may be theirs.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, cues, neighbours
from factcheck.relations.times.aged import could_be_age, of_then
from factcheck.relations.times.ages import beside_word, just_died, of_dead
from factcheck.relations.times.lives import kin, persons, pronoun
from factcheck.relations.windows import says

REACH = 9
NEAR = 3


def find(scene: Scene) -> Iterator[Relation]:
    """Each birth and age of neighbouring sentences."""
    born = cues(scene.passage.lexicon, "lives", "born")
    if born.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        yield from _read(both, split)


def _read(both: Sentence, split: int) -> Iterator[Relation]:
    ages = [figure for figure in both.figures if figure.kind == "age"]
    ages = [age for age in ages if _apposed(both, age)] or ages  # "Mr Hall, 47,"
    then = [f for f in both.figures if could_be_age(f) and of_then(both, f)]
    then = then or [f for f in both.figures if could_be_age(f) and _turning(both, f)]
    ages = ages or then
    dates = [figure for figure in both.figures if figure.kind == "date"]
    births = [date for date in dates if beside_word(both, date, "born")]
    if len(ages) != 1 or len(births) != 1 or ages[0].quantity.value is None:
        return
    age, birth = ages[0], births[0]
    if (age.first < split) == (birth.first < split) or not _same_person(both, split):
        return
    others = [date for date in dates if date is not birth]
    at = _day(both, others, age, split, alone=then == ages)
    day = at.claim if at is not None else _relative(both, age, split)
    first, end = both.scene.passage.bounds(age.first)
    others = [date for date in others if first <= date.first < end]
    lately = not both.words.isdisjoint(both.lexicon.data["elapsed"]["now"])
    pronouns = {group[0] for group in both.lexicon.data["lives"]["pronouns"]}
    own = any(both.word(at) in pronouns for at in range(first, end))  # not "ihr Lehrer"
    possessives = both.lexicon.data["lives"]["possessives"]
    another = any(both.word(at) in possessives for at in range(first, age.first))
    lately = (lately and own) or (just_died(both, age) and not another)
    now = lately if of_dead(both) else _of_now(both, age)
    if day is None and (others or not now):
        return
    yield both.relation("age", {"birth": birth, "age": age, "at": day}, sure=False)


def _same_person(both: Sentence, split: int) -> bool:
    """A pronoun soon in the second sentence, no other one in either, and nobody of the family."""
    data = both.lexicon.data["lives"]
    if both.at(both.phrases("lives", "born"), split):  # "Born on 2 May 1940, ..., she"
        ends = range(split, both.end)
        meant = [g for g in data["pronouns"] if any(_subject(both, at, g[0]) for at in ends)]
    else:
        near = frozenset(both.word(at) for at in range(split, min(both.end, split + REACH)))
        meant = [group for group in data["pronouns"] if not near.isdisjoint(group)]
    return not kin(both) and len(meant) == len(persons(both)) == 1


def _subject(both: Sentence, at: int, pronoun_word: str) -> bool:
    """As in "Born in 1940, she", not "Born in 1940, the group she founded"."""
    was = both.lexicon.data["lives"]["was"]
    led = both.word(at - 1) in {",", *was} or both.word(at - 2) == ","  # ", wuchs er"
    return both.word(at) == pronoun_word and led


def _day(
    both: Sentence, others: Sequence[Figure], age: Figure, split: int, *, alone: bool
) -> Figure | None:
    """The one other date, if it is that of the death, or of "Als ... 1990 ..., war sie"."""
    if len(others) != 1:
        return None
    date, first = others[0], both.scene.passage.bounds(age.first)[0]
    apart = (date.first < split) != (age.first < split)
    if beside_word(both, date, "died"):
        return None if _of_earlier(both, age, date) else date
    start = split if age.first >= split else both.first
    own = first == both.scene.passage.bounds(date.first)[0]
    if alone and own:
        return date  # "She joined the library at 16, in 1954"
    then = both.word(start) in both.lexicon.data["changes"]["when"] and date.first < age.first
    was = any(
        both.word(at) in both.lexicon.data["lives"]["was"] for at in range(date.last, age.first)
    )
    return date if then and was and not apart else None


def _of_earlier(both: Sentence, age: Figure, date: Figure) -> bool:
    """As in "was six when the family left, and died in 2010": another clause has the date."""
    when = both.word(age.last + 1) in both.lexicon.data["lives"]["when"]
    return when and any(both.breaks(at) for at in range(age.last + 1, date.first))


def _relative(both: Sentence, age: Figure, split: int) -> Claim | None:
    """As in "Sie starb am Mittwoch im Alter von 92 Jahren": the one day told from the article's."""
    first, end = both.scene.passage.bounds(age.first)
    days = [c for c in both.scene.claims_in(first, end) if c.kind == "date" and c.quantity is None]
    died = cues(both.lexicon, "lives", "died")
    words = both.tokens.lowers[first:end]
    pronouns = {group[0] for group in both.lexicon.data["lives"]["pronouns"]}
    told = not died.isdisjoint(words) or _turning(both, age)
    told = told and (age.first < split or not pronouns.isdisjoint(words))
    told = told and len(days) == 1 and days[0].period is not None
    return days[0] if told else None


def _turning(both: Sentence, age: Figure) -> bool:
    """As in "Am Montag wird er 80.", "She turns 80 on Monday": the number alone."""
    data = both.lexicon.data["lives"]
    at = age.first - 1 - pronoun(both, age.first - 1)
    closes = {*data["turned_behind"], *both.lexicon.data["parts"]["joins"]}
    closed = both.breaks(age.last + 1) or both.word(age.last + 1) in closes
    return both.word(at) in data["turns"] and closed


def _of_now(both: Sentence, age: Figure) -> bool:
    """As in "Heute ist sie 58", not "Sie war 20, als sie" nor "The average age is 31"."""
    now = both.lexicon.data["lives"]["now"]
    near = range(max(both.first, age.first - NEAR), age.first)
    averaged = says(both, "means", "mean", range(both.first, age.first))
    return _apposed(both, age) or (not averaged and any(both.word(at) in now for at in near))


def _apposed(both: Sentence, age: Figure) -> bool:
    """As in "Mr Hall, 47, told the jury": a bare number between commas behind a name."""
    bare = age.claim.span.text.isdecimal() and both.word(age.last + 1) == ","
    name = both.tokens.words[age.first - 2] if age.first - 2 >= both.first else ""
    return bare and both.word(age.first - 1) == "," and name[:1].isupper()
