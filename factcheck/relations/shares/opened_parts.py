"""A sentence that opens with a whole: "Von den 2.400 Wohnungen, die leer stehen, sind 360 neu".

Which figures behind the whole are its parts: the first behind the verb, perhaps behind a relative
clause of the whole, the others in a list with it; and whether words say that no one is in two.
"""

from collections.abc import Sequence

from factcheck.model import Span
from factcheck.relations.sentence import Figure, Sentence, cues, same_noun

VERB_WORDS = 2
LIGHT_WORDS = 4
QUOTES = frozenset("\"“„»«'‚‘")


def opens(sentence: Sentence, whole: Figure) -> bool:
    """Does the sentence begin with "Von den" and this figure?"""
    length = sentence.before(sentence.phrases("parts", "opening"), whole.first)
    at = whole.first - length
    while at > sentence.first and sentence.word(at - 1) in QUOTES:
        at -= 1
    return bool(length) and at == sentence.first and whole.quantity.hedge != "range"


def listed(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The parts behind the whole: the first behind the verb, the others in a list with it."""
    whole, data = figures[0], sentence.lexicon.data
    parts: list[Figure] = []
    for figure in figures[1:]:
        before = sentence.word(_before_fillers(sentence, figure) - 1)
        gap = range((parts[-1] if parts else whole).last + 1, figure.first)
        if any(sentence.word(at) == ":" for at in gap) or _another(sentence, gap, first=not parts):
            break
        if not parts:
            turned = {*data["changes"]["to"], *data["parts"]["became"]}  # "wurden es 810"
            change = turned.intersection(sentence.word(at) for at in gap)
            verb = _verb(sentence, gap) and not change
            passive = before in data["parts"]["passive"] and (  # "wurden 810 Euro" alone: became
                figure.kind == "count" or sentence.breaks(figure.last + 1)
            )
            if passive or not (verb or before == ",") or figure.kind not in {"number", whole.kind}:
                break
        elif before not in {*data["parts"]["joins"], ",", ";"} or figure.kind not in {
            "number",
            parts[0].kind,
        }:
            break
        parts.append(figure)
    return parts


def _before_fillers(sentence: Sentence, figure: Figure) -> int:
    """Where the figure begins, "only" and the like included."""
    at, fillers = figure.first, sentence.lexicon.data["changes"]["fillers"]
    while sentence.word(at - 1) in fillers:
        at -= 1
    return at


def _another(sentence: Sentence, gap: range, *, first: bool) -> bool:
    """Does a semicolon end the list? Not in "2,104 returned; 1,946 were captured"."""
    signs = [at for at in gap if sentence.word(at) == ";"]
    return bool(signs) and (first or signs != [gap.stop - 1])


def _verb(sentence: Sentence, gap: range) -> bool:
    """As in "stimmten", "stehen derzeit noch", perhaps behind a clause between commas."""
    words = [sentence.word(at) for at in gap]
    if words[:1] == [","] and words.count(",") > 1:
        last = max(index for index, word in enumerate(words) if word == ",")
        words, gap = words[last + 1 :], gap[last + 1 :]
    if not words or not all(word.isalpha() for word in words):
        return False
    light = all(sentence.tokens.words[at].islower() for at in gap)
    placed = set(words).intersection(sentence.lexicon.data["parts"]["before_whole"])
    return len(words) <= VERB_WORDS or (light and len(words) <= LIGHT_WORDS and not placed)


def exclusive_side(sentence: Sentence, listed: Sequence[Figure]) -> Span | None:
    """The first word of sides of which nobody takes two: yes and no, men and women, two parties."""
    parts = len(listed)
    for sides in sentence.lexicon.data["parts"]["sides"]:
        named = [words for words in sides if not sentence.words.isdisjoint(words)]
        if len(named) >= parts:
            known = frozenset(word for words in named for word in words)
            index = next(
                i for i in range(sentence.first, sentence.end) if sentence.word(i) in known
            )
            return sentence.scene.passage.span(index, index)
    ends = [*(part.first for part in listed[1:]), sentence.end]
    parties = sentence.lexicon.data["shares"]["parties"]
    held = [
        [at for at in range(part.last + 1, end) if sentence.word(at) in parties]
        for part, end in zip(listed, ends, strict=True)
    ]
    each = {sentence.word(places[0]) for places in held if len(places) == 1}
    if len(each) == parts:
        return sentence.scene.passage.span(held[0][0], held[0][0])
    spread = cues(sentence.lexicon, "parts", "divided")
    at = next((i for i in range(sentence.first, sentence.end) if sentence.word(i) in spread), None)
    return sentence.scene.passage.span(at, at) if at is not None else None


def of_whole(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """One noun, or persons who are said to be others: "Unter den 24 Verletzten sind 7 Kinder"."""
    if same_noun(part.quantity.noun, whole.quantity.noun):
        return True
    data = sentence.lexicon.data
    heads = [(f.quantity.noun or "").lower() for f in (part, whole)]
    persons = all(head in data["sums"]["persons"] for head in heads)
    return persons and sentence.word(part.first - 1) in data["parts"]["are"]
