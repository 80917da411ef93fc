"""Relations: what words and structure bind, and what only stands near each other."""

import pytest

from tests.make_claims import member_texts, relations

CONVERSIONS = [
    ("de", "Es sind 4,5 Milliarden Pfund (5,3 Milliarden Euro).",
     "4,5 Milliarden Pfund", "5,3 Milliarden Euro"),
    ("de", "Es sind 4,5 Milliarden Pfund (umgerechnet 5,3 Milliarden Euro).",
     "4,5 Milliarden Pfund", "5,3 Milliarden Euro"),
    ("de", "Es sind 100.000 Dollar (umgerechnet etwa 91.000 Euro) im Jahr.",
     "100.000 Dollar", "etwa 91.000 Euro"),
    ("de", "Es sind 4,5 Milliarden Pfund, umgerechnet 5,3 Milliarden Euro.",
     "4,5 Milliarden Pfund", "5,3 Milliarden Euro"),
    ("de", "Es sind 4,5 Milliarden Pfund – umgerechnet rund 5,3 Milliarden Euro – im Jahr.",
     "4,5 Milliarden Pfund", "rund 5,3 Milliarden Euro"),
    ("de", "Das kostet 100 Dollar, das entspricht 91 Euro.", "100 Dollar", "91 Euro"),
    ("de", "Das kostet 100 Dollar (91 Euro nach heutigem Kurs).", "100 Dollar", "91 Euro"),
    ("de", "Das kostet 100 Dollar - rund 91 Euro - im Monat.", "100 Dollar", "rund 91 Euro"),
    ("en", "It costs $100 (or €91).", "$100", "€91"),
    ("de", "Das kostet 100 Dollar, was 91 Euro entspricht.", "100 Dollar", "91 Euro"),
    ("de", "Die Strecke ist 5 Meilen (8 Kilometer) lang.", "5 Meilen", "8 Kilometer"),
    ("de", "Er flog bis zu 18.000 Meter (60.000 Fuß) hoch.",
     "bis zu 18.000 Meter", "60.000 Fuß"),
    ("de", "Es waren 20 Grad Celsius (68 Grad Fahrenheit).",
     "20 Grad Celsius", "68 Grad Fahrenheit"),
    ("de", "Das Schiff fuhr 20 Knoten (37 km/h) schnell.", "20 Knoten", "37 km/h"),
    ("en", "It is worth 4.5 billion pounds (5.3 billion euros).",
     "4.5 billion pounds", "5.3 billion euros"),
    ("en", "It is worth £4.5bn (€5.3bn).", "£4.5bn", "€5.3bn"),
    ("en", "It costs $100 million (US) (€91 million).", "$100 million", "€91 million"),
    ("en", "He paid 5 million pounds, worth 6 million euros, for it.",
     "5 million pounds", "6 million euros"),
    ("en", "He paid 5 million pounds - equivalent to 6 million euros - for it.",
     "5 million pounds", "6 million euros"),
    ("en", "He paid 5 million pounds (then 6 million euros).",
     "5 million pounds", "6 million euros"),
    ("en", "He ran 5 miles (about 8 km).", "5 miles", "about 8 km"),
    ("en", "It is a 20-mile (32-kilometre) road.", "20-mile", "32-kilometre"),
    ("en", "It costs up to $100 (€91).", "up to $100", "€91"),
]  # fmt: skip
LOOSE = [
    ("de", "Das kostet 100 Pfund, also 120 Euro."),
    ("de", "Das kostet 100 Pfund, oder 120 Euro, sagte er."),
    ("en", "He paid 5 million pounds, or 6 million euros, for it."),
]
TRIPLES = [
    ("de", "Es sind 4,5 Milliarden Pfund (5,3 Milliarden Euro; 5,8 Milliarden Dollar)."),
    ("de", "Es sind 4,5 Milliarden Pfund (5,3 Milliarden Euro/5,8 Milliarden Dollar)."),
    ("de", "Es sind 4,5 Milliarden Pfund (5,3 Milliarden Euro, 5,8 Milliarden Dollar)."),
]
NO_CONVERSION = [
    ("de", "Ihm droht eine Strafe von 5 Millionen Euro oder 10 Millionen Dollar."),
    ("de", "Der Umsatz lag bei 5 Mio. Euro (Vorjahr: 4 Mio. Dollar)."),
    ("de", "Die Dividende steigt auf umgerechnet 21 Cent pro Aktie."),
    ("de", "Der Gewinn lag bei 3 Milliarden Dollar, umgerechnet 21 Cent pro Aktie."),
    ("de", "Er zahlte 5 Millionen Euro und 4 Millionen Dollar."),
    ("de", "Er zahlte 5 Millionen Euro (4 Millionen Euro)."),
    ("de", "Er zahlte 5 Millionen Euro (davon 4 Millionen Dollar bar)."),
    ("de", "Er zahlte 5 Millionen Euro (4 Millionen Dollar im Vorjahr)."),
    ("de", "Er zahlte 5 Millionen Euro (2023: 4 Millionen Dollar)."),
    ("de", "Er zahlte 5 Millionen Euro. (4 Millionen Dollar kamen dazu.)"),
    ("de", "Es fehlen 5,3 Milliarden Euro. 4,5 Milliarden Pfund fließen."),
    ("de", "Es waren 5 Menschen (3 Kilometer) und 20 Prozent (8 Euro)."),
    ("de", "Das Feld ist 3 Hektar (2 Kilometer) weit."),
    ("de", "Der Motor leistet 100 kW (200 km/h)."),
    ("en", "He faces a fine of 5 million euros or 10 million dollars."),
    ("en", "Revenue was €5m (previous year: $4m)."),
    ("en", "Revenue was €5m ($4m a year earlier)."),
    ("en", "They had a budget of $5m, €4m and £3m."),
    ("en", "It rose from £5m to $8m."),
]
LISTS = [
    ("de", "Drei Länder – Frankreich, Deutschland und Italien – zahlen.",
     ["Frankreich", "Deutschland", "Italien"]),
    ("de", "Es gibt drei Ziele: Frieden, Freiheit und Wohlstand.",
     ["Frieden", "Freiheit", "Wohlstand"]),
    ("de", "Drei Länder (Frankreich, Deutschland und Italien) zahlen.",
     ["Frankreich", "Deutschland", "Italien"]),
    ("de", "Drei Länder – Frankreich, Bosnien und Herzegowina sowie Italien – zahlen.",
     ["Frankreich", "Bosnien und Herzegowina", "Italien"]),
    ("en", "Three countries - France, Germany and Italy - pay.", ["France", "Germany", "Italy"]),
    ("en", "The five countries: France, Germany, Italy and Poland.",
     ["France", "Germany", "Italy", "Poland"]),
    ("en", "Three countries — France, Germany, and Italy — pay.", ["France", "Germany", "Italy"]),
]  # fmt: skip
DOUBTFUL_LISTS = [
    ("de", "Fünf Länder – darunter Frankreich, Deutschland und Italien – zahlen."),
    ("de", "Drei weitere Länder – Frankreich und Deutschland – zahlen."),
    ("de", "Drei Länder – Frankreich und Deutschland und Italien – zahlen."),
    ("de", "Zwei Gründe: der Streit um die Höhe der Hilfe aus Berlin und das fehlende Geld."),
    ("de", "Zwei Gäste – ein Ehepaar und seine Kinder – kamen."),
    ("de", "Zwei Gründe: Streit und Geld."),
    ("en", "Five countries - including France, Germany and Italy - pay."),
    ("de", "Zwei der fünf Länder – Frankreich und Deutschland – zahlen."),
    ("de", "Zwei von fünf Ländern – Frankreich und Deutschland – zahlen."),
    ("de", "Nur zwei der insgesamt fünf Länder – Frankreich und Deutschland – zahlen."),
    ("en", "Two of the five countries - France and Germany - pay."),
    ("en", "Two of five countries - France and Germany - pay."),
]
NO_LIST = [
    ("de", "Rund fünf Länder – Frankreich, Deutschland und Italien – zahlen."),
    ("de", "Frankreich, Deutschland und Italien zahlen 3 Milliarden."),
    ("de", "Drei Länder zahlen, und zwar Frankreich."),
    ("de", "Drei Länder – das ist viel – zahlen."),
    ("de", "Ein 2:1-Sieg gegen Frankreich und Italien."),
    ("en", "Five countries pay. France, Germany and Italy do not."),
    ("en", "The match began at 5: France and Italy played."),
]
GROUPS = [
    ("de", "Die 27 EU-Staaten stimmten zu.", "EU", True),
    ("de", "Alle 27 Mitgliedstaaten der EU stimmten zu.", "EU", True),
    ("de", "Die 32 Nato-Mitglieder stimmten zu.", "Nato", True),
    ("de", "27 EU-Staaten stimmten zu.", "EU", False),
    ("de", "Die übrigen 26 EU-Staaten stimmten zu.", "EU", False),
    ("de", "Die 20 EU-Staaten mit Euro stimmten zu.", "EU", False),
    ("de", "Die 20 EU-Staaten, die den Euro haben, stimmten zu.", "EU", False),
    ("en", "The 27 EU members agreed.", "EU", True),
    ("en", "NATO's 32 members agreed.", "NATO's", True),
    ("en", "All 27 EU member states agreed.", "EU", True),
    ("en", "The other 26 EU members agreed.", "EU", False),
    ("en", "The 20 EU members that use the euro agreed.", "EU", False),
]
NO_GROUP = [
    ("de", "Die rund 30 EU-Staaten stimmten zu."),
    ("de", "Die 27 EU-Kommissare stimmten zu."),
    ("de", "Die 27 Staaten stimmten zu."),
    ("de", "Die 27 Milliarden der EU reichen."),
    ("en", "The 27 countries agreed."),
    ("en", "The 27 EU commissioners agreed."),
]


