"""How many figures of its sources an article leaves out."""

from dataclasses import dataclass

from factcheck.alignment.figures.pairing import FIGURES, pairing
from factcheck.claims import Article


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A document that an article was compared with: its figures, and those the article leaves out.

    `path` is None for a text that came without a file.
    """

    path: str | None
    figures: int
    left_out: int


def read_sources(article: Article) -> tuple[SourceRead, ...]:
    """Of each source how many figures it has, and how many of them the article leaves out."""
    if not article.sources:
        return ()
    used = {
        id(each.found.mention.claim)
        for each in pairing(article)
        if each.found is not None and each.standing in {"agrees", "apart", "exchanged"}
    }
    return tuple(_read(source, used) for source in article.sources)


def _read(source: Article, used: set[int]) -> SourceRead:
    figures = [claim for claim in source.claims if FIGURES.mine(claim)]
    left_out = sum(id(claim) not in used for claim in figures)
    return SourceRead(source.document.path, len(figures), left_out)
