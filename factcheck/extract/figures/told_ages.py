"""Ages that words of a clause tell: "was only 16,", "died on Monday at 81", "a boy of eight"."""

from factcheck.extract.passages import Passage

CLOSING = frozenset(".,;:!?)\"'”“»")
APART = frozenset(",:(-–")
APOSTROPHES = frozenset("'’")
YOUNGEST_TOLD = 13  # "at 8" is an hour
DEATH_REACH = 7
AGE_REACH = 12


def is_told_age(passage: Passage, first: int, last: int) -> bool:
    """Is the number at these tokens somebody's age, by the verb, noun or phrase before it?"""
    leads = passage.lexicon.words(
        "ages", "verbs", "adverbs", "turning", "between", "now", "opening", "contracted", "told_of"
    )
    if first == 0 or passage.tokens.lowers[first - 1] not in leads:
        return False
    ends = is_ended(passage, last)
    if ends and (_of_somebody(passage, first) or _by_now(passage, first)):
        return True
    if ends and (_said_of(passage, first, last) or _turned(passage, first)):
        return True
    if _behind_pronoun(passage, first, last, ends=ends):
        return True
    if _opens(passage, first, last) or _at_death(passage, first, last):
        return True
    return _behind_age(passage, first, last) or (ends and is_of_a_group(passage, first))


def is_ended(passage: Passage, last: int) -> bool:
    """Nothing follows the number that it could count: the clause ends or goes on."""
    tokens, lexicon = passage.tokens, passage.lexicon
    after = tokens.lower(last + 1)
    if not after or after in CLOSING or lexicon.phrases("ages", "then").at(tokens, last + 1):
        return True
    onward = after in lexicon.data["ranges"]["and"]
    return onward and not tokens.lower(last + 2)[:1].isdecimal()


def past_adverbs(passage: Passage, at: int) -> int:
    """The token before adverbs: "was only 16", "is now 54"."""
    adverbs = passage.lexicon.data["ages"]["adverbs"]
    while at > 0 and passage.tokens.lowers[at] in adverbs:
        at -= 1
    return at


def _said_of(passage: Passage, first: int, last: int) -> bool:
    """As in "when she was 14,", "Beck was just 22 at the time": a pronoun or name and a verb."""
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    at = past_adverbs(passage, first - 1)
    if at > 1 and tokens.lowers[at] in ages["contracted"] and tokens.words[at - 1] in APOSTROPHES:
        return tokens.lowers[at - 2] in ages["pronouns"]  # "she's 17,"
    if at < 1 or tokens.lowers[at] not in ages["verbs"]:
        return False
    if tokens.lowers[first] in passage.lexicon.data["numbers"]["pronouns"]:
        return False  # "she was one, too"
    at = past_adverbs(passage, at - 1)
    while at > 0 and tokens.lowers[at] in ages["helping"]:
        at -= 1
    named = tokens.words[at].istitle() and bool(
        passage.lexicon.phrases("ages", "then").at(tokens, last + 1)
    )
    return named or tokens.lowers[at] in ages["pronouns"]


def _behind_pronoun(passage: Passage, first: int, last: int, *, ends: bool) -> bool:
    """As in "als sie 14 war", "damals war er 17": the verb stands last, or before the pronoun.

    In "das Paar, er 77, sie 74," there is none.
    """
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    at = past_adverbs(passage, first - 1)
    if tokens.lowers[at] not in ages["told_of"]:
        return False
    if tokens.lower(last + 1) == "," and tokens.lower(at - 1) in APART:
        other = tokens.lower(last + 2) in ages["he_or_she"]
        return other and tokens.lower(last + 3).isdecimal()
    return (ends and tokens.lower(at - 1) in ages["verbs"]) or (
        tokens.lower(last + 1) in ages["verbs_behind"]
    )


def _turned(passage: Passage, first: int) -> bool:
    """As in "my mother turned 90."."""
    at = past_adverbs(passage, first - 1)
    return at > 0 and passage.tokens.lowers[at] in passage.lexicon.data["ages"]["turning"]


