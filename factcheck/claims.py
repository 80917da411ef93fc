"""The Article: what every check gets, with the claims of a text and the relations between them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any

from factcheck.document import Document
from factcheck.extract.people.persons import Persons
from factcheck.extract.speech.reported_speech import NO_SPEECH, Speech
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.languages.tokens import tokenise
from factcheck.languages.wording import Wording
from factcheck.model import Claim, Evidence, Reference, Relation, Span
from factcheck.reference.exchange import Exchange
from factcheck.reference.metric_words import MetricWords, load_metric_words
from factcheck.reference.names import Names, People, load_names, load_people
from factcheck.reference.tables import Tables
from factcheck.relations import find_across, find_relations, once
from factcheck.relations.same.quoted_twice import quoted_twice
from factcheck.relations.scene import Scene
from factcheck.relations.times.lives import find_lives
from factcheck.relations.told import scenes_told

NEAR_DAYS = 31


@dataclass(frozen=True, eq=False)
class Article:
    """All that a check gets: the document read, its claims and relations, and the references.

    `wording` speaks the report's language; `sources` are the documents it was written from.
    """

    document: Document
    lexicon: Lexicon
    claims: tuple[Claim, ...]
    scenes: tuple[Scene, ...]
    people: Persons
    references: tuple[Reference, ...]
    tables: Tables
    rates: Exchange
    wording: Wording
    speech: Speech = NO_SPEECH
    sources: tuple["Article", ...] = ()

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Which claims belong together, and how; found when first asked for."""
        scenes = scenes_told(self.scenes, self.speech.attributions)
        inside = [relation for scene in scenes for relation in find_relations(scene)]
        inside += (*find_across(self.scenes), *quoted_twice(self.speech, self.document))
        return (*inside, *find_lives(self.scenes, self.people.all, inside))

    @cached_property
    def names(self) -> Names:
        """The terms of the article's language."""
        return load_names(self.tables, self.lexicon)

    @cached_property
    def holders(self) -> People:
        """The persons of the tables, who hold offices."""
        return load_people(self.tables)

    @cached_property
    def metric_words(self) -> MetricWords:
        """The words by which the article's language names the metrics of described tables."""
        return load_metric_words(self.tables, self.lexicon)

    @cached_property
    def _by_sentence(self) -> Mapping[int, Sequence[Claim]]:
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.sentence.start].append(claim)
        return found

    def claims_of(self, sentence: Span) -> Sequence[Claim]:
        """The claims of one sentence, in the order of the text."""
        return self._by_sentence.get(sentence.start, ())

    @property
    def date(self) -> date | None:
        """The article's date, at which everything is judged."""
        return self.document.date

    @cached_property
    def own_wording(self) -> Wording:
        """Numbers and dates as the article itself writes them, for suggestions."""
        same = self.wording.lexicon is self.lexicon
        return self.wording if same else Wording(self.lexicon)

    def quote(self, span: Span) -> Evidence:
        """The words of a span as evidence, with the other half of a bracket that they cut off."""
        return Evidence("article", self.document.with_brackets(span.start, span.end).text)

    def concepts_of(self, span: Span) -> tuple[str, ...]:
        """What the words of a span may mean: ids of concepts.csv."""
        hit = self.names.name_at(tokenise(span.text), 0)
        return tuple(dict.fromkeys(term.concept for term in hit[1])) if hit else ()

    def events_of(self, span: Span) -> tuple[str, ...]:
        """The events that the words of a span name, else what they may mean."""
        hit = self.names.events.at(tokenise(span.text), 0)
        return hit[1] if hit else self.concepts_of(span)

    def name_of(self, concept: str, *, feminine: bool = False) -> str:
        """What reports in the report's language call a concept: its label, a name, else its id."""
        code = self.wording.lexicon.code
        own = [row for row in self.tables.concepts_by_id.get(concept, ()) if row.language == code]
        forms = ("label-feminine", "label", "name") if feminine else ("label", "name")
        named = [row for form in forms for row in own if row.form == form]
        return next((row.term for row in named or own), concept)

    def leaves_own_time(self, claim: Claim) -> bool:
        """Does the claim's sentence speak of an earlier time without saying which?"""
        text = claim.sentence.text
        if re.search(self.lexicon.data["dates"]["past_pattern"], text):
            return True
        return _contains(text, self.lexicon.phrases("dates", "past"))

    def says(self, claim: Claim, section: str, key: str, *, elsewhere: bool = False) -> bool:
        """Does the claim's sentence contain a phrase of this list, or do its other words?"""
        text = claim.sentence.text
        if elsewhere:
            at = claim.span.start - claim.sentence.start
            text = f"{text[:at]} {text[at + len(claim.span.text) :]}"
        return _contains(text, self.lexicon.phrases(section, key))

    def quoted(self, claim: Claim) -> bool:
        """Does the claim stand inside quotation marks of its block, or is it a speaker's own?"""
        attribution = claim.attribution
        if attribution is not None and attribution.mode == "direct":
            return True
        return self.in_quotation(claim.span)

    def in_quotation(self, span: Span) -> bool:
        """Does a span stand inside quotation marks?"""
        starts, reach = self._quotations
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= reach[before - 1]

    def same_sentence(self, one: Span, other: Span) -> bool:
        """Do two spans stand in one sentence?"""
        for scene in self.scenes:
            block = scene.passage.block.span
            if block.start <= one.start < block.end:
                index = bisect_right(scene.passage.tokens.starts, one.start) - 1
                sentence = scene.passage.sentence(max(index, 0))
                return sentence.start <= other.start < sentence.end
        return False

    def speaks_of_now(self, claim: Claim) -> bool:
        """Does the claim's sentence name a weekday, a day near the article's, or "today"?"""
        period, text = claim.period, claim.sentence.text
        if _contains(text, self.lexicon.phrases("dates", "lasting")):
            return False
        if self.date is not None and period is not None and period.granularity == "day":
            return abs((period.start - self.date).days) <= NEAR_DAYS
        now = self.lexicon.phrases("dates", "now")
        return _contains(text, now) or _contains(text, self.lexicon.weekdays)

    def related(self, kind: str) -> Iterator[Relation]:
        """The relations of one kind, in the order of the text."""
        return iter(self._by_kind.get(kind, ()))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the article names, those of its dates included."""
        dates = (claim.period for claim in self.claims if claim.kind == "date")
        return frozenset(day.start.year for day in dates if day is not None and day.anchor is None)

    @cached_property
    def _by_kind(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in once(self.relations):
            found[relation.kind].append(relation)
        return found

    @cached_property
    def _quotations(self) -> tuple[list[int], list[int]]:
        """Where the quotations begin, and how far those up to each one reach."""
        spans = sorted(self.speech.quotations, key=lambda span: span.start)
        return [q.start for q in spans], list(accumulate((q.end for q in spans), max))


def _contains(text: str, phrases: PhraseTable[Any]) -> bool:
    tokens = tokenise(text)
    return any(phrases.at(tokens, index) for index in range(len(tokens)))