@pytest.mark.parametrize(("language", "text", "original", "converted"), CONVERSIONS)
def test_conversion(language: str, text: str, original: str, converted: str) -> None:
    (relation,) = relations(text, "conversion", language)
    assert member_texts(relation, "original") == [original]
    assert member_texts(relation, "converted") == [converted]
    assert relation.sure
    assert relation.span.text.startswith(original)
    assert relation.span.text.endswith(converted)


@pytest.mark.parametrize(("language", "text"), LOOSE)
def test_conversion_by_a_loose_word_is_not_sure(language: str, text: str) -> None:
    (relation,) = relations(text, "conversion", language)
    assert not relation.sure


@pytest.mark.parametrize(("language", "text"), TRIPLES)
def test_third_figure_in_brackets_converts_the_first(language: str, text: str) -> None:
    found = relations(text, "conversion", language)
    assert [member_texts(r, "original") for r in found] == [["4,5 Milliarden Pfund"]] * 2
    assert [member_texts(r, "converted") for r in found] == [
        ["5,3 Milliarden Euro"],
        ["5,8 Milliarden Dollar"],
    ]


def test_two_conversions_of_one_sentence_are_kept_apart() -> None:
    found = relations("Sie stieg von 5 Euro (5,40 Dollar) auf 6 Euro (6,50 Dollar).", "conversion")
    assert [member_texts(r, "original") for r in found] == [["5 Euro"], ["6 Euro"]]
    assert [member_texts(r, "converted") for r in found] == [["5,40 Dollar"], ["6,50 Dollar"]]


