"""What something of a given weight contains: "A 30g serving contains 12g of sugar".

The first measure belongs to a portion or a package, the second stands behind a verb of containing
and is of the same unit; they are the only figures of the sentence. As a relation `part`, of which
the verb is the member `apart`: some foods are printed with what they were made from.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Sentence, alike, cues

PAIR = 2
WORDS = 5


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The weight of a thing and of what is in it."""
    known = cues(sentence.lexicon, "parts", "contains")
    if len(sentence.figures) != PAIR or sentence.words.isdisjoint(known):
        return
    whole, part = sentence.figures
    if whole.kind != "measure" or part.kind != "measure" or not alike(whole, part):
        return
    portions = sentence.lexicon.data["parts"]["portions"]
    before = sentence.before(sentence.phrases("parts", "contains"), part.first)
    verb = part.first - before
    named = range(max(sentence.first, whole.first - WORDS), verb)
    near = 0 <= verb - whole.last - 1 <= WORDS and sentence.plain(whole.last + 1, verb)
    of = sentence.lexicon.data["parts"]["of_stuff"]
    stuff = sentence.word(part.last + 1)
    fits = stuff in of if of else stuff.isalpha()
    if before and near and fits and any(sentence.word(at) in portions for at in named):
        apart = sentence.scene.passage.span(verb, part.first - 1)
        yield sentence.relation("part", {"whole": whole, "part": part, "apart": apart}, sure=True)
