"""Parts: a part and the whole it is of, and figures of two different sets."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Von den 630 Abgeordneten stimmten 512 mit Ja und 206 mit Nein.",
     {"part": ["512", "206"], "exclusive": ["Ja"], "whole": ["630 Abgeordneten"]}),
    ("de", ("Von den 718 abgegebenen Stimmen entfielen 512 auf Ja und 206 auf Nein; das "
     "reichte."),
     {"part": ["512", "206"], "exclusive": ["Ja"], "whole": ["718 abgegebenen Stimmen"]}),
    ("de", "Dafür waren 118 von 300 Delegierten (39 Prozent).",
     {"part": ["118"], "whole": ["300 Delegierten"], "share": ["39 Prozent"]}),
    ("de", "Dafür waren 118 von 300 (39 Prozent).",
     {"part": ["118"], "whole": ["300"], "share": ["39 Prozent"]}),
    ("de", "Dafür waren 118 der 300 Delegierten, das sind 39 Prozent.",
     {"part": ["118"], "whole": ["300 Delegierten"], "share": ["39 Prozent"]}),
    ("de", "Rund 40 Prozent der Delegierten (118 von 300) waren dafür.",
     {"part": ["118"], "whole": ["300"], "share": ["Rund 40 Prozent"]}),
    ("de", "118 (39 Prozent) der 300 Delegierten waren dafür.",
     {"part": ["118"], "whole": ["300 Delegierten"], "share": ["39 Prozent"]}),
    ("de", "Es starben 20 Menschen, darunter 5 Kinder.",
     {"whole": ["20 Menschen"], "part": ["5 Kinder"]}),
    ("de", "Das kostet 20 Millionen Euro, davon 5 Millionen Euro für Farbe.",
     {"whole": ["20 Millionen Euro"], "part": ["5 Millionen Euro"]}),
    ("de", "Es kamen 1.000 Menschen, davon 520 Frauen (52 Prozent).",
     {"whole": ["1.000 Menschen"], "part": ["520 Frauen"], "share": ["52 Prozent"]}),
    ("de", "Von den 101 Fahrerinnen kamen nur 54 ins Ziel.",
     {"part": ["54"], "whole": ["101 Fahrerinnen"]}),
    ("en", "Almost 40% of the delegates - 118 of 300 - voted against.",
     {"part": ["118"], "whole": ["300"], "share": ["Almost 40%"]}),
    ("en", "118 of the 300 delegates (39%) left.",
     {"part": ["118"], "whole": ["300 delegates"], "share": ["39%"]}),
    ("en", "118 out of 300 delegates, or 39%, left.",
     {"part": ["118"], "whole": ["300 delegates"], "share": ["39%"]}),
    ("en", "Of the 12 killed, five were children and three were soldiers.",
     {"part": ["five", "three"], "whole": ["12"]}),
    ("en", "Some 20 people, including five children, died.",
     {"whole": ["Some 20 people"], "part": ["five children"]}),
    ("en", "She won 121 of her 147 matches.",
     {"part": ["121"], "whole": ["147 matches"]}),
]  # fmt: skip
NONE = [
    ("de", "3 Kinder von 2 Männern wurden gesucht."),
    ("de", "Von den 3 Männern wurden 2 Frauen überfallen."),
    ("de", "Der Preis stieg um 5 von 10 auf 15 Euro."),
    ("de", "Das Spiel endete 3:2 vor 300 Zuschauern."),
    ("de", "Es kamen 20 Frauen und 30 Männer."),
    ("de", "Von den 300 Delegierten stimmten 60 Prozent zu."),
    ("de", "In 5 Meter Tiefe lag ein Wrack von 30 Metern."),
    ("de", "Ein Schiff von 30 Metern hat 5 Kabinen."),
    ("de", "Die Strecke von 30 Kilometern dauert 2 Stunden."),
    ("de", "Er war 5 Jahre lang Chef der 20 Bäcker."),
    ("de", "Am 3. von 5 Tagen regnete es."),
    ("de", "Das Konzert von 20 Uhr besuchten 300 Leute."),
    ("en", "The event has two groups of four."),
    ("en", "It rose by 5 of late to 10."),
    ("en", "He ran 5 miles of a road with 20 bends."),
    ("en", "It sold 300 cars, and 118 people work there."),
    ("en", "She won 6-4 in front of 300 people."),
    ("en", "The 118 delegates met 300 voters."),
    ("en", "Ten people came. Five of them left."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_part(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "part", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_part(language: str, text: str) -> None:
    assert relations(text, "part", language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es gab 20 Tote und 30 Verletzte, darunter 5 Kinder."),
        ("de", "In 5 Städten, darunter 3 in Bayern, wurde gewählt."),
        ("en", "It stopped work on 26 plants, including two at the river."),
    ],
)
def test_part_of_what_may_be_another_whole_is_not_sure(language: str, text: str) -> None:
    (relation,) = relations(text, "part", language)
    assert not relation.sure


def test_shares_of_parts_in_a_list_are_relations_of_their_own() -> None:
    text = "Von den 300 Delegierten stimmten 200 (67 Prozent) mit Ja und 100 (33 Prozent) mit Nein."
    joint, first, second = relations(text, "part")
    assert member_texts(joint, "part") == ["200", "100"]
    assert member_texts(first, "share") == ["67 Prozent"]
    assert member_texts(second, "share") == ["33 Prozent"]
