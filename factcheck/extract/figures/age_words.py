"""When a bare number or a number of years is somebody's age."""

from factcheck.extract.figures.bound_ages import behind_bound, spaced_bound
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.told_ages import (
    is_ended,
    is_of_a_group,
    is_told_age,
    past_adverbs,
)
from factcheck.extract.passages import Passage
from factcheck.extract.speech.words import speech_words

OLDEST = 115
YOUNGEST_BRACKETED = 14
DASHES = frozenset("-–—")


def is_bare_age(passage: Passage, numeral: Numeral) -> bool:
    """As in "Peter Müller (53)", "the novelist, 67, has", "aged 25", "when she was 14"."""
    first, last = numeral.first, numeral.last
    if numeral.scale != 1 or not 0 < numeral.value <= OLDEST:
        return False
    if numeral.digits and not passage.tokens.words[last].isdecimal():
        return is_of_a_group(passage, first)  # "an average age of 37.1", not "27,5 Prozent (39,0)"
    aged = past_adverbs(passage, first - 1) + 1  # "aged just 73"
    if passage.lexicon.phrases("ages", "before").before(passage.tokens, aged):
        return True
    if _of_people(passage, first, last) or is_told_age(passage, first, last):
        return True
    if not numeral.digits:
        return _of_a_child(passage, numeral)
    if passage.lexicon.phrases("ages", "onward").at(passage.tokens, last + 1):
        return True  # "voters 65 and older"
    return _in_apposition(passage, numeral)


def is_age_in_years(passage: Passage, numeral: Numeral, unit_last: int) -> bool:
    """As in "Kinder unter 14 Jahren", "im Alter von 88 Jahren", "mit 75 Jahren"."""
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    first = numeral.first
    if tokens.lower(unit_last + 1) in ages["apart"]:
        return False  # "the average age of a first fall was 8.1 years later"
    if passage.lexicon.phrases("ages", "before").before(tokens, first):
        return True
    if _of_people(passage, first, unit_last) or is_of_a_group(passage, first):
        return True
    after = tokens.words[unit_last + 1] if unit_last + 1 < len(tokens) else "."
    before = tokens.lowers[first - 1] if first else ""
    if before == "(" and tokens.lower(first - 2).endswith(tuple(ages["bracketed_ends"])):
        return True  # "im Erwerbsalter (25 bis 49 Jahre)"
    if _of_those_before(passage, first):
        return True
    if before in passage.lexicon.data["ranges"]["or"]:  # "mit 12 oder 13 Jahren"
        before = tokens.lower(first - 3)
    if before in ages["own"]:  # "mit seinen 83 Jahren"
        before = tokens.lower(first - 2)
    # "mit 30 Jahren Haft" goes on with a noun.
    return before in ages["idiom"] and not after[0].isupper()


def _of_those_before(passage: Passage, first: int) -> bool:
    """As in "zwei Wanderer (52 und 53 Jahre)": nothing but figures behind the bracket of people."""
    at = _before_list(passage, first)
    children = passage.tokens.lower(at - 1) in passage.lexicon.data["ages"]["children"]
    return passage.tokens.words[at] == "(" and (children or _are_people(passage, at - 1))


def _before_list(passage: Passage, first: int) -> int:
    """The token before a list of figures, of which one stands at a token."""
    tokens, anchors = passage.tokens, passage.lexicon.number_anchors
    listed = {",", *passage.lexicon.data["ranges"]["and"]}
    at = first - 1
    while at > 0 and (
        tokens.lowers[at] in listed or tokens.words[at].isdecimal() or tokens.lowers[at] in anchors
    ):
        at -= 1
    return at


def _are_people(passage: Passage, at: int) -> bool:
    """Is the token a word for people, by itself or by its ending?"""
    noun, ages = passage.tokens.lower(at), passage.lexicon.data["ages"]
    return noun in ages["people"] or noun.endswith(tuple(ages["people_ends"]))


