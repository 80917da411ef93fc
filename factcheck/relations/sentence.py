"""A sentence with its figures and the tokens they cover: what most relations are looked for in."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise

from factcheck.interval import Number, exact
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import Tokens
from factcheck.model import Claim, Quantity, Relation, Span
from factcheck.record import record
from factcheck.relations.scene import Scene

DASHES = frozenset("-–—")
APOSTROPHES = frozenset("'’")
OPENING = frozenset("([")
CLOSING = frozenset(")]")
STATEMENT_ENDS = frozenset(".!?;")
BREAKS = frozenset(",;:.!?()[]-–—/\"'„“”»«")
AMOUNTS = frozenset({"money", "percentage", "count", "number", "measure", "duration"})
NO_FIGURES = frozenset({"office", "statement", "membership"})
SHORTEST_STEM = 4
SMALL = 1000
MOST_FIGURES = 40
LONGEST_ENDING = 2
PLACES = re.compile(r"\d[.,](\d+)(?!.*\d)")


@record
class Figure:
    """A claim with a quantity, and the first and the last token it covers.

    `kind` is what the figure itself prints: "number" where unit or noun are those of another.
    """

    claim: Claim
    first: int
    last: int
    kind: str
    quantity: Quantity

    @property
    def value(self) -> Fraction:
        """The nominal value, 0 where it has none."""
        return exact(self.quantity.value or 0)


Member = Figure | Claim | Span
Roles = Mapping[str, Member | Sequence[Member] | None]


@record
class Sentence:
    """Some tokens of a passage, mostly a sentence, and the figures among them.

    `end` is one past its last token, `words` are its own in lower case, `tokens` those of the whole
    passage.
    """

    scene: Scene
    first: int
    end: int
    figures: tuple[Figure, ...]
    words: frozenset[str]
    tokens: Tokens
    lexicon: Lexicon

    def phrases(self, section: str, key: str) -> PhraseTable[bool]:
        """A list of phrases of the lexicon."""
        return self.lexicon.phrases(section, key)

    def word(self, index: int) -> str:
        """A token in lower case; "" outside the sentence."""
        return self.tokens.lowers[index] if self.first <= index < self.end else ""

    def before(self, table: PhraseTable[bool], index: int) -> int:
        """The number of tokens of a phrase that ends just before a token of the sentence."""
        hit = table.before(self.tokens, index)
        return hit[0] if hit and index - hit[0] >= self.first else 0

    def at(self, table: PhraseTable[bool], index: int) -> int:
        """The number of tokens of a phrase that begins at a token of the sentence."""
        hit = table.at(self.tokens, index) if self.first <= index < self.end else None
        return hit[0] if hit and index + hit[0] <= self.end else 0

    def back(self, at: int, signs: Container[str]) -> int:
        """The first token behind the nearest of these signs before a token, or of the sentence."""
        while at > self.first and self.word(at - 1) not in signs:
            at -= 1
        return at

    def plain(self, start: int, end: int) -> bool:
        """Are all tokens from `start` up to `end` words or part of a date?"""
        words = self.tokens.words
        return all(words[at].isalpha() or self.dated(at) for at in range(start, end))

    def dated(self, index: int) -> bool:
        """Is the token part of a date or a rank, which stand anywhere?"""
        return any(
            figure.first <= index <= figure.last
            for figure in self.figures
            if figure.kind in {"date", "ordinal"}
        )

    def enclosed(self, figure: Figure) -> bool:
        """Does the figure fill a pair of brackets or dashes, or stand between commas?"""
        before, after = self.word(figure.first - 1), self.word(figure.last + 1)
        if before in OPENING:
            return after in CLOSING
        return before in DASHES and (after in BREAKS or not after)

    def breaks(self, index: int) -> bool:
        """Does the sentence end here, or is there a comma, a dash or the like?"""
        return index >= self.end or self.tokens.words[index] in BREAKS

    def relation(
        self, kind: str, members: Roles, *, sure: bool, alone: Figure | None = None
    ) -> Relation:
        """The relation of these members, which spans all of them; a role may have several or none.

        `alone` is the figure that nothing but the lack of others binds to them.
        """
        told = [*members.items(), ("alone", alone.claim.span if alone is not None else None)]
        found = [
            (role, each.claim if isinstance(each, Figure) else each)
            for role, group in told
            for each in ((group,) if isinstance(group, Member) else group or ())
        ]
        spans = [m.span if isinstance(m, Claim) else m for _, m in found]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return Relation(kind, tuple(found), self.scene.passage.document.span(start, end), sure)


@lru_cache(maxsize=2)
def sentences(scene: Scene, fewest: int = 2) -> tuple[Sentence, ...]:
    """The sentences of a scene that hold two figures or more, dates included.

    What holds more than MOST_FIGURES is a table or a list of results, in which nothing is bound
    by words, and left out.
    """
    if len(scene.claims) < fewest:
        return ()
    return tuple(
        sentence_of(scene, first, end, group)
        for first, end, group in _grouped(scene)
        if fewest <= len(group) <= MOST_FIGURES
    )


@lru_cache(maxsize=1)
def neighbours(scene: Scene) -> tuple[tuple[Sentence, int], ...]:
    """Each two sentences of a passage that follow each other, read as one; where the second begins.

    Both hold figures, dates included.
    """
    return tuple(
        (sentence_of(scene, first, end, [*left, *right]), split)
        for (first, split, left), (begin, end, right) in pairwise(_grouped(scene))
        if begin == split and len(left) + len(right) <= MOST_FIGURES
    )


@lru_cache(maxsize=1)
def _grouped(scene: Scene) -> list[tuple[int, int, list[Figure]]]:
    """The figures of each sentence that has any, with its first token and one past its last."""
    tokens, passage = scene.passage.tokens, scene.passage
    groups: list[tuple[int, int, list[Figure]]] = []
    end = 0
    for claim in scene.claims:
        if claim.quantity is None or claim.kind in NO_FIGURES:
            continue
        index = bisect_left(tokens.starts, claim.span.start)
        if index >= end:
            first, end = passage.bounds(index)
            groups.append((first, end, []))
        last = bisect_left(tokens.ends, claim.span.end, index)
        groups[-1][2].append(Figure(claim, index, last, _printed_kind(claim), claim.quantity))
    return groups


def _printed_kind(claim: Claim) -> str:
    """As in "von 2,4 auf 2,7 Milliarden Euro": the first figure leaves its unit to the second."""
    kind, text, quantity = claim.kind, claim.span.text, claim.quantity
    if kind == "count":
        noun = quantity.noun if quantity is not None else None
        return "number" if noun is not None and noun not in text else kind
    if kind not in AMOUNTS or not text[-1].isdecimal():
        return kind
    written = text.split()
    code = len(written) > 1 and written[-2].isupper()
    signed = any(unicodedata.category(sign) == "Sc" for sign in text)
    return kind if code or signed else "number"


def sentence_of(scene: Scene, first: int, end: int, figures: Iterable[Figure]) -> Sentence:
    """The tokens from `first` up to `end` with these figures among them."""
    passage = scene.passage
    words = frozenset(passage.tokens.lowers[first:end])
    return Sentence(scene, first, end, tuple(figures), words, passage.tokens, passage.lexicon)


@cache
def cues(lexicon: Lexicon, section: str, *keys: str) -> frozenset[str]:
    """The words with which the phrases of these lists begin, one of which a sentence must have."""
    return frozenset().union(*(lexicon.phrases(section, key).first_words for key in keys))


@lru_cache(maxsize=4096)
def compounded(lexicon: Lexicon, word: str, section: str, key: str) -> str:
    """The word of a list that this one is, or the longest that it ends with as a compound."""
    words: Sequence[str] = lexicon.data[section][key]
    if word in words or not lexicon.glossary.compounds:
        return word if word in words else ""
    ends = [each for each in words if len(word) > len(each) + 1 and word.endswith(each)]
    return max(ends, key=len, default="")


def clause_of(sentence: Sentence, figure: Figure) -> range:
    """The words around a figure up to the next comma, full stop or figure."""
    begin, end = sentence.back(figure.first, BREAKS), figure.last + 1
    while end < sentence.end and sentence.word(end) not in BREAKS:
        end += 1
    return range(begin, end)


def amount(figure: Figure) -> bool:
    """Is it a figure that can be added, compared and divided?"""
    return figure.kind in AMOUNTS and figure.quantity.hedge != "vague"


def alike(left: Figure, right: Figure) -> bool:
    """Do two figures measure in one unit, or does one leave its unit to the other?"""
    a, b = left.quantity, right.quantity
    if not (amount(left) and amount(right)):
        return False
    if "number" in {left.kind, right.kind}:
        kinds = {left.claim.kind, right.claim.kind} - {"number"}
        if len(kinds) > 1 and "percentage" in kinds:
            return False  # "kostet 70, Energie 45 Prozent mehr als vor drei Jahren"
        pairs = ((left, right), (right, left))
        return not any(_left_its_scale(*pair) or _left_its_parts(*pair) for pair in pairs)
    if left.kind != right.kind or a.unit != b.unit:
        return False
    return left.kind != "count" or same_noun(a.noun, b.noun)


def _left_its_scale(bare: Figure, other: Figure) -> bool:
    """As in "to 4.5 million from 4.2": whether the bare figure means millions too is not told."""
    value, printed = bare.quantity.value, _most(other.quantity)
    if bare.kind != "number" or value is None or printed is None or value >= SMALL:
        return False
    digits = sum(letter.isdecimal() for letter in other.claim.span.text)
    return printed >= SMALL and digits < len(str(int(printed)))


def _most(quantity: Quantity) -> Number | None:
    """The value, of a range its upper end."""
    return quantity.interval.high if quantity.value is None else quantity.value


def _left_its_parts(bare: Figure, other: Figure) -> bool:
    """As in "55 Cent nach wohl 50": whether the bare figure means cents too is not told."""
    value = _most(other.quantity)
    told = bare.kind != "number" or bare.quantity.unit is not None
    if told or other.kind != "money" or not isinstance(value, Decimal):
        return False
    exponent = value.as_tuple().exponent
    decimals = PLACES.search(other.claim.span.text)
    return isinstance(exponent, int) and -exponent > (len(decimals[1]) if decimals else 0)


def same_noun(left: str | None, right: str | None) -> bool:
    """Are two counted nouns the same but for an ending of at most two letters, or an umlaut?"""
    if left is None or right is None:
        return left is right
    a, b = (_without_marks(noun.lower().split()[-1]) for noun in (left, right))
    if a == b:
        return True
    stem = min(len(a), len(b)) - 1
    ending = max(len(a), len(b)) - stem
    return stem >= SHORTEST_STEM and a[:stem] == b[:stem] and ending <= LONGEST_ENDING + 1


def _without_marks(word: str) -> str:
    """As in "Anträge" and "Antrag": a plural may differ by the mark on its vowel."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
