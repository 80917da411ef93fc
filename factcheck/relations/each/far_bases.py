"""An amount, what that is for each, and those it is for told farther before: "An 24 Öffnungstagen
kamen 9.600 Gäste. Das Wetter war gut. Der Umsatz lag bei 84.000 Euro, also 3.500 Euro je Tag".

The amount for each is drawn from the only other amount of its unit in its sentence, and one figure
of the sentence, or of the paragraph before it, counts those it is for. As another number of them
may be meant, three of two sentences are held `alone` against each other: only a slip is found.
"""

from collections.abc import Container, Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Relation, Span
from factcheck.relations.each.drawn import Closing, drawn, rate_of, usable
from factcheck.relations.each.lone_each import counts
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, cues, sentences

FEWEST = 3
SHORTEST = 3
KINDS = frozenset({"money", "measure", "count", "number"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The amounts for each of a passage; `bound` are the ids of the claims bound already."""
    if len(scene.claims) < FEWEST or _known(scene).isdisjoint(scene.passage.tokens.lowers):
        return
    every = sentences(scene, 1)
    for index, sentence in enumerate(every):
        figures = [figure for figure in sentence.figures if usable(figure)]
        if len(figures) < 2 or id(figures[-1].claim) in bound:
            continue
        each, (noun, unit) = figures[-1], _for_what(sentence, figures[-1])
        if not noun or each.kind not in KINDS:
            continue
        lexicon = scene.passage.lexicon
        own = [f for f in figures[:-1] if _base(lexicon, f, noun, unit)]
        earlier = [f for other in every[:index] for f in other.figures if usable(f)]
        bases = own or [f for f in earlier if _base(lexicon, f, noun, unit)]
        totals = [f for f in figures[:-1] if f not in own and alike(f, each)]
        window = Closing(sentence, sentence.first, each, figures[:-1])
        if len(bases) != 1 or len(totals) != 1 or rate_of(sentence, totals[0])[0]:
            continue
        if drawn(window) and not _of_then(sentence, totals[0], each):
            members: list[tuple[str, Claim | Span]] = [("total", totals[0].claim)]
            members += [("base", bases[0].claim), ("each", each.claim)]
            members += [] if own and unit else [("alone", each.claim.span)]
            yield sentence.relation("per_unit", members, sure=bool(own and unit))


def _known(scene: Scene) -> frozenset[str]:
    lexicon = scene.passage.lexicon
    return cues(lexicon, "per_unit", "per") | lexicon.rates.first_words


def _of_then(sentence: Sentence, total: Figure, each: Figure) -> bool:
    """As in "kamen 27.000 Gäste, im Juli im Schnitt 500 am Tag": of a time of its own."""
    between = sentence.scene.claims_in(total.last + 1, each.first)
    return any(claim.kind == "date" for claim in between)


def _for_what(sentence: Sentence, each: Figure) -> tuple[str, str]:
    """The noun of "je Tag", "per house" right behind an amount, and the unit of time, if any."""
    unit, end = rate_of(sentence, each)
    if unit:
        return (sentence.word(end - 1), unit) if sentence.breaks(end) else ("", "")
    length = sentence.at(sentence.phrases("per_unit", "per"), each.last + 1)
    end = each.last + 1 + length
    return (sentence.word(end), "") if length and sentence.breaks(end + 1) else ("", "")


def _base(lexicon: Lexicon, figure: Figure, noun: str, unit: str) -> bool:
    """Is it a number of them: "24 days", "24 Öffnungstagen"?"""
    if figure.kind == "duration":
        return bool(unit) and figure.quantity.unit == unit
    if figure.kind != "count" or not unit:
        return figure.kind == "count" and counts(figure, noun)
    head = figure.quantity.head if lexicon.glossary.compounds else ""
    tails = (tokenise(head[cut:]) for cut in range(SHORTEST, len(head) - 1))
    hits = (lexicon.units.at(tail, 0) for tail in tails)
    return any(hit is not None and hit[1].unit == unit for hit in hits)
