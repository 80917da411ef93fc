"""Each statement of the article with that of the source that it comes from, if there is one.

What agrees is settled first. What is left belongs to one of the source that is apart only if that
is likely: what speaks for each candidate is weighed (odds.py), one against all others and against
the chance that the source has none. What is likely beyond doubt helps to place the rest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.alignment.choosing.desk import EXPLAINED, Candidate, Desk, Matter, Shelf
from factcheck.alignment.choosing.odds import Place, probability
from factcheck.alignment.figures.amounts import same_digits
from factcheck.alignment.figures.derivation import Derivation
from factcheck.alignment.lines import Line, Mention, lines_of
from factcheck.claims import Article
from factcheck.rounding import BOUNDS

# What a rounded one needs around it to be that of the source, and an equal one.
ROUNDED, EQUAL, ANY = 0.35, 0.0, -1.0
# How likely one apart must be to be called so: where a slip explains it, where none does; and to be
# called so without doubt, likewise.
LIKELY, LIKELIER, SURE, SURER = 0.5, 0.65, 0.9, 0.95
# What agrees, counts another thing and was not near enough to be settled explains less.
OTHER_NOUN = 5.5
NONE = -99.0
# Small counts of two different things are seldom one.
COUNTED_BY_HAND, OTHER_THINGS = 20, 3.0
# From this share on an article is written from its sources; how much less counts against it.
FAMILIAR, STRANGE = 0.6, 30.0
PRESUMED, PRESUMED_OF = 6, 8
# How much better one apart must fit than an equal one elsewhere to be meant all the same.
OVERRULED = 0.5
# Below it an equal one that many texts have somewhere may be of anything, and a rounded one.
FAR_FETCHED, FARTHER_FETCHED = 0.35, 0.6
STEPS = (-1, 0, 1)
# From so many times the length on, and how far apart two sentences are on the average.
MUCH_LONGER, ANYWHERE = 3, 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """One of the article and that of the source.

    `standing` is agrees, apart, exchanged, points (printed as per cent), derived or missing;
    `likely` is how likely it is that one apart is the one meant; `derivation` tells how it was
    worked out; `by_chance` that it agrees with one of another sentence, as many small numbers do.
    """

    mention: Mention
    standing: str
    found: Candidate | None = None
    derivation: Derivation | None = None
    likely: float = 1.0
    by_chance: bool = False

    @property
    def sure(self) -> bool:
        """Beyond doubt: nothing else is likely, and a slip explains it."""
        explained = self.found is not None and self.found.comparison.slip >= EXPLAINED
        return self.likely >= (SURE if explained else SURER)


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One of the article at its desk, what may be the one, and what agrees best, if any."""

    desk: Desk
    mention: Mention
    candidates: Sequence[Candidate]
    best: Candidate | None


def chosen(
    article: Article, shelves: Sequence[Shelf], matter: Matter, others: Sequence[Paired] = ()
) -> tuple["Choice", Sequence[tuple[Option, Paired]]]:
    """Everything of one kind in the article with what the sources have of it, in its order.

    `others` are those of another kind, which tell as well how much the sources have of the article.
    """
    options = [
        Option(desk, mention, candidates, _agreeing(candidates, common=matter.common(mention)))
        for desk in (Desk(article, line, shelves, matter) for line in lines_of(article))
        for mention in desk.mentions
        for candidates in (desk.candidates(mention),)
    ]
    agreeing = [_familiar(option) for option in options]
    agreeing += [each.standing != "missing" for each in others]
    choice = Choice(matter, shelves, _strangeness(agreeing))
    for option in options:
        if option.best is not None:
            choice.settle(option.mention, option.best)
    for each in others:
        if each.standing == "agrees" and each.found is not None and not each.by_chance:
            choice.tie(each.mention.line, each.found.mention.line)
    made = [choice.made(option) for option in options]
    for each in made:
        if each.standing == "apart" and each.sure and each.found is not None:
            choice.settle(each.mention, each.found)
    return choice, [
        (option, choice.made(option) if each.standing == "missing" else each)
        for option, each in zip(options, made, strict=True)
    ]


