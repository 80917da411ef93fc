"""The countries that a sentence names: by the name, the adjective or the people.

Capitals are left alone, for they stand for governments.
"""

from collections.abc import Iterator

from factcheck.alignment.lines import Line

CODE_LENGTH = 2
FORMS = frozenset({"name", "adjective", "demonym", "feminine", "plural", "genitive"})


def countries_of(line: Line) -> Iterator[tuple[str, int, int]]:
    """The countries of a sentence, each with the tokens of its first mention."""
    seen: set[str] = set()
    for at, codes in line.scene.named:
        if not line.first <= at < line.end or len(codes) != 1:
            continue
        (code,) = codes
        hit = line.article.names.name_at(line.scene.passage.tokens, at)
        country = len(code) == CODE_LENGTH and code.isupper() and code not in seen
        if hit is not None and country and {term.form for term in hit[1]} <= FORMS:
            seen.add(code)
            yield code, at, at + hit[0] - 1
