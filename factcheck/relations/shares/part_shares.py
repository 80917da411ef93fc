"""The share beside a part and its whole: "118 of 300 (39 per cent)", "Almost 40% - 118 of 300 -".

It fills brackets or dashes behind the pair, follows it in apposition, or stands before it; or it
opens with its whole and has the part behind: "1 percent of the $21.1 billion, or $211 million".
"""

from collections.abc import Sequence

from factcheck.relations.sentence import APOSTROPHES, DASHES, OPENING, Figure, Sentence, same_noun

SHARE_WORDS = 8
OF_IT_WORDS = 4
TAKEN_WORDS = 5
RATE_WORDS = 3
MARKS = OPENING | DASHES | {":"}


def share_of(
    sentence: Sentence, part: Figure, whole: Figure, shares: Sequence[Figure]
) -> Figure | None:
    """The share in brackets, dashes or an apposition behind the pair, between, or before it."""
    for share in shares:
        if part.last < share.first < whole.first:
            return share if sentence.enclosed(share) else None
        if share.first > whole.last:
            return share if apposed(sentence, whole, share) else None
    before = [share for share in shares if share.last < part.first]
    return before[-1] if before and _explained(sentence, before[-1], part, whole) else None


def apposed(sentence: Sentence, whole: Figure, share: Figure) -> bool:
    """As in "118 von 300, das entspricht 39 Prozent", "900 von 6.000 und damit 15 Prozent"."""
    added = sentence.before(sentence.phrases("parts", "share_and"), share.first)
    if added and share.first - added == whole.last + 1:  # "900 von 6.000 Stellen und damit"
        return closes(sentence, share)
    joined = sentence.before(sentence.phrases("concluding", "joins"), share.first)
    joined = joined or _rate(sentence, share)
    opener = share.first - joined - 1
    near = opener == whole.last + 1 and sentence.word(opener) == ","
    if near and (_of_it(sentence, whole, share) or sentence.breaks(share.last + 1)):
        return True
    if opener - whole.last - 1 > SHARE_WORDS or not sentence.plain(whole.last + 1, opener):
        return False
    mark = sentence.tokens.words[opener]
    return (closes(sentence, share) or of_all(sentence, share)) and (
        mark in OPENING or mark in DASHES or bool(joined and mark == ",")
    )


def _rate(sentence: Sentence, share: Figure) -> int:
    """The number of tokens of "a death rate of" before a share; named_shares.py knows others."""
    of = sentence.before(sentence.phrases("changes", "of"), share.first)
    noun, data = share.first - of - 1, sentence.lexicon.data
    if not of or not sentence.word(noun).endswith(tuple(data["parts"]["rates"])):
        return 0
    if sentence.lexicon.named_shares["share"].before(sentence.tokens, noun + 1):
        return 0
    for at in range(noun, max(sentence.first, noun - RATE_WORDS) - 1, -1):
        if (
            not sentence.word(at).isalpha()
            or sentence.word(at) in data["parts"]["rates_of_another"]
        ):
            return 0
        if sentence.word(at) in data["grammar"]["determiners"]:
            return share.first - at
    return 0


def closes(sentence: Sentence, share: Figure) -> bool:
    """Nothing behind the share says of what other whole it is."""
    after = share.last + 1  # "was einem Anteil von 52 Prozent entspricht"
    after += sentence.word(after) in sentence.lexicon.data["parts"]["share_verbs"]
    small = sentence.lexicon.stop_words.difference(sentence.lexicon.data["parts"]["taken"])
    told = share.kind == "fraction" and sentence.word(after) in small  # not "one in five patients"
    return sentence.breaks(after) or told


def _of_it(sentence: Sentence, whole: Figure, share: Figure) -> bool:
    """As in "400 of its 5,000 jobs, about 8 percent of its work force", "of the jobs"."""
    length = sentence.at(sentence.phrases("parts", "of_it"), share.last + 1)
    start = share.last + 1 + length
    ends = range(start, min(sentence.end, start + OF_IT_WORDS))
    end = next((at for at in ends if sentence.breaks(at) and sentence.plain(start, at)), None)
    if not length or end is None:
        return False
    definite = sentence.word(start - 1) in sentence.lexicon.data["changes"]["definite"]
    return not definite or same_noun(sentence.word(end - 1), whole.quantity.noun)


def of_all(sentence: Sentence, share: Figure) -> bool:
    """As in "or 40% of the total"."""
    tables = [sentence.phrases("parts", key) for key in ("of_it", "of_them")]
    length = max(sentence.at(table, share.last + 1) for table in tables)
    return bool(length) and sentence.breaks(share.last + 1 + length)


def _explained(sentence: Sentence, share: Figure, part: Figure, whole: Figure) -> bool:
    """As in "Almost 40% of them - 118 of 300 - voted", "by 10%, cutting 150 of its 1,500 jobs"."""
    spelled = sentence.before(sentence.phrases("parts", "spelled"), part.first)
    joined = spelled or sentence.before(sentence.phrases("concluding", "joins"), part.first)
    opener = part.first - joined - 1
    mark = sentence.word(opener)
    if opener - share.last - 1 > SHARE_WORDS or not _worded(sentence, share.last + 1, opener):
        return False
    if mark == "," and spelled:
        of_other = sentence.lexicon.data["parts"]["taken"]
        between = range(share.last + 1, opener)
        return all(sentence.word(at) not in of_other for at in between)
    marked = mark in MARKS or (mark == "," and bool(joined))
    return marked and sentence.breaks(whole.last + 1)


def _worded(sentence: Sentence, start: int, end: int) -> bool:
    """Nothing but words, of which one may be a genitive: "of the theatre's budget"."""
    return all(
        sentence.plain(at, at + 1) or sentence.word(at) in APOSTROPHES for at in range(start, end)
    )


def beside(sentence: Sentence, part: Figure, share: Figure) -> bool:
    """As in "206 (33 Prozent)"."""
    return share.first == part.last + 2 and sentence.enclosed(share)


def taken(
    sentence: Sentence, share: Figure, figures: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """Part and whole of "1 percent of the $21.1 billion, or just over $200 million"."""
    behind = [figure for figure in figures if figure.first > share.last][:2]
    if len(behind) < 2:
        return None
    whole, part = behind
    if part.kind not in {whole.kind, "number"} or whole.quantity.unit != part.quantity.unit:
        return None
    between = range(share.last + 1, whole.first)
    genitive = sentence.word(share.last + 1) in sentence.lexicon.data["parts"]["taken"]
    words = [sentence.word(at) for at in between if sentence.word(at) not in APOSTROPHES]
    if not genitive or len(words) > TAKEN_WORDS or not all(word.isalpha() for word in words):
        return None
    joined = sentence.before(sentence.phrases("concluding", "joins"), part.first)
    opener = part.first - joined - 1
    near = whole.last < opener <= whole.last + SHARE_WORDS
    mark = sentence.word(opener)
    of_them = sentence.at(sentence.phrases("parts", "of_them"), part.last + 1)
    bound = mark == "," and (joined or (of_them and sentence.breaks(part.last + 1 + of_them)))
    between_commas = (
        mark == "," and opener == part.first - 1 and sentence.word(part.last + 1) == ","
    )
    bound = bound or between_commas or (mark in MARKS and sentence.breaks(part.last + 1))
    others = sentence.at(sentence.phrases("sums", "part_of"), part.last + 1)
    if not (bound and near) or (others and not sentence.breaks(part.last + 1 + others)):
        return None
    return (part, whole) if sentence.plain(whole.last + 1, opener) else None
