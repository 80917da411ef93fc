"""An age and a birth that may be of two persons.

Two meet in one clause: "The bishop, 61, ordained Tom Lind, born in 1988", "Das Opfer, 61, kannte
den Täter, einen 1988 geborenen Maurer", "The driver, born in 1988, hit a 61-year-old".

The first figure stands in signs behind its person, and before the second stands another person:
the object of a verb, or the subject of a clause behind a comma.
"""

from factcheck.relations.sentence import BREAKS, CLOSING, DASHES, OPENING, Figure, Sentence, cues

SIGNS = frozenset({",", *OPENING, *CLOSING})
ADJECTIVES = 3
PHRASE = 16


def of_others(sentence: Sentence, birth: Figure, age: Figure) -> bool:
    """Words between birth and age by which the age may be that of somebody else."""
    others = sentence.lexicon.data["lives"]["others"]
    begin = max(birth.first, age.first)
    then = sentence.before(sentence.phrases("lives", "then"), begin)  # "starb gestern mit 84"
    then = then or sentence.before(sentence.phrases("lives", "own"), begin)
    then = then or sentence.before(sentence.phrases("elapsed", "drawn"), begin)  # "und damit 33"
    between = range(min(birth.last, age.last) + 1, begin - then)
    if _of_antecedent(sentence, birth, age) or _parted(sentence, between):
        return True
    if _met(sentence, birth, age) or any(_another_person(sentence, at) for at in between):
        return True
    died = sentence.phrases("lives", "died")
    return len(between) > PHRASE or any(
        sentence.word(at) in others and not sentence.at(died, at + 1) for at in between
    )


def _parted(sentence: Sentence, between: range) -> bool:
    """Does a semicolon stand between, or a dash that none closes?"""
    marks = [sentence.word(at) for at in between]
    return ";" in marks or sum(mark in DASHES for mark in marks) % 2 == 1


def _another_person(sentence: Sentence, at: int) -> bool:
    """As in "Ann Pell, 61, lives in Hull, while Rosa Hill was born in": a new name."""
    data = sentence.lexicon.data
    joins = {*data["speech"]["subordinators"], *data["speech"]["conjunctions"]}
    if sentence.word(at) not in joins or sentence.word(at) in data["changes"]["as"]:
        return False
    if sentence.word(at + 1) in data["grammar"]["determiners"]:
        return True
    earlier = {sentence.word(n) for n in range(sentence.first, at)}
    new = named(sentence, at + 1) and not sentence.dated(at + 1)
    return new and sentence.word(at + 1) not in earlier


def _of_antecedent(sentence: Sentence, birth: Figure, age: Figure) -> bool:
    """As in "Kate Hill (born 1977) plays Nora, who is 31": of whom the relative clause tells."""
    data, at = sentence.lexicon.data, age.first - 1
    relatives = {*data["changes"]["relatives"], *data["lives"]["relative"]}
    while at > sentence.first and sentence.word(at) not in BREAKS | relatives:
        at -= 1
    clause = sentence.word(at) in relatives and sentence.word(at - 1) not in {"(", ")"}
    if not clause or at < birth.first < age.first:
        return False
    closed = at - 2 - (sentence.word(at - 2) != ")")
    phrase = range(birth.last + 1, max(birth.last + 1, closed + 1))
    parted = BREAKS.union(data["grammar"]["determiners"])  # "The painter, ..., met a man, who is"
    own = birth.last < at and not any(sentence.word(n) in parted for n in phrase)
    return not (own and sentence.word(at - 1) == ",")  # "Hill (born 1977), who"


def _met(sentence: Sentence, birth: Figure, age: Figure) -> bool:
    """Does another person than that of the first figure stand right before the second one?"""
    first, second = sorted((birth, age), key=lambda figure: figure.first)
    if second is birth and _attribute(sentence, second):
        signed = sentence.word(first.last + 1) in SIGNS or _led(sentence, first)
        return signed and _object(sentence, second.first - 1)
    if second is age and _led(sentence, age) and not _definite(sentence, age):
        return _object(sentence, age.first - 1)  # "hit a 61-year-old"
    end = _end_of_person(sentence, second, born=second is birth)
    start = _behind_person(sentence, first, born=first is birth)
    begin = _begin(sentence, end, start)
    if begin is None or begin <= start:
        return False
    earlier = {sentence.word(at) for at in range(sentence.first, start)}
    if sentence.word(end - 1) in earlier:
        return False
    if sentence.word(begin - 1) == ",":
        return any(sentence.word(at) not in SIGNS for at in range(start, begin))
    return _object(sentence, begin)


