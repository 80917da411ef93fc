"""What a bare number counts or tells when another figure of its clause says so.

"330 votes to 275", "two 15-year-olds", "aged 8, 10 and 12".
"""

from fractions import Fraction
from itertools import pairwise

from factcheck.extract.figures.age_words import OLDEST
from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.gapping import is_gapped, past_asides
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.number_words import ordinal_value
from factcheck.extract.figures.ratios import ordinal
from factcheck.extract.figures.shared_verbs import shared_verb
from factcheck.extract.figures.told_ages import is_ended
from factcheck.extract.passages import Passage

REACH = 14
PHRASE = 3  # tokens of "on the roads"
MOST_RANK = 100


def next_one(passage: Passage, left: Figure, right: Figure) -> Figure:
    """As in "two homes burned down and a third was damaged": an ordinal, no share."""
    value, rank = (
        right.quantity.value,
        ordinal_value(passage.tokens.lowers[right.last], passage.lexicon),
    )
    counted = left.quantity.kind == "count" and right.quantity.kind == "fraction"
    if not counted or rank is None or left.quantity.value != rank - 1 or value != Fraction(1, rank):
        return right
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    after = tokens.lower(right.last + 1)
    if after in {*grammar["of_words"], *grammar["plural_verbs"]}:
        return right
    return ordinal(passage, right.first, right.last, rank)


def counts_same(passage: Passage, left: Figure, right: Figure) -> bool:
    """Is the noun of the left figure the noun of the bare right one as well?

    A verb or a noun of its own between the two begins another clause: in "27 people died, 56 were
    hurt" nothing printed says what the 56 are.
    """
    value = right.quantity.value
    broken = value is None or value != int(value)  # nobody counts 6.6 people
    if left.quantity.kind != "count" or right.first - left.last > REACH or broken:
        return False
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if (left.quantity.noun or "").lower() in passage.lexicon.data["percent"]["bare_points"]:
        points = (_told_apart, _scored, _once_more)  # "fell 160 points to 11,284"
        return any(rule(passage, left, right) for rule in points)
    rules = (_told_apart, _named_part, _part_next, _once_more, shared_verb, _broken_down)
    if _fronted(passage, left) or any(rule(passage, left, right) for rule in rules):
        return True
    if is_gapped(passage, left.last + 1, right.first) and is_ended(passage, right.last):
        return True  # "Im Juni kamen 300 Gäste, im Juli 250"
    after = tokens.lower(right.last + 1)
    compared = after in passage.lexicon.data["changes"]["behind"]  # "and two more than last year"
    told = tokens.lower(right.first - 1) in grammar["singular_verbs"]  # "45 votes and was 33"
    apart = compared or told or after in grammar["auxiliaries"]
    return not apart and _beside(passage, left, right)


