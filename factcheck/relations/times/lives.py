"""The birth and the ages of the only person whom a text names in full, wherever they stand.

"Hannelore Brückner, 1952 in Gera geboren, fährt Rad. Mit ihren 83 Jahren", "Glenda Farrell (78) is
not ready. She was born in 1954", "Als er 1996 aufrückte, war er 16". An age of today stands behind
the name, is "der 58-Jährige" or behind "mit ihren"; one of then beside the only year of its
sentence; one at death beside a word of dying. Two ages of today are held against each other. As
somebody without a name may be meant, only a slip is found: a few years off, or a decade or two, or
two digits turned.

In an obituary the age at death stands in the first passages, the dates of the life in one of the
last: "has died aged 78 ... Anna Smith, painter, born 3 May 1938; died 7 June 2016".
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Person, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues, sentences
from factcheck.relations.times.ages import beside_word

FEW, DECADE, DECADES = 3, 10, 3
YOUNGEST, OLDEST = 10, 110
REACH, BEHIND = 10, 4
OPENING, LINES, LONG = 3, 2, 400
PAIR = 2
Aged = tuple[Sentence, Figure, Claim | None]


def find_lives(
    scenes: Sequence[Scene], people: Sequence[Person], found: Sequence[Relation]
) -> Iterator[Relation]:
    """The ages that a text tells of one person, but for those of the relations `found` already."""
    named = [person for person in people if len(person.name.split()) > 1]
    if len(named) != 1:
        return
    bound = {relation.claim("age").id for relation in found if relation.kind == "age"}
    passages = [each for scene in scenes for each in sentences(scene, 1)]
    births = [birth for each in passages for birth in _births(each)]
    if not births and sum(claim.kind == "age" for s in scenes for claim in s.claims) < PAIR:
        return
    ages = [aged for each in passages for aged in _ages(each, named[0])]
    ages = [aged for aged in ages if not _of_somebody(aged, passages, named[0])]
    today = [figure for _, figure, at in ages if at is None]
    own = [figure for each, figure, _ in ages if not _of_person(each, figure, named[0])]
    if len(births) == 1 and births[0].claim.period is not None:
        born = births[0].claim.period.start.year
        for sentence, age, at in ages:
            day = sentence.scene.passage.document.date
            year = at.period.start.year if at is not None and at.period else day and day.year
            if age.claim.id not in bound and year and plausible(year - born, age):
                members = [("birth", births[0].claim), ("age", age.claim)]
                members += [("at", at)] if at is not None else []
                yield Relation("age", tuple(members), age.claim.span, False)
    elif (
        len(today) > 1
        and own
        and not births
        and _slip(_value(today[0]) - _value(today[1]), today[1])
    ):
        one, other = (("mention", figure.claim) for figure in today[:PAIR])
        name = ("person", named[0].mentions[0])
        yield Relation("two_ages", (name, one, other), today[1].claim.span, False)


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The age of an obituary's opening and the dates of its last lines, if each is told once."""
    if len(scenes) < OPENING or not scenes[-1].claims:
        return
    spans = [(scene, scene.passage.block.span) for scene in scenes[-LINES:]]
    lines = [scene for scene, span in spans if span.end - span.start < LONG]
    lives = [life for line in lines for each in sentences(line) for life in _whole_life(each)]
    if len(lives) != 1:
        return
    opening = [each for scene in scenes[:OPENING] for each in sentences(scene, 1)]
    ages = [(each, age) for each in opening for age in _at_death(each)]
    if len({age.quantity.value for _, age in ages}) == 1:
        (born, died), (told, age) = lives[0], ages[0]
        if told.scene is not lines[-1]:
            members = (("birth", born.claim), ("age", age.claim), ("at", died.claim))
            yield Relation("age", members, age.claim.span, False)