def _led(sentence: Sentence, figure: Figure) -> bool:
    """As in "a 61-year-old", "eine 61-Jährige": an age with an article."""
    articles = sentence.lexicon.data["grammar"]["determiners"]
    return "-" in figure.claim.span.text and sentence.word(figure.first - 1) in articles


def _definite(sentence: Sentence, age: Figure) -> bool:
    """As in "1968 geboren, kennt der 46-Jährige": perhaps the person named before."""
    definite = sentence.lexicon.data["lives"]["definite"].values()
    return any(sentence.word(age.first - 1) in words for words in definite)


def _attribute(sentence: Sentence, birth: Figure) -> bool:
    """As in "folgt der 1952 geborenen Anna Pell"."""
    known = cues(sentence.lexicon, "lives", "born")
    articles = sentence.lexicon.data["grammar"]["determiners"]
    near = range(birth.last + 1, birth.last + 1 + ADJECTIVES)
    led = sentence.word(birth.first - 1) in articles and sentence.word(birth.first - 2) != ","
    return led and any(sentence.word(at) in known for at in near)


def _object(sentence: Sentence, begin: int) -> bool:
    """Does a verb or a preposition stand before the name or article at this token, but no place?"""
    before, data = sentence.word(begin - 1), sentence.lexicon.data
    copulas = {*data["lives"]["is"], *data["lives"]["was"], *data["changes"]["as"]}
    small = {*copulas, *data["speech"]["relative"], *data["lives"]["places"]}
    if sentence.word(begin) not in data["grammar"]["determiners"]:
        small |= {*data["lives"]["origins"]}
    return before.isalpha() and before not in small and sentence.tokens.words[begin - 1].islower()


def _behind_person(sentence: Sentence, figure: Figure, *, born: bool) -> int:
    """The token behind a figure, its sign, and the noun of "die 1988 geborene Schwimmerin"."""
    at = figure.last + 1
    known = cues(sentence.lexicon, "lives", "born")
    if born and _attribute(sentence, figure):  # "Der 1932 in Dresden geborene Maler"
        at = next(n for n in range(at, at + ADJECTIVES) if sentence.word(n) in known)
    if born and sentence.word(at) in known:
        at += 1
        while at < sentence.end and sentence.tokens.words[at][0].isupper():
            at += 1
    return at + (sentence.word(at) in SIGNS)


def _end_of_person(sentence: Sentence, figure: Figure, *, born: bool) -> int:
    """One past the last word of whom a figure tells: up to its sign, or to "born", "who was"."""
    at = figure.first
    if born:
        data = sentence.lexicon.data
        small = {*data["lives"]["born_links"], *data["lives"]["was"], *data["speech"]["relative"]}
        small |= {*cues(sentence.lexicon, "lives", "born"), *data["grammar"]["determiners"]}
        small |= {*data["lives"]["relative"]}
        places = data["lives"]["places"]
        while sentence.word(at - 1) in small or sentence.word(at - 2) in places:
            at -= 1
    return at - (sentence.word(at - 1) in SIGNS)


def _begin(sentence: Sentence, end: int, start: int) -> int | None:
    """Where the name or the noun with its article begins that ends before a token."""
    words, articles = sentence.tokens.words, sentence.lexicon.data["grammar"]["determiners"]
    at = end
    while at > start and words[at - 1][0].isupper() and words[at - 1].isalpha():
        at -= 1
    for begin in range(at - 1, max(start, at - ADJECTIVES) - 1, -1):
        if sentence.word(begin) in articles:
            return begin if begin < end - 1 else None
        if not words[begin].isalpha():
            break
    return at if at < end else None


def named(sentence: Sentence, at: int) -> bool:
    """A capitalised word that is no function word."""
    word = sentence.tokens.words[at]
    plain = word[0].isupper() and word.isalpha()
    return plain and sentence.word(at) not in sentence.lexicon.stop_words
