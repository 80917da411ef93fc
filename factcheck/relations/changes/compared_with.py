"""A figure, how much more it is, and than what: "£4.54, which is 13p more than the £4.41 it cost",
"310 metres tall, 30 metres taller than its neighbour, which stands at 280 metres".

The difference stands in apposition to the first figure, and has its comparative right behind it.
What it is held against is the figure behind "than", or the only one of a relative clause or of
brackets behind the few words that name the other thing.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.sentence import DASHES, OPENING, Figure, Sentence, alike, amount, cues

THREE = 3
TAIL = 2
NAME = 6
VERB = 3
OPENERS = OPENING | DASHES | {","}


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The comparisons of a sentence that print both values and their difference."""
    keys = ("behind_up", "behind_down", "short_of")
    if sentence.words.isdisjoint(cues(sentence.lexicon, "changes", *keys)):
        return
    figures = [f for f in sentence.figures if amount(f) and not _whole(sentence, f)]
    for at in range(len(figures) - THREE + 1):
        relation = _compared(sentence, figures[at : at + THREE])
        if relation is not None:
            yield relation


def _whole(sentence: Sentence, figure: Figure) -> bool:
    """As in "328 der 630 Sitze, zwölf mehr als die 316": what more it is, is said of the part."""
    of = sentence.before(sentence.phrases("parts", "of"), figure.first)
    return bool(of) and any(part.last + 1 == figure.first - of for part in sentence.figures)


def _compared(sentence: Sentence, three: Sequence[Figure]) -> Relation | None:
    new, by, old = three
    known = all(figure.quantity.value is not None for figure in three)
    bare = old.kind == "number" and not old.claim.span.text[-1].isdecimal()  # "1,200m": millions?
    levels = new.kind not in {"number", *SHARES} and alike(new, old) and not bare
    if not (known and levels and (by.kind in SHARES or alike(by, new))):
        return None
    more = _more(sentence, by)
    if more is None or not _apposed(sentence, new, by):
        return None
    turn, end = more
    direct = by.kind not in SHARES and _right_behind(sentence, end, old)  # comparisons.py
    if not (direct or _told_of(sentence, end, new, old)):
        return None
    members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
    return sentence.relation("change", [*members, ("by", by.claim), turn], sure=False)


def _more(sentence: Sentence, by: Figure) -> tuple[tuple[str, Span], int] | None:
    """The comparative with its direction, and the token behind "more than", "short of"."""
    data, at = sentence.lexicon.data["changes"], by.last + 1
    span = sentence.scene.passage.span(at, at) if at < sentence.end else by.claim.span
    for role in ("up", "down"):
        if sentence.word(at) in data[f"behind_{role}"] and sentence.word(at + 1) in data["than"]:
            return (role, span), at + 2
    short = sentence.at(sentence.phrases("changes", "short_of"), at)
    return (("down", span), at + short) if short else None


def _apposed(sentence: Sentence, new: Figure, by: Figure) -> bool:
    """As in "310 metres tall, 30 metres", "£4.54, which is 13p", "1,800 cars - 200"."""
    joined = sentence.before(sentence.phrases("changes", "introducers"), by.first)
    opener = by.first - joined - 1
    near = 0 <= opener - new.last - 1 <= TAIL and sentence.word(opener) in OPENERS
    return near and sentence.plain(new.last + 1, opener)


def _right_behind(sentence: Sentence, end: int, old: Figure) -> bool:
    """As in "than the £4.41 it cost a year ago"."""
    definite = sentence.word(end) in sentence.lexicon.data["grammar"]["determiners"]
    return old.first == end + definite


def _told_of(sentence: Sentence, end: int, new: Figure, old: Figure) -> bool:
    """As in "than its neighbour, which stands at 280 metres", "than its neighbour (280 metres)"."""
    opener = next((at for at in range(end, old.first) if not sentence.plain(at, at + 1)), None)
    if opener is None or not 0 < opener - end <= NAME:
        return False
    if sentence.word(opener) == "(":
        return old.first == opener + 1 and sentence.word(old.last + 1) == ")"
    relative = sentence.word(opener + 1) in sentence.lexicon.data["changes"]["relatives"]
    near = old.first - opener - 2 <= VERB and sentence.plain(opener + 2, old.first)
    data, before = sentence.lexicon.data, sentence.word(old.first - 1)
    placed = before in data["parts"]["before_whole"] and before not in data["changes"]["levels"]
    verb_last = data["changes"]["verbs_end_clauses"]
    verb = sentence.word(old.last + 1 if verb_last else opener + 2) in data["changes"]["has_value"]
    if sentence.word(opener) != "," or not (relative and near and verb) or placed:
        return False
    same = sentence.word(old.last + 1) == sentence.word(new.last + 1)
    if not verb_last:
        return same or sentence.breaks(old.last + 1)
    ended = not sentence.breaks(old.last + 1)  # not ", die Mehrheit liegt bei 361."
    return same or (ended and sentence.breaks(old.last + 2))