def _of_another(mention: Mention, each: Candidate) -> bool:
    """Are they small counts of other things?"""
    return each.signs.noun < 0 and _is_small_count(mention)


def _is_small_count(mention: Mention) -> bool:
    """May it have been counted by the author: "four countries", of which the source has a list?"""
    quantity = mention.claim.quantity
    if quantity is None or quantity.kind != "count" or quantity.value is None:
        return False
    return quantity.value < COUNTED_BY_HAND


def _familiar(option: Option) -> bool:
    """Has a source it, or one in a sentence like it from which only a slip leads to it?"""
    return option.best is not None or any(
        each.comparison.slip >= EXPLAINED and each.score >= ROUNDED for each in option.candidates
    )


def _strangeness(agreeing: Sequence[bool]) -> float:
    """What speaks against any counterpart: the article is not written from these sources.

    Of few figures the share that agrees says little, so it is drawn towards a middle.
    """
    share = (sum(agreeing) + PRESUMED) / (len(agreeing) + PRESUMED_OF)
    return max(0.0, FAMILIAR - share) * STRANGE


def _agreeing(candidates: Sequence[Candidate], *, common: bool) -> Candidate | None:
    """What agrees best; an equal one that few texts have agrees whatever it counts."""
    least = EQUAL if common else ANY
    fitting = [
        each
        for each in candidates
        if each.verdict.agrees
        and each.score >= (least if each.equal and not each.comparison.bare else ROUNDED)
    ]
    return max(
        fitting, key=lambda each: (each.equal and not each.verdict.hedge, each.score), default=None
    )


def _away(line: Line, other: Line) -> float:
    """How far apart the sentences stand in the course of the texts; of a far longer source any of
    its sentences is as good as another."""
    lines, others = len(lines_of(line.article)), len(lines_of(other.article))
    if others > MUCH_LONGER * lines:
        return ANYWHERE
    return abs((line.number + 1) / (lines + 1) - (other.number + 1) / (others + 1))


