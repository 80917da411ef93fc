"""Who said what, over a whole document: every attribution in the order of the text.

Each sentence is asked for a verb of saying, a phrase that names a source, hearsay, quotations and
the subjunctive; a sentence that only goes on in indirect speech belongs to the last speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.passages import Passage
from factcheck.extract.people.who import Who
from factcheck.extract.speech.clauses import Unit, units, with_segments
from factcheck.extract.speech.events import events_of, first_subject_of
from factcheck.extract.speech.indirect import (
    reports,
    set_phrase,
    subordinate_report,
    supposes,
)
from factcheck.extract.speech.loose import turns
from factcheck.extract.speech.quotations import Quoted, find_quotations, without_pairs
from factcheck.extract.speech.said import Part, Said, mode_of, trimmed
from factcheck.extract.speech.speakers import Speakers
from factcheck.extract.speech.words import CAREFUL, SpeechWords, speech_words
from factcheck.model import Attribution, Span


@dataclass(frozen=True, slots=True)
class Speech:
    """Who said what in a document, its quotations, and the quotation marks without a partner."""

    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Span, ...] = ()
    unpaired: tuple[Span, ...] = ()


NO_SPEECH = Speech()


def find_speech(passages: Sequence[Passage], who: Who) -> Speech:
    """Everything that a document attributes, in the order of the text."""
    if not passages:
        return NO_SPEECH
    lexicon = passages[0].lexicon
    reader = _Reader(Speakers(who, lexicon), speech_words(lexicon.code))
    labels = turns(passages)
    for number, passage in enumerate(passages):
        following = passages[number + 1] if number + 1 < len(passages) else None
        if number in labels:
            reader.spoken(passage, labels[number])
        elif passage.anchors.speech or passage.anchors.marks:
            reader.read(passage, find_quotations(passage, following))
        else:
            reader.reported = False
    return Speech(
        tuple(reader.found), tuple(reader.quotations), tuple(without_pairs(reader.unpaired))
    )


class _Reader:
    """Goes through the sentences and remembers who spoke last."""

    def __init__(self, speakers: Speakers, words: SpeechWords) -> None:
        self.found: list[Attribution] = []
        self.quotations: list[Span] = []
        self.unpaired: list[Span] = []
        self.reported = False
        self._speakers, self._words = speakers, words
        self._source: Span | None = None
        self._running: int | None = None
        self._named = False
        self._clause: Unit | None = None
        self._open: int | None = None

    def spoken(self, passage: Passage, colon: int) -> None:
        """A turn of a transcript."""
        source = passage.span(0, colon - 1)
        content = passage.span(colon + 1, len(passage.tokens) - 1)
        self._add(source, None, (content,), "direct")

    def read(self, passage: Passage, quoted: Quoted) -> None:
        """Read the sentences of a paragraph."""
        self.quotations += [passage.span(q.first, q.last) for q in quoted.found]
        self.unpaired += [passage.span(at, at) for at in quoted.unpaired]
        self._running, self.reported, self._named = None, False, False
        previous: Unit | None = None
        opened, self._open = self._open, None
        for number, unit in enumerate(units(passage, quoted, self._words)):
            if number == 0 and opened is not None and self._reopened(passage, unit, opened):
                previous = unit
                continue
            if unit.cues or unit.quotations:
                self._unit(passage, unit, previous)
            else:
                self._running, self.reported, self._named = None, False, False
            previous = unit
        self._leave_open(passage, quoted)

    def _reopened(self, passage: Passage, unit: Unit, opened: int) -> bool:
        """A quotation of several paragraphs is one, whoever of them names its speaker.

        "„A. | „B“, sagte X.", "X sagte: „A. | „B.“"
        """
        quote = next((q for q in unit.quotations if q.first == unit.first), None)
        if quote is None:
            return False
        before = self.found[opened]
        named = next((said for said in events_of(unit) if said.covers(quote.first)), None)
        if named is not None and named.cue is not None:
            if named.source is not None and before.source is None:
                source = _span(passage, named.source)
                name, role = self._speakers.named(source)
                self.found[opened] = replace(before, source=source, speaker=name, role=role)
            return False
        more = passage.span(quote.first, quote.last)
        self.found.append(replace(before, content=(*before.content, more)))
        del self.found[opened]
        self._running, self.reported = None, True
        return True

    def _leave_open(self, passage: Passage, quoted: Quoted) -> None:
        """Remember the attribution whose quotation goes on in the next paragraph."""
        last = quoted.found[-1] if quoted.found else None
        self._open = None
        if last is None or last.closed or not self.found:
            return
        if self.found[-1].content[-1].start == passage.tokens.starts[last.first]:
            self._open = len(self.found) - 1

    def _unit(self, passage: Passage, unit: Unit, previous: Unit | None) -> None:
        events = events_of(unit)
        named, self._named = self._named, False
        if not any(said.parts for said in events):
            if self._goes_on(unit) and not self._clause_of(passage, unit):
                begins = next((at for at in unit.cues if reports(unit, at)), unit.last)
                named = self._mention(passage, unit, events, begins) or named
                self._continue(passage, unit, None if named else previous)
            elif self._clause is not unit:
                self._running, self.reported = None, False
                self._named = self._mention(passage, unit, events, unit.last)
            return
        for said in events:
            resumed = said.parts and self._resumes(passage, unit, said, previous)
            if said.parts and not resumed and not said.weak:
                self._take(passage, said, events, previous)
        self._running, self.reported = None, True

    def _clause_of(self, passage: Passage, unit: Unit) -> bool:
        """A clause in the subjunctive below another verb is said by that one's subject.

        "Die Stadt begrüßt den Plan, weil er Kosten spare."
        """
        if self.reported and any(supposes(unit, at) for at in unit.cues):
            return False
        first = subordinate_report(unit)
        subject = first_subject_of(unit) if first is not None else None
        if first is None or subject is None:
            return False
        source = _span(passage, subject)
        if not self._speakers.speaks(source):
            return False
        part = trimmed(unit, first, unit.end)
        if part is None:
            return False
        self._add(source, None, (passage.span(part[0], part[1] - 1),), mode_of(unit, (part,)))
        self._source, self._running, self.reported, self._clause = source, None, True, unit
        return True

    def _mention(self, passage: Passage, unit: Unit, events: Sequence[Said], end: int) -> bool:
        """Remember who is told to have spoken before a token: "Die Stadt bestreitet das." """
        named = False
        for said in events:
            if said.source is None or said.cue is None or said.cue[0] >= end:
                continue
            span = _span(passage, said.source)
            careful = unit.kind(said.cue[0]) & CAREFUL
            if not careful or self._speakers.speaks(span):
                self._source, named = span, True
        return named

    def _goes_on(self, unit: Unit) -> bool:
        """Does a sentence without a cue speak in the subjunctive?"""
        if any(reports(unit, at) for at in unit.cues) and not set_phrase(unit):
            return True
        goes_on = self.reported and self._source is not None
        return goes_on and any(supposes(unit, at) for at in unit.cues)

    def _continue(self, passage: Passage, unit: Unit, previous: Unit | None) -> None:
        """A sentence of indirect speech goes on with the last speaker.

        Behind a sentence that reports nothing it is the subject of that one, if it can speak:
        "Die Ministerin ist besorgt. Die Lage sei ernst."
        """
        if self._running is None:
            self._running = unit.first
            if not self.reported and previous is not None:
                subject = first_subject_of(with_segments(previous))
                if subject and self._speakers.speaks(_span(passage, subject)):
                    self._source = _span(passage, subject)
        else:
            self.found.pop()
        parts = ((self._running, unit.last),)
        content = (passage.span(self._running, unit.last - 1),)
        self._add(self._source, None, content, mode_of(unit, parts))
        self.reported = True

    def _resumes(self, passage: Passage, unit: Unit, said: Said, previous: Unit | None) -> bool:
        """As in "„A“, sagte X. „B.“": the second sentence is of the same quotation."""
        if not (said.same and said.mode == "direct" and previous is not None and self.found):
            return False
        last = self.found[-1]
        begins = passage.tokens.starts[previous.first]
        if last.mode != "direct" or last.cue is None or last.content[0].start < begins:
            return False
        if last.cue.start < last.content[-1].start or previous.last != unit.first:
            return False
        more = passage.span(said.start, said.end - 1)
        self.found[-1] = Attribution(
            last.source, last.speaker, last.role, last.cue, (*last.content, more), last.mode
        )
        return True

    def _take(
        self, passage: Passage, said: Said, events: Sequence[Said], previous: Unit | None
    ) -> None:
        """Note an attribution, and who spoke."""
        parts = said.parts
        if said.back:
            part = trimmed(previous, previous.first, previous.end) if previous else None
            if part is None:
                return
            parts = (part,)
        source = _span(passage, said.source) if said.source else None
        cue = passage.span(said.cue[0], said.cue[1] - 1) if said.cue else None
        content = tuple(passage.span(first, last - 1) for first, last in parts)
        same = said.same or (said.follows and self.reported and source is None)
        self._add(self._source if same else source, cue, content, said.mode)
        nested = said.source and any(
            other is not said and other.parts and other.covers(said.source[0]) for other in events
        )
        if source is not None and not nested and said.mode != "hearsay":
            self._source = source

    def _add(
        self, source: Span | None, cue: Span | None, content: tuple[Span, ...], mode: str
    ) -> None:
        name, role = self._speakers.named(source)
        self.found.append(Attribution(source, name, role, cue, content, mode))


def _span(passage: Passage, part: Part) -> Span:
    return passage.span(part[0], part[1] - 1)
