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
    end = _end_of_person(sentence, second, born=second is birth)
    start = _behind_person(sentence, first, born=first is birth)
    begin = _begin(sentence, end, start)
    if begin is None or begin <= start:
        return False
    earlier = {sentence.word(at) for at in range(sentence.first, start)}
    if sentence.word(end - 1) in earlier:
        return False
    before, data = sentence.word(begin - 1), sentence.lexicon.data
    if before == ",":
        return any(sentence.word(at) not in SIGNS for at in range(start, begin))
    copulas = {*data["lives"]["is"], *data["lives"]["was"], *data["changes"]["as"]}
    small = {*data["speech"]["prepositions"], *copulas, *data["speech"]["relative"]}
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
        while sentence.word(at - 1) in small:
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
            return begin
        if not words[begin].isalpha():
            break
    return at if at < end else None
