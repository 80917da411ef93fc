"""The persons of a document: who is named, by which words, and whom a phrase means."""

import re

import pytest

from factcheck.model import Person, Span
from tests.make_claims import cast

DE_TWO = (
    "Regierungssprecherin Petra Holzmann sprach am Montag mit Jens Brandt. Brandt nickte, "
    "Holzmanns Antwort blieb aus."
)
EN_TWO = (
    "Police chief Martin Clay met Susan Hill on Monday. Hill was late; Clay's driver had waited."
)


def people(text: str, language: str = "de") -> dict[str, Person]:
    return {person.name: person for person in cast(text, language).persons.all}


def span_of(text: str, phrase: str, number: int = 0) -> Span:
    place = [match.start() for match in re.finditer(re.escape(phrase), text)][number]
    return Span(place, place + len(phrase), phrase)


def who(text: str, phrase: str, language: str = "de", number: int = 0) -> str | None:
    found = cast(text, language).who.resolve(span_of(text, phrase, number))
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Deutsche Bahn und der Große Rat tagen in Bad Homburg."),
        ("de", "Am Marlene-Dietrich-Platz wartet die Frau Mitte Mai."),
        ("de", "Der Herr Gottes und die Dame Holland sind alte Schiffe."),
        ("de", "Im Juni siegte Werder im Neuen Stadion."),
        ("de", "Der Sprecher Deutsche Bahn fehlt."),
        ("en", "The Bank of England and Wall Street fell on Monday."),
        ("en", "Art Basel opens in June."),
        ("en", "The spokesman said on Tuesday that Britain would pay."),
    ],
)
def test_capitalised_words_alone_are_nobody(language: str, text: str) -> None:
    assert people(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text", "name", "gender"),
    [
        ("de", "Petra Holzmann kam.", "Petra Holzmann", "f"),
        ("de", "Karl-Heinz Brandt kam.", "Karl-Heinz Brandt", "m"),
        ("de", "Ursula von der Leyen kam.", "Ursula von der Leyen", "f"),
        ("de", "Dr. Jürgen Weiß kam.", "Jürgen Weiß", "m"),
        ("de", "Herr Brandt kam.", "Brandt", "m"),
        ("de", "Heute fehlte Frau Holzmann.", "Holzmann", "f"),
        ("de", "Außenminister Tarō Kōno kam.", "Tarō Kōno", "m"),
        ("de", "Polizeisprecherin Akua Mensa kam.", "Akua Mensa", "f"),
        ("de", "Jörg Brandts Antwort. Brandt schwieg.", "Jörg Brandt", "m"),
        ("de", "George W. Bush kam.", "George W. Bush", "m"),
        ("en", "Susan Hill came.", "Susan Hill", "f"),
        ("en", "Mr Hill came.", "Hill", "m"),
        ("en", "Spokeswoman Akua Mensa came.", "Akua Mensa", "f"),
        ("en", "Robin Hill came.", "Robin Hill", None),
        ("en", "Paul O'Neill came.", "Paul O'Neill", "m"),
    ],
)
def test_full_name_and_gender(language: str, text: str, name: str, gender: str | None) -> None:
    found = people(text, language)
    assert list(found) == [name]
    assert found[name].gender == gender


@pytest.mark.parametrize(
    ("language", "text", "mentions"),
    [
        ("de", DE_TWO, {"Petra Holzmann": ["Petra Holzmann", "Holzmanns"],
                        "Jens Brandt": ["Jens Brandt", "Brandt"]}),
        ("en", EN_TWO, {"Martin Clay": ["Martin Clay", "Clay"],
                        "Susan Hill": ["Susan Hill", "Hill"]}),
        ("de", "Brandt kommt. Der Trainer Jens Brandt sagte das.",
         {"Jens Brandt": ["Brandt", "Jens Brandt"]}),
        ("de", "Von der Leyen kam. Ursula von der Leyen sprach. Kritik traf von der Leyen.",
         {"Ursula von der Leyen": ["Von der Leyen", "Ursula von der Leyen", "von der Leyen"]}),
        ("de", "Jens Koch kam. Der Koch schwieg. Das Koch-Lager auch.",
         {"Jens Koch": ["Jens Koch"]}),
        ("de", "Jens Brandt und Petra Brandt kamen. Frau Brandt sprach.",
         {"Jens Brandt": ["Jens Brandt"], "Petra Brandt": ["Petra Brandt", "Brandt"]}),
    ],
)  # fmt: skip
def test_surnames_go_to_their_bearer(
    language: str, text: str, mentions: dict[str, list[str]]
) -> None:
    found = people(text, language)
    assert {name: [m.text for m in p.mentions] for name, p in found.items()} == mentions


