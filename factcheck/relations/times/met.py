"""An age and a birth of two persons who meet in one clause: "The bishop, 61, ordained Tom Lind,
born in 1988", "Das Opfer, 61, kannte den Täter, einen 1988 geborenen Maurer".

The first figure stands in signs behind its person, and before the second stands another person:
the object of a verb, or the subject of a clause behind a comma.
"""

from factcheck.relations.sentence import CLOSING, OPENING, Figure, Sentence, cues

SIGNS = frozenset({",", *OPENING, *CLOSING})
ADJECTIVES = 3


def met(sentence: Sentence, birth: Figure, age: Figure) -> bool:
    """Does another person than that of the first figure stand right before the second one?"""
    first, second = sorted((birth, age), key=lambda figure: figure.first)
    if second is birth and _attribute(sentence, second):
        signed = sentence.word(first.last + 1) in SIGNS
        return signed and _object(sentence, second.first - 1)
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
