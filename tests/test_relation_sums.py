"""Sums: a total and its items, and lists that a total does not close."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("en", ("It has €30 billion for Ukraine, €12.5 billion for defence and €7.5 billion for "
     "energy, a total of €50 billion."),
     {"total": ["€50 billion"], "item": ["€30 billion", "€12.5 billion", "€7.5 billion"]}),
    ("en", "He scored 3 goals and 5 points, a total of 8.",
     {"total": ["8"], "item": ["3 goals", "5 points"]}),
    ("en", "It spends $3bn on roads, $2bn on rail and $1bn on ports - $6bn in total.",
     {"total": ["$6bn"], "item": ["$3bn", "$2bn", "$1bn"]}),
    ("en", "She paid $30 plus $20, a total of $50.",
     {"total": ["$50"], "item": ["$30", "$20"]}),
    ("en", "He won 3 gold medals, 4 silver medals and 5 bronze medals, altogether 12 medals.",
     {"total": ["12 medals"], "item": ["3 gold medals", "4 silver medals", "5 bronze medals"]}),
    ("de", ("Es gibt 30 Milliarden Euro für A, 12,5 Milliarden Euro für B und 7,5 Milliarden "
     "Euro für C, insgesamt 50 Milliarden Euro."),
     {"total": ["50 Milliarden Euro"], "item": ["30 Milliarden Euro", "12,5 Milliarden Euro",
      "7,5 Milliarden Euro"]}),
    ("de", "Es starben 3 Männer und 4 Frauen, insgesamt 7 Menschen.",
     {"total": ["7 Menschen"], "item": ["3 Männer", "4 Frauen"]}),
    ("de", "Die CDU erhielt 30 Prozent und die SPD 12 Prozent, zusammen 42 Prozent.",
     {"total": ["42 Prozent"], "item": ["30 Prozent", "12 Prozent"]}),
    ("de", ("Der Bund zahlt 10, die Länder 5 und die Kommunen 2 Millionen Euro, insgesamt 17 "
     "Millionen Euro."),
     {"total": ["17 Millionen Euro"], "item": ["10", "5", "2 Millionen Euro"]}),
    ("de", "Insgesamt 50 Milliarden Euro: 30 Milliarden für A und 20 Milliarden für B.",
     {"total": ["50 Milliarden Euro"], "item": ["30 Milliarden", "20 Milliarden"]}),
]  # fmt: skip
NONE = [
    ("de", "Es starben 3 Männer und 4 Frauen, insgesamt 90 Menschen seit Mai."),
    ("de", "Es kamen 30 Männer, 20 Frauen waren schon da."),
    ("de", "Insgesamt kamen 50 Menschen, 30 Autos und 20 Räder."),
    ("de", "Der Umsatz stieg von 30 auf 40 Millionen Euro, insgesamt 50 Millionen Euro."),
    ("de", "Es gab 5 Siege und 3 Tore. Insgesamt 8 Spiele."),
    ("de", "Nach 5 Siegen gab es 3 Tore, insgesamt 20 Ecken."),
    ("de", "Er zahlte 5 Euro für 2 Hefte, insgesamt 10 Euro."),
    ("de", "Das kostet 5 Euro oder 10 Euro, insgesamt 15 Euro."),
    ("de", "5 Prozent sagen Ja und 3 Kinder fehlen, insgesamt 20 Euro."),
    ("de", ("Der Bund zahlt 10 und dann 5, die Kommunen wollen 2 Millionen Euro, insgesamt 17 "
     "Millionen Euro.")),
    ("en", "It rose by $5 and by $3, a total of $20."),
    ("en", "He won 3 games, a total of 8."),
    ("en", "He has $3 or $5, a total of $8."),
    ("en", "They won 6-4, a total of 10."),
    ("en", "A total of 50 people came, 30 of them early."),
    ("en", "It cost $5 and took 3 hours, a total of 20."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_sum(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "sum", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_sum(language: str, text: str) -> None:
    assert relations(text, "sum", language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt 50 Milliarden Euro, davon 30 Milliarden für A und 20 Milliarden für B.",
        "Sie hob insgesamt 221 Kilo (95 Kilo im Reißen und 126 Kilo im Stoßen).",
    ],
)
def test_sum_whose_items_may_not_be_all_is_not_sure(text: str) -> None:
    (relation,) = relations(text, "sum")
    assert not relation.sure