def _of_people(passage: Passage, first: int, numeral_last: int) -> bool:
    """A bound behind a word for people: "adults over 50", "Frauen zwischen 20 und 30"."""
    tokens, people = passage.tokens, passage.lexicon.data["ages"]["people"]
    opened = passage.lexicon.phrases("ranges", "between").before(tokens, first)
    if opened is not None:
        return _are_people(passage, first - opened[0] - 1)
    if spaced_bound(passage, first):
        return True
    hyphen = 1 if behind_bound(passage, first) else 0
    hedge = passage.lexicon.hedges.before(tokens, first - hyphen)
    if hedge is None or hedge[1] not in {"over", "under", "at least"}:
        return False
    before = first - hedge[0] - 1
    if tokens.lower(before) in passage.lexicon.data["grammar"]["auxiliaries"]:
        return tokens.lower(before - 1) in people and is_ended(passage, numeral_last)
    before -= tokens.lower(before) == "("  # "bei Jugendlichen (unter 25 Jahren)"
    return bool(hyphen) or _are_people(passage, before)  # "750 Gymnasiasten über 16 Jahre"


def _of_a_child(passage: Passage, numeral: Numeral) -> bool:
    """As in "his sister, six, was found", "Sarah Hill, eight, from Leeds": a word in commas."""
    tokens, first, last = passage.tokens, numeral.first, numeral.last
    if tokens.lower(first - 1) != "," or tokens.lower(last + 1) not in {",", "."} or first < 3:
        return False
    if tokens.lowers[first - 2] in passage.lexicon.data["ages"]["persons"]:
        return True
    if _keeps_score(passage, first):
        return False
    names = tokens.words[first - 3 : first - 1]
    return tokens.words[last + 1] == "," and all(name.istitle() for name in names)


def _in_apposition(passage: Passage, numeral: Numeral) -> bool:
    """A name or person before the brackets or commas in which the number stands alone."""
    tokens = passage.tokens
    first, last = numeral.first, numeral.last
    if first < 2 or last + 1 >= len(tokens):
        return False
    around = _around(passage, first, last)
    if tokens.lowers[first - 1] in passage.lexicon.data["ages"]["both"]:
        return tokens.words[first - 2] + tokens.words[last + 1] in {",,", "()"}  # ", both 20, were"
    listed = around[0] in "(," or tokens.lowers[first - 1] in passage.lexicon.data["ranges"]["and"]
    if listed and _of_kin(passage, first, last):
        return True
    name = tokens.words[first - 2]
    if not name.isalpha() or tokens.lowers[first - 2] in passage.lexicon.calendar_words:
        return False
    if around == "(," and _party_follows(passage, last + 2):
        around = "()"  # "Nancy Faeser (54, SPD)"
    if around == "()" and _keeps_score(passage, first):
        return False
    if around == "()":
        person = name[0].isupper() and not name.isupper()  # "vor dem BVB (41)"
        return numeral.value >= YOUNGEST_BRACKETED and person and not _of_many(passage, first)
    if (
        around == ",."
        and numeral.value >= YOUNGEST_BRACKETED
        and passage.bounds(first)[1] == last + 2
    ):
        told = _named_by(passage, first - 2) or _told_before(passage, first)
        return name.istitle() and told
    if around != ",,":
        return False
    if passage.lexicon.data["grammar"]["capitalised_nouns"]:
        before = tokens.words[first - 3] if first > 2 else ""
        return name[0].isupper() and before.isalpha() and before[0].isupper()
    return tokens.lowers[first - 2] not in passage.lexicon.stop_words


def _around(passage: Passage, first: int, last: int) -> str:
    """The marks before and behind: "()", ",,"."""
    tokens = passage.tokens
    opening, closing = tokens.words[first - 1], tokens.words[last + 1]
    if closing == "/" and opening == "(":
        closing = ")"  # "Tom Hill (26/Kiel)"
    if closing in DASHES and not tokens.glued(last + 1):
        closing = ","  # "Tom Hill, 17 - who was there"
    return opening + closing


