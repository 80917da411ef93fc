"""A scene without what is put in between figures that belong together, and changes nothing.

That is who says so ("The workforce of 4,800 will shrink by a third, according to the agency, to
3,200", "ein Anstieg nach Angaben des Amtes um 45 Prozent", "..., a rise of 12 per cent, the bank
said"), "as expected", and a bracket without a figure ("rose (see chart) by 5 to 40"). Speech is
found before; here its gaps are left out, with the commas around them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.languages.tokens import Tokens
from factcheck.model import Attribution, Claim
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import NO_FIGURES

ENDS = frozenset(".!?")
# So many tokens a bracket may have.
LONGEST = 12


def scenes_told(scenes: Sequence[Scene], said: Sequence[Attribution]) -> tuple[Scene, ...]:
    """The scenes of a document, each without the sources of what is said in it."""
    starts = [each.content[0].start for each in said if each.content]
    told = [each for each in said if each.content]
    return tuple(_told(scene, _inside(scene, told, starts)) for scene in scenes)


def _inside(
    scene: Scene, told: Sequence[Attribution], starts: Sequence[int]
) -> Sequence[Attribution]:
    span = scene.passage.block.span
    return told[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _told(scene: Scene, said: Sequence[Attribution]) -> Scene:
    """The scene without these sources; the very scene where none is left out."""
    if len(scene.claims) < 2:
        return scene
    gaps = [*(gap for each in said for gap in _gaps(scene, each)), *_asides(scene)]
    out = {at for gap in gaps for at in gap}
    return _without(scene, out) if out else scene


def _gaps(scene: Scene, said: Attribution) -> Iterator[range]:
    """The stretch of a sentence before, between or behind the parts of what is said that tells who
    says it."""
    if said.source is None or said.cue is None or said.mode != "indirect":
        return
    tokens, passage = scene.passage.tokens, scene.passage
    first, *inner, last = (
        bisect_left(tokens.starts, edge) for part in said.content for edge in (part.start, part.end)
    )
    stop = passage.bounds(last - 1)[1]
    stop -= tokens.words[stop - 1] in ENDS
    edges = [passage.bounds(first)[0], first, *inner, last, stop]
    who = (said.source, said.cue)
    begin = bisect_left(tokens.starts, min(span.start for span in who))
    end = bisect_left(tokens.starts, max(span.end for span in who)) - 1
    data = passage.lexicon.data["changes"]
    levels = {*data["to"], *data["from"], *data["by"]}
    levels |= passage.lexicon.words("tense", "past", "future", "perfect")  # ", he said, fell to"
    for number, (low, high) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        inside = 0 < number < len(said.content)
        added = inside and tokens.words[high - 1] == "," and tokens.lower(high) not in levels
        joined = number == 0 and tokens.lower(high) in passage.lexicon.words("speech", "that")
        gap = range(low, high - added + joined)  # "..., the board said, up 3% from 400"
        if begin in gap and end in gap and _silent(scene, gap):
            yield gap


def _asides(scene: Scene) -> Iterator[range]:
    """Brackets without a figure, and "as expected" with the commas around it."""
    tokens, expected = scene.passage.tokens, scene.passage.lexicon.phrases("figures", "as_expected")
    for at, word in enumerate(tokens.words):
        if word == "(":
            end = next((n for n in range(at, len(tokens)) if tokens.words[n] == ")"), at)
            gap = range(at, end + 1)
            if 0 < end - at <= LONGEST and not scene.claims_in(gap.start, gap.stop):
                yield gap
        elif word == "," and (hit := expected.at(tokens, at + 1)):
            end = at + 1 + hit[0]
            yield range(at, end + (tokens.lower(end) == ","))


def _silent(scene: Scene, gap: range) -> bool:
    """Stands neither figure nor time nor survey among these tokens? A day may: "said on Friday"."""
    tokens, estimates = scene.passage.tokens, scene.passage.lexicon.words("figures", "estimates")
    figures = (c for c in scene.claims_in(gap.start, gap.stop) if c.kind not in NO_FIGURES)
    asked = any(tokens.lowers[at] in estimates for at in gap)
    return not asked and all(_of_these_days(claim) for claim in figures)


def _of_these_days(claim: Claim) -> bool:
    """Is it a day told from the article's, such as a weekday, not a date or a year?"""
    period = claim.period
    told = period is not None and period.anchor is not None and period.granularity == "day"
    return claim.kind == "date" and told


def _without(scene: Scene, out: set[int]) -> Scene:
    tokens, passage = scene.passage.tokens, scene.passage
    kept = [at for at in range(len(tokens)) if at not in out]
    places = {at: number for number, at in enumerate(kept)}
    fewer = Tokens(
        tokens.text,
        [tokens.words[at] for at in kept],
        [tokens.lowers[at] for at in kept],
        [tokens.starts[at] for at in kept],
        [tokens.ends[at] for at in kept],
    )
    starts = [bisect_left(kept, start) for start in passage.starts]
    gone = {id(claim) for claim in scene.claims if scene.first_token(claim) not in places}
    claims = tuple(claim for claim in scene.claims if id(claim) not in gone)
    return replace(scene, passage=replace(passage, tokens=fewer, starts=starts), claims=claims)
