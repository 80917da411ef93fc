"""Places: block, line and column of a span, whatever the line ends and with a title before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.document import Document, Place
from factcheck.model import Block, Span
from factcheck.readers.text import blocks_of

ARTICLE = "Große Hilfe\n\nBerlin zahlt 5 Euro.\nParis zahlt 6 Euro.\n\n- 7 Euro fehlen.\n"


def document(text: str) -> Document:
    return Document(text, blocks_of(text))


def place_of(found: Document, words: str) -> Place:
    start = found.text.index(words)
    return found.place(found.span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Große", Place("headline", 1, 1)),
        ("5 Euro", Place("paragraph", 3, 14)),
        ("6 Euro", Place("paragraph", 4, 13)),
        ("7 Euro", Place("list_item", 6, 3)),
    ],
)
@pytest.mark.parametrize("break_with", ["\n", "\r\n"])
def test_line_and_column_count_from_one(words: str, place: Place, break_with: str) -> None:
    assert place_of(document(ARTICLE.replace("\n", break_with)), words) == place


def test_column_counts_code_points_not_bytes() -> None:
    assert place_of(document("Ärger 🙂 um 5 Euro."), "5 Euro").column == 12


def test_span_has_the_text_between_its_ends() -> None:
    assert document(ARTICLE).span(0, 5) == Span(0, 5, "Große")


def test_line_of_a_span_is_the_whole_line_as_printed() -> None:
    found = document(ARTICLE)
    start = found.text.index("6 Euro")
    assert found.line_of(found.span(start, start + 6)) == "Paris zahlt 6 Euro."
    assert found.line_of(found.span(0, 1)) == "Große Hilfe"


def test_line_of_a_span_in_windows_text_has_no_break() -> None:
    found = document("Eins.\r\n\r\nZwei 5 Euro.\r\n")
    start = found.text.index("5 Euro")
    assert found.line_of(found.span(start, start + 6)).rstrip("\r") == "Zwei 5 Euro."


def test_title_handed_over_stands_before_the_first_line() -> None:
    report = factcheck.check(
        "Berlin zahlt 5 Euro.\nParis zahlt 6 Euro.", title="9 Euro fehlen", language="de"
    )
    places = [report.document.place(claim.span) for claim in report.claims]
    assert places == [
        Place("headline", 0, 1),
        Place("paragraph", 1, 14),
        Place("paragraph", 2, 13),
    ]


def test_every_block_of_a_titled_document_still_covers_its_own_text() -> None:
    found = factcheck.check(ARTICLE, title="Titel", language="de", date=date(2025, 3, 13)).document
    assert "".join(block.span.text for block in found.blocks) == found.text
    assert found.text[found.text_start :] == ARTICLE
    for block in found.blocks:
        assert found.text[block.span.start : block.span.end] == block.span.text


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_offset_has_the_block_that_it_lies_in(text: str) -> None:
    found = document(text)
    for offset in range(len(text)):
        block = found.block_at(offset)
        assert block.span.start <= offset < block.span.end


@given(st.text("ab \n\r", min_size=1), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    place = document(text).place(Span(offset, offset, ""))
    before = text[:offset]
    assert place.line == before.count("\n") + 1
    assert place.column == offset - (before.rfind("\n") + 1) + 1


def test_document_knows_nothing_until_told() -> None:
    found = Document("a", (Block("paragraph", Span(0, 1, "a")),))
    assert (found.date, found.date_from, found.language_from) == (None, "unknown", "unknown")


@pytest.mark.parametrize(
    ("inside", "whole"),
    [
        ("on Monday", "on Monday"),
        ("Monday (2 June", "Monday (2 June)"),
        ("6 [sic", "6 [sic]"),
        ("2023) and", "(in 2023) and"),
        ("2 June", "2 June"),
    ],
)
def test_a_span_gets_the_other_half_of_its_bracket(inside: str, whole: str) -> None:
    text = "It rained on Monday (2 June) and (in 2023) and at 6 [sic] again."
    doc = Document(text, (Block("paragraph", Span(0, len(text), text)),))
    start = text.index(inside)
    assert doc.with_brackets(start, start + len(inside)).text == whole
