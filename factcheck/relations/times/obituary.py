"""The age of an obituary's first lines and the dates of its last: "has died aged 78 ... Anna Smith,
painter, born 3 May 1938; died 7 June 2016".

The age stands with a word of dying in one of the first passages, the two dates, each marked as that
of the birth and of the death, in one of the last. Nobody else's age at death is told, no other
birth and no other death.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, cues, sentences
from factcheck.relations.times.ages import beside_word

OPENING = 3
FEWEST = 4
REACH, BEHIND = 8, 4
LONG = 400


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The age of the opening and the dates of the last line."""
    if len(scenes) < FEWEST - 1 or not scenes[-1].claims:
        return
    lines = [s for s in scenes[-2:] if s.passage.block.span.end - s.passage.block.span.start < LONG]
    lives = [life for scene in lines for life in _lives(scene)]
    ages = [age for scene in scenes[:OPENING] for age in _ages(scene)]
    values = {age.quantity.value for _, age in ages}
    if len(lives) == 1 and ages and len(values) == 1:
        (born, died), (told, age) = lives[0], ages[0]
        if told.scene is not lines[-1]:
            members = [("birth", born.claim), ("age", age.claim), ("at", died.claim)]
            yield Relation("age", tuple(members), age.claim.span, False)


def _lives(scene: Scene) -> Iterator[tuple[Figure, Figure]]:
    """The dates of birth and of death of a line that has no others."""
    born = cues(scene.passage.lexicon, "lives", "born")
    kin = scene.passage.lexicon.data["lives"]["kin"]
    if born.isdisjoint(scene.passage.tokens.lowers):
        return
    for sentence in sentences(scene):
        if not sentence.words.isdisjoint(kin):
            continue
        dates = [figure for figure in sentence.figures if figure.kind == "date"]
        births = [date for date in dates if beside_word(sentence, date, "born")]
        deaths = [d for d in dates if d not in births and beside_word(sentence, d, "died")]
        if len(births) == len(deaths) == 1 and len(dates) == len(births) + len(deaths):
            yield births[0], deaths[0]


def _ages(scene: Scene) -> Iterator[tuple[Sentence, Figure]]:
    """The ages that stand beside a word of dying, in a sentence that names nobody of the family."""
    died = cues(scene.passage.lexicon, "lives", "died")
    if died.isdisjoint(scene.passage.tokens.lowers):
        return
    kin = scene.passage.lexicon.data["lives"]["kin"]
    for sentence in sentences(scene, fewest=1):
        for figure in sentence.figures if sentence.words.isdisjoint(kin) else ():
            near = range(max(sentence.first, figure.first - REACH), figure.last + BEHIND)
            soon = any(sentence.word(at) in died for at in near)
            if figure.kind == "age" and soon and figure.quantity.value is not None:
                yield sentence, figure