class Choice:
    """Which of the candidates is meant, once it is known what agrees."""

    def __init__(self, matter: Matter, shelves: Sequence[Shelf], strangeness: float) -> None:
        self._matter = matter
        self._shelves = {id(shelf.source): shelf for shelf in shelves}
        self._strangeness = strangeness
        self._taken: dict[int, set[int]] = defaultdict(set)
        self._places: dict[int, set[tuple[Article, int]]] = defaultdict(set)
        self._tied: set[tuple[int, Article, int]] = set()

    def settle(self, mention: Mention, best: Candidate) -> None:
        """Note what agrees: it is taken, and the two sentences belong together."""
        quantity = mention.claim.quantity
        bound = quantity is not None and quantity.hedge in BOUNDS and not best.equal
        if best.verdict.how != "converted" and not bound and not mention.line.heading:
            self._taken[id(best.mention)].add(mention.line.number)
        line = best.mention.line
        self._places[mention.line.number].add((line.article, line.number))

    def tie(self, line: Line, other: Line) -> None:
        """Note that something of another kind agrees in the two sentences."""
        self._tied.add((line.number, other.article, other.number))

    def made(self, option: Option) -> Paired:
        """What agrees is meant, unless another fits far better and a slip explains it."""
        best, mention = option.best, option.mention
        if best is None:
            further = option.desk.further(mention, self._around(mention.line))
            known = {id(each.mention) for each in option.candidates}
            more = (each for each in further if id(each.mention) not in known)
            return self._apart(option, [*option.candidates, *more])
        rivals = [
            each
            for each in option.candidates
            if each.score >= best.score + OVERRULED and not same_digits(mention, each.mention)
        ]
        if any(each.comparison.slip >= EXPLAINED for each in rivals):
            other = self._apart(option, rivals)
            slip = other.found.comparison.slip if other.found else 0.0
            if other.standing == "apart" and slip >= EXPLAINED:
                return other
        by_chance = self.by_chance(mention, best)
        if rivals and by_chance and not (best.equal and mention.claim.kind == "fraction"):
            other = self._apart(option, rivals)
            if other.standing == "apart" and other.likely >= SURER:
                return other
        return Paired(mention, "agrees", best, by_chance=by_chance)

    def by_chance(self, mention: Mention, best: Candidate) -> bool:
        """May it be of anything, being one that many texts have, and in another sentence?"""
        far = best.score < (FAR_FETCHED if best.equal else FARTHER_FETCHED)
        return far and self._matter.common(mention)

    def _apart(self, option: Option, candidates: Sequence[Candidate]) -> Paired:
        """The one of the source that this must be, if there is one and it is apart."""
        mention = option.mention
        number = mention.line.number
        odds = [
            (self._odds(mention, each), each)
            for each in candidates
            if number not in self._taken.get(id(each.mention), ())
        ]
        apart = [pair for pair in odds if pair[1].verdict.how is None]
        apart.sort(key=lambda pair: -pair[0])
        if not apart:
            return Paired(mention, "missing")
        best = apart[0][1]
        own = self._matter.key(best.mention)
        next_best = next(
            (odd for odd, each in apart if self._matter.key(each.mention) != own), NONE
        )
        agreeing = [odd for odd, each in odds if each.verdict.how is not None]
        if self._matter.rivals_decide:
            likely = probability([apart[0][0], next_best], agreeing)
        else:
            likely = probability([apart[0][0]], [next_best, *agreeing])
        least = LIKELY if best.comparison.slip >= EXPLAINED else LIKELIER
        return Paired(mention, "apart" if likely >= least else "missing", best, likely=likely)

    def fit(self, mention: Mention, each: Candidate) -> float:
        """How well the two go together by everything but their values, as log-odds."""
        line, other = mention.line, each.mention.line
        tellers = self._taken.get(id(each.mention), set()) - {line.number}
        beside = self._beside(line, other)
        place = Place(
            (other.article, other.number) in self._places.get(line.number, ()),
            beside,
            bool(tellers) and not line.heading,
            mention.other_time != each.mention.other_time,
            _away(line, other),
            beside > 0 and self._may_be(each) and self._is_left(each.mention),
            (line.number, other.article, other.number) in self._tied,
        )
        weights = self._matter.weights
        return weights.of_signs(each.signs) + weights.of_place(place)

    def _odds(self, mention: Mention, each: Candidate) -> float:
        weights = self._matter.weights
        own = each.comparison.odds + weights.only * each.signs.only
        if each.verdict.how is not None:
            own = weights.agreeing if each.verdict.agrees else weights.loosely
            own += each.comparison.slip
            own = min(own, OTHER_NOUN) if each.signs.noun < 0 else own
        elif each.comparison.slip < EXPLAINED and _of_another(mention, each):
            own -= OTHER_THINGS
        own -= self._strangeness
        return self.fit(mention, each) + own

    def _may_be(self, each: Candidate) -> bool:
        """Does a slip lead there, and is it of no other thing?"""
        return each.signs.noun >= 0 and each.comparison.slip > 0

    def _is_left(self, mention: Mention) -> bool:
        """Is it the only one of its kind in its sentence that the article has nowhere?"""
        shelf = self._shelves[id(mention.line.article)]
        kind = self._matter.kind(mention)
        untold = [
            each
            for each in shelf.mentions[mention.line.number]
            if self._matter.kind(each) == kind and not self._taken.get(id(each))
        ]
        return untold == [mention]

    def _beside(self, line: Line, other: Line) -> int:
        """How many sentences on the spot or next to it belong together as well."""
        return sum(
            article is other.article and abs(number - other.number) <= 1
            for step in STEPS
            for article, number in self._places.get(line.number + step, ())
        )

    def _around(self, line: Line) -> Iterator[tuple[Article, int]]:
        """The sentences of the sources on the spot and next to it."""
        for step in STEPS:
            for article, number in self._places.get(line.number + step, ()):
                yield from ((article, number + beside) for beside in STEPS)
