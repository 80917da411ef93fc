"""The text that is measured on: the sample articles of seeds/, one language, repeated.

Repeated text flatters whatever remembers words that it has looked up. The articles are joined in
the order of their names, so that a size always means the same text.
"""

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.languages.detect import detect_language

ROOT = Path(__file__).resolve().parents[2]
# Later than every fact in the articles and inside the rates.
DATE = "2025-12-01"
PARAGRAPH = "\n\n"


def articles(language: str) -> list[Path]:
    """The sample articles in a language; FactcheckError if there are none."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    found = [path for path in paths if detect_language(path.read_text("utf-8")) == language]
    if not found:
        raise FactcheckError(f"there is no sample article in the language {language} in seeds/")
    return found


def text(language: str, characters: int) -> str:
    """Whole articles, one after the other, cut to a number of characters."""
    return _filled((path.read_text("utf-8") for path in articles(language)), characters)


def megabytes(text: str) -> float:
    """The size of a text in UTF-8."""
    return len(text.encode()) / 1e6


def _filled(texts: Iterable[str], characters: int) -> str:
    pieces: list[str] = []
    length = 0
    for piece in cycle(list(texts)):
        pieces.append(piece.strip())
        length += len(pieces[-1]) + len(PARAGRAPH)
        if length > characters:
            break
    return PARAGRAPH.join(pieces)[:characters]
