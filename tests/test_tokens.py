"""Tokens keep their place in the text, also in text copied from a PDF."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.languages.tokens import tokenise

COPIED = [
    ("Mil\u00adli\u00ado\u00adnen", "Millionen"),
    ("fu\u0308nf", "fünf"),
    ("\ufb01ve", "five"),
    ("x\u0304", "x"),
]


@pytest.mark.parametrize(("text", "word"), COPIED)
def test_copied_text_reads_as_on_paper(text: str, word: str) -> None:
    tokens = tokenise(f"Es sind {text}, heute")
    assert tokens.words[2] == word
    assert tokens.text[tokens.starts[2] : tokens.ends[-1]].endswith("heute")


def test_a_figure_with_soft_hyphens() -> None:
    """The span covers the figure as it stands in the text, its marks included."""
    text = "Das Projekt kostet fu\u0308nf Mil\u00adli\u00ado\u00adnen Euro."
    (claim,) = check(text, language="de").claims
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (Decimal(5_000_000), "EUR")
    assert text[claim.span.start : claim.span.end].endswith("nen Euro")


@given(st.text(alphabet="a1 é.,e\u0301\u00ad\ufb01\u00bd€", max_size=40))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True)
    )
    assert list(tokens.starts) == sorted(tokens.starts)
