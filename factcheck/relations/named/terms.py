"""Since when somebody is in office: "X, who has led NATO as secretary general since 2014", "X, der
das Amt im Januar 2023 übernahm", "X ist seit 2005 Bundeskanzlerin".

Around a date stand "since" or a verb of taking office, titles, bodies and function words, and
nothing else up to the name: the relation has the date, the last word of the name, the title nearest
to the date if one is told, and whether the term has begun then or lasts since.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.languages.tokens import Tokens
from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

ENDS = frozenset(';:!?"“”„»«')
EXACT = frozenset({"day", "month", "year"})
LOOK_AHEAD = 5
# Farther from the date nothing is looked for.
WINDOW = 14


def find(scene: Scene) -> Iterator[Relation]:
    """The beginnings of terms of office in a passage."""
    words = scene.passage.lexicon.data["terms"]
    cues = frozenset((*words["since"], *words["first_words"]))
    if scene.names is None or cues.isdisjoint(scene.passage.tokens.lowers):
        return
    for claim in scene.claims:
        period = claim.period
        if claim.kind == "date" and period is not None and period.granularity in EXACT:
            near = slice(
                max(scene.first_token(claim) - WINDOW, 0), scene.last_token(claim) + WINDOW
            )
            if cues.isdisjoint(scene.passage.tokens.lowers[near]):
                continue
            found = _found(scene, claim)
            if found is not None:
                yield found


def _found(scene: Scene, claim: Claim) -> Relation | None:
    reader = _Reader(scene, claim)
    low, high = reader.stretch()
    kind = reader.kind(low, high)
    head = reader.head(low)
    if kind is None or head is None:
        return None
    title = reader.title(low, high)
    untold = title is None and (kind == "since" or reader.as_something(high))
    if untold and not reader.in_office(low, high):
        return None
    passage = scene.passage
    members: list[tuple[str, Claim | Span]] = [("date", claim), ("head", passage.span(head, head))]
    members.append((kind, claim.span))
    if title is not None:
        members.append(("title", passage.span(*title)))
    members += [("predecessor", passage.span(*each)) for each in reader.replaced(low, high)]
    return Relation("term", tuple(members), passage.span(head, max(high, reader.last)))


@dataclass(frozen=True)
class _Reader:
    scene: Scene
    claim: Claim

    @property
    def first(self) -> int:
        """The first token of the date."""
        return self.scene.first_token(self.claim)

    @property
    def last(self) -> int:
        """The last token of the date."""
        return self.scene.last_token(self.claim)

    def stretch(self) -> tuple[int, int]:
        """The tokens around the date that say nothing but the term: first and last."""
        begin, end = self.scene.passage.bounds(self.first)
        begin, end = max(begin, self.first - WINDOW), min(end, self.last + WINDOW)
        low, high = self.first, self.last
        known = self._known(begin, end)
        relative = self.scene.passage.lexicon.data["terms"]["relative"]
        while low > begin and (low - 1) in known:
            low -= 1
            if self.scene.passage.tokens.lowers[low] in relative:
                break
        joins = self.scene.passage.lexicon.data["lists"]["conjunctions"]
        lowers = self.scene.passage.tokens.lowers
        while high + 1 < end and (high + 1) in known and lowers[high + 1] not in joins:
            high += 1
        return low, high

    def _known(self, begin: int, end: int) -> frozenset[int]:
        """The tokens of titles, bodies, cues and function words."""
        tokens, lexicon = self.scene.passage.tokens, self.scene.passage.lexicon
        words, found = lexicon.data["terms"], set()
        names = self.scene.names
        cues = [lexicon.phrases("terms", key) for key in ("took", "became", "in_office", "led")]
        for at in range(begin, end):
            lower = tokens.lowers[at]
            if lower in lexicon.stop_words or lower in words["since"] or lower in words["plain"]:
                found.add(at)
            sizes = [hit[0] for table in cues if (hit := table.at(tokens, at))]
            if names is not None:
                meant = (names.titles.at(tokens, at), names.name_at(tokens, at))
                sizes += [hit[0] for hit in meant if hit]
            found.update(range(at, at + max(sizes, default=0)))
            replaced = lexicon.phrases("terms", "replaced").at(tokens, at)
            if replaced is not None:
                found.update(_name_from(tokens, at, at + replaced[0]))
        return frozenset(found)

    def kind(self, low: int, high: int) -> str | None:
        """Has the term begun on the date, or does it last since then?"""
        tokens, lexicon = self.scene.passage.tokens, self.scene.passage.lexicon
        words = lexicon.data["terms"]
        if any(
            lower in words["since"]
            for lower in tokens.lowers[max(low, self.first - 2) : self.first]
        ):
            return "since"
        for key in ("took", "became", "replaced"):
            table = lexicon.phrases("terms", key)
            if any(table.at(tokens, at) for at in range(low, high + 1)):
                return "began"
        return None

    def replaced(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Whom the person has replaced: the first and last word of the name."""
        tokens, phrases = self.scene.passage.tokens, self.scene.passage.lexicon.phrases
        for at in range(low, high + 1):
            hit = phrases("terms", "replaced").at(tokens, at)
            name = _name_from(tokens, at, at + hit[0]) if hit else range(0)
            if hit and len(name) > hit[0]:
                yield at + hit[0], name[-1]

    def head(self, low: int) -> int | None:
        """The last word of the name before the stretch, past a comma and a party in brackets.

        Between name and "who" an apposition may stand: "X, the former prime minister who ...".
        """
        words = self.scene.passage.tokens.words
        relative = self.scene.passage.lexicon.data["terms"]["relative"]
        begin, _ = self.scene.passage.bounds(self.first)
        at = low - 1
        if self.scene.passage.tokens.lowers[low] in relative and words[at] != ",":
            at = max((each for each in range(begin, low) if words[each] == ","), default=begin)
        if at > begin and words[at] in {",", "("}:
            at -= 1
        if at > begin and words[at] == ")":
            while at > begin and words[at] != "(":
                at -= 1
            at -= 1
        return at if at >= begin and words[at][0].isupper() else None

    def title(self, low: int, high: int) -> tuple[int, int] | None:
        """The title nearest to the date; behind "as" it may have an adjective before it."""
        names, tokens = self.scene.names, self.scene.passage.tokens
        if names is None:
            return None
        if self.as_something(high):
            high += LOOK_AHEAD
        found = [
            (at, at + hit[0] - 1)
            for at in range(low, min(high + 1, len(tokens)))
            if (hit := names.titles.at(tokens, at))
        ]
        return min(found, key=lambda pair: abs(pair[0] - self.first), default=None)

    def as_something(self, high: int) -> bool:
        """Does the sentence go on "as the youngest president"?"""
        tokens, words = self.scene.passage.tokens, self.scene.passage.lexicon.data["terms"]
        return any(tokens.lower(at) in words["as"] for at in range(self.last + 1, high + 2))

    def in_office(self, low: int, high: int) -> bool:
        """Does it say "in office" instead of a title, and nothing of being something else?"""
        tokens = self.scene.passage.tokens
        table = self.scene.passage.lexicon.phrases("terms", "in_office")
        told = any(table.at(tokens, at) for at in range(low, high + 1))
        return told and not self.as_something(high)


def _name_from(tokens: Tokens, first: int, at: int) -> range:
    """A verb such as "replaced" and the name behind it."""
    while at < len(tokens) and tokens.words[at][0].isupper():
        at += 1
    return range(first, at)