def _told_apart(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "Hill's 35 points and Ball's 25", "on 60 points, 26 ahead of her rival"."""
    tokens, owning = passage.tokens, passage.lexicon.phrases("grammar", "owning")
    if owning.before(tokens, left.first) and owning.before(tokens, right.first):
        return True
    return tokens.lower(right.last + 1) in passage.lexicon.data["grammar"]["apart"]


def _named_part(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "640 beds, 37 of them empty", "79 in all", "50 beds out of 75", "of which 37"."""
    tokens, phrases = passage.tokens, passage.lexicon.phrases
    if any(phrases("grammar", key).at(tokens, right.last + 1) for key in ("of_them", "in_all")):
        return True
    for key, between in (("out_of", []), ("of_them", [","])):
        opened = phrases("grammar", key).before(tokens, right.first)
        if opened and list(tokens.lowers[left.last + 1 : right.first - opened[0]]) == between:
            return True
    return False


def _scored(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "won by 22 points to 20": the lower score of two."""
    tokens, lexicon = passage.tokens, passage.lexicon
    by = tokens.lower(left.first - 1) in lexicon.data["changes"]["by"]
    between = tokens.lowers[left.last + 1 : right.first]
    won, lost = left.quantity.value, right.quantity.value
    lower = won is not None and lost is not None and lost < won
    return by and lower and len(between) == 1 and between[0] in lexicon.data["ranges"]["to"]


def more_of_it(passage: Passage, right: Figure) -> bool:
    """As in "threw for 158 yards and ran for 146 more"; "146 more than" tells a difference."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    again = tokens.lower(right.last + 1) in grammar["again"]
    return again and tokens.lower(right.last + 2) not in grammar["than"]


def _fronted(passage: Passage, left: Figure) -> bool:
    """As in "Of the 1,204 patients in the trial, 602": the whole opens the sentence."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    first = passage.bounds(left.first)[0]
    opening = tokens.lowers[first : left.first]
    fronted = opening[:1] and opening[0] in grammar["fronted"]
    return bool(fronted) and set(opening[1:]) <= set(grammar["determiners"])


def _part_next(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "von 25 Werken sechs, von den 63 Kokereien elf": the part right behind its whole."""
    tokens, whole, part = passage.tokens, left.quantity.value, right.quantity.value
    at = left.first - 1
    at -= tokens.lower(at) in passage.lexicon.data["grammar"]["determiners"]
    fits = whole is not None and part is not None and part <= whole
    next_to = right.first == left.last + 1 and is_ended(passage, right.last)
    return fits and next_to and tokens.lower(at) in passage.lexicon.data["ranges"]["from"]


def _beside(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "36,000 visitors, up from 29,500", "118,000 people in Britain and 125,000 abroad"."""
    tokens, lexicon = passage.tokens, passage.lexicon
    joins = lexicon.data["grammar"]["beside_joins"]
    words = past_asides(tokens.words[left.last + 1 : right.first])
    lowers = [word.lower() for word in words]
    alike = _alike_behind(passage, left, right) or _next_named(passage, left, right)
    if not alike and not any(lower in joins for lower in lowers):
        return False
    clause = any(
        one == "," and two in lexicon.data["ranges"]["and"] for one, two in pairwise(lowers)
    )
    light = {",", "-", *joins, *lexicon.stop_words, *lexicon.hedges.first_words}
    light |= lexicon.words("elided", "timed")
    if not lexicon.data["grammar"]["capitalised_nouns"]:
        light |= {"–", "—", "/"}
        if (right.quantity.value or 0) > MOST_RANK:  # "2,000 runners in 2015 but fell to 1,200"
            light |= lexicon.words("changes", "up", "down")
    owning = lexicon.phrases("grammar", "owning")
    light |= owning.first_words | owning.last_words
    ends = tuple(lexicon.data["grammar"]["adverb_ends"])
    if alike and lexicon.data["grammar"]["capitalised_nouns"]:  # "62 der aktiven Wehr und 18 der"
        ends += tuple(lexicon.data["grammar"]["adjective_ends"])
    return not clause and all(
        lower in light or word[0].isupper() or word[0].isdecimal() or lower.endswith(ends)
        for word, lower in zip(words, lowers, strict=True)
    )


def _broken_down(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "80 Funde, 60 im Gepäck, 20 in Koffern": each part with a preposition behind it.

    Where nouns are not capitalised, small words may end a part that prints no noun: "18 million
    on the roads, four million on railways".
    """
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    capitals, between = grammar["capitalised_nouns"], tokens.lowers[left.last + 1 : right.first]
    placing = [*grammar["prepositions"], *passage.lexicon.data["ranges"]["from"]]
    before = {*(placing if capitals else grammar["placing"])}
    ands = passage.lexicon.data["ranges"]["and"]
    joins = {",", *ands, *passage.lexicon.words("elided", "cut")}
    if tokens.lower(right.last + 1) not in before or not between or between[-1] not in joins:
        return False
    whole, part = left.quantity.value, right.quantity.value
    fits = between[-1] not in ands and part is not None and (whole is None or part <= whole)
    if fits and (len(between) == 1 or _set_off(passage, left.last + 1, right.first - 1)):
        return True
    if fits and not capitals and _next_place(passage, right):
        return True
    printed = tokens.words[left.last]
    if between[0] not in before or not (printed[0].isdecimal() or printed.islower()):
        return False
    phrase = tokens.words[left.last + 2 : right.first - 1]
    light = {*grammar["determiners"], ",", *before}
    if all(word[0].isupper() or word in light for word in phrase):
        return True
    bare = not (left.quantity.noun or printed).endswith(printed)
    return bare and not capitals and len(phrase) <= PHRASE and "," not in phrase


def _next_place(passage: Passage, right: Figure) -> bool:
    """As in "135 in Auckland, 6 in Waikato": another number with the same preposition follows."""
    tokens, joins = passage.tokens, {",", *passage.lexicon.data["ranges"]["and"]}
    return any(
        tokens.lowers[at] in joins
        and tokens.lowers[at + 2] == tokens.lowers[right.last + 1]
        and (
            tokens.words[at + 1].isdecimal()
            or tokens.lowers[at + 1] in passage.lexicon.number_anchors
        )
        for at in range(right.last + 3, min(right.last + 3 + PHRASE, len(tokens) - 2))
    )


def _set_off(passage: Passage, first: int, end: int) -> bool:
    """As in "25 million travellers heading off - 18 million by road": what they do, and no more."""
    tokens, lexicon = passage.tokens, passage.lexicon
    doing = tokens.lowers[first].endswith(tuple(lexicon.data["elided"]["describing_ends"]))
    small = lexicon.words("grammar", "behind_nouns")
    return doing and all(lower in small for lower in tokens.lowers[first + 1 : end])


def _once_more(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "2,800 jobs were lost at the mill and 350 at the depot": one preposition twice."""
    tokens = passage.tokens
    between = list(tokens.lowers[left.last + 1 : right.first])
    behind = tokens.lower(right.last + 1)
    placed = behind in passage.lexicon.data["grammar"]["placing"]
    if not placed or between.count(behind) != 1 or "," in between[:-1]:
        return False
    if between[-1] in passage.lexicon.data["ranges"]["and"]:
        return True
    place, other = left.last + 2 + between.index(behind), right.last + 2
    named = (*tokens.words[place : place + 1], *tokens.words[other : other + 1])
    return between[-1] == "," and all(word[0].isupper() for word in named)  # "2 in Rome, 3 in Bari"


def _next_named(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "45 seats, the Greens four": nothing but another name between."""
    tokens, determiners = passage.tokens, passage.lexicon.data["grammar"]["determiners"]
    words = tokens.words[left.last + 1 : right.first]
    names = [word for word in words[1:] if word not in determiners]
    return words[:1] == [","] and bool(names) and all(word[0].isupper() for word in names)


def _alike_behind(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "65 flights on Thursday, 180 on Friday": one small word behind both."""
    tokens = passage.tokens
    behind = tokens.lower(left.last + 1)
    return behind in passage.lexicon.stop_words and behind == tokens.lower(right.last + 1)


def measured_noun(passage: Passage, left: Figure, right: Figure) -> str | None:
    """What is counted and measured at once: "drei 18-Jährige", "40,000 10-pound bags"."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if left.last + 1 != right.first or right.quantity.hedge is not None:
        return None
    end = tokens.words[right.last]
    capitals = grammar["capitalised_nouns"]
    plural = end[0].isupper() if capitals else end.endswith(grammar["plural_end"])
    if right.quantity.kind == "age" and plural and end.isalpha():
        return right.quantity.span.text
    hyphened = "-" in tokens.words[right.first : right.last + 1]
    if not hyphened or right.quantity.kind not in {"age", "measure", "duration", "money", "count"}:
        return None
    noun = counted_noun(passage, right.last + 1, passage.bounds(right.first)[1])
    return noun.text if noun is not None else None


def compounded_noun(passage: Passage, figure: Figure) -> str | None:
    """As in "six of his 3-point attempts": attempts are counted, not points."""
    tokens, noun = passage.tokens, figure.quantity.noun
    at = figure.last + 1
    if noun is None or "-" not in tokens.words[figure.first : at] or tokens.lower(at) == "-":
        return None
    counted = counted_noun(passage, at, passage.bounds(figure.first)[1])
    return counted.text if counted is not None else None


def same_age(passage: Passage, left: Figure, right: Figure) -> bool:
    """As in "im Alter von 23 und 31 Jahren", "aged 8, 10 and 12"."""
    tokens, value = passage.tokens, right.quantity.value
    between = list(tokens.lowers[left.last + 1 : right.first])
    joins = passage.lexicon.data["ranges"]["and"]
    if right.quantity.kind == "duration" and right.quantity.unit == left.quantity.unit:
        apart = tokens.lower(right.last + 1) in passage.lexicon.data["ages"]["apart"]
        return not apart and len(between) == 1 and between[0] in {",", *joins}
    if right.quantity.kind != "number" or value is None or not 0 < value <= OLDEST:
        return False
    if passage.lexicon.phrases("ages", "before").at(tokens, right.last + 1):
        return False  # "one aged 24 and two aged 19"
    if between == [","]:  # more of the list follows
        return tokens.lower(right.last + 1) in {",", *joins}
    if len(between) == 2 and between[1] in passage.lexicon.data["ages"]["he_or_she"]:
        return between[0] in {",", *joins}  # "er ist 57 Jahre alt, sie 48"
    if between[:1] == [")"] and between[-1] == "(" and tokens.lower(right.last + 1) == ")":
        named = {")", "(", ",", *joins}  # "Hill (45), Gul (12) and Rao (4)"
        words = tokens.words[left.last + 1 : right.first]
        return all(word[0].isupper() or word.lower() in named for word in words)
    last = between[-1:] and between[-1] in joins and between[:-1] in ([], [","])
    return bool(last) and tokens.lower(left.first - 1) in {",", "(", *_aged(passage)}


def _aged(passage: Passage) -> frozenset[str]:
    return passage.lexicon.phrases("ages", "before").last_words
