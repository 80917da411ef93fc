"""Changes: what is old, new and difference, and figures that only stand beside each other."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Der Umsatz stieg von 2,4 auf 2,7 Milliarden Euro, ein Plus von 12,5 Prozent.",
     {"from": ["2,4"], "to": ["2,7 Milliarden Euro"], "by": ["12,5 Prozent"], "up": ["Plus"]}),
    ("de", ("Die Zahl der Anträge sank von 351.915 auf 250.945, ein Rückgang um knapp 29 "
     "Prozent."),
     {"from": ["351.915"], "to": ["250.945"], "by": ["knapp 29 Prozent"], "down": ["Rückgang"]}),
    ("de", "Die Partei legte von 10,3 auf 20,8 Prozent zu - ein Plus von 10,5 Prozent.",
     {"from": ["10,3"], "to": ["20,8 Prozent"], "by": ["10,5 Prozent"], "up": ["Plus"]}),
    ("de", "Der Gewinn stieg um 5 Prozent auf 10 Millionen Euro.",
     {"to": ["10 Millionen Euro"], "by": ["5 Prozent"], "up": ["stieg"]}),
    ("de", "Der Umsatz wuchs um 5 Prozent von 10 auf 10,5 Millionen Euro.",
     {"from": ["10"], "to": ["10,5 Millionen Euro"], "by": ["5 Prozent"], "up": ["wuchs"]}),
    ("de", "Der Beitrag wurde von 14,6 auf 15,2 Prozent erhöht.",
     {"from": ["14,6"], "to": ["15,2 Prozent"], "up": ["erhöht"]}),
    ("de", "Der Preis ging 2011 von 10 auf 8 Euro zurück.",
     {"from": ["10"], "to": ["8 Euro"], "down": ["ging 2011 von 10 auf 8 Euro zurück"]}),
    ("de", "Der Umsatz stieg auf 10 Millionen Euro (plus 5 Prozent).",
     {"to": ["10 Millionen Euro"], "by": ["5 Prozent"], "up": ["plus"]}),
    ("de", "Der Umsatz stieg auf 10 Millionen Euro nach 8 Millionen Euro im Vorjahr.",
     {"from": ["8 Millionen Euro"], "to": ["10 Millionen Euro"], "up": ["stieg"]}),
    ("de", "Ein Anstieg von 5 auf 10 Prozent ist möglich.",
     {"from": ["5"], "to": ["10 Prozent"], "up": ["Anstieg"]}),
    ("de", "Ein Anstieg von 5 Prozent auf 10 Millionen Euro ist möglich.",
     {"to": ["10 Millionen Euro"], "by": ["5 Prozent"], "up": ["Anstieg"]}),
    ("de", "Die Zahl verdoppelte sich von 10 auf 20.",
     {"from": ["10"], "to": ["20"], "by": ["verdoppelte"]}),
    ("de", "Die Exporte haben sich von 10 auf 30 Millionen Tonnen verdreifacht.",
     {"from": ["10"], "to": ["30 Millionen Tonnen"], "by": ["verdreifacht"]}),
    ("de", "Der Umsatz stieg um 5 Prozent, der Gewinn fiel von 3 auf 2 Millionen Euro.",
     {"from": ["3"], "to": ["2 Millionen Euro"], "down": ["fiel"]}),
    ("de", "Der Umsatz stieg von 5 auf 6 Millionen Euro und der Gewinn um 10 Prozent.",
     {"from": ["5"], "to": ["6 Millionen Euro"], "up": ["stieg"]}),
    ("de", ("Der Umsatz stieg von 5 Millionen Pfund (6 Millionen Euro) auf 7 Millionen Pfund (8 "
     "Millionen Euro)."),
     {"from": ["5 Millionen Pfund"], "to": ["7 Millionen Pfund"], "up": ["stieg"]}),
    ("en", "Net profit fell 20% to $4.0 billion from $5.0 billion.",
     {"from": ["$5.0 billion"], "to": ["$4.0 billion"], "by": ["20%"], "down": ["fell"]}),
    ("en", "Unemployment rose 0.3 percentage points to 4.5% from 4.2%.",
     {"from": ["4.2%"], "to": ["4.5%"], "by": ["0.3 percentage points"], "up": ["rose"]}),
    ("en", "Exports tripled to 15,000 tonnes from 4,900.",
     {"from": ["4,900"], "to": ["15,000 tonnes"], "by": ["tripled"]}),
    ("en", ("Sales rose from 5 million euros in 2010 to 7 million euros in 2011, an increase of "
     "40 percent."),
     {"from": ["5 million euros"], "to": ["7 million euros"], "by": ["40 percent"],
      "up": ["increase"]}),
    ("en", "Profit was $10m, up 25% from $8m.",
     {"from": ["$8m"], "to": ["$10m"], "by": ["25%"], "up": ["up"]}),
    ("en", "Profit rose to $10m, compared with $8m a year earlier.",
     {"from": ["$8m"], "to": ["$10m"], "up": ["rose"]}),
    ("en", "Sales rose fivefold to 10 million from 2 million.",
     {"from": ["2 million"], "to": ["10 million"], "by": ["fivefold"], "up": ["rose"]}),
    ("de", "Die Zahl wuchs von 1.000 auf 1.250, das sind 25 Prozent mehr.",
     {"from": ["1.000"], "to": ["1.250"], "by": ["25 Prozent"], "up": ["wuchs"]}),
    ("en", "Prices have risen by 10 per cent, from £200,000 to £220,000.",
     {"from": ["£200,000"], "to": ["£220,000"], "by": ["10 per cent"], "up": ["risen"]}),
    ("en", "Shares fell 3 cents to $2.",
     {"to": ["$2"], "by": ["3 cents"], "down": ["fell"]}),
    ("en", "The bank cut its growth forecast from 1.8% to 0.8%.",
     {"from": ["1.8%"], "to": ["0.8%"]}),
]  # fmt: skip
NONE = [
    ("de", "Der Preis steigt nicht von 5 auf 10 Euro, sondern bleibt."),
    ("de", "Die Partei gewann mit 5:3 und stieg auf Platz 3."),
    ("de", "Der Umsatz stieg um 5 oder 6 Prozent auf 10 Millionen Euro."),
    ("de", "Die Strafe wurde von 5 Jahren auf 20.000 Euro gesenkt."),
    ("de", "Der Zug fährt von 5 auf 6 Gleisen."),
    ("de", "Der Umsatz stieg um 5 Prozent, und 300 Menschen kamen auf 10 Bühnen."),
    ("de", "Der Wert von Firma A stieg um 22 Prozent, der von Firma B um 18 Prozent."),
    ("de", "Von 5 Spielern stiegen 3 auf."),
    ("de", "Es kamen 5 Frauen auf 10 Männer, die Zahl stieg."),
    ("de", "Die Preise stiegen 2010. Danach kosteten 5 Karten 10 Euro."),
    ("de", "Statt von 5 auf 10 Euro stieg der Preis gar nicht."),
    ("de", "Er sank auf 5 Meter Tiefe und fand 20 Münzen."),
    ("de", "Die Läufer legten 10 Kilometer in 50 Minuten zurück."),
    ("de", "Der Anteil stieg, 5 Prozent sind es in Bayern und 10 Prozent in Hessen."),
    ("en", "Ages ranged from 5 to 10 in the class."),
    ("en", "Profit did not rise from 5 to 10 million."),
    ("en", "He gave 5% to 10 charities."),
    ("en", "Sales rose 5% and 6 shops closed."),
    ("en", "England won 6-4 and rose to third."),
    ("en", "Prices rose. From 5 to 10 people came."),
    ("en", "The pair, at five and up from 13 before, saw Ann rising nine places."),
    ("en", "Sales rose by 5% or 6% to $10m."),
    ("en", "Wages rose from 5 dollars to 10 hours."),
    ("en", "The band rose two places to five from seven."),
    ("en", "Sales rose to 4.5 million from 4.2."),
    ("en", "The firm, which runs five lines, has offered an 8% increase in pay."),
    ("en", "Costs fell 3% while 200 jobs went to 4 plants."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_change(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "change", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_change(language: str, text: str) -> None:
    assert relations(text, "change", language) == []


@pytest.mark.parametrize(
    ("language", "text", "differences"),
    [
        (
            "de",
            "Sie verdoppelte ihren Anteil von 10,3 auf 20,8 Prozent, ein Plus von 10,5 Punkten.",
            [["10,5 Punkten"], ["verdoppelte"]],
        ),
        (
            "de",
            "Sie verdoppelte den Anteil von 10,3 auf 20,8 Prozent, ein Plus von 10 Prozentpunkten.",
            [["10 Prozentpunkten"], ["verdoppelte"]],
        ),
        ("en", "It doubled from 5 to 10 dollars, a 100% increase.", [["100%"], ["doubled"]]),
    ],
)
def test_two_differences_of_one_change_are_two_relations(
    language: str, text: str, differences: list[list[str]]
) -> None:
    found = relations(text, "change", language)
    assert [member_texts(relation, "by") for relation in found] == differences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es wurden 4.898 Straftaten gezählt, ein Zuwachs um 60 Prozent."),
        ("de", "Der Anteil stieg um 5 auf 10 Prozent."),
        ("en", "The rate was 4.5% in December, up from 4.2% in November."),
        ("en", "The rate went up to 5.5% from 5.4% in May."),
    ],
)
def test_change_that_is_marked_by_half_is_not_sure(language: str, text: str) -> None:
    (relation,) = relations(text, "change", language)
    assert not relation.sure