@pytest.mark.parametrize(("language", "text"), NO_CONVERSION)
def test_no_conversion(language: str, text: str) -> None:
    assert relations(text, "conversion", language) == []


@pytest.mark.parametrize(("language", "text", "items"), LISTS)
def test_announced_list(language: str, text: str, items: list[str]) -> None:
    (relation,) = relations(text, "list", language)
    assert member_texts(relation, "item") == items
    assert len(relation.all("announced")) == 1
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), DOUBTFUL_LISTS)
def test_list_that_may_be_of_something_else_is_not_sure(language: str, text: str) -> None:
    assert [r for r in relations(text, "list", language) if r.sure] == []


@pytest.mark.parametrize(("language", "text"), NO_LIST)
def test_no_list(language: str, text: str) -> None:
    assert relations(text, "list", language) == []


@pytest.mark.parametrize(("language", "text", "group", "sure"), GROUPS)
def test_group_and_its_size(language: str, text: str, group: str, sure: bool) -> None:
    (relation,) = relations(text, "group", language)
    assert member_texts(relation, "group") == [group]
    assert relation.sure is sure


@pytest.mark.parametrize(("language", "text"), NO_GROUP)
def test_no_group(language: str, text: str) -> None:
    assert relations(text, "group", language) == []


def test_member_that_is_no_claim_cannot_be_asked_for_as_one() -> None:
    (relation,) = relations("Es gibt zwei Ziele: Frieden und Wohlstand.", "list")
    assert relation.claim("announced").kind == "count"
    with pytest.raises(KeyError):
        relation.claim("item")
