"""What the source has, but of another thing: two of one unit that changed places, one moved.

Source: "Kupfer 412 Tonnen ... Zinn 388 Tonnen". Article: "388 Tonnen Kupfer ... 412 Tonnen Zinn".
Each agrees with a figure of the source, and each stands where the other belongs. How well a figure
goes with one of the source is told by everything but the values; both together must go far better
the other way round. Likewise for a figure that stands twice, once in the place of another one that
the article has nowhere. Small numbers and fractions, which are of many things, are let be.

Whatever agrees only with one of a sentence that has nothing to do with its own ("die
Hauptversammlung am 26. Mai", when the dividend is paid) is misplaced where another one, which the
article has nowhere, goes far better with it; a fraction too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.alignment.choosing.choice import LIKELIER, Choice, Option, Paired
from factcheck.alignment.choosing.desk import Candidate, Matter
from factcheck.alignment.choosing.former import is_former
from factcheck.alignment.figures.amounts import many_times, value_of
from factcheck.alignment.figures.values import COUNTED, group_of
from factcheck.alignment.lines import Mention

# How much better a figure must go with another one of the source, and a small one; two of them
# together, in two sentences and in one.
REPEATED, SMALL, SWAPPED, IN_ONE = 4.0, 5.0, 2.0, 5.0
# The same for one told nowhere else, where its own place has nothing to do with it; and where both
# are of one noun.
MISPLACED, OF_ONE_NOUN = 2.5, 4.0
# From so many times its size on it is of something else.
UNLIKE = 3
NUMBERED = COUNTED | {"ordinal"}
Made = tuple[Option, Paired]


def exchanged(matter: Matter, choice: Choice, made: Sequence[Made]) -> tuple[Paired, ...]:
    """The pairs, of which those that agree with the figure of another thing are exchanged."""
    exchange = Exchange(matter, choice, made)
    return tuple(exchange.judged(*each) for each in made)


class Exchange:
    """The figures that agree, by those of the source, and which of the source are told at all."""

    def __init__(self, matter: Matter, choice: Choice, made: Sequence[Made]) -> None:
        self._choice = choice
        self._told = {_of_source(each) for _, each in made}
        self._common: dict[int, list[Paired]] = defaultdict(list)
        self._tellers: dict[int, list[Made]] = defaultdict(list)
        for option, paired in made:
            if paired.found is None:
                continue
            claim = paired.found.mention.claim
            if _precise(matter, paired):
                self._tellers[id(claim)].append((option, paired))
            elif paired.standing == "agrees":
                self._common[id(claim)].append(paired)
        self._mine = {id(option) for tellers in self._tellers.values() for option, _ in tellers}

    def judged(self, option: Option, paired: Paired) -> Paired:
        """The same, or with the figure of the source that belongs in its place."""
        if paired.standing != "agrees" or paired.found is None or option.mention.line.heading:
            return paired
        own = self._choice.fit(option.mention, paired.found)
        others = [
            (self._choice.fit(option.mention, each) - own, each)
            for each in option.candidates
            if each.verdict.how is None and _alike(option.mention, each.mention)
        ]
        if not others:
            return paired
        mine, claim = id(option) in self._mine, option.mention.claim
        alone = claim.kind == "fraction" or claim.date is not None
        for better, each in sorted(others, key=lambda pair: -pair[0]):
            beside = each.mention.line is paired.found.mention.line
            if (mine or beside or alone) and self._is_meant(
                option.mention, paired.found, each, own, own + better
            ):
                return _replaced(paired, each)
        for gain, other in sorted(others, key=lambda pair: -pair[0]):
            if self._is_repeated(paired, other, own, gain):
                return _replaced(paired, other)
        for gain, other in others if mine else ():
            if any(gain + back > 0 for back in self._gains_back(option, paired, other)):
                return _replaced(paired, other)
        return paired

    def _is_repeated(self, paired: Paired, other: Candidate, own: float, gain: float) -> bool:
        """Does another place that it fits better tell it, and none what belongs here?

        A small number of things must fit nowhere but in its place; in one sentence, as in "21 were
        badly hurt and 21 slightly", it is enough that it fits better.
        """
        if paired.found is None or id(other.mention.claim) in self._told or gain <= 0:
            return False
        claim, line = id(paired.found.mention.claim), paired.mention.line
        small = self._common[claim]
        counted = paired.found.equal and paired.mention.claim.kind in NUMBERED
        in_one = counted and other.mention.line is paired.found.mention.line
        if gain < REPEATED and not in_one:
            return False
        if small and (own >= 0 or gain < SMALL or other.signs.noun < 0 or not counted):
            return False
        if many_times(paired.mention, other.mention, UNLIKE):
            return False
        return any(
            (pair.mention.line is line) == in_one
            and pair.found is not None
            and pair.found.score > paired.found.score
            for pair in (*small, *(pair for _, pair in self._tellers[claim]))
        )

    def _is_meant(
        self, mention: Mention, found: Candidate, other: Candidate, own: float, fit: float
    ) -> bool:
        """Is it told nowhere, and far more likely where only the value is there, or what the level
        of the year before has become?"""
        low, high = sorted((abs(value_of(mention)), abs(value_of(other.mention))))
        if id(other.mention.claim) in self._told or high > UNLIKE * low:
            return False
        if other.mention.line is found.mention.line:
            return is_former(mention, found.mention, other.mention)
        if not found.equal or len(self._tellers[id(found.mention.claim)]) > 1:
            return False
        one_noun = found.signs.noun > 0 and other.signs.noun > 0
        better = fit - own >= MISPLACED and own < 0 <= fit
        return better or (one_noun and fit - own >= OF_ONE_NOUN)

    def _gains_back(self, option: Option, paired: Paired, other: Candidate) -> Iterator[float]:
        """How much better than they must those that tell the other go with the figure of this."""
        for each, pair in self._tellers.get(id(other.mention.claim), ()):
            if each is option or pair.found is None or paired.found is None:
                continue
            claim = paired.found.mention.claim
            back = next((one for one in each.candidates if one.mention.claim is claim), None)
            if back is not None:
                least = IN_ONE if each.mention.line is option.mention.line else SWAPPED
                fit = self._choice.fit
                yield fit(each.mention, back) - fit(each.mention, pair.found) - least


def _of_source(paired: Paired) -> int:
    """The one of the source that is told, as a key."""
    told = paired.standing == "agrees" or (paired.standing == "apart" and paired.sure)
    return id(paired.found.mention.claim) if told and paired.found else 0


def _precise(matter: Matter, paired: Paired) -> bool:
    """Does it print a figure of the source that is no common one, in a sentence of the text?"""
    if paired.standing != "agrees" or paired.found is None or not paired.found.equal:
        return False
    return not (paired.mention.line.heading or matter.common(paired.mention))


def _alike(left: Mention, right: Mention) -> bool:
    a, b = left.quantity, right.quantity
    return a is not None and b is not None and (group_of(a), a.unit) == (group_of(b), b.unit)


def _replaced(paired: Paired, other: Candidate) -> Paired:
    return replace(paired, standing="exchanged", found=other, likely=LIKELIER)