def test_titles_and_offices_are_kept() -> None:
    text = "Frankreichs Verteidigungsminister Lecornu kam. Trainer Jens Brandt blieb."
    found = people(text)
    assert [role.offices for role in found["Lecornu"].roles] == [("FR:defence-minister",)]
    assert [title.text for title in found["Jens Brandt"].titles] == ["Trainer"]


@pytest.mark.parametrize(
    ("language", "text", "phrase", "number", "name"),
    [
        ("de", "Jens Brandt kam. Er schwieg.", "Er", 0, "Jens Brandt"),
        ("de", "Petra Holzmann traf Jens Brandt. Sie schwieg.", "Sie", 0, "Petra Holzmann"),
        ("de", "Minister Jens Brandt kam. Der Minister schwieg.", "Der Minister", 0, "Jens Brandt"),
        ("de", "Bundeskanzlerin Angela Merkel kam. Die Kanzlerin schwieg.", "Die Kanzlerin", 0,
         "Angela Merkel"),
        ("de", "Jens Brandt kam. Brandt schwieg.", "Brandt", 1, "Jens Brandt"),
        ("de", "Der Präsident der Ukraine, Wolodymyr Selenskyj, kam.",
         "Der Präsident der Ukraine, Wolodymyr Selenskyj", 0, "Wolodymyr Selenskyj"),
        ("de", "Jens Brandts Sprecherin Petra Holzmann kam. Brandt blieb.",
         "Jens Brandts Sprecherin Petra Holzmann", 0, "Petra Holzmann"),
        ("en", "Susan Hill came. She was late.", "She", 0, "Susan Hill"),
        ("en", "Police chief Martin Clay came. The chief was late.", "The chief", 0, "Martin Clay"),
        ("en", "Susan Hill came. Ms Hill was late.", "Ms Hill", 0, "Susan Hill"),
    ],
)  # fmt: skip
def test_phrase_means_a_person(
    language: str, text: str, phrase: str, number: int, name: str
) -> None:
    assert who(text, phrase, language, number) == name


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("de", "Jens Brandt kam. Sie schwieg.", "Sie"),
        ("de", "Jens Brandt kam. Ein Sprecher schwieg.", "Ein Sprecher"),
        ("de", "Minister Jens Brandt kam. Die Kanzlerin schwieg.", "Die Kanzlerin"),
        ("de", "Jens Brandt kam. Der Sprecher von Brandt schwieg.", "Der Sprecher von Brandt"),
        ("de", "Jens Brandt kam. Brandts Sprecher schwieg.", "Brandts Sprecher"),
        ("de", "Jens Brandt kam.\n\nEs regnete.\n\nEs war kalt.\n\nEr schwieg.", "Er"),
        ("de", "Die Polizei kam.", "Die Polizei"),
        ("en", "Susan Hill came. He was late.", "He"),
        ("en", "Susan Hill came. A spokesman for Hill was late.", "A spokesman for Hill"),
        ("en", "Susan Hill came. Hill's driver was late.", "Hill's driver"),
        ("en", "Susan Hill and Robin Stone came. She was late.", "She"),
    ],
)
def test_phrase_that_could_mean_another_means_nobody(language: str, text: str, phrase: str) -> None:
    assert who(text, phrase, language) is None