def _of_many(passage: Passage, first: int) -> bool:
    """As in "aus Italien (34) und Spanien (28)", "die meisten Tore warf Hill (17)": no ages.

    A name alone, of a place or in a list of who has most.
    """
    tokens, lexicon = passage.tokens, passage.lexicon
    name, before = tokens.lowers[first - 2], tokens.words[first - 3] if first > 2 else "."
    if name in lexicon.glossary.regions or name in lexicon.glossary.towns:
        return True
    if name in lexicon.words("shares", "parties") or name in lexicon.data["fractions"]["parts"]:
        return True  # "den Grünen (26)", "ein Drittel (34)"
    if name in lexicon.data["fractions"]["halves"]:
        return True
    if len(name) > 1 and tokens.words[first - 2].isupper():
        return True  # "vor dem BVB (41) und Schalke (40)"
    if before in lexicon.data["ages"]["places_after"]:
        return True
    at = first - 2
    while tokens.words[at].istitle() and at > 3:
        at -= 1
    while tokens.lowers[at] in {",", *lexicon.data["ranges"]["and"]}:
        at -= 1
    if tokens.words[at] == ")" and tokens.words[at - 1].isdecimal():
        young = int(tokens.words[at - 1]) < YOUNGEST_BRACKETED  # "Ohio (1), New York (26)"
        return young or _of_many(passage, at - 1)
    begin, end = passage.bounds(first)
    if any(
        tokens.words[at] == "("
        and tokens.words[at + 1].isdecimal()
        and tokens.words[at + 3] == ")"
        and tokens.words[at + 2].istitle()
        and not lexicon.units.at(tokens, at + 2)
        for at in range(begin, first - 3)
    ):
        return True  # "aus Heim (24 Mann) und Berg (30)"
    ranked = lexicon.words("ages", "ranked_by")
    if before[0].isupper() or not passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return False
    return not ranked.isdisjoint(tokens.lowers[begin:end])


def _keeps_score(passage: Passage, first: int) -> bool:
    """As in "thanks to Tom Hill (58), to reach 269 in the second innings": runs, no ages."""
    begin, end = passage.bounds(first)
    tokens, scored = passage.tokens, passage.lexicon.words("ages", "scored")
    if not scored.isdisjoint(tokens.lowers[begin:end]):
        return True
    return any(
        tokens.words[at] == "(" and tokens.lower(at + 1).isdecimal() and _of_a_band(passage, at)
        for at in range(begin + 2, end)
    )


def _of_a_band(passage: Passage, bracket: int) -> bool:
    """As in "the Rolling Stones (14)": a name with its article is nobody's."""
    tokens, at = passage.tokens, bracket - 1
    while at > 0 and tokens.words[at].istitle() and tokens.words[at].isalpha():
        at -= 1
    named = at < bracket - 1 and not passage.lexicon.data["grammar"]["capitalised_nouns"]
    return named and tokens.lowers[at] in passage.lexicon.data["grammar"]["determiners"]


def _party_follows(passage: Passage, at: int) -> bool:
    """A name in capitals and the closing bracket."""
    words = passage.tokens.words
    return at + 1 < len(words) and words[at].isalpha() and words[at][0].isupper() and (
        words[at + 1] == ")"
    )  # fmt: skip


def _told_before(passage: Passage, first: int) -> bool:
    """As in "Gemma, 16, and Hannah, 14.": the sentence told the age of another name so."""
    words = passage.tokens.words
    return any(
        words[at].isdecimal()
        and words[at - 1] == words[at + 1] == ","
        and words[at - 2].istitle()
        and words[at - 2].isalpha()
        for at in range(passage.bounds(first)[0] + 2, first - 3)
    )


def _named_by(passage: Passage, name: int) -> bool:
    """Is the name a full one, or told by a verb of saying: "said Marquardt, 67."?"""
    tokens = passage.tokens
    before = tokens.words[name - 1] if name else ""
    return before.istitle() or bool(speech_words(passage.lexicon.code).kinds.get(before))


def _of_kin(passage: Passage, first: int, last: int) -> bool:
    """As in "Ihre Söhne (8, 10 und 12)", "the two brothers, 22 and 26,": nothing but figures.

    Behind other persons, "drei Verdächtige", figures of two digits are ages as well.
    """
    tokens, ages = passage.tokens, passage.lexicon.data["ages"]
    listed = {",", *passage.lexicon.data["ranges"]["and"]}
    begin, end = _before_list(passage, first), last + 1
    while end < len(tokens) - 1 and (tokens.lowers[end] in listed or tokens.words[end].isdecimal()):
        end += 1
    told = [word for word in tokens.words[begin + 1 : end] if word.isdecimal()]
    bracketed = tokens.words[begin] == "(" and tokens.words[end] == ")"
    begin -= bracketed
    apart = tokens.words[begin + 1] == "," == tokens.words[end - 1]
    if len(told) < 2 or not (bracketed or apart):
        return False
    noun, glossary = tokens.lower(begin), passage.lexicon.glossary
    if noun in ages["people"] or noun in ages["children"]:
        return True
    persons = {f"g:{entry}" for entry in glossary.of(noun)} & glossary.persons
    grown = bracketed and all(len(word) == 2 for word in told)
    return grown and (bool(persons) or _are_people(passage, begin))
