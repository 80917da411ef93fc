"""Names: terms with their endings, short ones in capitals only, persons by their names."""

import pytest

from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.tokens import tokenise
from factcheck.reference.names import Names, People, fits, fold, load_names, load_people
from factcheck.reference.tables import load_tables


@pytest.fixture(scope="module")
def people() -> People:
    return load_people(load_tables(()))


def names(language: str) -> Names:
    return load_names(load_tables(()), load_lexicon(language))


def meanings(text: str, language: str = "de") -> set[str]:
    hit = names(language).name_at(tokenise(f"{text} x"), 0)
    return {term.concept for term in hit[1]} if hit and hit[0] == len(tokenise(text)) else set()


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("de", "Frankreich", "FR"),
        ("de", "Frankreichs", "FR"),
        ("de", "französische", "FR"),
        ("de", "französischen", "FR"),
        ("de", "französischer", "FR"),
        ("de", "Vereinigten Arabischen Emirate", "AE"),
        ("de", "US", "US"),
        ("de", "EU", "EU"),
        ("de", "Nato", "NATO"),
        ("de", "NATO", "NATO"),
        ("de", "Europäischen Union", "EU"),
        ("en", "France", "FR"),
        ("en", "France's", "FR"),
        ("en", "France’s", "FR"),
        ("en", "French", "FR"),
        ("en", "the United Arab Emirates", "AE"),
        ("en", "US", "US"),
        ("en", "U.S.", "US"),
        ("en", "NATO's", "NATO"),
        ("en", "European Union", "EU"),
    ],
)
def test_names_are_found_in_their_forms(language: str, text: str, concept: str) -> None:
    assert concept in meanings(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "us"),
        ("en", "un"),
        ("de", "un"),
        ("de", "usa x"),
        ("en", "Francesca"),
        ("de", "Frank"),
    ],
)
def test_words_that_only_look_like_names_are_none(language: str, text: str) -> None:
    assert meanings(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "genitive"),
    [("de", "Frankreichs", True), ("de", "Frankreich", False), ("en", "France's", True)],
)
def test_genitives_are_told_apart(language: str, text: str, genitive: bool) -> None:
    hit = names(language).name_at(tokenise(f"{text} x"), 0)
    assert hit is not None
    assert {t.genitive for t in hit[1] if t.form == "name"} == {genitive}


def test_longest_name_is_taken() -> None:
    hit = names("en").name_at(tokenise("European Union members"), 0)
    assert hit is not None
    assert hit[0] == 2


def test_name_before_a_token() -> None:
    tokens = tokenise("The European Union acted")
    hit = names("en").name_before(tokens, 3)
    assert hit is not None
    assert "EU" in {term.concept for term in hit[1]}
    assert names("en").name_before(tokens, 0) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sébastien Lecornu", ("sebastien", "lecornu")),
        ("Radosław Sikorski", ("radoslaw", "sikorski")),
        ("Jean-Noël Barrot", ("jean", "noel", "barrot")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Jens Spahn-Groß", ("jens", "spahn", "gross")),
        ("Lars Løkke Rasmussen", ("lars", "lokke", "rasmussen")),
        ("", ()),
    ],
)
def test_names_compare_without_case_accents_and_hyphens(name: str, words: tuple[str, ...]) -> None:
    assert fold(name) == words


@pytest.mark.parametrize(
    "mention",
    ["Lecornu", "Sébastien Lecornu", "Sebastien Lecornu", "SÉBASTIEN LECORNU", "S. Lecornu"],
)
def test_mentions_of_a_holder(people: People, mention: str) -> None:
    assert people.known(mention)
    assert {row.person for row in people.rows_of(mention)} == {"Sébastien Lecornu"}


@pytest.mark.parametrize(
    "mention", ["Jean Lecornu", "J. Lecornu", "Lecornu Sébastien", "Lecor", ""]
)
def test_other_persons_are_not_taken_for_a_holder(people: People, mention: str) -> None:
    assert [row for row in people.rows_of(mention) if row.person == "Sébastien Lecornu"] == []


@pytest.mark.parametrize(
    ("mention", "person"),
    [
        ("von der Leyen", "Ursula von der Leyen"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Van der Bellen", "Alexander Van der Bellen"),
        ("Jean-Noël Barrot", "Jean-Noël Barrot"),
        ("Jean Noel Barrot", "Jean-Noël Barrot"),
    ],
)
def test_surnames_of_several_words(people: People, mention: str, person: str) -> None:
    assert person in {row.person for row in people.rows_of(mention)}


def test_unknown_person(people: People) -> None:
    assert not people.known("Erika Mustermann")
    assert people.rows_of("Erika Mustermann") == []


def test_first_names_that_differ_do_not_fit(people: People) -> None:
    (row, *_) = people.rows_of("Donald Trump")
    assert fits("Donald J. Trump", row)
    assert fits("Donald John Trump", row)
    assert not fits("Ivanka Trump", row)
    assert not fits("Donald Tusk", row)


def test_look_ups_are_made_once() -> None:
    assert names("de") is names("de")
    assert load_people(load_tables(())) is load_people(load_tables(()))
