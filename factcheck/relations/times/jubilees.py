"""Years that something has lasted, and the year it began, told in one breath.

"Die Brücke feiert 2024 ihr 75-jähriges Bestehen; sie wurde 1949 eröffnet", "der 2010 eröffnete
Tunnel ist seit 13 Jahren in Betrieb", "jährt sich 2019 zum 100. Mal, er wurde 1919 unterzeichnet",
"Als 1989 die Mauer fiel, war sie in der Schule. Das ist 34 Jahre her". The year of the beginning
has a word of founding beside it, the length says that it is of the whole time, and the sentence
names no other figure but the year of the jubilee itself.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, cues, neighbours
from factcheck.relations.times.elapsed import marks, printed_year, years_ago

NEAR = 3
AHEAD = 4
BACK = 4


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Jubilees of a sentence that also tells the beginning."""
    recurs = sentence.lexicon.data["elapsed"]["recurs"]
    if not sentence.words.isdisjoint(cues(sentence.lexicon, "elapsed", "founded")) or (
        not sentence.words.isdisjoint(recurs)
    ):
        yield from _jubilee(sentence, sentence.first)
    if not sentence.words.isdisjoint(sentence.lexicon.data["elapsed"]["lies"]):
        yield from _gone(sentence, sentence.first)


def find(scene: Scene) -> Iterator[Relation]:
    """Jubilees whose beginning is told in the next sentence, and "Das ist 34 Jahre her"."""
    known = cues(scene.passage.lexicon, "elapsed", "founded", "gone")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    pointing = scene.passage.lexicon.data["changes"]["pointing"]
    for both, split in neighbours(scene):
        if both.word(split) in both.lexicon.data["elapsed"]["pronouns"]:
            yield from _jubilee(both, split)
        elif both.word(split) in pointing:
            yield from _gone(both, split)


def _jubilee(sentence: Sentence, split: int) -> Iterator[Relation]:
    dates = [figure for figure in sentence.figures if figure.kind == "date"]
    begun = [date for date in dates if _founded(sentence, date)]
    lengths = [f for f in sentence.figures if f.kind != "date" and _whole(sentence, f)]
    others = [figure for figure in sentence.figures if figure not in (*dates, *lengths)]
    apart = split > sentence.first
    if len(begun) != 1 or len(lengths) != 1 or others or (apart and begun[0].first < split):
        return
    if not sentence.words.isdisjoint(sentence.lexicon.data["lives"]["kin"]):
        return  # "zum 80. Geburtstag der Mutter"
    if marks(sentence, lengths[0], begun[0]) or _of_another(sentence, lengths[0], begun[0]):
        return  # elapsed.py reads it, or it is of something else
    articles = sentence.lexicon.data["grammar"]["determiners"]
    clause = sentence.word(lengths[0].last + 1) == ","
    if clause and sentence.word(begun[0].first - 1) in articles:
        return  # "Vor zehn Jahren, als die 1950 eröffnete Halle abbrannte"
    days = [date for date in dates if date is not begun[0]]
    if len(days) <= 1 and all(printed_year(day) is not None for day in (*begun, *days)):
        yield _relation(sentence, begun[0], lengths[0], days)


def _of_another(sentence: Sentence, length: Figure, begun: Figure) -> bool:
    """As in "am 50. Jahrestag der Schlacht", but not "am 50. Jahrestag der 1949 gegründeten"."""
    if length.kind != "ordinal":
        return False
    after = length.last + 2
    another = sentence.word(after) in sentence.lexicon.data["elapsed"]["of_another"]
    return another and not 0 < begun.first - after <= NEAR


def _relation(
    sentence: Sentence, since: Figure, length: Figure, days: Sequence[Figure]
) -> Relation:
    members: list[tuple[str, Claim | Span]] = [("since", since.claim), ("length", length.claim)]
    members += [("at", day.claim) for day in days]
    return sentence.relation("elapsed", members, sure=True)


def _founded(sentence: Sentence, date: Figure) -> bool:
    """A word of founding beside the date: "1949 gegründet", "die Eröffnung im Jahr 1949"."""
    founded = sentence.phrases("elapsed", "founded")
    if _told_of_what_recurs(sentence, date):
        return True
    for at in range(date.last + 1, min(sentence.end, date.last + 1 + NEAR)):
        if sentence.at(founded, at):
            return True
        if sentence.breaks(at):
            break
    for at in range(date.first - 1, max(sentence.first, date.first - BACK) - 1, -1):
        if sentence.at(founded, at):
            return True
        if sentence.breaks(at):
            break
    return False


def _told_of_what_recurs(sentence: Sentence, date: Figure) -> bool:
    """As in "jährt sich der Tag, an dem 1989", but not of another thing behind "und"."""
    data = sentence.lexicon.data
    told = sentence.before(sentence.phrases("elapsed", "told_by"), date.first)
    recurs = [
        at
        for at in range(sentence.first, sentence.end)
        if sentence.word(at) in data["elapsed"]["recurs"]
    ]
    if not told or not recurs or sentence.word(date.first - told - 1) not in {",", ""}:
        return False
    between = range(min(recurs[0], date.first), max(recurs[0], date.first))
    return not any(sentence.word(at) in data["parts"]["joins"] for at in between)


def _whole(sentence: Sentence, figure: Figure) -> bool:
    """As in "75-jähriges Bestehen", "seit 13 Jahren in Betrieb", "zum 100. Mal"."""
    data = sentence.lexicon.data["elapsed"]
    at = figure.last + 1
    if figure.kind == "ordinal":
        anniversary = sentence.word(at) in data["anniversaries"]
        recurs = sentence.word(at) in data["times"] and not sentence.words.isdisjoint(
            data["recurs"]
        )
        return anniversary or recurs
    if figure.kind != "duration" or figure.quantity.unit != "year":
        return False
    when = sentence.lexicon.data["changes"]["when"]
    if sentence.word(at) == "," and sentence.word(at + 1) in when:
        return years_ago(figure)  # "Vor 50 Jahren, als die Brücke 1975 eröffnet wurde"
    jubilee = sentence.at(sentence.phrases("elapsed", "jubilees"), at)
    if jubilee:
        return sentence.word(at + jubilee) not in data["of_another"]
    since = sentence.before(sentence.phrases("elapsed", "for"), figure.first)
    lasting = sentence.phrases("elapsed", "lasting")
    near = range(max(sentence.first, figure.first - BACK), min(sentence.end, at + AHEAD))
    return bool(since) and any(sentence.at(lasting, index) for index in near)


def _gone(sentence: Sentence, split: int) -> Iterator[Relation]:
    """As in "1989 fiel die Mauer. Das ist nun 34 Jahre her"."""
    figures = sentence.figures
    if len(figures) != 2 or figures[0].kind != "date" or figures[1].first < split:
        return
    date, length = figures
    years = length.kind == "duration" and length.quantity.unit == "year"
    gone = sentence.at(sentence.phrases("elapsed", "gone"), length.last + 1)
    if years and gone and printed_year(date) is not None:
        yield _relation(sentence, date, length, ())
