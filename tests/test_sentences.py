"""Where sentences begin: abbreviations, ordinals, initials, quotation marks, dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.make_claims import sentences

TWO = {
    "de": [
        "Die Zahl sank von 40 im Vorjahr auf 18. Getötet wurde niemand.",
        "Die Zahl stieg auf 34. Danach sank sie.",
        "Er kam. Sie ging.",
        "Kommt er? Sie weiß es nicht.",
        "Er kam! Sie ging.",
        "„Er kam.“ Sie ging.",
        "Er sagte: „Ich komme.“ Dann ging er.",
        "»Er kam.« Sie ging.",
        '"Er kam." Sie ging.',
        "(Er kam.) Sie ging.",
        "Das geschah 2024. Die Zahl stieg.",
        "Er zahlte 5 Euro. 300 Menschen kamen.",
        "Das kostet 4,5 Mrd. Die Kosten steigen.",
        "Es waren 27 Staaten. Österreich fehlte.",
        "Er kam … Sie ging.",
        "Es geschah am 1. Dezember. Es regnete.",
        "Es gab Geld, Waffen usw. Die Hilfe floss.",
        "Kiel steht auf Platz 2. Bremen verlor.",
        "So wurde aus Projekt Stuttgart 21. Bahnchefs kamen und gingen.",
    ],
    "en": [
        "They left the U.S. He stayed.",
        "It rose to 34. Then it fell.",
        "He came. She left.",
        "“He came.” She left.",
        "He said: “I will come.” Then he left.",
        "It cost $4.5bn. He paid.",
        "He left at 5 p.m. She stayed.",
        "He works for Apple Inc. He likes it.",
        "Was it No. 10? He asked.",
    ],
}
ONE = {
    "de": [
        "Die Ferien gehen von 2. auf 18. Mai.",
        "Am 1. Dezember 2025 kam er.",
        "Am Montag, dem 1. Dezember, kam er.",
        "Das war der 3. Oktober in Berlin.",
        "In der 2. Bundesliga gab es Tore.",
        "Am Samstag 3. Mai spielt der Drittligist 1. FC Lehe.",
        "Dr. Müller und Prof. Meier kamen.",
        "Das kostet ca. 5 Mio. Euro und 3 Mrd. Dollar.",
        "Er zahlt z.B. Miete.",
        "Er zahlt z. B. Miete.",
        "Das gilt nach Art. 5 Abs. 3 Satz 1.",
        "J. D. Vance kam nach Berlin.",
        "George W. Bush kam nach Berlin.",
        "St. Pölten hat 50.000 Einwohner.",
        "Am 1.12.2025 kamen 1.234 Menschen.",
        "Die Nr. 10 blieb leer.",
        "„Ich komme“, sagte er.",
        "Er kam (vgl. S. 5) nicht.",
        "Das waren 4,5 Prozent bzw. 3 Millionen.",
        "Es gab u.a. Brot.",
        "Er kommt i. d. R. Montag.",
        "Um 5 Uhr kamen 3.500 Menschen aus der ehem. Sowjetunion.",
    ],
    "en": [
        "Downing Street No. 10 was empty.",
        "U.S. President Donald Trump came.",
        "The U.S. Senate voted.",
        "Mr. Smith and Dr. Jones came.",
        "It rose by 4.5 percent in Jan. 2025.",
        "George W. Bush came.",
        "J. D. Vance came.",
        "St. Louis has 300,000 people.",
        "He came at 5 p.m. on Monday.",
        "Lt. Gen. Keith Kellogg came.",
        "It ended on Dec. 31, 2024, in Kyiv.",
        "“I will come,” he said.",
        "Sen. Bernie Sanders came, e.g. Monday.",
        "Washington, D.C. is the capital.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, all_ in ONE.items() for t in all_])
def test_full_stop_within_a_sentence(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


@pytest.mark.xfail(reason="the abbreviation is not in the list", strict=True)
@pytest.mark.parametrize("text", ["Das gilt gem. Art. 5 des Vertrags.", "Das sind insg. Zwei."])
def test_rare_abbreviations(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, all_ in TWO.items() for t in all_])
def test_full_stop_between_two_sentences(language: str, text: str) -> None:
    found = sentences(text, language)
    assert len(found) == 2
    assert " ".join(found) == text


def test_sentences_end_with_their_block() -> None:
    text = "Erste Zeile ohne Punkt\n\nZweiter Absatz mit Punkt."
    assert sentences(text) == ["Erste Zeile ohne Punkt", "Zweiter Absatz mit Punkt."]


@given(st.text("Aa1. !?“”(„\n", min_size=1))
def test_sentences_leave_nothing_out_but_spaces(text: str) -> None:
    kept = "".join("".join(sentences(text)).split())
    assert kept == "".join(text.split())