def _of_somebody(passage: Passage, first: int) -> bool:
    """As in "a boy of eight,", "a woman of 40"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if tokens.lower(first - 1) not in lexicon.data["grammar"]["part_words"] or first < 3:
        return False
    return tokens.lowers[first - 2] in lexicon.data["ages"]["persons"]


def _by_now(passage: Passage, first: int) -> bool:
    """As in "The defendant, now 45, denied it"."""
    tokens = passage.tokens
    return tokens.lower(first - 1) in passage.lexicon.data["ages"]["now"] and (
        tokens.lower(first - 2) in {",", "("}
    )


def _opens(passage: Passage, first: int, last: int) -> bool:
    """As in "At 42, she became", "At 19 he left": a clause opens with somebody's age."""
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    if tokens.lower(first - 1) not in ages["opening"]:
        return False
    begin = past_adverbs(passage, first - 2) + 1  # "Schon mit 16 spielte er"
    if begin > passage.bounds(first)[0] and tokens.words[begin - 1] not in CLOSING:
        return False
    after = tokens.lower(last + 1)
    if after == ",":
        names = tokens.words[last + 2 : last + 4]
        full = len(names) == 2 and all(name.istitle() for name in names)
        return full or tokens.lower(last + 2) in ages["somebody"]
    told = after in ages["somebody"] or tokens.lower(last + 2) in ages["told_of"]
    return _grown(passage, first) and told  # "Mit 17 zog sie nach Wien"


def _at_death(passage: Passage, first: int, last: int) -> bool:
    """As in "died at 78.", "died on Monday at 81", "passed away in hospital at 93 after a fall"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    if tokens.lower(first - 1) not in lexicon.data["ages"]["opening"]:
        return False
    begin = max(passage.bounds(first)[0], first - DEATH_REACH)
    before = list(tokens.lowers[begin : first - 1])
    dead = [at for at, word in enumerate(before) if word in lexicon.data["ages"]["deaths"]]
    if not dead or not (is_ended(passage, last) or tokens.lower(last + 1) in lexicon.stop_words):
        return False
    small = lexicon.words("ages", "death_between") | lexicon.stop_words | lexicon.calendar_words
    between = tokens.words[begin + dead[-1] + 1 : first - 1]
    plain = all(word[0].isupper() or word.isdecimal() or word in small for word in between)
    return plain and (_grown(passage, first) or (not between and is_ended(passage, last)))


def _grown(passage: Passage, first: int) -> bool:
    """Is the number more than any hour of the day that could stand there?"""
    word = passage.tokens.lowers[first]
    return word.isdecimal() and int(word) >= YOUNGEST_TOLD


def _behind_age(passage: Passage, first: int, last: int) -> bool:
    """As in "the median age rose to 38", "raised the pension age from 65 to 67"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    words = lexicon.data["ages"]["nouns"]
    at, floor = first - 1, max(passage.bounds(first)[0], first - AGE_REACH)
    between = lexicon.words("ages", "between")
    while at >= floor and (tokens.lowers[at] in between or tokens.lowers[at].isdecimal()):
        at -= 1
    if at < floor or at == first - 1 or tokens.lowers[at] not in words:
        return False
    after = tokens.lower(last + 1)
    return is_ended(passage, last) or after in between or after in lexicon.stop_words


def is_of_a_group(passage: Passage, first: int) -> bool:
    """As in "the average age of a gamer is 29", "the age for a first fall was about 46.8"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    verb = past_adverbs(passage, first - 1)
    if tokens.lower(verb) not in lexicon.data["ages"]["verbs"]:
        return False
    floor = max(passage.bounds(first)[0], verb - AGE_REACH)
    before = list(tokens.lowers[floor:verb])
    ages = [at for at, word in enumerate(before) if word in lexicon.data["ages"]["nouns"]]
    owned = ages and before[ages[-1] + 1 : ages[-1] + 2]
    return bool(owned) and owned[0] in lexicon.words("grammar", "part_words", "placing")
