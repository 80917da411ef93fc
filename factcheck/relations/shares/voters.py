"""The sides of a vote, and how many members a body has: what the finders of votes look at."""

from factcheck.languages.phrases import PhraseTable
from factcheck.relations.sentence import Figure, Sentence, clause_of

JOINS = 3
REACH = 4
BODY_WORDS = 5
BEFORE = 3
YES, NO, NEITHER = range(3)


def against(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """As in "410 zu 212 Stimmen", "222 votes to 212", "410 Ja-Stimmen gegen 212"."""
    data = sentence.lexicon.data["votes"]
    between = [sentence.word(at) for at in range(left.last + 1, right.first)]
    joined = len(between) <= JOINS and any(word in data["against"] for word in between)
    known = {*data["against"], *data["between_sides"], *data["words"], "-"}
    if joined and all(word in known for word in between):
        return True
    ends = ((left, right.first), (right, min(sentence.end, right.last + 1 + REACH)))
    named = [_sides(sentence, figure.last + 1, end) for figure, end in ends]
    return named in ([{YES}, {NO}], [{NO}, {YES}])  # "34 dafür und 19 dagegen"


def _sides(sentence: Sentence, start: int, end: int) -> set[int]:
    sides = sentence.lexicon.data["votes"]["sides"]
    words = {sentence.word(at) for at in range(start, end)}
    return {side for side in (YES, NO) if not words.isdisjoint(sides[side])}


def side_of(window: Sentence, figure: Figure) -> int | None:
    """For, against, or neither, by the words of the clause up to the next figure."""
    data, clause = window.lexicon.data["votes"], clause_of(window, figure)
    stops = [f.first for f in window.figures if f.first > figure.last]
    words = {window.word(at) for at in range(clause.start, min([clause.stop, *stops]))}
    if figure.quantity.head in data["abstentions"] or not words.isdisjoint(data["abstentions"]):
        return NEITHER
    if not words.isdisjoint(data["sides"][NO]):
        return NO
    yes = {*data["sides"][YES], *data["words"]} - {*data["weak_sides"]}
    return YES if not words.isdisjoint(yes) else None


def abstain_of(window: Sentence, vote: Figure, body: Figure) -> bool:
    """As in "with four of its 16 members abstaining"."""
    own = window.at(window.phrases("votes", "of_its"), vote.last + 1)
    abstained = window.word(body.last + 1) in window.lexicon.data["votes"]["abstentions"]
    return bool(own) and vote.last + 1 + own == body.first and abstained


def counts_members(sentence: Sentence, figure: Figure) -> bool:
    """Is it a number of members, seats, deputies?"""
    return figure.quantity.head in sentence.lexicon.data["votes"]["members"]


def is_all(window: Sentence, figure: Figure) -> bool:
    """As in "All 150 members", "all 52 of them"."""
    near = range(max(window.first, figure.first - BEFORE), figure.first)
    told = any(window.at(window.phrases("votes", "all_before"), at) for at in near)
    of_them = window.at(window.phrases("parts", "of_them"), figure.last + 1)
    return told and (bool(of_them) or counts_members(window, figure))


def all_there(window: Sentence, figure: Figure) -> bool:
    """As in "All 54 members were there"."""
    return is_all(window, figure) and clause_says(window, figure, window.phrases("votes", "there"))


def of_absent(window: Sentence, figure: Figure) -> bool:
    """As in "three of its 42 members were away", "Von den 44 Mitgliedern fehlten"."""
    tables = (window.phrases("parts", "of"), window.phrases("parts", "opening"))
    of = any(window.before(table, figure.first) for table in tables)
    away = of and clause_says(window, figure, window.phrases("votes", "away"))
    return away and counts_members(window, figure)


def clause_says(window: Sentence, figure: Figure, words: PhraseTable[bool]) -> bool:
    """Does a phrase of a list stand in the clause of a figure?"""
    return any(window.at(words, at) for at in clause_of(window, figure))


def is_body(window: Sentence, split: int, figure: Figure) -> bool:
    """All members, as the sentence of the votes or one of their own tells."""
    data = window.lexicon.data["votes"]
    if is_all(window, figure) or whole_body(window, figure):
        return True
    if not counts_members(window, figure):
        return False
    of_its = window.before(window.phrases("votes", "of_its"), figure.first)
    if of_its and window.word(figure.last + 1) in data["abstentions"]:
        return True
    belong = {*data["belong"], *data["has_verbs"]}
    told = any(window.word(at) in belong for at in clause_of(window, figure))
    begin, end = window.scene.passage.bounds(figure.first)
    body = any(window.word(at) in data["bodies"] for at in range(begin, end))
    return told and body and split > window.first


def whole_body(sentence: Sentence, figure: Figure) -> bool:
    """As in "mit seinen 630 Abgeordneten", "the 435-member House": not "34 of its members"."""
    data = sentence.lexicon.data["votes"]
    if sentence.word(figure.last + 1) == "-" and sentence.word(figure.last + 2) in data["headed"]:
        return True
    if not counts_members(sentence, figure):
        return False
    before = sentence.before(sentence.phrases("votes", "all_before"), figure.first)
    if before or _had(sentence, figure) or "-" in figure.claim.span.text:
        return True
    belong = sentence.at(sentence.phrases("votes", "belong"), figure.last + 1)
    relative = sentence.word(figure.first - 1) in data["relatives"]
    return bool(belong) and relative  # "dem 25 Mitglieder angehören"


def _had(sentence: Sentence, figure: Figure) -> bool:
    """As in "the House, which has 435 members": not "the group on the council, which has 20"."""
    length = sentence.before(sentence.phrases("votes", "has"), figure.first)
    comma = figure.first - length - 1
    if not length or sentence.word(comma) != ",":
        return False
    data = sentence.lexicon.data
    near = range(max(sentence.first, comma - BODY_WORDS), comma)
    body = next((at for at in near if sentence.word(at) in data["votes"]["bodies"]), None)
    if body is None:
        return False
    body -= sentence.word(body - 1) in data["grammar"]["determiners"]
    return sentence.word(body - 1) not in data["parts"]["before_whole"]
