"""Plain text: what is no text is refused in a sentence; blocks cover every character once."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.errors import FactcheckError
from factcheck.readers import read
from factcheck.readers.text import blocks_of

LONG = "Die Regierung in Berlin hat am Mittwoch beschlossen, die Hilfe zu erhöhen und zu zahlen. "
ONE_LINE_A_PARAGRAPH = (
    "Berlin erhöht die Hilfe\n"
    f"{LONG * 2}\n"
    "Was die Minister sagen\n"
    f"{LONG * 3}\n"
    "- Erstens die Hilfe.\n"
    "- Zweitens das Geld.\n"
)
WRAPPED = (
    "Berlin erhöht\ndie Hilfe\n\n"
    "Die Regierung hat am Mittwoch\nbeschlossen, 5 Milliarden\nEuro zu zahlen.\n\n"
    "Stimmen\n\n"
    "Das sagte der Minister\nin Paris.\n\n"
    "1. Erster Punkt ist das.\n2. Zweiter Punkt.\n"
)


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text)]


def texts(text: str) -> list[str]:
    return [block.span.text.strip() for block in blocks_of(text)]


def test_one_line_a_paragraph() -> None:
    assert kinds(ONE_LINE_A_PARAGRAPH) == [
        "headline", "paragraph", "subheading", "paragraph", "list_item", "list_item",
    ]  # fmt: skip


def test_text_wrapped_by_hand_is_joined_to_paragraphs() -> None:
    assert kinds(WRAPPED) == [
        "headline", "paragraph", "subheading", "paragraph", "list_item", "list_item",
    ]  # fmt: skip
    assert texts(WRAPPED)[1].endswith("5 Milliarden\nEuro zu zahlen.")


@pytest.mark.parametrize("break_with", ["\r\n", "\r"])
@pytest.mark.parametrize("text", [ONE_LINE_A_PARAGRAPH, WRAPPED])
def test_line_ends_of_other_systems_make_the_same_blocks(text: str, break_with: str) -> None:
    other = text.replace("\n", break_with)
    assert kinds(other) == kinds(text)
    assert [t.replace(break_with, "\n") for t in texts(other)] == texts(text)


def test_a_sentence_that_fills_its_line_ends_no_paragraph() -> None:
    text = """The harbour board met for three hours on
Monday, and nothing was decided by noon.
A vote on the new quay had been planned
since June, when the first cracks were
found. The mayor will speak on Tuesday.

The old quay stays closed until then.
"""
    assert [part.count("\n") for part in texts(text)] == [4, 0]


def test_short_notices_stay_apart() -> None:
    text = "One dead on the A7.\nTwo hurt on the A1.\nRain until noon.\n\nSun later on.\n"
    assert len(texts(text)) == 4


def test_figure_over_a_wrapped_line_is_one_figure() -> None:
    (claim,) = [c for c in factcheck.extract(WRAPPED, language="de") if c.kind == "money"]
    assert claim.span.text == "5 Milliarden\nEuro"


def test_single_line_is_a_paragraph() -> None:
    assert kinds("Berlin zahlt 5 Euro") == ["paragraph"]
    assert kinds("Berlin zahlt 5 Euro.\n") == ["paragraph"]


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "‣", "3.", "12)"])
def test_list_marks(mark: str) -> None:
    assert kinds(f"Die Punkte sind diese:\n\n{mark} Das Geld.\n")[1] == "list_item"


@pytest.mark.parametrize("line", ["„Wir zahlen nicht.“", "(Das ist alles.)", "Und nun?", "So …"])
def test_line_that_ends_like_a_sentence_is_no_headline(line: str) -> None:
    assert kinds(f"{line}\n\n{LONG * 2}\n")[0] == "paragraph"


def test_long_first_line_is_no_headline() -> None:
    assert kinds(f"{'Wort ' * 40}\n\n{LONG * 2}\n")[0] == "paragraph"


@given(st.text(st.characters(codec="utf-8")))
def test_every_character_lies_in_exactly_one_block(text: str) -> None:
    blocks = blocks_of(text)
    assert "".join(block.span.text for block in blocks) == text
    assert blocks[0].span.start == 0
    assert blocks[-1].span.end == len(text)
    for left, right in pairwise(blocks):
        assert left.span.end == right.span.start


@given(
    st.lists(st.sampled_from(["Wort", "\n", "\n\n", "\r\n", "- ", "Ende.", " ", "\x0b", "\u2028"]))
)
def test_blocks_of_broken_lines_cover_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(block.span.text for block in blocks_of(text)) == text


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbf" + b"Berlin zahlt 5 Euro.")
    text, blocks = read(path)
    assert text == "Berlin zahlt 5 Euro."
    assert [block.kind for block in blocks] == ["paragraph"]
    report = factcheck.check_file(path, language="de")
    assert report.document.place(report.claims[0].span).column == 14


def test_line_ends_and_spaces_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    data = "Titel\r\n\r\n5\u00a0Euro und\u00ad mehr.\r\n".encode()
    path.write_bytes(data)
    assert read(path)[0].encode() == data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Größe".encode("latin-1"), "UTF-8"),
        ("5 Euro".encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04 and so on", "not a text file"),
        (b"5 Euro\x00", "not a text file"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty"),
    ],
)
def test_file_that_is_no_article_is_refused_in_one_sentence(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(FactcheckError, match=words) as caught:
        read(path)
    assert "article.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"missing\.txt"):
        read(tmp_path / "missing.txt")


def test_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError):
        read(tmp_path)


def test_file_of_unknown_kind_is_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "article.xyz"
    path.write_text("Berlin zahlt 5 Euro.", encoding="utf-8")
    assert read(path)[0] == "Berlin zahlt 5 Euro."