def _whole_life(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """The dates of birth and of death of a sentence that has no others."""
    births = list(_births(sentence))
    dates = [f for f in sentence.figures if f.kind == "date" and f not in births]
    if len(births) == len(dates) == 1 and beside_word(sentence, dates[0], "died"):
        yield births[0], dates[0]


def _at_death(sentence: Sentence) -> Iterator[Figure]:
    """The ages beside a word of dying, in a sentence that names nobody of the family."""
    died = cues(sentence.lexicon, "lives", "died")
    if sentence.words.isdisjoint(died) or kin(sentence):
        return
    for age in sentence.figures:
        near = range(max(sentence.first, age.first - REACH), age.last + BEHIND)
        soon = any(sentence.word(at) in died for at in near)
        if age.kind == "age" and soon and age.quantity.value is not None:
            yield age


def _of_somebody(aged: Aged, passages: Sequence[Sentence], person: Person) -> bool:
    """As in "Ein 32-Jähriger griff sie an. Der 32-Jährige": an age that was told of another."""
    sentence, age, at = aged
    if at is not None or _of_person(sentence, age, person):
        return False
    before = (
        f for each in passages for f in each.figures if f.claim.span.end < age.claim.span.start
    )
    family = any(kin(each) for each in passages)
    return family or any(_value(figure) == _value(age) for figure in before)


def _value(figure: Figure) -> int:
    return int(figure.quantity.value or 0)


def plausible(gone: int, age: Figure) -> bool:
    """Does the age agree with so many years, or is it a slip of them?"""
    off = gone - _value(age)
    return off in {0, 1} or _slip(off, age) or _slip(off - 1, age)


def _slip(off: int, age: Figure) -> bool:
    """A few years, up to three decades, or two digits turned: 46 for 64."""
    told = str(_value(age))
    turned = len(told) == PAIR and abs(off) == abs(_value(age) - int(told[::-1]))
    decade = off % DECADE == 0 and abs(off) <= DECADES * DECADE
    return off != 0 and (abs(off) <= FEW or decade or turned)


def pronoun(sentence: Sentence, at: int) -> bool:
    """Does a token stand for a person named before?"""
    groups = sentence.lexicon.data["lives"]["pronouns"]
    return any(sentence.word(at) in group for group in groups)


def persons(sentence: Sentence) -> list[Sequence[str]]:
    """The pronouns of each person that pronouns stand for: of him, of her."""
    groups = sentence.lexicon.data["lives"]["pronouns"]
    return [group for group in groups if not sentence.words.isdisjoint(group)]


def kin(sentence: Sentence) -> bool:
    """Is somebody of the family named, but for "als Sohn eines Küsters", "of six children"?"""
    family, descent = sentence.lexicon.data["lives"]["kin"], sentence.phrases("lives", "descent")
    own = {
        at + length
        for at in range(sentence.first, sentence.end)
        for length in range(sentence.at(descent, at))
    }
    of_family = sentence.lexicon.data["lives"]["of_family"]
    counted = (f for f in sentence.figures if sentence.word(f.first - 1) in of_family)
    own |= {at for f in counted for at in range(f.first, f.last + 2)}
    words = range(sentence.first, sentence.end)
    return any(sentence.word(at) in family and at not in own for at in words)


def _births(sentence: Sentence) -> Iterator[Figure]:
    """The dates that a word of birth marks."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "lives", "born")) or kin(sentence):
        return
    for figure in sentence.figures:
        printed = figure.claim.period is not None and figure.claim.period.anchor is None
        if figure.kind == "date" and printed and beside_word(sentence, figure, "born"):
            yield figure


def _ages(sentence: Sentence, person: Person) -> Iterator[Aged]:
    """The ages of a sentence, with the day or year at which they hold; None for today."""
    died, data = cues(sentence.lexicon, "lives", "died"), sentence.lexicon.data["lives"]
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    for age in sentence.figures:
        value = age.quantity.value
        if value is None or not YOUNGEST <= value <= OLDEST or age.quantity.hedge:
            continue
        near = range(max(sentence.first, age.first - REACH), min(sentence.end, age.last + REACH))
        told = age.kind == "age" or sentence.word(age.first - 1) in data["at_age"]
        if told and any(sentence.word(at) in died for at in near):
            deaths = [d for d in dates if beside_word(sentence, d, "died")]
            if len(deaths) == 1 or not dates:
                yield sentence, age, deaths[0].claim if deaths else None
        elif _was(sentence, age, person) and not kin(sentence):
            then = [date for date in dates if not beside_word(sentence, date, "born")]
            if len(then) == 1:
                yield sentence, age, then[0].claim
        elif not kin(sentence) and (
            _is_now(sentence, age, person) or (not dates and _of_today(sentence, age, person))
        ):
            yield sentence, age, None


def _of_today(sentence: Sentence, age: Figure, person: Person) -> bool:
    if age.kind == "number":
        return _turned(sentence, age, person)
    return age.kind == "age" and (
        _of_person(sentence, age, person) or _own(sentence, age, person)
    )  # fmt: skip


def _turned(sentence: Sentence, age: Figure, person: Person) -> bool:
    """As in "Heute wird Bruno Ganter 70."; the number alone, right behind the name."""
    end = sentence.tokens.ends[age.first - 1] if age.first > sentence.first else -1
    named = any(mention.end == end for mention in person.mentions)
    verb = not sentence.words.isdisjoint(sentence.lexicon.data["lives"]["turns"])
    today = sentence.words.intersection(sentence.lexicon.data["lives"]["now"])
    return named and verb and bool(today) and sentence.breaks(age.last + 1)


def _is_now(sentence: Sentence, age: Figure, person: Person) -> bool:
    """As in "Ann Pell is 46", "Ann Pell, who is 46, was", "Ann Pell, born in 1968, is 46"."""
    at = age.first - 1
    if sentence.word(at) not in sentence.lexicon.data["lives"]["is_now"]:
        return False
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    born = all(beside_word(sentence, date, "born") for date in dates)
    if not born or not sentence.breaks(age.last + 1):
        return False
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    mentions = [each for each in person.mentions if each.start >= starts[sentence.first]]
    named = any(each.end == ends[at - 1] for each in mentions if at > sentence.first)
    opened = any(each.start == starts[sentence.first] for each in mentions)
    apart = sentence.word(at - 1) in sentence.lexicon.data["lives"]["who"] or (
        sentence.word(at - 1) == ","
    )  # fmt: skip
    return named or (opened and apart)


def _was(sentence: Sentence, age: Figure, person: Person) -> bool:
    """As in "Als er 1996 aufrückte, war er 16", "he was 24": the number alone."""
    data, at = sentence.lexicon.data["lives"], age.first - 1
    ends = sentence.tokens.ends
    named = at > sentence.first and any(each.end == ends[at - 1] for each in person.mentions)
    if sentence.word(at) in data["was"] and named and age.kind in {"number", "age"}:
        return sentence.breaks(age.last + 1) or sentence.word(age.last + 1) in data["when"]
    if pronoun(sentence, at):
        at -= 1
        return sentence.word(at) in data["was"] and sentence.breaks(age.last + 1)
    return sentence.word(at) in data["was"] and pronoun(sentence, at - 1)


def _of_person(sentence: Sentence, age: Figure, person: Person) -> bool:
    """Right behind a name of the person: "Jonas Ebersbach, 60,", "Glenda Farrell (78)"."""
    opened = sentence.word(age.first - 1) in {",", "("} and sentence.word(age.last + 1) in BREAKS
    end = sentence.tokens.ends[age.first - 2] if age.first - 2 >= sentence.first else -1
    return opened and any(mention.end == end for mention in person.mentions)


def _own(sentence: Sentence, age: Figure, person: Person) -> bool:
    """As in "der 58-Jährige", "mit ihren 83 Jahren": taken up, and of today."""
    data = sentence.lexicon.data["lives"]
    if sentence.before(sentence.phrases("lives", "own"), age.first):
        return True
    articles = data["definite"].get(person.gender or "", ())
    definite = sentence.word(age.first - 1) in articles
    return definite and "-" in age.claim.span.text and sentence.word(age.first) not in BREAKS
