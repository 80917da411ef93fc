"""Shares that exclude each other, shares of more than all, and votes of a body."""

import pytest

from tests.make_claims import member_texts, relations

EXCLUSIVE: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Es waren 52 Prozent dafür, 31 Prozent dagegen und 17 Prozent unentschieden.",
     {"share": ["52 Prozent", "31 Prozent", "17 Prozent"], "exclusive": ["dafür"]}),
    ("en", "A good 48% backed it, 34% opposed it and 18% did not know.",
     {"share": ["48%", "34%", "18%"], "exclusive": ["backed"]}),
    ("de", "Auf Asien entfielen 45 Prozent, auf Europa 30 Prozent, auf die übrigen 25 Prozent.",
     {"share": ["45 Prozent", "30 Prozent", "25 Prozent"], "exclusive": ["entfielen"],
      "rest": ["übrigen"]}),
    ("de", "Die CDU erhielt 41 Prozent, die SPD 38 Prozent und die FDP 11 Prozent.",
     {"share": ["41 Prozent", "38 Prozent", "11 Prozent"], "exclusive": ["CDU"]}),
]  # fmt: skip
NOT_EXCLUSIVE = [
    ("de", "Dafür waren 62 Prozent der Frauen, 51 Prozent der Männer und 70 Prozent der Kinder."),
    ("de", "Der Umsatz stieg in Asien um 60 Prozent, in Europa um 40 und in Afrika um 30 Prozent."),
    ("de", "Die CDU hat 41 Prozent, die SPD 38 Prozent, CDU und FDP zusammen 52 Prozent."),
    ("en", "Some 70% like tea, 60% like coffee and 40% like milk."),
    ("en", "Some 48% backed it and 34% opposed it."),
]
OVER_ALL = [
    ("de", "120 Prozent der Wähler stimmten zu.", "of", "Wähler"),
    ("en", "About 130% of all households are online.", "of", "households"),
    ("en", "Prices have fallen by 150% since June.", "fall", "fallen"),
    ("de", "Die Zahl der Einbrüche ist um 130 Prozent gesunken.", "fall", "gesunken"),
]
NOT_OVER_ALL = [
    ("de", "80 Prozent der Wähler stimmten zu."),
    ("de", "Die Schulden liegen bei 120 Prozent der Wirtschaftsleistung."),
    ("de", "Der Preis stieg um 130 Prozent."),
    ("de", "Der Gewinn ist um 130 Prozent gesunken."),
    ("en", "Up to 120% of voters is impossible."),
    ("en", "Earnings fell by 150%."),
]


@pytest.mark.parametrize(("language", "text", "members"), EXCLUSIVE)
def test_exclusive_shares(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "shares", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members


@pytest.mark.parametrize(("language", "text"), NOT_EXCLUSIVE)
def test_shares_of_several_wholes_are_not_added(language: str, text: str) -> None:
    assert relations(text, "shares", language) == []


@pytest.mark.parametrize(("language", "text", "role", "word"), OVER_ALL)
def test_share_of_more_than_all(language: str, text: str, role: str, word: str) -> None:
    (relation,) = relations(text, "share_of", language)
    assert member_texts(relation, role)[0].split()[-1] == word


@pytest.mark.parametrize(("language", "text"), NOT_OVER_ALL)
def test_what_may_be_more_than_its_base(language: str, text: str) -> None:
    assert relations(text, "share_of", language) == []


@pytest.mark.parametrize(
    ("language", "text", "members", "votes"),
    [
        ("de", "Das Haus mit seinen 630 Abgeordneten stimmte mit 310 zu 212 Stimmen zu.",
         ["630 Abgeordneten"], ["310", "212 Stimmen"]),
        ("de", "Der Rat mit seinen 46 Mitgliedern stimmte mit 20 zu 21 Stimmen bei 3 Enthaltungen",
         ["46 Mitgliedern"], ["20", "21 Stimmen", "3 Enthaltungen"]),
        ("en", "The 435-member House passed it by 222 votes to 212.",
         ["435-member"], ["222 votes", "212"]),
    ],
)  # fmt: skip
def test_votes(language: str, text: str, members: list[str], votes: list[str]) -> None:
    (relation,) = relations(text, "votes", language)
    assert member_texts(relation, "members") == members
    assert member_texts(relation, "vote") == votes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es sprachen 12 Abgeordnete, dann stimmte man mit 310 zu 212 Stimmen ab."),
        ("en", "It won by 297 votes to 203, despite a rebellion by 34 lawmakers."),
        ("en", "The 12-member team won by 95 points to 88."),
    ],
)
def test_votes_of_others_than_those_counted(language: str, text: str) -> None:
    assert relations(text, "votes", language) == []
