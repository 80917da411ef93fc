"""Forms of the words of tables: those of the word itself, and none of another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages.inflection import forms, turned
from factcheck.languages.lexicon import load_lexicon

GERMAN, ENGLISH = load_lexicon("de"), load_lexicon("en")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Ausgabe", "Ausgaben"),
        ("Schulden", "Schuld"),
        ("Stadt", "Städten"),
        ("Städte", "Stadt"),
        ("Landkreis", "Landkreises"),
        ("Studienplatz", "Studienplätze"),
        ("Kindergärten", "Kindergarten"),
        ("Krankenhäuser", "Krankenhauses"),
        ("Bundesland", "Bundesländern"),
        ("Zuschuss", "Zuschüsse"),
        ("öffentliche Ausgaben", "öffentlichen Ausgaben"),
    ],
)
def test_german_forms(word: str, other: str) -> None:
    assert other.lower() in forms(word, GERMAN)


@pytest.mark.parametrize(
    ("word", "other"),
    [("Schule", "Schüler"), ("Wahl", "Wähler"), ("Kauf", "Käufer"), ("Lehre", "Lehrer")],
)
def test_who_does_a_thing_is_no_form_of_it(word: str, other: str) -> None:
    assert other.lower() not in forms(word, GERMAN)
    assert word.lower() not in forms(other, GERMAN)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("pupil", "pupils"),
        ("pupils", "pupil"),
        ("country", "countries"),
        ("countries", "country"),
        ("schoolchild", "schoolchildren"),
        ("box", "boxes"),
    ],
)
def test_english_forms(word: str, other: str) -> None:
    assert other in forms(word, ENGLISH)


def test_a_compound_is_told_turned_round() -> None:
    assert "schülerzahl" in turned(GERMAN, "zahl", "schüler")
    assert "wohnungspreise" in turned(GERMAN, "preise", "wohnungen")
    assert "gewerbesteuereinnahmen" in turned(GERMAN, "einnahmen", "gewerbesteuer")
    assert "school budget" in turned(ENGLISH, "budget", "schools")


@given(st.text(max_size=30), st.sampled_from([GERMAN, ENGLISH]))
def test_any_text_has_forms_and_is_one_of_them(word: str, lexicon: object) -> None:
    found = forms(word, lexicon)
    assert " ".join(word.lower().split()) in found
